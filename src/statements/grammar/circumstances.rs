//! How, when and besides what: no part of the noun phrase that is said.
//!
//! ```text
//! condemned the attack | in the strongest terms       announced | on Monday | the sale
//! thanked them for their patience | and walked out    disputed that account | in a phone call
//! ```

use super::adverbials::{adverb, adverbial, is_date, is_dated};
use super::contents::is_name_like;
use super::syntax::{has_finite, is_speech, is_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::{AFTER, AND, AS, BUT, BY, FOR, OF, THAT, THESE, THIS, WHILE};
use crate::model::{Rule, Shape};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Leaves them out, before the last content and at its end.
pub fn left(units: &Units, report: &mut Report) {
    let behind = |part: &Range<UnitIx>| (report.cue.end..part.end).contains(&part.start);
    if !report.content.last().is_some_and(behind) {
        return;
    }
    before(units, report);
    let (rule, beside) = (report.rule, report.cue.end);
    let Some(part) = report.content.last_mut() else { return };
    let first = units[part.start].tag;
    let clause = matches!(first, Tag::That | Tag::To | Tag::Complementizer);
    if !clause {
        manner(units, part);
        other_clause(units, part);
    }
    if !clause || first == Tag::To {
        deed(units, part);
    }
    if rule == Rule::Report {
        behind_this(units, part);
        if part.start == beside && behind_that_noun(units, part) {
            return;
        }
    }
    if !clause {
        day(units, part);
    }
}

/// Words outside of quotations, and no verb.
fn is_plain(unit: &Unit) -> bool {
    unit.quoted == Quoted::Outside && !unit.tag.is_finite()
}

/// "condemned in | the strongest terms | the attack", "announced | on Monday | the sale", "voiced
/// hope | Sunday | that it would rain"
fn before(units: &Units, report: &mut Report) {
    // "He will come, she said, late on Wednesday": part of the content.
    let around = report.content.len() > 1;
    let Some(part) = report.content.last_mut() else { return };
    let last = report.cue.end.saturating_sub(1);
    if report.cue.len() > 1
        && let Some(end) = adverb(units, last).filter(|end| *end < part.end)
        && (report.cue.end..=end).contains(&part.start)
    {
        (report.cue.end, part.start) = (last, end);
    }
    if around || part.start != report.cue.end {
        return;
    }
    let dated = |end: &UnitIx| {
        let of = [Tag::That, Tag::Determiner, Tag::PossessivePronoun];
        let day = is_date(units.get(part.start)) || is_dated(units, part.start..*end);
        day && of.contains(&units[*end].tag)
    };
    let day = || adverbial(units, part.clone()).filter(|end| *end < part.end).filter(dated);
    let how = adverb(units, part.start).or_else(day);
    part.start = how.filter(|end| *end < part.end).unwrap_or(part.start);
}

/// "condemned the attack | in the strongest terms"; but "will pay this year", "had waited for
/// years" says when they do.
fn manner(units: &Units, part: &mut Range<UnitIx>) {
    let governs = |at: UnitIx| units[at].tag == Tag::Preposition && units[at].word != FOR;
    let ends = |at: &UnitIx| {
        governs(*at) && adverb(units, *at) == Some(part.end) && !has_finite(&units[part.start..*at])
    };
    part.end = (part.start + 1..part.end).find(ends).unwrap_or(part.end);
}

/// "hailed the “finest hour of his life” | after his side won", "repeated the claim | as the mayor
/// said it was false"
fn other_clause(units: &Units, part: &mut Range<UnitIx>) {
    let verb = |unit: &Unit| unit.quoted == Quoted::Outside && unit.tag.is_finite();
    let after = |at: &UnitIx| {
        let clause = &units[at + 1..part.end];
        let behind = clause.iter().position(verb);
        let quoted = units[*at].word == AFTER && units[at - 1].quoted != Quoted::Outside;
        let tells = |verb: usize| {
            let noun = |at: UnitIx| is_name_like(units, at);
            // "urged them to leave after she said it was late": they leave after that.
            is_speech(&clause[verb])
                && !units[part.start..*at].iter().any(|unit| unit.tag == Tag::To)
                && (at + 1..at + 1 + verb).all(noun)
                && has_finite(&clause[verb + 1..])
        };
        (quoted && behind.is_some() || behind.is_some_and(tells))
            && is_subject(clause[0].tag)
            && !units[part.start..*at].iter().any(verb)
    };
    let joins = |at: &UnitIx| matches!(units[*at].word, AFTER | AS);
    let mut places = part.start + 1..part.end - 1;
    part.end = places.find(|at| joins(at) && after(at)).unwrap_or(part.end);
}

/// "thanked them for their patience | and walked out", "agreed to meet in May | and witnessed the
/// signing"
fn deed(units: &Units, part: &mut Range<UnitIx>) {
    let leaves = |at: &UnitIx| {
        let [_, verb, next] = &units[*at..*at + 3] else { return false };
        let past = matches!(verb.tag, Tag::Ed | Tag::SpeechPast | Tag::ThoughtPast);
        // "some of the dead and wounded were"
        let noun = matches!(next.tag, Tag::Word | Tag::S | Tag::Name | Tag::Upper | Tag::Be);
        // "a weak and crooked leader"
        let leader = next.tag == Tag::Office && next.shape == Shape::Lower;
        let noun = noun || leader && !next.classes.has(Class::Plural);
        // "those hurt and killed by the storm"
        let pair = units[*at - 1].tag.is_finite();
        past && !noun && !pair
    };
    let and = |at: &UnitIx| matches!(units[*at].word, AND | BUT);
    let joint = (part.start + 1..part.end.saturating_sub(2)).find(|at| and(at) && leaves(at));
    let joint = joint.filter(|at| units[part.start..*at].iter().all(is_plain));
    part.end = joint.unwrap_or(part.end);
}

/// "confirmed | this | in a statement"
fn behind_this(units: &Units, part: &mut Range<UnitIx>) {
    if let [this, with, ..] = &units[part.clone()]
        && this.word == THIS
        && with.tag == Tag::Preposition
        && units[part.clone()].iter().take_while(|unit| unit.tag != Tag::Comma).all(is_plain)
    {
        part.end = part.start + 1;
    }
}

/// "disputed | that account | in a phone call", "rejected | this claim | when it was read to her",
/// "expressed | these views | while chairing a meeting"
fn behind_that_noun(units: &Units, part: &mut Range<UnitIx>) -> bool {
    let words = &units[part.clone()];
    let [that, noun, next, ..] = words else { return false };
    // "noted | that trade in timber had grown", "that trade in timber creates jobs"
    let has_verb = || has_finite(&words[2..]) || words.array_windows().any(is_verb);
    let one = matches!(that.word, THIS | THAT | THESE)
        && !that.tag.is_mark()
        && match noun.tag {
            Tag::Word | Tag::NounCue | Tag::SpeechBase => true,
            // "said | that depends on the price": no noun.
            Tag::S | Tag::SpeechPresent => that.word == THESE,
            _ => false,
        }
        && (matches!(next.tag, Tag::Preposition | Tag::Complementizer) || next.word == WHILE)
        && !matches!(next.word, OF | FOR)
        && (next.tag != Tag::Preposition || !has_verb())
        && words.iter().all(|unit| unit.tag != Tag::Colon);
    if one {
        part.end = part.start + 2;
    }
    one
}

/// "denied this | on Wednesday"; but "his invitation to visit Lorne in May", "the month of
/// Ramadan", "to appear by Monday"
fn day(units: &Units, part: &mut Range<UnitIx>) {
    let governs = |unit: &Unit| matches!(unit.tag, Tag::Preposition | Tag::To);
    if let [first @ .., on, day] = &units[part.clone()]
        && (on.tag, day.tag) == (Tag::Preposition, Tag::Time)
        && !matches!(on.word, OF | BY)
        && (day.classes.has(Class::Weekday) || !first.iter().any(governs))
        && !first.is_empty()
        && first.iter().all(is_plain)
    {
        part.end -= 2;
    }
}

/// "trade in timber | creates | jobs", "stability | depends | on talks": behind a noun, before
/// another or what it governs.
fn is_verb([noun, verb, next]: &[Unit; 3]) -> bool {
    let noun = matches!(noun.tag, Tag::Word | Tag::S | Tag::Name | Tag::Body);
    let object = matches!(
        next.tag,
        Tag::Determiner | Tag::PossessivePronoun | Tag::Preposition | Tag::S | Tag::Word
    );
    noun && verb.tag == Tag::S && object
}
