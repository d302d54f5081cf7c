//! Whom "she", "him", "their" refer to.
//!
//! The text is walked in order with a short list of those named last. Each candidate that agrees in
//! gender and number has points:
//!
//! ```text
//! nearness     60 in the same sentence, less for each sentence back
//! paragraph    24 in the same paragraph
//! subject      18, object 6, after a preposition 0, possessor -4
//! last speaker 16, for a pronoun outside speech
//! same report  40 if named inside the same reported clause, 26 if its speaker
//! quoted      -30 if named only inside a quotation and the pronoun stands outside
//! ```
//!
//! Excluded are whoever speaks the quotation around the pronoun (they would be "I"), and for an
//! object the subject of its own clause ("she told her"). The best candidate wins; with less than
//! [`LEAST`] points there is none.
//!
//! Limits: no meaning of verbs is known, so "Holm met Rimmer before he left" goes to the subject.

use super::entity::{Entity, EntityIx};
use super::phrase::{Gender, Kind, Phrase, Role};
use super::settings::Place;
use crate::model::{Ix, Span};

const LEAST: i32 = 12;
const APPROACHED: i32 = 40;
/// How many entities are kept in mind.
const MEMORY: usize = 16;
/// How many sentences back a pronoun reaches.
const REACH: u32 = 8;

/// One entity in mind: where it was last named, and how.
#[derive(Clone, Copy, Debug)]
struct Recent {
    entity: EntityIx,
    line: u32,
    phrase: u32,
    /// Where the phrase begins.
    start: u32,
    role: Role,
    /// The statement whose content it was named in.
    inside: Option<u32>,
    /// Named only inside quotations.
    quoted: bool,
    /// Stands in a list: "Strode and Dree".
    listed: bool,
}

/// Where a phrase stands among the statements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// The innermost statement whose content holds it.
    pub inside: Option<u32>,
    /// Somebody's own words hold it.
    pub quoted: bool,
    /// Who speaks the innermost content.
    pub reporter: Option<EntityIx>,
    /// Who speaks the own words around it.
    pub quoter: Option<EntityIx>,
    /// In "her deputy, Rafe Quillon, said that she": hers, so that she is hardly Quillon.
    pub owned: Option<Gender>,
    /// Who it cannot be: in "his father" the father, in "asked by her why she left" who asks.
    pub other: Option<EntityIx>,
    /// It replies to the first, who spoke to the second.
    pub asked: Option<(Option<EntityIx>, Option<EntityIx>)>,
    /// Between the source and the content of the innermost statement: "asked him".
    pub told: Span,
    /// The line from which it looks back: its own, or where the quotation begins that it follows.
    pub line: u32,
    /// Where the paragraph begins.
    pub paragraph: u32,
    /// The subject of its clause.
    pub subject: Option<EntityIx>,
    /// In "Assad and his entourage": Assad.
    pub adjoined: Option<EntityIx>,
    /// In "He updated the mayor": the mayor, who is another.
    pub acted_on: Option<EntityIx>,
    /// In "I asked the mayor. She": the mayor.
    pub approached: Option<EntityIx>,
}

/// Who was named last.
#[derive(Debug, Default)]
pub struct Memory {
    recent: Vec<Recent>,
    last_speaker: Option<EntityIx>,
}

impl Memory {
    pub fn named(
        &mut self,
        entity: EntityIx,
        at: u32,
        phrase: &Phrase,
        place: Place,
        listed: bool,
    ) {
        let mut role = phrase.role;
        let mut quoted = place.quoted();
        if let Some(old) = self.recent.iter().position(|r| r.entity == entity) {
            let old = self.recent.remove(old);
            if old.line == phrase.line && old.role == Role::Subject {
                role = Role::Subject;
            }
            quoted &= old.quoted || old.line + 3 < phrase.line;
        } else if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(Recent {
            entity,
            line: phrase.line,
            phrase: at,
            start: phrase.span.start,
            role,
            inside: place.inside(),
            quoted,
            listed,
        });
    }

    pub fn spoke(&mut self, entity: Option<EntityIx>) {
        self.last_speaker = entity;
    }

    /// The phrase that last named the entity.
    pub fn last_phrase(&self, entity: EntityIx) -> Option<Ix> {
        self.recent.iter().find(|r| r.entity == entity).map(|r| Ix::new(r.phrase as usize))
    }

    /// All that are in mind, the last one named first.
    pub fn names(&self) -> impl Iterator<Item = EntityIx> {
        self.recent.iter().rev().map(|recent| recent.entity)
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
        let subjects = self.recent.iter().rev().filter(|r| r.role == Role::Subject);
        subjects.filter(|r| r.start >= start).map(|r| r.entity).find(|entity| is(*entity))
    }

