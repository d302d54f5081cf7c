//! Cues that the grammar knows for one, whatever the fitted model says.

use super::cue::{phrase, phrase_end};
use super::syntax::{is_speech, is_subject, is_without_noun, tells};
use super::{BY_GRAMMAR, BY_PLACE, FIRM, around, askings, contents, hearings, leads, objects};
use crate::lexicon::Class;
use crate::lexicon::fixed::{BY, CAN, DID, DOES, I_M, IT, ONLY, WE_RE};
use crate::statements::cues::Cue;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Adds to `cues` a participle of speech at the start of a sentence, an impersonal "it was agreed",
/// and every verb of speech after what looks like a subject.
pub fn cues(units: &Units, cues: &mut Vec<Cue>) {
    let mut found: Vec<Cue> = Vec::new();
    for block in &units.blocks {
        let sentences = units[block.start].sentence..=units[block.end - 1].sentence;
        for sentence in sentences.map(|number| &units.sentences[number as usize]) {
            let mut add = |from: UnitIx, verb: UnitIx, probability: f32| {
                let end = phrase_end(units, verb).min(block.end);
                found.push(Cue { units: from..end, block: block.clone(), probability });
            };
            if let Some(verb) = opening_participle(units, sentence) {
                add(verb, verb, BY_GRAMMAR);
            }
            for verb in sentence.clone() {
                let leads = leads::opens(units, verb);
                let heard = || hearings::is_heard(units, sentence, verb);
                let asked = || askings::opens(units, sentence, verb);
                if leads || is_impersonal(units, sentence, verb) || heard() || asked() {
                    add(verb, verb, BY_GRAMMAR);
                } else if verb == block.start && is_finite(&units[verb]) {
                    // "1. Condemned the attack"
                    add(verb, verb, BY_PLACE);
                } else if around::thinks_last(units, sentence, verb) {
                    add(verb, verb, BY_PLACE);
                } else if is_asked(units, sentence, verb) || is_told(units, sentence, verb) {
                    add(verb - 1, verb, BY_GRAMMAR);
                } else if follows_subject(units, sentence, verb) {
                    let probability = match &units[verb] {
                        unit if is_finite(unit) => BY_PLACE,
                        _ if states_that(units, sentence, verb) => FIRM,
                        _ if papers_state(units, sentence, verb) => FIRM,
                        _ if is_emphatic(units, verb) || says_both(units, sentence, verb) => FIRM,
                        _ if phrase(units, verb).is_some() => FIRM,
                        _ if contents::estimated(units, verb).is_some() => FIRM,
                        _ if closes_quotation(units, sentence, verb) => FIRM,
                        _ => continue,
                    };
                    let helped = units[verb].tag == Tag::Auxiliary;
                    add(verb, verb + usize::from(helped), probability);
                }
            }
        }
    }
    join(cues, found);
}

/// A cue that the grammar does not propose must be this likely: weaker ones gave PolNeAR's dev more
/// wrong reports than right ones.
const ALONE: f32 = 0.4;

/// Both lists are in text order; where two meet the known one stays, with the higher probability,
/// unless the other begins before it and holds it.
fn join(cues: &mut Vec<Cue>, found: Vec<Cue>) {
    let is_proposed = |cue: &Cue| {
        let next = found.partition_point(|found| found.units.end <= cue.units.start);
        found.get(next).is_some_and(|found| found.units.start < cue.units.end)
    };
    cues.retain(|cue| cue.probability >= ALONE || is_proposed(cue));
    let mut known = std::mem::take(cues).into_iter().peekable();
    for cue in found {
        while let Some(before) = known.next_if(|known| known.units.end <= cue.units.start) {
            cues.push(before);
        }
        match known.peek_mut() {
            Some(known) if known.units.start < cue.units.end => {
                known.probability = known.probability.max(cue.probability);
                // "In | the words of"
                if cue.units.start < known.units.start && cue.units.end >= known.units.end {
                    known.units = cue.units;
                }
            }
            _ if cues.last().is_some_and(|last| last.units.end > cue.units.start) => {}
            _ => cues.push(cue),
        }
    }
    cues.extend(known);
}

