/** Complaints about options, in the words of the core. */

/**
 * @param {string} name
 * @param {unknown} given
 * @param {string} allowed
 */
export function optionError(name, given, allowed) {
  return new Error(`option \`${name}\`: ${shown(given)} was given; allowed: ${allowed}`);
}

/**
 * @param {unknown} options
 * @param {readonly string[]} known
 * @throws {Error} If they are no object or hold an option that is not known.
 */
export function checkOptions(options, known) {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw optionError("options", options, "an object");
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`there is no option \`${unknown}\`; allowed: ${known.join(", ")}`);
}

/** @param {unknown} value */
function shown(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || value === null) return String(value);
  return Array.isArray(value) ? "an array" : typeof value;
}