    /// Whether the entity was last the subject of a clause.
    pub fn is_subject(&self, entity: EntityIx) -> bool {
        self.recent.iter().any(|r| r.entity == entity && r.role == Role::Subject)
    }

    /// The last two single people named within the two sentences before the line.
    pub fn pair(&self, line: u32, entities: &[Entity]) -> bool {
        let people = self.recent.iter().filter(|r| {
            let entity = &entities[r.entity.ix()];
            r.line + 2 >= line && !entity.plural && entity.kind == Kind::Person
        });
        people.count() >= 2
    }

    /// Whom the pronoun refers to.
    pub fn refer(
        &self,
        pronoun: &Phrase,
        setting: &Setting,
        entities: &[Entity],
        person: impl Fn(EntityIx) -> i32,
        style: impl Fn(EntityIx) -> i32,
        named: &[Option<EntityIx>],
    ) -> Option<EntityIx> {
        let mut best: Option<(i32, EntityIx)> = None;
        for (back, recent) in self.recent.iter().rev().enumerate() {
            let distance = setting.line.saturating_sub(recent.line);
            if distance > REACH {
                continue;
            }
            let entity = &entities[recent.entity.ix()];
            let Some(agreement) = agreement(pronoun, entity, person(recent.entity)) else {
                continue;
            };
            if [setting.quoter, setting.other, setting.acted_on].contains(&Some(recent.entity)) {
                continue;
            }
            let owned = setting.owned.is_some() && setting.owned == pronoun.gender;
            if owned && setting.reporter == Some(recent.entity) && entity.gender.is_none() {
                continue;
            }
            let adjoined = setting.adjoined == Some(recent.entity);
            let same_clause = setting.subject == Some(recent.entity) && !adjoined;
            if pronoun.role == Role::Reflexive && !same_clause {
                continue;
            }
            if same_clause && matches!(pronoun.role, Role::Object | Role::Oblique) {
                continue;
            }
            let mut points = 60 + agreement + style(recent.entity);
            points -= match distance {
                0 => 0,
                1 => 18,
                n => 8 * n as i32 + 8,
            };
            points -= 4 * (back as i32).min(4);
            points += if recent.start >= setting.paragraph { 24 } else { 0 };
            points += match recent.role {
                Role::Subject => 18,
                Role::Object | Role::Reflexive => 6,
                Role::Oblique => 0,
                Role::Possessor => -4,
            };
            if same_clause {
                points += if pronoun.role == Role::Reflexive { 50 } else { 10 };
            }
            if setting.inside.is_none() && self.last_speaker == Some(recent.entity) {
                points += 16;
            }
            // "Ms Rao asked Mr Tor whether it was true. He replied"
            if let Some((by, told)) = setting.asked {
                let here = Some(recent.entity);
                points += if here == told { 30 } else { 0 } - if here == by { 56 } else { 0 };
            }
            if setting.inside.is_some() && recent.inside == setting.inside {
                points += 40;
            } else if setting.reporter == Some(recent.entity) {
                points += if pronoun.role == Role::Object { 0 } else { 26 };
            } else if pronoun.role == Role::Object
                && (setting.told.start..setting.told.end).contains(&recent.start)
            {
                points += 14;
            }
            if setting.inside.is_none() && recent.inside.is_some() {
                points -= 10;
            }
            if adjoined {
                points += 40;
            }
            if setting.approached == Some(recent.entity) {
                points += APPROACHED;
            }
            if recent.quoted && !setting.quoted {
                points -= 30;
            }
            if recent.listed {
                points -= 40;
            }
            // "“Karin never stood in my way,” she said": hardly Karin.
            if named.contains(&Some(recent.entity)) {
                points -= 40;
            }
            if points >= LEAST && best.is_none_or(|(b, _)| points > b) {
                best = Some((points, recent.entity));
            }
        }
        best.map(|(_, e)| e)
    }
}

/// Points for how well the entity fits the pronoun; none if it cannot.
fn agreement(pronoun: &Phrase, entity: &Entity, person: i32) -> Option<i32> {
    if entity.label {
        return None;
    }
    if pronoun.plural {
        return match entity.kind {
            Kind::Together => Some(20),
            Kind::Person if entity.plural => {
                Some(if entity.proper || entity.specific { 6 } else { -10 })
            }
            Kind::Side => Some(0),
            Kind::Body if entity.plural => Some(0),
            Kind::Body => Some(-24),
            _ => None,
        };
    }
    if entity.plural || !matches!(entity.kind, Kind::Person | Kind::Name) {
        return None;
    }
    match (pronoun.gender, entity.gender) {
        (Some(a), Some(b)) if a == b => Some(0),
        (Some(_), Some(_)) => None,
        (Some(a), None) if entity.heard() == Some(a) => Some(0),
        (Some(a), None) if entity.likely.is_some_and(|b| a != b) => Some(person - 30),
        _ => Some(person),
    }
}
