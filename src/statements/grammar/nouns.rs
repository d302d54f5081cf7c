//! What a noun tells: "a warning by the weather office *that storms would come*", "the President's
//! hope *that she would visit*", "our lawyers' position is *that a ship can be arrested*".

use super::contents::is_name_like;
use super::syntax::{
    clause_end, clause_start, has_finite, is_passive, is_relative, is_speech, is_subject, is_whose,
    joins_clause,
};
use super::{BY_GRAMMAR, BY_NOUN};
use crate::lexicon::Class;
use crate::lexicon::fixed::{BY, FOR, FROM, IMPORTANCE, MADE, NEED, OF, THE_WORDS};
use crate::model::{Rule, sort_by_number};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// A noun, whose it is, and the clause that it tells.
struct Telling {
    source: Range<UnitIx>,
    /// With "is", where that stands before the clause.
    cue: Range<UnitIx>,
    that: UnitIx,
}

/// Adds the reports of nouns, in text order; what the fitted model took for one with the same noun
/// goes.
pub fn tell(units: &Units, reports: &mut Vec<Report>) {
    let mut told: Vec<Report> = Vec::new();
    for block in &units.blocks {
        let nouns = units.numbered(block.clone());
        for (noun, _) in nouns.filter(|(_, unit)| unit.classes.has(Class::NounCue)) {
            let sentence = units.sentence_of(noun);
            let Some(telling) = telling(units, sentence, noun) else { continue };
            // "He said that her words were “a disgrace”" calls them so.
            let called = |outer: &Report| {
                outer.content.iter().any(|part| part.contains(&noun) && part.start < noun)
                    && outer.is_firm()
            };
            let quoted = units[telling.that].quoted != Quoted::Outside;
            let behind = reports.partition_point(|report| report.cue.start < noun);
            if quoted && reports[behind.saturating_sub(NEAR)..behind].iter().any(called) {
                continue;
            }
            told.push(Report {
                content: vec![telling.that..end(units, sentence, &telling)],
                source: Some(telling.source),
                cue: telling.cue,
                rule: Rule::Noun,
                ..Report::settled(block.clone(), BY_NOUN)
            });
        }
    }
    reports.retain(|report| {
        let next = told.partition_point(|told| told.cue.start < report.cue.start);
        told.get(next).is_none_or(|told| told.cue.start >= report.cue.end)
    });
    reports.append(&mut told);
    sort_by_number(reports, |report| report.cue.start as u64);
}

fn telling(units: &Units, sentence: &Range<UnitIx>, noun: UnitIx) -> Option<Telling> {
    let all = &units[..sentence.end];
    if noun == sentence.start {
        return None;
    }
    // Not "a letter that says"; but "that judges should".
    let is_that = |at: UnitIx| {
        let clause = all.get(at..).unwrap_or_default();
        matches!(clause, [that, first, second, ..]
            if that.tag == Tag::That
                && first.tag != Tag::Comma
                && (!first.tag.is_finite() || second.tag.is_finite()))
    };
    if let Some(source) = owner(units, sentence, noun) {
        let is = all.get(noun + 1).is_some_and(|is| is.tag == Tag::Be);
        let that = noun + 1 + usize::from(is);
        // "stated its position | that", "expressed her wish | that": his own, and told by the verb.
        // "the envoy, whose warning | that"
        let his = matches!(&all[source.clone()], [his]
            if his.tag == Tag::PossessivePronoun && !is_whose(his));
        let own = all[noun].classes.has(Class::Action) || his && source.start > sentence.start;
        // "Her words were | “no comment”", "His answer was, | “No.”"
        let mark = |at: UnitIx| matches!(all[at].tag, Tag::Comma | Tag::Colon);
        let open = that < all.len() && mark(that);
        let quotation = that + usize::from(open);
        let whole = all.get(quotation).is_some_and(|first| first.quoted == Quoted::Whole);
        let words = open || whole || units[noun].word == THE_WORDS;
        let quoted =
            is && words && all.get(quotation).is_some_and(|first| first.quoted != Quoted::Outside);
        let (cue, that) = (noun..that, if quoted { quotation } else { that });
        // "It was | her view | that"
        let cleft = || {
            matches!(all[..source.start], [.., ref it, ref was]
            if it.tag == Tag::It && was.tag == Tag::Be)
        };
        let told = quoted || is_that(that) && (is || !own || cleft());
        return told.then_some(Telling { source, cue, that });
    }
    if all[noun].classes.has(Class::Action) {
        return None;
    }
    // "the claim | made | by Ruiz that"
    let made = all.get(noun + 1).is_some_and(|made| made.word == MADE);
    let start = noun + 2 + usize::from(made);
    let by = all.get(start - 1).is_some_and(|by| match by.word {
        BY => true,
        FROM | OF => !made,
        _ => false,
    });
    let source = start..whose_end(all, start).filter(|_| by)?;
    is_that(source.end).then(|| Telling { that: source.end, source, cue: noun..noun + 1 })
}

