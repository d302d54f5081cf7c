//! What somebody does besides, and what they do not say: no part of what they say.
//!
//! ```text
//! said the pier would open | but did not say when       called it a lie | , without elaborating
//! said the pier would open | and left the room          praised the crew | before she left
//! ```

use super::inverted::TAKES_MORE;
use super::syntax::{
    clause_start, has_finite, is_contracted, is_relative, is_subject, lists_subjects,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    AND, BEFORE, BUT, DECLINED, DID, DID_NOT, ELABORATE, ELABORATING, GAVE, GIVING, GOING, NO,
    OFFERED, REFUSED, SAY, SPECIFY, WITHOUT,
};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Ends the content of a report before what is told of the speaker.
pub fn end_before(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let sentence = units.sentence_of(cue.start);
    // "She came and said": whose subject begins the clause does the rest too.
    let subject = report.source.as_ref().is_some_and(|source| source.end <= cue.start);
    let whole = report.content.len() == 1;
    let Some(last) = report.content.last_mut() else { return };
    let alone = last.start >= cue.end && last.end <= sentence.end && subject;
    if !alone || clause_start(units, sentence, cue.start) > last.start {
        return;
    }
    let clause = Clause { units, content: last.clone(), whole };
    let mut places = last.start + 1..last.end;
    let end = places.find(|at| units[*at].quoted == Quoted::Outside && clause.ends_at(*at));
    if let Some(end) = end {
        let comma = end > last.start + 1 && units[end - 1].tag == Tag::Comma;
        last.end = end - usize::from(comma);
    }
}

/// The content of a report.
struct Clause<'u> {
    units: &'u Units<'u>,
    content: Range<UnitIx>,
    /// Whether it is of one piece.
    whole: bool,
}

