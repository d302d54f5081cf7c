//! Words, sentences, quotations.

use crate::lexicon::Lexicon;
use crate::model::{Block, Segments};

/// Cuts the prose of the text into tokens, sentences and quotations.
pub fn cut(_text: &str, _blocks: &[Block], _lexicon: &Lexicon) -> Segments {
    Segments::default()
}
