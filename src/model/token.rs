//! The text cut into words, sentences and quotations: what every stage after the layout works on.

#![allow(missing_docs, reason = "public for `cargo bench` only")]

use super::Span;
use std::ops::Range;

/// A token's place in [`Segments::tokens`].
pub type TokenIx = u32;

/// One word, number, punctuation mark or symbol.
///
/// Of all that is known of a text its tokens take the most room, so that one is packed in eight
/// bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it starts; the highest bit, which no text is long enough for, says that it is glued.
    start: u32,
    len: u8,
    pub shape: Shape,
    /// The word in the lexicon, folded to lower case; [`WordId::UNKNOWN`] where it is not there.
    pub word: WordId,
}

impl Token {
    /// No token is longer, in bytes; what would be is several.
    pub const LONGEST: usize = u8::MAX as usize;

    const GLUED: u32 = 1 << 31;

    pub fn new(span: Span, shape: Shape, word: WordId, glued: bool) -> Self {
        debug_assert!(span.len() as usize <= Self::LONGEST && span.end < Self::GLUED);
        let start = span.start | if glued { Self::GLUED } else { 0 };
        Token { start, len: span.len() as u8, shape, word }
    }

    pub fn span(self) -> Span {
        let start = self.start & !Self::GLUED;
        Span::new(start, start + u32::from(self.len))
    }

    /// No white space stands before it.
    pub fn is_glued(self) -> bool {
        self.start & Self::GLUED != 0
    }
}

const _: () = assert!(size_of::<Token>() == 8 && crate::MAX_BYTES < Token::GLUED as usize);

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u16);

impl WordId {
    pub const UNKNOWN: WordId = WordId(0);
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Shape {
    /// said
    Lower,
    /// Khamenei
    Title,
    /// NATO, U.S.
    Upper,
    /// al-Bahri, iPhone
    Mixed,
    /// letters of a script without case
    Caseless,
    /// 2019, 1.5, 25th
    Number,
    /// . ! ? …
    Stop,
    Comma,
    Colon,
    Semicolon,
    /// – — and a lone -
    Dash,
    /// ( [
    Open,
    /// ) ]
    Close,
    /// Any mark that can open or close a quotation.
    Quote,
    /// 's after a noun
    Possessive,
    /// Anything else.
    Symbol,
}

impl Shape {
    pub const fn is_word(self) -> bool {
        matches!(
            self,
            Shape::Lower
                | Shape::Title
                | Shape::Upper
                | Shape::Mixed
                | Shape::Caseless
                | Shape::Number
        )
    }

    pub const fn is_capitalised(self) -> bool {
        matches!(self, Shape::Title | Shape::Upper)
    }
}

/// A sentence: a run of tokens inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub tokens: Range<TokenIx>,
    /// Place in the list of blocks.
    pub block: u32,
}

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark to the closing one, both included; where a mark is missing, to the
    /// end of the paragraph.
    pub tokens: Range<TokenIx>,
    /// How many quotations it stands inside.
    pub depth: u8,
    /// The quotation (place in the list) that this one goes on, paragraph after paragraph.
    pub continues: Option<u32>,
}

/// A text cut up. All lists are in text order; blocks that hold no prose have no tokens.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub quotations: Vec<Quotation>,
}

impl Segments {
    /// The place of the first token that begins at `start` or after it.
    pub fn token_from(&self, start: u32) -> usize {
        self.tokens.partition_point(|token| token.span().start < start)
    }

    /// The word at `at`, none beyond the end.
    pub fn word(&self, at: TokenIx) -> WordId {
        self.tokens.get(at as usize).map_or(WordId::UNKNOWN, |token| token.word)
    }

    /// The word before `at`, none at the beginning.
    pub fn word_before(&self, at: TokenIx) -> WordId {
        at.checked_sub(1).map_or(WordId::UNKNOWN, |before| self.word(before))
    }

    /// The stretch of text from the first to the last token.
    pub fn span(&self, tokens: Range<TokenIx>) -> Span {
        match self.tokens.get(tokens.start as usize..tokens.end as usize) {
            Some([first, .., last]) => first.span().to(last.span()),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }
}
