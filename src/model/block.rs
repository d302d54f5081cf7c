//! The parts a text is laid out in.

use super::{Span, named};
use serde::Serialize;

named! {
    /// How a text is written down.
    #[derive(Default)]
    #[non_exhaustive]
    Format {
        /// News, readouts, statements: reports are found in the sentences.
        #[default]
        Prose = "prose",
        /// Turns under labels that name who speaks.
        Transcript = "transcript",
    }
}

/// How the text is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormatOption {
    /// Look whether it is a transcript.
    #[default]
    Auto,
    /// It is known.
    Is(Format),
}

impl From<Format> for FormatOption {
    fn from(format: Format) -> Self {
        FormatOption::Is(format)
    }
}

/// One stretch of the layout. Blocks stand in text order, do not overlap, and hold all of the
/// text but white space and invisible characters around it. A label or dateline on the line of its
/// paragraph is a block of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
    pub script: Script,
    pub direction: Direction,
}

named! {
    #[non_exhaustive]
    BlockKind {
        /// An institution's line, byline, caption, share row, "Published" row: shown, never speech.
        Furniture = "furniture",
        Title = "title",
        /// A date appended to the title, or a line that holds only the date.
        Dateline = "dateline",
        Heading = "heading",
        Paragraph = "paragraph",
        ListItem = "list-item",
        /// "MR. DOLAN:" before a turn, without the text that follows it.
        TurnLabel = "turn-label",
        /// "(Laughter.)" on a line or inside a turn.
        StageNote = "stage-note",
    }
}

impl BlockKind {
    /// Whether sentences of this block can hold statements.
    pub const fn is_prose(self) -> bool {
        matches!(
            self,
            BlockKind::Title | BlockKind::Heading | BlockKind::Paragraph | BlockKind::ListItem
        )
    }
}

named! {
    /// The writing system that most letters of a block belong to.
    #[derive(Default)]
    #[non_exhaustive]
    Script {
        #[default]
        Latin = "latin",
        Arabic = "arabic",
        Hebrew = "hebrew",
        Cyrillic = "cyrillic",
        Greek = "greek",
        Han = "han",
        Kana = "kana",
        Hangul = "hangul",
        Devanagari = "devanagari",
        /// No letters, or another script.
        Other = "other",
    }
}

named! {
    #[derive(Default)]
    Direction {
        #[default]
        Ltr = "ltr",
        Rtl = "rtl",
    }
}
