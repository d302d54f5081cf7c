//! What `cargo xtask train` needs of the inside of the statement stage.

pub use super::crf::{Lattice, Transition, factors};
pub use super::cues::{CANDIDATE, Cue, Labelled, find as find_cues};
pub use super::features::*;
pub use super::judge;
pub use super::report::Report;
use super::units::units;
pub use super::units::{Unit, UnitIx, Units};
pub use super::vocabulary::{Vocabulary, hash};
pub use super::weights::{CueModel, Model, RoleModel, STEP, Steps, Sums, Weights, write};
use super::words::Words;
use crate::lexicon::{Lexicon, fold};
use crate::model::{FormatOption, Layout, Segments};
use crate::{blocks, segment};

/// A text cut up, and the hashes of its words and their lemmas.
pub struct Prepared {
    layout: Layout,
    pub segments: Segments,
    pub words: Vec<u32>,
}

#[derive(Default)]
pub struct Preparer(Lexicon);

impl Preparer {
    pub fn prepare(&self, text: &str) -> Prepared {
        let layout = blocks::lay_out(text, FormatOption::Auto, &self.0);
        let segments = segment::cut(text, &layout.blocks, &self.0);
        let mut buffer = String::new();
        let mut words = Vec::new();
        for token in segments.tokens.iter().filter(|token| token.shape.is_word()) {
            words.push(hash(fold(token.span().of(text), &mut buffer)));
            let lemma = self.0.lemma(token.word);
            if lemma.0 != 0 && lemma != token.word {
                words.push(hash(self.0.form(lemma)));
            }
        }
        Prepared { layout, segments, words }
    }

    pub fn units<'p>(
        &'p self,
        text: &'p str,
        prepared: &'p Prepared,
        vocabulary: &'p Vocabulary,
    ) -> Units<'p> {
        let Prepared { segments, .. } = prepared;
        units(text, segments, &segments.sentences, &mut Words::new(&self.0, vocabulary))
    }

    /// Everything that may be a report, before it is judged.
    pub fn reports(&self, prepared: &Prepared, units: &Units, weights: &Weights) -> Vec<Report> {
        super::reports(units, &prepared.layout, weights)
    }
}

pub fn is_determiner(unit: &Unit) -> bool {
    unit.tag == super::tags::Tag::Determiner
}
