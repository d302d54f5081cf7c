//! Who is "her counterpart", "his Veyran colleague", "her guest": the other of two who talk.

use super::clusters::words_of;
use super::entity::EntityIx;
use super::phrase::{Kind, PhraseIx, Role};
use super::places::same_word;
use super::resolve::Resolver;
use crate::lexicon::Class;
use crate::lexicon::fixed::{COLLEAGUE, COUNTERPART, GUEST, HOST, INTERLOCUTOR};

impl Resolver<'_> {
    /// Gives a phrase that says so to the other one. It alone: elsewhere the same words are the first one's.
    pub(super) fn take_counterpart(&mut self, at: PhraseIx) {
        if let Some(other) = self.counterpart(at) {
            self.entity_of[at as usize] = Some(other);
            self.antecedent[at as usize] = self.memory.last_phrase(other);
        }
    }

    /// Whose it is has an office too.
    fn counterpart(&mut self, at: PhraseIx) -> Option<EntityIx> {
        let cast = self.cast;
        let [phrase, owner, ..] = cast.phrases.get(at as usize..)? else { return None };
        if self.is_aside(phrase) {
            return None;
        }
        let tokens = self.tokens(&phrase.tokens);
        let (first, last) = (tokens.first()?.word, tokens.last()?.word);
        let other =
            matches!(last, COUNTERPART | COLLEAGUE | INTERLOCUTOR | GUEST | HOST) && !phrase.plural;
        let owned = self.lexicon.has(first, Class::PossessivePronoun)
            && owner.role == Role::Possessor
            && owner.kind == Kind::Pronoun
            && phrase.span.contains(owner.span);
        let nameless =
            self.entity_of[at as usize].is_some_and(|e| self.entities[e.ix()].name.is_empty());
        if !other || !owned || !nameless {
            return None;
        }
        if self.entity_of[at as usize + 1].is_none() {
            self.pronoun(at + 1, None);
        }
        let owner = self.entity_of[at as usize + 1]?;
        // "his Veyran counterpart": who else is of Veyra.
        let of = words_of(&cast.words, &phrase.modifiers);
        let told = self.entity_of[at as usize].filter(|_| !of.is_empty());
        let told = told.and_then(|entity| self.described(at, entity));
        if let Some(told) = told.filter(|told| *told != owner) {
            return Some(told);
        }
        // Who has the turn would say "mine".
        let labelled = |other: EntityIx| {
            cast.labels.iter().any(|(_, label)| self.entity_of[*label as usize] == Some(other))
        };
        let offices = |entity: EntityIx| self.entities[entity.ix()].offices.iter();
        let place = |other: EntityIx| {
            let mut words = offices(other).flat_map(|(_, of)| words_of(&cast.words, of));
            of.is_empty() || words.any(|word| of.iter().any(|of| same_word(self.text, of, word)))
        };
        let fits = |other: &EntityIx| {
            let known = &self.entities[other.ix()];
            let named = known.kind == Kind::Person && !known.plural && !known.name.is_empty();
            let person = named && !known.offices.is_empty() && !self.is_country(known);
            person && *other != owner && !labelled(*other) && place(*other)
        };
        let spoke = |other: &EntityIx| self.entities[other.ix()].speaks;
        // The ministers of two countries, two presidents.
        let alike = |other: &EntityIx| {
            offices(*other).any(|(one, _)| offices(owner).any(|(own, _)| own.key == one.key))
        };
        let visit = [self.guest, self.host()];
        let met = visit.contains(&Some(owner)) && last != COLLEAGUE;
        let met = visit.into_iter().flatten().filter(|_| met).find(fits);
        let others = || self.memory.names().filter(fits).filter(spoke);
        met.or_else(|| others().find(alike)).or_else(|| others().find(|_| last != COLLEAGUE))
    }
}
