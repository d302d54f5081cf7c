// What the core takes by itself. Started once for each task, so that it has read nothing before:
// `node bench/core.js TASK FILE...` prints the figures as JSON.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { growth } from "../node/steps.js";
import { timeOf, timesOf } from "./figures.js";
import { collect } from "./texts.js";

const MEGABYTE = 1_000_000;

const [task = "", ...files] = process.argv.slice(2);
const folder = join(process.env.WHOSAID_PACKAGE ?? "", "pkg");
/** @type {typeof import("../../www/pkg/whosaid.js")} */
const core = await import(pathToFileURL(join(folder, "whosaid.js")).href);
const bytes = await readFile(join(folder, "whosaid_bg.wasm"));
const seed = await readFile(new URL("../../seeds/seed-meeting.txt", import.meta.url), "utf8");

/** @type {Record<string, () => unknown>} */
const tasks = {
  /** From the bytes of the module to the first reading. */
  start() {
    /** @type {WebAssembly.Module | undefined} */
    let module;
    const compile = timeOf(() => (module = new WebAssembly.Module(bytes)));
    const unpack = timeOf(() => {
      init(module);
      core.parse("").free();
    });
    const first = timeOf(() => core.parse(seed).free());
    return { compile, unpack, first };
  },

  warm() {
    init();
    const read = () => core.parse(seed).free();
    timesOf(read, { least: 300 });
    return timesOf(read, { least: 300 });
  },

  async tenfold() {
    init();
    const long = await collect(files, 10 * MEGABYTE);
    const [one, ten] = [long.slice(0, MEGABYTE), long.slice(0, 10 * MEGABYTE)];
    core.parse(one).free();
    return Array.from({ length: 5 }, () => ({
      one: timeOf(() => core.parse(one).free()),
      ten: timeOf(() => core.parse(ten).free()),
    }));
  },

  growthOf1: () => growthOf(1),
  growthOf2: () => growthOf(2),
};

/** @param {WebAssembly.Module} [module] */
function init(module = new WebAssembly.Module(bytes)) {
  return core.initSync({ module });
}

/** @param {number} megabytes */
async function growthOf(megabytes) {
  const { memory } = init();
  const length = megabytes * MEGABYTE;
  return growth(core.parseInSteps, memory, (await collect(files, length)).slice(0, length));
}

console.log(JSON.stringify(await tasks[task]?.()));
