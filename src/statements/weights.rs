//! The fitted weights, as they come in the download.
//!
//! `weights.bin` is made by `cargo xtask train` (model card: `weights.md`). Every weight is a small
//! whole number of steps, most of them zero. The file is packed ([`crate::packing`]): the hashes of
//! the words, then for each model the features that carry weights with a number for each label, and
//! the transitions. A word that carries weights in one template is likely to carry some in the
//! next, so that all that is known of a word stands together.

use super::crf::{Transition, each};
use super::features::{
    CUE_TEMPLATES, EDGES, ROLE_EDGES, ROLE_TEMPLATES, Size, Space, cue_label, role_label,
};
use super::judge;
use super::sums::{CueSums, Lanes, RoleSums};
use super::vocabulary::{self, Vocabulary};
use crate::packing::{Bit, Coder, Number, Reader};

#[derive(Clone, Debug)]
pub struct Weights {
    pub vocabulary: Vocabulary,
    pub cues: CueModel,
    pub roles: RoleModel,
    pub judge: judge::Judge,
}

pub type CueModel = Model<CueSums, { cue_label::COUNT }>;
pub type RoleModel = Model<RoleSums, { role_label::COUNT }>;

/// A model ready to read with.
#[derive(Clone, Debug)]
pub struct Model<S, const L: usize> {
    pub sums: S,
    pub transitions: Vec<Transition<L>>,
    /// `exp(-n · STEP)`.
    falls: Vec<f32>,
}

/// Weights arranged for summing.
pub trait Sums {
    fn new(weights: &Emissions<'_>) -> Self;
}

/// The weights of features in steps.
#[derive(Clone, Copy, Debug)]
pub struct Emissions<'w> {
    pub space: &'w Space,
    /// Of each feature one a label.
    steps: &'w [i8],
    labels: usize,
}

impl<'w> Emissions<'w> {
    pub fn new<const L: usize>(space: &'w Space, steps: &'w [[i8; L]]) -> Self {
        Emissions { space, steps: steps.as_flattened(), labels: L }
    }

    /// The weights of a key of a template, by the template's place.
    pub fn lanes(&self, template: usize, key: usize) -> Lanes {
        self.of(self.space.feature(template, key))
    }

    pub fn of(&self, feature: usize) -> Lanes {
        let row = &self.steps[feature * self.labels..][..self.labels];
        // From the highest lane down.
        row[1..].iter().rev().fold(0, |lanes, weight| {
            (lanes << 16) + Lanes::from(i16::from(*weight) - i16::from(row[0]))
        })
    }
}

/// What a step of a weight is worth: a tenth or so.
#[cfg(any(test, feature = "fitting"))]
pub const STEP: f32 = 0.08;
/// `exp(-STEP)`.
const FALL: f32 = 0.923_116_3;
/// Beyond so many steps a label is out of the question.
const FALLS: usize = 1000;

/// The weights of a model in steps, label by label.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps<const L: usize> {
    pub emissions: Vec<[i8; L]>,
    pub transitions: Vec<[[i8; L]; L]>,
}

impl<const L: usize> Steps<L> {
    pub fn zeros(features: usize, edges: usize) -> Self {
        Steps { emissions: vec![[0; L]; features], transitions: vec![[[0; L]; L]; edges] }
    }

    /// The emissions and the transitions, end to end.
    fn parts(&mut self) -> [&mut [i8]; 2] {
        let transitions = self.transitions.as_flattened_mut().as_flattened_mut();
        [self.emissions.as_flattened_mut(), transitions]
    }
}

static SHIPPED: &[u8] = include_bytes!("weights.bin");

impl Weights {
    /// The weights that ship with the library.
    pub fn shipped() -> Self {
        Self::read(SHIPPED)
    }

    /// Weights written by [`write`].
    pub fn read(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let vocabulary = Vocabulary::new(&hashes(&mut reader, Vec::new()));
        let rows = vocabulary.size();
        Weights {
            cues: Model::read(&mut reader, CUE_TEMPLATES, rows, EDGES),
            roles: Model::read(&mut reader, ROLE_TEMPLATES, rows, ROLE_EDGES),
            judge: Model::read(&mut reader, judge::TEMPLATES, rows, 0),
            vocabulary,
        }
    }
}

