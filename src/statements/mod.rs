//! What is said: cues, sources and contents.
//!
//! The grammar proposes, fitted weights choose:
//!
//! 1. [`units`]: a whole quotation counts as one word;
//! 2. [`cues`]: a fitted model finds the words that report;
//! 3. [`roles`]: a second one finds, for each cue, its source and its content;
//! 4. [`grammar`]: what needs no weights, because the marks and the syntax say it: speech after a
//!    colon, lead-ins, several cues on one subject, quotations that go on;
//! 5. [`draft`]: kinds, acts, addressees, what stands inside what.

mod crf;
mod cues;
mod draft;
mod features;
#[cfg(feature = "fitting")]
pub mod fitting;
mod grammar;
mod report;
mod roles;
mod tags;
mod units;
mod vocabulary;
mod weights;

use crate::lexicon::Lexicon;
use crate::model::{Draft, Layout, Rule, Segments};
use crate::speakers::Cast;
use features::Frame;
use report::Report;
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
    let mut labelled = cues::find(&units, &weights.cues, cues::CANDIDATE);
    grammar::propose(&units, segments, lexicon, &mut labelled.cues);
    let mut finder = roles::Finder::default();
    let mut reports: Vec<Report> = labelled
        .cues
        .into_iter()
        .map(|cue| {
            let frame = Frame::new(&units, &cue.block, cue.units);
            let roles = finder.find(&units, &weights.roles, &frame, &labelled.labels);
            Report {
                cue: frame.cue,
                source: roles.source,
                content: roles.content,
                block: cue.block,
                rule: Rule::Report,
                confidence: confidence(cue.probability, roles.probability),
            }
        })
        .collect();
    grammar::apply(&units, layout, &mut reports);
    reports.retain(|report| report.confidence >= LEAST && !report.content.is_empty());
    draft::drafts(text, segments, &units, layout, lexicon, &reports)
}

/// Reports less sure than this are left out.
const LEAST: f32 = 0.3;

/// A long content is rarely right to the last word, so the labelling counts with a small power.
fn confidence(cue: f32, roles: f32) -> f32 {
    cue * roles.sqrt().sqrt()
}
