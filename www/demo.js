/**
 * The demo page: chooses a sample, takes the reader's own text, works with the network off.
 */

/** @typedef {import("./who-said.js").WhoSaid} WhoSaid */

const reader = /** @type {WhoSaid} */ (document.querySelector("#reader"));
const sample = /** @type {HTMLSelectElement} */ (document.querySelector("#sample"));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("#own"));
const words = /** @type {HTMLTextAreaElement} */ (document.querySelector("#words"));

sample.addEventListener("change", () => {
  const [option] = sample.selectedOptions;
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

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(workerAddress()).catch((error) => {
    console.info("The demo will need the network next time:", error);
  });
}

/** The worker's address, vouched for where the page enforces Trusted Types. */
function workerAddress() {
  const address = "sw.js";
  /** @type {{ createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } | undefined} */
  const trusted = Reflect.get(globalThis, "trustedTypes");
  if (!trusted) return address;
  return trusted.createPolicy("who-said-demo", { createScriptURL: () => address }).createScriptURL(address);
}
