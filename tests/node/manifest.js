// `npm run manifest` in tests/: writes www/custom-elements.json and the tables of www/README.md out of
// the comments of www/who-said.js.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

// @ts-expect-error The package comes without types.
import { create, ts } from "@custom-elements-manifest/analyzer";

export const www = new URL("../../www/", import.meta.url);

/** @typedef {{ name?: string, fieldName?: string, default?: string, description?: string, type?: { text: string }, kind?: string, privacy?: string, static?: boolean, inheritedFrom?: unknown, return?: { type?: { text: string } }, parameters?: { name: string }[] }} Entry */

/** The manifest of the element, without its private parts. @returns {Promise<any>} */
export async function makeManifest() {
  const source = await readFile(new URL("who-said.js", www), "utf8");
  const module = ts.createSourceFile("who-said.js", source, ts.ScriptTarget.ES2015, true);
  const manifest = JSON.parse(JSON.stringify(create({ modules: [module], plugins: [], context: { dev: false } })));
  for (const { declarations } of manifest.modules) {
    for (const declaration of declarations) {
      declaration.members = declaration.members?.filter(isPublic);
      // One that is dispatched under a variable's name is no event of its own.
      declaration.events = declaration.events?.filter((/** @type {Entry} */ { description }) => description);
    }
    // Helpers of the module are nobody's business.
    declarations.splice(0, declarations.length, ...declarations.filter((/** @type {any} */ { customElement }) => customElement));
  }
  return manifest;
}

/** @param {Entry} entry */
const isPublic = ({ name = "", privacy, static: ofClass }) =>
  privacy !== "private" && !name.startsWith("#") && !name.endsWith("Callback") && !ofClass;

/** The tables of the element's API. @param {any} manifest */
export function makeTables(manifest) {
  const [element] = manifest.modules[0].declarations;
  /** @type {Entry[]} */
  const members = element.members;
  /** @param {Entry} entry */
  const type = ({ type }) => (type ? code(type.text.replaceAll(/\s+/g, " ")) : "");
  return [
    "# `<who-said>`\n\nMade by `npm run manifest` in `tests/` out of `who-said.js`; edit that.\n",
    table("Attributes", ["name", "type", "default", ""], element.attributes, (one) => [code(one.name), type(one), one.default ? code(one.default) : "", one.description]),
    table("Properties", ["name", "type", ""], members.filter(({ kind }) => kind === "field"), (one) => [code(one.name), type(one), one.description]),
    table("Methods", ["call", "gives", ""], members.filter(({ kind }) => kind === "method"), (one) => [
      code(`${one.name}(${(one.parameters ?? []).map(({ name }) => name).join(", ")})`),
      one.return?.type ? code(one.return.type.text) : "",
      one.description,
    ]),
    table("Events", ["name", "type", ""], element.events, (one) => [code(one.name), type(one), one.description]),
    table("States", ["`:state(…)`", ""], element.cssStates ?? [], (one) => [code(one.name), one.description]),
    table("Variables", ["name", "default", ""], element.cssProperties, (one) => [code(one.name), one.default ? code(one.default) : "", one.description]),
    table("Parts", ["`::part(…)`", ""], element.cssParts, (one) => [code(one.name), one.description]),
  ].join("\n");
}

/**
 * @param {string} title
 * @param {string[]} heads
 * @param {Entry[]} entries
 * @param {(entry: Entry) => (string | undefined)[]} cells
 */
function table(title, heads, entries, cells) {
  const rows = [heads, heads.map(() => "---"), ...entries.map(cells)];
  const line = (/** @type {(string | undefined)[]} */ row) => `| ${row.map((cell) => (cell ?? "").replaceAll(/\s+/g, " ")).join(" | ")} |`;
  return `## ${title}\n\n${rows.map(line).join("\n")}\n`;
}

/** @param {string | undefined} text */
const code = (text) => `\`${(text ?? "").replaceAll("|", "\\|")}\``;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await makeManifest();
  await writeFile(new URL("custom-elements.json", www), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(new URL("README.md", www), makeTables(manifest));
}
