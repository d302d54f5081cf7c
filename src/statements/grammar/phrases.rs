//! Cues of several words: what the lexicon has as one is one, and no noun or place is part of it.
//!
//! ```text
//! expressed satisfaction at | the growth          said today | in a statement
//! rejected | claims by the mayor                  called for | joint vigilance
//! ```

use super::contents::that_follows;
use super::cue::phrase_end;
use super::subjects::subject_before;
use super::syntax::{has_finite, is_speech, is_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::{BY, FINDING, HAVE, IN, ON, RULING, SAY};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Corrects where a cue ends, and with it where its content begins.
pub fn whole(units: &Units, report: &mut Report) {
    // "emphasised | : so long as"
    let colon = report.cue.clone().skip(1).find(|at| units[*at].tag == Tag::Colon);
    report.cue.end = colon.unwrap_or(report.cue.end);
    let Some(verb) = report.cue.clone().find(|at| units[*at].tag.reports()) else { return };
    let phrase = Phrase { units, verb, end: phrase_end(units, verb) };
    phrase.take_infinitive(report);
    if phrase.leave_ruling(report) || phrase.leave_claim(report) || phrase.take_words(report) {
        return;
    }
    phrase.leave_place(report);
    if !phrase.leave_name(report) && !phrase.leave_object(report) {
        phrase.take_rest(report);
    }
}

/// The verb of a cue, and where the phrase ends that the lexicon has with it.
struct Phrase<'a> {
    units: &'a Units<'a>,
    verb: UnitIx,
    end: UnitIx,
}

