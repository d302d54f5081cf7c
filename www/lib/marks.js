/**
 * Sets stretches of the page in `<mark>` elements, for readers and programs that highlights do not
 * reach, and takes them out again.
 *
 * A text node keeps its place as the first of the pieces it is cut into, so that whoever wrote the
 * page and holds on to it still finds it where it was.
 *
 * @typedef {import("./highlights.js").Places} Places
 * @typedef {import("./text-map.js").Piece} Piece
 * @typedef {import("./text-map.js").TextMap} TextMap
 */

export class Marker {
  /** @type {Map<Text, Cut>} */
  #cuts = new Map();

  /**
   * Marks exactly these places, touching only text whose marks change.
   *
   * @param {TextMap} map Of the page without marks.
   * @param {Places} wanted
   * @returns {TextMap} Of the page with them.
   */
  mark(map, wanted) {
    const runs = flatten(wanted);
    /** @type {Piece[]} */
    const pieces = [];
    for (const { node, start } of map.pieces) {
      const end = start + (this.#cuts.get(node)?.whole ?? node.data).length;
      /** @type {Run[]} */
      const own = [];
      for (let run = runs.at(-1); run && run.start < end; run = runs.at(-1)) {
        const place = { ...run, start: Math.max(run.start - start, 0), end: Math.min(run.end, end) - start };
        if (place.end > 0) own.push(place);
        if (run.end > end) break;
        runs.pop();
      }
      this.#cut(node, own);
      pieces.push({ node, start });
      for (const piece of this.#cuts.get(node)?.pieces ?? []) pieces.push({ ...piece, start: start + piece.start });
    }
    return map.of(pieces);
  }

  /** Takes every mark out. */
  clear() {
    for (const [node, cut] of this.#cuts) mend(node, cut);
    this.#cuts.clear();
  }

  /** @param {Text} node @param {Run[]} runs Within the node. */
  #cut(node, runs) {
    const before = this.#cuts.get(node);
    const whole = before?.whole ?? node.data;
    const seen = runs.filter(({ start, end }) => whole.slice(start, end).trim());
    const key = seen.map(({ start, end, names }) => `${start} ${end} ${names}`).join();
    if (key === (before?.key ?? "")) return;
    if (before) mend(node, before);
    this.#cuts.delete(node);
    if (seen.length === 0) return;

    /** @type {Piece[]} */
    const pieces = [];
    /** @type {ChildNode[]} */
    const added = [];
    /** @param {number} start @param {number} end @param {string} [names] */
    const add = (start, end, names) => {
      if (end <= start) return;
      const text = document.createTextNode(whole.slice(start, end));
      pieces.push({ node: text, start });
      added.push(names ? markOf(names, text) : text);
    };
    const head = whole.slice(0, seen[0]?.start);
    let at = head.length;
    for (const { start, end, names } of seen) {
      add(at, start);
      add(start, end, names);
      at = end;
    }
    add(at, whole.length);
    node.data = head;
    node.after(...added);
    this.#cuts.set(node, { key, whole, head, pieces, added });
  }
}

/**
 * A text node in pieces: `head` is what it still holds of `whole`.
 * @typedef {{ key: string, whole: string, head: string, pieces: Piece[], added: ChildNode[] }} Cut
 */

/** Words that the page has written into the node meanwhile stay. @param {Text} node @param {Cut} cut */
function mend(node, { whole, head, added }) {
  for (const one of added) one.remove();
  if (node.data === head) node.data = whole;
}

/** @typedef {{ start: number, end: number, names: string }} Run */

/** Stretches that do not overlap, each with all of its names, the first one last. @param {Places} places @returns {Run[]} */
function flatten(places) {
  /** @type {{ at: number, name: string, by: number }[]} */
  const edges = [];
  for (const [name, ranges] of places) {
    for (const [start, end] of ranges) edges.push({ at: start, name, by: 1 }, { at: end, name, by: -1 });
  }
  edges.sort((a, b) => a.at - b.at);
  /** @type {Map<string, number>} */
  const open = new Map();
  /** @type {Run[]} */
  const runs = [];
  let from = 0;
  for (const { at, name, by } of edges) {
    if (at > from && open.size > 0) runs.push({ start: from, end: at, names: [...open.keys()].join(" ") });
    from = at;
    const depth = (open.get(name) ?? 0) + by;
    if (depth === 0) open.delete(name);
    else open.set(name, depth);
  }
  return runs.reverse();
}

/** @param {string} names @param {Text} text */
function markOf(names, text) {
  const mark = document.createElement("mark");
  mark.dataset.whoSaid = names;
  mark.append(text);
  return mark;
}
