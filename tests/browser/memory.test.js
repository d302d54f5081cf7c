// Ten thousand texts read and freed in one page: the memory stays as it was after many before them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers, insist } from "./harness.js";

const ROUNDS = 10_000;
/** Rounds after which everything has been loaded and grown to its size. */
const WARM = 15_000;
/** What the scripts may keep: 20 bytes a round, less than any object. */
const HEAP_GROWTH = 200_000;
/** Code that the engine compiles meanwhile counts too, but not each time; what is kept does. Chromium alone tells. */
const TIMES = 3;

/**
 * Sent to the page as text.
 *
 * @param {number} rounds
 */
async function run(rounds) {
  /** @type {typeof import("../../www/lib/api.js")} */
  const api = await import(new URL("lib/api.js", document.baseURI).href);
  const { memory } = await api.default();
  const text = "Mayor Ana Ruiz met the crews. “The pier will open in May,” she told them.";
  const html = `<article><p>${text}</p></article>`;
  let statements = 0;
  for (let round = 0; round < rounds; round += 1) {
    const reading = round % 10 ? api.parse(text) : null;
    const page = reading ? null : api.parseHtml(html);
    const { data } = { data: (reading ?? page?.reading)?.toJSON() };
    statements += data?.statements.length ?? 0;
    reading?.free();
    page?.free();
    // One that is given up on the way.
    if (round % 50 === 0) {
      const steps = api.parseInSteps(text);
      steps.step();
      steps.step();
      steps.free();
    }
  }
  return { statements, bytes: memory.buffer.byteLength };
}

inBrowsers("memory", (tab) => {
  test(
    `is flat over ${ROUNDS} texts`,
    insist(tab, async () => {
      const page = await tab.open();
      /** @param {number} rounds @returns {ReturnType<typeof run>} */
      const read = (rounds) => /** @type {any} */ (page.evaluate(`(${run})(${rounds})`));
      const heap = tab.engine === "chromium" ? await page.createCDPSession() : null;
      const used = async () => {
        await heap?.send("HeapProfiler.collectGarbage");
        return (await heap?.send("Runtime.getHeapUsage"))?.usedSize ?? 0;
      };
      const warm = await read(WARM);
      assert.equal(warm.statements, WARM);
      const growths = [];
      let before = await used();
      for (let time = 0; time < (heap ? TIMES : 1); time += 1) {
        const { statements, bytes } = await read(ROUNDS);
        assert.equal(statements, ROUNDS);
        assert.equal(bytes, warm.bytes, "the module's memory grew");
        const after = await used();
        growths.push(after - before);
        before = after;
      }
      const least = Math.min(...growths);
      assert.ok(least < HEAP_GROWTH, `the scripts' memory grew by ${growths.join(", ")} bytes`);
      console.log(`${tab.engine}: module ${warm.bytes} bytes all along; scripts ${growths.join(", ")} bytes more`);
    }),
  );
});
