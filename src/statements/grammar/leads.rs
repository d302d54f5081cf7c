//! What stands before a clause and says whose words it is: "According to Castro-Wey, both have
//! accepted", "In his view, it is late".

use super::adverbials::opens_there;
use super::contents::is_name_like;
use super::syntax::{
    clause_end, clause_start, has_finite, is_relative, is_somebody, is_speech, is_subject,
    may_describe,
};
use super::{BY_GRAMMAR, vocatives};
use crate::lexicon::Class;
use crate::lexicon::fixed::{A, AN, BECAUSE, OF, THE, WHOM};
use crate::model::Rule;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// A phrase that gives the clause behind it to somebody.
struct Lead {
    /// "In" of "In his view".
    opens: Option<Range<UnitIx>>,
    cue: Range<UnitIx>,
    /// "his". None where it stands behind the cue: there it runs to the comma.
    source: Option<Range<UnitIx>>,
}

/// Whether such a phrase begins at `at`.
pub fn opens(units: &Units, at: UnitIx) -> bool {
    // Most words open none.
    let opens =
        |unit: &Unit| unit.tag == Tag::Preposition || units.lexicon.begins_phrase(unit.word);
    units.get(at).is_some_and(opens) && lead(units, at).is_some()
}

fn lead(units: &Units, at: UnitIx) -> Option<Lead> {
    let first = units.get(at)?;
    match units.phrase(at) {
        // "According to", "In the view of"
        Some((classes, end)) => {
            let gives = classes.has(Class::Speech) && !classes.has(Class::Verb);
            let cue = at..end;
            gives.then_some(Lead { opens: None, cue, source: None })
        }
        None if first.tag == Tag::Preposition => owned(units, at),
        None => None,
    }
}

/// "In his view", "In the minister's words": a noun that the lexicon has in "in the ... of".
fn owned(units: &Units, at: UnitIx) -> Option<Lead> {
    let ends = |at: &UnitIx| match units[*at].tag {
        Tag::Preposition => units[*at].word != OF,
        tag => matches!(tag, Tag::Comma | Tag::Stop),
    };
    let whose = |unit: &Unit| matches!(unit.tag, Tag::PossessivePronoun | Tag::Possessive | Tag::S);
    units.find(at + 1..units.len().min(at + 1 + LONGEST_OWNER), whose)?;
    let inside = (at + 2..units.len()).take(LONGEST_OWNER).take_while(|at| !ends(at));
    let noun = inside.into_iter().find(|noun| is_owned(units, at, *noun))?;
    let next = units.get(noun + 1).filter(|next| next.sentence == units[at].sentence)?;
    // "In his view | the fire could not have started by itself", "In his opinion | no master", "In
    // her words: “It is late.”"
    let goes_on =
        matches!(next.tag, Tag::Comma | Tag::Colon | Tag::Negation) || is_subject(next.tag);
    // "It is a failure, in his view."
    let closes = next.tag == Tag::Stop && units[..at].last().is_some_and(|u| u.tag == Tag::Comma);
    if !goes_on && !closes {
        return None;
    }
    let owner = match &units[at + 1..noun] {
        [_, .., last] if matches!(last.tag, Tag::Possessive | Tag::S) => at + 1..noun - 1,
        // "In her | own | words"
        [his] | [his, Unit { tag: Tag::Word, .. }]
            if his.tag == Tag::PossessivePronoun && !his.classes.has(Class::First) =>
        {
            at + 1..at + 2
        }
        _ => return None,
    };
    Some(Lead { opens: Some(at..at + 1), cue: noun..noun + 1, source: Some(owner) })
}

/// "In", "view": the lexicon has "in the view of" for a report.
fn is_owned(units: &Units, at: UnitIx, noun: UnitIx) -> bool {
    let phrase = [units[at].word, THE, units[noun].word, OF];
    units.lexicon.phrase_of(&phrase).is_some_and(|(classes, length)| {
        classes.has(Class::Speech) && length as usize == phrase.len()
    })
}

/// In "In the minister's words," nothing is longer.
pub(super) const LONGEST_OWNER: usize = 10;

