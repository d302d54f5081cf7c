//! Whom "the diplomat", "the union leader", "the Commander-in-Chief" speak of.
//!
//! A description of a person that is no office is taken up where it is the source of a statement. Words of
//! the description may stand where the text brought somebody in: "Tomás Vidal, who leads the miners'
//! union" is the union leader. Without such words a bare description ("the diplomat") and an epithet
//! with capitals are another name of who spoke just before, or was named last. Anybody else stays somebody of his own.

use super::clusters::{EntityIx, words_of};
use super::look::GRAMMAR;
use super::phrase::{Definite, Kind, Phrase, PhraseIx};
use super::places::same_place;
use super::resolve::Resolver;
use super::sources::Source;
use super::words::is_one_of;
use crate::lexicon::{Class, Classes};
use crate::model::{Draft, MentionForm, Shape, Span, Token, TokenIx};
use std::ops::Range;

/// A bare description reaches so many lines back.
const NEAR: u32 = 3;
/// An epithet reaches so many lines back.
const FAR: u32 = 12;
/// What is said of somebody stands so near to the name, in tokens.
const BESIDE: u32 = 24;
pub(super) const AGED: &str = "-year-old";

impl Resolver<'_> {
    /// Who is meant by the description, the source of a statement; none where it may be anybody.
    pub(super) fn described(&self, at: PhraseIx, entity: EntityIx) -> Option<EntityIx> {
        let phrase = &self.cast.phrases[at as usize];
        let described = &self.entities[entity.ix()];
        let nameless = described.name.is_empty()
            && described.kind == Kind::Person
            && !described.plural
            && !described.label
            && phrase.definite == Definite::Known
            && !self.is_aside(phrase);
        if !nameless {
            return None;
        }
        // "The 58-year-old nurse said", "the 43-year-old": news says so of who was just named.
        let aged = phrase.span.of(self.text).contains(AGED);
        let office = phrase.office.map_or(Classes::default(), |office| office.classes);
        let setting = self.setting(at);
        let fits = |other: EntityIx| {
            let known = &self.entities[other.ix()];
            let genders = (described.gender, known.gender);
            !known.name.is_empty()
                && !known.plural
                && (known.kind == Kind::Person
                    || known.kind == Kind::Name && (known.speaks || known.gender.is_some()))
                && Some(other) != setting.quoter
                && !matches!(genders, (Some(a), Some(b)) if a != b)
        };
        let words: Vec<Span> = self.telling(phrase.tokens.clone()).collect();
        // "the Ramogi East MP" is no other MP, "the Tournaville boss" not Tournaville itself.
        let of = words_of(&self.cast.words, &phrase.modifiers);
        let place: Vec<Span> = of.iter().map(|word| word.span).collect();
        let of_itself = |other: EntityIx| {
            let name = words_of(&self.cast.words, &self.entities[other.ix()].name);
            name.iter().any(|word| of.iter().any(|of| of.key == word.key))
        };
        let telling = if place.is_empty() { &words } else { &place };
        let fits = |other: EntityIx| fits(other) && !of_itself(other);
        let mut best = None;
        for other in self.memory.names().filter(|other| fits(*other)) {
            let shared = self.shared(telling, other);
            if shared > 0 && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, other));
            }
        }
        let head = &self.segments.tokens[phrase.tokens.end as usize - 1];
        let capital = head.shape.is_capitalised();
        // "the former finance minister", "the veteran mediator"
        let second = self.segments.tokens.get(phrase.tokens.start as usize + 1);
        let aged = aged
            || second.is_some_and(|word| {
                is_one_of(self.lexicon.form(word.word), "former veteran one-time erstwhile")
            });
        // Who holds an office is nobody else: "the then Secretary-General".
        if !aged && !office.has(Class::Person) && (capital || !office.has(Class::Work)) {
            return self.accused(head).filter(|other| fits(*other));
        }
        // "a nurse woke her. ... The nurse said": somebody whom the text has brought in before.
        let known = !capital && self.memory.last_phrase(entity).is_some_and(|last| last != at);
        let bare = aged || office.has(Class::Person) && !known && (capital || words.len() == 1);
        let told = best.map(|(_, other)| other);
        told.or_else(|| match bare {
            true => self.just_spoke(phrase, capital, fits),
            // "the Tournaville boss": who has spoken in this paragraph.
            false if !known => {
                let paragraph = self.paragraph_of(phrase.span.start);
                self.memory.speaker_from(paragraph).filter(|other| fits(*other))
            }
            false => None,
        })
    }

    /// "The defendant": who denies what he is accused of.
    fn accused(&self, head: &Token) -> Option<EntityIx> {
        let denies = |draft: &&Draft| {
            draft.cue.first().is_some_and(|cue| is_one_of(cue.of(self.text), "denies denied"))
        };
        let defendant = self.lexicon.form(head.word) == "defendant";
        let draft = self.drafts.iter().find(denies).filter(|_| defendant)?;
        match self.source_of(draft)? {
            Source::Phrase(phrase) => self.entity_of[phrase as usize],
            _ => None,
        }
    }

    /// Who spoke before a bare description or an epithet.
    fn just_spoke(
        &self,
        phrase: &Phrase,
        capital: bool,
        fits: impl Fn(EntityIx) -> bool + Copy,
    ) -> Option<EntityIx> {
        let since = phrase.line.saturating_sub(if capital { FAR } else { NEAR });
        let last = |other: EntityIx| {
            self.memory.last_phrase(other).map(|last| &self.cast.phrases[last as usize])
        };
        // "Asked by Ms Nambiar, the witness replied": not Ms Nambiar.
        let here = |p: &Phrase| p.line == phrase.line && p.form != MentionForm::Pronoun;
        // "Mr Banks put it to Mr Tor ... the witness replied": Mr Tor.
        let (by, told) = self.asked.unwrap_or_default();
        let fits =
            |other: EntityIx| fits(other) && Some(other) != by && !last(other).is_some_and(here);
        if let Some(told) = told.filter(|told| fits(*told)) {
            return Some(told);
        }
        let speaker = self.memory.speaker_since(since).filter(|other| fits(*other));
        let spoke = |other: EntityIx| {
            self.entities[other.ix()].speaks && last(other).is_some_and(|p| p.line >= since)
        };
        let subject = |other: &EntityIx| {
            fits(*other) && self.memory.is_subject(*other) && (capital || spoke(*other))
        };
        // "Her grandson Rafiq walks to school. ... the boy explained": of this paragraph.
        let paragraph = self.paragraph_of(phrase.span.start);
        let here = self.memory.subject_since(paragraph, fits);
        let elsewhere = self.memory.speaker_from(paragraph).is_none();
        here.filter(|_| elsewhere).or(speaker).or_else(|| self.memory.names().find(subject))
    }

    /// How many words of a description stand where somebody's fullest name does.
    fn shared(&self, words: &[Span], other: EntityIx) -> usize {
        let known = &self.entities[other.ix()];
        let held = known.offices.iter().flat_map(|(_, of)| words_of(&self.cast.words, of));
        let mut beside: Vec<Span> = held.map(|word| word.span).collect();
        let name = self.cast.phrases.get(known.fullest as usize);
        if let Some(name) = name.filter(|name| !self.is_aside(name)) {
            beside.extend(self.telling(self.beside(name.tokens.clone())));
        }
        let same = |word: &&Span| {
            let word = word.of(self.text);
            beside.iter().any(|other| {
                let other = other.of(self.text);
                same_place(word, other) || same_stem(word, other)
            })
        };
        words.iter().filter(same).count()
    }

    /// The words of a name and after it, up to the next name or the end of the sentence.
    fn beside(&self, name: Range<TokenIx>) -> Range<TokenIx> {
        let after = &self.segments.tokens[name.end as usize..];
        let ends = |token: &Token| token.shape == Shape::Stop || token.shape.is_capitalised();
        let length = after.iter().take(BESIDE as usize).position(ends).unwrap_or(BESIDE as usize);
        name.start..name.end + (length as u32).min(after.len() as u32)
    }

    /// Words that tell something.
    fn telling(&self, tokens: Range<TokenIx>) -> impl Iterator<Item = Span> {
        let tokens = &self.segments.tokens[tokens.start as usize..tokens.end as usize];
        let tells = |token: &&Token| {
            token.shape.is_word() && !self.lexicon.classes(token.word).has_any(GRAMMAR)
        };
        tokens.iter().filter(tells).map(|token| token.span)
    }

    /// Two entities are found to be one; what was said of the first is true of the second.
    pub(super) fn merge(&mut self, from: EntityIx, into: EntityIx) {
        let found = self.entity_of.iter_mut().chain(&mut self.speaker);
        found.filter(|entity| **entity == Some(from)).for_each(|entity| *entity = Some(into));
        let merged = self.entities[from.ix()].clone();
        let known = &mut self.entities[into.ix()];
        known.mentions += merged.mentions;
        known.gender = known.gender.or(merged.gender);
        known.speaks |= merged.speaks;
        self.memory.merge(from, into);
    }
}

/// A historian teaches history, a baker has a bakery: four letters and more are the same, and three
/// at most are not.
fn same_stem(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    shared >= 4 && a.len().max(b.len()) <= shared + 3
}
