//! How the text writes its words: what tells names from first words of sentences.

use super::words::{Key, KeyMap, key};
use crate::model::{Shape, Token};

/// Under the key of a word, or of two, the ways in which it stands: a bit for each.
#[derive(Debug, Default)]
pub struct Known(KeyMap);

impl Known {
    /// Capitalised inside a sentence of the body.
    const INSIDE: u32 = 1;
    /// So, without a capitalised neighbour.
    const ALONE: u32 = 2;
    /// After a title like Mr.
    const TITLED: u32 = 4;
    /// Of two words together: they open a stretch of capitals.
    const PAIR: u32 = 8;
    /// After a comma inside a sentence.
    const LISTED: u32 = 16;
    /// After a given name, though it could be a title.
    const SURNAME: u32 = 32;
    /// The second behind a title, or of two words one of which is a given name.
    const FAMILY: u32 = 64;
    /// No other word, before a verb of speech: "Karimi added".
    const TELLS: u32 = 128;

    /// Two words that stand together as a name: a label, the start of a stretch of capitals.
    pub fn gather_pair(&mut self, first: Key, second: Key) {
        self.add(first.and(second), Self::PAIR);
    }

    /// A word after a title like Mr.
    pub fn gather_titled(&mut self, word: Key) {
        self.add(word, Self::TITLED);
    }

    /// A word like a title after a given name: "Tom King".
    pub fn gather_surname(&mut self, word: Key) {
        self.add(word, Self::SURNAME);
    }

    /// The second word behind a title, "Minister Tomas Berg", or of "Tomas Berg", "Lirije Hasan".
    pub fn gather_family(&mut self, word: Key) {
        self.add(word, Self::FAMILY);
    }

    /// A word that no table has, alone before a verb of speech: "Karimi added".
    pub fn gather_teller(&mut self, word: Key) {
        self.add(word, Self::TELLS);
    }

    fn add(&mut self, key: Key, bits: u32) {
        self.0.set(key, self.0.get(key) | bits);
    }

    pub fn gather(&mut self, text: &str, tokens: &[Token]) {
        let mut before = None;
        let mut tokens = tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let previous = before.replace(token.shape);
            if !token.shape.is_capitalised() {
                continue;
            }
            let next = tokens.peek().map(|t| t.shape);
            let alone = ![previous, next].into_iter().flatten().any(Shape::is_capitalised);
            let bits = match previous {
                Some(Shape::Comma) => Self::LISTED,
                Some(shape) if shape.is_word() && alone => Self::INSIDE | Self::ALONE,
                Some(shape) if shape.is_word() => Self::INSIDE,
                _ => continue,
            };
            self.add(key(token.span().of(text)), bits);
        }
    }

    pub fn inside(&self, key: Key) -> bool {
        self.0.get(key) & Self::INSIDE != 0
    }

    /// Inside, or after a comma: "her daughter, Ritu, is home".
    pub fn anywhere(&self, key: Key) -> bool {
        self.0.get(key) & (Self::INSIDE | Self::LISTED) != 0
    }

    /// A name by itself: alone in a sentence, or the second behind a title elsewhere.
    pub fn by_itself(&self, key: Key) -> bool {
        self.0.get(key) & (Self::ALONE | Self::FAMILY) != 0
    }

    pub fn surname(&self, key: Key) -> bool {
        self.0.get(key) & Self::SURNAME != 0
    }

    /// The name of somebody: "Mr Berg", "Tomas Berg".
    pub fn family(&self, key: Key) -> bool {
        self.0.get(key) & (Self::FAMILY | Self::TITLED) != 0
    }

    /// The surname of somebody who speaks: "Mr Karimi", "Karimi added".
    pub fn tells(&self, key: Key) -> bool {
        self.0.get(key) & (Self::TELLS | Self::TITLED) != 0
    }

    pub fn alone(&self, key: Key) -> bool {
        self.0.get(key) & Self::ALONE != 0
    }

    pub fn pair(&self, first: Key, second: Key) -> bool {
        self.0.get(first.and(second)) & Self::PAIR != 0
    }
}
