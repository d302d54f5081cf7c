//! Which offices can be called by each other: "the Syrian leader" for the president of Syria; and
//! of two who hold one whom a paragraph had last.

use super::bearers::holds;
use super::build::office_of;
use super::clusters::Clusters;
use super::entity::{Entity, EntityIx};
use super::holders::{NAMELESS_LINES, RECENT_TITLES, is_head};
use super::phrase::{Definite, OfTurn, Office, Phrase, Role, phrase_from};
use super::places::{apart, is_of_letters, same_word};
use super::words::NameWord;
use crate::lexicon::fixed::{
    AFFAIRS, CHAIRPERSON, CHANCELLOR, FM, HEAD, HOUSES, LEADER, LEGISLATOR, MONARCH, OF, PONTIFF,
    POPE, PRESIDENT, RULER, SOVEREIGN, SPEAKER, SUPREME, TOP,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Shape, Token, WordId};

/// So many end a paragraph.
const LINE_BREAKS: usize = 2;
/// Two words for one portfolio have so many letters in common, in bytes.
const STEM_BYTES: usize = 4;

impl Clusters<'_> {
    /// Whether somebody who holds one office, of a country or a party, may be called by the other:
    /// but no president is "the monarch", no chancellor "the prime minister", no pope "the head of
    /// state", and nobody else "the pontiff".
    pub(super) fn ranks_as(
        &self,
        phrase: &Phrase,
        office: Office,
        (held, of): (Office, &[NameWord]),
    ) -> bool {
        const GENDERED: Classes = Classes::of(&[Class::Masculine, Class::Feminine]);
        if !synonymous(held.classes, office.classes) {
            return is_head(held.classes) && self.is_head_of_place(phrase, office);
        }
        let says = |words: &[WordId]| self.tokens(phrase).iter().any(|t| words.contains(&t.word));
        let chancellor = |office: Office| office.key == office_of(&[CHANCELLOR], self.lexicon);
        let crowned = held.classes.has_any(GENDERED) || !says(&[MONARCH, SOVEREIGN, RULER]);
        let church =
            held.classes.is_of_church() == office.classes.is_of_church() || says(&[LEADER]);
        let premier = office.classes.governs() && held.classes.governs() && !says(&[HEAD]);
        crowned
            && church
            && !(premier && chancellor(office) != chancellor(held))
            && (says(&[HEAD]) || !self.only_leads(office, held, of))
    }

    /// "the head of Veyra", as its president may be called.
    pub(super) fn is_head_of_place(&self, phrase: &Phrase, office: Office) -> bool {
        let [_, head, of, _] = self.tokens(phrase) else { return false };
        (head.word, of.word) == (HEAD, OF)
            && office.key == office_of(&[HEAD], self.lexicon)
            && self.is_of_some_place(phrase)
    }

    /// In "Speaker Ana Orr ... the head of the legislature", "the top legislator": she, who
    /// alone presides over one.
    pub(super) fn presiding(&self, phrase: &Phrase) -> Option<EntityIx> {
        let wanted = self.words_of(&phrase.modifiers);
        let [speaker, chair, head, president] =
            [SPEAKER, CHAIRPERSON, HEAD, PRESIDENT].map(|word| office_of(&[word], self.lexicon));
        let of_house = |of: &[NameWord]| {
            let mut bodies = of.iter().filter(|word| self.is_body(word)).peekable();
            bodies.peek().is_some() && bodies.all(|word| HOUSES.contains(&self.id(word)))
        };
        let apart =
            |has| apart(self.lexicon, self.text, [wanted, has], &|word| self.is_of_place(word));
        let presides = |e: &&EntityIx| {
            self.entities[e.ix()].offices.iter().any(|(held, of)| {
                let has = self.words_of(of);
                let chairs = held.key == speaker && has.is_empty() || of_house(has);
                chairs && [speaker, chair, president].contains(&held.key) && !apart(has)
            })
        };
        let office = phrase.office?;
        let top = self.tokens(phrase).iter().any(|token| token.word == TOP);
        let legislator = top && office.key == office_of(&[LEGISLATOR], self.lexicon);
        let sought = [speaker, chair, head].contains(&office.key) && of_house(wanted) || legislator;
        if !sought || self.is_past(phrase) {
            return None;
        }
        let all = [speaker, chair, president].into_iter().flat_map(|key| self.by_office.under(key));
        let mut all = all.filter(presides);
        let first = *all.next()?;
        all.all(|other| *other == first).then_some(first)
    }

    /// "The President: We begin. | Mr. Bell: | President Holt | is late.": of another president,
    /// where no journalists ask.
    pub(super) fn is_in_chair(&self, phrase: &Phrase, entity: &Entity) -> bool {
        entity.turns
            && entity.name.is_empty()
            && phrase.is_named()
            && phrase.turn != OfTurn::Label
            && !self.questioned
    }

    /// "The Catholicos", "The Patriarch" is not the pope, who may be a patriarch too; but a pontiff
    /// is either.
    pub(super) fn is_other_prelate(&self, phrase: &Phrase, entity: &Entity) -> bool {
        let [pope, pontiff] = [POPE, PONTIFF].map(|word| office_of(&[word], self.lexicon));
        phrase.office.is_some_and(|office| {
            let prelate = office.classes.is_of_church() && office.classes.has(Class::Masculine);
            let other = prelate && office.key != pontiff && !holds(entity)(office);
            other && entity.offices.iter().any(|(held, _)| held.key == pope)
        })
    }

    /// "The Veyran president" where the text has a president of Veyra: he, and no colleague.
    pub(super) fn is_home(&self, phrase: &Phrase, e: EntityIx) -> bool {
        let wanted = self.words_of(&phrase.modifiers);
        let same = |word: &NameWord| {
            let mut places = wanted.iter().filter(|place| self.is_of_place(place));
            places.any(|place| same_word(self.lexicon, self.text, place, word))
        };
        self.entities[e.ix()].offices.iter().any(|(held, of)| {
            is_head(held.classes)
                && Some(held.key) == phrase.office.map(|office| office.key)
                && self.words_of(of).iter().any(same)
        })
    }

    /// "Labour leader Ana Ruiz" and "the Supreme Leader" are not the president, who is not "the
    /// Supreme Leader"; but "the Syrian leader" can be.
    fn only_leads(&self, office: Office, held: Office, of: &[NameWord]) -> bool {
        let is = |office: Office, words| office.key == office_of(words, self.lexicon);
        let supreme = |office| is(office, &[SUPREME, LEADER]);
        let leads = |office| is(office, &[LEADER]) || supreme(office);
        let of_state = || !supreme(held) && of.iter().any(|word| self.is_country(word));
        leads(held) && !leads(office) && !of_state() || supreme(office) && !leads(held)
    }

    /// "The Sarnian interior minister" is not the Sarnian foreign minister: both titles say what
    /// for, and no word for it is the same.
    pub(super) fn is_of_other_field(
        &self,
        phrase: &Phrase,
        wanted: &[NameWord],
        has: &[NameWord],
    ) -> bool {
        let field = |word: &&NameWord| {
            let word = self.id(word);
            let classes = self.lexicon.classes(word);
            classes.has(Class::Portfolio) && !classes.has(Class::Body) && word != AFFAIRS
        };
        // defence, defense; economy, economic
        let stem = |word: &NameWord| {
            let word = word.span().of(self.text);
            word.get(..STEM_BYTES).unwrap_or(word)
        };
        let same =
            |word: &NameWord| has.iter().any(|held| stem(held).eq_ignore_ascii_case(stem(word)));
        let mut wanted = wanted.iter().filter(field).peekable();
        let mut other = || match wanted.peek() {
            Some(_) => !wanted.any(same),
            // "the FM" is no Trade Minister.
            None => {
                let fm = self.tokens(phrase).iter().any(|token| token.word == FM);
                fm && !has.iter().any(|held| stem(held).starts_with(['F', 'f']))
            }
        };
        has.iter().any(|held| field(&held)) && other()
    }

    /// "Minister Holm opened the session. | Trade Minister Maas said so. The minister": Maas, also
    /// where he opened the paragraph before; but not in a text that has called another one "the
    /// minister".
    pub(super) fn is_titled_before(&self, phrase: &Phrase, e: EntityIx) -> bool {
        let key = |phrase: &Phrase| phrase.office.map(|office| office.key);
        let titled = |b: &usize| {
            let before = &self.phrases[*b];
            before.role == Role::Subject && key(before) == key(phrase)
        };
        let near = |b: &usize| {
            let before = &self.phrases[*b];
            let between = self.text.get(before.span.end as usize..phrase.span.start as usize);
            let breaks = between.map_or(0, |between| between.matches('\n').count());
            let opens = || self.text[..before.span.start as usize].ends_with('\n');
            before.line + NAMELESS_LINES >= phrase.line
                && (breaks == 0 || breaks <= LINE_BREAKS && opens())
        };
        let before = (0..phrase_from(self.phrases, phrase.span.start)).rev().take(RECENT_TITLES);
        let mut before = before.filter(titled).take_while(near).peekable();
        // "Minister Holm said that Trade Minister Maas was ill. The minister": Holm.
        let line = before.peek().map(|last| self.phrases[*last].line);
        let first = before.take_while(|b| Some(self.phrases[*b].line) == line).last();
        !self.is_of_some_place(phrase)
            && first.is_some_and(|first| self.of_phrase[first] == Some(e))
            && self.by_text.last(self.bare_text_key(phrase)).is_none_or(|called| called == e)
    }

    /// "The Veyran minister", "the Minister of Veyra"
    pub(super) fn is_of_some_place(&self, phrase: &Phrase) -> bool {
        self.words_of(&phrase.modifiers).iter().any(|word| self.is_of_place(word))
    }

    /// "The President", whom the text has no need to name.
    pub(super) fn is_own(&self, entity: &Entity) -> bool {
        let full = &self.phrases[entity.fullest as usize];
        let title = self.tokens(full).get(1).filter(|title| title.shape.is_capitalised());
        entity.name.is_empty()
            && full.definite == Definite::Known
            && full.modifiers.is_empty()
            && self.owner_in(full).is_none()
            && title.is_some_and(|title| self.lexicon.has(title.word, Class::Office))
    }

    /// "The President" is neither "the union's president" nor "the president of the club".
    pub(super) fn is_of_lesser(&self, phrase: &Phrase, entity: &Entity) -> bool {
        let small = |token: &Token| {
            token.shape == Shape::Lower && self.lexicon.has(token.word, Class::Office)
        };
        let whose = !phrase.modifiers.is_empty() || self.owner_in(phrase).is_some();
        whose
            && self.is_own(entity)
            && phrase.office.is_some_and(holds(entity))
            && self.tokens(phrase).iter().any(small)
    }

    /// A word of a title that says where, rather than what for.
    pub(super) fn is_of_place(&self, word: &NameWord) -> bool {
        const OFFICE: Classes = Classes::of(&[Class::Portfolio, Class::OfficeModifier]);
        let text = word.span().of(self.text);
        let known = self.lexicon.classes(self.id(word));
        text.starts_with(char::is_uppercase)
            && !word.generic
            && (!known.has_any(OFFICE) || is_of_letters(text))
    }

    /// "Syria", "French": most peoples are in no table. A "Liberal" comes from nowhere.
    pub(super) fn is_country(&self, word: &NameWord) -> bool {
        let word = self.id(word);
        let place = self.lexicon.lemma(word);
        let [people, of] = [word, place].map(|word| self.lexicon.has(word, Class::Demonym));
        self.lexicon.has(word, Class::Place) || people && place != word && !of
    }
}

/// One may be called head of state (or of government) and the other is one. Two titles that stand
/// before names, king and president, are two people.
pub fn synonymous(a: Classes, b: Classes) -> bool {
    let same = |class| a.has(class) && b.has(class);
    !same(Class::Honorific) && (same(Class::HeadOfState) || same(Class::HeadOfGovernment))
}
