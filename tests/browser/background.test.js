// One asynchronous interface: in a worker of the own origin, in one from a `blob:`, in slices.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { get, ready } from "./element.js";
import { inBrowsers, insist } from "./harness.js";
import { ARTICLE, page as html, serve } from "./site.js";

const SENTENCE = "Mayor Ana Ruiz said: The pier will open in May.\n\n";
/** Long enough that it can be stopped on the way. */
const TIMES = 20_000;

/** @typedef {typeof import("../../www/lib/background.js")} Background */

/**
 * What happens in the page; sent there as text.
 *
 * @param {string} address
 * @param {{ worker: boolean, times: number, sentence: string }} settings
 */
async function run(address, { worker, times, sentence }) {
  /** @type {Background} */
  const { createReader } = await import(new URL("lib/background.js", address).href);
  const reader = createReader({ worker });
  const text = "Ana Ruiz said: The door stays open.";
  /** @type {[string, number][]} */
  const steps = [];
  const progress = (/** @type {string} */ step, /** @type {number} */ done) => void steps.push([step, done]);
  const { data, spans } = await reader.read(text, {}, { progress });
  const said = data.statements.map(({ content }) => content.map((range) => text.slice(...range)).join());

  const long = sentence.repeat(times);
  const stop = new AbortController();
  let beats = 0;
  const beat = setInterval(() => (beats += 1));
  let reported = 0;
  const start = performance.now();
  const stopped = await reader
    .read(long, {}, {
      signal: stop.signal,
      progress: (_, done) => {
        reported += 1;
        if (done > 0.3) stop.abort(new Error("enough"));
      },
    })
    .catch((error) => error.message);
  const abortedAfter = performance.now() - start;
  // One that waits for its turn is stopped at once, and does not stop the one before it.
  const first = reader.read(long);
  const queued = new AbortController();
  const second = reader.read(text, {}, { signal: queued.signal }).catch((error) => error.message);
  queued.abort(new Error("never mind"));
  const before = await Promise.race([second, first.then(() => "late")]);
  const begun = performance.now();
  const whole = await first;
  const tookWhole = performance.now() - begun;
  clearInterval(beat);
  const misuse = await reader.read(text, /** @type {any} */ ({ format: "?" })).catch((error) => error.message);
  const again = await reader.read(text);
  reader.close();
  return {
    said, steps, stopped, before, misuse, beats, reported, abortedAfter, tookWhole,
    spans: [...spans], statements: whole.data.statements.length, again: again.data.statements.length,
  };
}

/** A worker whose core stops at the first step, by an address far outside its memory. */
const TRAPPED = `
import "./whole-worker.js";
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const { exports } = new Instance(module, imports);
  return { exports: { ...exports, steps_step: () => exports.steps_step(0xffff0000) } };
};`;

/**
 * A site whose first worker is such a one; or every one.
 *
 * @param {boolean} always
 * @param {Record<string, string>} pages
 */
async function serveTrapped(always, pages) {
  const whole = await readFile(new URL("../../www/lib/worker.js", import.meta.url), "utf8");
  Object.assign(pages, { "lib/worker.js": TRAPPED, "lib/whole-worker.js": whole });
  const pace = async () => {
    if (!always && workersOf(site) > 1) pages["lib/worker.js"] = whole;
  };
  const site = await serve({ pages, pace, headers: { "cache-control": "no-store" } });
  return site;
}

/** @param {{ asked: string[] }} site */
const workersOf = ({ asked }) => asked.filter((path) => path === "lib/worker.js").length;

