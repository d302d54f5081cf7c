// Measures whosaid over the texts named on the command line: beside its peers in Node and in Chromium,
// then by itself. Prints tables.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { build } from "esbuild";

import { launch } from "../browser/launch.js";
import { row, table } from "./figures.js";
import { firstHighlights } from "./first.js";
import { collect } from "./texts.js";

/** As much text as a long page; the slowest peer needs seconds for it. */
const LENGTH = 200_000;

/** So many processes tell how long a start takes. */
const STARTS = 15;

const files = process.argv.slice(2);
const inlined = join(process.env.WHOSAID_PACKAGE ?? "", "inlined.js");
const folder = await mkdtemp(join(tmpdir(), "whosaid-bench-"));
const { browser, quit } = await launch({ name: "chromium", executablePath: process.env.WHOSAID_CHROMIUM ?? "" });
try {
  const text = await collect(files, LENGTH);
  console.log(`${text.length} characters of ${files.length} texts; medians\n`);
  const { measure } = await import(await bundle("peers.js", "node"));
  besidePeers(`Node ${process.version}`, measure(text), text.length);
  const script = await readFile(await bundle("page.js", "browser"), "utf8");
  const page = await browser.newPage();
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction("globalThis.measure");
  const inPage = await page.evaluate((text) => globalThis.measure(text), text);
  besidePeers(await browser.version(), inPage, text.length);
  await page.close();

  await ofTheCore();

  const highlights = await firstHighlights(browser, process.env.WHOSAID_SITE ?? "");
  table(
    `From the navigation to the first highlight, ${highlights[0]?.[1].length} loads of each in turn`,
    ["median, ms", "minimum, ms"],
    highlights.map(([name, times]) => row(name, times, 0)),
  );
} finally {
  await quit();
  await rm(folder, { recursive: true });
}

/** @param {string} where @param {[string, number][]} rows @param {number} length */
function besidePeers(where, rows, length) {
  const [, own = 1] = rows[0] ?? [];
  const cells = rows.map(([name, ms]) => {
    const speed = Math.round(length / ms) * 1000;
    return [name, ms.toFixed(1), speed.toLocaleString("en"), (ms / own).toFixed(2)];
  });
  table(where, ["ms", "characters a second", "time beside whosaid"], cells);
}

async function ofTheCore() {
  /** @type {Record<string, number>[]} */
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await fresh("start"));
  /** @param {string} part */
  const each = (part) => starts.map((figures) => figures[part] ?? NaN);
  table(`The readout of 4 kB in Node; its start in ${STARTS} fresh processes`, ["median, ms", "minimum, ms"], [
    row("compile the module", each("compile")),
    row("unpack its tables", each("unpack")),
    row("first reading", each("first")),
    row("a reading when warm", await fresh("warm"), 2),
  ]);

  /** @type {{ one: number, ten: number }[]} */
  const rounds = await fresh("tenfold");
  table("Ten times the text, in Node", ["median", "minimum"], [
    row("1 MB, ms", rounds.map(({ one }) => one)),
    row("10 MB, ms", rounds.map(({ ten }) => ten)),
    row("10 MB, times as long", rounds.map(({ one, ten }) => ten / one), 2),
  ]);

  const [one, two] = [await fresh("growthOf1"), await fresh("growthOf2")];
  table("Memory that a text adds to the module", ["times its bytes", "beside bytes of tables"], [
    ["1 MB", one.times.toFixed(2), one.tables.toLocaleString("en")],
    ["2 MB", two.times.toFixed(2), two.tables.toLocaleString("en")],
  ]);
}

/** What a task of the core says in a process of its own. @param {string} task @returns {Promise<any>} */
async function fresh(task) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "core.js"), task, ...files], {
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout);
}

/** @param {string} entry @param {"node" | "browser"} platform */
async function bundle(entry, platform) {
  const outfile = join(folder, `${platform}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, entry)],
    alias: { "whosaid/inlined": inlined },
    bundle: true,
    format: "esm",
    platform,
    outfile,
    logLevel: "error",
  });
  return outfile;
}
