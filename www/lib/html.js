/**
 * The readable part of somebody's page, as plain paragraphs of our own making: nothing of the page
 * but its words, their order and their language is taken over.
 */

import { h } from "./dom.js";
import { BESIDE, BLOCKS, UNREAD } from "./elements.js";
import { DOM, readTree } from "./readable.js";

/** Elements that are kept as what they are; other blocks become paragraphs. */
const KEPT = /** @type {const} */ (["h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre"]);

/**
 * @param {Document} page
 * @returns {HTMLElement} An article.
 */
export function copyReadable(page) {
  const article = h("article", languageOf(page.documentElement));
  copy(/** @type {ParentNode} */ (readTree(page, DOM).root), article);
  return article;
}

/**
 * Copies what stands in `from` into `into`; words between blocks make a paragraph.
 *
 * @param {ParentNode} from
 * @param {HTMLElement} into
 */
function copy(from, into) {
  /** @type {HTMLElement | null} */
  let paragraph = holdsWords(into) ? into : null;
  /** @param {Node} node */
  const add = (node) => {
    if (!paragraph) {
      if (!node.textContent?.trim()) return;
      into.append((paragraph = h("p")));
    }
    paragraph.append(node);
  };
  /** @param {ParentNode} parent */
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        add(document.createTextNode(node.textContent ?? ""));
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = /** @type {Element} */ (node);
        const tag = element.localName;
        if (UNREAD.has(tag) || BESIDE.has(tag) || element.hasAttribute("hidden")) {
          if (BLOCKS.has(tag) && !holdsWords(into)) paragraph = null;
          continue;
        }
        if (tag === "br") {
          add(document.createElement("br"));
        } else if (BLOCKS.has(tag)) {
          copyBlock(element, tag, into);
          if (!holdsWords(into)) paragraph = null;
        } else {
          walk(element);
        }
      }
    }
  };
  walk(from);
}

/** @param {Element} element @param {string} tag @param {HTMLElement} into */
function copyBlock(element, tag, into) {
  const kept = KEPT.find((kept) => kept === tag);
  const leaf = kept ?? (tag === "p" ? "p" : null);
  const block = h(leaf ?? "div", languageOf(element));
  copy(element, block);
  if (block.hasChildNodes()) into.append(block);
}

/** Whether words may stand in an element without a paragraph around them. @param {HTMLElement} element */
const holdsWords = ({ tagName }) => /^(P|H[1-6]|LI|PRE)$/.test(tagName);

/** @param {Element} element */
const languageOf = (element) => ({ lang: element.getAttribute("lang"), dir: element.getAttribute("dir") });
