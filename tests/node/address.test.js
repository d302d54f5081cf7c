// The page's address: written, read back, robust against what people paste.
import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOfWords, readAddress, writeAddress } from "../../www/lib/address.js";

const shown = {
  filter: { speakers: ["Ana Ruiz; “A,B”", "Sí: &c"], topics: ["Ferries"], kinds: ["direct"] },
  topics: [
    { label: "Ferries", terms: ["ferry", "boat = ship"] },
    { label: "Trains", terms: ["train"] },
  ],
  statement: 12,
};

test("what is shown is read as it was written", () => {
  const hash = writeAddress("#top&whosaid=speaker:Old&whosaid-b=kind:turn", "whosaid", shown);
  assert.match(hash, /^#top&whosaid-b=kind:turn&whosaid=speaker:/);
  assert.deepEqual(readAddress(hash, "whosaid"), { ...shown, topics: shown.topics.slice(0, 1) });
  assert.deepEqual(readAddress(hash, "whosaid-b")?.filter.kinds, ["turn"]);
});

test("nothing shown leaves nothing behind", () => {
  const nothing = { filter: { speakers: [], topics: [], kinds: [] }, topics: [], statement: null };
  assert.equal(writeAddress("#whosaid=kind:turn", "whosaid", nothing), "");
  assert.equal(readAddress("#top", "whosaid"), null);
});

test("a broken address is read as far as it goes", () => {
  const { filter, statement } = readAddress("#whosaid=speaker:%E0%A4%A,B;;x;statement:no", "whosaid") ?? {};
  assert.deepEqual(filter?.speakers, ["%E0%A4%A", "B"]);
  assert.equal(statement, null);
});

test("the address of words escapes what a text fragment gives a meaning", () => {
  assert.equal(addressOfWords("https://a.example/b#c", "one-two, three"), "https://a.example/b#:~:text=one%2Dtwo%2C%20three");
  const long = addressOfWords("https://a.example/", "a b c d e f g h i j k l");
  assert.equal(long, "https://a.example/#:~:text=a%20b%20c%20d,i%20j%20k%20l");
});
