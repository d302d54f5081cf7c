//! What numbers a paragraph or opens an item: "1.", "4.10", "(a)", "iv)", "-", "•", "##", "17:05
//! GMT —".

use crate::model::{Chars, Span};

/// The marker that the line begins with. Text follows it.
pub fn marker(text: &str, line: Span) -> Option<Span> {
    let inside = line.of(text);
    let first = inside.chars().next()?;
    let len = match first {
        '•' | '●' | '▪' | '◦' | '■' | '·' | '*' | '-' | '–' | '—' | '+' | '>' => {
            first.len_utf8()
        }
        '#' => inside.len() - inside.past_in("#").len(),
        '(' | '[' => {
            let len = 1 + numeral(&inside[1..])?;
            inside[len..].starts_in(")]").then_some(len + 1)?
        }
        _ if let Some(len) = in_parts(inside).or_else(|| clock(inside)) => len,
        _ => {
            let len = numeral(inside)?;
            let closers = if first.is_ascii_uppercase() { ")" } else { ")." };
            inside[len..].starts_in(closers).then_some(len + 1)?
        }
    };
    let rest = &inside[len..];
    let spaced = rest.starts_in(" \t\u{a0}\u{2003}\u{2002}");
    (spaced && rest.has(char::is_alphanumeric))
        .then(|| Span::new(line.start, line.start + len as u32))
}

/// Whether the marker numbers paragraphs rather than items.
pub fn is_number(marker: &str) -> bool {
    marker.starts_as(|c| c.is_ascii_digit()) && !marker.ends_with(')')
}

/// The length of a number in parts before a sentence: "4.10", "2.3.1."
fn in_parts(text: &str) -> Option<usize> {
    let rest = text.past(|c| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    let mut parts = number.trim_end_matches('.').split('.');
    let whole = parts.clone().count() > 1 && parts.all(|part| (1..=2).contains(&part.len()));
    let sentence = rest.trim_start().starts_as(|c| c.is_uppercase() || "“\"‘(".contains(c));
    (whole && sentence).then_some(number.len())
}

/// The length of the hour before a sentence: "17:05", "17:05 GMT —".
fn clock(text: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let minutes = text.past(digit).strip_prefix(':')?;
    let rest = minutes.past(digit);
    let whole = (4..=5).contains(&(text.len() - rest.len())) && minutes.len() - rest.len() == 2;
    let zone = rest.strip_prefix(' ').unwrap_or_default();
    let after = zone.past(|c| c.is_ascii_uppercase());
    let named = (3..=4).contains(&(zone.len() - after.len())) && after.starts_with(' ');
    let rest = if named { after } else { rest };
    let dashed = rest.trim_start().past_in("–—-");
    let sentence = dashed.trim_start().starts_as(|c| c.is_uppercase() || "“\"‘".contains(c));
    (whole && sentence && dashed.starts_with(' ')).then_some(text.len() - dashed.len())
}

/// The length of a short number ("12"), a letter ("a") or a small Roman number ("iv").
fn numeral(text: &str) -> Option<usize> {
    let len = |is: fn(char) -> bool| text.len() - text.past(is).len();
    let digits = len(|c| c.is_ascii_digit());
    let roman = len(|c| matches!(c, 'i' | 'v' | 'x'));
    let letters = len(|c| c.is_ascii_alphabetic());
    match (digits, roman, letters) {
        (1..=3, ..) => Some(digits),
        (_, 1..=5, _) if roman == letters => Some(roman),
        (_, _, 1) => Some(1),
        _ => None,
    }
}
