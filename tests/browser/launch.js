// Starts Chromium and Firefox as the tests look at pages in them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import puppeteer from "puppeteer-core";

/** @import { Browser } from "puppeteer-core" */

/** A window's address box is a page of its own, which takes as long to load as those that are looked at. */
const ADDRESS_BOX = ["WebUIOmniboxAimPopup", "WebUIOmniboxPopup"];

const CHROMIUM_FLAGS = [
  "--disable-background-networking",
  "--disable-backgrounding-occluded-windows",
  "--disable-component-update",
  `--disable-features=${ADDRESS_BOX}`,
  "--disable-gpu",
  "--disable-quic",
  "--disable-renderer-backgrounding",
  "--disable-sync",
  "--no-first-run",
];

/** How long an answer of a page is waited for (ms). */
const PATIENCE = 600_000;

/** @typedef {{ browser: Browser, quit: () => Promise<void> }} Launched */

/**
 * Starts a browser in a profile of its own.
 *
 * @param {{ name: string, executablePath: string }} engine
 * @param {Record<string, unknown>} [preferences] Firefox's.
 * @returns {Promise<Launched>}
 */
export async function launch({ name, executablePath }, preferences = {}) {
  const profile = await mkdtemp(join(tmpdir(), "whosaid-"));
  const browser = await puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath,
    userDataDir: profile,
    headless: true,
    protocolTimeout: PATIENCE,
    ...(name === "firefox"
      ? { extraPrefsFirefox: preferences }
      : { args: [...CHROMIUM_FLAGS, ...sandbox()] }),
  });
  const quit = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, quit };
}

/** Chromium does not start its sandbox for root. */
function sandbox() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
