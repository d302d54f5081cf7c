// The element in somebody else's page: touches only what is its own, and takes it back.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { events, inElement, painted, ready, settled } from "./element.js";
import { ARTICLE as STORY, page as html, serve } from "./site.js";

/** @import { Page } from "puppeteer-core" */

const ARTICLE = [
  ["h1", "Pier to open in May"],
  ["p", "Mayor Ana Ruiz met the ferry crews on Monday."],
  ["p", "“The pier will\n      open in May,” ", ["em", "she told"], " them, adding that no job would be lost."],
  ["p", "Her deputy, Tom Hale, stressed: The money is there."],
];

/**
 * Puts an article inside an element of its own under the demo's.
 * @param {Page} page
 */
async function embed(page) {
  await page.evaluate((article) => {
    /** @param {any} node @returns {Node} */
    const build = (node) => {
      if (typeof node === "string") return document.createTextNode(node);
      const [tag, ...children] = node;
      const element = document.createElement(tag);
      element.append(...children.map(build));
      return element;
    };
    const element = document.createElement("who-said");
    element.id = "embedded";
    element.setAttribute("loading", "eager");
    element.append(build(["article", ...article]));
    Reflect.set(window, "before", element.innerHTML);
    document.querySelector("main")?.replaceChildren(element);
  }, ARTICLE);
  await ready(page, "#embedded");
}

inBrowsers("an embedded article", (tab) => {
  test("is left as it was, and painted across its tags and line ends", async () => {
    const page = await tab.open();
    await ready(page);
    await embed(page);
    const same = await page.$eval("#embedded", (element) => element.innerHTML === Reflect.get(window, "before"));
    assert.ok(same, "the article's markup changed");
    const said = (await painted(page, /-said$/)).map((text) => text.replace(/\s+/g, " "));
    assert.ok(said.some((text) => text.includes("The pier will open in May")), said.join("\n"));
    assert.ok(said.some((text) => text.includes("The money is there")), said.join("\n"));
  });

  test("is read again when the page changes its text, not when it replaces its nodes", async () => {
    const page = await tab.open();
    await ready(page);
    await embed(page);
    const heard = await events(page, "reading-ready");
    await page.$eval("#embedded p:last-child", (last) => last.replaceChildren(last.textContent ?? ""));
    await new Promise((done) => setTimeout(done, 300));
    assert.equal((await heard()).length, 0);
    assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The money is there")));
    await page.$eval("#embedded article", (article) => {
      const more = document.createElement("p");
      more.textContent = "“We will all be there,” Hale said.";
      article.append(more);
    });
    await page.waitForFunction(() => Reflect.get(window, "heard reading-ready").length === 1);
    assert.ok((await painted(page, /-said$/)).some((text) => text.includes("We will all be there")));
  });

  test("is read again when the page changes its text while it is being read", async () => {
    const script = `const host = document.querySelector("who-said");
      const change = () => {
        if (!host.matches(":state(reading)")) return requestAnimationFrame(change);
        host.querySelector("p").textContent = "Her deputy, Tom Hale, said: The ferry will close in June.";
      };
      change();`;
    const site = await serve({
      pages: { "": html(`<who-said loading="eager">${STORY}</who-said><script type="module" src="/change.js"></script>`), "change.js": script },
    });
    try {
      const page = await tab.open(site.address);
      await page.waitForFunction(() => {
        const { reading } = /** @type {any} */ (document.querySelector("who-said"));
        return reading?.statements.length > 0 && document.querySelector("who-said p")?.textContent?.includes("June");
      });
      await page.waitForFunction(() =>
        [...CSS.highlights].some(([name, ranges]) =>
          name.startsWith("who-said-") && [...ranges].some(({ startContainer }) => startContainer.textContent?.includes("June") && startContainer.isConnected)),
      );
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The ferry will close in June")));
    } finally {
      await site.close();
    }
  });

  test("keeps nothing in the page once it is removed, and works when it is put back", async () => {
    const page = await tab.open();
    await ready(page);
    await embed(page);
    const count = () => page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]);
    const before = await count();
    assert.ok((before[0] ?? 0) > 0);
    await page.$eval("#embedded", (element) => {
      Reflect.set(window, "kept", element);
      element.remove();
    });
    assert.deepEqual(await count(), [0, 0]);
    await page.evaluate(() => document.querySelector("main")?.append(Reflect.get(window, "kept")));
    await ready(page, "#embedded");
    assert.deepEqual(await count(), before);
  });

  test("leaves highlights of other scripts alone", async () => {
    const page = await tab.open();
    await ready(page);
    await page.evaluate(() => CSS.highlights.set("search", new Highlight()));
    await page.$eval("who-said", (element) => element.remove());
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["search"]);
  });
});

