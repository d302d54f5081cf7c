/**
 * Reads texts beside the page. What it is sent:
 *
 * - `{ module }`, the compiled core, first of all; the answer is `{ ready: true }`;
 * - `{ id, reading, text, options }`, answered by `{ id, data, spans }` after `{ id, done }` for each
 *   step; the reading is held under its number;
 * - `{ id, reading, topic }`, answered by `{ id, ranges }`, the places of the topic's words;
 * - `{ free: reading }`.
 *
 * Instead of an answer comes `{ id, error, trapped }`, `trapped` where the core has stopped.
 */

import { initSync, parse, parseInSteps } from "../pkg/whosaid.js";

/** @typedef {import("../pkg/whosaid.js").Reading} Reading */

/** @type {Map<number, Reading>} */
const readings = new Map();

addEventListener("message", ({ data }) => {
  if (data.module) start(data.module);
  else if (data.free !== undefined) free(data.free);
  else answer(data);
});

/** @param {WebAssembly.Module} module */
function start(module) {
  initSync({ module });
  postMessage({ ready: true });
  // Unpacks the tables, which the first text would have to wait for.
  parse("").free();
}

/** @param {any} question */
function answer({ id, reading, text, options, topic }) {
  try {
    if (topic) postMessage({ id, ranges: find(reading, topic) });
    else read(id, reading, text, options);
  } catch (error) {
    const trapped = error instanceof WebAssembly.RuntimeError;
    postMessage({ id, error: error instanceof Error ? error.message : String(error), trapped });
  }
}

/**
 * @param {number} id
 * @param {number} reading
 * @param {string} text
 * @param {import("../pkg/whosaid.js").ParseOptions} options
 */
function read(id, reading, text, options) {
  free(reading);
  const steps = parseInSteps(text, options);
  /** @type {Reading | undefined} */
  let done;
  for (let taken = 0; !done; taken += 1) {
    postMessage({ id, done: taken / steps.count });
    done = steps.step();
  }
  steps.free();
  readings.set(reading, done);
  const spans = done.spans();
  postMessage({ id, data: done.toJSON(), spans }, { transfer: [spans.buffer] });
}

/**
 * @param {number} reading
 * @param {import("../pkg/whosaid.js").Topic} topic
 */
function find(reading, topic) {
  const [found] = readings.get(reading)?.highlight([topic]) ?? [];
  if (!found) throw new RangeError(`no reading ${reading}`);
  return found.ranges;
}

/** @param {number} reading */
function free(reading) {
  readings.get(reading)?.free();
  readings.delete(reading);
}
