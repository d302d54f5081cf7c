//! What the fitted weights look at.
//!
//! Two models share the units. The first labels every unit of a paragraph as part of a cue, a
//! source, a content or none; its cues are kept. The second asks of one cue at a time which units
//! around it are its source and its content; it knows the cue's word and where each unit stands to
//! it, and so links as it labels.
//!
//! A feature is a template with a key; [`Space`] gives every (template, key) a number. Templates
//! look at single words, tags, endings, and at tags side by side; none looks at a run of words.

use super::tags::{TAGS, Tag};
use super::units::{Quoted, Unit, UnitIx, Units};
use super::words::SUFFIXES;
use crate::lexicon::Classes;
use crate::model::Shape;
use std::ops::Range;

/// How many keys a template has.
#[derive(Clone, Copy, Debug)]
pub enum Size {
    /// One for each row of the vocabulary, times the factor.
    Rows(usize),
    Fixed(usize),
}

impl Size {
    /// How many keys with a vocabulary of so many rows.
    pub fn keys(self, rows: usize) -> usize {
        match self {
            Size::Rows(times) => rows * times,
            Size::Fixed(keys) => keys,
        }
    }
}

/// Numbers the features of a list of templates.
#[derive(Clone, Debug)]
pub struct Space {
    offsets: Vec<u32>,
    len: usize,
    /// How many words the vocabulary has, with 0 for all others.
    pub rows: usize,
}

impl Space {
    pub fn new(sizes: &[Size], rows: usize) -> Self {
        let mut len = 0;
        let offsets = sizes
            .iter()
            .map(|size| {
                let offset = len as u32;
                len += size.keys(rows);
                offset
            })
            .collect();
        Space { offsets, len, rows }
    }

    pub fn size(&self) -> usize {
        self.len
    }

    /// Where the features of each template begin.
    pub fn offsets(&self) -> impl Iterator<Item = usize> {
        self.offsets.iter().map(|offset| *offset as usize)
    }

    /// The feature of a template, by its place, with this key.
    pub fn feature(&self, template: usize, key: usize) -> usize {
        self.offsets[template] as usize + key
    }

    /// Gives the features of the templates from `template` on, one a template.
    pub fn from<P: FnMut(u32)>(&self, template: usize, put: P) -> Features<'_, P> {
        Features { offsets: self.offsets[template..].iter(), put }
    }
}

/// Numbers features, template after template.
pub struct Features<'s, P> {
    offsets: std::slice::Iter<'s, u32>,
    put: P,
}

impl<P: FnMut(u32)> Features<'_, P> {
    /// The feature of the next template with this key.
    #[inline(always)]
    pub fn next(&mut self, key: usize) {
        if let Some(offset) = self.offsets.next() {
            (self.put)(offset + key as u32);
        }
    }

    /// A feature of the next template for each class, times `times`, plus `plus`.
    #[inline(always)]
    pub fn classes(&mut self, classes: Classes, times: usize, plus: usize) {
        if let Some(offset) = self.offsets.next() {
            for class in classes.numbers() {
                (self.put)(offset + (class * times + plus) as u32);
            }
        }
    }
}

pub const SHAPES: usize = 16;
pub const QUOTED: usize = 3;
/// A set of classes has so many bits.
pub const CLASSES_IN_ALL: usize = 64;
/// Tag trigrams are hashed into this many buckets.
pub const TRIGRAMS: usize = 1 << 14;

/// Labels of the first model.
#[cfg_attr(not(feature = "fitting"), allow(dead_code))]
pub mod cue_label {
    pub const OTHER: usize = 0;
    pub const SOURCE: usize = 1;
    pub const CUE_BEGINS: usize = 2;
    pub const CUE_GOES_ON: usize = 3;
    pub const CONTENT: usize = 4;
    pub const COUNT: usize = 5;
}

/// Labels of the second model.
#[cfg_attr(not(feature = "fitting"), allow(dead_code))]
pub mod role_label {
    pub const OTHER: usize = 0;
    pub const SOURCE: usize = 1;
    pub const CONTENT: usize = 2;
    pub const COUNT: usize = 3;
}