impl<S: Sums, const L: usize> Model<S, L> {
    pub fn new(space: &Space, steps: &Steps<L>) -> Self {
        let mut falls = vec![1.0; FALLS];
        for at in 1..FALLS {
            falls[at] = falls[at - 1] * FALL;
        }
        let factor = |steps: i8| {
            let fall = falls[usize::from(steps.unsigned_abs())];
            if steps > 0 { 1.0 / fall } else { fall }
        };
        Model {
            sums: S::new(&Emissions::new(space, &steps.emissions)),
            transitions: steps.transitions.iter().map(|t| t.map(|row| row.map(factor))).collect(),
            falls,
        }
    }

    fn read(reader: &mut Reader, templates: &[Size], rows: usize, edges: usize) -> Self {
        let space = Space::new(templates, rows);
        let mut steps = Steps::zeros(space.size(), edges);
        code(reader, templates, rows, L, steps.parts());
        Model::new(&space, &steps)
    }
}

impl<S, const L: usize> Model<S, L> {
    /// The factors of the labels, the largest of them 1.
    #[inline(always)]
    pub fn factors(&self, sum: Lanes) -> [f32; L] {
        let (mut rest, mut scores, mut max) = (sum, [0; L], 0);
        each!(label of L: if label > 0 {
            let lane = rest as i16;
            scores[label] = i32::from(lane);
            max = max.max(scores[label]);
            rest = (rest - Lanes::from(lane)) >> 16;
        });
        debug_assert_eq!(rest, 0, "a lane for each label but the first");
        let mut factors = [0.0; L];
        each!(label of L: {
            let fall = self.falls.get((max - scores[label]) as usize);
            factors[label] = fall.copied().unwrap_or_default();
        });
        factors
    }
}

/// The words of a vocabulary: sorted hashes.
fn hashes(coder: &mut impl Coder, mut hashes: Vec<u32>) -> Vec<u32> {
    let (mut counts, mut gaps) = (Number::NEW, Number::NEW);
    let count = coder.number(hashes.len() as u32, &mut counts);
    hashes.resize((count as usize).min(1 << vocabulary::BITS), 0);
    let (mut written, mut read) = (0, 0u32);
    for hash in &mut hashes {
        read += coder.number(hash.saturating_sub(written), &mut gaps);
        written = *hash;
        *hash = read;
    }
    hashes
}

/// How many weights of a word were seen before: more make another one likelier.
const SEEN: usize = 4;

/// So many keys of a template are asked together whether any carries weights.
const GROUP: usize = 16;

/// The weights of a model whose templates see `rows` words, one a label.
fn code(
    coder: &mut impl Coder,
    templates: &[Size],
    rows: usize,
    labels: usize,
    [emissions, transitions]: [&mut [i8]; 2],
) {
    let mut used = vec![[Bit::NEW; SEEN]; templates.len()];
    let mut row_of = Row::new(labels);
    let space = Space::new(templates, rows);
    let starts = || templates.iter().zip(space.offsets()).enumerate();
    let mut row = |coder: &mut _, emissions: &mut [i8], at: usize, used: &mut Bit| {
        row_of.code(coder, &mut emissions[at * labels..][..labels], used)
    };
    for word in 0..rows {
        let mut seen = 0;
        for (template, (size, start)) in starts() {
            let Size::Rows(times) = size else { continue };
            for at in (start + word * times..).take(*times) {
                seen += usize::from(row(coder, emissions, at, &mut used[template][seen]));
                seen = seen.min(SEEN - 1);
            }
        }
    }
    let mut any = vec![[Bit::NEW; 2]; templates.len()];
    for (template, (size, start)) in starts() {
        let Size::Fixed(keys) = size else { continue };
        let (mut any_before, mut before) = (0, 0);
        for from in (start..start + keys).step_by(GROUP) {
            let group = from..(from + GROUP).min(start + keys);
            let weights = &emissions[group.start * labels..group.end * labels];
            let is_used = weights.iter().any(|weight| *weight != 0);
            any_before = coder.bit(is_used, &mut any[template][any_before]).into();
            for at in group.take(GROUP * any_before) {
                before = row(coder, emissions, at, &mut used[template][before]).into();
            }
        }
    }
    let mut models = vec![Signed::NEW; labels * labels];
    for transition in transitions.chunks_exact_mut(models.len()) {
        for (weight, model) in transition.iter_mut().zip(&mut models) {
            *weight = model.code(coder, *weight);
        }
    }
}

/// What is learnt of the rows of a model while they are coded.
struct Row {
    /// Whether a label carries a weight, by what the labels before it do.
    some: Vec<Bit>,
    values: Vec<Signed>,
}

impl Row {
    fn new(labels: usize) -> Self {
        Row { some: vec![Bit::NEW; 1 << labels], values: vec![Signed::NEW; labels] }
    }

