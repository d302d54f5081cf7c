/**
 * `<who-said>`: shows in a text who said what.
 *
 * This file only registers the element and keeps its attributes; the reader (wasm) and the controls
 * are loaded when the element comes near the viewport or is used.
 *
 *     <script type="module" src="who-said.js"></script>
 *     <who-said><article> … </article></who-said>
 *     <who-said src="speech.txt"></who-said>
 *
 * @typedef {import("./pkg/whosaid.js").ReadingData} ReadingData
 * @typedef {import("./pkg/whosaid.js").Statement} Statement
 * @typedef {import("./pkg/whosaid.js").Speaker} Speaker
 * @typedef {import("./pkg/whosaid.js").Topic} Topic
 * @typedef {import("./lib/ledger.js").Filter} Filter
 * @typedef {import("./lib/ledger.js").Kind} Kind
 * @typedef {import("./lib/ledger.js").Ledger} Ledger
 * @typedef {import("./lib/ledger.js").Correction} Correction
 * @typedef {import("./lib/strings.js").DeepPartial<import("./lib/strings.js").Strings>} OwnStrings
 * @typedef {import("./lib/view.js").View} View
 */

import { parseList, parseTopics, writeList, writeTopics } from "./lib/lists.js";

/** How far from the viewport an element begins to read. */
const NEAR = "300px";

const FORMATS = /** @type {const} */ (["auto", "prose", "transcript"]);
const OTHERS = /** @type {const} */ (["dim", "hide", "show"]);
const LOADING = /** @type {const} */ (["lazy", "eager"]);
const KINDS = /** @type {const} */ (["direct", "indirect", "mixed", "turn", "thought"]);

/** Attributes that ask for another reading; the others only for another look at it. */
const SOURCES = new Set(["src", "format"]);

/** @typedef {CustomEvent<{ reading: ReadingData }>} ReadingReadyEvent */
/** @typedef {CustomEvent<{ error: Error }>} ReadingErrorEvent */
/** @typedef {CustomEvent<{ filter: Filter, statements: number[], total: number }>} FilterChangeEvent */
/** @typedef {CustomEvent<{ statement: Statement | null, speaker: Speaker | null }>} StatementSelectEvent */
/** @typedef {CustomEvent<{ corrections: Correction[] }>} CorrectionChangeEvent */

