//! Finds who said what in English prose.
//!
//! A text is laid out in blocks, cut into words and sentences, looked through for people and for
//! what is said; then each statement gets its speaker. All that is found is one [`Reading`], in
//! which every position is a [`Span`] of bytes; [`export`] gives other units.
//!
//! Texts of up to [`MAX_BYTES`] are read; a longer one is an [`Error`], as is an option that cannot
//! be used. Finding nothing is no error.
//!
//! The feature `html` reads web pages, `bytes` texts in any encoding. `js` is for the npm package:
//! in a build for `wasm32-unknown-unknown` it exports the functions that JavaScript calls.
//!
//! ```
//! use whosaid::Reader;
//!
//! let reading = Reader::new().read("Xi said: The door stays open.")?;
//! let said = &reading.statements[0];
//! assert_eq!(reading.name(said.speaker.unwrap()), "Xi");
//! assert_eq!(said.content[0].of(&reading.text), "The door stays open");
//! # Ok::<(), whosaid::Error>(())
//! ```
#![forbid(unsafe_code)]
// With `fitting` the inside is public too.
#![cfg_attr(not(feature = "fitting"), warn(missing_docs))]

mod blocks;
#[cfg(feature = "bytes")]
pub mod bytes;
mod error;
pub mod export;
#[cfg(feature = "html")]
pub mod html;
mod lexicon;
mod model;
mod packing;
mod reader;
mod segment;
mod speakers;
mod statements;
mod topics;
mod view;
#[cfg(all(feature = "js", target_arch = "wasm32"))]
mod wasm;

pub use error::Error;
pub use model::*;
pub use reader::Reader;
#[cfg(feature = "fitting")]
#[doc(hidden)]
pub use statements::fitting;
/// The stages one by one, for `cargo bench`.
#[cfg(feature = "fitting")]
#[doc(hidden)]
pub mod stages {
    pub use crate::blocks::lay_out;
    pub use crate::lexicon::Lexicon;
    pub use crate::segment::cut;
    pub use crate::speakers::{find, resolve};
    pub use crate::statements::Weights;
    pub use crate::statements::attribute;
}
pub use topics::Folding;
pub use view::{Filter, Who};

/// The longest text that is read: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// The snippets of the README and of the documentation run as doctests.
#[cfg(doctest)]
mod snippets {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../www/docs/api.md")]
    struct Api;
    #[doc = include_str!("../www/docs/exports.md")]
    struct Exports;
}
