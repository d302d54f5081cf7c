// What the tests of the element ask of a page.

/** @import { Page } from "puppeteer-core" */

/** So often a page is brought to the front: on a busy machine Chromium at times draws no frame of a new one. */
const PATIENCE = 10_000;

/**
 * Waits until the element has read its text.
 * @param {Page} page
 * @param {string} [selector]
 * @param {number} [timeout] In milliseconds.
 */
export async function ready(page, selector = "who-said", timeout = 60_000) {
  const isRead = (/** @type {string} */ selector) =>
    document.querySelector(selector)?.matches(":state(ready), :state(failed)");
  const nudge = setInterval(() => page.bringToFront?.().catch(() => {}), PATIENCE);
  try {
    await page.waitForFunction(isRead, { timeout, polling: 100 }, selector);
  } finally {
    clearInterval(nudge);
  }
}

/**
 * Gives the demo a text in place of its own.
 * @param {Page} page
 * @param {string} text
 */
export async function readOwn(page, text) {
  await page.click("#paste");
  await page.$eval("#words", (words, text) => Object.assign(words, { value: text }), text);
  await page.click("#own button[value=read]");
  await page.waitForFunction((text) => Reflect.get(document.querySelector("who-said") ?? {}, "text") === text, {}, text);
  await ready(page);
}

/**
 * Runs a function in the page on the element's shadow root.
 * @template T
 * @param {Page} page
 * @param {((root: ShadowRoot) => T) | string} task A string is one that knows things of the test.
 * @param {string} [selector]
 */
export async function inElement(page, task, selector = "who-said") {
  await page.waitForSelector(selector);
  const root = `document.querySelector(${JSON.stringify(selector)}).shadowRoot`;
  return /** @type {T} */ (await page.evaluate(`(${task})(${root})`));
}

/**
 * The texts of all that is painted under the element's names that match.
 * @param {Page} page
 * @param {RegExp} name Without the prefix.
 */
export async function painted(page, name) {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    /** @type {string[]} */
    const texts = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("who-said-") || !wanted.test(name.slice("who-said-".length))) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        texts.push(range.toString());
      }
    }
    return texts;
  }, name.source);
}

/**
 * Clicks on the first letters of some words of the text.
 * @param {Page} page
 * @param {string} words All in one text node.
 */
export async function clickWords(page, words) {
  const [x, y] = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("who-said") ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 3);
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const box = range.getBoundingClientRect();
      return [box.x + 4, box.y + box.height / 2];
    }
    throw new Error(`the page does not hold ${words}`);
  }, words);
  await page.mouse.click(x ?? 0, y ?? 0);
}

/**
 * Collects events of a type; the function it returns tells those so far.
 * @param {Page} page
 * @param {string} type
 */
export async function events(page, type) {
  await page.evaluate((type) => {
    /** @type {unknown[]} */
    const heard = [];
    Reflect.set(window, `heard ${type}`, heard);
    document.addEventListener(type, (event) => heard.push({ detail: Reflect.get(event, "detail") }));
  }, type);
  return () =>
    page.evaluate(
      (type) => /** @type {{ detail: any }[]} */ (JSON.parse(JSON.stringify(Reflect.get(window, `heard ${type}`)))),
      type,
    );
}

/** Waits until the page has drawn what was asked of it. @param {Page} page */
export async function settled(page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
  );
}

/** A text without white space. @param {string | null} text */
export const bare = (text) => (text ?? "").replace(/\s+/g, "");

/**
 * Sets properties of the element.
 * @param {Page} page
 * @param {Record<string, unknown>} values
 */
export async function set(page, values) {
  await page.$eval("who-said", (element, values) => void Object.assign(element, values), values);
  await settled(page);
}

/**
 * The element's own property.
 * @param {Page} page
 * @param {keyof import("../../www/who-said.js").WhoSaid} name
 */
export async function get(page, name) {
  return page.$eval("who-said", (element, name) => JSON.parse(JSON.stringify(Reflect.get(element, name))), name);
}
