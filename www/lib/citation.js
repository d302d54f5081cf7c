/**
 * A statement as a line to paste into a text of one's own: who, what, whether verbatim, and where.
 *
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./strings.js").Speech} Speech
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 */

import { words } from "./explain.js";

/**
 * The marks that open a quotation, each with those that close it.
 *
 * @type {Record<string, string>}
 */
const MARKS = { '"': '"', "“": "”", "«": "»", "„": "“”", "‘": "’", "'": "'", "`": "'`", "「": "」", "『": "』" };

/**
 * Whether all the words stand inside of marks: “A,” … “B.”, but not “A” was her answer.
 *
 * @param {string} words
 */
function isMarked(words) {
  const marks = [...words];
  let closing = "";
  for (const [at, mark] of marks.entries()) {
    if (closing === "") {
      if (WORD.test(mark)) return false;
      closing = MARKS[mark] ?? "";
    } else if (closing.includes(mark) && !WORD.test(marks[at + 1] ?? "")) {
      // Not in “it’s”
      closing = "";
    }
  }
  return closing === "";
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * @param {Statement} statement
 * @param {Ledger} ledger
 * @param {Speech} spoken
 * @param {{ title: string, address: string }} place
 * @returns {string}
 */
export function cite(statement, ledger, { strings }, { title, address }) {
  const kind = ledger.kindOf(statement);
  const who = statement.speaker === null ? strings.nobody : ledger.speaker(statement.speaker).name;
  const said = words(statement.content, ledger.text);
  const own = (kind === "direct" || kind === "turn") && !isMarked(said);
  const { title: named, dates } = ledger.data;
  const published = dates.find(({ role }) => role === "published")?.iso;
  const where = [named ? ledger.text.slice(...named) : title, published, address].filter(Boolean).join(", ");
  const how = [strings.cited[kind], ledger.isCorrected(statement.id) ? strings.citedCorrected : ""].filter(Boolean);
  return `${who}: ${own ? `“${said}”` : said} (${[...how, where].filter(Boolean).join("; ")})`;
}
