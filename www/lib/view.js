/**
 * The life of one reading in the page: loads the text, reads it, paints, then has the controls built.
 *
 * All state lives in the element's attributes. The controls set those; every change comes back
 * through {@link View.update}, which brings the page in step. This file and what it imports are all
 * that a page needs before statements show; the controls are loaded after that.
 *
 * @typedef {import("../who-said.js").WhoSaid} WhoSaid
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./ledger.js").Filter} Filter
 * @typedef {import("./text-map.js").TextMap} TextMap
 * @typedef {import("../pkg/whosaid.js").Statement} Statement
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

import { adoptMarkRules, adoptRules, Painter } from "./highlights.js";
import { Ledger } from "./ledger.js";
import { color, DRESSES, lined, slots } from "./palette.js";
import { getReady, read } from "./reader.js";
import { dropArticle, findSource } from "./source.js";
import { within } from "./spans.js";
import { sure } from "./sure.js";
import { mapText } from "./text-map.js";

/** From this width (em) on, the statement list and the labels stand beside the text. */
const WIDE = 53.75;

/** Up to so many parts of statements all are painted; beyond, those near the viewport. */
const PAINT_ALL = 400;

/** How long the page must be quiet before a changed text is read again (ms). */
const SETTLE = 120;

/** How long a reader waits before being told so (ms). */
const WAIT = 400;

/** How long to wait for a page to draw that may be hidden (ms). */
const DRAWN = 300;

/** Where things stand around the text; the rest of the looks comes with the controls. */
const LAYOUT = `
:host { display: block; }
:host([hidden]), [hidden] { display: none !important; }
.dark { color-scheme: dark; }
.hold { block-size: 15.7em; }
.wide .hold { block-size: 11.3em; }
@media (max-width: 32.5em) { .hold { block-size: 14.3em; } }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5em; position: relative; }
.gutter { display: none; position: relative; }
.text { min-inline-size: 0; }
.wide .body {
  grid-template-columns: var(--who-said-gutter, 8.5em) minmax(0, 1fr) var(--who-said-panel, 19em);
  gap: 1.6em;
}
.wide .gutter { display: block; }
.wide .turns { grid-template-columns: minmax(0, 1fr) var(--who-said-panel, 19em); }
.wide .turns .gutter { display: none; }
.only-list .text, .only-list .gutter { display: none; }
.only-list .body { grid-template-columns: minmax(0, 1fr); }
`;

/** The look of each speaker, for whatever is called by it. */
const LABELS = DRESSES.map(
  ({ slot, look }) => `[data-slot="${slot}"] {
    --tint: ${color(slot, "tint", look)};
    --line: ${color(slot, "line", look)};
    ${lined(look.underline, "var(--line)")}
  }`,
).join("\n");

/** @type {CSSStyleSheet | undefined} */
let layout;

/** @param {ShadowRoot} root */
function adoptLayout(root) {
  if (!layout) {
    layout = new CSSStyleSheet();
    layout.replaceSync(LAYOUT + LABELS);
  }
  root.adoptedStyleSheets = [layout];
}

/**
 * @typedef {object} Hooks
 * @property {(ledger: Ledger) => void} prepare Called before anything is shown.
 * @property {() => void} restart Called when the text has changed.
 */

/**
 * Reads the element's text and shows it. `signal` ends everything that is begun here.
 *
 * @param {WhoSaid} host
 * @param {ShadowRoot} root
 * @param {Hooks} hooks
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
export async function open(host, root, { prepare, restart }, signal) {
  getReady();
  const stage = setStage(host, root, signal);
  /** @type {import("./source.js").Source | undefined} */
  let source;
  /** @type {((view: View | null) => void) | null} */
  let watched = null;
  const waiting = setTimeout(() => void tell(host, root, stage, signal).catch(() => {}), WAIT);
  try {
    source = await findSource(host, signal);
    if (source.preview) {
      stage.text.replaceChildren(slot("text"));
      source.preview(false);
    }
    watched = source.preview ? null : watchText(host, restart, signal);
    const { data, spans, find } = await read(source.text, { format: host.format }, signal);
    signal.throwIfAborted();
    const ledger = new Ledger(source.text, data, spans);
    prepare(ledger);
    if (host.share !== null && location.hash) {
      const { takeAddress } = await import("./share.js");
      signal.throwIfAborted();
      takeAddress(host);
    }
    const view = new View(host, stage, ledger, find, source.place(data.blocks), signal);
    watched?.(view);
    const preparing = view.prepare();
    // Statements need not wait for topics, unless the topics choose them.
    if (preparing && host.filter.topics.length === 0) view.update();
    await preparing;
    signal.throwIfAborted();
    view.update();
    clearTimeout(waiting);
    await drawn();
    await view.furnish(root);
    return view;
  } catch (thrown) {
    clearTimeout(waiting);
    signal.throwIfAborted();
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    // The text of another source would stand under the name of this one.
    if (source) source.preview?.(true);
    else dropArticle(host);
    watched?.(null);
    const { apologise } = await import("./controls.js");
    await apologise(host, root, languageOf(host), error, signal);
    throw error;
  }
}

