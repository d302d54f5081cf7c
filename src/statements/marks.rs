//! Where a unit ends beside quotation marks, and how it stands to them.

use super::form::Form;
use crate::lexicon::Lexicon;
use crate::model::{Quotation, Segments, Shape, TokenIx};

/// Where a unit stands to quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Quoted {
    Outside,
    /// In a short quotation: “disappointed but not surprised”.
    Inside,
    /// A whole quotation.
    Whole,
}

/// Goes through the quotations of one depth as the units are cut.
pub struct Marks<'s> {
    segments: &'s Segments,
    lexicon: &'s Lexicon,
    depth: u8,
    /// Those that are still to come.
    quotations: &'s [Quotation],
    /// Where the last quotation ends.
    short_until: TokenIx,
    /// Where the last one ends that stands as a name.
    named_until: TokenIx,
}

/// The tokens of one unit.
pub struct Stretch {
    pub end: TokenIx,
    pub form: Form,
    pub quoted: Quoted,
    /// Whether it opens with a quotation that goes on from the block before.
    pub continues: bool,
}

impl<'s> Marks<'s> {
    pub fn new(segments: &'s Segments, lexicon: &'s Lexicon, start: TokenIx, depth: u8) -> Self {
        let later = segments.quotations.partition_point(|q| q.tokens.start < start);
        let quotations = &segments.quotations[later..];
        Marks { segments, lexicon, depth, quotations, short_until: 0, named_until: 0 }
    }

    /// The unit that begins at a token; tokens are asked for in their order.
    pub fn at(&mut self, token: TokenIx) -> Stretch {
        let opened = self.opened_at(token);
        let form = opened.map_or(Form::Words, |q| Form::of(self.segments, self.lexicon, q));
        if let Some(quotation) = opened {
            self.short_until = self.short_until.max(quotation.tokens.end);
        }
        if form == Form::Name {
            self.named_until = self.short_until;
        }
        let (end, quoted) = match () {
            () if form == Form::Speech => (self.short_until, Quoted::Whole),
            () if token < self.named_until => (self.name_end(token), Quoted::Outside),
            () if token < self.short_until => (token + 1, Quoted::Inside),
            () => (token + 1, Quoted::Outside),
        };
        Stretch { end, form, quoted, continues: opened.is_some_and(|q| q.continues.is_some()) }
    }

    fn opened_at(&mut self, token: TokenIx) -> Option<&'s Quotation> {
        while let [first, rest @ ..] = self.quotations
            && first.tokens.start <= token
        {
            self.quotations = rest;
            if first.depth == self.depth && first.tokens.start == token {
                return Some(first);
            }
        }
        None
    }

    /// The comma of “The Hour,” is, with the mark, one unit behind the name.
    fn name_end(&self, token: TokenIx) -> TokenIx {
        let comma = self.named_until - 2;
        let apart = comma > token && self.segments.tokens[comma as usize].shape == Shape::Comma;
        if apart { comma } else { self.named_until }
    }
}
