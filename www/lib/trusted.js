/**
 * Addresses of scripts, vouched for where a page enforces Trusted Types. The page has to allow the
 * policy by `trusted-types whosaid`.
 */

/**
 * @typedef {{ createScriptURL(address: string): string }} Policy
 * @typedef {{ createPolicy(name: string, rules: Policy): Policy }} Factory
 */

/** @type {Policy | undefined} */
let policy;

/**
 * The address of a script of our own, relative to this folder's parent.
 *
 * @param {string} file
 * @returns {string} For `new Worker` and `serviceWorker.register`.
 * @throws {TypeError} If the page enforces Trusted Types and does not allow the policy.
 */
export function scriptAddress(file) {
  const address = new URL(`../${file}`, import.meta.url).href;
  /** @type {Factory | undefined} */
  const factory = Reflect.get(globalThis, "trustedTypes");
  if (!factory) return address;
  policy ??= factory.createPolicy("whosaid", { createScriptURL: (own) => own });
  return policy.createScriptURL(address);
}
