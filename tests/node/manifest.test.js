// The element's manifest and tables say what its code says.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { makeManifest, makeTables, www } from "./manifest.js";

const manifest = await makeManifest();
const [element] = manifest.modules[0].declarations;
const lib = await readdir(new URL("lib/", www));
const sources = await Promise.all(
  lib.filter((file) => file.endsWith(".js")).map((file) => readFile(new URL(`lib/${file}`, www), "utf8")),
);

test("are as new as the code: `npm run manifest` makes them", async () => {
  assert.deepEqual(JSON.parse(await readFile(new URL("custom-elements.json", www), "utf8")), manifest);
  assert.equal(await readFile(new URL("README.md", www), "utf8"), await makeTables(manifest));
});

test("leave no type out, and say what each event brings", async () => {
  const untyped = element.members.filter((/** @type {any} */ { kind, type }) => kind === "field" && !type);
  assert.deepEqual(untyped, []);
  const [, events = ""] = (await makeTables(manifest)).split("## Events");
  assert.match(events, /`filter-change` \| `FilterChangeEvent` \| `\{ filter: Filter, statements: number\[\], total: number \}`/);
});

test("pair attributes with properties", () => {
  const paired = element.attributes.filter((/** @type {any} */ { fieldName }) => fieldName).map((/** @type {any} */ { name }) => name);
  assert.deepEqual(paired, ["src", "format", "topics", "others", "selected", "overview", "share", "marks", "loading"]);
});

test("name every observed attribute and nothing private", async () => {
  const source = await readFile(new URL("who-said.js", www), "utf8");
  const observed = [...(/observedAttributes = \[([^\]]*)\]/.exec(source)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  const named = new Set(element.attributes.map((/** @type {{ name: string }} */ { name }) => name));
  assert.deepEqual(observed.filter((name) => name !== "lang" && !named.has(name)), []);
  assert.ok(element.members.every((/** @type {{ name: string }} */ { name }) => !name.startsWith("#")));
});

test("name every part and variable, and none that is not there", () => {
  const used = { parts: new Set(), variables: new Set() };
  for (const source of sources) {
    for (const [, parts = ""] of source.matchAll(/"?\bpart"?: "([\w -]+)"/g)) for (const part of parts.split(" ")) used.parts.add(part);
    for (const [, part = ""] of source.matchAll(/(?:chip\(|part\.add\()"(\w+)"/g)) used.parts.add(part);
    for (const [name] of source.matchAll(/--who-said-[a-z][a-z-]*[a-z]/g)) used.variables.add(name);
  }
  used.parts.add("chip");
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(element.cssParts), [...used.parts].sort());
  const own = names(element.cssProperties).filter((name) => !/-\d+-/.test(name));
  assert.deepEqual(own, [...used.variables].sort());
});
