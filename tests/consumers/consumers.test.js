// The packed package, installed into projects of every usual kind, built there and run.
//
// The packages that the projects build with are those of `tests/`; nothing is downloaded.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import puppeteer from "puppeteer-core";

import { serve } from "../browser/site.js";

/** @import { Browser } from "puppeteer-core" */

const exec = promisify(execFile);
const tools = join(import.meta.dirname, "../node_modules/.bin");

/** What every consumer says when it has read the text. */
const FOUND = "Xi: The door stays open";

/** The core, called as the README shows. */
const CALL = `
const reading = parse("Xi said: The door stays open.");
const [statement] = reading.statements;
const name = reading.speakers[statement.speaker].name;
const found = name + ": " + "Xi said: The door stays open.".slice(...statement.content[0]);
`;
const CORE = `import init, { parse } from "whosaid";\nawait init();\n${CALL}`;
/** A page and a file, read without a DOM or with one. */
const PAGES = `
const html = parseHtml("<nav>Home</nav><p>Xi said: The <b>door</b> stays open.</p>");
const [said] = html.reading.statements;
const markup = html.source.slice(...html.toSource(said.content[0]));
const file = parseBytes(new TextEncoder().encode("<!doctype html><p>Xi said: The door stays open."), { contentType: "text/html" });
const same = file.text === html.text && file.encoding === "utf-8" && markup === "The <b>door</b> stays open";
const found = same ? html.reading.speakers[said.speaker].name + ": " + html.text.slice(...said.content[0]) : markup;
`;
const WITH_PAGES = `import init, { parseBytes, parseHtml } from "whosaid";\nawait init();\n${PAGES}`;
const SHOW = `document.title = found;\n`;
const ELEMENT = `
import "whosaid/element";
const element = document.querySelector("who-said");
const reading = await element.read();
const { speaker, content } = reading.statements[0];
document.title = reading.speakers[speaker].name + ": " + "Xi said: The door stays open.".slice(...content[0]);
`;
const BODY = `<who-said loading="eager"><article><p>Xi said: The door stays open.</p></article></who-said>`;

/** A word that only its part for places without a DOM holds. */
const OF_PARSE5 = "annotation-xml";

const TYPES = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".mjs", "text/javascript"],
  [".wasm", "application/wasm"],
]);

