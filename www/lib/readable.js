/**
 * The readable text of a page, one paragraph for each block, out of its tree: out of its article where
 * one is marked, its main part, or all of it.
 *
 * It is `src/html/writer.rs` for trees, and a table of odd pages holds the two to each other.
 */

import { BESIDE, BLOCKS, PREFORMATTED, UNREAD } from "./elements.js";
import { lastAtOrBefore } from "./find.js";

/**
 * How a tree is looked at, whoever made it.
 *
 * @template N
 * @typedef {object} Tree
 * @property {(node: N) => ArrayLike<N>} children
 * @property {(node: N) => string | null} text Of a text node; null for all others.
 * @property {(node: N) => string} name Of an element, in small letters; empty for all others.
 * @property {(node: N, name: string) => string | null} attribute
 * @property {(node: N) => N | null} apart What a `<template>` holds.
 * @property {(node: N, text: string) => void} write Changes a text node.
 */

/**
 * A part of a text node: `length` units, from `from` in the node and `start` in the text.
 *
 * @template N
 * @typedef {{ node: N, from: number, start: number, length: number }} Stretch
 */

/**
 * @template N
 * @typedef {object} Readable
 * @property {string} text
 * @property {Stretch<N>[]} stretches In text order.
 * @property {N} root What the text was taken out of.
 */

/** The tree of a document of the browser. @type {Tree<Node>} */
export const DOM = {
  children: (node) => node.childNodes,
  text: (node) => (node.nodeType === 3 || node.nodeType === 4 ? (node.nodeValue ?? "") : null),
  name: (node) => (node.nodeType === 1 ? /** @type {Element} */ (node).localName.toLowerCase() : ""),
  attribute: (node, name) => /** @type {Element} */ (node).getAttribute(name),
  apart: (node) => (node.nodeName === "TEMPLATE" ? (/** @type {Partial<HTMLTemplateElement>} */ (node).content ?? null) : null),
  write: (node, text) => void (node.nodeValue = text),
};

/**
 * Whether a text is a whole page, by its first tag.
 *
 * @param {string} text
 */
export function isPage(text) {
  const space = /[\s\ufeff]*/y;
  space.test(text);
  while (text.startsWith("<!--", space.lastIndex)) {
    const end = text.indexOf("-->", space.lastIndex);
    if (end < 0) return false;
    space.lastIndex = end + 3;
    space.test(text);
  }
  return /^<(?:!doctype html|html|head|body|\?xml)/i.test(text.slice(space.lastIndex, space.lastIndex + 20));
}

/**
 * Where the text of a page stands, best guess first.
 * @type {readonly (<N>(tree: Tree<N>, node: N, name: string) => boolean)[]}
 */
const PLACES = [
  (_tree, _node, name) => name === "article",
  (_tree, _node, name) => name === "main",
  (tree, node) => tree.attribute(node, "role") === "main",
];

/**
 * Reads what stands under `root`.
 *
 * @template N
 * @param {N} root
 * @param {Tree<N>} tree
 * @returns {Readable<N>}
 */
export function readTree(root, tree) {
  let text = "";
  let gap = "";
  let preformatted = 0;
  /** @type {Stretch<N>[]} */
  const stretches = [];
  /** The first of each sort that has words. @type {(Place<N> | undefined)[]} */
  const found = PLACES.map(() => undefined);

  /** @param {N} node @param {string} data */
  const write = (node, data) => {
    const from = !text || gap ? (/[^\t\n\f\r ]/.exec(data)?.index ?? data.length) : 0;
    if (from === data.length) return;
    if (text) text += gap;
    gap = "";
    stretches.push({ node, from, start: text.length, length: data.length - from });
    const words = data.slice(from);
    text += preformatted ? words : words.replace(/[\t\n\f\r]/g, " ");
  };

  walk(root, tree, {
    text: write,
    enter: (node, name) => {
      if (name === "br") gap ||= "\n";
      if (BLOCKS.has(name)) gap = "\n\n";
      if (UNREAD.has(name) || BESIDE.has(name)) return null;
      // A page that hides its body shows it by a script.
      if (name !== "body" && name !== "html" && tree.attribute(node, "hidden") !== null) return null;
      if (PREFORMATTED.has(name)) preformatted += 1;
      const start = text.length;
      const opened = PLACES.map((is, at) => !found[at] && is(tree, node, name));
      return () => {
        if (PREFORMATTED.has(name)) preformatted -= 1;
        if (BLOCKS.has(name)) gap = "\n\n";
        // The outermost of several is left last.
        opened.forEach((opened, at) => {
          if (opened && text.length > start) found[at] = { node, start, end: text.length };
        });
      };
    },
  });
  const place = found.find((place) => place);
  return place ? cut(text, stretches, place) : { text, stretches, root };
}

/** @template N @typedef {{ node: N, start: number, end: number }} Place */

/**
 * @template N
 * @param {string} text
 * @param {Stretch<N>[]} stretches
 * @param {Place<N>} place Begins and ends between stretches.
 * @returns {Readable<N>}
 */
function cut(text, stretches, { node, start, end }) {
  const kept = stretches.filter((one) => one.start >= start && one.start + one.length <= end);
  const first = kept[0]?.start ?? start;
  return {
    text: text.slice(first, end),
    stretches: kept.map((one) => ({ ...one, start: one.start - first })),
    root: node,
  };
}

/**
 * Goes through a tree in its order. It keeps a list of its own, as pages can be deeper than calls.
 *
 * @template N
 * @param {N} root
 * @param {Tree<N>} tree
 * @param {object} visit
 * @param {(node: N, text: string) => void} visit.text
 * @param {(node: N, name: string) => (() => void) | null} visit.enter What to do on the way out; null
 *   to go past what stands inside.
 */
export function walk(root, tree, visit) {
  /** @type {{ nodes: ArrayLike<N>, at: number, leave: () => void }[]} */
  const open = [];
  /** @param {N} node */
  const enter = (node) => {
    const text = tree.text(node);
    if (text !== null) {
      visit.text(node, text);
      return;
    }
    const name = tree.name(node);
    const leave = name ? visit.enter(node, name) : () => {};
    if (leave) open.push({ nodes: tree.children(node), at: 0, leave });
  };
  enter(root);
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.at];
    level.at += 1;
    if (node !== undefined) {
      enter(node);
    } else {
      level.leave();
      open.pop();
    }
  }
}

/**
 * The boundary points of `[start, end)` in the tree; null where no text node holds any of it.
 *
 * @template N
 * @param {readonly Stretch<N>[]} stretches
 * @param {number} start
 * @param {number} end
 */
export function placeOf(stretches, start, end) {
  const first = stretches[Math.max(0, lastAtOrBefore(stretches, start))];
  const last = stretches[lastAtOrBefore(stretches, end - 1)];
  if (!first || !last || end <= start) return null;
  /** @param {Stretch<N>} one @param {number} at */
  const inside = (one, at) => one.from + Math.min(Math.max(at - one.start, 0), one.length);
  return {
    startContainer: first.node,
    startOffset: inside(first, start),
    endContainer: last.node,
    endOffset: inside(last, end),
  };
}