inBrowsers("the reader", (tab) => {
  for (const [name, worker, foreign, asks] of /** @type {const} */ ([
    ["in a worker of the page's own origin", true, false, true],
    ["in a worker by a blob, with the script from another origin", true, true, true],
    ["in slices", false, false, false],
  ])) {
    test(name, insist(tab, async () => {
      const cdn = await serve({ headers: { "access-control-allow-origin": "*" } });
      const site = await serve({ pages: { "": '<!doctype html><title>A page</title><link rel="icon" href="data:,">' } });
      const home = foreign ? cdn : site;
      try {
        if (foreign) tab.expect(/another origin|cannot be accessed from origin|may not load data/i);
        const page = await tab.open(site.address);
        const found = await page.evaluate(`(${run})(${JSON.stringify(home.address)}, ${JSON.stringify({ worker, times: TIMES, sentence: SENTENCE })})`);
        const told = /** @type {Awaited<ReturnType<typeof run>>} */ (found);
        assert.deepEqual(told.said, ["The door stays open"]);
        assert.deepEqual(told.steps, [["loading", 0], ...[0, 0.2, 0.4, 0.6, 0.8].map((done) => ["reading", done]), ["done", 1]]);
        assert.deepEqual(told.spans, [0, 15, 34]);
        assert.equal(told.stopped, "enough");
        assert.ok(told.reported < 7, `${told.reported} reports after the stop`);
        assert.equal(told.before, "never mind");
        assert.ok(told.statements >= TIMES, `${told.statements} statements`);
        assert.match(told.misuse, /`format`: "\?" was given/);
        assert.equal(told.again, 1);
        assert.ok(told.beats >= 5, `the page lived ${told.beats} times`);
        assert.equal(home.asked.includes("lib/worker.js"), asks);
        console.log(`${tab.engine}, ${name}: ${(SENTENCE.length * TIMES) / 1e6} MB in ${told.tookWhole.toFixed(0)} ms, stopped after ${told.abortedAfter.toFixed(0)} ms, ${told.beats} timers on the way`);
      } finally {
        await site.close();
        await cdn.close();
      }
    }));
  }

  test("names a wrong option and a policy's refusal leads to slices", async () => {
    const policy = { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'; img-src data:" };
    const site = await serve({ pages: { "": '<!doctype html><title>A page</title><link rel="icon" href="data:,">' }, headers: policy });
    try {
      tab.expect(/Content.Security.Policy|worker-src|Refused|SecurityError|not loaded/i);
      const page = await tab.open(site.address);
      const told = await page.evaluate(async () => {
        /** @type {Background} */
        const { createReader } = await import(new URL("lib/background.js", location.href).href);
        const wrong = [{ wroker: true }, { worker: 1 }].map((options) => {
          try {
            createReader(/** @type {any} */ (options));
            return "";
          } catch (error) {
            return String(error);
          }
        });
        const { data } = await createReader().read("Ana Ruiz said: Yes, we do.");
        return { wrong, statements: data.statements.length };
      });
      assert.match(told.wrong[0] ?? "", /no option `wroker`; allowed: worker/);
      assert.match(told.wrong[1] ?? "", /`worker`: 1 was given; allowed: true or false/);
      assert.equal(told.statements, 1);
    } finally {
      await site.close();
    }
  });

  test("reads in another worker where the core of one has stopped", async () => {
    const site = await serveTrapped(false, { "": html(`<who-said loading="eager">${ARTICLE}</who-said>`) });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      assert.equal((await get(page, "shown")).length, 3);
      assert.equal(workersOf(site), 2);
    } finally {
      await site.close();
    }
  });

  for (const [name, always, workers] of /** @type {const} */ ([
    ["does so for pages without the element", false, 2],
    ["says what has happened where that stops as well", true, 4],
  ])) {
    test(name, async () => {
      const site = await serveTrapped(always, { "": '<!doctype html><title>A page</title><link rel="icon" href="data:,">' });
      try {
        const page = await tab.open(site.address);
        const told = await page.evaluate(async () => {
          /** @type {Background} */
          const { createReader } = await import(new URL("lib/background.js", location.href).href);
          const reader = createReader();
          const read = async () => {
            const { data } = await reader.read("Ana Ruiz said: Yes, we do.");
            return `${data.statements.length} statement`;
          };
          const first = await read().catch((error) => `${error.message}`);
          const second = await read().catch((error) => `${error.message}`);
          reader.close();
          return [first, second];
        });
        if (always) for (const message of told) assert.match(message, /memory|bounds/i);
        else assert.deepEqual(told, ["1 statement", "1 statement"]);
        assert.equal(workersOf(site), workers);
      } finally {
        await site.close();
      }
    });
  }
});
