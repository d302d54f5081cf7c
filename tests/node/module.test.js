import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const pkg = new URL("../../www/pkg/", import.meta.url);

test("the module needs nothing of its host but JavaScript", async () => {
  const module = await WebAssembly.compile(await readFile(new URL("whosaid_bg.wasm", pkg)));
  const modules = new Set(WebAssembly.Module.imports(module).map((wanted) => wanted.module));
  assert.ok([...modules].every((name) => name.startsWith("./whosaid_bg")), [...modules].join());
});

test("the module carries no path of the machine that built it", async () => {
  const bytes = await readFile(new URL("whosaid_bg.wasm", pkg));
  // Where machines keep what belongs to their users.
  for (const folder of [".cargo", "root", "home", "Users"]) {
    assert.equal(bytes.indexOf(`/${folder}/`), -1, folder);
  }
});
