//! Where something stands in the text.

use serde::Serialize;
use std::ops::Range;

/// A stretch of the text: UTF-8 bytes, end exclusive, always on character boundaries.
///
/// Inside the crate every position is a byte; other units exist only in [`crate::export`].
///
/// ```
/// use whosaid::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The Syrian president")[..], *"Syria");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub const fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The text that the span covers.
    ///
    /// # Panics
    /// If the span is not one of `text`'s: past its end, or inside a character.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the start of the first to the end of the last.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    /// Texts are limited to [`crate::MAX_BYTES`], so a byte position always fits.
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start as u32, range.end as u32)
    }
}
