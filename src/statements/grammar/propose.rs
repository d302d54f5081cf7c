//! Cues that the grammar knows for one, whatever the fitted model says.

use super::cue::{phrase, phrase_end};
use super::syntax::{
    has_finite, is_several, is_some, is_speech, is_subject, is_without_noun, opens_clause,
};
use super::{
    BY_GRAMMAR, BY_PLACE, FIRM, around, askings, contents, hearings, leads, nouns, trailers,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    ASKED, BY, CAN, CHALLENGED, DID, DOES, HEARD, HEARS, IT, ONLY, PRESSED, PUT, PUTS, QUESTIONED,
    SAY, STATE,
};
use crate::model::WordId;
use crate::statements::cues::Cue;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Adds to `cues` a participle of speech at the start of a sentence, leads, what is heard or asked,
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
            for (verb, unit) in units.numbered(sentence.clone()) {
                let leads = leads::opens(units, verb);
                if !leads && !can_be_cue(units, unit) {
                    continue;
                }
                let heard = || hearings::is_heard(units, sentence, verb);
                let asked = || askings::opens(units, sentence, verb);
                if leads || heard() || asked() {
                    add(verb, verb, BY_GRAMMAR);
                } else if verb == block.start && is_finite(unit)
                    || around::thinks_last(units, sentence, verb)
                    || around::say_between(units, sentence, verb)
                {
                    // "1. Condemned the attack", "It is late, Ana Ruiz | thinks."
                    add(verb, verb, BY_PLACE);
                } else if let Some(need) = nouns::needed(units, sentence, verb) {
                    add(need.end, verb, BY_GRAMMAR);
                } else if is_asked(units, sentence, verb) {
                    add(verb - 1, verb, BY_GRAMMAR);
                } else if follows_subject(units, sentence, verb) {
                    let probability = match &units[verb] {
                        unit if is_finite(unit) => BY_PLACE,
                        // "is | urging calm"
                        unit if is_being(units, verb) && unit.classes.has(Class::TakesPhrase) => {
                            BY_PLACE
                        }
                        _ if states_that(units, sentence, verb) => FIRM,
                        // "We | support that call", "but some | say it is late"
                        Unit { tag: Tag::SpeechBase | Tag::ThoughtBase, .. }
                            if is_without_noun(&units[sentence.start..verb])
                                || is_some(&units[verb - 1]) =>
                        {
                            FIRM
                        }
                        _ if is_emphatic(units, verb) => FIRM,
                        Unit { tag: Tag::SpeechIng, .. }
                            if trailers::behind_with(units, sentence, verb).is_some() =>
                        {
                            BY_GRAMMAR
                        }
                        // But "Ruiz Goes On"
                        unit if !unit.shape.is_capitalised() && phrase(units, verb).is_some() => {
                            FIRM
                        }
                        _ if contents::estimated(units, verb).is_some() => FIRM,
                        _ if closes_quotation(units, sentence, verb) => FIRM,
                        // “It is late,” | notes | director Ana Ruiz
                        unit if unit.tag == Tag::SpeechPresent
                            && units[verb - 1].tag == Tag::Quotation =>
                        {
                            FIRM
                        }
                        _ if opens_quotation(units, sentence, verb) => FIRM,
                        _ => continue,
                    };
                    let helped = units[verb].tag == Tag::Auxiliary;
                    let from = verb - usize::from(is_being(units, verb));
                    add(from, verb + usize::from(helped), probability);
                }
            }
        }
    }
    join(cues, found);
}

/// Most words are no cue by any rule but that of leads, and no more is asked of them.
fn can_be_cue(units: &Units, unit: &Unit) -> bool {
    let tag = unit.tag;
    tag.reports()
        || matches!(tag, Tag::Ed | Tag::Ing | Tag::S | Tag::Auxiliary)
        || units.lexicon.begins_verb(unit.word)
        || matches!(unit.word, CAN | DID | DOES | HEARD | HEARS | PUT | PUTS)
        || matches!(unit.word, ASKED | CHALLENGED | PRESSED | QUESTIONED)
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
    let opens = unit.tag == Tag::SpeechIng && unit.quoted == Quoted::Outside && comma;
    (opens && !is_said_last(units, sentence)).then_some(first)
}

/// "Seeing it burn was hard, | she said.", "… was hard, | she said on Monday.": no lead, but the
/// subject of what she said.
pub fn is_said_last(units: &Units, sentence: &Range<UnitIx>) -> bool {
    let mut from_end = sentence.clone().rev();
    let Some(comma) = from_end.find(|at| units[*at].tag == Tag::Comma) else { return false };
    let Some(says) = (comma..sentence.end).find(|at| units[*at].tag.is_finite()) else {
        return false;
    };
    let that = |unit: &Unit| matches!(unit.tag, Tag::That | Tag::Complementizer);
    let lead = &units[sentence.start..comma];
    let lead = lead.iter().position(that).map_or(lead, |that| &lead[..that]);
    let [first, rest @ ..] = &units[says + 1..sentence.end] else { return false };
    let when = first.tag.is_mark() || matches!(first.tag, Tag::Preposition | Tag::Time);
    let says = match units.lemma(says) {
        SAY => when,
        // "Opposing it would be unwise, | she warned.", but "Saying it was late, she apologised."
        _ => {
            let opening = &units[sentence.start];
            // "asking for"
            let phrase = units.phrase(sentence.start).map(|(classes, _)| classes);
            let object = phrase.unwrap_or(opening.classes).has(Class::TakesPhrase);
            let comma = |unit: &Unit| unit.tag == Tag::Comma;
            object && is_speech(&units[says]) && rest.is_empty() && !lead.iter().any(comma)
        }
    };
    says && has_finite(lead) && !has_finite(rest)
}

