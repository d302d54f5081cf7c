//! Reads a noun phrase: its determiner and number, whose it is, the titles and bodies within.
//!
//! What kind of phrase its words are is judged in [`super::build`].

use super::complements::Joints;
use super::descriptions::AGED;
use super::holders::is_head;
use super::look::PEOPLE;
use super::phrase::{Definite, Phrase, Referent, Role, disagree};
use super::run::{Determined, Run};
use super::scan::{Found, Scanner};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes};
use crate::model::{MentionForm, Shape, Token, TokenIx};

/// Who has an office without a name is shorter than this: "the county" in "the county's rivers
/// officer".
const OWNER_TOKENS: u32 = 3;

/// What opens a phrase before its run: "the two" in "the two foreign ministers".
#[derive(Clone, Copy)]
pub struct Opening {
    pub start: TokenIx,
    pub definite: Definite,
    /// A number stands before the run.
    pub counted: bool,
}

impl Opening {
    pub fn is_determined(self) -> bool {
        self.definite != Definite::Bare
    }
}

impl Scanner<'_> {
    /// Reads a noun phrase whose determiner is `start..first`. Gives its end if it is one.
    pub(super) fn noun_phrase(
        &self,
        start: TokenIx,
        first: TokenIx,
        definite: Definite,
        found: &mut Found,
    ) -> Option<TokenIx> {
        let mut opening = Opening { start, definite, counted: false };
        let mut first = first;
        if start == first && self.word(first) == ONE {
            // "One minister"
            (first, opening.definite) = (first + 1, Definite::New);
        } else if self.token(first).is_some() && self.classes(first).has(Class::Numeral) {
            (first, opening.counted) = (first + 1, true);
        }
        if self.is_age(first) {
            first += 1;
            let nobody = |run: &Run| run.head.is_none() && run.name == run.end;
            let run = self.run(first, Determined::Yes);
            // "the 58-year-old", "a 19-year-old from Oru"
            if opening.is_determined() && run.as_ref().is_none_or(nobody) {
                let form = MentionForm::Description;
                self.push_simple(start..first, form, Referent::Person, Classes::default(), found);
                found.phrases.last_mut()?.definite = opening.definite;
                return Some(first);
            }
        }
        let determined = if start == first { Determined::No } else { Determined::Yes };
        let run = self.run(first, determined).or_else(|| self.possessor(first))?;
        // "Kelm Union (KU)'s lawyer"
        let short = self.is_in_brackets(run.end).then_some(run.end + 3);
        if let Some(mark) = self.possessive_at(short.unwrap_or(run.end))
            && let Some(owned) = self.run(mark + 1, Determined::Yes)
            && owned.head.is_some()
            && !owned.head_is(Classes::of(&[Class::Paper]))
        {
            let at = found.phrases.len();
            let end = self.owned_phrase(opening, &run, &owned, found)?;
            return Some(end.max(self.joined_title(at, found)));
        }
        let at = self.build(opening, &run, found)?;
        let end = self.joined_title(at, found);
        Some(found.phrases.last().map_or(end, |last| end.max(last.tokens.end)))
    }

    /// "58-year-old" in "the 58-year-old nurse"
    fn is_age(&self, at: TokenIx) -> bool {
        let long = |token: &&Token| token.span().len() as usize > AGED.len();
        let long = self.token(at).filter(long);
        long.is_some_and(|token| token.span().of(self.text).ends_with(AGED))
    }

    /// Reads a possessor, then what is theirs: "Mr Ruiz's lawyer". Gives the end.
    fn owned_phrase(
        &self,
        opening: Opening,
        owner: &Run,
        owned: &Run,
        found: &mut Found,
    ) -> Option<TokenIx> {
        // "Prime Minister's Office" is the name of a body.
        let one_name = owned.head.as_ref().is_some_and(|(h, c)| {
            c.has(Class::Body) && !c.has_any(PEOPLE) && self.is_capital(h.start)
        });
        let possessor = if one_name { None } else { self.build(opening, owner, found) };
        // "a sheriff's dispatcher", but "Mr Ruiz's lawyer"
        let new = possessor.is_some_and(|p| !found.phrases[p].is_named());
        let new = new && opening.definite == Definite::New;
        let definite = if new { Definite::New } else { Definite::Known };
        let whose = Opening { definite, counted: false, ..opening };
        let Some(at) = self.build(whose, owned, found) else {
            return possessor.map(|p| found.phrases[p].tokens.end);
        };
        // The possessor's capitalised words belong to the office too.
        let added = found.words.len() as u32;
        match possessor.map(|p| &found.phrases[p]) {
            Some(p) => {
                let (modifiers, name) = (p.modifiers.clone(), p.name.clone());
                found.repeat(modifiers);
                found.repeat(name);
            }
            None => self.add_capitals(owner.start..owner.end, &mut found.words),
        }
        found.repeat(found.phrases[at].modifiers.clone());
        let phrase = &mut found.phrases[at];
        phrase.modifiers = added..found.words.len() as u32;
        let end = phrase.tokens.end;
        if let Some(p) = possessor {
            found.phrases[p].role = Role::Possessor;
            // The longer phrase stands first.
            found.phrases.swap(p, at);
        }
        Some(end)
    }

    /// "the county" in "the county's rivers officer", "the French-speaking nation": whoever it is,
    /// if an office is theirs.
    fn possessor(&self, first: TokenIx) -> Option<Run> {
        let people = u32::from(self.token(first).is_some() && self.is_of_people(first));
        let mut nouns = first + people..first + OWNER_TOKENS;
        let end = nouns.find(|at| !self.is_common_noun(*at))?;
        self.possessive_at(end).filter(|_| end > first)?;
        Some(Run { start: first, end, name: end, ..Run::default() })
    }

    /// "Member of the State Council and Foreign Minister Shen Wulan", "The Patriarch of Gishara and
    /// Guardian of the Seat, Abune Tewolde", "The Deputy Prime Minister – Minister of Trade, Ana
    /// Orr", "Sarn's premier and the head of the Union, Ana Orr": two titles of one person.
    pub(super) fn joined_title(&self, at: usize, found: &mut Found) -> TokenIx {
        let phrase = &found.phrases[at];
        let end = phrase.tokens.end;
        let owned = self.classes(phrase.tokens.start).has(Class::PossessivePronoun);
        let title_alone = (owned || phrase.form == MentionForm::Title)
            && matches!(phrase.definite, Definite::Bare | Definite::Known)
            && phrase.kind == Referent::Person;
        let dash = self.token(end).is_some_and(|token| token.shape == Shape::Dash);
        if !title_alone || self.word(end) != AND && !dash {
            return end;
        }
        // "The president and host of the meeting, Ana Orr,": the article is that of both.
        let (determined, definite) = if self.is_capital(end + 1) {
            (Determined::No, Definite::Bare)
        } else {
            (Determined::Yes, Definite::Known)
        };
        // "Veyra's president and the prime minister, Ana Orr," are two.
        let whose = found.phrases.get(at + 1).is_some_and(|owner| owner.role == Role::Possessor);
        let second = if whose { self.past_the(end + 1) } else { end + 1 };
        let Some(run) = self.run(second, determined) else { return end };
        let heads = |title: Option<Classes>| title.is_some_and(is_head);
        let office = found.phrases[at].office.map(|office| office.classes);
        // "His Majesty the King and President Ana Orr" are two.
        let style = self.lexicon.phrase(self.segments, found.phrases[at].tokens.start);
        let styled = style.is_some_and(|(classes, _)| classes.has(Class::Style));
        if (second > end + 1 || styled)
            && heads(office)
            && heads(run.head.as_ref().map(|head| head.1))
        {
            return end;
        }
        let phrase = &found.phrases[at];
        // "His lawyer and friend Ana Orr"; but "His wife and daughter, Ana Orr,"
        let family = phrase.is_relative() && run.head_is(Classes::of(&[Class::Kin]));
        let friend = owned && run.head_is(PEOPLE) && !family;
        if !friend && !run.head_is(Classes::of(&[Class::Office])) {
            return end;
        }
        let first = phrase.tokens.start;
        let first_span = phrase.span;
        let bare = phrase.definite == Definite::Bare;
        let (phrases, words) = (found.phrases.len(), found.words.len());
        let opening = Opening { start: end + 1, definite, counted: false };
        let second = self.build(opening, &run, found);
        // The name is the second title's, or stands beside it.
        let joins = second.filter(|second| {
            let [title, second] = [at, *second].map(|title| &found.phrases[title]);
            if second.is_named() {
                self.is_capital(first) && (bare || owned)
            } else {
                self.is_before_bearer(title, second)
            }
        });
        let Some(second) = joins else {
            found.phrases.truncate(phrases);
            found.words.truncate(words);
            return end;
        };
        let (last, last_span) = (found.phrases[second].tokens.end, found.phrases[second].span);
        // Who has a name is whole; the other title stands within.
        if found.phrases[second].is_named() {
            found.phrases.swap(at, second);
        }
        found.phrases[second].predicate = true;
        let phrase = &mut found.phrases[at];
        phrase.span = first_span.to(last_span);
        phrase.tokens = first..last;
        phrase.role = self.role(first, last);
        last
    }

    /// In "the chair of the council and president of Sarn, Ana Orr, said": whether she bears both;
    /// but not in "the king and queen, Ana Orr said, were ill", "the pilot and cook, Ana Orr and
    /// Jan Lee".
    fn is_before_bearer(&self, first: &Phrase, second: &Phrase) -> bool {
        let end = second.tokens.end;
        let name = self.capital_run(end + 1, Joints::None);
        let mark = self.token(end).map(|token| token.shape);
        matches!(mark, Some(Shape::Comma | Shape::Dash))
            && name > end + 1
            && self.word(name) != AND
            && !self.classes(name).has_any(Classes::FINITE)
            && !first.plural
            && !second.plural
            && !disagree(first.gender, second.gender)
    }

    /// In "A spokesman for Sir Winston", "an aide to her ministry", "a lawyer for Orr's family": a
    /// phrase within the phrase.
    pub(super) fn served(&self, at: usize, first: TokenIx, found: &mut Found) {
        if found.within || found.phrases[at].is_named() {
            return;
        }
        let classes = self.classes(first);
        let titled = || classes.has(Class::Honorific) || self.is_titled(first);
        // "the son of President Holm" leaves him to be found.
        let named = self.word(first - 1) != OF && self.is_capital(first);
        let owner = named && self.possessive_at(self.capital_run(first, Joints::None)).is_some();
        let person = || named && (owner || titled());
        // "thanked the President of Veyra for | his support"
        let of_place = self.is_capital(found.phrases[at].tokens.end - 1);
        if (!classes.has(Class::PossessivePronoun) || of_place) && !person() {
            return;
        }
        let (phrases, words) = (found.phrases.len(), found.words.len());
        found.within = true;
        let end = self.phrase_at(first, found);
        found.within = false;
        let nested = found.phrases.get(phrases);
        let whose = |nested: &&Phrase| nested.is_named() || nested.kind == Referent::Body || owner;
        let nested = nested.filter(whose);
        match end.filter(|_| nested.is_some()) {
            Some(end) => {
                let phrase = &mut found.phrases[at];
                phrase.tokens.end = end;
                phrase.span = self.segments.span(phrase.tokens.clone());
            }
            None => {
                found.phrases.truncate(phrases);
                found.words.truncate(words);
            }
        }
    }

    /// In "secretary of the Rail Federation", "the findings of the Rail Board, which warns": the
    /// federation, the board.
    pub(super) fn body_of(&self, from: TokenIx, end: TokenIx, found: &mut Found) {
        let of = (from..end).find(|at| matches!(self.word(*at), OF | FOR));
        let Some(of) = of else { return };
        let first = self.past_the(of + 1);
        let run = self.run(first, Determined::Yes);
        let Some(run) = run.filter(|run| run.end == end && run.end > first + 1) else { return };
        let last = self.classes(end - 1);
        let body = last.has(Class::Body) && !last.has_any(PEOPLE) && self.is_capital(end - 1);
        if body && self.is_capital(first) {
            let start = if first > of + 1 { of + 1 } else { first };
            let opening = Opening { start, definite: Definite::Known, counted: false };
            self.build(opening, &run, found);
        }
    }
}
