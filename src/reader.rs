//! The whole way from a text to a reading, on one screen.
//!
//! [`Steps`] takes one stage at a time, for a page that must not stand still for long. A stage
//! looks at the whole text, as a name on the last page can explain a title on the first, so there
//! is no smaller step that finds the same.

use crate::lexicon::Lexicon;
use crate::model::{Draft, FormatOption, Layout, Reading, Segments, Sentence};
use crate::speakers::Cast;
use crate::statements::Weights;
use crate::{Error, MAX_BYTES, blocks, segment, speakers, statements};
use std::fmt;

/// Reads texts. Building one parses the lexicons, so build it once and keep it.
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

/// The option alone: tables and weights would fill pages.
impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("format", &self.format).finish_non_exhaustive()
    }
}

impl Reader {
    /// Builds the lexicons and the weights, and looks at each text for its layout.
    pub fn new() -> Self {
        Reader { lexicon: Lexicon::new(), weights: Weights::shipped(), format: FormatOption::Auto }
    }

    /// With the layout as given, or with [`FormatOption::Auto`] as each text shows it.
    ///
    /// ```
    /// use whosaid::{Format, Reader};
    ///
    /// let reader = Reader::new().with_format(Format::Transcript);
    /// assert_eq!(reader.read("Xi: The door stays open.")?.format, Format::Transcript);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn with_format(mut self, format: impl Into<FormatOption>) -> Self {
        self.format = format.into();
        self
    }

    /// Reads a text from layout to speakers. Finding nothing is a reading without statements.
    ///
    /// The reading keeps the text: a `String` is moved there, a `&str` is copied.
    ///
    /// # Errors
    /// If the text is longer than [`MAX_BYTES`].
    pub fn read(&self, text: impl Into<String>) -> Result<Reading, Error> {
        Ok(Steps::new(text.into(), self.format)?.finish(self))
    }
}

/// A text on its way to a reading.
pub(crate) struct Steps {
    text: String,
    made: Made,
}

/// What the stages so far have made of the text.
enum Made {
    Nothing(FormatOption),
    Layout(Layout),
    Segments(Layout, Segments),
    Cast(Layout, Segments, Cast),
    Drafts(Layout, Segments, Cast, Vec<Draft>),
    /// The reading, which was given away.
    All,
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
        Ok(Steps { text, made: Made::Nothing(format) })
    }

    /// Takes one step. The last gives the reading; none is left after it.
    pub fn step(&mut self, reader: &Reader) -> Option<Reading> {
        let (text, lexicon, weights) = (&self.text, &reader.lexicon, &reader.weights);
        self.made = match std::mem::replace(&mut self.made, Made::All) {
            Made::Nothing(format) => Made::Layout(blocks::lay_out(text, format, lexicon)),
            Made::Layout(layout) => {
                let segments = segment::cut(text, &layout.blocks, lexicon);
                Made::Segments(layout, segments)
            }
            Made::Segments(layout, segments) => {
                let cast = speakers::find(text, &layout, &segments, lexicon);
                Made::Cast(layout, segments, cast)
            }
            Made::Cast(mut layout, mut segments, cast) => {
                let drafts = statements::attribute(text, &layout, &segments, lexicon, weights);
                // No later stage looks at these.
                (segments.quotations, layout.turns) = Default::default();
                Made::Drafts(layout, segments, cast, drafts)
            }
            Made::Drafts(layout, mut segments, cast, drafts) => {
                let span = |one: &Sentence| segments.span(one.tokens.clone());
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
                    text: std::mem::take(&mut self.text),
                });
            }
            Made::All => Made::All,
        };
        None
    }

    /// Takes the steps that are left, of which the last gives the reading.
    ///
    /// # Panics
    /// If the reading was given already.
    pub fn finish(mut self, reader: &Reader) -> Reading {
        let reading = (0..Steps::COUNT).find_map(|_| self.step(reader));
        reading.expect("a reading that was not given yet")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_shows_no_tables() {
        assert_eq!(format!("{:?}", Reader::new()), "Reader { format: Auto, .. }");
    }

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
