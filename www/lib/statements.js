/**
 * The shown statements as a list: what screen readers and browsers without highlights have in
 * place of the painted text.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 */

import { button, h, setAttribute } from "./dom.js";
import { words } from "./explain.js";

/** So many are listed at once, as many as can be seen; */
const SCREEN = 16;

/** so many once the page has been drawn; more come when the reader asks. */
const PAGE = 60;

/** Longest excerpt in the list (UTF-16 units); the card has all of it. */
const EXCERPT = 280;

export class Statements {
  /** @type {number[]} */
  #shown = [];
  /** What the list was made from. */
  #version = -1;
  /** @type {Map<number, HTMLElement>} */
  #buttons = new Map();
  /** @type {HTMLElement | undefined} */
  #current;

  /** @param {Controls} controls */
  constructor(controls) {
    const { strings, language, direction } = controls.spoken;
    this.controls = controls;
    this.list = h("ol", { "class": "list", "part": "list" });
    this.empty = h("p", { class: "empty", hidden: true }, strings.none);
    this.more = button(strings.more, () => {
      const before = this.#buttons.size;
      this.#grow(before + PAGE);
      this.#buttons.get(this.#shown[before] ?? -1)?.focus();
    });
    this.element = h(
      "section",
      { "class": "panel", "part": "statements", "lang": language, "dir": direction, "aria-label": strings.statements },
      h(
        "div",
        { class: "line" },
        h("h2", { class: "heading", part: "heading" }, strings.statements),
        button(strings.save, () => save(controls.host.reading)),
      ),
      this.list,
      this.empty,
      this.more,
    );
  }

  update() {
    const { shown, ledger } = this.controls;
    if (this.#shown !== shown || this.#version !== ledger.version) {
      this.#shown = shown;
      this.#version = ledger.version;
      this.#buttons.clear();
      this.list.replaceChildren();
      this.empty.hidden = this.#shown.length > 0;
      this.#grow(SCREEN);
      requestAnimationFrame(() => setTimeout(() => this.#grow(PAGE)));
    }
    this.#mark();
  }

  /** The entry of a statement that is listed by now. @param {number} id */
  entry(id) {
    return this.#buttons.get(id);
  }

  /** @param {number} length */
  #grow(length) {
    const { ledger } = this.controls;
    const items = document.createDocumentFragment();
    const from = this.#buttons.size;
    if (from >= length) return;
    for (const id of this.#shown.slice(from, length)) items.append(this.#item(ledger.statement(id)));
    this.list.append(items);
    this.more.hidden = this.#buttons.size >= this.#shown.length;
  }

  /** @param {Statement} statement */
  #item(statement) {
    const { controls } = this;
    const { spoken, ledger, map } = controls;
    const text = words(statement.content, map.text);
    const excerpt = text.length > EXCERPT ? `${text.slice(0, text.lastIndexOf(" ", EXCERPT))} …` : text;
    const entry = h(
      "button",
      { type: "button", class: "entry", part: "statement", onclick: () => controls.select(statement.id) },
      h(
        "span",
        { class: "who" },
        controls.label(statement.speaker),
        " ",
        h("span", { class: "kind" }, spoken.strings.kinds[ledger.kindOf(statement)]),
      ),
      h("span", { class: "words", dir: "auto" }, excerpt),
    );
    this.#buttons.set(statement.id, entry);
    return h("li", {}, entry);
  }

  #mark() {
    const { selected } = this.controls.host;
    if (selected !== null) {
      const place = this.#shown.indexOf(selected);
      if (place >= this.#buttons.size) this.#grow(place + PAGE);
    }
    const now = selected === null ? undefined : this.#buttons.get(selected);
    if (now === this.#current) return;
    if (this.#current) setAttribute(this.#current, "aria-current", null);
    if (now) {
      setAttribute(now, "aria-current", "true");
      const list = this.list;
      const [top, height] = [now.offsetTop - list.offsetTop, now.offsetHeight];
      if (top < list.scrollTop || top + height > list.scrollTop + list.clientHeight) {
        list.scrollTop = top - list.clientHeight / 3;
      }
    }
    this.#current = now;
  }
}

/** Hands a reading to the reader as a file. @param {import("../pkg/whosaid.js").ReadingData | null} reading */
function save(reading) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(reading, null, 2)], { type: "application/json" }));
  h("a", { href: address, download: "whosaid.json" }).click();
  URL.revokeObjectURL(address);
}
