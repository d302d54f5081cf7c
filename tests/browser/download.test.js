// What a page fetches before the first statement is painted.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { inBrowsers, required } from "./harness.js";
import { ready } from "./element.js";
import { ARTICLE, page as html, serve } from "./site.js";

/** The scripts of a page as `cargo xtask build --release` packs them. */
const root = pathToFileURL(`${required("WHOSAID_BUNDLED")}/`);

/** Those that its table of sizes counts. */
const COUNTED = required("WHOSAID_FIRST").split(" ").sort();

/** Most that they may weigh together, packed (bytes). */
const SCRIPTS = 15_500;

/** Most that the first of them may weigh, which every page loads (bytes). */
const FIRST = 3_000;

/** On a busy machine, who has waited for so long (ms) is told so, by the controls. */
const WAIT = 400;

/**
 * Notes when the first highlight is registered, and has nobody told that they wait. An object of the
 * page's may be made anew, its prototype is not.
 */
const WATCH = `const { set } = HighlightRegistry.prototype;
  HighlightRegistry.prototype.set = function (...given) {
    window.painted ??= performance.now();
    return set.apply(this, given);
  };
  const later = setTimeout;
  setTimeout = (task, after, ...given) => (after === ${WAIT} ? 0 : later(task, after, ...given));`;

inBrowsers("before the first highlight", (tab) => {
  test("a page fetches the scripts that are counted, and no more", async () => {
    const body = `<script src="/watch.js"></script><who-said>${ARTICLE}</who-said>`;
    const site = await serve({ pages: { "": html(body), "watch.js": WATCH }, root });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      await page.waitForFunction(() => "painted" in window);
      const fetched = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .filter(({ startTime }) => startTime < Reflect.get(window, "painted"))
          .map(({ name }) => new URL(name).pathname.slice(1)),
      );
      const scripts = fetched.filter((name) => name.endsWith(".js") && name !== "watch.js").sort();
      assert.deepEqual(scripts, COUNTED);
      const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(new URL(name, root)), { level: 9 }).length));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`${tab.engine}: ${scripts.length} scripts, ${all} bytes packed before the first highlight`);
      assert.ok(all <= SCRIPTS, `${all} bytes: ${scripts.map((name, at) => `${name} ${sizes[at]}`)}`);
      assert.ok((sizes[scripts.indexOf("who-said.js")] ?? Infinity) <= FIRST);
      assert.ok(site.asked.some((path) => path.startsWith("lib/controls")), "the controls come after it");
    } finally {
      await site.close();
    }
  });
});
