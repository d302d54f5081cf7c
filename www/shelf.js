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
  const topic = h("input", { "type": "search", "name": "topic", "autocomplete": "off", "aria-describedby": "topic-format" });
  /** @type {Map<number, HTMLElement>} */
  const entries = new Map();
  /** @type {AbortController | null} */
  let searching = null;

  /** Does what the reader asks for, and says what went wrong. @param {() => Promise<unknown>} task */
  const attempt = async (task) => {
    status.textContent = "";
    try {
      await task();
    } catch (error) {
      status.textContent = wordsOf(error);
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
    const entry = h(
      "li",
      {},
      name,
      h("span", {}, who),
      button("Open", `Open ${document.name}`, () => go({ document, speaker: "", topics: "", selected: null })),
      button("Delete", `Delete ${document.name}`, () => void attempt(() => remove(document))),
    );
    entries.set(document.id, entry);
    return entry;
  };

  /** What is deleted can be had back until the library is closed. @param {Document} document */
  const remove = async ({ id }) => {
    const document = await library.get(id);
    if (!document) return fill();
    await library.remove(id);
    const back = button("Undo", `Undo: keep ${document.name}`, () => void attempt(() => restore(document, gone)));
    const gone = h("li", {}, h("span", {}, `Deleted: ${document.name}`), back);
    entries.get(id)?.replaceWith(gone);
    back.focus();
    status.textContent = `${document.name} is deleted.`;
  };

  /** @param {Document} document @param {HTMLElement} gone */
  const restore = async (document, gone) => {
    await library.restore(document);
    const entry = item(document);
    gone.replaceWith(entry);
    entry.querySelector("input")?.focus();
    status.textContent = `${document.name} is kept again.`;
  };

  /** @param {Wish} wish */
  const go = (wish) => {
    dialog.close();
    open(wish);
  };

  /** The next search ends the one before it, which is no fault. @param {unknown} error */
  const unlessStopped = (error) => {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
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
      const { document, isNew } = await library.add(name, text);
      if (isNew) await fill();
      status.textContent = isNew ? `${document.name} is kept.` : `It is kept already, as ${document.name}.`;
    }),
  );
  const form = h(
    "form",
    { role: "search", onsubmit: (event) => (event.preventDefault(), void attempt(() => search().catch(unlessStopped))) },
    h("label", {}, "Who ", speaker),
    h("label", {}, "About ", topic),
    h("button", {}, "Search all"),
    h("small", { id: "topic-format" }, "A word or phrase; more forms after “=”: money = cost, budget"),
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

/** What went wrong, for the reader. @param {unknown} error */
function wordsOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof library.FullError) return "This browser has no room left: nothing was kept. Delete documents to make room.";
  if (error instanceof library.StoreError) return `This browser does not keep documents here (${message}).`;
  return `That did not work (${message}).`;
}

/**
 * @param {string} text
 * @param {string | null} label
 * @param {() => void} press
 */
const button = (text, label, press) => h("button", { "type": "button", "aria-label": label, "onclick": press }, text);
