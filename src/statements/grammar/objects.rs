//! What a verb of speech takes beside a clause: whom it is said to, what they shall do, a noun phrase, and
//! what goes on to describe it.

use super::contents::is_name_like;
use super::{
    BY_GRAMMAR, clause_end, clause_start, has_finite, is_and_that, is_relative, is_speech,
    is_subject, tells, word,
};
use crate::lexicon::fixed::{
    ACCUSED, ACCUSES, AMONG, AT, BECAUSE, BY, FOR, IN, OF, ON, SINCE, UNLESS,
};
use crate::lexicon::{Class, Classes};
use crate::model::Segments;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "told her | that no arms would pass": the person spoken to stands between cue and clause, and is
/// no part of the content; of a cue like "thanked" it is.
pub fn addressee(units: &Units, report: &mut Report) {
    let all = &units.units;
    let verb = report.cue.clone().rev().map(|at| &all[at]).find(|unit| unit.tag.reports());
    let classes = verb.map_or(report.phrase, |verb| verb.classes);
    if !classes.has(Class::TakesAddressee)
        || report.source.as_ref().is_some_and(|source| source.start >= report.cue.end)
    {
        return;
    }
    let from = report.cue.end;
    let pronoun =
        all.get(from).is_some_and(|unit| matches!(unit.tag, Tag::First | Tag::He | Tag::They));
    let far = if pronoun { 1 } else { 8 };
    // "the Secretary-General of the Alliance of Nations"
    let named = |at: UnitIx| all.get(at).is_some_and(|unit| unit.shape.is_capitalised());
    let of = |at: UnitIx| {
        let the = all.get(at + 1).is_some_and(|unit| unit.tag == Tag::Determiner);
        all[at].tag == Tag::Preposition
            && at > from
            && named(at - 1)
            && named(at + 1 + usize::from(the))
    };
    let end = (from..report.block.end.min(from + far))
        .find(|at| !is_name_like(units, *at) && !of(*at))
        .unwrap_or(if pronoun { from + 1 } else { from });
    // "told staff | to ignore it"
    let noun = matches!(all[from.min(all.len() - 1)].tag, Tag::Word | Tag::S)
        && all.get(from + 1).is_some_and(|next| matches!(next.tag, Tag::To | Tag::That));
    if end == from || !noun && !is_subject(all[from].tag) {
        return;
    }
    report.addressee = Some(from..end);
    let clause = all.get(end).is_some_and(|unit| {
        matches!(unit.tag, Tag::That | Tag::Complementizer | Tag::To | Tag::Preposition)
            || unit.quoted != Quoted::Outside
            // "told me it would rain"
            || pronoun && (unit.tag == Tag::It || is_subject(unit.tag)) && has_finite(&all[end..report.reach().end.max(end)])
    });
    if let Some(first) = report.content.first_mut()
        && clause
        && !classes.has(Class::TakesPhrase)
        && first.start == from
        && end < first.end
    {
        first.start = end;
    }
}

/// "accused the board of | cowardice": who is accused is no part of what of.
pub fn accused_of(units: &Units, segments: &Segments, report: &mut Report) {
    let all = &units.units;
    let verb = report.cue.end - 1;
    let accuses = is_speech(&all[verb]) && matches!(word(units, segments, verb), ACCUSED | ACCUSES);
    let Some(first) = report.content.first_mut().filter(|part| part.start == verb + 1) else {
        return;
    };
    let ends = |at: &UnitIx| all[*at].tag.is_mark() || all[*at].tag.is_finite();
    let charge = |of: &UnitIx| {
        // "the head | of the bank"
        let holds = matches!(all[of - 1].tag, Tag::Office | Tag::Body | Tag::Person);
        word(units, segments, *of) == OF && !(holds && is_subject(all[of + 1].tag))
    };
    let of = (first.start + 1..first.end - 1).take_while(|at| !ends(at)).find(charge);
    if let Some(of) = of.filter(|_| accuses) {
        first.start = of + 1;
    }
}

