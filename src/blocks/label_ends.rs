//! Where a label can end: at a colon, a full stop, a full stop with a dash.

use super::labels::{BRACKET_BYTES, LABEL_BYTES};

/// "Mr. Orr." is no longer than this as a label, in bytes, in small letters.
const SHORT_BYTES: usize = 45;

/// Whether one of the first three words has two capitals among its first three letters.
pub fn shouts(rest: &str) -> bool {
    let (mut words, mut letters, mut capitals) = (0, 0, 0);
    for c in rest.chars() {
        if c == ' ' {
            (words, letters, capitals) = (words + 1, 0, 0);
        } else {
            letters += 1;
            capitals += u32::from(letters <= 3 && c.is_uppercase());
        }
        if words == 3 || capitals == 2 {
            break;
        }
    }
    capitals == 2
}

/// Whether a full stop that is not of "Mr." stands where a short label could end.
pub fn stops_soon(rest: &str) -> bool {
    let reach = &rest.as_bytes()[..rest.len().min(SHORT_BYTES)];
    let ends = |pair: &[u8; 2]| pair == b". ";
    reach.array_windows().skip("Mrs.".len()).any(ends)
}

/// Whether a full stop with a dash stands where a label could end.
pub fn is_dashed(rest: &str) -> bool {
    let reach = LABEL_BYTES + DASHES[0].len();
    let reach = &rest.as_bytes()[..rest.floor_char_boundary(reach)];
    let mut stops = reach.iter().enumerate().filter(|(_, byte)| **byte == b'.');
    stops.any(|(at, _)| dash(&reach[at..]).is_some())
}

/// A full stop and a dash behind a label, the longest first.
const DASHES: [&str; 6] = [". – ", ". − ", ". — ", ".– ", ".— ", ". - "];

/// The length of the full stop, dash and spaces that the bytes begin with.
pub fn dash(bytes: &[u8]) -> Option<u32> {
    let dash = DASHES.iter().find(|dash| bytes.starts_with(dash.as_bytes()))?;
    Some(dash.len() as u32)
}

/// The first colon outside brackets, or a dash that stands for it, with nothing before it that no
/// label holds.
pub fn colon(rest: &str) -> Option<usize> {
    let (mut depth, mut outside, mut inside) = (0_u32, 0, 0);
    let reach = rest.len().min(LABEL_BYTES + BRACKET_BYTES);
    let near = &rest.as_bytes()[..reach];
    if !near.contains(&b':') && !near.iter().any(|byte| matches!(byte, 0xe2 | 0xef)) {
        return None;
    }
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => return (at > 0).then_some(at),
            // "Mr HOLT (Carrow) —I thank"
            '—' if depth == 0
                && rest[..at].ends_with(' ')
                && !rest[at + c.len_utf8()..].starts_with(' ') =>
            {
                return Some(at);
            }
            '"' | '“' | '”' | '«' | ';' | '?' | '!' | '…' if depth == 0 => return None,
            _ => {}
        }
        if depth == 0 {
            outside += c.len_utf8();
        } else {
            inside += c.len_utf8();
        }
        if outside > LABEL_BYTES || inside > BRACKET_BYTES {
            return None;
        }
    }
    None
}
