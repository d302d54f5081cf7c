// WebKitGTK by the W3C WebDriver protocol, with as much of puppeteer's page as the tests use.
//
// It sees neither the console nor failed requests; those are watched in the other engines.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** @import { ChildProcess } from "node:child_process" */
/** @import { AddressInfo } from "node:net" */

/** Without bars, or its window could not be as narrow as a phone; 334 px is the least even so. */
const CAPABILITIES = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { args: ["--automation", "--full-screen"] } };

/** @type {Record<string, string>} */
const KEYS = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };

/** How often a condition is looked at, and for how long (ms). */
const LOOK = 40;
const PATIENCE = 20_000;

/** How long the driver may take for an answer (ms). */
const ANSWER = 60_000;

export class WebKit {
  #driver;
  #address;
  #session = "";
  #window = "";
  /** The window that stays, and whether a test has it. */
  #first = "";
  #taken = false;
  /** Windows that the present test has opened beside it. @type {string[]} */
  #more = [];
  /** Where GTK reads its settings. */
  #config;

  /** @param {ChildProcess} driver @param {string} address @param {string} config */
  constructor(driver, address, config) {
    this.#driver = driver;
    this.#address = address;
    this.#config = config;
  }

  /**
   * One session serves all tests: the driver now and then waits for ever for the second.
   *
   * @param {string} program WebKitWebDriver; it draws on a screen of its own.
   * @param {{ theme: string, moves: boolean }} settings Of GTK, which the page takes the reader's
   *   preferences from: its theme, and whether what changes may move.
   */
  static async launch(program, { theme, moves }) {
    const port = await freePort();
    const config = await mkdtemp(join(tmpdir(), "whosaid-webkit-"));
    await mkdir(join(config, "gtk-3.0"));
    await writeFile(join(config, "gtk-3.0", "settings.ini"), `[Settings]\ngtk-enable-animations=${Number(moves)}\n`);
    const driver = spawn("xvfb-run", ["--auto-servernum", program, `--port=${port}`, "--host=127.0.0.1"], {
      stdio: "ignore",
      detached: true,
      env: { ...process.env, GTK_THEME: theme, XDG_CONFIG_HOME: config },
    });
    const webkit = new WebKit(driver, `http://127.0.0.1:${port}`, config);
    await until(async () => (await fetch(`${webkit.#address}/status`)).ok);
    const { sessionId } = await webkit.#send("POST", "/session", { capabilities: { alwaysMatch: CAPABILITIES } });
    webkit.#session = sessionId;
    webkit.#first = webkit.#window = await webkit.command("GET", "window");
    return webkit;
  }

