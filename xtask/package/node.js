// The core for Node, which has no DOM, and whose fetch reads no files.
import { readFile } from "node:fs/promises";

import start from "./lib/no-dom.js";

export * from "./lib/no-dom.js";

export default async function init(options) {
  return start(options ?? { module_or_path: readFile(new URL("./pkg/whosaid_bg.wasm", import.meta.url)) });
}
