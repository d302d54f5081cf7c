//! What a reader looks for.

use super::Span;

/// Words to find, under one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub label: String,
    pub terms: Vec<String>,
}

/// Where a topic stands in the text, in text order, without overlaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicHits {
    pub label: String,
    pub spans: Vec<Span>,
}
