/**
 * Paints stretches of the page by the CSS Custom Highlight API: no node of the page is touched.
 *
 * Highlights belong to the whole document, so several elements share the names and each takes back
 * only its own ranges. Engines slow down with the number of names and of ranges: there is one name
 * for each look in use, and only ranges near the viewport are given in.
 */

import { color, DRESSES, lined } from "./palette.js";

/** @typedef {import("./text-map.js").TextMap} TextMap */

const PREFIX = "who-said-";

/** The attribute of a mark that holds the names of its looks. */
const MARK = "data-who-said";

/** What is painted above what. */
const PRIORITY = { dim: 0, topic: 2, source: 3, cue: 3 };
const SPEAKER_PRIORITY = 1;

/** Whether this browser can paint at all; the statement list serves where it cannot. */
const canPaint = typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;

/** Places by the name of their look, without a prefix. @typedef {Map<string, [number, number][]>} Places */

export class Painter {
  /** @type {Map<string, AbstractRange[]>} */
  #painted = new Map();

  /**
   * Paints exactly these places, and nothing of what was painted before.
   *
   * @param {TextMap} map
   * @param {Places} wanted
   */
  paint(map, wanted) {
    if (!canPaint) return;
    this.clear();
    for (const [name, places] of wanted) {
      const ranges = places.map(([start, end]) => map.range(start, end)).filter((range) => range !== null);
      if (ranges.length === 0) continue;
      const highlight = registered(name);
      for (const range of ranges) highlight.add(range);
      this.#painted.set(name, ranges);
    }
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
const PAINTS = {
  said: (tint, line, underline) => `background-color: ${tint}; ${lined(underline, line)}`,
  told: (tint, line, underline) =>
    `background-color: color-mix(in oklab, ${tint} 50%, transparent); ${lined(underline, line)}`,
  held: (_, line, underline) => `${lined(underline, line)}`,
  turn: (tint) => `background-color: color-mix(in oklab, ${tint} 60%, transparent);`,
  current: (tint, line, underline) =>
    `background-color: color-mix(in oklab, ${line} 22%, ${tint}); ${lined(underline, line)}`,
};

/** Words that stand out by more than colour: as bold as can be without taking more room. */
const BOLD = "text-shadow: 0.03em 0 currentColor;";

/**
 * Rules for everything that is painted.
 *
 * @param {(name: string) => string} select Gives the selector for a name.
 * @param {string} over A line over a topic that leaves the speaker's line where it is.
 */
function rules(select, over) {
  const everybody = DRESSES.flatMap(({ slot }) => Object.keys(PAINTS).map((manner) => `${slot}-${manner}`));
  const speakers = DRESSES.flatMap(({ slot, look }) => {
    const tint = color(slot, "tint", look);
    const line = color(slot, "line", look);
    return Object.entries(PAINTS).map(
      ([manner, style]) => `${select(`${slot}-${manner}`)} { ${style(tint, line, look.underline)} }`,
    );
  });
  return [
    ...speakers,
    // Chromium takes the share twice: 64 % of the ink is left there, which is still 4.5:1.
    `${select("dim")} { color: color-mix(in srgb, currentColor 80%, transparent); }`,
    `${select("topic")} {
      background-color: var(--who-said-topic, light-dark(#ffe88f, #6d5800));
      color: var(--who-said-topic-ink, light-dark(#1a1a1a, #ffffff));
      ${over} ${BOLD}
    }`,
    `${select("source")} { ${lined("underline solid 2px", "currentColor")} ${BOLD} }`,
    `${select("cue")} { ${lined("underline dotted 2px", "currentColor")} }`,
    `@media print { ${select("dim")} { color: inherit; } }`,
    // In marks, and where an engine lets highlights have colours at all; Chromium inverts them.
    `@media (forced-colors: active) {
      ${everybody.map(select).join()} { background-color: Canvas; color: CanvasText; }
      ${DRESSES.map(({ slot }) => select(`${slot}-current`)).join()} { background-color: Highlight; color: HighlightText; }
      ${select("topic")} { background-color: Mark; color: MarkText; }
    }`,
  ].join("\n");
}

/**
 * A style sheet that several elements share in each tree they stand in.
 *
 * @param {() => string} write
 * @returns {(tree: DocumentOrShadowRoot) => () => void} Adopts it in a tree, until as many calls of
 *   what it returns as there were of this.
 */
function sharedSheet(write) {
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  /** How many elements use the sheet in each tree. @type {WeakMap<DocumentOrShadowRoot, number>} */
  const users = new WeakMap();
  return (tree) => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(write());
    }
    const own = sheet;
    const count = users.get(tree) ?? 0;
    if (count === 0) tree.adoptedStyleSheets.push(own);
    users.set(tree, count + 1);
    return () => {
      const left = (users.get(tree) ?? 1) - 1;
      users.set(tree, left);
      if (left === 0) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== own);
    };
  };
}

/** Rules for what is painted. */
export const adoptRules = sharedSheet(() => rules((name) => `::highlight(${PREFIX}${name})`, lined("overline solid 1.5px", "currentColor")));

/** Rules for what is set in marks. */
export const adoptMarkRules = sharedSheet(
  () => `mark[${MARK}] { background: none; color: inherit; } ${rules((name) => `mark[${MARK}~="${name}"]`, "box-shadow: inset 0 1.5px;")}`,
);
