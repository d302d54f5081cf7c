//! The fitted weights, as they come in the download.
//!
//! `weights.bin` is made by `cargo xtask train` (model card: `weights.md`). Every weight is a small
//! whole number of steps, most of them zero. The file is packed ([`crate::packing`]): the hashes of
//! the words, then for each model the features that carry weights with a number for each label, and
//! the transitions. A word that carries weights in one template is likely to carry some in the next,
//! so that all that is known of a word stands together.

use super::crf::Transition;
use super::features::{
    CUE_TEMPLATES, EDGES, ROLE_EDGES, ROLE_TEMPLATES, Size, Space, cue_label, role_label,
};
use super::judge;
use super::vocabulary::{self, Vocabulary};
use crate::packing::{Bit, Coder, Number, Reader};

#[derive(Clone, Debug)]
pub struct Weights {
    pub vocabulary: Vocabulary,
    pub cues: Model<{ cue_label::COUNT }>,
    pub roles: Model<{ role_label::COUNT }>,
    pub judge: Model<{ judge::COUNT }>,
}

/// A model ready to read with.
#[derive(Clone, Debug)]
pub struct Model<const L: usize> {
    pub space: Space,
    /// Of each feature the weights of all labels but the first, less that of the first: sixteen
    /// bits a label, summed all at once.
    emissions: Vec<i64>,
    pub transitions: Vec<Transition<L>>,
    /// `exp(-n · STEP)`.
    falls: Vec<f32>,
}

/// What a step of a weight is worth: a tenth or so.
#[cfg(any(test, feature = "fitting"))]
pub const STEP: f32 = 0.08;
/// `exp(-STEP)`.
const FALL: f32 = 0.923_116_3;
/// Beyond so many steps a label is out of the question.
const FALLS: usize = 1000;

/// The weights of some features, summed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum(i64);

impl Sum {
    #[inline(always)]
    pub fn add<const L: usize>(&mut self, model: &Model<L>, feature: u32) {
        self.0 += model.emissions.get(feature as usize).copied().unwrap_or_default();
    }

    pub fn join(&mut self, other: Sum) {
        self.0 += other.0;
    }
}

/// The weights of a model in steps, label by label.
#[derive(Clone, Debug)]
pub struct Steps<const L: usize> {
    pub emissions: Vec<[i8; L]>,
    pub transitions: Vec<[[i8; L]; L]>,
}