/**
 * Says that the text is still being read.
 *
 * @param {WhoSaid} host
 * @param {ShadowRoot} root
 * @param {Stage} stage
 * @param {AbortSignal} signal
 */
async function tell(host, root, { frame }, signal) {
  const { announce } = await import("./controls.js");
  const [place] = frame.children;
  if (!signal.aborted && place?.className === "hold") await announce(host, root, languageOf(host), place);
}

/** The language of the interface that is asked for. @param {WhoSaid} host */
const languageOf = (host) => host.closest("[lang]")?.getAttribute("lang") || navigator.language;

/** @typedef {{ frame: HTMLElement, body: HTMLElement, text: HTMLElement }} Stage */

/**
 * Sets the place for everything before anything is there, so that nothing moves when it comes.
 *
 * @param {WhoSaid} host
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 * @returns {Stage}
 */
function setStage(host, root, signal) {
  adoptLayout(root);
  const text = box("text", slot("text"), slot());
  const body = box("body", box("gutter"), text);
  const frame = box("frame", box("hold"), body);
  text.part.add("text");
  frame.part.add("frame");
  frame.ariaBusy = "true";
  spread(host, frame);
  darken(host, frame);
  root.replaceChildren(frame);
  signal.addEventListener("abort", () => root.replaceChildren(slot(), slot("text")));
  return { frame, body, text };
}

/** Sets names and list beside the text where there is room. @param {WhoSaid} host @param {HTMLElement} frame */
function spread(host, frame) {
  const em = Number.parseFloat(getComputedStyle(host).fontSize);
  frame.classList.toggle("wide", host.clientWidth >= WIDE * em);
}

/** Follows a dark page that does not say that it is one: its light letters do. @param {WhoSaid} host @param {HTMLElement} frame */
function darken(host, frame) {
  const { color, colorScheme } = getComputedStyle(host);
  frame.classList.toggle("dark", colorScheme === "normal" && lightness(color) > 0.5);
}

/** @param {string} color As styles are computed: `rgb(…)`, `color(srgb …)`, `oklch(…)`. @returns {number} Roughly, from 0 to 1. */
function lightness(color) {
  const [first = 0, green = 0, blue = 0] = (color.match(/(?<=[( ])[\d.]+/g) ?? []).map(Number);
  if (/^ok/.test(color)) return first;
  if (/^l/.test(color)) return first / 100;
  return (0.2 * first + 0.7 * green + 0.1 * blue) / (color.startsWith("rgb") ? 255 : 1);
}

/** @param {string} name Its class. @param {...Element} children */
function box(name, ...children) {
  const made = document.createElement("div");
  made.className = name;
  made.append(...children);
  return made;
}

/** @param {string} [name] */
function slot(name = "") {
  const made = document.createElement("slot");
  made.name = name;
  return made;
}

/** Waits until the page has drawn what it was given; one that nobody sees does not draw. */
function drawn() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, DRAWN);
  });
}

/**
 * Reads again when the page changes the text, and only finds it again when the page merely
 * replaces its nodes.
 *
 * @param {WhoSaid} host
 * @param {() => void} restart
 * @param {AbortSignal} signal
 * @returns {(view: View | null) => void} Told once there is a view, or that there will be none; what
 *   changes before is seen to then.
 */
function watchText(host, restart, signal) {
  /** Not there while the text is being read. @type {View | null | undefined} */
  let view;
  let isLate = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(check, SETTLE);
  };
  const check = () => {
    isLate = view === undefined;
    if (isLate) return;
    if (!view) return restart();
    view.unmark();
    const map = mapText(host);
    if (map.text === view.map.text) view.remap(map);
    else restart();
  };
  const observer = new MutationObserver(changed);
  observer.observe(host, { childList: true, characterData: true, subtree: true });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  return (made) => {
    view = made;
    if (isLate) changed();
    if (!view) return;
    view.unseen = (task) => {
      if (observer.takeRecords().length > 0) changed();
      task();
      observer.takeRecords();
    };
  };
}

