//! Whom "who" takes up.

use super::ground::Ground;
use super::phrase::{Definite, Phrase, PhraseIx, Referent, Role, phrase_from};
use super::sources::{LEAD_WORDS, Source, is_small};
use super::words::is_one_of;
use crate::lexicon::fixed::{A, AN, AND, AT, BY, IN, OF, ONE, THE, THEN, WHICH, WHO};
use crate::lexicon::{Class, Classes, is_past};
use crate::model::{MentionForm, Shape, Span, Token};

/// What "who" takes up ends among so many phrases before.
const RELATIVE_PHRASES: usize = 6;
/// "who leads the party and" is no longer than this.
const LONGEST_RELATIVE_TOKENS: usize = 20;

impl Ground<'_> {
    /// In "the President of Dorvath, who said", what stands before the relative pronoun.
    pub(super) fn before_relative(&self, relative: Span) -> Option<Source> {
        let phrases = &self.cast.phrases;
        let end = phrase_from(phrases, relative.start);
        let before = || (end.saturating_sub(RELATIVE_PHRASES)..end).rev();
        let last = before().find(|p| self.is_taken_up(phrases[*p].span, relative));
        let last = last.or_else(|| before().find(|p| self.is_apposed_to(*p, relative)));
        let Some(last) = last else { return self.before_relative(self.who_before(relative)?) };
        let thing = self.segments.word(self.segments.token_from(relative.start) as u32) == WHICH;
        // "a spokeswoman of the Centre Union, who said"
        let whole = self.whole_of(last).filter(|outer| phrases[*outer].kind == Referent::Person);
        let last = match whole {
            _ if thing => last,
            Some(whole) => whole,
            None => self.person_of(last)?,
        };
        // "the findings of the Commission, which warns"
        let findings =
            |o: &usize| phrases[*o].kind == Referent::Paper && phrases[last].kind == Referent::Body;
        let outer = self.whole_of(last).filter(|o| !findings(o));
        Some(Source::Phrase(outer.unwrap_or(last) as PhraseIx))
    }

    /// In "Ana Ruiz, who leads the party and | who | says": the "who" before it.
    fn who_before(&self, relative: Span) -> Option<Span> {
        let tokens = &self.segments.tokens[..self.segments.token_from(relative.start)];
        let [before @ .., and] = tokens else { return None };
        let near = before.iter().rev().take(LONGEST_RELATIVE_TOKENS);
        let who = near.take_while(|token| token.shape != Shape::Stop).find(|t| t.word == WHO)?;
        (and.word == AND).then_some(who.span())
    }

    /// The longer phrase that ends with this one.
    fn whole_of(&self, last: usize) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let mut outer = last.saturating_sub(2)..last;
        outer.find(|outer| phrases[*outer].span.end == phrases[last].span.end)
    }

    /// Whether the relative pronoun stands right behind a phrase, or "on Sunday" is between: "spoke
    /// to Berg on Sunday, who said".
    fn is_taken_up(&self, phrase: Span, relative: Span) -> bool {
        const DATE: Classes = Classes::of(&[Class::Weekday, Class::Month]);
        let dated = |gap: &str| {
            let on = gap.strip_prefix("on ").and_then(|rest| rest.strip_suffix(','));
            on.is_some_and(|day| self.lexicon.classes(self.lexicon.id_of(day)).has_any(DATE))
        };
        // "Ana Ruiz (APC, Kelm), who said"
        let seat = |gap: &str| {
            gap.find(')').is_some_and(|end| gap[end..].len() <= "),".len() && gap.starts_with('('))
        };
        let gap = self.between(phrase, relative);
        phrase.end == relative.start
            || gap.is_some_and(|gap| matches!(gap, "" | ",") || dated(gap) || seat(gap))
    }

    /// In "Walt Holm, 71, a retired millwright | who": whether a trade that no table has stands
    /// between a name and "who".
    fn is_apposed_to(&self, name: usize, who: Span) -> bool {
        let named = &self.cast.phrases[name];
        let behind = self.between(named.span, who).and_then(|gap| gap.strip_prefix(", "));
        let behind = behind.map(|behind| behind.strip_suffix(',').unwrap_or(behind));
        let trade = behind.map(|behind| match behind.split_once(", ") {
            Some((age, trade)) if age.bytes().all(|digit| digit.is_ascii_digit()) => trade,
            _ => behind,
        });
        let opens = |word: &str| {
            let word = self.lexicon.id(word);
            word == THEN || self.lexicon.has(word, Class::Determiner)
        };
        named.is_named()
            && !named.plural
            && is_one_of(who.of(self.text), "who Who")
            && trade.is_some_and(|trade| {
                let mut words = trade.split(' ');
                words.next().is_some_and(opens) && words.all(is_small)
            })
    }

    /// Of which person "who" speaks: in "Dr Rao of the Institute, who argued" Rao, in "a nurse in
    /// Kisala who had told her" the nurse. None if only a body stands there: "someone in her own
    /// office who told him".
    fn person_of(&self, last: usize) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let between =
            |first: usize, second: usize| self.between(phrases[first].span, phrases[second].span);
        let at = phrases[last].tokens.start as usize;
        if let Some([.., one, of]) = self.segments.tokens.get(..at)
            && (one.word, of.word) == (ONE, OF)
        {
            return self.one_of(last);
        }
        if phrases[last].kind == Referent::Body {
            return self.member_of(last).and_then(|member| self.person_of(member));
        }
        let place = phrases[last].kind == Referent::Name && phrases[last].role == Role::Oblique;
        let person = last.checked_sub(1).filter(|o| place && phrases[*o].kind == Referent::Person);
        let beside = |person: usize| between(person, last).is_some_and(|gap| !gap.contains(' '));
        Some(person.filter(|person| beside(*person)).unwrap_or(last))
    }

    /// In "Peter Dale, of the union, who", "Ana Orr, budget speaker of the union, who": Dale, Orr.
    /// In "her son, a lieutenant in the guard, who": the son.
    fn member_of(&self, body: usize) -> Option<usize> {
        let (phrases, body) = (&self.cast.phrases[..body], &self.cast.phrases[body]);
        let here = |p: &Phrase| p.line == body.line && p.span.end < body.span.start;
        let before = phrases.iter().rposition(here)?;
        let member = &phrases[before];
        let is_comma = |at: u32| {
            self.segments.tokens.get(at as usize).is_some_and(|t| t.shape == Shape::Comma)
        };
        let (begins, ends) = (member.tokens.start, member.tokens.end);
        let apart = is_comma(body.tokens.end);
        let comma = u32::from(is_comma(ends) && ends + 1 < body.tokens.start);
        let gap = self.tokens(&(ends + comma..body.tokens.start));
        let [of, the @ ..] = gap else { return None };
        let of = matches!(of.word, OF | AT | IN) && the.iter().all(|token| token.word == THE);
        let trade = apart
            && comma > 0
            && gap.iter().all(|token| token.shape == Shape::Lower)
            && gap.iter().any(|token| token.word == OF);
        if member.is_named() {
            return (of || trade).then_some(before);
        }
        let single = apart && member.kind == Referent::Person && !member.plural;
        let title = member.definite == Definite::Bare && member.form == MentionForm::Title;
        let whose = begins.checked_sub(1).filter(|at| single && is_comma(*at)).and_then(|comma| {
            phrases.iter().rposition(|p| p.tokens.end == comma && p.kind == Referent::Person)
        });
        let speaks = single || title && member.kind != Referent::Body;
        (of && speaks).then_some(whose.unwrap_or(before))
    }

    /// In "Ana Orr, a lawyer hired by | the company |, who said": Orr; with no name, the lawyer.
    pub(super) fn acted_on_by(&self, actor: usize) -> Option<PhraseIx> {
        let phrases = &self.cast.phrases;
        let company = phrases[actor].tokens.clone();
        let [before @ .., verb, by] = self.segments.tokens.get(..company.start as usize)? else {
            return None;
        };
        let hired = by.word == BY && is_past(verb.span().of(self.text));
        if !hired || self.segments.word(company.end + 1) != WHO {
            return None;
        }
        // "|, a lawyer | hired"
        let small = |token: &&Token| token.shape == Shape::Lower;
        let words = before.iter().rev().take(LEAD_WORDS + 1).take_while(small).count();
        let lawyer = before.len() - words;
        let apposed = matches!(&before[lawyer.saturating_sub(1)..], [comma, a, ..]
            if comma.shape == Shape::Comma && matches!(a.word, A | AN));
        let end = if apposed { lawyer - 1 } else { before.len() };
        let mut near = (actor.saturating_sub(RELATIVE_PHRASES)..actor).rev();
        let hired = near.find(|at| phrases[*at].tokens.end as usize == end);
        hired.map(|hired| hired as PhraseIx)
    }

    /// In "Ana Orr, a lawyer and one of the founders, who had said": who stands before the comma.
    fn one_of(&self, several: usize) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let before = (several.saturating_sub(RELATIVE_PHRASES)..several).rev();
        let mut here = before.take_while(|p| phrases[*p].line == phrases[several].line);
        here.find(|p| {
            let behind = &self.text[phrases[*p].span.end as usize..];
            phrases[*p].is_named() && !phrases[*p].plural && behind.starts_with(", ")
        })
    }
}
