/**
 * Tells in plain sentences why a statement is given to its speaker.
 *
 * A sentence comes as a template of the interface's language and the words of the text that fill
 * it, so that the page can set those words apart.
 *
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 * @typedef {import("../pkg/whosaid.js").Range} Range
 * @typedef {import("./strings.js").Strings} Strings
 * @typedef {{ template: string, quoted: Record<string, string> }} Sentence
 */

/**
 * @param {Statement} statement
 * @param {string} text The text that was read.
 * @param {Strings["why"]} why
 * @returns {Sentence[]}
 */
export function explain(statement, text, why) {
  const source = words(statement.source, text);
  const cue = statement.why.cue ?? words(statement.cue, text);
  const rule = ruleOf(statement, source, cue, why);
  /** @type {Sentence[]} */
  const sentences = [{ template: rule, quoted: { source, cue } }];

  for (const { from, to, by } of statement.why.chain) {
    const quoted = { from: squeeze(text.slice(...from)), to: squeeze(text.slice(...to)) };
    if (quoted.from !== quoted.to) sentences.push({ template: why.links[by], quoted });
  }
  if (statement.speaker === null) sentences.push({ template: why.nobody, quoted: {} });
  return sentences;
}

/**
 * @param {Statement} statement
 * @param {string} source
 * @param {string} cue
 * @param {Strings["why"]} why
 */
function ruleOf({ why: { rule } }, source, cue, why) {
  if (source && cue) return why.rules[rule];
  if (source) return why.sourceOnly[rule] ?? why.sourceOnly.other;
  if (cue) return why.cueOnly;
  return why.rules.bare;
}

/**
 * The words of a list of ranges, gaps shown as an ellipsis.
 *
 * @param {readonly Range[]} ranges
 * @param {string} text
 */
export function words(ranges, text) {
  return ranges.map((range) => squeeze(text.slice(...range))).join(" … ");
}

/** @param {string} text */
const squeeze = (text) => text.replace(/\s+/g, " ").trim();
