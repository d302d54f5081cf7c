/**
 * Names in the margin, beside the first line of each run of statements by one speaker, so that who
 * speaks can be read without telling colours apart; reports inside reports have none. The list says the same to screen readers.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./spans.js").Run} Run
 */

import { h } from "./dom.js";

/** Least distance between two labels (px). */
const APART = 6;

export class Gutter {
  /** @type {{ label: HTMLElement, range: Range }[]} */
  #labels = [];
  #frame = 0;

  /** @param {Controls} controls */
  constructor(controls) {
    this.controls = controls;
    this.element = h("div", { "class": "gutter", "part": "gutter", "aria-hidden": "true", "dir": controls.spoken.direction });
  }

  /** @param {Run[]} runs What is painted, in text order. */
  update(runs) {
    const { controls } = this;
    this.#labels = [];
    /** @type {number | null | undefined} */
    let last;
    for (const { id, start, end } of runs) {
      const { speaker, inside, kind } = controls.ledger.statement(id);
      if (kind === "turn") last = speaker;
      if (speaker === last || inside !== null) continue;
      last = speaker;
      const range = controls.map.liveRange(start, end);
      if (range) this.#labels.push({ label: h("span", {}, controls.label(speaker)), range });
    }
    this.element.replaceChildren(...this.#labels.map(({ label }) => label));
    // With the frame's own layout, not before it.
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.place());
  }

  /** Lays the labels beside their lines, none over another. */
  place() {
    if (this.element.offsetWidth === 0) return;
    const { top } = this.element.getBoundingClientRect();
    const places = this.#labels.map(({ label, range }) => ({
      label,
      height: label.offsetHeight,
      top: (range.getClientRects()[0]?.top ?? top) - top,
    }));
    let free = 0;
    for (const { label, height, top } of places) {
      const at = Math.max(top, free);
      label.style.insetBlockStart = `${at}px`;
      free = at + height + APART;
    }
  }
}
