/**
 * Who speaks about what: speakers by topics, in each cell the number of statements. A cell filters.
 *
 * @typedef {import("./controls.js").Controls} Controls
 */

import { h } from "./dom.js";

/** So many rows at most, for those with most statements. */
const SPEAKERS = 12;

/** Share of the text colour behind the fullest cell (percent). */
const DEEPEST = 34;

export class Matrix {
  #key = "";
  /** @type {{ button: HTMLButtonElement, speaker: number, topic: string }[]} */
  #cells = [];

  /** @param {Controls} controls */
  constructor(controls) {
    const { strings } = controls.spoken;
    this.controls = controls;
    this.table = h("table", {});
    this.hint = h("p", { class: "empty" }, strings.matrixHint);
    this.element = h(
      "section",
      { "class": "matrix", "part": "matrix", "aria-label": strings.matrix },
      h("p", { class: "heading" }, strings.matrix),
      this.hint,
      h("div", { class: "scroll" }, this.table),
    );
  }

  update() {
    const { ledger, host } = this.controls;
    const { topics } = host;
    const key = `${ledger.version} ${JSON.stringify(topics)}`;
    if (key !== this.#key) this.#build();
    this.#key = key;
    for (const { button, speaker, topic } of this.#cells) {
      button.setAttribute("aria-pressed", String(this.#isChosen(speaker, topic)));
    }
  }

  #build() {
    const { ledger, host, spoken } = this.controls;
    const { topics } = host;
    this.#cells = [];
    this.table.replaceChildren();
    const rows = ledger
      .byStatements()
      .map(({ id }) => ({ id, counts: topics.map((topic) => this.#count(id, ledger.about(topic))) }))
      .filter(({ counts }) => counts.some((count) => count > 0))
      .slice(0, SPEAKERS);
    this.hint.hidden = rows.length > 0;
    if (rows.length === 0) return;
    const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
    this.table.append(
      h(
        "thead",
        {},
        h("tr", {}, h("td"), ...topics.map(({ label }) => h("th", { scope: "col" }, h("bdi", {}, label)))),
      ),
      h(
        "tbody",
        {},
        ...rows.map(({ id, counts }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, this.controls.label(id)),
            ...counts.map((count, place) =>
              h("td", {}, count === 0 ? h("span", { class: "none" }, spoken.number(0)) : this.#cell(id, place, count, most)),
            ),
          ),
        ),
      ),
    );
  }

  /** Whether the filter asks for this speaker and this topic alone. @param {number} speaker @param {string} topic */
  #isChosen(speaker, topic) {
    const { filter } = this.controls.host;
    const asked = this.controls.ledger.asked(filter);
    return asked.size === 1 && asked.has(speaker) && filter.topics.length === 1 && filter.topics[0] === topic;
  }

  /** @param {number} speaker @param {ReadonlySet<number>} about */
  #count(speaker, about) {
    let count = 0;
    for (const id of about) if (this.controls.ledger.statement(id).speaker === speaker) count += 1;
    return count;
  }

  /** @param {number} id @param {number} place @param {number} count @param {number} most */
  #cell(id, place, count, most) {
    const { host, spoken, ledger } = this.controls;
    const speaker = ledger.speaker(id).name;
    const topic = host.topics[place]?.label ?? "";
    const title = spoken.count(spoken.strings.cell, count, { name: speaker, topic });
    const button = h(
      "button",
      {
        "type": "button",
        "class": "cell",
        "part": "cell",
        "aria-label": title,
        "title": title,
        "aria-pressed": "false",
        "onclick": () => {
          const on = this.#isChosen(id, topic);
          host.filter = { ...host.filter, speakers: on ? [] : [speaker], topics: on ? [] : [topic] };
        },
      },
      spoken.number(count),
    );
    button.style.setProperty("--depth", `${Math.ceil((count / most) * DEEPEST)}%`);
    this.#cells.push({ button, speaker: id, topic });
    return button;
  }
}
