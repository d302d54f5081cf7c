/**
 * Makes elements and the buttons of the interface, without ever passing text through markup.
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

/** Lines drawn in a square of 16 units. */
const ICONS = {
  previous: "m4 10 4-4 4 4",
  next: "m4 6 4 4 4-4",
  close: "m4 4 8 8m0-8-8 8",
};

/**
 * A button that is only words.
 *
 * @param {string} label
 * @param {() => void} act
 */
export function button(label, act) {
  return h("button", { type: "button", class: "quiet", part: "button", onclick: act }, label);
}

/**
 * A button that shows a drawing and is called by its label.
 *
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {() => void} act
 * @param {string} [key] What does the same on the keyboard.
 */
export function iconButton(name, label, act, key) {
  const made = h("button", {
    "type": "button",
    "class": "icon",
    "part": "button",
    "aria-label": label,
    "aria-keyshortcuts": key,
    "title": key ? `${label} (${key})` : label,
    "onclick": act,
  });
  made.append(drawing("0 0 16 16", line(ICONS[name])));
  return made;
}

/**
 * A toggle with a number beside its label.
 *
 * @param {string} part What it toggles.
 * @param {string} title
 * @param {Element} label
 * @param {string} count
 * @param {() => void} act
 */
export function chip(part, title, label, count, act) {
  return h(
    "button",
    {
      "type": "button",
      "class": "chip",
      "part": `chip ${part}`,
      "title": title || null,
      "aria-pressed": "false",
      "onclick": act,
    },
    label,
    h("span", { class: "count", part: "count" }, count),
  );
}

/** @param {string} box The view box. @param {...SVGElement} lines */
export function drawing(box, ...lines) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  svg.append(...lines);
  return svg;
}

/** @param {string} path */
export function line(path) {
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  return line;
}

const SVG = "http://www.w3.org/2000/svg";
