//! Who speaks, and by which words the text refers to them.

use super::{Span, named};
use serde::Serialize;

/// A speaker of one [`Reading`](crate::Reading): its place in `Reading::speakers`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SpeakerId(pub u32);

/// Somebody to whom the text gives words, under all their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form of the name in the text.
    pub name: Span,
    /// Every name, title and description in the text once, in order of first use; no pronouns.
    pub aliases: Vec<Span>,
    /// A pair, a side, an office, a paper, or a label that several people share.
    pub collective: bool,
    /// How many statements are theirs.
    pub statements: u32,
    /// How many words those hold.
    pub words: u32,
}

/// Words that refer to a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words, without what stands around them: "the President of Syria".
    pub span: Span,
    /// Whom they refer to.
    pub speaker: SpeakerId,
    /// What kind of words they are.
    pub form: MentionForm,
}

named! {
    /// The kind of words that refer to a speaker.
    #[non_exhaustive]
    MentionForm {
        /// "Bashar Al-Assad", "Mr. Bashar Al-Assad"
        Name = "name",
        /// "the President of Syria", "His Eminence"
        Title = "title",
        /// "the former trawler captain", "one of them"
        Description = "description",
        /// "he", "their"
        Pronoun = "pronoun",
    }
}
