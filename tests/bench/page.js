// What the browser's page runs: the same as Node, and mark.js, which needs a page.
import Mark from "mark.js";

import { median, timesOf } from "./figures.js";
import { measure, TERMS } from "./peers.js";

/** @param {string} text */
globalThis.measure = (text) => {
  const rows = measure(text);
  const article = document.createElement("article");
  for (const paragraph of text.split("\n")) {
    article.append(Object.assign(document.createElement("p"), { textContent: paragraph }));
  }
  document.body.append(article);
  const mark = new Mark(article);
  const marking = () => {
    mark.unmark();
    mark.mark(TERMS, { accuracy: "exactly", separateWordSearch: false });
    return article.querySelectorAll("mark").length;
  };
  return [...rows, ["mark.js: topics", median(timesOf(marking))]];
};