inBrowsers("a page that changes around the element", (tab) => {
  test("turns its direction, and the text with it", async () => {
    const page = await tab.open();
    await ready(page);
    const sides = () =>
      inElement(page, (root) => {
        const left = (/** @type {string} */ part) => root.querySelector(part)?.getBoundingClientRect().left ?? NaN;
        const line = document.querySelector("who-said article p:last-child");
        return { panel: left(".panel") > left(".text"), text: line && getComputedStyle(line).direction };
      });
    assert.deepEqual(await sides(), { panel: true, text: "ltr" });
    await page.evaluate(() => void (document.documentElement.dir = "rtl"));
    await page.$eval("who-said", (element) => element.setAttribute("others", "show"));
    await settled(page);
    assert.deepEqual(await sides(), { panel: true, text: "rtl" });
  });

  test("may move it without its reading again", async () => {
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "reading-ready");
    const moved = await page.evaluate(() => {
      const element = document.querySelector("who-said");
      if (!("moveBefore" in document.body) || !element) return false;
      Reflect.apply(Reflect.get(document.body, "moveBefore"), document.body, [element, null]);
      return true;
    });
    await settled(page);
    if (!moved) return;
    assert.ok(await page.$eval("who-said", (element) => element.parentElement === document.body && element.matches(":state(ready)")));
    assert.equal((await heard()).length, 0);
    assert.ok((await painted(page, /-said$/)).length > 0);
  });
});

inBrowsers("a source that cannot be read", (tab) => {
  test("leaves the fallback, says so, and throws nothing", async () => {
    tab.expect(/404|who-said|not loaded: .*none\.txt/);
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "reading-error");
    await page.$eval("who-said", (element) => element.setAttribute("src", "seeds/none.txt"));
    await page.waitForFunction(() => Reflect.get(window, "heard reading-error").length === 1);
    assert.equal((await heard()).length, 1);
    const note = await inElement(page, (root) => root.querySelector(".note")?.textContent);
    assert.match(note ?? "", /404/);
    await page.$eval("who-said", (element) => element.setAttribute("src", "javascript:alert(1)"));
    await page.waitForFunction(() => Reflect.get(window, "heard reading-error").length === 2);
    await settled(page);
    assert.match((await inElement(page, (root) => root.querySelector(".note")?.textContent)) ?? "", /http or https/);
  });
});

inBrowsers("a text that takes its time", (tab) => {
  test("is said to be on its way", async () => {
    let release = () => {};
    const held = new Promise((done) => void (release = () => done(undefined)));
    const pace = (/** @type {string} */ path) => (path === "slow.txt" ? held.then(() => {}) : undefined);
    const site = await serve({ pages: { "": html('<who-said src="/slow.txt" lang="en" loading="eager">Fallback</who-said>'), "slow.txt": "Mayor Ana Ruiz said: Yes." }, pace });
    try {
      const page = await tab.open(site.address);
      await page.waitForFunction(() => document.querySelector("who-said")?.shadowRoot?.querySelector("[role=status]")?.textContent === "Reading…");
      const busy = () => inElement(page, (root) => root.querySelector(".frame")?.getAttribute("aria-busy"));
      assert.equal(await busy(), "true");
      assert.match(await page.$eval("who-said", (element) => /** @type {HTMLElement} */ (element).innerText), /Fallback/);
      release();
      await ready(page);
      assert.equal(await busy(), null);
      assert.equal(await inElement(page, (root) => root.querySelector(".status")?.textContent), "1 statement");
    } finally {
      release();
      await site.close();
    }
  });
});

