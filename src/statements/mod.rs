//! What is said: cues, sources and contents.
//!
//! The grammar proposes, fitted weights choose:
//!
//! 1. [`units`]: a whole quotation counts as one word;
//! 2. [`cues`]: a fitted model finds the words that report;
//! 3. [`roles`]: a second one finds, for each cue, its source and its content;
//! 4. [`grammar`]: what needs no weights, because the marks and the syntax say it: speech after a
//!    colon, lead-ins, several cues on one subject, quotations that go on;
//! 5. [`judge`]: a third fitted model says how sure a report is;
//! 6. [`draft`]: kinds, acts, addressees, what stands inside what.

// A content is a list of ranges, often of one.
#![allow(clippy::single_range_in_vec_init)]

mod crf;
mod cues;
mod draft;
mod features;
#[cfg(feature = "fitting")]
pub mod fitting;
mod grammar;
pub mod judge;
mod report;
mod roles;
mod sums;
mod tags;
mod units;
mod vocabulary;
mod weights;

use crate::lexicon::{Class, Lexicon};
use crate::model::{Draft, Format, Layout, Rule, Segments};
use features::Frame;
use report::Report;
use units::Units;
pub use weights::Weights;

/// Finds every statement with the words that report it.
pub fn attribute(
    text: &str,
    layout: &Layout,
    segments: &Segments,
    lexicon: &Lexicon,
    weights: &Weights,
) -> Vec<Draft> {
    let mut words = units::Words::new(lexicon, &weights.vocabulary);
    let mut drafts = draft::of_turns(&layout.turns);
    // In readouts of four sentences three report; a long list is copied when it grows.
    drafts.reserve_exact(segments.sentences.len() * 4 / 5);
    for passage in units::passages(segments) {
        let units = units::units(text, segments, passage, &mut words);
        let inner = units::inside(text, segments, &units, &mut words);
        for (units, quoted) in [(units, false), (inner, true)] {
            for (report, confidence) in
                sure_reports(&units, layout, segments, lexicon, weights, quoted)
            {
                drafts.push(draft::of_report(&units, segments, lexicon, &report, confidence));
            }
        }
    }
    draft::in_order(drafts)
}

/// The reports that are kept, each with its confidence; `quoted` are those inside of quotations.
fn sure_reports(
    units: &Units,
    layout: &Layout,
    segments: &Segments,
    lexicon: &Lexicon,
    weights: &Weights,
    quoted: bool,
) -> Vec<(Report, f32)> {
    let reports = reports(layout, segments, units, lexicon, weights);
    let mut kept = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let judged = judge::judge(units, &weights.judge, &reports, at);
        let confidence = grammar::confidence(units, report).map_or(judged, |sure| sure.max(judged));
        if is_kept(units, layout.format, &reports, at, confidence, quoted) {
            kept.push((report.clone(), confidence));
        }
    }
    kept
}

/// Reports less sure than this are left out: near the best F1 on PolNeAR's dev, with precision over .7.
const LEAST: f32 = 0.4;

/// A cue of words that no table has for reporting must be this sure.
const LEAST_UNKNOWN: f32 = 0.5;
/// Inside a speech or a turn a report must be this sure: what a speaker tells of others is rarely
/// more than a manner of speaking.
const LEAST_INSIDE: f32 = 0.6;

