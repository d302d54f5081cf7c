//! What the weights of a unit sum to, looked up a few times instead of once a feature.
//!
//! [`super::features`] says what the models look at. Weights that go by the same key stand side by
//! side here: a word speaks to its own unit and to two on either side, a pair of tags to four, so
//! one look-up serves them all. Of the second model what does not depend on a unit is summed once a
//! cue.
//!
//! ```text
//! units         said    Holm     ,      who
//! word "Holm"   +       +        +      +       and the one after
//! ```

use super::crf::each;
use super::features::*;
use super::tags::TAGS;
use super::units::{Unit, UnitIx, Units};
use super::weights::{Emissions, Sums};
use super::words::SUFFIXES;
use std::ops::Range;

/// Of each label but the first the weight less that of the first: sixteen bits a label, from the
/// lowest up, so that one addition sums them all.
pub type Lanes = i64;

/// Sums by key, for `N` units each. Most keys carry nothing, so a key has the place of its sums.
#[derive(Clone, Debug)]
struct Table<const N: usize> {
    places: Vec<u16>,
    sums: Vec<Lanes>,
}

impl<const N: usize> Table<N> {
    /// A table of so many keys out of one template a unit.
    fn new(keys: usize, templates: [usize; N], of: &dyn Fn(usize, usize) -> Lanes) -> Self {
        let (places, sums) = table(keys, &templates, of);
        Table { places, sums }
    }

    #[inline(always)]
    fn get(&self, key: usize) -> &[Lanes; N] {
        let sums = self.sums.get(usize::from(self.places[key])..);
        sums.and_then(|sums| sums.first_chunk()).unwrap_or(&[0; N])
    }
}

/// The place of the sums of each key, and the sums; the first are nothing.
fn table(
    keys: usize,
    templates: &[usize],
    of: &dyn Fn(usize, usize) -> Lanes,
) -> (Vec<u16>, Vec<Lanes>) {
    let mut sums = vec![0; templates.len()];
    let places = (0..keys).map(|key| {
        let place = sums.len();
        sums.extend(templates.iter().map(|template| of(*template, key)));
        match sums[place..].iter().all(|sum| *sum == 0) {
            true => {
                sums.truncate(place);
                0
            }
            false => u16::try_from(place).expect("a table of at most 65,535 sums"),
        }
    });
    (places.collect(), sums)
}

/// Sums of the units around the one that is looked at, which is the third.
type Around = [Lanes; 5];

#[inline(always)]
fn add<const N: usize>(sums: &mut Around, first: usize, table: &Table<N>, key: usize) {
    let place = usize::from(table.places[key]);
    // Most keys carry nothing.
    if place > 0
        && let Some(more) = table.sums.get(place..place + N)
    {
        each!(at of N: sums[first + at] += more[at]);
    }
}

/// The weights of the first model.
#[derive(Clone, Debug)]
pub struct CueSums {
    any: Lanes,
    words: Table<5>,
    lemmas: Table<1>,
    suffixes: Table<3>,
    tags: Table<1>,
    pairs: Table<4>,
    triples: Table<3>,
    looks: Table<3>,
    before: Table<1>,
    behind: Table<1>,
    places: Table<1>,
    firsts: Table<1>,
    classes: Table<3>,
}

impl Sums for CueSums {
    fn new(weights: &Emissions<'_>) -> Self {
        let rows = weights.space.rows;
        use cue_template::*;
        let of = &|template, key| weights.lanes(template, key);
        let words = [SECOND_WORD_BEHIND, WORD_BEHIND, WORD, WORD_BEFORE, SECOND_WORD_BEFORE];
        let pairs = [TWO_BEHIND, TAG_AND_BEHIND, TAG_AND_BEFORE, TWO_BEFORE];
        let triples = [TAG_AT_THE_START, TAG_IN_THE_MIDDLE, TAG_AT_THE_END];
        CueSums {
            any: of(ANY, 0),
            words: Table::new(rows, words, of),
            lemmas: Table::new(rows, [LEMMA], of),
            suffixes: Table::new(SUFFIXES, [SUFFIX_BEHIND, SUFFIX, SUFFIX_BEFORE], of),
            tags: Table::new(TAGS, [TAG], of),
            pairs: Table::new(TAGS * TAGS, pairs, of),
            triples: Table::new(TRIGRAMS, triples, of),
            looks: Table::new(SHAPES * QUOTED, [LOOK_BEHIND, LOOK, LOOK_BEFORE], of),
            before: Table::new(DISTANCES * TAGS, [REPORT_BEFORE], of),
            behind: Table::new(DISTANCES * TAGS, [REPORT_BEHIND], of),
            places: Table::new(DISTANCES * QUOTED, [PLACE_IN_SENTENCE], of),
            firsts: Table::new(TAGS * TAGS, [TAG_AND_FIRST], of),
            classes: Table::new(CLASSES_IN_ALL, [CLASSES_BEHIND, CLASSES, CLASSES_BEFORE], of),
        }
    }
}

