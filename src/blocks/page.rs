//! What all parts of the layout look at.

use super::dates::Written;
use super::lines::Line;
use super::words::{self, Word};
use crate::lexicon::Lexicon;
use crate::model::{Script, Span};

pub struct Page<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub lines: Vec<Line>,
    /// In text order.
    pub dates: Vec<Written>,
    /// The script of most of the text.
    pub script: Script,
    /// The record of a sitting or briefing.
    pub is_sitting: bool,
}

impl Page<'_> {
    pub fn words(&self, span: Span) -> Vec<Word> {
        words::words(self.text, span, self.lexicon)
    }

    pub fn dates_in(&self, span: Span) -> &[Written] {
        let from = self.dates.partition_point(|date| date.span.start < span.start);
        let dates = &self.dates[from..];
        &dates[..dates.partition_point(|date| date.span.end <= span.end)]
    }
}
