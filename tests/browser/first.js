// How soon a page shows its first highlight.

/** @import { Page } from "puppeteer-core" */

/** Marks the moment of the first highlight. */
function watch() {
  const { add } = Highlight.prototype;
  Highlight.prototype.add = function (range) {
    if (!performance.getEntriesByName("first highlight").length) performance.mark("first highlight");
    return add.call(this, range);
  };
}

/**
 * Goes to a page and waits for its first highlight.
 *
 * @param {Page} page
 * @param {string} address
 * @returns {Promise<{ paint: number, highlight: number }>} When the page first painted anything, and when
 *   it made its first highlight (ms from the navigation).
 */
export async function firstHighlight(page, address) {
  await page.evaluateOnNewDocument(watch);
  await page.goto(address);
  await page.waitForFunction(
    () => ["first highlight", "first-contentful-paint"].every((name) => performance.getEntriesByName(name).length > 0),
    { polling: 100 },
  );
  return page.evaluate(() => {
    const at = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    return { paint: at("first-contentful-paint"), highlight: at("first highlight") };
  });
}
