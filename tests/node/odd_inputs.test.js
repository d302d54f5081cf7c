// Bad and odd texts with the answer to each, the same as natively, and those only JavaScript can make.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { parse } from "./whosaid.js";

/** @type {[name: string, text: string | [piece: string, times: number], said: string[]][]} */
const rows = JSON.parse(await readFile(new URL("../odd_inputs.json", import.meta.url), "utf8"));

for (const [name, given, said] of rows) {
  const text = typeof given === "string" ? given : given[0].repeat(given[1]);
  test(`odd text: ${name}`, () => assert.deepEqual(answers(text), said));
}

test("odd text: a lone surrogate keeps its place", () => {
  assert.deepEqual(answers("\ud83d Anna Holm said: No \udd4a deal."), ["Anna Holm: No \udd4a deal"]);
});

/** @param {string} text */
function answers(text) {
  const reading = parse(text);
  const { speakers, statements } = reading.toJSON();
  reading.free();
  return statements.map(({ speaker, content }) => {
    const name = speaker === null ? "?" : speakers[speaker]?.name;
    return `${name}: ${content.map((range) => text.slice(...range)).join(" […] ")}`;
  });
}
