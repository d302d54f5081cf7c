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

use super::apposition::NESTED_PHRASES;
use super::known::Known;
use super::look::{GRAMMAR, HEADS, VERB_FORMS};
use super::phrase::{Definite, Gender, Office, Phrase, Referent, Role};
use super::run::{Determined, Run};
use super::words::{NameWord, before_apostrophe};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, Lexicon, is_past};
use crate::model::{Fnv, MentionForm, Segments, Shape, Span, Token, TokenIx, WordId};
use std::ops::Range;

/// What a word in lower case must be to open a phrase.
const OPENERS: Classes = HEADS.or(Classes::of(&[
    Class::OfficeModifier,
    Class::Determiner,
    Class::Numeral,
    Class::Pronoun,
    Class::PossessivePronoun,
]));

/// What a scan adds to.
#[derive(Debug, Default)]
pub struct Found {
    pub phrases: Vec<Phrase>,
    pub words: Vec<NameWord>,
    /// A phrase is read within another: one is enough.
    pub within: bool,
}

impl Found {
    /// Makes room for a line of so many tokens, where `done` of `all` are scanned. A long list is
    /// copied when it grows, so it gets room for all to come at the rate so far, and an eighth
    /// more; for one phrase in five tokens at most, which hardly any text has.
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
        // "Kelm-based | Ana Orr"
        let based = |word: &str| word.contains('-') && is_past(word);
        if token.shape == Shape::Title && based(self.text_of(at)) {
            return None;
        }
        if let Some((phrase, n)) = known
            && phrase.has(Class::Style)
            && at + n <= self.end
        {
            return Some(self.style(at, n, phrase, found));
        }
        if token.word == WHOSE {
            return self.whose(at, found);
        }
        if classes.has(Class::PossessivePronoun) {
            let end = self.noun_phrase(at, at + 1, Definite::Known, found);
            if is_personal(token.word) {
                let role = if end.is_some() { Role::Possessor } else { self.pronoun_role(at) };
                self.push_pronoun(at, role, found);
            }
            return end.or(Some(at + 1));
        }
        // "HE the Prime Minister", "HM the King": a style.
        if token.shape == Shape::Upper
            && (token.word == HE || classes.has(Class::Honorific))
            && self.word(at + 1) == THE
        {
            return self.noun_phrase(at, at + 2, Definite::Known, found).or(Some(at + 1));
        }
        if is_personal(token.word) {
            self.push_pronoun(at, self.pronoun_role(at), found);
            return Some(at + 1);
        }
        // "Every morning | Ana Ruiz", "This week | the mayor": when it was.
        if let Some((when, n)) = known
            && n > 1
            && when.has(Class::Adverb)
            && at + n <= self.end
        {
            return Some(at + n);
        }
        // "every deputy commissioner", "Have the Same Mother" is nobody.
        let same = self.title_case && self.word(at + 1) == SAME;
        if matches!(token.word, EVERY | ANY | NO) || same {
            let (phrases, words) = (found.phrases.len(), found.words.len());
            let end = self.noun_phrase(at, at + 1, Definite::New, found);
            found.phrases.truncate(phrases);
            found.words.truncate(words);
            return end;
        }
        // "In | New York | Ana Ruiz said": where it was.
        if let Some((_, n)) = known.filter(|(place, _)| place.has(Class::Place))
            && self.segments.word_before(at) == IN
            && self.is_name_pair(at + n)
        {
            return Some(at + n);
        }
        // "Both | Mr Orr and Ms Hale |", "Both | bakers and farmers |": two.
        let joined = |run: Run| self.word(run.end) == AND;
        if token.word == BOTH && self.run(at + 1, Determined::No).is_some_and(joined) {
            return None;
        }
        let mut next = at;
        let mut definite = Definite::Bare;
        // "Most Rev. Ana Orr"
        let title = || known.is_some_and(|(known, _)| known.has(Class::Honorific));
        let determiner = classes.has(Class::Determiner) && (token.word == THE || !title());
        if determiner && !matches!(token.word, THAT | WHAT | WHICH | NEITHER | EITHER) {
            definite = self.definite(at);
            next += 1;
        }
        let end = self.noun_phrase(at, next, definite, found);
        end.or_else(|| {
            let may_be_alone = determiner || classes.has(Class::Pronoun);
            may_be_alone.then(|| self.lone_group(at, found)).flatten()
        })
    }

    /// "Ana Ruiz, whose | husband | was there,", "Veyra, whose | governor |, Ana Orr, came":
    /// somebody told of in passing.
    fn whose(&self, whose: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let owned = self.run(whose + 1, Determined::Yes)?;
        let named = self.is_comma(owned.end) && self.is_capital(owned.end + 1);
        let office = named && owned.head_is(Classes::of(&[Class::Office]));
        if !office && !owned.head_is(Classes::of(&[Class::Kin])) {
            return None;
        }
        let before = found.phrases.len();
        let end = self.noun_phrase(whose, whose + 1, Definite::Known, found);
        let phrase = found.phrases.get_mut(before)?;
        phrase.tokens.start = whose + 1;
        phrase.span = self.segments.span(phrase.tokens.clone());
        phrase.role = Role::Oblique;
        end
    }

    /// "His Excellency Mr. Anton Mraz" is a name and "His Majesty the King" a title; "His
    /// Excellency" takes one up.
    fn style(&self, at: TokenIx, n: u32, classes: Classes, found: &mut Found) -> TokenIx {
        // "Her Royal Highness" and "Her Highness" can be two.
        let royal = (at..at + n).any(|at| self.word(at) == ROYAL);
        let style = if royal { ROYAL } else { self.word(at + n - 1) };
        let before = found.phrases.len();
        let first = self.past_the(at + n);
        if self.is_capital(first) {
            let end = self.noun_phrase(at, first, Definite::Known, found);
            if let Some(end) = end
                && let Some(phrase) = found.phrases.get_mut(before)
                && (phrase.is_named() || first > at + n && phrase.office.is_some())
            {
                phrase.style = style;
                phrase.gender = phrase.gender.or(Gender::of(classes));
                if phrase.kind == Referent::Name {
                    phrase.kind = Referent::Person;
                }
                return end;
            }
            found.phrases.truncate(before);
        }
        self.push_simple(at..at + n, MentionForm::Title, Referent::Pronoun, classes, found);
        if let Some(phrase) = found.phrases.last_mut() {
            phrase.style = style;
        }
        at + n
    }

    /// "Another | said no", "Another | , who had seen it, said no"
    fn is_told_of(&self, at: TokenIx) -> bool {
        let says = self.classes(at).has(Class::Speech) && self.classes(at).has_any(Classes::FINITE);
        says || self.is_comma(at) && self.word(at + 1) == WHO
    }

    /// "Both noted", "The two agreed", "All three agreed", "One of them said", "Another said".
    pub(super) fn lone_group(&self, at: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let (word, next) = (self.word(at), self.word(at + 1));
        let several = matches!(word, ALL | THE)
            && self.lexicon.has(next, Class::Numeral)
            && next != TWO
            && self.role(at, at + 2) == Role::Subject
            && !self.next_is_nominal(at + 2)
            && !self.is_common_noun(at + 2);
        // "both", "the two"
        let pair = at + 1 + u32::from((word, next) == (THE, TWO));
        let both = (word == BOTH || pair > at + 1)
            && self.role(at, pair) == Role::Subject
            && !self.next_is_nominal(pair)
            && !is_personal(self.word(pair))
            && !(self.is_common_noun(pair) && self.text_of(pair).ends_with('s'));
        let (end, kind) = if both {
            (pair, Referent::Together)
        } else if several {
            (at + 2, Referent::Person)
        } else if matches!((word, next), (ONE | ANOTHER | EACH, OF))
            && matches!(self.word(at + 2), THEM | THESE | THOSE)
        {
            (at + 3, Referent::Person)
        } else if word == ANOTHER
            && self.role(at, at + 1) == Role::Subject
            && self.is_told_of(at + 1)
        {
            (at + 1, Referent::Person)
        } else {
            return None;
        };
        let classes = if several { Classes::of(&[Class::Plural]) } else { Classes::default() };
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
                || self.word(at) == OF
        })
    }

    pub(super) fn definite(&self, at: TokenIx) -> Definite {
        match self.word(at) {
            THE | THIS | THAT | THESE | THOSE | BOTH => Definite::Known,
            _ => Definite::New,
        }
    }

    /// What a pronoun with nothing behind it that is theirs is in its clause.
    fn pronoun_role(&self, at: TokenIx) -> Role {
        let owns = |next: &Token| next.shape.is_word() && !self.classes(at + 1).has_any(GRAMMAR);
        match self.word(at) {
            HIMSELF | HERSELF | THEMSELVES => Role::Reflexive,
            HIS | THEIR => Role::Possessor,
            HER if self.token(at + 1).is_some_and(owns) => Role::Possessor,
            HIM | HER | THEM if self.role(at, at + 1) == Role::Oblique => Role::Oblique,
            HIM | HER | THEM => Role::Object,
            _ => Role::Subject,
        }
    }

    fn push_pronoun(&self, at: TokenIx, role: Role, found: &mut Found) {
        let token = &self.segments.tokens[at as usize];
        let word = token.span().of(self.text);
        let end = token.span().start + before_apostrophe(word).len() as u32;
        let plural = is_they(token.word);
        let gender = match token.word {
            _ if plural => None,
            word if is_she(word) => Some(Gender::Feminine),
            _ => Some(Gender::Masculine),
        };
        // "The chair herself"
        let mut before = found.phrases.iter_mut().rev().take(NESTED_PHRASES);
        if role == Role::Reflexive
            && let Some(named) = before.find(|phrase| phrase.tokens.end == at)
        {
            named.gender = named.gender.or(gender);
        }
        let span = Span::new(token.span().start, end);
        let phrase = Phrase::new(span, self.line, MentionForm::Pronoun, Referent::Pronoun);
        found.phrases.push(Phrase { tokens: at..at + 1, gender, plural, role, ..phrase });
    }

    pub(super) fn push_simple(
        &self,
        tokens: Range<TokenIx>,
        form: MentionForm,
        kind: Referent,
        classes: Classes,
        found: &mut Found,
    ) {
        let span = self.segments.span(tokens.clone());
        found.phrases.push(Phrase {
            gender: Gender::of(classes),
            plural: kind == Referent::Together || classes.has(Class::Plural),
            role: self.role(tokens.start, tokens.end),
            tokens,
            office: classes.has(Class::Style).then_some(Office { key: Fnv(0).into(), classes }),
            ..Phrase::new(span, self.line, form, kind)
        });
    }
}

/// he, she, they in all their forms; not it, one, who.
const fn is_personal(word: WordId) -> bool {
    is_he(word) || is_she(word) || is_they(word)
}

const fn is_he(word: WordId) -> bool {
    matches!(word, HE | HE_S | HE_D | HE_LL | HIM | HIS | HIMSELF)
}

const fn is_she(word: WordId) -> bool {
    matches!(word, SHE | SHE_S | SHE_D | SHE_LL | HER | HERS | HERSELF)
}

const fn is_they(word: WordId) -> bool {
    matches!(word, THEY | THEY_RE | THEY_VE | THEY_D | THEY_LL | THEM | THEIR | THEIRS | THEMSELVES)
}
