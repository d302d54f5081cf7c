/**
 * Reads a text: beside the page in a worker where it is long, and in the page otherwise or where no
 * worker can be had (a script from another origin, a policy without `worker-src`).
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("../pkg/whosaid.js").Range} Range
 */

import { core } from "./core.js";
import { sure } from "./sure.js";
import { scriptAddress } from "./trusted.js";

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
  if (text.length >= LONG) {
    const helper = await startWorker(signal);
    if (helper) return readBeside(helper, text, options);
  }
  const { parse } = await core();
  signal.throwIfAborted();
  const reading = parse(text, options);
  return {
    data: reading.toJSON(),
    spans: reading.spans(),
    find: (topic) => sure(reading.highlight([topic])[0]).ranges,
    free: () => reading.free(),
  };
}

/**
 * @param {Worker} helper
 * @param {string} text
 * @param {ParseOptions} options
 * @returns {Promise<Read>}
 */
async function readBeside(helper, text, options) {
  try {
    const { data, spans } = await ask(helper, { text, options });
    return {
      data,
      spans,
      find: async (topic) => (await ask(helper, { topic })).ranges,
      free: () => helper.terminate(),
    };
  } catch (error) {
    helper.terminate();
    throw error;
  }
}

/** How many questions have been asked, so that each answer finds its own. */
let asked = 0;

/**
 * @param {Worker} helper
 * @param {object} question
 * @returns {Promise<any>}
 */
function ask(helper, question) {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    /** @param {MessageEvent} event */
    const hear = ({ data }) => {
      if (data.id !== id) return;
      helper.removeEventListener("message", hear);
      if (data.error) reject(new Error(data.error));
      else resolve(data);
    };
    helper.addEventListener("message", hear);
    helper.postMessage({ id, ...question });
  });
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Worker | null>} Null where no worker can be had.
 */
async function startWorker(signal) {
  try {
    const address = scriptAddress("lib/worker.js");
    if (new URL(address).origin !== location.origin) return null;
    const helper = new Worker(address, { type: "module" });
    signal.addEventListener("abort", () => helper.terminate());
    return await new Promise((resolve, reject) => {
      helper.addEventListener("message", () => resolve(helper), { once: true });
      helper.addEventListener("error", reject, { once: true });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
