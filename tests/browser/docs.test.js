// The documentation as a site made of its files, and every snippet of HTML in it at work.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { inline, read } from "../../www/docs/markdown.js";
import { inBrowsers, site as home } from "./harness.js";
import { get, ready } from "./element.js";
import { serve } from "./site.js";

/** @import { Block } from "../../www/docs/markdown.js" */

const root = new URL("../../", import.meta.url);
const docs = new URL("www/docs/", root);
const names = (await readdir(docs)).filter((name) => name.endsWith(".md"));
/** @type {Map<string, Block[]>} */
const files = new Map();
for (const name of names) files.set(name, read(await readFile(new URL(name, docs), "utf8")));

/** The code of a language in a file. @param {string} name @param {string} language */
const snippets = (name, language) =>
  (files.get(name) ?? []).flatMap((block) => (block.kind === "code" && block.language === language ? [block.text] : []));

inBrowsers("the documentation", (tab) => {
  test("is a site that shows each file, with links that lead somewhere", async () => {
    const page = await tab.open("docs/");
    await page.waitForSelector("h1");
    const linked = await page.$$eval("nav a", (links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(linked.toSorted(), ["#../README.md", ...names.filter((name) => name !== "README.md").map((name) => `#${name}`)].toSorted());
    for (const [name, blocks] of files) {
      await page.goto(new URL(`docs/#${name}`, home).href);
      const [title] = blocks;
      assert.ok(title?.kind === "heading");
      await page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, {}, title.text);
      // Every word of the file, in its order, as a paragraph, an item, a cell or code.
      const shown = await page.$eval("main", (main) => main.textContent ?? "");
      const plain = (/** @type {string} */ text) => inline(text).map(({ text }) => text).join("");
      for (const block of blocks) {
        const texts = block.kind === "code" ? [block.text] : block.kind === "list" ? block.items.map(plain) : block.kind === "table" ? block.rows.flat().map(plain) : [plain(block.text)];
        for (const text of texts) assert.ok(shown.includes(text), `${name}: ${text}`);
      }
      const dead = await page.$$eval("main a", async (links) => {
        const answers = links.map(async (link) => {
          const { href, hash, origin } = /** @type {HTMLAnchorElement} */ (link);
          if (origin !== location.origin) return null;
          const response = await fetch(hash ? hash.slice(1) : href);
          return response.ok ? null : href;
        });
        return (await Promise.all(answers)).filter((href) => href);
      });
      assert.deepEqual(dead, []);
    }
    tab.expect(/404/);
    await page.goto(new URL("docs/#none.md", home).href);
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Not here");
  });
});

inBrowsers("a reader of the documentation", (tab) => {
  test("comes from the demo, goes to a part of a page, and is where a link leads", async () => {
    const page = await tab.open("");
    await ready(page);
    assert.equal(await page.$eval("header a", (link) => Reflect.get(link, "href")), new URL("docs/", home).href);
    await page.goto(new URL("docs/#api.md/a-file", home).href);
    await page.waitForSelector("h2");
    await page.waitForFunction(() => {
      const top = document.querySelector("#a-file")?.getBoundingClientRect().top ?? -1;
      return scrollY > 0 && top >= 0 && top < 100;
    });
    await page.click('nav a[href="#../README.md"]');
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "<who-said>");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "page");
    assert.doesNotMatch(await page.$eval("main", (main) => main.textContent ?? ""), /npm run manifest/);
  });

  test("on a phone sees the page before the list of pages", async () => {
    const page = await tab.open("docs/", { width: 390, height: 844 });
    await page.waitForSelector("h1");
    assert.ok((await page.$eval("h1", (title) => title.getBoundingClientRect().top)) < 300);
    await page.click("nav summary");
    await page.click('nav a[href="#api.md"]');
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "API");
    await page.waitForFunction(() => document.querySelector("nav details:not([open])"));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

/** What a page builder makes of its template. @param {string} template */
const hugo = (template) =>
  template.replace('{{ "who-said/who-said.js" | relURL }}', "/who-said/who-said.js").replace("{{ .Inner | markdownify }}", "<p>Xi said: The door stays open.</p>");

/** What WordPress writes into a page for the theme's function. @param {string} php */
function wordpress(php) {
  const call =
    /^add_action\('wp_enqueue_scripts', function \(\) \{\n    wp_enqueue_script_module\('(\w+)', get_theme_file_uri\('([\w.]+)'\), \[\], '([\d.]+)'\);\n\}\);$/.exec(php.trim());
  assert.ok(call, php);
  const [, id, file, version] = call;
  assert.equal(version, VERSION);
  return `<script type="module" src="/who-said/${file}?ver=${version}" id="${id}-js-module"></script>`;
}

/** What Drupal writes into a page for the theme's library. @param {string} yaml */
function drupal(yaml) {
  const library = /^\w+:\n  js:\n    js\/([\w.]+): \{ minified: true, attributes: \{ type: (\w+) \} \}$/.exec(yaml.trim());
  assert.ok(library, yaml);
  return `<script src="/who-said/${library[1]}" type="${library[2]}"></script>`;
}

const VERSION = /^version = "(.*)"$/m.exec(await readFile(new URL("Cargo.toml", root), "utf8"))?.[1];

const SCRIPT = '<script type="module" src="/who-said/whosaid.min.js"></script>';

inBrowsers("a snippet", (tab) => {
  const wanted = names.flatMap((name) => [
    ...snippets(name, "html").map((snippet, at) => ({ name: `${at + 1} of ${name}`, snippet })),
    ...snippets(name, "go-html-template").map((snippet) => ({ name: `for Hugo of ${name}`, snippet: hugo(snippet) })),
    ...snippets(name, "php").map((snippet) => ({ name: `for WordPress of ${name}`, snippet: wordpress(snippet) })),
    ...snippets(name, "yaml").map((snippet) => ({ name: `for Drupal of ${name}`, snippet: drupal(snippet) })),
  ]);
  for (const { name, snippet } of wanted) {
    test(name, async () => {
      // The parts of a page that a system puts together from two places.
      const script = snippet.includes("<script") ? "" : SCRIPT;
      const element = snippet.includes("<who-said") ? "" : "<who-said><p>Xi said: The door stays open.</p></who-said>";
      // The scripts as they lie in `www`: the one file of the package is the same element.
      const body = `${script}${snippet}${element}`.replaceAll("/who-said/whosaid.min.js", "/who-said.js").replaceAll("/who-said/", "/");
      const seed = await readFile(new URL("seeds/seed-meeting.txt", root), "utf8");
      const site = await serve({ pages: { "": `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${body}`, "seeds/seed-meeting.txt": seed } });
      try {
        const page = await tab.open(site.address);
        await ready(page);
        const { statements } = await get(page, "reading");
        assert.ok(statements.length >= 1);
        const asked = site.asked.filter((path) => path.endsWith(".css"));
        assert.equal(asked.length, snippet.includes("stylesheet") ? 1 : 0);
      } finally {
        await site.close();
      }
    });
  }
  assert.ok(wanted.length >= 9, "the snippets are found");
});
