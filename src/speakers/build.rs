//! Judges a stretch of words: what kind of phrase it is, and which of its words are office, place
//! and name.

use super::complements::{Case, Joints};
use super::holders::is_head;
use super::look::{PEOPLE, VERB_FORMS};
use super::noun::Opening;
use super::phrase::{Definite, Gender, Office, Phrase, Referent, Role};
use super::run::Run;
use super::scan::{Found, Scanner};
use super::words::{Key, NameWord, key};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, Lexicon, is_of_one};
use crate::model::{Fnv, MentionForm, TokenIx, WordId};
use std::ops::Range;

/// "vice" stands among so many words before a head: "Vice Foreign Minister".
const BESIDE_TOKENS: usize = 3;

/// What the words of a run are by themselves, before what stands around it is asked.
struct Parts {
    /// In "Presidents Kerguidec and Abakar" it starts at the first name: each is president by
    /// himself.
    opening: Opening,
    head: Option<Range<TokenIx>>,
    /// The head is written without a capital.
    lower: bool,
    /// Of the head, or of the title where there is none.
    classes: Classes,
    name: Range<TokenIx>,
    honorific: bool,
    plural: bool,
    /// "NY Daily News": a body's name goes on after its head, and is all of the run.
    body: bool,
    /// "crane operator Ada Lind", but "the operator Belvarian Railways".
    worker: bool,
}

