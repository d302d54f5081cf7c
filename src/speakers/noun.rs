//! Judges a stretch of words: what kind of phrase it is, and which of its words are office, place and
//! name.

use super::complements::Case;
use super::descriptions::AGED;
use super::look::{PEOPLE, VERB_FORMS};
use super::phrase::{Definite, Gender, Kind, Office, Phrase, Role};
use super::run::{Determined, Run};
use super::scan::{Found, Scanner};
use super::words::{Key, NameWord, key};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Fnv, MentionForm, Shape, Token, TokenIx, WordId};
use std::ops::Range;

/// What opens a phrase before its run: "the two" in "the two foreign ministers".
#[derive(Clone, Copy)]
pub struct Opening {
    pub start: TokenIx,
    pub definite: Definite,
    /// A number stands before the run.
    pub counted: bool,
}

impl Opening {
    fn is_determined(self) -> bool {
        self.definite != Definite::Bare
    }
}

/// What the words of a run are by themselves, before what stands around it is asked.
struct Parts {
    /// In "Presidents Kerguidec and Abakar" it starts at the first name: each is president by himself.
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
            // "the 58-year-old"
            if opening.definite == Definite::Known && run.as_ref().is_none_or(nobody) {
                let form = MentionForm::Description;
                self.push_simple(start..first, form, Kind::Person, Classes::default(), found);
                return Some(first);
            }
        }
        let determined = if start == first { Determined::No } else { Determined::Yes };
        let run = self.run(first, determined).or_else(|| self.possessor(first))?;
        if let Some(mark) = self.possessive_at(run.end)
            && let Some(owned) = self.run(mark + 1, Determined::Yes)
            && owned.head.is_some()
            && !owned.head_is(Classes::of(&[Class::Paper]))
        {
            return self.owned_phrase(opening, &run, &owned, found);
        }
        let at = self.build(opening, &run, found)?;
        Some(self.joined_title(at, found))
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
        let Some(run) = self.run(end + 1, Determined::No) else { return end };
        if !run.head_is(Classes::of(&[Class::Office])) {
            return end;
        }
        let first = phrase.tokens.start;
        let first_span = phrase.span;
        let bare = phrase.definite == Definite::Bare;
        let words = found.words.len();
        let opening = Opening { start: end + 1, definite: Definite::Bare, counted: false };
        let second = self.build(opening, &run, found);
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
    pub(super) fn build(&self, opening: Opening, run: &Run, found: &mut Found) -> Option<usize> {
        let parts = self.parts(opening, run);
        let words = found.words.len();
        let Some(phrase) = self.phrase(run, &parts, &mut found.words) else {
            found.words.truncate(words);
            return None;
        };
        let (at, end, kind) = (found.phrases.len(), phrase.tokens.end, phrase.kind);
        found.phrases.push(phrase);
        if kind == Kind::Person && end > run.end {
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
            Some((head, classes)) => (Some(head.clone()), *classes),
            None => (None, run.honorific.unwrap_or_default()),
        };
        let each = classes.has(Class::Plural)
            && !name.is_empty()
            && self.word(run.end) == AND
            && self.is_capital(run.end + 1);
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
            Some(head) if parts.name.is_empty() => {
                self.add_modifiers(run, head, words);
                let modified = words.len() > first;
                self.nameless(run, parts, head, modified, words)?
            }
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
        let body_name = kind == Kind::Body && !parts.lower && !modifiers.is_empty();
        let form = if !name.is_empty() || kind == Kind::Name || body_name {
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
            plural: parts.plural && kind != Kind::Name,
            definite: parts.opening.definite,
            role: self.role(start, end),
            predicate: parts.opening.definite == Definite::New && self.is_predicate(start),
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

    /// The end of a title with its name and what may stand behind: "Premier Signe Aasland of Norvik", "of the
    /// Republic of Ambara".
    fn past_place(&self, end: TokenIx, classes: Classes, words: &mut Vec<NameWord>) -> TokenIx {
        let of = classes.has(Class::Office) && self.word(end) == OF;
        if of && self.is_capital(self.past_the(end + 1)) {
            return self.of_phrase(end, classes, Case::Upper, words);
        }
        end
    }

    /// The name within a phrase that has a head and no name behind it, mostly none, and its end. None if it refers to
    /// nobody.
    fn nameless(
        &self,
        run: &Run,
        parts: &Parts,
        head: &Range<TokenIx>,
        modified: bool,
        words: &mut Vec<NameWord>,
    ) -> Option<(Range<TokenIx>, TokenIx)> {
        if self.describes_noun(run, parts, head)
            || parts.lower && !modified && self.lacks_determiner(run, parts, head)
        {
            return None;
        }
        let first = words.len();
        let case =
            if parts.lower && parts.opening.is_determined() { Case::Lower } else { Case::Upper };
        let end = self.of_phrase(run.end, parts.classes, case, words);
        if end == run.end && self.is_thing(parts, head) {
            return None;
        }
        // "Foreign Minister of Veyra Aurel Brancu", "Minister of Trade Ana Ruiz of Veyra"
        let holds = end > run.end && parts.classes.has(Class::Office);
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
        parts.lower
            && !parts.plural
            && run.end == head.end
            && next.has(Class::Noun)
            && !next.has_any(VERB_FORMS.with(Class::Verb))
    }

    /// Whether a head in lower case needs a determiner and has none; people in the plural need none.
    fn lacks_determiner(&self, run: &Run, parts: &Parts, head: &Range<TokenIx>) -> bool {
        !parts.opening.is_determined()
            && !parts.opening.counted
            && !(parts.plural && parts.classes.has_any(PEOPLE))
            && !self.is_apposed(parts.opening.start)
            && !self.lacks_article(parts.opening.start, run.end, parts.classes)
            && self.word(head.start) != COUNSEL
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
        let before = self.classes(head.start.saturating_sub(1));
        let modified = head.start > parts.opening.start && !before.has_any(OF_CHAIR);
        match self.word(head.start) {
            CHAIR => parts.lower && (modified || parts.opening.definite == Definite::New),
            HEAD => matches!(self.word(parts.opening.start), HIS | HER),
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
        if !parts.honorific && !masthead && !self.stands_for_name(&name) {
            return None;
        }
        let mut end = run.end;
        // "the Rahbar of the Republic"
        if !parts.honorific && name.len() <= 2 {
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
    ) -> Kind {
        let classes = parts.classes;
        let Some(head) = &parts.head else {
            return match run.honorific {
                _ if parts.body => Kind::Body,
                Some(_) => Kind::Person,
                None => Kind::Name,
            };
        };
        // "the hon. Member"
        let style = matches!(self.word(head.start), HON | HONOURABLE | RIGHT | NOBLE | LEARNED);
        if style && head.len() > 1 && name.is_empty() {
            return Kind::Pronoun;
        }
        // "the two foreign ministers"
        let lower = || modifiers.iter().all(|word| !word.capital);
        let of_nobody =
            modifiers.is_empty() || lower() && self.role(parts.opening.start, end) == Role::Subject;
        if parts.plural && of_nobody && self.is_together(parts.opening, run) {
            return Kind::Together;
        }
        let (people, body) = (classes.has_any(PEOPLE), classes.has(Class::Body));
        // "Halsorn Data denies it", "CONTINENTAL REVIEW:"
        let bare_name = !parts.lower && !parts.opening.is_determined() && head.start > run.start;
        match () {
            () if classes.has(Class::Group) && !people && !body => {
                if modifiers.is_empty() {
                    Kind::Body
                } else {
                    Kind::Side
                }
            }
            () if people || !name.is_empty() && !body || parts.worker => Kind::Person,
            () if body || classes.has(Class::Masthead) || bare_name => Kind::Body,
            () => Kind::Paper,
        }
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
