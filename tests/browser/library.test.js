// The reader's own documents: kept, renamed, deleted, searched, and what happens when there is no room.
import assert from "node:assert/strict";
import { test } from "node:test";

import axe from "axe-core";

import { inBrowsers } from "./harness.js";
import { get, readOwn, ready, settled } from "./element.js";

/** @import { Page } from "puppeteer-core" */

const FERRY = 'Pier to open\n\nMayor Ana Ruiz met the crews. "The pier will open in May," she told them.';
const TRAIN = "Night trains return\n\nMinister Tom Hale said that the trains would run again. Ana Ruiz said the pier came first.";

/** The demo with nothing kept: not every browser gives each test a profile of its own. @param {import("./harness.js").Tab} tab */
async function open(tab) {
  const page = await tab.open();
  await ready(page);
  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("whosaid").onsuccess = done)).then(() => {}));
  return page;
}

/** Keeps what is read, and leaves the library open. @param {Page} page @param {string} text */
async function keep(page, text) {
  await readOwn(page, text);
  const before = await names(page);
  await page.click("#shelf");
  await page.waitForSelector("#library[open]");
  await press(page, "Keep this text");
  await page.waitForFunction((before) => document.querySelectorAll("#library .documents input").length > before, {}, before.length);
  await press(page, "Close");
}

/** @param {Page} page @param {string} text */
async function press(page, text) {
  await page.evaluate((text) => {
    const found = [...document.querySelectorAll("#library button")].find((button) => (button.getAttribute("aria-label") ?? button.textContent) === text);
    if (!found) throw new Error(`no button ${text}`);
    /** @type {HTMLButtonElement} */ (found).click();
  }, text);
}

/** @param {Page} page */
const names = (page) =>
  page.$$eval("#library .documents input", (inputs) => inputs.map((input) => /** @type {HTMLInputElement} */ (input).value));

/** Opens the library; its documents of before are in its list even while it is closed. @param {Page} page */
async function show(page) {
  await page.click("#shelf");
  await page.waitForSelector("#library[open] .documents li");
}

/** What the library says. @param {Page} page */
const told = (page) => page.$eval("#library [role=status]", (status) => status.textContent ?? "");

/** What a search finds, under the names of the documents. @param {Page} page @param {string} speaker @param {string} topic */
async function search(page, speaker, topic) {
  await page.$eval("#library [name=speaker]", (input, value) => Object.assign(input, { value }), speaker);
  await page.$eval("#library [name=topic]", (input, value) => Object.assign(input, { value }), topic);
  await page.$eval("#library [role=status]", (status) => void (status.textContent = ""));
  await press(page, "Search all");
  await page.waitForFunction(() => document.querySelector("#library [role=status]")?.textContent);
  return page.$$eval("#library .results :is(h3, button)", (found) => found.map(({ textContent }) => textContent));
}

