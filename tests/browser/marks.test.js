// Marks in the text in place of painted highlights: real, complete, and gone without a trace.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { clickWords, get, painted, ready, set, settled } from "./element.js";
import { page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */
/** @import { Tab } from "./harness.js" */

const ARTICLE =
  "<article><h1>Pier to open in May</h1><p>Mayor Ana Ruiz met the ferry crews on Monday. " +
  "“The pier will <em>surely</em> open in May,” she told them.</p>" +
  "<p>Her deputy, Tom Hale, stressed: The money is there.</p></article>";

const ELEMENT = `<who-said loading="eager" marks topics="May; money">${ARTICLE}</who-said>`;

/** @param {Tab} tab @param {(page: Page) => Promise<void>} task */
async function onMarked(tab, task) {
  const site = await serve({ pages: { "": html(ELEMENT) } });
  try {
    const page = await tab.open(site.address);
    await ready(page);
    await task(page);
  } finally {
    await site.close();
  }
}

/** What is marked, with the names of its looks. @param {Page} page */
const marked = (page) =>
  page.$eval("article", (article) => [...article.querySelectorAll("mark")].map((mark) => `${mark.dataset.whoSaid}: ${mark.textContent}`));

const markup = (/** @type {Page} */ page) => page.$eval("article", ({ outerHTML }) => outerHTML);

/** The looks of who speaks most and second most in {@link ARTICLE}. */
const ALL = [
  "topic: May",
  "1-said: “The pier will ",
  "1-said: surely",
  "1-said:  open in ",
  "1-said topic: May",
  "1-said: ,”",
  "2-said: The ",
  "2-said topic: money",
  "2-said:  is there",
];

inBrowsers("marks", (tab) => {
  test("hold the words of statements and topics, and nothing is painted beside them", async () => {
    await onMarked(tab, async (page) => {
      assert.deepEqual(await marked(page), ALL);
      assert.deepEqual(await painted(page, /./), []);
      const looks = await page.$eval("article", (article) =>
        ["topic", "1-said", "2-said"].map((name) => {
          const mark = article.querySelector(`mark[data-who-said="${name}"]`);
          const { backgroundColor, textDecorationLine, textDecorationStyle } = getComputedStyle(/** @type {Element} */ (mark));
          return { tinted: backgroundColor !== "rgba(0, 0, 0, 0)", line: `${textDecorationLine} ${textDecorationStyle}` };
        }),
      );
      assert.deepEqual(looks, [
        { tinted: true, line: "none solid" },
        { tinted: true, line: "underline solid" },
        { tinted: true, line: "underline dotted" },
      ]);
    });
  });

  test("follow the filter, and can be clicked", async () => {
    await onMarked(tab, async (page) => {
      await set(page, { filter: { speakers: ["Tom Hale"] }, topics: [] });
      assert.deepEqual(await marked(page), ["2-said: The money is there"]);
      assert.ok((await painted(page, /^dim$/)).some((text) => text.includes("surely")));
      await clickWords(page, "The money");
      await settled(page);
      const { statements } = await get(page, "reading");
      assert.equal(statements[await get(page, "selected")].kind, "direct");
      assert.ok((await marked(page)).includes("2-current: The money is there"));
    });
  });

  test("leave the article as it was, node by node, with the attribute and with the element", async () => {
    await onMarked(tab, async (page) => {
      await page.$eval("who-said", (element) => element.removeAttribute("marks"));
      await settled(page);
      assert.equal(await markup(page), ARTICLE);
      await page.$eval("article", (article) => {
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        Reflect.set(window, "nodes", nodes);
      });
      await set(page, { marks: true });
      await page.waitForFunction(() => document.querySelector("mark") !== null);
      assert.equal((await marked(page)).length, ALL.length);
      await page.$eval("who-said", (element) => element.replaceWith(...element.childNodes));
      assert.equal(await markup(page), ARTICLE);
      const same = await page.$eval("article", (article) => {
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        return Reflect.get(window, "nodes").every((/** @type {Node} */ node) => node === walker.nextNode()) && !walker.nextNode();
      });
      assert.ok(same, "the article has other text nodes than before");
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
    });
  });

  test("follow a page that changes its text under them", async () => {
    await onMarked(tab, async (page) => {
      await page.$eval("article p:last-child", (line) => {
        line.textContent = "Tom Hale said: We stay.";
      });
      await page.waitForFunction(() => document.querySelector("article p:last-child mark")?.textContent === "We stay");
      assert.ok(!(await marked(page)).some((text) => text.includes("money")));
      await page.$eval("who-said", (element) => element.removeAttribute("marks"));
      await settled(page);
      assert.equal(await page.$eval("article p:last-child", ({ innerHTML }) => innerHTML), "Tom Hale said: We stay.");
    });
  });
});
