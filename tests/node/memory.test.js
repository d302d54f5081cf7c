// What a long text takes of the module's memory, which never shrinks: the most that any stage needs.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import init, { parseInSteps } from "../../www/pkg/whosaid.js";
import { growth, readInSteps } from "./steps.js";

/** What the memory may grow by, in bytes of the text. Readouts hold more speakers and statements than news. */
const TIMES = 8;
/** Bytes of a long text. */
const LONG = 2_000_000;

const readouts = new URL("../readouts/", import.meta.url);

/**
 * The readouts one after the other, again and again, each time with names of its own.
 *
 * @param {number} length
 */
async function longText(length) {
  const names = (await readdir(readouts)).filter((name) => name.endsWith(".txt")).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, readouts), "utf8")));
  let long = "";
  for (let round = 0; long.length < length; round += 1) {
    const vowels = "aeiouaeiou".slice(round % 5);
    const other = (/** @type {string} */ vowel) => vowels.charAt("aeiou".indexOf(vowel));
    const renamed = (/** @type {string} */ name) =>
      name.charAt(0) + name.slice(1).replace(/[aeiou]/g, other);
    long += texts.map((text) => text.replace(/\b[A-Z][a-z]{4,}\b/g, renamed)).join("\n\n");
  }
  return long.slice(0, length);
}

test(`a text of ${LONG} characters takes at most ${TIMES} times its bytes`, async () => {
  const { memory } = await init({
    module_or_path: await readFile(new URL("../../www/pkg/whosaid_bg.wasm", import.meta.url)),
  });
  const { times, tables, spans } = growth(parseInSteps, memory, await longText(LONG));
  assert.ok(spans > LONG / 500, "hardly a statement");
  assert.ok(times <= TIMES, `${times.toFixed(2)} times`);
  console.log(`${times.toFixed(2)} times the text, beside ${tables} bytes of tables`);
});

test("no call keeps a place in the table of JavaScript's values", async () => {
  const { __wbindgen_externrefs: table } = await init();
  const calls = () => {
    const reading = readInSteps(parseInSteps, "Xi said: The door stays open.");
    reading.filter();
    reading.filter({ text: "door" });
    reading.highlight([{ label: "Door", terms: ["door"] }]);
    assert.throws(() => reading.filter(/** @type {any} */ ({ speaker: {} })));
    assert.throws(() => reading.filter(/** @type {any} */ ({ speakers: [] })));
    reading.toJSON();
    reading.free();
  };
  calls();
  const { length } = table;
  for (let round = 0; round < 1000; round += 1) calls();
  assert.equal(table.length, length);
});
