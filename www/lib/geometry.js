/**
 * Between places on the screen and offsets of the text.
 *
 * @typedef {import("./text-map.js").TextMap} TextMap
 */

/** How far beside a letter a click still means it (px). */
const SLACK = 3;

/**
 * The offset of the letter at a point of the viewport, or -1 where there is none.
 *
 * @param {TextMap} map
 * @param {Node} tree The document or shadow root that the text stands in.
 * @param {number} x
 * @param {number} y
 */
export function offsetAt(map, tree, x, y) {
  const caret = caretAt(tree, x, y);
  const after = caret ? map.offset(caret.node, caret.offset) : -1;
  // By way of the text, as between two nodes engines name either.
  for (const start of [after, after - 1]) {
    const box = start < 0 ? null : map.liveRange(start, start + 1)?.getBoundingClientRect();
    if (box && x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top && y <= box.bottom) return start;
  }
  return -1;
}

/**
 * @param {Node} tree
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | null}
 */
function caretAt(tree, x, y) {
  if ("caretPositionFromPoint" in document) {
    const shadowRoots = tree instanceof ShadowRoot ? [tree] : [];
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  /** @type {Document} */
  const older = document;
  const caret = older.caretRangeFromPoint(x, y);
  return caret && { node: caret.startContainer, offset: caret.startOffset };
}

/**
 * Scrolls until a box stands in the upper part of the viewport, unless all of it is in view.
 *
 * @param {DOMRect} box
 * @returns {number} How far the page goes.
 */
export function reveal(box) {
  if (box.top >= 0 && box.bottom <= innerHeight) return 0;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { scrollHeight } = document.documentElement;
  const move = clamp(box.top - innerHeight / 5, -scrollY, scrollHeight - innerHeight - scrollY);
  scrollBy({ top: move, behavior: calm || Math.abs(move) > FAR ? "instant" : "smooth" });
  return move;
}

/** Further than this nobody wants to watch the page go (px). */
const FAR = 6000;

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
