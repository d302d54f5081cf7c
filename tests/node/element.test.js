// The element's pure parts: lists in attributes, runs to paint, sentences that explain, languages,
// and the list of files that the service worker keeps.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { explain } from "../../www/lib/explain.js";
import { runs } from "../../www/lib/ledger.js";
import { parseList, parseTopics, writeTopics } from "../../www/lib/lists.js";
import { Speech } from "../../www/lib/strings.js";
import { english } from "../../www/lib/strings/en.js";

test("lists are read as people write them", () => {
  assert.deepEqual(parseList(" a ;b;; a "), ["a", "b"]);
  assert.deepEqual(parseTopics("pier; Ferries = ferry, boat ,; = lone; empty ="), [
    { label: "pier", terms: ["pier"] },
    { label: "Ferries", terms: ["ferry", "boat"] },
    { label: "lone", terms: ["lone"] },
  ]);
  assert.deepEqual(parseTopics("a = b; a = c"), [{ label: "a", terms: ["c"] }]);
});

test("topics are written as they are read", () => {
  const topics = [
    { label: "pier", terms: ["pier"] },
    { label: "Ferries", terms: ["ferry", "boat"] },
  ];
  assert.deepEqual(parseTopics(writeTopics(topics)), topics);
});

for (const [name, spans, wanted, expected] of /** @type {const} */ ([
  ["apart", [0, 1, 3, 1, 5, 8], [0, 1], ["0:1-3", "1:5-8"]],
  ["one inside another", [0, 0, 10, 1, 3, 5], [0, 1], ["0:0-3", "1:3-5", "0:5-10"]],
  ["the inner one left out", [0, 0, 10, 1, 3, 5], [0], ["0:0-10"]],
  ["the outer one left out", [0, 0, 10, 1, 3, 5], [1], ["1:3-5"]],
  ["the same words", [0, 2, 6, 1, 2, 6], [0, 1], ["1:2-6"]],
  ["overlapping", [0, 0, 6, 1, 4, 9], [0, 1], ["0:0-6", "1:6-9"]],
  ["three deep, ending together", [0, 0, 9, 1, 2, 9, 2, 4, 9], [0, 1, 2], ["0:0-2", "1:2-4", "2:4-9"]],
  ["nothing", [], [0], []],
])) {
  test(`runs do not overlap: ${name}`, () => {
    const ids = new Set(/** @type {readonly number[]} */ (wanted));
    const found = runs(Uint32Array.from(spans), (id) => ids.has(id));
    assert.deepEqual(found.map(({ id, start, end }) => `${id}:${start}-${end}`), expected);
  });
}

test("a statement is explained in sentences", () => {
  const text = "Mayor Ana Ruiz met the crews. She stressed: Go.";
  const sentences = explain(
    {
      id: 0,
      speaker: 0,
      source: [[30, 33]],
      cue: [[34, 42]],
      content: [[44, 46]],
      kind: "direct",
      act: "speech",
      addressee: null,
      inside: null,
      confidence: 0.9,
      why: { rule: "colon", cue: "stressed", chain: [{ from: [30, 33], to: [6, 14], by: "pronoun" }] },
    },
    text,
    english.why,
  );
  const speech = new Speech("en", english);
  assert.deepEqual(sentences.map(({ template, quoted }) => speech.say(template, quoted)), [
    "The words come after stressed and a colon; the one who speaks there is She.",
    "She stands for Ana Ruiz.",
  ]);
});

test("the service worker keeps exactly the files of the demo", async () => {
  const www = new URL("../../www/", import.meta.url);
  const source = await readFile(new URL("sw.js", www), "utf8");
  const kept = [...(/const FILES = \[([^\]]*)\]/.exec(source)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, file]) => file);
  const own = (await readdir(www, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(www.pathname.length).replace(/^\//, ""))
    .filter((file) => !file.startsWith("pkg/") && file !== "sw.js" && !file.startsWith("."))
    .map((file) => (file === "index.html" ? "./" : file));
  const page = await readFile(new URL("index.html", www), "utf8");
  const samples = new Set([...page.matchAll(/value="(seeds\/[^"]+)"/g)].map(([, file]) => file ?? ""));
  assert.deepEqual(kept.sort(), [...own, ...samples, "pkg/whosaid.js", "pkg/whosaid_bg.wasm"].sort());
});
