//! Finding the source and the content of one cue: the second fitted model.

use super::crf::Lattice;
use super::features::{Frame, role_edge, role_label};
use super::sums::Sides;
use super::units::{UnitIx, Units};
use super::weights::RoleModel;
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
    units: &'t Units<'t>,
    model: &'t RoleModel,
    /// The first model's labels.
    labels: &'t [u8],
    /// What the weights of each unit sum to before and after a cue.
    sums: Vec<Sides>,
    lattice: Lattice<{ role_label::COUNT }>,
    /// The sums of one cue's window.
    window: Vec<i32>,
    found: Vec<u8>,
}

impl<'t> Finder<'t> {
    pub fn new(units: &'t Units, model: &'t RoleModel, labels: &'t [u8]) -> Self {
        let (lattice, window, found) = Default::default();
        let sums = model.sums.of_units(units, labels);
        Finder { units, model, labels, sums, lattice, window, found }
    }

    pub fn find(&mut self, frame: &Frame) -> Roles {
        let Frame { cue, window } = frame;
        self.model.sums.of(self.units, frame, &self.sums, self.labels, &mut self.window);
        self.lattice.clear();
        for at in window.clone() {
            // The cue is neither source nor content.
            let factors = match cue.contains(&at) {
                true => [1.0, 0.0, 0.0],
                false => self.model.factors(self.window[at - window.start].into()),
            };
            self.lattice.push(factors, role_edge(self.units, frame, at));
        }
        let probability = self.lattice.best(&self.model.transitions, &mut self.found);
        let content = runs(&self.found, role_label::CONTENT as u8, window.start);
        // Of several sources the nearest to the cue.
        let far = |run: &Range<UnitIx>| match run.end <= cue.start {
            true => cue.start - run.end,
            false => run.start - cue.start,
        };
        let sources = runs(&self.found, role_label::SOURCE as u8, window.start);
        let source = sources.into_iter().min_by_key(far);
        let source = source.or_else(|| self.likely_source(window.start));
        Roles { source, content, probability }
    }

    /// The most probable source, with the neighbours at least half as probable.
    fn likely_source(&mut self, start: UnitIx) -> Option<Range<UnitIx>> {
        self.lattice.backward(&self.model.transitions);
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
