//! Finding cues: the first fitted model.
//!
//! It labels each unit of a paragraph and gives the probability that it belongs to a cue. A cue is
//! a unit whose probability reaches [`CANDIDATE`], with the neighbours that go on with it.

use super::crf::{Lattice, argmax};
use super::features::{Surroundings, cue_label};
use super::units::{UnitIx, Units};
use super::weights::CueModel;
use crate::model::sort_by_number;
use std::ops::Range;

/// Below this probability a unit is not looked at as a cue.
pub const CANDIDATE: f32 = 0.1;

#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    pub units: Range<UnitIx>,
    /// The units of its block.
    pub block: Range<UnitIx>,
    pub probability: f32,
}

/// What the first model says of a text.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    /// The most probable label of each unit.
    pub labels: Vec<u8>,
    /// In text order, without overlaps.
    pub cues: Vec<Cue>,
}

/// Labels the text; `keep` is the least probability of a cue.
pub fn find(units: &Units, model: &CueModel, keep: f32) -> Labelled {
    let mut out = Labelled { labels: Vec::with_capacity(units.len()), cues: Vec::new() };
    let mut lattice = Lattice::default();
    let (mut around, mut sums, mut marginals) = (Surroundings::default(), Vec::new(), Vec::new());
    for block in &units.blocks {
        around.of(units, block);
        model.sums.of(units, block, &around, &mut sums);
        lattice.clear();
        for (unit, sum) in units[block.clone()].iter().zip(&sums) {
            lattice.push(model.factors(*sum), unit.tag as u16);
        }
        lattice.forward_backward(&model.transitions);
        marginals.clear();
        marginals.extend((0..block.len()).map(|i| lattice.marginal(i)));
        out.labels.extend(marginals.iter().map(|m| argmax(m) as u8));
        spans(units, &marginals, block, keep, &mut out.cues);
    }
    out
}

/// From the most probable units outward: what goes on with a cue, at half its probability, is part
/// of it.
fn spans(
    units: &Units,
    marginals: &[[f32; cue_label::COUNT]],
    block: &Range<UnitIx>,
    keep: f32,
    out: &mut Vec<Cue>,
) {
    let begins = |i: usize| marginals[i][cue_label::CUE_BEGINS];
    let goes_on = |i: usize| marginals[i][cue_label::CUE_GOES_ON];
    let cue = |i: usize| begins(i) + goes_on(i);
    let likely =
        |m: &[f32; cue_label::COUNT]| m[cue_label::CUE_BEGINS] + m[cue_label::CUE_GOES_ON] >= keep;
    let peaks = marginals.iter().enumerate().filter(|(_, m)| likely(m));
    let mut peaks: Vec<usize> = peaks.map(|(i, _)| i).collect();
    if peaks.is_empty() {
        return;
    }
    // Floats of one sign sort as their bits do.
    sort_by_number(&mut peaks, |peak| u64::from(u32::MAX - cue(*peak).to_bits()));
    let (mut found, mut taken) = (Vec::new(), vec![false; marginals.len()]);
    for peak in peaks {
        if taken[peak] {
            continue;
        }
        let half = cue(peak) * 0.5;
        let (mut from, mut to) = (peak, peak + 1);
        while from > 0 && goes_on(from) > begins(from) && cue(from - 1) >= half {
            from -= 1;
        }
        // It would go on with a surer one.
        if taken[from..peak].contains(&true) {
            continue;
        }
        while to < taken.len() && !taken[to] && goes_on(to) >= half && goes_on(to) > begins(to) {
            to += 1;
        }
        taken[from..to].fill(true);
        while to > from + 1 && units[block.start + to - 1].tag.is_mark() {
            to -= 1;
        }
        found.push(Cue {
            units: block.start + from..block.start + to,
            block: block.clone(),
            probability: cue(peak),
        });
    }
    sort_by_number(&mut found, |cue| cue.units.start as u64);
    out.append(&mut found);
}