/// The unit `by` places from `at`, within `within`.
fn near<'u>(units: &'u [Unit], within: &Range<UnitIx>, at: UnitIx, by: isize) -> Option<&'u Unit> {
    let at = at.checked_add_signed(by)?;
    (within.start <= at && at < within.end).then(|| &units[at])
}

fn tag_of(unit: Option<&Unit>) -> usize {
    unit.map_or(Tag::Edge, |unit| unit.tag) as usize
}

fn row_of(unit: Option<&Unit>) -> usize {
    unit.map_or(0, |unit| unit.row as usize)
}

#[cfg(any(test, feature = "fitting"))]
fn suffix_of(unit: Option<&Unit>) -> usize {
    unit.map_or(0, |unit| unit.suffix as usize)
}

pub fn look(unit: Option<&Unit>) -> usize {
    unit.map_or(0, |unit| unit.shape as usize * QUOTED + unit.quoted as usize)
}

pub fn trigram(a: usize, b: usize, c: usize) -> usize {
    (((a * TAGS + b) * TAGS + c) as u32).wrapping_mul(0x9e37_79b1) as usize >> 18 & (TRIGRAMS - 1)
}

/// 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-
pub const DISTANCES: usize = 9;

pub fn distance(units: usize) -> usize {
    match units {
        0..=4 => units,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        _ => 8,
    }
}