/// "informed the head of state in May | that ...": a that-clause behind who was told, and when.
pub fn told_that(units: &Units, report: &mut Report) {
    let all = &units.units;
    let after = report.cue.end..report.cue.end + LONGEST_TOLD;
    let Some(first) = report.content.first_mut().filter(|part| after.contains(&part.start)) else {
        return;
    };
    let verb = &all[report.cue.end - 1];
    // "said in a post on | Chatter that"
    let placed = verb.tag == Tag::Preposition && is_speech(&all[report.cue.start]);
    let that = first.clone().take(LONGEST_TOLD).find(|at| all[*at].tag == Tag::That);
    let Some(that) = that.filter(|_| tells(verb) || placed) else { return };
    let told = &all[after.start..that];
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && unit.tag != Tag::To;
    if !has_finite(told) && told.iter().all(plain) {
        first.start = that;
    }
}

/// Between "told" and "that" are no more units.
const LONGEST_TOLD: usize = 24;

/// "It was decided | to meet", "officials were asked | to report": a passive with its clause right behind it
/// has no source.
pub fn by_nobody(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.clone();
    let verb = &all[cue.end - 1];
    let before = (sentence.start..cue.end - 1).rev().find(|at| all[*at].tag != Tag::Adverb);
    let passive = is_speech(verb) && before.is_some_and(|be| all[be].tag == Tag::Be);
    let next = all.get(cue.end).filter(|_| passive && cue.end < sentence.end);
    let clause = next.is_some_and(|next| match next.tag {
        Tag::To => verb.classes.has_any(MAY_TAKE_TO),
        tag => tag == Tag::That,
    });
    let found = report.content.iter().find(|part| part.start == cue.end).map(|part| part.end);
    if clause && (found.is_some() || report.reach().start <= cue.end) {
        report.source = None;
        report.cue.start = before.map_or(cue.start, |be| be.min(cue.start));
        let clause = clause_end(units, sentence, cue.end);
        report.content = vec![cue.end..found.map_or(clause, |end| end.min(clause))];
        report.settle(BY_GRAMMAR);
    }
}

/// Verbs whose object is told to do something, or that take an infinitive.
const MAY_TAKE_TO: Classes = Classes::of(&[Class::TakesTo, Class::TakesAddressee]);

/// "told the crews on Monday | to go home": what somebody is told to do is content, where the fitted
/// model found none or the person alone.
pub fn told_to(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let Some(told) = report.addressee.clone().filter(|told| told.start == report.cue.end) else {
        return;
    };
    let verb = &all[report.cue.end - 1];
    // "invited | the Protector to visit": there the person is part of it.
    let tells = tells(verb) && (is_speech(verb) || verb.tag == Tag::SpeechIng);
    // "told the mayor, Dame Ruth Okafor, | to wait", "told her in June | to wait"
    let apposed = all.get(told.end).is_some_and(|unit| unit.tag == Tag::Comma);
    let near = if apposed { 8 } else { 4 };
    let to = (told.end..sentence.end).take(near).find(|at| all[*at].tag == Tag::To);
    let Some(to) = to.filter(|_| tells) else { return };
    let between = &all[told.end..to];
    let when = |unit: &Unit| match unit.tag {
        Tag::Upper | Tag::Name => true,
        Tag::Comma | Tag::Honorific | Tag::Office => apposed,
        tag => matches!(tag, Tag::Preposition | Tag::Time | Tag::Adverb),
    };
    let open = report.content.iter().all(|part| part.start >= report.cue.end && part.start < to);
    if !between.iter().all(when) || !open {
        return;
    }
    // "to pray, | he said", "to wait, | and that she had"
    let end = clause_end(units, sentence, to);
    let outer = |at: &UnitIx| {
        let rest = &all[*at..end];
        let and_that = || rest[1..].first_chunk().is_some_and(is_and_that);
        all[*at].tag == Tag::Comma && (and_that() || rest.iter().any(is_speech))
    };
    let end = (to..end).find(outer).unwrap_or(end);
    report.content = vec![to..end];
    report.cue_probability = report.cue_probability.max(BY_GRAMMAR);
}