impl CueSums {
    /// The sums of every unit of a block, in order, into `out`.
    pub fn of(
        &self,
        units: &Units,
        block: &Range<UnitIx>,
        around: &Surroundings,
        out: &mut Vec<Lanes>,
    ) {
        out.clear();
        let all = &units[block.clone()];
        let mut sums = Around::default();
        let (mut t2, mut t1) = (0, 0);
        // Outside the block two units on either side count as edges.
        for at in 0..all.len() + 4 {
            let unit = at.checked_sub(2).and_then(|at| all.get(at));
            let (row, suffix, t) = unit.map_or((0, 0, 0), |unit| {
                (unit.row as usize, unit.suffix as usize, unit.tag as usize)
            });
            add(&mut sums, 0, &self.words, row);
            add(&mut sums, 1, &self.suffixes, suffix);
            add(&mut sums, 1, &self.looks, look(unit));
            add(&mut sums, 0, &self.pairs, t1 * TAGS + t);
            add(&mut sums, 0, &self.triples, trigram(t2, t1, t));
            if let Some(unit) = unit {
                let at = at - 2;
                let sentence = &units.sentences[unit.sentence as usize];
                let place = distance(block.start + at - sentence.start);
                let first = units[sentence.start].tag as usize;
                sums[2] += self.any
                    + self.lemmas.get(unit.lemma as usize)[0]
                    + self.tags.get(t)[0]
                    + self.before.get(around.before[at].into())[0]
                    + self.behind.get(around.behind[at].into())[0]
                    + self.places.get(place * QUOTED + unit.quoted as usize)[0]
                    + self.firsts.get(first * TAGS + t)[0];
                for class in unit.classes.numbers() {
                    add(&mut sums, 1, &self.classes, class);
                }
            }
            if at >= 4 {
                out.push(sums[0]);
            }
            sums = [sums[1], sums[2], sums[3], sums[4], 0];
            (t2, t1) = (t1, t);
        }
    }
}

/// Sums of both sides of a cue: those before it, then those after.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sides(Lanes);

impl Sides {
    #[inline(always)]
    pub fn on(self, after: bool) -> i32 {
        let before = self.0 as i32;
        if after { ((self.0 - Lanes::from(before)) >> 32) as i32 } else { before }
    }
}

/// The weights of the second model. A unit's are of both sides at once.
#[derive(Clone, Debug)]
pub struct RoleSums {
    words: Table<3>,
    suffixes: Table<1>,
    pairs: Table<2>,
    triples: Table<1>,
    looks: Table<1>,
    labels: Table<1>,
    classes: Table<1>,
    places: Grid,
    cue_tag_places: Grid,
    behind_tag_places: Grid,
    before_tag_places: Grid,
    cue_places: Grid,
    behind_places: Grid,
    tag_places: Grid,
    paths: Grid,
    path_tags: Grid,
    path_cue_tags: Grid,
    quoted: Grid,
    cue_tag_tags: Grid,
    behind_tag_tags: Grid,
    label_places: Grid,
}

/// Sums of one side by two keys.
#[derive(Clone, Debug)]
struct Grid {
    width: usize,
    sums: Vec<i32>,
}

impl Grid {
    #[inline(always)]
    fn row(&self, key: usize) -> &[i32] {
        &self.sums[key * self.width..][..self.width]
    }

    #[inline(always)]
    fn get(&self, row: usize, key: usize) -> i32 {
        self.sums[row * self.width + key]
    }
}

