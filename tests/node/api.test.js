// The JavaScript API: the same readings as the native reader's, and clear answers to misuse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { parse } from "./whosaid.js";

const SAID = "Ana Ruiz said: The pier will open in May. “We are glad,” she added.";

/** A call that TypeScript would refuse. @type {any} */
const misused = parse;

const native = (await readFile(/** @type {string} */ (process.env.WHOSAID_NATIVE), "utf8"))
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

/** Positions in a text, from UTF-16 code units to other units. @type {Record<string, (text: string) => number>} */
const UNITS = {
  utf16: (text) => text.length,
  byte: (text) => Buffer.byteLength(text),
  "code-point": (text) => [...text].length,
};

for (const { name, text, readings } of native) {
  const reading = parse(text);
  const found = reading.toJSON();
  for (const expected of readings) {
    test(`${name}: the wasm finds what the native reader finds, in ${expected.unit}`, () => {
      const measure = /** @type {(text: string) => number} */ (UNITS[expected.unit]);
      const converted = inUnit(found, (at) => measure(text.slice(0, at)));
      assert.deepEqual({ ...converted, unit: expected.unit }, expected);
    });
  }
  test(`${name}: each get gives what toJSON gives`, () => {
    for (const key of /** @type {const} */ (["format", "title", "blocks", "dates", "speakers", "mentions", "statements"])) {
      assert.deepEqual(reading[key], found[key], key);
    }
  });
  test(`${name}: the flat list holds every part of every content, in text order`, () => {
    const triples = [...reading.spans()].reduce((all, _, at, flat) => {
      return at % 3 ? all : [...all, flat.slice(at, at + 3)];
    }, /** @type {number[][]} */ ([]));
    const parts = found.statements.flatMap(({ id, content }) => content.map((part) => [id, ...part]));
    assert.deepEqual(new Set(triples.map(String)), new Set(parts.map(String)));
    assert.deepEqual(triples, triples.toSorted((a, b) => Number(a[1]) - Number(b[1]) || Number(b[2]) - Number(a[2])));
  });
  test(`${name}: names are the words at their ranges`, () => {
    for (const speaker of found.speakers) assert.equal(text.slice(...speaker.range), speaker.name);
  });
}

/**
 * The same data with every range converted.
 * @param {any} data
 * @param {(at: number) => number} convert
 * @returns {any}
 */
function inUnit(data, convert) {
  if (isRange(data)) return data.map(convert);
  if (Array.isArray(data)) return data.map((item) => inUnit(item, convert));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, inUnit(value, convert)]));
}

/** @param {unknown} data */
function isRange(data) {
  return Array.isArray(data) && data.length === 2 && data.every((item) => typeof item === "number");
}

test("statements are kept by every condition", () => {
  const reading = parse(SAID);
  assert.deepEqual(reading.filter({}), [0, 1]);
  assert.deepEqual(reading.filter({ speaker: "ruiz" }), [0, 1]);
  assert.deepEqual(reading.filter({ speaker: [0, "nobody of that name"] }), [0, 1]);
  assert.deepEqual(reading.filter({ speaker: "nobody of that name" }), []);
  assert.deepEqual(reading.filter({ speaker: "" }), []);
  assert.deepEqual(reading.filter({ speaker: null }), []);
  assert.deepEqual(reading.filter({ speaker: undefined, kind: ["direct", "mixed"] }), [0, 1]);
  assert.deepEqual(reading.filter({ kind: "turn" }), []);
  assert.deepEqual(reading.filter({ act: "thought" }), []);
  assert.deepEqual(reading.filter({ text: "we are gl" }), [1]);
  assert.deepEqual(reading.filter({ topic: { label: "piers", terms: ["piers"] } }), [0]);
});

test("topics are found where they stand", () => {
  const text = "🕊 Erdoğan's piers, ۱۲ Pier";
  const reading = parse(text);
  const topics = [
    { label: "pier", terms: ["pier"] },
    { label: "who", terms: ["erdogan"] },
    { label: "number", terms: ["12"] },
  ];
  /** @param {import("../../www/pkg/whosaid.js").HighlightOptions} [options] */
  const words = (options) =>
    reading.highlight(topics, options).map(({ ranges }) => ranges.map((range) => text.slice(...range)));
  assert.deepEqual(words(), [["piers", "Pier"], [], []]);
  assert.deepEqual(words({ accents: true, arabic: true }), [["piers", "Pier"], ["Erdoğan's"], ["۱۲"]]);
});

