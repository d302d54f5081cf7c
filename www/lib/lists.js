/**
 * Lists as attributes, addresses and people write them: `;` between entries, and for a topic `=`
 * before its terms and `,` between them.
 *
 *     Resistance; United States = U.S., US, American
 *
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

/** @param {string} list */
export function parseList(list) {
  return [...new Set(list.split(";").map((entry) => entry.trim()).filter(Boolean))];
}

/** @param {readonly string[]} entries */
export function writeList(entries) {
  return entries.join("; ");
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
  for (const entry of parseList(list)) {
    const [label, after] = split(entry, "=");
    const terms = (after ?? label).split(",").map((term) => term.trim()).filter(Boolean);
    const name = label || terms[0];
    if (name && terms.length > 0) topics.set(name, { label: name, terms });
  }
  return [...topics.values()];
}

/** @param {readonly (Topic | string)[]} topics */
export function writeTopics(topics) {
  return topics
    .map((topic) => {
      if (typeof topic === "string") return topic;
      const { label, terms } = topic;
      return terms.length === 1 && terms[0] === label ? label : `${label} = ${terms.join(", ")}`;
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
