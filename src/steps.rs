//! The way of `reader.rs`, stopped after each stage, for a page that must not stand still for long.
//!
//! A stage looks at the whole text, as a name on the last page can explain a title on the first, so
//! there is no smaller step that finds the same.

use crate::lexicon::Lexicon;
use crate::model::{Draft, FormatOption, Layout, Reading, Segments};
use crate::speakers::Cast;
use crate::statements::Weights;
use crate::{Error, MAX_BYTES, blocks, segment, speakers, statements};

/// What every text is read with. Building it parses the lexicons.
pub struct Kit {
    lexicon: Lexicon,
    weights: Weights,
}

impl Default for Kit {
    fn default() -> Self {
        Kit { lexicon: Lexicon::new(), weights: Weights::shipped() }
    }
}

/// A text on its way to a reading, with what the stages so far have made.
pub struct Steps {
    text: String,
    format: FormatOption,
    taken: u32,
    layout: Layout,
    segments: Segments,
    cast: Cast,
    drafts: Vec<Draft>,
}

impl Steps {
    /// How many there are.
    pub const COUNT: u32 = 5;

    /// # Errors
    /// If `text` is longer than [`MAX_BYTES`].
    pub fn new(text: String, format: FormatOption) -> Result<Self, Error> {
        if text.len() > MAX_BYTES {
            return Err(Error::too_long(text.len(), MAX_BYTES));
        }
        let (layout, segments, cast) = Default::default();
        Ok(Steps { text, format, taken: 0, layout, segments, cast, drafts: Vec::new() })
    }

    /// Takes one step. The last gives the reading; none is left after it.
    pub fn step(&mut self, kit: &Kit) -> Option<Reading> {
        let (text, lexicon) = (&*self.text, &kit.lexicon);
        let (layout, segments) = (&self.layout, &self.segments);
        self.taken += 1;
        match self.taken {
            1 => self.layout = blocks::lay_out(text, self.format, lexicon),
            2 => self.segments = segment::cut(text, &layout.blocks, lexicon),
            3 => self.cast = speakers::find(text, layout, segments, lexicon),
            4 => {
                let (cast, weights) = (&self.cast, &kit.weights);
                self.drafts = statements::attribute(text, layout, segments, cast, lexicon, weights);
            }
            Steps::COUNT => {
                let cast = std::mem::take(&mut self.cast);
                let drafts = std::mem::take(&mut self.drafts);
                let resolved = speakers::resolve(text, segments, cast, drafts, lexicon);
                let layout = std::mem::take(&mut self.layout);
                let segments = std::mem::take(&mut self.segments);
                let sentences = segments.sentences.iter();
                return Some(Reading {
                    format: layout.format,
                    title: layout.title,
                    dates: layout.dates,
                    sentences: sentences.map(|one| segments.span(one.tokens.clone())).collect(),
                    blocks: layout.blocks,
                    speakers: resolved.speakers,
                    mentions: resolved.mentions,
                    statements: resolved.statements,
                    text: std::mem::take(&mut self.text),
                });
            }
            _ => {}
        }
        None
    }

    /// Takes all that are left.
    pub fn finish(mut self, kit: &Kit) -> Reading {
        loop {
            if let Some(reading) = self.step(kit) {
                return reading;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;

    #[test]
    fn steps_lead_where_the_whole_way_leads() {
        let kit = Kit::default();
        for text in [
            include_str!("../seeds/seed-meeting.txt"),
            include_str!("../seeds/dept-briefing.txt"),
            "",
        ] {
            let begin = || Steps::new(text.to_owned(), FormatOption::Auto).unwrap();
            let mut steps = begin();
            let taken = (1..).find_map(|step| Some((step, steps.step(&kit)?))).unwrap();
            let whole = Reader::new().read(text).unwrap();
            assert_eq!(taken.0, Steps::COUNT);
            assert_eq!(format!("{:?}", taken.1), format!("{whole:?}"));
            assert_eq!(format!("{:?}", begin().finish(&kit)), format!("{whole:?}"));
            assert!(steps.step(&kit).is_none(), "nothing comes after the last");
        }
    }
}