/// "Stressing the need ..., he said": a participle of a verb of speech at the start.
fn opening_participle(units: &Units, sentence: &Range<UnitIx>) -> Option<UnitIx> {
    let first = sentence.start;
    let unit = units.get(first)?;
    let comma = units[sentence.clone()].iter().any(|unit| unit.tag == Tag::Comma);
    (unit.tag == Tag::SpeechIng && unit.quoted == Quoted::Outside && comma).then_some(first)
}

/// “It is late,” Ana Ruiz | fretted., “Five weeks,” she | corrects.: whatever such a verb tells
/// elsewhere.
fn closes_quotation(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let ends = units[..sentence.end].get(verb + 1).is_none_or(|next| next.tag == Tag::Stop);
    let name =
        |at: &UnitIx| matches!(units[*at].tag, Tag::He | Tag::They | Tag::Name | Tag::Honorific);
    let mut before = (sentence.start..verb).rev();
    let quotation = before.by_ref().take(LONGEST_NAME).find(|at| !name(at));
    matches!(units[verb].tag, Tag::Ed | Tag::S | Tag::ThoughtPresent)
        && ends
        && quotation.is_some_and(|at| {
            at + 1 < verb && units[at].quoted == Quoted::Whole && units.ends_in_comma(at)
        })
}

/// "Professor Li Wei" and a quotation before it.
const LONGEST_NAME: usize = 5;

/// "It was decided to ...", "it is noted that ...".
fn is_impersonal(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let before =
        |by: usize| verb.checked_sub(by).filter(|at| *at >= sentence.start).map(|at| &units[at]);
    // "It was announced late in the evening that"
    let late = || contents::that_follows(units, sentence, verb + 1).is_some();
    units[verb].tag == Tag::SpeechPast
        && before(1).is_some_and(|unit| matches!(unit.tag, Tag::Be | Tag::Adverb))
        && (2..=4).any(|by| before(by).is_some_and(|unit| unit.tag == Tag::It))
        && units.get(verb + 1).is_some_and(|next| {
            // "It was addressed to | the minister"
            let whom = || units.get(verb + 2).is_some_and(|whom| is_subject(whom.tag));
            let clause = next.tag == Tag::That || next.tag == Tag::To && !whom();
            clause || next.quoted != Quoted::Outside || late()
        })
}

/// "She was asked by her counsel, Mr Rolo, whether"
fn is_asked(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let passive = verb > sentence.start && units[verb - 1].tag == Tag::Be;
    let by = verb + 1 < sentence.end && units[verb + 1].word == BY;
    let verb = &units[verb];
    passive && by && verb.tag == Tag::SpeechPast && verb.classes.has(Class::TakesAddressee)
}

/// "I am told that it is late", "We have been told it is late"
fn is_told(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let tells = units[verb].tag == Tag::SpeechPast && tells(&units[verb]);
    let Some(be) = verb.checked_sub(1).filter(|be| sentence.contains(be) && tells) else {
        return false;
    };
    let subject = (sentence.start..be).rev().find(|at| units[*at].tag != Tag::Have);
    let first = subject.is_some_and(|at| units[at].tag == Tag::First);
    let contracted = matches!(units[be].word, I_M | WE_RE);
    (contracted || units[be].tag == Tag::Be && first)
        && objects::told_clause(units, sentence, verb + 1)
}

/// "She did confirm that", "The firm can confirm that", "The mayor would say only that"
fn is_emphatic(units: &Units, at: UnitIx) -> bool {
    let tag = |by: usize| units.get(at + by).map(|unit| unit.tag);
    let that = |by: usize| tag(by) == Some(Tag::That);
    let only = || units[at].tag == Tag::Auxiliary && that(3) && units[at + 2].word == ONLY;
    let can = matches!(units[at].word, DID | DOES) || units[at].word == CAN && that(2);
    tag(1) == Some(Tag::SpeechBase) && (can || only())
}

