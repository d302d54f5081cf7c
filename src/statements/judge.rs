//! How sure a report is: the third fitted model.
//!
//! It sees a whole report (how probable its cue and its labelling were, what its words look like,
//! which rule made it, what it overlaps) and gives the probability that content and source are both
//! right, as annotators of news and of readouts would judge: it was fitted on reports of texts that
//! the other two models had not seen.

use super::features::{CLASSES_IN_ALL, Size, Space};
use super::report::Report;
use super::sums::Lanes;
use super::tags::{TAGS, Tag};
use super::units::{Quoted, Unit, Units};
use super::weights::{Emissions, Model, Sums};
use crate::lexicon::Classes;
use crate::model::Rule;

/// Labels: the report is wrong (0), the report is right (1).
pub const COUNT: usize = 2;

const CUE_LEVELS: usize = 12;
const ROLE_LEVELS: usize = 10;
const LENGTHS: usize = 8;
const RULES: usize = 11;

/// Templates in the order in which [`features`] gives them.
pub const TEMPLATES: &[Size] = &[
    Size::Fixed(CUE_LEVELS),
    Size::Fixed(ROLE_LEVELS),
    Size::Fixed(CUE_LEVELS * ROLE_LEVELS),
    Size::Fixed(TAGS),
    Size::Fixed(TAGS),
    Size::Fixed(TAGS),
    Size::Fixed(TAGS),
    Size::Fixed(3 * LENGTHS),
    Size::Fixed(TAGS * 3),
    Size::Fixed(TAGS),
    Size::Fixed(LENGTHS * 3),
    Size::Fixed(RULES),
    Size::Fixed(4),
    Size::Fixed(2 * 2 * 2 * 2),
    Size::Rows(1),
    Size::Fixed(CLASSES_IN_ALL),
];

pub type Judge = Model<Flat, COUNT>;

/// The weights of each feature.
#[derive(Clone, Debug)]
pub struct Flat {
    space: Space,
    weights: Vec<Lanes>,
}

impl Sums for Flat {
    fn new(weights: &Emissions<'_>) -> Self {
        let space = weights.space.clone();
        let weights = (0..space.size()).map(|feature| weights.of(feature)).collect();
        Flat { space, weights }
    }
}

/// The probability that the report at `at` is right.
pub fn judge(units: &Units, model: &Judge, reports: &[Report], at: usize) -> f32 {
    let Flat { space, weights } = &model.sums;
    let mut sum = 0;
    features(space, units, reports, at, |feature| {
        sum += weights.get(feature as usize).copied().unwrap_or_default();
    });
    let [wrong, right] = model.factors(sum);
    right / (wrong + right)
}

/// The features of the report at `at` among all.
pub fn features(space: &Space, units: &Units, reports: &[Report], at: usize, put: impl FnMut(u32)) {
    let report = &reports[at];
    let cue = &units[report.cue.start..report.cue.end];
    let tag = |unit: Option<&Unit>| unit.map_or(Tag::Edge, |unit| unit.tag) as usize;
    let head = cue.iter().rev().find(|unit| unit.tag.reports()).or(cue.first());
    let content = report.reach();
    let source = report.source.as_ref();
    let (side, gap) = match source {
        None => (2, 0),
        Some(source) if source.end <= report.cue.start => (0, report.cue.start - source.end),
        Some(source) => (1, source.start.saturating_sub(report.cue.end)),
    };
    let sure_of_roles = if report.settled { 1.0 } else { report.role_probability };
    let levels = (level(report.cue_probability, CUE_LEVELS), level(sure_of_roles, ROLE_LEVELS));
    let after = usize::from(content.start >= report.cue.end);
    let quoted = units[content.clone()].iter().fold((false, false), |(inside, whole), unit| {
        (inside || unit.quoted == Quoted::Inside, whole || unit.quoted == Quoted::Whole)
    });
    let has = |wanted: &[Tag]| usize::from(cue.iter().any(|unit| wanted.contains(&unit.tag)));
    let mut features = space.from(0, put);
    let mut next = |key| features.next(key);
    next(levels.0);
    next(levels.1);
    next(levels.0 * ROLE_LEVELS + levels.1);
    next(tag(head));
    next(tag(cue.first()));
    next(tag(report
        .cue
        .start
        .checked_sub(1)
        .filter(|before| *before >= report.block.start)
        .map(|before| &units[before])));
    next(tag(source.and_then(|source| units.get(source.start))));
    next(side * LENGTHS + length(gap));
    next(
        tag(units.get(content.start)) * 3
            + after * 2
            + usize::from(content.start == report.cue.end),
    );
    next(tag(units[..content.end].last()));
    next(length(content.len()) * 3 + if quoted.1 { 2 } else { usize::from(quoted.0) });
    next(key(report.rule));
    next(overlap(reports, at));
    let parts = usize::from(report.content.len() > 1);
    next(((has(&[Tag::Negation]) * 2 + has(&[Tag::Auxiliary])) * 2 + has(&[Tag::To])) * 2 + parts);
    next(head.map_or(0, |unit| unit.lemma as usize));
    features.classes(head.map_or(Classes::default(), |unit| unit.classes), 1, 0);
}

/// Odds of one in twenty and less are the lowest level; each next one begins at twice the odds.
fn level(probability: f32, levels: usize) -> usize {
    let mut odds = 20.0 * probability / (1.0 - probability).max(1e-6);
    let mut level = 0;
    while odds >= 2.0 && level + 1 < levels {
        odds *= 0.5;
        level += 1;
    }
    level
}

fn length(units: usize) -> usize {
    match units {
        0..=2 => units,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        17..=32 => 6,
        _ => 7,
    }
}

/// 0: alone; 1: the cue stands in another's content; 2: the content holds another's cue;
/// 3: the contents cross.
fn overlap(reports: &[Report], at: usize) -> usize {
    let report = &reports[at];
    let near = |other: &&Report| other.block == report.block && **other != *report;
    let around = reports[at.saturating_sub(4)..(at + 5).min(reports.len())].iter().filter(near);
    let mut worst = 0;
    for other in around {
        let kind = match () {
            () if other.holds(report.cue.start) => 1,
            () if report.holds(other.cue.start) => 2,
            () if other.reach().start < report.reach().end
                && report.reach().start < other.reach().end =>
            {
                3
            }
            () => 0,
        };
        worst = worst.max(kind);
    }
    worst
}

/// The number by which the weights know a rule; a new rule needs new weights. Number 2 is free.
const fn key(rule: Rule) -> usize {
    match rule {
        Rule::Colon => 0,
        Rule::Quotation => 1,
        Rule::Bare => 3,
        Rule::Report => 4,
        Rule::AccordingTo => 5,
        Rule::LeadIn => 6,
        Rule::Trailer => 7,
        Rule::Headline => 8,
        Rule::Noun => 9,
        Rule::Label => 10,
    }
}