/// A list of templates, and a constant for each one's place in it.
macro_rules! templates {
    ($(#[$doc:meta])* $list:ident, $places:ident: $($name:ident $size:expr,)*) => {
        $(#[$doc])*
        pub const $list: &[Size] = &[$($size),*];
        pub mod $places {
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Place { $($name),* }
            $(pub const $name: usize = Place::$name as usize;)*
        }
    };
}

templates! {
    /// Templates of the first model, in the order in which [`cue_features`] gives them.
    CUE_TEMPLATES, cue_template:
    ANY Size::Fixed(1),
    WORD Size::Rows(1),
    LEMMA Size::Rows(1),
    WORD_BEFORE Size::Rows(1),
    WORD_BEHIND Size::Rows(1),
    SECOND_WORD_BEFORE Size::Rows(1),
    SECOND_WORD_BEHIND Size::Rows(1),
    SUFFIX Size::Fixed(SUFFIXES),
    SUFFIX_BEFORE Size::Fixed(SUFFIXES),
    SUFFIX_BEHIND Size::Fixed(SUFFIXES),
    TAG Size::Fixed(TAGS),
    TAG_AND_BEFORE Size::Fixed(TAGS * TAGS),
    TAG_AND_BEHIND Size::Fixed(TAGS * TAGS),
    TWO_BEFORE Size::Fixed(TAGS * TAGS),
    TWO_BEHIND Size::Fixed(TAGS * TAGS),
    TAG_IN_THE_MIDDLE Size::Fixed(TRIGRAMS),
    TAG_AT_THE_END Size::Fixed(TRIGRAMS),
    TAG_AT_THE_START Size::Fixed(TRIGRAMS),
    LOOK Size::Fixed(SHAPES * QUOTED),
    LOOK_BEFORE Size::Fixed(SHAPES * QUOTED),
    LOOK_BEHIND Size::Fixed(SHAPES * QUOTED),
    REPORT_BEFORE Size::Fixed(DISTANCES * TAGS),
    REPORT_BEHIND Size::Fixed(DISTANCES * TAGS),
    PLACE_IN_SENTENCE Size::Fixed(DISTANCES * QUOTED),
    TAG_AND_FIRST Size::Fixed(TAGS * TAGS),
    CLASSES_BEFORE Size::Fixed(CLASSES_IN_ALL),
    CLASSES Size::Fixed(CLASSES_IN_ALL),
    CLASSES_BEHIND Size::Fixed(CLASSES_IN_ALL),
}

/// Nearest reporting words around each unit of a sentence: distance and tag, as keys.
#[derive(Debug, Default)]
pub struct Surroundings {
    pub before: Vec<u16>,
    pub behind: Vec<u16>,
}

impl Surroundings {
    pub fn of(&mut self, units: &Units, block: &Range<UnitIx>) {
        let all = &units[block.clone()];
        self.before.clear();
        self.behind.clear();
        let mut seen = Seen::default();
        self.before.extend(all.iter().enumerate().map(|(at, unit)| seen.key(at, unit)));
        seen = Seen::default();
        self.behind.extend(all.iter().enumerate().rev().map(|(at, unit)| seen.key(at, unit)));
        self.behind.reverse();
    }
}

/// The last reporting unit that was passed, and its sentence.
#[derive(Default)]
struct Seen {
    at: usize,
    tag: usize,
    sentence: Option<u32>,
}

impl Seen {
    /// The key of the unit, which is passed.
    fn key(&mut self, at: usize, unit: &Unit) -> u16 {
        let key = match self.sentence == Some(unit.sentence) {
            true => distance(at.abs_diff(self.at)) * TAGS + self.tag,
            false => 0,
        };
        if unit.tag.reports() {
            *self = Seen { at, tag: unit.tag as usize, sentence: Some(unit.sentence) };
        }
        key as u16
    }
}

/// The features of the unit `at` in its paragraph, for the first model.
#[cfg(any(test, feature = "fitting"))]
pub fn cue_features(
    space: &Space,
    units: &Units,
    block: &Range<UnitIx>,
    at: UnitIx,
    around: &Surroundings,
    mut put: impl FnMut(u32),
) {
    let unit = &units[at];
    let u = |by| near(units, block, at, by);
    let (t, t1, t2) = (unit.tag as usize, tag_of(u(-1)), tag_of(u(-2)));
    let (n1, n2) = (tag_of(u(1)), tag_of(u(2)));
    let mut features = space.from(0, &mut put);
    let mut next = |key| features.next(key);
    next(0);
    next(unit.row as usize);
    next(unit.lemma as usize);
    next(row_of(u(-1)));
    next(row_of(u(1)));
    next(row_of(u(-2)));
    next(row_of(u(2)));
    next(unit.suffix as usize);
    next(suffix_of(u(-1)));
    next(suffix_of(u(1)));
    next(t);
    next(t1 * TAGS + t);
    next(t * TAGS + n1);
    next(t2 * TAGS + t1);
    next(n1 * TAGS + n2);
    next(trigram(t1, t, n1));
    next(trigram(t2, t1, t));
    next(trigram(t, n1, n2));
    next(look(Some(unit)));
    next(look(u(-1)));
    next(look(u(1)));
    next(around.before[at - block.start].into());
    next(around.behind[at - block.start].into());
    let sentence = &units.sentences[unit.sentence as usize];
    next(distance(at - sentence.start) * QUOTED + unit.quoted as usize);
    next(tag_of(units.get(sentence.start)) * TAGS + t);
    let classes = |by| u(by).map_or(Classes::default(), |unit| unit.classes);
    for by in -1..=1 {
        features.classes(classes(by), 1, 0);
    }
}

/// How the transitions of the first model are told apart: by the tag of the unit gone to.
pub const EDGES: usize = TAGS;
/// And of the second: by that tag and the side of the cue.
pub const ROLE_EDGES: usize = 2 * TAGS;

pub fn role_edge(units: &Units, frame: &Frame, at: UnitIx) -> u16 {
    units[at].tag as u16 * 2 + u16::from(at >= frame.cue.end)
}

/// What the second model is asked about: a cue and the units in reach of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub cue: Range<UnitIx>,
    pub window: Range<UnitIx>,
}

/// No unit farther from the cue than this is looked at; keeps the work linear.
const REACH: usize = 90;

impl Frame {
    /// The sentence of the cue and the quotations that stand as sentences beside it.
    pub fn new(units: &Units, block: &Range<UnitIx>, cue: Range<UnitIx>) -> Self {
        let sentence_of = |at: UnitIx| &units.sentences[units[at].sentence as usize];
        let mut window = sentence_of(cue.start).start.max(block.start)
            ..sentence_of(cue.end - 1).end.min(block.end);
        let is_quotation = |range: &Range<UnitIx>| {
            units[range.clone()].iter().all(|u| u.quoted == Quoted::Whole || u.shape == Shape::Stop)
        };
        while window.start > block.start && is_quotation(sentence_of(window.start - 1)) {
            window.start = sentence_of(window.start - 1).start.max(block.start);
        }
        while window.end < block.end && is_quotation(sentence_of(window.end)) {
            window.end = sentence_of(window.end).end.min(block.end);
        }
        window.start = window.start.max(cue.start.saturating_sub(REACH));
        window.end = window.end.min(cue.end + REACH);
        Frame { cue, window }
    }
}

/// Side of the cue and distance to it.
pub const PLACES: usize = 2 * DISTANCES;
/// How many of them a word of the vocabulary tells apart.
pub const NEAR_PLACES: usize = 6;
pub const PATHS: usize = 3 * 2 * 2 * 2 * 2;

templates! {
    /// Templates of the second model: those of [`unit_features`], of [`place_features`] and of
    /// [`pair_features`], in the order in which these give them.
    ROLE_TEMPLATES, role_template:
    WORD Size::Rows(2),
    WORD_BEFORE Size::Rows(2),
    WORD_BEHIND Size::Rows(2),
    SUFFIX Size::Fixed(SUFFIXES * 2),
    TAG_AND_BEFORE Size::Fixed(TAGS * TAGS * 2),
    TAG_AND_BEHIND Size::Fixed(TAGS * TAGS * 2),
    TAG_IN_THE_MIDDLE Size::Fixed(TRIGRAMS),
    LOOK Size::Fixed(SHAPES * QUOTED * 2),
    LABEL_AND_TAG Size::Fixed(cue_label::COUNT * TAGS * 2),
    CLASSES Size::Fixed(CLASSES_IN_ALL * 2),
    PLACE Size::Fixed(PLACES),
    CUE_TAG_AND_PLACE Size::Fixed(TAGS * PLACES),
    TAG_BEHIND_CUE_AND_PLACE Size::Fixed(TAGS * PLACES),
    TAG_BEFORE_CUE_AND_PLACE Size::Fixed(TAGS * PLACES),
    CUE_AND_PLACE Size::Rows(NEAR_PLACES),
    WORD_BEHIND_CUE_AND_PLACE Size::Rows(NEAR_PLACES),
    TAG_AND_PLACE Size::Fixed(TAGS * PLACES),
    PATH Size::Fixed(PATHS),
    PATH_AND_TAG Size::Fixed(PATHS * TAGS),
    PATH_AND_CUE_TAG Size::Fixed(PATHS * TAGS),
    QUOTED_AND_PLACE Size::Fixed(QUOTED * QUOTED * PLACES),
    CUE_TAG_AND_TAG Size::Fixed(TAGS * TAGS * 2),
    TAG_BEHIND_CUE_AND_TAG Size::Fixed(TAGS * TAGS * 2),
    LABEL_AND_PLACE Size::Fixed(cue_label::COUNT * NEAR_PLACES),
}

/// What lies between a unit and its cue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path {
    commas: usize,
    stops: bool,
    finite: bool,
    conjunction: bool,
}

