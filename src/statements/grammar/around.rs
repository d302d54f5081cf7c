//! Contents that stand before a report or around it, and the subject that shows which.

use super::adverbials::adverb;
use super::contents::{LATE, is_name_like};
use super::syntax::{
    clause_end, clause_start, has_finite, is_number, is_relative, is_somebody, is_speech,
    is_subject, is_whose, opens_subject, tells, trim,
};
use super::{BY_GRAMMAR, leads};
use crate::lexicon::fixed::{A, AN, AND, AS, BY, FROM, OF, SAY, WHAT, WITH, YES};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "They had, he insisted, come to him", "They had gone, he conceded; few had stayed": a report
/// between commas cuts its own content.
pub fn parenthesis(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let source = subject_between_commas(units, sentence, report);
    let Some(source) = source.or_else(|| inserted(units, sentence, report)) else { return };
    let circumstance = circumstance_end(units, sentence, &report.cue);
    let around = source.start.min(report.cue.start)..source.end.max(circumstance);
    let start = clause_start(units, sentence, around.start);
    let goes_on = units.get(around.end + 1).is_some_and(|next| !next.tag.is_finite());
    let start = relative_subject(units, start..around.start - 1, goes_on).unwrap_or(start);
    let before = start..around.start - 1;
    let mut after = around.end + 1..clause_end(units, sentence, around.end + 1);
    if is_apposed(units, report, &before, &source) {
        report.content.clear();
        return;
    }
    // "The mayor, Ana Ruiz, | says | the board, or gang, will cut": it is she who says so.
    if source.start >= report.cue.end && is_titled_name(&units[before.clone()]) {
        report.tells(report.cue.end..after.end);
        report.source = Some(before);
        report.settle(BY_GRAMMAR);
        return;
    }
    // Quotations are the fitted model's.
    let quoted = |range: &Range<UnitIx>| {
        units[range.clone()].iter().any(|unit| unit.quoted == Quoted::Whole)
    };
    // "Delay, she emphasises, is no neutral event: “A.”"
    // "The board, she said, “has full confidence in him.”"
    let subject = is_subject(units[start].tag) && !has_finite(&units[before.clone()]);
    let goes_on = |after: &Range<UnitIx>| {
        let first = after.clone().find(|at| units[*at].quoted == Quoted::Whole);
        first.is_none_or(|first| {
            // Behind the mark.
            let verb = units.words(&(first..first + 1)).nth(1);
            let verb = verb.is_some_and(|verb| {
                units.lexicon.classes(verb).has_any(Classes::FINITE_OR_HELPING)
            });
            let verb = verb && first == after.start && subject;
            let clause = || has_finite(&units[after.start..first]);
            verb || units[first - 1].tag == Tag::Colon && clause()
        })
    };
    if before.is_empty() || after.start >= after.end || quoted(&before) || !goes_on(&after) {
        return;
    }
    // "It is so, insists Isk, the secretary who sat beside him": who insists is described.
    let whole = has_finite(&units[before.clone()]) && units[before.end - 1].tag != Tag::Be;
    let inverted = source.start >= report.cue.end && describes(&units[after.clone()]);
    // "It was late, she said, according to the clerk", "she said on Monday, citing the clerk"
    let another = leads::opens(units, after.start) || units[after.start].tag == Tag::SpeechIng;
    // "she told the board on Monday, as it met": what is told of her.
    let meanwhile = matches!(units[after.start].word, AS | WITH) && circumstance > report.cue.end;
    let another = another || meanwhile;
    if whole && (inverted || another) {
        report.tells(before);
        let end = if another { source.end } else { trim(units, after).end };
        report.source = Some(source.start..end);
        report.settle(BY_GRAMMAR);
        return;
    }
    // "He was late, she said; the driver denied it": the second clause has a teller of its own.
    let other = |unit: &Unit| is_speech(unit) || unit.quoted != Quoted::Outside;
    let clause = has_finite(&units[before.clone()]);
    let semicolon = |at: UnitIx| sentence.contains(&at) && units[at].tag == Tag::Semicolon;
    if semicolon(around.end) && (!clause || units[after.clone()].iter().any(other)) {
        return;
    }
    // "The people, he stressed, had never asked for money; they had asked for an answer."
    while !clause && semicolon(after.end) {
        let next = after.end + 1..clause_end(units, sentence, after.end + 1);
        let Some(first) = units[next.clone()].first() else { break };
        if !first.tag.is_pronoun() && units[next.clone()].iter().any(other) {
            break;
        }
        after.end = next.end;
    }
    // "Praising his guests, he addressed the President, ...": a lead.
    if circumstance > report.cue.end && units[before.start].tag.is_participle() {
        return;
    }
    // "the decision, which, she noted, would help", "a dinner that, she said, was good": the main
    // clause is not said.
    let relative = match &units[before.clone()] {
        [.., noun, that] if that.tag == Tag::That => {
            matches!(noun.tag, Tag::Word | Tag::S | Tag::Person)
        }
        [.., which] => which.tag == Tag::Relative,
        [] => false,
    };
    let after = trim(units, after);
    // "But, the head of the port added, it is late"
    let joint = matches!(&units[before.clone()], [but] if but.tag == Tag::Conjunction);
    report.content = if relative || joint { vec![after] } else { vec![before, after] };
    report.source = Some(source);
    report.settle(BY_GRAMMAR);
}

