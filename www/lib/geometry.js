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
 * A box on the screen, in pixels of the viewport.
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

/** Least distance of what is laid over the page from words and from the edges of the viewport (px). */
export const EDGE = 8;

/** A card that is cut to less than this shows too little to be of use (px). */
const LEAST = 190;

/** Further than this nobody wants to watch the page go (px). */
const FAR = 6000;

/**
 * How far to scroll for words to stand in a band of the screen: not at all if they do, or else to its
 * upper part, or to its top where they need the room.
 *
 * @param {{ top: number, bottom: number }} words
 * @param {{ top: number, bottom: number }} band
 */
export function shift(words, band) {
  if (words.top >= band.top && words.bottom <= band.bottom) return 0;
  const free = band.bottom - band.top - (words.bottom - words.top);
  return words.top - band.top - clamp((band.bottom - band.top) / 5, 0, Math.max(free, 0));
}

/**
 * Scrolls whatever scrolls around some words until they stand in view.
 *
 * @param {Range | Element} words
 * @param {number} [room] What is to stay free under them (px).
 * @returns {Box & { scrolled: number }} Where they stand when the page has come to rest, and how far down
 *   the page itself has gone by then.
 */
export function bring(words, room = 0) {
  const box = words.getBoundingClientRect();
  let { top, bottom } = box;
  const page = document.scrollingElement ?? document.documentElement;
  let scrolled = page.scrollTop;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const scroller of scrollersOf(words, page)) {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const move = clamp(shift({ top, bottom }, bandOf(scroller, page, room)), -scrollTop, scrollHeight - clientHeight - scrollTop);
    if (Math.abs(move) < 1) continue;
    scroller.scrollTo({ top: scrollTop + move, behavior: calm || Math.abs(move) > FAR ? "instant" : "smooth" });
    [top, bottom] = [top - move, bottom - move];
    if (scroller === page) scrolled += move;
  }
  return { left: box.left, right: box.right, top, bottom, scrolled };
}

/** The part of the screen in which a scroller shows words whole. @param {Element} scroller @param {Element} page @param {number} room */
function bandOf(scroller, page, room) {
  const style = getComputedStyle(scroller === page ? document.documentElement : scroller);
  const box = scroller === page ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  const inset = (/** @type {string} */ padding) =>
    EDGE + (Number.parseFloat(padding) || 0) * (padding.endsWith("%") ? scroller.clientHeight / 100 : 1);
  return {
    top: Math.max(box.top, 0) + inset(style.scrollPaddingTop),
    bottom: Math.min(box.bottom - inset(style.scrollPaddingBottom), innerHeight - EDGE - room),
  };
}

/** What scrolls around some words, the innermost first. @param {Range | Element} words @param {Element} page */
function* scrollersOf(words, page) {
  /** @type {Node | null} */
  let node = words instanceof Element ? words : words.startContainer;
  for (; node && node !== page; node = above(node)) {
    if (!(node instanceof Element)) continue;
    const { overflowY, position } = getComputedStyle(node);
    const scrolls = !/visible|clip/.test(overflowY) && node.scrollHeight > node.clientHeight;
    if (scrolls && !(node === document.body && isOfPage())) yield node;
    if (position === "fixed") return;
  }
  yield page;
}

/** The node around another as the page is laid out, slots and all. @param {Node} node @returns {Node | null} */
const above = (node) =>
  (node instanceof Element || node instanceof Text ? node.assignedSlot : null) ??
  node.parentNode ??
  (node instanceof ShadowRoot ? node.host : null);

/** Whether it is the viewport that the body's way of scrolling counts for. */
const isOfPage = () => /visible|clip/.test(getComputedStyle(document.documentElement).overflowY);

/**
 * Where a card goes: below the words, or above, or cut to the larger of the two, or over the end of words
 * that leave no room.
 *
 * @param {Box} words
 * @param {{ width: number, height: number }} card
 * @param {{ width: number, height: number, rtl: boolean }} screen
 * @returns {{ left: number, top: number, height: number }} `height` is what it may have at most.
 */
export function lay(words, card, screen) {
  const [below, above] = [screen.height - words.bottom - 2 * EDGE, words.top - 2 * EDGE];
  const left = clamp(screen.rtl ? words.right - card.width : words.left, EDGE, screen.width - card.width - EDGE);
  const isBelow = below >= card.height || (above < card.height && below >= above);
  const free = isBelow ? below : above;
  const isOver = free < Math.min(card.height, LEAST);
  const height = Math.min(card.height, isOver ? screen.height / 2 : free);
  if (isOver) return { left, top: screen.height - EDGE - height, height };
  return { left, top: isBelow ? words.bottom + EDGE : words.top - EDGE - height, height };
}

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
