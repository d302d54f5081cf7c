/**
 * Workers that read beside the page: starting one, and asking it.
 */

import { scriptAddress } from "./trusted.js";

const script = () => scriptAddress("lib/worker.js");

/**
 * @returns {string} Works where the script comes from the page's own origin.
 * @throws {Error} If it does not: some browsers would complain in the console as well.
 */
export function ownAddress() {
  const address = script();
  if (new URL(String(address)).origin !== location.origin) throw new Error("a worker from another origin");
  return address;
}

/** Works where the page's policy allows `blob:` workers, wherever the script comes from. */
export function blobAddress() {
  const source = `import ${JSON.stringify(String(script()))};`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

/**
 * @param {AbortSignal | undefined} signal
 * @param {readonly (() => string)[]} addresses What to try, one after the other.
 * @returns {Promise<Worker | null>} Null where no worker can be had.
 * @throws The signal's reason.
 */
export async function startWorker(signal, addresses) {
  if (typeof Worker !== "function") return null;
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
    await hear(helper, signal, ({ ready }) => ready);
    return helper;
  } catch (error) {
    helper.terminate();
    throw error;
  } finally {
    if (String(address).startsWith("blob:")) URL.revokeObjectURL(address);
  }
}

let asked = 0;

/**
 * @param {Worker} helper
 * @param {object} question
 * @param {AbortSignal} [signal] Ends the worker, as nothing else stops it.
 * @param {(done: number) => void} [progress]
 * @returns {Promise<any>}
 */
export async function ask(helper, question, signal, progress) {
  const id = (asked += 1);
  const answer = hear(helper, signal, (data) => {
    if (data.id !== id) return false;
    if (data.error) throw new Error(data.error);
    if (data.done === undefined) return true;
    progress?.(data.done);
    return false;
  });
  helper.postMessage({ id, ...question });
  try {
    return await answer;
  } catch (error) {
    if (signal?.aborted) helper.terminate();
    throw error;
  }
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
