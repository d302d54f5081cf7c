// The types of the element as the package has them: what a page's own functions know of it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = new URL("../../", import.meta.url);
const tsc = fileURLToPath(new URL("tests/node_modules/.bin/tsc", root));
const exec = promisify(execFile);

const USE = `import "./who-said.js";
const element = document.querySelector("who-said")!;
element.addEventListener("filter-change", ({ detail }) => console.log(detail.total + 1, detail.filter.speakers[0]));
element.addEventListener("click", ({ clientX }) => console.log(clientX));
element.addEventListener("else", () => {});
element.topics = ["pier"];
// @ts-expect-error no number
element.topics = 5;
// @ts-expect-error no such detail
element.addEventListener("filter-change", ({ detail }) => detail.totals);
`;

test("the document's own functions know the element and its events", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whosaid-types-"));
  const target = ["--ignoreConfig", "--target", "esnext", "--module", "preserve", "--types", ""];
  try {
    const www = fileURLToPath(new URL("www", root));
    await exec(tsc, ["who-said.js", ...target, "--allowJs", "--declaration", "--emitDeclarationOnly", "--rootDir", ".", "--outDir", folder], { cwd: www });
    await cp(join(www, "pkg/whosaid.d.ts"), join(folder, "pkg/whosaid.d.ts"));
    await appendFile(join(folder, "who-said.d.ts"), await readFile(new URL("xtask/package/who-said.d.ts", root)));
    await writeFile(join(folder, "use.ts"), USE);
    const { stdout } = await exec(tsc, ["use.ts", ...target, "--noEmit", "--strict", "--lib", "esnext,dom,dom.iterable,esnext.disposable"], { cwd: folder });
    assert.equal(stdout, "");
  } finally {
    await rm(folder, { recursive: true });
  }
});
