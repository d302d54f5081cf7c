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
  /** @type {Reading | undefined} */
  let reading;
  try {
    for (let taken = 0; !reading; taken += 1) {
      progress?.(taken / steps.count);
      await pause();
      signal?.throwIfAborted();
      reading = steps.step();
    }
  } catch (error) {
    // A core that the engine has stopped does not let go of what it was at; what stopped it is told.
    if (!(error instanceof WebAssembly.RuntimeError)) steps.free();
    throw error;
  }
  steps.free();
  return reading;
}

/** Lets the page draw and answer. A timer comes after both, where a promise would come before. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
