/**
 * Makes elements without ever passing text through markup.
 */

/**
 * What {@link h} understands: `class` and `part`, any attribute, and listeners named `on…`.
 * `false`, `null` and `undefined` leave an attribute out; `true` writes it empty.
 *
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else setAttribute(element, name, value);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/**
 * A sentence whose `{holes}` are filled with text or nodes.
 *
 * @param {string} template
 * @param {Record<string, Node | string>} values
 * @returns {DocumentFragment}
 */
export function fill(template, values) {
  const fragment = document.createDocumentFragment();
  for (const part of template.split(/(\{\w+\})/)) {
    const hole = /^\{(\w+)\}$/.exec(part);
    fragment.append(hole?.[1] ? (values[hole[1]] ?? "") : part);
  }
  return fragment;
}
