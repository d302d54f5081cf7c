//! The clause before who says it, at the end of a sentence: "A decision is expected by May, *the
//! ministry said on Friday*."

use super::BY_GRAMMAR;
use super::around::{is_behind_several, thinks_last};
use super::contents::is_name_like;
use super::propose::is_said_last;
use super::syntax::{
    clause_end, clause_start, has_finite, is_headline, is_number, is_somebody, is_speech,
    is_subject, joins_clause, opens_subject, tells,
};
use crate::lexicon::fixed::{AND, AS, IT, SAY, WITHOUT};
use crate::lexicon::{Class, Classes};
use crate::model::Shape;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// A clause and a comma before the subject of a cue that ends the sentence are its content, where
/// the fitted model found none.
pub fn clause(units: &Units, report: &mut Report) {
    let Some(last) = Last::of(units, report) else { return };
    if !last.reports() || !last.is_thin(report) || last.has_object(report) {
        return;
    }
    let Some(source) = last.subject(report) else { return };
    let Some(clause) = last.said(&source) else { return };
    if last.thinks {
        report.phrase = Classes::of(&[Class::Speech]);
    }
    report.tells(clause);
    report.source = Some(source);
    report.settle(BY_GRAMMAR);
}

/// The cue that may end its sentence.
struct Last<'a> {
    units: &'a Units<'a>,
    sentence: &'a Range<UnitIx>,
    cue: Range<UnitIx>,
    verb: &'a Unit,
    thinks: bool,
    /// "confirmed | to the Herald"
    to: bool,
    /// "It was late, she said | adding that"
    saying: bool,
}