  /** A page in the window that stays, or in another one beside it until {@link close}. */
  async newPage() {
    if (!this.#taken) {
      this.#taken = true;
      return new WebKitPage(this, this.#first);
    }
    const { handle } = await this.command("POST", "window/new", { type: "window" });
    this.#more.push(handle);
    return new WebKitPage(this, handle);
  }

  /** Leaves every page, and has the site of the first forget what it has stored. */
  async close() {
    for (const handle of this.#more) {
      await this.switchTo(handle);
      await this.command("DELETE", "window");
    }
    await this.switchTo(this.#first);
    await new WebKitPage(this, this.#first).evaluate(forget).catch(() => {});
    await this.command("POST", "url", { url: "about:blank" });
    this.#more = [];
    this.#taken = false;
  }

  async quit() {
    try {
      await this.#send("DELETE", `/session/${this.#session}`);
    } finally {
      if (this.#driver.pid) process.kill(-this.#driver.pid);
      await rm(this.#config, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** @param {string} handle */
  async switchTo(handle) {
    if (handle !== this.#window) await this.command("POST", "window", { handle });
    this.#window = handle;
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  command(method, path, body) {
    return this.#send(method, `/session/${this.#session}/${path}`, body ?? (method === "POST" ? {} : undefined));
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #send(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      signal: AbortSignal.timeout(ANSWER),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

class WebKitPage {
  /** @param {WebKit} browser @param {string} handle */
  constructor(browser, handle) {
    this.browser = browser;
    this.handle = handle;
    this.keyboard = { press: (/** @type {string} */ key) => this.#keys([KEYS[key] ?? key]) };
    this.mouse = { click: (/** @type {number} */ x, /** @type {number} */ y) => this.#press(x, y) };
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async #command(method, path, body) {
    await this.browser.switchTo(this.handle);
    return this.browser.command(method, path, body);
  }

  /** @param {string} url */
  goto = (url) => this.#command("POST", "url", { url });
  reload = () => this.#command("POST", "refresh");

  /** @param {{ width: number, height: number }} size Of what the page gets of the window. */
  async setViewport({ width, height }) {
    await this.#command("POST", "window/rect", { width, height });
    const inner = await this.evaluate(() => [innerWidth, innerHeight]);
    const [wide = 0, high = 0] = [width - inner[0], height - inner[1]];
    if (wide || high) await this.#command("POST", "window/rect", { width: width + wide, height: height + high });
  }

  /**
   * @param {Function | string} task
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async evaluate(task, ...args) {
    const call = typeof task === "string" ? task : `(${task})(...given)`;
    const script = `const given = [...arguments], done = given.pop();
      Promise.resolve().then(() => ${call}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#command("POST", "execute/async", { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** @param {string} selector @param {Function} task @param {...unknown} args */
  $eval(selector, task, ...args) {
    return this.evaluate(`((found) => (${task})(found, ...given))((${find})(${JSON.stringify(selector)}))`, ...args);
  }

  /** @param {string} selector Without `>>>`. @param {Function} task @param {...unknown} args */
  $$eval(selector, task, ...args) {
    return this.evaluate(`((found) => (${task})(found, ...given))([...document.querySelectorAll(${JSON.stringify(selector)})])`, ...args);
  }

  /** @param {string} selector */
  waitForSelector(selector) {
    return until(() => this.evaluate(`(${find})(${JSON.stringify(selector)}) !== null`));
  }

  /** @param {Function} task @param {{ timeout?: number }} [options] @param {...unknown} args */
  waitForFunction(task, { timeout } = {}, ...args) {
    return until(() => this.evaluate(task, ...args), timeout);
  }

  /** Clicks once what is there has come to rest. @param {string} selector */
  async click(selector) {
    let before = "";
    let place = [0, 0];
    await until(async () => {
      const last = before;
      place = await this.$eval(selector, placeOf);
      before = String(place);
      return before === last;
    });
    const [x = 0, y = 0] = place;
    await this.#press(x, y);
  }

  /** @param {string} selector @param {string} text */
  async type(selector, text) {
    await this.click(selector);
    await this.#keys([...text]);
  }

  /** @param {string} selector @param {string} value */
  select(selector, value) {
    return this.$eval(
      selector,
      (/** @type {HTMLSelectElement} */ element, /** @type {string} */ value) => {
        element.value = value;
        for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true }));
      },
      value,
    );
  }

  /** @param {string[]} keys */
  #keys(keys) {
    const actions = keys.flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    return this.#command("POST", "actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** @param {number} x @param {number} y */
  #press(x, y) {
    const move = { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" };
    const actions = [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    return this.#command("POST", "actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }
}

/** Runs in the page. What is open is deleted once the page is left; an answer can fail to come. */
function forget() {
  const stored = async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? "");
    for (const name of await caches.keys()) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  };
  return Promise.race([stored(), new Promise((done) => setTimeout(done, 1000))]);
}

/** Runs in the page: brings an element into view and tells its middle. @param {Element} element */
function placeOf(element) {
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

/** Runs in the page. `a >>> b` is `b` in the shadow tree of `a`. @param {string} selector */
function find(selector) {
  /** @type {Document | ShadowRoot | Element | null | undefined} */
  let place = document;
  for (const [at, part] of selector.split(">>>").entries()) {
    if (at > 0) place = /** @type {Element | null} */ (place)?.shadowRoot;
    place = place?.querySelector(part.trim());
  }
  return place ?? null;
}

/** @param {() => Promise<unknown>} condition @param {number} [timeout] */
async function until(condition, timeout = PATIENCE) {
  for (const end = Date.now() + timeout; ; await sleep(LOOK)) {
    if (await condition().catch(() => false)) return;
    assert.ok(Date.now() < end, `waited ${timeout} ms for ${condition}`);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