inBrowsers("a reading that has failed", (tab) => {
  test("is tried again when it is asked for: by the reader, by the page, by the same address", async () => {
    tab.expect(/who-said|not loaded|Failed to fetch|503/);
    const [one, two] = ["One.\n\nMayor Ana Ruiz said: Yes.", "Two.\n\nMayor Ana Ruiz said: No."];
    const site = await serve({ pages: { "": html('<who-said src="/one.txt" loading="eager">Fallback</who-said>'), "one.txt": one, "two.txt": two } });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      const text = () => page.$eval("who-said", (element) => /** @type {HTMLElement} */ (element).innerText);
      const fail = () =>
        page.evaluate(() => {
          const { fetch } = window;
          window.fetch = async () => {
            window.fetch = fetch;
            throw new TypeError("the network is down");
          };
        });
      /** @param {(element: any) => unknown} task */
      const failBy = async (task) => {
        await fail();
        await page.$eval("who-said", task);
        await page.waitForFunction(() => document.querySelector("who-said")?.matches(":state(failed)"));
        await page.waitForFunction(() => document.querySelector("who-said")?.shadowRoot?.querySelector(".note"));
      };
      assert.match(await text(), /One/);
      await failBy((element) => void (element.src = "/two.txt"));
      assert.doesNotMatch(await text(), /One/, "the text of another source");
      assert.match(await text(), /Fallback/);

      await page.click("who-said >>> .note button");
      await page.waitForFunction(() => document.querySelector("who-said")?.matches(":state(ready)"));
      assert.match(await text(), /Two/);

      await failBy((element) => void (element.src = "/one.txt"));
      assert.equal(await page.$eval("who-said", async (element) => (await Reflect.apply(Reflect.get(element, "read"), element, [])).statements.length), 1);

      await failBy((element) => void (element.src = "/two.txt"));
      await page.$eval("who-said", (element) => element.setAttribute("src", "/two.txt"));
      await page.waitForFunction(() => document.querySelector("who-said")?.matches(":state(ready)"));
      assert.match(await text(), /Two/);

      const asked = site.asked.filter((path) => path === "two.txt").length;
      await page.$eval("who-said", async (element) => void (await Reflect.apply(Reflect.get(element, "reload"), element, [])));
      assert.equal(site.asked.filter((path) => path === "two.txt").length, asked + 1, "and one that has not failed, by name");
    } finally {
      await site.close();
    }
  });

  test("is tried again when the page changes the text, and not before", async () => {
    tab.expect(/404|who-said|not loaded/);
    const site = await serve({ pages: { "": html(`<who-said loading="eager">${STORY}</who-said>`), "pkg/whosaid.js": "export default async () => { throw new Error('no wasm'); }" } });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      const heard = await events(page, "reading-error");
      await new Promise((done) => setTimeout(done, 300));
      assert.equal((await heard()).length, 0);
      for (const words of ["One.", "Two."]) await page.$eval("who-said p", (line, words) => void (line.textContent = words), words);
      await page.waitForFunction(() => Reflect.get(window, "heard reading-error").length === 1);
      await new Promise((done) => setTimeout(done, 300));
      assert.equal((await heard()).length, 1);
    } finally {
      await site.close();
    }
  });
});