impl<'a> Last<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Option<Self> {
        let cue = report.cue.clone();
        let sentence = units.sentence_of(cue.start);
        // "he points | out"
        let verb = cue.clone().rev().find(|at| units[*at].tag.reports())?;
        let next = units[..sentence.end].get(cue.end).map(|next| next.tag);
        let whom = units.get(cue.end + 1).is_some_and(|whom| {
            // "continues | to nurse a foot"
            let verb = is_somebody(whom) && !whom.classes.has(Class::Plural);
            is_subject(whom.tag) && !verb
        });
        Some(Last {
            units,
            sentence,
            verb: &units[verb],
            thinks: thinks_last(units, sentence, cue.end - 1),
            to: next == Some(Tag::To) && whom,
            saying: next == Some(Tag::SpeechIng) && units.lemma(cue.end - 1) == SAY,
            cue,
        })
    }

    fn reports(&self) -> bool {
        let Last { units, sentence, cue, .. } = self;
        // "the authors state"
        let several = || {
            let saying = |[a, saying]: &[Unit; 2]| a.word == AS && saying.tag == Tag::SpeechIng;
            self.verb.tag == Tag::SpeechBase && is_behind_several(units, sentence, cue.start)
                // "was quoted | as saying"
                || units[cue.clone()].array_windows().any(saying)
        };
        is_speech(self.verb) || several() || self.thinks
    }

    /// "the envoy told | the chamber", "the ministry announced | late on Sunday": no content yet,
    /// but who was told, or when.
    fn is_thin(&self, report: &Report) -> bool {
        self.thinks || report.content.iter().all(|part| self.is_thin_part(report, part))
    }

    fn is_thin_part(&self, report: &Report, part: &Range<UnitIx>) -> bool {
        let Last { units, sentence, cue, .. } = self;
        let Some(first) = units.get(part.start).map(|first| first.tag) else { return true };
        let second = units.get(part.start + 1).map(|next| next.tag);
        let source = report.source.as_ref();
        // "Prices will fall |, it predicts"
        let it = source.filter(|source| units[source.start].word == IT);
        // "Ruiz argued | that it was late |, Berg said"
        let teller = || {
            let verb = part.start.checked_sub(1).filter(|verb| *verb > sentence.start);
            let argued = verb.is_some_and(|verb| is_speech(&units[verb]) && first == Tag::That);
            let berg = source.filter(|source| source.end == cue.start);
            // "Ruiz (Kelm | ) wants a bridge |, Berg said"
            (argued || first == Tag::Close)
                && berg.is_some_and(|source| part.end + 1 == source.start)
        };
        let when = self.to || matches!(first, Tag::Preposition | Tag::Time | Tag::Adverb);
        let plain = |unit: &Unit| {
            let opens = matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer);
            unit.quoted == Quoted::Outside && !unit.tag.is_finite() && !opens
        };
        let words = || units[part.clone()].iter().skip(usize::from(self.to));
        it.is_some_and(|it| part.end + 1 == it.start)
            || teller()
            || self.saying && part.start == cue.end
            // "in a trial | that has gripped the country"
            || first == Tag::That && second.is_some_and(Tag::is_finite) && part.start > cue.end
            || part.start == cue.end
                && (when || tells(self.verb) && is_subject(first))
                && words().take_while(|unit| unit.word != AS).all(plain)
    }

    /// "presented | a report"
    fn has_object(&self, report: &Report) -> bool {
        let Last { units, sentence, cue, .. } = self;
        // "had warned of | cuts", "asked for | twice the price"
        let of = units[cue.end - 1].tag == Tag::Preposition;
        let ends = units[..sentence.end].get(cue.end).is_none_or(|next| {
            let when = matches!(next.tag, Tag::Preposition | Tag::Time | Tag::Adverb);
            // "said | without elaborating"
            let when = when || next.word == WITHOUT;
            next.tag.is_mark() || when && !of || self.to
        });
        // "told a lunch of lawmakers | he would rather resign"
        let tells_more = || {
            let rest = &units[cue.end..clause_end(units, sentence, cue.end)];
            // "told the Council|, as she urged it to act"
            let rest = rest.split(|unit| unit.word == AS).next().unwrap_or_default();
            has_finite(rest) || rest.iter().any(|unit| unit.quoted == Quoted::Whole)
        };
        let more = || report.content.is_empty() && tells_more();
        !ends && !self.saying && (of || !tells(self.verb) || more())
    }

    /// Who says it, behind a comma.
    fn subject(&self, report: &Report) -> Option<Range<UnitIx>> {
        let Last { units, sentence, cue, .. } = self;
        let behind_comma = |source: &Range<UnitIx>| {
            source.start > sentence.start && units[self.lead(source.start) - 1].tag == Tag::Comma
        };
        let near = || {
            let walk = (sentence.start..cue.start).rev().take(10);
            // "the Special Envoy for the Orrin Valley | warned"
            let inside = |at: &UnitIx| {
                let of = units[*at].tag == Tag::Preposition;
                let it = units[*at].word == IT && *at + 1 == cue.start && cue.len() == 1;
                // "police and residents | said"
                let pair = units[*at].word == AND && !units[cue.start - 1].tag.is_pronoun();
                let noun = units[*at].classes.has(Class::Body);
                of || it
                    || pair
                    || noun
                    || is_name_like(units, *at)
                    || units[*at].shape.is_capitalised()
            };
            walk.take_while(inside).last().map(|start| start..cue.start)
        };
        let known = report.source.clone().filter(|source| source.end == cue.start);
        let source = known.filter(behind_comma).or_else(near)?;
        // "his father|, Ezra, had warned him"
        let apposed = match &units[source.clone()] {
            [name @ .., mark] => {
                mark.tag == Tag::Comma && name.iter().all(|unit| unit.tag == Tag::Name)
            }
            [] => false,
        };
        (behind_comma(&source) && !apposed).then_some(source)
    }

    /// "…, | visiting | Foreign Minister Kade Orly said here": where the subject begins.
    fn lead(&self, at: UnitIx) -> UnitIx {
        let ing = at > self.sentence.start + 1 && self.units[at - 1].tag == Tag::Ing;
        at - usize::from(ing && self.units[at].shape.is_capitalised())
    }

    /// The clause before who says it, where somebody can say that.
    fn said(&self, source: &Range<UnitIx>) -> Option<Range<UnitIx>> {
        let Last { units, sentence, cue, .. } = self;
        let clause = clause_start(units, sentence, source.start)..self.lead(source.start) - 1;
        let said = &units[clause.clone()];
        // "Ruiz to quit, | sources say"
        let headline = is_headline(units, sentence) && cue.end == sentence.end;
        let verb = has_finite(said) || headline && said.iter().skip(1).any(|to| to.tag == Tag::To);
        let whole =
            (verb || provides(said)) && said.iter().all(|unit| unit.quoted != Quoted::Whole);
        let first = &units[source.start];
        // "presidential spokesman Tom Hale", "managing director Tom Hale"
        let role = matches!(first.tag, Tag::Word | Tag::Ing)
            && units[source.clone()].iter().any(is_somebody);
        // "Oil World"
        let named = units[source.clone()].iter().all(|unit| unit.shape.is_capitalised());
        let noun = is_subject(first.tag) || named || role || first.word == IT && source.len() == 1;
        // "In a note that is old, | she apologised | to the crew.": no clause is said.
        let to = self.to
            && !matches!(said, [first, next, ..]
                if opens_subject(first) && next.tag != Tag::Preposition);
        (whole && noun && !to && !self.leads_in(said)).then_some(clause)
    }

    /// "Noting that it was late, | she asked for tea"
    fn leads_in(&self, said: &[Unit]) -> bool {
        let Some((first, rest)) = said.split_first() else { return false };
        // "Asked by a reporter, | she shrugged"
        let asked = matches!(first.tag, Tag::SpeechPast | Tag::Ed) && !has_finite(rest);
        // "When the envoy suggested that it was late, | she laughed"
        let when = first.tag == Tag::Complementizer
            && rest.iter().any(is_speech)
            && rest.iter().all(|unit| unit.tag != Tag::Comma);
        let participle = first.tag.is_participle() && !is_said_last(self.units, self.sentence);
        // "Ruiz left and, after a rest, | she alerted the crew"
        let comma = said.iter().rposition(|unit| unit.tag == Tag::Comma);
        let after = comma.is_some_and(|comma| {
            let rest = &said[comma + 1..];
            let and = said[..comma].last().is_some_and(|and| and.tag == Tag::Conjunction);
            and && rest.first().is_some_and(|after| after.tag == Tag::Preposition)
                && !has_finite(rest)
        });
        participle || asked || when || after
    }
}

/// "The island provides oil", "By May they expect prices to fall": words of which one may be a
/// verb, and no noun in its place.
fn provides(said: &[Unit]) -> bool {
    let [first, .., last] = said else { return false };
    let verb = |unit: &Unit| unit.tag == Tag::S && unit.shape == Shape::Lower;
    let joins =
        |unit: &Unit| unit.tag.is_mark() || joins_clause(unit) || unit.tag == Tag::Preposition;
    let clause = said.split(joins).next().unwrap_or_default();
    let expects = |[they, expect]: &[Unit; 2]| {
        let verb = matches!(expect.tag, Tag::SpeechBase | Tag::ThoughtBase);
        verb && matches!(they.tag, Tag::They | Tag::First)
    };
    if said.array_windows().any(expects) {
        return true;
    }
    // But "Two days later".
    let noun = is_subject(first.tag) && !is_number(first);
    noun && !verb(last) && clause.iter().skip(1).any(verb)
}
