//! How the text writes its words: what tells names from first words of sentences.

use super::words::{Key, KeyMap, key};
use crate::model::{Shape, Token};

/// How capitalised words stand in the text: what tells names from first words of sentences.
#[derive(Debug, Default)]
pub struct Known(KeyMap);

impl Known {
    /// Capitalised inside a sentence of the body.
    const INSIDE: u32 = 1;
    /// So, without a capitalised neighbour.
    const ALONE: u32 = 2;

    pub fn gather(&mut self, text: &str, tokens: &[Token]) {
        let mut before = None;
        let mut tokens = tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let previous = before.replace(token.shape);
            if !token.shape.is_capitalised() || !previous.is_some_and(Shape::is_word) {
                continue;
            }
            let neighbours = [previous, tokens.peek().map(|t| t.shape)];
            let alone = !neighbours.into_iter().flatten().any(Shape::is_capitalised);
            let bits = Self::INSIDE | if alone { Self::ALONE } else { 0 };
            let key = key(token.span.of(text));
            self.0.set(key, self.0.get(key) | bits);
        }
    }

    pub fn inside(&self, key: Key) -> bool {
        self.0.get(key) & Self::INSIDE != 0
    }

    pub fn alone(&self, key: Key) -> bool {
        self.0.get(key) & Self::ALONE != 0
    }
}