/**
 * Shows in a text who said what, with filters by speaker, topic and kind.
 *
 * The text stays in the light DOM: an `<article>` inside the element is left as it is; a text that
 * comes by `src` or `text` is written into an article of its own.
 *
 * @tag who-said
 *
 * @attr {string} src - Address of a plain text or an HTML page to read (http or https, by the rules
 *   of `fetch`). Of a page only the words are taken.
 * @attr {"auto" | "prose" | "transcript"} [format=auto] - How the text is written down.
 * @attr {string} lang - Language of the interface, here or on an ancestor: en, fa, ar, fr, es, ru or zh.
 * @attr {string} topics - Topics to highlight, as `label = term, term; label; …`; `\` before one of
 *   these signs takes its meaning.
 * @attr {string} speaker - Names whose statements are shown, separated by `;`. `-` is nobody.
 * @attr {string} about - Labels of the topics that shown statements touch, separated by `;`.
 * @attr {string} kind - Kinds that are shown, separated by `;`: direct, indirect, mixed, turn, thought.
 * @attr {"dim" | "hide" | "show"} [others=dim] - What becomes of statements that the filter leaves out.
 * @attr {number} selected - Id of the statement whose card is open.
 * @attr {string} share - Keeps what is shown in the page's address, as `#whosaid=…`; a value makes the
 *   key `whosaid-value`, for pages with several elements.
 * @attr {boolean} overview - Whether the overview (strip and matrix) is open.
 * @attr {boolean} marks - Sets statements and topics in `<mark>` elements in place of painting them;
 *   they are taken out again with the attribute or the element.
 * @attr {"lazy" | "eager"} [loading=lazy] - Whether to wait until the element comes near the viewport.
 *
 * @cssprop [--who-said-size=0.875rem] - Size of the controls' letters.
 * @cssprop [--who-said-paper=Canvas] - Background of the card.
 * @cssprop [--who-said-ink=CanvasText] - Text of the card.
 * @cssprop [--who-said-bar=transparent] - Background of the bar.
 * @cssprop --who-said-focus - Ring around what has the focus.
 * @cssprop --who-said-topic - Background of a topic's words.
 * @cssprop --who-said-topic-ink - Text of a topic's words.
 * @cssprop [--who-said-gutter=8.5em] - Width of the names beside a wide text.
 * @cssprop [--who-said-panel=19em] - Width of the list beside a wide text.
 * @cssprop --who-said-1-tint - Behind the words of who speaks most; to `--who-said-12-tint`, then
 *   `--who-said-other-tint` and `--who-said-nobody-tint`.
 * @cssprop --who-said-1-line - Under those words; to `--who-said-12-line`, `-other-line`, `-nobody-line`.
 *
 * @csspart frame - Everything.
 * @csspart bar - The controls above the text.
 * @csspart status - How many statements are shown.
 * @csspart speakers - The speakers' toggles.
 * @csspart topics - The box for topics and their toggles.
 * @csspart topic-box - The box for topics.
 * @csspart kinds - The kinds' toggles.
 * @csspart chip - A toggle; also `speaker`, `topic` or `kind`.
 * @csspart speaker - A speaker's toggle.
 * @csspart topic - A topic's toggle.
 * @csspart kind - A kind's toggle.
 * @csspart count - The number in a toggle.
 * @csspart label - A speaker's name in the speaker's look.
 * @csspart button - A button that is no toggle.
 * @csspart overview - What opens to the strip and the matrix.
 * @csspart strip - Who speaks where along the text.
 * @csspart track - One band of the strip.
 * @csspart matrix - Who speaks about what.
 * @csspart cell - A cell of the matrix.
 * @csspart text - Around the text.
 * @csspart gutter - The names beside the text.
 * @csspart statements - The list of statements with its heading.
 * @csspart heading - The heading of the list.
 * @csspart list - The list of statements.
 * @csspart statement - A statement in a list.
 * @csspart card - The card of a statement.
 * @csspart quotation - The statement's words in the card.
 * @csspart assign - The card's choice of another speaker.
 * @csspart note - What is said where a text cannot be read.
 *
 * @slot - The text to read, or what stands in for it until `src` has been read.
 *
 * @fires {ReadingReadyEvent} reading-ready - A text has been read.
 * @fires {ReadingErrorEvent} reading-error - A text could not be loaded or read.
 * @fires {FilterChangeEvent} filter-change - Other statements are shown than before.
 * @fires {StatementSelectEvent} statement-select - A statement was selected, or none is any more.
 *
 * @fires {CorrectionChangeEvent} correction-change - A statement was given to another speaker by hand.
 *
 * @cssstate reading - While a text is loaded and read.
 * @cssstate ready - When the text has been read.
 * @cssstate failed - When it could not be read.
 * @cssstate filtered - While a filter leaves statements out.
 */
export class WhoSaid extends HTMLElement {
  static observedAttributes = [
    "src", "format", "lang", "topics", "speaker", "about", "kind", "others", "selected",
    "overview", "share", "marks", "loading",
  ];

