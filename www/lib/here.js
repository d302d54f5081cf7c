/**
 * Reads texts in the page, for elements that can have no worker: short ones at once, long ones in
 * slices.
 *
 * @typedef {import("./reader.js").Read} Read
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 */

import { core } from "./core.js";
import { readInSlices } from "./slices.js";
import { sure } from "./sure.js";
import { LONG } from "./workers.js";

// Whoever asks for this file will have a text in a moment; what goes wrong is told then.
core().catch(() => {});

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<Read>}
 */
export async function read(text, options, signal) {
  const reading =
    text.length < LONG ? (await core()).parse(text, options) : await readInSlices(text, options, signal);
  if (signal.aborted) reading.free();
  signal.throwIfAborted();
  signal.addEventListener("abort", () => reading.free());
  return {
    data: reading.toJSON(),
    spans: reading.spans(),
    find: (topic) => sure(reading.highlight([topic])[0]).ranges,
  };
}
