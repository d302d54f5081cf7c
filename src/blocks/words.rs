//! Words of a single line, looked up: what the layout needs before anything is cut into tokens.

use crate::lexicon::{Class, Classes, Lexicon, fold, is_invisible};
use crate::model::{Span, WordId};

/// A word without the marks around it and without a possessive ending.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub span: Span,
    pub id: WordId,
    pub classes: Classes,
    pub case: Case,
    /// The character after the word and its full stop, if it has one.
    pub next: Option<char>,
    /// A full stop stands at its end.
    pub dotted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// of
    Lower,
    /// Minister, McCall
    Title,
    /// DOLAN
    Upper,
    /// J
    Initial,
    /// 2019, 4th
    Number,
    /// letters of a script without case
    Caseless,
}

impl Case {
    pub const fn is_capitalised(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Initial)
    }
}

/// Words between white space and slashes, bars and dashes (not hyphens).
pub fn words(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Word> {
    each(text, span, lexicon).collect()
}

/// The same, one by one.
pub fn each(text: &str, span: Span, lexicon: &Lexicon) -> impl Iterator<Item = Word> {
    let inside = span.of(text);
    let mut buffer = String::new();
    let parts = |c: char| c.is_whitespace() || matches!(c, '/' | '|' | '—' | '–' | '―' | '·');
    inside.split(parts).filter_map(move |part| {
        let start = part.as_ptr() as usize - inside.as_ptr() as usize + span.start as usize;
        let core = part.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = start + part.len() - core.len();
        let core = core.trim_end_matches(|c: char| !c.is_alphanumeric());
        let core = ["'s", "’s"].iter().find_map(|s| core.strip_suffix(s)).unwrap_or(core);
        if core.is_empty() {
            return None;
        }
        let end = start + core.len();
        let dotted = text[end..span.end as usize].starts_with('.');
        let next = text[end + usize::from(dotted)..span.end as usize].chars().next();
        let id = lexicon.id(fold(core, &mut buffer));
        let classes = lexicon.classes(id);
        Some(Word { span: (start..end).into(), id, classes, case: case(core), next, dotted })
    })
}

/// The classes of the words that open the line: those of the longest phrase, else of the first word.
pub fn opening(words: &[Word], lexicon: &Lexicon) -> (Classes, usize) {
    let mut ids = [WordId::UNKNOWN; 6];
    for (id, word) in ids.iter_mut().zip(words) {
        *id = word.id;
    }
    match (lexicon.phrase_of(&ids[..words.len().min(6)]), words.first()) {
        (Some((classes, len)), _) => (classes, len as usize),
        (None, Some(word)) => (word.classes, 1),
        (None, None) => (Classes::default(), 0),
    }
}

pub fn any(words: &[Word], class: Class) -> bool {
    words.iter().any(|word| word.classes.has(class))
}

/// The first word or phrase of the class: its classes.
pub fn find(words: &[Word], class: Class, lexicon: &Lexicon) -> Option<Classes> {
    let all = (0..words.len()).map(|at| {
        let (phrase, _) = opening(&words[at..], lexicon);
        Classes(phrase.0 | words[at].classes.0)
    });
    all.into_iter().find(|classes| classes.has(class))
}

fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic() && !is_invisible(*c));
    if word.starts_with(|c: char| c.is_numeric()) {
        return Case::Number;
    }
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let (mut upper, mut lower) = (0, 0);
            letters.for_each(|c| if c.is_lowercase() { lower += 1 } else { upper += 1 });
            match (upper, lower) {
                (0, 0) => Case::Initial,
                // McCALL, O’NEILL
                (_, lower) if lower == 0 || (upper > 2 && lower <= 2) => Case::Upper,
                _ => Case::Title,
            }
        }
        Some(first) if first.is_lowercase() => Case::Lower,
        _ => Case::Caseless,
    }
}
