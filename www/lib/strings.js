/**
 * The words of the interface, by language. English is at hand; the others are loaded when asked for.
 *
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Plural
 * @typedef {import("../pkg/whosaid.js").Statement["why"]["rule"]} Rule
 * @typedef {import("../pkg/whosaid.js").Statement["why"]["chain"][number]["by"]} Link
 * @typedef {typeof english} Strings
 */

import { english } from "./strings/en.js";

/** Languages of the interface beside English. @type {Record<string, () => Promise<{ strings: Strings }>>} */
const LANGUAGES = {
  ar: () => import("./strings/ar.js"),
  es: () => import("./strings/es.js"),
  fa: () => import("./strings/fa.js"),
  fr: () => import("./strings/fr.js"),
  ru: () => import("./strings/ru.js"),
  zh: () => import("./strings/zh.js"),
};

/** Languages written from right to left; a page may have words of its own in any. */
const RTL = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/**
 * The interface in one language: its words, its numbers, its direction.
 */
export class Speech {
  /** @param {string} language @param {Strings} strings */
  constructor(language, strings) {
    this.language = language;
    this.strings = strings;
    this.direction = RTL.has(fold(language)) ? "rtl" : "ltr";
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
    this.#percent = new Intl.NumberFormat(language, { style: "percent" });
  }

  #plural;
  #number;
  #percent;

  /** @param {number} value */
  number(value) {
    return this.#number.format(value);
  }

  /** @param {number} share From 0 to 1. */
  percent(share) {
    return this.#percent.format(share);
  }

  /**
   * The form of a phrase that fits a number, with `{n}` filled in.
   *
   * @param {Plural} forms
   * @param {number} n
   * @param {Record<string, string>} [more]
   */
  count(forms, n, more = {}) {
    const form = forms[this.#plural.select(n)] ?? forms.other;
    return this.say(form, { n: this.number(n), ...more });
  }

  /** @param {string} template @param {Record<string, string>} values */
  say(template, values) {
    return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }
}

/**
 * The interface in the language asked for, or in English where that has none or cannot be loaded.
 *
 * @param {string} tag BCP 47.
 * @param {DeepPartial<Strings>} [own] Words that a page has of its own, in place of ours; with a
 *   `title` of its own the language may be any.
 * @returns {Promise<Speech>}
 */
export async function speech(tag, own = {}) {
  const load = LANGUAGES[fold(tag)];
  if (!load) return new Speech(fold(tag) === "en" || own.title ? tag : "en", merge(english, own));
  try {
    const { strings } = await load();
    return new Speech(tag, merge(strings, own));
  } catch {
    return new Speech("en", merge(english, own));
  }
}

/**
 * @template T
 * @typedef {{ [K in keyof T]?: T[K] extends string ? string : DeepPartial<T[K]> }} DeepPartial
 */

/**
 * Words of a page's own in place of ours; entries that we do not know are left out.
 *
 * @template {object} T
 * @param {T} ours
 * @param {object} own
 * @returns {T}
 */
function merge(ours, own) {
  const entries = Object.entries(ours).map(([name, value]) => {
    const other = Reflect.get(own, name);
    if (typeof value === "string") return [name, typeof other === "string" ? other : value];
    return [name, typeof other === "object" && other ? merge(value, other) : value];
  });
  return /** @type {T} */ (Object.fromEntries(entries));
}

/** The language of a tag, without script and region. @param {string} tag */
const fold = (tag) => tag.toLowerCase().replace(/-.*/, "");
