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
      pair(declaration);
      declaration.members = declaration.members?.filter(isPublic);
      // One that is dispatched under a variable's name is no event of its own.
      declaration.events = declaration.events?.filter((/** @type {Entry} */ { description }) => description);
    }
    // Helpers of the module are nobody's business.
    declarations.splice(0, declarations.length, ...declarations.filter((/** @type {any} */ { customElement }) => customElement));
  }
  return manifest;
}

/** Says which property goes with which attribute; each setter writes its attribute. @param {any} declaration */
function pair({ attributes = [], members = [] }) {
  for (const attribute of attributes) {
    const member = members.find((/** @type {Entry} */ { kind, name }) => kind === "field" && name === attribute.name);
    if (!member) continue;
    attribute.fieldName = member.name;
    Object.assign(member, { attribute: attribute.name, reflects: true });
  }
}

/** What `event.detail` holds, by the name of the type. @param {string} source */
function details(source) {
  const found = source.matchAll(/@typedef \{CustomEvent<(.*)>\} (\w+)/g);
  return new Map([...found].map(([, detail = "", name = ""]) => [name, detail]));
}

/** @param {Entry} entry */
const isPublic = ({ name = "", privacy, static: ofClass }) =>
  privacy !== "private" && !name.startsWith("#") && !name.endsWith("Callback") && !ofClass;

const HEAD = "<!-- Made by `npm run manifest` in `tests/` out of `who-said.js`; edit that. -->";

const EXAMPLE = `\`\`\`html
<script type="module" src="/who-said/who-said.js"></script>

<who-said topics="work = job, work">
  <article>
    <p>Mayor Ana Ruiz said: The pier opens in May. According to her deputy, Tom Hale, no job is lost.</p>
  </article>
</who-said>
\`\`\`

Above the article come a chip for each speaker, a box for topics and chips for the kinds of statements, all
of which filter; an overview along the text; beside it, where there is room, names in the margin and the
list of statements. A click on a statement opens its card: who, how, why, how surely. [Embed](docs/embed.md)
has it in other people's pages, [Accessibility](docs/accessibility.md) its keys.
`;

const EVENTS = `All of them bubble, also out of shadow roots, and none can be cancelled. What is there when the text has been
read is told by \`reading-ready\` alone; the others tell of what changes after it.
`;

/** The page of the element: what it is, then the tables of its API. @param {any} manifest */
export async function makeTables(manifest) {
  const detail = details(await readFile(new URL("who-said.js", www), "utf8"));
  const [element] = manifest.modules[0].declarations;
  /** @type {Entry[]} */
  const members = element.members;
  /** @param {Entry} entry */
  const type = ({ type }) => (type ? code(type.text.replaceAll(/\s+/g, " ")) : "");
  return [
    `${HEAD}\n\n# \`<who-said>\`\n\n${element.description.replaceAll(/(?<!\n)\n(?!\n)/g, " ")}\n\n${EXAMPLE}`,
    table("Attributes", ["name", "type", "default", ""], element.attributes, (one) => [code(one.name), type(one), one.default ? code(one.default) : "", one.description]),
    table("Properties", ["name", "type", ""], members.filter(({ kind }) => kind === "field"), (one) => [code(one.name), type(one), one.description]),
    table("Methods", ["call", "gives", ""], members.filter(({ kind }) => kind === "method"), (one) => [
      code(`${one.name}(${(one.parameters ?? []).map(({ name }) => name).join(", ")})`),
      one.return?.type ? code(one.return.type.text) : "",
      one.description,
    ]),
    table("Events", ["name", "type", "`event.detail`", ""], element.events, (one) => [code(one.name), type(one), code(detail.get(one.type?.text ?? "")), one.description]) +
      `\n${EVENTS}`,
    table("Slots", ["name", ""], element.slots, (one) => [one.name ? code(one.name) : "(none)", one.description]),
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
  await writeFile(new URL("README.md", www), await makeTables(manifest));
}
