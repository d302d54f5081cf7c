//! The stretch of words that one noun phrase takes, and where its head and its name begin.
//!
//! In lower case a stretch ends at words of grammar and verbs; a name ends at the first word
//! without a capital. Whether the stretch refers to anybody is judged in [`super::build`].

use super::complements::Joints;
use super::holders::is_head;
use super::look::{GRAMMAR, HEADS, PEOPLE, VERB_FORMS};
use super::scan::Scanner;
use crate::lexicon::fixed::{
    ACCORDING, AND, BIN, CITIZEN, COUNSEL, FOR, NGO, OBSERVER, OF, PRESENT, THE, THEN, TO,
};
use crate::lexicon::{Class, Classes, is_adverb_of_manner, is_past};
use crate::model::{Shape, TokenIx};
use std::ops::Range;

/// What stands behind the "and" of a body's name up to its head is shorter than this: "Rural
/// Affairs Committee".
const LONGEST_BODY_TOKENS: u32 = 6;
/// A seat and the name of who holds it are at least so many tokens: "Leeds Tom Lee".
const SHORTEST_SEAT_TOKENS: u32 = 3;
/// Words in lower case that may stand between a determiner and its head.
const MOST_MODIFIERS: u32 = 4;
/// "campaign finance chief": a head that ends a stretch is one of so many.
const HEAD_WITHIN_TOKENS: u32 = 3;
/// A stretch is no longer than this, in tokens: where nobody is found in it, the next word begins
/// another, and so every word can be looked at this often.
const LONGEST_TOKENS: u32 = 32;

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

/// "Justice Minister", "Deputy Governor", "Presidents": behind these stands the office, and no
/// rank.
pub const NO_RANK_BEHIND: Classes =
    Classes::of(&[Class::OfficeModifier, Class::Portfolio, Class::Plural]);

/// Whether a determiner stands before a stretch.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Determined {
    Yes,
    No,
}

/// A stretch on its way from word to word.
pub(super) struct Stretch {
    pub run: Run,
    pub determined: bool,
    /// Where a name begins, if one does.
    pub name: Option<TokenIx>,
    /// How many words in lower case so far belong to a head that must follow.
    modifiers: u32,
}

/// The next word of a stretch, or what the tables have as one.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub at: TokenIx,
    pub tokens: u32,
    pub classes: Classes,
}

/// What the next word does to a stretch.
enum Taken {
    /// It ends before it.
    No,
    /// It goes on, but cannot end with so many tokens.
    Modifier(u32),
    /// It may end behind so many tokens.
    Yes(u32),
}

impl Stretch {
    fn is_head(&self, classes: Class) -> bool {
        self.run.head.as_ref().is_some_and(|(_, head)| head.has(classes))
    }

    /// "von der" in "Ursula von der Leyen", "President von der Leyen".
    fn takes_particles(&self, at: TokenIx) -> bool {
        let titled = self.run.head.is_some() || self.run.honorific.is_some();
        self.name.is_some() || titled && at == self.run.end
    }

    /// The last head so far, behind which a name can begin.
    fn set_head(&mut self, word: Word) {
        self.run.head = Some((word.at..word.at + word.tokens, word.classes));
        self.name = None;
    }

    fn finish(mut self) -> Option<Run> {
        let run = &mut self.run;
        if let Some((head, _)) = &run.head
            && self.name.is_none()
        {
            run.end = head.end;
        }
        run.name = self.name.unwrap_or(run.end).min(run.end);
        (run.end > run.start).then_some(self.run)
    }
}

