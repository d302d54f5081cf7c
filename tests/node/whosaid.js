// The wasm as the demo serves it, ready to call.
import { readFile } from "node:fs/promises";

import init from "../../www/pkg/whosaid.js";

await init({
  module_or_path: await readFile(new URL("../../www/pkg/whosaid_bg.wasm", import.meta.url)),
});

export * from "../../www/pkg/whosaid.js";