  /** @type {string | null} */
  #text = null;
  /** @type {View | null} */
  #view = null;
  /** Ends everything that belongs to the present reading. @type {AbortController | null} */
  #run = null;
  /** @type {Promise<ReadingData> | null} */
  #reading = null;
  /** Corrections and the text they are for; null for the next text. @type {{ text: string | null, corrections: readonly Correction[] }} */
  #kept = { text: null, corrections: [] };
  /** @type {OwnStrings} */
  #strings = {};
  /** @type {IntersectionObserver | null} */
  #watch = null;
  /** What it stands in. @type {Node | null} */
  #tree = null;
  /** Attributes that changed since the last update. @type {Set<string>} */
  #changed = new Set();
  /** Whether an update is under way; it takes in what changes meanwhile. */
  #updating = false;
  #root = this.attachShadow({ mode: "open" });
  #internals = this.attachInternals();

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    this.#tree = this.getRootNode();
    for (const name of /** @type {const} */ (["text", "topics", "filter", "src", "format", "others", "loading", "selected", "share", "overview", "marks", "strings", "corrections"])) {
      this.#upgrade(name);
    }
    if (this.loading === "eager" || this.#isAddressed()) void this.#readQuietly();
    else this.#readWhenNear();
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** Moved by `moveBefore` it goes on as it is, unless the rules for what is painted stand elsewhere. */
  connectedMoveCallback() {
    if (this.getRootNode() !== this.#tree) this.#restart();
    this.#tree = this.getRootNode();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    // What could not be read is tried again when it is asked for again.
    if (before === now && !(SOURCES.has(name) && this.#internals.states.has("failed"))) return;
    this.#changed.add(name);
    queueMicrotask(() => void this.#update());
  }

  /** Address of the text to read. Empty where the element holds its text itself. @type {string} */
  get src() {
    const src = this.getAttribute("src");
    return src === null ? "" : URL.canParse(src, this.baseURI) ? new URL(src, this.baseURI).href : src;
  }
  set src(src) {
    this.setAttribute("src", src);
  }

  /** How the text is written down. @type {"auto" | "prose" | "transcript"} */
  get format() {
    return oneOf(FORMATS, this.getAttribute("format"));
  }
  set format(format) {
    this.setAttribute("format", format);
  }

  /** What becomes of statements that the filter leaves out. @type {"dim" | "hide" | "show"} */
  get others() {
    return oneOf(OTHERS, this.getAttribute("others"));
  }
  set others(others) {
    this.setAttribute("others", others);
  }

  /** Whether to wait until the element comes near the viewport. @type {"lazy" | "eager"} */
  get loading() {
    return oneOf(LOADING, this.getAttribute("loading"));
  }
  set loading(loading) {
    this.setAttribute("loading", loading);
  }

  /**
   * The text to read in place of `src` and of the element's own children; null for those.
   * Reads back what was set.
   * @type {string | null}
   */
  get text() {
    return this.#text;
  }
  set text(text) {
    this.#text = text === null || text === undefined ? null : String(text);
    this.#restart();
  }

  /**
   * Topics to highlight. A plain string stands for a topic with that one term.
   * @type {Topic[]}
   */
  get topics() {
    return parseTopics(this.getAttribute("topics") ?? "");
  }
  /** @param {(Topic | string)[] | null} topics */
  set topics(topics) {
    this.#reflect("topics", writeTopics(topics ?? []));
  }

  /**
   * Which statements are shown; what is left out when setting asks for everything.
   * @type {Filter}
   */
  get filter() {
    const kinds = parseList(this.getAttribute("kind") ?? "");
    return {
      speakers: parseList(this.getAttribute("speaker") ?? ""),
      topics: parseList(this.getAttribute("about") ?? ""),
      kinds: KINDS.filter((kind) => kinds.includes(kind)),
    };
  }
  /** @param {Partial<Filter> | null} filter */
  set filter(filter) {
    const { speakers = [], topics = [], kinds = [] } = filter ?? {};
    this.#reflect("speaker", writeList(speakers));
    this.#reflect("about", writeList(topics));
    this.#reflect("kind", writeList(kinds));
  }

  /** Id of the statement whose card is open. @type {number | null} */
  get selected() {
    const id = Number.parseInt(this.getAttribute("selected") ?? "", 10);
    return Number.isNaN(id) ? null : id;
  }
  set selected(id) {
    this.#reflect("selected", String(id ?? ""));
  }

  /** Under which key the address keeps what is shown; null where it does not. @type {string | null} */
  get share() {
    return this.getAttribute("share");
  }
  set share(share) {
    if (typeof share === "string") this.setAttribute("share", share);
    else this.removeAttribute("share");
  }

  /** Whether the overview is open. @type {boolean} */
  get overview() {
    return this.hasAttribute("overview");
  }
  set overview(open) {
    this.toggleAttribute("overview", open);
  }

  /** Whether statements and topics stand in `<mark>` elements. @type {boolean} */
  get marks() {
    return this.hasAttribute("marks");
  }
  set marks(on) {
    this.toggleAttribute("marks", on);
  }

  /**
   * Words of the page's own in place of the interface's; see `lib/strings/en.js` for their names.
   * @type {OwnStrings}
   */
  get strings() {
    return this.#strings;
  }
  set strings(strings) {
    this.#strings = strings ?? {};
    this.#changed.add("lang");
    void this.#update();
  }

  /**
   * Statements that the reader has given to another speaker. They are kept as long as the text
   * stays the same, those made in the card also in the reader's browser, and go nowhere else but
   * into `reading`.
   * @type {Correction[]}
   */
  get corrections() {
    return this.#view?.ledger.corrections ?? [...this.#kept.corrections];
  }
  /** @param {Correction[] | null} corrections */
  set corrections(corrections) {
    const view = this.#view;
    const own = corrections ?? [];
    view?.ledger.correct(own);
    this.#kept = { text: view?.ledger.text ?? null, corrections: [...own] };
    if (!view) return;
    this.#changed.add("corrections");
    void this.#update();
  }

  /**
   * Gives a statement to another speaker, or to nobody (null).
   *
   * @param {number} statement
   * @param {number | null} speaker
   * @throws {RangeError} If the reading has no such statement or speaker.
   */
  correct(statement, speaker) {
    this.corrections = [...this.corrections.filter((one) => one.statement !== statement), { statement, speaker }];
  }

  /** Ids of the statements that the filter shows, in text order; empty before `reading-ready`. @type {number[]} */
  get shown() {
    return this.#view?.shown ?? [];
  }

  /**
   * What was read, with the reader's corrections worked in, as plain data; null before
   * `reading-ready`.
   * @type {ReadingData | null}
   */
  get reading() {
    return this.#view?.ledger.data ?? null;
  }

  /**
   * Reads at once, also far from the viewport, and tries again what could not be read. When the text
   * changes meanwhile, it is the new one that is waited for.
   *
   * @returns {Promise<ReadingData>} Rejects where the text cannot be loaded or read, or the element is
   *   removed before it has been.
   */
  read() {
    void this.#update();
    return (this.#reading ??= this.#start());
  }

  /**
   * Loads and reads the text anew, as when what stands at `src` has changed.
   *
   * @returns {Promise<ReadingData>} As of {@link read}.
   */
  reload() {
    this.#stop();
    return this.read();
  }

  /** Selects the next shown statement. */
  next() {
    this.#view?.controls?.turn(1);
  }

  /** Selects the previous shown statement. */
  previous() {
    this.#view?.controls?.turn(-1);
  }

  /** Shows everything again. */
  clear() {
    this.filter = {};
  }

  /** A property set before the element was defined hides its accessor: give it back. @param {"text" | "topics" | "filter" | "src" | "format" | "others" | "loading" | "selected" | "share" | "overview" | "marks" | "strings" | "corrections"} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  /** @param {string} name @param {string} value Empty to leave the attribute out. */
  #reflect(name, value) {
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
  }

  #readWhenNear() {
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.#readQuietly();
      },
      { rootMargin: NEAR },
    );
    watch.observe(this);
    this.#watch = watch;
  }

  /** A failure shows in the element and as an event; nobody waits for the promise. */
  async #readQuietly() {
    try {
      await this.read();
    } catch {}
  }

  /** @returns {Promise<ReadingData>} */
  async #start() {
    this.#watch?.disconnect();
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    try {
      const { open } = await import("./lib/view.js");
      run.signal.throwIfAborted();
      // From here on the element keeps the room that its controls will need.
      this.#setState("reading");
      const hooks = {
        prepare: (/** @type {Ledger} */ ledger) => this.#takeUpCorrections(ledger),
        restart: () => this.#restart(),
      };
      const view = await open(this, this.#root, hooks, run.signal);
      for (let more = view.prepare(); more; more = view.prepare()) await more;
      if (this.#changed.has("lang")) await view.furnish(this.#root);
      run.signal.throwIfAborted();
      this.#view = view;
      this.#changed.clear();
      this.#setState("ready");
      this.#toggleState("filtered", view.update());
      this.#dispatch("reading-ready", { reading: view.ledger.data });
      return view.ledger.data;
    } catch (thrown) {
      if (run.signal.aborted && this.#reading) return this.#reading;
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (!run.signal.aborted) {
        this.#reading = null;
        this.#setState("failed");
        console.warn("who-said:", error.message);
        this.#dispatch("reading-error", { error });
      }
      throw error;
    }
  }

  /** Corrections hold for one text; another begins without. @param {Ledger} ledger */
  #takeUpCorrections(ledger) {
    const { text, corrections } = this.#kept;
    try {
      if (text === null || text === ledger.text) ledger.correct(corrections);
    } catch (error) {
      console.warn("who-said:", error instanceof Error ? error.message : error);
    }
    this.#kept = { text: ledger.text, corrections: ledger.corrections };
  }

  /** Whether the page's address asks for something of this element. */
  #isAddressed() {
    const { share } = this;
    return share !== null && location.hash.includes(`${share ? `whosaid-${share}` : "whosaid"}=`);
  }

  #stop() {
    this.#watch?.disconnect();
    this.#run?.abort();
    this.#run = null;
    this.#view = null;
    this.#reading = null;
    this.#setState(null);
  }

