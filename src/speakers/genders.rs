//! Learns the gender of people from the text's own pronouns.
//!
//! In "Stent said he stood by it" the pronoun votes for Stent, the only person named before it. A
//! pronoun that is an object does not vote ("Stent told him"), nor does a second one after a vote.

use super::entity::EntityIx;
use super::phrase::{Gender, Kind, Phrase, Role};
use super::resolve::Resolver;
use super::sources::Source;
use crate::model::{MentionForm, Shape};

impl Resolver<'_> {
    /// Lets each pronoun vote for the gender of the only person that its sentence names before it.
    pub(super) fn learn_genders(&mut self) {
        // For each entity: votes for a man less those for a woman.
        let mut votes = vec![0; self.entities.len()];
        let mut line = u32::MAX;
        // The only person named since the sentence began; several, or one that has been voted for,
        // leave nobody.
        let mut only: Option<EntityIx> = None;
        let mut several = false;
        // Both before the last name.
        let mut before = (only, several);
        // Of who owns somebody in the sentence.
        let mut owner = None;
        let mut last_named = 0;
        for (at, phrase) in self.cast.phrases.iter().enumerate() {
            if phrase.line != line {
                // "Kell shook his head. He said": the next sentence may go on with him.
                let goes_on = phrase.line == line.wrapping_add(1)
                    && phrase.form == MentionForm::Pronoun
                    && phrase.role == Role::Subject
                    && !self.after_quote(phrase);
                line = phrase.line;
                only = only.filter(|_| goes_on && !several);
                several = false;
                owner = None;
            }
            if phrase.form == MentionForm::Pronoun {
                // "Her counterpart" is not she, but who was named before: "Rosa and her husband".
                let outer = at.checked_sub(1).map(|before| &self.cast.phrases[before]);
                let nested = outer.is_some_and(|outer| outer.span.contains(phrase.span));
                let named = if nested { before } else { (only, several) };
                let same_clause = matches!(phrase.role, Role::Object | Role::Oblique);
                // "The premier, she said, had gone": not the premier.
                let told_by = self.places[last_named].inside().map(|told| told as usize);
                let tells = told_by.is_some_and(|told| {
                    matches!(self.source[told], Some(Source::Phrase(source)) if source as usize == at)
                });
                let other =
                    named.1 || same_clause || tells || owner.is_some() && owner == phrase.gender;
                if let (Some(gender), Some(entity), false) = (phrase.gender, named.0, other) {
                    votes[entity.ix()] += vote(gender);
                    several = true;
                }
                if nested {
                    // "His deputy said he" speaks of two.
                    owner = phrase.gender;
                }
                continue;
            }
            let Some(entity) = self.entity_of[at] else { continue };
            let known = &self.entities[entity.ix()];
            let place = known.kind == Kind::Name && phrase.role == Role::Oblique;
            if known.plural || place || !matches!(known.kind, Kind::Person | Kind::Name) {
                continue;
            }
            before = (only, several);
            several |= only.is_some_and(|o| o != entity);
            only = Some(entity);
            last_named = at;
        }
        for (entity, votes) in self.entities.iter_mut().zip(votes) {
            // What the name sounds like counts as one vote, but not alone: "Basavanna ... he" is undecided.
            let voted = match votes + entity.likely.map_or(0, vote) {
                _ if votes == 0 => None,
                1.. => Some(Gender::Masculine),
                0 => None,
                _ => Some(Gender::Feminine),
            };
            entity.gender = entity.gender.or(voted);
        }
    }

    pub(super) fn after_quote(&self, phrase: &Phrase) -> bool {
        let before = (phrase.tokens.start as usize).wrapping_sub(1);
        self.is_aside(phrase)
            || self.segments.tokens.get(before).is_some_and(|t| t.shape == Shape::Quote)
    }
}

fn vote(gender: Gender) -> i32 {
    if gender == Gender::Masculine { 1 } else { -1 }
}
