// Measures whosaid beside its peers over the texts named on the command line, first in Node, then in
// Chromium, and prints medians and ratios.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "esbuild";
import puppeteer from "puppeteer-core";

/** As much text as a long page; the slowest peer needs seconds for it. */
const LENGTH = 200_000;

const inlined = join(process.env.WHOSAID_PACKAGE ?? "", "inlined.js");
const folder = await mkdtemp(join(tmpdir(), "whosaid-bench-"));
try {
  const text = await collect(process.argv.slice(2));
  console.log(`${text.length} characters of ${process.argv.length - 2} texts; medians\n`);
  const { measure } = await import(await bundle("peers.js", "node"));
  print(`Node ${process.version}`, measure(text), text.length);
  const script = await readFile(await bundle("page.js", "browser"), "utf8");
  const browser = await puppeteer.launch({
    executablePath: process.env.WHOSAID_CHROMIUM ?? "",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction("globalThis.measure");
  print(await browser.version(), await page.evaluate((text) => globalThis.measure(text), text), text.length);
  await browser.close();
} finally {
  await rm(folder, { recursive: true });
}

/** @param {string[]} files */
async function collect(files) {
  let text = "";
  for (let at = 0; text.length < LENGTH; at += 1) {
    text += `${await readFile(files[at % files.length] ?? "", "utf8")}\n\n`;
  }
  return text;
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

/** @param {string} where @param {[string, number][]} rows @param {number} length */
function print(where, rows, length) {
  const [, own = 1] = rows[0] ?? [];
  console.log(where);
  console.log("| | ms | characters a second | time beside whosaid |");
  console.log("| --- | ---: | ---: | ---: |");
  for (const [name, ms] of rows) {
    const speed = Math.round(length / ms) * 1000;
    console.log(`| ${name} | ${ms.toFixed(1)} | ${speed.toLocaleString("en")} | ${(ms / own).toFixed(2)} |`);
  }
  console.log();
}