impl Sums for RoleSums {
    fn new(weights: &Emissions<'_>) -> Self {
        let rows = weights.space.rows;
        use role_template::*;
        let sides = &|template, key: usize| {
            let [before, after] = match template {
                // Has no sides.
                TAG_IN_THE_MIDDLE => [key; 2],
                _ => [key * 2, key * 2 + 1],
            };
            weights.lanes(template, before) + (weights.lanes(template, after) << 32)
        };
        let grid = |template: usize, width: usize| {
            let keys = 0..ROLE_TEMPLATES[template].keys(rows);
            Grid { width, sums: keys.map(|key| weights.lanes(template, key) as i32).collect() }
        };
        RoleSums {
            words: Table::new(rows, [WORD_BEHIND, WORD, WORD_BEFORE], sides),
            suffixes: Table::new(SUFFIXES, [SUFFIX], sides),
            pairs: Table::new(TAGS * TAGS, [TAG_AND_BEHIND, TAG_AND_BEFORE], sides),
            triples: Table::new(TRIGRAMS, [TAG_IN_THE_MIDDLE], sides),
            looks: Table::new(SHAPES * QUOTED, [LOOK], sides),
            labels: Table::new(cue_label::COUNT * TAGS, [LABEL_AND_TAG], sides),
            classes: Table::new(CLASSES_IN_ALL, [CLASSES], sides),
            places: grid(PLACE, PLACES),
            cue_tag_places: grid(CUE_TAG_AND_PLACE, PLACES),
            behind_tag_places: grid(TAG_BEHIND_CUE_AND_PLACE, PLACES),
            before_tag_places: grid(TAG_BEFORE_CUE_AND_PLACE, PLACES),
            cue_places: grid(CUE_AND_PLACE, NEAR_PLACES),
            behind_places: grid(WORD_BEHIND_CUE_AND_PLACE, NEAR_PLACES),
            tag_places: grid(TAG_AND_PLACE, PLACES),
            paths: grid(PATH, 1),
            path_tags: grid(PATH_AND_TAG, TAGS),
            path_cue_tags: grid(PATH_AND_CUE_TAG, TAGS),
            quoted: grid(QUOTED_AND_PLACE, PLACES),
            cue_tag_tags: grid(CUE_TAG_AND_TAG, 2 * TAGS),
            behind_tag_tags: grid(TAG_BEHIND_CUE_AND_TAG, 2 * TAGS),
            label_places: grid(LABEL_AND_PLACE, NEAR_PLACES),
        }
    }
}

impl RoleSums {
    /// The sums of every unit, whichever cue it is asked of; `labels` are the first model's.
    pub fn of_units(&self, units: &Units, labels: &[u8]) -> Vec<Sides> {
        let mut out = Vec::with_capacity(units.len());
        for sentence in &units.sentences {
            let all = &units[sentence.clone()];
            let mut sums = Around::default();
            let (mut t2, mut t1) = (0, 0);
            // Outside the sentence a unit on either side counts as an edge.
            for at in 0..all.len() + 2 {
                let unit = at.checked_sub(1).and_then(|at| all.get(at));
                let (row, t) = unit.map_or((0, 0), |unit| (unit.row as usize, unit.tag as usize));
                add(&mut sums, 1, &self.words, row);
                add(&mut sums, 1, &self.pairs, t1 * TAGS + t);
                add(&mut sums, 1, &self.triples, trigram(t2, t1, t));
                if let Some(unit) = unit {
                    let label = labels[sentence.start + at - 1] as usize;
                    sums[2] += self.suffixes.get(unit.suffix as usize)[0]
                        + self.looks.get(look(Some(unit)))[0]
                        + self.labels.get(label * TAGS + t)[0];
                    for class in unit.classes.numbers() {
                        sums[2] += self.classes.get(class)[0];
                    }
                }
                if at >= 2 {
                    out.push(Sides(sums[1]));
                }
                sums = [0, sums[2], sums[3], 0, 0];
                (t2, t1) = (t1, t);
            }
        }
        out
    }

    /// The sums of the places around a cue, whatever stands there.
    fn of_places(&self, cue: &CueLook) -> [i32; PLACES] {
        let mut sums = [0; PLACES];
        let rows = [
            self.places.row(0),
            self.cue_tag_places.row(cue.head_tag),
            self.behind_tag_places.row(cue.behind_tag),
            self.before_tag_places.row(cue.before_tag),
        ];
        for row in rows {
            sums.iter_mut().zip(row).for_each(|(sum, more)| *sum += more);
        }
        let (head, behind) = (self.cue_places.row(cue.head), self.behind_places.row(cue.behind));
        for (place, sum) in sums.iter_mut().enumerate() {
            *sum += head[near_place(place)] + behind[near_place(place)];
        }
        sums
    }

    /// The sums of the units in a cue's window, into `out`; those of the cue stay nothing.
    pub fn of(
        &self,
        units: &Units,
        frame: &Frame,
        of_units: &[Sides],
        labels: &[u8],
        out: &mut Vec<i32>,
    ) {
        let Frame { cue, window } = frame;
        let look = CueLook::of(units, frame);
        let around = AroundCue {
            sums: self,
            head_tag: look.head_tag,
            places: self.of_places(&look),
            tags: self.cue_tag_tags.row(look.head_tag),
            behind_tags: self.behind_tag_tags.row(look.behind_tag),
        };
        out.clear();
        out.resize(window.len(), 0);
        let units: &[Unit] = units;
        let mut inward = &units[cue.start];
        let mut path = super::features::Path::default();
        for (far, at) in (window.start..cue.start).rev().enumerate() {
            let unit = &units[at];
            out[at - window.start] = of_units[at].on(false)
                + around.of(unit, inward, distance(far) * 2, labels[at], path, false);
            path.pass(unit.tag);
            inward = unit;
        }
        inward = &units[cue.end - 1];
        path = super::features::Path::default();
        for (far, at) in (cue.end..window.end).enumerate() {
            let unit = &units[at];
            out[at - window.start] = of_units[at].on(true)
                + around.of(unit, inward, distance(far) * 2 + 1, labels[at], path, true);
            path.pass(unit.tag);
            inward = unit;
        }
    }
}

