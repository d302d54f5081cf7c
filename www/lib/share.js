/**
 * Keeps what an element shows in the page's address and follows that when it changes, where the
 * element's `share` attribute asks for it.
 *
 * @typedef {import("../who-said.js").WhoSaid} WhoSaid
 */

import { readAddress, writeAddress } from "./address.js";

/** Shows what the address says whenever the reader goes to another. @param {WhoSaid} host @param {AbortSignal} signal */
export function followAddress(host, signal) {
  addEventListener("hashchange", () => takeAddress(host), { signal });
}

/** Writes what is shown into the address. No step in the reader's history is made. @param {WhoSaid} host */
export function keepAddress(host) {
  if (host.share === null) return;
  const { filter, topics, selected } = host;
  const hash = writeAddress(location.hash, keyOf(host.share), { filter, topics, statement: selected });
  if (hash === location.hash) return;
  history.replaceState(history.state, "", hash || location.pathname + location.search);
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
