// The tables of odd inputs; `odd_inputs.rs` says what their columns hold.
import { readFile } from "node:fs/promises";

/** @typedef {string | [piece: string, times: number, rest?: string]} Given */

/** @param {string} name */
const table = async (name) => JSON.parse(await readFile(new URL(name, import.meta.url), "utf8"));

/** @type {[name: string, text: Given, said: string[]][]} */
export const texts = await table("odd_inputs.json");

/** @type {[name: string, markup: Given, text: string, said: string[]][]} */
export const pages = await table("odd_pages.json");

/** @type {[name: string, bytes: string, charset: string | null, encoding: string, text: string, damaged: boolean][]} */
export const files = await table("odd_bytes.json");

// Only JavaScript can make these.
texts.push(["a lone surrogate keeps its place", "\ud83d Anna Holm said: No \udd4a deal.", ["Anna Holm: No \udd4a deal"]]);
pages.push([
  "lone surrogates",
  "<p>\ud83d Anna Holm said: No &lt; \udd4a deal.</p>",
  "\ud83d Anna Holm said: No < \udd4a deal.",
  ["Anna Holm: No &lt; \udd4a deal"],
]);

/** A whole page and its text. */
export const [portal = "", portalText = ""] = await Promise.all(
  ["html", "txt"].map((type) => readFile(new URL(`pages/portal-page.${type}`, import.meta.url), "utf8")),
);

/** @param {Given} given */
export const whole = (given) => (typeof given === "string" ? given : given[0].repeat(given[1]) + (given[2] ?? ""));
