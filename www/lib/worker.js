/**
 * Reads one long text beside the page: says `{ ready: true }` when it can, then answers `{ id, text,
 * options }` with the reading, after `{ id, done }` for each step, and `{ id, topic }` with the places
 * of the topic's words.
 */

import { core } from "./core.js";
import { sure } from "./sure.js";

/** @typedef {import("../pkg/whosaid.js").Reading} Reading */

/** @type {Reading | undefined} */
let reading;

const { parseInSteps } = await core();

addEventListener("message", ({ data: { id, text, options, topic } }) => {
  try {
    if (topic) {
      postMessage({ id, ranges: sure(sure(reading).highlight([topic])[0]).ranges });
      return;
    }
    reading?.free();
    reading = undefined;
    const steps = parseInSteps(text, options);
    for (let taken = 0; !reading; taken += 1) {
      postMessage({ id, done: taken / steps.count });
      reading = steps.step();
    }
    steps.free();
    const spans = reading.spans();
    postMessage({ id, data: reading.toJSON(), spans }, { transfer: [spans.buffer] });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

postMessage({ ready: true });
