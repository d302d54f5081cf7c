// The element on other people's sites: strict, broken, hostile, foreign, crowded.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers } from "./harness.js";
import { events, get, inElement, painted, ready, settled } from "./element.js";
import { ARTICLE, page as html, serve } from "./site.js";

/** @import { Plan } from "./site.js" */
/** @import { Tab } from "./harness.js" */
/** @import { Page } from "puppeteer-core" */

const ELEMENT = `<who-said loading="eager">${ARTICLE}</who-said>`;

/**
 * @param {Tab} tab
 * @param {Plan} plan
 * @param {(page: Page, site: { address: string, asked: string[] }) => Promise<void>} task
 */
async function on(tab, plan, task) {
  const site = await serve(plan);
  try {
    await task(await tab.open(site.address), site);
  } finally {
    await site.close();
  }
}

const note = (/** @type {Page} */ page) => inElement(page, (root) => root.querySelector(".note")?.textContent ?? "");

inBrowsers("on a site", (tab) => {
  test("whose policy forbids wasm, it says so and leaves the article whole", async () => {
    tab.expect(/Content.Security.Policy|who-said|CompileError/i);
    const headers = { "content-security-policy": "default-src 'self'; img-src data:" };
    await on(tab, { pages: { "": html(ELEMENT) }, headers }, async (page) => {
      await ready(page);
      assert.match(await note(page), /Content-Security-Policy .*'wasm-unsafe-eval'/);
      assert.equal(await page.$eval("article", (article) => article.outerHTML), ARTICLE);
      assert.ok(await page.$eval("article p", (line) => line.checkVisibility()));
    });
  });

  test("that sends wasm by a wrong type, it reads all the same", async () => {
    tab.expect(/MIME/);
    await on(tab, { pages: { "": html(ELEMENT) }, types: { wasm: "application/octet-stream" } }, async (page) => {
      await ready(page);
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The pier will open")));
    });
  });

  test("that has lost the wasm, it says so", async () => {
    tab.expect(/404|who-said|not loaded/);
    await on(tab, { pages: { "": html(ELEMENT), "pkg/whosaid.js": "export default async () => { throw new Error('no wasm'); }" } }, async (page) => {
      await ready(page);
      assert.match(await note(page), /could not be loaded \(no wasm\)/);
    });
  });

  test("with hostile styles, its controls stay readable and in place", async () => {
    const hostile =
      "<style>* { all: unset !important; } div, span, button { display: none !important; color: lime !important; font: 90px fantasy !important; }" +
      " who-said { display: block !important; font-size: 16px !important; } .chip, .card { position: fixed !important; inset: 0 !important; }</style>";
    await on(tab, { pages: { "": html(ELEMENT, hostile) } }, async (page) => {
      await ready(page);
      const chips = await inElement(page, (root) =>
        [...root.querySelectorAll(".chip:not([hidden])")].map((chip) => {
          const { height, width } = chip.getBoundingClientRect();
          return { height, width, shown: chip.checkVisibility(), color: getComputedStyle(chip).color };
        }),
      );
      assert.ok(chips.length >= 2);
      for (const chip of chips) {
        assert.ok(chip.shown && chip.height >= 24 && chip.height < 60 && chip.width < 400, JSON.stringify(chip));
        assert.notEqual(chip.color, "rgb(0, 255, 0)");
      }
    });
  });

  test("that takes the script from another origin, it runs without a worker", async () => {
    const cdn = await serve({ headers: { "access-control-allow-origin": "*" } });
    const long = `<p>Mayor Ana Ruiz said: The pier will open in May.</p>`.repeat(4000);
    const foreign = html(`<who-said loading="eager"><article>${long}</article></who-said>`).replace("/who-said.js", `${cdn.address}who-said.js`);
    try {
      await on(tab, { pages: { "": foreign } }, async (page) => {
        await ready(page);
        await settled(page);
        assert.ok((await get(page, "shown")).length >= 4000);
        assert.ok((await painted(page, /-said$/)).length > 0);
      });
      assert.ok(!cdn.asked.includes("lib/worker.js"));
    } finally {
      await cdn.close();
    }
  });

  test("that forbids workers, it reads in the page", async () => {
    tab.expect(/Content.Security.Policy|worker-src|Refused|SecurityError|not loaded/i);
    const headers = { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'; img-src data:" };
    const topical = ELEMENT.replace("<who-said", '<who-said topics="pier"');
    await on(tab, { pages: { "": html(topical) }, headers }, async (page) => {
      await ready(page);
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The pier will open")));
      assert.deepEqual(await painted(page, /^topic$/), ["Pier", "pier"]);
    });
  });

  test("of its own, it reads long texts in a worker", async () => {
    const long = `<p>Mayor Ana Ruiz said: The pier will open in May.</p>`.repeat(4000);
    await on(tab, { pages: { "": html(`<who-said loading="eager" topics="pier"><article>${long}</article></who-said>`) } }, async (page, { asked }) => {
      await ready(page);
      assert.ok((await get(page, "shown")).length >= 4000);
      assert.ok(asked.includes("lib/worker.js"));
      await page.$eval("who-said", (element) => Object.assign(element, { topics: ["pier", "May"], filter: { topics: ["May"] } }));
      await page.waitForFunction(() => document.querySelector("who-said")?.shadowRoot?.querySelectorAll(".chip .topic").length === 2);
      await settled(page);
      assert.ok((await get(page, "shown")).length >= 4000, "the worker finds topics");
    });
  });

  test("inside another component, it paints there", async () => {
    const script = `const root = document.querySelector("#outer").attachShadow({ mode: "open" });
      const inner = document.createElement("who-said"); inner.setAttribute("loading", "eager");
      inner.append(document.querySelector("article")); root.append(inner);`;
    const pages = { "": html(`<div id="outer"></div>${ARTICLE}<script type="module" src="/mount.js"></script>`), "mount.js": script };
    await on(tab, { pages }, async (page) => {
      await page.waitForFunction(() => document.querySelector("#outer")?.shadowRoot?.querySelector("who-said")?.matches(":state(ready)"));
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("The money is there")));
      assert.equal(await page.$eval("#outer", (outer) => outer.shadowRoot?.adoptedStyleSheets.length), 1);
    });
  });

  test("with several on a page, each keeps to its own", async () => {
    const two = `${ELEMENT}<who-said id="two" loading="eager"><p>“We stay,” Tom Hale said. “We go,” Ana Ruiz said.</p></who-said>`;
    await on(tab, { pages: { "": html(two) } }, async (page, { asked }) => {
      await ready(page);
      await ready(page, "#two");
      assert.equal(asked.filter((path) => path === "lib/worker.js").length, 1, "they share a worker");
      const all = await painted(page, /-(said|told)$/);
      assert.ok(all.some((text) => text.includes("We stay")) && all.some((text) => text.includes("The money")));
      await page.$eval("#two", (element) => element.setAttribute("speaker", "Tom Hale"));
      await settled(page);
      const now = await painted(page, /-(said|told)$/);
      assert.ok(!now.some((text) => text.includes("We go")) && now.some((text) => text.includes("The money")));
      await page.$eval("#two", (element) => element.remove());
      const left = await painted(page, /./);
      assert.ok(left.length > 0 && !left.some((text) => text.includes("We stay")));
    });
  });
});

