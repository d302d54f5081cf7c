/**
 * The text of a part of the page, and the way between its offsets and the page's text nodes.
 *
 * Offsets are UTF-16 code units. White space that the page collapses becomes plain spaces one for
 * one, so that an offset inside a text node is found by subtraction; blocks are separated by blank
 * lines and `<br>` by a line end, as a person would write the text down.
 *
 * @typedef {import("../pkg/whosaid.js").Block} Block
 */

import { BLOCKS, PREFORMATTED, UNREAD } from "./elements.js";
import { firstWhere, lastAtOrBefore } from "./find.js";
import { sure } from "./sure.js";

/**
 * A stretch of the map: the text node `node` holds the text from `start` to `start + node.length`.
 * @typedef {{ node: Text, start: number }} Piece
 */

export class TextMap {
  /**
   * @param {string} text
   * @param {Piece[]} pieces In text order.
   * @param {{ element: Element, start: number }[]} blocks In text order.
   */
  constructor(text, pieces, blocks) {
    this.text = text;
    this.pieces = pieces;
    this.blocks = blocks;
    /** @type {Map<Text, number>} */
    this.starts = new Map(pieces.map((piece) => [piece.node, piece.start]));
  }

  /**
   * The page's own range for `[start, end)`, or null where no text node holds any of it.
   *
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange | null}
   */
  range(start, end) {
    const first = this.#piece(start);
    const last = this.#piece(end - 1);
    if (!first || !last || end <= start) return null;
    const from = Math.min(start - first.start, first.node.length);
    const to = Math.min(end - last.start, last.node.length);
    return new StaticRange({
      startContainer: first.node,
      startOffset: from,
      endContainer: last.node,
      endOffset: to,
    });
  }

  /** The same text in other nodes. @param {Piece[]} pieces In text order. */
  of(pieces) {
    return new TextMap(this.text, pieces, this.blocks);
  }

  /**
   * Like {@link range}, but one that can be measured and scrolled to.
   *
   * @param {number} start
   * @param {number} end
   * @returns {Range | null}
   */
  liveRange(start, end) {
    const fixed = this.range(start, end);
    if (!fixed) return null;
    const range = document.createRange();
    range.setStart(fixed.startContainer, fixed.startOffset);
    range.setEnd(fixed.endContainer, fixed.endOffset);
    return range;
  }

  /**
   * The offset of a place in the page, or -1 outside the map.
   *
   * @param {Node} node
   * @param {number} offset
   */
  offset(node, offset) {
    const start = this.starts.get(/** @type {Text} */ (node));
    return start === undefined ? -1 : start + offset;
  }

  /**
   * The stretch of text that stands within `margin` pixels of the viewport. Finds it by bisection,
   * as blocks stand below each other in text order.
   *
   * @param {number} margin
   * @returns {{ from: number, to: number }}
   */
  near(margin) {
    const { blocks, text } = this;
    /** @param {number} place */
    const box = (place) => sure(blocks[place]).element.getBoundingClientRect();
    const first = firstWhere(blocks.length, (place) => box(place).bottom >= -margin);
    const last = firstWhere(blocks.length, (place) => box(place).top > innerHeight + margin);
    return {
      from: blocks[first]?.start ?? text.length,
      to: blocks[last]?.start ?? text.length,
    };
  }

  /**
   * The last piece that begins at or before `offset`.
   * @param {number} offset
   * @returns {Piece | undefined}
   */
  #piece(offset) {
    const { pieces } = this;
    return pieces[lastAtOrBefore(pieces, offset)];
  }
}

/**
 * Maps what stands in the page under `root`, which is left as it is.
 *
 * @param {Element} root
 * @returns {TextMap}
 */
export function mapText(root) {
  let text = "";
  let gap = "";
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {{ element: Element, start: number }[]} */
  const blocks = [];

  /** @param {Element} parent @param {boolean} preformatted @param {Element} block */
  const walk = (parent, preformatted, block) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        const blank = /^\s*$/.test(node.data);
        if (blank && (gap || !text)) continue;
        if (text) text += gap;
        gap = "";
        if (blocks.at(-1)?.element !== block) blocks.push({ element: block, start: text.length });
        pieces.push({ node, start: text.length });
        text += preformatted ? node.data : node.data.replace(/[\t\n\f\r]/g, " ");
      } else if (node instanceof Element) {
        const tag = node.localName;
        if (UNREAD.has(tag) || node.hasAttribute("hidden")) continue;
        if (tag === "br") {
          if (!gap) gap = "\n";
        } else if (BLOCKS.has(tag)) {
          gap = "\n\n";
          walk(node, preformatted || PREFORMATTED.has(tag), node);
          gap = "\n\n";
        } else {
          walk(node, preformatted, block);
        }
      }
    }
  };
  walk(root, false, root);
  return new TextMap(text, pieces, blocks);
}

/** @type {Record<Block["kind"], "h2" | "h3" | "p" | "span" | "strong">} */
const TAGS = {
  "title": "h2",
  "heading": "h3",
  "furniture": "p",
  "dateline": "p",
  "paragraph": "p",
  "list-item": "p",
  "turn-label": "strong",
  "stage-note": "p",
};

/**
 * Writes a text into an article, one element for each block; blocks that share a line (a label and
 * its paragraph, a title and its date) share an element.
 *
 * @param {string} text
 * @param {readonly Block[]} blocks
 * @returns {{ article: HTMLElement, map: TextMap }}
 */
export function writeText(text, blocks) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {{ element: Element, start: number }[]} */
  const lines = [];
  const article = newArticle();
  const ends = (/** @type {string} */ between) => /[\n\r]/.test(between);
  /** @type {HTMLElement | null} */
  let line = null;
  let end = 0;

  for (const [at, { range, kind, language, direction }] of blocks.entries()) {
    const between = text.slice(end, range[0]);
    const node = document.createTextNode(text.slice(...range));
    /** @param {string} tag */
    const own = (tag) => {
      const made = block(tag, kind, direction, node);
      if (language !== "und") made.lang = language;
      return made;
    };
    if (line && !ends(between)) {
      line.append(between, own(kind === "turn-label" ? "strong" : "span"));
    } else {
      const next = blocks[at + 1];
      const shared = next?.kind === "paragraph" && !ends(text.slice(range[1], next.range[0]));
      if (kind === "turn-label") line = block("p", "turn", direction, own("strong"));
      // "LORNE (Agency) -" before the first words of a report.
      else if (kind === "dateline" && shared) line = block("p", next.kind, direction, own("span"));
      else line = own(TAGS[kind]);
      article.append(line);
      lines.push({ element: line, start: range[0] });
    }
    pieces.push({ node, start: range[0] });
    end = range[1];
  }
  return { article, map: new TextMap(text, pieces, lines) };
}

/**
 * Writes a text into an article as it comes, a paragraph a line, to be looked at until it is read.
 *
 * @param {string} text
 */
export function sketchText(text) {
  const article = newArticle();
  for (const line of text.split("\n")) if (line.trim()) article.append(block("p", "paragraph", "auto", line));
  return article;
}

function newArticle() {
  const article = document.createElement("article");
  article.slot = "text";
  return article;
}

/** @param {string} tag @param {string} kind @param {string} direction @param {Node | string} child */
function block(tag, kind, direction, child) {
  const made = document.createElement(tag);
  made.dataset.block = kind;
  made.dir = direction;
  made.append(child);
  return made;
}
