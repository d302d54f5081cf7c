//! Which phrase of the cast the source of a draft is.

use super::phrase::{Kind, PhraseIx};
use super::resolve::{Resolver, whole};
use crate::model::{Draft, Kind as StatementKind, MentionForm, Rule, Span};

/// The source of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Phrase(PhraseIx),
    /// Two phrases joined by "and".
    Joint(PhraseIx),
    /// "I", "we": who speaks the statement around it.
    Own,
    /// "it": the body that spoke last.
    It,
    /// The turn's label, the quotation before.
    Same,
}
impl Resolver<'_> {
    pub(super) fn source_of(&self, draft: &Draft) -> Option<Source> {
        let Some(span) = draft.source.first().copied().filter(|s| !s.is_empty()) else {
            let alone = draft.cue.is_empty() || matches!(draft.rule, Rule::Continued | Rule::Bare);
            return (alone && draft.kind == StatementKind::Direct).then_some(Source::Same);
        };
        let whole = whole(&draft.source);
        if let Some(label) = self
            .cast
            .labels
            .iter()
            .find(|l| l.0.overlaps(span))
            .filter(|_| draft.kind == StatementKind::Turn)
        {
            return Some(Source::Phrase(label.1));
        }
        match span.of(self.text).trim() {
            "I" | "me" | "we" | "We" | "us" | "myself" => return Some(Source::Own),
            "it" | "It" => return Some(Source::It),
            "who" | "whom" | "which" => return self.before_relative(span),
            _ => {}
        }
        let phrases = &self.cast.phrases;
        let first = phrases.partition_point(|p| p.span.start < whole.start);
        let here = phrases[first..].iter().take_while(|p| p.span.start < whole.end);
        let inside = (first..first + here.count())
            .find(|p| {
                phrases[*p].span.end <= whole.end + 1 || phrases[*p].span.start == whole.start
            })
            .filter(|p| self.heads(whole, phrases[*p].span));
        // "Trump" as source, where the phrase is "Donald Trump".
        let around = || {
            (first.saturating_sub(4)..first).rev().find(|p| {
                phrases[*p].span.contains(whole) && phrases[*p].form != MentionForm::Pronoun
            })
        };
        let phrase = inside.or_else(around)? as PhraseIx;
        let joint = self.joint(whole, phrase);
        Some(if joint { Source::Joint(phrase) } else { Source::Phrase(phrase) })
    }

    /// In "the President of Dorvath, who said", what stands before the relative pronoun.
    pub(super) fn before_relative(&self, relative: Span) -> Option<Source> {
        let phrases = &self.cast.phrases;
        let end = phrases.partition_point(|p| p.span.start < relative.start);
        let before = (end.saturating_sub(6)..end).rev().find(|p| {
            let gap = self.text.get(phrases[*p].span.end as usize..relative.start as usize);
            gap.is_some_and(|g| matches!(g.trim(), "" | ","))
        });
        let outer = |p: usize| {
            (p.saturating_sub(2)..p).find(|o| phrases[*o].span.end == phrases[p].span.end)
        };
        before.map(|p| Source::Phrase(outer(p).unwrap_or(p) as PhraseIx))
    }

    /// Whether the phrase is the head of the source: only small words stand before it.
    pub(super) fn heads(&self, source: Span, phrase: Span) -> bool {
        let gap = &self.text[source.start as usize..phrase.start.max(source.start) as usize];
        gap.split_whitespace().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.is_empty()
                || matches!(
                    word,
                    "the"
                        | "The"
                        | "a"
                        | "A"
                        | "an"
                        | "An"
                        | "Even"
                        | "even"
                        | "both"
                        | "Both"
                        | "only"
                        | "Only"
                        | "And"
                        | "But"
                        | "and"
                        | "but"
                        | "that"
                        | "who"
                )
        })
    }

    /// "Strode and Dree" as one source.
    pub(super) fn joint(&self, source: Span, phrase: PhraseIx) -> bool {
        let phrases = &self.cast.phrases;
        let first = &phrases[phrase as usize];
        if first.plural || first.kind == Kind::Pronoun {
            return false;
        }
        let second = phrases[phrase as usize + 1..].iter().find(|p| p.span.start >= first.span.end);
        second.is_some_and(|second| {
            let between = self.text.get(first.span.end as usize..second.span.start as usize);
            source.contains(second.span)
                && between
                    .is_some_and(|b| matches!(b.trim(), "and" | "nor" | ", and" | "as well as"))
        })
    }
}
