/**
 * Which statements are shown, and whose they are: pure bookkeeping over one reading.
 *
 * Nothing here touches the page. The reader's corrections live here, beside what was read.
 *
 * @typedef {import("../pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 * @typedef {import("../pkg/whosaid.js").Speaker} Speaker
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("../pkg/whosaid.js").Range} Range
 * @typedef {import("./highlights.js").Manner} Manner
 */

import { Spans } from "./spans.js";
import { sure } from "./sure.js";

/**
 * What a reader calls a statement: its kind, or `thought`.
 * @typedef {"direct" | "indirect" | "mixed" | "turn" | "thought"} Kind
 */

/**
 * An empty list asks for everything.
 * @typedef {{ speakers: string[], topics: string[], kinds: Kind[] }} Filter
 */

/**
 * Gives a statement to another speaker, or to nobody.
 * @typedef {{ statement: number, speaker: number | null }} Correction
 */

/** @type {readonly Kind[]} */
const KINDS = ["direct", "indirect", "mixed", "turn", "thought"];

const MANNERS = /** @type {const} */ ({ direct: "said", mixed: "said", indirect: "told", turn: "turn" });

/** The name by which attributes, filters and addresses ask for statements of nobody. */
const NOBODY_NAME = "-";

export class Ledger {
  /** Places of each topic's words. @type {Map<string, Range[]>} */
  #hits = new Map();
  /** @type {Map<string, Set<number>>} */
  #about = new Map();
  /** @type {Map<number, number | null>} */
  #corrections = new Map();
  #read;

  /**
   * @param {string} text
   * @param {ReadingData} data
   * @param {Uint32Array} spans As the core's `spans()` gives them.
   */
  constructor(text, data, spans) {
    this.text = text;
    this.#read = data;
    this.spans = new Spans(spans);
    this.speakers = data.speakers;
    this.statements = data.statements;
    /** Grows with every correction. */
    this.version = 0;
  }

  /** The reading, the reader's corrections worked in. @returns {ReadingData} */
  get data() {
    return { ...this.#read, speakers: this.speakers, statements: this.statements };
  }

  /** In order of the statements. @returns {Correction[]} */
  get corrections() {
    return [...this.#corrections]
      .map(([statement, speaker]) => ({ statement, speaker }))
      .sort((a, b) => a.statement - b.statement);
  }

  /**
   * Works these corrections in, and no others.
   *
   * @param {readonly Correction[]} corrections
   * @throws {RangeError} If the reading has no such statement or speaker.
   */
  correct(corrections) {
    for (const { statement, speaker } of corrections) {
      if (!this.#read.statements[statement]) throw new RangeError(`no statement ${statement} in this reading`);
      if (speaker !== null && !this.#read.speakers[speaker]) throw new RangeError(`no speaker ${speaker} in this reading`);
    }
    const asRead = (/** @type {Correction} */ { statement, speaker }) => this.readAs(statement) === speaker;
    this.#corrections = new Map(
      corrections.filter((one) => !asRead(one)).map(({ statement, speaker }) => [statement, speaker]),
    );
    const speakers = this.#read.speakers.map((speaker) => ({ ...speaker }));
    const statements = [...this.#read.statements];
    for (const [id, speaker] of this.#corrections) {
      const before = sure(statements[id]);
      const words = wordsOf(before, this.text);
      const [loses, gains] = [speakers[before.speaker ?? -1], speakers[speaker ?? -1]];
      if (loses) Object.assign(loses, { statements: loses.statements - 1, words: Math.max(0, loses.words - words) });
      if (gains) Object.assign(gains, { statements: gains.statements + 1, words: gains.words + words });
      statements[id] = { ...before, speaker };
    }
    this.speakers = speakers;
    this.statements = statements;
    this.version += 1;
  }

  /** Whether the reader has given a statement to somebody else. @param {number} id */
  isCorrected(id) {
    return this.#corrections.has(id);
  }

  /** The speaker before corrections. @param {number} id */
  readAs(id) {
    return sure(this.#read.statements[id]).speaker;
  }

  /** @param {number} id */
  statement(id) {
    return sure(this.statements[id]);
  }

  /** @param {number} id */
  speaker(id) {
    return sure(this.speakers[id]);
  }

  /** Speakers with statements, who has most first. */
  byStatements() {
    return this.speakers
      .filter((speaker) => speaker.statements > 0)
      .sort((a, b) => b.statements - a.statements || a.id - b.id);
  }

  /** The kinds that the text has, with the number of statements. */
  kinds() {
    return KINDS.map((kind) => ({
      kind,
      count: this.statements.filter((statement) => this.kindOf(statement) === kind).length,
    })).filter(({ count }) => count > 0);
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
   * The speakers that a name asks for: who has the very name or alias, or else whose names hold its
   * words.
   *
   * @param {string} asked
   * @returns {number[]} Ids; empty where the text knows nobody of that name.
   */
  speakersNamed(asked) {
    const wanted = fold(asked);
    if (!wanted) return [];
    /** @param {(name: string) => boolean} fits */
    const who = (fits) =>
      this.speakers.filter(({ name, aliases }) => [name, ...aliases].some((own) => fits(fold(own)))).map(({ id }) => id);
    const same = who((name) => name === wanted);
    return same.length > 0 ? same : who((name) => ` ${name} `.includes(` ${wanted} `));
  }

  /** Those whom a filter asks for; null is nobody. @param {Filter} filter @returns {Set<number | null>} */
  asked({ speakers }) {
    return new Set(speakers.flatMap((name) => (name === NOBODY_NAME ? [null] : this.speakersNamed(name))));
  }

  /** The name by which a filter asks for a speaker. @param {number | null} speaker */
  askedAs(speaker) {
    return speaker === null ? NOBODY_NAME : this.speaker(speaker).name;
  }

  /**
   * Ids of the statements that a filter lets through, in text order.
   *
   * @param {Filter} filter
   * @param {readonly Topic[]} topics
   * @returns {number[]}
   */
  shown(filter, topics) {
    const speakers = this.asked(filter);
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

  /** Those of some topics whose words have not been looked up yet. @param {readonly Topic[]} topics */
  unknown(topics) {
    return topics.filter((topic) => !this.#hits.has(keyOf(topic)));
  }

  /** Takes in where a topic's words stand. @param {Topic} topic @param {Range[]} ranges */
  learn(topic, ranges) {
    const key = keyOf(topic);
    this.#hits.set(key, ranges);
    this.#about.set(key, new Set(ranges.flatMap(([start, end]) => this.spans.touching(start, end))));
  }

  /** Ids of the statements that touch a topic. @param {Topic} topic @returns {ReadonlySet<number>} */
  about(topic) {
    return this.#about.get(keyOf(topic)) ?? new Set();
  }

  /** Places of a topic's words in the whole text. @param {Topic} topic @returns {readonly Range[]} */
  hits(topic) {
    return this.#hits.get(keyOf(topic)) ?? [];
  }
}

/** @param {Statement} statement @param {string} text */
const wordsOf = ({ content }, text) =>
  content.reduce((sum, range) => sum + text.slice(...range).split(/\s+/).filter(Boolean).length, 0);

/** @param {Topic} topic */
const keyOf = (topic) => topic.terms.join("\n");

/** @param {string} name */
const fold = (name) => name.normalize("NFC").toLowerCase().trim();
