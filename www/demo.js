/**
 * The demo page: chooses a sample, takes the reader's own text, keeps it if asked to, works with the
 * network off.
 */

import { getReady } from "./lib/reader.js";
import { inertDocument, scriptAddress } from "./lib/trusted.js";

/** @typedef {import("./who-said.js").WhoSaid} WhoSaid */

// A text is read at once here: the reader, which takes longest to start, goes ahead of the element.
getReady();
await import("./who-said.js");

const reader = /** @type {WhoSaid} */ (document.querySelector("#reader"));
const sample = /** @type {HTMLSelectElement} */ (document.querySelector("#sample"));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#own"));
const words = /** @type {HTMLTextAreaElement} */ (document.querySelector("#words"));

sample.addEventListener("change", () => {
  const [option] = sample.selectedOptions;
  if (!option) return;
  start();
  name(option);
  reader.share = "";
  show(option);
});

/** Reads a sample. @param {HTMLOptionElement} option */
function show({ value, dataset: { topics = "" } }) {
  reader.setAttribute("topics", topics);
  reader.text = null;
  reader.src = value;
}

/** How the address calls a sample. @param {HTMLOptionElement} option */
const nameOf = ({ value }) => value.replace(/.*\/|\.\w+$/g, "");

/** Has the address name the text, which is passed on and read again by that; a reader's own has no name. @param {HTMLOptionElement | null} option */
function name(option) {
  const query = option && option.index > 0 ? `?text=${nameOf(option)}` : "";
  history.replaceState(history.state, "", location.pathname + query);
}

/** The sample that the address names, if it is not the one that came with the page. */
function named() {
  const wanted = new URLSearchParams(location.search).get("text");
  return [...sample.options].slice(1).find((option) => nameOf(option) === wanted);
}

document.querySelector("#paste")?.addEventListener("click", () => {
  dialog.returnValue = "";
  dialog.showModal();
});

dialog.addEventListener("close", () => {
  if (dialog.returnValue === "read") void readOwn(words.value);
});

document.addEventListener("dragover", (event) => {
  if (!(event.target instanceof Element && event.target.closest("input, textarea")) || event.dataTransfer?.types.includes("Files")) event.preventDefault();
  document.documentElement.classList.add("dropping");
});

document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.documentElement.classList.remove("dropping");
});

document.addEventListener("drop", async (event) => {
  document.documentElement.classList.remove("dropping");
  // Words that are dropped into a box belong there.
  const file = event.dataTransfer?.files[0];
  if (!file && event.target instanceof Element && event.target.closest("input, textarea")) return;
  event.preventDefault();
  const text = file ? await textOf(file) : event.dataTransfer?.getData("text/plain");
  if (!text) return;
  dialog.close();
  await readOwn(text);
});

document.querySelector("#shelf")?.addEventListener("click", async () => {
  const { shelf } = await import("./shelf.js");
  library ??= shelf(/** @type {HTMLDialogElement} */ (document.querySelector("#library")), { current, open });
  library.show();
});

/** @type {{ show(): void } | undefined} */
let library;

/** The text that is read now, under its title or first words. */
async function current() {
  const text = reader.text ?? (reader.src ? await (await fetch(reader.src)).text() : reader.innerText);
  const title = reader.querySelector("h2")?.textContent || text.trim();
  return { name: title.slice(0, 80).replace(/\s+/g, " "), text };
}

/** @param {import("./shelf.js").Wish} wish */
async function open({ document, speaker, topics, selected }) {
  await readOwn(document.text);
  reader.setAttribute("topics", topics);
  await reader.read();
  if (speaker) reader.setAttribute("speaker", speaker);
  reader.selected = selected;
}

/** @param {File} file In any encoding. */
async function textOf(file) {
  const { decode } = await import("./lib/bytes.js");
  return decode(new Uint8Array(await file.arrayBuffer())).text;
}

/** @param {string} given A text, or the markup of a page. */
async function readOwn(given) {
  const { DOM, isPage, readTree } = await import("./lib/readable.js");
  start();
  sample.selectedIndex = -1;
  // A link could not bring this text to anybody.
  name(null);
  reader.share = null;
  reader.text = isPage(given) ? readTree(inertDocument(given), DOM).text : given;
}

/** Another text begins without the last one's filter, in the place of the one that came with the page. */
function start() {
  reader.selected = null;
  reader.clear();
  reader.querySelector(":scope > article:not([slot])")?.remove();
}

const wanted = named();
if (wanted) {
  wanted.selected = true;
  reader.querySelector(":scope > article")?.remove();
  show(wanted);
}
// What the page needs now comes first.
reader.read().catch(() => {}).finally(keepForLater);

/** Lets the page work with the network off, and tells when a new version of it waits. */
async function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  try {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(scriptAddress("sw.js"));
    const tell = () => {
      const { waiting } = registration;
      if (waiting && serviceWorker.controller) offerUpdate(waiting);
    };
    tell();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  } catch (error) {
    console.info("The demo will need the network next time:", error);
  }
}

/** @param {ServiceWorker} waiting */
function offerUpdate(waiting) {
  const button = /** @type {HTMLButtonElement} */ (document.querySelector("#update"));
  button.hidden = false;
  button.onclick = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("update");
  };
}
