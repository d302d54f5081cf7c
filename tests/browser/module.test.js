import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowsers, site } from "./harness.js";

inBrowsers("the module", (tab) => {
  test("is served with the types that browsers insist on", async () => {
    for (const [file, type] of [
      ["pkg/whosaid.js", "text/javascript; charset=utf-8"],
      ["pkg/whosaid_bg.wasm", "application/wasm"],
      ["seeds/seed-meeting.txt", "text/plain; charset=utf-8"],
    ]) {
      const response = await fetch(new URL(file ?? "", site), { method: "HEAD" });
      assert.equal(response.status, 200, file);
      assert.equal(response.headers.get("content-type"), type, file);
    }
  });
});