/// "thanked | the Chancellor for her message": a verb of speech that takes a phrase, with its subject
/// beside it, has what follows for its content where the fitted model found none.
pub fn of_plain_verb(units: &Units, reports: &mut [Report]) {
    let all = &units.units;
    for at in 0..reports.len() {
        let (now, later) = reports[at..].split_at_mut(1);
        let report = &mut now[0];
        let cue_start = report.cue.start;
        let cue = &all[report.cue.clone()];
        let verb = cue.iter().rev().find(|unit| is_speech(unit));
        let plain = verb.filter(|_| report.phrase == Classes::default());
        let classes = plain.map_or(report.phrase, |verb| verb.classes);
        if !report.content.is_empty() || classes == Classes::default() {
            continue;
        }
        let sentence = units.sentence_of(report.cue.start).clone();
        let mut end = clause_end(units, &sentence, report.cue.end).max(report.cue.end);
        // "He told them, | a court has heard"
        let around = later.iter().take(3).filter_map(|next| next.content.first());
        for outer in around.filter(|part| part.contains(&report.cue.start)) {
            end = end.min(outer.end).max(report.cue.end);
        }
        if !classes.has(Class::TakesPhrase) {
            // "He said | crews arrived within minutes": a clause with a verb of its own.
            let rest = &all[report.cue.end..end];
            let clause = rest.first().is_some_and(|first| {
                is_subject(first.tag) || matches!(first.tag, Tag::S | Tag::That | Tag::Relative)
            }) && has_finite(rest);
            let to = classes.has(Class::TakesTo)
                && rest.first().is_some_and(|first| first.tag == Tag::To);
            if to {
                report.source =
                    report.source.take().or_else(|| subject_before(units, &sentence, report));
                // "undertook | to hold elections", "committed to | holding them"
                let ing = rest.get(1).is_some_and(|verb| verb.tag.is_participle());
                report.cue.end += usize::from(ing);
            }
            let beside = report.source.as_ref().is_some_and(|s| s.end == cue_start);
            if beside && (clause || to) {
                report.content = vec![report.cue.end..end];
                report.settle(BY_GRAMMAR);
            }
            continue;
        }
        let mut nearby = later.iter().take_while(|next| next.cue.start < end);
        if let Some(next) = nearby.find(|next| next.cue.start > report.cue.end) {
            let joint = (report.cue.end..next.cue.start)
                .rev()
                .take(3)
                .find(|at| all[*at].tag == Tag::Conjunction);
            end = joint.unwrap_or(end);
        }
        let comma = (report.cue.end..end).find(|at| all[*at].tag == Tag::Comma);
        let end = comma.unwrap_or(end);
        report.source = report.source.take().or_else(|| subject_before(units, &sentence, report));
        if end > report.cue.end && !all[report.cue.end].tag.is_mark() {
            report.content = vec![report.cue.end..end];
        }
    }
}

/// What can be the subject right before the cue.
fn subject_before(
    units: &Units,
    sentence: &Range<UnitIx>,
    report: &Report,
) -> Option<Range<UnitIx>> {
    let all = &units.units;
    let cue = report.cue.start;
    let walk = (sentence.start..cue).rev();
    let near = walk.take_while(|at| is_name_like(units, *at)).last();
    // "Her predecessor, Dr Tindi, | urged"
    let start = near.or_else(|| {
        let start = clause_start(units, sentence, cue);
        let subject = &all[start..cue];
        let commas = subject.iter().filter(|unit| unit.tag == Tag::Comma).count();
        let noun = subject
            .iter()
            .all(|unit| !unit.tag.is_finite() && !matches!(unit.tag, Tag::Conjunction | Tag::That));
        let apposed = commas == 2 && subject.last().is_some_and(|last| last.tag == Tag::Comma);
        (apposed && noun).then_some(start)
    })?;
    is_subject(all[start].tag).then_some(start..cue)
}

