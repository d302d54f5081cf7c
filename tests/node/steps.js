// Reads a text as the worker does, step by step, and says what that takes of the module's memory.

/** @import { Reading } from "../../www/pkg/whosaid.js" */
/** @typedef {typeof import("../../www/pkg/whosaid.js")} Core */

/**
 * @param {Core["parseInSteps"]} parseInSteps
 * @param {string} text
 * @returns {Reading}
 */
export function readInSteps(parseInSteps, text) {
  const steps = parseInSteps(text);
  let reading;
  while (!reading) reading = steps.step();
  steps.free();
  return reading;
}

/**
 * How much an instance that has read nothing yet grows by a text, in bytes of the text. It never
 * shrinks, so that is the most that any stage needs.
 *
 * @param {Core["parseInSteps"]} parseInSteps
 * @param {WebAssembly.Memory} memory
 * @param {string} text
 */
export function growth(parseInSteps, memory, text) {
  // Unpacks the tables.
  readInSteps(parseInSteps, "Xi said: The door stays open.").free();
  const tables = memory.buffer.byteLength;
  const reading = readInSteps(parseInSteps, text);
  const spans = reading.spans().length / 3;
  reading.free();
  return { times: (memory.buffer.byteLength - tables) / Buffer.byteLength(text), tables, spans };
}