/// "Rosa Leon, | a voter raised in Kelm, | said so", "a candidate backed by the union", "a clerk
/// charged with theft": no verb of a clause, but what was done to whom the name is apposed.
fn is_apposed(
    units: &Units,
    report: &Report,
    before: &Range<UnitIx>,
    source: &Range<UnitIx>,
) -> bool {
    let verb = &units[report.cue.end - 1];
    let done = verb.classes.has(Class::Past);
    let takes = verb.classes.has(Class::TakesPhrase);
    let behind = units.get(report.cue.end).filter(|behind| behind.tag == Tag::Preposition);
    let an = matches!(units[source.start].word, A | AN);
    let done =
        done && behind.is_some_and(|by| takes && (by.word == BY || an) || an && by.word == WITH);
    done && source.end == report.cue.start
        && report.cue.len() == 1
        && !has_finite(&units[before.clone()])
        && units.get(before.clone()).is_some_and(|name| name.first().is_some_and(opens_subject))
}

/// "The mayor, Ana Ruiz", "One of the clerks, Tom Hale"
fn is_titled_name(words: &[Unit]) -> bool {
    let Some(comma) = words.iter().position(|unit| unit.tag == Tag::Comma) else { return false };
    let office = words[..comma].iter().any(is_somebody);
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific | Tag::Upper);
    let named = words.len() > comma + 1 && words[comma + 1..].iter().all(name);
    office && named
}

/// "the secretary who sat beside him": a noun whose only verb is in a relative clause. "whose son
/// is missing"; a name; "an analyst at Lorne Freight", "head of the port, which she runs".
fn describes(noun: &[Unit]) -> bool {
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific);
    let ends = |unit: &Unit| unit.tag == Tag::Preposition || unit.tag.is_mark();
    let role = noun.split(ends).next().and_then(<[Unit]>::last).is_some_and(is_somebody);
    if noun.first().is_some_and(is_relative) || noun.iter().all(name) {
        return true;
    }
    let relative = noun.iter().position(|unit| is_relative(unit) || unit.tag == Tag::That);
    let verb = noun.iter().position(|unit| unit.tag.is_finite());
    let described = relative.is_some_and(|relative| verb.is_none_or(|verb| verb > relative));
    // "director of the Union, a body that grew"
    if role && (verb.is_none() || described) {
        return true;
    }
    let the = noun.first().is_some_and(|first| first.tag == Tag::Determiner);
    the && described && !noun.iter().any(|unit| unit.tag == Tag::Comma)
}

