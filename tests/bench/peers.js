// The libraries beside which whosaid is measured. Each takes a text and returns how much it found,
// so that no engine can leave the work out. Runs in Node and, bundled, in a browser.
import nlp from "compromise";
import wink from "wink-nlp";
import model from "wink-eng-lite-web-model";

import init, { parse } from "whosaid/inlined";

import { median, timesOf } from "./figures.js";

await init();
const tagger = wink(model);

/** Words as a reader would type them; any text has some. */
const TERMS = ["minister", "government", "president", "people", "water", "money", "trade", "war"];

/** @type {Record<string, (text: string) => number>} */
export const peers = {
  "whosaid: everything": (text) => {
    const reading = parse(text);
    const found = reading.spans().length;
    reading.free();
    return found;
  },
  "whosaid: everything, as objects": (text) => {
    const reading = parse(text);
    const found = reading.toJSON().statements.length;
    reading.free();
    return found;
  },
  "compromise: quotations": (text) => nlp(text).quotations().length,
  "wink-nlp: tags": (text) => tagger.readDoc(text).tokens().length(),
};

/** @param {string} text @returns {() => number} */
export function topics(text) {
  const reading = parse(text);
  const asked = TERMS.map((term) => ({ label: term, terms: [term] }));
  return () => reading.highlight(asked).reduce((sum, { ranges }) => sum + ranges.length, 0);
}

export { TERMS };

/** @param {string} text */
export function measure(text) {
  const rows = Object.entries(peers).map(([name, read]) => [name, median(timesOf(() => read(text)))]);
  return [...rows, ["whosaid: topics", median(timesOf(topics(text)))]];
}