for (const [name, text] of [
  ["nothing", ""],
  ["white space", " \n\t\u00a0\u2028 "],
  ["a lone quotation mark", "“"],
  ["quotation marks only", "\"\"\"'“”«»‘’".repeat(50)],
  ["a byte order mark", "\ufeff"],
  ["a null", "\0"],
  ["lone surrogates", "\ud800 she said \udc00: Yes."],
  ["control characters", "\u0001\u0007\u001b[31m\u007f"],
  ["carriage returns", "Ana said: Yes.\r\nShe left.\r"],
  ["one word a thousand times", "said ".repeat(1000)],
  ["a deep pile of marks", "“".repeat(3000)],
  ["emoji", "👩‍👩‍👧 said: 🕊️."],
  ["1 MB on one line", "Ana said that Ben went home and ".repeat(32_000)],
]) {
  test(`odd text: ${name}`, () => {
    const reading = parse(/** @type {string} */ (text));
    const data = reading.toJSON();
    /** @param {number[]} range */
    const inside = ([start = -1, end = -1]) => 0 <= start && start <= end && end <= String(text).length;
    for (const block of data.blocks) assert.ok(inside(block.range));
    for (const { source, cue, content } of data.statements) {
      for (const part of [...source, ...cue, ...content]) assert.ok(inside(part));
    }
    reading.free();
  });
}

test("offsets count lone surrogates as one", () => {
  const text = "\ud800 Ana said: Yes, we do.";
  const [statement] = parse(text).statements;
  assert.equal(text.slice(...(statement?.content[0] ?? [])), "Yes, we do");
});

for (const [name, call, message] of /** @type {[string, () => unknown, RegExp][]} */ ([
  ["no text", () => misused(), /`text`: undefined .* a string/],
  ["a text that is no string", () => misused(5), /`text`: 5 was given; allowed: a string/],
  ["options that are no object", () => misused("", "prose"), /`options`: "prose" was given/],
  ["null for options", () => misused("", null), /`options`: null/],
  ["an unknown option", () => misused("", { fromat: "prose" }), /no option `fromat`; allowed: format/],
  ["an unknown format", () => misused("", { format: "html" }), /`format`: "html" .*"prose"/],
  ["a format of another type", () => misused("", { format: true }), /`format`: boolean/],
  ["null for a filter", () => filter(null), /`filter`: null/],
  ["a filter that is an array", () => filter([]), /`filter`: an array was given/],
  ["an unknown condition", () => filter({ speakers: 0 }), /no option `speakers`; allowed: speaker,/],
  ["an unknown speaker", () => filter({ speaker: 99 }), /`speaker`: 99 was given/],
  ["a speaker below zero", () => filter({ speaker: -1 }), /`speaker`: -1/],
  ["half a speaker", () => filter({ speaker: [0.5] }), /`speaker`: 0.5/],
  ["an unknown kind", () => filter({ kind: ["direct", "loud"] }), /`kind`: "loud" .*"indirect"/],
  ["an unknown act", () => filter({ act: 1 }), /`act`: 1 was given/],
  ["a text that is none", () => filter({ text: [] }), /`text`: an array/],
  ["a topic without terms", () => filter({ topic: { label: "a" } }), /`topic.terms`: undefined/],
  ["a topic of words alone", () => filter({ topic: "a" }), /`topic`: "a" was given; allowed: an object/],
  ["topics that are no list", () => highlight({}), /`topics`: object was given; allowed: an array/],
  ["a topic that is null", () => highlight([null]), /`topic`: null/],
  ["a term that is no string", () => highlight([{ label: "a", terms: [1] }]), /`topic.terms`: 1/],
  ["an option of another type", () => highlight([], { accents: "yes" }), /`accents`: "yes" was given; allowed: true or false/],
  ["a symbol", () => misused("", { format: Symbol("x") }), /`format`: symbol/],
])) {
  test(`misuse: ${name}`, () => assert.throws(call, { name: "Error", message }));
}

/** @param {any} query */
function filter(query) {
  return parse(SAID).filter(query);
}

/** @param {any} topics @param {any} [options] */
function highlight(topics, options) {
  return parse(SAID).highlight(topics, options);
}

test("a reading that was freed throws", () => {
  const reading = parse(SAID);
  reading.free();
  assert.throws(() => reading.statements, Error);
  assert.throws(() => reading.filter({}), Error);
  assert.throws(() => reading.toJSON(), Error);
});

test("an error leaves the reader as it was", () => {
  const before = parse(SAID).toJSON();
  assert.throws(() => misused(SAID, { format: "html" }));
  assert.throws(() => misused(null));
  assert.deepEqual(parse(SAID).toJSON(), before);
});

test("a text over the limit is refused before any work", () => {
  const text = "a".repeat((64 << 20) + 1);
  const start = performance.now();
  assert.throws(() => parse(text), /67108865 bytes; the limit is 67108864/);
  assert.ok(performance.now() - start < 1000);
});
