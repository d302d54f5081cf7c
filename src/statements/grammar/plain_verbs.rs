//! What a verb of speech has for its content where the fitted model found none.
//!
//! ```text
//! said | domestic demand has fallen       thanked | the Chancellor for her message
//! said | by May, sales could rise         said in a speech | he would stay
//! ```

use super::BY_GRAMMAR;
use super::adverbials::{adverb, opens_compound};
use super::lists::list;
use super::objects::is_done_too;
use super::subjects::{subject_after_comma, subject_before};
use super::syntax::{
    clause_end, has_comma, has_finite, is_relative, is_speech, is_subject, joins_clause, tells,
};
use crate::lexicon::fixed::{A, ADD, AN, AND, AT, BUT, FOR, IN, NO, SAY};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "thanked | the Chancellor for her message": a verb of speech that takes a phrase, with its
/// subject beside it, has what follows for its content where the fitted model found none.
pub fn of_plain_verb(units: &Units, reports: &mut [Report]) {
    // "ruled out"
    let phrase = |cue: &Range<UnitIx>| {
        let found = units.phrase(cue.start);
        let whole = |(_, end): &(Classes, UnitIx)| *end == cue.end;
        found.filter(whole).map_or(Classes::default(), |(classes, _)| classes)
    };
    for at in 0..reports.len() {
        let (now, later) = reports[at..].split_at_mut(1);
        let report = &mut now[0];
        let cue_start = report.cue.start;
        let cue = &units[report.cue.clone()];
        // "is | backing | the mayor", but "who is | writing | a book"
        let who = units[..cue_start].last().is_some_and(is_relative);
        let being = |unit: &Unit| unit.tag == Tag::SpeechIng && cue[0].tag == Tag::Be && !who;
        // "Officials | say | the man, 40, was ill", "would not | say | when it came"
        let several = |noun: &Unit| {
            noun.classes.has(Class::Plural) && noun.tag != Tag::First || noun.tag == Tag::Body
        };
        let several = cue.len() > 1 || units[..cue_start].last().is_some_and(several);
        let says = |unit: &Unit| is_speech(unit) || unit.word == SAY && several;
        let verb = cue.iter().rev().find(|unit| says(unit) || being(unit));
        let plain = verb.filter(|_| report.phrase == Classes::default());
        let classes = plain.map_or(report.phrase, |verb| verb.classes.or(phrase(&report.cue)));
        let sentence = units.sentence_of(report.cue.start).clone();
        // "was arrested and | admitted | to hospital"
        let to = || units.get(report.cue.end).is_some_and(|to| to.tag == Tag::To);
        let done = || to() && is_done_too(units, &(sentence.start..cue_start));
        if !report.content.is_empty() || classes == Classes::default() || done() {
            continue;
        }
        let mut end = clause_end(units, &sentence, report.cue.end);
        // "He told them, | a court has heard"
        let around = later.iter().take(3).filter_map(|next| next.content.first());
        for outer in around.filter(|part| part.contains(&report.cue.start)) {
            end = end.min(outer.end).max(report.cue.end);
        }
        // "said it was late |, adding that it would rain"
        let adds = later.iter().map(|next| next.cue.start).take_while(|next| *next < end);
        let mut adds = adds.filter(|next| *next > report.cue.end + 1);
        let adds = adds
            .find(|next| units[*next].tag == Tag::SpeechIng && units[next - 1].tag == Tag::Comma);
        if !classes.has(Class::TakesPhrase) {
            end = adds.map_or(end, |adds| adds - 1);
            // "thanked her and said | Lorne shared that goal"
            let joined = cue_start > sentence.start
                && units[cue_start - 1].tag == Tag::Conjunction
                && !classes.has(Class::TakesAddressee);
            // "Ana Ruiz, | prosecuting, | said"
            let doing = |unit: &Unit| matches!(unit.tag, Tag::Comma | Tag::Ing);
            // "Lorne | last week | said"
            let aside = |s: &Range<UnitIx>| {
                units.get(s.end..cue_start).is_some_and(|aside| aside.iter().all(doing))
                    || adverb(units, s.end) == Some(cue_start)
            };
            let beside =
                report.source.as_ref().is_some_and(|s| aside(s) || joined && s.end < cue_start);
            if let Some(clause) = clause_told(units, report, &sentence, end).filter(|_| beside) {
                report.tells(clause);
                report.settle(BY_GRAMMAR);
            }
            continue;
        }
        let mut nearby = later.iter().take_while(|next| next.cue.start < end);
        if let Some(next) = nearby.find(|next| next.cue.start > report.cue.end) {
            let joint = (report.cue.end..next.cue.start)
                .rev()
                .take(3)
                .find(|at| units[*at].tag == Tag::Conjunction);
            end = joint.unwrap_or(end);
        }
        let comma = (report.cue.end..end).find(|at| units[*at].tag == Tag::Comma);
        let comma = comma
            .filter(|comma| list(&units[report.cue.end..*comma], &units[comma + 1..end]).is_none());
        let end = comma.unwrap_or(end);
        // "Ruiz was accused of | lying"
        let passive = cue.iter().any(|unit| unit.tag == Tag::Be)
            && verb.is_some_and(|verb| verb.tag == Tag::SpeechPast);
        let subject = || subject_before(units, &sentence, report).filter(|_| !passive);
        report.source = report.source.clone().or_else(subject);
        // "The ministry, asked about it, said"
        let whose = report.source.is_some()
            || plain.is_none_or(|verb| verb.classes.has(Class::TakesPhrase));
        // "thanked the minister for the hospitality | extended to them"
        let for_it = |source: &Range<UnitIx>| {
            source.end == cue_start && source.clone().any(|at| units[at].word == FOR)
        };
        let participle =
            |next: &Unit| next.tag == Tag::To && report.source.as_ref().is_some_and(for_it);
        // "The attack, claimed | by the rebels"
        let by = units.get(report.cue.end).is_some_and(|by| by.tag == Tag::Preposition)
            && report.source.as_ref().is_some_and(|source| source.start > report.cue.end);
        // "the plan that the mayor | announced | in May", but "condemned | in May a raid".
        let rest = units.get(report.cue.end..end).unwrap_or_default();
        let more = |unit: &Unit| unit.tag.is_determiner() || unit.tag == Tag::That;
        let placed = plain.is_some()
            && matches!(rest, [r#in, place, rest @ ..] if matches!(r#in.word, AT | IN)
                && !place.tag.is_participle()
                && !rest.iter().any(more));
        let next = rest.first().filter(|_| whose && !by);
        if next.is_some_and(|next| !next.tag.is_mark() && !participle(next) && !placed) {
            report.tells(report.cue.end..end);
        }
    }
}

/// "He said | crews arrived within minutes", "asked me | when he is coming, | and I could not tell
/// her": a clause with a verb of its own, which ends before `end`.
fn clause_told(
    units: &Units,
    report: &Report,
    sentence: &Range<UnitIx>,
    end: UnitIx,
) -> Option<Range<UnitIx>> {
    let whom = report.addressee.as_ref().filter(|whom| whom.start == report.cue.end);
    let whom = whom.map_or(end, |whom| whom.end.min(end));
    let when = units[whom..end].first().map(|when| when.tag) == Some(Tag::Complementizer);
    let joins = |next: &Unit| next.tag == Tag::Conjunction;
    let and = |at: &UnitIx| units[*at].tag == Tag::Comma && units.get(at + 1).is_some_and(joins);
    // "told the Council | it was late"
    let told = tells(&units[report.cue.end - 1]) && opens_bare(&units[whom..end]);
    let start = if when || told { whom } else { report.cue.end };
    let end = (start..end).find(|at| when && and(at)).unwrap_or(end);
    let rest = &units[start..end];
    let first = rest.first()?;
    let verb = units.lemma(report.cue.end - 1);
    let opens = is_subject(first.tag)
        || matches!(first.tag, Tag::S | Tag::That | Tag::Relative)
        || when
        || told
        || opens_compound(rest)
        || matches!(verb, ADD | SAY) && opens_bare(rest);
    let start = match opens {
        true => start,
        false => led_clause(units, sentence, start..end).filter(|_| verb == SAY)?,
    };
    has_finite(&units[start..end]).then_some(start..end)
}

/// "domestic demand | has fallen", "no more than two cases had gone": a noun without an article,
/// and its verb.
pub fn opens_bare(words: &[Unit]) -> bool {
    let ends = |unit: &Unit| {
        joins_clause(unit)
            || unit.tag.is_mark()
            || unit.tag.is_finite()
            || unit.quoted != Quoted::Outside
    };
    let noun = words.first().is_some_and(|first| {
        let other = matches!(first.tag, Tag::Preposition | Tag::To) || first.tag.is_adverb();
        let verb = first.tag.is_finite() && first.tag != Tag::Ed;
        let other = other || verb || first.tag.is_mark() || joins_clause(first);
        !other || first.word == NO
    });
    // "budgeted | spending will fall"
    let end = words.iter().skip(1).position(ends).map(|end| end + 1);
    // "participants, besides the dealers, | were banks"
    let aside = end.filter(|end| words[*end].tag == Tag::Comma);
    let comma = aside.and_then(|comma| words[comma + 1..].iter().position(|u| u.tag == Tag::Comma));
    let verb = match (aside, comma) {
        (Some(aside), Some(comma)) => words.get(aside + comma + 2),
        _ => end.map(|end| &words[end]),
    };
    noun && verb.is_some_and(|verb| verb.tag.is_finite())
}

/// "say | if it is shut, they will strike", "said | by May, sales could rise", "said | as a result
/// he would go", "said in a speech | he would go": where a clause begins that opens with when and
/// how, or how it was told.
fn led_clause(units: &Units, sentence: &Range<UnitIx>, range: Range<UnitIx>) -> Option<UnitIx> {
    let first = &units[range.start];
    let clause = first.tag == Tag::Complementizer
        || first.tag == Tag::Conjunction && !matches!(first.word, AND | BUT);
    let phrase = matches!(first.tag, Tag::Preposition | Tag::Ing | Tag::Adverb);
    // "while it rained, | bread prices rose"
    let main = |at: UnitIx| {
        first.tag == Tag::Conjunction
            && has_finite(&units[range.start..at])
            && has_finite(&units[at..range.end])
            || phrase && opens_bare(&units[at + 1..range.end])
    };
    // "on all the points | there were two views"
    let plain = |at: &UnitIx| {
        let unit = &units[*at];
        !joins_clause(unit) && !unit.tag.is_mark() && !unit.tag.is_finite()
    };
    let begins = |at: &UnitIx| {
        let (before, word) = (&units[*at - 1], &units[*at]);
        let noun =
            matches!(before.tag, Tag::Word | Tag::S | Tag::NounCue | Tag::Name | Tag::Adverb);
        let subject = matches!(word.tag, Tag::He | Tag::They | Tag::It | Tag::Determiner);
        noun && subject && opens_bare(&units[*at..range.end])
    };
    let beside = || (range.start + 1..range.end).take_while(plain).find(begins);
    let after = || {
        let subject = subject_after_comma(units, sentence, range.start)?;
        Some(subject.start).filter(|start| range.contains(start))
    };
    if !clause && !phrase {
        return None;
    }
    let comma = range.clone().find(|at| has_comma(units, *at) && main(*at));
    let main = comma.map(|comma| comma + 1).or_else(after);
    let main = main.or_else(|| beside().filter(|_| phrase))?;
    // "in a speech", "in its May issue"; but "in a year"
    let lead = &units[range.start..main];
    let own = |noun: &Unit| matches!(noun.word, A | AN) || noun.tag == Tag::PossessivePronoun;
    let told = first.word == IN
        && lead.get(1).is_some_and(own)
        && !lead.iter().any(|unit| unit.tag == Tag::Time);
    Some(if told { main } else { range.start })
}
