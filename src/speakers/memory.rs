//! Who was named last, and how.

use super::entity::EntityIx;
use super::phrase::{PhraseIx, Role};
use crate::model::Ix;

/// How many entities are kept in mind.
const ENTITIES_IN_MIND: usize = 16;
/// Who was named outside quotations is known from there for so many lines.
const UNQUOTED_LINES: u32 = 3;

/// One entity in mind: where it was last named, and how.
#[derive(Clone, Copy, Debug)]
pub struct Recent {
    pub entity: EntityIx,
    pub line: u32,
    pub phrase: PhraseIx,
    /// Where the phrase begins.
    pub start: u32,
    pub role: Role,
    /// The statement whose content it was named in.
    pub inside: Option<u32>,
    /// Named only inside quotations.
    pub quoted: bool,
    /// Stands in a list: "Strode and Dree".
    pub listed: bool,
}

/// Who was named last.
#[derive(Debug, Default)]
pub struct Memory {
    recent: Vec<Recent>,
    last_speaker: Option<EntityIx>,
}

impl Memory {
    /// Takes down that somebody is named.
    pub fn named(&mut self, mut now: Recent) {
        if let Some(old) = self.recent.iter().position(|r| r.entity == now.entity) {
            let old = self.recent.remove(old);
            if old.line == now.line && old.role == Role::Subject {
                now.role = Role::Subject;
            }
            now.quoted &= old.quoted || old.line + UNQUOTED_LINES < now.line;
        } else if self.recent.len() == ENTITIES_IN_MIND {
            self.recent.remove(0);
        }
        self.recent.push(now);
    }

    /// Takes down who speaks, if anybody.
    pub fn spoke(&mut self, entity: Option<EntityIx>) {
        self.last_speaker = entity;
    }

    /// All that are in mind, the last one named first.
    pub fn recent(&self) -> impl Iterator<Item = &Recent> {
        self.recent.iter().rev()
    }

    /// The same without how they were named.
    pub fn names(&self) -> impl Iterator<Item = EntityIx> {
        self.recent().map(|recent| recent.entity)
    }

    /// The phrase that last named the entity.
    pub fn last_phrase(&self, entity: EntityIx) -> Option<Ix> {
        self.recent.iter().find(|r| r.entity == entity).map(|r| Ix::new(r.phrase as usize))
    }

    /// Whether nobody has spoken since.
    pub fn is_last_speaker(&self, entity: EntityIx) -> bool {
        self.last_speaker == Some(entity)
    }

    /// Who spoke last.
    pub fn last_speaker(&self) -> Option<EntityIx> {
        self.last_speaker
    }

    /// Who spoke last, if named since the line.
    pub fn speaker_since(&self, line: u32) -> Option<EntityIx> {
        let speaker = self.last_speaker?;
        let recent = self.recent.iter().find(|recent| recent.entity == speaker)?;
        (recent.line >= line).then_some(speaker)
    }

    /// Who spoke last, if named from the place on.
    pub fn speaker_from(&self, start: u32) -> Option<EntityIx> {
        let speaker = self.last_speaker?;
        self.recent.iter().any(|r| r.entity == speaker && r.start >= start).then_some(speaker)
    }

    /// Two are found to be one.
    pub fn merge(&mut self, from: EntityIx, into: EntityIx) {
        let both = self.recent.iter().any(|recent| recent.entity == into);
        self.recent.retain(|recent| !both || recent.entity != from);
        for recent in self.recent.iter_mut().filter(|recent| recent.entity == from) {
            recent.entity = into;
        }
        self.last_speaker = self.last_speaker.map(|e| if e == from { into } else { e });
    }

    /// The last one named of whom something is true.
    pub fn last(&self, is: impl Fn(EntityIx) -> bool) -> Option<EntityIx> {
        self.names().find(|entity| is(*entity))
    }

    /// The last subject from the place on of whom something is true.
    pub fn subject_since(&self, start: u32, is: impl Fn(EntityIx) -> bool) -> Option<EntityIx> {
        let subjects = self.recent().filter(|r| r.role == Role::Subject);
        subjects.filter(|r| r.start >= start).map(|r| r.entity).find(|entity| is(*entity))
    }

    /// Whether the entity was last the subject of a clause.
    pub fn is_subject(&self, entity: EntityIx) -> bool {
        self.recent.iter().any(|r| r.entity == entity && r.role == Role::Subject)
    }
}
