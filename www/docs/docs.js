/**
 * Shows the Markdown files of this folder, as they are, as pages of a site: `#api.md` is one, and
 * `#api.md/a-file` a part of it.
 */

import { h } from "../lib/dom.js";
import { inline, read } from "./markdown.js";

const FIRST = "README.md";
const contents = /** @type {HTMLElement} */ (document.querySelector("#contents"));
const page = /** @type {HTMLElement} */ (document.querySelector("#page"));

/** @param {string} file Relative to this folder. */
async function load(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answered ${response.status}`);
  return read(await response.text());
}

/** Addresses of files become those of pages. @param {string} address @param {string} from The file they stand in. */
function place(address, from) {
  const there = new URL(address, new URL(from, document.baseURI));
  const here = new URL("./", document.baseURI);
  if (there.origin !== here.origin || !there.pathname.endsWith(".md")) return there.href;
  const [up, down] = [new URL("../", here).pathname, here.pathname];
  const { pathname } = there;
  if (pathname.startsWith(down)) return `#${pathname.slice(down.length)}`;
  return pathname.startsWith(up) ? `#../${pathname.slice(up.length)}` : there.href;
}

async function show() {
  const [, file = "", part] = /^([^]*?\.md)(?:\/(.*))?$/.exec(decodeURIComponent(location.hash.slice(1)) || FIRST) ?? [];
  const known = /^(\.\.\/)?[\w-]+\.md$/.test(file);
  const blocks = known ? await load(file).catch(() => null) : null;
  page.replaceChildren(...(blocks ?? read(`# Not here\n\nThere is no page \`${file}\`.`)).map((block) => write(block, file)));
  document.title = `whosaid: ${page.querySelector("h1")?.textContent ?? "documentation"}`;
  for (const link of contents.querySelectorAll("a")) {
    if (link.getAttribute("href") === `#${file}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const place = part ? document.getElementById(part) : null;
  if (place) place.scrollIntoView();
  else scrollTo(0, 0);
}

/** @param {import("./markdown.js").Block} block @param {string} file @returns {HTMLElement} */
function write(block, file) {
  const words = (/** @type {string} */ text) => inline(text).map((part) => span(part, file));
  switch (block.kind) {
    case "heading":
      return h(/** @type {"h1"} */ (`h${block.level}`), { id: slug(block.text) }, ...words(block.text));
    case "code":
      // It scrolls, so it has to be reached.
      return h("pre", { tabindex: 0 }, h("code", {}, block.text));
    case "list":
      return h(block.ordered ? "ol" : "ul", {}, ...block.items.map((item) => h("li", {}, ...words(item))));
    case "table": {
      const [head = [], ...rows] = block.rows;
      return h(
        "table",
        { tabindex: 0 },
        h("thead", {}, h("tr", {}, ...head.map((cell) => h(cell ? "th" : "td", {}, ...words(cell))))),
        h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, ...words(cell)))))),
      );
    }
    default:
      return h("p", {}, ...words(block.text));
  }
}

/** What an address calls a heading. @param {string} text */
const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

/** @param {import("./markdown.js").Inline} part @param {string} file @returns {Node | string} */
function span(part, file) {
  if (part.kind === "text") return part.text;
  if (part.kind === "link") return h("a", { href: place(part.address, file) }, part.text);
  return h(part.kind, {}, part.text);
}

const [, list] = await load(FIRST);
const narrow = matchMedia("(max-width: 45rem)");
const pages = h("details", { open: !narrow.matches }, h("summary", {}, "Pages"));
narrow.addEventListener("change", () => void (pages.open = !narrow.matches));
if (list) pages.append(write(list, FIRST));
contents.append(pages);
addEventListener("hashchange", async () => {
  await show();
  // Who follows a link by keyboard or ear goes on in the page, not in the list.
  page.focus({ preventScroll: true });
  pages.open = !narrow.matches;
});
await show();
