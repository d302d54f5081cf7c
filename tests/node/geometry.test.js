// Where words are scrolled to, and where the card goes beside them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { EDGE, lay, shift } from "../../www/lib/geometry.js";

for (const [name, words, band, expected] of /** @type {const} */ ([
  ["in view", [100, 140], [0, 800], 0],
  ["in view to the last pixel", [0, 800], [0, 800], 0],
  ["below", [1000, 1040], [0, 800], 840],
  ["above", [-500, -460], [0, 800], -660],
  ["partly below", [780, 820], [0, 800], 620],
  ["under a header", [20, 60], [130, 800], -244],
  ["where a card takes most of the screen", [700, 740], [0, 200], 660],
  ["with just enough room", [700, 890], [0, 200], 690],
  ["larger than the screen", [300, 1500], [0, 800], 300],
  ["where there is no room at all", [300, 340], [50, 20], 250],
])) {
  test(`words are scrolled to: ${name}`, () => {
    assert.equal(shift({ top: words[0], bottom: words[1] }, { top: band[0], bottom: band[1] }), expected);
  });
}

const SCREEN = { width: 1280, height: 800, rtl: false };
const CARD = { width: 416, height: 300 };

for (const [name, [top, bottom], card, expected] of /** @type {const} */ ([
  ["below", [100, 140], CARD, { top: 148, height: 300 }],
  ["above where there is no room below", [600, 640], CARD, { top: 292, height: 300 }],
  ["cut, in the larger room above", [260, 560], CARD, { top: 8, height: 244 }],
  ["cut, in the larger room below", [200, 560], CARD, { top: 568, height: 224 }],
  ["over the end of words that leave no room", [20, 780], CARD, { top: 492, height: 300 }],
  ["over them with half of the screen at most", [20, 780], { width: 416, height: 700 }, { top: 392, height: 400 }],
  ["below though low, as it is low itself", [20, 680], { width: 416, height: 100 }, { top: 688, height: 100 }],
])) {
  test(`a card goes ${name}`, () => {
    const place = lay({ left: 300, right: 700, top, bottom }, card, SCREEN);
    assert.deepEqual(place, { left: 300, ...expected });
    assert.ok(place.top >= EDGE && place.top + place.height <= SCREEN.height - EDGE);
  });
}

test("a card begins where its words do, as far as the screen allows", () => {
  const words = { left: 1200, right: 1270, top: 100, bottom: 140 };
  assert.equal(lay(words, CARD, SCREEN).left, 1280 - 416 - EDGE);
  assert.equal(lay({ ...words, left: -20 }, CARD, SCREEN).left, EDGE);
  assert.equal(lay(words, CARD, { ...SCREEN, rtl: true }).left, 1270 - 416);
});
