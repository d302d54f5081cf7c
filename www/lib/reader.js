/**
 * Reads texts for the elements of a page: beside it, in a worker that they share, so that the page
 * never waits; in the page itself where no worker can be had (a script from another origin or in a
 * bundle of somebody's, a policy that forbids it).
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("../pkg/whosaid.js").Range} Range
 */

import { ask, insist, LONG, ownAddress, startWorker, Trap } from "./workers.js";

/**
 * @typedef {object} Read
 * @property {ReadingData} data
 * @property {Uint32Array} spans
 * @property {(topic: Topic) => Range[] | Promise<Range[]>} find Where a topic's words stand.
 */

/** @typedef {{ read(text: string, options: ParseOptions, signal: AbortSignal): Promise<Read> }} Way */

/** @type {Promise<Way> | null} */
let way = null;

/** How many texts are read or held. */
let users = 0;

/** The worker, and those before it whose core has stopped: other texts are held there. @type {Worker[]} */
let workers = [];

/** Whether a worker has grown by a long text, or stopped. */
let spent = false;

/** Has the way found while a page still looks for its text; what goes wrong is told by {@link read}. */
export function getReady() {
  theWay().catch(() => {});
}

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal} signal Ends the reading, and what is held for it.
 * @returns {Promise<Read>}
 */
export async function read(text, options, signal) {
  signal.throwIfAborted();
  users += 1;
  signal.addEventListener("abort", leave);
  return insist(async () => {
    const taken = theWay();
    const { read } = await taken;
    signal.throwIfAborted();
    return read(text, options, signal).catch((error) => {
      if (error instanceof Trap && way === taken) {
        spent = true;
        way = null;
      }
      throw error;
    });
  });
}

function theWay() {
  way ??= findWay().catch((error) => {
    way = null;
    throw error;
  });
  return way;
}

/** @returns {Promise<Way>} */
async function findWay() {
  // No `blob:` here: where it is not allowed, its refusal would stand in the console of every reader.
  const worker = await startWorker([ownAddress]);
  if (!worker) return import("./here.js");
  workers.push(worker);
  let last = 0;
  return {
    /** @type {typeof read} */
    async read(text, options, signal) {
      const reading = (last += 1);
      if (text.length >= LONG) spent = true;
      signal.addEventListener("abort", () => worker.postMessage({ free: reading }));
      const { data, spans } = await ask(worker, { reading, text, options }, signal);
      return { data, spans, find: async (topic) => (await ask(worker, { reading, topic }, signal)).ranges };
    },
  };
}

/** Ends workers that are spent, with the last text that is held. */
function leave() {
  users -= 1;
  if (users > 0 || !spent) return;
  for (const worker of workers) worker.terminate();
  workers = [];
  spent = false;
  way = null;
}
