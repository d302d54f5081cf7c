//! Whom "His Eminence" and "Her Majesty" refer to.

use super::entity::{Entity, EntityIx};
use super::phrase::{Phrase, PhraseIx, Referent, disagree};
use super::points::{style as points, sum};
use super::resolve::Resolver;
use crate::lexicon::fixed::{
    COURT, EXCELLENCY, FROM, HIGHNESS, HONOR, HONOUR, JUDGE, MAJESTY, ROYAL,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Span, WordId};

/// "the king", "the emir": not "the president".
const GENDERED: Classes = Classes::of(&[Class::Masculine, Class::Feminine]);

/// Styles of which nobody has two.
const ROYALTY: [WordId; 3] = [MAJESTY, HIGHNESS, ROYAL];

impl Resolver<'_> {
    /// Whom the text has called by the style, "Majesty", together with a name or title: who was
    /// named last, else the first. Else who was found to be meant by it before.
    pub(super) fn styled(&self, phrase: &Phrase) -> Option<EntityIx> {
        let is = |entity: &Entity| {
            phrase.style != WordId::UNKNOWN
                && entity.style == phrase.style
                && !disagree(entity.gender, phrase.gender)
        };
        let last = || {
            // "greetings from His Holiness Sahak": who is not here.
            let sends = |entity| {
                let phrases = &self.ground.cast.phrases;
                let last = self.memory.last_phrase(entity).map(|at| &phrases[at.ix()]);
                last.is_some_and(|p| self.ground.segments.word_before(p.tokens.start) == FROM)
            };
            let here = self.memory.last(|entity| is(self.entity(entity)) && !sends(entity));
            here.or_else(|| self.memory.last(|entity| is(self.entity(entity))))
        };
        let first = || self.found.entities.iter().position(is).map(EntityIx::new);
        let before = || {
            let same = |(style, _): &&(&str, EntityIx)| *style == phrase.span.of(self.ground.text);
            self.course.styles.iter().find(same).map(|(_, entity)| *entity)
        };
        let called = self.bench(phrase).or_else(last).or_else(first);
        called.or_else(before).or_else(|| self.crowned(phrase))
    }

    /// "Your Honor": who has the label "THE COURT".
    fn bench(&self, phrase: &Phrase) -> Option<EntityIx> {
        let honour = matches!(phrase.style, HONOR | HONOUR);
        let sits = |label: &&(Span, PhraseIx)| {
            let last = label.0.of(self.ground.text).rsplit(' ').next().unwrap_or_default();
            matches!(self.ground.lexicon.id_of(last), COURT | JUDGE)
        };
        let label = self.ground.cast.labels.iter().find(sits).filter(|_| honour)?;
        self.found.entity_of[label.1 as usize]
    }

    /// "Her Majesty" where the text has one queen.
    fn crowned(&self, phrase: &Phrase) -> Option<EntityIx> {
        let rules = |office: Classes| office.has(Class::HeadOfState) && office.has_any(GENDERED);
        let crowned = |e: &usize| {
            let entity = &self.found.entities[*e];
            let single = entity.kind == Referent::Person && !entity.plural;
            let rules = entity.offices.iter().any(|(held, _)| rules(held.classes));
            single && rules && !disagree(entity.gender, phrase.gender)
        };
        let royal = ROYALTY.contains(&phrase.style);
        let mut found = (0..self.found.entities.len()).filter(crowned);
        let only = found.next().filter(|_| royal && found.next().is_none());
        only.map(EntityIx::new)
    }

    /// Points for how well somebody fits a style that the text has not used before.
    pub(super) fn style_points(&self, of: EntityIx, phrase: &Phrase) -> i32 {
        if phrase.style == EXCELLENCY {
            return 0;
        }
        let entity = self.entity(of);
        let person = |entity: &Entity| entity.kind == Referent::Person && !entity.plural;
        let first = self.found.entities.iter().position(person) == Some(of.ix());
        let holds =
            |is: fn(Classes) -> bool| entity.offices.iter().any(|(held, _)| is(held.classes));
        let governs = holds(Classes::governs) || holds(is_president);
        let titled = holds(|held| held.is_title() && !is_president(held));
        let royal = [phrase.style, entity.style].iter().all(|style| ROYALTY.contains(style));
        let other = royal && entity.style != phrase.style;
        sum(&[
            (first, points::FIRST),
            (governs, points::GOVERNS),
            (titled, points::TITLED),
            (other, points::OTHER),
        ])
    }
}

/// Head of a state without a crown, whose title stands before the name.
fn is_president(office: Classes) -> bool {
    office.has(Class::HeadOfState) && office.is_title() && !office.has_any(GENDERED)
}
