//! Verbs of one subject side by side, as a communiqué has them: "The two sides reaffirm their
//! support, *undertake* to release the crew and *decide* to meet".

use super::BY_GRAMMAR;
use super::contents::that_follows;
use super::cue::phrase_end;
use super::syntax::{clause_end, is_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::AND;
use crate::model::sort_by_number;
use crate::statements::report::{Report, starting_in};
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, UnitIx, Units};
use std::ops::Range;

/// A verb of the list, and the place of the comma or the "and" before it.
struct Listed {
    joint: UnitIx,
    verb: UnitIx,
}

/// A report of its own for each verb of a list in the present; of the past the fitted model knows
/// enough.
pub fn in_the_present(units: &Units, reports: &mut Vec<Report>) {
    let mut found: Vec<Report> = Vec::new();
    for sentence in &units.sentences {
        let here = starting_in(reports, sentence);
        let Some(at) = here.clone().find(|at| opens(units, sentence, &reports[*at])) else {
            continue;
        };
        let first = &mut reports[at];
        let verb = first.cue.start + adverbs(units, first.cue.start);
        let listed = listed(units, sentence, verb);
        let Some(next) = listed.first() else { continue };
        let end = next.joint.max(first.cue.end);
        first.end_by(end);
        first.raise_cue(BY_GRAMMAR);
        let (source, block) = (first.source.clone(), first.block.clone());
        for (number, Listed { verb, .. }) in listed.iter().enumerate() {
            let end = listed.get(number + 1).map(|next| next.joint);
            let end = end.unwrap_or_else(|| clause_end(units, sentence, *verb));
            let known = reports[here.clone()].iter_mut().find(|known| known.cue.contains(verb));
            let Some(known) = known else {
                found.push(Report {
                    source: source.clone(),
                    ..behind(units, *verb, end, block.clone())
                });
                continue;
            };
            known.source = source.clone();
            known.content.retain(|part| part.start >= known.cue.end);
            known.end_by(end);
            known.drop_empty();
            known.settle(BY_GRAMMAR);
        }
    }
    found.iter_mut().for_each(Report::drop_empty);
    reports.append(&mut found);
    sort_by_number(reports, |report| report.cue.start as u64);
}

/// What a verb tells that the fitted model does not know there: "reminds | the parties | that".
fn behind(units: &Units, verb: UnitIx, end: UnitIx, block: Range<UnitIx>) -> Report {
    let cue = verb..phrase_end(units, verb);
    let tells = units[verb].classes.has(Class::TakesAddressee);
    let that = that_follows(units, units.sentence_of(verb), cue.end);
    let that = that.filter(|that| tells && *that < end);
    Report {
        addressee: that.map(|that| cue.end..that).filter(|whom| !whom.is_empty()),
        content: vec![that.unwrap_or(cue.end)..end.max(cue.end)],
        cue,
        ..Report::settled(block, BY_GRAMMAR)
    }
}

/// Whether a report is the first of a list: its subject opens the sentence, and its verb is of the
/// present.
fn opens(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> bool {
    let cue = report.cue.start;
    let verb = units[cue + adverbs(units, cue)].tag;
    let beside = |source: &&Range<UnitIx>| source.end == cue && source.start >= sentence.start;
    let source = report.source.as_ref().filter(beside);
    let lead = |subject: UnitIx| {
        let lead = &units[sentence.start..subject];
        lead.is_empty() || lead[0].tag == Tag::Preposition && lead.len() < LONGEST_LEAD
    };
    matches!(verb, Tag::SpeechBase | Tag::SpeechPresent)
        && units[cue].quoted == Quoted::Outside
        && report.is_firm()
        && source.is_some_and(|source| is_subject(units[source.start].tag) && lead(source.start))
}

/// "In the Declaration, | the two sides reaffirm": so many words may stand before the subject.
const LONGEST_LEAD: usize = 8;

/// The verbs behind `verb` that the same subject has.
fn listed(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Vec<Listed> {
    let tag = |at: UnitIx| units[at].tag;
    let fits = |at: UnitIx| match tag(verb) {
        Tag::SpeechBase => matches!(tag(at), Tag::SpeechBase | Tag::ThoughtBase),
        _ => tag(at) == Tag::SpeechPresent,
    };
    let mut found: Vec<Listed> = Vec::new();
    for at in verb + 1..sentence.end {
        if units[at].quoted != Quoted::Outside || !fits(at) || !takes(units, at) {
            continue;
        }
        let before = (verb + 1..at).rev().find(|at| !tag(*at).is_adverb());
        let Some(joint) = before else { continue };
        let mark = |at: UnitIx| matches!(tag(at), Tag::Comma | Tag::Semicolon);
        let last = found.last().map_or(verb, |last| last.verb);
        // "call upon donors to pay and | decide": the donors, or whoever calls. "our commitment to
        // peace and | declare"
        let noun = |at: UnitIx| matches!(tag(at), Tag::Word | Tag::NounCue);
        let open = |at: UnitIx| match tag(at) {
            Tag::To => !is_subject(tag(at + 1)) && tag(verb) == Tag::SpeechBase && !noun(at - 1),
            tag => matches!(tag, Tag::That | Tag::Complementizer),
        };
        let joint = match () {
            () if mark(joint) => joint,
            () if units[joint].word != AND => continue,
            () if mark(joint - 1) => joint - 1,
            () if found.is_empty() && (last + 1..joint).any(open) => continue,
            () => joint,
        };
        found.push(Listed { joint, verb: at });
    }
    found
}

/// What may be a noun too is a verb before an object, a clause, or the rest of its phrase: "trade,
/// | demand | and supply", "and | call | on both sides".
fn takes(units: &Units, verb: UnitIx) -> bool {
    let next = units.get(verb + 1).map_or(Tag::Edge, |next| next.tag);
    let phrase = units.phrase(verb);
    let phrase =
        phrase.is_some_and(|(classes, _)| classes.has(Class::Speech) && classes.has(Class::Verb));
    let object = matches!(next, Tag::Determiner | Tag::PossessivePronoun | Tag::Honorific);
    phrase || object || matches!(next, Tag::That | Tag::To)
}

/// How many adverbs stand at `at`: "strongly condemn".
fn adverbs(units: &Units, at: UnitIx) -> usize {
    (at..units.len() - 1).take_while(|at| units[*at].tag.is_adverb()).count()
}