impl Phrase<'_> {
    /// "he is said | to have shouted"
    fn take_infinitive(&self, report: &mut Report) {
        let Phrase { units, verb, .. } = *self;
        if let Some([be, said, to, have, had]) = units.get(verb.saturating_sub(1)..verb + 4)
            && (be.tag, said.tag) == (Tag::Be, Tag::SpeechPast)
            && (to.tag, have.word) == (Tag::To, HAVE)
            && had.tag == Tag::SpeechPast
        {
            report.cue.end = verb + 4;
            let behind = report.content.iter_mut().filter(|part| part.start > verb);
            behind.for_each(|part| part.start = part.start.max(verb + 4));
            report.drop_empty();
        }
    }

    /// "welcomed | a court ruling that the ban was void": a noun.
    fn leave_ruling(&self, report: &mut Report) -> bool {
        let Phrase { units, verb, .. } = *self;
        let noun = verb + 1;
        let ruling = |unit: &Unit| matches!(unit.word, FINDING | RULING);
        if (noun + 1..=report.cue.end).any(|at| units.get(at).is_some_and(ruling))
            && is_speech(&units[verb])
            && units[noun].tag != Tag::Preposition
            && let Some(first) = report.content.first_mut().filter(|first| first.start > noun)
        {
            first.start = noun;
            report.cue.end = noun;
            return true;
        }
        false
    }

    /// "rejected | claims by the mayor"
    fn leave_claim(&self, report: &mut Report) -> bool {
        let Phrase { units, verb, .. } = *self;
        let noun = verb + 1;
        let claims = report.cue.end == noun + 1
            && units.get(noun + 1).is_some_and(|by| by.word == BY)
            && is_speech(&units[verb])
            && units[noun].classes.has(Class::NounCue);
        if claims {
            let near = |part: &&mut Range<UnitIx>| {
                units.get(noun + 1..part.start).is_some_and(|between| !has_finite(between))
            };
            report.content.iter_mut().take(1).filter(near).for_each(|part| part.start = noun);
            report.cue.end = noun;
            if report.source.as_ref().is_some_and(|source| source.start > noun) {
                report.source = subject_before(units, units.sentence_of(verb), report);
            }
        }
        claims
    }

    /// "agreed | on the need": what the fitted model gave no content.
    fn take_words(&self, report: &mut Report) -> bool {
        let Phrase { units, verb, end } = *self;
        let takes = report.content.is_empty() && end > report.cue.end && end <= report.block.end;
        if takes {
            let found = units.phrase(verb);
            report.phrase = found.map_or(report.phrase, |(classes, _)| classes);
            report.cue.end = end;
        }
        takes
    }

    /// "sales rose, she | said | on a call with analysts", "said today | in a statement": where it
    /// is said.
    fn leave_place(&self, report: &mut Report) {
        let Phrase { units, verb, .. } = *self;
        let on = report.cue.end - 1;
        let when = |at: UnitIx| matches!(units[at].tag, Tag::Time | Tag::Adverb);
        if on > verb
            && matches!(units[on].word, ON | IN)
            && !units[verb].tag.is_participle()
            && units.lemma(verb) == SAY
            && (verb + 1..on).all(when)
        {
            report.cue.end = on;
            let opens =
                |at: &UnitIx| units[*at].quoted == Quoted::Whole || units[*at].tag == Tag::That;
            report.content.iter_mut().filter(|part| part.start == on + 1).for_each(|part| {
                part.start = part.clone().find(opens).unwrap_or(part.end);
            });
            report.drop_empty();
        }
    }

    /// "stressed | on Facebook | that it was late"
    fn leave_name(&self, report: &mut Report) -> bool {
        let Phrase { units, verb, end } = *self;
        let on = verb + 1;
        let name = |at: UnitIx| matches!(units[at].tag, Tag::Name | Tag::Upper | Tag::Word);
        if end <= on + 1
            && report.cue.end == on + 1
            && units[on].word == ON
            && let Some(first) = report.content.first_mut().filter(|first| first.start == on + 1)
            && let Some(that) = that_follows(units, units.sentence_of(verb), on + 1)
            && (on + 1..that).all(name)
        {
            report.cue.end = on;
            first.start = that;
            return true;
        }
        false
    }

    /// "called for | joint vigilance against", "urged | both sides", "urged | caution"
    fn leave_object(&self, report: &mut Report) -> bool {
        let Phrase { units, verb, end } = *self;
        let longer = (verb + 1 < end || self.takes_object(report)) && end < report.cue.end;
        // "requested | support for", "urged | both sides": a noun.
        let noun = |unit: &Unit| {
            let base = matches!(unit.tag, Tag::SpeechBase | Tag::SpeechPresent);
            !unit.tag.reports() || base || unit.classes.has(Class::Noun)
        };
        // "wrote in | a note | that": where it is told.
        let paper =
            |unit: &Unit| unit.classes.has(Class::NounCue) || unit.classes.has(Class::Paper);
        let that = report.content.first().is_some_and(|part| units[part.start].tag == Tag::That);
        let told =
            || that && units[end - 1].word == IN && units[end..report.cue.end].iter().any(paper);
        let leaves = longer && !told() && units[end..report.cue.end].iter().all(noun);
        if leaves {
            match report.content.first_mut() {
                Some(first) if first.start == report.cue.end => {
                    first.start = end;
                    report.cue.end = end;
                }
                Some(_) => {}
                None => report.cue.end = end,
            }
        }
        leaves
    }

    /// Whether an object of the verb stands behind the phrase.
    fn takes_object(&self, report: &Report) -> bool {
        let Phrase { units, verb, end } = *self;
        let takes = |class| units[verb].classes.has(class);
        let says = units.lemma(verb) == SAY;
        units.get(end).is_some_and(|next| match next.tag {
            // "saying | calls for help were late"
            Tag::SpeechBase | Tag::SpeechPresent if says => next.classes.has(Class::Noun),
            Tag::Word | Tag::S | Tag::SpeechBase => {
                takes(Class::TakesPhrase) && report.content.is_empty()
            }
            // "condemned | attacks against": no second verb. But "raised questions | about".
            Tag::SpeechPresent => {
                let told = next.classes.has(Class::NounCue);
                takes(Class::TakesPhrase) && is_speech(&units[verb]) && !told
            }
            tag => is_subject(tag) && takes(Class::TakesAddressee),
        })
    }

    /// "expressed satisfaction at | the growth"
    fn take_rest(&self, report: &mut Report) {
        let end = self.end;
        let inside = |first: &&mut Range<UnitIx>| first.start <= end && end < first.end;
        if let Some(first) = report.content.first_mut().filter(inside)
            && end > report.cue.end
        {
            report.cue.end = end;
            first.start = end;
        }
    }
}
