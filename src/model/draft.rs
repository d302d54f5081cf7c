//! Statements before their speakers are known.

use super::{Act, Kind, Rule, Span};

/// What the statement stage finds: the words of the report, not yet a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub source: Box<[Span]>,
    pub cue: Box<[Span]>,
    pub content: Box<[Span]>,
    /// The noun phrase spoken to ("told her"), where the cue's grammar names one.
    pub addressee: Option<Span>,
    pub kind: Kind,
    pub act: Act,
    pub rule: Rule,
    /// Index of the draft inside whose content this one stands.
    pub inside: Option<u32>,
    pub confidence: f32,
}
