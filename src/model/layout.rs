//! How a text is laid out: what the first stage finds.

use super::{Block, Date, Format, Span};

#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub format: Format,
    pub blocks: Vec<Block>,
    pub title: Option<Span>,
    pub dates: Vec<Date>,
    /// In a transcript: who speaks where. Empty in prose.
    pub turns: Vec<Turn>,
}

/// A turn of a transcript: what stands under one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The name or role in the label, without party, constituency, brackets, colon:
    /// "The Prime Minister". Empty where the label names nobody (`>>`).
    pub label: Span,
    /// The name in brackets that explains a role: "The Prime Minister (Gareth Pell):".
    pub explained: Option<Span>,
    /// Several people share the label: QUESTION, Hon. Members.
    pub shared: bool,
    /// One span per paragraph, stage notes cut out.
    pub content: Vec<Span>,
}
