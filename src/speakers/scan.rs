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

use super::phrase::{Definite, Gender, Kind, Office, Phrase, Role};
use super::words::{Fnv, Key, KeyMap, NameWord, key};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{MentionForm, Segments, Shape, Span, Token, TokenIx};
use std::ops::Range;

/// Everything that heads a phrase.
const HEADS: Classes = Classes(
    Class::Office.bit()
        | Class::Kin.bit()
        | Class::Person.bit()
        | Class::Body.bit()
        | Class::Paper.bit()
        | Class::Group.bit(),
);
/// Heads that are people.
const PEOPLE: Classes = Classes(Class::Office.bit() | Class::Kin.bit() | Class::Person.bit());
/// Words of grammar: never inside a name, never a modifier.
const GRAMMAR: Classes = Classes(
    Class::Determiner.bit()
        | Class::Preposition.bit()
        | Class::Conjunction.bit()
        | Class::Complementizer.bit()
        | Class::Relative.bit()
        | Class::Auxiliary.bit()
        | Class::Negation.bit()
        | Class::Pronoun.bit()
        | Class::PossessivePronoun.bit()
        | Class::Weekday.bit()
        | Class::Month.bit()
        | Class::Adverb.bit(),
);
const VERB_FORMS: Classes =
    Classes(Class::PresentS.bit() | Class::Past.bit() | Class::Ing.bit() | Class::Participle.bit());

/// Words in lower case that may stand between a determiner and its head.
const MAX_MODIFIERS: u32 = 4;

/// How capitalised words stand in the text: what tells names from first words of sentences.
#[derive(Debug, Default)]
pub struct Known(KeyMap<u8>);

impl Known {
    /// Capitalised inside a sentence of the body.
    const INSIDE: u8 = 1;
    /// So, without a capitalised neighbour.
    const ALONE: u8 = 2;

    pub fn gather(&mut self, text: &str, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate().skip(1) {
            if !token.shape.is_capitalised() || !tokens[at - 1].shape.is_word() {
                continue;
            }
            let next = tokens.get(at + 1).is_some_and(|t| t.shape.is_capitalised());
            let alone = !tokens[at - 1].shape.is_capitalised() && !next;
            let bits = Self::INSIDE | if alone { Self::ALONE } else { 0 };
            *self.0.entry(key(token.span.of(text))).or_default() |= bits;
        }
    }

    fn inside(&self, key: Key) -> bool {
        self.0.get(&key).is_some_and(|bits| bits & Self::INSIDE != 0)
    }

    fn alone(&self, key: Key) -> bool {
        self.0.get(&key).is_some_and(|bits| bits & Self::ALONE != 0)
    }
}

/// What a scan adds to.
#[derive(Debug, Default)]
pub struct Found {
    pub phrases: Vec<Phrase>,
    pub words: Vec<NameWord>,
}

pub struct Scanner<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub known: &'a Known,
    pub line: u32,
    pub end: TokenIx,
    pub start: TokenIx,
    /// A headline in Title Case: capitals tell nothing.
    pub title_case: bool,
}

/// A stretch of words that may be a phrase, before it is judged.
#[derive(Default)]
struct Run {
    start: TokenIx,
    end: TokenIx,
    /// The last head, and its classes.
    head: Option<(Range<TokenIx>, Classes)>,
    honorific: Option<Classes>,
    /// The first word after the honorifics.
    after_honorific: TokenIx,
    /// Where the name begins; `end` where there is none.
    name: TokenIx,
}

impl Run {
    fn head_is(&self, classes: Classes) -> bool {
        self.head.as_ref().is_some_and(|(_, c)| c.has_any(classes))
    }
}

