/**
 * One way to read texts for pages that do not use the element: in a worker, or in the page slice by
 * slice where no worker can be had.
 *
 *     import { createReader } from "whosaid/worker";
 *     const reader = createReader({ worker: true });
 *     const { data, spans } = await reader.read(text, { format: "auto" }, { signal });
 *     reader.close();
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 */

import { checkOptions, optionError } from "./options.js";
import { readInSlices } from "./slices.js";
import { ask, blobAddress, insist, ownAddress, startWorker, Trap } from "./workers.js";

/**
 * @typedef {object} Result
 * @property {ReadingData} data
 * @property {Uint32Array} spans As of `Reading.spans`.
 */

/**
 * @typedef {object} Running
 * @property {AbortSignal} [signal] Stops the reading; the promise rejects with its reason.
 * @property {(step: "loading" | "reading" | "done", done: number) => void} [progress] Told at the start
 *   of a step and between the parts of the reading, with the share that is done, 0 to 1.
 */

/**
 * @param {{ worker?: boolean }} [options] `worker: false` reads in the page.
 */
export function createReader(options = {}) {
  checkOptions(options, ["worker"]);
  const { worker = true } = options;
  if (typeof worker !== "boolean") throw optionError("worker", worker, "true or false");
  return new BackgroundReader(worker);
}

class BackgroundReader {
  /** @type {Worker | null} */
  #helper = null;
  /** Reads wait for each other: a worker holds one text at a time. @type {Promise<unknown>} */
  #last = Promise.resolve();
  #beside;

  /** @param {boolean} beside */
  constructor(beside) {
    this.#beside = beside;
  }

  /**
   * @param {string} text
   * @param {ParseOptions} [options]
   * @param {Running} [running]
   * @returns {Promise<Result>} Rejects as `parse` throws.
   */
  read(text, options = {}, running = {}) {
    const { signal } = running;
    const reading = this.#last.then(() => this.#read(text, options, running));
    this.#last = reading.catch(() => {});
    if (!signal) return reading;
    // One that still waits for its turn is not kept waiting.
    const stopped = new AbortController();
    const stop = new Promise((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), stopped);
    });
    return Promise.race([reading, stop]).finally(() => stopped.abort());
  }

  /** Ends the worker; a later read starts another. */
  close() {
    this.#helper?.terminate();
    this.#helper = null;
  }

  /**
   * @param {string} text
   * @param {ParseOptions} options
   * @param {Running} running
   * @returns {Promise<Result>}
   */
  async #read(text, options, { signal, progress }) {
    signal?.throwIfAborted();
    progress?.("loading", 0);
    /** @param {number} done */
    const tell = (done) => progress?.("reading", done);
    const beside = await insist(() => this.#readBeside(text, options, signal, tell));
    const result = beside ?? (await readHere(text, options, signal, tell));
    progress?.("done", 1);
    return result;
  }

  /**
   * @param {string} text
   * @param {ParseOptions} options
   * @param {AbortSignal | undefined} signal
   * @param {(done: number) => void} tell
   * @returns {Promise<Result | null>} Null where no worker can be had.
   * @throws {Trap} After which there is no worker.
   */
  async #readBeside(text, options, signal, tell) {
    if (!this.#beside) return null;
    this.#helper ??= await startWorker([ownAddress, blobAddress], signal);
    if (!this.#helper) {
      this.#beside = false;
      return null;
    }
    try {
      // The worker holds the one reading until the next takes its number.
      const { data, spans } = await ask(this.#helper, { reading: 0, text, options }, signal, tell);
      return { data, spans };
    } catch (error) {
      if (signal?.aborted || error instanceof Trap) this.close();
      throw error;
    }
  }
}

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal | undefined} signal
 * @param {(done: number) => void} tell
 * @returns {Promise<Result>}
 */
async function readHere(text, options, signal, tell) {
  const reading = await readInSlices(text, options, signal, tell);
  try {
    return { data: reading.toJSON(), spans: reading.spans() };
  } finally {
    reading.free();
  }
}
