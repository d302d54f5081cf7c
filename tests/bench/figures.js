// Figures out of many runs, and the tables that they stand in.

/**
 * Milliseconds of each of some runs, after one to warm up.
 *
 * @param {() => unknown} task
 * @param {{ least?: number, most?: number, time?: number }} [runs] How many, and for how long (ms) between these.
 * @returns {number[]}
 */
export function timesOf(task, { least = 5, most = 100, time = 500 } = {}) {
  task();
  const times = [];
  const end = performance.now() + time;
  while (times.length < least || (performance.now() < end && times.length < most)) times.push(timeOf(task));
  return times;
}

/** Milliseconds of one run. @param {() => unknown} task */
export function timeOf(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** @param {number[]} values */
export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** @param {number[]} values */
export const least = (values) => Math.min(...values);

/**
 * Prints a table as Markdown.
 *
 * @param {string} title
 * @param {string[]} head Of the columns but the first, which has names.
 * @param {(string | number)[][]} rows
 */
export function table(title, head, rows) {
  console.log(`${title}\n`);
  console.log(line(["", ...head]));
  console.log(line(["---", ...head.map(() => "---:")]));
  for (const row of rows) console.log(line(row));
  console.log();
}

/** @param {(string | number)[]} cells */
const line = (cells) => `| ${cells.join(" | ")} |`.replace("|  |", "| |");

/** A row of the middle and the least of some runs. @param {string} name @param {number[]} values @param {number} [digits] */
export const row = (name, values, digits = 1) => [name, median(values).toFixed(digits), least(values).toFixed(digits)];
