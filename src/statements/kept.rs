//! Which reports are kept: those that are sure enough, and say something that somebody said.

use super::grammar::cue::WITH_OBJECT;
use super::grammar::syntax::is_passive;
use super::grammar::unsaid::{is_only_told, is_question};
use super::report::Report;
use super::tags::Tag;
use super::units::{Quoted, Unit, UnitIx, Units};
use crate::lexicon::fixed::{AS, DENY, SAY, TOLD};
use crate::lexicon::{Class, Classes};
use crate::model::{Format, Rule};
use std::ops::Range;

/// Reports less sure than this are left out: near the best F1 on PolNeAR's dev and on readouts.
const LEAST: f32 = 0.4;
/// Readers of readouts count more reports than those of the news, which most of the weights are
/// fitted on.
const LEAST_ALONE: f32 = 0.35;
/// A cue of words that no table has for reporting must be this sure.
const LEAST_UNKNOWN: f32 = 0.5;
/// Inside a speech or a turn a report must be this sure: what a speaker tells of others is rarely
/// more than a manner of speaking.
const LEAST_INSIDE: f32 = 0.6;
/// A report that holds another stands so near before it in the list.
const NEAR: usize = 6;

/// Whether the report at `at` among all is kept; `quoted` are those inside of quotations.
pub fn is_kept(
    units: &Units,
    format: Format,
    reports: &[Report],
    at: usize,
    confidence: f32,
    quoted: bool,
) -> bool {
    let report = &reports[at];
    let transcript = format == Format::Transcript;
    // Who is quoted or has the turn speaks of himself; what he tells of others must be sure.
    let own = (quoted || transcript) && is_first_person(units, report);
    if own
        || quoted && (confidence < LEAST_INSIDE || is_of_list(units, report))
        || is_empty(units, report)
        || takes_nothing(units, report)
        || is_of_nobody(units, report)
    {
        return false;
    }
    // "refused | to predict the outcome", "had come | to warn of it"
    let to = units[report.cue.start].tag == Tag::To;
    if to || is_only_told(units, report) || is_question(units, report) {
        return false;
    }
    // A verb that no table has may still report, but must be likelier to.
    if report.rule == Rule::Report && confidence < LEAST_UNKNOWN && !is_known(units, report) {
        return false;
    }
    let near = &reports[at.saturating_sub(NEAR)..at];
    let holds = |other: &Report| other.holds(report.cue.start);
    let in_speech = near.iter().any(|other| other.rule == Rule::Colon && holds(other));
    // A noun that one report tells of another ("he had named a street") is hardly said by anybody.
    let that = report.content.first().is_some_and(|part| {
        matches!(units[part.start].tag, Tag::That | Tag::To | Tag::Complementizer)
    });
    // "quoted the minister as | saying | it was late"
    let as_saying = matches!(&units[..=report.cue.start], [.., before, saying]
        if before.word == AS && saying.tag.is_participle());
    let clause = that || as_saying;
    let inside = near.iter().any(holds);
    // "that Karl Dree had promised | to open the port", "looked forward to | the summit"
    let told = || report.source.is_some() && (inside || is_phrase(report));
    match () {
        () if in_speech => confidence >= LEAST_INSIDE,
        () if inside && !clause || transcript => confidence >= LEAST,
        () => confidence >= LEAST_ALONE || told(),
    }
}

/// What the lexicon has as one cue: "looked forward to", "were of the opinion that".
fn is_phrase(report: &Report) -> bool {
    report.phrase != Classes::default() && !report.content.is_empty()
}

/// "went on foot": behind a phrase that takes a clause or speech stands neither.
fn takes_nothing(units: &Units, report: &Report) -> bool {
    let [only] = &report.content[..] else { return false };
    let clause = |unit: &Unit| {
        let opens = matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer | Tag::Colon);
        opens || unit.tag.is_finite() || unit.quoted != Quoted::Outside
    };
    is_phrase(report)
        && !report.phrase.has_any(WITH_OBJECT)
        && only.start == report.cue.end
        && !units[only.clone()].iter().any(clause)
}

