//! All that was found in one text.

use super::*;

/// The untouched text and all that was found in it. Made by [`Reader::read`](crate::Reader::read).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub text: String,
    pub format: Format,
    pub blocks: Vec<Block>,
    pub title: Option<Span>,
    pub dates: Vec<Date>,
    pub sentences: Vec<Span>,
    pub speakers: Vec<Speaker>,
    /// In text order. One may stand inside another: "her" in "her deputy".
    pub mentions: Vec<Mention>,
    /// In order of their content; a statement stands before those inside it.
    pub statements: Vec<Statement>,
}

impl Reading {
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.speakers[id.0 as usize]
    }

    /// The fullest name of a speaker, as the text has it.
    pub fn name(&self, id: SpeakerId) -> &str {
        self.speaker(id).name.of(&self.text)
    }
}
