/**
 * The speakers as toggles: each name in its look, with the number of statements.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./ledger.js").Filter} Filter
 */

import { button, chip } from "./controls.js";
import { h } from "./dom.js";
import { NOBODY_NAME } from "./ledger.js";

/** How many are shown before the reader asks for more. */
const FIRST = 12;

export class Speakers {
  /** @type {{ button: HTMLButtonElement, name: string }[]} */
  #chips = [];
  /** What the chips were made from. */
  #version = -1;

  /** @param {View} view */
  constructor(view) {
    this.view = view;
    this.element = h("div", {
      "class": "chips",
      "part": "speakers",
      "role": "group",
      "aria-label": view.spoken.strings.speakers,
    });
  }

  /** @param {Filter} filter */
  update({ speakers }) {
    const { ledger } = this.view;
    if (this.#version !== ledger.version) this.#build();
    this.#version = ledger.version;
    /** @param {string} name */
    const known = (name) => ledger.speakersNamed(name).map((id) => ledger.speaker(id).name);
    const asked = new Set(speakers.flatMap((name) => (name === NOBODY_NAME ? [name] : known(name))));
    for (const { button, name } of this.#chips) {
      const pressed = asked.has(name);
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) button.hidden = false;
    }
  }

  #build() {
    const { ledger, spoken } = this.view;
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
    const { view } = this;
    const name = view.filterName(id);
    const count = view.spoken.number(statements);
    const button = chip("speaker", share, view.label(id), count, () => view.toggle("speakers", name));
    this.#chips.push({ button, name });
  }
}
