/**
 * Workers that read beside the page: starting one, and asking it.
 */

import { address, isInPlace, scriptAddress } from "./trusted.js";

/**
 * From this length on (UTF-16 units) reading would make a page stutter, and takes memory that a worker
 * gives back only by its end.
 */
export const LONG = 150_000;

const SCRIPT = "lib/worker.js";
const MODULE = "pkg/whosaid_bg.wasm";

/** @type {Promise<WebAssembly.Module> | null} */
let module = null;

/**
 * @returns {string} Works where the script comes from the page's own origin.
 * @throws {Error} If it does not: some browsers would complain in the console as well.
 */
export function ownAddress() {
  if (new URL(address(SCRIPT)).origin !== location.origin) throw new Error("a worker from another origin");
  return scriptAddress(SCRIPT);
}

/** Works where the page's policy allows `blob:` workers, wherever the script comes from. */
export function blobAddress() {
  const source = `import ${JSON.stringify(address(SCRIPT))};`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

/**
 * @param {readonly (() => string)[]} addresses What to try, one after the other.
 * @param {AbortSignal} [signal]
 * @returns {Promise<Worker | null>} Null where no worker can be had.
 * @throws The signal's reason.
 */
export async function startWorker(addresses, signal) {
  if (typeof Worker !== "function" || !isInPlace()) return null;
  for (const address of addresses) {
    try {
      return await started(address(), signal);
    } catch {
      signal?.throwIfAborted();
    }
  }
  return null;
}

/**
 * @param {string} address
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<Worker>} One that has said that it can read.
 */
async function started(address, signal) {
  const helper = new Worker(address, { type: "module" });
  try {
    // The module is fetched while the worker starts.
    const sent = compiled().then((module) => helper.postMessage({ module }));
    await Promise.all([sent, hear(helper, signal, ({ ready }) => ready)]);
    return helper;
  } catch (error) {
    helper.terminate();
    throw error;
  } finally {
    if (String(address).startsWith("blob:")) URL.revokeObjectURL(address);
  }
}

/** The core, compiled once for all workers. A later call tries again after a failure. */
function compiled() {
  module ??= compile().catch((error) => {
    module = null;
    throw error;
  });
  return module;
}

/** Some servers send wasm by a wrong type, which streaming does not take. */
async function compile() {
  const response = await fetch(address(MODULE));
  const isTyped = response.headers.get("content-type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The core of a worker has stopped in the middle of its work, and can't be relied on for more. */
export class Trap extends Error {}

/**
 * Does a work, and where a core has stopped in it does it once more: the fault may be the engine's, and
 * then seldom comes twice.
 *
 * @template Result
 * @param {() => Promise<Result>} work Takes another worker after a {@link Trap}.
 * @returns {Promise<Result>}
 */
export async function insist(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Trap) return work();
    throw error;
  }
}

let asked = 0;

/**
 * @param {Worker} helper
 * @param {object} question
 * @param {AbortSignal} [signal] Ends the waiting; what the worker does only its own end stops.
 * @param {(done: number) => void} [progress]
 * @returns {Promise<any>}
 * @throws {Trap}
 */
export function ask(helper, question, signal, progress) {
  const id = (asked += 1);
  const answer = hear(helper, signal, (data) => {
    if (data.id !== id) return false;
    if (data.error) throw new (data.trapped ? Trap : Error)(data.error);
    if (data.done === undefined) return true;
    progress?.(data.done);
    return false;
  });
  helper.postMessage({ id, ...question });
  return answer;
}

/**
 * Waits for a message.
 *
 * @param {Worker} helper
 * @param {AbortSignal | undefined} signal
 * @param {(data: any) => boolean} isWanted
 * @returns {Promise<any>}
 */
function hear(helper, signal, isWanted) {
  const listening = new AbortController();
  /** @type {Promise<any>} */
  const heard = new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", () => reject(signal.reason), listening);
    helper.addEventListener("error", reject, listening);
    helper.addEventListener(
      "message",
      ({ data }) => {
        try {
          if (isWanted(data)) resolve(data);
        } catch (error) {
          reject(error);
        }
      },
      listening,
    );
  });
  return heard.finally(() => listening.abort());
}
