/**
 * The buttons of the interface.
 */

import { h } from "./dom.js";

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
 */
export function iconButton(name, label, act) {
  const made = h("button", {
    "type": "button",
    "class": "icon",
    "part": "button",
    "aria-label": label,
    "title": label,
    "onclick": act,
  });
  made.append(drawing("0 0 16 16", [ICONS[name]]).svg);
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

/**
 * @param {string} box The view box.
 * @param {string[]} paths
 * @returns {{ svg: SVGElement, lines: SVGElement[] }}
 */
export function drawing(box, paths) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  const lines = paths.map((path) => {
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", path);
    return line;
  });
  svg.append(...lines);
  return { svg, lines };
}
