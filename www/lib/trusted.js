/**
 * Addresses of scripts and markup to be parsed, vouched for where a page enforces Trusted Types. The
 * page has to allow the policy by `trusted-types whosaid`.
 */

/**
 * @typedef {{ createScriptURL(address: string): string, createHTML(markup: string): string }} Policy
 * @typedef {{ createPolicy(name: string, rules: Policy): Policy }} Factory
 */

/** Apart from its use, or webpack would take every file of the package for one that may be meant. */
const here = import.meta.url;

/** @type {Policy | undefined} */
let policy;

/** The address of a file of our own. @param {string} file Relative to this folder's parent. */
export const address = (file) => new URL(`../${file}`, here).href;

/** Whether our files lie as they should: a bundle of somebody's lacks those that no script imports. */
export const isInPlace = () => /\/lib\/[^/]*$/.test(here);

/**
 * The same of a script.
 *
 * @param {string} file
 * @returns {string} For `new Worker` and `serviceWorker.register`.
 * @throws {TypeError} If the page enforces Trusted Types and does not allow the policy.
 */
export function scriptAddress(file) {
  return trust()?.createScriptURL(address(file)) ?? address(file);
}

/**
 * A document that never becomes part of the page: no script in it runs, nothing it names is loaded.
 *
 * @param {string} markup
 * @returns {Document}
 * @throws {TypeError} If the page enforces Trusted Types and does not allow the policy.
 */
export function inertDocument(markup) {
  return new DOMParser().parseFromString(trust()?.createHTML(markup) ?? markup, "text/html");
}

/** The policy, where the browser knows of such. */
function trust() {
  /** @type {Factory | undefined} */
  const factory = Reflect.get(globalThis, "trustedTypes");
  policy ??= factory?.createPolicy("whosaid", { createScriptURL: (own) => own, createHTML: (markup) => markup });
  return policy;
}
