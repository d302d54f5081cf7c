// What the JavaScript interface answers to the odd inputs, in Node and in a page. The functions are
// sent to pages as text, so each stands by itself.

/** @typedef {Omit<typeof import("../www/lib/api.js"), "default">} Api */

/**
 * @param {Api} api
 * @param {string} text
 */
export function answersToText(api, text) {
  const reading = api.parse(text);
  const { speakers, statements } = reading.toJSON();
  reading.free();
  return statements.map(({ speaker, content }) => {
    const name = speaker === null ? "?" : speakers[speaker]?.name;
    return `${name}: ${content.map((range) => text.slice(...range)).join(" […] ")}`;
  });
}

/**
 * The text of a page, and the markup of what is said in it.
 *
 * @param {Api} api
 * @param {string} markup
 * @returns {[text: string, said: string[]]}
 */
export function answersToPage(api, markup) {
  const page = api.parseHtml(markup);
  const { speakers, statements } = page.reading.toJSON();
  const said = statements.map(({ speaker, content }) => {
    const name = speaker === null ? "?" : speakers[speaker]?.name;
    return `${name}: ${content.map((range) => markup.slice(...(page.toSource(range) ?? [0, 0]))).join(" […] ")}`;
  });
  const { document, text } = page;
  if (document) {
    for (const part of statements.flatMap(({ content }) => content)) {
      const { startContainer, startOffset, endContainer, endOffset } = page.toDom(part) ?? {};
      if (!startContainer || !endContainer) throw new Error("a statement without a place in the document");
      const range = /** @type {Document} */ (document).createRange();
      range.setStart(startContainer, startOffset ?? 0);
      range.setEnd(endContainer, endOffset ?? 0);
      // What is not read may stand between them.
      const [found, words] = [String(range), text.slice(...part)].map((text) => text.trim().split(/\s+/));
      if (found?.[0] !== words?.[0] || found?.at(-1) !== words?.at(-1)) throw new Error(`${range} for ${words}`);
    }
  }
  page.free();
  return [text, said];
}

/**
 * @param {Api} api
 * @param {string} bytes One character a byte.
 * @param {string | null} charset
 * @returns {[encoding: string | null, text: string | null, damaged: boolean]}
 */
export function answersToBytes(api, bytes, charset) {
  const given = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  const file = api.parseBytes(given, charset === null ? {} : { charset });
  file.free();
  return [file.encoding, file.source, file.damaged];
}
