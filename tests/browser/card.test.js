// The card of a statement: citing it, passing it on, putting it right.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { events, get, inElement, ready, set, settled } from "./element.js";

/** @import { Page } from "puppeteer-core" */

/** Catches what the page writes to the clipboard. @param {Page} page */
async function catchCopies(page) {
  await page.evaluate(() => {
    /** @type {string[]} */
    const copies = [];
    Reflect.set(window, "copies", copies);
    Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: async (/** @type {string} */ text) => void copies.push(text) } });
  });
  return () => page.evaluate(() => /** @type {string[]} */ (Reflect.get(window, "copies")));
}

/** The first statement in somebody's own words. @param {Page} page */
async function firstDirect(page) {
  const reading = await get(page, "reading");
  const statement = reading.statements.find((/** @type {any} */ one) => one.kind === "direct" && one.speaker !== null);
  return { reading, statement };
}

inBrowsers("the card", (tab) => {
  test("copies a citation that says who, how and where", async () => {
    const page = await tab.open();
    await ready(page);
    const copies = await catchCopies(page);
    const { statement } = await firstDirect(page);
    await set(page, { selected: statement.id });
    await page.click("who-said >>> .acts button:nth-of-type(1)");
    await settled(page);
    const [citation = ""] = await copies();
    assert.match(citation, /^Ayatollah Khamenei: “The key to Syria's victory .*” \(verbatim; The Leader's meeting/);
    assert.ok(citation.includes(await page.evaluate(() => location.origin)));
    assert.equal(await inElement(page, (root) => root.querySelector(".told")?.textContent), "Copied");
  });

  test("copies a link to what is shown, or to the words where the address keeps nothing", async () => {
    const page = await tab.open();
    await ready(page);
    const copies = await catchCopies(page);
    const { statement } = await firstDirect(page);
    await set(page, { selected: statement.id });
    await page.click("who-said >>> .acts button:nth-of-type(2)");
    await page.$eval("who-said", (element) => element.removeAttribute("share"));
    await page.click("who-said >>> .acts button:nth-of-type(2)");
    await settled(page);
    const [shared, words] = await copies();
    assert.match(shared ?? "", new RegExp(`#whosaid=statement:${statement.id}$`));
    assert.match(words ?? "", /#:~:text=The%20key%20to%20Syria%27s,/);
  });

  test("gives a statement to another speaker, here and in what is saved, and takes it back", async () => {
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "correction-change");
    const { reading, statement } = await firstDirect(page);
    const other = reading.speakers.find((/** @type {any} */ one) => one.name.endsWith("Al-Assad"));
    await set(page, { selected: statement.id });
    await page.select("who-said >>> .assign select", String(other.id));
    await settled(page);
    const now = await get(page, "reading");
    assert.equal(now.statements[statement.id].speaker, other.id);
    assert.equal(now.speakers[other.id].statements, other.statements + 1);
    assert.equal(now.speakers[statement.speaker].statements, reading.speakers[statement.speaker].statements - 1);
    assert.deepEqual((await heard()).map(({ detail }) => detail.corrections), [[{ statement: statement.id, speaker: other.id }]]);
    const card = () => inElement(page, (root) => root.querySelector(".card")?.textContent ?? "");
    assert.match(await card(), /Assigned by you\. As read: Ayatollah Khamenei\./);
    await set(page, { filter: { speakers: [other.name] } });
    assert.ok((await get(page, "shown")).includes(statement.id), "the filter follows the correction");

    await page.click("who-said >>> .corrected button");
    await settled(page);
    assert.deepEqual(await get(page, "corrections"), []);
    assert.deepEqual((await get(page, "reading")).statements, reading.statements);
  });

  test("a correction is there again on the next visit, and stored only because the reader made it", async () => {
    const page = await tab.open();
    await ready(page);
    const { reading, statement } = await firstDirect(page);
    const stored = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("whosaid-")).length);
    await set(page, { corrections: [{ statement: statement.id, speaker: null }], filter: { kinds: ["direct"] } });
    assert.equal(await stored(), 0);
    await set(page, { selected: statement.id, corrections: [] });
    const other = reading.speakers.find((/** @type {any} */ one) => one.name.endsWith("Al-Assad"));
    await page.select("who-said >>> .assign select", String(other.id));
    await settled(page);
    assert.equal(await stored(), 1);

    await page.reload();
    await ready(page);
    assert.deepEqual(await get(page, "corrections"), [{ statement: statement.id, speaker: other.id }]);
    assert.equal((await get(page, "reading")).statements[statement.id].speaker, other.id);
    await set(page, { selected: statement.id });
    await page.click("who-said >>> .corrected button");
    await settled(page);
    assert.equal(await stored(), 0);
  });

  test("corrections stay with their text and refuse what is not there", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { corrections: [{ statement: 1, speaker: null }] });
    await page.$eval("who-said", (element) => {
      const parent = element.parentElement;
      element.remove();
      parent?.append(element);
    });
    await ready(page);
    assert.deepEqual(await get(page, "corrections"), [{ statement: 1, speaker: null }]);
    const thrown = await page.$eval("who-said", (element) => {
      try {
        Reflect.apply(Reflect.get(element, "correct"), element, [9999, null]);
      } catch (error) {
        return String(error);
      }
    });
    assert.match(thrown ?? "", /no statement 9999/);
    await set(page, { text: "“Yes,” Hale said." });
    await ready(page);
    assert.deepEqual(await get(page, "corrections"), []);
  });

  test("reaches every statement, also those inside others", async () => {
    const page = await tab.open();
    await ready(page);
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
    const { statements } = await get(page, "reading");
    const inner = statements.find((/** @type {any} */ one) => one.inside !== null);
    assert.ok(inner, "the briefing reports a report");
    await set(page, { selected: inner.inside });
    const beside = await inElement(page, (root) => root.querySelectorAll(".also button").length);
    assert.ok(beside > 0);
    await page.click("who-said >>> .also button");
    await settled(page);
    assert.notEqual(await get(page, "selected"), inner.inside);

    await set(page, { selected: null });
    const seen = await page.$eval(
      "who-said",
      async (element, steps) => {
        const ids = new Set();
        for (let step = 0; step < steps; step += 1) {
          Reflect.apply(Reflect.get(element, "next"), element, []);
          await Promise.resolve();
          ids.add(Reflect.get(element, "selected"));
        }
        return ids.size;
      },
      statements.length,
    );
    assert.equal(seen, statements.length, "next goes through all of them");
  });
});
