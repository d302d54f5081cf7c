/**
 * Everything that stands around the text: the bar above it, the names and the list beside it, the
 * card over it. Loaded once the statements have been painted, as nobody needs it before.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./ledger.js").Filter} Filter
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./strings.js").Speech} Speech
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

import { Card, recall } from "./card.js";
import { button, h, iconButton } from "./dom.js";
import { bring, offsetAt } from "./geometry.js";
import { Gutter } from "./gutter.js";
import { Kinds } from "./kinds.js";
import { Overview } from "./overview.js";
import { followAddress, keepAddress } from "./share.js";
import { Speakers } from "./speakers.js";
import { Statements } from "./statements.js";
import { speech } from "./strings.js";
import { adoptStyles } from "./styles.js";
import { Topics } from "./topics.js";

/**
 * Builds the controls of a view; they are the view's `controls` from then on. Those that it had in another
 * language go.
 *
 * @param {View} view
 * @param {ShadowRoot} root
 * @param {string} language
 */
export async function furnish(view, root, language) {
  const spoken = await speech(language, view.host.strings);
  view.signal.throwIfAborted();
  if (view.controls) view.controls.remove();
  else {
    recallCorrections(view.ledger);
    adoptStyles(root);
    followAddress(view.host, view.signal);
  }
  view.controls = new Controls(view, spoken);
}

/**
 * Works in what the reader has corrected in this text before, unless the page has corrections of its
 * own.
 *
 * @param {Ledger} ledger
 */
function recallCorrections(ledger) {
  const kept = recall(ledger);
  if (kept.length === 0 || ledger.corrections.length > 0) return;
  try {
    ledger.correct(kept);
  } catch {
    // They are of another version, which found other statements.
  }
}

/**
 * Says in the place of controls that they will come.
 *
 * @param {import("../who-said.js").WhoSaid} host
 * @param {ShadowRoot} root
 * @param {string} language
 * @param {Element} place
 */
export async function announce(host, root, language, place) {
  const { strings, direction, language: lang } = await speech(language, host.strings);
  adoptStyles(root);
  const note = h("p", { class: "note", part: "note", role: "status", lang, dir: direction });
  place.replaceChildren(note);
  // Screen readers say what comes into a status, not what comes with it.
  requestAnimationFrame(() => (note.textContent = strings.reading));
}

/**
 * Says in the place of controls why there is nothing to control, and lets the reader try again.
 *
 * @param {import("../who-said.js").WhoSaid} host
 * @param {ShadowRoot} root
 * @param {string} language
 * @param {Error} error
 * @param {AbortSignal} signal
 */
export async function apologise(host, root, language, error, signal) {
  const spoken = await speech(language, host.strings);
  signal.throwIfAborted();
  adoptStyles(root);
  const reason = spoken.say(spoken.strings.failed, { reason: error.message });
  const retry = button(spoken.strings.retry, () => void host.read().catch(() => {}));
  const looks = { class: "note", part: "note", lang: spoken.language, dir: spoken.direction };
  root.replaceChildren(h("div", looks, h("p", { role: "status" }, reason), retry), h("slot"), h("slot", { name: "text" }));
}

export class Controls {
  /** Whether the present change of statement is the reader's own doing in the element. */
  byReader = false;
  #end = new AbortController();

