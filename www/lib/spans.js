/**
 * Where statements stand, found without looking at all of them.
 */

import { firstWhere } from "./find.js";
import { sure } from "./sure.js";

/**
 * A stretch of text that one statement colours.
 * @typedef {{ id: number, start: number, end: number }} Run
 */

/** The parts of all statements, in text order; parts may lie inside and across each other. */
export class Spans {
  /** The furthest end of each part and those before it. @type {Uint32Array} */
  #reach;
  #flat;

  /** @param {Uint32Array} flat Statement, start and end of each part, in order of their starts. */
  constructor(flat) {
    this.#flat = flat;
    this.#reach = new Uint32Array(flat.length / 3);
    let furthest = 0;
    for (let place = 0; place < this.length; place += 1) {
      furthest = Math.max(furthest, this.#end(place));
      this.#reach[place] = furthest;
    }
  }

  get length() {
    return this.#reach.length;
  }

  /**
   * Ids of the statements that share a letter with `[start, end)`, each once, in text order.
   *
   * @param {number} start
   * @param {number} end
   */
  touching(start, end) {
    /** @type {Set<number>} */
    const ids = new Set();
    for (let place = this.#first(start); place < this.length && this.#start(place) < end; place += 1) {
      if (this.#end(place) > start) ids.add(this.#id(place));
    }
    return [...ids];
  }

  /**
   * Cuts the parts inside and across each other into runs that do not overlap: each place goes to
   * the innermost statement that `wanted` has, or to none.
   *
   * @param {(id: number) => boolean} wanted
   * @param {number} [from] Leaves out parts that end before this offset,
   * @param {number} [to] and those that start after this one.
   * @returns {Run[]}
   */
  runs(wanted, from = 0, to = Infinity) {
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
    for (let place = this.#first(from); place < this.length && this.#start(place) < to; place += 1) {
      const [id, start, end] = [this.#id(place), this.#start(place), this.#end(place)];
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

  /** The first part that can reach beyond an offset. @param {number} offset */
  #first(offset) {
    return firstWhere(this.length, (place) => sure(this.#reach[place]) > offset);
  }

  /** @param {number} place */
  #id(place) {
    return sure(this.#flat[place * 3]);
  }
  /** @param {number} place */
  #start(place) {
    return sure(this.#flat[place * 3 + 1]);
  }
  /** @param {number} place */
  #end(place) {
    return sure(this.#flat[place * 3 + 2]);
  }
}

/**
 * Those of some ranges that share a letter with `[from, to)`.
 *
 * @template {readonly [number, number]} R
 * @param {readonly R[]} ranges In text order, without overlaps.
 * @param {number} from
 * @param {number} to
 */
export function within(ranges, from, to) {
  const first = firstWhere(ranges.length, (place) => sure(ranges[place])[1] > from);
  const last = firstWhere(ranges.length, (place) => sure(ranges[place])[0] >= to);
  return ranges.slice(first, last);
}
