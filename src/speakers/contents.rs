//! What the content of a statement tells of who says it, where that is a pronoun.

use super::entity::EntityIx;
use super::ground::Ground;
use super::phrase::{Definite, Phrase, Referent, Role, disagree, phrase_from, phrases_in};
use super::resolve::Resolver;
use crate::lexicon::Class;
use crate::model::{Draft, Kind};

impl Resolver<'_> {
    /// In "“Karin never stood in my way,” she said": Karin, who has not said it; in "The minister,
    /// she said, had promised": the minister.
    pub(super) fn named_in(&self, draft: u32) -> Vec<Option<EntityIx>> {
        let phrases = &self.ground.cast.phrases;
        let draft = &self.ground.drafts[draft as usize];
        let parts = draft.content.iter();
        let here = parts.flat_map(|part| phrases_in(phrases, *part));
        let before = draft.source.first().map_or(0, |source| source.start);
        let subject = |phrase: &Phrase| {
            let known = phrase.office.is_some() && phrase.definite == Definite::Known;
            known && phrase.role == Role::Subject && phrase.span.end < before
        };
        let told = |phrase: &Phrase| phrase.is_named() || subject(phrase);
        here.filter(|p| told(&phrases[*p])).map(|p| self.found.entity_of[p]).collect()
    }

    /// In "Ana Ruiz would resign, she said", with nobody else before it, and in "Ruiz hopes to
    /// stay, she said": Ana Ruiz, as these are not her own words.
    pub(super) fn of_himself(&self, pronoun: &Phrase, draft: &Draft) -> Option<EntityIx> {
        let told = draft.content.first().filter(|_| draft.kind == Kind::Indirect)?;
        let subject = phrase_from(&self.ground.cast.phrases, told.start);
        let phrase = self.ground.cast.phrases.get(subject)?;
        let single = matches!(phrase.kind, Referent::Person | Referent::Name) && !phrase.plural;
        let opens = phrase.span.start == told.start && phrase.role == Role::Subject;
        let fits = single && opens && phrase.is_named() && !pronoun.plural;
        // "New Zealand would win, he said"
        let tokens = phrase.tokens.clone();
        let place =
            || tokens.clone().any(|at| self.ground.lexicon.is_in_place(self.ground.segments, at));
        let person = phrase.kind == Referent::Person || phrase.name.len() > 1 && !place();
        let entity = self.found.entity_of[subject].filter(|_| fits && person)?;
        let gender = self.entity(entity).gender;
        (!disagree(gender, pronoun.gender) && pronoun.gender.is_some()).then_some(entity)
    }
}

impl Ground<'_> {
    /// "Ana Ruiz hopes to stay, she said": only she knows it.
    pub(super) fn hopes(&self, draft: &Draft) -> bool {
        let Some(told) = draft.content.first() else { return false };
        let at = phrase_from(&self.cast.phrases, told.start);
        let subject = self.cast.phrases.get(at).filter(|at| at.span.start == told.start);
        subject.is_some_and(|subject| {
            let verb = self.lexicon.classes(self.segments.word(subject.tokens.end));
            verb.has(Class::Thought) && verb.has(Class::PresentS)
        })
    }
}