/// "welcomed the visit, | the first in eleven years": what goes on to describe the last noun of a content
/// belongs to it, up to the end of the clause, where nobody else reports.
pub fn past_comma(units: &Units, segments: &Segments, reports: &mut [Report]) {
    let all = &units.units;
    for at in 0..reports.len() {
        let (now, later) = reports[at..].split_at_mut(1);
        let report = &mut now[0];
        let sentence = units.sentence_of(report.cue.start);
        let Some(last) = report.content.last_mut().filter(|last| last.start >= report.cue.end)
        else {
            continue;
        };
        // "that she came, and that | when asked she said so"
        if all[last.clone()].last_chunk().is_some_and(is_and_that) && last.end < sentence.end {
            last.end = clause_end(units, sentence, last.end);
        }
        // "a report, | dated 2 May, | in which it asked for sensors"
        if let Some(end) = past_adjunct(units, segments, sentence, last, later) {
            last.end = end;
        }
        if let Some(end) = goes_on(units, segments, sentence, last, later) {
            last.end = end;
        }
    }
}

/// Behind what stands between commas right after a content that ends at a comma.
fn past_adjunct(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    content: &Range<UnitIx>,
    later: &[Report],
) -> Option<UnitIx> {
    let all = &units.units;
    let comma = content.end;
    let clause = clause_end(units, sentence, comma);
    if comma + 1 >= clause || all[comma].tag != Tag::Comma {
        return None;
    }
    let end = comma + 1 + adjunct(units, segments, content, comma + 1..clause)?;
    (!tells_within(later, end)).then_some(end)
}

/// Whether one of these reports begins before `end`.
fn tells_within(later: &[Report], end: UnitIx) -> bool {
    later.iter().take_while(|next| next.cue.start < end).any(|next| !next.content.is_empty())
}

