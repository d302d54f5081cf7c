/**
 * Which statements are shown, and whose they are: pure bookkeeping over one reading.
 *
 * Everything the reader can change (filter, corrections) is a value given in; nothing here touches
 * the page.
 *
 * @typedef {import("../pkg/whosaid.js").Reading} Reading
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 * @typedef {import("../pkg/whosaid.js").Speaker} Speaker
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("../pkg/whosaid.js").Range} Range
 * @typedef {import("./highlights.js").Manner} Manner
 */

import { sure } from "./sure.js";

/**
 * What a reader calls a statement: its kind, or `thought`.
 * @typedef {"direct" | "indirect" | "mixed" | "turn" | "thought"} Kind
 */

/**
 * An empty list asks for everything.
 * @typedef {{ speakers: string[], topics: string[], kinds: Kind[] }} Filter
 */

/** @type {readonly Kind[]} */
export const KINDS = ["direct", "indirect", "mixed", "turn", "thought"];

const MANNERS = /** @type {const} */ ({ direct: "said", mixed: "said", indirect: "told", turn: "turn" });

/** The name by which attributes, filters and addresses ask for statements of nobody. */
export const NOBODY_NAME = "-";

/** A reading's plain data, taken out of the core once. */
export class Ledger {
  /**
   * Places of each topic's words, by label.
   * @type {Map<string, Range[]>}
   */
  #hits = new Map();
  /** @type {Map<string, Set<number>>} */
  #about = new Map();

  /** @param {Reading} reading */
  constructor(reading) {
    this.reading = reading;
    this.speakers = reading.speakers;
    this.statements = reading.statements;
    this.mentions = reading.mentions;
    this.spans = reading.spans();
  }

  /** @param {number} id */
  statement(id) {
    return sure(this.statements[id]);
  }

  /** @param {number} id */
  speaker(id) {
    return sure(this.speakers[id]);
  }

  /** @param {Statement} statement @returns {Kind} */
  kindOf(statement) {
    return statement.act === "thought" ? "thought" : statement.kind;
  }

  /** @param {Statement} statement @returns {Exclude<Manner, "current">} */
  mannerOf(statement) {
    return statement.act === "thought" ? "held" : MANNERS[statement.kind];
  }

  /**
   * The speakers that a name or alias asks for: the very name first, then whoever the core finds.
   *
   * @param {string} asked
   * @returns {number[]} Ids; empty where the text knows nobody of that name.
   */
  speakersNamed(asked) {
    const folded = fold(asked);
    const same = this.speakers.filter(
      (speaker) => fold(speaker.name) === folded || speaker.aliases.some((alias) => fold(alias) === folded),
    );
    if (same.length > 0) return same.map((speaker) => speaker.id);
    const found = new Set(this.reading.filter({ speaker: asked }).map((id) => this.statement(id).speaker));
    return [...found].filter((id) => id !== null);
  }

  /**
   * Ids of the statements that a filter lets through, in text order.
   *
   * @param {Filter} filter
   * @param {readonly Topic[]} topics
   * @returns {number[]}
   */
  shown(filter, topics) {
    /** @type {Set<number | null>} */
    const speakers = new Set();
    for (const name of filter.speakers) {
      if (name === NOBODY_NAME) speakers.add(null);
      else for (const id of this.speakersNamed(name)) speakers.add(id);
    }
    const about = topics
      .filter((topic) => filter.topics.includes(topic.label))
      .map((topic) => this.about(topic));
    /** @type {number[]} */
    const ids = [];
    for (const statement of this.statements) {
      if (filter.speakers.length > 0 && !speakers.has(statement.speaker)) continue;
      if (filter.topics.length > 0 && !about.some((ids) => ids.has(statement.id))) continue;
      if (filter.kinds.length > 0 && !filter.kinds.includes(this.kindOf(statement))) continue;
      ids.push(statement.id);
    }
    return ids;
  }

  /** Ids of the statements that touch a topic. @param {Topic} topic */
  about(topic) {
    const key = keyOf(topic);
    let ids = this.#about.get(key);
    if (!ids) this.#about.set(key, (ids = new Set(this.reading.filter({ topic: plain(topic) }))));
    return ids;
  }

  /** Places of a topic's words in the whole text. @param {Topic} topic */
  hits(topic) {
    const key = keyOf(topic);
    let ranges = this.#hits.get(key);
    if (!ranges) this.#hits.set(key, (ranges = sure(this.reading.highlight([plain(topic)])[0]).ranges));
    return ranges;
  }

  /** Statements whose content holds an offset, the innermost first. @param {number} offset */
  at(offset) {
    return this.statements
      .filter((statement) => statement.content.some(([start, end]) => start <= offset && offset < end))
      .sort((a, b) => extent(a) - extent(b));
  }

  /** The core gives this back when it is collected; this only makes it sooner. */
  free() {
    this.reading.free();
  }
}

/** @param {Statement} statement */
function extent({ content }) {
  const [first, last] = [content[0], content.at(-1)];
  return first && last ? last[1] - first[0] : 0;
}

/** @param {Topic} topic */
const keyOf = (topic) => topic.terms.join("\n");

/** @param {Topic} topic @returns {Topic} */
const plain = ({ label, terms }) => ({ label, terms: [...terms] });

/** @param {string} name */
const fold = (name) => name.normalize("NFC").toLowerCase().trim();

/**
 * A stretch of text that one statement colours.
 * @typedef {{ id: number, start: number, end: number }} Run
 */

/**
 * Cuts the spans of statements inside and across each other into runs that do not overlap: each
 * place goes to the innermost statement that `wanted` has, or to none.
 *
 * @param {Uint32Array} spans Statement, start and end of each part, in text order.
 * @param {(id: number) => boolean} wanted
 * @param {number} [from] Leaves out what ends before this offset,
 * @param {number} [to] and what starts after this one.
 * @returns {Run[]}
 */
export function runs(spans, wanted, from = 0, to = Infinity) {
  /** @type {Run[]} */
  const done = [];
  /** @type {Run[]} */
  const open = [];
  let at = 0;

  /** @param {number} end */
  const advance = (end) => {
    for (let top = open.at(-1); top && at < end; top = open.at(-1)) {
      const stop = Math.min(top.end, end);
      const last = done.at(-1);
      if (last?.id === top.id && last.end === at) last.end = Math.max(at, stop);
      else if (stop > at) done.push({ id: top.id, start: at, end: stop });
      at = Math.max(at, stop);
      if (top.end <= at) open.pop();
    }
    at = Math.max(at, end);
  };
  for (let place = 0; place < spans.length; place += 3) {
    const [id, start, end] = [sure(spans[place]), sure(spans[place + 1]), sure(spans[place + 2])];
    if (start >= to) break;
    if (end <= from || end <= start || !wanted(id)) continue;
    advance(start);
    // The shorter one lies on top, so the longer is opened below it.
    let below = open.length;
    while (below > 0 && sure(open[below - 1]).end < end) below -= 1;
    open.splice(below, 0, { id, start, end });
  }
  advance(Infinity);
  return done;
}
