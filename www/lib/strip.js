/**
 * A band for each speaker and topic with a mark wherever along the text they occur. A click goes to
 * the place nearest to it; the keyboard goes from place to place.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("../pkg/whosaid.js").Range} Range
 */

import { drawing, h, line } from "./dom.js";

/** The speakers with most statements that have a band. */
const SPEAKERS = 8;

/** Marks a band can have; narrower than one of these nothing is drawn. */
const STEPS = 400;

/** Least width of a mark. */
const LEAST = 2;

/**
 * @typedef {object} Place
 * @property {number} start
 * @property {number} end
 * @property {number | null} id The statement, for a speaker's band.
 */

/** @typedef {{ element: HTMLElement, shown: SVGElement, places: Place[] }} Band */

export class Strip {
  #key = "";
  /** @type {Band[]} */
  #bands = [];

  /** @param {Controls} controls */
  constructor(controls) {
    const { strings } = controls.spoken;
    this.controls = controls;
    this.bands = h("div", { class: "bands" });
    this.element = h(
      "section",
      { "class": "strip", "part": "strip", "aria-label": strings.along },
      h("p", { class: "heading" }, strings.along),
      this.bands,
    );
  }

  update() {
    const { ledger, host, view } = this.controls;
    const key = `${ledger.version} ${JSON.stringify(host.topics)}`;
    if (key !== this.#key) this.#build();
    this.#key = key;
    for (const { shown, places } of this.#bands) {
      shown.setAttribute("d", this.#path(places.filter(({ id }) => id === null || view.shows(id))));
    }
  }

  #build() {
    const { ledger, host, spoken } = this.controls;
    const speakers = ledger.byStatements().slice(0, SPEAKERS);
    /** @type {Map<number, Place[]>} */
    const said = new Map(speakers.map(({ id }) => [id, []]));
    for (const { id, speaker, content } of ledger.statements) {
      const places = said.get(speaker ?? -1);
      if (places) for (const [start, end] of content) places.push({ start, end, id });
    }
    this.#bands = speakers.map(({ id, name }) =>
      this.#band(name, this.controls.label(id), this.controls.view.slotOf(id), said.get(id) ?? []),
    );
    for (const topic of host.topics) {
      const places = ledger.hits(topic).map(([start, end]) => ({ start, end, id: null }));
      this.#bands.push(this.#band(topic.label, h("bdi", { class: "topic" }, topic.label), null, places));
    }
    this.bands.replaceChildren(...this.#bands.map(({ element }) => element));
    this.bands.lang = spoken.language;
  }

  /**
   * @param {string} name
   * @param {HTMLElement} label
   * @param {string | null} slot
   * @param {Place[]} places
   * @returns {Band}
   */
  #band(name, label, slot, places) {
    const { spoken } = this.controls;
    const all = line(this.#path(places));
    const shown = line("");
    const svg = drawing(`0 0 ${STEPS} 10`, all, shown);
    svg.setAttribute("preserveAspectRatio", "none");
    all.setAttribute("class", "all");
    const title = spoken.say(spoken.strings.alongOf, { name });
    const track = h("button", {
      "type": "button",
      "class": "track",
      "part": "track",
      "data-slot": slot,
      "aria-label": title,
      "title": title,
      "onclick": (/** @type {MouseEvent} */ event) => this.#go(event, places),
    });
    track.append(svg);
    const element = h("div", { class: "band" }, h("span", { class: "of", dir: "auto" }, label), track);
    return { element, places, shown };
  }

  /** Marks for some places, touching ones in one. @param {Place[]} places */
  #path(places) {
    const { length } = this.controls.ledger.text;
    /** @type {[number, number][]} */
    const marks = [];
    for (const { start, end } of places) {
      const from = Math.floor((start / length) * STEPS);
      const to = Math.max(from + LEAST, Math.ceil((end / length) * STEPS));
      const last = marks.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else marks.push([from, to]);
    }
    return marks.map(([from, to]) => `M${from} 0H${to}V10H${from}Z`).join("");
  }

  /** @param {MouseEvent} event @param {Place[]} places */
  #go(event, places) {
    const byKeyboard = event.detail === 0;
    const place = byKeyboard ? this.#after(places) : this.#nearest(event, places);
    if (!place) return;
    if (place.id === null) this.controls.goTo(place.start, place.end);
    else this.controls.select(place.id);
    this.#last = place.start;
  }

  /** Where the last click or key went to. */
  #last = -1;

  /** @param {Place[]} places */
  #after(places) {
    return places.find(({ start }) => start > this.#last) ?? places[0];
  }

  /** @param {MouseEvent} event @param {Place[]} places */
  #nearest({ clientX, currentTarget }, places) {
    const box = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    const share = (clientX - box.left) / box.width;
    const { length } = this.controls.ledger.text;
    const at = (this.controls.spoken.direction === "rtl" ? 1 - share : share) * length;
    /** @param {Place} place */
    const away = ({ start, end }) => Math.max(start - at, at - end, 0);
    let best = places[0];
    for (const place of places) if (best && away(place) < away(best)) best = place;
    return best;
  }
}
