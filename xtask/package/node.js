// The core for Node, whose fetch reads no files.
import { readFile } from "node:fs/promises";

import start from "./pkg/whosaid.js";

export * from "./pkg/whosaid.js";

export default async function init(options) {
  return start(options ?? { module_or_path: readFile(new URL("./pkg/whosaid_bg.wasm", import.meta.url)) });
}
