// The wasm as the demo serves it, ready to call, with the parser of places without a DOM.
import { readFile } from "node:fs/promises";
import { register } from "node:module";

// What lies in `www` finds no packages by itself.
register(`data:text/javascript,${encodeURIComponent(`
  export const resolve = (name, context, next) =>
    next(name, name === "parse5" ? { ...context, parentURL: ${JSON.stringify(import.meta.url)} } : context);
`)}`);

const { default: init, ...api } = await import("../../www/lib/no-dom.js");

await init({
  module_or_path: await readFile(new URL("../../www/pkg/whosaid_bg.wasm", import.meta.url)),
});

export { api };
export const { parse, parseBytes, parseHtml } = api;
