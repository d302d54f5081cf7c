// How soon the demo shows its first highlight, beside pages that have nothing else to do.
import { firstHighlight } from "../browser/first.js";
import { serve } from "../browser/site.js";

/** @import { Browser } from "puppeteer-core" */

const LOADS = 15;

const HIGHLIGHT = `const words = document.querySelector("p").firstChild;
  const highlight = () => CSS.highlights.set("first", new Highlight().add(
    new StaticRange({ startContainer: words, startOffset: 0, endContainer: words, endOffset: 4 })));`;

/** @param {string} script */
const empty = (script) =>
  `<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"><p>Some words</p>` +
  `<script type="module">${HIGHLIGHT} ${script}</script></html>`;

/**
 * @param {Browser} browser
 * @param {string} demo The address of the demo.
 * @returns {Promise<[string, number[]][]>} Milliseconds from the navigation, of each load.
 */
export async function firstHighlights(browser, demo) {
  const floor = await serve({
    pages: {
      "": empty("highlight();"),
      "worker": empty(`new Worker("worker.js", { type: "module" }).onmessage = highlight;`),
      "worker.js": "postMessage(null);",
    },
  });
  /** @type {[string, string, number[]][]} */
  const pages = [
    ["the demo", demo, []],
    ["an empty page", floor.address, []],
    ["an empty page, when a worker has answered", `${floor.address}worker`, []],
  ];
  try {
    for (let round = 0; round < LOADS; round += 1) {
      for (const [, address, times] of pages) {
        // Nothing of the site is kept from one load to the next.
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.goto(new URL("icon.svg", address).href);
        times.push((await firstHighlight(page, address)).highlight);
        await context.close();
      }
    }
  } finally {
    await floor.close();
  }
  return pages.map(([name, , times]) => [name, times]);
}
