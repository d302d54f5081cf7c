//! The parts a text is laid out in.

use super::Span;
use serde::Serialize;

/// How a text is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// News, readouts, statements: reports are found in the sentences.
    #[default]
    Prose,
    /// Turns under labels that name who speaks.
    Transcript,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BlockKind {
    /// An institution's line, byline, caption, share row, "Published" row: shown, never speech.
    Furniture,
    Title,
    /// A date appended to the title, or a line that holds only the date.
    Dateline,
    Heading,
    Paragraph,
    ListItem,
    /// "MR. DOLAN:" before a turn, without the text that follows it.
    TurnLabel,
    /// "(Laughter.)" on a line or inside a turn.
    StageNote,
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

/// The writing system that most letters of a block belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Script {
    #[default]
    Latin,
    Arabic,
    Hebrew,
    Cyrillic,
    Greek,
    Han,
    Kana,
    Hangul,
    Devanagari,
    /// No letters, or another script.
    Other,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}
