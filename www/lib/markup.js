/**
 * Where the words of a parsed page stand in its markup.
 *
 * Parsers of browsers do not tell, so the markup is given marks before it is parsed: a sign that it does
 * not hold and a number, before each run of text and each character reference. The text nodes tell by
 * them where their words come from, whatever order the parser puts them in, and are rid of them again.
 * A mark stands only beside words, where more letters change nothing for the parser.
 *
 * @template N
 * @typedef {import("./readable.js").Tree<N>} Tree
 */

import { lastAtOrBefore } from "./find.js";
import { walk } from "./readable.js";

/** @typedef {import("../pkg/whosaid.js").Range} Range */

/**
 * A run of text. One as long as its source stands there letter for letter (a line end there may be a
 * space here); any other is a character reference or the like and has no inside.
 *
 * @typedef {{ start: number, end: number, from: number, to: number }} Run
 */

/** Code points of which none has a meaning: noncharacters, then the private use area. */
const SIGNS = [[0xfdd0, 0xfdef], [0xe000, 0xf8ff]];

/** What stands between two tags, as runs: verbatim, or one reference. */
const RUNS = /&#?[0-9a-zA-Z]+;?|(?:[^&]|&(?!#?[0-9a-zA-Z]))+/g;

/**
 * @param {string} markup
 * @returns {{ marked: string, marks: Marks } | null} Null where the markup uses up every sign.
 */
export function mark(markup) {
  const sign = unusedSign(markup);
  if (!sign) return null;
  /** @type {[from: number, to: number][]} */
  const runs = [];
  let marked = "";
  let done = 0;
  for (const { start, end, raw } of texts(markup)) {
    const words = markup.slice(start, end);
    // White space before the first word may go elsewhere than the words, and NUL goes nowhere.
    let from = start + words.search(/[^\0\t\n\f\r ]|$/);
    if (from === end) continue;
    for (const [run] of raw ? [[markup.slice(from, end)]] : markup.slice(from, end).matchAll(RUNS)) {
      marked += `${markup.slice(done, from)}${sign}${runs.length.toString(36)}${sign}`;
      done = from;
      runs.push([from, (from += run.length)]);
    }
  }
  return { marked: marked + markup.slice(done), marks: new Marks(markup, sign, runs) };
}

export class Marks {
  /** @type {Map<unknown, { at: number, run: number }[]>} */
  #nodes = new Map();
  #markup;
  #sign;
  #runs;

  /** @param {string} markup @param {string} sign @param {[from: number, to: number][]} runs */
  constructor(markup, sign, runs) {
    this.#markup = markup;
    this.#sign = sign;
    this.#runs = runs;
  }

