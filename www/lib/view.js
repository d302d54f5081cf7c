/**
 * The life of one reading in the page: loads the text, reads it, builds the controls, paints.
 *
 * All state lives in the element's attributes. The controls set those; every change comes back
 * through {@link View.update}, which brings the page in step.
 *
 * @typedef {import("../who-said.js").WhoSaid} WhoSaid
 * @typedef {import("./ledger.js").Filter} Filter
 * @typedef {import("./ledger.js").Manner} Manner
 * @typedef {import("./text-map.js").TextMap} TextMap
 * @typedef {import("./strings.js").Speech} Speech
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

import { Card } from "./card.js";
import { button, iconButton } from "./controls.js";
import { h } from "./dom.js";
import { Gutter } from "./gutter.js";
import { adoptRules, Painter } from "./highlights.js";
import { Kinds } from "./kinds.js";
import { Ledger, NOBODY_NAME } from "./ledger.js";
import { offsetAt, reveal, windowNear } from "./geometry.js";
import { Overview } from "./overview.js";
import { slots } from "./palette.js";
import { read } from "./reader.js";
import { followAddress, keepAddress } from "./share.js";
import { findSource } from "./source.js";
import { within } from "./spans.js";
import { Speakers } from "./speakers.js";
import { Statements } from "./statements.js";
import { speech } from "./strings.js";
import { adoptStyles } from "./styles.js";
import { sure } from "./sure.js";
import { mapText } from "./text-map.js";
import { Topics } from "./topics.js";

/** From this container width (px) on, the statement list and the labels stand beside the text. */
const WIDE = 860;

/** Up to so many parts of statements all are painted; beyond, those near the viewport. */
const PAINT_ALL = 400;

/** How long the page must be quiet before a changed text is read again (ms). */
const SETTLE = 120;

/**
 * Reads the element's text and shows it. `signal` ends everything that is begun here.
 *
 * @param {WhoSaid} host
 * @param {ShadowRoot} root
 * @param {() => void} restart Called when the text has changed.
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
export async function open(host, root, restart, signal) {
  adoptStyles(root);
  const language = host.closest("[lang]")?.getAttribute("lang") || navigator.language;
  const spoken = await speech(language, host.strings);
  const note = h("p", { "class": "note", "part": "note", "role": "status", "lang": spoken.language, "dir": spoken.direction });
  try {
    const source = await findSource(host, signal);
    const { data, spans, find, free } = await read(source.text, { format: host.format }, signal);
    signal.addEventListener("abort", free);
    signal.throwIfAborted();
    const ledger = new Ledger(source.text, data, spans);
    followAddress(host, signal);
    const view = new View(host, root, ledger, find, source.place(data.blocks), spoken, source.written, signal);
    await view.learn();
    signal.throwIfAborted();
    if (!source.written) watchText(host, view, restart, signal);
    return view;
  } catch (error) {
    if (!signal.aborted) {
      note.textContent = spoken.say(spoken.strings.failed, { reason: error instanceof Error ? error.message : "" });
      root.replaceChildren(note, h("slot"), h("slot", { name: "text" }));
    }
    throw error;
  }
}

/**
 * Reads again when the page changes the text, and only finds it again when the page merely
 * replaces its nodes.
 *
 * @param {WhoSaid} host
 * @param {View} view
 * @param {() => void} restart
 * @param {AbortSignal} signal
 */
function watchText(host, view, restart, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const map = mapText(host);
      if (map.text === view.map.text) view.remap(map);
      else restart();
    }, SETTLE);
  });
  observer.observe(host, { childList: true, characterData: true, subtree: true });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}

export class View {
  /** Ids of the statements that the filter lets through. @type {number[]} */
  shown = [];
  /** The same, for a quick look-up. @type {Set<number>} */
  #showing = new Set();
  #painter = new Painter();
  /** What the shown statements were computed from. */
  #asked = "";
  /** The stretch of text that is painted. */
  #window = { from: 0, to: 0 };
  #frame = 0;
  #paper = false;
  /** Whether the present change of statement is the reader's own doing in the element. */
  byReader = false;

