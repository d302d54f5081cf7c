// What a reader can ask of a text: one kind, these alone, the thirteenth speaker, a narrow column.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { get, inElement, painted, ready, set, settled } from "./element.js";
import { ARTICLE, page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */

/** Presses the toggle with these words. @param {Page} page @param {string} words */
async function press(page, words) {
  const found = await inElement(page, (root) => [...root.querySelectorAll("button")].map(({ textContent }) => textContent ?? ""));
  const place = found.findIndex((text) => text.startsWith(words));
  assert.ok(place >= 0, `no ${words} in ${found}`);
  await page.evaluate((place) => {
    const button = document.querySelector("who-said")?.shadowRoot?.querySelectorAll("button")[place];
    button?.focus();
  }, place);
  await page.keyboard.press("Enter");
  await settled(page);
}

inBrowsers("the reader", (tab) => {
  test("tells what was said, paraphrased and thought apart, and leaves out what is not wanted", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, {
      text:
        "Mayor Ana Ruiz met the ferry crews. “The pier will open in May,” Ruiz told them. Ruiz said that work " +
        "had begun. She believes that the harbour needs the pier. The mayor wants to build a second one.",
    });
    const read = "document.querySelector('who-said').reading?.statements.length === 4";
    await page.waitForFunction(read, { polling: 100 });
    await ready(page);
    const { statements } = await get(page, "reading");
    const kindOf = (/** @type {any} */ one) => (one.act === "thought" ? "thought" : one.kind);
    for (const [words, kind, look] of [["said", "direct", /-said$/], ["paraphrased", "indirect", /-told$/], ["thought", "thought", /-held$/]]) {
      await press(page, String(words));
      const wanted = statements.filter((/** @type {any} */ one) => kindOf(one) === kind).map((/** @type {any} */ { id }) => id);
      assert.deepEqual(await get(page, "shown"), wanted);
      assert.ok(wanted.length > 0);
      assert.deepEqual(await painted(page, /-(said|told|held)$/), await painted(page, /** @type {RegExp} */ (look)), "in its own look");
      await press(page, "Show all");
    }
  });

  test("can have these alone, as a list with every word, and the text back", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { filter: { speakers: ["Bashar Al-Assad"] } });
    await press(page, "Only these");
    const alone = await inElement(page, (root) => ({
      text: root.querySelector(".text")?.checkVisibility(),
      listed: root.querySelectorAll(".list li").length,
    }));
    assert.deepEqual(alone, { text: false, listed: (await get(page, "shown")).length });
    assert.equal(await get(page, "others"), "hide");
    await press(page, "Only these");
    assert.equal(await inElement(page, (root) => root.querySelector(".text")?.checkVisibility()), true);
    assert.ok((await painted(page, /^2-/)).length > 0);
  });

  test("finds everybody, each in a look of their own up to the twelfth", async () => {
    const page = await tab.open();
    await ready(page);
    const names = "Ana Ruiz, Tom Hale, Vera Lund, Omar Said, Ines Moll, Karl Brandt, Lea Fontaine, Ivan Petrov, Rosa Klein, Paul Weber, Nina Sato, Carl Berg, Olga Marin, Hugo Blanc".split(", ");
    await set(page, { topics: [], text: names.map((name, place) => `“We will open number ${place} in May,” ${name} said.`).join("\n\n") });
    await page.waitForFunction(() => document.querySelector("who-said article[slot=text]")?.textContent?.includes("Hugo Blanc"));
    await ready(page);
    const chips = () =>
      inElement(page, (root) =>
        [...root.querySelectorAll(".chip:not([hidden]) .label")].map((label) => {
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(label);
          return { name: label.textContent, line: [textDecorationLine, textDecorationStyle, textDecorationThickness].join() };
        }),
      );
    assert.equal((await chips()).length, 12);
    assert.equal(new Set((await chips()).map(({ line }) => line)).size, 12);
    await press(page, "2 more speakers");
    assert.deepEqual((await chips()).map(({ name }) => name).sort(), names.sort());
    assert.equal((await painted(page, /^other-/)).length, 2);
  });

  test("sees all of it in a column of 320 px", async () => {
    const inner = html(`<who-said loading="eager" topics="May; money; jobs" overview>${ARTICLE}</who-said>`);
    const site = await serve({ pages: { "": html('<iframe src="/inner" width="320" height="900" title="Column"></iframe>'), inner } });
    try {
      const page = await tab.open(site.address);
      await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("who-said")?.matches(":state(ready)"));
      await settled(page);
      const { over, small, cut } = await page.evaluate(() => {
        const page = /** @type {Document} */ (document.querySelector("iframe")?.contentDocument);
        const root = /** @type {ShadowRoot} */ (page.querySelector("who-said")?.shadowRoot);
        const controls = [...root.querySelectorAll("button, input, summary")].map((control) => ({
          text: control.textContent || control.getAttribute("aria-label"),
          box: control.getBoundingClientRect(),
        }));
        const seen = controls.filter(({ box }) => box.width > 0);
        return {
          over: page.documentElement.scrollWidth - 320,
          small: seen.filter(({ box }) => box.width < 24 || box.height < 24).map(({ text }) => text),
          cut: [...root.querySelectorAll(".steps button, .track")].filter((one) => one.getBoundingClientRect().right > 320).length,
        };
      });
      assert.ok(over <= 0, `${over} px too wide`);
      assert.deepEqual(small, []);
      assert.equal(cut, 0);
    } finally {
      await site.close();
    }
  });
});
