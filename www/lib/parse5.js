/**
 * Reads markup where no DOM is, by parse5. Nothing that runs in a page imports this.
 *
 * @typedef {import("parse5").DefaultTreeAdapterTypes.Node} Node
 * @typedef {import("./readable.js").Tree<Node>} Tree
 */

import { parse } from "parse5";

/** The tree of parse5's own nodes. @type {Tree} */
const PARSE5 = {
  children: (node) => ("childNodes" in node ? node.childNodes : []),
  text: (node) => ("value" in node ? node.value : null),
  name: (node) => ("tagName" in node ? node.tagName.toLowerCase() : ""),
  attribute: (node, name) => ("attrs" in node ? (node.attrs.find((one) => one.name === name)?.value ?? null) : null),
  apart: (node) => ("content" in node ? node.content : null),
  write: (node, text) => void ("value" in node && (node.value = text)),
};

/** @type {import("./pages.js").Parser<Node>} */
export const parser = {
  tree: PARSE5,
  /** As a document that runs no scripts, like {@link DOMParser}'s. @param {string} markup */
  parse: (markup) => parse(markup, { scriptingEnabled: false }),
};
