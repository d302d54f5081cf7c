import { sure } from "./sure.js";

/**
 * Place of the last entry whose `start` is at or before `offset`; -1 if there is none.
 *
 * @param {readonly { start: number }[]} entries In order of their starts.
 * @param {number} offset
 */
export function lastAtOrBefore(entries, offset) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sure(entries[middle]).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
