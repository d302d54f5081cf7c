//! Words of a single line, looked up: what the layout needs before anything is cut into tokens.

use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Chars, Span, WordId};

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
    /// J, J.R.R
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

/// Small words between the words of a title or name.
pub const LINKS: Classes =
    Classes::of(&[Class::Preposition, Class::Determiner, Class::Conjunction]);
/// The same, and those inside a name: al, van.
pub const SMALL: Classes = LINKS.with(Class::NameParticle);
/// I, we, you: somebody speaks.
pub const SPEAKING: Classes = Classes::of(&[Class::First, Class::Second]);

/// Words between white space and slashes, bars and dashes (not hyphens).
pub fn words(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Word> {
    first_words(text, span, usize::MAX, lexicon)
}

/// The same, no more than `limit`.
pub fn first_words(text: &str, span: Span, limit: usize, lexicon: &Lexicon) -> Vec<Word> {
    let mut found = Vec::with_capacity(limit.min(span.len() as usize / 6 + 1));
    let inside = span.of(text);
    let mut chars = inside.char_indices();
    // From the first to the last letter or digit since white space.
    let mut core = 0..0;
    while found.len() < limit {
        let next = chars.next();
        match next {
            Some((at, c)) if c.is_alphanumeric() => {
                if core.is_empty() {
                    core.start = at;
                }
                core.end = at + c.len_utf8();
            }
            Some((_, c)) if !is_between(c) => {}
            _ => {
                if !core.is_empty() {
                    let start = span.start + core.start as u32;
                    found.push(word(&inside[core.start..], core.len(), start, lexicon));
                    core.end = core.start;
                }
                if next.is_none() {
                    break;
                }
            }
        }
    }
    found
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '|' | '—' | '–' | '―' | '·')
}

/// The word of `len` bytes, a possessive ending included, that `rest` begins with.
fn word(rest: &str, len: usize, start: u32, lexicon: &Lexicon) -> Word {
    let (core, _) = rest.split_at(len);
    let core = core.strip_suffix("'s").or(core.strip_suffix("’s")).unwrap_or(core);
    let mut after = rest[core.len()..].chars();
    let mut next = after.next();
    let dotted = next == Some('.');
    if dotted {
        next = after.next();
    }
    let id = lexicon.id_of(core);
    // "al-Bahri"
    let particle = |(first, last): (&str, &str)| {
        last.starts_as(char::is_uppercase) && lexicon.has(lexicon.id_of(first), Class::NameParticle)
    };
    let case = match case(core) {
        Case::Lower if core.split_once('-').is_some_and(particle) => Case::Title,
        case => case,
    };
    Word {
        span: Span::new(start, start + core.len() as u32),
        id,
        classes: lexicon.classes(id),
        case,
        next,
        dotted,
    }
}

/// The classes of the words that open the line: those of the longest phrase, else of the first
/// word.
pub fn opening(words: &[Word], lexicon: &Lexicon) -> (Classes, usize) {
    let mut ids = [WordId::UNKNOWN; 6];
    for (id, word) in ids.iter_mut().zip(words) {
        *id = word.id;
    }
    match (lexicon.phrase_of(&ids[..words.len().min(6)]), words) {
        (Some((classes, len)), _) => (classes, len as usize),
        (None, [word, ..]) => (word.classes, 1),
        (None, []) => (Classes::default(), 0),
    }
}

/// Whether one of the words is of one of the classes.
pub fn any(words: &[Word], classes: Classes) -> bool {
    words.iter().any(|word| word.classes.has_any(classes))
}

pub fn has(words: &[Word], class: Class) -> bool {
    any(words, Classes::of(&[class]))
}

/// The first word or phrase of the class: its classes.
pub fn find(words: &[Word], class: Class, lexicon: &Lexicon) -> Option<Classes> {
    (0..words.len())
        .map(|at| opening(&words[at..], lexicon).0.or(words[at].classes))
        .find(|classes| classes.has(class))
}

fn case(word: &str) -> Case {
    if word.starts_as(char::is_numeric) {
        return Case::Number;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let (mut upper, mut lower) = (0, 0);
            letters.for_each(|c| if c.is_lowercase() { lower += 1 } else { upper += 1 });
            match (upper, lower) {
                (0, 0) => Case::Initial,
                (_, 0) if word.split('.').all(|part| part.chars().count() == 1) => Case::Initial,
                // McCALL, O’NEILL
                (_, lower) if lower == 0 || (upper > 2 && lower <= 2) => Case::Upper,
                _ => Case::Title,
            }
        }
        Some(first) if first.is_lowercase() => Case::Lower,
        _ => Case::Caseless,
    }
}