const FOREIGN =
  "<html lang=en><head><title>x</title><script>parent.hurt = self.hurt = true</script></head><body><nav>Home</nav><main>" +
  "<h1 onclick='hurt()'>Pier to open</h1><img src=/spy.png onerror='self.hurt = true'>Lone words." +
  "<p>Mayor Ana Ruiz said: <b>The pier</b> will<br>open in May.</p><script src=/spy.js></script>" +
  "<div><blockquote><p>“We are ready,” Tom Hale said.</p></blockquote><ul><li>One<li lang=fa dir=rtl>دو</ul></div>" +
  "<style>body { display: none }</style><iframe src=/spy.html></iframe><aside>Read more</aside></main><footer>End</footer></body></html>";

inBrowsers("an HTML page as src", (tab) => {
  test("gives its words and nothing else", async () => {
    // A policy is also told of what it would forbid in a document that never runs.
    tab.expect(/Executing inline event handler|Applying inline style/);
    const pages = { "": html('<who-said src="/story.html" loading="eager">Fallback</who-said>'), "story.html": FOREIGN };
    const headers = {
      "content-security-policy":
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; require-trusted-types-for 'script'; trusted-types whosaid",
    };
    await on(tab, { pages, headers }, async (page, { asked }) => {
      await ready(page);
      const article = await page.$eval("who-said article", ({ innerHTML }) => innerHTML);
      assert.equal(
        article,
        "<h1>Pier to open</h1><p>Lone words.</p><p>Mayor Ana Ruiz said: The pier will<br>open in May.</p>" +
          "<div><blockquote><p>“We are ready,” Tom Hale said.</p></blockquote>" +
          '<ul><li>One</li><li lang="fa" dir="rtl">دو</li></ul></div>',
      );
      assert.ok((await painted(page, /-said$/)).some((text) => text.includes("We are ready")));
      assert.ok(!(await page.evaluate(() => "hurt" in window)));
      assert.deepEqual(asked.filter((path) => path.startsWith("spy")), []);
    });
  });

  test("from another origin follows the rules of fetch", async () => {
    tab.expect(/CORS|who-said|not loaded|ERR_FAILED|cross-origin/i);
    const other = await serve({ pages: { "story.html": FOREIGN } });
    await on(tab, { pages: { "": html(`<who-said src="${other.address}story.html">Fallback</who-said>`) } }, async (page) => {
      const heard = await events(page, "reading-error");
      await ready(page);
      assert.ok((await note(page)).length > 0);
      assert.ok((await heard()).length <= 1);
      assert.match(await page.$eval("who-said", ({ textContent }) => textContent ?? ""), /Fallback/);
    });
    await other.close();
  });
});