inBrowsers("properties", (tab) => {
  /** What is shown of a topic, in each place. @param {Page} page */
  const topics = (page) =>
    page.$eval("who-said", (found) => {
      const element = /** @type {import("../../www/who-said.js").WhoSaid} */ (found);
      return {
        chips: [...(element.shadowRoot?.querySelectorAll(".topics .chip") ?? [])].map((chip) => chip.textContent),
        status: element.shadowRoot?.querySelector(".status")?.textContent,
        painted: CSS.highlights.get("who-said-topic")?.size,
        marks: element.querySelectorAll("mark").length > 0,
      };
    });

  for (const [name, then, status] of /** @type {const} */ ([
    ["a filter", { filter: { topics: ["Syria"] } }, /^1\d of 24 statements/],
    ["another statement", { selected: 2 }, /^24 statements/],
  ])) {
    test(`set while a topic is looked up do not overtake it: ${name}`, async () => {
      const page = await tab.open();
      await ready(page);
      const heard = await events(page, "filter-change");
      await page.$eval(
        "who-said",
        async (element, then) => {
          Object.assign(element, { topics: ["Syria"] });
          await Promise.resolve();
          await Promise.resolve();
          Object.assign(element, then);
          await Promise.resolve();
          await Promise.resolve();
          element.setAttribute("others", "show");
        },
        then,
      );
      await page.waitForFunction(() => /Syria[1-9]/.test(document.querySelector("who-said")?.shadowRoot?.querySelector(".topics .chip")?.textContent ?? ""));
      const { painted, ...seen } = await topics(page);
      assert.deepEqual(seen.chips, [`Syria${painted}`]);
      assert.match(seen.status ?? "", status);
      assert.ok((await heard()).every(({ detail }) => detail.statements.length > 0));
    });
  }

  test("set between the first painting and the controls are kept", async () => {
    let release = () => {};
    const held = new Promise((done) => void (release = () => done(undefined)));
    const pace = (/** @type {string} */ path) => (path === "lib/controls.js" ? held.then(() => {}) : undefined);
    const site = await serve({ pages: { "": html(`<who-said loading="eager">${STORY}</who-said>`) }, pace });
    try {
      const page = await tab.open(site.address);
      await page.waitForFunction(() => CSS.highlights.size > 0);
      await page.$eval("who-said", (element) => void Object.assign(element, { topics: ["pier"], marks: true }));
      await settled(page);
      release();
      await ready(page);
      await settled(page);
      assert.deepEqual((await topics(page)).chips, ["pier2"]);
      assert.equal((await topics(page)).marks, true);
    } finally {
      await site.close();
    }
  });

  test("tell of other statements only where there are others", async () => {
    const page = await tab.open();
    await ready(page);
    const heard = await events(page, "filter-change");
    await page.$eval("who-said", (element) => Object.assign(element, { corrections: [{ statement: 4, speaker: null }] }));
    await settled(page);
    assert.equal((await heard()).length, 0);
  });

  test("are in step with attributes, and bad values read back as valid ones", async () => {
    const page = await tab.open();
    await ready(page);
    const seen = await page.$eval("who-said", (found) => {
      const element = /** @type {import("../../www/who-said.js").WhoSaid} */ (found);
      element.filter = { speakers: ["A", "B"], kinds: ["direct"] };
      element.topics = ["pier", { label: "Ferries", terms: ["ferry", "boat"] }];
      element.setAttribute("others", "vanish");
      element.setAttribute("kind", "direct; loud");
      return {
        speaker: element.getAttribute("speaker"),
        topics: element.getAttribute("topics"),
        read: element.topics,
        others: element.others,
        kinds: element.filter.kinds,
        format: element.format,
        selected: element.selected,
      };
    });
    assert.deepEqual(seen, {
      speaker: "A; B",
      topics: "pier; Ferries = ferry, boat",
      read: [
        { label: "pier", terms: ["pier"] },
        { label: "Ferries", terms: ["ferry", "boat"] },
      ],
      others: "dim",
      kinds: ["direct"],
      format: "auto",
      selected: null,
    });
  });

  test("take null and undefined for nothing", async () => {
    const page = await tab.open();
    await ready(page);
    const seen = await page.$eval("who-said", (found) => {
      const element = /** @type {any} */ (found);
      Object.assign(element, { filter: null, topics: null, corrections: null, selected: undefined, share: undefined });
      return { filter: element.filter, topics: element.topics, corrections: element.corrections, selected: element.getAttribute("selected"), share: element.share };
    });
    assert.deepEqual(seen, { filter: { speakers: [], topics: [], kinds: [] }, topics: [], corrections: [], selected: null, share: null });
  });

  test("that ask for it have an element read far from the viewport, also later", async () => {
    const site = await serve({ pages: { "": html(`<p id="far">Far</p><who-said>${STORY}</who-said>`, "<style>#far { height: 4000px }</style>") } });
    try {
      const page = await tab.open(site.address);
      await settled(page);
      assert.equal(await page.$eval("who-said", (element) => element.matches(":state(reading), :state(ready)")), false);
      await page.$eval("who-said", (element) => Object.assign(element, { loading: "eager" }));
      await ready(page);
    } finally {
      await site.close();
    }
  });

  test("of language change the words of the interface and nothing else", async () => {
    const site = await serve({ pages: { "": html('<who-said src="/one.txt" lang="en" loading="eager"></who-said>'), "one.txt": "Mayor Ana Ruiz said: Yes." } });
    try {
      const page = await tab.open(site.address);
      await ready(page);
      await page.$eval("who-said", (element) => {
        Object.assign(element, { selected: 0, lang: "fr" });
        Reflect.set(window, "article", element.querySelector("article"));
      });
      await page.waitForFunction(() => document.querySelector("who-said")?.shadowRoot?.querySelector(".bar")?.getAttribute("lang") === "fr");
      await page.$eval("who-said", (element) => Object.assign(element, { strings: { statements: "Paroles" } }));
      await page.waitForFunction(() => document.querySelector("who-said")?.shadowRoot?.querySelector(".panel h2")?.textContent === "Paroles");
      assert.deepEqual(
        await inElement(page, (root) => [".bar", ".panel", ".card", ".card:popover-open", ".gutter"].map((part) => root.querySelectorAll(part).length)),
        [1, 1, 1, 1, 1],
      );
      assert.ok(await page.evaluate(() => Reflect.get(window, "article") === document.querySelector("who-said article")));
      assert.equal(site.asked.filter((path) => path === "one.txt").length, 1);
      await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.focus, root.querySelector(".card .icon"), []));
      await page.keyboard.press("Escape");
      await settled(page);
      assert.equal(await page.$eval("who-said", (element) => Reflect.get(element, "selected")), null);
    } finally {
      await site.close();
    }
  });

  test("set before the element was defined are kept", async () => {
    const page = await tab.open();
    await ready(page);
    const text = await page.evaluate(() => {
      const template = document.createElement("template");
      const early = template.content.ownerDocument.createElement("who-said");
      Object.assign(early, { text: "“Yes,” Hale said." });
      document.querySelector("main")?.replaceChildren(early);
      return Reflect.get(early, "text");
    });
    assert.equal(text, "“Yes,” Hale said.");
    await ready(page);
    assert.match(await page.$eval("who-said article", (article) => article.textContent ?? ""), /Hale said/);
  });
});
