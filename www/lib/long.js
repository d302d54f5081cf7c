/**
 * Long texts of the element, which most pages never have.
 *
 * @typedef {import("./reader.js").Read} Read
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 */

import { readHere } from "./reader.js";
import { readInSlices } from "./slices.js";
import { ask, ownAddress, startWorker } from "./workers.js";

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<Read>}
 */
export async function readLong(text, options, signal) {
  // No `blob:` here: where it is not allowed, its refusal would stand in the console of every reader.
  const helper = await startWorker(signal, [ownAddress]);
  if (!helper) return readHere(await readInSlices(text, options, signal));
  // The worker keeps the reading for topics, and ends with the element's reading.
  signal.addEventListener("abort", () => helper.terminate());
  try {
    const { data, spans } = await ask(helper, { text, options }, signal);
    return {
      data,
      spans,
      find: async (topic) => (await ask(helper, { topic }, signal)).ranges,
      free: () => helper.terminate(),
    };
  } catch (error) {
    helper.terminate();
    throw error;
  }
}
