//! The text cut into words, sentences and quotations: what every stage after the layout works on.

use super::Span;
use std::ops::Range;

/// A token's place in [`Segments::tokens`].
pub type TokenIx = u32;

/// One word, number, punctuation mark or symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub shape: Shape,
    /// The word in the lexicon, folded to lower case; [`WordId::UNKNOWN`] where it is not there.
    pub word: WordId,
    /// No white space stands before it.
    pub glued: bool,
}

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
    /// The stretch of text from the first to the last token.
    pub fn span(&self, tokens: Range<TokenIx>) -> Span {
        match self.tokens.get(tokens.start as usize..tokens.end as usize) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}
