/**
 * The reader's own documents, kept in the browser by IndexedDB: added, renamed, deleted, and searched
 * all at once for who says what about which topic. Nothing of it leaves the browser.
 */

import { core } from "./lib/core.js";

/** @typedef {import("./pkg/whosaid.js").Topic} Topic */

/**
 * @typedef {object} Document
 * @property {number} id
 * @property {string} name
 * @property {string} text
 * @property {number} added Milliseconds, as of `Date.now`.
 * @property {string[]} speakers Names of those who speak in it, who says most first.
 */

/** @typedef {{ document: Document, statements: { id: number, speaker: string | null, words: string }[] }} Found */

const DATABASE = "whosaid";
const DOCUMENTS = "documents";

/** The browser has no room left for a document. */
export class FullError extends Error {}

/** The browser does not keep documents here. */
export class StoreError extends Error {}

/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/** Puts a document back that was removed. @param {Document} document @throws {FullError} */
export async function restore(document) {
  await change((documents) => documents.put(document));
}

/**
 * Keeps a text; one that is kept already stays as it is.
 *
 * @param {string} name
 * @param {string} text
 * @returns {Promise<{ document: Document, isNew: boolean }>}
 * @throws {FullError}
 */
export async function add(name, text) {
  const known = (await list()).find((document) => document.text === text);
  if (known) return { document: known, isNew: false };
  const speakers = await speakersOf(text);
  const document = { name, text, added: Date.now(), speakers };
  const id = Number(await change((documents) => documents.add(document)));
  // So that the browser does not clear it to make room for others; it may ask the reader, or refuse.
  void navigator.storage?.persist?.().catch(() => {});
  return { document: { ...document, id }, isNew: true };
}

/** @param {number} id @param {string} name @throws {FullError} */
export async function rename(id, name) {
  const document = await get(id);
  if (document) await change((documents) => documents.put({ ...document, name }));
}

/** @param {number} id */
export async function remove(id) {
  await change((documents) => documents.delete(id));
}

/** @param {number} id @returns {Promise<Document | undefined>} */
export async function get(id) {
  return ask((documents) => documents.get(id));
}

/** All documents, the newest first. @returns {Promise<Document[]>} */
export async function list() {
  /** @type {Document[]} */
  const documents = await ask((documents) => documents.getAll());
  return documents.reverse();
}

/**
 * The statements of a speaker, about a topic, or both, in all documents.
 *
 * @param {{ speaker?: string, topic?: Topic | null }} query
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Found>} Document by document, those without such statements left out.
 */
export async function* search({ speaker = "", topic = null }, signal) {
  const { parse } = await core();
  for (const document of await list()) {
    signal?.throwIfAborted();
    const { text } = document;
    const reading = parse(text);
    try {
      const ids = reading.filter({ ...(speaker && { speaker }), ...(topic && { topic }) });
      if (ids.length === 0) continue;
      const { speakers, statements } = reading;
      yield {
        document,
        statements: ids.map((id) => {
          const { content = [], speaker: by = null } = statements[id] ?? {};
          const words = content.map((range) => text.slice(...range)).join(" … ");
          return { id, speaker: by === null ? null : (speakers[by]?.name ?? null), words };
        }),
      };
    } finally {
      reading.free();
    }
  }
}

/** @param {string} text */
async function speakersOf(text) {
  const { parse } = await core();
  const reading = parse(text);
  const speakers = reading.speakers.filter(({ statements }) => statements > 0);
  reading.free();
  return speakers.sort((a, b) => b.statements - a.statements).map(({ name }) => name);
}

/**
 * @template T
 * @param {(documents: IDBObjectStore) => IDBRequest<T>} task
 * @returns {Promise<T>} Once it is kept for good.
 */
const change = (task) => transact("readwrite", task);

/**
 * @template T
 * @param {(documents: IDBObjectStore) => IDBRequest<T>} task
 * @returns {Promise<T>}
 */
const ask = (task) => transact("readonly", task);

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(documents: IDBObjectStore) => IDBRequest<T>} task
 * @returns {Promise<T>}
 * @throws {FullError | StoreError}
 */
async function transact(mode, task) {
  try {
    return await attempt(mode, task).catch((error) => {
      // The database was closed, and this page is told so later.
      if (!named(error, "InvalidStateError")) throw error;
      opening = null;
      return attempt(mode, task);
    });
  } catch (error) {
    if (named(error, "QuotaExceededError")) {
      throw new FullError("the browser has no room left for it", { cause: error });
    }
    throw new StoreError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(documents: IDBObjectStore) => IDBRequest<T>} task
 * @returns {Promise<T>}
 */
async function attempt(mode, task) {
  opening ??= open();
  const transaction = (await opening).transaction(DOCUMENTS, mode);
  const request = task(transaction.objectStore(DOCUMENTS));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

/** @param {unknown} error @param {string} name */
const named = (error, name) => error instanceof DOMException && error.name === name;

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(DOCUMENTS, { keyPath: "id", autoIncrement: true });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const database = request.result;
      // A later version in another tab, or the browser, closes it: the next question opens it again.
      const drop = () => (opening = null);
      database.onversionchange = () => {
        drop();
        database.close();
      };
      database.onclose = drop;
      resolve(database);
    };
    request.onerror = () => {
      opening = null;
      reject(request.error);
    };
  });
}
