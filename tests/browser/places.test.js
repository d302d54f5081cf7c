// Where the card opens: whatever scrolls, and however, it stands on the screen and the words beside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { inBrowsers } from "./harness.js";
import { get, ready, set } from "./element.js";
import { ARTICLE, page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */
/** @import { Look } from "./harness.js" */

/** How often it is looked whether a page has come to rest, and how long that may take (ms). */
const LOOK = 70;
const REST = 10_000;

/**
 * Where the card and the first line of what it belongs to are.
 * @param {Page} page
 */
function places(page) {
  return page.$eval("who-said", async (found) => {
    const host = /** @type {import("../../www/who-said.js").WhoSaid} */ (found);
    /** @type {typeof import("../../www/lib/text-map.js")} */
    const { mapText } = await import(new URL("lib/text-map.js", document.baseURI).href);
    const [first] = host.reading?.statements[host.selected ?? -1]?.content ?? [];
    const entry = host.shadowRoot?.querySelector(".list [aria-current]");
    const range = first && mapText(host).liveRange(first[0], first[0] + 1);
    const words = range?.getClientRects()[0] ? range : entry;
    const card = host.shadowRoot?.querySelector(".card");
    return {
      words: words?.getClientRects()[0]?.toJSON(),
      card: card?.getBoundingClientRect().toJSON(),
      width: innerWidth,
      height: innerHeight,
      open: card?.matches(":popover-open"),
      cut: (card?.clientHeight ?? 0) < 60,
    };
  });
}

/**
 * What is wrong with the places, if anything is, but for what rounding does.
 * @param {Awaited<ReturnType<typeof places>>} found @param {number} header What covers the top of the screen (px).
 */
function faultOf({ words, card, width, height, open, cut }, header) {
  if (!open || cut) return "the card is not to be read";
  const isOnScreen = card.top > -1 && card.bottom < height + 1 && card.left > -1 && card.right < width + 1;
  if (!isOnScreen) return "the card is off the screen";
  if (words.top <= header - 1 || words.bottom >= height + 1) return "the words are off the screen";
  const across = words.right > card.left && words.left < card.right;
  const isUnder = across && words.bottom > card.top + 1 && words.top < card.bottom - 1;
  return isUnder ? "the words are under the card" : "";
}

/**
 * Looks until all is in its place and nothing moves any more: an engine may take a while until it
 * begins to scroll.
 * @param {Page} page @param {number} id @param {string} where @param {number} header
 */
async function check(page, id, where, header = 0) {
  await set(page, { selected: id });
  let told = "";
  let fault = "";
  for (const end = Date.now() + REST; Date.now() < end; await sleep(LOOK)) {
    const found = await places(page);
    const before = told;
    told = JSON.stringify(found);
    fault = faultOf(found, header) || (told === before ? "" : "the page does not come to rest");
    if (!fault) return;
  }
  assert.fail(`${fault} on ${where}, statement ${id}: ${told}`);
}

/**
 * Some of the statements of a page, forwards, and fewer of them back again.
 * @param {Page} page @param {string} where @param {number} by
 */
async function checkSome(page, where, by) {
  /** @type {number[]} */
  const shown = await get(page, "shown");
  const some = shown.filter((_, place) => place % by === 0);
  const back = some.filter((_, place) => place % 3 === 0).toReversed();
  for (const id of [...some, ...back]) await check(page, id, where);
}

/** Each way to move on a wide and on a narrow one. @type {Record<string, Look>} */
const SCREENS = {
  "a screen, scrolling": { width: 1280, height: 800, reducedMotion: false },
  "a low screen, jumping": { width: 1280, height: 600, reducedMotion: true },
  "a phone, jumping": { width: 390, height: 844, reducedMotion: true },
  "a small phone, scrolling": { width: 334, height: 568, reducedMotion: false },
};

inBrowsers("the card stands beside its words", (tab) => {
  for (const [name, look] of Object.entries(SCREENS)) {
    test(`on ${name}`, async () => {
      const page = await tab.open("", look);
      await ready(page);
      await checkSome(page, name, look.reducedMotion ? 7 : 11);
    });
  }

  test("of a briefing with long turns", async () => {
    const page = await tab.open("", { width: 1280, height: 600 });
    await ready(page);
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
    await checkSome(page, "a low screen", 6);
  });

  test("or beside its entry where only the list is shown", async () => {
    const page = await tab.open("", { width: 1280, height: 600 });
    await ready(page);
    await set(page, { filter: { speakers: ["Ayatollah Khamenei"] }, others: "hide" });
    await page.evaluate(() => scrollTo({ top: 360, behavior: "instant" }));
    await checkSome(page, "the list", 5);
  });

  test("far down a long page", async () => {
    const long = `<p>Mayor Ana Ruiz said: The pier will open in May.</p>`.repeat(800);
    const site = await serve({ pages: { "": html(`<who-said loading="eager"><article>${long}</article></who-said>`) } });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      for (const id of [600, 3, 799]) await check(page, id, "a long page");
    } finally {
      await site.close();
    }
  });

  test("in a page that scrolls in a part of it, under a header", async () => {
    const filler = "<p>The harbour lay still for a while.</p>".repeat(60);
    const style = `<style>
      html, body { height: 100%; margin: 0; overflow: hidden }
      body { display: flex; flex-direction: column }
      main { flex: 1; min-height: 0; overflow: auto; scroll-padding-top: 130px; position: relative }
      header { position: sticky; top: 0; height: 120px; background: silver }
    </style>`;
    const article = ARTICLE.replace("<p>Her", `${filler}<p>Her`);
    const body = `<main><header>A site</header><who-said loading="eager">${article}</who-said></main>`;
    const site = await serve({ pages: { "": html(body, style) } });
    try {
      const page = await tab.open(site.address, { width: 1280, height: 800 });
      await ready(page);
      const shown = await get(page, "shown");
      for (const id of [...shown, ...shown.toReversed()]) await check(page, id, "a part that scrolls", 120);
    } finally {
      await site.close();
    }
  });
});
