//! Where a content ends because another report begins, and what goes back to the report around it.

use super::leads;
use super::subjects::subject_after_comma;
use super::syntax::{
    clause_end, end_before, has_comma, has_finite, is_and_that, is_passive, is_relative, is_speech,
    is_subject,
};
use crate::lexicon::fixed::{ALTHOUGH, AND, AS, BUT, BY, THOUGH, WHAT, WHEN, WHILE};
use crate::lexicon::{Class, Classes};
use crate::model::Rule;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Ends what each report tells where the one behind it begins.
pub fn before_next(units: &Units, reports: &mut [Report]) {
    for at in 1..reports.len() {
        let (head, tail) = reports.split_at_mut(at);
        for rule in RULES {
            rule(units, head, &mut tail[0]);
        }
    }
}

type RuleOfTwo = fn(&Units, &mut [Report], &mut Report);
const RULES: [RuleOfTwo; 10] = [
    before_teller,
    next_clause,
    next_verb,
    and_that,
    of_relative,
    of_next,
    behind_verb,
    of_lead,
    of_inserted,
    of_outer,
];

/// "Nobody was warned, | the brother added", "The board was told that it was late |, a manager told
/// an inquiry": a passive does not tell who says it.
fn before_teller(units: &Units, head: &mut [Report], next: &mut Report) {
    let Some(passive) = head.last_mut() else { return };
    let Some(source) = next.source.clone() else { return };
    let behind_comma = source.start > 0 && units[source.start - 1].tag == Tag::Comma;
    let [told] = &mut passive.content[..] else { return };
    if !behind_comma || !is_passive(&units[passive.cue.clone()]) {
        return;
    }
    let frame = next.content.last_mut().filter(|frame| frame.contains(&passive.cue.start));
    if let Some(frame) = frame.filter(|_| told.contains(&source.start)) {
        told.end = source.start - 1;
        frame.end = told.end;
        passive.drop_empty();
        next.drop_empty();
    }
}

/// What opens a clause before the main one: "when", "although".
const OPENS: Classes = Classes::of(&[Class::Conjunction, Class::Complementizer]);

/// No report is cut by one that stands farther from it in the list.
const NEAR: usize = 16;

/// "Both noted the progress, | and the Chancellor added ...": a content ends before a clause that
/// reports with a subject of its own.
fn next_clause(units: &Units, head: &mut [Report], next: &mut Report) {
    // "and it was underlined"
    let it = next.cue.start.checked_sub(1).filter(|at| units[*at].tag == Tag::It);
    let it = it.filter(|_| next.source.is_none() && units[next.cue.start].tag == Tag::Be);
    let source = next.source.as_ref().filter(|source| source.end <= next.cue.start);
    let start = source.map(|source| source.start).or(it);
    let Some(start) = start.filter(|start| next.is_firm() && *start >= 2) else { return };
    let last = &units[start - 2];
    let first = units.sentence_of(start).start;
    let two = || matches!(units[first].word, WHILE | ALTHOUGH | THOUGH);
    let bare = matches!(units[start - 1].word, AND | BUT)
        && last.tag != Tag::Comma
        && last.quoted == Quoted::Outside
        && units[start].tag.is_pronoun()
        && source.is_some();
    let edge = match (last.tag, units[start - 1].tag) {
        (Tag::Comma, Tag::Conjunction) => start - 2,
        // "and on Monday, | the mayor said"
        (_, Tag::Comma) if let Some(comma) = fronted(units, first, start) => comma,
        // "While one side noted it, | the other held that"
        (_, Tag::Comma) if two() => start - 1,
        (_, Tag::Semicolon) => start - 1,
        // "accused of theft | and she denied it"
        _ if bare => start - 1,
        // "said that it was old, | to which the judge replied, “It is new”"
        (Tag::To, Tag::Relative)
            if units[next.cue.start].classes.has(Class::Reply)
                && start >= 3
                && units[start - 3].tag == Tag::Comma =>
        {
            start - 3
        }
        // “orderly,” though they noted
        (_, Tag::Conjunction) if last.quoted != Quoted::Outside => start - 1,
        _ => return,
    };
    let apart = units[start - 1].tag == Tag::Comma;
    let is_noun = |before: &Report| {
        let own = before.content.iter().find(|part| part.contains(&edge));
        // Not "that Ana Ruiz and others had left".
        let noun = |own: &Range<UnitIx>| {
            !has_finite(&units[own.start..edge]) && units[own.start].tag != Tag::That
        };
        own.is_some_and(noun)
    };
    // Not "While the one said that, in May, | the other had denied it".
    let first_clause = |before: &Report| {
        let lead = units.get(first..before.cue.start);
        lead.is_some_and(|lead| lead.iter().all(|unit| unit.tag != Tag::Comma))
    };
    // "She had asked them, he added, for a pin, and they had told her": he added units of it.
    let had = units[next.cue.start].tag == Tag::Have;
    let around = |before: &Report| {
        had && before.content.len() > 1
            && before.settled
            && units[before.content[0].clone()].iter().any(|unit| unit.tag == Tag::Have)
    };
    for before in head
        .iter_mut()
        .rev()
        .take(3)
        .filter(|before| before.cue.end <= edge && before.block == next.block)
        .filter(|before| (!apart || first_clause(before)) && !around(before))
        .filter(|before| !bare || is_noun(before))
    {
        before
            .content
            .iter_mut()
            .filter(|part| part.contains(&edge))
            .for_each(|part| part.end = edge);
        // "He accepted it, she added, | although he disputed a date"
        let inserted = before.cue.end == edge && before.settled;
        before.content.retain(|part| part.start < part.end && (part.start < edge || inserted));
    }
}