impl<const L: usize> Steps<L> {
    pub fn zeros(features: usize, edges: usize) -> Self {
        Steps { emissions: vec![[0; L]; features], transitions: vec![[[0; L]; L]; edges] }
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

impl<const L: usize> Model<L> {
    pub fn new(space: Space, steps: &Steps<L>) -> Self {
        let mut falls = vec![1.0; FALLS];
        for at in 1..FALLS {
            falls[at] = falls[at - 1] * FALL;
        }
        let lanes = |row: &[i8; L]| {
            let lanes = row[1..].iter().enumerate();
            lanes.fold(0i64, |sum, (lane, weight)| {
                sum + (i64::from(i16::from(*weight) - i16::from(row[0])) << (16 * lane))
            })
        };
        let factor = |steps: i8| {
            let fall = falls[usize::from(steps.unsigned_abs())];
            if steps > 0 { 1.0 / fall } else { fall }
        };
        Model {
            space,
            emissions: steps.emissions.iter().map(lanes).collect(),
            transitions: steps.transitions.iter().map(|t| t.map(|row| row.map(factor))).collect(),
            falls,
        }
    }

    fn read(reader: &mut Reader, templates: &[Size], rows: usize, edges: usize) -> Self {
        let space = Space::new(templates, rows);
        let mut steps = Steps::zeros(space.size(), edges);
        code(reader, templates, rows, &mut steps);
        Model::new(space, &steps)
    }

    /// The factors of the labels, the largest of them 1.
    pub fn factors(&self, sum: Sum) -> [f32; L] {
        let (mut rest, mut scores, mut max) = (sum.0, [0; L], 0);
        for score in &mut scores[1..] {
            let lane = rest as i16;
            *score = i32::from(lane);
            max = max.max(*score);
            rest = (rest - i64::from(lane)) >> 16;
        }
        scores.map(|score| self.falls.get((max - score) as usize).copied().unwrap_or_default())
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

/// The weights of a model whose templates see `rows` words.
fn code<const L: usize>(
    coder: &mut impl Coder,
    templates: &[Size],
    rows: usize,
    steps: &mut Steps<L>,
) {
    let mut rows_of = Rows::new();
    let space = Space::new(templates, rows);
    let starts = || templates.iter().zip(space.offsets()).enumerate();
    for row in 0..rows {
        let mut seen = 0;
        for (template, (size, start)) in starts() {
            let Size::Rows(times) = size else { continue };
            for at in (start + row * times..).take(*times) {
                let model = &mut rows_of.used[template][seen];
                let used = rows_of.weights.code(coder, &mut steps.emissions[at], model);
                seen = (seen + usize::from(used)).min(SEEN - 1);
            }
        }
    }
    for (template, (size, start)) in starts() {
        let Size::Fixed(keys) = size else { continue };
        let mut before = 0;
        for at in (start..).take(*keys) {
            let model = &mut rows_of.used[template][before];
            before = rows_of.weights.code(coder, &mut steps.emissions[at], model).into();
        }
    }
    let mut models = vec![Signed::NEW; L * L];
    for transition in &mut steps.transitions {
        for (weight, model) in transition.as_flattened_mut().iter_mut().zip(&mut models) {
            *weight = model.code(coder, *weight);
        }
    }
}

/// What is learnt of a model's weights while they are coded.
struct Rows<const L: usize> {
    /// Whether a feature carries any weight, by template.
    used: Vec<[Bit; SEEN]>,
    weights: Row<L>,
}

impl<const L: usize> Rows<L> {
    fn new() -> Self {
        Rows {
            used: vec![[Bit::NEW; SEEN]; 32],
            weights: Row { some: vec![Bit::NEW; 1 << L], values: [const { Signed::NEW }; L] },
        }
    }
}

struct Row<const L: usize> {
    /// Whether a label carries a weight, by what the labels before it do.
    some: Vec<Bit>,
    values: [Signed; L],
}

impl<const L: usize> Row<L> {
    /// One feature; says whether it carries any weight.
    fn code(&mut self, coder: &mut impl Coder, row: &mut [i8; L], used: &mut Bit) -> bool {
        let used = coder.bit(row.iter().any(|weight| *weight != 0), used);
        if used {
            let mut before = 1;
            for (weight, values) in row.iter_mut().zip(&mut self.values) {
                let some = coder.bit(*weight != 0, &mut self.some[before]);
                before = (before << 1 | usize::from(some)) & ((1 << L) - 1);
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
    code(&mut writer, CUE_TEMPLATES, rows, cues);
    code(&mut writer, ROLE_TEMPLATES, rows, roles);
    code(&mut writer, judge::TEMPLATES, rows, judge);
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_whole() {
        let weights = Weights::shipped();
        assert!(weights.vocabulary.size() > 100);
        assert!(weights.cues.emissions.iter().any(|w| *w != 0));
        assert!(weights.judge.emissions.iter().any(|w| *w != 0));
    }

    #[test]
    fn a_step_is_what_it_falls_by() {
        assert!((f64::from(-STEP).exp() - f64::from(FALL)).abs() < 1e-7);
    }

    #[test]
    fn lanes_do_not_touch() {
        let steps = Steps { emissions: vec![[-127, 127, -127, 1, -128]], transitions: Vec::new() };
        let model = Model::new(Space::new(&[Size::Fixed(1)], 0), &steps);
        let mut sum = Sum::default();
        (0..100).for_each(|_| sum.add(&model, 0));
        let [other, first, second, third, last] = model.factors(sum);
        assert_eq!((first, second), (1.0, 0.0));
        assert_eq!((other, third, last), (0.0, 0.0, 0.0));
        let single = model.factors(Sum(model.emissions[0]));
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
        let read = Weights::read(&bytes);
        assert_eq!(read.vocabulary.size(), rows);
        let same = Model::new(Space::new(CUE_TEMPLATES, rows), &cues);
        assert_eq!(read.cues.emissions, same.emissions);
        assert_eq!(read.cues.transitions, same.transitions);
        assert_eq!(read.roles.emissions[77], ((-2i64) << 16) - 1);
        assert_eq!(read.judge.emissions[9], 3);
    }
}