/// "I", "let me"; but not "I am told".
fn is_first_person(units: &Units, report: &Report) -> bool {
    let Some(source) = &report.source else {
        // But "you were warned about it".
        let cue = &units[report.cue.clone()];
        let told = cue.last().is_some_and(|last| last.tag == Tag::SpeechPast);
        return !(told && is_passive(cue));
    };
    let [first, last] = [source.start, source.end - 1].map(|at| units[at].tag);
    first == Tag::First || last == Tag::First && source.len() == 2
}

/// “They did not ask us, | they informed us”, “He sulks, | he complains |, he pays”: clauses of one
/// subject side by side; but “He was ill, he said”.
fn is_of_list(units: &Units, report: &Report) -> bool {
    let Some([he]) = report.source.as_ref().map(|source| &units[source.clone()]) else {
        return false;
    };
    // "He claims | he is ill"
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let apart =
        |start: UnitIx| start < report.cue.start || units[..start].last().is_some_and(comma);
    let same = |part: &Range<UnitIx>| units[part.start].word == he.word && apart(part.start);
    let says = report.cue.clone().any(|at| units.lemma(at) == SAY || units[at].word == TOLD);
    he.tag.is_pronoun() && !says && report.content.iter().any(same)
}

/// Whether the content tells nothing of what was said.
fn is_empty(units: &Units, report: &Report) -> bool {
    // What begins in the middle of an address ("example.org") is no content.
    if report.content.first().is_some_and(|part| units[part.start].tag == Tag::Stop) {
        return true;
    }
    let [only] = &report.content[..] else { return false };
    // "which they had proposed | in April"
    let when = |unit: &Unit| {
        use Tag::{Comma, Determiner, Number, Preposition, Time};
        matches!(unit.tag, Preposition | Determiner | Time | Number | Comma)
    };
    let words = &units[only.clone()];
    if words.iter().all(when) && words.iter().any(|unit| unit.tag == Tag::Time) {
        return true;
    }
    // "answered him", "will announce it": what was said is not here; but "thanked him", "denied
    // this".
    let [word] = words else { return false };
    let takes = |unit: &Unit| unit.classes.has(Class::TakesPhrase);
    let phrase =
        report.phrase.has(Class::TakesPhrase) || units[report.cue.clone()].iter().any(takes);
    match word.tag {
        // "denied it"
        Tag::It => {
            let denies = report.cue.clone().any(|at| units.lemma(at) == DENY);
            !(denies || word.classes.has(Class::Determiner) && phrase)
        }
        // "saluted | emphatically"
        Tag::First | Tag::Relative | Tag::Ly => true,
        Tag::That | Tag::He | Tag::They => !phrase,
        _ => false,
    }
}

/// Whether nobody can have said it.
fn is_of_nobody(units: &Units, report: &Report) -> bool {
    // A mark is nobody, nor is a verb or a part of an address: {"said": "no"}, "Was there a report
    // of it?", "https://example.org/said: no"
    let nobody = |source: &Range<UnitIx>| {
        let source = &units[source.clone()];
        matches!(source[0].tag, Tag::Be | Tag::Have | Tag::Stop)
            || !source.iter().any(|unit| unit.shape.is_word())
    };
    match &report.source {
        // "minister calls | claims | fiction"
        Some(source) => {
            let calls = |unit: &Unit| unit.tag == Tag::SpeechPresent;
            let noun = source.len() == 2
                && source.end == report.cue.start
                && [source.end - 1, source.end].iter().all(|at| calls(&units[*at]));
            noun || nobody(source)
        }
        // "said: No deal." in a line of its own
        None => {
            report.cue.start == report.block.start
                && units[report.cue.start].tag == Tag::SpeechPast
                && units.get(report.cue.end).is_some_and(|next| next.tag == Tag::Colon)
        }
    }
}

/// Whether a table has the cue for reporting.
fn is_known(units: &Units, report: &Report) -> bool {
    const REPORTS: Classes = Classes::of(&[Class::Speech, Class::Thought, Class::NounCue]);
    let reports = |unit: &Unit| unit.classes.has_any(REPORTS) || !unit.shape.is_word();
    report.phrase != Classes::default() || units[report.cue.clone()].iter().any(reports)
}
