// A long text: 10,000 statements in 3 MB; in Chromium beside mark.js on the same words.
//
// Bounds are generous, as machines are busy; the figures are printed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { get, ready, settled } from "./element.js";
import { page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */

const STATEMENTS = 10_000;
const LENGTH = 3_000_000;

/** Bounds of what is painted anew, and of a filter's script; the aims are 60 and 16 ms. */
const PAINT = 240;
const FILTER = 64;

/** So much more time the other engines get, the last of which draws without a graphics card. */
/** @type {Record<string, number>} */
const PATIENCE = { chromium: 1, firefox: 3, webkit: 6 };

const NAMES = ["Ana Ruiz", "Tom Hale", "Vera Lund", "Omar Said", "Ines Moll", "Karl Brandt", "Lea Fontaine", "Ivan Petrov"];
const FILLER = "The crews stood on the quay in the rain and the boats lay close to the wall while the lights of the town went out one after the other. ";

const paragraphs = Array.from({ length: STATEMENTS }, (_, place) => {
  const name = NAMES[place % NAMES.length];
  const words = `he pier number ${place} will open in May and the ferry will run.`;
  const said = place % 2 === 0 ? `${name} said: T${words}` : `${name} said that t${words}`;
  return `<p>${said} ${FILLER.repeat(2).slice(0, LENGTH / STATEMENTS - said.length)}</p>`;
});

/**
 * How long mark.js takes to mark the statements of a page, and then a name instead (ms).
 * @param {Page} page
 */
async function timeMarkJs(page) {
  const marked = await page.evaluate(async (names) => {
    /** @type {any} */
    const Mark = Reflect.get(window, "Mark");
    const mark = new Mark(document.querySelector("article"));
    const start = performance.now();
    await new Promise((done) =>
      mark.markRegExp(/the pier number \d+ will open in May and the ferry will run/gi, { done }),
    );
    const all = performance.now() - start;
    const again = performance.now();
    await new Promise((done) => mark.unmark({ done }));
    await new Promise((done) => mark.mark(names, { separateWordSearch: false, done }));
    return { all, again: performance.now() - again };
  }, NAMES.slice(0, 1));
  await settled(page);
  return marked;
}

inBrowsers("a text of 3 MB", (tab) => {
  test("is painted near the viewport alone, and filtered within a frame", { timeout: 180_000 }, async () => {
    const markJs = await readFile(createRequire(import.meta.url).resolve("mark.js/dist/mark.min.js"), "utf8");
    const site = await serve({
      pages: {
        "": html(`<who-said loading="eager"><article>${paragraphs.join("")}</article></who-said>`),
        "beside": `<!doctype html><title>mark.js</title><link rel="icon" href="data:,"><script src="/mark.js"></script><article>${paragraphs.join("")}</article>`,
        "mark.js": markJs,
      },
    });
    try {
      const page = await tab.open(site.address);
      await ready(page, "who-said", 60_000);
      const reading = await get(page, "shown");
      assert.ok(reading.length >= STATEMENTS * 0.95, `${reading.length} statements`);

      const figures = await page.evaluate(async (name) => {
        /** @type {any} */
        const element = document.querySelector("who-said");
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        /** Script until all has been set in step, and until it has been painted. @param {() => void} change */
        const time = async (change) => {
          await frame();
          const start = performance.now();
          change();
          await Promise.resolve();
          await Promise.resolve();
          const script = performance.now() - start;
          await frame();
          return { script, painted: performance.now() - start };
        };
        /** @param {() => Promise<{ script: number, painted: number }>} task */
        const median = async (task) => {
          const runs = [];
          for (let run = 0; run < 7; run += 1) runs.push(await task());
          return runs.sort((a, b) => a.script - b.script)[3];
        };
        let on = false;
        const filter = await median(() =>
          time(() => {
            on = !on;
            element.filter = on ? { speakers: [name] } : {};
          }),
        );
        const kind = await median(() =>
          time(() => {
            on = !on;
            element.filter = on ? { kinds: ["direct"] } : {};
          }),
        );
        scrollTo(0, document.documentElement.scrollHeight / 2);
        await frame();
        const scroll = await median(() => time(() => scrollBy(0, innerHeight * 5)));
        let ranges = 0;
        for (const [name, highlight] of CSS.highlights) if (name.startsWith("who-said-")) ranges += highlight.size;
        element.topics = ["pier"];
        while (element.shadowRoot.querySelectorAll(".chip .topic").length === 0) await frame();
        const about = await median(() =>
          time(() => {
            on = !on;
            element.filter = on ? { topics: ["pier"] } : {};
          }),
        );
        return { filter, kind, scroll, about, ranges };
      }, NAMES[0] ?? "");

      const fresh = await page.evaluate(async () => {
        /** @type {any} */
        const element = document.querySelector("who-said");
        const { Painter } = await import(new URL("/lib/highlights.js", location.href).href);
        const { mapText } = await import(new URL("/lib/text-map.js", location.href).href);
        const start = performance.now();
        const map = mapText(element);
        const mapped = performance.now() - start;
        const painter = new Painter();
        /** @type {Map<string, [number, number][]>} */
        const wanted = new Map();
        for (const { content, speaker } of element.reading.statements) {
          const name = `${((speaker ?? 0) % 8) + 1}-said`;
          if (!wanted.has(name)) wanted.set(name, []);
          wanted.get(name)?.push(...content);
        }
        const begin = performance.now();
        painter.paint(map, wanted);
        const created = performance.now() - begin;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const painted = performance.now() - begin;
        painter.clear();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        // What the element does: only what stands near the viewport.
        const again = performance.now();
        const { from, to } = map.near(innerHeight);
        const close = [...wanted].map(([name, places]) => [name, places.filter(([start, end]) => end > from && start < to)]);
        painter.paint(map, new Map(/** @type {[string, [number, number][]][]} */ (close)));
        const createdNear = performance.now() - again;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const paintedNear = performance.now() - again;
        painter.clear();
        return { mapped, created, painted, createdNear, paintedNear };
      });

      const marked = tab.engine === "chromium" ? await timeMarkJs(await tab.open(`${site.address}beside`)) : null;
      const ms = (/** @type {number | undefined} */ value) => `${(value ?? NaN).toFixed(1)} ms`;
      console.log(
        [
          `${tab.engine}: ${reading.length} statements in ${(paragraphs.join("\n\n").length / 1e6).toFixed(1)} MB`,
          `  filter by speaker   ${ms(figures.filter?.script)} of script, painted after ${ms(figures.filter?.painted)}`,
          `  filter by kind      ${ms(figures.kind?.script)} of script, painted after ${ms(figures.kind?.painted)}`,
          `  filter by topic     ${ms(figures.about?.script)} of script, painted after ${ms(figures.about?.painted)}`,
          `  scroll five screens ${ms(figures.scroll?.painted)} with ${figures.ranges} ranges registered`,
          `  ranges near by      ${ms(fresh.createdNear)} to create, painted after ${ms(fresh.paintedNear)}`,
          `  all ranges at once  ${ms(fresh.created)} to create, painted after ${ms(fresh.painted)}; text mapped in ${ms(fresh.mapped)}`,
          ...(marked ? [`  mark.js             ${ms(marked.all)} to mark the statements, ${ms(marked.again)} to mark others instead`] : []),
        ].join("\n"),
      );
      const patience = PATIENCE[tab.engine] ?? 1;
      assert.ok((figures.filter?.script ?? Infinity) < FILTER * patience);
      assert.ok((figures.kind?.script ?? Infinity) < FILTER * patience);
      assert.ok((figures.about?.script ?? Infinity) < FILTER * patience);
      assert.ok((figures.filter?.painted ?? Infinity) < PAINT * patience);
      assert.ok(fresh.paintedNear < PAINT * patience);
      assert.ok(figures.ranges > 0 && figures.ranges < 400, `${figures.ranges} ranges`);
      if (marked) assert.ok((figures.filter?.script ?? Infinity) < marked.again, "faster than mark.js");
    } finally {
      await site.close();
    }
  });
});
