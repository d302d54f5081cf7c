//! Finding the source and the content of one cue: the second fitted model.

use super::crf::Lattice;
use super::features::{
    CueLook, Frame, PLACES, outward, pair_features, place, place_features, role_edge, role_label,
    unit_features,
};
use super::units::{UnitIx, Units};
use super::weights::{Model, Sum};
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

/// Finds roles; keeps what cues of one text share.
#[derive(Debug)]
pub struct Finder<'t> {
    units: &'t Units,
    model: &'t Model<{ role_label::COUNT }>,
    /// The first model's labels.
    labels: &'t [u8],
    /// What the weights of each unit sum to before and after a cue, once it was asked for.
    sums: Vec<[Option<Sum>; 2]>,
    lattice: Lattice<{ role_label::COUNT }>,
    /// The sums of one cue's window.
    window: Vec<Sum>,
    found: Vec<u8>,
}

impl<'t> Finder<'t> {
    pub fn new(
        units: &'t Units,
        model: &'t Model<{ role_label::COUNT }>,
        labels: &'t [u8],
    ) -> Self {
        let (lattice, window, found) = Default::default();
        let sums = vec![[None; 2]; units.units.len()];
        Finder { units, model, labels, sums, lattice, window, found }
    }

    pub fn find(&mut self, frame: &Frame) -> Roles {
        let Frame { cue, window } = frame;
        self.score(frame);
        self.lattice.clear();
        for at in window.clone() {
            // The cue is neither source nor content.
            let factors = match cue.contains(&at) {
                true => [1.0, 0.0, 0.0],
                false => self.model.factors(self.window[at - window.start]),
            };
            self.lattice.push(factors, role_edge(self.units, frame, at));
        }
        self.lattice.viterbi(&self.model.transitions, &mut self.found);
        self.lattice.forward_backward(&self.model.transitions);
        let runs = |label: usize| runs(&self.found, label as u8, window.start);
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
            probability: self.lattice.probability(&self.model.transitions, &self.found),
        }
    }

    /// Sums the weights of every unit in the window.
    fn score(&mut self, frame: &Frame) {
        let Finder { units, model, labels, sums, window, .. } = self;
        let look = CueLook::of(units, frame);
        let places: [Sum; PLACES] = std::array::from_fn(|place| {
            let mut sum = Sum::default();
            place_features(&model.space, &look, place, |feature| sum.add(model, feature));
            sum
        });
        window.clear();
        window.resize(frame.window.len(), Sum::default());
        outward(units, frame, |at, path| {
            let after = at >= frame.cue.end;
            let mut sum = *sums[at][usize::from(after)].get_or_insert_with(|| {
                let mut sum = Sum::default();
                unit_features(&model.space, units, at, labels[at], after, |feature| {
                    sum.add(model, feature);
                });
                sum
            });
            sum.join(places[place(&frame.cue, at)]);
            pair_features(&model.space, units, frame, &look, at, labels[at], path, |feature| {
                sum.add(model, feature);
            });
            window[at - frame.window.start] = sum;
        });
    }

    /// The most probable source, with the neighbours at least half as probable.
    fn likely_source(&self, start: UnitIx) -> Option<Range<UnitIx>> {
        let source = |i: usize| self.lattice.marginal(i)[role_label::SOURCE];
        let n = self.found.len();
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