/// The comma in "it was high |, and on Monday, the mayor said".
fn fronted(units: &Units, first: UnitIx, subject: UnitIx) -> Option<UnitIx> {
    let near = (first + 1..subject - 1).rev().take(5);
    let comma = near.into_iter().find(|at| units[*at].tag == Tag::Comma)?;
    let [and, lead @ ..] = &units[comma + 1..subject - 1] else { return None };
    let when = lead.first().is_some_and(|w| w.tag.is_adverb() || w.tag == Tag::Preposition);
    (matches!(and.word, AND | BUT) && when && !has_finite(lead)).then_some(comma)
}

/// "thanked her for the welcome | and congratulated him", "said he shared that view | and made it
/// clear that", "was asked whether she would go | and said no": a content ends before the next verb
/// of its own subject.
fn next_verb(units: &Units, head: &mut [Report], next: &mut Report) {
    let cue = next.cue.start;
    let sentence = units.sentence_of(cue);
    let joint = (sentence.start + 1..cue).rev().find(|at| !units[*at].tag.is_adverb());
    let joint = joint.filter(|joint| units[*joint].tag == Tag::Conjunction);
    let first = next.content.first().filter(|part| part.start == next.cue.end);
    let that = first.is_some_and(|part| units[part.start].tag == Tag::That);
    let tells = next.source.is_some() && (that || next.phrase != Classes::default());
    let verb = next.is_firm() && matches!(units[cue].tag, Tag::SpeechPast | Tag::SpeechPresent);
    let Some(joint) = joint.filter(|joint| tells || verb && joint + 1 == cue) else { return };
    let end = joint - usize::from(units[joint - 1].tag == Tag::Comma);
    let same = |before: &Report| {
        let alike = || units[before.cue.end - 1].tag == units[cue].tag;
        let subject = before.source.as_ref().is_some_and(|own| own.end <= before.cue.start);
        let own = subject && (next.source.is_none() || before.source == next.source);
        let told = |subject: &Range<UnitIx>| {
            subject.end == before.cue.start && is_passive(&units[before.cue.clone()])
        };
        before.cue.start >= sentence.start
            && before.cue.end <= end
            && (own || before.source.is_none() && next.source.as_ref().is_some_and(told))
            && (tells || alike())
    };
    let here = head.len().saturating_sub(NEAR)..head.len();
    let Some(first) = here.rev().find(|at| same(&head[*at])) else { return };
    let last = if tells { head.len() } else { first + 1 };
    for before in &mut head[first..last] {
        before.cut(joint, end);
        // What the second verb reports.
        if before.content.first().is_some_and(|part| part.start < joint) {
            before.content.retain(|part| part.start < joint || !next.content.contains(part));
        }
    }
}

