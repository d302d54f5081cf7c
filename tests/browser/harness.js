// Opens the demo's site in every browser that `cargo xtask test` found.
//
// A page that logs an error, throws, asks for a file that is not there or breaks the site's
// content security policy fails its test, whatever else the test looks at.
import assert from "node:assert/strict";
import { after, afterEach, describe } from "node:test";

import { launch } from "./launch.js";
import { WebKit } from "./webkit.js";

/** @import { Page } from "puppeteer-core" */
/** @import { Launched } from "./launch.js" */

/**
 * @typedef {object} Look  How the page is looked at.
 * @property {number} [width]   Viewport width in CSS pixels.
 * @property {number} [height]  Viewport height in CSS pixels.
 * @property {boolean} [dark]
 * @property {boolean} [reducedMotion]  As by default, so that what is clicked stays in its place.
 * @property {boolean} [forcedColors]
 */

/**
 * @typedef {object} Tab
 * @property {string} engine  `chromium`, `firefox` or `webkit`; the last knows no forced colours and
 *   shows its highest contrast for them.
 * @property {(path?: string, look?: Look) => Promise<Page>} open
 *   Opens a page of the site, in a profile of its own but for WebKit; closed after the test.
 * @property {(text: RegExp) => void} expect
 *   Takes complaints that match as wanted, until the test ends.
 */

const PHONE_WIDTH = 390;

/** Tests of one description that hang fail after this long (ms), and do not keep the others waiting. */
const PATIENCE = 300_000;

/** @type {Look} */
export const phone = { width: PHONE_WIDTH, height: 844 };

/** The address that the site is served at. */
export const site = required("WHOSAID_SITE");

/** The browsers that `cargo xtask test` found. @type {{ name: "chromium" | "firefox" | "webkit", executablePath: string }[]} */
const engines = [];
for (const name of /** @type {const} */ (["chromium", "firefox", "webkit"])) {
  const executablePath = process.env[`WHOSAID_${name.toUpperCase()}`];
  if (executablePath) engines.push({ name, executablePath });
}
assert.ok(engines.length > 0, "no browser is named: run `cargo xtask test browser`");

/** What runs by now, by engine and settings. @type {Map<string, Promise<Launched>>} */
const launched = new Map();

/** The same by GTK settings. @type {Map<string, Promise<WebKit>>} */
const webkits = new Map();

after(async () => {
  for (const start of webkits.values()) await (await start).quit();
  for (const start of launched.values()) await (await start).quit();
});

/**
 * Describes the same tests once for each browser.
 * @param {string} name
 * @param {(tab: Tab) => void} tests
 */
export function inBrowsers(name, tests) {
  for (const engine of engines) {
    describe(`${name} (${engine.name})`, { timeout: PATIENCE }, () => {
      /** @type {string[]} */
      let complaints = [];
      /** @type {RegExp[]} */
      let expected = [];
      /** @type {{ close(): Promise<void> }[]} */
      let contexts = [];

      afterEach(async () => {
        for (const context of contexts) await context.close();
        contexts = [];
        const unexpected = complaints.filter((text) => !expected.some((re) => re.test(text)));
        complaints = [];
        expected = [];
        assert.deepEqual(unexpected, [], "the page complained");
      });

      tests({
        engine: engine.name,
        expect: (text) => void expected.push(text),
        open: async (path = "", asked = {}) => {
          const look = { reducedMotion: true, ...asked };
          const address = new URL(path, site).href;
          const size = { width: look.width ?? 1280, height: look.height ?? 800 };
          if (engine.name === "webkit") {
            const browser = await webkitFor(engine.executablePath, look);
            if (!contexts.includes(browser)) contexts.push(browser);
            const page = await browser.newPage();
            await page.setViewport(size);
            await page.goto(address);
            return /** @type {any} */ (page);
          }
          const context = await (await browserFor(engine, look)).createBrowserContext();
          contexts.push(context);
          const page = await context.newPage();
          listen(page, (text) => void complaints.push(text));
          await page.setViewport(size);
          await page.bringToFront();
          if (engine.name === "chromium") await dress(page, look);
          await page.goto(address, { waitUntil: "load" });
          return page;
        },
      });
    });
  }
}

/** What WebKit says where it stops a module. */
const STOPPED = /RuntimeError: (Out of bounds memory access|Unreachable code should not be executed)/;

/**
 * WebKitGTK 2.50 stops a module now and then while it compiles it anew beside its running, on a busy
 * machine once in some 250 pages, at another place each time. A worker that is stopped the element
 * replaces; a test that calls the core in the page itself is run once more, in a fresh page.
 *
 * @param {Tab} tab
 * @param {() => Promise<void>} body
 * @returns {() => Promise<void>}
 */
export function insist(tab, body) {
  return async () => {
    try {
      await body();
    } catch (error) {
      if (tab.engine !== "webkit" || !STOPPED.test(String(error))) throw error;
      console.log(`once more, as the engine has stopped the core: ${error}`);
      await body();
    }
  };
}

/** @param {string} program @param {Look} look */
function webkitFor(program, { dark, reducedMotion, forcedColors }) {
  const theme = forcedColors ? "HighContrastInverse" : dark ? "Adwaita:dark" : "Adwaita";
  const settings = { theme, moves: !reducedMotion };
  const key = JSON.stringify(settings);
  const known = webkits.get(key) ?? WebKit.launch(program, settings);
  webkits.set(key, known);
  return known;
}

/** @param {typeof engines[number]} engine @param {Look} look */
async function browserFor(engine, look) {
  const preferences = engine.name === "firefox" ? preferencesFor(look) : {};
  const key = engine.name + JSON.stringify(preferences);
  if (!launched.has(key)) launched.set(key, launch(engine, preferences));
  const { browser } = /** @type {Launched} */ (await launched.get(key));
  return browser;
}

/** What the reader prefers, as Firefox is set to it. @param {Look} look */
const preferencesFor = ({ dark, reducedMotion, forcedColors }) => ({
  "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
  "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
  "browser.display.document_color_use": forcedColors ? 2 : 0,
  // As readers have it; automation takes the limit away.
  "dom.navigation.navigationRateLimit.count": 200,
});

/**
 * Emulates what the reader prefers in Chromium; puppeteer's own call does not know forced colours.
 * @param {Page} page
 * @param {Look} look
 */
async function dress(page, look) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: look.dark ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: look.reducedMotion ? "reduce" : "no-preference" },
      { name: "forced-colors", value: look.forcedColors ? "active" : "none" },
    ],
  });
}

/**
 * @param {Page} page
 * @param {(complaint: string) => void} complain
 */
function listen(page, complain) {
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`thrown: ${error}`));
  page.on("requestfailed", (request) => complain(`not loaded: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
  });
}

/** @param {string} variable */
export function required(variable) {
  const value = process.env[variable];
  assert.ok(value, `${variable} is not set: run \`cargo xtask test browser\``);
  return value;
}
