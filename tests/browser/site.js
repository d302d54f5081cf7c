// Other people's sites: serves the element's files and pages of a test's own, with headers of its own.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";

/** @import { AddressInfo } from "node:net" */

const www = new URL("../../www/", import.meta.url);

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};

/**
 * @typedef {object} Plan
 * @property {Record<string, string>} [pages]    Bodies by path, beside the files of `www`.
 * @property {Record<string, string>} [headers]  Sent with everything.
 * @property {Record<string, string>} [types]    Content types by extension, where they differ.
 * @property {number} [port]                     Any free one if left out.
 * @property {URL} [root]                        The folder of the element's files.
 * @property {(path: string) => Promise<unknown> | void} [pace]  What an answer waits for.
 */

/**
 * @param {Plan} plan
 * @returns {Promise<{ address: string, asked: string[], close: () => Promise<void> }>} `asked` grows by
 *   the path of every request.
 */
export async function serve({ pages = {}, headers = {}, types = {}, port = 0, root = www, pace }) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname.slice(1);
    asked.push(path);
    await pace?.(path);
    const extension = /\.(\w+)$/.exec(path)?.[1] ?? "html";
    const type = types[extension] ?? TYPES[extension] ?? "application/octet-stream";
    const page = pages[path];
    const file = new URL(path, root);
    const found = page !== undefined || (file.href.startsWith(root.href) && (await stat(file).catch(() => null))?.isFile());
    response.writeHead(found ? 200 : 404, { ...headers, "content-type": type });
    if (page !== undefined || !found) response.end(page ?? "not found");
    else createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", () => done(undefined)));
  const bound = /** @type {AddressInfo} */ (server.address()).port;
  return {
    address: `http://127.0.0.1:${bound}/`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}

/** @param {string} body @param {string} [head] */
export const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">${head}` +
  `<script type="module" src="/who-said.js"></script></head><body>${body}</body></html>`;

export const ARTICLE =
  "<article><h1>Pier to open in May</h1><p>Mayor Ana Ruiz met the ferry crews on Monday. " +
  "“The pier will open in May,” she told them, adding that no job would be lost.</p>" +
  "<p>Her deputy, Tom Hale, stressed: The money is there.</p></article>";
