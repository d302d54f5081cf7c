//! What is said: cues, sources and contents.

use crate::lexicon::Lexicon;
use crate::model::{Draft, Layout, Segments};
use crate::speakers::Cast;

/// Finds every statement with the words that report it.
pub fn attribute(
    _text: &str,
    _layout: &Layout,
    _segments: &Segments,
    _cast: &Cast,
    _lexicon: &Lexicon,
) -> Vec<Draft> {
    Vec::new()
}