impl Scanner<'_> {
    pub fn scan(&self, found: &mut Found) {
        let mut at = self.start;
        while at < self.end {
            at = self.phrase_at(at, found).unwrap_or(at + 1);
        }
    }

    /// Adds the phrase that begins at `at`; gives the token after it.
    fn phrase_at(&self, at: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let token = self.token(at)?;
        if !token.shape.is_word() {
            return None;
        }
        let classes = self.classes(at);
        if let Some((phrase, n)) = self.lexicon.phrase(self.segments, at)
            && phrase.has(Class::Style)
            && at + n <= self.end
        {
            // "His Excellency Mr. Anton Mraz" is a name, "His Excellency" takes up one.
            let before = found.phrases.len();
            if self.is_capital(at + n) {
                let end = self.noun_phrase(at, at + n, Definite::Definite, found);
                if end.is_some() && found.phrases[before].is_named() {
                    return end;
                }
                found.phrases.truncate(before);
            }
            self.push_simple(at..at + n, MentionForm::Title, Kind::Pronoun, phrase, found);
            return Some(at + n);
        }
        if classes.has(Class::PossessivePronoun) && !classes.has(Class::Relative) {
            let end = self.noun_phrase(at, at + 1, Definite::Definite, found);
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
        let mut next = at;
        let mut definite = Definite::Bare;
        if classes.has(Class::Determiner)
            && !matches!(self.form(at), "that" | "what" | "which" | "neither" | "either")
        {
            definite = self.definite(at);
            next += 1;
        }
        let end = self.noun_phrase(at, next, definite, found);
        end.or_else(|| self.lone_group(at, found))
    }

    /// "Both noted", "One of them said".
    fn lone_group(&self, at: TokenIx, found: &mut Found) -> Option<TokenIx> {
        let word = self.lexicon.form(self.token(at)?.word);
        if word == "both" && self.role(at, at + 1) == Role::Subject && !self.next_is_nominal(at + 1)
        {
            self.push_simple(
                at..at + 1,
                MentionForm::Description,
                Kind::Together,
                Classes::default(),
                found,
            );
            return Some(at + 1);
        }
        if matches!(word, "one" | "another" | "each")
            && self.form(at + 1) == "of"
            && matches!(self.form(at + 2), "them" | "these" | "those")
            && at + 3 <= self.end
        {
            self.push_simple(
                at..at + 3,
                MentionForm::Description,
                Kind::Person,
                Classes::default(),
                found,
            );
            return Some(at + 3);
        }
        None
    }

    fn next_is_nominal(&self, at: TokenIx) -> bool {
        self.token(at).is_some_and(|t| {
            let classes = self.classes(at);
            t.shape.is_capitalised()
                || classes.has_any(HEADS) && !classes.has_any(VERB_FORMS)
                || classes.has(Class::Determiner)
                || classes.has(Class::PossessivePronoun)
                || self.form(at) == "of"
        })
    }

    /// Reads a noun phrase whose determiner is `start..first`. Gives its end if it is one.
    fn noun_phrase(
        &self,
        start: TokenIx,
        first: TokenIx,
        definite: Definite,
        found: &mut Found,
    ) -> Option<TokenIx> {
        let mut number = None;
        let mut first = first;
        if self.token(first).is_some() && self.classes(first).has(Class::Numeral) {
            number = Some(first);
            first += 1;
        }
        let run = self.run(first, start != first)?;
        // A possessor, then what is theirs.
        if let Some(mark) = self.possessive_at(run.end)
            && let Some(owned) = self.run(mark + 1, true)
            && owned.head.is_some()
            && !owned.head_is(Classes(Class::Paper.bit()))
        {
            // "Prime Minister's Office" is the name of a body.
            let one_name = owned.head.as_ref().is_some_and(|(h, c)| {
                c.has(Class::Body) && !c.has_any(PEOPLE) && self.is_capital(h.start)
            });
            let possessor =
                if one_name { None } else { self.build(start, definite, number, &run, found) };
            let words = found.words.len();
            let phrase = self.build(start, Definite::Definite, None, &owned, found);
            if let Some(at) = phrase {
                // The possessor's capitalised words belong to the office too.
                let own: Vec<NameWord> = match possessor {
                    Some(p) => {
                        let p = &found.phrases[p];
                        let ranges = [p.modifiers.clone(), p.name.clone()];
                        ranges
                            .into_iter()
                            .flat_map(|r| found.words[r.start as usize..r.end as usize].to_vec())
                            .collect()
                    }
                    None => self.capitals(run.start..run.end),
                };
                let phrase = &found.phrases[at];
                let modifiers = phrase.modifiers.clone();
                let added = found.words.len() as u32;
                let old = found.words[modifiers.start as usize..modifiers.end as usize].to_vec();
                found.words.extend(own);
                found.words.extend(old);
                let end = found.phrases[at].tokens.end;
                found.phrases[at].modifiers = added..found.words.len() as u32;
                if let Some(p) = possessor {
                    found.phrases[p].role = Role::Possessor;
                    // The longer phrase stands first.
                    found.phrases.swap(p, at);
                }
                return Some(end);
            }
            found.words.truncate(words);
            return possessor.map(|p| found.phrases[p].tokens.end);
        }
        let at = self.build(start, definite, number, &run, found)?;
        Some(self.joined_title(at, found))
    }

    /// "Member of the State Council and Foreign Minister Shen Wulan": two titles of one person.
    fn joined_title(&self, at: usize, found: &mut Found) -> TokenIx {
        let phrase = &found.phrases[at];
        let end = phrase.tokens.end;
        let bare_title = phrase.form == MentionForm::Title
            && phrase.definite == Definite::Bare
            && phrase.kind == Kind::Person
            && self.token(phrase.tokens.start).is_some_and(|t| t.shape.is_capitalised());
        if !bare_title || self.form(end) != "and" {
            return end;
        }
        let Some(run) = self.run(end + 1, false) else { return end };
        if !run.head_is(Classes(Class::Office.bit())) || run.name == run.end {
            return end;
        }
        let start = found.phrases[at].tokens.start;
        let Some(second) = self.build(end + 1, Definite::Bare, None, &run, found) else {
            return end;
        };
        let first_span = found.phrases[at].span;
        let phrase = &mut found.phrases[second];
        phrase.span = first_span.to(phrase.span);
        phrase.tokens.start = start;
        phrase.role = self.role(start, phrase.tokens.end);
        let end = phrase.tokens.end;
        found.phrases.swap_remove(at);
        end
    }

    /// The stretch of words from `start` on that can be one phrase.
    fn run(&self, start: TokenIx, determined: bool) -> Option<Run> {
        let mut run = Run { start, end: start, name: start, ..Run::default() };
        let mut at = start;
        let mut name: Option<TokenIx> = None;
        let mut modifiers = 0;
        while let Some(token) = self.token(at) {
            if !token.shape.is_word() || matches!(token.shape, Shape::Number | Shape::Caseless) {
                break;
            }
            let (classes, n) = match self.lexicon.phrase(self.segments, at) {
                Some((classes, n)) if self.is_nominal(classes) && at + n <= self.end => {
                    (classes, n)
                }
                _ => (self.classes(at), 1),
            };
            let capital = token.shape.is_capitalised() || self.is_mixed_name(token);
            let plural_head = run.head.as_ref().is_some_and(|(_, c)| c.has(Class::Plural));
            if capital {
                if self.stops_name(at, classes, name.is_some(), start) {
                    break;
                }
                if name.is_some() && classes.has(Class::NameSuffix) {
                    at += n;
                    run.end = at;
                    continue;
                }
                let title = classes.has_any(HEADS) && !self.is_surname(at, n, name);
                if title && !(plural_head && name.is_none()) {
                    run.head = Some((at..at + n, classes));
                    name = None;
                } else if classes.has(Class::Honorific) && name.is_none() {
                    run.honorific = Some(Classes(run.honorific.unwrap_or_default().0 | classes.0));
                    run.after_honorific = at + n;
                } else if name.is_none() {
                    name = Some(at);
                }
            } else if token.shape == Shape::Lower {
                let between_capitals = classes.has(Class::NameParticle)
                    && name.is_some()
                    && self.token(at + 1).is_some_and(|t| t.shape == Shape::Title);
                if between_capitals {
                    at += n;
                    run.end = at;
                    continue;
                }
                if name.is_some() && run.head.is_some() {
                    break;
                }
                let verbal = classes.has_any(VERB_FORMS)
                    || classes.has(Class::Verb) && (plural_head || !determined);
                let head = classes.has_any(HEADS)
                    && !plural_head
                    && !(verbal && (run.head.is_some() || !determined))
                    && (determined || at > start || !classes.has(Class::Paper));
                if head {
                    run.head = Some((at..at + n, classes));
                    name = None;
                } else if classes.has(Class::OfficeModifier) && !classes.has(Class::Preposition) {
                    if run.head.is_some() {
                        break;
                    }
                    name = None;
                } else if run.head.is_none()
                    && (determined || at > start)
                    && modifiers < MAX_MODIFIERS
                    && !classes.has_any(GRAMMAR)
                    && !classes.has_any(VERB_FORMS)
                    && name.is_none_or(|_| self.head_follows(at))
                {
                    modifiers += 1;
                    name = None;
                    at += n;
                    continue;
                } else {
                    break;
                }
            } else {
                break;
            }
            at += n;
            run.end = at;
        }
        // Suffixes after a comma: "Doe, Jr."
        if let Some((head, _)) = &run.head
            && name.is_none()
        {
            run.end = head.end;
        }
        run.name = name.unwrap_or(run.end).min(run.end);
        (run.end > run.start).then_some(run)
    }

    /// Whether a head stands among the next three words: "Trump campaign finance chief".
    fn head_follows(&self, at: TokenIx) -> bool {
        for next in at..at + 3 {
            let Some(token) = self.token(next) else { return false };
            let classes = self.classes(next);
            if token.shape != Shape::Lower
                || classes.has_any(GRAMMAR)
                || classes.has_any(VERB_FORMS)
            {
                return false;
            }
            if classes.has_any(PEOPLE) || classes.has(Class::Body) {
                return true;
            }
        }
        false
    }

    /// Turns a run into a phrase, if it refers to somebody or something by name or head.
    fn build(
        &self,
        start: TokenIx,
        definite: Definite,
        number: Option<TokenIx>,
        run: &Run,
        found: &mut Found,
    ) -> Option<usize> {
        let determined = definite != Definite::Bare;
        let mut end = run.end;
        let mut name = run.name..run.end;
        let mut modifiers = Vec::new();
        let (head, classes) = match &run.head {
            Some((head, classes)) => (Some(head.clone()), *classes),
            None => (None, run.honorific.unwrap_or_default()),
        };
        let honorific =
            run.honorific.is_some() || classes.has(Class::Honorific) && !name.is_empty();
        let lower_head = head.as_ref().is_some_and(|h| !self.is_capital(h.start));
        if head.is_none() && name.is_empty() && !(determined && run.honorific.is_some()) {
            return None;
        }
        let plural = classes.has(Class::Plural) || self.form(start) == "both" || number.is_some();
        if let Some(head) = &head {
            let from = if run.honorific.is_some() { run.after_honorific } else { run.start };
            modifiers = self.capitals(from.min(head.start)..head.start);
            // In lower case without determiner: people in the plural, or with a country or name.
            if lower_head
                && !determined
                && name.is_empty()
                && modifiers.is_empty()
                && number.is_none()
                && !(plural && classes.has_any(PEOPLE))
                && !self.is_apposed(start)
            {
                return None;
            }
            if name.is_empty() {
                end = self.of_phrase(end, classes, lower_head && determined, &mut modifiers);
                // "Foreign Minister of Veyra Aurel Brancu"
                if end > run.end
                    && classes.has(Class::Office)
                    && let Some(split) = self.name_after_place(run.end, end)
                {
                    name = split..end;
                    modifiers
                        .retain(|w| w.span.end <= self.segments.tokens[split as usize].span.start);
                }
            } else if classes.has(Class::Office) && self.form(end) == "of" {
                // "Premier Signe Aasland of Norvik"
                let after = self.capital_run(end + 1, false);
                if after > end + 1 {
                    modifiers.extend(self.capitals(end + 1..after));
                    end = after;
                }
            }
        } else {
            name.start = name.start.max(run.after_honorific);
            if !honorific && !self.stands_for_name(&name) {
                return None;
            }
        }
        let words = self.name_words(name.clone());
        let member = head.as_ref().is_some_and(|h| {
            h.len() > 1
                && matches!(
                    self.form(h.start),
                    "hon" | "honourable" | "right" | "noble" | "learned"
                )
        });
        let kind = if member && words.is_empty() {
            Kind::Pronoun
        } else if head.is_none() {
            if run.honorific.is_some() { Kind::Person } else { Kind::Name }
        } else if self.is_together(start, definite, number, run, classes, &modifiers, plural) {
            Kind::Together
        } else if classes.has(Class::Group) && !classes.has_any(PEOPLE) && !classes.has(Class::Body)
        {
            if modifiers.is_empty() { Kind::Body } else { Kind::Side }
        } else if classes.has_any(PEOPLE) || !words.is_empty() && !classes.has(Class::Body) {
            Kind::Person
        } else if classes.has(Class::Body) {
            Kind::Body
        } else {
            Kind::Paper
        };
        let form = if !words.is_empty() || kind == Kind::Name {
            MentionForm::Name
        } else if kind == Kind::Body && !lower_head && !modifiers.is_empty() {
            MentionForm::Name
        } else if classes.has(Class::Office) || run.honorific.is_some() {
            MentionForm::Title
        } else {
            MentionForm::Description
        };
        let gender = self.gender(run, classes, &words);
        let push = |found: &mut Found, list: Vec<NameWord>| {
            let from = found.words.len() as u32;
            found.words.extend(list);
            from..found.words.len() as u32
        };
        let modifiers = push(found, modifiers);
        let name = push(found, words);
        let office = head.map(|head| Office { key: self.office_key(&head, run), classes });
        found.phrases.push(Phrase {
            span: self.segments.span(start..end),
            line: self.line,
            tokens: start..end,
            form,
            kind,
            gender,
            plural: plural && kind != Kind::Name,
            definite,
            role: self.role(start, end),
            name,
            modifiers,
            office: office.or_else(|| self.honorific_office(run)),
            honorific,
            predicate: false,
            label: false,
        });
        Some(found.phrases.len() - 1)
    }

    /// "the Ayatollah": a title that stands alone.
    fn honorific_office(&self, run: &Run) -> Option<Office> {
        let classes = run.honorific?;
        (run.name >= run.end)
            .then(|| Office { key: key(self.text_of(run.after_honorific - 1)), classes })
    }

    fn is_together(
        &self,
        start: TokenIx,
        definite: Definite,
        number: Option<TokenIx>,
        run: &Run,
        classes: Classes,
        modifiers: &[NameWord],
        plural: bool,
    ) -> bool {
        let heads_of = classes.has(Class::Group)
            || classes.has(Class::HeadOfState)
            || classes.has(Class::HeadOfGovernment);
        let pair = self.form(start) == "both"
            || number.is_none_or(|n| self.form(n) == "two") && definite == Definite::Definite;
        let head_first = run.head.as_ref().is_some_and(|(head, _)| {
            head.start == run.start || modifiers.is_empty() && self.is_capital(run.start)
        });
        plural && heads_of && pair && modifiers.is_empty() && head_first
    }

    /// The key of the office: its head with what makes it another office ("vice", "deputy").
    fn office_key(&self, head: &Range<TokenIx>, run: &Run) -> Key {
        let mut hash = Fnv::new();
        let mut push = |at: TokenIx| {
            let word = self.segments.tokens[at as usize].word;
            hash.push(u32::from(self.lexicon.lemma(word).0));
        };
        if head.start > run.start
            && matches!(
                self.form(head.start - 1),
                "deputy" | "vice" | "assistant" | "acting-deputy"
            )
        {
            push(head.start - 1);
        }
        head.clone().for_each(&mut push);
        Key(hash.0)
    }

    fn gender(&self, run: &Run, head: Classes, name: &[NameWord]) -> Option<Gender> {
        let of = |classes: Classes| match (
            classes.has(Class::Masculine),
            classes.has(Class::Feminine),
        ) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        };
        let given = || {
            // A single word is more often a surname, unless it can only be a given name.
            let first = name.first().filter(|_| name.len() > 1 || run.honorific.is_none())?;
            let token = (run.start..run.end)
                .find(|t| self.segments.tokens[*t as usize].span.start == first.span.start)?;
            let classes = self.classes(token);
            if classes.has(Class::GivenName) { of(classes) } else { None }
        };
        run.honorific.and_then(of).or_else(|| of(head)).or_else(given)
    }

    /// The end of "of the Islamic Revolution of Iran", "of state", "for Northern Seas", "in Tavar"
    /// after a head; the capitalised words go to `modifiers`.
    fn of_phrase(
        &self,
        from: TokenIx,
        classes: Classes,
        lower: bool,
        modifiers: &mut Vec<NameWord>,
    ) -> TokenIx {
        let mut end = from;
        loop {
            let of = self.form(end) == "of";
            let named = matches!(self.form(end), "for" | "on" | "to")
                && classes.has(Class::Body)
                && !lower
                && end == from;
            let place = self.form(end) == "in"
                && lower
                && end == from
                && (classes.has(Class::Body) || classes.has(Class::Plural));
            if !of && !named && !place {
                break;
            }
            let mut first = end + 1;
            if !place && self.form(first) == "the" {
                first += 1;
            }
            let after = self.capital_run(first, true);
            if after > first {
                // "The police in Trisk": where they are does not name a crowd.
                if !place || !classes.has(Class::Plural) {
                    modifiers.extend(self.capitals(first..after));
                }
                end = after;
            } else if of && end == from && self.is_common_noun(first) {
                // "head of state", "leader of the opposition"
                let words = NameWord::new(self.text, self.segments.tokens[first as usize].span);
                modifiers.push(words);
                end = first + 1;
                break;
            } else {
                break;
            }
        }
        end
    }

    fn is_common_noun(&self, at: TokenIx) -> bool {
        let classes = self.classes(at);
        self.token(at).is_some_and(|t| t.shape == Shape::Lower)
            && !classes.has_any(GRAMMAR)
            && !self.is_verb(at)
    }

    fn is_verb(&self, at: TokenIx) -> bool {
        self.classes(at).has_any(VERB_FORMS)
    }

    /// The end of the capitalised words from `from` on, with "of", "and" and "the" between them
    /// where `inner` allows, and plural possessives ("Shipowners' League").
    fn capital_run(&self, from: TokenIx, inner: bool) -> TokenIx {
        let mut at = from;
        let mut end = from;
        while let Some(token) = self.token(at) {
            let classes = self.classes(at);
            let capital = token.shape.is_capitalised() || self.is_mixed_name(token);
            if capital && !(classes.has(Class::Month) || classes.has(Class::Weekday)) {
                at += 1;
                end = at;
            } else if inner
                && end > from
                && end == at
                && token.shape == Shape::Quote
                && token.glued
                && self.token(at + 1).is_some_and(|t| t.shape == Shape::Title && !t.glued)
            {
                at += 1;
            } else if inner
                && end > from
                && end == at
                && token.shape == Shape::Possessive
                && self.token(at + 1).is_some_and(|t| t.shape == Shape::Title)
                && self.classes(at + 1).has(Class::Body)
            {
                at += 1;
            } else {
                break;
            }
        }
        end
    }

    /// In "of Veyra Aurel Brancu", where the name begins.
    fn name_after_place(&self, of: TokenIx, end: TokenIx) -> Option<TokenIx> {
        let first = of + 1;
        if end < first + 2 || self.form(first) == "the" {
            return None;
        }
        let place = self.lexicon.phrase(self.segments, first);
        let place = match place {
            Some((classes, n)) if classes.has(Class::Place) => first + n,
            _ => {
                let alone = self.classes(first).has(Class::Place)
                    || self.known.alone(key(self.text_of(first)));
                if !alone {
                    return None;
                }
                first + 1
            }
        };
        let rest = place..end;
        let is_name = !rest.is_empty()
            && rest.len() <= 4
            && rest.clone().all(|t| self.is_capital(t) && !self.classes(t).has_any(HEADS));
        is_name.then_some(place)
    }

    /// Whether capitalised words without title can be a name here.
    fn stands_for_name(&self, name: &Range<TokenIx>) -> bool {
        if name.is_empty() {
            return false;
        }
        let first = name.start;
        let classes = self.classes(first);
        let common = classes.0
            & !(Class::GivenName.bit() | Class::Masculine.bit() | Class::Feminine.bit())
            != 0;
        if name.len() == 1 && common && !classes.has(Class::Place) && !classes.has(Class::GivenName)
        {
            return self.known.inside(key(self.text_of(first)));
        }
        let opens =
            first == self.start || !self.segments.tokens[first as usize - 1].shape.is_word();
        if name.len() == 1
            && opens
            && classes.0 == 0
            && !self.known.inside(key(self.text_of(first)))
        {
            // "Let me": an unknown first word is a name only where something shows it.
            let Some(next) = self.token(name.end) else { return true };
            let classes = self.classes(name.end);
            return !next.shape.is_word()
                || next.shape.is_capitalised()
                || classes.has(Class::Auxiliary)
                || classes.has_any(VERB_FORMS)
                || classes.has(Class::Verb);
        }
        !classes.has(Class::Demonym) || name.len() > 1
    }

    /// Whether a capitalised word ends the name before it, or is none.
    fn stops_name(&self, at: TokenIx, classes: Classes, in_name: bool, start: TokenIx) -> bool {
        let heads = classes.has_any(HEADS) || classes.has(Class::Honorific);
        if classes.has_any(GRAMMAR) && !heads {
            // "Mark", "Will": names in the middle of a sentence only where the text insists.
            return !(in_name
                && self.segments.tokens[at as usize].shape == Shape::Title
                && self.known.inside(key(self.text_of(at)))
                && !self.title_case);
        }
        let opens = at == self.start
            || self.segments.tokens[at as usize - 1].shape != Shape::Lower
                && !self.segments.tokens[at as usize - 1].shape.is_capitalised();
        let verbal = classes.has(Class::Verb) || classes.has_any(VERB_FORMS);
        if self.title_case && !heads {
            let known = self.known.inside(key(self.text_of(at)));
            if verbal && at > start || !known && in_name {
                return true;
            }
        }
        verbal && opens && !heads && at == start && !self.known.inside(key(self.text_of(at)))
    }

    /// "Stephen King": a title after a given name, with nothing after it, is a surname.
    fn is_surname(&self, at: TokenIx, n: u32, name: Option<TokenIx>) -> bool {
        name.is_some_and(|first| {
            self.classes(first).has(Class::GivenName)
                && first + 3 > at
                && self.is_capital(at)
                && !self.token(at + n).is_some_and(|t| t.shape.is_capitalised())
        })
    }

    /// A noun without determiner that explains a name before it: ", mayor of Trisk".
    fn is_apposed(&self, start: TokenIx) -> bool {
        start > self.start
            && self.segments.tokens[start as usize - 1].shape == Shape::Comma
            && start >= self.start + 2
            && self.is_capital(start - 2)
    }

    fn is_nominal(&self, classes: Classes) -> bool {
        classes.has_any(HEADS)
            || classes.has(Class::Honorific)
            || classes.has(Class::Place)
            || classes.has(Class::OfficeModifier)
    }

    /// al-Bahri, al-Assad
    fn is_mixed_name(&self, token: &Token) -> bool {
        token.shape == Shape::Mixed
    }

    fn is_capital(&self, at: TokenIx) -> bool {
        self.token(at).is_some_and(|t| t.shape.is_capitalised() || self.is_mixed_name(t))
    }

    /// The words that tell one office from another: capitalised, or a portfolio.
    fn capitals(&self, tokens: Range<TokenIx>) -> Vec<NameWord> {
        tokens
            .filter(|t| {
                let classes = self.classes(*t);
                (self.is_capital(*t) || classes.has(Class::Portfolio))
                    && !classes.has(Class::OfficeModifier)
                    && !classes.has(Class::Determiner)
            })
            .map(|t| NameWord::new(self.text, self.segments.tokens[t as usize].span))
            .collect()
    }

    fn name_words(&self, tokens: Range<TokenIx>) -> Vec<NameWord> {
        tokens
            .filter(|t| {
                let classes = self.classes(*t);
                self.is_capital(*t)
                    && !(classes.has(Class::NameSuffix) && !classes.has(Class::GivenName))
                    && !(classes.has(Class::NameParticle) && classes.0.count_ones() == 1)
            })
            .map(|t| NameWord::new(self.text, self.segments.tokens[t as usize].span))
            .collect()
    }

    fn possessive_at(&self, at: TokenIx) -> Option<TokenIx> {
        let token = self.token(at)?;
        let plural = token.shape == Shape::Quote
            && token.glued
            && self.text_of(at - 1).ends_with('s')
            && self.token(at + 1).is_some_and(|t| !t.glued && t.shape.is_word());
        (token.shape == Shape::Possessive || plural).then_some(at)
    }

    fn definite(&self, at: TokenIx) -> Definite {
        match self.form(at) {
            "the" | "this" | "that" | "these" | "those" | "both" => Definite::Definite,
            _ => Definite::Indefinite,
        }
    }

    /// he, she, they in all their forms; not it, one, who.
    fn is_personal(&self, at: TokenIx, classes: Classes) -> bool {
        let third = classes.has(Class::Third)
            && !classes.has(Class::Determiner)
            && (classes.has(Class::Masculine) || classes.has(Class::Feminine));
        let form = self.form(at);
        third
            || matches!(form, "they" | "them" | "themselves" | "theirs")
            || form.starts_with("he'")
            || form.starts_with("she'")
            || form.starts_with("they'")
    }

    fn push_pronoun(&self, at: TokenIx, classes: Classes, owner: bool, found: &mut Found) {
        let token = &self.segments.tokens[at as usize];
        let word = token.span.of(self.text);
        let cut = word.find(['\'', '’']).map_or(token.span.end, |n| token.span.start + n as u32);
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
        } else if matches!(form, "him" | "her" | "them") {
            if self.role(at, at + 1) == Role::Oblique { Role::Oblique } else { Role::Object }
        } else {
            Role::Subject
        };
        found.phrases.push(Phrase {
            span: Span::new(token.span.start, cut),
            line: self.line,
            tokens: at..at + 1,
            form: MentionForm::Pronoun,
            kind: Kind::Pronoun,
            gender,
            plural,
            definite: Definite::Definite,
            role,
            name: 0..0,
            modifiers: 0..0,
            office: None,
            honorific: false,
            predicate: false,
            label: false,
        });
    }

    fn push_simple(
        &self,
        tokens: Range<TokenIx>,
        form: MentionForm,
        kind: Kind,
        classes: Classes,
        found: &mut Found,
    ) {
        let gender = match (classes.has(Class::Masculine), classes.has(Class::Feminine)) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        };
        found.phrases.push(Phrase {
            span: self.segments.span(tokens.clone()),
            line: self.line,
            form,
            kind,
            gender,
            plural: kind == Kind::Together,
            definite: Definite::Definite,
            role: self.role(tokens.start, tokens.end),
            tokens,
            name: 0..0,
            modifiers: 0..0,
            office: classes.has(Class::Style).then_some(Office { key: Key(0), classes }),
            honorific: false,
            predicate: false,
            label: false,
        });
    }

    fn role(&self, start: TokenIx, end: TokenIx) -> Role {
        if start <= self.start {
            return Role::Subject;
        }
        let before = &self.segments.tokens[start as usize - 1];
        if !before.shape.is_word() {
            return Role::Subject;
        }
        let classes = self.lexicon.classes(before.word);
        if classes.has(Class::Complementizer) && self.lexicon.form(before.word) != "to" {
            Role::Subject
        } else if matches!(self.lexicon.form(before.word), "and" | "or" | "nor") {
            let next = self.classes(end);
            let verb =
                next.has(Class::Verb) || next.has_any(VERB_FORMS) || next.has(Class::Auxiliary);
            if verb || next.has(Class::Adverb) { Role::Subject } else { Role::Object }
        } else if classes.has(Class::Conjunction) && !classes.has(Class::Preposition) {
            Role::Subject
        } else if classes.has(Class::Preposition) {
            Role::Oblique
        } else if classes.has(Class::Auxiliary)
            || classes.has(Class::Conjunction)
            || classes.has(Class::Relative)
            || classes.has(Class::Adverb)
        {
            Role::Subject
        } else {
            Role::Object
        }
    }

    fn token(&self, at: TokenIx) -> Option<&Token> {
        if at < self.end { self.segments.tokens.get(at as usize) } else { None }
    }

    fn classes(&self, at: TokenIx) -> Classes {
        self.token(at).map_or(Classes::default(), |t| self.lexicon.classes(t.word))
    }

    /// The word as the tables write it; empty for a word they do not have.
    fn form(&self, at: TokenIx) -> &str {
        self.token(at).map_or("", |t| self.lexicon.form(t.word))
    }

    fn text_of(&self, at: TokenIx) -> &str {
        self.segments.tokens[at as usize].span.of(self.text)
    }
}