impl Clause<'_> {
    fn unit(&self, at: UnitIx) -> Option<&Unit> {
        (at < self.content.end).then(|| &self.units[at])
    }

    /// Whether the content ends before the unit.
    fn ends_at(&self, at: UnitIx) -> bool {
        let unit = &self.units[at];
        match unit.tag {
            // "agreed not to help | but the miners were angry"
            Tag::Conjunction if unit.word == BUT && self.is_order(at) && self.opens_clause(at) => {
                true
            }
            Tag::Conjunction if matches!(unit.word, AND | BUT) => {
                let adverbs =
                    (at + 1..self.content.end).take_while(|at| self.units[*at].tag.is_adverb());
                let verb = at + 1 + adverbs.count();
                self.is_silent(at, verb)
                    || self.acts(at, verb)
                    || self.whole && self.joins_clause(at)
            }
            // "asked for help at nine |, and the army sent it"; but "said the mayor, the clerk, and
            // the miller were late"
            Tag::Comma if self.whole && self.is_noun(at) && self.opens_clause(at + 1) => {
                let says = self.units.lemma(self.content.start - 1) == SAY;
                !(says && lists_subjects(&self.units[self.content.start..at]))
            }
            _ if unit.word == WITHOUT => {
                // "had gone without telling anyone" is said.
                let comma = self.units[at - 1].tag == Tag::Comma;
                let saying = |unit: &Unit| comma && unit.tag == Tag::SpeechIng;
                let more = || matches!(self.units[at + 1].word, ELABORATING | GIVING | GOING);
                self.unit(at + 1).is_some_and(|next| saying(next) || more())
            }
            _ if unit.word == BEFORE => self.is_noun(at) && self.is_clause(at + 1),
            _ => false,
        }
    }

    /// "and the army sent it"
    fn opens_clause(&self, and: UnitIx) -> bool {
        let rest = &self.units[and..self.content.end];
        let [joint, subject, rest @ ..] = rest else { return false };
        let ends = |unit: &Unit| unit.tag.is_mark() || is_relative(unit) || unit.tag.is_finite();
        let verb = rest.iter().find(|unit| ends(unit));
        matches!(self.units[and].word, AND | BUT)
            && joint.tag == Tag::Conjunction
            && is_subject(subject.tag)
            && verb.is_some_and(|verb| verb.tag.is_finite())
    }

    /// "announced a sale | and it begins today", "called for help | and Lorne would come", "agreed
    /// to stay | and she was elected"; but "said the clerk and he were late", "thinks she and they
    /// were late"
    fn joins_clause(&self, and: UnitIx) -> bool {
        let (cue, before) = (self.content.start - 1, &self.units[and - 1]);
        let clause = &self.units[and + 1..self.content.end];
        let [he, verb, ..] = clause else { return false };
        let noun = self.is_noun(and);
        match he.tag {
            Tag::Name if self.units[cue].tag == Tag::Preposition => noun && verb.tag.helps(),
            // "called for help | and the army would come"
            Tag::Determiner if self.units[cue].tag == Tag::Preposition => {
                let would = clause.get(2).is_some_and(|would| would.tag.helps());
                noun && !verb.tag.helps() && would
            }
            he if he.is_pronoun() => {
                let words = &self.units[self.content.start..and];
                let that = |unit: &Unit| unit.tag == Tag::That;
                let whole = !has_finite(words) && !words.iter().any(that);
                let and = self.units[and].word == AND;
                let takes = and && whole && self.units[cue].classes.has_any(TAKES_MORE);
                let plain = noun && !before.tag.is_pronoun() && self.units.lemma(cue) != SAY;
                (takes || plain) && verb.tag.is_finite() || plain && is_contracted(clause)
            }
            _ => false,
        }
    }

    /// "did not say when", "but would not say when", "declined to say", "gave no details"
    fn is_silent(&self, joint: UnitIx, verb: UnitIx) -> bool {
        let tag = |at: UnitIx| self.unit(at).map(|unit| unit.tag);
        let Some(first) = self.unit(verb) else { return false };
        if first.tag == Tag::Auxiliary {
            let not = tag(verb + 1) == Some(Tag::Negation);
            let base = verb + 1 + usize::from(not);
            let Some(unit) = self.unit(base) else { return false };
            let says = matches!(self.units[base].word, SAY | ELABORATE | SPECIFY);
            // "had helped and would not comment" is said.
            let says = match self.units[verb].word {
                DID | DID_NOT => says || unit.tag == Tag::SpeechBase && !self.is_of_him(),
                _ => self.units[joint].word == BUT && says,
            };
            return (not || first.classes.has(Class::Negation)) && says;
        }
        match first.word {
            DECLINED | REFUSED => tag(verb + 1) == Some(Tag::To),
            GAVE | OFFERED => self.unit(verb + 1).is_some_and(|no| no.word == NO),
            _ => false,
        }
    }

    /// "that he respected her view but did not share it": he tells what he did.
    fn is_of_him(&self) -> bool {
        matches!(&self.units[self.content.clone()], [that, he, did, ..]
            if that.tag == Tag::That
                && he.tag.is_pronoun()
                && matches!(did.tag, Tag::Ed | Tag::SpeechPast | Tag::ThoughtPast))
    }

    /// "the pier would open | and left the room": a verb in the past joins no "would open"; nor
    /// does it a noun, in "praised the crew | and showed them the plan", "denied theft | but was
    /// convicted".
    fn acts(&self, joint: UnitIx, verb: UnitIx) -> bool {
        let Some(unit) = self.unit(verb) else { return false };
        let says = self.units.lemma(self.content.start - 1) == SAY;
        if self.whole
            && unit.tag.helps()
            && !says
            && !unit.classes.has(Class::Pronoun)
            && self.is_noun(joint)
        {
            return self.unit(verb + 1).is_some_and(|next| !is_subject(next.tag));
        }
        if unit.tag != Tag::Ed {
            return false;
        }
        let before = &self.units[self.content.start..joint];
        // "would be a strong | and united company"
        let bare = |next: &Unit| matches!(next.tag, Tag::Body | Tag::Person | Tag::Office);
        if self.unit(verb + 1).is_some_and(bare) {
            return false;
        }
        let mut verbs = before.iter().filter(|unit| unit.tag.is_finite());
        let apart = |unit: &Unit| is_relative(unit) || unit.tag == Tag::Complementizer;
        let clause = verbs.next();
        let modal = clause.is_some_and(|verb| verb.tag == Tag::Auxiliary) && verbs.next().is_none();
        if modal {
            // "would be seen and heard"
            let plain = unit.classes.has(Class::Past) || !unit.classes.has(Class::Participle);
            return plain && !before.iter().any(apart) && !before.iter().any(|u| u.tag == Tag::Be);
        }
        let object = self.unit(verb + 1).is_some_and(|next| {
            is_subject(next.tag) && !next.shape.is_capitalised() && next.tag != Tag::Number
        });
        self.is_noun(joint) && object
    }

    /// Whether the content is a noun phrase up to there.
    fn is_noun(&self, end: UnitIx) -> bool {
        let words = &self.units[self.content.start..end];
        let opens = |unit: &Unit| {
            matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer)
                || is_relative(unit)
                || unit.tag.is_participle()
        };
        !has_finite(words) && !words.iter().any(opens)
    }

    /// Whether the content is an infinitive up to there.
    fn is_order(&self, end: UnitIx) -> bool {
        let words = &self.units[self.content.start..end];
        let mut near = words.iter().take(2);
        near.any(|unit| unit.tag == Tag::To) && !has_finite(words)
    }

    /// "leaving for Lorne", "she left for Lorne"
    fn is_clause(&self, at: UnitIx) -> bool {
        let (first, next) = (self.unit(at), self.unit(at + 1));
        let leaves = first.is_some_and(|unit| unit.tag.is_participle());
        let he = first.is_some_and(|unit| unit.tag.is_pronoun());
        leaves || he && next.is_some_and(|verb| verb.tag.is_finite())
    }
}
