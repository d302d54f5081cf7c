//! Who has come to see whom: "the guest" of a readout.

use super::entity::{Entity, EntityIx};
use super::phrase::{Kind, Phrase, PhraseIx, Role, phrase_from};
use super::resolve::Resolver;
use crate::lexicon::fixed::{ARE, BEEN, IS, WAS, WERE};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Segments, TokenIx, WordId};

impl Resolver<'_> {
    /// Who is received; where nobody is, and two speak, the second.
    pub(super) fn find_guest(&self) -> Option<EntityIx> {
        let received = self.cast.received.and_then(|phrase| self.entity_of[phrase as usize]);
        received.or_else(|| self.second_speaker())
    }

    /// Of two who speak for something, the one named second: the texts are the host's.
    fn second_speaker(&self) -> Option<EntityIx> {
        let speaks = |entity: &Entity| {
            entity.kind == Kind::Person
                && entity.speaks
                && !entity.plural
                && !entity.name.is_empty()
                && !entity.offices.is_empty()
        };
        let mut speakers = (0..self.entities.len()).filter(|at| speaks(&self.entities[*at]));
        let second = speakers.nth(1);
        second.filter(|_| speakers.next().is_none()).map(EntityIx::new)
    }
}

/// In "President Atabay received Viktor Salnik", "Mr. Salnik was received by the President": Salnik.
pub fn received(lexicon: &Lexicon, segments: &Segments, phrases: &[Phrase]) -> Option<PhraseIx> {
    let received = Classes::of(&[Class::Verb, Class::Guest]);
    let tokens = segments.tokens.iter().zip(0..);
    tokens
        .filter(|(token, _)| lexicon.classes(token.word).0 & received.0 == received.0)
        .find_map(|(_, verb)| object(segments, phrases, verb))
        .map(|at| at as PhraseIx)
}

/// Whom the verb has received, in its sentence.
fn object(segments: &Segments, phrases: &[Phrase], verb: TokenIx) -> Option<usize> {
    let tokens = &segments.tokens;
    let sentence = segments.sentences.partition_point(|sentence| sentence.tokens.end <= verb);
    let end = segments.sentences.get(sentence)?.tokens.end.min(verb + FAR);
    let next = phrase_from(phrases, tokens[verb as usize].span().end);
    let before = verb.checked_sub(1).map(|at| tokens[at as usize].word);
    // "welcomed his guest" tells nobody's name.
    let guest = |phrase: &Phrase| phrase.office.is_some_and(|o| o.classes.has(Class::Guest));
    let visits = |phrase: &Phrase| {
        phrase.kind == Kind::Person && !phrase.plural && !guest(phrase)
            || phrase.is_named() && phrase.name.len() > 1
    };
    if matches!(before, Some(WAS | WERE | IS | ARE | BEEN)) {
        let subject = (0..next).rev().take(4).find(|at| phrases[*at].role == Role::Subject);
        return subject.filter(|at| visits(&phrases[*at]));
    }
    let beside =
        phrases.get(next).filter(|phrase| (verb..end.min(verb + 3)).contains(&phrase.tokens.start));
    if beside.is_some_and(visits) {
        return Some(next);
    }
    // "received at the Palace on Monday, 4 May, Her Excellency Mirjana Luk"
    let mut later =
        (next..phrases.len()).take_while(|at| (verb..end).contains(&phrases[*at].tokens.start));
    later.find(|at| {
        let phrase = &phrases[*at];
        let person = phrase.kind == Kind::Person || phrase.style != WordId::UNKNOWN;
        person && phrase.is_named() && phrase.role != Role::Oblique
    })
}

/// Where and when somebody is received takes no more tokens.
const FAR: TokenIx = 16;
