/**
 * The core with what it takes to read web pages and files, for places that have a DOM.
 */

/** @import { BytesOptions, Parsed } from "./pages.js" */
/** @import { ParseOptions } from "../pkg/whosaid.js" */

import { readBytes, readHtml } from "./pages.js";
import { DOM } from "./readable.js";
import { inertDocument } from "./trusted.js";

export * from "../pkg/whosaid.js";
export { default } from "../pkg/whosaid.js";
export { Parsed } from "./pages.js";

/** @type {import("./pages.js").Parser<Node>} */
const parser = {
  tree: DOM,
  parse: (markup) => {
    if (typeof DOMParser !== "function") {
      throw new Error('there is no DOM here to read markup by; import `parseHtml` from "whosaid/no-dom"');
    }
    return inertDocument(markup);
  },
};

/**
 * Finds who says what in a web page: in its article, its main part or its body. Scripts, styles,
 * comments, menus, forms, asides and footers are left out; nothing in the page is run or loaded.
 *
 * @param {string | Document | Element} html Markup of at most 64 MiB, or what stands in a document.
 * @param {ParseOptions} [options]
 * @returns {Parsed}
 */
export function parseHtml(html, options = {}) {
  return readHtml(html, options, parser);
}

/**
 * Finds who says what in a file. Its encoding is told by a byte order mark, `charset`, `contentType`,
 * what a page says of itself, or a look at the bytes; a page is read as by {@link parseHtml}.
 *
 * @param {ArrayBuffer | ArrayBufferView} bytes
 * @param {BytesOptions} [options]
 * @returns {Parsed}
 */
export function parseBytes(bytes, options = {}) {
  return readBytes(bytes, options, parser);
}
