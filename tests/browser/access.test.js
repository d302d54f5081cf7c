// Readers who do not see, do not point, or see in their own colours: axe in every state, and what axe
// cannot know.
import assert from "node:assert/strict";
import { test } from "node:test";

import axe from "axe-core";

import { inBrowsers } from "./harness.js";
import { get, inElement, ready, set, settled } from "./element.js";

/** @import { Page } from "puppeteer-core" */
/** @import { Look } from "./harness.js" */

/** What axe has against the page, by the rules of WCAG 2.2 A and AA and its own best practices. @param {Page} page */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`(() => { ${axe.source} })()`);
  return page.evaluate(async () => {
    /** @type {typeof import("axe-core")} */
    const axe = Reflect.get(window, "axe");
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
  });
}

/** Of everything at once as much as goes together. */
const EVERYTHING = { filter: { speakers: ["Bashar Al-Assad"] }, overview: true, selected: 4, corrections: [{ statement: 4, speaker: null }] };

/** @type {Record<string, Record<string, unknown>>} */
const STATES = {
  "as it comes": {},
  "filtered": { filter: { speakers: ["Bashar Al-Assad"], topics: ["resistance"] } },
  "with nothing left": { filter: { speakers: ["Nobody by this name"] } },
  "as a list": { filter: { speakers: ["Bashar Al-Assad"] }, others: "hide" },
  "with the overview": { overview: true },
  "with a card": { selected: 4 },
  "with a corrected statement": { corrections: [{ statement: 4, speaker: null }], selected: 4 },
  "in marks": { marks: true, filter: { speakers: ["Bashar Al-Assad"] } },
  "with everything": EVERYTHING,
};

/** The way a page looks to its reader, and how to know that it does. @type {Record<string, { look: Look, holds: string }>} */
const LOOKS = {
  "in dark": { look: { dark: true }, holds: "(prefers-color-scheme: dark)" },
  "on a phone": { look: { width: 320, height: 640 }, holds: "(max-width: 334px)" },
  "in forced colours": { look: { forcedColors: true }, holds: "(forced-colors: active), (prefers-contrast: more)" },
};

inBrowsers("nothing against it", (tab) => {
  test("in any state", async () => {
    const page = await tab.open();
    await ready(page);
    for (const [state, values] of Object.entries(STATES)) {
      await set(page, { filter: {}, others: "dim", overview: false, selected: null, corrections: [], marks: false, ...values });
      assert.deepEqual(await violations(page), [], state);
    }
  });

  test("with a card that has more words than room", async () => {
    const page = await tab.open("", { height: 600 });
    await ready(page);
    await page.select("#sample", "seeds/dept-briefing.txt");
    await page.waitForFunction(() => document.querySelector("who-said article")?.textContent?.includes("DOLAN"));
    await ready(page);
    const { statements } = await get(page, "reading");
    const length = (/** @type {any} */ { content }) => content.at(-1)[1] - content[0][0];
    await set(page, { selected: statements.toSorted((/** @type {any} */ a, /** @type {any} */ b) => length(b) - length(a))[0].id });
    assert.deepEqual(await violations(page), []);
  });

  for (const [name, { look, holds }] of Object.entries(LOOKS)) {
    test(`${name}, as it comes and with everything`, async () => {
      const page = await tab.open("", look);
      await ready(page);
      assert.ok(await page.evaluate((query) => matchMedia(query).matches, holds), holds);
      assert.deepEqual(await violations(page), []);
      await set(page, EVERYTHING);
      assert.deepEqual(await violations(page), []);
    });
  }

  for (const language of tab.engine === "chromium" ? ["fa", "ar", "fr", "es", "ru", "zh"] : ["fa"]) {
    test(`in ${language}, all of it, mirrored where it has to be`, async () => {
      const page = await tab.open();
      await ready(page);
      await page.$eval("who-said", (element, language) => element.setAttribute("lang", language), language);
      await page.waitForFunction(
        (language) => document.querySelector("who-said")?.shadowRoot?.querySelector(".bar")?.getAttribute("lang") === language,
        {},
        language,
      );
      await ready(page);
      await set(page, { overview: true, selected: 4 });
      assert.deepEqual(await violations(page), []);
      const sides = await inElement(page, (root) => {
        const left = (/** @type {string} */ part) => root.querySelector(part)?.getBoundingClientRect().left ?? NaN;
        return { panel: left(".panel"), text: left(".text"), chip: left(".chip"), steps: left(".steps") };
      });
      const mirrored = ["fa", "ar"].includes(language);
      assert.equal(sides.panel < sides.text, mirrored, "the list stands at the end");
      assert.equal(sides.chip > sides.steps, mirrored);
      const english = await inElement(page, (root) => /statements?\b|Overview|Copy/.test(root.querySelector(".frame")?.textContent ?? ""));
      assert.ok(!english);
    });
  }
});

