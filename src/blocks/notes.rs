//! Notes in brackets inside what is said: "(Laughter.)", "[inaudible 00:01:42]", "(phone rings)".
//!
//! Brackets that hold words of the speaker or of an editor ("[even] in those countries") are none.

use super::words::{self, Case};
use crate::lexicon::{Class, Lexicon};
use crate::model::Span;

#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// Stands for words that were not heard, and so for a part of what is said.
    pub unheard: bool,
}

/// Notes are not longer than this, in bytes.
const LONGEST: usize = 200;

/// Every bracket of the span, in order.
pub fn brackets(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut at = span.start as usize;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..span.end as usize];
            let open = at + rest.find(['(', '['])?;
            let inside = &text[open + 1..span.end as usize];
            match inside.find([')', ']', '(', '[']) {
                Some(close) if close <= LONGEST && !inside[close..].starts_with(['(', '[']) => {
                    at = open + close + 2;
                    return Some(Span::from(open..at));
                }
                _ => at = open + 1,
            }
        }
    })
}

/// The note in this bracket, if it is one; `span` is what is said around it.
pub fn read(text: &str, bracket: Span, span: Span, lexicon: &Lexicon) -> Option<Note> {
    let inside = Span::new(bracket.start + 1, bracket.end - 1);
    let found = words::words(text, inside, lexicon);
    let note = |unheard| Some(Note { unheard });
    if found.is_empty() {
        return None;
    }
    if found.len() <= 14
        && let Some(classes) = words::find(&found, Class::StageWord, lexicon)
    {
        return note(classes.has(Class::Negation));
    }
    let inner = inside.of(text);
    let timed = inner.contains(':') && found.iter().all(|word| word.case == Case::Number);
    // The number of a question: "(S6F-02941)".
    let number = found.len() == 1
        && inner.len() > 4
        && inner.contains(|c: char| c.is_ascii_digit())
        && !inner.contains(char::is_lowercase);
    if timed || number || bracket == span {
        return note(false);
    }
    let before = text[span.start as usize..bracket.start as usize].trim_end();
    let after_stop = before.is_empty()
        || before.ends_with(['.', '!', '?', '…', '–', '—', '-', '”', '"', ')', ']']);
    let first_person =
        found.iter().any(|w| w.classes.has(Class::First) || w.classes.has(Class::Second));
    let sound = found.len() <= 3
        && found.iter().all(|word| word.case == Case::Lower)
        && !words::any(&found, Class::Negation);
    let sentence = found.len() <= 6 && found[0].case == Case::Title && inner.ends_with('.');
    (after_stop && !first_person && (sound || sentence)).then_some(Note { unheard: false })
}