    /// One feature; says whether it carries any weight.
    fn code(&mut self, coder: &mut impl Coder, row: &mut [i8], used: &mut Bit) -> bool {
        let used = coder.bit(row.iter().any(|weight| *weight != 0), used);
        if used {
            let mut before = 1;
            for (weight, values) in row.iter_mut().zip(&mut self.values) {
                let some = coder.bit(*weight != 0, &mut self.some[before]);
                before = (before << 1 | usize::from(some)) & (self.some.len() - 1);
                *weight = if some { values.code(coder, *weight) } else { 0 };
            }
        }
        used
    }
}

/// Whole numbers around zero.
#[derive(Clone)]
struct Signed {
    negative: Bit,
    size: Number,
}

impl Signed {
    const NEW: Signed = Signed { negative: Bit::NEW, size: Number::NEW };

    fn code(&mut self, coder: &mut impl Coder, value: i8) -> i8 {
        let size = coder.number(value.unsigned_abs().into(), &mut self.size).min(127) as i8;
        if coder.bit(value < 0, &mut self.negative) { -size } else { size }
    }
}

/// Packs weights, for `cargo xtask train`. `words` are sorted hashes.
#[cfg(any(test, feature = "fitting"))]
pub fn write(
    words: &[u32],
    cues: &mut Steps<{ cue_label::COUNT }>,
    roles: &mut Steps<{ role_label::COUNT }>,
    judge: &mut Steps<{ judge::COUNT }>,
) -> Vec<u8> {
    let mut writer = crate::packing::Writer::new();
    let rows = hashes(&mut writer, words.to_vec()).len() + 1;
    code(&mut writer, CUE_TEMPLATES, rows, cue_label::COUNT, cues.parts());
    code(&mut writer, ROLE_TEMPLATES, rows, role_label::COUNT, roles.parts());
    code(&mut writer, judge::TEMPLATES, rows, judge::COUNT, judge.parts());
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_whole() {
        let weights = Weights::shipped();
        assert!(weights.vocabulary.size() > 100);
    }

    #[test]
    fn a_step_is_what_it_falls_by() {
        assert!((f64::from(-STEP).exp() - f64::from(FALL)).abs() < 1e-7);
    }

    #[test]
    fn lanes_do_not_touch() {
        let space = Space::new(&[Size::Fixed(1)], 0);
        let steps = [[-127, 127, -127, 1, -128]];
        let emissions = Emissions::new(&space, &steps);
        let one = emissions.lanes(0, 0);
        let model = CueModel::new(
            &Space::new(CUE_TEMPLATES, 1),
            &Steps::zeros(Space::new(CUE_TEMPLATES, 1).size(), 0),
        );
        let [other, first, second, third, last] = model.factors(one * 100);
        assert_eq!((first, second), (1.0, 0.0));
        assert_eq!((other, third, last), (0.0, 0.0, 0.0));
        let single = model.factors(one);
        assert!(single[1] == 1.0 && single[0] == single[2] && single[3] > single[2]);
        assert!(single[4] < single[2]);
    }

    #[test]
    fn what_is_written_is_read() {
        let rows = 4;
        let mut cues = Steps::zeros(Space::new(CUE_TEMPLATES, rows).size(), EDGES);
        let mut roles = Steps::zeros(Space::new(ROLE_TEMPLATES, rows).size(), ROLE_EDGES);
        let mut judge = Steps::zeros(Space::new(judge::TEMPLATES, rows).size(), 0);
        cues.emissions[3] = [0, 5, 0, -127, 1];
        cues.transitions[2][1][3] = -9;
        roles.emissions[77] = [1, 0, -1];
        judge.emissions[9] = [0, 3];
        let bytes = write(&[7, 300, 9000], &mut cues, &mut roles, &mut judge);
        let mut reader = Reader::new(&bytes);
        assert_eq!(hashes(&mut reader, Vec::new()), [7, 300, 9000]);
        let mut read = Steps::zeros(cues.emissions.len(), EDGES);
        code(&mut reader, CUE_TEMPLATES, rows, cue_label::COUNT, read.parts());
        assert!(read == cues);
        let mut read = Steps::zeros(roles.emissions.len(), ROLE_EDGES);
        code(&mut reader, ROLE_TEMPLATES, rows, role_label::COUNT, read.parts());
        assert!(read == roles);
        let mut read = Steps::zeros(judge.emissions.len(), 0);
        code(&mut reader, judge::TEMPLATES, rows, judge::COUNT, read.parts());
        assert!(read == judge);
    }
}
