/**
 * The demo page: chooses a sample, takes the reader's own text, works with the network off.
 */

import { scriptAddress } from "./lib/trusted.js";

/** @typedef {import("./who-said.js").WhoSaid} WhoSaid */

const reader = /** @type {WhoSaid} */ (document.querySelector("#reader"));
const sample = /** @type {HTMLSelectElement} */ (document.querySelector("#sample"));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#own"));
const words = /** @type {HTMLTextAreaElement} */ (document.querySelector("#words"));

sample.addEventListener("change", () => {
  const [option] = sample.selectedOptions;
  if (!option) return;
  start();
  reader.setAttribute("topics", option.dataset.topics ?? "");
  reader.text = null;
  reader.src = option.value;
});

document.querySelector("#paste")?.addEventListener("click", () => {
  dialog.returnValue = "";
  dialog.showModal();
});

dialog.addEventListener("close", () => {
  if (dialog.returnValue === "read") readOwn(words.value);
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.documentElement.classList.add("dropping");
});

document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.documentElement.classList.remove("dropping");
});

document.addEventListener("drop", async (event) => {
  event.preventDefault();
  document.documentElement.classList.remove("dropping");
  const file = event.dataTransfer?.files[0];
  const text = file ? await file.text() : event.dataTransfer?.getData("text/plain");
  if (text) readOwn(text);
});

/** @param {string} text */
function readOwn(text) {
  start();
  sample.selectedIndex = -1;
  reader.text = text;
}

/** Another text begins without the last one's filter. */
function start() {
  reader.selected = null;
  reader.clear();
}

void keepForLater();

/** Lets the page work with the network off. */
async function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(scriptAddress("sw.js"));
  } catch (error) {
    console.info("The demo will need the network next time:", error);
  }
}
