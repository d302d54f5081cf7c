//! The whole way from a text to a reading, on one screen.

use crate::lexicon::Lexicon;
use crate::model::{FormatOption, Reading};
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
    pub fn new() -> Self {
        Reader { lexicon: Lexicon::new(), weights: Weights::shipped(), format: FormatOption::Auto }
    }

    /// Takes the layout as given instead of looking.
    pub fn with_format(mut self, format: FormatOption) -> Self {
        self.format = format;
        self
    }

    /// Reads `text` from layout to speakers. Finding nothing is a reading without statements.
    ///
    /// # Errors
    /// If `text` is longer than [`MAX_BYTES`].
    pub fn read(&self, text: &str) -> Result<Reading, Error> {
        if text.len() > MAX_BYTES {
            return Err(Error::too_long(text.len(), MAX_BYTES));
        }
        let lexicon = &self.lexicon;
        let layout = blocks::lay_out(text, self.format, lexicon);
        let segments = segment::cut(text, &layout.blocks, lexicon);
        let cast = speakers::find(text, &layout, &segments, lexicon);
        let drafts = statements::attribute(text, &layout, &segments, &cast, lexicon, &self.weights);
        let resolved = speakers::resolve(text, &segments, cast, drafts, lexicon);
        Ok(Reading {
            text: text.to_owned(),
            format: layout.format,
            title: layout.title,
            dates: layout.dates,
            sentences: segments.sentences.iter().map(|s| segments.span(s.tokens.clone())).collect(),
            blocks: layout.blocks,
            speakers: resolved.speakers,
            mentions: resolved.mentions,
            statements: resolved.statements,
        })
    }
}
