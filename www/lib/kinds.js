/**
 * The kinds of statements as toggles, which are a legend as well. Shown where a text has several.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./ledger.js").Filter} Filter
 */

import { chip } from "./controls.js";
import { h } from "./dom.js";
import { KINDS } from "./ledger.js";

export class Kinds {
  /** @type {{ button: HTMLButtonElement, kind: import("./ledger.js").Kind }[]} */
  #chips = [];

  /** @param {View} view */
  constructor(view) {
    const { ledger, spoken } = view;
    for (const kind of KINDS) {
      const count = ledger.statements.filter((statement) => ledger.kindOf(statement) === kind).length;
      if (count === 0) continue;
      const label = h("span", { "class": "manner", "data-kind": kind }, spoken.strings.kinds[kind]);
      const button = chip("kind", spoken.strings.how[kind], label, spoken.number(count), () => view.toggle("kinds", kind));
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
