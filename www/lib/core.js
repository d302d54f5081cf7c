/**
 * Loads the reader, a WebAssembly module, once for all elements of a page.
 *
 * @typedef {typeof import("../pkg/whosaid.js")} Core
 */

/** @type {Promise<Core> | null} */
let loading = null;

/**
 * @returns {Promise<Core>} Rejects with the reason in words; a later call tries again.
 */
export function core() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  try {
    const module = await import("../pkg/whosaid.js");
    await module.default();
    return module;
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}

/** @param {unknown} error */
function reason(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WebAssembly.CompileError && /content security policy|unsafe-eval|blocked by CSP/i.test(message)) {
    return "the page's Content-Security-Policy does not let WebAssembly run; add 'wasm-unsafe-eval' to its script-src";
  }
  return `its reader could not be loaded (${message})`;
}
