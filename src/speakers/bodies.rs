//! Bodies and things under other words: "Brightwell Minerals ... the company", "the Council of Ministers ...
//! Ministers", "the Republic of Caribel" for Caribel.

use super::clusters::{Clusters, words_of};
use super::entity::EntityIx;
use super::phrase::{Definite, Kind, Phrase};
use super::words::{NameWord, key};
use crate::lexicon::Class;
use crate::lexicon::fixed::WHICH;
use crate::model::{MentionForm, Token};

/// A word for a thing named before reaches so many lines and phrases back.
const NEAR: u32 = 6;
const MANY: usize = 100;

impl Clusters<'_> {
    /// In "Brightwell Minerals, which employs hundreds, ... the company": the last of a name that the text
    /// has as a thing.
    pub(super) fn thing_before(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let office = phrase.office.filter(|office| office.classes.has(Class::Work))?;
        let bare = phrase.modifiers.is_empty() && phrase.definite == Definite::Known;
        if !bare || !office.classes.has(Class::Body) {
            return None;
        }
        let before = (0..at)
            .rev()
            .take(MANY)
            .take_while(|b| phrase.line.abs_diff(self.phrases[*b].line) <= NEAR);
        let thing = |b: &usize| {
            let named = &self.phrases[*b];
            let after = (self.tokens_of)(named.line).tokens.get(named.tokens.end as usize..);
            let which = |token: &Token| token.word == WHICH;
            let mut after = after.unwrap_or_default().iter();
            let name = named.form == MentionForm::Name && named.gender.is_none();
            match named.kind {
                Kind::Name => name && after.find(|token| token.shape.is_word()).is_some_and(which),
                // "Belvarian Railways ... the railway"
                Kind::Body => name && named.office.is_some_and(|o| o.key == office.key),
                _ => false,
            }
        };
        before.filter(thing).find_map(|b| self.of_phrase[b])
    }

    /// In "The Council of Ministers met. Ministers agreed": the council.
    pub(super) fn council_of(&self, members: &Phrase) -> Option<EntityIx> {
        let name = key(members.span.of(self.text));
        let of = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let mut modifiers = entity.offices.iter().flat_map(|(_, of)| self.words_of(of));
            entity.kind == Kind::Body && modifiers.any(|word| word.key == name)
        };
        if members.tokens.len() > 1 {
            return None;
        }
        (0..self.entities.len()).map(EntityIx::new).find(of)
    }

    /// "the Republic of Caribel" is Caribel.
    pub(super) fn country(&self, phrase: &Phrase) -> Option<EntityIx> {
        let [country] = state_name(self.words, phrase) else { return None };
        let place = |e: &EntityIx| self.entities[e.ix()].kind != Kind::Person;
        self.by_name.last(country.key).filter(place)
    }
}

/// In "the Republic of Caribel": Caribel.
pub fn state_name<'a>(words: &'a [NameWord], phrase: &Phrase) -> &'a [NameWord] {
    let is_state = phrase.kind == Kind::Body
        && !phrase.plural
        && phrase.office.is_some_and(|office| office.classes.has(Class::State));
    if is_state { words_of(words, &phrase.modifiers) } else { &[] }
}
