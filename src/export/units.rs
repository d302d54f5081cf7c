//! Positions in the units of others.

use crate::model::Span;
use serde::Serialize;

/// What a position counts. One emoji is 4, 2 and 1 of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unit {
    /// Bytes of UTF-8, as everywhere in this crate.
    #[default]
    Byte,
    /// Code units of UTF-16: JavaScript, the DOM, Java, .NET.
    Utf16,
    /// Unicode code points: Python, W3C annotations.
    CodePoint,
}

/// Start and end in some unit, end exclusive; `[start, end]` in JSON.
pub type UnitRange = [u32; 2];

/// Converts positions of one text from bytes to a unit.
///
/// It keeps one number for every 128 bytes of a text that is not ASCII, and looks at no more than
/// that many bytes for each position.
///
/// ```
/// use whosaid::Span;
/// use whosaid::export::{Offsets, Unit};
///
/// let text = "🕊 peace";
/// let span = Span::new(5, 10);
/// assert_eq!(span.of(text), "peace");
/// assert_eq!(Offsets::new(text, Unit::Byte).range(span), [5, 10]);
/// assert_eq!(Offsets::new(text, Unit::Utf16).range(span), [3, 8]);
/// assert_eq!(Offsets::new(text, Unit::CodePoint).range(span), [2, 7]);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    bytes: &'t [u8],
    unit: Unit,
    /// Units before each whole stretch; empty where a unit is a byte.
    before: Vec<u32>,
}

const STRETCH: usize = 128;

impl<'t> Offsets<'t> {
    /// Passes over the text once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let bytes = text.as_bytes();
        let mut before = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            let mut units = 0;
            before.reserve_exact(bytes.len() / STRETCH + 1);
            for stretch in bytes.chunks(STRETCH) {
                before.push(units);
                units += count(stretch, unit);
            }
        }
        Offsets { bytes, unit, before }
    }

    /// The position of a byte, which must start a character or be the end of the text.
    #[must_use]
    pub fn at(&self, byte: u32) -> u32 {
        let stretch = byte as usize / STRETCH;
        match self.before.get(stretch) {
            Some(before) => {
                before + count(&self.bytes[stretch * STRETCH..byte as usize], self.unit)
            }
            // A text of whole stretches has no entry for its own end.
            None => match self.before.last() {
                Some(before) => {
                    before + count(&self.bytes[(self.before.len() - 1) * STRETCH..], self.unit)
                }
                None => byte,
            },
        }
    }

    /// Start and end of a span of the text.
    #[must_use]
    pub fn range(&self, span: Span) -> UnitRange {
        [self.at(span.start), self.at(span.end)]
    }

    /// Those of each span.
    #[must_use]
    pub fn ranges(&self, spans: &[Span]) -> Vec<UnitRange> {
        spans.iter().map(|span| self.range(*span)).collect()
    }
}

/// The first byte of a character counts one; in UTF-16 that of a four-byte character counts two.
fn count(bytes: &[u8], unit: Unit) -> u32 {
    let firsts = || bytes.iter().map(|byte| u32::from((*byte as i8) >= -0x40));
    match unit {
        Unit::Byte => bytes.len() as u32,
        Unit::CodePoint => firsts().sum(),
        Unit::Utf16 => firsts().zip(bytes).map(|(one, byte)| one + u32::from(*byte >= 0xf0)).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_of_every_length() {
        let odd = "a🕊é中\u{200f}z\r\n";
        for length in 0..200 {
            let text: String = odd.chars().cycle().take(length).collect();
            let utf16 = Offsets::new(&text, Unit::Utf16);
            let points = Offsets::new(&text, Unit::CodePoint);
            let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (point, at) in starts.enumerate() {
                assert_eq!(points.at(at as u32) as usize, point);
                assert_eq!(utf16.at(at as u32) as usize, text[..at].encode_utf16().count());
            }
        }
    }
}
