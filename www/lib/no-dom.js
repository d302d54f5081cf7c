/**
 * The core with what it takes to read web pages and files, for places without a DOM: Node and workers.
 * It carries an HTML5 parser, parse5, which no page needs.
 */

/** @import { BytesOptions, Parsed } from "./pages.js" */
/** @import { ParseOptions } from "../pkg/whosaid.js" */

import { readBytes, readHtml } from "./pages.js";
import { parser } from "./parse5.js";

export * from "../pkg/whosaid.js";
export { default } from "../pkg/whosaid.js";
export { Parsed } from "./pages.js";

/**
 * As of `whosaid`; a Document or an Element is one of a DOM of your own.
 *
 * @param {string | Document | Element} html
 * @param {ParseOptions} [options]
 * @returns {Parsed}
 */
export function parseHtml(html, options = {}) {
  return readHtml(html, options, parser);
}

/**
 * As of `whosaid`.
 *
 * @param {ArrayBuffer | ArrayBufferView} bytes
 * @param {BytesOptions} [options]
 * @returns {Parsed}
 */
export function parseBytes(bytes, options = {}) {
  return readBytes(bytes, options, parser);
}
