//! What is said before a court: "the jury was told that he rang".

use super::BY_GRAMMAR;
use super::contents::is_name_like;
use super::syntax::{clause_end, clause_start, has_finite, is_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::{HEARD, HEARS};
use crate::statements::report::{Report, starting_in};
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, UnitIx, Units};
use std::ops::Range;

/// Who hears in "the court [has] heard", "a jury was told": the place of the noun.
fn hearer(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Option<UnitIx> {
    let mut before = (sentence.start..verb).rev().take(6);
    // "an inquest at Port Clement heard"
    let noun = before.find(|at| {
        let tag = units[*at].tag;
        let helps = matches!(tag, Tag::Have | Tag::Be | Tag::Adverb | Tag::Auxiliary);
        let place = matches!(tag, Tag::Name | Tag::Preposition);
        !helps && (!place || units[*at].classes.has(Class::Hearing))
    })?;
    units[noun].classes.has(Class::Hearing).then_some(noun)
}

/// "heard" in "the court heard".
pub fn is_heard(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    matches!(units[verb].word, HEARD | HEARS)
        && units[verb].quoted == Quoted::Outside
        && hearer(units, sentence, verb).is_some()
}

/// "The court heard that he rang", "He rang, a jury was told on Monday": what is said in a court
/// has no source, if none is named. The content follows, or is the clause before the comma.
pub fn heard(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let cue = reports[at].cue.clone();
    let passive = units[cue.clone()].iter().any(|unit| unit.tag == Tag::Be);
    let Some(verb) = cue.clone().find(|verb| {
        passive && units[*verb].tag == Tag::SpeechPast || is_heard(units, sentence, *verb)
    }) else {
        return;
    };
    let Some(noun) = hearer(units, sentence, verb) else { return };
    let start = (sentence.start..=noun).rev().take_while(|at| is_name_like(units, *at)).last();
    let Some(start) = start else { return };
    let comma =
        start.checked_sub(1).filter(|at| sentence.contains(at) && units[*at].tag == Tag::Comma);
    let end = clause_end(units, sentence, cue.end);
    let rest = &units[cue.end.min(end)..end];
    let follows = rest.first().is_some_and(|first| {
        first.tag == Tag::That || (is_subject(first.tag) || first.tag == Tag::S) && has_finite(rest)
    });
    let by = reports[at].source.clone().filter(|source| source.start >= cue.end);
    // "The court heard from two nurses | that"
    if let Some(by) = by.as_ref().filter(|_| !passive) {
        let content = &mut reports[at].content;
        content.retain(|part| !part.contains(&noun));
        for part in content.iter_mut().filter(|part| part.contains(&by.start)) {
            part.start = by.end;
        }
    }
    let before = comma.map(|comma| clause_start(units, sentence, comma)..comma);
    let content = match before.filter(|clause| !clause.is_empty()) {
        _ if by.is_some() => return,
        _ if follows => cue.end..end,
        Some(clause) => clause,
        None => return,
    };
    // "The road, the court heard, | was blocked"
    let behind = match rest {
        [comma, verb, ..] if comma.tag == Tag::Comma && verb.tag.is_finite() => cue.end + 1..end,
        _ => end..end,
    };
    if !follows {
        let inside = starting_in(reports, &content);
        for other in &mut reports[inside] {
            other.end_by(content.end);
        }
    }
    let report = &mut reports[at];
    report.source = None;
    report.addressee = Some(start..noun + 1);
    report.content = vec![content, behind];
    report.drop_empty();
    report.settle(BY_GRAMMAR);
}
