/**
 * What each element means for the text of a page; `src/html/elements.rs` says the same natively.
 *
 * All names are small letters, as in `localName`.
 */

/** @param {string} names */
const set = (names) => new Set(names.split(" "));

/** Elements whose text is no part of what is read. */
export const UNREAD = set(
  "audio button canvas datalist iframe input math nav noembed noframes noscript object rp rt script " +
    "select style svg template textarea title video",
);

/** Parts of a page that are not its text. An author who puts one inside `<who-said>` wants it read. */
export const BESIDE = set("aside dialog footer form menu");

/** Elements whose line breaks count. */
export const PREFORMATTED = set("listing plaintext pre xmp");

/** Elements that begin and end a paragraph of their own. */
export const BLOCKS = set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li listing main menu nav ol p " +
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp",
);
