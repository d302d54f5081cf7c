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
use crate::lexicon::Class;
use crate::model::{MentionForm, Shape, Span, Token, TokenIx};
use std::ops::Range;

/// A bare description reaches so many lines back.
const NEAR: u32 = 3;
/// An epithet reaches so many lines back.
const FAR: u32 = 12;
/// What is said of somebody stands so near to the name, in tokens.
const BESIDE: u32 = 24;

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
        // Who holds an office is nobody else: "the then Secretary-General".
        if !phrase.office.is_some_and(|office| office.classes.has(Class::Person)) {
            return None;
        }
        let setting = self.setting(at);
        let fits = |other: EntityIx| {
            let known = &self.entities[other.ix()];
            let genders = (described.gender, known.gender);
            !known.name.is_empty()
                && !known.plural
                && (known.kind == Kind::Person
                    || known.kind == Kind::Name && (known.speaks || known.name.len() > 1))
                && Some(other) != setting.quoter
                && !matches!(genders, (Some(a), Some(b)) if a != b)
        };
        let words: Vec<Span> = self.telling(phrase.tokens.clone()).collect();
        let mut best = None;
        for other in self.memory.names().filter(|other| fits(*other)) {
            let shared = self.shared(&words, other);
            if shared > 0 && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, other));
            }
        }
        best.map(|(_, other)| other).or_else(|| self.just_spoke(phrase, words.len(), fits))
    }

    /// Who spoke before a bare description or an epithet.
    fn just_spoke(
        &self,
        phrase: &Phrase,
        words: usize,
        fits: impl Fn(EntityIx) -> bool + Copy,
    ) -> Option<EntityIx> {
        let head = &self.segments.tokens[phrase.tokens.end as usize - 1];
        let head_is_capital = head.shape.is_capitalised();
        let reach = match head_is_capital {
            true => FAR,
            false if words == 1 => NEAR,
            false => return None,
        };
        let since = phrase.line.saturating_sub(reach);
        let last = |other: EntityIx| {
            self.memory.last_phrase(other).map(|last| &self.cast.phrases[last as usize])
        };
        // "Asked by Ms Nambiar, the witness replied": not Ms Nambiar.
        let here = |p: &Phrase| p.line == phrase.line && p.form != MentionForm::Pronoun;
        let fits = |other: EntityIx| fits(other) && !last(other).is_some_and(here);
        let speaker = self.memory.speaker_since(since).filter(|other| fits(*other));
        let spoke = |other: EntityIx| {
            self.entities[other.ix()].speaks && last(other).is_some_and(|p| p.line >= since)
        };
        let subject = |other: &EntityIx| {
            fits(*other) && self.memory.is_subject(*other) && (head_is_capital || spoke(*other))
        };
        speaker.or_else(|| self.memory.names().find(subject))
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
            beside.iter().any(|other| same_place(word, other.of(self.text)))
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
        for entity in self.entity_of.iter_mut().filter(|entity| **entity == Some(from)) {
            *entity = Some(into);
        }
        let merged = self.entities[from.ix()].clone();
        let known = &mut self.entities[into.ix()];
        known.mentions += merged.mentions;
        known.gender = known.gender.or(merged.gender);
        known.speaks |= merged.speaks;
        self.memory.merge(from, into);
    }
}
