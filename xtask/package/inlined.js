// The core with its wasm inside, for places where a second file cannot be fetched.
import start from "./glue.js";
import bytes from "./whosaid_bg.wasm";

export * from "./glue.js";

export default async function init() {
  return start({ module_or_path: bytes });
}
