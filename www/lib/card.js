/**
 * The card of one statement: who, in which way, why, how surely.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 */

import { addressOfWords } from "./address.js";
import { cite } from "./citation.js";
import { button, fill, h, iconButton } from "./dom.js";
import { explain, words } from "./explain.js";
import { bring, EDGE, lay } from "./geometry.js";
import { settleAddress } from "./share.js";

/** From these confidences on a statement is called sure, and likely. */
const SURE = 0.9;
const LIKELY = 0.7;

/** Source and cue within this distance of the content are kept in view with it (UTF-16 units). */
const NEAR = 300;

/** As much of a statement as has to be seen beside its card, if not all of it can be (px). */
const LINE = 28;

/** So many of the statements that share its words are listed. */
const OTHERS = 12;

export class Card {
  /** @type {Statement | null} */
  #told = null;
  /** The control that had the focus before the card was opened. @type {Element | null} */
  #from = null;
  #hadFocus = false;

  /** @param {Controls} controls */
  constructor(controls) {
    const { spoken } = controls;
    const { strings } = spoken;
    this.controls = controls;
    this.heading = h("h2", { id: "who", class: "heading" });
    this.place = h("span", { class: "place" });
    this.content = h("div", { class: "content" });
    // The focus stays on "next": what that has brought is said here, all of it at once.
    this.news = h("p", { "class": "news", "aria-live": "polite", "aria-atomic": "true" });
    this.note = h("span", { class: "told", role: "status" });
    this.whom = h("select", { part: "assign", onchange: () => this.#assign() });
    this.corrected = h("p", { class: "corrected" });
    const close = iconButton("close", strings.close, () => this.element.hidePopover());
    this.element = h(
      "div",
      {
        "class": "card",
        "part": "card",
        "popover": "auto",
        "role": "dialog",
        "aria-labelledby": "who",
        "aria-describedby": "words",
        "tabindex": "-1",
        "lang": spoken.language,
        "dir": spoken.direction,
        "onbeforetoggle": () => {
          if (this.open) this.#hadFocus = this.element.matches(":focus-within");
          else this.#from = controls.focused;
        },
        "ontoggle": () => {
          if (this.open) return;
          this.news.textContent = "";
          if (this.#hadFocus && this.#from instanceof HTMLElement) this.#from.focus({ preventScroll: true });
          controls.host.selected = null;
        },
      },
      h(
        "div",
        { class: "line" },
        this.heading,
        h(
          "div",
          { class: "steps" },
          this.place,
          iconButton("previous", strings.previous, () => controls.step(-1), "k"),
          iconButton("next", strings.next, () => controls.step(1), "j"),
          close,
        ),
      ),
      this.content,
      this.news,
      h(
        "div",
        { class: "acts" },
        button(strings.copyCitation, () => void this.#copy(this.#citation())),
        button(strings.copyLink, () => void this.#copy(this.#link())),
        this.note,
        h("label", { class: "assign" }, strings.assign, " ", this.whom),
        this.corrected,
      ),
    );
  }

  get open() {
    return this.element.matches(":popover-open");
  }

  update() {
    const { current } = this.controls;
    if (!current) {
      this.#told = null;
      if (this.open) this.element.hidePopover();
      return;
    }
    if (current === this.#told) return;
    this.#told = current;
    this.#tell(current);
    if (this.open) this.#announce(current);
    else this.element.showPopover();
    this.#lay(current);
    if (this.controls.byReader && !this.element.contains(this.controls.focused)) this.element.focus({ preventScroll: true });
  }

  /** @param {Statement} statement */
  #tell(statement) {
    const { controls } = this;
    const { spoken, ledger, map } = controls;
    const { strings } = spoken;
    const kind = ledger.kindOf(statement);
    const reasons = explain(statement, map.text, strings.why).map(({ template, quoted }) =>
      fill(
        template,
        Object.fromEntries(Object.entries(quoted).map(([name, text]) => [name, h("q", {}, h("bdi", {}, text))])),
      ),
    );
    const { confidence } = statement;
    const sure = confidence >= SURE ? "high" : confidence >= LIKELY ? "middle" : "low";

    this.heading.replaceChildren(controls.label(statement.speaker));
    if (statement.addressee !== null) {
      const name = h("bdi", {}, controls.nameOf(statement.addressee));
      this.heading.append(" ", h("span", { class: "kind" }, fill(strings.to, { name })));
    }
    this.content.replaceChildren(
      h("blockquote", { id: "words", dir: "auto", part: "quotation" }, words(statement.content, map.text)),
      h("p", { class: "how" }, strings.how[kind]),
      h("p", { class: "why" }, ...reasons.flatMap((reason, place) => (place > 0 ? [" ", reason] : [reason]))),
      h(
        "p",
        { "class": "sure", "data-sure": sure },
        gauge(confidence),
        spoken.say(strings.confidence[sure], { percent: spoken.percent(confidence) }),
      ),
    );
    const others = overlapping(statement, ledger);
    if (others.length > 0) this.content.append(this.#list(others.slice(0, OTHERS)));

    const place = controls.shown.indexOf(statement.id);
    this.place.textContent =
      place < 0 ? "" : spoken.say(strings.place, { n: spoken.number(place + 1), all: spoken.number(controls.shown.length) });
    this.note.textContent = "";
    this.#offer(statement);
  }

  /** Says who, where and what to who has stepped on within the card. @param {Statement} statement */
  #announce({ content, speaker }) {
    const said = [this.controls.nameOf(speaker), this.place.textContent, words(content, this.controls.map.text)];
    this.news.textContent = said.filter(Boolean).join(". ");
  }

  /** Offers everybody in the text as the speaker. @param {Statement} statement */
  #offer({ id, speaker }) {
    const { ledger, spoken } = this.controls;
    const { strings } = spoken;
    const everybody = [...ledger.byStatements(), ...ledger.speakers.filter(({ statements }) => statements === 0)];
    const options = everybody.map(({ id, name }) => h("option", { value: id, dir: "auto" }, name));
    this.whom.replaceChildren(h("option", { value: "" }, strings.nobody), ...options);
    this.whom.value = speaker === null ? "" : String(speaker);
    this.corrected.hidden = !ledger.isCorrected(id);
    const name = h("bdi", {}, this.controls.nameOf(ledger.readAs(id)));
    this.corrected.replaceChildren(
      fill(strings.corrected, { name }),
      " ",
      button(strings.undo, () => {
        this.#correct(id, ledger.readAs(id));
        this.whom.focus();
      }),
    );
  }

  #assign() {
    const { value } = this.whom;
    if (this.#told) this.#correct(this.#told.id, value === "" ? null : Number(value));
  }

  /** @param {number} id @param {number | null} speaker */
  #correct(id, speaker) {
    const { host, ledger } = this.controls;
    host.correct(id, speaker);
    remember(ledger);
  }

  #citation() {
    const { ledger, spoken } = this.controls;
    const place = { title: document.title, address: location.href.replace(/#.*/, "") };
    return this.#told ? cite(this.#told, ledger, spoken, place) : "";
  }

  /** The page's address: with what is shown, where it carries that; or else with the words to go to. */
  #link() {
    const { host } = this.controls;
    settleAddress(host);
    if (host.share !== null || !this.#told) return location.href;
    return addressOfWords(location.href, words(this.#told.content.slice(0, 1), this.controls.map.text));
  }

  /** @param {string} text */
  async #copy(text) {
    const { strings } = this.controls.spoken;
    try {
      await navigator.clipboard.writeText(text);
      this.note.textContent = strings.copied;
    } catch {
      this.note.textContent = strings.notCopied;
    }
  }

  /** @param {Statement[]} statements */
  #list(statements) {
    const { controls } = this;
    return h(
      "div",
      { class: "also" },
      h("h3", { class: "heading" }, controls.spoken.strings.alsoHere),
      ...statements.map((statement) =>
        h(
          "button",
          { type: "button", class: "entry", part: "statement", onclick: () => controls.select(statement.id) },
          h("span", { class: "who" }, controls.label(statement.speaker)),
          h("span", { class: "words", dir: "auto" }, words(statement.content, controls.map.text)),
        ),
      ),
    );
  }

  /**
   * Brings the statement into view and lays the card below or above its words, where it stays when
   * the page is scrolled; on a narrow screen the style sheet lays it at the bottom, or at the top where
   * the page ends before the words have come out from under it.
   *
   * @param {Statement} statement
   */
  #lay(statement) {
    const { element, controls } = this;
    element.scrollTop = 0;
    element.style.maxBlockSize = "";
    const { offsetWidth: width, offsetHeight: height } = element;
    const words = placeOf(controls, statement, innerHeight - height - 3 * EDGE);
    const screen = { width: innerWidth, height: innerHeight, rtl: controls.spoken.direction === "rtl" };
    const isSheet = getComputedStyle(element).position === "fixed";
    const fits = (/** @type {import("./geometry.js").Box} */ box) =>
      box.top >= EDGE && box.bottom <= innerHeight - EDGE && lay(box, { width, height }, screen).height === height;
    const isThere = !isSheet && fits(words.getBoundingClientRect());
    const box = bring(words, isThere ? 0 : height + EDGE);
    element.classList.toggle("at-top", isSheet && Math.min(box.bottom, box.top + LINE) > innerHeight - height && box.top >= height);
    if (isSheet) return;
    const place = lay(box, { width, height }, screen);
    element.style.left = `${place.left + scrollX}px`;
    element.style.top = `${place.top + box.scrolled}px`;
    if (place.height < height) element.style.maxBlockSize = `${place.height}px`;
  }
}

/**
 * Other statements that share words with this one, in text order.
 *
 * @param {Statement} statement
 * @param {Ledger} ledger
 */
function overlapping({ id, content }, ledger) {
  const ids = new Set(content.flatMap(([start, end]) => ledger.spans.touching(start, end)));
  ids.delete(id);
  return [...ids].sort((a, b) => a - b).map((other) => ledger.statement(other));
}

/** @param {number} share */
function gauge(share) {
  const filled = h("span", {});
  filled.style.inlineSize = `${share * 100}%`;
  return h("span", { class: "gauge" }, filled);
}

/**
 * What a statement's card belongs to: its words, with those that name its source and cue where there is
 * room for all of them, or its entry in the list where the text is hidden.
 *
 * @param {Controls} controls
 * @param {Statement} statement
 * @param {number} room Height beside the card (px).
 * @returns {Range | Element}
 */
function placeOf({ map, statements, status }, { id, source, cue, content: [first] }, room) {
  if (first) {
    const near = [...source, ...cue].filter(([start]) => Math.abs(start - first[0]) < NEAR);
    const start = Math.min(first[0], ...near.map((range) => range[0]));
    const end = Math.max(first[1], ...near.map((range) => range[1]));
    const all = map.liveRange(start, end);
    const range = all && all.getBoundingClientRect().height > room ? map.liveRange(...first) : all;
    if (range && range.getClientRects().length > 0) return range;
  }
  return statements.entry(id) ?? status;
}

/**
 * The corrections that the reader of this browser has made in this text, if any. They are stored
 * only when the reader makes one, and dropped with the last.
 *
 * @param {Ledger} ledger
 * @returns {import("./ledger.js").Correction[]}
 */
export function recall({ text }) {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(text)) ?? "[]");
    return kept.map((/** @type {[number, number | null]} */ [statement, speaker]) => ({ statement, speaker }));
  } catch {
    return [];
  }
}

/** A page that may not store keeps them as long as it is open. @param {Ledger} ledger */
function remember({ text, corrections }) {
  try {
    const key = keyOf(text);
    if (corrections.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(corrections.map(({ statement, speaker }) => [statement, speaker])));
  } catch {}
}

/** Tells texts apart by length and check sum (FNV-1a). @param {string} text */
function keyOf(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return `whosaid-${text.length}-${(sum >>> 0).toString(36)}`;
}