fn is_kept(
    units: &Units,
    format: Format,
    reports: &[Report],
    at: usize,
    confidence: f32,
    quoted: bool,
) -> bool {
    let report = &reports[at];
    let all = &units.units;
    // "I", "let me"
    let first_person = report.source.as_ref().is_none_or(|source| {
        let [first, last] = [source.start, source.end - 1].map(|at| all[at].tag);
        first == tags::Tag::First || last == tags::Tag::First && source.len() == 2
    });
    if quoted && (first_person || confidence < LEAST_INSIDE) {
        // Who is quoted tells of somebody else.
        return false;
    }
    if format == Format::Transcript && first_person {
        // The speaker of a turn, speaking for himself.
        return false;
    }
    let near = &reports[at.saturating_sub(6)..at];
    let in_speech =
        near.iter().any(|other| other.rule == Rule::Colon && other.holds(report.cue.start));
    // "which they had proposed | in April"
    let when = |unit: &units::Unit| {
        use tags::Tag;
        matches!(unit.tag, Tag::Preposition | Tag::Determiner | Tag::Time | Tag::Number)
    };
    if let [only] = &report.content[..]
        && all[only.clone()].iter().all(when)
        && all[only.clone()].iter().any(|unit| unit.tag == tags::Tag::Time)
    {
        return false;
    }
    // What begins in the middle of an address ("example.org") is no content.
    if report.content.first().is_some_and(|part| all[part.start].tag == tags::Tag::Stop) {
        return false;
    }
    // "answered him", "will announce it": what was said is not here; but "thanked him", "denied this".
    if let [only] = &report.content[..]
        && only.len() == 1
    {
        let phrase = || {
            report.phrase.has(Class::TakesPhrase)
                || all[report.cue.clone()].iter().any(|unit| unit.classes.has(Class::TakesPhrase))
        };
        let this = all[only.start].classes.has(Class::Determiner);
        match all[only.start].tag {
            tags::Tag::It if this && phrase() => {}
            tags::Tag::It | tags::Tag::First | tags::Tag::Relative => return false,
            tags::Tag::That if !phrase() => return false,
            tags::Tag::He | tags::Tag::They if !phrase() => return false,
            _ => {}
        }
    }
    if grammar::is_only_told(units, report) {
        return false;
    }
    // "refused | to predict the outcome", "had come | to warn of it"
    if all[report.cue.start].tag == tags::Tag::To {
        return false;
    }
    // A mark is nobody, nor is a verb or a part of an address: {"said": "no"}, "Was there a report of it?",
    // "https://example.org/said: no"
    let nobody = |source: &std::ops::Range<_>| {
        let source = &all[source.clone()];
        source[0].tag == tags::Tag::Be
            || source[0].tag == tags::Tag::Stop
            || !source.iter().any(|unit| unit.shape.is_word())
    };
    // "said: No deal." in a line of its own
    if report.source.is_none()
        && report.cue.start == report.block.start
        && all[report.cue.start].tag == tags::Tag::SpeechPast
        && all.get(report.cue.end).is_some_and(|next| next.tag == tags::Tag::Colon)
    {
        return false;
    }
    if report.source.as_ref().is_some_and(nobody) || grammar::is_question(units, report) {
        return false;
    }
    // A verb that no table has may still report, but must be likelier to.
    let known = all[report.cue.clone()].iter().any(|unit| {
        let reports = unit.classes.has(Class::Speech) || unit.classes.has(Class::Thought);
        reports || unit.classes.has(Class::NounCue) || !unit.shape.is_word()
    });
    let known = known || report.phrase != crate::lexicon::Classes::default();
    if !known && confidence < LEAST_UNKNOWN && report.rule == Rule::Report {
        return false;
    }
    // A noun that one report tells of another ("he had named a street") is hardly said by anybody.
    let clause = report.content.first().is_some_and(|part| {
        matches!(all[part.start].tag, tags::Tag::That | tags::Tag::To | tags::Tag::Complementizer)
    });
    let nested = !clause && near.iter().any(|other| other.holds(report.cue.start));
    match () {
        () if in_speech => confidence >= LEAST_INSIDE,
        () if nested || format == Format::Transcript => confidence >= LEAST,
        () => confidence >= LEAST || grammar::is_plain(units, reports, at),
    }
}

/// Everything that may be a report, in text order.
fn reports(
    layout: &Layout,
    segments: &Segments,
    units: &Units,
    lexicon: &Lexicon,
    weights: &Weights,
) -> Vec<Report> {
    let mut labelled = cues::find(units, &weights.cues, cues::CANDIDATE);
    grammar::propose::cues(units, segments, lexicon, &mut labelled.cues);
    let mut finder = roles::Finder::new(units, &weights.roles, &labelled.labels);
    let mut reports: Vec<Report> = labelled
        .cues
        .into_iter()
        .map(|cue| {
            let frame = Frame::new(units, &cue.block, cue.units);
            let roles = finder.find(&frame);
            Report {
                cue: frame.cue,
                source: roles.source,
                content: roles.content,
                cue_probability: cue.probability,
                role_probability: roles.probability,
                ..Report::new(cue.block)
            }
        })
        .collect();
    grammar::apply(units, segments, layout, lexicon, &mut reports);
    reports.retain(|report| !report.content.is_empty());
    reports
}
