//! "As the Secretary said, wheat rots": whose words stand beside "as".

use super::BY_GRAMMAR;
use super::around::LONGEST_SUBJECT;
use super::syntax::{clause_end, clause_start, is_relative, is_speech, is_subject, tells};
use crate::lexicon::fixed::{AS, ONE};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, UnitIx, Units};

/// "As the Secretary said this morning, wheat rots": the content stands after the comma.
pub fn opening(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let start = clause_start(units, sentence, report.cue.start);
    // "And as Ruiz said"
    let start =
        start + usize::from(units[start].tag == Tag::Conjunction && units[start].word != AS);
    let verb = units[report.cue.start].tag;
    // "As one of them put it to me"
    let finite = matches!(verb, Tag::SpeechPast | Tag::SpeechPresent | Tag::Have)
        || report.phrase.has(Class::Speech) && !report.phrase.has(Class::TakesPhrase);
    if units[start].word != AS
        || !finite
        || report.cue.start <= start + 1
        || report.cue.start > start + 10
        // "As he ponders | his next moves, the town is"
        || report.phrase == Classes::default()
            && units.get(report.cue.end).is_some_and(|object| object.tag.is_determiner())
            && !units[report.cue.clone()].iter().any(tells)
        // "But as a former clerk who has written about it, I know"
        || units[start..report.cue.start].iter().any(is_relative)
    {
        return;
    }
    let Some(comma) = (report.cue.end..sentence.end).find(|at| units[*at].tag == Tag::Comma) else {
        return;
    };
    let end = clause_end(units, sentence, comma);
    let words = units[report.cue.end..comma]
        .iter()
        .any(|unit| unit.tag.is_finite() || unit.tag == Tag::That);
    // "As my father, an old man, told us"
    let commas = units[start + 1..report.cue.start].iter().filter(|unit| unit.tag == Tag::Comma);
    let apposed = units[report.cue.start - 1].tag == Tag::Comma;
    let subject = commas.count() != 2 * usize::from(apposed);
    let first = &units[start + 1];
    let noun = is_subject(first.tag) || first.word == ONE;
    if comma + 1 >= end || words || subject || !noun {
        return;
    }
    report.source = Some(start + 1..report.cue.start);
    report.tells(comma + 1..end);
    report.settle(BY_GRAMMAR);
}

/// "The act, | as Ruiz said last night, | is old": what stands around it, or what is quoted behind.
pub fn between(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(source) = report.source.as_ref().filter(|source| source.end == report.cue.start)
    else {
        return;
    };
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let opens = source.start.checked_sub(2).filter(|at| *at > sentence.start && comma(at));
    let opens = opens.filter(|at| units[at + 1].word == AS);
    let closes = (report.cue.end..sentence.end).find(comma);
    let says = units[report.cue.clone()].iter().any(is_speech) || report.phrase.has(Class::Speech);
    let (Some(opens), Some(closes)) = (opens.filter(|_| says), closes) else { return };
    let rest = closes + 1..clause_end(units, sentence, closes);
    if !units[rest.clone()].first().is_some_and(|verb| verb.tag.is_finite()) {
        return;
    }
    let mut quoted = rest.clone().filter(|at| units[*at].quoted != Quoted::Outside);
    let first = quoted.next();
    report.content = match first {
        Some(first) => vec![first..quoted.next_back().unwrap_or(first) + 1],
        None => vec![clause_start(units, sentence, opens)..opens, rest],
    };
    report.settle(BY_GRAMMAR);
}

/// “A dream”, | as Ana Ruiz once put it: what is quoted before the comma.
pub fn closing(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let is_as = |at: &UnitIx| units[*at].word == AS;
    let mut walk = (sentence.start + 1..cue.start).rev().take(LONGEST_SUBJECT);
    let Some(at) = walk.find(|at| is_as(at) || units[*at].tag.is_finite()).filter(is_as) else {
        return;
    };
    let adverb = |at: &UnitIx| matches!(units[*at].tag, Tag::Adverb | Tag::Have);
    let start = cue.start - (at + 1..cue.start).rev().take_while(adverb).count();
    let finite = units[cue.start].tag.is_finite() || report.phrase.has(Class::Past);
    let noun = units[at + 1..start].first().is_some_and(|first| is_subject(first.tag));
    let ends = units[..sentence.end]
        .get(cue.end)
        .is_none_or(|next| next.tag.is_mark() || next.tag == Tag::Preposition);
    let end = at - usize::from(units[at - 1].tag == Tag::Comma);
    let is_quoted = |at: &UnitIx| units[*at].quoted != Quoted::Outside;
    if !finite || !noun || !ends {
        return;
    }
    if let Some(quoted) = (sentence.start..end).rev().take_while(is_quoted).last() {
        report.source = Some(at + 1..start);
        report.tells(quoted..end);
        report.settle(BY_GRAMMAR);
    }
}
