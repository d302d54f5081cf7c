/**
 * The card of one statement: who, in which way, why, how surely.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 */

import { iconButton } from "./controls.js";
import { fill, h } from "./dom.js";
import { explain, words } from "./explain.js";

/** From these confidences on a statement is called sure, and likely. */
const SURE = 0.9;
const LIKELY = 0.7;

/** Source and cue within this distance of the content are kept in view with it (UTF-16 units). */
const NEAR = 300;

/** Least distance of the card from the edges of the viewport (px). */
const EDGE = 8;

export class Card {
  /** @type {Statement | null} */
  #told = null;

  /** @param {View} view */
  constructor(view) {
    const { spoken } = view;
    this.view = view;
    this.heading = h("h2", { id: "who", class: "heading" });
    this.content = h("div", { class: "content" });
    const close = iconButton("close", spoken.strings.close, () => this.element.hidePopover());
    this.element = h(
      "div",
      {
        "class": "card",
        "part": "card",
        "popover": "auto",
        "role": "dialog",
        "aria-labelledby": "who",
        "tabindex": "-1",
        "lang": spoken.language,
        "dir": spoken.direction,
        "ontoggle": () => {
          if (!this.open) view.host.selected = null;
        },
      },
      h("div", { class: "line" }, this.heading, close),
      this.content,
    );
  }

  get open() {
    return this.element.matches(":popover-open");
  }

  update() {
    const { current } = this.view;
    if (!current) {
      this.#told = null;
      if (this.open) this.element.hidePopover();
      return;
    }
    if (current === this.#told) return;
    this.#told = current;
    this.#tell(current);
    if (!this.open) this.element.showPopover();
    this.#place(current);
  }

  /** @param {Statement} statement */
  #tell(statement) {
    const { view } = this;
    const { spoken, ledger, map } = view;
    const { strings } = spoken;
    const kind = ledger.kindOf(statement);
    const reasons = explain(statement, map.text, strings.why).map(({ template, quoted }) =>
      fill(
        template,
        Object.fromEntries(Object.entries(quoted).map(([name, text]) => [name, h("q", { dir: "auto" }, text)])),
      ),
    );
    const { confidence } = statement;
    const sure = confidence >= SURE ? "high" : confidence >= LIKELY ? "middle" : "low";

    this.heading.replaceChildren(view.label(statement.speaker));
    if (statement.addressee !== null) {
      const name = h("bdi", {}, view.nameOf(statement.addressee));
      this.heading.append(" ", h("span", { class: "kind" }, fill(strings.to, { name })));
    }
    this.content.replaceChildren(
      h("blockquote", { dir: "auto", part: "quotation" }, words(statement.content, map.text)),
      h("p", { class: "how" }, strings.how[kind]),
      h("p", { class: "why" }, ...reasons.flatMap((reason, place) => (place > 0 ? [" ", reason] : [reason]))),
      h(
        "p",
        { "class": "sure", "data-sure": sure },
        h("meter", { "min": 0, "max": 1, "value": confidence, "aria-hidden": "true" }),
        spoken.say(strings.confidence[sure], { percent: spoken.percent(confidence) }),
      ),
    );
    const others = this.#neighbours(statement);
    if (others.length > 0) this.content.append(this.#list(others));
  }

  /** Statements that share words with this one. @param {Statement} statement */
  #neighbours({ id, content }) {
    return this.view.ledger.statements.filter(
      (other) => other.id !== id && other.content.some(([s, e]) => content.some(([start, end]) => s < end && start < e)),
    );
  }

  /** @param {Statement[]} statements */
  #list(statements) {
    const { view } = this;
    return h(
      "div",
      { class: "also" },
      h("h3", { class: "heading" }, view.spoken.strings.alsoHere),
      ...statements.map((statement) =>
        h(
          "button",
          { type: "button", class: "entry", part: "statement", onclick: () => view.select(statement.id) },
          h("span", { class: "who" }, view.label(statement.speaker)),
          h("span", { class: "words", dir: "auto" }, words(statement.content, view.map.text)),
        ),
      ),
    );
  }

  /**
   * Brings the statement into view and lays the card below or above its words, where it stays when
   * the page is scrolled; on a narrow screen the style sheet lays it at the bottom.
   *
   * @param {Statement} statement
   */
  #place(statement) {
    const box = boxOf(this.view, statement);
    if (!box || (box.width === 0 && box.height === 0)) return;
    const { element } = this;
    const { offsetWidth: width, offsetHeight: height } = element;
    const move = reveal(box);
    const [top, bottom] = [box.top - move, box.bottom - move];
    const below = bottom + EDGE + height <= innerHeight || top < height + EDGE;
    const left = this.view.spoken.direction === "rtl" ? box.right - width : box.left;
    element.style.left = `${clamp(left, EDGE, innerWidth - width - EDGE) + scrollX}px`;
    element.style.top = `${(below ? box.bottom + EDGE : box.top - EDGE - height) + scrollY}px`;
  }
}

/**
 * The box that holds a statement's words and those that name its source and cue.
 *
 * @param {View} view
 * @param {Statement} statement
 */
function boxOf({ map }, { source, cue, content }) {
  const first = content[0];
  if (!first) return null;
  const near = [...source, ...cue].filter(([start]) => Math.abs(start - first[0]) < NEAR);
  const start = Math.min(first[0], ...near.map((range) => range[0]));
  const end = Math.max(first[1], ...near.map((range) => range[1]));
  return map.liveRange(start, end)?.getBoundingClientRect();
}

/**
 * Scrolls until a box stands in the upper part of the viewport, unless all of it is in view.
 *
 * @param {DOMRect} box
 * @returns {number} How far the page goes.
 */
function reveal(box) {
  if (box.top >= 0 && box.bottom <= innerHeight) return 0;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { scrollHeight } = document.documentElement;
  const move = clamp(box.top - innerHeight / 5, -scrollY, scrollHeight - innerHeight - scrollY);
  scrollBy({ top: move, behavior: calm ? "instant" : "smooth" });
  return move;
}

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