/// Where a content goes on to behind the comma that it ends at.
fn goes_on(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    last: &Range<UnitIx>,
    later: &[Report],
) -> Option<UnitIx> {
    let all = &units.units;
    let comma = last.end;
    if comma >= sentence.end || all[comma].tag != Tag::Comma {
        return None;
    }
    // "praised the crowd, who stayed, | and left"
    let clause = clause_end(units, sentence, comma);
    if clause <= comma + 1 {
        return None;
    }
    let and = |at: &UnitIx| all[*at].tag == Tag::Comma && all[at + 1].tag == Tag::Conjunction;
    let end = (comma + 1..clause - 1).find(and).unwrap_or(clause);
    let rest = &all[comma + 1..end];
    let content = &all[last.clone()];
    // "that the hall was full, | and that all had left", "and that, | it seems, all had left"
    let that = |unit: &Unit| unit.tag == Tag::That;
    let and_that = rest.first_chunk().is_some_and(is_and_that);
    let open = match content {
        [only] => that(only),
        _ => content.last_chunk().is_some_and(is_and_that),
    };
    // "to lift the ban, | and to open direct flights"
    let to = |unit: &Unit| unit.tag == Tag::To;
    let and_to = matches!(rest, [and, next, ..] if and.tag == Tag::Conjunction && to(next));
    if content.first().is_some_and(that) && (and_that || open)
        || has_finite(content) && and_that
        || content.first().is_some_and(to) && and_to
    {
        return Some(clause);
    }
    // "that the engineer, | Sana Ostrey, had told her": a clause has a verb.
    let subject = matches!(content, [open, noun, ..] if that(open) && is_subject(noun.tag));
    let close = rest.iter().position(|unit| unit.tag == Tag::Comma || unit.tag.is_finite());
    let verb = match close {
        Some(0) if content.iter().any(|unit| unit.tag == Tag::Comma) => rest.first(),
        Some(close) if rest[close].tag == Tag::Comma => rest.get(close + 1),
        _ => None,
    };
    let verb = verb.filter(|verb| verb.tag.is_finite() && !verb.tag.reports());
    if subject && !has_finite(content) && verb.is_some() {
        return Some(end);
    }
    // "that he was open to it, | “but not before May”"
    let quoted = match rest {
        [only] => only.quoted == Quoted::Whole,
        [open, inside @ .., close] => {
            let mark = |unit: &Unit| unit.tag == Tag::QuoteMark;
            mark(open) && mark(close) && !inside.iter().any(mark)
        }
        [] => false,
    };
    if quoted
        && content.first().is_some_and(that)
        && end == clause
        && !later.iter().take(3).any(|next| next.holds(comma + 1))
    {
        return Some(end);
    }
    // "that it could stand, | since she would have her turn"
    let because = || {
        has_finite(content) && matches!(word(units, segments, comma + 1), BECAUSE | SINCE | UNLESS)
    };
    let goes_on = because()
        || match content.first().map(|first| first.tag) {
            Some(Tag::That | Tag::To) => describes(rest) || lists(rest),
            _ => describes(rest) || !has_finite(content) && apposed(rest),
        };
    let other = || {
        tells_within(later, end)
            || rest.iter().any(|unit| unit.quoted == Quoted::Whole)
            || rest.array_windows().any(|[before, verb]| match verb.tag {
                // "and share", "a direct route"
                Tag::SpeechBase | Tag::ThoughtBase => {
                    matches!(before.tag, Tag::First | Tag::They)
                }
                tag => tag.reports() && before.tag != Tag::Be,
            })
    };
    // "rejected the note, | in which the ministry maintains that": a report of its own inside.
    let in_which = || {
        let quoted = |unit: &Unit| unit.quoted == Quoted::Whole;
        let before = rest.first().is_some_and(|before| before.tag == Tag::Preposition);
        before && rest.get(1).is_some_and(is_relative) && !rest.iter().any(quoted)
    };
    // "the ministers, | who will report by May": nothing was said yet.
    let will = || {
        let mut near = later.iter().take_while(|next| next.cue.start < end);
        rest.first().is_some_and(is_relative)
            && matches!(content[0].tag, Tag::That | Tag::To)
            && rest.get(1).is_some_and(|will| will.tag == Tag::Auxiliary)
            && near.all(|next| all[next.cue.start].tag == Tag::Auxiliary)
    };
    (goes_on && (is_named(rest) || in_which() || will() || !other())).then_some(end)
}

/// "which ...", "whose ...", "eleven of whom ...", "to be held in May", "Aisulu Temir, to prepare a plan".
fn describes(rest: &[Unit]) -> bool {
    match rest {
        [first, ..] if is_relative(first) => true,
        [before, second, ..] if before.tag == Tag::Preposition => is_relative(second),
        [_, of, third, ..] if of.tag == Tag::Preposition && is_relative(third) => true,
        [to, be, ..] if to.tag == Tag::To => be.tag == Tag::Be,
        // "without prejudging the number"
        [without, verb, ..] if without.tag == Tag::Preposition && verb.tag.is_participle() => true,
        _ => is_named(rest),
    }
}

