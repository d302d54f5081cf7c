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
    /// Where it stands.
    pub span: Span,
    /// What it is to the text.
    pub kind: BlockKind,
    /// Of most of its letters.
    pub script: Script,
    /// In which the script is written.
    pub direction: Direction,
}

named! {
    /// What a block is to the text around it.
    #[non_exhaustive]
    BlockKind {
        /// An institution's line, byline, caption, share row, "Published" row: shown, never speech.
        Furniture = "furniture",
        /// The headline, without an appended date.
        Title = "title",
        /// A date appended to the title, or a line that holds only the date.
        Dateline = "dateline",
        /// A line of its own above what it tells of: "Trade and investment".
        Heading = "heading",
        /// What is told, and a stretch of what is said in a turn.
        Paragraph = "paragraph",
        /// What stands behind a bullet or a letter, or below "They agreed:".
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
        /// English, French, Turkish
        #[default]
        Latin = "latin",
        /// Arabic, Persian, Urdu
        Arabic = "arabic",
        /// Hebrew, Yiddish
        Hebrew = "hebrew",
        /// Russian, Ukrainian, Kazakh
        Cyrillic = "cyrillic",
        /// Greek
        Greek = "greek",
        /// Chinese
        Han = "han",
        /// Japanese, with its Chinese characters
        Kana = "kana",
        /// Korean
        Hangul = "hangul",
        /// Hindi, Marathi, Nepali
        Devanagari = "devanagari",
        /// No letters, or another script.
        Other = "other",
    }
}

named! {
    /// The direction that a script is written in.
    #[derive(Default)]
    Direction {
        /// From left to right.
        #[default]
        Ltr = "ltr",
        /// From right to left.
        Rtl = "rtl",
    }
}
