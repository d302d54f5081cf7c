/**
 * Keeps the demo for when the network is off: everything it needs is stored on the first visit.
 *
 * Answers come from the network while there is one, so that nobody is left with an old page, and
 * are stored in passing; without a network they come from the store.
 */

/** Raise it when {@link FILES} changes: the store of another version is thrown away. */
const VERSION = "who-said-2";

/** Everything that the demo can ask for; a test holds it to what is there. */
const FILES = [
  "./",
  "demo.css",
  "demo.js",
  "icon.svg",
  "manifest.webmanifest",
  "style.css",
  "who-said.js",
  "lib/address.js",
  "lib/background.js",
  "lib/card.js",
  "lib/citation.js",
  "lib/controls.js",
  "lib/core.js",
  "lib/dom.js",
  "lib/explain.js",
  "lib/geometry.js",
  "lib/gutter.js",
  "lib/highlights.js",
  "lib/html.js",
  "lib/kinds.js",
  "lib/ledger.js",
  "lib/lists.js",
  "lib/matrix.js",
  "lib/overview.js",
  "lib/palette.js",
  "lib/reader.js",
  "lib/share.js",
  "lib/source.js",
  "lib/spans.js",
  "lib/speakers.js",
  "lib/statements.js",
  "lib/strings.js",
  "lib/strip.js",
  "lib/styles.js",
  "lib/sure.js",
  "lib/text-map.js",
  "lib/topics.js",
  "lib/trusted.js",
  "lib/view.js",
  "lib/worker.js",
  "lib/strings/ar.js",
  "lib/strings/en.js",
  "lib/strings/es.js",
  "lib/strings/fa.js",
  "lib/strings/fr.js",
  "lib/strings/ru.js",
  "lib/strings/zh.js",
  "pkg/whosaid.js",
  "pkg/whosaid_bg.wasm",
  "seeds/cod-deadline.txt",
  "seeds/dept-briefing.txt",
  "seeds/lanchuan-veyra-talks.txt",
  "seeds/pm-questions.txt",
  "seeds/seed-meeting.txt",
  "seeds/trisk-bridge.txt",
];

const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(store().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(answer(request));
  }
});

async function store() {
  const cache = await caches.open(VERSION);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("who-said-") && name !== VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(VERSION);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const stored = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
    if (stored) return stored;
    throw error;
  }
}