/// Where ends what stands between commas behind a noun: "held in Lorne on 3 May", "on 1 January, of the
/// Agreement", "among them forty nurses, for their courage".
fn adjunct(
    units: &Units,
    segments: &Segments,
    content: &Range<UnitIx>,
    rest: Range<UnitIx>,
) -> Option<usize> {
    let all = &units.units;
    let word = |at: UnitIx| word(units, segments, at);
    let comma =
        |from: UnitIx| (from..rest.end).find(|at| all[*at].tag == Tag::Comma).unwrap_or(rest.end);
    let (start, end) = (rest.start, comma(rest.start));
    let number = |at: UnitIx| all[at].tag == Tag::Number;
    // The month is a verb too: "3 May".
    let date = |at: UnitIx| {
        let beside = || number(at - 1) || at + 1 < end && number(at + 1);
        number(at) || all[at].tag == Tag::Time || all[at].tag == Tag::Auxiliary && beside()
    };
    let plain = |at: UnitIx| !all[at].tag.is_finite() || date(at);
    let dated = (start + 1..end).any(number) && !(start..end).any(|at| word(at) == BY);
    let first = &all[start];
    let of_noun = match first.tag {
        _ if end < start + 2 => false,
        Tag::Ed => dated,
        Tag::SpeechPast => dated && matches!(word(start + 1), IN | AT | ON),
        Tag::Preposition => word(start) == AMONG && all[start + 1].tag == Tag::They,
        _ => false,
    };
    // "of the Agreement"; "to draw up, by 1 May, a plan"
    let next = end + 1;
    let near = content.end.saturating_sub(3).max(content.start)..content.end;
    let open = first.tag == Tag::Preposition && all[near].iter().any(|unit| unit.tag == Tag::To);
    let phrase = next < rest.end && (matches!(word(next), OF | FOR) || open);
    let last = comma(next.min(rest.end));
    let phrase = phrase && !has_finite(&all[next..last]);
    let inserted = first.tag == Tag::Preposition && (start + 1..end).all(date) && end > start + 1;
    let whole = of_noun || inserted && phrase;
    let length = if phrase { last - start } else { end - start };
    (whole && (start + 1..end).all(plain)).then_some(length)
}

/// "Aisulu Temir, to prepare a plan", "General Vidal, who had promised it"
fn is_named(rest: &[Unit]) -> bool {
    let name =
        |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific | Tag::Office | Tag::Upper);
    let comma = rest.iter().position(|unit| unit.tag == Tag::Comma);
    comma.is_some_and(|comma| {
        comma > 0
            && rest[..comma].iter().all(name)
            && rest.get(comma + 1).is_some_and(|next| next.tag == Tag::To || is_relative(next))
    })
}

/// "the first in eleven years"
fn apposed(rest: &[Unit]) -> bool {
    let the = rest.first().is_some_and(|first| first.tag == Tag::Determiner);
    the && rest.iter().all(|unit| unit.tag != Tag::Comma) && !has_finite(rest)
}

/// "that both open the road, | raise the dam and share the cost": verbs of the same clause.
fn lists(rest: &[Unit]) -> bool {
    let verb = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::SpeechBase | Tag::ThoughtBase);
    let joined = rest.array_windows().any(|[and, next]| and.tag == Tag::Conjunction && verb(next));
    rest.first().is_some_and(verb) && joined && !has_finite(rest)
}

/// "agreed | to extend the flights": not "agreed to extend | the flights".
pub fn to_do(units: &Units, report: &mut Report) {
    let all = &units.units;
    let cue = &all[report.cue.clone()];
    let agreed = |[verb, to, base]: &[Unit; 3]| {
        let takes = verb.classes.has(Class::TakesTo) && is_speech(verb);
        takes && to.tag == Tag::To && base.tag == Tag::SpeechBase
    };
    let Some(verb) = cue.array_windows().position(agreed) else { return };
    let Some(first) = report.content.first_mut() else {
        // "welcomed it and undertook | to promote it", where the fitted model found no content.
        report.cue.end = report.cue.start + verb + 1;
        let end = clause_end(units, units.sentence_of(report.cue.start), report.cue.end);
        report.content = vec![report.cue.end..end];
        return;
    };
    let noun = !matches!(all[first.start].tag, Tag::That | Tag::Complementizer | Tag::To);
    if first.start == report.cue.end && noun && all[first.start].quoted == Quoted::Outside {
        report.cue.end = report.cue.start + verb + 1;
        first.start = report.cue.end;
    }
}
