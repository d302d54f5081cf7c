/**
 * What is shown, as part of a page's address, so that it can be passed on.
 *
 *     #whosaid=speaker:Ana%20Ruiz,Tom%20Hale;topic:Ferries=ferry=boat;kind:direct;statement:12
 *
 * Other parts of the fragment, divided by `&`, stay as they are.
 *
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 * @typedef {import("./ledger.js").Filter} Filter
 */

/**
 * `topics` are those that the filter asks for, with their terms.
 * @typedef {{ filter: { speakers: string[], topics: string[], kinds: string[] }, topics: Topic[], statement: number | null }} Shown
 */

/**
 * @param {string} hash
 * @param {string} key
 * @returns {Shown | null} Null where the address says nothing under this key.
 */
export function readAddress(hash, key) {
  const own = partsOf(hash).find((part) => part.startsWith(`${key}=`));
  if (own === undefined) return null;
  /** @type {Map<string, string>} */
  const fields = new Map();
  for (const field of own.slice(key.length + 1).split(";")) {
    const at = field.indexOf(":");
    if (at > 0) fields.set(field.slice(0, at), field.slice(at + 1));
  }
  /** @param {string} name */
  const list = (name) => (fields.get(name) ?? "").split(",").filter(Boolean);
  const topics = list("topic").map((entry) => {
    const [label = "", ...terms] = entry.split("=").map(decode);
    return { label, terms: terms.length > 0 ? terms : [label] };
  });
  const statement = Number.parseInt(fields.get("statement") ?? "", 10);
  return {
    filter: {
      speakers: list("speaker").map(decode),
      topics: topics.map(({ label }) => label),
      kinds: list("kind").map(decode),
    },
    topics,
    statement: Number.isNaN(statement) ? null : statement,
  };
}

/**
 * The fragment with what is shown in place of what it said before.
 *
 * @param {string} hash
 * @param {string} key
 * @param {Shown} shown
 * @returns {string} Empty, or with its `#`.
 */
export function writeAddress(hash, key, { filter, topics, statement }) {
  const about = topics.filter(({ label }) => filter.topics.includes(label));
  const fields = [
    ["speaker", filter.speakers.map(encode)],
    ["topic", about.map(writeTopic)],
    ["kind", filter.kinds.map(encode)],
    ["statement", statement === null ? [] : [String(statement)]],
  ];
  const own = fields.filter(([, values]) => values?.length).map(([name, values]) => `${name}:${values}`);
  const parts = partsOf(hash).filter((part) => !part.startsWith(`${key}=`));
  if (own.length > 0) parts.push(`${key}=${own.join(";")}`);
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}

/**
 * The page's address with a fragment that makes browsers go to some words.
 *
 * @param {string} address
 * @param {string} words
 */
export function addressOfWords(address, words) {
  const list = words.trim().split(/\s+/);
  const ends = list.length > LONG ? [list.slice(0, EDGE), list.slice(-EDGE)] : [list];
  const directive = ends.map((some) => encode(some.join(" ")).replaceAll("-", "%2D")).join(",");
  return `${address.replace(/#.*/, "")}#:~:text=${directive}`;
}

/** Up to so many words stand in an address whole; of more, so many of either end. */
const LONG = 10;
const EDGE = 4;

/** @param {Topic} topic */
function writeTopic({ label, terms }) {
  const itself = terms.length === 1 && terms[0] === label;
  return [label, ...(itself ? [] : terms)].map(encode).join("=");
}

/** @param {string} hash */
const partsOf = (hash) => hash.replace(/^#/, "").split("&").filter(Boolean);

/** @param {string} text */
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
