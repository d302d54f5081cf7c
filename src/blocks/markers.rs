//! What numbers a paragraph or opens an item: "1.", "(a)", "iv)", "-", "•", "##".

use crate::model::Span;

/// The marker that the line begins with. Text follows it.
pub fn marker(text: &str, line: Span) -> Option<Span> {
    let inside = line.of(text);
    let first = inside.chars().next()?;
    let len = match first {
        '•' | '●' | '▪' | '◦' | '■' | '·' | '*' | '-' | '–' | '—' | '+' | '>' => {
            first.len_utf8()
        }
        '#' => inside.len() - inside.trim_start_matches('#').len(),
        '(' | '[' => {
            1 + numeral(&inside[1..]).filter(|len| inside[1 + len..].starts_with([')', ']']))? + 1
        }
        _ => {
            let len = numeral(inside)?;
            let closed = inside[len..].starts_with(')');
            let stopped = inside[len..].starts_with('.') && !first.is_ascii_uppercase();
            (closed || stopped).then_some(len + 1)?
        }
    };
    let rest = &inside[len..];
    let spaced = rest.starts_with([' ', '\t', '\u{a0}', '\u{2003}', '\u{2002}']);
    let text_follows = rest.contains(char::is_alphanumeric);
    (spaced && text_follows).then(|| Span::new(line.start, line.start + len as u32))
}

/// Whether the marker numbers paragraphs rather than items.
pub fn is_number(marker: &str) -> bool {
    marker.starts_with(|c: char| c.is_ascii_digit()) && marker.ends_with('.')
}

/// The length of a short number ("12"), a letter ("a") or a small Roman number ("iv").
fn numeral(text: &str) -> Option<usize> {
    let len = |of: fn(&u8) -> bool| text.bytes().take_while(of).count();
    let digits = len(|b| b.is_ascii_digit());
    let roman = len(|b| matches!(b, b'i' | b'v' | b'x'));
    let letters = len(u8::is_ascii_alphabetic);
    match (digits, roman, letters) {
        (1..=3, ..) => Some(digits),
        (_, 1..=5, _) if roman == letters => Some(roman),
        (_, _, 1) => Some(1),
        _ => None,
    }
}