  /**
   * Takes the marks out of all that stands under `root`, and keeps where they stood.
   *
   * @template N
   * @param {N} root
   * @param {Tree<N>} tree
   */
  clean(root, tree) {
    walk(root, tree, {
      text: (node, data) => {
        if (data.includes(this.#sign)) tree.write(node, this.#clean(node, data));
      },
      enter: (node) => {
        const apart = tree.apart(node);
        if (apart) this.clean(apart, tree);
        return () => {};
      },
    });
  }

  /** @param {unknown} node @param {string} data */
  #clean(node, data) {
    const parts = data.split(this.#sign);
    let clean = parts[0] ?? "";
    const marks = [];
    for (let part = 1; part < parts.length; part += 2) {
      marks.push({ at: clean.length, run: Number.parseInt(parts[part] ?? "", 36) });
      clean += parts[part + 1] ?? "";
    }
    this.#nodes.set(node, marks);
    return clean;
  }

  /**
   * The way back from a text to the markup.
   *
   * @template N
   * @param {import("./readable.js").Readable<N>} readable
   * @param {Tree<N>} tree
   * @returns {SourceMap}
   */
  map({ stretches }, tree) {
    const map = new SourceMap();
    for (const { node, from, start, length } of stretches) {
      const marks = this.#nodes.get(node) ?? [];
      const data = tree.text(node) ?? "";
      marks.forEach(({ at, run }, place) => {
        const end = Math.min(marks[place + 1]?.at ?? data.length, from + length);
        const range = this.#runs[run];
        if (range && at >= from) this.#align(map, data.slice(at, end), start + at - from, range);
      });
    }
    return map;
  }

  /**
   * Adds what one run of the markup became.
   *
   * @param {SourceMap} map
   * @param {string} words
   * @param {number} start
   * @param {[from: number, to: number]} range
   */
  #align(map, words, start, [from, to]) {
    const source = this.#markup.slice(from, to);
    let at = 0;
    if (source.startsWith("&") && words !== source) {
      // Of `&notit;` only `&not` is a reference. White space at the end has no mark of its own.
      words = words.replace(/(?<=.)[\t\n\f\r ]+$/, "");
      let same = 0;
      while (same < words.length - 1 && words.at(-same - 1) === source.at(-same - 1)) same += 1;
      at = words.length - same;
      map.push({ start, end: start + at, from, to: to - same });
      from = to - same;
    }
    for (; at < words.length && from < to; at += 1) {
      // The parser drops NUL and reads a line end of two characters as one.
      while (this.#markup[from] === "\0" && words[at] !== "\ufffd") from += 1;
      const wide = this.#markup[from] === "\r" && this.#markup[from + 1] === "\n" ? 2 : 1;
      map.push({ start: start + at, end: start + at + 1, from, to: from + wide });
      from += wide;
    }
  }
}

export class SourceMap {
  /** In text order. @type {Run[]} */
  #runs = [];

  /** Adds a run that follows the last one. @param {Run} run */
  push(run) {
    const last = this.#runs.at(-1);
    if (last && isVerbatim(last) && isVerbatim(run) && last.end === run.start && last.to === run.from) {
      last.end = run.end;
      last.to = run.to;
    } else {
      this.#runs.push(run);
    }
  }

  /**
   * The markup that holds the words of `[start, end)`, tags and comments between them included.
   *
   * @param {Range} range
   * @returns {Range}
   */
  source([start, end]) {
    const runs = this.#runs;
    const before = lastAtOrBefore(runs, start);
    const run = runs[runs[before] && (runs[before]?.end ?? 0) > start ? before : before + 1];
    if (!run) {
      const last = runs.at(-1)?.to ?? 0;
      return [last, last];
    }
    const from = run.from + (isVerbatim(run) ? Math.max(0, start - run.start) : 0);
    const last = runs[lastAtOrBefore(runs, end - 1)];
    if (!last) return [from, from];
    const to = isVerbatim(last) && end < last.end ? last.from + end - last.start : last.to;
    return [from, Math.max(from, to)];
  }
}

/** @param {Run} run */
const isVerbatim = ({ start, end, from, to }) => end - start === to - from;

/** @param {string} markup */
function unusedSign(markup) {
  const written = new Set(
    [...markup.matchAll(/&#(?:x([0-9a-f]+)|([0-9]+))/gi)].map(([, hex, decimal]) => Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10)),
  );
  for (const [first = 0, last = 0] of SIGNS) {
    for (let code = first; code <= last; code += 1) {
      const sign = String.fromCharCode(code);
      if (!written.has(code) && !markup.includes(sign)) return sign;
    }
  }
  return null;
}

/** Elements whose content holds no tags, and whether it is read. @type {Record<string, boolean>} */
const RAW = {
  iframe: false,
  noembed: false,
  noframes: false,
  plaintext: true,
  script: false,
  style: false,
  textarea: false,
  title: false,
  xmp: true,
};

/**
 * What stands between the tags and comments of the markup, where that is text to a parser.
 *
 * @param {string} markup
 * @returns {Generator<{ start: number, end: number, raw: boolean }>}
 */
function* texts(markup) {
  let start = 0;
  let at = 0;
  /** How many of `<svg>` and `<math>` are open, in which some rules differ. */
  let foreign = 0;
  for (;;) {
    at = markup.indexOf("<", at);
    if (at < 0) break;
    const end = pastMarkup(markup, at, foreign > 0);
    if (end === at) {
      at += 1;
      continue;
    }
    if (at > start) yield { start, end: at, raw: false };
    const [, close, tag = ""] = /^<(\/?)([a-z][^\t\n\f\r />]*)/i.exec(markup.slice(at, Math.min(end, at + 20))) ?? [];
    const name = tag.toLowerCase();
    at = end;
    const closesItself = markup[end - 2] === "/";
    if (name === "svg" || name === "math") {
      if (close) foreign = Math.max(0, foreign - 1);
      else if (!closesItself) foreign += 1;
    } else if (name && !close && name in RAW && !(foreign && closesItself)) {
      at = pastRaw(markup, end, name);
      if (RAW[name]) yield { start: end, end: at, raw: true };
    }
    start = at;
  }
  if (start < markup.length) yield { start, end: markup.length, raw: false };
}

/**
 * The end of the tag or comment that begins at `at`; `at` where none does.
 *
 * @param {string} markup
 * @param {number} at Of a `<`.
 * @param {boolean} foreign
 */
function pastMarkup(markup, at, foreign) {
  /** @param {string} end @param {number} from */
  const past = (end, from) => {
    const found = markup.indexOf(end, from);
    return found < 0 ? markup.length : found + end.length;
  };
  if (markup.startsWith("<!--", at)) {
    const short = /-?>/y;
    short.lastIndex = at + 4;
    if (short.test(markup)) return short.lastIndex;
    const end = /--!?>/g;
    end.lastIndex = at + 4;
    return end.test(markup) ? end.lastIndex : markup.length;
  }
  if (foreign && markup.startsWith("<![CDATA[", at)) return past("]]>", at + 9);
  const next = markup[at + 1] ?? "";
  if (next === "!" || next === "?") return past(">", at + 2);
  const name = markup[at + (next === "/" ? 2 : 1)] ?? "";
  if (/[a-z]/i.test(name)) return pastTag(markup, at + 2);
  return next === "/" && name ? past(">", at + 2) : at;
}

/** @param {string} markup @param {number} at Inside the tag's name, or before it. */
function pastTag(markup, at) {
  /** @param {RegExp} sticky */
  const skip = (sticky) => {
    sticky.lastIndex = at;
    sticky.test(markup);
    at = sticky.lastIndex;
  };
  skip(/[^\t\n\f\r />]*/y);
  while (at < markup.length) {
    skip(/[\t\n\f\r /]*/y);
    if (markup[at] === ">") return at + 1;
    if (at === markup.length) break;
    // A name may begin with an equals sign.
    skip(/[^][^\t\n\f\r />=]*[\t\n\f\r ]*/y);
    if (markup[at] !== "=") continue;
    at += 1;
    skip(/[\t\n\f\r ]*/y);
    const quote = markup[at];
    if (quote === '"' || quote === "'") {
      const end = markup.indexOf(quote, at + 1);
      if (end < 0) break;
      at = end + 1;
    } else {
      skip(/[^\t\n\f\r >]*/y);
    }
  }
  return markup.length;
}

/** Where the end tag of an element that holds no tags begins. @param {string} markup @param {number} at @param {string} name */
function pastRaw(markup, at, name) {
  if (name === "plaintext") return markup.length;
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  end.lastIndex = at;
  for (let found = end.exec(markup); found; found = end.exec(markup)) {
    if (name !== "script" || !isInside(markup.slice(at, found.index))) return found.index;
    at = end.lastIndex;
  }
  return markup.length;
}

/**
 * Whether the next end tag belongs to a script inside this script: after `<!--` and `<script`.
 *
 * @param {string} script
 */
function isInside(script) {
  for (let at = script.indexOf("<!--"); at >= 0; at = script.indexOf("<!--", at)) {
    const end = script.indexOf("-->", at + 2);
    if (end < 0) return /<script[\t\n\f\r />]/i.test(script.slice(at));
    at = end + 3;
  }
  return false;
}
