//! What is said, by whom, and how we know.

use super::{Span, SpeakerId, named};
use serde::Serialize;

/// A statement of one [`Reading`](crate::Reading): its place in `Reading::statements`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct StatementId(pub u32);

/// Words or a position that the text gives to somebody.
///
/// In "Holm said in a statement that his side was “disappointed”" the source is "Holm", the cue
/// "said in a statement", the content "that his side was “disappointed”".
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// None where the text names nobody, or where we are not sure enough to say.
    pub speaker: Option<SpeakerId>,
    /// The noun phrase that names the speaker; empty where there is none.
    pub source: Vec<Span>,
    /// The words that report; empty for a turn or for a quotation that stands by itself.
    pub cue: Vec<Span>,
    /// What is said, in text order; several parts where the report cuts it.
    pub content: Vec<Span>,
    /// How near the content is to the speaker's own words.
    pub kind: Kind,
    /// Whether it was said or only thought.
    pub act: Act,
    /// The person spoken to, where the grammar of the cue names a speaker.
    pub addressee: Option<SpeakerId>,
    /// The statement inside whose content this one is reported.
    pub inside: Option<StatementId>,
    /// How sure we are of content and source together, calibrated: 0 to 1.
    pub confidence: f32,
    /// What it was found by.
    pub why: Why,
}

named! {
    /// How near the content is to the speaker's own words.
    Kind {
        /// In quotation marks, or the speaker's own words after a colon.
        Direct = "direct",
        /// A reported clause or phrase.
        Indirect = "indirect",
        /// Reported, with part of the content in quotation marks.
        Mixed = "mixed",
        /// A turn of a transcript.
        Turn = "turn",
    }
}

named! {
    /// Whether somebody said it, or only thinks so.
    Act {
        /// Said, wrote, agreed, thanked.
        Speech = "speech",
        /// Believes, wants, fears: an attitude given to somebody without words.
        Thought = "thought",
    }
}

/// Why this is a statement and why it is this speaker's.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What joined source, cue and content.
    pub rule: Rule,
    /// From the source, step by step, to the speaker's fullest name; empty without a speaker.
    pub chain: Vec<Step>,
}

named! {
    /// The rule that joined source, cue and content.
    #[non_exhaustive]
    Rule {
        /// "Xi said: ...": after cue and colon.
        Colon = "colon",
        /// A quotation beside its cue.
        Quotation = "quotation",
        /// A quotation without any cue.
        Bare = "bare",
        /// "said that ...", "praised ...": a reported clause or phrase.
        Report = "report",
        /// "according to ..."
        AccordingTo = "according-to",
        /// "Stressing ..., he said": takes the subject of the main clause.
        LeadIn = "lead-in",
        /// "..., adding that ...": takes the subject of the clause before.
        Trailer = "trailer",
        /// "Varga: deputy resigned" in a headline.
        Headline = "headline",
        /// "a warning by X that ..."
        Noun = "noun",
        /// A label at the head of a turn.
        Label = "label",
    }
}

/// One step of the way from a source to a speaker: `from` refers to the same one as `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The words nearer to the statement: "he".
    pub from: Span,
    /// The words nearer to the name: "the Minister".
    pub to: Span,
    /// What tells that both are of one.
    pub by: Link,
}

named! {
    /// What tells that two mentions are of the same one.
    #[non_exhaustive]
    Link {
        /// The same name, or a part of it.
        Name = "name",
        /// Two forms set side by side: "his deputy, Tomas Reuss".
        Apposition = "apposition",
        /// The same office or title.
        Title = "title",
        /// A pronoun that fits by gender, number and place.
        Pronoun = "pronoun",
        /// A description that only one speaker fits.
        Description = "description",
        /// "They", "both sides": the speakers together.
        Together = "together",
        /// "I" inside a turn or quotation.
        Self_ = "self",
    }
}