/// “It is late,” Ana Ruiz | fretted., “Five weeks,” the letter | states., “No,” the two | write.:
/// whatever such a verb tells elsewhere.
fn closes_quotation(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let ends = || units[..sentence.end].get(verb + 1).is_none_or(|next| next.tag == Tag::Stop);
    let quoted = |edge: UnitIx| units[edge].quoted == Quoted::Whole && units.ends_in_comma(edge);
    let other = matches!(units[verb].tag, Tag::Ed | Tag::S | Tag::ThoughtPresent | Tag::SpeechBase);
    (other || is_speech(&units[verb]))
        && ends()
        && around::edge(units, sentence, verb).is_some_and(quoted)
}

/// "The crowd | jeered, “Go home.”", "The letter | continues, “It is late.”"
fn opens_quotation(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let next = || units[verb..sentence.end].get(1).map(|next| next.tag);
    let quotation = || verb + 2 < sentence.end && units.is_sentence(verb + 2);
    let says = units[verb].tag == Tag::Ed || is_speech(&units[verb]);
    says && next() == Some(Tag::Comma) && quotation()
}

/// "She was asked by her counsel, Mr Rolo, whether"
fn is_asked(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let passive = || verb > sentence.start && units[verb - 1].tag == Tag::Be;
    let by = || verb + 1 < sentence.end && units[verb + 1].word == BY;
    let asked = &units[verb];
    asked.tag == Tag::SpeechPast && asked.classes.has(Class::TakesAddressee) && by() && passive()
}

/// "She did confirm that", "The firm can confirm that", "The mayor would say only that"
fn is_emphatic(units: &Units, at: UnitIx) -> bool {
    let tag = |by: usize| units.get(at + by).map(|unit| unit.tag);
    let that = |by: usize| tag(by) == Some(Tag::That);
    let only = || units[at].tag == Tag::Auxiliary && that(3) && units[at + 2].word == ONLY;
    let can = matches!(units[at].word, DID | DOES) || units[at].word == CAN && that(2);
    tag(1) == Some(Tag::SpeechBase) && (can || only())
}

/// "is | urging"
fn is_being(units: &Units, verb: UnitIx) -> bool {
    units[verb].tag.is_participle() && verb > 0 && units[verb - 1].tag == Tag::Be
}

/// A finite verb of speech that is no noun too.
fn is_finite(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::SpeechPast | Tag::SpeechPresent) && !unit.classes.has(Class::Noun)
}

/// "The letter also | states | that it is late", "The papers | state | that": but "criminal charges
/// that".
fn states_that(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let mut before = (sentence.start..verb).rev().map(|at| &units[at]);
    let noun = before.find(|unit| unit.tag != Tag::Adverb);
    let states = noun.is_some_and(|noun| match units[verb].tag {
        Tag::SpeechBase => is_several(noun),
        _ => noun.tag == Tag::NounCue && tells_that(units, sentence, verb),
    });
    states && units.get(verb + 1).is_some_and(|that| that.tag == Tag::That)
}

/// Whether a clause with "that" follows a finite verb of speech: but not "states that have".
fn tells_that(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let clause = |that: UnitIx| {
        let next = units[..sentence.end].get(that + 1);
        next.is_some_and(|next| is_subject(next.tag) || next.tag == Tag::It)
    };
    is_speech(&units[verb]) && contents::that_follows(units, sentence, verb + 1).is_some_and(clause)
}

/// "holders of its debt | said they were"
fn says_they(words: &[Unit], verb: WordId) -> bool {
    matches!(words, [said, they, were, ..] if verb == SAY
        && is_speech(said)
        && they.tag.is_pronoun()
        && were.tag.is_finite())
}

/// Before the verb, but for adverbs, stands the end of a noun phrase that is no object.
fn follows_subject(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    if units[verb].quoted != Quoted::Outside || units[verb].tag.is_mark() {
        return false;
    }
    // "has been | urging"
    let being = is_being(units, verb);
    let before = (sentence.start..verb).rev().find(|at| match units[*at].tag {
        Tag::Be => !being,
        tag => !matches!(tag, Tag::Adverb | Tag::Have | Tag::Ly),
    });
    before.is_some_and(|at| match units[at].tag {
        // But "Most | support Ana Ruiz", "the most", "most | state officials".
        Tag::Determiner if is_some(&units[at]) => {
            let opens = |before: &Unit| matches!(before.tag, Tag::Comma | Tag::Conjunction);
            units.lemma(verb) != STATE
                && units[sentence.start..at].last().is_none_or(opens)
                && opens_clause(&units[verb + 1..sentence.end])
        }
        // "another | put it at nine"
        Tag::Determiner | Tag::Number => {
            contents::estimated(units, verb).is_some() || closes_quotation(units, sentence, verb)
        }
        Tag::PossessivePronoun => false,
        // “No,” | came the reply
        Tag::Quotation => {
            let says = units[verb].tag == Tag::SpeechPresent && units.ends_in_comma(at);
            says || !units[verb].tag.reports()
        }
        // “No,” – | said Ana Ruiz
        Tag::Dash => at > sentence.start && units[at - 1].quoted == Quoted::Whole,
        Tag::Close | Tag::Comma | Tag::Semicolon | Tag::Conjunction => {
            at > sentence.start && !being
        }
        // "to the residents, who wrote to me in January that"
        // "Ana Ruiz, who put the number at 212"
        Tag::Relative => {
            contents::that_follows(units, sentence, verb + 1).is_some()
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
            tells_that(units, sentence, verb)
                || says_they(&units[verb..sentence.end], units.lemma(verb))
                || contents::estimated(units, verb).is_some()
                || opens_quotation(units, sentence, verb)
                || closes_quotation(units, sentence, verb)
        }
        tag => is_subject(tag),
    })
}
