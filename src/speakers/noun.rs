//! Judges a stretch of words: what kind of phrase it is, and which of its words are office, place and
//! name.

use super::descriptions::AGED;
use super::look::{PEOPLE, VERB_FORMS};
use super::phrase::{Definite, Gender, Kind, Office, Phrase, Role};
use super::run::Run;
use super::scan::{Found, Scanner};
use super::words::{Key, NameWord, key};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Fnv, MentionForm, Shape, Token, TokenIx, WordId};
use std::ops::Range;

impl Scanner<'_> {
    /// Reads a noun phrase whose determiner is `start..first`. Gives its end if it is one.
    pub(super) fn noun_phrase(
        &self,
        start: TokenIx,
        first: TokenIx,
        definite: Definite,
        found: &mut Found,
    ) -> Option<TokenIx> {
        let mut number = None;
        let (mut first, mut definite) = (first, definite);
        if start == first && self.word(first) == ONE {
            // "One minister"
            (first, definite) = (first + 1, Definite::New);
        } else if self.token(first).is_some() && self.classes(first).has(Class::Numeral) {
            number = Some(first);
            first += 1;
        }
        // "the 58-year-old nurse"
        let long = |t: &&Token| t.span().len() as usize > AGED.len();
        let long = self.token(first).filter(long);
        if long.is_some_and(|t| t.span().of(self.text).ends_with(AGED)) {
            first += 1;
            let nobody = |run: &Run| run.head.is_none() && run.name == run.end;
            if definite == Definite::Known && self.run(first, true).as_ref().is_none_or(nobody) {
                let form = MentionForm::Description;
                self.push_simple(start..first, form, Kind::Person, Classes::default(), found);
                return Some(first);
            }
        }
        let run = self.run(first, start != first).or_else(|| self.possessor(first))?;
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
            // "a sheriff's dispatcher", but "Mr Ruiz's lawyer"
            let new = possessor.is_some_and(|p| !found.phrases[p].is_named());
            let new = new && definite == Definite::New;
            let whose = if new { Definite::New } else { Definite::Known };
            let phrase = self.build(start, whose, None, &owned, found);
            if let Some(at) = phrase {
                // The possessor's capitalised words belong to the office too.
                let added = found.words.len() as u32;
                match possessor.map(|p| &found.phrases[p]) {
                    Some(p) => {
                        let (modifiers, name) = (p.modifiers.clone(), p.name.clone());
                        found.repeat(modifiers);
                        found.repeat(name);
                    }
                    None => self.add_capitals(run.start..run.end, &mut found.words),
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
                return Some(end);
            }
            found.words.truncate(words);
            return possessor.map(|p| found.phrases[p].tokens.end);
        }
        let at = self.build(start, definite, number, &run, found)?;
        Some(self.joined_title(at, found))
    }

    /// "the county" in "the county's rivers officer": whoever it is, if an office is theirs.
    fn possessor(&self, first: TokenIx) -> Option<Run> {
        let end = (first..first + 3).find(|at| !self.is_common_noun(*at))?;
        self.possessive_at(end).filter(|_| end > first)?;
        Some(Run { start: first, end, name: end, ..Run::default() })
    }

    /// "Member of the State Council and Foreign Minister Shen Wulan", "The Patriarch of Gishara and Guardian of
    /// the Seat, Abune Tewolde": two titles of one person.
    pub(super) fn joined_title(&self, at: usize, found: &mut Found) -> TokenIx {
        let phrase = &found.phrases[at];
        let end = phrase.tokens.end;
        let title_alone = phrase.form == MentionForm::Title
            && matches!(phrase.definite, Definite::Bare | Definite::Known)
            && phrase.kind == Kind::Person
            && self.token(phrase.tokens.start).is_some_and(|t| t.shape.is_capitalised());
        if !title_alone || self.word(end) != AND {
            return end;
        }
        let Some(run) = self.run(end + 1, false) else { return end };
        if !run.head_is(Classes(Class::Office.bit())) {
            return end;
        }
        let first = phrase.tokens.start;
        let first_span = phrase.span;
        let bare = phrase.definite == Definite::Bare;
        let words = found.words.len();
        let second = self.build(end + 1, Definite::Bare, None, &run, found);
        // The name is the second title's, or stands beside it.
        let beside = |phrase: &Phrase| {
            let shape = |at: TokenIx| self.token(at).map(|token| token.shape);
            let end = phrase.tokens.end;
            matches!(shape(end), Some(Shape::Comma | Shape::Dash))
                && shape(end + 1).is_some_and(Shape::is_capitalised)
                && self.is_capital(run.start)
        };
        let joins = second.filter(|second| {
            let second = &found.phrases[*second];
            if second.is_named() { bare } else { beside(second) }
        });
        let Some(second) = joins else {
            found.phrases.truncate(at + 1);
            found.words.truncate(words);
            return end;
        };
        let (last, last_span) = (found.phrases[second].tokens.end, found.phrases[second].span);
        let named = found.phrases[second].is_named();
        if !named {
            found.phrases.truncate(at + 1);
            found.words.truncate(words);
        }
        let phrase = &mut found.phrases[if named { second } else { at }];
        phrase.span = first_span.to(last_span);
        phrase.tokens = first..last;
        phrase.role = self.role(first, last);
        if named {
            found.phrases.swap_remove(at);
        }
        last
    }

    /// Turns a run into a phrase, if it refers to somebody or something by name or head.
    pub(super) fn build(
        &self,
        start: TokenIx,
        definite: Definite,
        number: Option<TokenIx>,
        run: &Run,
        found: &mut Found,
    ) -> Option<usize> {
        let determined = definite != Definite::Bare;
        let mut end = run.end;
        // "crane operator Ada Lind", but "the operator Belvarian Railways"
        let worker = run.head_is(Classes(Class::Work.bit()))
            && run.name + 2 == run.end
            && self.classes(run.name).has(Class::GivenName);
        // "NY Daily News": a body's name goes on after its head.
        let body_run = run
            .head_is(Classes(Class::Body.bit() | Class::Paper.bit() | Class::Masthead.bit()))
            && !run.head_is(PEOPLE)
            && run.name < run.end
            && !worker;
        let mut name = if body_run { run.start..run.end } else { run.name..run.end };
        let first = found.words.len();
        let of_state =
            run.head.as_ref().is_some_and(|(head, kin)| self.is_father_of_state(head, *kin));
        let (head, classes) = match &run.head {
            Some(_) if body_run => (None, Classes::default()),
            Some((head, classes)) if of_state => {
                let office = Classes::of(&[Class::Office, Class::HeadOfState]);
                (Some(head.clone()), classes.without(Class::Kin).or(office))
            }
            Some((head, classes)) => (Some(head.clone()), *classes),
            None => (None, run.honorific.unwrap_or_default()),
        };
        let honorific =
            run.honorific.is_some() || classes.has(Class::Honorific) && !name.is_empty();
        let lower_head = head.as_ref().is_some_and(|h| !self.is_capital(h.start));
        if head.is_none() && name.is_empty() && !(determined && run.honorific.is_some()) {
            return None;
        }
        // "Presidents Kerguidec and Abakar": the first of two, each by himself.
        let each = classes.has(Class::Plural)
            && !name.is_empty()
            && self.word(end) == AND
            && self.is_capital(end + 1);
        let plural =
            classes.has(Class::Plural) && !each || self.word(start) == BOTH || number.is_some();
        let start = if each { name.start } else { start };
        if let Some(head) = &head {
            let from = if run.honorific.is_some() { run.after_honorific } else { run.start };
            self.add_capitals(from.min(head.start)..head.start, &mut found.words);
            // "the donor conference": a word before another noun.
            let next = self.classes(run.end);
            let noun = next.has(Class::Noun) && !next.has_any(VERB_FORMS.with(Class::Verb));
            if lower_head && !plural && name.is_empty() && run.end == head.end && noun {
                return None;
            }
            // In lower case without determiner: people in the plural, or with a country or name.
            if lower_head
                && !determined
                && name.is_empty()
                && found.words.len() == first
                && number.is_none()
                && !(plural && classes.has_any(PEOPLE))
                && !self.is_apposed(start)
                && !self.lacks_article(start, end, classes)
                && self.word(head.start) != COUNSEL
            {
                return None;
            }
            if name.is_empty() {
                end = self.of_phrase(end, classes, lower_head && determined, &mut found.words);
                // "a folding chair", "his empty chair"; but "the committee chair"
                const OF_CHAIR: Classes = Classes::of(&[
                    Class::Body,
                    Class::Determiner,
                    Class::OfficeModifier,
                    Class::Portfolio,
                    Class::PossessivePronoun,
                ]);
                let before = self.classes(head.start.saturating_sub(1));
                let modified = head.start > start && !before.has_any(OF_CHAIR);
                let new = definite == Definite::New;
                let thing = self.word(head.start) == CHAIR && (modified || new) && end == run.end;
                if thing && lower_head {
                    return None;
                }
                // "He shakes his head"
                let own = matches!(self.word(start), HIS | HER);
                if own && end == run.end && self.word(head.start) == HEAD {
                    return None;
                }
                // "Foreign Minister of Veyra Aurel Brancu", "Minister of Trade Ana Ruiz of Veyra"
                if end > run.end
                    && classes.has(Class::Office)
                    && let Some(inner) = self.name_inside(run.end, end)
                {
                    let start = |at: TokenIx| self.segments.tokens[at as usize].span().start;
                    let words = &found.words[first..];
                    let from = words.partition_point(|w| w.span().start < start(inner.start));
                    let last = self.segments.span(inner.clone()).end;
                    let to = words.partition_point(|w| w.span().start < last);
                    found.words.drain(first + from..first + to);
                    name = inner;
                }
            } else if classes.has(Class::Office) && self.word(end) == OF {
                // "Premier Signe Aasland of Norvik", "of the Republic of Ambara"
                let first = self.past_the(end + 1);
                if self.is_capital(first) {
                    end = self.of_phrase(end, classes, false, &mut found.words);
                }
            }
        } else if !body_run {
            name.start = name.start.max(run.after_honorific);
            // "The Courier reports"
            let masthead =
                definite == Definite::Known && self.classes(name.start).has(Class::Masthead);
            if !honorific && !masthead && !self.stands_for_name(&name) {
                return None;
            }
            // "the Rahbar of the Republic"
            if !honorific && name.len() <= 2 {
                end = self.of_phrase(end, classes, false, &mut found.words);
            }
            // "the Berg divorce": a name that only describes; but "the elder Berg folded".
            if determined && !honorific && self.is_common_noun(end) && !self.is_past(end) {
                return None;
            }
        }
        let middle = found.words.len();
        self.add_name(name, &mut found.words);
        let words = &found.words[middle..];
        let no_modifiers = middle == first;
        // "the two foreign ministers"
        let lower = || found.words[first..middle].iter().all(|word| !word.capital);
        let of_nobody = no_modifiers || lower() && self.role(start, end) == Role::Subject;
        let member = head.as_ref().is_some_and(|h| {
            let style = matches!(self.word(h.start), HON | HONOURABLE | RIGHT | NOBLE | LEARNED);
            h.len() > 1 && style
        });
        let kind = if member && words.is_empty() {
            Kind::Pronoun
        } else if head.is_none() {
            match (run.honorific, body_run) {
                (_, true) => Kind::Body,
                (Some(_), _) => Kind::Person,
                _ => Kind::Name,
            }
        } else if plural && of_nobody && self.is_together(start, definite, number, run) {
            Kind::Together
        } else if classes.has(Class::Group) && !classes.has_any(PEOPLE) && !classes.has(Class::Body)
        {
            if no_modifiers { Kind::Body } else { Kind::Side }
        } else if classes.has_any(PEOPLE)
            || !words.is_empty() && !classes.has(Class::Body)
            || worker
        {
            Kind::Person
        } else if classes.has(Class::Body)
            || classes.has(Class::Masthead)
            // "Halsorn Data denies it", "CONTINENTAL REVIEW:"
            || !lower_head && !determined && head.as_ref().is_some_and(|h| h.start > run.start)
        {
            Kind::Body
        } else {
            Kind::Paper
        };
        let body_name = kind == Kind::Body && !lower_head && !no_modifiers;
        let form = if !words.is_empty() || kind == Kind::Name || body_name {
            MentionForm::Name
        } else if classes.has(Class::Office) || run.honorific.is_some() {
            MentionForm::Title
        } else {
            MentionForm::Description
        };
        let gender = self.gender(run, classes, words);
        let (first, middle) = (first as u32, middle as u32);
        let office = head.map(|head| Office { key: self.office_key(&head, run), classes });
        let span = self.segments.span(start..end);
        found.phrases.push(Phrase {
            tokens: start..end,
            gender,
            plural: plural && kind != Kind::Name,
            definite,
            role: self.role(start, end),
            predicate: definite == Definite::New && self.is_predicate(start),
            name: middle..found.words.len() as u32,
            modifiers: first..middle,
            office: office.or_else(|| self.honorific_office(run)),
            honorific,
            ..Phrase::new(span, self.line, form, kind)
        });
        let at = found.phrases.len() - 1;
        if kind == Kind::Person && end > run.end {
            self.body_of(run.end, end, found);
        }
        if classes.has_any(PEOPLE) && matches!(self.word(end), FOR | TO | OF) {
            self.served(at, end + 1, found);
        }
        Some(at)
    }

    /// In "A spokesman for Sir Winston", "an aide to her ministry": a phrase within the phrase.
    fn served(&self, at: usize, first: TokenIx, found: &mut Found) {
        if found.within || found.phrases[at].is_named() {
            return;
        }
        let classes = self.classes(first);
        let titled = || classes.has(Class::Honorific) || self.is_titled(first);
        // "the son of President Holm" leaves him to be found.
        let person = || self.word(first - 1) != OF && self.is_capital(first) && titled();
        if !classes.has(Class::PossessivePronoun) && !person() {
            return;
        }
        let (phrases, words) = (found.phrases.len(), found.words.len());
        found.within = true;
        let end = self.phrase_at(first, found);
        found.within = false;
        let nested = found.phrases.get(phrases);
        let nested = nested.filter(|nested| nested.is_named() || nested.kind == Kind::Body);
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

    /// In "secretary of the Rail Federation": the federation.
    fn body_of(&self, from: TokenIx, end: TokenIx, found: &mut Found) {
        let of = (from..end).find(|at| matches!(self.word(*at), OF | FOR));
        let Some(of) = of else { return };
        let first = self.past_the(of + 1);
        let Some(run) = self.run(first, true).filter(|run| run.end == end && run.end > first + 1)
        else {
            return;
        };
        let last = self.classes(end - 1);
        let body = last.has(Class::Body) && !last.has_any(PEOPLE) && self.is_capital(end - 1);
        if body && self.is_capital(first) {
            let start = if first > of + 1 { of + 1 } else { first };
            self.build(start, Definite::Known, None, &run, found);
        }
    }

    /// In "one need not be an economist": says what somebody is.
    fn is_predicate(&self, start: TokenIx) -> bool {
        let before = |by: TokenIx| start.checked_sub(by).map(|at| self.word(at));
        matches!(before(1), Some(BE | IS | ARE | WAS | WERE | BEEN)) && before(2) != Some(THERE)
    }

    /// "the Ayatollah": a title that stands alone.
    pub(super) fn honorific_office(&self, run: &Run) -> Option<Office> {
        let classes = run.honorific?;
        (run.name >= run.end)
            .then(|| Office { key: key(self.text_of(run.after_honorific - 1)), classes })
    }

    pub(super) fn is_together(
        &self,
        start: TokenIx,
        definite: Definite,
        number: Option<TokenIx>,
        run: &Run,
    ) -> bool {
        let Some((head, classes)) = &run.head else { return false };
        let both = self.word(start) == BOTH;
        // "the two Heads"
        let heads = (both || number.is_some())
            && self.word(head.start) == HEADS
            && self.is_capital(head.start);
        let ranked = heads
            || classes.has(Class::Group)
            || classes.has(Class::HeadOfState)
            || classes.has(Class::HeadOfGovernment);
        // "Leaders agreed", "Heads of Government agreed": those who met.
        let leaders = definite == Definite::Bare
            && number.is_none()
            && self.role(start, head.end) == Role::Subject;
        let pair = leaders || both || definite == Definite::Known;
        // "the two foreign ministers"
        let kinds = Classes::of(&[Class::OfficeModifier, Class::Portfolio]);
        let modifiers = (run.start..head.start).all(|at| self.classes(at).has_any(kinds));
        let first = modifiers || self.is_capital(run.start);
        // "her counterparts" are others than the two leaders.
        let owned = self.classes(start).has(Class::PossessivePronoun);
        ranked && pair && first && !owned
    }

    /// "the Father of the Republic": an epithet, and nobody's father.
    fn is_father_of_state(&self, head: &Range<TokenIx>, classes: Classes) -> bool {
        let of = self.classes(self.past_the(head.end + 1));
        classes.has(Class::Kin)
            && self.is_capital(head.start)
            && self.word(head.end) == OF
            && of.has(Class::State)
    }

    /// The key of the office: its head with what makes it another office ("vice", "deputy").
    pub(super) fn office_key(&self, head: &Range<TokenIx>, run: &Run) -> Key {
        // "Vice Foreign Minister"
        let mut before = (run.start..head.start).rev().take(3);
        let other = before.find(|at| BESIDE.contains(&self.word(*at)));
        // "the Serindit delegation" and "the Government of Serindit" are the Serindit side.
        let of = self.past_the(head.end + 1);
        let theirs = (run.start..head.start).any(|at| self.is_capital(at))
            || self.word(head.end) == OF && self.is_capital(of);
        if theirs && matches!(self.word(head.start), DELEGATION | GOVERNMENT) {
            return office_of(&[SIDE], self.lexicon);
        }
        // "The Secretary of State for Defence" is the Defence Secretary.
        let first = head.start..head.start + 1;
        let head = if self.word(head.start) == SECRETARY { &first } else { head };
        let kin = self.classes(head.start);
        let of_state = self.is_father_of_state(head, kin).then_some(head.end);
        let words = other.into_iter().chain(head.clone()).chain(of_state);
        let same = |at: TokenIx| match self.word(at) {
            CHAIR | CHAIRMAN | CHAIRWOMAN => CHAIRPERSON,
            JUSTICE => JUDGE,
            word => word,
        };
        office_of(&words.map(same).collect::<Vec<WordId>>(), self.lexicon)
    }

    pub(super) fn gender(&self, run: &Run, head: Classes, name: &[NameWord]) -> Option<Gender> {
        let given = || {
            // A single word is more often a surname, unless it can only be a given name.
            let single = |first: &NameWord| {
                run.honorific.is_none() && !self.known.family(key(first.span().of(self.text)))
            };
            let first = name.first().filter(|first| name.len() > 1 || single(first))?;
            let token = (run.start..run.end)
                .find(|t| self.segments.tokens[*t as usize].span().start == first.span().start)?;
            let classes = self.classes(token);
            if classes.has(Class::GivenName) { Gender::of(classes) } else { None }
        };
        run.honorific.and_then(Gender::of).or_else(|| Gender::of(head)).or_else(given)
    }
}

/// The key of the office that the words name, whatever form they have.
pub fn office_of(words: &[WordId], lexicon: &Lexicon) -> Key {
    let mut hash = Fnv::new();
    words.iter().for_each(|word| hash.push(u32::from(lexicon.lemma(*word).0)));
    hash.into()
}
