//! The stretch of words that one noun phrase takes, and where its head and its name begin.
//!
//! In lower case a stretch ends at words of grammar and verbs; a name ends at the first word without
//! a capital. Whether the stretch refers to anybody is judged in [`super::noun`].

use super::holders::is_head;
use super::look::{GRAMMAR, HEADS, PEOPLE, VERB_FORMS, VERB_OR_DATE};
use super::scan::Scanner;
use super::words::key;
use crate::lexicon::fixed::{AND, COUNSEL};
use crate::lexicon::{Class, Classes, is_adverb_of_manner};
use crate::model::{Shape, Token, TokenIx};
use std::ops::Range;

/// In "Rural Affairs Committee" nothing is longer.
const LONGEST_BODY: u32 = 6;
/// Words in lower case that may stand between a determiner and its head.
const MAX_MODIFIERS: u32 = 4;
/// A stretch is no longer than this, in tokens: where nobody is found in it, the next word begins
/// another, and so every word can be looked at this often.
const LONGEST: u32 = 32;

/// A stretch of words that may be a phrase, before it is judged.
#[derive(Default)]
pub struct Run {
    pub start: TokenIx,
    pub end: TokenIx,
    /// The last head, and its classes.
    pub head: Option<(Range<TokenIx>, Classes)>,
    pub honorific: Option<Classes>,
    /// The first word after the honorifics.
    pub after_honorific: TokenIx,
    /// Where the name begins; `end` where there is none.
    pub name: TokenIx,
}

impl Run {
    pub fn head_is(&self, classes: Classes) -> bool {
        self.head.as_ref().is_some_and(|(_, c)| c.has_any(classes))
    }
}

