// The palette's promises: readable text on every tint, visible lines, and no two alike.
import assert from "node:assert/strict";
import { test } from "node:test";

import { DRESSES, LOOKS, slots } from "../../www/lib/palette.js";

/** Page and text colours of a plain page, as [light scheme, dark scheme]. */
const PAPER = ["#ffffff", "#121212"];
const INK = ["#1a1a1a", "#e6e6e6"];

const TEXT_CONTRAST = 4.5;
const MARK_CONTRAST = 3;

for (const [scheme, name] of ["light", "dark"].entries()) {
  test(`text on every tint and every line can be seen (${name})`, () => {
    const paper = PAPER[scheme] ?? "";
    const ink = INK[scheme] ?? "";
    for (const { slot, look } of DRESSES) {
      const tint = look.tint[scheme] ?? "";
      const line = look.line[scheme] ?? "";
      assert.ok(contrast(ink, tint) >= TEXT_CONTRAST, `${slot}: text on tint ${contrast(ink, tint)}`);
      assert.ok(contrast(line, paper) >= MARK_CONTRAST, `${slot}: line on page ${contrast(line, paper)}`);
      assert.ok(contrast(line, tint) >= MARK_CONTRAST, `${slot}: line on tint ${contrast(line, tint)}`);
      const current = mix(line, tint, 0.22);
      assert.ok(contrast(ink, current) >= TEXT_CONTRAST, `${slot}: text on current ${contrast(ink, current)}`);
    }
  });
}

test("twelve speakers have twelve lines", () => {
  assert.equal(LOOKS.length, 12);
  assert.equal(new Set(LOOKS.map((look) => look.underline)).size, 12);
});

test("who speaks most comes first, and the thirteenth shares a look", () => {
  const speakers = Array.from({ length: 14 }, (_, id) => ({ statements: id }));
  const given = slots(speakers);
  assert.equal(given[13], "1");
  assert.equal(given[2], "12");
  assert.deepEqual(given.slice(0, 2), ["other", "other"]);
});

/** Contrast of two colours by WCAG 2.2. @param {string} one @param {string} other */
function contrast(one, other) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} color */
function luminance(color) {
  const [r = 0, g = 0, b = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} color */
function channels(color) {
  assert.match(color, /^#[0-9a-f]{6}$/);
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** @param {string} one @param {string} other @param {number} share Of the first. */
function mix(one, other, share) {
  const second = channels(other);
  const mixed = channels(one).map((channel, place) => channel * share + (second[place] ?? 0) * (1 - share));
  return `#${mixed.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
