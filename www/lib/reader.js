/**
 * Reads a text for the element: beside the page in a worker where it is long, in slices where no worker
 * can be had (a script from another origin, a policy without `worker-src`), at once where it is short.
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("../pkg/whosaid.js").Range} Range
 */

import { core } from "./core.js";
import { sure } from "./sure.js";

/** From this length on (UTF-16 units) reading would make the page stutter. */
const LONG = 150_000;

/**
 * @typedef {object} Read
 * @property {ReadingData} data
 * @property {Uint32Array} spans
 * @property {(topic: Topic) => Range[] | Promise<Range[]>} find Where a topic's words stand.
 * @property {() => void} free
 */

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<Read>}
 */
export async function read(text, options, signal) {
  if (text.length >= LONG) return (await import("./long.js")).readLong(text, options, signal);
  const { parse } = await core();
  signal.throwIfAborted();
  return readHere(parse(text, options));
}

/** @param {import("../pkg/whosaid.js").Reading} reading @returns {Read} */
export function readHere(reading) {
  return {
    data: reading.toJSON(),
    spans: reading.spans(),
    find: (topic) => sure(reading.highlight([topic])[0]).ranges,
    free: () => reading.free(),
  };
}
