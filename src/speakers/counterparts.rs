//! Who is "her counterpart", "his Veyran colleague", "her guest": the other of two who talk.

use super::build::office_of;
use super::clusters::words_of;
use super::entity::EntityIx;
use super::holders::is_ours;
use super::phrase::{Definite, Gender, Phrase, PhraseIx, Referent, disagree};
use super::places::same_word;
use super::resolve::Resolver;
use super::words::NameWord;
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    AUNT, BROTHER, COLLEAGUE, COUNTERPART, DAD, DAUGHTER, FATHER, GRANDDAUGHTER, GRANDFATHER,
    GRANDMOTHER, GRANDSON, GUEST, HOST, HUSBAND, INTERLOCUTOR, MAM, MOM, MOTHER, MUM, NAMESAKE,
    NEPHEW, NIECE, PREDECESSOR, SISTER, SON, UNCLE, WIDOW, WIFE,
};
use crate::model::WordId;

/// Whose kin somebody is has been told so many phrases before.
const KIN_PHRASES: usize = 200;
/// Who is married.
const MARRIED: &[WordId] = &[WIFE, HUSBAND, WIDOW];
/// What somebody is to those who are that to him.
const FAMILIES: [(&[WordId], &[WordId]); 6] = [
    (MARRIED, MARRIED),
    (&[FATHER, MOTHER, DAD, MUM, MOM, MAM], &[SON, DAUGHTER]),
    (&[GRANDFATHER, GRANDMOTHER], &[GRANDSON, GRANDDAUGHTER]),
    (&[SON, DAUGHTER], &[FATHER, MOTHER]),
    (&[BROTHER, SISTER], &[BROTHER, SISTER]),
    (&[UNCLE, AUNT], &[NEPHEW, NIECE]),
];