export class View {
  /** Ids of the statements that the filter lets through. @type {number[]} */
  shown = [];
  /** @type {Controls | null} */
  controls = null;
  /** Changes the page's text without taking that for the page's doing. @type {(task: () => void) => void} */
  unseen = (task) => task();
  /** 1 for each statement that is shown. */
  #showing = new Uint8Array();
  #painter = new Painter();
  /** There once marks have been asked for. @type {import("./marks.js").Marker | null} */
  #marker = null;
  /** The text as it stands in the page without marks. @type {TextMap} */
  #plain;
  /** What the shown statements were computed from. */
  #asked = "";
  /** The stretch of text near the viewport when that was last measured. */
  #near = { from: 0, to: 0 };
  #frame = 0;
  #paper = false;

  /**
   * @param {WhoSaid} host
   * @param {Stage} stage
   * @param {Ledger} ledger
   * @param {import("./reader.js").Read["find"]} find
   * @param {TextMap} map
   * @param {AbortSignal} signal
   */
  constructor(host, { frame, body, text }, ledger, find, map, signal) {
    this.host = host;
    this.signal = signal;
    this.ledger = ledger;
    this.find = find;
    /** The text as it stands in the page, marks and all. */
    this.map = map;
    this.#plain = map;
    this.dresses = slots(ledger.speakers);

    this.frame = frame;
    this.body = body;
    this.text = text;
    // Where every turn has its label in the text, names beside it would only say that again.
    body.classList.toggle("turns", ledger.statements.every(({ kind, inside }) => kind === "turn" || inside !== null));
    this.#listen();
  }

  /**
   * Brings everything in step with the element's attributes.
   *
   * @returns {boolean} Whether a filter leaves statements out.
   */
  update() {
    darken(this.host, this.frame);
    const { filter, topics, others } = this.host;
    const asked = JSON.stringify([this.ledger.version, filter, filter.topics.length > 0 ? topics : null]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.shown = this.ledger.shown(filter, topics);
      this.#showing = new Uint8Array(this.ledger.statements.length);
      for (const id of this.shown) this.#showing[id] = 1;
    }
    const filtered = filter.speakers.length + filter.topics.length + filter.kinds.length > 0;
    this.frame.classList.toggle("only-list", filtered && others === "hide");
    this.paint();
    this.controls?.update(filter, topics, filtered);
    return filtered;
  }