  /**
   * @param {WhoSaid} host
   * @param {ShadowRoot} root
   * @param {Ledger} ledger
   * @param {import("./reader.js").Read["find"]} find
   * @param {TextMap} map
   * @param {Speech} spoken
   * @param {boolean} written
   * @param {AbortSignal} signal
   */
  constructor(host, root, ledger, find, map, spoken, written, signal) {
    this.host = host;
    this.ledger = ledger;
    this.find = find;
    this.map = map;
    this.spoken = spoken;
    this.slots = slots(ledger.speakers);

    const { strings } = spoken;
    this.status = h("p", { "class": "status", "part": "status", "role": "status" });
    this.clear = button(strings.clear, () => host.clear());
    this.gutter = new Gutter(this);
    const speakers = new Speakers(this);
    const kinds = new Kinds(this);
    const topics = new Topics(this);
    const overview = new Overview(this);
    const statements = new Statements(this);
    this.parts = [speakers, kinds, topics, overview, statements];
    this.card = new Card(this);

    this.text = h(
      "div",
      { "class": "text", "part": "text", "onclick": (/** @type {MouseEvent} */ event) => this.#click(event) },
      h("slot", { name: "text" }),
      written ? null : h("slot"),
    );
    const language = { lang: spoken.language, dir: spoken.direction };
    // The columns follow the interface, the text in them the page.
    this.text.dir = getComputedStyle(host).direction;
    this.body = h("div", { class: "body", dir: spoken.direction }, this.gutter.element, this.text, statements.element);
    this.frame = h(
      "div",
      { "class": "frame", "part": "frame", "onkeydown": (/** @type {KeyboardEvent} */ event) => this.#key(event) },
      h(
        "section",
        { "class": "bar", "part": "bar", "aria-label": strings.title, ...language },
        h(
          "div",
          { class: "line" },
          this.status,
          this.clear,
          h(
            "div",
            { "class": "steps", "role": "group", "aria-label": strings.statements },
            iconButton("previous", strings.previous, () => this.step(-1)),
            iconButton("next", strings.next, () => this.step(1)),
          ),
        ),
        speakers.element,
        h("div", { class: "line" }, topics.element, kinds.element),
        overview.element,
      ),
      this.body,
      this.card.element,
    );
    root.replaceChildren(this.frame);
    this.#listen(root, signal);
  }

  /**
   * Brings everything in step with the element's attributes.
   *
   * @returns {boolean} Whether a filter leaves statements out.
   */
  update() {
    const { filter, topics, others } = this.host;
    const asked = JSON.stringify([this.ledger.version, filter, filter.topics.length > 0 ? topics : null]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.shown = this.ledger.shown(filter, topics);
      this.#showing = new Set(this.shown);
    }
    const filtered = filter.speakers.length + filter.topics.length + filter.kinds.length > 0;
    this.frame.classList.toggle("only-list", filtered && others === "hide");
    this.clear.hidden = !filtered;
    this.status.textContent = this.#summary(filtered);
    for (const part of this.parts) part.update(filter, topics);
    this.card.update();
    this.byReader = false;
    this.paint();
    keepAddress(this.host);
    return filtered;
  }

  /**
   * Looks up the words of topics that are new.
   *
   * @returns {Promise<unknown> | null} Null where all are known by now.
   */
  learn() {
    const { ledger } = this;
    const waiting = ledger.unknown(this.host.topics).map(({ label, terms }) => {
      const topic = { label, terms: [...terms] };
      const found = this.find(topic);
      if (!(found instanceof Promise)) return ledger.learn(topic, found);
      return found.then((ranges) => ledger.learn(topic, ranges));
    });
    return waiting.some((one) => one) ? Promise.all(waiting) : null;
  }

  /** Finds the text again after the page has replaced its nodes. @param {TextMap} map */
  remap(map) {
    this.map = map;
    this.paint();
  }

  /** The statement whose card is open. @returns {Statement | null} */
  get current() {
    const { selected } = this.host;
    return selected === null ? null : (this.ledger.statements[selected] ?? null);
  }

  /** @param {number | null} speaker */
  slotOf(speaker) {
    return speaker === null ? "nobody" : sure(this.slots[speaker]);
  }

  /** @param {number | null} speaker */
  nameOf(speaker) {
    return speaker === null ? this.spoken.strings.nobody : this.ledger.speaker(speaker).name;
  }

  /** The name in the speaker's look, as a legend of what is painted. @param {number | null} speaker */
  label(speaker) {
    return h("bdi", { "class": "label", "part": "label", "data-slot": this.slotOf(speaker) }, this.nameOf(speaker));
  }

  /**
   * Adds or takes away one entry of the filter.
   *
   * @template {keyof Filter} K
   * @param {K} list
   * @param {Filter[K][number]} entry
   */
  toggle(list, entry) {
    const filter = this.host.filter;
    /** @type {string[]} */
    const now = filter[list];
    this.host.filter = {
      ...filter,
      [list]: now.includes(entry) ? now.filter((other) => other !== entry) : [...now, entry],
    };
  }

  /** Name under which a filter asks for a speaker. @param {number | null} speaker */
  filterName(speaker) {
    return speaker === null ? NOBODY_NAME : this.ledger.speaker(speaker).name;
  }

  /** Opens the card of a statement. @param {number} id */
  select(id) {
    this.byReader = true;
    this.host.selected = id;
  }

  /** Brings a stretch of the text into view. @param {number} start @param {number} end */
  goTo(start, end) {
    const box = this.map.liveRange(start, end)?.getBoundingClientRect();
    if (box) reveal(box);
  }

  /** The control of the element that has the focus. */
  get focused() {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  /** Goes to the next (1) or previous (-1) shown statement. @param {1 | -1} by */
  step(by) {
    if (this.shown.length === 0) return;
    const { selected } = this.host;
    const place = selected === null ? (by > 0 ? -1 : this.shown.length) : this.shown.indexOf(selected);
    const next = (place + by + this.shown.length) % this.shown.length;
    this.select(sure(this.shown[next]));
  }

  /** Paints the stretch of the text that is near the viewport. */
  paint() {
    const { ledger, map, current } = this;
    const { from, to } = this.#nearby();
    this.#window = { from, to };
    /** @type {Map<string, AbstractRange[]>} */
    const wanted = new Map();
    /** @param {string} name @param {number} start @param {number} end */
    const add = (name, start, end) => {
      const range = map.range(start, end);
      if (!range) return;
      const ranges = wanted.get(name);
      if (ranges) ranges.push(range);
      else wanted.set(name, [range]);
    };
    const dims = this.host.others !== "show";
    const shows = (/** @type {number} */ id) => this.#showing.has(id);
    const painted = ledger.spans.runs(shows, from, to);
    for (const { id, start, end } of painted) {
      const statement = ledger.statement(id);
      const manner = statement === current ? "current" : ledger.mannerOf(statement);
      add(`${this.slotOf(statement.speaker)}-${manner}`, start, end);
    }
    if (dims && this.shown.length < ledger.statements.length) {
      for (const { id, start, end } of ledger.spans.runs(() => true, from, to)) {
        if (!this.#holds(id)) add("dim", start, end);
      }
    }
    for (const id of ledger.spans.touching(from, to)) {
      const { kind, speaker, source } = ledger.statement(id);
      if (kind !== "turn" || !shows(id)) continue;
      for (const [start, end] of source) add(`${this.slotOf(speaker)}-said`, start, end);
    }
    for (const topic of this.host.topics) {
      for (const [start, end] of within(ledger.hits(topic), from, to)) add("topic", start, end);
    }
    for (const [start, end] of current?.source ?? []) add("source", start, end);
    for (const [start, end] of current?.cue ?? []) add("cue", start, end);
    this.#painter.paint(wanted);
    this.gutter.update(painted);
  }

  /** Whether a statement or one around it is shown. @param {number} id */
  #holds(id) {
    for (let at = /** @type {number | null} */ (id); at !== null; at = this.ledger.statement(at).inside) {
      if (this.#showing.has(at)) return true;
    }
    return false;
  }

  /** Paper shows all of the text. @param {boolean} paper */
  #paintFor(paper) {
    this.#paper = paper;
    this.paint();
  }

  #nearby() {
    if (this.#paper || this.ledger.spans.length <= PAINT_ALL) return { from: 0, to: this.map.text.length };
    return windowNear(this.map, innerHeight);
  }

  /** @param {boolean} filtered */
  #summary(filtered) {
    const { spoken, ledger } = this;
    const all = ledger.statements.length;
    if (all === 0) return spoken.strings.nothingFound;
    if (!filtered) return spoken.count(spoken.strings.shown, all);
    const values = { shown: spoken.number(this.shown.length), all: spoken.number(all) };
    return spoken.say(spoken.strings.shownOf, values);
  }

  /** @param {ShadowRoot} root @param {AbortSignal} signal */
  #listen(root, signal) {
    const tree = /** @type {Document | ShadowRoot} */ (this.host.getRootNode());
    const dropRules = adoptRules(tree);
    const resize = new ResizeObserver(() => {
      this.frame.classList.toggle("wide", this.host.clientWidth >= WIDE);
      this.#repaintSoon();
    });
    resize.observe(this.host);
    addEventListener("beforeprint", () => this.#paintFor(true), { signal });
    addEventListener("afterprint", () => this.#paintFor(false), { signal });
    document.addEventListener("scroll", () => this.#repaintSoon(), { capture: true, passive: true, signal });
    this.text.addEventListener("pointermove", (event) => this.#hover(event), { passive: true, signal });
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.#frame);
      resize.disconnect();
      this.#painter.clear();
      dropRules();
      root.replaceChildren(h("slot"), h("slot", { name: "text" }));
    });
  }

  #repaintSoon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { from, to } = this.#nearby();
      if (from !== this.#window.from || to !== this.#window.to) this.paint();
      else this.gutter.place();
    });
  }

  /** The innermost shown statement under the pointer. @param {MouseEvent} event */
  #statementAt({ clientX, clientY }) {
    const offset = offsetAt(this.map, this.host.getRootNode(), clientX, clientY);
    return offset < 0 ? undefined : this.ledger.at(offset).find(({ id }) => this.#showing.has(id));
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType !== "mouse" || event.buttons) return;
    this.text.style.cursor = this.#statementAt(event) ? "pointer" : "";
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || target.closest("a, button, input, select, summary, textarea, label")) return;
    if (getSelection()?.isCollapsed === false) return;
    const statement = this.#statementAt(event);
    if (statement) this.select(statement.id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest("input, textarea, select, [contenteditable]")) return;
    const by = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    this.step(by);
  }
}
