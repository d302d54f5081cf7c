/**
 * The kinds of statements as toggles, which are a legend as well. Shown where a text has several.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./ledger.js").Filter} Filter
 */

import { chip, h } from "./dom.js";

export class Kinds {
  /** @type {{ button: HTMLButtonElement, kind: import("./ledger.js").Kind }[]} */
  #chips = [];

  /** @param {Controls} controls */
  constructor(controls) {
    const { ledger, spoken } = controls;
    for (const { kind, count } of ledger.kinds()) {
      const label = h("span", { "class": "manner", "data-kind": kind }, spoken.strings.kinds[kind]);
      const button = chip("kind", spoken.strings.how[kind], label, spoken.number(count), () => controls.toggle("kinds", kind));
      this.#chips.push({ button, kind });
    }
    this.element = h(
      "div",
      { "class": "chips", "part": "kinds", "role": "group", "aria-label": spoken.strings.kindsTitle, "hidden": this.#chips.length < 2 },
      ...this.#chips.map(({ button }) => button),
    );
  }

  /** @param {Filter} filter */
  update({ kinds }) {
    for (const { button, kind } of this.#chips) button.setAttribute("aria-pressed", String(kinds.includes(kind)));
  }
}
