/**
 * Where an element's text comes from: its `text`, its `src`, or what stands inside it.
 *
 * @typedef {import("./text-map.js").TextMap} TextMap
 * @typedef {import("../pkg/whosaid.js").Block} Block
 */

import { mapText, sketchText, writeText } from "./text-map.js";
import { inertDocument } from "./trusted.js";

/** @typedef {{ text: string, isMarkup: boolean }} Loaded */

/**
 * @typedef {object} Source
 * @property {string} text
 * @property {((all: boolean) => void) | null} preview Puts the text, or at least its beginning, into
 *   the page as it came; null where it stands there already.
 * @property {(blocks: readonly Block[]) => TextMap} place Puts the text into the page if it is not
 *   there yet, and says where its parts stand.
 */

/**
 * @param {HTMLElement & { text: string | null, src: string }} host
 * @param {AbortSignal} signal
 * @returns {Promise<Source>}
 */
export async function findSource(host, signal) {
  if (host.text !== null) return plain(host, host.text);
  if (host.src) {
    const { text, isMarkup } = await load(host.src, signal);
    return isMarkup ? marked(host, text) : plain(host, text);
  }
  dropArticle(host);
  const map = mapText(host);
  return { text: map.text, preview: null, place: () => map };
}

/** So much of a text fills the first screens (UTF-16 units). */
const SCREENS = 6000;

const MARKUP = new Set(["text/html", "application/xhtml+xml"]);

/** @param {HTMLElement} host @param {string} text @returns {Source} */
function plain(host, text) {
  return {
    text,
    preview: (all) => putArticle(host, sketchText(all ? text : text.slice(0, SCREENS))),
    place: (blocks) => {
      const { article, map } = writeText(text, blocks);
      putArticle(host, article);
      return map;
    },
  };
}

/** @param {HTMLElement} host @param {string} markup @returns {Promise<Source>} */
async function marked(host, markup) {
  const { copyReadable } = await import("./html.js");
  const article = copyReadable(inertDocument(markup));
  article.slot = "text";
  const map = mapText(article);
  return {
    text: map.text,
    preview: () => putArticle(host, article),
    place: () => map,
  };
}

/** The articles that were written here, by the element they stand in. @type {WeakMap<HTMLElement, HTMLElement>} */
const articles = new WeakMap();

/** @param {HTMLElement} host @param {HTMLElement} article */
function putArticle(host, article) {
  dropArticle(host);
  articles.set(host, article);
  host.append(article);
}

/** Takes out what was written here. @param {HTMLElement} host */
export function dropArticle(host) {
  articles.get(host)?.remove();
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Loaded>}
 */
async function load(address, signal) {
  const { protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new Error(`src must be an http or https address, not ${protocol}`);
  }
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = await decode(bytes, contentType);
  return { text, isMarkup: MARKUP.has(contentType.replace(/;.*/, "").trim().toLowerCase()) };
}

/** @param {Uint8Array} bytes @param {string} contentType */
async function decode(bytes, contentType) {
  // What nearly all servers send needs no look at the bytes, but for a mark of UTF-16.
  if (/;\s*charset="?utf-8/i.test(contentType) && (bytes[0] ?? 0) < 0xfe) return new TextDecoder().decode(bytes);
  const { charsetOf, decode } = await import("./bytes.js");
  return decode(bytes, charsetOf(contentType)).text;
}
