//! Where something stands in the text.

use crate::{Error, MAX_BYTES};
use serde::Serialize;
use std::ops::Range;

/// A stretch of the text: UTF-8 bytes, end exclusive, always on character boundaries.
///
/// Inside the crate every position is a byte; other units exist only in [`crate::export`].
///
/// ```
/// use whosaid::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The Syrian president"), "Syria");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
}

impl Span {
    /// From byte `start` to before byte `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// Of a text that is no longer than [`MAX_BYTES`], so that every byte position fits.
    pub(crate) const fn from_range(range: Range<usize>) -> Self {
        Span::new(range.start as u32, range.end as u32)
    }

    /// The text that the span covers.
    ///
    /// # Panics
    /// If the span is not one of `text`'s: past its end, or inside a character.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The places of its bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its bytes; none if it ends before its start.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte stands in it.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether all of the other stands in it.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether a byte stands in both.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the start of the first to the end of the last.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl TryFrom<Range<usize>> for Span {
    type Error = Error;

    /// # Errors
    /// If the range reaches beyond [`MAX_BYTES`], where no text does.
    fn try_from(range: Range<usize>) -> Result<Self, Error> {
        match range.start.max(range.end) {
            ..=MAX_BYTES => Ok(Span::from_range(range)),
            end => Err(Error::too_long(end, MAX_BYTES)),
        }
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}
