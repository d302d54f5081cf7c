/**
 * The value, which is there by the way its list was made.
 *
 * @template T
 * @param {T} value
 * @returns {NonNullable<T>}
 * @throws {RangeError} If it is not there after all.
 */
export function sure(value) {
  if (value === undefined || value === null) throw new RangeError("no such entry");
  return value;
}
