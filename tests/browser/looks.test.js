// What can be read, as it comes out on the screen: on dark sites, behind a filter, in large letters.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { get, inElement, ready, set, settled } from "./element.js";
import { ARTICLE, page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */

/**
 * The colours of some words of the text on a picture of the page: the commonest, which is behind them, and
 * the one that is furthest from it.
 *
 * @param {Page} page
 * @param {string} words
 */
async function colors(page, words) {
  const clip = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("who-said") ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { x, y, width, height } = range.getClientRects()[0] ?? new DOMRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    }
    throw new Error(`the page does not hold ${words}`);
  }, words);
  const picture = await page.screenshot({ clip, encoding: "base64" });
  return page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const color = data.slice(at, at + 3).join();
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const luminance = (/** @type {string} */ color) => {
      const [r = 0, g = 0, b = 0] = color.split(",").map((channel) => {
        const share = Number(channel) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [behind = ""] = [...counts].toSorted((one, other) => other[1] - one[1])[0] ?? [];
    const contrast = (/** @type {string} */ color) => {
      const [low = 0, high = 0] = [luminance(color), luminance(behind)].toSorted((one, other) => one - other);
      return (high + 0.05) / (low + 0.05);
    };
    const ink = [...counts.keys()].toSorted((one, other) => contrast(other) - contrast(one))[0] ?? "";
    return { behind: luminance(behind), ink: luminance(ink), contrast: contrast(ink) };
  }, picture);
}

const ELEMENT = `<who-said loading="eager" lang="en">${ARTICLE}</who-said>`;
/** Letters so large that some of their pixels are all ink, and their line away from them. */
const LARGE = "article p { font: 48px/2 sans-serif; text-underline-offset: 20px }";

inBrowsers("on the screen", (tab) => {
  // WebKit's driver takes no pictures of a part.
  if (tab.engine !== "webkit") {
    for (const [name, style, dark] of /** @type {const} */ ([
      ["a dark site that does not say so", "body { background: #15171a; color: #eaeaea }", true],
      ["one in other words", "body { background: #15171a; color: oklch(0.93 0 0) }", true],
      ["a dark site that says so", ":root { color-scheme: dark } body { background: #15171a; color: #eaeaea }", true],
      ["a light site", "body { background: #ffffff; color: #222222 }", false],
    ])) {
      test(`${name} has its words on tints of its own kind`, async () => {
        const site = await serve({ pages: { "": html(ELEMENT, `<style>${LARGE} ${style}</style>`) } });
        try {
          const page = await tab.open(site.address);
          await ready(page);
          await settled(page);
          const { behind, contrast } = await colors(page, "The money");
          assert.equal(behind < 0.2, dark, `behind them: ${behind}`);
          assert.ok(contrast >= 4.5, `${contrast}`);
          await set(page, { selected: 0 });
          const card = await inElement(page, (root) => getComputedStyle(/** @type {Element} */ (root.querySelector(".card"))).colorScheme);
          assert.equal(card, dark ? "dark" : "normal");
        } finally {
          await site.close();
        }
      });
    }

    test("what a filter leaves out can be read, and stands back", async () => {
      const site = await serve({ pages: { "": html(ELEMENT, `<style>${LARGE} body { background: #fdfcfa; color: #1b1b1b }</style>`) } });
      try {
        const page = await tab.open(site.address);
        await ready(page);
        const full = await colors(page, "The money");
        await set(page, { filter: { speakers: ["Ana Ruiz"] } });
        const dimmed = await colors(page, "The money");
        assert.ok(dimmed.contrast >= 4.5, `${dimmed.contrast}`);
        assert.ok(dimmed.ink > full.ink + 0.02, `${dimmed.ink} and ${full.ink}`);
      } finally {
        await site.close();
      }
    });

    test("a topic inside a statement is told by more than its colour", async () => {
      const plain = ":root { --who-said-topic: #fff; --who-said-topic-ink: #000; --who-said-1-tint: #fff; --who-said-1-line: #fff; --who-said-2-tint: #fff; --who-said-2-line: #fff }";
      const site = await serve({ pages: { "": html(ELEMENT, `<style>${LARGE} ${plain} body { background: #fff; color: #000 }</style>`) } });
      try {
        const page = await tab.open(site.address);
        await ready(page);
        /** @type {string[]} */
        const pictures = [];
        for (const topics of [[], ["money"]]) {
          await set(page, { topics });
          await page.waitForFunction((size) => (CSS.highlights.get("who-said-topic")?.size ?? 0) === size, {}, topics.length);
          await inElement(page, (root) => void (/** @type {HTMLElement} */ (root.querySelector(".bar")).hidden = true));
          await settled(page);
          pictures.push(await page.screenshot({ encoding: "base64" }));
        }
        assert.notEqual(pictures[0], pictures[1]);
      } finally {
        await site.close();
      }
    });
  }

  test("a topic's chip looks as its words do", async () => {
    const page = await tab.open();
    await ready(page);
    const look = await inElement(page, (root) => getComputedStyle(/** @type {Element} */ (root.querySelector(".chip .topic"))).textShadow);
    assert.notEqual(look, "none");
  });

  test("letters of twice the size leave the text its width", async () => {
    const page = await tab.open();
    await ready(page);
    assert.ok((await inElement(page, (root) => root.querySelector(".wide"))) !== null);
    const small = await inElement(page, (root) => root.querySelector(".icon svg")?.getBoundingClientRect().width ?? 0);
    await page.evaluate(() => {
      // As a reader's setting does.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":root { font-size: 32px !important }");
      document.adoptedStyleSheets.push(sheet);
    });
    await page.setViewport({ width: 1279, height: 800 });
    await settled(page);
    const { text, icon, over } = await inElement(page, (root) => ({
      text: root.querySelector(".text")?.getBoundingClientRect().width ?? 0,
      icon: root.querySelector(".icon svg")?.getBoundingClientRect().width ?? 0,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
    assert.ok(text > 900, `${text} px for the text`);
    assert.ok(Math.abs(icon - 2 * small) < 1, `${icon} and ${small}`);
    assert.ok(over <= 0);
    assert.ok((await get(page, "shown")).length > 0);
  });
});
