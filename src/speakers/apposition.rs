//! Whether two phrases beside each other can be two forms of one: "his deputy, Tomas Reuss".

use super::look::{PEOPLE, VERB_FORMS};
use super::phrase::{Definite, Kind, Phrase, Role};
use crate::lexicon::fixed::{AND, CALLED, IS, NAMED, THERE, WAS};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Segments, Shape, Token};

/// What somebody deals with is no longer than this, in words.
const LONGEST_FIELD: usize = 4;

/// Whether only a comma, a dash or a bracket stands between the two phrases, or a verb that makes
/// them one: "Vidal is now the mayor".
pub fn side_by_side(
    segments: &Segments,
    lexicon: &Lexicon,
    first: &Phrase,
    second: &Phrase,
) -> bool {
    // The phrases of a line do not always stand in its order.
    let range = first.tokens.end as usize..second.tokens.start as usize;
    let Some(between) = segments.tokens.get(range) else { return false };
    match between {
        [mark] if matches!(mark.shape, Shape::Comma | Shape::Dash | Shape::Open) => {
            // What is no known title is one only between two marks.
            // "in Port Halva, a spokesman said"
            let place = first.kind == Kind::Name
                && first.role == Role::Oblique
                && second.definite == Definite::New;
            let known = second.kind != Kind::Name && !place || !first.is_named();
            // "Welcoming her guest, Minister Orr said"
            let lead = first.role == Role::Object && second.role == Role::Subject;
            let known = known && !(lead && !first.is_named() && second.office.is_some());
            (known || ends_at_mark(segments, lexicon, second))
                && !is_list(segments, lexicon, second)
        }
        // "The head teacher there, Mrs Tregarrow,"
        [there, mark] if there.word == THERE && mark.shape == Shape::Comma => {
            first.definite == Definite::Known
                && first.office.is_some()
                && second.is_named()
                && ends_at_mark(segments, lexicon, second)
        }
        // "The opposition spokesman on water, Tadeusz Okonjo,"
        [preposition, rest @ .., mark] if mark.shape == Shape::Comma => {
            let plain = |word: &Token| {
                word.shape == Shape::Lower
                    && !lexicon.classes(word.word).has_any(VERB_FORMS.with(Class::Pronoun))
            };
            lexicon.has(preposition.word, Class::Preposition)
                && (1..=LONGEST_FIELD).contains(&rest.len())
                && rest.iter().all(plain)
                && first.definite == Definite::Known
                && first.role == Role::Subject
                && first.office.is_some_and(|office| office.classes.has_any(PEOPLE))
                && second.is_named()
                && ends_at_mark(segments, lexicon, second)
        }
        // "a retired postman called Walter"
        [named] if first.definite == Definite::New && matches!(named.word, CALLED | NAMED) => {
            second.is_named() && second.definite == Definite::Bare
        }
        [verb, adverbs @ ..] => {
            second.definite == Definite::Known
                && second.office.is_some()
                && !second.is_named()
                && matches!(verb.word, IS | WAS)
                && adverbs.iter().all(|token| lexicon.has(token.word, Class::Adverb))
        }
        [] => false,
    }
}

pub fn ends_at_mark(segments: &Segments, lexicon: &Lexicon, phrase: &Phrase) -> bool {
    let after = segments.tokens.get(phrase.tokens.end as usize);
    after.is_some_and(|token| {
        matches!(token.shape, Shape::Comma | Shape::Dash | Shape::Close | Shape::Stop)
            || lexicon.has(token.word, Class::Relative)
    })
}

/// "Halvorsen, her father and her grandfather"
fn is_list(segments: &Segments, lexicon: &Lexicon, second: &Phrase) -> bool {
    let owned = |at: u32| lexicon.has(segments.word(at), Class::PossessivePronoun);
    let end = second.tokens.end;
    owned(second.tokens.start) && segments.word(end) == AND && owned(end + 1)
}