/// "noted that trade had grown, and proposed | that a market be opened", "apologised, saying | they
/// “should have listened”": what stands right behind a cue is of that one.
fn of_next(units: &Units, head: &mut [Report], next: &mut Report) {
    let Some(own) = next.content.first().filter(|own| own.start == next.cue.end) else { return };
    let that = units[own.start].tag == Tag::That;
    let saying = units[next.cue.start].tag == Tag::SpeechIng;
    let taken = |part: &Range<UnitIx>| {
        that && part.start == own.start || saying && part.start >= own.start && part.end <= own.end
    };
    for before in head.iter_mut().rev().take(3) {
        let around = before.holds(next.cue.start);
        before.content.retain(|part| around || !taken(part));
    }
}

/// "Ministry says no, rejects | talk of a deal": a verb tells what stands behind it, and not what
/// the verb before it tells.
fn behind_verb(units: &Units, head: &mut [Report], next: &mut Report) {
    let Some(before) = head.last() else { return };
    let cue = next.cue.clone();
    if before.cue.end >= cue.start || !next.holds(before.cue.start) {
        return;
    }
    let listed = units[cue.start - 1].tag == Tag::Comma && before.source == next.source;
    let behind = |part: &Range<UnitIx>| part.start >= cue.end;
    // "Holm said it was “a gift”, while Ruiz told reporters | that it was not"
    let clause = next.source.as_ref().and_then(|source| source.start.checked_sub(1));
    let clause = clause.is_some_and(|joint| units[joint].tag == Tag::Conjunction);
    let tells = |part: &Range<UnitIx>| {
        let that = clause && units.get(part.start).is_some_and(|that| that.tag == Tag::That);
        behind(part) && (listed && part.start == cue.end || that)
    };
    if next.content.iter().any(tells) {
        next.content.retain(behind);
    }
}

/// "added that he had asked her to come, | and that she had", "said he had asked twice about it |
/// and that she had": the second "that" belongs to the first report.
fn and_that(units: &Units, head: &mut [Report], next: &mut Report) {
    let [only] = &next.content[..] else { return };
    let cue = next.cue.start;
    let words = &units[only.clone()];
    let Some(first) = words.first() else { return };
    // "that Ruiz had told him that it was safe, | and that he had believed her"
    let told = first.tag == Tag::That && only.start < next.cue.end + 2;
    let end = match first.tag {
        // "had asked him about the journalist | and | that he had promised"
        Tag::That if !told && units[only.start - 1].tag == Tag::Conjunction => only.start,
        Tag::That if !told => return,
        Tag::Complementizer => return,
        _ => {
            let Some(and) = words.array_windows().position(is_and_that) else { return };
            let comma = and > 0 && words[and - 1].tag == Tag::Comma;
            // "had asked her to stay | and that she had"
            let clause = |unit: &Unit| matches!(unit.tag, Tag::That | Tag::Complementizer);
            let to = first.tag == Tag::To && !words[..and].iter().any(clause);
            if !comma && !to {
                return;
            }
            only.start + and - usize::from(comma)
        }
    };
    // "said | she had asked him to stay | and that he had refused"
    let subject = next.source.as_ref().map(|source| source.start);
    let holds = |outer: &Report| {
        let opens = |at: UnitIx| units[at].tag == Tag::That || !told && subject == Some(at);
        outer.content.iter().any(|part| part.contains(&cue) && opens(part.start))
    };
    if head.iter().rev().take(NEAR).any(holds) {
        next.end_by(end);
    }
}

