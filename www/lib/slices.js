/**
 * Reads in the page itself, slice by slice: the last resort for long texts.
 *
 * A slice is a stage of the reading, which looks at the whole text; between two the page does what has
 * been waiting.
 *
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 * @typedef {import("../pkg/whosaid.js").Reading} Reading
 */

import { core } from "./core.js";

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal} [signal]
 * @param {(done: number) => void} [progress] Told the share that is done.
 * @returns {Promise<Reading>}
 */
export async function readInSlices(text, options, signal, progress) {
  const { parseInSteps } = await core();
  signal?.throwIfAborted();
  const steps = parseInSteps(text, options);
  try {
    for (let taken = 0; ; taken += 1) {
      progress?.(taken / steps.count);
      await pause();
      signal?.throwIfAborted();
      const reading = steps.step();
      if (reading) return reading;
    }
  } finally {
    steps.free();
  }
}

/** Lets the page draw and answer. A timer comes after both, where a promise would come before. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
