//! The text as a search sees it: words, signs, marks.

use super::fold::Folding;
use crate::lexicon::is_invisible;
use crate::model::{Span, is_combining};

/// What a search compares at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// From the first to the last visible character.
    pub span: Span,
    pub kind: PieceKind,
    /// White space stands before it.
    pub spaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A run of letters, digits and the signs over and under them.
    Word,
    /// One letter of a script that sets no spaces between words.
    Sign,
    /// Any other character.
    Mark,
}

/// Cuts a text, from left to right. A copy looks ahead.
#[derive(Clone)]
pub struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Pieces<'t> {
    pub fn new(text: &'t str) -> Self {
        Pieces { text, at: 0 }
    }

    /// The next piece; `folded` becomes its letters in the form in which they are compared.
    pub fn next(&mut self, folding: Folding, folded: &mut String) -> Option<Piece> {
        folded.clear();
        let mut spaced = false;
        let first = loop {
            let c = self.peek()?;
            if !c.is_whitespace() && !is_invisible(c) {
                break c;
            }
            spaced |= c.is_whitespace();
            self.at += c.len_utf8();
        };
        let start = self.at;
        let kind = kind(first);
        folding.push(first, folded);
        self.at += first.len_utf8();
        let mut end = self.at;
        while kind == PieceKind::Word
            && let Some(c) = self.peek()
        {
            if is_word(c) {
                folding.push(c, folded);
                end = self.at + c.len_utf8();
            } else if !is_invisible(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        Some(Piece { span: Span::from_range(start..end), kind, spaced })
    }

    fn peek(&self) -> Option<char> {
        match *self.text.as_bytes().get(self.at)? {
            byte if byte.is_ascii() => Some(byte as char),
            _ => self.text[self.at..].chars().next(),
        }
    }
}

fn kind(c: char) -> PieceKind {
    match c {
        c if is_sign(c) => PieceKind::Sign,
        c if is_word(c) => PieceKind::Word,
        _ => PieceKind::Mark,
    }
}

pub fn is_word(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => (c.is_alphanumeric() || is_combining(c)) && !is_sign(c),
    }
}

/// A letter of Chinese, Japanese, Thai, Lao, Khmer or Burmese.
pub fn is_sign(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '々' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
