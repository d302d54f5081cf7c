//! Whom "who" takes up: the noun before it, behind which a bracket or a date can stand, "spoke to
//! Berg (APC, Kelm) on Sunday, who". A body or a place is of somebody, who speaks: "a nurse in
//! Kisala who", "Ana Orr, a lawyer hired by the company, who".

use super::ground::Ground;
use super::look::{GRAMMAR, VERB_FORMS};
use super::phrase::{PhraseIx, Referent, Role, phrase_from};
use super::sources::Source;
use crate::lexicon::fixed::{AND, AT, BY, FOR, FROM, IN, OF, ON, ONE, THE, THEN, WHICH, WHO};
use crate::lexicon::{Class, Classes, is_past};
use crate::model::{Shape, Span, Token, TokenIx, WordId};

/// What "who" takes up ends among so many phrases before.
const RELATIVE_PHRASES: usize = 6;
/// "who leads the party and" is no longer than this.
const LONGEST_RELATIVE_TOKENS: usize = 20;
/// "(APC, Kelm) on Sunday,", "a retired millwright" are no longer than this.
const LONGEST_ASIDE_TOKENS: usize = 12;
/// "a clerk at the school of the union in Kelm, who" has no more of them.
const NOUNS: usize = 4;
/// "the clerk | of | the union", "a nurse | from | Kelm"
const OF_WHOM: [WordId; 6] = [OF, AT, IN, ON, FROM, FOR];

