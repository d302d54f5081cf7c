/**
 * The overview of a text: where along it everybody speaks and the topics fall, and who speaks about
 * what. Drawn when it is opened.
 *
 * @typedef {import("./view.js").View} View
 */

import { h } from "./dom.js";
import { Matrix } from "./matrix.js";
import { Strip } from "./strip.js";

export class Overview {
  /** @param {View} view */
  constructor(view) {
    const { strings } = view.spoken;
    this.view = view;
    this.strip = new Strip(view);
    this.matrix = new Matrix(view);
    this.element = h(
      "details",
      {
        "class": "overview",
        "part": "overview",
        "open": view.host.overview,
        "hidden": view.ledger.statements.length === 0,
        "ontoggle": () => {
          view.host.overview = this.element.open;
        },
      },
      h("summary", {}, strings.overview),
      h("div", { class: "views" }, this.strip.element, this.matrix.element),
    );
  }

  update() {
    const { view } = this;
    const { overview } = view.host;
    if (this.element.open !== overview) this.element.open = overview;
    if (!overview) return;
    this.strip.update();
    this.matrix.update();
  }
}
