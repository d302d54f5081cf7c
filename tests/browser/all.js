// Every `*.test.js` beside this file, in one process: what has started a browser serves the others too.
import { readdir } from "node:fs/promises";

const here = new URL("./", import.meta.url);
const files = (await readdir(here)).filter((name) => name.endsWith(".test.js"));
for (const file of files.sort()) await import(new URL(file, here).href);
