/**
 * How speakers look: twelve colours, each with a line of its own, so that nobody needs to tell
 * colours apart. Every pair is `[light scheme, dark scheme]`.
 *
 * A tint stands behind the text (contrast with the text >= 4.5:1), a line under it (contrast with
 * the page and with the tint >= 3:1). `tests/node/palette.test.js` holds them to that.
 *
 * @typedef {{ tint: [string, string], line: [string, string], underline: string }} Look
 */

/** Looks of the twelve who speak most. @type {Look[]} */
export const LOOKS = [
  { tint: ["#d5e9fd", "#1b3a58"], line: ["#0465af", "#7dbdfe"], underline: "underline solid 1.5px" },
  { tint: ["#fedfd1", "#532c1a"], line: ["#a14206", "#fc9b6f"], underline: "underline dotted 2px" },
  { tint: ["#caf2d6", "#174229"], line: ["#0b7643", "#6cd092"], underline: "underline double 1.5px" },
  { tint: ["#f7dbfe", "#472c4d"], line: ["#874197", "#dc9beb"], underline: "underline dashed 1.5px" },
  { tint: ["#f1e7bd", "#433706"], line: ["#756208", "#d1b64a"], underline: "underline wavy 1.5px" },
  { tint: ["#bdf0fd", "#003f4b"], line: ["#0e6f81", "#2ccceb"], underline: "underline solid 4px" },
  { tint: ["#fedce5", "#532836"], line: ["#a33460", "#fb93b4"], underline: "underline dotted 4px" },
  { tint: ["#deedc6", "#303e15"], line: ["#536f02", "#a4c665"], underline: "underline dashed 4px" },
  { tint: ["#e3e4fd", "#353358"], line: ["#5d52b4", "#b0adfe"], underline: "underline overline solid 1.5px" },
  { tint: ["#ffe1bf", "#4d310b"], line: ["#895709", "#eca851"], underline: "underline overline dotted 2px" },
  { tint: ["#bef3eb", "#00423c"], line: ["#0d736a", "#2bd2c2"], underline: "underline overline dashed 1.5px" },
  { tint: ["#fddedc", "#552928"], line: ["#a8353a", "#fd9693"], underline: "underline overline double 1px" },
];

/** Look of everybody after the twelfth: told apart by their labels alone. @type {Look} */
export const OTHERS = {
  tint: ["#e8e8e8", "#3a3a3a"],
  line: ["#5f5f5f", "#b8b8b8"],
  underline: "underline solid 1px",
};

/** Look of statements that the text gives to nobody. @type {Look} */
export const NOBODY = {
  tint: ["#efefef", "#303030"],
  line: ["#6b6b6b", "#a8a8a8"],
  underline: "underline dotted 1px",
};

/** @typedef {{ slot: string, look: Look }} Dress */

/** Every slot and its look; a slot's name is part of the CSS variables' and highlights' names. @type {Dress[]} */
export const DRESSES = [
  ...LOOKS.map((look, place) => ({ slot: String(place + 1), look })),
  { slot: "other", look: OTHERS },
  { slot: "nobody", look: NOBODY },
];

/**
 * Gives each speaker a slot: who has more statements comes first.
 *
 * @param {readonly { statements: number }[]} speakers
 * @returns {string[]} The slot of each speaker, by place in the list.
 */
export function slots(speakers) {
  const order = speakers
    .map((speaker, id) => ({ id, statements: speaker.statements }))
    .sort((a, b) => b.statements - a.statements || a.id - b.id);
  /** @type {string[]} */
  const given = [];
  for (const [place, { id }] of order.entries()) {
    given[id] = place < LOOKS.length ? String(place + 1) : "other";
  }
  return given;
}

/**
 * Declarations for a line, in longhands, as WebKit knows only the plainest shorthand.
 *
 * @param {string} underline As in {@link Look}: lines, then style, then thickness.
 * @param {string} color
 */
export function lined(underline, color) {
  const [thickness, style, ...lines] = underline.split(" ").reverse();
  return `text-decoration-line: ${lines.join(" ")}; text-decoration-style: ${style};
    text-decoration-thickness: ${thickness}; text-decoration-color: ${color};`;
}

/**
 * A colour that follows the scheme of whoever uses it, and that a site may set.
 *
 * @param {string} slot
 * @param {"tint" | "line"} part
 * @param {Look} look
 */
export const color = (slot, part, look) =>
  `var(--who-said-${slot}-${part}, light-dark(${look[part][0]}, ${look[part][1]}))`;