/// At the start of a clause the source of a lead runs to the comma, and the content from there to
/// the end of the clause.
pub fn whose_words(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let at = report.cue.start;
    let start = clause_start(units, sentence, at);
    // "At the same time, according to the minister, the inflow will drop"
    let adverbial = || {
        at > start + 1
            && (matches!(units[start].tag, Tag::Preposition | Tag::Adverb | Tag::Number)
                // "Two days later, according to the minister, it rained"
                || units[at - 2].tag == Tag::Adverb)
            && units[at - 1].tag == Tag::Comma
            && !units[start..at - 1]
                .iter()
                .any(|unit| unit.tag.is_finite() || unit.tag == Tag::Comma)
    };
    // "Minister, according to the fishermen, the pier is closed"
    let spoken_to = || {
        let clause = |comma: UnitIx| {
            units.get(comma + 1).is_some_and(|next| is_subject(next.tag) || next.tag == Tag::It)
        };
        vocatives::behind(units, sentence) == Some(at)
            && (at..sentence.end).find(|at| units[*at].tag == Tag::Comma).is_some_and(clause)
    };
    // "said that the post was safe and that, according to the guards, units had left", "the market,
    // where, according to him, it began"
    let inside = || {
        let opens = at.checked_sub(2).filter(|_| at >= start + 2).map(|opens| units[opens].tag);
        // "That, according to the guards, is not so"
        let that = at > start + 2 && opens == Some(Tag::That);
        (that || matches!(opens, Some(Tag::Relative | Tag::Complementizer | Tag::Conjunction)))
            && units[at - 1].tag == Tag::Comma
    };
    let Some(lead) = lead(units, at) else { return };
    if at != start && !adverbial() && !inside() && !spoken_to() {
        return;
    }
    let comma_from = |from: UnitIx| (from..sentence.end).find(|at| units[*at].tag == Tag::Comma);
    let behind = lead.cue.end;
    let (source, from) = match lead.source {
        Some(owner) => {
            let mark = matches!(units[behind].tag, Tag::Comma | Tag::Colon);
            (owner, behind + usize::from(mark))
        }
        None => {
            let clause = unmarked_clause(units, behind..sentence.end);
            let comma = comma_from(behind).filter(|comma| *comma > behind);
            match (clause, comma) {
                (Some(clause), _) => (behind..clause, clause),
                (None, Some(comma)) => {
                    let comma = past_apposed(units, sentence, comma);
                    (behind..comma, comma + 1)
                }
                (None, None) => return,
            }
        }
    };
    let end = clause_end(units, sentence, from);
    let end = (from..end).find(|at| is_denied(&units[*at..end])).unwrap_or(end);
    if from >= end {
        return;
    }
    report.source = Some(source);
    report.cue_opens = lead.opens;
    report.cue = lead.cue;
    report.content = vec![from..end];
    report.rule = Rule::AccordingTo;
    report.settle(BY_GRAMMAR);
}

/// "the crew was ready | – a detail that Hale denied": what another says of it.
fn is_denied(rest: &[Unit]) -> bool {
    let [mark, a, noun, rest @ ..] = rest else { return false };
    // But "a rate that calls it into question".
    let tells = |[who, said]: &[Unit; 2]| {
        who.tag != Tag::That && said.tag.is_finite() && said.tag.reports()
    };
    matches!(mark.tag, Tag::Comma | Tag::Dash)
        && matches!(a.word, A | AN)
        && !is_subject(noun.tag)
        && rest.array_windows().any(tells)
        && !rest.iter().any(|unit| unit.tag == mark.tag)
}

/// Where the clause begins in "According to the list | there were two", "According to Ruiz | the
/// driver fled".
fn unmarked_clause(units: &Units, range: Range<UnitIx>) -> Option<UnitIx> {
    let verb = range.clone().find(|at| units[*at].tag.is_finite())?;
    let noun = range.start + 1..verb;
    let apart = |unit: &Unit| unit.tag.is_mark() || is_relative(unit);
    let opens = |at: &UnitIx| {
        let first = units[*at].tag;
        let subject = first.is_pronoun()
            || matches!(first, Tag::Determiner | Tag::PossessivePronoun)
            || opens_there(&units[*at..]);
        let joins = matches!(units[at - 1].tag, Tag::Preposition | Tag::Conjunction | Tag::To);
        subject && !joins && !units[at - 1].classes.has(Class::Determiner)
    };
    let plain = !units.get(range.start..verb)?.iter().any(apart);
    noun.rev().find(opens).filter(|_| plain)
}

