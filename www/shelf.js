/**
 * The dialog of the reader's own documents.
 */

import { h } from "./lib/dom.js";
import { parseTopics } from "./lib/lists.js";
import * as library from "./library.js";

/** @typedef {import("./library.js").Document} Document */
/** @typedef {{ document: Document, speaker: string, topics: string, selected: number | null }} Wish */

/** Statements that are shown of one document; the rest are counted. */
const SHOWN = 20;

/**
 * @param {HTMLDialogElement} dialog
 * @param {object} page
 * @param {() => Promise<{ name: string, text: string }>} page.current The text that is read now.
 * @param {(wish: Wish) => void} page.open
 */
export function shelf(dialog, { current, open }) {
  const [list, results] = [h("ul", { class: "documents" }), h("div", { class: "results" })];
  const status = h("p", { role: "status" });
  const speaker = h("input", { type: "search", name: "speaker", autocomplete: "off" });
  const topic = h("input", { type: "search", name: "topic", autocomplete: "off", placeholder: "label = term, term" });
  /** @type {AbortController | null} */
  let searching = null;

  /** Says what went wrong, in words. @param {() => Promise<unknown>} task */
  const attempt = async (task) => {
    status.textContent = "";
    try {
      await task();
    } catch (error) {
      status.textContent =
        error instanceof library.FullError
          ? "This browser has no room left: nothing was kept. Delete documents to make room."
          : `This browser does not keep documents here (${error instanceof Error ? error.message : error}).`;
    }
  };

  const fill = async () => {
    const documents = await library.list();
    list.replaceChildren(...documents.map(item));
    if (documents.length === 0) list.append(h("li", {}, "Nothing is kept yet."));
  };

  /** @param {Document} document */
  const item = (document) => {
    const name = h("input", { "value": document.name, "aria-label": "Name", "required": true });
    name.addEventListener("change", () => {
      const { value } = name;
      if (value.trim()) void attempt(() => library.rename(document.id, value.trim()));
      else name.value = document.name;
    });
    const who = document.speakers.slice(0, 4).join(", ") + (document.speakers.length > 4 ? " …" : "");
    return h(
      "li",
      {},
      name,
      h("span", {}, who),
      button("Open", `Open ${document.name}`, () => go({ document, speaker: "", topics: "", selected: null })),
      button("Delete", `Delete ${document.name}`, () => attempt(() => library.remove(document.id).then(fill))),
    );
  };

  /** @param {Wish} wish */
  const go = (wish) => {
    dialog.close();
    open(wish);
  };

  const search = async () => {
    searching?.abort();
    searching = new AbortController();
    const { signal } = searching;
    const [found] = parseTopics(topic.value);
    const query = { speaker: speaker.value.trim(), topic: found ?? null };
    results.replaceChildren();
    if (!query.speaker && !query.topic) return;
    let count = 0;
    for await (const { document, statements } of library.search(query, signal)) {
      if (signal.aborted) return;
      count += statements.length;
      const rest = statements.length - SHOWN;
      results.append(
        h("h3", {}, document.name),
        h(
          "ul",
          {},
          ...statements.slice(0, SHOWN).map(({ id, speaker: by, words }) => {
            const wish = { document, speaker: query.speaker, topics: topic.value, selected: id };
            return h("li", {}, button(`${by ?? "Nobody named"}: ${words}`, null, () => go(wish)));
          }),
          rest > 0 ? h("li", {}, `and ${rest} more`) : null,
        ),
      );
    }
    status.textContent = count === 1 ? "1 statement" : `${count} statements`;
  };

  const keep = button("Keep this text", null, () =>
    attempt(async () => {
      const { name, text } = await current();
      await library.add(name, text);
      await fill();
    }),
  );
  const form = h(
    "form",
    { role: "search", onsubmit: (event) => (event.preventDefault(), void attempt(search)) },
    h("label", {}, "Who ", speaker),
    h("label", {}, "About ", topic),
    h("button", {}, "Search all"),
  );
  dialog.append(
    h("h2", { id: "library-title" }, "Your library"),
    h("p", {}, "Documents stay in this browser and go nowhere."),
    keep,
    list,
    form,
    status,
    results,
    h("menu", {}, button("Close", null, () => dialog.close())),
  );
  return {
    show: () => {
      dialog.showModal();
      void attempt(fill);
    },
  };
}

/**
 * @param {string} text
 * @param {string | null} label
 * @param {() => void} press
 */
const button = (text, label, press) => h("button", { "type": "button", "aria-label": label, "onclick": press }, text);
