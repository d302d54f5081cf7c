// The element's pure parts: lists in attributes, runs to paint, sentences that explain, languages,
// and the list of files that the service worker keeps.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { explain } from "../../www/lib/explain.js";
import { parseList, parseTopics, writeList, writeTopics } from "../../www/lib/lists.js";
import { Spans, within } from "../../www/lib/spans.js";
import { Speech, speech } from "../../www/lib/strings.js";
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

test("lists are read as they were written, whatever signs they hold", () => {
  const pieces = ["a", "é", " b", ";", "=", ",", "\\", "\\;", "x; y", "\\\\"];
  const words = pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => `${one}${two}${three}`.trim())));
  assert.deepEqual(parseList(writeList(words)), [...new Set(words)]);
  for (const word of words) assert.deepEqual(parseTopics(writeTopics([word])), [{ label: word, terms: [word] }]);
  const topics = [...new Set(words)].map((label, place) => ({ label, terms: [words[place] ?? "", "Paris, France", label] }));
  assert.deepEqual(parseTopics(writeTopics(topics)), topics);
  assert.deepEqual(parseList("C:\\texts; Ruiz, Ana"), ["C:\\texts", "Ruiz, Ana"]);
  assert.equal(writeList(["Ruiz, Ana", "C:\\texts"]), "Ruiz, Ana; C:\\texts");
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
    const found = new Spans(Uint32Array.from(spans)).runs((id) => ids.has(id));
    assert.deepEqual(found.map(({ id, start, end }) => `${id}:${start}-${end}`), expected);
  });
}

test("a window is found without looking at everything", () => {
  const spans = new Spans(Uint32Array.from([0, 0, 90, 1, 3, 5, 2, 40, 50, 3, 95, 99]));
  assert.deepEqual(spans.touching(4, 5), [0, 1]);
  assert.deepEqual(spans.touching(50, 95), [0]);
  assert.deepEqual(spans.touching(99, 120), []);
  assert.deepEqual(within([[0, 2], [4, 6], [8, 9]], 5, 8), [[4, 6]]);
});

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

/** What the demo never asks for, as it sets no marks. */
const UNASKED = "lib/marks.js";

test("the service worker keeps exactly what the demo can ask for", async () => {
  const www = new URL("../../www/", import.meta.url);
  const read = (/** @type {string} */ file) => readFile(new URL(file, www), "utf8");
  const kept = [...(/const FILES = \[([^\]]*)\]/.exec(await read("sw.js"))?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, file]) => file);
  const page = await read("index.html");
  const asked = new Set(["./", "pkg/whosaid_bg.wasm"]);
  const open = [...page.matchAll(/(?:src|href|value)="([\w./-]+\.\w+)"/g)].map(([, file = ""]) => file);
  for (let file = open.pop(); file; file = open.pop()) {
    if (asked.has(file) || file === UNASKED) continue;
    asked.add(file);
    if (!file.endsWith(".js") || file.startsWith("pkg/")) continue;
    const source = (await read(file)).replace(/^ ?\*.*|\/\*\*.*$/gm, "");
    for (const [, path = ""] of source.matchAll(/(?:from|import\(|import) ?["`](\.[^"`]+)["`]/g)) {
      const names = path.includes("${") ? await readdir(new URL(path.replace(/[^/]*$/, ""), new URL(file, www))) : [""];
      for (const name of names) {
        open.push(new URL(name ? path.replace(/[^/]*$/, name) : path, new URL(file, "http://host/")).pathname.slice(1));
      }
    }
    for (const [, path = ""] of source.matchAll(/"(lib\/[\w-]+\.js|pkg\/[\w-]+\.wasm)"/g)) open.push(path);
  }
  assert.deepEqual(kept.sort(), [...asked].sort());
});

for (const language of ["ar", "es", "fa", "fr", "ru", "zh"]) {
  test(`the interface speaks ${language}: every phrase, every hole, every plural`, async () => {
    const spoken = await speech(language);
    assert.equal(spoken.language, language);
    const compare = (/** @type {any} */ ours, /** @type {any} */ theirs, /** @type {string} */ path) => {
      if (typeof ours === "string") {
        assert.equal(typeof theirs, "string", path);
        assert.deepEqual(holes(theirs), holes(ours), path);
      } else if ("other" in ours && "one" in ours) {
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        const several = forms.filter((form) => form !== "zero" && !(form === "many" && ["es", "fr"].includes(language)));
        for (const form of several) assert.ok(theirs[form], `${path}.${form}`);
        assert.deepEqual(holes(theirs.other), holes(ours.other), path);
      } else {
        for (const name of Object.keys(ours)) compare(ours[name], theirs[name], `${path}.${name}`);
        assert.deepEqual(Object.keys(theirs).sort(), Object.keys(ours).sort(), path);
      }
    };
    compare(english, spoken.strings, language);
  });
}

test("numbers are those of the language, and a page's own words come first", async () => {
  const persian = await speech("fa");
  assert.equal(persian.number(12), "۱۲");
  assert.equal(persian.direction, "rtl");
  const own = await speech("de-AT", { title: "Wer hat was gesagt", kinds: { direct: "sagte" } });
  assert.equal(own.language, "de-AT");
  assert.equal(own.strings.kinds.direct, "sagte");
  assert.equal(own.strings.kinds.turn, english.kinds.turn);
  const unknown = await speech("de");
  assert.equal(unknown.language, "en");
});

/** @param {string} template */
const holes = (template) => [...template.matchAll(/\{\w+\}/g)].map(String).sort();
