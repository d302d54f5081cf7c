//! Finding the source and the content of one cue: the second fitted model.

use super::crf::Lattice;
use super::features::{Frame, role_edge, role_features, role_label};
use super::units::{UnitIx, Units};
use super::weights::Model;
use std::ops::Range;

/// What belongs to a cue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roles {
    pub source: Option<Range<UnitIx>>,
    pub content: Vec<Range<UnitIx>>,
    /// Of the whole labelling.
    pub probability: f32,
}

/// Nine of ten reports have a source, so a unit that is the source with this probability is taken
/// where the best labelling has none.
const LIKELY_SOURCE: f32 = 0.15;

/// Scratch space, kept from cue to cue.
#[derive(Debug, Default)]
pub struct Finder {
    lattice: Lattice<{ role_label::COUNT }>,
    features: Vec<Vec<u32>>,
    labels: Vec<u8>,
}

impl Finder {
    pub fn find(
        &mut self,
        units: &Units,
        model: &Model<{ role_label::COUNT }>,
        frame: &Frame,
        labels: &[u8],
    ) -> Roles {
        let Frame { cue, window } = frame;
        let length = window.len();
        if self.features.len() < length {
            self.features.resize(length, Vec::new());
        }
        self.features[..length].iter_mut().for_each(Vec::clear);
        let features = &mut self.features;
        role_features(&model.space, units, frame, labels, |at, feature| {
            features[at - window.start].push(feature);
        });
        self.lattice.clear();
        for at in window.clone() {
            let scores = if cue.contains(&at) {
                [0.0, -1e4, -1e4]
            } else {
                model.sum(self.features[at - window.start].iter().copied())
            };
            self.lattice.push(scores, role_edge(units, frame, at));
        }
        self.lattice.viterbi(&model.transitions, &mut self.labels);
        self.lattice.forward_backward(&model.transitions);
        let runs = |label: usize| runs(&self.labels, label as u8, window.start);
        let sources = runs(role_label::SOURCE);
        Roles {
            source: match sources.len() {
                0 => self.likely_source(window.start),
                // Of several the nearest to the cue.
                _ => {
                    let far = |run: &Range<UnitIx>| {
                        if run.end <= cue.start {
                            cue.start - run.end
                        } else {
                            run.start - cue.start
                        }
                    };
                    sources.into_iter().min_by_key(far)
                }
            },
            content: runs(role_label::CONTENT),
            probability: self.lattice.probability(&model.transitions, &self.labels),
        }
    }

    /// The most probable source, with the neighbours at least half as probable.
    fn likely_source(&self, start: UnitIx) -> Option<Range<UnitIx>> {
        let source = |i: usize| self.lattice.marginal(i)[role_label::SOURCE];
        let n = self.labels.len();
        let best = (0..n).max_by(|a, b| source(*a).total_cmp(&source(*b)))?;
        if source(best) < LIKELY_SOURCE {
            return None;
        }
        let half = source(best) * 0.5;
        let from = (0..best).rev().take_while(|i| source(*i) >= half).last().unwrap_or(best);
        let to = (best..n).take_while(|i| source(*i) >= half).last().unwrap_or(best) + 1;
        Some(start + from..start + to)
    }
}

/// The runs of a label, moved by `start`.
fn runs(labels: &[u8], label: u8, start: UnitIx) -> Vec<Range<UnitIx>> {
    let mut runs: Vec<Range<UnitIx>> = Vec::new();
    for (i, _) in labels.iter().enumerate().filter(|(_, l)| **l == label) {
        match runs.last_mut() {
            Some(run) if run.end == start + i => run.end += 1,
            _ => runs.push(start + i..start + i + 1),
        }
    }
    runs
}
