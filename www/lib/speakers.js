/**
 * The speakers as toggles: each name in its look, with the number of statements.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./ledger.js").Filter} Filter
 */

import { button, chip, h } from "./dom.js";

/** How many are shown before the reader asks for more. */
const FIRST = 12;

export class Speakers {
  /** @type {{ button: HTMLButtonElement, id: number | null }[]} */
  #chips = [];
  /** Chips of names that the filter asks for in vain. @type {HTMLButtonElement[]} */
  #unknown = [];
  /** What the chips were made from. */
  #version = -1;

  /** @param {Controls} controls */
  constructor(controls) {
    this.controls = controls;
    this.element = h("div", {
      "class": "chips",
      "part": "speakers",
      "role": "group",
      "aria-label": controls.spoken.strings.speakers,
    });
  }

  /** @param {Filter} filter */
  update(filter) {
    const { ledger } = this.controls;
    if (this.#version !== ledger.version) this.#build();
    this.#version = ledger.version;
    const asked = ledger.asked(filter);
    for (const { button, id } of this.#chips) {
      const pressed = asked.has(id);
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) button.hidden = false;
    }
    const silent = (/** @type {string} */ name) => {
      const named = ledger.asked({ ...filter, speakers: [name] });
      return !this.#chips.some(({ id }) => named.has(id));
    };
    this.#offerToDrop(filter.speakers.filter(silent));
  }

  /** Names of who says nothing in this text, so that the reader sees why nothing is left. @param {string[]} names */
  #offerToDrop(names) {
    const { controls } = this;
    const { focused } = controls;
    if (names.join("\n") === this.#unknown.map(({ value }) => value).join("\n")) {
      // Other chips that are made anew drop these.
      for (const button of this.#unknown) if (!button.isConnected) this.element.prepend(button);
      return;
    }
    if (this.#unknown.some((button) => button === focused)) controls.status.focus({ preventScroll: true });
    for (const button of this.#unknown) button.remove();
    this.#unknown = names.map((name) => {
      const label = h("bdi", { "class": "label", "part": "label", "data-slot": "nobody" }, name === controls.ledger.askedAs(null) ? controls.nameOf(null) : name);
      const button = chip("speaker", "", label, controls.spoken.number(0), () => controls.toggle("speakers", name));
      button.value = name;
      button.setAttribute("aria-pressed", "true");
      return button;
    });
    this.element.prepend(...this.#unknown);
  }

  #build() {
    const { ledger, spoken } = this.controls;
    const { strings } = spoken;
    this.#chips = [];
    const words = ledger.speakers.reduce((sum, speaker) => sum + speaker.words, 0);
    for (const { id, statements, words: own } of ledger.byStatements()) {
      this.#add(id, statements, spoken.say(strings.share, { percent: spoken.percent(own / Math.max(words, 1)) }));
    }
    const nobodys = ledger.statements.filter((statement) => statement.speaker === null).length;
    if (nobodys > 0) this.#add(null, nobodys, "");

    const late = this.#chips.slice(FIRST);
    for (const { button } of late) button.hidden = true;
    const more = button(spoken.count(strings.moreSpeakers, late.length), () => {
      for (const { button } of late) button.hidden = false;
      more.hidden = true;
      late[0]?.button.focus();
    });
    more.hidden = late.length === 0;
    this.element.replaceChildren(...this.#chips.map(({ button }) => button), more);
  }

  /** @param {number | null} id @param {number} statements @param {string} share */
  #add(id, statements, share) {
    const { controls } = this;
    const count = controls.spoken.number(statements);
    const button = chip("speaker", share, controls.label(id), count, () => controls.toggleSpeaker(id));
    this.#chips.push({ button, id });
  }
}
