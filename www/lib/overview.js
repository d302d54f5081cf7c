/**
 * The overview of a text: where along it everybody speaks and the topics fall, and who speaks about
 * what. Drawn when it is opened.
 *
 * @typedef {import("./controls.js").Controls} Controls
 */

import { h } from "./dom.js";
import { Matrix } from "./matrix.js";
import { Strip } from "./strip.js";

export class Overview {
  /** @param {Controls} controls */
  constructor(controls) {
    const { strings } = controls.spoken;
    this.controls = controls;
    this.strip = new Strip(controls);
    this.matrix = new Matrix(controls);
    this.element = h(
      "details",
      {
        "class": "overview",
        "part": "overview",
        "open": controls.host.overview,
        "hidden": controls.ledger.statements.length === 0,
        "ontoggle": () => {
          controls.host.overview = this.element.open;
        },
      },
      h("summary", {}, strings.overview),
      h("div", { class: "views" }, this.strip.element, this.matrix.element),
    );
  }

  update() {
    const { controls } = this;
    const { overview } = controls.host;
    if (this.element.open !== overview) this.element.open = overview;
    if (!overview) return;
    this.strip.update();
    this.matrix.update();
  }
}
