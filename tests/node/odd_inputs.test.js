// Bad and odd inputs with the answer to each, the same as natively.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answersToBytes, answersToPage, answersToText } from "../odd_answers.js";
import { files, pages, portal, portalText, texts, whole } from "../odd_rows.js";
import { api } from "./whosaid.js";

for (const [name, text, said] of texts) {
  test(`odd text: ${name}`, () => assert.deepEqual(answersToText(api, whole(text)), said));
}

for (const [name, markup, ...answer] of pages) {
  test(`odd page: ${name}`, () => assert.deepEqual(answersToPage(api, whole(markup)), answer));
}

test("a whole page has its text", () => assert.equal(answersToPage(api, portal)[0], portalText));

for (const [name, bytes, charset, ...answer] of files) {
  test(`odd file: ${name}`, () => assert.deepEqual(answersToBytes(api, bytes, charset), answer));
}
