// The demo's page brings its first text along, to be read before any script is there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const www = new URL("../../www/", import.meta.url);

test("the page holds every word of the first sample, and no other", async () => {
  const index = await readFile(new URL("index.html", www), "utf8");
  const article = /<article>(.*)<\/article>/s.exec(index)?.[1] ?? "";
  const sample = await readFile(new URL("../seeds/seed-meeting.txt", www), "utf8");
  assert.deepEqual(article.replace(/<[^>]+>/g, "").match(/\S+/g), sample.match(/\S+/g));
});