/// "the ministry" of "the ministry's repeated claim", "her" of "her claim".
fn owner(units: &Units, sentence: &Range<UnitIx>, noun: UnitIx) -> Option<Range<UnitIx>> {
    let adjective =
        |at: &UnitIx| matches!(units[*at].tag, Tag::Word | Tag::Ed | Tag::Ing | Tag::Adverb);
    let mut before = (sentence.start..noun).rev().skip_while(adjective);
    let owns = before.next()?;
    match units[owns].tag {
        Tag::PossessivePronoun if !units[owns].classes.has(Class::First) => Some(owns..owns + 1),
        Tag::Possessive => {
            let start = before.take_while(|at| is_name_like(units, *at)).last()?;
            opens(&units[start]).then_some(start..owns)
        }
        _ => None,
    }
}

/// Where a noun phrase with what is apposed to it ends before "that": "the operator, Meridian
/// Bulk,".
fn whose_end(all: &[Unit], start: UnitIx) -> Option<UnitIx> {
    let inside = |unit: &Unit| {
        let joins = matches!(unit.tag, Tag::Comma | Tag::Preposition | Tag::Possessive);
        let plain = is_subject(unit.tag) || opens(unit);
        let plain = plain || matches!(unit.tag, Tag::Word | Tag::S | Tag::Ed);
        // "Omar Said"
        joins || plain || unit.shape.is_capitalised()
    };
    let rest = all.get(start..)?;
    let length = rest.iter().take(LONGEST).take_while(|unit| inside(unit)).count();
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    // "a letter from Andarail, the company | that bought the line"
    let whole = !rest[..length].iter().any(comma) || rest[..length].last().is_some_and(comma);
    let first = rest.first()?;
    (opens(first) && whole && length > 0).then_some(start + length)
}

/// "the mayor", "former mayor Tom Hale", "two officials", "one of them"
fn opens(first: &Unit) -> bool {
    let modifier = first.classes.has(Class::OfficeModifier) || first.classes.has(Class::Numeral);
    is_subject(first.tag) && first.tag != Tag::Number || first.tag == Tag::It || modifier
}

/// A report that holds a noun is among so many before it.
const NEAR: usize = 4;

/// In "the League's Commissioner for Trade, Ludovic Hauteville," nothing is longer.
const LONGEST: usize = 12;

