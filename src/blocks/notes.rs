//! Notes in brackets inside what is said: "(Laughter.)", "[inaudible 00:01:42]", "(phone rings)".
//!
//! Brackets that hold words of the speaker or of an editor ("[even] in those countries") are none.

use super::lines::opens_quotation;
use super::margins::is_bracketed;
use super::page::Page;
use super::words::{self, Case, SPEAKING};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Chars, Span};

#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// Stands for words that were not heard, and so for a part of what is said.
    pub unheard: bool,
}

/// Notes are not longer than this, in bytes, brackets left out.
const NOTE_BYTES: usize = 200;

/// Nor, in words, is one with a word of the stage: "(Applause from the government benches.)"
const NOTE_WORDS: usize = 14;

/// A sound has no more words than this: "(phone rings)".
const SOUND_WORDS: usize = 3;

/// Nor has a sentence of the stage more than this: "(The motion is agreed to.)"
const SENTENCE_WORDS: usize = 6;

/// A call from the benches has no more words than this, with who calls.
const CALL_WORDS: usize = 12;

/// Every bracket of the span, in order.
pub fn brackets(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in span.of(text).char_indices() {
        match (c, open) {
            ('(' | '[', _) => open = Some(at),
            (')' | ']', Some(from)) => {
                if at - from <= NOTE_BYTES + 1 {
                    let place = |at: usize| span.start + at as u32;
                    found.push(Span::new(place(from), place(at + 1)));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The note in this bracket, if it is one; `span` is what is said around it.
pub fn read(text: &str, bracket: Span, span: Span, lexicon: &Lexicon) -> Option<Note> {
    let inside = Span::new(bracket.start + 1, bracket.end - 1);
    let found = words::words(text, inside, lexicon);
    let first = found.first()?;
    if found.len() <= NOTE_WORDS
        && let Some(classes) = words::find(&found, Class::StageWord, lexicon)
    {
        return Some(Note { unheard: classes.is_unheard() });
    }
    let inner = inside.of(text);
    let timed = inner.contains(':') && found.iter().all(|word| word.case == Case::Number);
    // The number of a question: "(S6F-02941)".
    let number = found.len() == 1
        && inner.len() > 4
        && inner.has(|c| c.is_ascii_digit())
        && !inner.has(char::is_lowercase);
    let before = text[span.start as usize..bracket.start as usize].trim_end();
    let after_stop = before.is_empty() || before.ends_in(".!?…–—-”\")]");
    let sound = found.len() <= SOUND_WORDS
        && found.iter().all(|word| word.case == Case::Lower)
        && !words::has(&found, Class::Negation);
    let sentence =
        found.len() <= SENTENCE_WORDS && first.case == Case::Title && inner.ends_with('.');
    let aside = after_stop && (sound || sentence) && !words::any(&found, SPEAKING);
    // "[Hon. Members: “Answer!”]"
    let quotes = |(_, said): (_, &str)| opens_quotation(said.trim_start());
    let called = found.len() <= CALL_WORDS && inner.split_once(':').is_some_and(quotes);
    (timed || number || bracket == span || aside || called).then_some(Note { unheard: false })
}

/// "[inaudible]", alone on its line.
pub fn is_unheard(page: &Page, line: Span) -> bool {
    let note = || read(page.text, line, line, page.lexicon);
    is_bracketed(page.text, line) && note().is_some_and(|note| note.unheard)
}

/// Whether the record ends with this line, as far as it has an end.
pub fn closes(page: &Page, line: Span) -> bool {
    let found = page.words(line);
    found.is_empty() || words::find(&found, Class::FurnitureWord, page.lexicon).is_some()
}