/// What is summed once a cue.
struct AroundCue<'s> {
    sums: &'s RoleSums,
    head_tag: usize,
    places: [i32; PLACES],
    tags: &'s [i32],
    behind_tags: &'s [i32],
}

impl AroundCue<'_> {
    /// The sum of a unit together with the cue and what lies between; `inward` is its neighbour on
    /// the side of the cue.
    #[inline(always)]
    fn of(
        &self,
        unit: &Unit,
        inward: &Unit,
        place: usize,
        label: u8,
        path: super::features::Path,
        after: bool,
    ) -> i32 {
        let sums = self.sums;
        let tag = unit.tag as usize;
        let side = tag * 2 + usize::from(after);
        let path = path.key(after);
        self.places[place]
            + sums.tag_places.get(tag, place)
            + sums.paths.get(path, 0)
            + sums.path_tags.get(path, tag)
            + sums.path_cue_tags.get(path, self.head_tag)
            + sums.quoted.get(unit.quoted as usize * QUOTED + inward.quoted as usize, place)
            + self.tags[side]
            + self.behind_tags[side]
            + sums.label_places.get(label.into(), near_place(place))
    }
}

#[cfg(test)]
mod tests {
    use super::super::weights::{Emissions, Sums};
    use super::super::{units, vocabulary::Vocabulary, words::Words};
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::model::FormatOption;
    use crate::{blocks, segment};

    /// A weight for every feature, so that none can be missed.
    fn steps<const L: usize>(space: &Space) -> Vec<[i8; L]> {
        let step = |at: usize| (at as u32).wrapping_mul(0x9e37_79b1).rotate_left(7) as i8 / 16;
        (0..space.size()).map(|at| std::array::from_fn(|label| step(at * L + label))).collect()
    }

    /// Does something with the units of a text.
    fn with_a_text(test: impl FnOnce(&Units)) {
        let text = include_str!("../../seeds/trisk-bridge.txt");
        let lexicon = Lexicon::new();
        let layout = blocks::lay_out(text, FormatOption::Auto, &lexicon);
        let segments = segment::cut(text, &layout.blocks, &lexicon);
        let words: Vec<u32> = (0..1 << 20).step_by(400).collect();
        let vocabulary = Vocabulary::new(&words);
        let mut words = Words::new(&lexicon, &vocabulary);
        test(&units::units(text, &segments, &segments.sentences, &mut words));
    }

    #[test]
    fn the_first_model_sums_its_features() {
        with_a_text(|units| {
            let space = Space::new(CUE_TEMPLATES, 3000);
            let steps = steps::<{ cue_label::COUNT }>(&space);
            let emissions = Emissions::new(&space, &steps);
            let sums = CueSums::new(&emissions);
            let (mut around, mut found) = (Surroundings::default(), Vec::new());
            for block in &units.blocks {
                around.of(units, block);
                sums.of(units, block, &around, &mut found);
                for (at, found) in block.clone().zip(&found) {
                    let mut sum = 0;
                    cue_features(&space, units, block, at, &around, |feature| {
                        sum += emissions.of(feature as usize);
                    });
                    assert_eq!(sum, *found, "unit {at}");
                }
            }
        });
    }

    #[test]
    fn the_second_model_sums_its_features() {
        with_a_text(|units| {
            let space = Space::new(ROLE_TEMPLATES, 3000);
            let steps = steps::<{ role_label::COUNT }>(&space);
            let emissions = Emissions::new(&space, &steps);
            let sums = RoleSums::new(&emissions);
            let labels: Vec<u8> =
                (0..units.len()).map(|at| (at % cue_label::COUNT) as u8).collect();
            let of_units = sums.of_units(units, &labels);
            let mut found = Vec::new();
            for block in &units.blocks {
                for start in block.clone() {
                    let cue = start..(start + 1 + start % 2).min(block.end);
                    let frame = Frame::new(units, block, cue);
                    sums.of(units, &frame, &of_units, &labels, &mut found);
                    let look = CueLook::of(units, &frame);
                    outward(units, &frame, |at, path| {
                        let mut sum = 0;
                        let mut put = |feature: u32| sum += emissions.of(feature as usize) as i32;
                        let (after, label) = (at >= frame.cue.end, labels[at]);
                        unit_features(&space, units, at, label, after, &mut put);
                        place_features(&space, &look, place(&frame.cue, at), &mut put);
                        pair_features(&space, units, &frame, &look, at, label, path, &mut put);
                        assert_eq!(sum, found[at - frame.window.start], "cue {start}, unit {at}");
                    });
                }
            }
        });
    }
}