  /** @param {View} view @param {Speech} spoken */
  constructor(view, spoken) {
    const { host, ledger, text, frame } = view;
    const { signal } = this.#end;
    view.signal.addEventListener("abort", () => this.#end.abort(), { signal });
    const { strings } = spoken;
    this.view = view;
    this.host = host;
    this.ledger = ledger;
    this.spoken = spoken;
    this.status = h("p", { "class": "status", "part": "status", "role": "status", "tabindex": "-1" });
    this.clear = button(strings.clear, () => host.clear());
    this.only = button(strings.only, () => {
      host.others = host.others === "hide" ? "dim" : "hide";
    });
    this.gutter = new Gutter(this);
    const speakers = new Speakers(this);
    const kinds = new Kinds(this);
    const topics = new Topics(this);
    const overview = new Overview(this);
    this.statements = new Statements(this);
    this.parts = [speakers, kinds, topics, overview, this.statements];
    this.card = new Card(this);

    const bar = h(
      "section",
      { "class": "bar", "part": "bar", "aria-label": strings.title, "lang": spoken.language, "dir": spoken.direction },
      h(
        "div",
        { class: "line first" },
        this.status,
        this.only,
        this.clear,
        h(
          "div",
          { "class": "steps", "role": "group", "aria-label": strings.statements },
          iconButton("previous", strings.previous, () => this.step(-1), "k"),
          iconButton("next", strings.next, () => this.step(1), "j"),
        ),
      ),
      speakers.element,
      h("div", { class: "ask" }, h("div", { class: "line" }, topics.element, kinds.element), topics.hint),
      overview.element,
    );
    // The text itself stays in its place, as moving it would have the page laid out anew.
    text.previousElementSibling?.replaceWith(this.gutter.element);
    text.after(this.statements.element);
    frame.firstElementChild?.replaceWith(bar);
    frame.append(this.card.element);
    text.addEventListener("click", (event) => this.#click(event), { signal });
    text.addEventListener("pointermove", (event) => this.#hover(event), { passive: true, signal });
    frame.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  /** Takes them out; names and bar are replaced by the next. */
  remove() {
    this.#end.abort();
    this.statements.element.remove();
    this.card.element.remove();
  }

  /** Where the text stands in the page. */
  get map() {
    return this.view.map;
  }

  /** Ids of the statements that are shown, in text order. */
  get shown() {
    return this.view.shown;
  }

  /** The statement whose card is open. */
  get current() {
    return this.view.current;
  }

  /**
   * Brings the controls in step with the element's attributes.
   *
   * @param {Filter} filter
   * @param {Topic[]} topics
   * @param {boolean} filtered Whether the filter leaves statements out.
   */
  update(filter, topics, filtered) {
    // The columns follow the interface, the text in them the page.
    this.view.body.classList.toggle("turned", this.spoken.direction !== getComputedStyle(this.host).direction);
    // A control that goes leaves the focus to what it has changed.
    const { focused } = this;
    if (!filtered && (focused === this.clear || focused === this.only)) this.status.focus({ preventScroll: true });
    this.clear.hidden = this.only.hidden = !filtered;
    this.only.setAttribute("aria-pressed", String(this.host.others === "hide"));
    // A status that is written anew is read out anew.
    const summary = this.#summary(filtered);
    if (this.status.textContent !== summary) this.status.textContent = summary;
    for (const part of this.parts) part.update(filter, topics);
    this.card.update();
    this.byReader = false;
    keepAddress(this.host);
  }

  /** @param {boolean} filtered */
  #summary(filtered) {
    const { spoken, ledger, shown } = this;
    const all = ledger.statements.length;
    if (all === 0) return spoken.strings.nothingFound;
    if (!filtered) return spoken.count(spoken.strings.shown, all);
    const values = { shown: spoken.number(shown.length), all: spoken.number(all) };
    return spoken.say(spoken.strings.shownOf, values);
  }

  /** @param {number | null} speaker */
  nameOf(speaker) {
    return speaker === null ? this.spoken.strings.nobody : this.ledger.speaker(speaker).name;
  }

  /** The name in the speaker's look, as a legend of what is painted. @param {number | null} speaker */
  label(speaker) {
    return h("bdi", { "class": "label", "part": "label", "data-slot": this.view.slotOf(speaker) }, this.nameOf(speaker));
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

  /**
   * Adds one speaker to the filter, or takes them out of it under whatever name they stand there.
   *
   * @param {number | null} id
   */
  toggleSpeaker(id) {
    const { host, ledger } = this;
    const filter = host.filter;
    const named = (/** @type {string} */ name) => ledger.asked({ ...filter, speakers: [name] });
    if (!ledger.asked(filter).has(id)) return this.toggle("speakers", ledger.askedAs(id));
    // A part of a name may ask for others as well, who stay.
    const speakers = filter.speakers.flatMap((name) =>
      named(name).has(id) ? [...named(name)].map((one) => ledger.askedAs(one)).filter((name) => !named(name).has(id)) : [name],
    );
    host.filter = { ...filter, speakers: [...new Set(speakers)] };
  }

  /** Opens the card of a statement. @param {number} id */
  select(id) {
    this.byReader = true;
    this.host.selected = id;
  }

  /** Brings a stretch of the text into view. @param {number} start @param {number} end */
  goTo(start, end) {
    const words = this.map.liveRange(start, end);
    if (words) bring(words);
  }

  /** The control of the element that has the focus. */
  get focused() {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  /** Goes to the next (1) or previous (-1) shown statement, for the reader. @param {1 | -1} by */
  step(by) {
    this.byReader = true;
    this.turn(by);
  }

  /** The same for the page, which leaves the focus where it is. @param {1 | -1} by */
  turn(by) {
    const { shown, host } = this;
    if (shown.length === 0) return;
    const { selected } = host;
    const place = selected === null ? (by > 0 ? -1 : shown.length) : shown.indexOf(selected);
    host.selected = shown.at((place + by) % shown.length) ?? 0;
  }

  /** The innermost shown statement under the pointer. @param {MouseEvent} event */
  #statementAt({ clientX, clientY }) {
    const offset = offsetAt(this.map, this.host.getRootNode(), clientX, clientY);
    if (offset < 0) return undefined;
    const here = this.ledger.spans.touching(offset, offset + 1).filter((id) => this.view.shows(id));
    return here.map((id) => this.ledger.statement(id)).sort((a, b) => extent(a) - extent(b))[0];
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType !== "mouse" || event.buttons) return;
    this.view.text.style.cursor = this.#statementAt(event) ? "pointer" : "";
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

/** @param {import("../pkg/whosaid.js").Statement} statement */
function extent({ content }) {
  const [first, last] = [content[0], content.at(-1)];
  return first && last ? last[1] - first[0] : 0;
}