/** @type {string} */
let folder;
/** @type {Browser} */
let browser;
/** @type {import("node:http").Server} */
let server;
/** @type {string} */
let site;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "whosaid-consumers-"));
  await write("package.json", '{ "private": true, "type": "module" }');
  const packed = await exec("npm", ["pack", "--silent", "--pack-destination", folder, process.env.WHOSAID_PACKAGE ?? ""]);
  const tarball = join(folder, packed.stdout.trim());
  await mkdir(join(folder, "node_modules"));
  await exec("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: folder });
  server = createServer(async ({ url }, response) => {
    try {
      const path = join(folder, new URL(url ?? "", "http://localhost").pathname);
      const body = await readFile(path);
      response.setHeader("Content-Type", TYPES.get(extname(path)) ?? "text/plain");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert.ok(address && typeof address === "object");
  site = `http://127.0.0.1:${address.port}/`;
  browser = await puppeteer.launch({
    executablePath: process.env.WHOSAID_CHROMIUM ?? "",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

test("Node", async () => {
  await write("node.js", `${CORE}console.log(found);`);
  const { stdout } = await exec("node", ["node.js"], { cwd: folder });
  assert.equal(stdout.trim(), FOUND);
});

test("Node, with the wasm inside", async () => {
  await write("inlined.mjs", `${CORE.replace("whosaid", "whosaid/inlined")}console.log(found);`);
  const { stdout } = await exec("node", ["inlined.mjs"], { cwd: folder });
  assert.equal(stdout.trim(), FOUND);
});

test("pages and files in Node", async () => {
  await write("pages.js", `${WITH_PAGES}console.log(found);`);
  const { stdout } = await exec("node", ["pages.js"], { cwd: folder });
  assert.equal(stdout.trim(), FOUND);
});

test("slices in Node, once the core has been loaded", async () => {
  await write("slices.js", `import init from "whosaid"; import { createReader } from "whosaid/worker"; await init();
    const { data } = await createReader().read("Xi said: The door stays open.");
    console.log(data.speakers[0].name + ": The door stays open");`);
  const { stdout } = await exec("node", ["slices.js"], { cwd: folder });
  assert.equal(stdout.trim(), FOUND);
});

test("a plain page, by an import map", async () => {
  const map = JSON.stringify({ imports: { whosaid: "/node_modules/whosaid/lib/api.js" } });
  await write("plain.html", `<script type="importmap">${map}</script><script type="module">${CORE}${SHOW}</script>`);
  await shows("plain.html");
  await write("pages.html", `<script type="importmap">${map}</script><script type="module">${WITH_PAGES}${SHOW}</script>`);
  await shows("pages.html");
});

test("a plain page, by the one file of a CDN", async () => {
  const script = ELEMENT.replace("whosaid/element", "/node_modules/whosaid/whosaid.min.js");
  await write("cdn.html", `${BODY}<script type="module">${script}</script>`);
  await shows("cdn.html");
});

/** Where the snippet that the build prints takes its file from. */
const CDN = /https:\/\/cdn\.jsdelivr\.net\/npm\/whosaid@[\d.]+\//;

for (const { name, change, runs } of [
  { name: "as printed", change: (/** @type {string} */ snippet) => snippet, runs: true },
  { name: "with the hash of another file", change: (/** @type {string} */ snippet) => snippet.replace(/sha384-..../, "sha384-AAAA"), runs: false },
]) {
  test(`the snippet for a CDN, ${name}, on a page of another origin with a strict policy`, async () => {
    const snippet = process.env.WHOSAID_SNIPPET ?? "";
    assert.match(snippet, CDN);
    const cdn = await serve({ root: pathToFileURL(join(folder, "node_modules/whosaid/")), headers: { "access-control-allow-origin": "*" } });
    const policy = `default-src 'none'; script-src ${cdn.address} 'wasm-unsafe-eval'; img-src data:; require-trusted-types-for 'script'; trusted-types whosaid`;
    const script = change(snippet.replace(CDN, cdn.address));
    const page = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${script}${BODY}`;
    const site = await serve({ pages: { "": page }, headers: { "content-security-policy": policy } });
    const tab = await browser.newPage();
    try {
      /** @type {string[]} */
      const complaints = [];
      tab.on("console", (message) => void complaints.push(message.text()));
      await tab.goto(site.address);
      if (runs) {
        await tab.waitForSelector("who-said:state(ready)");
        const { names, painted } = await tab.evaluate(() => ({
          names: Reflect.get(document.querySelector("who-said") ?? {}, "reading").speakers.map((/** @type {{ name: string }} */ one) => one.name),
          painted: [...CSS.highlights.keys()],
        }));
        assert.deepEqual(names, ["Xi"]);
        assert.ok(painted.includes("who-said-1-said"), painted.join());
        assert.deepEqual(complaints, []);
      } else {
        assert.equal(await tab.evaluate(() => customElements.get("who-said") === undefined), true);
        assert.ok(complaints.some((text) => text.includes("integrity")), complaints.join());
        assert.ok(await tab.$eval("article p", (line) => line.checkVisibility() && line.textContent === "Xi said: The door stays open."));
      }
    } finally {
      await tab.close();
      await site.close();
      await cdn.close();
    }
  });
}

const STYLED = `import "whosaid/style.css";\n${ELEMENT}`;
for (const [name, script] of Object.entries({ core: CORE + SHOW, pages: WITH_PAGES + SHOW, element: ELEMENT })) {
  test(`esbuild: ${name}`, async () => {
    const out = `esbuild-${name}`;
    await write(`${out}/in.js`, script);
    await exec(join(tools, "esbuild"), [`${out}/in.js`, "--bundle", "--splitting", "--format=esm", `--outdir=${out}/out`], { cwd: folder });
    // esbuild leaves addresses of files alone: the wasm goes where the core will look for it.
    for (const place of ["out", "out/pkg"]) {
      await write(`${out}/${place}/whosaid_bg.wasm`, await readFile(join(folder, "node_modules/whosaid/pkg/whosaid_bg.wasm")));
    }
    await write(`${out}/index.html`, `${BODY}<script type="module" src="out/in.js"></script>`);
    await shows(`${out}/index.html`);
    for (const file of await readdir(join(folder, out, "out"), { recursive: true })) {
      if (file.endsWith(".js")) assert.ok(!(await readFile(join(folder, out, "out", file), "utf8")).includes(OF_PARSE5), `${file} holds parse5`);
    }
  });

  test(`Vite: ${name}`, async () => {
    const out = `vite-${name}`;
    await write(`${out}/in.js`, script === ELEMENT ? STYLED : script);
    await write(`${out}/index.html`, `${BODY}<script type="module" src="./in.js"></script>`);
    await exec(join(tools, "vite"), ["build", "--base=./", "--logLevel=error", out], { cwd: folder });
    await shows(`${out}/dist/index.html`);
    const made = await readdir(join(folder, out, "dist/assets"));
    assert.equal(made.some((file) => file.endsWith(".css")), script === ELEMENT, made.join());
  });

  test(`webpack: ${name}`, async () => {
    const out = `webpack-${name}`;
    await write(`${out}/in.js`, script);
    const entry = `./${out}/in.js`;
    const config = { mode: "production", entry, output: { path: join(folder, out, "out"), filename: "out.js", publicPath: "auto", module: true }, experiments: { outputModule: true } };
    await write(`${out}/webpack.config.js`, `export default ${JSON.stringify(config)};`);
    await exec(join(tools, "webpack"), ["--config", `${out}/webpack.config.js`], { cwd: folder });
    await write(`${out}/index.html`, `${BODY}<script type="module" src="out/out.js"></script>`);
    await shows(`${out}/index.html`);
  });
}

/**
 * Shows what a worker says it found.
 * @param {string} name
 * @param {string} script Leaves it in `found`.
 */
async function showsInWorker(name, script) {
  await write(`${name}.js`, `${script}postMessage(found);`);
  await write(`${name}.html`, `<script type="module">
    const worker = new Worker("${name}.js", { type: "module" });
    worker.onmessage = ({ data }) => { document.title = data; };
  </script>`);
  await shows(`${name}.html`);
}

test("a web worker", () =>
  showsInWorker("worker", CORE.replace('"whosaid"', '"/node_modules/whosaid/pkg/whosaid.js"')));

test("pages and files in a web worker, which has no DOM", () =>
  showsInWorker("pages-worker", WITH_PAGES.replace('"whosaid"', '"/node_modules/whosaid/lib/no-dom.js"')));

test("without a DOM the entry for pages says which one to take", async () => {
  await write("nowhere.mjs", `import init, { parseHtml } from "whosaid/inlined"; await init();
    try { parseHtml("<p>"); } catch (error) { console.log(error.message); }`);
  const { stdout } = await exec("node", ["nowhere.mjs"], { cwd: folder });
  assert.match(stdout, /no DOM here.*"whosaid\/no-dom"/);
});

test("the reader in a worker, by its own interface", async () => {
  await write("reader.html", `<script type="module">
    import { createReader } from "/node_modules/whosaid/lib/background.js";
    const text = "Xi said: The door stays open.";
    const steps = [];
    const told = [];
    for (const worker of [true, false]) {
      const reader = createReader({ worker });
      const { data } = await reader.read(text, {}, { progress: (step) => steps.push(step) });
      told.push(data.speakers[0].name + ": " + text.slice(...data.statements[0].content[0]));
      const stop = AbortSignal.abort(new Error("stopped"));
      await reader.read(text, {}, { signal: stop }).catch((error) => told.push(error.message));
      await reader.read(text, { format: "?" }).catch((error) => told.push(error.message.includes("format")));
      reader.close();
    }
    const wanted = [told[0], "stopped", true, told[0], "stopped", true];
    document.title = JSON.stringify(told) === JSON.stringify(wanted)
      && [...new Set(steps)].join() === "loading,reading,done" && steps.length === 14 ? told[0] : JSON.stringify([told, steps]);
  </script>`);
  await shows("reader.html");
});

test("a service worker", async () => {
  // Service workers await nothing at the top.
  await write("service.js", `import init, { parse } from "/node_modules/whosaid/inlined.js";
    addEventListener("message", async ({ source }) => { await init(); ${CALL} source.postMessage(found); });`);
  await write("service.html", `<script type="module">
    navigator.serviceWorker.onmessage = ({ data }) => { document.title = data; };
    navigator.serviceWorker.startMessages();
    await navigator.serviceWorker.register("service.js", { type: "module" });
    (await navigator.serviceWorker.ready).active.postMessage("");
  </script>`);
  await shows("service.html");
});

test("one file from the disk", async () => {
  const page = await browser.newPage();
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto(pathToFileURL(process.env.WHOSAID_PAGE ?? "").href);
  await page.waitForSelector("who-said:state(ready)");
  const names = await page.$eval("who-said", (element) => Reflect.get(element, "reading").speakers.map((/** @type {{ name: string }} */ one) => one.name));
  assert.ok(names.length > 1, names.join());
  await page.select("#sample", "seeds/trisk-bridge.txt");
  await page.waitForFunction((before) => {
    const { reading } = /** @type {any} */ (document.querySelector("who-said"));
    return reading && reading.speakers[0]?.name !== before;
  }, {}, names[0]);
  assert.deepEqual(asked.slice(1).filter((url) => !/^(data|blob):/.test(url)), []);
  await page.close();
});

const docs = join(import.meta.dirname, "../../www/docs");
for (const name of (await readdir(docs)).filter((name) => name.endsWith(".md"))) {
  const snippets = [...(await readFile(join(docs, name), "utf8")).matchAll(/^```js\n(.*?)^```/gms)];
  for (const [at, [, snippet]] of snippets.entries()) {
    test(`snippet ${at + 1} of ${name}`, async () => {
      await write("snippet.mjs", snippet ?? "");
      const { stdout } = await exec("node", ["snippet.mjs"], { cwd: folder });
      assert.ok(stdout.length > 0 && !/^false$/m.test(stdout), stdout);
    });
  }
}

test("the documents link to what is there", async () => {
  for (const name of await readdir(docs)) {
    const text = await readFile(join(docs, name), "utf8");
    for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) await access(join(docs, link ?? ""));
  }
});

test("the documents name imports and files that the package has", async () => {
  const texts = await Promise.all((await readdir(docs)).filter((name) => name.endsWith(".md")).map((name) => readFile(join(docs, name), "utf8")));
  const text = texts.join("\n");
  const imports = [...new Set([...text.matchAll(/[`"](whosaid\/[\w.-]+)[`"]/g)].map(([, name]) => name ?? ""))];
  assert.ok(imports.length >= 6, imports.join());
  await write("resolve.mjs", `for (const name of ${JSON.stringify(imports)}) console.log(import.meta.resolve(name));`);
  const { stdout } = await exec("node", ["resolve.mjs"], { cwd: folder });
  for (const address of stdout.trim().split("\n")) await access(new URL(address));
  const files = new Set([...text.matchAll(/[`/'](who-?said[\w.-]*\.(?:js|css))/g)].map(([, name]) => name ?? ""));
  assert.ok(files.size >= 2, [...files].join());
  for (const file of files) await access(join(folder, "node_modules/whosaid", file));
});

test("publint and attw find nothing", async () => {
  const cwd = join(folder, "node_modules/whosaid");
  await exec(join(tools, "publint"), ["--strict"], { cwd });
  await exec(join(tools, "attw"), ["--profile", "esm-only", join(folder, "whosaid-0.1.0.tgz")], { cwd: dirname(tools) });
});

/** @param {string} name @param {string | Uint8Array} content */
async function write(name, content) {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** @param {string} path */
async function shows(path) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => void complaints.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(new URL(path, site).href);
  try {
    await page.waitForFunction((found) => document.title === found, { timeout: 10_000 }, FOUND);
  } catch {
    assert.fail(`${path}: title "${await page.title()}"; ${complaints.filter((one) => !one.endsWith("favicon.ico")).join("; ")}`);
  }
  await page.close();
}
