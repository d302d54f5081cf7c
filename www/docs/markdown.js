/**
 * As much of Markdown as these pages use: headings, paragraphs, lists, tables, fenced code, and in a line
 * code, links, strong and emphasis; comments are left out.
 *
 * @typedef {{ kind: "heading", level: number, text: string }
 *   | { kind: "code", language: string, text: string }
 *   | { kind: "list", ordered: boolean, items: string[] }
 *   | { kind: "table", rows: string[][] }
 *   | { kind: "paragraph", text: string }} Block
 * @typedef {{ kind: "text" | "code" | "strong" | "em", text: string }
 *   | { kind: "link", text: string, address: string }} Inline
 */

/** @param {string} text @returns {Block[]} */
export function read(text) {
  /** @type {Block[]} */
  const blocks = [];
  const lines = text.split("\n");
  /** Takes lines while they fit. @param {RegExp} pattern */
  const take = (pattern) => {
    const taken = [];
    while (lines.length > 0 && pattern.test(lines[0] ?? "")) taken.push(lines.shift() ?? "");
    return taken;
  };
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    const [, hashes, title] = /^(#{1,6}) (.*)/.exec(line) ?? [];
    const [, item] = /^(?:-|\d+\.) (.*)/.exec(line) ?? [];
    if (line.startsWith("<!--")) {
      // For who edits the file.
      if (!line.includes("-->")) take(/^(?!.*-->)/), lines.shift();
    } else if (hashes) {
      blocks.push({ kind: "heading", level: hashes.length, text: title ?? "" });
    } else if (line.startsWith("```")) {
      const code = take(/^(?!```)/);
      lines.shift();
      // Rust hides lines that only its compiler needs.
      const shown = line === "```rust" ? code.filter((line) => !/^# /.test(line)) : code;
      blocks.push({ kind: "code", language: line.slice(3), text: shown.join("\n") });
    } else if (item !== undefined) {
      const rest = [line, ...take(/^(?:(?:-|\d+\.) |  +\S)/)];
      const items = rest.join("\n").split(/^(?:-|\d+\.) /m).slice(1).map(join);
      blocks.push({ kind: "list", ordered: /^\d/.test(line), items });
    } else if (line.startsWith("|")) {
      const rows = [line, ...take(/^\|/)].filter((row) => !/^[|\s:-]+$/.test(row) || row === line);
      blocks.push({ kind: "table", rows: rows.map(cells) });
    } else if (line.trim()) {
      blocks.push({ kind: "paragraph", text: join([line, ...take(/^(?![-#|`]|\d+\. |\s*$)|^`(?!``)/)].join("\n")) });
    }
  }
  return blocks;
}

/** @param {string} row */
function cells(row) {
  const inner = row.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** @param {string} text */
const join = (text) => text.trim().replace(/\s*\n\s*/g, " ");

/** @param {string} text @returns {Inline[]} */
export function inline(text) {
  /** @type {Inline[]} */
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(/`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g)) {
    const [whole, code, label, address, strong, em] = match;
    if (match.index > done) parts.push({ kind: "text", text: text.slice(done, match.index) });
    done = match.index + whole.length;
    if (code) parts.push({ kind: "code", text: code });
    else if (label && address) parts.push({ kind: "link", text: label.replaceAll("`", ""), address });
    else if (strong) parts.push({ kind: "strong", text: strong });
    else parts.push({ kind: "em", text: em ?? "" });
  }
  if (done < text.length) parts.push({ kind: "text", text: text.slice(done) });
  return parts;
}
