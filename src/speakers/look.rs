//! Looking at the tokens of a line: classes, capitals, the place in the clause.

use super::phrase::Role;
use super::scan::Scanner;
use super::words::{NameWord, is_one_of, key, may_have_hyphen};
use crate::lexicon::fixed::{AND, AS, NOR, OF_PEOPLE, OR, SPECIAL, THE, THIS, TO};
use crate::lexicon::{Class, Classes, is_past};
use crate::model::{Shape, Token, TokenIx, WordId};
use std::ops::Range;

/// What stands before a hyphen and a name that is then no name.
const PREFIX: &str = "anti pro non pan ex post pre inter trans intra un";

/// "On Monday", "This morning": words that say when, before a subject.
const LONGEST_LEAD: usize = 3;

/// Everything that heads a phrase.
pub const HEADS: Classes = Classes::of(&[
    Class::Office,
    Class::Kin,
    Class::Person,
    Class::Body,
    Class::Paper,
    Class::Group,
]);
/// Heads that are people.
pub const PEOPLE: Classes = Classes::of(&[Class::Office, Class::Kin, Class::Person]);
/// Words of grammar: never inside a name, never a modifier.
pub const GRAMMAR: Classes = Classes::of(&[
    Class::Determiner,
    Class::Preposition,
    Class::Conjunction,
    Class::Complementizer,
    Class::Relative,
    Class::Auxiliary,
    Class::Negation,
    Class::Pronoun,
    Class::PossessivePronoun,
    Class::Weekday,
    Class::Month,
    Class::Adverb,
]);
/// What a name can be as well: "Mr May", "Ms Will".
pub const VERB_OR_DATE: Classes = Classes::of(&[Class::Auxiliary, Class::Month, Class::Weekday]);
pub const VERB_FORMS: Classes =
    Classes::of(&[Class::PresentS, Class::Past, Class::Ing, Class::Participle]);
pub const VERBS: Classes = VERB_FORMS.with(Class::Verb).with(Class::Auxiliary);
/// What a subject can stand after.
const OPENS_CLAUSE: Classes =
    Classes::of(&[Class::Auxiliary, Class::Conjunction, Class::Relative, Class::Adverb]);

