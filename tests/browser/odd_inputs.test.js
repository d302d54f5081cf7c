// Bad and odd inputs with the answer to each, the same as natively and in Node.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answersToBytes, answersToPage, answersToText } from "../odd_answers.js";
import { files, pages, portal, portalText, texts, whole } from "../odd_rows.js";
import { inBrowsers, insist } from "./harness.js";

/** @import { Page } from "puppeteer-core" */

inBrowsers("odd inputs", (tab) => {
  test(
    "texts, pages and files have the answers that they have natively",
    insist(tab, async () => {
      // A policy is told of what it would not let run, which is not run here anyway.
      tab.expect(/Applying inline style|Executing inline event handler/);
      const page = await tab.open();
      const given = texts.map(([, text]) => [whole(text)]);
      assert.deepEqual(await answers(page, answersToText, given), texts.map(([, , said]) => said));
      const markup = pages.map(([, markup]) => [whole(markup)]);
      assert.deepEqual(named(pages, await answers(page, answersToPage, markup)), named(pages, pages.map(([, , ...answer]) => answer)));
      const [answer] = /** @type {[string][]} */ (await answers(page, answersToPage, [[portal]]));
      assert.equal(answer?.[0], portalText);
      const bytes = files.map(([, bytes, charset]) => [bytes, charset]);
      assert.deepEqual(named(files, await answers(page, answersToBytes, bytes)), named(files, files.map(([, , , ...answer]) => answer)));
      assert.ok(texts.length + pages.length + files.length >= 180);
    }),
  );
});

/**
 * What a function answers in the page.
 *
 * @param {Page} page
 * @param {Function} answer
 * @param {unknown[][]} given
 * @returns {Promise<unknown[]>}
 */
async function answers(page, answer, given) {
  // As JSON in ASCII, because messages to a browser hold no lone surrogates.
  const script = `(async () => {
    ${escaped}
    const api = await import(new URL("lib/api.js", document.baseURI).href);
    await api.default();
    return escaped(JSON.parse(${JSON.stringify(escaped(given))}).map((given) => (${answer})(api, ...given)));
  })()`;
  return JSON.parse(String(await page.evaluate(script)));
}

/** @param {unknown} value */
function escaped(value) {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** @param {readonly [string, ...unknown[]][]} rows @param {unknown[]} answers */
const named = (rows, answers) => Object.fromEntries(rows.map(([name], at) => [name, answers[at]]));
