/**
 * Reads one long text beside the page: says `{}` when it can, then answers `{ id, text, options }`
 * with the reading and `{ id, topic }` with the places of the topic's words.
 */

import { core } from "./core.js";
import { sure } from "./sure.js";

/** @typedef {import("../pkg/whosaid.js").Reading} Reading */

/** @type {Reading | undefined} */
let reading;

const { parse } = await core();

addEventListener("message", ({ data: { id, text, options, topic } }) => {
  try {
    if (topic) {
      postMessage({ id, ranges: sure(sure(reading).highlight([topic])[0]).ranges });
    } else {
      reading = parse(text, options);
      postMessage({ id, data: reading.toJSON(), spans: reading.spans() });
    }
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

postMessage({});
