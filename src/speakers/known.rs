//! How the text writes its words: what tells names from first words of sentences.

use super::words::{Key, KeyMap, key};
use crate::model::Token;

/// How capitalised words stand in the text: what tells names from first words of sentences.
#[derive(Debug, Default)]
pub struct Known(KeyMap<u8>);

impl Known {
    /// Capitalised inside a sentence of the body.
    const INSIDE: u8 = 1;
    /// So, without a capitalised neighbour.
    const ALONE: u8 = 2;

    pub fn gather(&mut self, text: &str, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate().skip(1) {
            if !token.shape.is_capitalised() || !tokens[at - 1].shape.is_word() {
                continue;
            }
            let next = tokens.get(at + 1).is_some_and(|t| t.shape.is_capitalised());
            let alone = !tokens[at - 1].shape.is_capitalised() && !next;
            let bits = Self::INSIDE | if alone { Self::ALONE } else { 0 };
            *self.0.entry(key(token.span.of(text))).or_default() |= bits;
        }
    }

    pub fn inside(&self, key: Key) -> bool {
        self.0.get(&key).is_some_and(|bits| bits & Self::INSIDE != 0)
    }

    pub fn alone(&self, key: Key) -> bool {
        self.0.get(&key).is_some_and(|bits| bits & Self::ALONE != 0)
    }
}
