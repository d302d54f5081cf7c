/**
 * Keeps the demo for when the network is off: everything it needs is stored on the first visit, as one
 * version of it.
 *
 * While there is a network, answers come from there, so that nobody is left with an old page. Without
 * one they come from the store, which never holds files of two versions: a new version is stored as a
 * whole beside the old one, waits until no page of the old one is open or the reader asks for it, and
 * then throws the old one away.
 */

/** Vouches for it where the site enforces Trusted Types. */
const trust = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("whosaid", { createScriptURL: (/** @type {string} */ own) => own });

// Written by the build out of what the files hold. It defines VERSION.
importScripts(trust?.createScriptURL("pkg/version.js") ?? "pkg/version.js");

/** The names of the stores begin so. */
const PREFIX = "who-said-";

/** How long a network that does not answer is waited for, in milliseconds. */
const PATIENCE = 4000;

/** How long it is not waited for again after that, so that no page waits file by file. */
const SULK = 30_000;

/** Until then the store answers first. */
let sulking = 0;

/** Everything that the demo can ask for; a test holds it to what is there. */
const FILES = [
  "./",
  "demo.css",
  "demo.js",
  "icon.svg",
  "library.js",
  "manifest.webmanifest",
  "shelf.js",
  "style.css",
  "who-said.js",
  "lib/address.js",
  "lib/bytes.js",
  "lib/card.js",
  "lib/citation.js",
  "lib/controls.js",
  "lib/core.js",
  "lib/dom.js",
  "lib/elements.js",
  "lib/explain.js",
  "lib/find.js",
  "lib/geometry.js",
  "lib/gutter.js",
  "lib/highlights.js",
  "lib/here.js",
  "lib/html.js",
  "lib/kinds.js",
  "lib/ledger.js",
  "lib/lists.js",
  "lib/matrix.js",
  "lib/options.js",
  "lib/overview.js",
  "lib/palette.js",
  "lib/readable.js",
  "lib/reader.js",
  "lib/share.js",
  "lib/slices.js",
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
  "lib/workers.js",
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
const STORE = `${PREFIX}${worker.VERSION}`;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(store()));

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "update") worker.skipWaiting();
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(answer(request));
  }
});

/** All or nothing: where one file is missing, the version is not installed. */
async function store() {
  const cache = await caches.open(STORE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== STORE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const answered = fetch(request);
  const response = await inTime(answered.catch(() => undefined));
  // A server may be down behind a proxy that is not.
  if (response && response.status < 500) return response;
  return (await stored(request)) ?? answered;
}

/**
 * What the network says, unless that takes too long or lately took too long.
 *
 * @param {Promise<Response | undefined>} answered
 */
async function inTime(answered) {
  if (Date.now() < sulking) return undefined;
  let timer = 0;
  const silence = new Promise((resolve) => {
    timer = setTimeout(() => {
      sulking = Date.now() + SULK;
      resolve(undefined);
    }, PATIENCE);
  });
  const response = await Promise.race([answered, silence]);
  clearTimeout(timer);
  return response;
}

/** @param {Request} request */
async function stored(request) {
  const cache = await caches.open(STORE);
  return cache.match(request, { ignoreSearch: request.mode === "navigate" });
}
