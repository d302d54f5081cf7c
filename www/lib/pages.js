/**
 * Reads web pages and files: their text, who says what in it, and where it stands in what was given.
 *
 * @typedef {import("../pkg/whosaid.js").Reading} Reading
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").ParseOptions} ParseOptions
 * @typedef {import("../pkg/whosaid.js").Range} Range
 */

import { parse } from "../pkg/whosaid.js";
import { charsetOf, decode } from "./bytes.js";
import { mark } from "./markup.js";
import { checkOptions, optionError } from "./options.js";
import { DOM, isPage, placeOf, readTree } from "./readable.js";

/**
 * How markup becomes a tree.
 *
 * @template N
 * @typedef {object} Parser
 * @property {import("./readable.js").Tree<N>} tree
 * @property {(markup: string) => N} parse
 */

/**
 * @typedef {ParseOptions & { charset?: string | undefined, contentType?: string | undefined }} BytesOptions
 *   `charset` is the encoding where it is known; `contentType` is what a server said, type and charset.
 */

/** The longest file that is read, in bytes. */
const MAX_BYTES = 64 << 20;

const MARKUP = /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i;

/** A reading, and the way from its text back to what was given. */
export class Parsed {
  #toSource;
  #toDom;

  /**
   * @param {object} parts
   * @param {string} parts.text
   * @param {ParseOptions} parts.options
   * @param {string | null} [parts.source]
   * @param {Node | null} [parts.document]
   * @param {import("./bytes.js").Decoded | null} [parts.decoded]
   * @param {(range: Range) => Range | null} parts.toSource
   * @param {(range: Range) => StaticRangeInit | null} [parts.toDom]
   */
  constructor({ text, options, source = null, document = null, decoded = null, toSource, toDom = () => null }) {
    /** What was read. The positions of `reading` are those of this text. */
    this.text = text;
    this.reading = parse(text, options);
    /** The markup or the characters of the file; null where a DOM was given. */
    this.source = source;
    /** The document that was given, or that the browser made of the markup; null where there is none. */
    this.document = document;
    /** Of a file: the encoding's name in small letters, such as `utf-8`. */
    this.encoding = decoded?.encoding ?? null;
    /** Of a file: whether bytes had to be replaced. */
    this.damaged = decoded?.damaged ?? false;
    this.#toSource = toSource;
    this.#toDom = toDom;
  }

  /**
   * Where words of the text stand in `source`, tags and comments between them included.
   *
   * @param {Range} range
   * @returns {Range | null} Null where there is no source.
   */
  toSource(range) {
    return this.#toSource(range);
  }

  /**
   * Where words of the text stand in the document, for `new StaticRange` or a range's `setStart` and
   * `setEnd`.
   *
   * @param {Range} range
   * @returns {StaticRangeInit | null} Null where there is no document.
   */
  toDom([start, end]) {
    return this.#toDom([start, end]);
  }

  /**
   * The whole reading with its positions in `source`.
   *
   * @returns {ReadingData | null} Null where there is no source.
   */
  sourceData() {
    return this.source === null ? null : moved(this.reading.toJSON(), (range) => this.toSource(range));
  }

  /** Gives the reading's memory back. */
  free() {
    this.reading.free();
  }
}

/**
 * @template N
 * @param {string | Document | Element} html
 * @param {ParseOptions} options
 * @param {Parser<N>} parser
 * @returns {Parsed}
 */
export function readHtml(html, options, parser) {
  if (typeof html === "string") return readMarkup(html, options, parser, null);
  if (!(html instanceof Object) || ![1, 9, 11].includes(html.nodeType)) {
    throw optionError("html", html, "a string, a Document or an Element");
  }
  const { text, stretches } = readTree(/** @type {Node} */ (html), DOM);
  return new Parsed({
    text,
    options,
    document: html,
    toSource: () => null,
    toDom: ([start, end]) => placeOf(stretches, start, end),
  });
}

/**
 * @template N
 * @param {ArrayBuffer | ArrayBufferView} bytes
 * @param {BytesOptions} options
 * @param {Parser<N>} parser
 * @returns {Parsed}
 */
export function readBytes(bytes, options, parser) {
  checkOptions(options, ["format", "charset", "contentType"]);
  const { charset, contentType, ...others } = options;
  for (const [name, value] of Object.entries({ charset, contentType })) {
    if (value !== undefined && typeof value !== "string") throw optionError(name, value, "a string");
  }
  const view = viewOf(bytes);
  if (!view) throw optionError("bytes", bytes, "an ArrayBuffer or a view of one");
  refuseLong(view.length);
  const decoded = decode(view, charset ?? (contentType && charsetOf(contentType)));
  const { text } = decoded;
  if (contentType ? MARKUP.test(contentType) : isPage(text)) return readMarkup(text, others, parser, decoded);
  return new Parsed({ text, options: others, source: text, decoded, toSource: (range) => range });
}

/**
 * @template N
 * @param {string} markup
 * @param {ParseOptions} options
 * @param {Parser<N>} parser
 * @param {import("./bytes.js").Decoded | null} decoded
 */
function readMarkup(markup, options, { tree, parse }, decoded) {
  refuseLong(markup.length);
  const marked = mark(markup);
  const root = parse(marked?.marked ?? markup);
  marked?.marks.clean(root, tree);
  const readable = readTree(root, tree);
  const map = marked?.marks.map(readable, tree);
  const isDom = /** @type {unknown} */ (tree) === DOM;
  return new Parsed({
    text: readable.text,
    options,
    source: markup,
    document: isDom ? /** @type {Node} */ (root) : null,
    decoded,
    toSource: (range) => map?.source(range) ?? null,
    ...(isDom && { toDom: ([start, end]) => placeOf(/** @type {any[]} */ (readable.stretches), start, end) }),
  });
}

/** @param {ArrayBuffer | ArrayBufferView} bytes */
function viewOf(bytes) {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null;
}

/** @param {number} length */
function refuseLong(length) {
  if (length > MAX_BYTES) throw new Error(`the text has ${length} bytes; the limit is ${MAX_BYTES}`);
}

/**
 * The same data with every range moved.
 *
 * @template T
 * @param {T} data
 * @param {(range: Range) => Range | null} move
 * @returns {T}
 */
function moved(data, move) {
  if (Array.isArray(data)) {
    const isRange = data.length === 2 && data.every((item) => typeof item === "number");
    return /** @type {any} */ (isRange ? move(/** @type {any} */ (data)) : data.map((item) => moved(item, move)));
  }
  if (data === null || typeof data !== "object") return data;
  return /** @type {any} */ (Object.fromEntries(Object.entries(data).map(([key, value]) => [key, moved(value, move)])));
}
