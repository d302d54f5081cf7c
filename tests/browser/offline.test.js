// The demo as an app: without a network, and on to its next version.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { painted, readOwn, ready } from "./element.js";
import { serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */

const root = new URL("../../", import.meta.url);
const index = await readFile(new URL("www/index.html", root), "utf8");

/** The demo as some version of it, changed where the title stands. @param {string} version */
async function demo(version) {
  /** @type {Record<string, string>} */
  const pages = {
    "": index.replace("<h1>whosaid</h1>", `<h1>whosaid ${version}</h1>`),
    "pkg/version.js": `self.VERSION = ${JSON.stringify(version)};`,
  };
  for (const name of await readdir(new URL("seeds/", root))) {
    pages[`seeds/${name}`] = await readFile(new URL(`seeds/${name}`, root), "utf8");
  }
  return pages;
}

/** How late a slow network answers (ms). */
const SLOW = 50;

/** Most that a reload may take on a network that never answers: it is waited for once, not file by file (ms). */
const SILENT = 12_000;

/** @param {Page} page */
const heading = (page) => page.$eval("h1", (heading) => heading.textContent);

/** @param {Page} page */
const stores = (page) => page.evaluate(() => caches.keys());

/** Until the service worker has stored its version and answers for the page. @param {Page} page */
async function kept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
  });
}

inBrowsers("without a network", (tab) => {
  test("the demo reloads, reads a new document, and moves on to a new version as a whole", async () => {
    tab.expect(/ERR_|Failed to fetch|Failed to load resource|not loaded|NetworkError|connection|Load failed|update a ServiceWorker/i);
    let site = await serve({ pages: await demo("one") });
    const port = Number(new URL(site.address).port);
    try {
      const page = await tab.open(site.address);
      await ready(page);
      await kept(page);
      assert.deepEqual(await stores(page), ["who-said-one"]);

      await site.close();
      await page.reload();
      await ready(page);
      assert.equal(await heading(page), "whosaid one");
      await readOwn(page, 'Mayor Ana Ruiz met the crews. "The pier will open in May," she told them.');
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The pier will open in May")));
      await page.select("#sample", "seeds/dept-briefing.txt");
      await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));

      site = await serve({ pages: await demo("two"), port });
      await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
      await page.waitForFunction(() => document.querySelector("#update")?.checkVisibility());
      assert.deepEqual((await stores(page)).sort(), ["who-said-one", "who-said-two"], "the old one serves the open page");
      await page.click("#update");
      await page.waitForFunction(() => document.querySelector("h1")?.textContent === "whosaid two");
      await ready(page);
      assert.equal(await heading(page), "whosaid two");
      await page.waitForFunction(async () => (await caches.keys()).join() === "who-said-two");

      await site.close();
      await page.reload();
      await ready(page);
      assert.equal(await heading(page), "whosaid two");
    } finally {
      await site.close().catch(() => {});
    }
  });

  test("on a slow network the demo installs and updates as a whole, on one that falls silent it runs from its store", async () => {
    tab.expect(/ERR_|Failed to fetch|Failed to load resource|not loaded|NetworkError|connection|Load failed/i);
    const slow = () => new Promise((done) => setTimeout(done, SLOW));
    let pace = slow;
    let site = await serve({ pages: await demo("one"), pace: () => pace() });
    const port = Number(new URL(site.address).port);
    try {
      const page = await tab.open(site.address);
      await ready(page);
      await kept(page);
      await site.close();

      site = await serve({ pages: await demo("two"), port, pace: () => pace() });
      await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
      // While the new version comes in, the old one serves: all of it stays until all of the other is there.
      await page.select("#sample", "seeds/dept-briefing.txt");
      await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
      await page.waitForFunction(() => document.querySelector("#update")?.checkVisibility());
      const [one, two] = await page.evaluate(async () => {
        const counts = [];
        for (const name of (await caches.keys()).sort()) counts.push((await (await caches.open(name)).keys()).length);
        return counts;
      });
      assert.ok(one && one === two, `${one} and ${two} files are stored`);
      await page.click("#update");
      await page.waitForFunction(() => document.querySelector("h1")?.textContent === "whosaid two");
      await ready(page);

      pace = () => new Promise(() => {});
      const start = Date.now();
      await page.reload();
      await ready(page);
      const took = Date.now() - start;
      assert.equal(await heading(page), "whosaid two");
      console.log(`${tab.engine}: read after ${took} ms on a network that does not answer`);
      assert.ok(took < SILENT, `${took} ms`);
    } finally {
      await site.close();
    }
  });

  test("a version of which a file is missing is not installed", async () => {
    tab.expect(/404|ServiceWorker|not loaded|service worker|need the network|addAll|Failed/i);
    const pages = await demo("broken");
    delete pages["seeds/pm-questions.txt"];
    const site = await serve({ pages });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      await page.waitForFunction(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return !registration || (!registration.installing && !registration.waiting && !registration.active);
      });
      assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    } finally {
      await site.close();
    }
  });
});

inBrowsers("the demo as an app", (tab) => {
  test("has all that an installation needs", async () => {
    const page = await tab.open();
    await ready(page);
    const manifest = await page.evaluate(async () => {
      const address = document.querySelector("link[rel=manifest]")?.getAttribute("href") ?? "";
      const manifest = await (await fetch(address)).json();
      const icon = await fetch(manifest.icons[0].src);
      return { ...manifest, icon: icon.headers.get("content-type") };
    });
    assert.ok(manifest.name && manifest.id && manifest.start_url && manifest.display === "standalone");
    assert.equal(manifest.icon, "image/svg+xml");
    if (tab.engine !== "chromium") return;
    await kept(page);
    const session = await page.createCDPSession();
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A profile of a test is one of nobody.
    const errors = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito");
    assert.deepEqual(errors, []);
  });
});
