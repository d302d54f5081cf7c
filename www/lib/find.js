/**
 * Places in lists that are in order, found by bisection.
 */

import { sure } from "./sure.js";

/**
 * The first place for which `holds` is true, or `length`; it must stay true from there on.
 *
 * @param {number} length
 * @param {(place: number) => boolean} holds
 */
export function firstWhere(length, holds) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Place of the last entry whose `start` is at or before `offset`; -1 if there is none.
 *
 * @param {readonly { start: number }[]} entries In order of their starts.
 * @param {number} offset
 */
export function lastAtOrBefore(entries, offset) {
  return firstWhere(entries.length, (place) => sure(entries[place]).start > offset) - 1;
}