inBrowsers("the library", (tab) => {
  test("keeps, renames, searches, opens and deletes documents", async () => {
    const page = await open(tab);
    await keep(page, FERRY);
    await keep(page, TRAIN);
    await page.reload();
    await ready(page);
    await show(page);
    assert.deepEqual(await names(page), ["Night trains return", "Pier to open"]);
    const who = await page.$$eval("#library .documents span", (spans) => spans.map(({ textContent }) => textContent));
    assert.match(who[1] ?? "", /Ana Ruiz/);

    await page.$eval("#library .documents li:last-child input", (input) => {
      Object.assign(input, { value: "Ferries" });
      input.dispatchEvent(new Event("change"));
    });
    assert.deepEqual(await search(page, "Ruiz", ""), [
      "Night trains return",
      "Ana Ruiz: the pier came first",
      "Ferries",
      "Ana Ruiz: \"The pier will open in May,\"",
    ]);
    await page.evaluate(`(() => { ${axe.source} })()`);
    const faults = await page.evaluate(async () => {
      const { violations } = await Reflect.get(window, "axe").run("#library");
      return violations.map((/** @type {{ id: string }} */ { id }) => id);
    });
    assert.deepEqual(faults, []);
    assert.deepEqual(await search(page, "", "rail = train"), ["Night trains return", "Tom Hale: that the trains would run again"]);
    assert.deepEqual(await search(page, "Ruiz", "rail = train"), []);
    assert.deepEqual((await search(page, "Hale", "pier; x")).length, 0);

    await search(page, "Ruiz", "pier");
    await press(page, "Ana Ruiz: the pier came first");
    await page.waitForFunction(() => document.querySelector("who-said")?.getAttribute("selected"));
    await settled(page);
    assert.equal(await get(page, "text"), TRAIN);
    assert.deepEqual((await get(page, "filter")).speakers, ["Ruiz"]);
    const { statements } = await get(page, "reading");
    const [part] = statements[await get(page, "selected")].content;
    assert.equal(TRAIN.slice(...part), "the pier came first");

    await page.reload();
    await ready(page);
    await show(page);
    assert.deepEqual(await names(page), ["Night trains return", "Ferries"]);
    await press(page, "Delete Night trains return");
    await page.waitForFunction(() => document.querySelectorAll("#library .documents input").length === 1);
    const at = () => page.evaluate(() => document.activeElement?.textContent);
    assert.equal(await at(), "Undo");
    assert.match(await told(page), /Night trains return is deleted/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#library .documents input").length === 2);
    assert.match(await told(page), /kept again/);
    assert.equal(await page.evaluate(() => Reflect.get(document.activeElement ?? {}, "value")), "Night trains return");
    await page.reload();
    await ready(page);
    await show(page);
    assert.deepEqual(await names(page), ["Night trains return", "Ferries"]);
    await press(page, "Delete Night trains return");
    await page.waitForFunction(() => document.querySelectorAll("#library .documents input").length === 1);
    await page.reload();
    await ready(page);
    await show(page);
    assert.deepEqual(await names(page), ["Ferries"]);
  });

  test("keeps a text once, and says so", async () => {
    const page = await open(tab);
    await keep(page, FERRY);
    assert.match(await told(page), /^Pier to open is kept\.$/);
    await show(page);
    await press(page, "Keep this text");
    await page.waitForFunction(() => document.querySelector("#library [role=status]")?.textContent?.includes("already"));
    assert.equal((await names(page)).length, 1);
  });

  test("works on when another tab has taken its database away", async () => {
    const page = await open(tab);
    await show(page);
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("whosaid").onsuccess = done)).then(() => {}));
    await press(page, "Keep this text");
    await page.waitForSelector("#library .documents input");
    assert.match(await told(page), /is kept/);
  });

  test("opens its database again when it was closed and nobody said so", async () => {
    const page = await open(tab);
    await show(page);
    await page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function () {
        IDBDatabase.prototype.transaction = transaction;
        throw new DOMException("the connection is closing", "InvalidStateError");
      };
    });
    await press(page, "Keep this text");
    await page.waitForSelector("#library .documents input");
    assert.match(await told(page), /is kept/);
  });

  test("does not take the end of a search for a fault", async () => {
    const page = await open(tab);
    for (const text of [FERRY, TRAIN]) await keep(page, text);
    await show(page);
    await page.evaluate(() => {
      const [speaker] = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#library [name=speaker]"));
      const form = document.querySelector("#library form");
      for (const value of ["Ruiz", ""]) {
        Object.assign(speaker ?? {}, { value });
        Reflect.apply(Reflect.get(form ?? {}, "requestSubmit"), form, []);
      }
    });
    await settled(page);
    assert.equal(await told(page), "");
    assert.equal(await page.$$eval("#library .results *", (found) => found.length), 0);
  });

  test("fits a phone", async () => {
    const page = await tab.open("", { width: 390, height: 844 });
    await ready(page);
    for (const [opener, dialog] of [["#paste", "#own"], ["#shelf", "#library"]]) {
      await page.click(opener ?? "");
      await page.waitForSelector(`${dialog}[open] h2`);
      const { left, right } = await page.$eval(dialog ?? "", (dialog) => dialog.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && right <= 390, `${dialog}: ${left} to ${right}`);
      await page.$eval(dialog ?? "", (dialog) => /** @type {HTMLDialogElement} */ (dialog).close());
    }
  });

  test("keeps samples too, by their address", async () => {
    const page = await open(tab);
    await show(page);
    await press(page, "Keep this text");
    await page.waitForSelector("#library .documents input");
    assert.match((await names(page))[0] ?? "", /Assad/);
  });

  test("says when there is no room, and loses nothing", async () => {
    const page = await open(tab);
    await keep(page, FERRY);
    await page.evaluate(() => {
      // What a browser does whose disk is full: the transaction is taken back.
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = function (value) {
        const request = add.call(this, value);
        request.onsuccess = () => {
          Object.defineProperty(this.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
          this.transaction.abort();
        };
        return request;
      };
    });
    await readOwn(page, TRAIN);
    await show(page);
    await press(page, "Keep this text");
    await page.waitForFunction(() => document.querySelector("#library [role=status]")?.textContent);
    assert.match(await page.$eval("#library [role=status]", (status) => status.textContent ?? ""), /no room left: nothing was kept/);
    await page.reload();
    await ready(page);
    await show(page);
    assert.deepEqual(await names(page), ["Pier to open"]);
  });

  if (tab.engine === "chromium") {
    test("says so too when the browser's own limit is met", async () => {
      const page = await tab.open();
      await ready(page);
      const session = await page.createCDPSession();
      await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1000 });
      await show(page);
      await press(page, "Keep this text");
      await page.waitForFunction(() => document.querySelector("#library [role=status]")?.textContent);
      assert.match(await page.$eval("#library [role=status]", (status) => status.textContent ?? ""), /no room left/);
    });
  }
});