inBrowsers("the keyboard alone", (tab) => {
  test("opens a card, stays in it while it steps, and comes back", async () => {
    const page = await tab.open();
    await ready(page);
    await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.focus, root.querySelectorAll(".list button")[2], []));
    await page.keyboard.press("Enter");
    await settled(page);
    const place = () =>
      inElement(page, (root) => {
        const focused = root.activeElement;
        return { card: Boolean(focused?.closest(".card")), at: [...root.querySelectorAll(".list button")].indexOf(/** @type {any} */ (focused)) };
      });
    assert.equal((await place()).card, true, "the card has the focus");
    const first = await get(page, "selected");
    await page.keyboard.press("j");
    await settled(page);
    assert.notEqual(await get(page, "selected"), first);
    assert.equal((await place()).card, true);
    await page.keyboard.press("Escape");
    await settled(page);
    assert.deepEqual(await place(), { card: false, at: 2 });
  });

  test("keeps a place when the control that it is on goes", async () => {
    const page = await tab.open();
    await ready(page);
    const focused = () => inElement(page, (root) => root.activeElement?.className ?? null);
    for (const speakers of [["Bashar Al-Assad"], ["Peter Dolan"]]) {
      await set(page, { filter: { speakers } });
      const at = speakers[0] === "Peter Dolan" ? ".chip[value]" : ".only + .quiet, .status ~ .quiet:nth-of-type(2)";
      await inElement(page, `(root) => root.querySelector(${JSON.stringify(at)}).focus()`);
      await page.keyboard.press("Enter");
      await settled(page);
      assert.equal(await get(page, "shown").then(({ length }) => length), 24);
      assert.equal(await focused(), "status");
    }
  });

  test("is told its keys, and how topics are written", async () => {
    const page = await tab.open("", { width: 390, height: 844 });
    await ready(page);
    const keys = await inElement(page, (root) =>
      [...root.querySelectorAll(".steps [aria-keyshortcuts]")].map((button) => [button.getAttribute("aria-label"), button.getAttribute("title"), button.getAttribute("aria-keyshortcuts")]),
    );
    const [previous, next] = [["Previous statement", "Previous statement (k)", "k"], ["Next statement", "Next statement (j)", "j"]];
    assert.deepEqual(keys, [previous, next, previous, next]);

    const height = () => inElement(page, (root) => root.querySelector(".bar")?.getBoundingClientRect().height);
    const before = await height();
    await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.focus, root.querySelector(".box"), []));
    await settled(page);
    const hint = await inElement(page, (root) => {
      const hint = root.getElementById(root.querySelector(".box")?.getAttribute("aria-describedby") ?? "");
      const { left, right, top, bottom } = hint?.getBoundingClientRect() ?? new DOMRect();
      return { text: hint?.textContent ?? "", left, right, isOnTop: root.elementsFromPoint(left + 5, (top + bottom) / 2).length > 0 && hint?.checkVisibility() };
    });
    assert.match(hint.text, /United States = U\.S\., US/);
    // WebKit's driver gives a window no focus, and nothing in it looks as if it had any.
    if (tab.engine === "webkit") return;
    assert.ok(hint.isOnTop && hint.left >= 0 && hint.right <= 390, JSON.stringify(hint));
    assert.equal(await height(), before, "nothing moves under the pointer");
    assert.deepEqual(await violations(page), []);
  });

  test("stays where the page has it when the page steps", async () => {
    const page = await tab.open();
    await ready(page);
    await page.$eval("#paste", (button) => /** @type {HTMLElement} */ (button).focus());
    await page.$eval("who-said", (element) => Reflect.apply(Reflect.get(element, "next"), element, []));
    await settled(page);
    assert.equal(await get(page, "selected"), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "paste");
  });

  test("sees where it is at every stop", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { overview: true });
    await page.click("h1");
    const stops = await page.evaluate(() => document.querySelector("who-said")?.shadowRoot?.querySelectorAll("button, input, summary").length ?? 0);
    let seen = 0;
    for (let step = 0; step < stops + 3; step += 1) {
      await page.keyboard.press("Tab");
      const outline = await inElement(page, (root) => {
        const focused = root.activeElement;
        return focused && getComputedStyle(focused).outlineStyle;
      });
      if (outline === null) continue;
      assert.notEqual(outline, "none");
      seen += 1;
    }
    assert.ok(seen > 20, `${seen} stops`);
  });
});

