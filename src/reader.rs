//! The whole way from a text to a reading, on one screen.
//!
//! [`Steps`] takes one stage at a time, for a page that must not stand still for long. A stage looks
//! at the whole text, as a name on the last page can explain a title on the first, so there is no
//! smaller step that finds the same.

use crate::lexicon::Lexicon;
use crate::model::{Draft, FormatOption, Layout, Reading, Segments};
use crate::speakers::Cast;
use crate::statements::Weights;
use crate::{Error, MAX_BYTES, blocks, segment, speakers, statements};

/// Reads texts. Building one parses the lexicons, so build it once and keep it.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    weights: Weights,
    format: FormatOption,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// Builds the lexicons and the weights, and looks at each text for its layout.
    pub fn new() -> Self {
        Reader { lexicon: Lexicon::new(), weights: Weights::shipped(), format: FormatOption::Auto }
    }

    /// With the layout as given, or with [`FormatOption::Auto`] as each text shows it.
    #[must_use]
    pub fn with_format(mut self, format: FormatOption) -> Self {
        self.format = format;
        self
    }

    /// Reads `text` from layout to speakers. Finding nothing is a reading without statements.
    ///
    /// # Errors
    /// If `text` is longer than [`MAX_BYTES`].
    pub fn read(&self, text: &str) -> Result<Reading, Error> {
        Ok(Steps::new(text.to_owned(), self.format)?.finish(self))
    }
}

/// A text on its way to a reading, with what the stages so far have made.
pub(crate) struct Steps {
    text: String,
    format: FormatOption,
    taken: u32,
    layout: Layout,
    segments: Segments,
    cast: Cast,
    drafts: Vec<Draft>,
}

impl Steps {
    /// The steps to a reading, the last of which gives it.
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
    pub fn step(&mut self, reader: &Reader) -> Option<Reading> {
        let Steps { text, layout, segments, cast, .. } = self;
        let (lexicon, weights) = (&reader.lexicon, &reader.weights);
        self.taken += 1;
        match self.taken {
            1 => self.layout = blocks::lay_out(text, self.format, lexicon),
            2 => self.segments = segment::cut(text, &layout.blocks, lexicon),
            3 => self.cast = speakers::find(text, layout, segments, lexicon),
            4 => {
                self.drafts = statements::attribute(text, layout, segments, lexicon, weights);
                // No later stage looks at these.
                (segments.quotations, layout.turns) = Default::default();
            }
            Steps::COUNT => {
                let (mut segments, cast) = (std::mem::take(segments), std::mem::take(cast));
                let (layout, drafts) = (std::mem::take(layout), std::mem::take(&mut self.drafts));
                let span = |one: &crate::model::Sentence| segments.span(one.tokens.clone());
                let sentences = segments.sentences.iter().map(span).collect();
                segments.sentences = Vec::new();
                let resolved = speakers::resolve(text, segments, cast, drafts, lexicon);
                return Some(Reading {
                    format: layout.format,
                    title: layout.title,
                    dates: layout.dates,
                    sentences,
                    blocks: layout.blocks,
                    speakers: resolved.speakers,
                    mentions: resolved.mentions,
                    statements: resolved.statements,
                    text: std::mem::take(text),
                });
            }
            _ => {}
        }
        None
    }

    /// Takes the steps that are left, of which the last gives the reading.
    ///
    /// # Panics
    /// If the reading was given already.
    pub fn finish(mut self, reader: &Reader) -> Reading {
        let mut left = self.taken..Steps::COUNT;
        left.find_map(|_| self.step(reader)).expect("a reading that was not given yet")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_has_as_many_steps_as_it_says() {
        let reader = Reader::new();
        for text in [include_str!("../seeds/seed-meeting.txt"), ""] {
            let mut steps = Steps::new(text.to_owned(), FormatOption::Auto).unwrap();
            let taken = (1..).find_map(|step| Some((step, steps.step(&reader)?))).unwrap();
            assert_eq!(taken.0, Steps::COUNT);
            assert_eq!(taken.1, reader.read(text).unwrap());
            assert!(steps.step(&reader).is_none(), "nothing comes after the last");
        }
    }
}