/// "Both | deny it", "Another | said no", "The two | agree on it": a determiner without a noun.
fn says_both(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    // "The two state | officials"
    let next = units.get(verb + 1).map(|next| next.tag);
    let tells = matches!(next, Some(Tag::That | Tag::To | Tag::Preposition));
    let subject = &units[sentence.start..verb];
    let several = matches!(units[verb].tag, Tag::SpeechBase | Tag::ThoughtBase);
    is_without_noun(subject)
        && (subject.len() == 1 || tells)
        && (several || is_speech(&units[verb]))
}

/// A finite verb of speech that is no noun too.
fn is_finite(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::SpeechPast | Tag::SpeechPresent) && !unit.classes.has(Class::Noun)
}

/// "The letter also | states | that it is late": but "criminal charges that".
fn states_that(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let mut before = (sentence.start..verb).rev().map(|at| units[at].tag);
    let paper = before.find(|tag| *tag != Tag::Adverb) == Some(Tag::NounCue);
    let next = units.get(verb + 1).map(|next| next.tag);
    paper && next == Some(Tag::That) && tells_that(units, sentence, verb)
}

/// "offered to host it", "directed officials to come"
fn orders(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let mut near = (verb + 1..sentence.end).take(LONGEST_ORDERED);
    let to = near.find(|at| units[*at].tag == Tag::To || units[*at].tag.is_mark());
    let takes = units[verb].classes.has(Class::TakesTo);
    takes && is_speech(&units[verb]) && to.is_some_and(|to| units[to].tag == Tag::To)
}

/// "the Minister of Foreign Affairs", who is directed to do something.
const LONGEST_ORDERED: usize = 6;

/// "The papers | state | that the ship sailed"
fn papers_state(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let noun = verb.checked_sub(1).filter(|noun| *noun >= sentence.start).map(|noun| &units[noun]);
    let several = noun.is_some_and(|noun| {
        noun.classes.has(Class::Plural) || matches!(noun.tag, Tag::S | Tag::Body)
    });
    let next = units.get(verb + 1).map(|next| next.tag);
    units[verb].tag == Tag::SpeechBase && several && next == Some(Tag::That)
}

/// Whether a clause with "that" follows a finite verb of speech: but not "states that have".
fn tells_that(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let clause = |that: UnitIx| {
        let next = units[..sentence.end].get(that + 1);
        next.is_some_and(|next| is_subject(next.tag) || next.tag == Tag::It)
    };
    is_speech(&units[verb]) && contents::that_follows(units, sentence, verb + 1).is_some_and(clause)
}

/// Before the verb, but for adverbs, stands the end of a noun phrase that is no object.
fn follows_subject(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    if units[verb].quoted != Quoted::Outside || units[verb].tag.is_mark() {
        return false;
    }
    let before = (sentence.start..verb)
        .rev()
        .find(|at| !matches!(units[*at].tag, Tag::Adverb | Tag::Have | Tag::Ly));
    before.is_some_and(|at| match units[at].tag {
        // "another | put it at nine"
        Tag::Determiner | Tag::Number => {
            says_both(units, sentence, verb) || contents::estimated(units, verb).is_some()
        }
        Tag::PossessivePronoun => false,
        // “No,” | came the reply
        Tag::Quotation => !units[verb].tag.reports(),
        Tag::Close | Tag::Comma | Tag::Semicolon | Tag::Conjunction => at > sentence.start,
        // "to the residents, who wrote to me in January that"
        // "Ana Ruiz, who put the number at 212"
        // "Ana Ruiz, who | directed | officials to prepare a draft"
        Tag::Relative => {
            orders(units, sentence, verb)
                || contents::that_follows(units, sentence, verb + 1).is_some()
                || contents::estimated(units, verb).is_some()
        }
        // "Prices will fall, it | predicts."
        Tag::It if units[at].word == IT => {
            let ends = units[..sentence.end].get(verb + 1).is_none_or(|n| n.tag == Tag::Stop);
            ends && at > sentence.start && units[at - 1].tag == Tag::Comma
        }
        // "At noon the tower | informed the Office that", "The letter also | states that", "The
        // ministry of health | puts it at nine"
        Tag::Word | Tag::NounCue => {
            tells_that(units, sentence, verb) || contents::estimated(units, verb).is_some()
        }
        tag => is_subject(tag),
    })
}
