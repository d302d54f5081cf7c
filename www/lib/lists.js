/**
 * Lists as attributes, addresses and people write them: `;` between entries, and for a topic `=`
 * before its terms and `,` between them.
 *
 *     Resistance; United States = U.S., US, American; Paris = Paris\, France
 *
 * A backslash before one of these signs, or before another, makes it a sign like any other.
 *
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

const SIGNS = ";=,\\";

/** Signs that are none are written so while a list is taken apart: no text has these. */
const HELD = 0xfdd0;

/** @param {string} list */
const hold = (list) => list.replace(/\\([;=,\\])/g, (_, sign) => String.fromCharCode(HELD + SIGNS.indexOf(sign)));

/** @param {string} held */
const release = (held) => held.replace(/[\ufdd0-\ufdd3]/g, (sign) => SIGNS.charAt(sign.charCodeAt(0) - HELD));

/** @param {string} text */
const escape = (text) => text.replace(/[;=,\\]/g, "\\$&");

/** The trimmed parts of a list that are not empty. @param {string} list @param {string} sign */
const parts = (list, sign) => list.split(sign).map((part) => part.trim()).filter(Boolean);

/** @param {string} list */
export function parseList(list) {
  return [...new Set(parts(hold(list), ";").map(release))];
}

/** @param {readonly string[]} entries */
export function writeList(entries) {
  return entries.map((entry) => entry.replace(/;|\\(?=[;=,\\]|$)/g, "\\$&")).join("; ");
}

/**
 * A topic without terms has its label for a term. Labels are unique: the last one counts.
 *
 * @param {string} list
 * @returns {Topic[]}
 */
export function parseTopics(list) {
  /** @type {Map<string, Topic>} */
  const topics = new Map();
  for (const entry of parts(hold(list), ";")) {
    const [label, after] = split(entry, "=");
    const terms = parts(after ?? label, ",").map(release);
    const name = release(label) || terms[0];
    if (name && terms.length > 0) topics.set(name, { label: name, terms });
  }
  return [...topics.values()];
}

/** @param {readonly (Topic | string)[]} topics */
export function writeTopics(topics) {
  return topics
    .map((topic) => {
      if (typeof topic === "string") return escape(topic);
      const label = escape(topic.label);
      const terms = topic.terms.map(escape).join(", ");
      return terms === label ? label : `${label} = ${terms}`;
    })
    .join("; ");
}

/**
 * @param {string} text
 * @param {string} separator
 * @returns {[string, string | undefined]}
 */
function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1)];
}
