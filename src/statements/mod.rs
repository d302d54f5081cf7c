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
mod tags;
mod units;
mod vocabulary;
mod weights;

use crate::lexicon::Lexicon;
use crate::model::{Draft, Layout, Segments};
use crate::speakers::Cast;
use features::Frame;
use report::Report;
use units::Units;
pub use weights::Weights;

/// Finds every statement with the words that report it.
pub fn attribute(
    text: &str,
    layout: &Layout,
    segments: &Segments,
    _cast: &Cast,
    lexicon: &Lexicon,
    weights: &Weights,
) -> Vec<Draft> {
    let units = units::units(text, segments, lexicon, &weights.vocabulary);
    let reports = reports(layout, segments, &units, lexicon, weights);
    let sure: Vec<(Report, f32)> = (0..reports.len())
        .map(|at| {
            let judged = judge::judge(&units, &weights.judge, &reports, at);
            grammar::confidence(&reports[at]).map_or(judged, |sure| sure.max(judged))
        })
        .zip(&reports)
        .filter(|(confidence, report)| *confidence >= LEAST || grammar::is_plain(&units, report))
        .map(|(confidence, report)| (report.clone(), confidence))
        .collect();
    draft::drafts(segments, &units, layout, lexicon, &sure)
}

/// Reports less sure than this are left out: the best F1 on PolNeAR's train.
const LEAST: f32 = 0.32;

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
    let mut finder = roles::Finder::default();
    let mut reports: Vec<Report> = labelled
        .cues
        .into_iter()
        .map(|cue| {
            let frame = Frame::new(units, &cue.block, cue.units);
            let roles = finder.find(units, &weights.roles, &frame, &labelled.labels);
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
