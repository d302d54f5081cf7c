//! What somebody was asked: "*Asked* by the chairwoman whether he had slept, he said no".

use super::BY_GRAMMAR;
use super::contents::in_one_word;
use super::leads::LONGEST_OWNER;
use super::subjects::{subject_after_comma, subject_before};
use super::syntax::{clause_end, end_before, has_finite, is_relative, opens_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    ABOUT, AS, ASKED, BY, CHALLENGED, HER, ON, OVER, PRESSED, QUESTIONED, WHAT,
};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Whether the verb of a question that opens a sentence stands there.
pub fn opens(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    question(units, sentence, verb).is_some()
}

struct Question {
    asker: Option<Range<UnitIx>>,
    content: Range<UnitIx>,
}

/// "| Asked | about the vote, she said", "When the host | asked | whether he would go, he laughed":
/// what stands behind "asked", up to the comma before the main clause.
fn question(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Option<Question> {
    if !matches!(units[verb].word, ASKED | CHALLENGED | PRESSED | QUESTIONED) {
        return None;
    }
    let when = matches!(units[sentence.start].tag, Tag::Complementizer | Tag::Conjunction);
    let passive = verb > sentence.start && units[verb - 1].tag == Tag::Be;
    // "confirmed it; | asked about the date, she said"
    let lead = verb == sentence.start || units[verb - 1].tag == Tag::Semicolon;
    let start = if lead { verb } else { sentence.start + 1 };
    let own = start..verb - usize::from(passive);
    let first = lead || when && is_plain_subject(units.get(own.clone()));
    let asked = first && units[verb].quoted == Quoted::Outside;
    // "Asked | later | by", "When a reporter asked | him | why"
    let adverb = |at: &UnitIx| {
        let Some([unit, behind]) = units.get(*at..*at + 2) else { return false };
        let her = unit.word == HER && (behind.tag == Tag::Complementizer || behind.word == WHAT);
        her || matches!(unit.tag, Tag::Adverb | Tag::He)
    };
    let next = verb + 1 + (verb + 1..sentence.end).take_while(adverb).count();
    let opens = |at: &UnitIx| match units[*at].tag {
        // "by Ana Ruiz, who led the inquiry, whether": she did.
        Tag::Relative => units[at - 1].tag != Tag::Comma,
        Tag::Complementizer => true,
        // "to name them", not "counsel | to the inquiry"
        Tag::To => units.get(at + 1).is_some_and(|next| !next.tag.is_determiner()),
        // "as to who had carried it out"
        _ if units[*at].word == AS => units.get(at + 1).is_some_and(|u| u.tag == Tag::To),
        _ => matches!(units[*at].word, ABOUT | ON | OVER | WHAT),
    };
    let (asker, start) = match units[..sentence.end].get(next).filter(|_| asked)?.tag {
        Tag::Preposition if units[next].word == BY => {
            let start = (next + 2..sentence.end).take(LONGEST_OWNER).find(opens)?;
            (Some(next + 1..start), start)
        }
        Tag::Preposition => (None, next),
        _ if opens(&next) => (None, next),
        _ => return None,
    };
    let plain = |at: &UnitIx| units[*at].tag == Tag::Comma && units[*at].quoted == Quoted::Outside;
    let main = |comma: &UnitIx| {
        let rest = &units[comma + 1..sentence.end];
        rest.first().is_some_and(opens_subject) || opens_with_name(rest)
    };
    let first = (start + 1..sentence.end).filter(plain).find(main)?;
    let noun = units[start].tag == Tag::Preposition;
    let described = noun.then(|| behind_apposition(units, start..sentence.end)).flatten();
    let end = described.filter(|end| main(end)).unwrap_or(first);
    let asker = asker.or(Some(own).filter(|own| !passive && own.start < own.end));
    Some(Question { asker, content: start..end })
}

/// "the host" in "When the host asked", and nothing in "When asked".
fn is_plain_subject(words: Option<&[Unit]>) -> bool {
    let words = words.unwrap_or_default();
    let plain = |unit: &Unit| !unit.tag.is_finite() && !unit.tag.is_mark() && !is_relative(unit);
    words.first().is_none_or(opens_subject)
        && words.iter().all(plain)
        && words.len() < LONGEST_OWNER
}

/// "foreign ministry spokesperson Ana Ruiz | said"
fn opens_with_name(words: &[Unit]) -> bool {
    let ends = |unit: &Unit| unit.tag.is_finite() || unit.tag.is_mark();
    let end = words.iter().take(LONGEST_OWNER).position(ends);
    end.is_some_and(|end| {
        end > 1
            && matches!(words[0].tag, Tag::Word | Tag::Body)
            && words[end].tag.is_finite()
            && words[end - 1].tag == Tag::Name
    })
}

/// "about the envoy, Ana Ruiz, | Tom Hale, the mayor, said": the comma before the subject, where a
/// noun is asked about that is described. A subject that is described itself ends in a comma.
fn behind_apposition(units: &Units, range: Range<UnitIx>) -> Option<UnitIx> {
    // "the envoy, Ana Ruiz, head of the team that | wrote it"
    let main = |at: &UnitIx| {
        let that = is_relative(&units[at - 1]) || units[at - 1].tag == Tag::That;
        units[*at].tag.is_finite() && !that
    };
    let verb = range.clone().skip(1).find(main)?;
    let noun = range.start..verb;
    if units[noun.clone()].iter().any(|unit| is_relative(unit) || unit.tag == Tag::Complementizer) {
        return None;
    }
    let skipped = if units[verb - 1].tag == Tag::Comma { 2 } else { 0 };
    noun.rev().filter(|at| units[*at].tag == Tag::Comma).nth(skipped)
}

/// Whose question it is that opens a sentence, and where it ends: nobody's whom the sentence does
/// not name.
pub fn opening(units: &Units, reports: &mut [Report], at: usize) {
    let cue = reports[at].cue.clone();
    // "When she | was asked"
    let verb = cue.start + usize::from(cue.len() > 1 && units[cue.start].tag == Tag::Be);
    let sentence = units.sentence_of(verb);
    let Some(Question { asker, content }) = question(units, sentence, verb) else {
        return;
    };
    let later = reports[at + 1..].iter_mut().take_while(|next| next.cue.start < sentence.end);
    for next in later {
        if next.cue.start >= content.end {
            next.content.retain(|part| part.start >= content.end);
            in_one_word(units, next);
            // "about the delay, | police | said"
            if let Some(source) = next.source.as_mut().filter(|s| s.end > content.end + 1) {
                source.start = source.start.max(content.end + 1);
            }
            continue;
        }
        // "Asked who | had ordered | the fire, he answered"
        next.source.take_if(|source| source.end > content.end);
        next.end_by(content.end);
    }
    let asked = &mut reports[at];
    asked.cue.end = verb + 1;
    asked.source = asker;
    asked.tells(content);
    asked.settle(BY_GRAMMAR);
}

/// "Asked by the chairwoman | whether he had slept, he said no": the question ends before the
/// subject of the main clause.
pub fn asked_by(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let first = report.cue.start == sentence.start;
    let passive = units[report.cue.clone()].iter().any(|unit| unit.tag == Tag::Be);
    let Some(start) = report.cue.clone().find(|at| units[*at].tag == Tag::SpeechPast) else {
        return;
    };
    let Some([verb, by]) = units.get(start..start + 2) else { return };
    // "shrugged when | asked | whether he had": by nobody who is told of.
    let when = start > sentence.start && units[start - 1].tag == Tag::Complementizer;
    if when && verb.word == ASKED && report.source.as_ref().is_some_and(|s| s.end < start) {
        report.source = None;
        return;
    }
    let asker = units[start + 1].word == BY;
    // "Asked about the vote"
    let asked = if passive { asker } else { first && by.tag == Tag::Preposition };
    let asked = asked && verb.classes.has(Class::TakesAddressee);
    let opens = |at: &UnitIx| match &units[*at..] {
        // "as to who had carried it out", "was asked by reporters about the strike"
        [first, to, ..] if first.tag == Tag::Preposition => {
            to.tag == Tag::To || passive && units[*at].word == ABOUT
        }
        [first, ..] => matches!(first.tag, Tag::Complementizer | Tag::That),
        [] => false,
    };
    let clause = (start + 3..sentence.end).take(LONGEST_OWNER).find(opens);
    // "Questioned by counsel, | Haruto conceded that": not what another verb tells.
    let by_whom = |clause: UnitIx| {
        let whom = &units[start + 2..clause];
        // "by the chairwoman, who led it,"
        &whom[..whom.iter().position(is_relative).unwrap_or(whom.len())]
    };
    let clause = clause.filter(|clause| asker && !has_finite(by_whom(*clause)));
    let Some(clause) = clause.filter(|_| asked) else { return };
    let comma = (clause..sentence.end).find(|at| units[*at].tag == Tag::Comma);
    let main = subject_after_comma(units, sentence, clause);
    let main = main.map(|main| end_before(units, main.start)).or(comma);
    let rest = passive.then(|| clause_end(units, sentence, clause));
    let Some(end) = main.or(rest) else { return };
    let whom = passive.then(|| subject_before(units, sentence, report)).flatten();
    report.addressee = report.addressee.take().or(whom);
    report.source = Some(start + 2..clause);
    report.tells(clause..end);
    report.settle(BY_GRAMMAR);
}
