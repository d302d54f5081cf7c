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
//! 6. [`kept`]: which reports are left out;
//! 7. [`draft`]: kinds, acts, addressees, what stands inside what.

// A content is a list of ranges, often of one.
#![allow(clippy::single_range_in_vec_init)]

mod crf;
mod cues;
mod draft;
mod features;
#[cfg(feature = "fitting")]
pub mod fitting;
mod form;
mod grammar;
pub mod judge;
mod kept;
mod marks;
mod report;
mod roles;
mod sums;
mod tags;
mod units;
mod vocabulary;
mod weights;
mod words;

use crate::lexicon::Lexicon;
use crate::model::{Draft, Layout, Segments};
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
    let mut words = words::Words::new(lexicon, &weights.vocabulary);
    let mut drafts = draft::of_turns(&layout.turns);
    // In readouts of four sentences three report; a long list is copied when it grows.
    drafts.reserve_exact(segments.sentences.len() * 4 / 5);
    for passage in units::passages(segments) {
        let units = units::units(text, segments, passage, &mut words);
        let inner = units::inside(text, &units, &mut words);
        for (units, quoted) in [(units, false), (inner, true)] {
            for (report, confidence) in sure_reports(&units, layout, weights, quoted) {
                drafts.push(draft::of_report(&units, &report, confidence));
            }
        }
    }
    draft::in_order(drafts)
}

/// The reports that are kept, each with its confidence; `quoted` are those inside of quotations.
fn sure_reports(
    units: &Units,
    layout: &Layout,
    weights: &Weights,
    quoted: bool,
) -> Vec<(Report, f32)> {
    let reports = reports(units, layout, weights);
    let mut kept = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let judged = judge::judge(units, &weights.judge, &reports, at);
        let confidence = grammar::confidence(units, report).map_or(judged, |sure| sure.max(judged));
        if kept::is_kept(units, layout.format, &reports, at, confidence, quoted) {
            let mut report = report.clone();
            grammar::relatives::antecedent(units, &mut report);
            kept.push((report, confidence));
        }
    }
    kept
}

/// Everything that may be a report, in text order.
fn reports(units: &Units, layout: &Layout, weights: &Weights) -> Vec<Report> {
    let mut labelled = cues::find(units, &weights.cues, cues::CANDIDATE);
    grammar::propose::cues(units, &mut labelled.cues);
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
    grammar::apply(units, layout, &mut reports);
    reports.retain(|report| !report.content.is_empty());
    reports
}
