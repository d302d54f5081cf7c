// Strip, matrix and the page's address.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { events, get, inElement, ready, set, settled } from "./element.js";

inBrowsers("the overview", (tab) => {
  test("counts who speaks about what, and its cells filter", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { overview: true });
    const cell = await inElement(page, (root) => {
      const cell = root.querySelector(".cell");
      return { title: cell?.getAttribute("aria-label") ?? "", count: Number(cell?.textContent) };
    });
    assert.match(cell.title, /^\d+ statements by Ayatollah Khamenei about resistance$/);
    await page.click("who-said >>> .cell");
    await settled(page);
    assert.deepEqual(await get(page, "filter"), { speakers: ["Ayatollah Khamenei"], topics: ["resistance"], kinds: [] });
    const shown = await get(page, "shown");
    assert.equal(shown.length, cell.count);
    const { statements } = await get(page, "reading");
    const text = await page.$eval("who-said", async (element) => {
      /** @type {typeof import("../../www/lib/text-map.js")} */
      const { mapText } = await import(new URL("lib/text-map.js", document.baseURI).href);
      return mapText(element).text;
    });
    for (const id of shown) {
      const words = statements[id].content.map((/** @type {[number, number]} */ range) => text.slice(...range)).join(" ");
      assert.match(words, /resistance/i);
    }
    await page.click("who-said >>> .cell");
    await settled(page);
    assert.deepEqual((await get(page, "filter")).speakers, [], "a second click takes it back");
  });

  test("goes where the reader clicks on the strip, and from place to place by keyboard", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { overview: true });
    const box = await inElement(page, (root) => {
      const { left, top, width, height } = root.querySelector(".track")?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, width, height };
    });
    await page.mouse.click(box.left + box.width * 0.99, box.top + box.height / 2);
    await settled(page);
    const { statements } = await get(page, "reading");
    const own = statements.filter((/** @type {any} */ one) => one.speaker === statements[0].speaker);
    const last = own.toSorted((/** @type {any} */ a, /** @type {any} */ b) => b.content.at(-1)[1] - a.content.at(-1)[1])[0];
    const selected = statements[await get(page, "selected")];
    assert.equal(selected.speaker, last.speaker);
    assert.equal(selected.content.at(-1)[1], last.content.at(-1)[1]);

    await set(page, { selected: null });
    await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.focus, root.querySelectorAll(".track")[1], []));
    await page.keyboard.press("Enter");
    await settled(page);
    const one = await get(page, "selected");
    assert.notEqual(statements[one].speaker, statements[0].speaker);
  });
});

inBrowsers("the page's address", (tab) => {
  test("keeps what is shown and brings it back", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { filter: { speakers: ["Bashar Al-Assad"], topics: ["resistance"] } });
    const address = await page.evaluate(() => location.href);
    assert.match(address, /#whosaid=speaker:Bashar%20Al-Assad;topic:resistance$/);
    const shown = await get(page, "shown");

    const again = await tab.open(address);
    await ready(again);
    assert.deepEqual(await get(again, "shown"), shown);
    await again.evaluate(() => void (location.hash = "#part&whosaid=topic:scholars;kind:direct"));
    await settled(again);
    assert.deepEqual(await get(again, "filter"), { speakers: [], topics: ["scholars"], kinds: ["direct"] });
    await set(again, { filter: {} });
    assert.equal(await again.evaluate(() => location.hash), "#part", "what belongs to others stays");
  });

  test("follows a key that is held down, as often as the browser lets it", async () => {
    const page = await tab.open();
    await ready(page);
    await page.evaluate(() => {
      // The limit of WebKit, whichever browser this is.
      const { replaceState } = History.prototype;
      let written = 0;
      history.replaceState = (...given) => {
        written += 1;
        if (written > 100) throw new DOMException("too often", "SecurityError");
        return replaceState.apply(history, given);
      };
      Reflect.set(window, "unhandled", 0);
      addEventListener("unhandledrejection", () => Reflect.set(window, "unhandled", Reflect.get(window, "unhandled") + 1));
    });
    const heard = await events(page, "statement-select");
    const steps = 150;
    await page.$eval(
      "who-said",
      async (element, steps) => {
        for (let step = 0; step < steps; step += 1) {
          element.shadowRoot?.querySelector(".chip")?.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, composed: true }));
          await new Promise((done) => setTimeout(done));
        }
      },
      steps,
    );
    const selected = await get(page, "selected");
    await page.waitForFunction((hash) => location.hash === hash, {}, `#whosaid=statement:${selected}`);
    assert.equal((await heard()).length, steps);
    assert.equal((await heard()).at(-1)?.detail.statement.id, selected);
    assert.equal(await page.evaluate(() => Reflect.get(window, "unhandled")), 0);
  });

  test("forgets the last text's filter with the text", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { filter: { speakers: ["Ayatollah Khamenei"] } });
    await set(page, { filter: { speakers: ["Bashar Al-Assad"] } });
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
    assert.deepEqual(await get(page, "filter"), { speakers: [], topics: [], kinds: [] });
    assert.equal(await page.evaluate(() => location.hash), "");
  });

  test("is left alone unless the page asks for it", async () => {
    const page = await tab.open();
    await ready(page);
    await page.$eval("who-said", (element) => element.removeAttribute("share"));
    await set(page, { filter: { speakers: ["Bashar Al-Assad"] } });
    assert.equal(await page.evaluate(() => location.hash), "");
  });
});
