/**
 * The characters of a file. `src/bytes.rs` is the same natively; a table of odd files holds the two to
 * each other.
 */

import { optionError } from "./options.js";

/**
 * @typedef {object} Decoded
 * @property {string} text Without a byte order mark. What no character stands for is U+FFFD.
 * @property {string} encoding Its name in the Encoding Standard, in small letters: `utf-8`.
 * @property {boolean} damaged Whether bytes had to be replaced.
 */

/** How much of a file is looked at for signs of its encoding. */
const SAMPLE = 1024;

/** @type {[encoding: string, mark: number[]][]} */
const MARKS = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];

/** White space of HTML. */
const SPACES = [9, 10, 12, 13, 32];

/** What windows-1252 has in place of the control characters from U+0080; some hosts forget. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * Decodes a text. What decides, first to last: a byte order mark; `charset`, as a server declares it; a
 * `<meta charset>` or XML declaration at the start; zeros in every other byte, which is UTF-16; valid
 * UTF-8. All else is Windows-1252, in which any byte is a character.
 *
 * @param {Uint8Array} bytes
 * @param {string} [charset]
 * @returns {Decoded}
 * @throws {Error} If `charset` names no encoding.
 */
export function decode(bytes, charset) {
  const declared = charset === undefined ? undefined : named(charset);
  if (charset !== undefined && !declared) {
    throw optionError("charset", charset, 'a label of the Encoding Standard such as "utf-8"');
  }
  const encoding = marked(bytes) ?? declared ?? written(bytes) ?? guess(bytes);
  if (encoding === "windows-1252") return { text: decode1252(bytes), encoding, damaged: false };
  const whole = tryDecode(bytes, encoding);
  const text = whole ?? new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: whole === null };
}

/**
 * The charset that a Content-Type names.
 *
 * @param {string} contentType
 * @returns {string | undefined} Undefined where it names none, or none that is known.
 */
export function charsetOf(contentType) {
  const [, quoted, bare] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? [];
  return named(quoted ?? bare ?? "");
}

/** The encoding's own name. @param {string} label */
function named(label) {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function marked(bytes) {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** What a page says of itself near its start. @param {Uint8Array} bytes */
function written(bytes) {
  let at = 0;
  while (SPACES.includes(bytes[at] ?? 0)) at += 1;
  const start = String.fromCharCode(...bytes.subarray(at, at + SAMPLE)).toLowerCase();
  if (!start.startsWith("<")) return undefined;
  const found = (start.includes("<meta") && /charset=(.*)/s.exec(start)) || /encoding=(.*)/s.exec(start);
  const [label = ""] = /[^"'; />?\r\n\t]*/.exec((found?.[1] ?? "").replace(/^[\t\n\f\r ]*["']?/, "")) ?? [];
  const encoding = named(label);
  // The label could be read, so the text is no UTF-16.
  return encoding?.startsWith("utf-16") ? "utf-8" : encoding;
}

/** @param {Uint8Array} bytes */
function guess(bytes) {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const many = Math.floor(((sample.length / 2) * 2) / 5);
  if (Math.max(high, low) > many && Math.min(high, low) * 8 <= Math.max(high, low)) {
    return high > low ? "utf-16be" : "utf-16le";
  }
  return tryDecode(bytes, "utf-8") === null ? "windows-1252" : "utf-8";
}

/** @param {Uint8Array} bytes @param {string} encoding @returns {string | null} Null where bytes do not fit. */
function tryDecode(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function decode1252(bytes) {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
