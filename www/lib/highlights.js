/**
 * Paints stretches of the page by the CSS Custom Highlight API: no node of the page is touched.
 *
 * Highlights belong to the whole document, so several elements share the names and each takes back
 * only its own ranges. Engines slow down with the number of names and of ranges: there is one name
 * for each look in use, and only ranges near the viewport are given in.
 */

import { color, DRESSES } from "./palette.js";

const PREFIX = "who-said-";

/** What is painted above what. */
const PRIORITY = { dim: 0, topic: 2, source: 3, cue: 3 };
const SPEAKER_PRIORITY = 1;

/** Whether this browser can paint at all; the statement list serves where it cannot. */
export const canPaint = typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;

export class Painter {
  /** @type {Map<string, AbstractRange[]>} */
  #painted = new Map();

  /**
   * Paints exactly these ranges, and nothing of what was painted before.
   *
   * @param {Map<string, AbstractRange[]>} wanted Ranges by name, without the prefix.
   */
  paint(wanted) {
    if (!canPaint) return;
    this.clear();
    for (const [name, ranges] of wanted) {
      const highlight = registered(name);
      for (const range of ranges) highlight.add(range);
    }
    this.#painted = wanted;
  }

  /** Takes back everything that this painter has painted. */
  clear() {
    for (const [name, ranges] of this.#painted) {
      const highlight = CSS.highlights.get(PREFIX + name);
      if (!highlight) continue;
      for (const range of ranges) highlight.delete(range);
      if (highlight.size === 0) CSS.highlights.delete(PREFIX + name);
    }
    this.#painted = new Map();
  }
}

/** @param {string} name */
function registered(name) {
  const known = CSS.highlights.get(PREFIX + name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = PRIORITY[/** @type {keyof typeof PRIORITY} */ (name)] ?? SPEAKER_PRIORITY;
  CSS.highlights.set(PREFIX + name, highlight);
  return highlight;
}

/**
 * How a statement looks beside its speaker's colour.
 *
 * - `said`: verbatim, full tint and line;
 * - `told`: paraphrased, half the tint;
 * - `held`: a thought, the line alone;
 * - `turn`: in a transcript, the tint alone, under a label that has both (`said`);
 * - `current`: the one that the reader is at, in a deeper tint.
 *
 * @typedef {"said" | "told" | "held" | "turn" | "current"} Manner
 */

/** @type {Record<Manner, (tint: string, line: string, underline: string) => string>} */
const MANNERS = {
  said: (tint, line, underline) => `background-color: ${tint}; text-decoration: ${underline} ${line};`,
  told: (tint, line, underline) =>
    `background-color: color-mix(in oklab, ${tint} 50%, transparent); text-decoration: ${underline} ${line};`,
  held: (_, line, underline) => `text-decoration: ${underline} ${line};`,
  turn: (tint) => `background-color: color-mix(in oklab, ${tint} 60%, transparent);`,
  current: (tint, line, underline) =>
    `background-color: color-mix(in oklab, ${line} 22%, ${tint}); text-decoration: ${underline} ${line};`,
};

/** Rules for every highlight; they hold for the tree they are adopted in. */
function rules() {
  const speakers = DRESSES.flatMap(({ slot, look }) => {
    const tint = color(slot, "tint", look);
    const line = color(slot, "line", look);
    return Object.entries(MANNERS).map(
      ([manner, style]) => `::highlight(${PREFIX}${slot}-${manner}) { ${style(tint, line, look.underline)} }`,
    );
  });
  return [
    ...speakers,
    `::highlight(${PREFIX}dim) { color: color-mix(in srgb, currentColor 72%, transparent); }`,
    `::highlight(${PREFIX}topic) {
      background-color: var(--who-said-topic, light-dark(#ffe14d, #7a6200));
      color: var(--who-said-topic-ink, light-dark(#1a1a1a, #ffffff));
    }`,
    `::highlight(${PREFIX}source) { text-decoration: underline 2px currentColor; -webkit-text-stroke: 0.03em currentColor; }`,
    `::highlight(${PREFIX}cue) { text-decoration: underline dotted 2px currentColor; }`,
    `@media print { ::highlight(${PREFIX}dim) { color: inherit; } }`,
  ].join("\n");
}

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** How many elements use the sheet in each tree. @type {WeakMap<DocumentOrShadowRoot, number>} */
const users = new WeakMap();

/**
 * Adopts the rules in a tree, until as many calls of the returned function as there were of this.
 *
 * @param {DocumentOrShadowRoot} tree
 * @returns {() => void}
 */
export function adoptRules(tree) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules());
  }
  const rulesSheet = sheet;
  const count = users.get(tree) ?? 0;
  if (count === 0) tree.adoptedStyleSheets.push(rulesSheet);
  users.set(tree, count + 1);
  return () => {
    const left = (users.get(tree) ?? 1) - 1;
    users.set(tree, left);
    if (left === 0) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== rulesSheet);
  };
}