/// Where the clause ends: before the main verb, or the comma, where the noun stands before that
/// verb.
fn end(units: &Units, sentence: &Range<UnitIx>, telling: &Telling) -> UnitIx {
    let that = telling.that;
    let end = clause_end(units, sentence, that);
    let start = clause_start(units, sentence, that);
    let finite = |at: &UnitIx| {
        let unit = &units[*at];
        // Not "in May", not “ignored”.
        let plain = !unit.shape.is_capitalised() && unit.quoted == Quoted::Outside;
        unit.tag.is_finite() && plain && !telling.cue.contains(at)
    };
    let is = telling.cue.len() > 1;
    if is || (start + 1..that).any(|at| finite(&at)) {
        return end;
    }
    let comma = (that..end).find(|at| units[*at].tag == Tag::Comma).unwrap_or(end);
    // "Despite her claim that", "Asked about her claim that"
    if !is_subject(units[start].tag) {
        return comma;
    }
    // "that the plan had failed | was ignored": the last verb, unless what stands before it gives
    // it to the clause.
    let joins = |verb: &UnitIx| {
        let adverb = |at: &UnitIx| matches!(units[*at].tag, Tag::Adverb | Tag::Ly | Tag::Negation);
        let before = (that..*verb).rev().find(|at| !adverb(at)).unwrap_or(that);
        let before = &units[before];
        let subject = before.tag.is_pronoun() || matches!(before.tag, Tag::Relative | Tag::That);
        let helps = matches!(before.tag, Tag::Conjunction | Tag::Auxiliary | Tag::Have | Tag::Be);
        subject || helps && !before.shape.is_capitalised()
    };
    let mut verbs = (that + 1..comma).filter(finite);
    let first = verbs.next();
    let main = verbs.rfind(|at| !joins(at));
    // "that “the river will rise” | was dismissed"
    let quoted = first.filter(|verb| units[verb - 1].quoted != Quoted::Outside);
    main.filter(|_| first.is_some()).or(quoted).unwrap_or(comma)
}

/// "| The need for calm | was stressed"
pub fn noted(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    if let Some(need) = needed(units, sentence, report.cue.end - 1) {
        report.tells(need);
        report.settle(BY_GRAMMAR);
    }
}

/// "the need for calm" before "was" and a verb of speech, which nobody is said to have said.
pub fn needed(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Option<Range<UnitIx>> {
    if units[verb].tag != Tag::SpeechPast {
        return None;
    }
    let by = units[..sentence.end].get(verb + 1).is_some_and(|by| by.word == BY);
    let helps = |at: &UnitIx| matches!(units[*at].tag, Tag::Adverb | Tag::Be | Tag::Have);
    let end = verb - (sentence.start..verb).rev().take_while(helps).count();
    if by || !is_passive(&units[end..verb + 1]) {
        return None;
    }
    // "During the talks, | the need for calm"
    let start = clause_start(units, sentence, verb);
    let comma = (start..end).find(|at| units[*at].tag == Tag::Comma);
    let comma = comma.filter(|_| units[start].tag == Tag::Preposition);
    let subject = comma.map_or(start, |comma| comma + 1)..end;
    let need = |unit: &Unit| matches!(unit.word, IMPORTANCE | NEED);
    let words = &units[subject.clone()];
    (words.iter().take(3).any(need) && !has_finite(words)).then_some(subject)
}

/// "Ruiz's | call for | an end to the strike | was met with anger": what became of it is not said.
pub fn end_before_verb(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let owned = cue.start.checked_sub(1).is_some_and(|before| {
        matches!(units[before].tag, Tag::Possessive | Tag::PossessivePronoun)
    });
    let [content] = &mut report.content[..] else { return };
    let calls_for =
        matches!(&units[cue.clone()], [call, r#for] if r#for.word == FOR && !is_speech(call));
    let what = units.get(cue.end).is_some_and(is_relative);
    if !owned || !calls_for || what || content.start != cue.end {
        return;
    }
    let opens =
        |unit: &Unit| joins_clause(unit) || unit.tag.is_mark() || unit.quoted != Quoted::Outside;
    let ends = |at: &UnitIx| units[*at].tag.helps() || opens(&units[*at]);
    let verb = content.clone().skip(1).find(ends).filter(|at| units[*at].tag.helps());
    content.end = verb.unwrap_or(content.end);
}