impl Resolver<'_> {
    /// Gives a phrase that says so to the other one. It alone: elsewhere the same words are the
    /// first one's.
    pub(super) fn take_counterpart(&mut self, at: PhraseIx) {
        if let Some(other) = self.own_kin(at).or_else(|| self.counterpart(at)) {
            self.takes_up(at, other);
        }
    }

    /// In "Her husband, Ilyas Orr, was angry. “My wife is ill,” he said": whose husband he is. In
    /// "His daughter, Rosamund Orr, said her father slept", "Her son, Jan, left. “Mum knows,” he
    /// said": whose daughter, whose son. In "Ilyas Orr, the mayor's brother, said his sister
    /// slept": the mayor.
    fn own_kin(&mut self, at: PhraseIx) -> Option<EntityIx> {
        let cast = self.ground.cast;
        let phrase = &cast.phrases[at as usize];
        let kin = phrase.office.filter(|office| office.classes.has(Class::Kin))?;
        let lexicon = self.ground.lexicon;
        let is = |phrase: &Phrase, words: &[WordId]| {
            phrase.office.is_some_and(|o| words.iter().any(|w| office_of(&[*w], lexicon) == o.key))
        };
        let (words, other) = FAMILIES.iter().find(|(words, _)| is(phrase, words))?;
        let bare = phrase.definite == Definite::Bare;
        // "her elder brother" may be another one.
        let plain = *words == MARRIED || phrase.tokens.len() == 2 - usize::from(bare);
        if !plain || self.ground.is_aside(phrase) {
            return None;
        }
        let who = if bare || is_ours(lexicon, self.ground.tokens(&phrase.tokens)) {
            self.quoter(self.ground.within[at as usize].inside())?
        } else {
            self.owner_of(at).filter(|_| !self.is_named_behind(at))?
        };
        let before = (0..at as usize).rev().take(KIN_PHRASES);
        let theirs = before.filter(|b| self.found.entity_of[*b] == Some(who));
        let mut theirs = theirs.filter(|b| is(&cast.phrases[*b], other));
        let whose = theirs.find_map(|theirs| self.whose(theirs)).filter(|whose| *whose != who)?;
        Some(whose).filter(|whose| !disagree(self.entity(*whose).gender, Gender::of(kin.classes)))
    }

    /// In "the judge's sister", "my sister": whose sister she is, where that is known by now.
    fn whose(&self, kin: usize) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[kin];
        if is_ours(self.ground.lexicon, self.ground.tokens(&phrase.tokens)) {
            return self.quoter(self.ground.within[kin].inside());
        }
        self.found.entity_of[self.ground.owner_in(kin)?]
    }

    /// In "her father", "her counterpart": whose father he is.
    fn owner_of(&mut self, at: PhraseIx) -> Option<EntityIx> {
        let owner = self.ground.owner_in(at as usize)?;
        if self.ground.cast.phrases[owner].kind != Referent::Pronoun {
            return None;
        }
        if self.found.entity_of[owner].is_none() {
            self.pronoun(owner as PhraseIx, None);
        }
        self.found.entity_of[owner]
    }

    /// "her father, Ezra,", but not "According to her father, Ezra slept"
    pub(super) fn is_named_behind(&self, at: PhraseIx) -> bool {
        let [phrase, behind @ ..] = &self.ground.cast.phrases[at as usize..] else { return false };
        let named = behind.iter().find(|next| next.span.start >= phrase.span.end);
        named.filter(|named| named.is_named()).is_some_and(|named| {
            let mark = self.ground.segments.tokens.get(named.tokens.end as usize);
            self.ground.between(phrase.span, named.span) == Some(",")
                && mark.is_none_or(|mark| !mark.shape.is_word())
        })
    }

    /// Who it is, where whose it is shows.
    fn counterpart(&mut self, at: PhraseIx) -> Option<EntityIx> {
        let cast = self.ground.cast;
        let phrase = cast.phrases.get(at as usize)?;
        let entity = self.found.entity_of[at as usize]?;
        let described = !phrase.plural && self.entity(entity).name.is_empty();
        if !described || self.ground.is_aside(phrase) {
            return None;
        }
        let says = self.ground.tokens(&phrase.tokens).last()?.word;
        if !matches!(says, COUNTERPART | COLLEAGUE | INTERLOCUTOR | NAMESAKE | GUEST | HOST) {
            return None;
        }
        let owner = self.owner_of(at)?;
        // "The chief executive said. His guest": who may be the only other that was named.
        if matches!(says, GUEST | HOST) && self.entity(owner).name.is_empty() {
            return None;
        }
        // Where turns have labels, whoever speaks may be speaking of others.
        if !cast.labels.is_empty() {
            return None;
        }
        self.other_one(owner, words_of(&cast.words, &phrase.modifiers), says)
    }

    /// "Her predecessor, Otto Bang": who held an office before.
    pub(super) fn is_predecessor(&self, entity: EntityIx) -> bool {
        let before = office_of(&[PREDECESSOR], self.ground.lexicon);
        self.entity(entity).offices.iter().any(|(held, _)| held.key == before)
    }

    /// The other one of two who have an office each.
    fn other_one(&self, owner: EntityIx, of: &[NameWord], says: WordId) -> Option<EntityIx> {
        let offices = |entity: EntityIx| self.entity(entity).offices.iter();
        // The ministers of two countries, two presidents.
        let alike = |other: &EntityIx| {
            offices(*other).any(|(one, _)| offices(owner).any(|(own, _)| own.key == one.key))
        };
        let place = |other: EntityIx| {
            let mut words =
                offices(other).flat_map(|(_, of)| words_of(&self.ground.cast.words, of)).peekable();
            let same = |word: &NameWord| {
                of.iter().any(|of| same_word(self.ground.lexicon, self.ground.text, of, word))
            };
            // "Prime Minister Hale hosted Prime Minister Wick of Serand. Her Suvarian counterpart"
            let untold = words.peek().is_none() && alike(&other);
            of.is_empty() || untold || words.any(same)
        };
        let fits = |other: &EntityIx| {
            let known = self.entity(*other);
            let named = known.kind == Referent::Person && !known.plural && !known.name.is_empty();
            let held = named && !known.offices.is_empty() && !self.ground.is_country(known);
            held && *other != owner && place(*other)
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
