// The libraries beside which whosaid is measured. Each takes a text and returns how much it found,
// so that no engine can leave the work out. Runs in Node and, bundled, in a browser.
import nlp from "compromise";
import wink from "wink-nlp";
import model from "wink-eng-lite-web-model";

import init, { parse } from "whosaid/inlined";

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

/**
 * Median milliseconds over at least five runs and half a second, after one to warm up.
 * @param {() => number} task
 */
export function median(task) {
  task();
  const times = [];
  const end = performance.now() + 500;
  while (times.length < 5 || (performance.now() < end && times.length < 100)) {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

/** @param {string} text */
export function measure(text) {
  const rows = Object.entries(peers).map(([name, read]) => [name, median(() => read(text))]);
  return [...rows, ["whosaid: topics", median(topics(text))]];
}
