//! Whom the lead describes and the next paragraph names: "A harbour master told an inquiry ...
//! Giving evidence, Runa Skeld said".

use super::clusters::words_of;
use super::descriptions::BARE_LINES;
use super::entity::{Entity, EntityIx};
use super::holders::is_other;
use super::phrase::{Definite, Office, Phrase, PhraseIx, Referent, Role, disagree};
use super::resolve::{Resolver, start_of};
use super::sources::Source;
use crate::lexicon::Class;
use crate::lexicon::fixed::{DENY, THE};
use crate::model::{Draft, Kind};

/// Who is accused is named so many phrases before he denies it.
const ACCUSED_PHRASES: usize = 12;

impl Resolver<'_> {
    /// In "A former minister told officials to wait, a court has heard": who is accused.
    pub(super) fn heard(&self, at: PhraseIx) -> Option<EntityIx> {
        let outer = self.ground.within[at as usize].inside()?;
        let heard = self.ground.drafts[outer as usize].source.is_empty();
        let spoke = self.memory.speaker_since(0);
        let lead = heard && spoke.is_none_or(|e| self.entity(e).name.is_empty());
        self.outlook.accused.filter(|_| lead)
    }

    /// Who denies what he is accused of, where the draft says so.
    pub(super) fn who_denies(&self, at: usize) -> Option<EntityIx> {
        let cue = self.ground.drafts[at].cue.first()?;
        let Some(Source::Phrase(source)) = self.found.source[at] else { return None };
        let cue = self.ground.segments.tokens.get(self.ground.segments.token_from(cue.start))?;
        if self.ground.lexicon.lemma(cue.word) != DENY {
            return None;
        }
        // "Vernon Strake is accused of it. He denies the charge."
        let before = (0..=source as usize).rev().take(ACCUSED_PHRASES);
        let named = before.filter(|p| {
            let phrase = &self.ground.cast.phrases[*p];
            *p == source as usize || phrase.is_named() && phrase.role == Role::Subject
        });
        named.take(2).find_map(|p| self.found.entity_of[p])
    }

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
            let behind = start_of(draft) < phrase.span.start;
            let quoted = draft.kind == Kind::Direct && behind;
            // "He had left, an official said": anybody, and nothing later is a lead.
            let some = phrase.definite == Definite::New;
            if behind && !quoted && some && draft.addressee.is_none() {
                self.course.leads = None;
                return;
            }
            if one && !quoted && !leads.contains(&entity) {
                leads.push(entity);
            }
            return;
        }
        let leads = self.course.leads.take().unwrap_or_default();
        // But "Another nurse, Agnes Molloy, said"
        let ground = self.ground;
        let other = |first: &Phrase| {
            ground.is_aside(first) || is_other(ground.text, ground.tokens(&first.tokens))
        };
        let new =
            self.brought_in(entity).is_some_and(|first| first.line == phrase.line && !other(first));
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
