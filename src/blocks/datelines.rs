//! Datelines before the first words of a paragraph.
//!
//! ```text
//! BEIJING, Sept. 30 (Xinhua) -- ...     MOSCOW, June 10. /TASS/. ...      TRISK - ...
//! GENEVA (12 March 2024) – ...          KELM, 14 May 2018 (Kelm Daily) – ...
//! RIYADH: ...                           Kelm, 14 May 2018 – ...
//! ```

use super::page::Page;
use super::words::{Case, Word};
use crate::lexicon::Class;
use crate::model::Span;

/// A dateline is no longer than this, in bytes.
const LONGEST: usize = 110;

/// The dateline that the paragraph begins with, its dash or colon included.
pub fn prefix(page: &Page, line: Span) -> Option<Span> {
    let inside = line.of(page.text);
    let mut window = inside.len().min(LONGEST);
    while !inside.is_char_boundary(window) {
        window -= 1;
    }
    let window = &inside[..window];
    if !window.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[')) {
        return None;
    }
    let end = end(window)?;
    // A sentence follows: "NATO - which" is no dateline.
    let opening = inside[end..].chars().find(|c| c.is_alphanumeric())?;
    if opening.is_lowercase() {
        return None;
    }
    let span = Span::new(line.start, line.start + end as u32);
    is_dateline(page, span).then_some(span)
}

/// The end of the first dash, "/AGENCY/." or colon that could close a dateline.
fn end(window: &str) -> Option<usize> {
    if let Some(open) = window.find(" /")
        && let Some(close) = window[open + 2..].find('/')
    {
        let after = open + 2 + close + 1;
        let stop = window[after..].len()
            - window[after..].trim_start_matches(['.', ' ', '-', '–', '—']).len();
        if close <= 24 && stop > 0 {
            return Some(after + window[after..after + stop].trim_end().len());
        }
    }
    let dash = window.char_indices().find_map(|(at, c)| {
        let end = match c {
            '—' | '―' => at + c.len_utf8(),
            '–' | '-' if window[..at].ends_with([' ', '\u{a0}']) => {
                at + window[at..].len() - window[at..].trim_start_matches(c).len()
            }
            '-' if window[at..].starts_with("--") => at + 2,
            ':' => at + 1,
            _ => return None,
        };
        (c == '—' || c == '―' || window[end..].starts_with([' ', '\u{a0}'])).then_some(end)
    })?;
    Some(dash)
}

/// Capitalised words only, of which the first are in capitals, or with a date or an agency in
/// brackets.
fn is_dateline(page: &Page, span: Span) -> bool {
    let found = page.words(span);
    let dated = page.dates_in(span);
    let in_date = |word: &Word| {
        dated.iter().any(|date| date.weekday <= word.span.start && word.span.end <= date.span.end)
    };
    let Some(first) = found.first() else { return false };
    if found.len() > 14 || first.case == Case::Number && !in_date(first) {
        return false;
    }
    let plain = found.iter().all(|word| {
        in_date(word)
            || word.case != Case::Lower
            || word.classes.has(Class::Month)
            || word.classes.has(Class::NameParticle)
            || (word.classes.has(Class::Preposition)
                || word.classes.has(Class::Determiner)
                || word.classes.has(Class::Conjunction))
    });
    let inside = span.of(page.text);
    // A name is no place: "Mr Orr - a baker - ...", "SMITH, who ..."
    let person = first.classes.has(Class::Honorific)
        || first.classes.has(Class::Office)
        || first.classes.has(Class::LabelWord)
        || first.classes.has(Class::FurnitureWord);
    let shouted = first.case == Case::Upper && first.span.len() >= 3;
    let bracket = inside.contains('(') || inside.contains(" /");
    let colon = inside.ends_with(':');
    let months = found.iter().any(|word| word.classes.has(Class::Month));
    let place = inside.find([',', '(', '/', '.']).map_or(span.end, |at| span.start + at as u32);
    let city = found.iter().take_while(|word| word.span.end <= place && !in_date(word)).count() < 4;
    plain
        && !person
        && city
        && (shouted && (!colon || found.len() <= 3 || !dated.is_empty())
            || !colon && (!dated.is_empty() || months || bracket && found.len() <= 5)
            || colon && !dated.is_empty())
}
