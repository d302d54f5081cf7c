/**
 * Topics: a box to type them in, and toggles with the number of places.
 *
 * @typedef {import("./controls.js").Controls} Controls
 * @typedef {import("./ledger.js").Filter} Filter
 * @typedef {import("../pkg/whosaid.js").Topic} Topic
 */

import { button, chip, h, iconButton } from "./dom.js";

export class Topics {
  #key = "";
  /** @type {{ button: HTMLButtonElement, label: string }[]} */
  #chips = [];

  /** @param {Controls} controls */
  constructor(controls) {
    const { strings } = controls.spoken;
    this.controls = controls;
    this.box = h("input", {
      "class": "box",
      "part": "topic-box",
      "type": "text",
      "enterkeyhint": "done",
      "autocomplete": "off",
      "aria-label": strings.addTopic,
      "placeholder": strings.addTopic,
      "aria-describedby": "hint",
      "onkeydown": (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        this.#add();
      },
    });
    this.hint = h("p", { id: "hint", class: "hint" }, strings.topicHint);
    this.list = h("div", { class: "chips" });
    this.element = h(
      "div",
      { "class": "chips topics", "part": "topics", "role": "group", "aria-label": strings.topics },
      h(
        "span",
        { class: "entry" },
        this.box,
        button(strings.add, () => this.#add()),
      ),
      this.list,
    );
  }

  #add() {
    const { host } = this.controls;
    if (!this.box.value.trim()) return;
    host.setAttribute("topics", [host.getAttribute("topics"), this.box.value].filter(Boolean).join("; "));
    this.box.value = "";
    this.box.focus();
  }

  /** @param {string} label */
  #remove(label) {
    const { host } = this.controls;
    const { filter } = host;
    host.topics = host.topics.filter((topic) => topic.label !== label);
    if (filter.topics.includes(label)) this.controls.toggle("topics", label);
    this.box.focus();
  }

  /** @param {Filter} filter @param {Topic[]} topics */
  update(filter, topics) {
    const key = JSON.stringify(topics);
    if (key !== this.#key) this.#build(topics);
    this.#key = key;
    for (const { button, label } of this.#chips) {
      button.setAttribute("aria-pressed", String(filter.topics.includes(label)));
    }
  }

  /** @param {Topic[]} topics */
  #build(topics) {
    const { ledger, spoken } = this.controls;
    this.#chips = [];
    this.list.replaceChildren();
    for (const topic of topics) {
      const { label } = topic;
      const name = h("bdi", { class: "topic" }, label);
      const count = spoken.number(ledger.hits(topic).length);
      const toggle = chip("topic", topic.terms.join(", "), name, count, () => this.controls.toggle("topics", label));
      const remove = iconButton("close", spoken.say(spoken.strings.remove, { topic: label }), () => this.#remove(label));
      this.#chips.push({ button: toggle, label });
      this.list.append(h("span", { class: "pair" }, toggle, remove));
    }
  }
}