impl Scanner<'_> {
    pub(super) fn role(&self, start: TokenIx, end: TokenIx) -> Role {
        if start <= self.start {
            return Role::Subject;
        }
        let before = &self.segments.tokens[start as usize - 1];
        // "in | that morning's | Ledger"
        if before.shape == Shape::Possessive && start > self.start + 2 {
            let the = self.classes(start - 3).has(Class::Determiner);
            let owner = start - 2 - u32::from(the);
            let lead = &self.segments.tokens[self.start as usize..owner as usize];
            let owned = lead.last().is_some_and(|mark| mark.shape == Shape::Possessive);
            return if owned { Role::Subject } else { self.role(owner, end) };
        }
        if !before.shape.is_word() {
            return Role::Subject;
        }
        let classes = self.lexicon.classes(before.word);
        // "starred as | Ana Orr | in May"
        let behind = || {
            let stops = self.token(end).is_none_or(|token| token.shape == Shape::Stop);
            stops || self.classes(end).has(Class::Preposition)
        };
        if before.word == AS && self.is_capital(start) && behind() {
            Role::Oblique
        } else if classes.has(Class::Complementizer) && before.word != TO {
            Role::Subject
        } else if matches!(before.word, AND | OR | NOR) {
            let verb = self.classes(end).has_any(VERBS.with(Class::Adverb));
            if verb { Role::Subject } else { Role::Object }
        } else if classes.has(Class::Preposition) {
            Role::Oblique
        } else if classes.has_any(OPENS_CLAUSE) || self.is_behind_lead(start, end) {
            Role::Subject
        } else {
            Role::Object
        }
    }

    /// "This morning | the envoy spoke": between words that say when, and a verb.
    fn is_behind_lead(&self, start: TokenIx, end: TokenIx) -> bool {
        let mut lead = self.start..start;
        let opens =
            self.word(self.start) == THIS || self.classes(self.start).has(Class::Preposition);
        let word = |at: TokenIx| self.token(at).is_some_and(|token| token.shape.is_word());
        let verb = |at: TokenIx| self.classes(at).has_any(VERBS);
        opens && verb(end) && lead.len() <= LONGEST_LEAD && lead.all(|at| word(at) && !verb(at))
    }

    pub(super) fn token(&self, at: TokenIx) -> Option<&Token> {
        if at < self.end { self.segments.tokens.get(at as usize) } else { None }
    }

    pub(super) fn is_comma(&self, at: TokenIx) -> bool {
        self.token(at).is_some_and(|token| token.shape == Shape::Comma)
    }

    pub(super) fn classes(&self, at: TokenIx) -> Classes {
        self.lexicon.classes(self.word(at))
    }

    /// The word at `at`, none beyond the end.
    pub(super) fn word(&self, at: TokenIx) -> WordId {
        self.token(at).map_or(WordId::UNKNOWN, |token| token.word)
    }

    /// What follows `at`, if "the" stands there; else `at`.
    pub(super) fn past_the(&self, at: TokenIx) -> TokenIx {
        at + u32::from(self.word(at) == THE)
    }

    pub(super) fn text_of(&self, at: TokenIx) -> &str {
        self.segments.tokens[at as usize].span().of(self.text)
    }

    pub(super) fn is_capital(&self, at: TokenIx) -> bool {
        self.token(at).is_some_and(|t| t.shape.is_capitalised() || self.is_mixed_name(t))
    }

    /// al-Bahri, al-Assad
    pub(super) fn is_mixed_name(&self, token: &Token) -> bool {
        token.shape == Shape::Mixed && {
            // "the one-China principle", "anti-Iran"
            let first = token.span().of(self.text).split('-').next().unwrap_or_default();
            let known = self.lexicon.classes_of(first);
            known.has(Class::NameParticle)
                || known == Classes::default() && !is_one_of(first, PREFIX)
        }
    }

    /// Adds the words that tell one office from another: capitalised, or a portfolio. "The Special
    /// Envoy" is another one than the envoys of countries.
    pub(super) fn add_capitals(&self, tokens: Range<TokenIx>, words: &mut Vec<NameWord>) {
        for at in tokens {
            let classes = self.classes(at);
            let special = self.word(at) == SPECIAL;
            // "Lt. Col."
            let rank = classes.has(Class::Honorific) && classes.has(Class::Abbreviation);
            if (self.is_capital(at) || classes.has(Class::Portfolio))
                && (!classes.has(Class::OfficeModifier) || special)
                && !classes.has(Class::Determiner)
                && !rank
                && !self.is_of_people(at)
            {
                words.push(self.name_word(at));
            }
        }
    }

    pub(super) fn is_of_people(&self, at: TokenIx) -> bool {
        is_of_people(self.text_of(at))
    }

    /// Adds the words of a name, each half of "Seck-Diarra" by itself.
    pub(super) fn add_name(&self, tokens: Range<TokenIx>, words: &mut Vec<NameWord>) {
        for at in tokens.clone() {
            let classes = self.classes(at);
            // "Mr Das"
            let alone = |at: TokenIx| self.classes(at).0 == Class::NameParticle.bit();
            // "Le Quang Minh"
            let surname = at == tokens.start
                && tokens.len() > 2
                && tokens.clone().skip(1).all(|at| self.is_capital(at) && !alone(at));
            let particle = alone(at) && at + 1 < tokens.end && !surname;
            if self.is_capital(at)
                && (!classes.has(Class::NameSuffix) || classes.has(Class::GivenName))
                && !particle
            {
                let span = self.segments.tokens[at as usize].span();
                NameWord::each(self.text, span, |word| words.push(word));
            }
        }
    }

    fn name_word(&self, at: TokenIx) -> NameWord {
        let word = NameWord::new(self.text, self.segments.tokens[at as usize].span());
        let upper = self.token(at).is_some_and(|token| token.shape == Shape::Upper);
        let before = (self.start..at)
            .all(|before| self.token(before).is_some_and(|token| !token.shape.is_word()));
        let opens = before && !upper && !self.known.inside(word.key);
        // The kingdom, but the United Kingdom
        let generic =
            self.classes(at).has(Class::Body) && !self.lexicon.is_in_place(self.segments, at);
        NameWord { generic, capital: word.capital && !opens, ..word }
    }

    /// "reached" in "the river reached Rahela": by its look a verb in the past.
    pub(super) fn is_past(&self, at: TokenIx) -> bool {
        let word = self.text_of(at);
        word.len() > 4 && is_past(word) && self.classes(at) == Classes::default()
    }

    /// "Director jailed as judge condemns culture", "Pier unsafe, says mayor": headlines have no
    /// articles.
    pub(super) fn lacks_article(&self, start: TokenIx, end: TokenIx, classes: Classes) -> bool {
        let inside = start > self.start;
        let said = || inside && self.classes(start - 1).has(Class::Speech);
        let opens = self.role(start, end) == Role::Subject
            || inside && self.word(start - 1) == AS
            || end == self.end && said();
        self.headline && classes.has(Class::Office) && opens
    }

    /// "Summit" in "Summit commended her", "Labour" in "Labour said"
    pub(super) fn takes_place(&self, at: TokenIx) -> bool {
        let classes = self.classes(at);
        let field = classes == Classes::of(&[Class::Portfolio]);
        (field || classes.only_takes_place()) && self.known.tells(key(self.text_of(at)))
    }

    /// "PM" in "3:41 PM".
    pub(super) fn is_time(&self, at: TokenIx) -> bool {
        let clock = |at: TokenIx| self.segments.tokens[at as usize].shape == Shape::Number;
        at > self.start && clock(at - 1) && matches!(self.text_of(at), "PM" | "AM")
    }

    pub(super) fn is_verb(&self, at: TokenIx) -> bool {
        self.classes(at).has_any(VERB_FORMS)
    }
}

/// "German-born"
pub fn is_of_people(word: &str) -> bool {
    may_have_hyphen(word) && OF_PEOPLE.iter().any(|ending| word.ends_with(ending))
}
