//! All that was found in one text.

use super::*;

/// The untouched text and all that was found in it. Made by [`Reader::read`](crate::Reader::read).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// As it was given, to the byte.
    pub text: String,
    /// How the text is written down, as given or as found.
    pub format: Format,
    /// In text order.
    pub blocks: Vec<Block>,
    /// The headline, where there is one.
    pub title: Option<Span>,
    /// In text order.
    pub dates: Vec<Date>,
    /// In text order.
    pub sentences: Vec<Span>,
    /// By their id.
    pub speakers: Vec<Speaker>,
    /// In text order. One may stand inside another: "her" in "her deputy".
    pub mentions: Vec<Mention>,
    /// By their id, which is the order of their content; a statement stands before those inside it.
    pub statements: Vec<Statement>,
}

impl Reading {
    /// The speaker of an id.
    ///
    /// # Panics
    /// If the id is not one of this reading.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.speakers[id.0 as usize]
    }

    /// The statement of an id.
    ///
    /// # Panics
    /// If the id is not one of this reading.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.0 as usize]
    }

    /// The fullest name of a speaker, as the text has it.
    ///
    /// # Panics
    /// If the id is not one of this reading.
    pub fn name(&self, id: SpeakerId) -> &str {
        self.speaker(id).name.of(&self.text)
    }
}
