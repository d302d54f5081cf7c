//! Where each phrase stands: in whose words, in what clause, beside what.

use super::clusters::EntityIx;
use super::phrase::{Phrase, PhraseIx, Role};
use super::pronouns::Setting;
use super::resolve::Resolver;
use crate::lexicon::Class;
use crate::model::{Kind as StatementKind, Shape, Span};
use crate::model::{both, sort_by_number};

impl Resolver<'_> {
    /// For each phrase, the statements around it.
    pub(super) fn settings(&self) -> Vec<Setting> {
        let mut contents: Vec<(Span, u32)> = Vec::new();
        for (at, draft) in self.drafts.iter().enumerate() {
            contents.extend(draft.content.iter().map(|span| (*span, at as u32)));
        }
        let phrase_at = |at: u32| self.cast.phrases.partition_point(|p| p.span.start < at) as u32;
        let told: Vec<(u32, u32)> = self
            .drafts
            .iter()
            .map(|draft| {
                let source = draft.source.last().map_or(u32::MAX, |s| s.end);
                let content = draft.content.first().map_or(0, |c| c.start);
                if source < content { (phrase_at(source), phrase_at(content)) } else { (0, 0) }
            })
            .collect();
        sort_by_number(&mut contents, |(span, _)| both(span.start, u32::MAX - span.end));
        let mut next = contents.into_iter().peekable();
        let mut open: Vec<(Span, u32)> = Vec::new();
        let phrases = &self.cast.phrases;
        let mut settings: Vec<Setting> = Vec::with_capacity(phrases.len());
        for (at, phrase) in phrases.iter().enumerate() {
            while let Some(content) = next.next_if(|(span, _)| span.start <= phrase.span.start) {
                open.push(content);
            }
            open.retain(|(span, _)| span.end > phrase.span.start);
            let own = |d: u32| {
                let draft = &self.drafts[d as usize];
                draft.source.iter().any(|s| s.contains(phrase.span))
            };
            // A source cut out of its own content does not stand in it.
            let inside = open.iter().rev().map(|(_, d)| *d).find(|d| !own(*d));
            let quoted = open.iter().any(|(_, d)| {
                matches!(self.drafts[*d as usize].kind, StatementKind::Direct | StatementKind::Turn)
            });
            let source = self.sources.binary_search_by_key(&(at as u32), |(p, _)| *p).is_ok();
            let owned = (at > 0 && phrase.role == Role::Possessor)
                .then(|| phrases[at - 1].span.contains(phrase.span).then(|| self.entity_of[at - 1]))
                .flatten()
                .flatten();
            settings.push(Setting {
                owned,
                inside,
                quoted,
                source,
                listed: self.is_listed(phrase),
                told: inside.map_or((0, 0), |d| told[d as usize]),
                ..Setting::default()
            });
        }
        settings
    }

    /// "Strode and Dree": one of a list is hardly taken up by a pronoun in the singular.
    pub(super) fn is_listed(&self, phrase: &Phrase) -> bool {
        if phrase.role == Role::Possessor || self.cast.lines[phrase.line as usize].aside {
            return false;
        }
        let name = |at: u32| {
            self.segments.tokens.get(at as usize).is_some_and(|t| t.shape.is_capitalised())
        };
        let and = |at: u32| {
            self.segments
                .tokens
                .get(at as usize)
                .is_some_and(|t| self.lexicon.form(t.word) == "and")
        };
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        and(end) && name(end + 1) || start >= 2 && and(start - 1) && name(start - 2)
    }

    /// The subject of the clause in which the phrase stands.
    pub(super) fn clause_subject(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.cast.phrases[at as usize];
        if self.cast.lines[phrase.line as usize].aside {
            return None;
        }
        let mut object = false;
        for before in (0..at as usize).rev().take(12) {
            let other = &self.cast.phrases[before];
            if other.line != phrase.line {
                return None;
            }
            if other.role != Role::Subject
                || other.predicate
                || other.tokens.end > phrase.tokens.start
            {
                object |= other.role == Role::Object;
                continue;
            }
            let between = other.tokens.end as usize..phrase.tokens.start as usize;
            let opens = self.segments.tokens[between].iter().any(|t| {
                let classes = self.lexicon.classes(t.word);
                let form = self.lexicon.form(t.word);
                matches!(t.shape, Shape::Quote | Shape::Semicolon | Shape::Colon)
                    || (classes.has(Class::Complementizer) || classes.has(Class::Relative))
                        && form != "to"
                    || matches!(form, "because" | "while" | "although" | "though" | "as" | "but")
            });
            let crossed = phrase.role == Role::Oblique && object;
            return if opens || crossed { None } else { self.entity_of[before] };
        }
        None
    }

    /// In "Bashar Assad and his entourage": Assad.
    pub(super) fn adjoined(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.cast.phrases[at as usize];
        if phrase.role != Role::Possessor {
            return None;
        }
        let before = (0..at as usize).rev().take(3).find(|b| {
            let other = &self.cast.phrases[*b];
            other.line == phrase.line && other.tokens.end + 1 == phrase.tokens.start
        })?;
        let (from, to) = (self.cast.phrases[before].span.end, phrase.span.start);
        let and = self.text.get(from as usize..to as usize)?;
        if and.trim() == "and" { self.entity_of[before] } else { None }
    }
}
