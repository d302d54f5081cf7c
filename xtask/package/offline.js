// The demo in one file: its samples stand in the page, because a page from a disk fetches nothing.
import "./who-said.js";
import "./demo.js";

const samples = JSON.parse(document.querySelector("#samples").textContent);
const reader = document.querySelector("#reader");
const chooser = document.querySelector("#sample");
// It stays on the server.
document.querySelector("#docs")?.remove();

// Before the demo's own, which would ask for the address.
addEventListener(
  "change",
  (event) => {
    if (event.target !== chooser) return;
    event.stopPropagation();
    reader.selected = null;
    reader.clear();
    reader.setAttribute("topics", chooser.selectedOptions[0]?.dataset.topics ?? "");
    reader.text = samples[chooser.value];
    reader.querySelector(":scope > article:not([slot])")?.remove();
  },
  { capture: true },
);
