// Pages and files: misuse, other people's DOMs, and markup that is made to keep a parser busy.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isPage } from "../../www/lib/readable.js";
import { api } from "./whosaid.js";

const { parseBytes, parseHtml } = api;

/** Calls that TypeScript would refuse. @type {any} */
const [html, bytes] = [parseHtml, parseBytes];

for (const [name, call, message] of /** @type {[string, () => unknown, RegExp][]} */ ([
  ["no markup", () => html(), /`html`: undefined was given; allowed: a string, a Document or an Element/],
  ["markup that is none", () => html({}), /`html`: object was given/],
  ["null for markup", () => html(null), /`html`: null was given/],
  ["an unknown option for a page", () => html("<p>", { charset: "utf-8" }), /no option `charset`; allowed: format/],
  ["an unknown format of a page", () => html("<p>", { format: "html" }), /`format`: "html" was given/],
  ["no bytes", () => bytes(), /`bytes`: undefined was given; allowed: an ArrayBuffer or a view of one/],
  ["bytes that are a string", () => bytes("a"), /`bytes`: "a" was given/],
  ["an unknown option for a file", () => bytes(new Uint8Array(), { encoding: "utf-8" }), /no option `encoding`; allowed: format, charset, contentType/],
  ["options that are a string", () => bytes(new Uint8Array(), "utf-8"), /`options`: "utf-8" was given; allowed: an object/],
  ["a charset that is none", () => bytes(new Uint8Array(), { charset: "klingon" }), /`charset`: "klingon" was given; allowed: a label of the Encoding Standard/],
  ["a charset of another type", () => bytes(new Uint8Array(), { charset: 8 }), /`charset`: 8 was given; allowed: a string/],
  ["a content type of another type", () => bytes(new Uint8Array(), { contentType: null }), /`contentType`: null was given; allowed: a string/],
  ["a file over the limit", () => bytes(new Uint8Array((64 << 20) + 1)), /67108865 bytes; the limit is 67108864/],
])) {
  test(`misuse: ${name}`, () => assert.throws(call, { name: "Error", message }));
}

test("bytes come in every kind of view", () => {
  const whole = new TextEncoder().encode("xxAna Holm said: No deal.");
  const buffer = whole.buffer.slice(2);
  for (const view of [buffer, new DataView(buffer), new Uint8Array(whole.buffer, 2), Buffer.from(buffer)]) {
    assert.equal(parseBytes(view).text, "Ana Holm said: No deal.");
  }
});

test("a content type says whether a file is a page", () => {
  const given = new TextEncoder().encode("<p>Ana Holm said: No &amp; no.");
  const page = parseBytes(given, { contentType: "text/html" });
  assert.deepEqual([page.text, page.encoding], ["Ana Holm said: No & no.", "utf-8"]);
  assert.equal(parseBytes(given, { contentType: "text/plain" }).text, "<p>Ana Holm said: No &amp; no.");
  assert.equal(parseBytes(given).text, "<p>Ana Holm said: No &amp; no.", "no first tag of a page");
  const cyrillic = parseBytes(Uint8Array.of(0xc4, 0xee, 0xec), { contentType: 'text/plain; Charset="windows-1251"' });
  assert.equal(cyrillic.text, "Дом");
  assert.equal(parseBytes(given, { contentType: "text/html; charset=klingon" }).encoding, "utf-8");
});

test("a reading in the markup has every range moved, and only ranges", () => {
  const page = parseHtml("<p>Ana&nbsp;Holm said: No <b>deal</b>.</p>");
  const moved = page.sourceData();
  const found = page.reading.toJSON();
  assert.equal(page.source?.slice(...(moved?.speakers[0]?.range ?? [])), "Ana&nbsp;Holm");
  assert.deepEqual(moved?.statements[0]?.content, found.statements[0]?.content.map((range) => page.toSource(range)));
  assert.deepEqual({ ...moved?.statements[0], source: 0, cue: 0, content: 0, why: 0 }, { ...found.statements[0], source: 0, cue: 0, content: 0, why: 0 });
  assert.equal(page.document, null);
  assert.equal(page.toDom([0, 3]), null);
});

test("a DOM of somebody's own is read as it stands", () => {
  /** @param {string} data */
  const text = (data) => ({ nodeType: 3, nodeName: "#text", nodeValue: data, childNodes: [] });
  /** @param {string} name @param {...object} childNodes */
  const element = (name, ...childNodes) => ({ nodeType: 1, nodeName: name.toUpperCase(), localName: name, childNodes, getAttribute: () => null });
  const words = text("\n Ana Holm said: No deal.");
  const page = parseHtml(/** @type {any} */ (element("div", element("nav", text("Home")), element("p", words))));
  const [statement] = page.reading.statements;
  const range = statement?.content[0] ?? [0, 0];
  assert.equal(page.text, "Ana Holm said: No deal.");
  assert.deepEqual(page.toDom(range), { startContainer: words, startOffset: 17, endContainer: words, endOffset: 24 });
  assert.equal(page.toSource(range), null);
  assert.equal(page.sourceData(), null);
});

test("pages are told from texts", () => {
  for (const page of ["<!DOCTYPE html>", "\ufeff \n<html lang=en>", "<?xml version='1.0'?><html>", "<!-- a --> <!-- b --><body>"]) assert.ok(isPage(page), page);
  for (const text of ["", "<", "Xi said: <html>", "<laughter> No.", "<p", "<!-- <html>", `${"<!---->".repeat(1000)}x`]) assert.ok(!isPage(text), text);
});

for (const [name, markup] of /** @type {[string, string][]} */ ([
  ["references", "&amp".repeat(100_000)],
  ["signs that are no references", "&".repeat(200_000)],
  ["signs that are no tags", "<".repeat(200_000)],
  ["comments inside a script", `<script>${"<!--".repeat(100_000)}</script>`],
  ["scripts inside a script", `<script><!--${"<script></script>".repeat(20_000)}`],
  ["attributes", `<p ${"a=b ".repeat(100_000)}>`],
  ["quotes that are never closed", `<p ${'a="'.repeat(100_000)}`],
  ["white space", `<p>${" ".repeat(300_000)}&nbsp;${"\r\n".repeat(100_000)}`],
  ["NUL", "\0".repeat(300_000)],
  ["end tags", "</div>".repeat(50_000)],
  ["depth", `${"<div>".repeat(3_000)}x`],
])) {
  test(`much of it takes no long time: ${name}`, { timeout: 10_000 }, () => {
    const page = parseHtml(`${markup}<p>`);
    page.toSource([0, page.text.length]);
    page.free();
  });
}
