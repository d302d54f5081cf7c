// Long texts out of the files of a corpus.
import { readFile } from "node:fs/promises";

/**
 * The texts one after the other, again and again, until they have this length at least.
 *
 * @param {string[]} files
 * @param {number} length
 */
export async function collect(files, length) {
  let text = "";
  for (let at = 0; text.length < length; at += 1) {
    text += `${await readFile(files[at % files.length] ?? "", "utf8")}\n\n`;
  }
  return text;
}
