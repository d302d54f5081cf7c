/**
 * One way to read texts for pages that do not use the element: in a worker, or in the page where no
 * worker can be had.
 *
 *     import { createReader } from "whosaid/worker";
 *     const reader = createReader({ worker: true });
 *     const { data, spans } = await reader.read(text, { format: "auto" }, { signal });
 *     reader.close();
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 */

import { core } from "./core.js";
import { scriptAddress } from "./trusted.js";

/**
 * @typedef {object} Result
 * @property {ReadingData} data
 * @property {Uint32Array} spans As of `Reading.spans`.
 */

/**
 * @typedef {object} Running
 * @property {AbortSignal} [signal] Ends the reading; the promise rejects with its reason.
 * @property {(step: "loading" | "reading" | "done") => void} [progress] Told at the start of a step.
 */

/**
 * @param {{ worker?: boolean }} [options] `worker: false` reads in the page.
 */
export function createReader({ worker = true } = {}) {
  return new BackgroundReader(worker);
}

class BackgroundReader {
  /** @type {Promise<Worker | null> | null} */
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
    const reading = this.#last.then(() => this.#read(text, options, running));
    this.#last = reading.catch(() => {});
    return reading;
  }

  /** Ends the worker; a later read starts another. */
  close() {
    const helper = this.#helper;
    this.#helper = null;
    void helper?.then((worker) => worker?.terminate());
  }

  /**
   * @param {string} text
   * @param {ParseOptions} options
   * @param {Running} running
   */
  async #read(text, options, { signal, progress }) {
    signal?.throwIfAborted();
    progress?.("loading");
    this.#helper ??= this.#beside ? startWorker() : Promise.resolve(null);
    const helper = await this.#helper;
    signal?.throwIfAborted();
    const result = helper
      ? this.#ask(helper, { text, options }, signal, progress)
      : readHere(text, options, signal, progress);
    const { data, spans } = await result;
    progress?.("done");
    return { data, spans };
  }

  /**
   * @param {Worker} helper
   * @param {object} question
   * @param {AbortSignal | undefined} signal
   * @param {Running["progress"]} progress
   * @returns {Promise<Result>}
   */
  #ask(helper, question, signal, progress) {
    progress?.("reading");
    const { promise, resolve, reject } = deferred();
    const listening = new AbortController();
    const id = crypto.randomUUID();
    helper.addEventListener(
      "message",
      ({ data }) => {
        if (data.id !== id) return;
        if (data.error) reject(new Error(data.error));
        else resolve(data);
      },
      listening,
    );
    // The only way to stop it; the next read starts another.
    signal?.addEventListener("abort", () => (this.close(), reject(signal.reason)), listening);
    helper.postMessage({ id, ...question });
    return promise.finally(() => listening.abort());
  }
}

/**
 * @param {string} text
 * @param {ParseOptions} options
 * @param {AbortSignal | undefined} signal
 * @param {Running["progress"]} progress
 * @returns {Promise<Result>}
 */
async function readHere(text, options, signal, progress) {
  const { parse } = await core();
  progress?.("reading");
  // Lets the page show what it was told.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  const reading = parse(text, options);
  try {
    return { data: reading.toJSON(), spans: reading.spans() };
  } finally {
    reading.free();
  }
}

/** @returns {Promise<Worker | null>} Null where no worker can be had. */
async function startWorker() {
  if (typeof Worker !== "function") return null;
  for (const open of [ownAddress, blobAddress]) {
    try {
      return await started(open());
    } catch {}
  }
  return null;
}

/** Works where the script comes from the page's own origin. */
function ownAddress() {
  return scriptAddress("lib/worker.js");
}

/** Works where the page's policy allows `blob:` workers. */
function blobAddress() {
  const script = `import ${JSON.stringify(String(ownAddress()))};`;
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}

/** @param {string} address @returns {Promise<Worker>} */
async function started(address) {
  const helper = new Worker(address, { type: "module" });
  const { promise, resolve, reject } = deferred();
  helper.addEventListener("message", resolve, { once: true });
  helper.addEventListener("error", reject, { once: true });
  try {
    await promise;
    return helper;
  } catch (error) {
    helper.terminate();
    throw error;
  } finally {
    if (address.startsWith("blob:")) URL.revokeObjectURL(address);
  }
}

function deferred() {
  /** @type {(value: any) => void} */
  let resolve = () => {};
  /** @type {(reason: any) => void} */
  let reject = () => {};
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
