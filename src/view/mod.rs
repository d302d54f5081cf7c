//! What to show: choosing statements.

/// Which statements to keep; an empty list keeps all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {}
