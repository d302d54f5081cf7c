//! What the content of a statement tells of who says it, where that is a pronoun.

use super::entity::EntityIx;
use super::ground::Ground;
use super::memory::Recent;
use super::phrase::{Definite, Phrase, Referent, Role, disagree, phrase_from, phrases_in};
use super::resolve::Resolver;
use crate::lexicon::fixed::THAT;
use crate::model::{Draft, Kind, Span};

impl Resolver<'_> {
    /// In "“Karin never stood in my way,” she said": Karin, who has not said it; in "The minister,
    /// she said, had promised": the minister; in "Asked whether the mayor had come, she said": the
    /// mayor.
    pub(super) fn named_in(&self, at: u32) -> Vec<Option<EntityIx>> {
        let phrases = &self.ground.cast.phrases;
        let draft = &self.ground.drafts[at as usize];
        let parts = draft.content.iter().chain(self.question_before(at));
        let here = parts.flat_map(|part| phrases_in(phrases, *part));
        let before = draft.source.first().map_or(0, |source| source.start);
        let subject = |phrase: &Phrase| {
            let known = phrase.office.is_some() && phrase.definite == Definite::Known;
            known && phrase.role == Role::Subject && phrase.span.end < before
        };
        let told = |phrase: &Phrase| phrase.is_named() || subject(phrase);
        here.filter(|p| told(&phrases[*p])).map(|p| self.found.entity_of[p]).collect()
    }

    /// In “Roth is late,” he said: Roth, who would say "I".
    pub(super) fn begins_words(&self, draft: usize) -> Option<EntityIx> {
        let Ground { cast, drafts, text, .. } = self.ground;
        let words = drafts[draft].content.first().filter(|_| drafts[draft].kind == Kind::Direct)?;
        let first = phrase_from(&cast.phrases, words.start);
        let phrase = cast.phrases.get(first)?;
        let lead = text.get(words.start as usize..phrase.span.start as usize)?;
        // “Roth, you are late,” he said.
        let mark = self.ground.segments.tokens.get(phrase.tokens.end as usize)?;
        let begins = !lead.contains(char::is_alphanumeric) && mark.shape.is_word();
        let subject = phrase.is_named() && phrase.role == Role::Subject;
        self.found.entity_of[first].filter(|_| begins && subject)
    }

    /// In "Mr Low suggested that she was late. The witness denied it": Mr Low, who is not the
    /// witness.
    pub(super) fn who_spoke_of_another(&self) -> Option<EntityIx> {
        let Ground { cast, drafts, .. } = self.ground;
        let speaker = self.memory.last_speaker()?;
        let line = self.memory.recent().find(|recent| recent.entity == speaker)?.line;
        let spoken_of = |recent: &Recent| {
            let Some(draft) = recent.inside.map(|draft| draft as usize) else { return false };
            let pronoun = &cast.phrases[recent.phrase as usize];
            let opens = drafts[draft].content.first().is_some_and(|content| {
                let first = self.ground.segments.token_from(content.start) as u32;
                let first = first + u32::from(self.ground.segments.word(first) == THAT);
                pronoun.tokens.start == first
            });
            let other = recent.entity != speaker && self.found.speaker[draft] == Some(speaker);
            let he = pronoun.kind == Referent::Pronoun && pronoun.gender.is_some();
            recent.line == line && other && opens && he
        };
        self.memory.recent().any(spoken_of).then_some(speaker)
    }

    /// In "Asked by Holm | whether the mayor had come |, she said": what is asked.
    fn question_before(&self, draft: u32) -> Option<&Span> {
        let [.., asked, replies] = &self.ground.drafts[..=draft as usize] else { return None };
        let (question, who) = (asked.content.last()?, replies.source.first()?);
        let beside = self.ground.between(*question, *who) == Some(",");
        Some(question).filter(|_| beside && self.ground.asks(asked))
    }

    /// In "Ana Ruiz would resign, she said", with nobody else before it: Ana Ruiz, as these are not
    /// her own words.
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

impl Ground<'_> {}