  /**
   * Gets what the element's attributes need before {@link update}: the places of new topics' words,
   * the script for marks.
   *
   * @returns {Promise<unknown> | null} Null where all is there by now.
   */
  prepare() {
    const { ledger, host } = this;
    if (this.signal.aborted) return null;
    /** @type {Promise<void>[]} */
    const waiting = [];
    for (const { label, terms } of ledger.unknown(host.topics)) {
      const topic = { label, terms: [...terms] };
      const found = this.find(topic);
      // A worker that has been stopped finds nothing any more; all the rest goes on.
      if (found instanceof Promise) waiting.push(found.catch(() => []).then((ranges) => ledger.learn(topic, ranges)));
      else ledger.learn(topic, found);
    }
    if (host.marks && !this.#marker) waiting.push(this.#loadMarker());
    return waiting.length > 0 ? Promise.all(waiting) : null;
  }

  async #loadMarker() {
    try {
      const { Marker } = await import("./marks.js");
      if (this.signal.aborted || this.#marker) return;
      this.#marker = new Marker();
      this.signal.addEventListener("abort", adoptMarkRules(this.#tree));
    } catch {
      // Painted then, as where nobody asks for marks.
      this.host.marks = false;
    }
  }

  /** Has the controls built, in the language that is asked for. @param {ShadowRoot} root */
  async furnish(root) {
    const { furnish } = await import("./controls.js");
    await furnish(this, root, languageOf(this.host));
    this.frame.ariaBusy = null;
  }

  /** Finds the text again after the page has replaced its nodes. @param {TextMap} map */
  remap(map) {
    this.map = this.#plain = map;
    this.paint();
  }

  /** Leaves the page's nodes as they were before there were marks. */
  unmark() {
    this.unseen(() => this.#marker?.clear());
    this.map = this.#plain;
  }

  /** The statement whose card is open. @returns {Statement | null} */
  get current() {
    const { selected } = this.host;
    return selected === null ? null : (this.ledger.statements[selected] ?? null);
  }

  /** Whether the filter lets a statement through. @param {number} id */
  shows(id) {
    return this.#showing[id] === 1;
  }

  /** @param {number | null} speaker */
  slotOf(speaker) {
    return speaker === null ? "nobody" : sure(this.dresses[speaker]);
  }

  /** Paints the stretch of the text that is in want of it. */
  paint() {
    const { ledger, host, current } = this;
    const { from, to } = this.#stretch();
    /** Places by look. @type {Map<string, [number, number][]>} */
    const wanted = new Map();
    /** @param {string} name @param {number} start @param {number} end */
    const add = (name, start, end) => {
      const places = wanted.get(name);
      if (places) places.push([start, end]);
      else wanted.set(name, [[start, end]]);
    };
    const shows = (/** @type {number} */ id) => this.shows(id);
    const painted = ledger.spans.runs(shows, from, to);
    for (const { id, start, end } of painted) {
      const statement = ledger.statement(id);
      const manner = statement === current ? "current" : ledger.mannerOf(statement);
      add(`${this.slotOf(statement.speaker)}-${manner}`, start, end);
    }
    // In forced colours whatever is painted stands out, so what should stand back is not painted.
    const dims = host.others !== "show" && !matchMedia("(forced-colors: active)").matches;
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
    for (const topic of host.topics) {
      for (const [start, end] of within(ledger.hits(topic), from, to)) add("topic", start, end);
    }
    for (const [start, end] of current?.source ?? []) add("source", start, end);
    for (const [start, end] of current?.cue ?? []) add("cue", start, end);
    this.#draw(wanted);
    this.controls?.gutter.update(painted);
  }

  /** @param {Map<string, [number, number][]>} wanted */
  #draw(wanted) {
    const marker = this.host.marks ? this.#marker : null;
    if (!marker) {
      this.unmark();
      this.#painter.paint(this.map, wanted);
      return;
    }
    // What is dimmed is not marked: it is what the reader does not look for.
    const dim = wanted.get("dim");
    wanted.delete("dim");
    this.unseen(() => {
      this.map = marker.mark(this.#plain, wanted);
    });
    this.#painter.paint(this.map, new Map(dim ? [["dim", dim]] : []));
  }

  /** Whether a statement or one around it is shown. @param {number} id */
  #holds(id) {
    for (let at = /** @type {number | null} */ (id); at !== null; at = this.ledger.statement(at).inside) {
      if (this.shows(at)) return true;
    }
    return false;
  }

  /** Paper shows all of the text. @param {boolean} paper */
  #paintFor(paper) {
    this.#paper = paper;
    this.paint();
  }

  /** What is painted: all of a short text, of a long one what is near the viewport. */
  #stretch() {
    if (this.frame.classList.contains("only-list")) return { from: 0, to: 0 };
    if (this.#paper || this.host.marks || this.#isShort) return { from: 0, to: this.map.text.length };
    if (this.#near.to === 0) this.#measure();
    return this.#near;
  }

  get #isShort() {
    return this.ledger.spans.length <= PAINT_ALL;
  }

  /**
   * Looks where the viewport is. Only done when the page has moved, as it makes the browser lay the
   * page out at once.
   *
   * @returns {boolean} Whether it is elsewhere than before.
   */
  #measure() {
    if (this.#isShort) return false;
    const { from, to } = this.#near;
    this.#near = this.map.near(innerHeight);
    return from !== this.#near.from || to !== this.#near.to;
  }

  /** What the text stands in. */
  get #tree() {
    return /** @type {Document | ShadowRoot} */ (this.host.getRootNode());
  }

  #listen() {
    const { signal } = this;
    const dropRules = adoptRules(this.#tree);
    const resize = new ResizeObserver(() => {
      spread(this.host, this.frame);
      this.#repaintSoon();
    });
    resize.observe(this.host);
    addEventListener("beforeprint", () => this.#paintFor(true), { signal });
    addEventListener("afterprint", () => this.#paintFor(false), { signal });
    document.addEventListener("scroll", () => this.#repaintSoon(), { capture: true, passive: true, signal });
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.#frame);
      resize.disconnect();
      this.#painter.clear();
      this.unmark();
      dropRules();
    });
  }

  #repaintSoon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#measure()) this.paint();
      else this.controls?.gutter.place();
    });
  }
}
