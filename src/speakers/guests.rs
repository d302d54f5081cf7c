//! Who has come to see whom: "the guest" of a readout.

use super::entity::{Entity, EntityIx};
use super::phrase::{Kind, Phrase, Role, phrase_from};
use super::resolve::Resolver;
use crate::lexicon::fixed::{ARE, BEEN, IS, WAS, WERE};
use crate::lexicon::{Class, Classes};
use crate::model::TokenIx;

impl Resolver<'_> {
    /// In "President Atabay received Viktor Salnik", "Mr. Salnik was received by the President": Salnik.
    /// Where nobody is received, and two speak, the second.
    pub(super) fn find_guest(&self) -> Option<EntityIx> {
        let received = Classes::of(&[Class::Verb, Class::Guest]);
        let tokens = self.segments.tokens.iter().zip(0..);
        tokens
            .filter(|(token, _)| self.lexicon.classes(token.word).0 & received.0 == received.0)
            .find_map(|(_, verb)| self.received(verb))
            .or_else(|| self.second_speaker())
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

    fn received(&self, verb: TokenIx) -> Option<EntityIx> {
        let tokens = &self.segments.tokens;
        let span = tokens[verb as usize].span();
        let phrases = &self.cast.phrases;
        let next = phrase_from(phrases, span.end);
        let before = verb.checked_sub(1).map(|at| tokens[at as usize].word);
        let phrase = if matches!(before, Some(WAS | WERE | IS | ARE | BEEN)) {
            (0..next).rev().take(4).find(|at| phrases[*at].role == Role::Subject)
        } else {
            Some(next)
        };
        let visits = |phrase: &Phrase| {
            phrase.kind == Kind::Person && !phrase.plural
                || phrase.is_named() && phrase.name.len() > 1
        };
        let at = phrase.filter(|at| {
            let near = phrases.get(*at).filter(|phrase| visits(phrase));
            near.is_some_and(|p| p.tokens.start <= verb + 2 || p.tokens.end <= verb)
        })?;
        self.entity_of[at]
    }
}
