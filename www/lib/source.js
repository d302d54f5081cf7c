/**
 * Where an element's text comes from: its `text`, its `src`, or what stands inside it.
 *
 * @typedef {import("./text-map.js").TextMap} TextMap
 * @typedef {import("../pkg/whosaid.js").Block} Block
 */

import { mapText, writeText } from "./text-map.js";

/**
 * @typedef {object} Source
 * @property {string} text
 * @property {(blocks: readonly Block[]) => TextMap} place Puts the text into the page if it is not
 *   there yet, and says where its parts stand.
 * @property {boolean} written Whether the text is written into an article of its own.
 */

/**
 * @param {HTMLElement & { text: string | null, src: string }} host
 * @param {AbortSignal} signal
 * @returns {Promise<Source>}
 */
export async function findSource(host, signal) {
  const text = host.text ?? (host.src ? await load(host.src, signal) : null);
  if (text === null) {
    ownArticle(host)?.remove();
    const map = mapText(host);
    return { text: map.text, place: () => map, written: false };
  }
  return {
    text,
    written: true,
    place: (blocks) => {
      const { article, map } = writeText(text, blocks);
      ownArticle(host)?.remove();
      articles.set(host, article);
      host.append(article);
      return map;
    },
  };
}

/** The articles that were written here, by the element they stand in. @type {WeakMap<HTMLElement, HTMLElement>} */
const articles = new WeakMap();

/** @param {HTMLElement} host */
export function ownArticle(host) {
  return articles.get(host);
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function load(address, signal) {
  const { protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new Error(`src must be an http or https address, not ${protocol}`);
  }
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