inBrowsers("a screen reader", (tab) => {
  test("hears how many statements are left, and finds each as text", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { filter: { speakers: ["Bashar Al-Assad"] } });
    const heard = await inElement(page, (root) => ({
      role: root.querySelector(".status")?.getAttribute("role"),
      list: root.querySelectorAll(".list li").length,
      names: [...root.querySelectorAll(".label")].every(({ tagName }) => tagName === "BDI"),
    }));
    assert.equal(heard.role, "status");
    assert.equal(heard.list, (await get(page, "shown")).length);
    assert.ok(heard.names, "names stand apart from the direction around them");
  });
});

inBrowsers("a screen reader in the card", (tab) => {
  test("hears what next has brought, and the number of statements only when that changes", async () => {
    const page = await tab.open();
    await ready(page);
    await inElement(page, (root) => void Reflect.apply(HTMLElement.prototype.click, root.querySelector(".list button"), []));
    await settled(page);
    const news = () => inElement(page, (root) => root.querySelector(".card [aria-live=polite]")?.textContent);
    assert.equal(await news(), "", "what the dialog says by itself is not said twice");
    await inElement(page, (root) => {
      const status = /** @type {Element} */ (root.querySelector(".status"));
      new MutationObserver((changes) => Reflect.set(window, "changes", changes.length)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await page.keyboard.press("j");
    await settled(page);
    assert.match((await news()) ?? "", /^Ayatollah Khamenei\. 2 of 24\. .{20}/);
    assert.equal(await page.evaluate(() => Reflect.get(window, "changes") ?? null), null);
    const described = await inElement(page, (root) => root.getElementById(root.querySelector(".card")?.getAttribute("aria-describedby") ?? "")?.tagName);
    assert.equal(described, "BLOCKQUOTE");
  });
});

inBrowsers("paper", (tab) => {
  test("has the legend and the lines, not the controls", async () => {
    const page = await tab.open();
    await ready(page);
    await set(page, { overview: true });
    const { shown, hidden } = await inElement(page, (root) => {
      // Only some engines can be asked for the styles of paper; all can be told to take them for a screen's.
      for (const { cssRules } of root.adoptedStyleSheets) {
        for (const rule of cssRules) if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") rule.media.mediaText = "all";
      }
      /** @param {string} part */
      const visible = (part) => root.querySelector(part)?.checkVisibility();
      return {
        shown: [".chip", ".text", ".strip", ".matrix"].map(visible),
        hidden: [".panel", ".box", ".steps", ".card", "summary", ".pair .icon"].map(visible),
      };
    });
    assert.deepEqual(shown, [true, true, true, true]);
    assert.deepEqual(hidden, [false, false, false, false, false, false]);
  });
});