impl Scanner<'_> {
    /// The stretch of words from `start` on that can be one phrase.
    pub(super) fn run(&self, start: TokenIx, determined: bool) -> Option<Run> {
        let mut run = Run { start, end: start, name: start, ..Run::default() };
        let mut at = start;
        let mut name: Option<TokenIx> = None;
        let mut modifiers = 0;
        while let Some(token) = self.token(at).filter(|_| at - start < LONGEST) {
            // "Rochat & Vinzel", "the Heritage and Rural Affairs Committee"
            let body = determined && run.head.is_none() && name == Some(start);
            if name.is_some() && self.is_ampersand(at) || body && self.joins_body_name(start, at) {
                at += 1;
                continue;
            }
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
                let surname = self.is_surname(at, n, name, determined)
                    // "spokesman Mark Miller"
                    || run.head.is_some()
                        && !determined
                        && classes.has(Class::Work)
                        && name.is_some_and(|name| name + 1 == at);
                if !surname && self.stops_name(at, classes, name, start) || self.is_time(at) {
                    break;
                }
                // "Tom Lee MP", but "the Labour MP", "Labour MP Tom Lee"
                let role = (determined || self.is_capital(at + n))
                    && run.honorific.is_none()
                    && classes.has_any(HEADS);
                if name.is_some() && classes.has(Class::NameSuffix) && !role {
                    at += n;
                    run.end = at;
                    continue;
                }
                let title = classes.has_any(HEADS) && !classes.has_any(GRAMMAR) && !surname;
                let masthead = classes.has(Class::Masthead) && name.is_some();
                let title = title || masthead;
                // "Republican Rep. Lee Zeldin": no name begins before a title.
                let abbreviated = classes.has(Class::Honorific) && classes.has(Class::Abbreviation);
                if abbreviated && name.is_some() {
                    name = None;
                }
                // "Prime Minister Sheikh Hamad": a style behind the office.
                const STYLED: Classes = Classes::of(&[Class::Masculine, Class::Feminine]);
                let styled = classes.has(Class::Honorific)
                    && classes.has_any(STYLED)
                    && name.is_none()
                    && self.is_capital(at + n)
                    && run
                        .head
                        .as_ref()
                        .is_some_and(|(head, held)| head.end == at && is_head(*held));
                if title && !styled && !(plural_head && name.is_none()) {
                    run.head = Some((at..at + n, classes));
                    name = None;
                } else if classes.has(Class::Honorific) && name.is_none() && !surname {
                    run.honorific = Some(Classes(run.honorific.unwrap_or_default().0 | classes.0));
                    run.after_honorific = at + n;
                } else if name.is_none() {
                    let party = classes.has(Class::Demonym)
                        && self.is_capital(at + 1)
                        && self.classes(at + 1).has(Class::GivenName);
                    if !party {
                        name = Some(at);
                    }
                }
            } else if token.shape == Shape::Lower {
                // "Ursula von der Leyen", "President von der Leyen"
                let particles = self.particles(at);
                let titled = run.head.is_some() || run.honorific.is_some();
                if particles > 0 && (name.is_some() || titled && at == run.end) {
                    at += particles;
                    run.end = at;
                    name = name.or(Some(at));
                    continue;
                }
                // "the chief Pannovian negotiator"
                let same = determined && name == Some(start + 1) && at == start + 2;
                let negotiator = same
                    && classes.has_any(PEOPLE)
                    && run.head.as_ref().is_some_and(|(_, c)| c.has(Class::OfficeModifier));
                if name.is_some() && run.head.is_some() && !negotiator {
                    break;
                }
                // "asked counsel" has no article.
                let bare = !determined && self.word(at) != COUNSEL;
                // "In her opening address | Prime Minister Baptiste said", "After the vote | Leavasa said"
                let lead =
                    start == self.start + 2 && self.classes(self.start).has(Class::Preposition);
                if lead && run.head.is_none() && !classes.has_any(HEADS) && self.is_capital(at + 1)
                {
                    break;
                }
                let verbal = classes.has_any(VERB_FORMS)
                    || classes.has(Class::Verb) && (plural_head || bare);
                // "The Courier reports"
                let reports = name.is_some() && classes.has(Class::PresentS);
                // "A visibly shaken Ana Ruiz"
                let described = determined && run.head.is_none() && name.is_none() && {
                    let manner = is_adverb_of_manner(self.text_of(at)) && self.is_capital(at + 2);
                    let participle = classes.has(Class::Participle) && !classes.has(Class::Past);
                    manner || participle && self.is_capital(at + 1)
                };
                let head = classes.has_any(HEADS)
                    && !classes.has_any(GRAMMAR)
                    && !plural_head
                    && !reports
                    && (!verbal || self.is_capital(at + n) && !(at == start && bare))
                    && (determined || at > start || !classes.has(Class::Paper));
                if head {
                    run.head = Some((at..at + n, classes));
                    name = None;
                } else if classes.has(Class::OfficeModifier) && !classes.has(Class::Preposition) {
                    // "Bray first heard of it"
                    if run.head.is_some() || name.is_some() && !self.head_follows(at + 1) {
                        break;
                    }
                    name = None;
                } else if (run.head.is_none() || name.is_none() && self.head_follows(at))
                    && (determined || at > start)
                    && modifiers < MAX_MODIFIERS
                    && (!classes.has_any(GRAMMAR) || described)
                    // "the council's planning director"
                    && (!classes.has_any(VERB_FORMS)
                        || described
                        || classes.has(Class::Ing) && determined && self.head_follows(at + 1))
                    && !(self.is_past(at) && self.is_capital(at + n) && at > start)
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

    /// The "and" in "the Tram and Ferry Workers' Union": words that name nobody, and the head of a body behind.
    fn joins_body_name(&self, start: TokenIx, and: TokenIx) -> bool {
        const NAMES: Classes = HEADS.with(Class::Honorific).with(Class::GivenName);
        let nobody = |at: TokenIx| {
            let classes = self.classes(at);
            !classes.has_any(NAMES.with(Class::Place)) && !classes.has(Class::Demonym)
        };
        let capital = |at: &TokenIx| self.is_capital(*at) || self.possessive_at(*at).is_some();
        let mut behind = (and + 1..and + LONGEST_BODY).take_while(capital);
        self.word(and) == AND
            && (start..and).all(nobody)
            && nobody(and + 1)
            && behind.any(|at| self.classes(at).has(Class::Body))
    }

    /// How many words from `at` on stand in lower case before a name.
    fn particles(&self, at: TokenIx) -> u32 {
        let particle = |at: &TokenIx| {
            let lower = self.token(*at).is_some_and(|token| token.shape == Shape::Lower);
            lower && self.classes(*at).has(Class::NameParticle)
        };
        let end = (at..at + MAX_MODIFIERS).find(|at| !particle(at)).unwrap_or(at);
        let name = self.token(end).is_some_and(|token| token.shape == Shape::Title);
        if name { end - at } else { 0 }
    }

    /// Whether a head stands among the next three words: "Trump campaign finance chief".
    pub(super) fn head_follows(&self, at: TokenIx) -> bool {
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

    /// Whether capitalised words without title can be a name here.
    pub(super) fn stands_for_name(&self, name: &Range<TokenIx>) -> bool {
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
            && !self.known.anywhere(key(self.text_of(first)))
        {
            // "Cross-examining, she said": a participle.
            if self.text_of(first).ends_with("ing") {
                return false;
            }
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
    pub(super) fn stops_name(
        &self,
        at: TokenIx,
        classes: Classes,
        name: Option<TokenIx>,
        start: TokenIx,
    ) -> bool {
        // A byline's "By" is no person.
        let heads = classes.has_any(HEADS) && !classes.has(Class::Preposition)
            || classes.has(Class::Honorific);
        // "First Deputy Prime Minister"
        let modifier = classes.has(Class::OfficeModifier)
            && self.is_capital(at + 1)
            && self.is_nominal(self.classes(at + 1));
        if modifier {
            return false;
        }
        if classes.has_any(GRAMMAR) && !heads {
            let titled = at == start + 1 && self.classes(start).has(Class::Honorific);
            let opens = at == start || titled;
            if opens && self.is_family_name(at, classes) || self.is_month_name(at, classes) {
                return false;
            }
            // "Mark", "Will": names in the middle of a sentence only where the text insists. But not "His" of
            // "His Highness".
            return !(name.is_some()
                && !classes.has(Class::PossessivePronoun)
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
            // "Conflates Ted Cruz"
            let name_follows =
                self.is_capital(at + 1) && self.known.inside(key(self.text_of(at + 1)));
            // But "President Orazbek Tulegen"
            let pair = at + 1 < self.end
                && self.known.pair(key(self.text_of(at)), key(self.text_of(at + 1)));
            let named = known || pair || classes.has(Class::GivenName);
            if !named && name.is_none() && name_follows {
                return true;
            }
            // "Shen Wulan Holds": two words can be a name, a third one must be known.
            let long = name.is_some_and(|first| {
                at >= first + 2 || self.known.inside(key(self.text_of(first)))
            });
            if verbal && at > start || !known && long {
                return true;
            }
        }
        verbal && opens && !heads && at == start && !self.known.inside(key(self.text_of(at)))
    }

    /// The token before, in the same sentence.
    fn before(&self, at: TokenIx) -> Option<&Token> {
        (at > self.start).then(|| &self.segments.tokens[at as usize - 1])
    }

    /// "the mayor, Do Yeong-chan, said", "his guest He Lifeng", "Mr. Per Holm": a capital inside a sentence and
    /// before another.
    fn is_family_name(&self, at: TokenIx, classes: Classes) -> bool {
        const OTHER: Classes = Classes::of(&[
            Class::Determiner,
            Class::PossessivePronoun,
            Class::First,
            Class::Month,
            Class::Weekday,
        ]);
        let opens = self.before(at).is_some_and(|before| {
            matches!(before.shape, Shape::Lower | Shape::Comma)
                || self.lexicon.has(before.word, Class::Honorific)
        });
        let token = &self.segments.tokens[at as usize];
        !self.title_case
            && token.shape == Shape::Title
            && !classes.has_any(OTHER)
            && opens
            && self.is_capital(at + 1)
            && !self.classes(at + 1).has_any(GRAMMAR.with(Class::Style))
    }

    /// "Prime Minister Jan Berg", "said June Lee", "Jan Berg said", but not "in April Ana Ruiz said", "May God
    /// help us".
    fn is_month_name(&self, at: TokenIx, classes: Classes) -> bool {
        let beside = self.before(at).map_or(!classes.has(Class::Auxiliary), |before| {
            let plain = !self.lexicon.classes(before.word).has_any(GRAMMAR);
            before.shape == Shape::Comma
                || plain && before.shape.is_capitalised()
                || self.lexicon.has(before.word, Class::Speech)
        });
        classes.has(Class::Month)
            && beside
            && !self.title_case
            && self.token(at + 1).is_some_and(|next| next.shape == Shape::Title)
            && !self.classes(at + 1).has_any(GRAMMAR.with(Class::Style).with(Class::Office))
    }

    /// "Stephen King": a title after a given name, with nothing after it, is a surname; and so are then "Mr King"
    /// and "King", but not "the King".
    fn is_surname(&self, at: TokenIx, n: u32, name: Option<TokenIx>, determined: bool) -> bool {
        let given =
            name.is_some_and(|first| self.classes(first).has(Class::GivenName) && first + 3 > at);
        // "Mr May", "May said", but not "in May"
        let plain = || {
            let title = |before: &Token| self.lexicon.has(before.word, Class::Honorific);
            !self.classes(at).has_any(VERB_OR_DATE)
                || self.before(at).is_some_and(title)
                || self.is_verb(at + 1)
        };
        let known = || {
            let surname = self.known.surname(key(self.text_of(at)));
            surname && !determined && name.is_none() && plain()
        };
        let last = !self.token(at + n).is_some_and(|t| t.shape.is_capitalised());
        self.is_capital(at) && last && (given || known())
    }

    /// A noun without determiner that explains a name before it: ", mayor of Trisk", "(mayor of Trisk)".
    pub(super) fn is_apposed(&self, start: TokenIx) -> bool {
        start > self.start
            && matches!(self.segments.tokens[start as usize - 1].shape, Shape::Comma | Shape::Open)
            && start >= self.start + 2
            && self.is_capital(start - 2)
    }

    pub(super) fn is_nominal(&self, classes: Classes) -> bool {
        classes.has_any(HEADS)
            || classes.has(Class::Honorific)
            || classes.has(Class::Place)
            || classes.has(Class::OfficeModifier)
    }

    pub(super) fn possessive_at(&self, at: TokenIx) -> Option<TokenIx> {
        let token = self.token(at)?;
        let plural = token.shape == Shape::Quote
            && token.is_glued()
            && self.text_of(at - 1).ends_with('s')
            && self.token(at + 1).is_some_and(|t| !t.is_glued() && t.shape.is_word());
        (token.shape == Shape::Possessive || plural).then_some(at)
    }
}
