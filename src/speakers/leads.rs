//! Whom the lead describes and the next paragraph names: "A harbour master told an inquiry ...
//! Giving evidence, Runa Skeld said".

use super::clusters::words_of;
use super::descriptions::BARE_LINES;
use super::entity::{Entity, EntityIx};
use super::phrase::{Office, Phrase, PhraseIx, Referent, disagree};
use super::resolve::{Resolver, start_of};
use crate::lexicon::Class;
use crate::lexicon::fixed::THE;
use crate::model::{Draft, Kind};

impl Resolver<'_> {
    /// News describes in its first paragraph whom it names in the next. Not who is named with
    /// another office, or was before; nor who is quoted first: “He left,” said an aide.
    pub(super) fn lead(&mut self, at: PhraseIx, draft: &Draft) {
        let (phrase, Some(entity)) =
            (&self.ground.cast.phrases[at as usize], self.found.entity_of[at as usize])
        else {
            return;
        };
        let Some(leads) = &mut self.course.leads else { return };
        let known = &self.found.entities[entity.ix()];
        if known.name.is_empty() {
            let one = known.kind == Referent::Person && !known.plural;
            let quoted = draft.kind == Kind::Direct && start_of(draft) < phrase.span.start;
            if one && !quoted && !leads.contains(&entity) {
                leads.push(entity);
            }
            return;
        }
        let leads = self.course.leads.take().unwrap_or_default();
        let new = self.brought_in(entity).is_some_and(|first| first.line == phrase.line);
        // "A senior nurse told ... Agnes Molloy, a nurse, said"
        let head = leads.first().and_then(|lead| self.entity(*lead).offices.first());
        let same = |held: Office| head.is_some_and(|(office, _)| office.key == held.key);
        let fits = new
            && !known.titled
            && known.offices.iter().all(|(held, _)| same(*held))
            && known.kind != Referent::Body
            && known.name.len() > 1
            && self.outlook.accused != Some(entity)
            && leads.iter().all(|lead| self.may_be_lead(*lead, leads[0], entity, phrase));
        if fits {
            leads.into_iter().for_each(|lead| self.merge(lead, entity));
        }
    }

    /// How the text brings somebody in.
    fn brought_in(&self, entity: EntityIx) -> Option<&Phrase> {
        let first = self.found.entity_of.iter().position(|other| *other == Some(entity));
        first.map(|first| &self.ground.cast.phrases[first])
    }

    /// "The landlord" tells nothing of who is not yet known, but "the midwife who delivered her".
    /// Of several descriptions all must have one head: "engineer" in the headline, "a former
    /// engineer".
    fn may_be_lead(&self, lead: EntityIx, first: EntityIx, named: EntityIx, at: &Phrase) -> bool {
        let [described, first, known] = [lead, first, named].map(|e| self.entity(e));
        let paragraph = self.ground.paragraph_of(at.span.start);
        let near = |last: &Phrase| {
            last.span.start < paragraph && at.line.abs_diff(last.line) <= BARE_LINES
        };
        let head = |entity: &Entity| entity.offices.first().map(|(office, _)| office.key);
        let last = self.memory.last_phrase(lead).map(|last| &self.ground.cast.phrases[last.ix()]);
        // "A lawyer for Nordhav Lines" is not Nordhav Lines.
        let name = words_of(&self.ground.cast.words, &known.name);
        let of = |last: &Phrase| {
            let of = words_of(&self.ground.cast.words, &last.modifiers);
            of.iter().any(|of| name.iter().any(|word| word.key == of.key))
        };
        let tells = |brought: &Phrase| {
            let behind = self.ground.segments.word(brought.tokens.end);
            let the = self.ground.segments.word(brought.tokens.start) == THE;
            !the || brought.tokens.len() > 2 || self.ground.lexicon.has(behind, Class::Relative)
        };
        self.brought_in(lead).is_some_and(tells)
            && head(described) == head(first)
            && last.is_some_and(|last| near(last) && !of(last))
            && !disagree(described.gender, known.gender)
    }
}