/// In "praised the nurses, | whose courage |, he said, was exemplary", "recalled the school, |
/// where |, he said, it was cold", "praised the pilot, | who had flown |, he said, sideways", whose
/// own clause `goes_on`: the main clause is not said.
fn relative_subject(all: &[Unit], before: Range<UnitIx>, goes_on: bool) -> Option<UnitIx> {
    let start = before.clone().rev().find(|at| all[*at].tag == Tag::Comma)? + 1;
    let opens = match &all[start..before.end] {
        [only] => is_relative(only) || only.tag == Tag::Complementizer,
        [who, clause @ ..] if goes_on && who.tag == Tag::Relative => has_finite(clause),
        [whose, noun @ ..] => is_whose(whose) && !has_finite(noun),
        [] => false,
    };
    opens.then_some(start)
}

/// Where ends what stands behind the verb in ", she told parliament," and ", he said on Monday,".
fn circumstance_end(units: &Units, sentence: &Range<UnitIx>, cue: &Range<UnitIx>) -> UnitIx {
    // "the expert instructed by the Panel": a verb that tells somebody is told by nobody.
    let verb = &units[cue.end - 1];
    let told = tells(verb);
    let opens = |tag: Tag| match told {
        true => is_subject(tag) || tag == Tag::Word,
        false => tag == Tag::Preposition && !verb.classes.has(Class::TakesAddressee),
    };
    let ends = |at: &UnitIx| {
        let unit = &units[*at];
        let clause = matches!(unit.tag, Tag::That | Tag::Complementizer);
        let to = told && unit.tag == Tag::To;
        unit.tag.is_mark() || unit.tag.is_finite() || clause || to || is_relative(unit)
    };
    // "he announced | late on Monday,", "she says | now,"
    let is_when =
        |first: &Unit| first.word != YES && (first.tag.is_adverb() || first.tag == Tag::Time);
    let when = adverb(units, cue.end).is_some();
    let first = units.get(cue.end).filter(|first| when || opens(first.tag) || is_when(first));
    let end = (cue.end..sentence.end).take(LATE).find(ends);
    first.and(end).filter(|end| units[*end].tag == Tag::Comma).unwrap_or(cue.end)
}

/// The subject in ", he insisted," or ", said the minister,".
fn subject_between_commas(
    units: &Units,
    sentence: &Range<UnitIx>,
    report: &Report,
) -> Option<Range<UnitIx>> {
    let cue = &report.cue;
    // "The pier – said Ana Ruiz – was old"
    let says = units.lemma(cue.end - 1) == SAY;
    let pair = |open: UnitIx, close: UnitIx| {
        let inside = sentence.contains(&open) && sentence.contains(&close);
        inside
            && match units[open].tag {
                tag @ (Tag::Comma | Tag::Dash) => {
                    units[close].tag == tag && (says || tag == Tag::Comma)
                }
                _ => false,
            }
    };
    let closes = |open: UnitIx, close: UnitIx| {
        let semicolon = |at: UnitIx| sentence.contains(&at) && units[at].tag == Tag::Semicolon;
        pair(open, close) || units[open].tag == Tag::Comma && semicolon(close)
    };
    // "she pointed | out"
    let finite = |at: UnitIx| match units[at].tag {
        Tag::SpeechBase => says || is_behind_several(units, sentence, at),
        tag => matches!(tag, Tag::SpeechPast | Tag::SpeechPresent),
    };
    let phrase = report.phrase.has(Class::Speech) && !report.phrase.has(Class::TakesPhrase);
    let verb = phrase || finite(cue.end - 1) || finite(cue.start);
    let verb = verb && units[cue.start].tag != Tag::To;
    if !verb {
        return None;
    }
    // "the head of the port"
    let name = |at: &UnitIx| is_name_like(units, *at) || units[*at].word == OF;
    let before = (sentence.start..cue.start).rev().take(7).find(|at| !name(at));
    if let Some(edge) = before.filter(|edge| {
        *edge + 1 < cue.start && closes(*edge, circumstance_end(units, sentence, cue))
    }) {
        return is_subject(units[edge + 1].tag).then_some(edge + 1..cue.start);
    }
    let after = (cue.end..sentence.end).take(7).find(|at| !is_name_like(units, *at))?;
    let inverted = cue.start > sentence.start && pair(cue.start - 1, after) && after > cue.end;
    // "The note condemns the raid, calls for | his release, and"
    let inverted = inverted && units[cue.end - 1].tag != Tag::Preposition;
    // "This time, say growers,"
    let alone = after == cue.end + 1;
    let bare = units[cue.end].tag == Tag::Word && alone;
    // "Luis Mora, the prosecutor, showed | him the video, ..."
    let subject = is_subject(units[cue.end].tag) && (alone || !units[cue.end].tag.is_pronoun());
    // "Mr Hall, assured the committee, of which she is a member, that"; "Tom Hale, the mayor, told
    // Ana Ruiz, the envoy, that"; but "The pier, warned Ana Ruiz, was old".
    let described = || {
        let before = report.source.as_ref().is_some_and(|source| source.end == cue.start);
        before && units[..sentence.end].get(after + 1).is_some_and(|next| !next.tag.is_finite())
    };
    let told = tells(&units[cue.start]) && inverted && described();
    (inverted && !told && (bare || subject)).then_some(cue.end..after)
}