impl Path {
    pub fn key(self, after: bool) -> usize {
        (((self.commas.min(2) * 2 + self.stops as usize) * 2 + self.finite as usize) * 2
            + self.conjunction as usize)
            * 2
            + after as usize
    }

    pub fn pass(&mut self, tag: Tag) {
        self.commas += matches!(tag, Tag::Comma | Tag::Dash) as usize;
        self.stops |= matches!(tag, Tag::Stop | Tag::Semicolon | Tag::Colon);
        self.finite |= tag.is_finite();
        self.conjunction |=
            matches!(tag, Tag::Conjunction | Tag::That | Tag::Complementizer | Tag::Relative);
    }
}

/// Features of a unit, `after` the cue or before it, whichever cue that is. `label` is the first
/// model's.
#[cfg(any(test, feature = "fitting"))]
pub fn unit_features(
    space: &Space,
    units: &Units,
    at: UnitIx,
    label: u8,
    after: bool,
    put: impl FnMut(u32),
) {
    let unit = &units[at];
    let side = after as usize;
    let beside =
        |by| near(units, &(0..units.len()), at, by).filter(|other| other.sentence == unit.sentence);
    let (before, behind) = (beside(-1), beside(1));
    let (t, t1, n1) = (unit.tag as usize, tag_of(before), tag_of(behind));
    let mut features = space.from(0, put);
    features.next(unit.row as usize * 2 + side);
    features.next(row_of(before) * 2 + side);
    features.next(row_of(behind) * 2 + side);
    features.next(unit.suffix as usize * 2 + side);
    features.next((t1 * TAGS + t) * 2 + side);
    features.next((t * TAGS + n1) * 2 + side);
    features.next(trigram(t1, t, n1));
    features.next(look(Some(unit)) * 2 + side);
    features.next((label as usize * TAGS + t) * 2 + side);
    features.classes(unit.classes, 2, side);
}

