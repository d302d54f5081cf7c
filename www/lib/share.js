/**
 * Keeps what an element shows in the page's address and follows that when it changes, where the
 * element's `share` attribute asks for it.
 *
 * @typedef {import("../who-said.js").WhoSaid} WhoSaid
 */

import { readAddress, writeAddress } from "./address.js";

/** Shows what the address says whenever the reader goes to another, until the signal. @param {WhoSaid} host @param {AbortSignal} signal */
export function followAddress(host, signal) {
  addEventListener("hashchange", () => takeAddress(host), { signal });
  signal.addEventListener("abort", () => settleAddress(host));
}

/** Least time between two writings (ms): browsers refuse more than ten in a second, and throw. */
const PACE = 400;

/** Elements whose address was written lately. @type {WeakMap<WhoSaid, ReturnType<typeof setTimeout>>} */
const resting = new WeakMap();

/**
 * Writes what is shown into the address: at once, or after a pause where that has been written lately. No
 * step in the reader's history is made.
 *
 * @param {WhoSaid} host
 */
export function keepAddress(host) {
  if (resting.has(host) || !write(host)) return;
  const again = () => {
    resting.delete(host);
    keepAddress(host);
  };
  resting.set(host, setTimeout(again, PACE));
}

/** Writes what is still to be written, before anybody reads the address. @param {WhoSaid} host */
export function settleAddress(host) {
  clearTimeout(resting.get(host));
  resting.delete(host);
  // An element that has been taken out belongs to a page that the reader may have left.
  if (host.isConnected) write(host);
}

/** @param {WhoSaid} host @returns {boolean} Whether it has been written anew. */
function write(host) {
  if (host.share === null) return false;
  const { filter, topics, selected } = host;
  const hash = writeAddress(location.hash, keyOf(host.share), { filter, topics, statement: selected });
  if (hash === location.hash) return false;
  try {
    history.replaceState(history.state, "", hash || location.pathname + location.search);
    return true;
  } catch {
    // Others write there too, and the browser has had enough of it: the next change tries again.
    return false;
  }
}

/** Shows what the address says. @param {WhoSaid} host */
export function takeAddress(host) {
  if (host.share === null) return;
  const shown = readAddress(location.hash, keyOf(host.share));
  if (!shown) return;
  const { filter, topics, statement } = shown;
  const own = host.topics.filter(({ label }) => !topics.some((topic) => topic.label === label));
  if (topics.length > 0) host.topics = [...own, ...topics];
  host.filter = /** @type {import("./ledger.js").Filter} */ (filter);
  host.selected = statement;
}

/** Several elements of a page have keys of their own. @param {string} share */
const keyOf = (share) => (share ? `whosaid-${share}` : "whosaid");