/// "What the President has said is | that the reef is ours", "What she had said, he insisted, was |
/// that", "I recall what she said in May: | that"
pub fn cleft(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let start = clause_start(units, sentence, cue.start);
    let is_what = |at: &UnitIx| units[*at].word == WHAT;
    let what = (start..cue.start).rev().take(LONGEST_SUBJECT).find(is_what);
    let Some(subject) = what.map(|what| what + 1..cue.start) else { return };
    if subject.is_empty() || !is_subject(units[subject.start].tag) {
        return;
    }
    let said = |[be, that]: &[Unit; 2]| {
        let opens = that.tag == Tag::That || that.quoted == Quoted::Whole;
        matches!(be.tag, Tag::Be | Tag::Colon) && opens
    };
    let end = clause_end(units, sentence, cue.end);
    let finite = |unit: &Unit| unit.tag.is_finite();
    if !units[subject.clone()].iter().any(finite)
        && let Some(be) = units[cue.end..end].array_windows().position(said)
    {
        report.source = Some(subject);
        report.tells(cue.end + be + 1..end);
        report.settle(BY_GRAMMAR);
    }
}

/// The source in "The pier, | Ana Ruiz, the mayor of Lorne, | said, will open": between a subject
/// and its verb.
fn inserted(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> Option<Range<UnitIx>> {
    let source = report.source.clone().filter(|source| source.end == report.cue.start)?;
    // "Kilembo, whose removal the nurses are seeking, did not answer"
    if is_relative(&units[source.start]) {
        return None;
    }
    let comma = |at: UnitIx| sentence.contains(&at) && units[at].tag == Tag::Comma;
    let start = clause_start(units, sentence, source.start);
    let subject = units.get(start..source.start.checked_sub(1)?)?;
    let end = circumstance_end(units, sentence, &report.cue);
    let goes_on = comma(end) && units[..sentence.end].get(end + 1)?.tag.is_finite();
    let whole = subject.first().is_some_and(|first| is_subject(first.tag)) && !has_finite(subject);
    (whole && goes_on && comma(source.start - 1)).then_some(source)
}

/// "It is late, the mayor | believes.", "the paper | reports.": a verb of thought, or one that may
/// be a noun, that ends the sentence, with its subject behind a comma.
pub fn thinks_last(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    // "It is late, Reuters | has learnt | from the mayor."
    let next = units[..sentence.end].get(verb + 1);
    let ends = next.is_none_or(|next| next.tag == Tag::Stop || next.word == FROM);
    let noun = |noun: &Unit| {
        !is_number(noun) && (noun.tag != Tag::Word || noun.classes != Classes::default())
    };
    let thinks = match units[verb].tag {
        Tag::ThoughtPast | Tag::ThoughtPresent => true,
        // But "wider | states".
        Tag::SpeechPresent => {
            let before = units[sentence.start..verb].last();
            units[verb].classes.has(Class::Noun) && before.is_some_and(noun)
        }
        tag => tag == Tag::SpeechBase && is_behind_several(units, sentence, verb),
    };
    ends && thinks && edge(units, sentence, verb).is_some_and(|edge| units[edge].tag == Tag::Comma)
}

/// "the authors | report", "the authors now | say", "police | say"
pub fn is_behind_several(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let noun = units[sentence.start..verb].iter().rfind(|unit| !unit.tag.is_adverb());
    // But "the Secret Service | detail"
    let body = |noun: &Unit| noun.tag == Tag::Body && !noun.shape.is_capitalised();
    noun.is_some_and(|noun| noun.classes.has(Class::Plural) || body(noun))
}

/// "In that time, the authors | suggest, ice could melt.", "It is unsafe, | say | experts.", "The
/// bear, | say | Ana Ruiz and Tom Hale, is old."
pub fn say_between(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let noun = |unit: &&Unit| is_subject(unit.tag) || unit.word == AND;
    let several =
        |unit: &Unit| unit.classes.has(Class::Plural) || unit.tag == Tag::Body || unit.word == AND;
    let rest = &units[verb + 1..sentence.end];
    let comma = |unit: Option<&Unit>| unit.is_some_and(|unit| unit.tag == Tag::Comma);
    let behind = || {
        units.lemma(verb) == SAY
            && comma(units[sentence.start..verb].last())
            && rest.iter().take_while(noun).any(several)
    };
    let edge = || edge(units, sentence, verb).and_then(|edge| units.get(edge));
    let before = || is_behind_several(units, sentence, verb) && comma(edge());
    units[verb].tag == Tag::SpeechBase && (behind() || comma(rest.first()) && before())
}

/// What stands before the subject that stands right before the verb.
pub fn edge(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Option<UnitIx> {
    let subject = |at: &UnitIx| {
        let tag = units[*at].tag;
        is_name_like(units, *at) || matches!(tag, Tag::Preposition | Tag::Have | Tag::Adverb)
    };
    let mut before = (sentence.start..verb).rev().take(LONGEST_SUBJECT);
    let edge = before.find(|at| !subject(at))?;
    let first = units[edge + 1].tag;
    (edge + 1 < verb && is_subject(first) && first != Tag::First).then_some(edge)
}

/// "Said the union: “No”": the subject stands between the verb and the colon.
pub fn said_before_quotation(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let verb = &units[cue.start];
    let opens = cue.start == sentence.start && cue.len() == 1 && is_speech(verb);
    let subject = units.get(cue.end).is_some_and(|next| is_subject(next.tag));
    if !opens || !subject || verb.classes.has(Class::TakesAddressee) {
        return;
    }
    let ends = |at: &UnitIx| units[*at].tag.is_finite() || units[*at].quoted != Quoted::Outside;
    let mut noun = (cue.end..sentence.end).take(LONGEST_SUBJECT).take_while(|at| !ends(at));
    let Some(colon) = noun.find(|at| units[*at].tag == Tag::Colon) else { return };
    if units[..sentence.end].get(colon + 1).is_some_and(|next| next.quoted != Quoted::Outside) {
        report.source = Some(cue.end..colon);
        report.tells(colon + 1..clause_end(units, sentence, colon + 1));
        report.settle(BY_GRAMMAR);
    }
}

/// No subject is longer, where it is looked for from its verb.
pub const LONGEST_SUBJECT: usize = 12;