  /** Reads again if it had begun to. */
  #restart() {
    const begun = this.#run !== null;
    this.#stop();
    if (!this.isConnected) return;
    if (begun || this.#text !== null || this.loading === "eager") void this.#readQuietly();
    else this.#readWhenNear();
  }

  /**
   * Brings the page in step with the attributes, one update after the other: what changes while words of
   * topics are looked up comes with them.
   *
   * @returns {Promise<void>}
   */
  async #update() {
    if ([...this.#changed].some((name) => SOURCES.has(name))) {
      this.#changed.clear();
      if (this.isConnected) this.#restart();
      return;
    }
    if (this.#changed.delete("loading") && this.loading === "eager" && this.isConnected && !this.#run) void this.#readQuietly();
    const view = this.#view;
    if (!view || this.#updating || this.#changed.size === 0) return;
    this.#updating = true;
    if (this.#changed.delete("lang")) await view.furnish(this.#root).catch(() => {});
    for (let more = view.prepare(); more; more = view.prepare()) await more;
    this.#updating = false;
    if (view !== this.#view) return this.#update();
    const changed = this.#changed;
    this.#changed = new Set();
    const before = view.shown;
    this.#toggleState("filtered", view.update());
    if (view.shown !== before && view.shown.join() !== before.join()) {
      this.#dispatch("filter-change", {
        filter: this.filter,
        statements: view.shown,
        total: view.ledger.statements.length,
      });
    }
    if (changed.has("corrections")) this.#dispatch("correction-change", { corrections: this.corrections });
    if (changed.has("selected")) {
      const statement = view.ledger.statements[this.selected ?? -1] ?? null;
      const speaker = view.ledger.speakers[statement?.speaker ?? -1] ?? null;
      this.#dispatch("statement-select", { statement, speaker });
    }
  }

  /** @param {"reading" | "ready" | "failed" | null} now */
  #setState(now) {
    for (const state of ["reading", "ready", "failed"]) this.#toggleState(state, state === now);
    if (now !== "ready") this.#toggleState("filtered", false);
  }

  /** @param {string} state @param {boolean} on */
  #toggleState(state, on) {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }

  /** @param {string} type @param {object} detail */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/**
 * The value asked for if it is one of those allowed, or else the first of them.
 *
 * @template {string} T
 * @param {readonly [T, ...T[]]} allowed
 * @param {string | null} asked
 * @returns {T}
 */
function oneOf(allowed, asked) {
  return allowed.find((value) => value === asked) ?? allowed[0];
}

if (!customElements.get("who-said")) customElements.define("who-said", WhoSaid);
