//! Whether the words before a colon or a stop can be somebody's name.

use super::words::{self, Case, LINKS, Word};
use crate::lexicon::fixed::{A, AN, ANOTHER, OF, PRO, TEMPORE};
use crate::lexicon::{Class, Classes};
use crate::model::Chars;

/// Small letters or not, these can stand in a name.
const IN_NAMES: Classes =
    Classes::of(&[Class::NameParticle, Class::LabelWord, Class::Honorific, Class::SharedLabel]);

const OPENING: Classes = Classes::of(&[Class::LabelWord, Class::SharedLabel, Class::NameParticle]);

/// A full stop behind these ends no sentence.
const STOPPED: Classes = Classes::of(&[Class::Abbreviation, Class::Honorific]);

/// No name begins with these.
pub const FUNCTION: Classes = Classes::of(&[
    Class::Adverb,
    Class::Pronoun,
    Class::Preposition,
    Class::Conjunction,
    Class::Complementizer,
    Class::Auxiliary,
]);

/// Whether the words can be a name.
pub fn is_name(name: &[Word]) -> bool {
    let opens = |first: &Word| {
        first.case.is_capitalised()
            || first.case == Case::Caseless
            || first.classes.has_any(OPENING)
    };
    name.first().is_some_and(opens)
        && name.iter().enumerate().all(|(at, word)| {
            let (outer, last) = (at == 0 || at + 1 == name.len(), at + 1 == name.len());
            let fits = word.case != Case::Lower
                || word.classes.has_any(IN_NAMES)
                || last && is_one_more(name)
                // "The SPEAKER pro tempore"
                || at > 0 && matches!(word.id, PRO | TEMPORE)
                || !outer && word.classes.has_any(LINKS);
            // No sentence ends inside a name.
            let stopped = word.dotted
                && !last
                && word.case != Case::Initial
                && !word.classes.has_any(STOPPED)
                && word.span.len() > 4;
            fits && !stopped
        })
}

/// "Chief Executive's Report", but "The Mayor's Secretary"
pub fn is_owned(name: &[Word]) -> bool {
    const SOMEBODY: Classes =
        Classes::of(&[Class::Office, Class::Person, Class::LabelWord, Class::Body]);
    let [owners @ .., last] = name else { return false };
    owners.iter().any(|owner| matches!(owner.next, Some('\'' | '’')))
        && !last.classes.has_any(SOMEBODY)
}

/// "Another resident"
pub fn is_one_more(name: &[Word]) -> bool {
    let [first, .., last] = name else { return false };
    matches!(first.id, A | AN | ANOTHER) && last.classes.has(Class::Person)
}

/// "Mr. Orr", "Mr. Orr of Kelm", "Senator de la Cruz", "The Chairman".
pub fn is_titled(found: &[Word]) -> bool {
    let [first, named @ ..] = found else { return false };
    let honorific = first.classes.has(Class::Honorific);
    let of = named.iter().rposition(|word| word.id == OF && honorific);
    let place = of.filter(|of| named[*of..].iter().skip(1).all(|w| w.case.is_capitalised()));
    let named = &named[..place.unwrap_or(named.len())];
    let name = |word: &Word| {
        word.case.is_capitalised() && !word.classes.has_any(FUNCTION)
            || word.classes.has(Class::NameParticle)
    };
    let office = !first.classes.has(Class::Determiner) || words::has(named, Class::Office);
    office && (1..=4).contains(&named.len()) && named.iter().all(name)
}

/// Two to six words of a person's name.
pub fn is_person(found: &[Word]) -> bool {
    (2..=6).contains(&found.len())
        && found.iter().all(|w| w.case.is_capitalised() || w.classes.has(Class::NameParticle))
        && !words::has(found, Class::Office)
}

/// "i.e." is no longer.
const ABBREVIATION_BYTES: usize = 4;

/// "sofia_r", "u/sleepyotter", "@orr", "spk02": a word in small letters with marks or digits;
/// behind "[09:02]" any.
pub fn is_handle(name: &str, stamped: bool) -> bool {
    let bare = name.strip_prefix('@').unwrap_or(name);
    let is_mark = |c| matches!(c, '_' | '/' | '.' | '0'..='9');
    let marked = bare.len() < name.len()
        || bare.len() > ABBREVIATION_BYTES && bare.before_in("_/.").has(is_mark);
    (marked || stamped) && bare.starts_as(char::is_lowercase) && !bare.has(char::is_whitespace)
}