impl Scanner<'_> {
    /// The stretch of words from `start` on that can be one phrase.
    pub(super) fn run(&self, start: TokenIx, determined: Determined) -> Option<Run> {
        let mut stretch = Stretch {
            run: Run { start, end: start, name: start, ..Run::default() },
            determined: determined == Determined::Yes,
            name: None,
            modifiers: 0,
        };
        let mut at = start;
        while let Some(token) = self.token(at).filter(|_| at - start < LONGEST_TOKENS) {
            if let Some(next) = self.past_joint(&stretch, at) {
                at = next;
                continue;
            }
            if !token.shape.is_word() || matches!(token.shape, Shape::Number | Shape::Caseless) {
                break;
            }
            let word = self.word_at(at);
            let taken = match token.shape {
                shape if shape.is_capitalised() || self.is_mixed_name(token) => {
                    self.take_capital(&mut stretch, word)
                }
                Shape::Lower => self.take_lower(&mut stretch, word),
                _ => Taken::No,
            };
            match taken {
                Taken::No => break,
                Taken::Modifier(tokens) => at += tokens,
                Taken::Yes(tokens) => {
                    at += tokens;
                    stretch.run.end = at;
                }
            }
        }
        stretch.finish()
    }

    /// Behind the "&" in "Rochat & Vinzel", the "and" in "the Heritage and Rural Affairs
    /// Committee", the bracket in "Health ministry (MOH) spokesperson", "General (retd) Ali Orr",
    /// "Minister (Energy) Ana Orr", the nickname in "Jon “Jack” Orr".
    fn past_joint(&self, stretch: &Stretch, at: TokenIx) -> Option<TokenIx> {
        let start = stretch.run.start;
        let headless = stretch.run.head.is_none() && stretch.name.is_some();
        let body = headless && stretch.determined && stretch.name == Some(start);
        let styled = stretch.run.after_honorific == at && at > start;
        // "the Kelm, Norland-based firm"
        let seat = self.is_comma(at) && self.token(at + 1).is_some() && self.is_of_people(at + 1);
        if stretch.name.is_some() && (seat || self.is_ampersand(at))
            || headless && self.joins_fields(at)
            || styled && self.is_apostrophe(at)
            || body && self.joins_body_name(start, at)
        {
            return Some(at + 1);
        }
        let shape = |at: TokenIx| self.token(at).map(|token| token.shape);
        if at == start || stretch.run.end != at {
            return None;
        }
        let joins = match (shape(at)?, shape(at + 1)?, shape(at + 2)?) {
            (Shape::Open, _, Shape::Close) if self.classes(at + 1).has(Class::NameSuffix) => {
                self.is_capital(at + 3)
            }
            _ if self.is_in_brackets(at) => {
                let held = stretch.is_head(Class::Office) && stretch.name.is_none();
                self.classes(at + 3).has_any(PEOPLE)
                    || self.head_follows(at + 3)
                    || held && self.is_capital(at + 3)
            }
            (Shape::Quote, Shape::Title, Shape::Quote) => {
                stretch.name.is_some() && shape(at + 3) == Some(Shape::Title)
            }
            _ => false,
        };
        joins.then_some(at + 3)
    }

    /// "(KU)"
    pub(super) fn is_in_brackets(&self, at: TokenIx) -> bool {
        let shape = |at: TokenIx| self.token(at).map(|token| token.shape);
        shape(at) == Some(Shape::Open)
            && matches!(shape(at + 1), Some(Shape::Upper | Shape::Title))
            && shape(at + 2) == Some(Shape::Close)
    }

    /// The word at a place; several that the tables have together are one: "Prime Minister".
    fn word_at(&self, at: TokenIx) -> Word {
        // "the leader of the | opposition Civic Bloc"
        let of_body = |end: TokenIx| {
            let last = self.capital_run(end, Joints::None);
            self.word(at + 1) == OF && last > end && self.classes(last - 1).has(Class::Body)
        };
        match self.lexicon.phrase(self.segments, at) {
            Some((classes, tokens))
                if self.is_nominal(classes) && at + tokens <= self.end && !of_body(at + tokens) =>
            {
                Word { at, tokens, classes }
            }
            _ => Word { at, tokens: 1, classes: self.classes_there(at) },
        }
    }

    /// What a word is where it stands: "Kelm forward | Ana Orr", "the Kelm Advocate", but "Public
    /// Advocate Ana Orr".
    fn classes_there(&self, at: TokenIx) -> Classes {
        let classes = self.classes(at);
        let paper = classes.has(Class::Masthead) && !classes.has(Class::Plural);
        let paper = paper && self.word(at) != OBSERVER || self.word(at) == CITIZEN;
        if classes.has(Class::Work) && self.is_capital(at + 1) {
            classes.without(Class::Adverb)
        } else if paper && self.is_capital(at) && !self.is_capital(at + 1) {
            classes.without(Class::Person).with(Class::Masthead)
        } else if classes.has(Class::Portfolio) && !self.is_capital(at) && self.acts(at) {
            classes.with(Class::Body)
        } else {
            classes
        }
    }

    /// "The | district | has also said", "said the | district |.", but "the health claims"
    fn acts(&self, at: TokenIx) -> bool {
        const BETWEEN: Classes = Classes::of(&[Class::Adverb, Class::Auxiliary]);
        let says = |at: TokenIx| {
            let verb = self.classes(at);
            verb.has(Class::Speech) && verb.has_any(Classes::FINITE) && !verb.has(Class::NounCue)
        };
        let mut behind = at + 1..at + 4;
        let verb = behind.find(|at| !self.classes(*at).has_any(BETWEEN));
        let closed = self.token(at + 1).is_some_and(|mark| !mark.shape.is_word());
        let according =
            |to| self.word(to) == TO && to > self.start && self.word(to - 1) == ACCORDING;
        let said = closed && at > self.start + 1 && (says(at - 2) || according(at - 2));
        verb.is_some_and(says) || said && self.word(at - 1) == THE
    }

    /// A word with a capital: a head, a title before a name, or part of a name.
    fn take_capital(&self, stretch: &mut Stretch, word: Word) -> Taken {
        let Word { at, tokens, classes } = word;
        let Stretch { ref run, determined, name, .. } = *stretch;
        if self.is_of_people(at) {
            stretch.name = None;
            return Taken::Modifier(tokens);
        }
        if self.begins_behind_body(stretch, word) {
            return Taken::No;
        }
        // "In an angry exchange | Mr Orr asked": no thing is called so.
        let thing = |(head, held): &(Range<TokenIx>, Classes)| {
            head.end == at && !held.has_any(PEOPLE) && !self.is_capital(head.start)
        };
        if self.is_style(at) && run.head.as_ref().is_some_and(thing) {
            return Taken::No;
        }
        // "spokesman Mark Miller"
        let worker = || {
            run.head.is_some()
                && !determined
                && classes.has(Class::Work)
                && name.is_some_and(|name| name + 1 == at)
        };
        // "Ambassador Amir Osman", "Minister Syed Shah Orr", "King Sultan bin Nasser"
        let before_name = self.word(at + tokens) == BIN
            || classes.has(Class::GivenName) && self.is_capital(at + tokens);
        let titled = run.head.is_some() || run.honorific.is_some();
        let given = before_name
            && run.end == at
            && if classes.has_any(PEOPLE) {
                titled
            } else {
                name.is_none() && self.is_given(stretch, word)
            };
        // "Ambassador Ngo Thi Huong"
        let upper = self.token(at).is_some_and(|token| token.shape == Shape::Upper);
        let letters = self.word(at) == NGO && !upper;
        let surname = self.is_surname(stretch, word) || worker() || given || letters;
        // "met Philip Holt | Wednesday", but "Super Tuesday", "Dao Thi Thu"
        let day = classes.has(Class::Weekday) && self.text_of(at).len() > 3;
        let day = day && name.is_some_and(|name| at > name + 1);
        if !surname && self.stops_name(stretch, word) || day || self.is_time(at) {
            return Taken::No;
        }
        // "Tom Lee MP", but "the Labour MP", "Labour MP Tom Lee", "Labour MP for Leeds Tom Lee"
        let next = at + tokens;
        // "Kelm MP, Tom Lee,"
        const OPENS_NAME: Classes = Classes::of(&[Class::GivenName, Class::Honorific]);
        let opens_name = |at| self.classes(at).has_any(OPENS_NAME);
        let apposed = self.is_comma(next) && opens_name(next + 1) && !opens_name(run.start);
        let named = self.is_capital(next) || self.is_seat_with_name(name, next);
        let role =
            (determined || named || apposed) && run.honorific.is_none() && classes.has_any(HEADS);
        let suffix = classes.has(Class::NameSuffix) && !classes.has(Class::Plural);
        if name.is_some() && suffix && !role {
            return Taken::Yes(tokens);
        }
        // "Stallard Brothers"
        let family = classes.has(Class::Kin) && classes.has(Class::Plural);
        let firm = family && name.is_some() && !determined;
        let title = classes.has_any(HEADS)
            && !firm
            && !classes.has_any(GRAMMAR)
            && !surname
            && !self.is_portfolio(word);
        let masthead = classes.has(Class::Masthead) && !classes.ends_firm();
        // "The Observer reports"
        let paper = masthead && determined && at == run.start && classes.has_any(PEOPLE);
        let title = title && !paper || masthead && name.is_some() && (determined || !surname);
        // "Republican Rep. Lee Zeldin": no name begins before a title.
        if classes.has(Class::Honorific) && classes.has(Class::Abbreviation) {
            stretch.name = None;
        }
        // A head in the plural stays the head: no other one stands right behind it.
        // But "the Kelm Nurses Association".
        let body = classes.has(Class::Body) && !classes.has_any(PEOPLE);
        let stays = stretch.is_head(Class::Plural) && stretch.name.is_none() && !body;
        if title && !stays && !self.is_style_behind(stretch, word) {
            stretch.set_head(word);
        } else if classes.has(Class::Honorific) && stretch.name.is_none() && !surname {
            let before = stretch.run.honorific.unwrap_or_default();
            stretch.run.honorific = Some(before.or(classes));
            stretch.run.after_honorific = at + tokens;
        } else {
            stretch.name = stretch.name.or(Some(at));
        }
        Taken::Yes(tokens)
    }

    /// "Bill Cole", "Gov. Guy Cole", but not "the Bill", "Bill Committee".
    fn is_given(&self, stretch: &Stretch, word: Word) -> bool {
        const OTHER: Classes = HEADS.or(GRAMMAR).with(Class::Honorific);
        let opens = stretch.determined && word.at == stretch.run.start;
        let next = self.classes(word.at + word.tokens);
        let thing = word.classes.has_any(HEADS) && !word.classes.has(Class::Kin);
        thing && !opens && !self.title_case && !next.has_any(OTHER)
    }

    /// "for Leeds Tom Lee" behind no given name: a seat and a name.
    pub(super) fn is_seat_with_name(&self, party: Option<TokenIx>, at: TokenIx) -> bool {
        let given = |party| self.classes(party).has(Class::GivenName);
        self.word(at) == FOR
            && self.capital_run(at + 1, Joints::None) > at + SHORTEST_SEAT_TOKENS
            && !party.is_some_and(given)
    }

    /// "Prime Minister Sheikh Hamad", "Mayor Cllr Derek Mossop", "Interior Minister Colonel Orr": a
    /// style or a rank behind the office.
    fn is_style_behind(&self, stretch: &Stretch, word: Word) -> bool {
        const GENDERED: Classes = Classes::of(&[Class::Masculine, Class::Feminine]);
        let head = stretch.run.head.as_ref();
        let behind = |held: Classes| {
            let office = held.has(Class::Office) && !held.has(Class::Body);
            let short = word.classes.has(Class::Abbreviation) && !held.has(Class::Abbreviation);
            let titled = word.classes.is_title() && !is_head(word.classes);
            let rank = titled && !held.has_any(NO_RANK_BEHIND);
            office && (short || rank) || word.classes.has_any(GENDERED) && is_head(held)
        };
        word.classes.has(Class::Honorific)
            && stretch.name.is_none()
            && self.is_capital(word.at + word.tokens)
            && head.is_some_and(|(head, held)| head.end == word.at && behind(*held))
    }

    /// A word in lower case: a head, what belongs to one, or a particle of a name.
    fn take_lower(&self, stretch: &mut Stretch, word: Word) -> Taken {
        let Word { at, tokens, classes } = word;
        let particles = if stretch.takes_particles(at) { self.particles(at) } else { 0 };
        if particles > 0 {
            stretch.name = stretch.name.or(Some(at + particles));
            return Taken::Yes(particles);
        }
        if self.ends_before(stretch, word) {
            return Taken::No;
        }
        if self.is_lower_head(stretch, word) {
            // "the Ogbeni leader": a country whose name spells a style.
            if stretch.run.after_honorific == at {
                stretch.run.honorific = None;
            }
            stretch.set_head(word);
            return Taken::Yes(tokens);
        }
        if classes.has(Class::OfficeModifier) && !classes.has(Class::Preposition) {
            // "visiting Mr. Ruiz": what somebody does; "and then Minister Ruiz": in her turn.
            let opens = at == stretch.run.start && !stretch.determined;
            let next = self.word(at) == THEN && self.segments.word_before(at) == AND;
            // "Parliament | elected | President Orr"
            let verb = at > self.start && self.is_capital(at - 1) && is_past(self.text_of(at));
            if opens && (next || verb || self.is_style(at + tokens)) {
                return Taken::No;
            }
            // "Bray first heard of it"
            if stretch.run.head.is_some() || stretch.name.is_some() && !self.head_follows(at + 1) {
                return Taken::No;
            }
            stretch.name = None;
            return Taken::Yes(tokens);
        }
        if self.is_modifier(stretch, word) {
            stretch.modifiers += 1;
            stretch.name = None;
            return Taken::Modifier(tokens);
        }
        Taken::No
    }

    /// "Mr.", "Madame", and no title of an office.
    fn is_style(&self, at: TokenIx) -> bool {
        let classes = self.classes(at);
        classes.has(Class::Honorific) && !classes.has_any(HEADS)
    }

    /// Whether what stands before the word is all of the phrase.
    fn ends_before(&self, stretch: &Stretch, word: Word) -> bool {
        let Stretch { ref run, determined, name, .. } = *stretch;
        let Word { at, classes, .. } = word;
        // "the chief Pannovian negotiator"
        let opens = determined || self.opens(run.start);
        let same = opens && name == Some(run.start + 1) && at == run.start + 2;
        let negotiator = same && classes.has_any(PEOPLE) && stretch.is_head(Class::OfficeModifier);
        // "In her opening address | Prime Minister Baptiste said", "After the vote | Leavasa said"
        let lead = run.start == self.start + 2 && self.classes(self.start).has(Class::Preposition);
        let common = run.head.is_none() && !classes.has_any(HEADS);
        name.is_some() && run.head.is_some() && !negotiator
            || lead && common && self.is_capital(at + 1)
    }

    /// Whether a word in lower case is the head: "the former minister".
    fn is_lower_head(&self, stretch: &Stretch, word: Word) -> bool {
        let Word { at, tokens, classes } = word;
        let Stretch { ref run, determined, name, .. } = *stretch;
        // "Social Democrats leader Ana Orr"
        let of_many = self.is_capital(run.start)
            && classes.has(Class::Office)
            && !classes.has(Class::Plural)
            && self.is_capital(at + tokens);
        let plural_head = stretch.is_head(Class::Plural) && !of_many;
        // "asked counsel" has no article.
        let bare = !determined && self.word(at) != COUNSEL;
        // "Privacy advocates said"
        let noun = classes.has(Class::Plural) && self.classes(at + tokens).has_any(Classes::FINITE);
        let verbal = !noun
            && (classes.has_any(VERB_FORMS) || classes.has(Class::Verb) && (plural_head || bare));
        // "The Courier reports", "Party chief hosts Danish leader"
        let begun = name.is_some() || run.head.is_some() || run.honorific.is_some();
        let reports = begun && !noun && classes.has(Class::PresentS);
        classes.has_any(HEADS)
            && !self.is_portfolio(word)
            && !classes.has_any(GRAMMAR)
            && !plural_head
            && !reports
            && (!verbal || self.is_capital(at + tokens) && !(at == run.start && bare))
            && (determined || at > run.start || !classes.has(Class::Paper))
    }

    /// "the | schools | minister"
    fn is_portfolio(&self, Word { at, classes, .. }: Word) -> bool {
        classes.has(Class::Portfolio)
            && classes.has(Class::Plural)
            && self.classes(at + 1).has_any(PEOPLE)
    }

    /// Whether a word in lower case may stand before a head: "the council's planning director".
    fn is_modifier(&self, stretch: &Stretch, word: Word) -> bool {
        let Word { at, tokens, classes } = word;
        let Stretch { ref run, determined, name, modifiers } = *stretch;
        let described = determined && run.head.is_none() && name.is_none() && self.describes(word);
        let planning = || classes.has(Class::Ing) && determined && self.head_follows(at + 1);
        // "Kelm police deny arresting mayor"
        let verb = run.head.is_some() && classes.has(Class::Base) && !classes.has(Class::Noun);
        // "Many | fear | Kelm will close", but "the present Deputy Minister"
        const TELLS: Classes = Classes::of(&[Class::Speech, Class::Thought]);
        let tells = classes.has(Class::Base) && classes.has_any(TELLS) && self.word(at) != PRESENT;
        let verb = verb || tells && self.is_capital(at + tokens);
        !verb
            && (run.head.is_none() || name.is_none() && self.head_follows(at))
            && (determined || at > run.start)
            && modifiers < MOST_MODIFIERS
            && (!classes.has_any(GRAMMAR) || described)
            && (!classes.has_any(VERB_FORMS) || described || planning())
            // "Kelm Ltd. | surprised | traders"
            && !(self.is_past(at)
                && (self.is_capital(at + tokens) || !determined)
                && at > run.start)
            && name.is_none_or(|_| self.head_follows(at))
    }

    /// "visibly" and "shaken" in "A visibly shaken Ana Ruiz".
    fn describes(&self, word: Word) -> bool {
        let Word { at, classes, .. } = word;
        let manner = || self.is_capital(at + 2) && is_adverb_of_manner(self.text_of(at));
        let participle = classes.has(Class::Participle) && !classes.has(Class::Past);
        participle && self.is_capital(at + 1) || manner()
    }

    /// The "and" in "the Tram and Ferry Workers' Union": words that name nobody, and the head of a
    /// body behind.
    fn joins_body_name(&self, start: TokenIx, and: TokenIx) -> bool {
        const NAMES: Classes = HEADS.with(Class::Honorific).with(Class::GivenName);
        let nobody = |at: TokenIx| {
            let classes = self.classes(at);
            !classes.has_any(NAMES.with(Class::Place)) && !classes.has(Class::Demonym)
        };
        let capital = |at: &TokenIx| self.is_capital(*at) || self.possessive_at(*at).is_some();
        let mut behind = (and + 1..and + LONGEST_BODY_TOKENS).take_while(capital);
        self.word(and) == AND
            && (start..and).all(nobody)
            && nobody(and + 1)
            && behind.any(|at| self.classes(at).has(Class::Body))
    }

    /// The "and" in "Kelm Youth and Sports Minister".
    fn joins_fields(&self, and: TokenIx) -> bool {
        let field = |at: TokenIx| self.is_capital(at) && self.classes(at).has(Class::Portfolio);
        let joins = self.word(and) == AND && field(and - 1) && field(and + 1);
        joins && self.classes(and + 2).has(Class::Office)
    }

    /// The mark in "Dato’ Orr".
    fn is_apostrophe(&self, at: TokenIx) -> bool {
        let glued = self.token(at).is_some_and(|token| token.is_glued());
        glued && matches!(self.text_of(at), "'" | "’") && self.is_capital(at + 1)
    }

    /// How many words from `at` on stand in lower case before a name.
    pub(super) fn particles(&self, at: TokenIx) -> u32 {
        let particle = |at: &TokenIx| {
            let lower = self.token(*at).is_some_and(|token| token.shape == Shape::Lower);
            lower && self.classes(*at).has(Class::NameParticle)
        };
        let end = (at..at + MOST_MODIFIERS).find(|at| !particle(at)).unwrap_or(at);
        let name = self.token(end).is_some_and(|token| token.shape == Shape::Title);
        if name { end - at } else { 0 }
    }

    /// Whether a head stands among the next three words: "Trump campaign finance chief"; but not
    /// in "Kelm police | deny arresting mayor".
    pub(super) fn head_follows(&self, at: TokenIx) -> bool {
        for next in at..at + HEAD_WITHIN_TOKENS {
            let Some(token) = self.token(next) else { return false };
            let classes = self.classes(next);
            if token.shape != Shape::Lower
                || classes.has_any(GRAMMAR.or(VERB_FORMS).with(Class::Speech))
            {
                return false;
            }
            if classes.has_any(PEOPLE) || classes.has(Class::Body) {
                return true;
            }
        }
        false
    }

    /// A noun without determiner that explains a name before it: ", mayor of Trisk", "(mayor of
    /// Trisk)".
    pub(super) fn is_apposed(&self, start: TokenIx) -> bool {
        start >= self.start + 2
            && self.is_capital(start - 2)
            && matches!(self.segments.tokens[start as usize - 1].shape, Shape::Comma | Shape::Open)
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