/// What the second model looks at of a cue.
#[derive(Clone, Copy, Debug)]
pub struct CueLook {
    pub head: usize,
    pub head_tag: usize,
    pub behind: usize,
    pub behind_tag: usize,
    pub before_tag: usize,
}

impl CueLook {
    pub fn of(units: &Units, frame: &Frame) -> Self {
        let Frame { cue, window } = frame;
        // The head of a cue is its last reporting verb: "went on to say".
        let head = units[cue.clone()].iter().rev().find(|unit| unit.tag.reports());
        let head = head.unwrap_or(&units[cue.start]);
        let (before, behind) =
            (near(units, window, cue.start, -1), near(units, window, cue.end - 1, 1));
        CueLook {
            head: head.lemma as usize,
            head_tag: head.tag as usize,
            behind: row_of(behind),
            behind_tag: tag_of(behind),
            before_tag: tag_of(before),
        }
    }
}

/// The place of the unit `at`, which is not in the cue: below [`PLACES`].
#[cfg(any(test, feature = "fitting"))]
pub fn place(cue: &Range<UnitIx>, at: UnitIx) -> usize {
    let after = at >= cue.end;
    distance(if after { at - cue.end } else { cue.start - 1 - at }) * 2 + after as usize
}

/// The nearest two units, up to six, the rest; by side.
pub fn near_place(place: usize) -> usize {
    match place / 2 {
        0 => place,
        1..=5 => 2 + place % 2,
        _ => 4 + place % 2,
    }
}

/// Features of a place beside a cue, whatever stands there.
#[cfg(any(test, feature = "fitting"))]
pub fn place_features(space: &Space, cue: &CueLook, place: usize, put: impl FnMut(u32)) {
    let mut features = space.from(role_template::PLACE, put);
    features.next(place);
    features.next(cue.head_tag * PLACES + place);
    features.next(cue.behind_tag * PLACES + place);
    features.next(cue.before_tag * PLACES + place);
    features.next(cue.head * NEAR_PLACES + near_place(place));
    features.next(cue.behind * NEAR_PLACES + near_place(place));
}

/// Features of a unit together with a cue and what lies between them.
#[allow(clippy::too_many_arguments)]
#[cfg(any(test, feature = "fitting"))]
pub fn pair_features(
    space: &Space,
    units: &Units,
    frame: &Frame,
    cue: &CueLook,
    at: UnitIx,
    label: u8,
    path: Path,
    put: impl FnMut(u32),
) {
    let unit = &units[at];
    let after = at >= frame.cue.end;
    let (t, side, place) = (unit.tag as usize, after as usize, place(&frame.cue, at));
    let inward = near(units, &frame.window, at, if after { -1 } else { 1 });
    let path = path.key(after);
    let mut features = space.from(role_template::TAG_AND_PLACE, put);
    features.next(t * PLACES + place);
    features.next(path);
    features.next(path * TAGS + t);
    features.next(path * TAGS + cue.head_tag);
    let inward = inward.map_or(0, |unit| unit.quoted as usize);
    features.next((unit.quoted as usize * QUOTED + inward) * PLACES + place);
    features.next((cue.head_tag * TAGS + t) * 2 + side);
    features.next((cue.behind_tag * TAGS + t) * 2 + side);
    features.next(label as usize * NEAR_PLACES + near_place(place));
}

/// Visits every unit in the frame's window but those of the cue, from the cue outward, with what
/// lies between.
#[cfg(any(test, feature = "fitting"))]
pub fn outward(units: &Units, frame: &Frame, mut visit: impl FnMut(UnitIx, Path)) {
    let Frame { cue, window } = frame;
    let mut path = Path::default();
    for at in (window.start..cue.start).rev() {
        visit(at, path);
        path.pass(units[at].tag);
    }
    path = Path::default();
    for at in cue.end..window.end {
        visit(at, path);
        path.pass(units[at].tag);
    }
}