/// "The owner supports | the offer |, two bankers said": what is told within ends with it.
fn of_outer(units: &Units, head: &mut [Report], next: &mut Report) {
    let [only] = &next.content[..] else { return };
    let inside = has_comma(units, only.end - 1);
    let comma = inside || units.get(only.end).is_some_and(|comma| comma.tag == Tag::Comma);
    // "supports the offer |, said two bankers", "supports “the offer,” | said two bankers"
    let subject = only.end + usize::from(!inside);
    let begins = next.cue.start == subject;
    // "told her it was late |, according to two bankers"
    let leads = begins && leads::opens(units, subject);
    let inverted = begins && is_speech(&units[subject]) || leads;
    let behind = comma
        && next.source.as_ref().is_some_and(|source| {
            source.start == subject || inverted && source.start == next.cue.end
        });
    let inside = |report: &&mut Report| {
        only.contains(&report.cue.start) && report.cue.end < only.end && report.rule == Rule::Report
    };
    if behind && (inverted || source_first(units, next)) {
        head.iter_mut().rev().take(3).filter(inside).for_each(|told| told.end_by(only.end));
    }
}

/// "two bankers said", not "a claim rejected by two bankers".
fn source_first(units: &Units, report: &Report) -> bool {
    let by = units.get(report.cue.end).is_some_and(|by| by.word == BY);
    !by && report.source.as_ref().is_some_and(|source| source.end <= report.cue.start)
}

/// "the Council, which advises parliament, | estimated that": what the relative clause tells ends
/// with it.
fn of_relative(units: &Units, head: &mut [Report], next: &mut Report) {
    let verb = next.cue.start;
    let relative =
        |told: &Report| told.source.as_ref().is_some_and(|s| is_relative(&units[s.start]));
    // "praised the envoy, | who | told them in May | that she was glad": nor is it praised.
    let that = |first: &&Range<UnitIx>| units[first.start].tag == Tag::That;
    if let Some(first) = next.content.first().filter(that).filter(|_| relative(next)) {
        let own = |part: &Range<UnitIx>| part.start > verb && part.start == first.start;
        let outer = head.iter_mut().rev().take(3).filter(|told| told.content.len() > 1);
        outer.for_each(|told| told.content.retain(|part| !own(part)));
    }
    let comma = verb.checked_sub(1).filter(|comma| units[*comma].tag == Tag::Comma);
    let (Some(comma), true) = (comma, is_speech(&units[verb])) else { return };
    let told = head.iter_mut().rev().take(3).find(|told| told.holds(verb));
    if let Some(told) = told.filter(|told| relative(told)) {
        told.cut(verb, comma);
    }
}

/// "In a clip that the judge called “distasteful,” | Ruiz said", "After the mayor attacked the plan
/// in May, | Ruiz shot back, “No”": what is told in the lead of a sentence ends before the subject
/// of the clause behind it.
fn of_lead(units: &Units, head: &mut [Report], next: &mut Report) {
    let sentence = units.sentence_of(next.cue.start);
    let beside = |subject: &&Range<UnitIx>| {
        subject.end == next.cue.start && !is_relative(&units[subject.start])
    };
    let subject = next.source.as_ref().filter(beside).map(|subject| subject.start);
    let Some(subject) = subject else { return };
    let lead = lead_of(units, sentence, subject);
    let Some(lead) = lead.filter(|_| !is_parenthesis(units, sentence, &next.cue)) else {
        return;
    };
    let told = |before: &&mut Report| {
        let cue = &before.cue;
        let open = !before.settled && before.holds(subject);
        (open || before.reach().end == lead.end)
            && units[cue.clone()].iter().any(|unit| unit.tag.reports())
            && lead.contains(&cue.start)
            && (lead.start..cue.start).all(|at| !is_comma(&units[at]))
    };
    for before in head.iter_mut().rev().take(3).filter(told) {
        before.cut(subject, lead.end);
        // “distasteful,” | Ruiz said
        let was_empty = next.content.is_empty();
        next.content.retain(|part| part.start >= lead.end);
        if next.content.is_empty() && !was_empty {
            let comma = units.get(next.cue.end).is_some_and(is_comma);
            let from = next.cue.end + usize::from(comma);
            next.tells(from..clause_end(units, sentence, from));
        }
    }
}

