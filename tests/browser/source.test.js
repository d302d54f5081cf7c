// What an element reads from its `src`: files in any encoding, pages as `parseHtml` reads them.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { portal } from "../odd_rows.js";
import { inBrowsers } from "./harness.js";
import { bare, get, ready } from "./element.js";
import { page as html, serve } from "./site.js";

/** @param {string} text */
const utf16 = (text) => Buffer.from(`\ufeff${text}`, "utf16le");

/** @type {[name: string, type: string, body: Buffer, words: string][]} */
const FILES = [
  ["UTF-8 as declared", "text/plain; charset=utf-8", Buffer.from("Ana Dvořák said: No."), "Dvořák"],
  ["UTF-8 that nobody declares", "text/plain", Buffer.from("Ana Dvořák said: No."), "Dvořák"],
  ["UTF-16 against the server's word", "text/plain; charset=utf-8", utf16("Ana Dvořák said: No."), "Dvořák"],
  ["UTF-16", "text/plain", utf16("Ana Dvořák said: No."), "Dvořák"],
  ["Windows-1251 by the server's word", "text/plain; charset=windows-1251", Buffer.from("Ana said: \xc4\xee\xec.", "latin1"), "Дом"],
  ["Windows-1250 by the page's word", "text/html", Buffer.from('<meta charset="windows-1250"><p>Ana Dvo\xf8\xe1k said: No.', "latin1"), "Dvořák"],
  ["Windows-1252", "text/plain", Buffer.from("Ana said: \x93No\x94.", "latin1"), "“No”"],
];

inBrowsers("a src", (tab) => {
  for (const [name, type, body, words] of FILES) {
    test(`in ${name}`, async () => {
      const { address, close } = await send(type, body);
      const site = await serve({ pages: { "": html(`<who-said loading="eager" src="${address}"></who-said>`) } });
      try {
        const page = await tab.open(site.address);
        await ready(page);
        const text = await page.$eval("who-said article", (article) => article.textContent ?? "");
        assert.ok(text.includes(words), text);
      } finally {
        await site.close();
        await close();
      }
    });
  }

  test("that is a page has the statements of parseHtml", async () => {
    const site = await serve({ pages: { "": html('<who-said loading="eager" src="portal.html"></who-said>'), "portal.html": portal } });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      const shown = await get(page, "reading");
      const text = await page.$eval("who-said article", (article) => article.textContent ?? "");
      const told = await page.evaluate(async (markup) => {
        /** @type {typeof import("../../www/lib/api.js")} */
        const api = await import(new URL("lib/api.js", location.href).href);
        await api.default();
        const { text, reading } = api.parseHtml(markup);
        return { text, speakers: reading.speakers, statements: reading.statements };
      }, portal);
      const names = (/** @type {{ name: string }[]} */ speakers) => speakers.map(({ name }) => name);
      assert.equal(bare(text), bare(told.text));
      assert.deepEqual(names(shown.speakers), names(told.speakers));
      assert.equal(shown.statements.length, told.statements.length);
      assert.ok(told.statements.length >= 4);
    } finally {
      await site.close();
    }
  });
});

/**
 * A server of one file, for any page.
 *
 * @param {string} type
 * @param {Buffer} body
 */
async function send(type, body) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = server.address();
  assert.ok(address && typeof address === "object");
  return {
    address: `http://127.0.0.1:${address.port}/text`,
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}