/// The comma behind what describes the source further: "According to Ilse Brandvold, an analyst at
/// Harbour Street,", "According to their aunt, Manana, who cooks for everyone,". But "According to
/// the police, John Smith, 34, was late".
fn past_apposed(units: &Units, sentence: &Range<UnitIx>, comma: UnitIx) -> UnitIx {
    // "vice president of Lorne Foods", but "senior officials at the bank, ..."
    let office = |noun: &[Unit]| {
        let held = noun.iter().take(4).find(|unit| is_somebody(unit));
        held.is_some_and(|held| !held.classes.has(Class::Plural))
    };
    // "According to the study, led by Ana Ruiz,", "According to Hale, speaking on Monday,"
    let does = |noun: &[Unit]| match noun {
        [verb, by, rest @ ..] => {
            may_describe(verb)
                && matches!(by.tag, Tag::Preposition | Tag::Adverb | Tag::Time)
                && !has_finite(rest)
        }
        _ => false,
    };
    let describes = |noun: &[Unit]| {
        noun.first().is_some_and(|first| {
            let opens = is_subject(first.tag) || first.tag == Tag::Word && office(noun);
            is_relative(first)
                || does(noun)
                || opens && first.tag != Tag::First && !has_finite(noun)
        })
    };
    let mut last = comma;
    for _ in 0..MOST_APPOSED {
        let mut rest = last + 1..sentence.end;
        let next = rest.find(|at| units[*at].tag == Tag::Comma);
        let Some(next) = next.filter(|next| describes(&units[last + 1..*next])) else { break };
        last = next;
    }
    let clause = units[last + 1..sentence.end].first();
    // "the record stays flat, | which is odd"
    let main = |first: &Unit| {
        !first.tag.is_finite() && first.tag != Tag::Conjunction && !is_relative(first)
    };
    if clause.is_some_and(main) { last } else { comma }
}

/// No source is described further so many times.
const MOST_APPOSED: usize = 4;

/// "Her parents, according to Templin, wanted a girl", "The salt, in her view, comes from the
/// drought": between a subject and its verb the content stands on both sides. "The dam is old, in
/// her view.": at the end it stands before.
pub fn between(units: &Units, report: &mut Report) {
    let at = report.cue.start;
    let sentence = units.sentence_of(at);
    let Some(lead) = lead(units, at).filter(|_| report.rule != Rule::AccordingTo) else { return };
    let start = clause_start(units, sentence, at);
    // "noted that | the cut would, according to the bank, add | to it"
    let that = (start..at).rev().find(|at| units[*at].tag == Tag::That);
    let that = that.filter(|that| *that > start && is_speech(&units[that - 1]));
    let start = that.map_or(start, |that| that + 1);
    if at < start + 2 || units[at - 1].tag != Tag::Comma {
        return;
    }
    let before = start..at - 1;
    let closes = units[..sentence.end].get(lead.cue.end).is_some_and(|stop| stop.tag == Tag::Stop);
    let quoted = |unit: &Unit| unit.quoted != Quoted::Outside;
    let clause = &units[before.clone()];
    let said = match &lead.source {
        Some(owner) if closes && (has_finite(clause) || clause.iter().any(quoted)) => {
            Some((owner.clone(), vec![before]))
        }
        _ => on_both_sides(units, sentence, before, &lead),
    };
    if let Some((source, content)) = said {
        report.source = Some(source).filter(|source| !source.is_empty());
        report.cue_opens = lead.opens;
        report.cue = lead.cue;
        report.content = content;
        report.rule = Rule::AccordingTo;
        report.settle(BY_GRAMMAR);
    }
}

/// Whose words those before the lead and behind its comma are, and both.
fn on_both_sides(
    units: &Units,
    sentence: &Range<UnitIx>,
    before: Range<UnitIx>,
    lead: &Lead,
) -> Option<(Range<UnitIx>, Vec<Range<UnitIx>>)> {
    let behind = lead.cue.end;
    let next = (behind..sentence.end).find(|at| units[*at].tag == Tag::Comma)?;
    // "would, according to the bank,", "Ruiz was, in his own words, “a fool”"
    let own = lead.source.is_some();
    let is = own && units[before.end - 1].tag == Tag::Be;
    let helps = is || units[before.end - 1].tag == Tag::Auxiliary;
    let clause = before.start..before.end - usize::from(is);
    let whole = !own || next == behind && !has_finite(&units[clause]);
    let after = next + 1..clause_end(units, sentence, next);
    // "comes"
    let verb = |unit: &Unit| unit.tag.is_finite() || unit.tag == Tag::S || helps;
    let plain = units[before.clone()].iter().all(|unit| unit.tag != Tag::Comma);
    let goes_on = units[next + 1..].iter().find(|unit| unit.tag != Tag::Adverb).is_some_and(verb);
    let source = lead.source.clone().unwrap_or(behind..next);
    (whole && !after.is_empty() && plain && goes_on).then(|| (source, vec![before, after]))
}

