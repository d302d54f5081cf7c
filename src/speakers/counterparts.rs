//! Who is "her counterpart", "his Veyran colleague", "her guest": the other of two who talk.

use super::build::office_of;
use super::clusters::words_of;
use super::entity::EntityIx;
use super::holders::is_ours;
use super::phrase::{Phrase, PhraseIx, Referent, Role};
use super::places::same_word;
use super::resolve::Resolver;
use super::words::NameWord;
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    COLLEAGUE, COUNTERPART, GUEST, HOST, HUSBAND, INTERLOCUTOR, PREDECESSOR, WIFE,
};
use crate::model::WordId;

/// Somebody is told to be married so many phrases before.
const MARRIED_PHRASES: usize = 200;

impl Resolver<'_> {
    /// Gives a phrase that says so to the other one. It alone: elsewhere the same words are the
    /// first one's.
    pub(super) fn take_counterpart(&mut self, at: PhraseIx) {
        if let Some(other) = self.own_spouse(at).or_else(|| self.counterpart(at)) {
            self.takes_up(at, other);
        }
    }

    /// In "Her husband, Ilyas Orr, was angry. “My wife is ill,” he said": whose husband he is.
    fn own_spouse(&self, at: PhraseIx) -> Option<EntityIx> {
        let cast = self.ground.cast;
        let phrase = &cast.phrases[at as usize];
        phrase.office.filter(|office| office.classes.has(Class::Kin))?;
        let married = [WIFE, HUSBAND].map(|word| office_of(&[word], self.ground.lexicon));
        let spouse = |phrase: &Phrase| phrase.office.is_some_and(|o| married.contains(&o.key));
        let mine = || is_ours(self.ground.lexicon, self.ground.tokens(&phrase.tokens));
        if !spouse(phrase) || self.ground.is_aside(phrase) || !mine() {
            return None;
        }
        let quoter = self.quoter(self.ground.within[at as usize].inside())?;
        let before = (0..at as usize).rev().take(MARRIED_PHRASES);
        let mut theirs = before.filter(|b| self.found.entity_of[*b] == Some(quoter));
        let theirs = theirs.find(|b| spouse(&cast.phrases[*b]))?;
        let owner = &cast.phrases[theirs + 1];
        let owned = owner.role == Role::Possessor && cast.phrases[theirs].span.contains(owner.span);
        self.found.entity_of[theirs + 1].filter(|_| owned)
    }

    /// Who it is, where whose it is shows.
    fn counterpart(&mut self, at: PhraseIx) -> Option<EntityIx> {
        let cast = self.ground.cast;
        let [phrase, owner, ..] = cast.phrases.get(at as usize..)? else { return None };
        let entity = self.found.entity_of[at as usize]?;
        let described = !phrase.plural && self.entity(entity).name.is_empty();
        let owned = owner.role == Role::Possessor
            && owner.kind == Referent::Pronoun
            && phrase.span.contains(owner.span);
        if !described || !owned || self.ground.is_aside(phrase) {
            return None;
        }
        let says = self.ground.tokens(&phrase.tokens).last()?.word;
        if !matches!(says, COUNTERPART | COLLEAGUE | INTERLOCUTOR | GUEST | HOST) {
            return None;
        }
        if self.found.entity_of[at as usize + 1].is_none() {
            self.pronoun(at + 1, None);
        }
        let owner = self.found.entity_of[at as usize + 1]?;
        // "The chief executive said. His guest": who may be the only other that was named.
        if matches!(says, GUEST | HOST) && self.entity(owner).name.is_empty() {
            return None;
        }
        // "his Veyran counterpart": who else is of Veyra.
        let of = words_of(&cast.words, &phrase.modifiers);
        if !of.is_empty()
            && let Some(told) = self.described(at, entity).filter(|told| *told != owner)
        {
            return Some(told);
        }
        // Where turns have labels, whoever speaks may be speaking of others.
        if cast.labels.is_empty() { self.other_one(owner, of, says) } else { None }
    }

    /// "Her predecessor, Otto Bang": who held an office before.
    pub(super) fn is_predecessor(&self, entity: EntityIx) -> bool {
        let before = office_of(&[PREDECESSOR], self.ground.lexicon);
        self.entity(entity).offices.iter().any(|(held, _)| held.key == before)
    }

    /// The other one of two who have an office each.
    fn other_one(&self, owner: EntityIx, of: &[NameWord], says: WordId) -> Option<EntityIx> {
        let offices = |entity: EntityIx| self.entity(entity).offices.iter();
        let place = |other: EntityIx| {
            let words = offices(other).flat_map(|(_, of)| words_of(&self.ground.cast.words, of));
            let same = |word: &NameWord| {
                of.iter().any(|of| same_word(self.ground.lexicon, self.ground.text, of, word))
            };
            of.is_empty() || words.into_iter().any(same)
        };
        let fits = |other: &EntityIx| {
            let known = self.entity(*other);
            let named = known.kind == Referent::Person && !known.plural && !known.name.is_empty();
            let held = named && !known.offices.is_empty() && !self.ground.is_country(known);
            held && *other != owner && place(*other)
        };
        // The ministers of two countries, two presidents.
        let alike = |other: &EntityIx| {
            offices(*other).any(|(one, _)| offices(owner).any(|(own, _)| own.key == one.key))
        };
        let spoke = |other: &EntityIx| self.entity(*other).speaks;
        let others = || self.memory.names().filter(fits).filter(spoke);
        // A colleague may be anybody's, and who has received nobody has no guest here.
        let any = !matches!(says, COLLEAGUE | GUEST | HOST);
        let visit = [self.outlook.guest, self.host()];
        let met = says != COLLEAGUE && visit.contains(&Some(owner));
        let met = visit.into_iter().flatten().filter(|_| met).find(fits);
        met.or_else(|| others().find(alike)).or_else(|| others().find(|_| any))
    }
}
