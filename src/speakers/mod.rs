//! Who is who: mentions, and the people, offices and groups behind them.

use crate::lexicon::Lexicon;
use crate::model::{Draft, Layout, Mention, Segments, Speaker, Statement, Why};

/// Everybody the text refers to, before it is known who speaks.
#[derive(Debug, Default)]
pub struct Cast {}

/// Finds the people, offices and groups that the text refers to.
pub fn find(_text: &str, _layout: &Layout, _segments: &Segments, _lexicon: &Lexicon) -> Cast {
    Cast::default()
}

/// What the drafts and the cast are together.
#[derive(Debug, Default)]
pub struct Resolved {
    pub speakers: Vec<Speaker>,
    pub mentions: Vec<Mention>,
    pub statements: Vec<Statement>,
}

/// Gives every draft its speaker, where there is one to be sure of.
pub fn resolve(
    _text: &str,
    _layout: &Layout,
    _segments: &Segments,
    _cast: &Cast,
    drafts: Vec<Draft>,
    _lexicon: &Lexicon,
) -> Resolved {
    let statements = drafts
        .into_iter()
        .map(|draft| Statement {
            speaker: None,
            source: draft.source,
            cue: draft.cue,
            content: draft.content,
            kind: draft.kind,
            act: draft.act,
            addressee: None,
            inside: draft.inside,
            confidence: draft.confidence,
            why: Why { rule: draft.rule, chain: Vec::new() },
        })
        .collect();
    Resolved { statements, ..Resolved::default() }
}