/// "The court stands by it, according to its president, Judge Rolo, who ...": at the end of a
/// clause the source runs to that end.
pub fn trailing(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = &units[report.cue.clone()];
    let (Some(source), [.., last]) = (&report.source, cue) else { return };
    let before = report.content.iter().any(|part| part.end <= report.cue.start);
    let end = clause_end(units, sentence, report.cue.end);
    let start = clause_start(units, sentence, report.cue.start);
    let comma = report.cue.start.saturating_sub(1);
    // "was rejected by Ana Ruiz, according to | whom | the talks had failed"
    let whom = units.get(report.cue.end).is_some_and(|whom| whom.word == WHOM);
    if whom && last.tag == Tag::To {
        let noun = |at: &UnitIx| is_name_like(units, *at) || units[*at].word == OF;
        let walk = (start..comma).rev().take(LONGEST_OWNER);
        let first = walk.take_while(noun).last().filter(|at| is_subject(units[*at].tag));
        report.source = first.filter(|_| units[comma].tag == Tag::Comma).map(|at| at..comma);
        report.tells(report.cue.end + 1..end);
        report.rule = Rule::AccordingTo;
        report.settle(BY_GRAMMAR);
        return;
    }
    // "She stressed that it was late, according to a spokesman": units of that.
    if before
        && last.tag == Tag::To
        && !report.cue.clone().any(|at| units[at].tag.reports())
        && source.start == report.cue.end
        && source.end == end
        && comma > start
        && units[comma].tag == Tag::Comma
        && units[start..comma].iter().any(is_speech)
        && units[start..comma].iter().all(|unit| unit.quoted == Quoted::Outside)
    {
        report.tells(start..comma);
        report.rule = Rule::AccordingTo;
        report.settle(BY_GRAMMAR);
        return;
    }
    // "officials who spoke on condition of anonymity because | they may not speak"
    if source.start == report.cue.end && units[source.end - 1].word == BECAUSE {
        report.source = Some(report.cue.end..end.max(source.end));
        return;
    }
    // "Crime, | which was high, rose, according to | the police": the clause is whole.
    if before
        && last.tag == Tag::To
        && source.start == report.cue.end
        && let [only] = &mut report.content[..]
        && only.start > start
        && only.end == comma
        && units[only.start - 1].tag == Tag::Comma
        && is_relative(&units[only.start])
        && units[only.clone()].iter().any(|unit| unit.tag == Tag::Comma)
    {
        only.start = start;
    }
    let comma = (source.end.saturating_sub(1)..=source.end)
        .find(|at| units.get(*at).is_some_and(|unit| unit.tag == Tag::Comma));
    let apposed = comma.and_then(|comma| units.get(comma + 1)).is_some_and(|next| {
        matches!(
            next.tag,
            Tag::Honorific | Tag::Name | Tag::Office | Tag::Determiner | Tag::Relative
        )
    });
    // "according to research | that could explain it"
    let relative = matches!(units.get(source.end..source.end + 2), Some([that, verb])
        if verb.tag.is_finite() && (that.tag == Tag::That || is_relative(that)));
    let behind = source.start == report.cue.end && source.end <= end;
    if before && last.tag == Tag::To && behind && (apposed || relative) {
        report.content.retain(|part| part.end <= report.cue.start);
        report.source = Some(report.cue.end..end);
    }
}

/// "Noting that, according to the ministry, water was short | he asked for help": inside of what
/// another report holds, the clause ends with that.
pub fn stay_inside(reports: &mut [Report]) {
    for at in 0..reports.len() {
        if !matches!(reports[at].rule, Rule::AccordingTo | Rule::Noun) {
            continue;
        }
        let cue = reports[at].cue.start;
        let near = at.saturating_sub(NEAR)..reports.len().min(at + NEAR);
        let held = reports[near].iter().filter_map(|outer| {
            let part = outer.content.iter().find(|part| part.contains(&cue));
            part.map(|part| part.end)
        });
        if let (Some(end), [only]) = (held.min(), &mut reports[at].content[..]) {
            only.end = only.end.min(end);
            reports[at].drop_empty();
        }
    }
}

/// "In her view the bridge was safe": one report, whatever the fitted model made of its "view".
pub fn once(reports: &mut Vec<Report>) {
    reports.dedup_by(|later, first| later.cue == first.cue && first.rule == Rule::AccordingTo);
}

/// No report holds one that is farther from it in the list.
const NEAR: usize = 16;