/// What stands before the comma before `subject`, where it is no clause by itself: "After the mayor
/// came", "In a clip that she called “old”".
fn lead_of(units: &Units, sentence: &Range<UnitIx>, subject: UnitIx) -> Option<Range<UnitIx>> {
    let words = units.get(sentence.start..subject)?;
    let start = match words {
        // "And, in a clip", "But when the mayor came"
        [and, rest @ ..] if matches!(and.word, AND | BUT) => {
            sentence.start + 1 + usize::from(rest.first().is_some_and(is_comma))
        }
        _ => sentence.start,
    };
    // "even as"
    let start = start + usize::from(units.get(start)?.tag == Tag::Adverb);
    let first = units.get(start)?;
    let opens = first.tag == Tag::Preposition
        || first.tag.is_participle()
        || first.classes.has_any(OPENS) && first.tag != Tag::That;
    let end = match words {
        [.., last] if last.tag == Tag::Comma => subject - 1,
        [.., comma, mark] if comma.tag == Tag::Comma && mark.tag == Tag::QuoteMark => subject,
        [.., last] if last.quoted == Quoted::Whole && units.ends_in_comma(subject - 1) => subject,
        _ => return None,
    };
    (opens && start < end).then_some(start..end)
}

/// "the bridge, Ruiz said, was old"
fn is_parenthesis(units: &Units, sentence: &Range<UnitIx>, cue: &Range<UnitIx>) -> bool {
    match &units[cue.end.min(sentence.end)..sentence.end] {
        [comma, next, ..] => comma.tag == Tag::Comma && next.quoted == Quoted::Outside,
        [last] => last.tag.is_mark(),
        [] => true,
    }
}

fn is_comma(unit: &Unit) -> bool {
    unit.tag == Tag::Comma && unit.quoted == Quoted::Outside
}

/// "said that trade mattered; | it had grown, she said, and would", "rejected the demand | : such
/// things, Ruiz said, were for the courts": what is told behind a semicolon or a colon with a
/// teller of its own is of that one alone.
fn of_inserted(units: &Units, head: &mut [Report], next: &mut Report) {
    let Some(first) = next.content.first().filter(|first| next.settled && first.start > 0) else {
        return;
    };
    let mark = first.start - 1;
    if next.content.len() == 2 && matches!(units[mark].tag, Tag::Semicolon | Tag::Colon) {
        head.iter_mut().rev().take(3).for_each(|before| before.cut(mark, mark));
    }
}

/// "called the deal “a disgrace,” | linking to a story": a comma inside of marks ends a content as
/// one outside does.
pub fn behind_quotation(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start).end;
    let cue = report.cue.end;
    let parts = report.content.iter_mut();
    for part in parts.filter(|part| part.start >= cue && part.end <= sentence) {
        let closes = |at: &UnitIx| {
            units[*at].quoted == Quoted::Whole
                && units.ends_in_comma(*at)
                && opens_aside(&units[at + 1..part.end])
                // "told them that he had “the votes,” according to one of them"
                && !leads::opens(units, at + 1)
        };
        part.end = part.clone().find(closes).map_or(part.end, |at| at + 1);
    }
}

/// "linking to a story", "in which one firm buys another"; but "which led to “the disclosure”".
fn opens_aside(rest: &[Unit]) -> bool {
    let plain = || rest.iter().all(|unit| unit.quoted == Quoted::Outside);
    match rest {
        [first, ..] if first.tag.is_participle() => true,
        [first, ..] if is_relative(first) => plain(),
        [before, which, ..] => before.tag == Tag::Preposition && is_relative(which) && plain(),
        _ => false,
    }
}

/// Where a clause ends: "that if it rained, it would stop |, Radio Lorne reported".
pub fn end_before_teller(units: &Units, sentence: &Range<UnitIx>, from: UnitIx) -> UnitIx {
    let end = clause_end(units, sentence, from);
    let comma = (from..end).rev().find(|at| has_comma(units, *at));
    let teller = |comma: &UnitIx| match &units[comma + 1..end] {
        [subject @ .., verb] => {
            subject.first().is_some_and(|first| is_subject(first.tag))
                && is_speech(verb)
                && !has_finite(subject)
        }
        [] => false,
    };
    comma.filter(teller).map_or(end, |at| at + usize::from(units[at].tag != Tag::Comma))
}

