//! What a reader looks for.

use super::Span;

/// Words to find, under one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What the reader calls it.
    pub label: String,
    /// Words, or several words in their order: "harbour", "ferry crew".
    pub terms: Vec<String>,
}

/// Where a topic stands in the text, in text order, without overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicHits {
    /// That of the topic.
    pub label: String,
    /// Where one of its terms stands.
    pub spans: Vec<Span>,
}