impl Ground<'_> {
    /// In "the President of Dorvath, who said", what stands before the relative pronoun.
    pub(super) fn before_relative(&self, relative: Span) -> Option<Source> {
        let who = self.segments.token_from(relative.start) as TokenIx;
        let Some(last) = self.noun_before(who) else {
            return self.before_relative(self.who_before(who)?);
        };
        let thing = self.segments.word(who) == WHICH;
        // "a letter to Ana Ruiz, which said"
        let named = &self.cast.phrases[last];
        if thing && named.is_named() && named.gender.is_some() {
            return None;
        }
        let noun = if thing { last } else { self.person_of(last, NOUNS)? };
        // "the findings of | the Commission |, which warns"
        let kinds = |whole: usize| [whole, noun].map(|at| self.cast.phrases[at].kind);
        let findings = |whole: &usize| kinds(*whole) == [Referent::Paper, Referent::Body];
        let whole = self.whole_of(noun).filter(|whole| !findings(whole));
        Some(Source::Phrase(whole.unwrap_or(noun) as PhraseIx))
    }

    /// In "Ana Ruiz, who leads the party and | who | says": the "who" before it.
    fn who_before(&self, who: TokenIx) -> Option<Span> {
        let [before @ .., and] = &self.segments.tokens[..who as usize] else { return None };
        let near = before.iter().rev().take(LONGEST_RELATIVE_TOKENS);
        let who = near.take_while(|token| token.shape != Shape::Stop).find(|t| t.word == WHO)?;
        (and.word == AND).then_some(who.span())
    }

    /// The longer phrase that ends with this one.
    pub(super) fn whole_of(&self, last: usize) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let mut outer = last.saturating_sub(2)..last;
        outer.find(|outer| phrases[*outer].span.end == phrases[last].span.end)
    }

    /// The phrase that ends before a token, or whose trade ends there that no table has: "Walt
    /// Holm, 71, | a retired millwright |".
    fn noun_before(&self, end: TokenIx) -> Option<usize> {
        let end = self.before_asides(end);
        self.phrase_before(end).or_else(|| {
            let small = |token: &&Token| token.shape == Shape::Lower;
            let before = self.segments.tokens[..end as usize].iter().rev();
            let words = before.take(LONGEST_ASIDE_TOKENS).take_while(small).count();
            let trade = end - words as TokenIx;
            let first = self.segments.word(trade);
            let classes = self.lexicon.classes(first);
            let a = first == THEN || classes.has(Class::Determiner);
            let opens = a || !classes.has_any(GRAMMAR.or(VERB_FORMS));
            self.apposed_to(trade).filter(|_| words > 0 && opens)
        })
    }

    /// Whom a noun tells of that begins behind a comma: "her son, | a lieutenant"; but not "In
    /// Kelm, | a lieutenant".
    fn apposed_to(&self, start: TokenIx) -> Option<usize> {
        let end = Some(self.before_asides(start)).filter(|end| *end < start)?;
        let one = |at: &usize| {
            let one = &self.cast.phrases[*at];
            let place = matches!(self.segments.word_before(one.tokens.start), IN | AT);
            self.speaks(*at) && !one.plural && !place
        };
        self.phrase_before(end).filter(one)
    }

    fn speaks(&self, at: usize) -> bool {
        let phrase = &self.cast.phrases[at];
        phrase.is_named() || phrase.kind == Referent::Person
    }

    /// The phrase that ends before a token; of two the shorter one.
    fn phrase_before(&self, end: TokenIx) -> Option<usize> {
        self.phrases_before(end).find(|at| self.cast.phrases[*at].tokens.end == end)
    }

    /// The phrases that begin not far before a token, the last one first.
    fn phrases_before(&self, end: TokenIx) -> impl Iterator<Item = usize> {
        let place = self.segments.tokens.get(end as usize).map_or(u32::MAX, |t| t.span().start);
        let behind = phrase_from(&self.cast.phrases, place);
        (behind.saturating_sub(RELATIVE_PHRASES)..behind).rev()
    }

    /// Where ends what a comma, a bracket, an age or a date stands behind: "Ana Ruiz | (APC, Kelm)
    /// on Sunday,".
    fn before_asides(&self, end: TokenIx) -> TokenIx {
        const DATE: Classes = Classes::of(&[Class::Weekday, Class::Month]);
        let mut before = &self.segments.tokens[..end as usize];
        while end as usize - before.len() < LONGEST_ASIDE_TOKENS {
            let aside = match before {
                [.., comma] if comma.shape == Shape::Comma => 1,
                [.., comma, age] if (comma.shape, age.shape) == (Shape::Comma, Shape::Number) => 2,
                [.., on, day] if on.word == ON && self.lexicon.classes(day.word).has_any(DATE) => 2,
                // "12 Mill Lane", but "12 Kisala Greens"
                [.., comma, number, mill, lane]
                    if (comma.shape, number.shape) == (Shape::Comma, Shape::Number)
                        && [mill, lane].iter().all(|token| token.shape.is_capitalised())
                        && !lane.span().of(self.text).ends_with('s') =>
                {
                    3
                }
                [.., close] if close.shape == Shape::Close => {
                    let mut inside = before.iter().rev().take(LONGEST_ASIDE_TOKENS);
                    match inside.position(|token| token.shape == Shape::Open) {
                        Some(open) => open + 1,
                        None => break,
                    }
                }
                _ => break,
            };
            before = &before[..before.len() - aside];
        }
        before.len() as TokenIx
    }

    /// Of whom a noun before "who" tells: in "Dr Rao of | the Institute |, who" of Rao, in "Ana
    /// Orr, a lawyer and one of | the founders |, who" of Orr. None where only a body is told of:
    /// "someone in her own office who".
    fn person_of(&self, last: usize, nouns: usize) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let noun = &phrases[last];
        // "a spokeswoman of | the Centre Union |, who"
        if let Some(whole) = self.whole_of(last).filter(|o| phrases[*o].kind == Referent::Person) {
            return Some(whole);
        }
        let outer = self.outer_end(noun.tokens.start);
        if let Some(one) = outer.filter(|end| self.segments.word_before(*end) == ONE) {
            let named = |at: &usize| {
                let comma = self.segments.tokens.get(phrases[*at].tokens.end as usize);
                phrases[*at].is_named() && comma.is_some_and(|comma| comma.shape == Shape::Comma)
            };
            return self.phrases_before(one).find(named);
        }
        let body = noun.kind == Referent::Body;
        if !body && (noun.kind != Referent::Name || noun.role != Role::Oblique) {
            return Some(last);
        }
        let member = || {
            let end = outer?;
            let member = self.person_of(self.noun_before(end)?, nouns.checked_sub(1)?)?;
            if phrases[member].is_named() {
                return Some(member);
            }
            // "praise from a colleague, from | Mike Lee"
            let beside = body || end == self.before_asides(end);
            let whose = self.apposed_to(phrases[member].tokens.start);
            whose.or(Some(member)).filter(|at| beside && self.speaks(*at))
        };
        let member = member().filter(|member| phrases[*member].line == noun.line);
        member.or((!body).then_some(last))
    }

    /// Where the noun ends that what begins here belongs to: "a nurse | in the port", "a lawyer |
    /// hired by the company".
    fn outer_end(&self, start: TokenIx) -> Option<TokenIx> {
        let before = self.segments.tokens.get(..start as usize)?;
        let the = before.last().is_some_and(|the| the.word == THE);
        let words = match &before[..before.len() - usize::from(the)] {
            [.., of] if OF_WHOM.contains(&of.word) => 1,
            [.., hired, by] if by.word == BY && is_past(hired.span().of(self.text)) => 2,
            _ => return None,
        };
        Some(start - TokenIx::from(the) - words)
    }

    /// In "Ana Orr, a lawyer hired by | the company |, who said": Orr.
    pub(super) fn told_of(&self, last: PhraseIx) -> Option<PhraseIx> {
        let end = self.cast.phrases[last as usize].tokens.end;
        let person =
            (self.segments.word(end + 1) == WHO).then(|| self.person_of(last as usize, NOUNS))?;
        person.map(|person| person as PhraseIx)
    }
}
