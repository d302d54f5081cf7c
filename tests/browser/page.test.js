// The demo page as a reader meets it: reads, filters, asks why, with and without a mouse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { inBrowsers, phone } from "./harness.js";
import { serve } from "./site.js";
import { bare, clickWords, events, get, inElement, painted, readOwn, ready, set, settled } from "./element.js";

const seed = await readFile(new URL("../../seeds/seed-meeting.txt", import.meta.url), "utf8");

inBrowsers("the demo page", (tab) => {
  test("shows the seed and who spoke in it", async () => {
    const page = await tab.open();
    await ready(page);
    const names = await inElement(page, (root) =>
      [...root.querySelectorAll(".chip .label")].map((label) => label.textContent),
    );
    assert.ok(names.includes("Ayatollah Khamenei"), String(names));
    assert.ok(names.some((name) => name?.endsWith("Bashar Al-Assad")), String(names));
    const article = await page.$eval("who-said article", (article) => article.textContent);
    assert.equal(bare(article), bare(seed), "the article holds every word of the text");
    assert.equal(await page.$eval("who-said [dir=rtl]", (line) => line.textContent), "دفتر مقام معظم رهبری");
  });

  test("shows the town before a report apart, and its first words like all others", async () => {
    const page = await tab.open("?text=cod-deadline");
    await ready(page);
    const [town, line] = await page.$eval("who-said article [data-block=dateline]", (town) => [
      town.textContent,
      town.parentElement?.dataset.block,
    ]);
    assert.match(String(town), /^\p{Lu}+.* [-–—]$/u);
    assert.equal(line, "paragraph");
  });

  test("paints exactly the words of the statements", async () => {
    const page = await tab.open();
    await ready(page);
    const said = await painted(page, /^\d+-/);
    const words = await page.$eval("who-said", (element) => {
      const { reading } = /** @type {import("../../www/who-said.js").WhoSaid} */ (element);
      return reading?.statements.map(({ content }) => content);
    });
    const key = "The key to Syria's victory as well as the United States of America";
    assert.ok(said.some((text) => text.startsWith(key)), said.join("\n"));
    assert.ok(words && words.length >= 20, "the seed has more than twenty statements");
  });

  test("filters by speaker and tells it in every way", async () => {
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "filter-change");
    const all = await page.$eval("who-said", (element) => Reflect.get(element, "shown").length);
    await page.click("who-said >>> .chip:nth-of-type(2)");
    await settled(page);
    const now = await page.$eval("who-said", (element) => ({
      speaker: element.getAttribute("speaker"),
      shown: Reflect.get(element, "shown").length,
      filtered: element.matches(":state(filtered)"),
    }));
    assert.match(now.speaker ?? "", /Assad/);
    assert.ok(now.shown > 0 && now.shown < all);
    assert.ok(now.filtered);
    const [event] = await heard();
    assert.equal(event?.detail.statements.length, now.shown);
    assert.equal(event?.detail.total, all);
    const status = await inElement(page, (root) => root.querySelector(".status")?.textContent);
    assert.equal(status, `${now.shown} of ${all} statements`);
    assert.deepEqual(await painted(page, /^1-/), [], "nothing of the other speaker is painted");
    assert.ok((await painted(page, /^dim$/)).length > 0, "the others are dimmed");

    await page.$eval("who-said", (element) => element.removeAttribute("speaker"));
    await settled(page);
    const pressed = await inElement(page, (root) => root.querySelectorAll("[aria-pressed=true]").length);
    assert.equal(pressed, 0, "the chips follow the attribute");
  });

  test("lets a speaker go under whatever name the filter has", async () => {
    const page = await tab.open();
    await ready(page);
    const press = async (/** @type {string} */ name) => {
      await inElement(page, `(root) => [...root.querySelectorAll(".chip.chip")].find(({ textContent }) => textContent.startsWith(${JSON.stringify(name)})).click()`);
      await settled(page);
      return page.$eval("who-said", (element) => element.getAttribute("speaker"));
    };
    const filter = async (/** @type {string[]} */ ...speakers) => set(page, { filter: { speakers } });
    await filter("Khamenei");
    assert.equal(await press("Ayatollah Khamenei"), null);
    assert.equal(await press("Ayatollah Khamenei"), "Ayatollah Khamenei");
    await filter("Khamenei", "Assad", "-");
    assert.equal(await press("Ayatollah Khamenei"), "Assad; -");
    assert.equal(await press("Speaker not named0"), "Assad");

    await filter("Assad", "Peter Dolan");
    const chips = await inElement(page, (root) => [...root.querySelectorAll(".chip[aria-pressed=true]")].map(({ textContent }) => textContent));
    assert.equal(chips[0], "Peter Dolan0", "who is not in the text can be seen and let go");
    assert.equal(await press("Peter Dolan"), "Assad");

    await set(page, { topics: ["resistance"], filter: { speakers: ["Khamenei"], topics: ["resistance"] }, overview: true });
    assert.equal(await inElement(page, (root) => root.querySelector(".cell")?.getAttribute("aria-pressed")), "true");
    await page.click("who-said >>> .cell");
    await settled(page);
    assert.equal(await page.$eval("who-said", (element) => element.getAttribute("speaker")), null);
  });

  test("highlights topics that the reader types", async () => {
    const page = await tab.open();
    await ready(page);
    await page.$eval("who-said", (element) => element.setAttribute("topics", ""));
    await page.type("who-said >>> input", "scholars = scholar; Saudi Arabia");
    await page.keyboard.press("Enter");
    await settled(page);
    assert.deepEqual((await painted(page, /^topic$/)).sort(), ["Saudi Arabia", "scholars", "scholars"]);
    assert.equal(
      await page.$eval("who-said", (element) => element.getAttribute("topics")),
      "scholars = scholar; Saudi Arabia",
    );
  });

  test("tells who, how and why of a statement that is clicked", async () => {
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "statement-select");
    await clickWords(page, "The key to Syria");
    await settled(page);
    const card = await inElement(page, (root) => {
      const card = root.querySelector(".card");
      return { open: card?.matches(":popover-open"), text: card?.textContent ?? "" };
    });
    assert.ok(card.open);
    assert.match(card.text, /Ayatollah Khamenei/);
    assert.match(card.text, /In the speaker’s own words\./);
    assert.match(card.text, /after “?asserted”? and a colon/);
    const [event] = await heard();
    assert.equal(event?.detail.speaker.name, "Ayatollah Khamenei");
    await page.keyboard.press("Escape");
    await settled(page);
    assert.equal(await page.$eval("who-said", (element) => element.getAttribute("selected")), null);
  });

  test("serves the keyboard alone", async () => {
    const page = await tab.open();
    await ready(page);
    await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.focus, root.querySelector(".chip"), []));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await settled(page);
    const second = await page.$eval("who-said", (element) => Reflect.get(element, "selected"));
    const shown = await page.$eval("who-said", (element) => Reflect.get(element, "shown"));
    assert.equal(second, shown[1]);
    await page.keyboard.press("k");
    await settled(page);
    assert.equal(await page.$eval("who-said", (element) => Reflect.get(element, "selected")), shown[0]);
    const reachable = await inElement(page, (root) =>
      [...root.querySelectorAll("button, input")].every((control) => Reflect.get(control, "tabIndex") >= 0),
    );
    assert.ok(reachable);
  });

  test("fits a phone, with targets for thumbs", async () => {
    for (const width of [320, phone.width ?? 0]) {
      const page = await tab.open("", { ...phone, width });
      await ready(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} px too wide at ${width}`);
      const small = await inElement(page, (root) =>
        [...root.querySelectorAll("button, input")]
          .map((control) => ({ box: control.getBoundingClientRect(), text: control.textContent }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ text }) => text),
      );
      assert.deepEqual(small, []);
    }
  });

  test("keeps the text in its place on a phone when a filter comes and goes", async () => {
    const page = await tab.open("", phone);
    await ready(page);
    const top = () => page.$eval("who-said h2", (title) => title.getBoundingClientRect().top);
    const before = await top();
    await set(page, { filter: { speakers: ["Bashar Al-Assad"] } });
    assert.equal(await top(), before);
    await set(page, { filter: {} });
    assert.equal(await top(), before);
  });

  test("sets names, text and list side by side where it is wide", async () => {
    const page = await tab.open("", { width: 1400, height: 900 });
    await ready(page);
    await settled(page);
    const { names, text, list, label, line } = await inElement(page, (root) => {
      /** @param {string} part */
      const box = (part) => (root.querySelector(part)?.getBoundingClientRect() ?? new DOMRect()).toJSON();
      const [first] = [...document.querySelectorAll("who-said article p")].filter((one) => one.textContent?.startsWith("At this meeting"));
      return {
        names: box(".gutter"),
        text: box(".text"),
        list: box(".panel"),
        label: box(".gutter span"),
        line: first?.getBoundingClientRect().toJSON(),
      };
    });
    assert.ok(names.right < text.left && text.right < list.left, JSON.stringify([names, text, list]));
    assert.ok(label.height > 0 && Math.abs(label.top - line.top) < line.height, JSON.stringify([label, line]));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  });

  test("reads the reader's own text", async () => {
    const page = await tab.open();
    await ready(page);
    await page.click("#paste");
    await page.type("#words", 'Mayor Ana Ruiz met the crews. "The pier will open in May," she told them.');
    await page.click("button[value=read]");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("pier"));
    await ready(page);
    assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The pier will open in May")));
  });

  test("names the text in its address, and a reader's own nowhere", async () => {
    const page = await tab.open();
    await ready(page);
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
    await set(page, { filter: { speakers: ["Peter Dolan"] } });
    const address = await page.evaluate(() => location.href);
    assert.match(address, /\?text=dept-briefing#whosaid=speaker:Peter%20Dolan$/);

    const again = await tab.open(address);
    await again.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(again);
    assert.equal(await again.$eval("#sample", (sample) => Reflect.get(sample, "value")), "seeds/dept-briefing.txt");
    assert.ok((await get(again, "shown")).length > 0);
    assert.equal(await again.$$eval("who-said article", (articles) => articles.length), 1);

    await readOwn(again, "Mayor Ana Ruiz said: The pier will open in May.");
    await set(again, { filter: { speakers: ["Ana Ruiz"] } });
    assert.equal(await again.evaluate(() => location.search + location.hash), "");
    await again.select("#sample", "seeds/seed-meeting.txt");
    await again.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("Khamenei"));
    await ready(again);
    await set(again, { filter: { speakers: ["Ayatollah Khamenei"] } });
    assert.equal(await again.evaluate(() => location.search + location.hash), "#whosaid=speaker:Ayatollah%20Khamenei");
  });

  test("takes what is dropped on it, but for words dropped into its box", async () => {
    const page = await tab.open();
    await ready(page);
    await page.click("#paste");
    /** @param {string} selector */
    const drop = (selector) =>
      page.$eval(selector, (target) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", "Mayor Ana Ruiz said: The pier will open in May.");
        return target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      });
    assert.equal(await drop("#words"), true, "the box takes them itself");
    await settled(page);
    assert.equal(await get(page, "text"), null);
    assert.equal(await drop("main"), false);
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("pier"));
    assert.equal(await page.$eval("#own", (own) => Reflect.get(own, "open")), false);
    await ready(page);
  });

  test("works with the network off after a first visit", async () => {
    tab.expect(/not loaded|Failed to load|NS_ERROR/);
    const www = new URL("../../www/", import.meta.url);
    const seeds = ["seed-meeting.txt", "dept-briefing.txt", "cod-deadline.txt", "lanchuan-veyra-talks.txt", "pm-questions.txt", "trisk-bridge.txt"];
    const pages = await Promise.all(
      [["", new URL("index.html", www)], ...seeds.map((name) => [`seeds/${name}`, new URL(`../../seeds/${name}`, import.meta.url)])].map(
        async ([path, file]) => [path, await readFile(/** @type {URL} */ (file), "utf8")],
      ),
    );
    const site = await serve({ pages: Object.fromEntries(pages) });
    const page = await tab.open(site.address);
    await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await site.close();
    await page.reload();
    await ready(page);
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
  });
});
