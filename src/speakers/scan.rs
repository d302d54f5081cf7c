//! Finds the noun phrases of a line that can refer to people.
//!
//! A phrase is read from left to right, without parsing the sentence:
//!
//! ```text
//! [determiner] [number] modifiers… HEAD [of …] [Name] [of Place]
//! the           two                leaders
//!                       Velian Interior Minister      Jana Strode
//! the                              Chief  of the Royal Court of Murjana
//!                                  Premier            Signe Aasland of Norvik
//! possessor 's  modifiers… HEAD [Name]
//! Syria      's            President Bashar Assad
//! ```
//!
//! HEAD is a word of the tables (office, kin, person, body, paper, group). Capitalised words before
//! it belong to it, those after it are a name. Without a head, capitalised words are a name, of
//! whatever thing. Limits: a name is never found in lower case; a title in Title Case is read only
//! with names that the body of the text has too.

use super::known::Known;
use super::look::{GRAMMAR, HEADS, VERB_FORMS};
use super::phrase::{Definite, Gender, Kind, Office, Phrase, Role};
use super::words::{NameWord, before_apostrophe, is_one_of};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Fnv, MentionForm, Segments, Shape, Span, TokenIx};
use std::ops::Range;

/// What a word in lower case must be to open a phrase.
const OPENERS: Classes = HEADS.or(Classes(
    Class::OfficeModifier.bit()
        | Class::Determiner.bit()
        | Class::Numeral.bit()
        | Class::Pronoun.bit()
        | Class::PossessivePronoun.bit(),
));

/// What a scan adds to.
#[derive(Debug, Default)]
pub struct Found {
    pub phrases: Vec<Phrase>,
    pub words: Vec<NameWord>,
}

impl Found {
    /// Makes room for a line of so many tokens, where `done` of `all` are scanned. A long list is
    /// copied when it grows, so it gets room for all to come at the rate so far, and an eighth more;
    /// for one phrase in five tokens at most, which hardly any text has.
    pub fn make_room(&mut self, line: usize, done: usize, all: usize) {
        fn in_list<T>(list: &mut Vec<T>, line: usize, done: usize, all: usize) {
            if list.capacity() - list.len() < line {
                let left = all - done;
                let to_come = list.len() as u64 * left as u64 / (done as u64 + 1) * 9 / 8;
                list.reserve_exact(line + to_come.min(left as u64 / 5) as usize);
            }
        }
        in_list(&mut self.phrases, line, done, all);
        in_list(&mut self.words, line, done, all);
    }

    /// Adds words once more.
    pub fn repeat(&mut self, words: Range<u32>) {
        self.words.extend_from_within(words.start as usize..words.end as usize);
    }
}

pub struct Scanner<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub known: &'a Known,
    pub line: u32,
    pub end: TokenIx,
    pub start: TokenIx,
    /// A title or heading, where articles are left out.
    pub headline: bool,
    /// A headline in Title Case: capitals tell nothing.
    pub title_case: bool,
}