impl Scanner<'_> {
    /// Turns a run into a phrase, if it refers to somebody or something by name or head.
    pub(super) fn build(&self, opening: Opening, run: &Run, found: &mut Found) -> Option<usize> {
        let parts = self.parts(opening, run);
        let words = found.words.len();
        let Some(phrase) = self.phrase(run, &parts, &mut found.words) else {
            found.words.truncate(words);
            return None;
        };
        let (at, end, kind) = (found.phrases.len(), phrase.tokens.end, phrase.kind);
        found.phrases.push(phrase);
        let warns = kind == Referent::Paper && self.word(end + 1) == WHICH;
        if (kind == Referent::Person || warns) && end > run.end {
            self.body_of(run.end, end, found);
        }
        if parts.classes.has_any(PEOPLE) && matches!(self.word(end), FOR | TO | OF) {
            self.served(at, end + 1, found);
        }
        Some(at)
    }

    /// What the words of a run are by themselves.
    fn parts(&self, opening: Opening, run: &Run) -> Parts {
        const BODIES: Classes = Classes::of(&[Class::Body, Class::Paper, Class::Masthead]);
        let worker = run.head_is(Classes::of(&[Class::Work]))
            && run.name + 2 == run.end
            && self.classes(run.name).has(Class::GivenName);
        let body = run.head_is(BODIES) && !run.head_is(PEOPLE) && run.name < run.end && !worker;
        let name = if body { run.start..run.end } else { run.name..run.end };
        let (head, classes) = match &run.head {
            Some(_) if body => (None, Classes::default()),
            Some((head, classes)) if self.is_father_of_state(head, *classes) => {
                let office = Classes::of(&[Class::Office, Class::HeadOfState]);
                (Some(head.clone()), classes.without(Class::Kin).or(office))
            }
            Some((head, classes)) if self.heads_church(head) => {
                let church = Classes::of(&[Class::HeadOfState, Class::State]);
                (
                    Some(head.clone()),
                    classes.without_any(Classes::of(&[Class::HeadOfGovernment])).or(church),
                )
            }
            Some((head, classes)) if self.is_of_elsewhere(run, head) => {
                (Some(head.clone()), classes.with(Class::Group))
            }
            // "the shadow chancellor" is not head of the government.
            Some((head, classes)) if self.beside(head, run).is_some() => {
                const HEAD: Classes = Classes::of(&[Class::HeadOfState, Class::HeadOfGovernment]);
                (Some(head.clone()), classes.without_any(HEAD))
            }
            Some((head, classes)) => (Some(head.clone()), *classes),
            None => (None, run.honorific.unwrap_or_default()),
        };
        // "Presidents Carlos Mora of Andina and Luis Vega of Pampas"
        let country = || self.capital_run(self.past_the(run.end + 1), Joints::None);
        let and = || if self.word(run.end) == OF { country() } else { run.end };
        let joined = |and| self.word(and) == AND && self.is_capital(and + 1);
        let each = classes.has(Class::Plural) && !name.is_empty() && joined(and());
        let several = self.word(opening.start) == BOTH || opening.counted;
        Parts {
            opening: if each { Opening { start: name.start, ..opening } } else { opening },
            lower: head.as_ref().is_some_and(|head| !self.is_capital(head.start)),
            honorific: run.honorific.is_some() || classes.has(Class::Honorific) && !name.is_empty(),
            plural: classes.has(Class::Plural) && !each || several,
            head,
            classes,
            name,
            body,
            worker,
        }
    }

    /// The phrase of a run, whose modifiers and name go to `words`; none if it refers to nobody.
    fn phrase(&self, run: &Run, parts: &Parts, words: &mut Vec<NameWord>) -> Option<Phrase> {
        let first = words.len();
        let (name, end) = match &parts.head {
            Some(head) if parts.name.is_empty() => self.nameless(run, parts, head, words)?,
            Some(head) => {
                self.add_modifiers(run, head, words);
                (parts.name.clone(), self.past_place(run.end, parts.classes, words))
            }
            None if parts.body => (parts.name.clone(), run.end),
            None => self.headless(run, parts, words)?,
        };
        let middle = words.len();
        self.add_name(name, words);
        let (modifiers, name) = words[first..].split_at(middle - first);
        let kind = self.kind(run, parts, modifiers, name, end);
        let body_name = kind == Referent::Body && !parts.lower && !modifiers.is_empty();
        let form = if !name.is_empty() || kind == Referent::Name || body_name {
            MentionForm::Name
        } else if parts.classes.has(Class::Office) || run.honorific.is_some() {
            MentionForm::Title
        } else {
            MentionForm::Description
        };
        let key = |head| Office { key: self.office_key(head, run), classes: parts.classes };
        let office = parts.head.as_ref().map(key).or_else(|| self.honorific_office(run));
        let start = parts.opening.start;
        Some(Phrase {
            tokens: start..end,
            gender: self.gender(run, parts.classes, name),
            plural: parts.plural && kind != Referent::Name,
            definite: parts.opening.definite,
            role: self.role(start, end),
            predicate: match parts.opening.definite {
                Definite::New => self.is_predicate(start),
                // "was | the first woman | to lead it"
                Definite::Known if self.word(start + 1) == FIRST && parts.lower => {
                    self.is_predicate(start)
                }
                _ => self.is_descent(start, end),
            },
            name: middle as u32..words.len() as u32,
            modifiers: first as u32..middle as u32,
            office,
            honorific: parts.honorific,
            ..Phrase::new(self.segments.span(start..end), self.line, form, kind)
        })
    }

    /// Adds the words before a head that tell it from others.
    fn add_modifiers(&self, run: &Run, head: &Range<TokenIx>, words: &mut Vec<NameWord>) {
        let from = if run.honorific.is_some() { run.after_honorific } else { run.start };
        self.add_capitals(from.min(head.start)..head.start, words);
    }

    /// The end of a title with its name and what may stand behind: "Premier Signe Aasland of
    /// Norvik", "of the Republic of Ambara".
    fn past_place(&self, end: TokenIx, classes: Classes, words: &mut Vec<NameWord>) -> TokenIx {
        let of = classes.has(Class::Office) && self.word(end) == OF;
        if of && self.is_capital(self.past_the(end + 1)) {
            return self.of_phrase(end, classes, Case::Upper, words);
        }
        end
    }

    /// The name within a phrase that has a head and no name behind it, mostly none, and its end.
    /// None if it refers to nobody.
    fn nameless(
        &self,
        run: &Run,
        parts: &Parts,
        head: &Range<TokenIx>,
        words: &mut Vec<NameWord>,
    ) -> Option<(Range<TokenIx>, TokenIx)> {
        let first = words.len();
        self.add_modifiers(run, head, words);
        let modified = words.len() > first;
        let bare = parts.lower && !modified && !parts.opening.is_determined();
        if self.describes_noun(run, parts, head) || bare && !self.may_be_bare(run, parts, head) {
            return None;
        }
        let case =
            if parts.lower && parts.opening.is_determined() { Case::Lower } else { Case::Upper };
        let end = self.of_phrase(run.end, parts.classes, case, words);
        // "the source of much of the anger"
        let source = self.word(head.start) == SOURCE && self.word(head.end) == OF;
        if source || end == run.end && self.is_thing(parts, head) {
            return None;
        }
        // "the member for Leeds Tom Lee"
        let seat = parts.classes.has(Class::Person) && self.is_seat_with_name(None, run.end);
        let holds = end > run.end && (seat || parts.classes.has(Class::Office));
        // "Leader of the opposition Karl Brand", "Minister, leader of the union Karl Brand"
        let small = parts.lower && !self.is_apposed(parts.opening.start);
        let bare = !small && !parts.opening.is_determined() && !self.is_capital(end - 1);
        let last = self.capital_run(end, Joints::None);
        const NO_NAME: Classes = Classes::of(&[Class::Body, Class::Honorific]);
        if holds && bare && last > end && !self.classes(last - 1).has_any(NO_NAME) {
            return Some((end..last, last));
        }
        // "Foreign Minister of Veyra Aurel Brancu", "Minister of Trade Ana Ruiz of Veyra"
        let Some(name) = holds.then(|| self.name_inside(run.end, end)).flatten() else {
            return Some((parts.name.clone(), end));
        };
        // The name is none of what the office is for.
        let span = self.segments.span(name.clone());
        let from = |at: u32| first + words[first..].partition_point(|w| w.span().start < at);
        words.drain(from(span.start)..from(span.end));
        Some((name, end))
    }

    /// "the donor conference": a word before another noun.
    fn describes_noun(&self, run: &Run, parts: &Parts, head: &Range<TokenIx>) -> bool {
        let next = self.classes(run.end);
        // "the leaders meeting"
        let noun = if parts.plural {
            next.has(Class::Occasion)
                && !next.has(Class::Base)
                && !self.classes(run.end + 1).has(Class::Preposition)
        } else {
            !next.has_any(VERB_FORMS.with(Class::Verb))
        };
        parts.lower && run.end == head.end && next.has(Class::Noun) && noun
    }

    /// Whether a head in lower case needs no determiner: "ministers", "two ministers", ", mayor of
    /// Trisk", "asked counsel", "police said".
    fn may_be_bare(&self, run: &Run, parts: &Parts, head: &Range<TokenIx>) -> bool {
        let start = parts.opening.start;
        parts.opening.counted
            || parts.plural && parts.classes.has_any(PEOPLE)
            || self.is_apposed(start)
            || self.lacks_article(start, run.end, parts.classes)
            || self.word(head.start) == COUNSEL
            || self.word(head.start) == POLICE && self.role(start, run.end) == Role::Subject
            || self.word(run.end) == OF && parts.classes.has(Class::Office) && {
                let end = self.capital_run(self.past_the(run.end + 1), Joints::None);
                self.name_inside(run.end, end).is_some()
            }
    }

    /// "a folding chair", "his empty chair", "He shakes his head"; but "the committee chair".
    fn is_thing(&self, parts: &Parts, head: &Range<TokenIx>) -> bool {
        const OF_CHAIR: Classes = Classes::of(&[
            Class::Body,
            Class::Determiner,
            Class::OfficeModifier,
            Class::Portfolio,
            Class::PossessivePronoun,
        ]);
        // "the council's chair"
        let before = head.start.saturating_sub(1);
        let before = self.possessive_at(before).map_or(before, |mark| mark.saturating_sub(1));
        let before = self.classes(before);
        let modified = head.start > parts.opening.start && !before.has_any(OF_CHAIR);
        match self.word(head.start) {
            CHAIR if parts.lower && (modified || parts.opening.definite == Definite::New) => true,
            HEAD | CHAIR => matches!(self.word(parts.opening.start), HIS | HER),
            _ => false,
        }
    }

    /// The name of a phrase that has no head, and its end; none if it refers to nobody.
    fn headless(
        &self,
        run: &Run,
        parts: &Parts,
        words: &mut Vec<NameWord>,
    ) -> Option<(Range<TokenIx>, TokenIx)> {
        // "the Ayatollah"
        if parts.name.is_empty() && !(parts.opening.is_determined() && run.honorific.is_some()) {
            return None;
        }
        let name = parts.name.start.max(run.after_honorific)..parts.name.end;
        // "The Courier reports"
        let masthead = parts.opening.definite == Definite::Known
            && self.classes(name.start).has(Class::Masthead);
        // "the German said": one of them, but "the French" are many.
        let compatriot = parts.opening.definite == Definite::Known
            && name.len() == 1
            && self.classes(name.start).has(Class::Demonym)
            && is_of_one(self.text_of(name.start));
        if !parts.honorific && !masthead && !compatriot && !self.stands_for_name(&name) {
            return None;
        }
        let mut end = run.end;
        // "the Rahbar of the Republic", "the Elder of the Republic"
        let capitals = name.clone().filter(|at| self.is_capital(*at)).count();
        if name.is_empty() || !parts.honorific && capitals <= 2 {
            end = self.of_phrase(end, parts.classes, Case::Upper, words);
        }
        // "the Berg divorce": a name that only describes; but "the elder Berg folded".
        let described = self.is_common_noun(end) && !self.is_past(end);
        if parts.opening.is_determined() && !parts.honorific && described {
            return None;
        }
        Some((name, end))
    }

    /// What kind of thing a phrase refers to.
    fn kind(
        &self,
        run: &Run,
        parts: &Parts,
        modifiers: &[NameWord],
        name: &[NameWord],
        end: TokenIx,
    ) -> Referent {
        let classes = parts.classes;
        let Some(head) = &parts.head else {
            return match run.honorific {
                _ if parts.body => Referent::Body,
                // "Summit commended her"
                None if parts.name.len() == 1 && self.takes_place(run.name) => Referent::Body,
                Some(_) => Referent::Person,
                None => Referent::Name,
            };
        };
        // "the hon. Member"
        let style = matches!(self.word(head.start), HON | HONOURABLE | RIGHT | NOBLE | LEARNED);
        if style && head.len() > 1 && name.is_empty() {
            return Referent::Pronoun;
        }
        // "the two foreign ministers"
        let lower = || modifiers.iter().all(|word| !word.capital);
        let of_nobody =
            modifiers.is_empty() || lower() && self.role(parts.opening.start, end) == Role::Subject;
        if parts.plural && of_nobody && self.is_together(parts.opening, run) {
            return Referent::Together;
        }
        let (people, body) = (classes.has_any(PEOPLE), classes.has(Class::Body));
        // "Halsorn Data denies it", "CONTINENTAL REVIEW:"
        let bare_name = !parts.lower && !parts.opening.is_determined() && head.start > run.start;
        match () {
            () if classes.has(Class::Group) && !people && !body => {
                if modifiers.is_empty() {
                    Referent::Body
                } else {
                    Referent::Side
                }
            }
            () if people || !name.is_empty() && !body || parts.worker => Referent::Person,
            () if body || classes.has(Class::Masthead) || bare_name => Referent::Body,
            () => Referent::Paper,
        }
    }

    /// In "one need not be an economist": says what somebody is.
    fn is_predicate(&self, start: TokenIx) -> bool {
        let before = |by: TokenIx| start.checked_sub(by).map(|at| self.word(at));
        matches!(before(1), Some(BE | IS | ARE | WAS | WERE | BEEN)) && before(2) != Some(THERE)
    }

    /// "Born in Trisk, | the younger daughter | of a clerk, she"
    fn is_descent(&self, start: TokenIx, end: TokenIx) -> bool {
        start > self.start
            && self.is_comma(start - 1)
            && matches!(self.word(end - 1), SON | DAUGHTER)
            && self.word(end) == OF
            && matches!(self.word(end + 1), A | AN)
    }

    /// "the Ayatollah": a title that stands alone.
    pub(super) fn honorific_office(&self, run: &Run) -> Option<Office> {
        let classes = run.honorific?;
        (run.name >= run.end)
            .then(|| Office { key: key(self.text_of(run.after_honorific - 1)), classes })
    }

    /// "both sides", "the two Heads", "Leaders agreed": those who met.
    fn is_together(&self, opening: Opening, run: &Run) -> bool {
        let Opening { start, definite, counted } = opening;
        let Some((head, classes)) = &run.head else { return false };
        let both = self.word(start) == BOTH;
        // "the two Heads"
        let heads =
            (both || counted) && self.word(head.start) == HEADS && self.is_capital(head.start);
        let ranked = heads
            || classes.has(Class::Group)
            || classes.has(Class::HeadOfState)
            || classes.has(Class::HeadOfGovernment);
        // "Leaders agreed", "Heads of Government agreed": those who met.
        let leaders =
            definite == Definite::Bare && !counted && self.role(start, head.end) == Role::Subject;
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
        classes.has(Class::Kin)
            && self.is_capital(head.start)
            && self.word(head.end) == OF
            && self.classes(self.past_the(head.end + 1)).has(Class::State)
    }

    /// "the head of the Sarnian Orthodox Church"
    fn heads_church(&self, head: &Range<TokenIx>) -> bool {
        let end = || self.capital_run(self.past_the(head.end + 1), Joints::None);
        matches!(self.word(head.start), HEAD | LEADER)
            && self.word(head.end) == OF
            && self.word(end() - 1) == CHURCH
    }

    /// "his Greek colleague": holds the same office elsewhere.
    fn is_of_elsewhere(&self, run: &Run, head: &Range<TokenIx>) -> bool {
        self.word(head.start) == COLLEAGUE
            && head.start > run.start
            && self.is_capital(head.start - 1)
    }

    /// "vice" in "Vice Foreign Minister"
    fn beside(&self, head: &Range<TokenIx>, run: &Run) -> Option<TokenIx> {
        let mut before = (run.start..head.start).rev().take(BESIDE_TOKENS);
        before.find(|at| BESIDE.contains(&self.word(*at)))
    }

    /// The key of the office: its head with what makes it another office ("vice", "deputy").
    pub(super) fn office_key(&self, head: &Range<TokenIx>, run: &Run) -> Key {
        let other = self.beside(head, run);
        // "the Serindit delegation" and "the Government of Serindit" are the Serindit side.
        let of = self.past_the(head.end + 1);
        let theirs = || {
            (run.start..head.start).any(|at| self.is_capital(at))
                || self.word(head.end) == OF && self.is_capital(of)
        };
        if matches!(self.word(head.start), DELEGATION | GOVERNMENT) && theirs() {
            return office_of(&[SIDE], self.lexicon);
        }
        // "The Secretary of State for Defence" is the Defence Secretary, "the Ambassador
        // Extraordinary" the ambassador.
        let first = head.start..head.start + 1;
        let short = matches!(self.word(head.start), SECRETARY | AMBASSADOR | ENVOY);
        let head = if short { &first } else { head };
        let kin = self.classes(head.start);
        let of_state = self.is_father_of_state(head, kin).then_some(head.end);
        let words = other.into_iter().chain(head.clone()).chain(of_state);
        let same = |at: TokenIx| match self.word(at) {
            CHAIR | CHAIRMAN | CHAIRWOMAN => CHAIRPERSON,
            SPOKESMAN | SPOKESWOMAN => SPOKESPERSON,
            JUSTICE => JUDGE,
            SKIPPER => CAPTAIN,
            AMIR => EMIR,
            ENVOY => AMBASSADOR,
            FM => MINISTER,
            DELEGATE if self.word(at + 1) == OF => REPRESENTATIVE,
            word => word,
        };
        let officer = (self.word(head.start), self.word(head.start + 1)) == (CHIEF, EXECUTIVE);
        // "PM", "Deputy PM", "CEO", "Chief Executive Officer"
        let full = |word: WordId| match word {
            PM => [Some(PRIME), Some(MINISTER)],
            CEO => [Some(CHIEF), Some(EXECUTIVE)],
            OFFICER if officer => [None, None],
            word => [Some(word), None],
        };
        let words = words.map(same).flat_map(full).flatten();
        office_of(&words.collect::<Vec<WordId>>(), self.lexicon)
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
        let title = run.honorific.and_then(Gender::of);
        // "Chairman Ana Orr", but "his wife, Jan Orr"
        let held = head.has(Class::Office) && !is_head(head) && name.len() > 1;
        let head = Gender::of(head);
        title.or_else(|| if held { given().or(head) } else { head.or_else(given) })
    }
}

/// The key of the office that the words name, whatever form they have.
pub fn office_of(words: &[WordId], lexicon: &Lexicon) -> Key {
    let mut hash = Fnv::new();
    words.iter().for_each(|word| hash.push(u32::from(lexicon.lemma(*word).0)));
    hash.into()
}