/// "When aides told her about it | , she laughed", "that when he asked | , she laughed", "While she
/// said it was hers | , it was not": a clause that opens another ends at its comma.
pub fn of_lead_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(joint) = report.source.as_ref().and_then(|source| source.start.checked_sub(1)) else {
        return;
    };
    let first = &units[joint];
    let whole = matches!(first.word, WHEN | WHILE | ALTHOUGH | THOUGH);
    let that = || units[joint - 1].tag == Tag::That && whole;
    // "As the agency reported, | it rained"
    let opens = first.classes.has_any(OPENS)
        && !matches!(first.word, AND | AS | BUT)
        && (joint == sentence.start || joint > sentence.start && that());
    let [only] = &mut report.content[..] else { return };
    if !opens {
        return;
    }
    // "When she says that it is hers, | this is | wrong."
    let this = || {
        let is = |at: &UnitIx| {
            let [this, is] = &units[at + 1..at + 3] else { return false };
            is_comma(&units[*at]) && matches!(this.tag, Tag::It | Tag::That) && is.tag.is_finite()
        };
        let comma = (only.start..sentence.end.saturating_sub(2)).find(is)?;
        Some(comma + 1..comma + 2)
    };
    let subject = subject_after_comma(units, sentence, only.start);
    let Some(subject) = subject.or_else(this) else { return };
    let clause = &units[only.start..subject.start];
    let whole =
        whole || matches!(clause[0].tag, Tag::That | Tag::Complementizer) || clause[0].word == WHAT;
    if (whole || !has_finite(clause)) && only.contains(&subject.start) {
        only.end = end_before(units, subject.start);
        report.drop_empty();
    }
}

/// "will rise to nine | (October to May | ) from eight, she said": one.
pub fn around_bracket(units: &Units, report: &mut Report) {
    if let [first, second] = &report.content[..]
        && first.end < second.start
        && (units[first.end].tag, units[second.start].tag) == (Tag::Open, Tag::Close)
    {
        report.tells(first.start..second.end);
    }
}

/// "The bridge (which she says is hers | ) is closed", "The bridge — she says it is hers | — is
/// closed": what is told inside brackets or dashes begins and ends with them.
pub fn inside_brackets(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let opens = report.source.as_ref().map_or(report.cue.start, |s| s.start.min(report.cue.start));
    let rest = report.cue.end.min(sentence.end)..sentence.end;
    let outside = |at: &UnitIx| units[*at].quoted == Quoted::Outside;
    let is = |tag: Tag| move |at: &UnitIx| units[*at].tag == tag;
    let before = sentence.start..opens.max(sentence.start);
    let bracket = units.rfind(before.clone(), |unit| matches!(unit.tag, Tag::Open | Tag::Close));
    let open = bracket.is_some_and(|at| units[at].tag == Tag::Open);
    let dash = before.last().is_some_and(|last| units[last].tag == Tag::Dash);
    if !open && !dash {
        return;
    }
    // "(she says the bridge (the old one) is hers)"
    let one = rest.clone().filter(is(Tag::Open)).count() == 0;
    let dashed = dash && rest.clone().filter(is(Tag::Dash)).count() == 1;
    let closes = |at: &UnitIx| {
        open && one && units[*at].tag == Tag::Close || dashed && units[*at].tag == Tag::Dash
    };
    let Some(end) = rest.filter(outside).find(closes) else { return };
    // "the bridge ( | it is hers, she said)", "according to the police | )"
    let opens = bracket.filter(|_| open && one);
    for part in &mut report.content {
        part.end = if part.contains(&end) { end } else { part.end };
        part.start = opens.filter(|at| part.contains(at)).map_or(part.start, |at| at + 1);
    }
    if let Some(source) = report.source.as_mut().filter(|source| source.contains(&end)) {
        source.end = end;
    }
    report.source.take_if(|source| source.start == source.end);
    report.drop_empty();
}