impl Scanner<'_> {
    pub fn scan(&self, found: &mut Found) {
        let mut at = self.start;
        while at < self.end {
            at = self.phrase_at(at, found).unwrap_or(at + 1);
        }
    }

    /// Adds the phrase that begins at `at`; gives the token after it.
    pub(super) fn phrase_at(&self, at: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let token = self.token(at)?;
        if !token.shape.is_word() {
            return None;
        }
        let classes = self.classes(at);
        let known = self.lexicon.phrase(self.segments, at);
        // "HRH"
        let known = known.or_else(|| classes.has(Class::Style).then_some((classes, 1)));
        // Most words: nothing can begin with them.
        if token.shape == Shape::Lower && known.is_none() && !classes.has_any(OPENERS) {
            return None;
        }
        if let Some((phrase, n)) = known
            && phrase.has(Class::Style)
            && at + n <= self.end
        {
            return Some(self.style(at, n, phrase, found));
        }
        if classes.has(Class::PossessivePronoun) && !classes.has(Class::Relative) {
            let end = self.noun_phrase(at, at + 1, Definite::Known, found);
            let own = classes.has(Class::Masculine)
                || classes.has(Class::Feminine)
                || classes.has(Class::Third) && classes.has(Class::Plural);
            if own {
                self.push_pronoun(at, classes, end.is_some(), found);
            }
            return end.or(Some(at + 1));
        }
        if classes.has(Class::Pronoun) && self.is_personal(at, classes) {
            self.push_pronoun(at, classes, false, found);
            return Some(at + 1);
        }
        let determiner = classes.has(Class::Determiner);
        let article = determiner && matches!(self.form(at), "the" | "a" | "an");
        // "every deputy commissioner" is nobody.
        if determiner && !article && self.is(at, "every any no") {
            let (phrases, words) = (found.phrases.len(), found.words.len());
            let end = self.noun_phrase(at, at + 1, Definite::New, found);
            found.phrases.truncate(phrases);
            found.words.truncate(words);
            return end;
        }
        let mut next = at;
        let mut definite = Definite::Bare;
        if article || determiner && !self.is(at, "that what which neither either") {
            definite = self.definite(at);
            next += 1;
        }
        let end = self.noun_phrase(at, next, definite, found);
        end.or_else(|| {
            let may_be_alone = determiner || classes.has(Class::Pronoun);
            may_be_alone.then(|| self.lone_group(at, found)).flatten()
        })
    }

    /// "His Excellency Mr. Anton Mraz" is a name and "His Majesty the King" a title; "His Excellency"
    /// takes one up.
    fn style(&self, at: TokenIx, n: u32, classes: Classes, found: &mut Found) -> TokenIx {
        let style = self.segments.tokens[(at + n - 1) as usize].word;
        let before = found.phrases.len();
        let article = u32::from(self.form(at + n) == "the");
        if self.is_capital(at + n + article) {
            let end = self.noun_phrase(at, at + n + article, Definite::Known, found);
            if let Some(end) = end
                && let Some(phrase) = found.phrases.get_mut(before)
                && (phrase.is_named() || article == 1 && phrase.office.is_some())
            {
                phrase.style = style;
                return end;
            }
            found.phrases.truncate(before);
        }
        self.push_simple(at..at + n, MentionForm::Title, Kind::Pronoun, classes, found);
        if let Some(phrase) = found.phrases.last_mut() {
            phrase.style = style;
        }
        at + n
    }

    /// "Both noted", "The two agreed", "All three agreed", "One of them said".
    pub(super) fn lone_group(&self, at: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let several = self.is(at, "all the")
            && self.classes(at + 1).has(Class::Numeral)
            && !self.is(at + 1, "two")
            && self.role(at, at + 2) == Role::Subject
            && !self.next_is_nominal(at + 2)
            && !self.is_common_noun(at + 2);
        // "both", "the two"
        let pair = at + 1 + u32::from(self.is(at, "the") && self.is(at + 1, "two"));
        let both = (self.is(at, "both") || pair > at + 1)
            && self.role(at, pair) == Role::Subject
            && !self.next_is_nominal(pair)
            && !(self.is_common_noun(pair) && self.text_of(pair).ends_with('s'));
        let (end, kind) = if both {
            (pair, Kind::Together)
        } else if several {
            (at + 2, Kind::Person)
        } else if self.is(at, "one another each")
            && self.is(at + 1, "of")
            && self.is(at + 2, "them these those")
        {
            (at + 3, Kind::Person)
        } else {
            return None;
        };
        let classes = if several { Classes(Class::Plural.bit()) } else { Classes::default() };
        self.push_simple(at..end, MentionForm::Description, kind, classes, found);
        Some(end)
    }

    pub(super) fn next_is_nominal(&self, at: TokenIx) -> bool {
        self.token(at).is_some_and(|t| {
            let classes = self.classes(at);
            t.shape.is_capitalised()
                || classes.has_any(HEADS) && !classes.has_any(VERB_FORMS)
                || classes.has(Class::Determiner)
                || classes.has(Class::PossessivePronoun)
                || self.form(at) == "of"
        })
    }

    pub(super) fn definite(&self, at: TokenIx) -> Definite {
        if self.is(at, "the this that these those both") { Definite::Known } else { Definite::New }
    }

    /// he, she, they in all their forms; not it, one, who.
    pub(super) fn is_personal(&self, at: TokenIx, classes: Classes) -> bool {
        let third = classes.has(Class::Third)
            && !classes.has(Class::Determiner)
            && (classes.has(Class::Masculine) || classes.has(Class::Feminine));
        let plain = before_apostrophe(self.form(at));
        third || is_one_of(plain, "he she they them themselves theirs")
    }

    pub(super) fn push_pronoun(
        &self,
        at: TokenIx,
        classes: Classes,
        owner: bool,
        found: &mut Found,
    ) {
        let token = &self.segments.tokens[at as usize];
        let word = token.span().of(self.text);
        let end = token.span().start + before_apostrophe(word).len() as u32;
        let form = self.form(at);
        let plural = form.starts_with("the");
        let gender = match form.as_bytes().first() {
            _ if plural => None,
            Some(b's') => Some(Gender::Feminine),
            _ if form.starts_with("her") => Some(Gender::Feminine),
            _ => Some(Gender::Masculine),
        };
        let role = if form.ends_with("self") || form.ends_with("selves") {
            Role::Reflexive
        } else if owner
            || classes.has(Class::PossessivePronoun)
                && (form != "her"
                    || self.token(at + 1).is_some_and(|t| {
                        t.shape.is_word() && !self.classes(at + 1).has_any(GRAMMAR)
                    }))
        {
            Role::Possessor
        } else if self.is(at, "him her them") {
            if self.role(at, at + 1) == Role::Oblique { Role::Oblique } else { Role::Object }
        } else {
            Role::Subject
        };
        let span = Span::new(token.span().start, end);
        let phrase = Phrase::new(span, self.line, MentionForm::Pronoun, Kind::Pronoun);
        found.phrases.push(Phrase { tokens: at..at + 1, gender, plural, role, ..phrase });
    }

    pub(super) fn push_simple(
        &self,
        tokens: Range<TokenIx>,
        form: MentionForm,
        kind: Kind,
        classes: Classes,
        found: &mut Found,
    ) {
        let span = self.segments.span(tokens.clone());
        found.phrases.push(Phrase {
            gender: Gender::of(classes),
            plural: kind == Kind::Together || classes.has(Class::Plural),
            role: self.role(tokens.start, tokens.end),
            tokens,
            office: classes.has(Class::Style).then_some(Office { key: Fnv(0).into(), classes }),
            ..Phrase::new(span, self.line, form, kind)
        });
    }
}
