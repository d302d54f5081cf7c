//! Where a content begins and ends.

use super::{
    BY_GRAMMAR, clause_end, clause_start, form, has_finite, is_speech, is_subject, phrase,
    phrase_end, trim,
};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Segments, Shape};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "expressed satisfaction at | the growth": what the lexicon has as one cue is one.
pub fn whole_phrase(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &mut Report) {
    let Some(verb) = report.cue.clone().find(|at| units.units[*at].tag.reports()) else { return };
    let end = phrase_end(units, segments, lexicon, verb);
    // "agreed | on the need": what the fitted model gave no content.
    if report.content.is_empty() && end > report.cue.end && end <= report.block.end {
        let found = lexicon.phrase(segments, units.units[verb].tokens.start);
        report.phrase = found.map_or(report.phrase, |(classes, _)| classes);
        report.cue.end = end;
        return;
    }
    // "called for | joint vigilance against"
    let longer = verb + 1 < end && end < report.cue.end;
    if longer && units.units[end..report.cue.end].iter().all(|unit| !unit.tag.reports()) {
        if let Some(first) = report.content.first_mut()
            && first.start == report.cue.end
        {
            first.start = end;
            report.cue.end = end;
        }
        return;
    }
    if end <= report.cue.end || end > report.block.end {
        return;
    }
    if let Some(first) = report.content.first_mut() {
        if first.start < end && end < first.end {
            report.cue.end = end;
            first.start = end;
        } else if first.start == end {
            report.cue.end = end;
        }
    }
}

/// "put it to", "took the view": a phrase of the lexicon without a verb of speech is a whole cue.
pub fn cue_phrase(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &mut Report) {
    let cue = report.cue.clone();
    let found = cue.clone().find_map(|at| phrase(units, segments, lexicon, at));
    let Some((classes, end)) = found.filter(|(_, end)| cue.end <= *end + 1) else { return };
    if end <= report.block.end {
        report.phrase = classes;
        report.cue.end = end;
        report
            .content
            .iter_mut()
            .filter(|part| part.start <= end)
            .for_each(|part| part.start = end);
        report.content.retain(|part| part.start < part.end);
    }
}

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
    let end = (from..report.block.end.min(from + far))
        .find(|at| !is_name_like(units, *at))
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

/// "told the crews on Monday | to go home": what somebody is told to do is content, where the fitted
/// model found none or the person alone.
pub fn told_to(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let Some(told) = report.addressee.clone().filter(|told| told.start == report.cue.end) else {
        return;
    };
    let verb = &all[report.cue.end - 1];
    let tells = is_speech(verb) || verb.tag == Tag::SpeechIng;
    let to = (told.end..sentence.end).take(4).find(|at| all[*at].tag == Tag::To);
    let Some(to) = to.filter(|_| tells && verb.classes.has(Class::TakesAddressee)) else { return };
    let between = &all[told.end..to];
    let when = |unit: &Unit| {
        matches!(unit.tag, Tag::Preposition | Tag::Time | Tag::Adverb | Tag::Upper | Tag::Name)
    };
    let open = report.content.iter().all(|part| part.start >= report.cue.end && part.start < to);
    if !between.iter().all(when) || !open {
        return;
    }
    // "to pray, | he said"
    let end = clause_end(units, sentence, to);
    let outer = |at: &UnitIx| all[*at].tag == Tag::Comma && all[*at..end].iter().any(is_speech);
    let end = (to..end).find(outer).unwrap_or(end);
    report.content = vec![to..end];
    report.cue_probability = report.cue_probability.max(BY_GRAMMAR);
}

/// What can stand inside the noun phrase of a person.
pub fn is_name_like(units: &Units, at: UnitIx) -> bool {
    let tag = units.units[at].tag;
    is_subject(tag)
        || matches!(tag, Tag::Possessive | Tag::S | Tag::Word)
            && units.units[at].quoted == Quoted::Outside
}

/// "They had, he insisted, come to him": a report between commas cuts its own content.
pub fn parenthesis(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let Some(source) = subject_between_commas(units, sentence, &report.cue) else { return };
    let around = source.start.min(report.cue.start)..source.end.max(report.cue.end);
    let start = clause_start(units, sentence, around.start);
    let end = clause_end(units, sentence, around.end);
    let before = start..around.start - 1;
    let after = around.end + 1..end;
    // Quotations are the fitted model's.
    let quoted =
        |range: &Range<UnitIx>| all[range.clone()].iter().any(|unit| unit.quoted == Quoted::Whole);
    if before.is_empty() || after.start >= after.end || quoted(&before) || quoted(&after) {
        return;
    }
    // "the decision, which, she noted, would help": the main clause is not said.
    let relative = all[before.end - 1].tag == Tag::Relative;
    let after = trim(units, after);
    report.content = if relative { vec![after] } else { vec![before, after] };
    report.source = Some(source);
    report.settle(BY_GRAMMAR);
}

/// The subject in ", he insisted," or ", said the minister,".
fn subject_between_commas(
    units: &Units,
    sentence: &Range<UnitIx>,
    cue: &Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    let all = &units.units;
    let comma = |at: UnitIx| sentence.contains(&at) && all[at].tag == Tag::Comma;
    let verb = matches!(all[cue.end - 1].tag, Tag::SpeechPast | Tag::SpeechPresent)
        && all[cue.start].tag != Tag::To;
    if !verb {
        return None;
    }
    let before = (sentence.start..cue.start).rev().take(7).find(|at| !is_name_like(units, *at));
    if let Some(edge) =
        before.filter(|edge| comma(*edge) && comma(cue.end) && *edge + 1 < cue.start)
    {
        return is_subject(all[edge + 1].tag).then_some(edge + 1..cue.start);
    }
    let after = (cue.end..sentence.end).take(7).find(|at| !is_name_like(units, *at))?;
    let inverted =
        cue.start > sentence.start && comma(cue.start - 1) && comma(after) && after > cue.end;
    // "This time, say growers,"
    let bare = all[cue.end].tag == Tag::Word && after == cue.end + 1;
    (inverted && (bare || is_subject(all[cue.end].tag))).then_some(cue.end..after)
}

/// "A decision is expected by May, | the ministry said on Friday.": a clause and a comma before the
/// subject of a cue that ends the sentence are its content, where the fitted model found none.
pub fn said_last(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = &report.cue;
    // "he points | out"
    let Some(verb) = all[cue.clone()].iter().rev().find(|unit| unit.tag.reports()) else { return };
    let finite = is_speech(verb);
    // "the envoy told | the chamber", "the ministry announced | late on Sunday": no content yet, but
    // who was told, or when.
    let told = verb.classes.has(Class::TakesAddressee) && !verb.classes.has(Class::TakesPhrase);
    let thin = report.content.iter().all(|part| {
        let first = all[part.start].tag;
        let when = matches!(first, Tag::Preposition | Tag::Time | Tag::Adverb);
        part.start == cue.end
            && (when || told && is_subject(first))
            && all[part.clone()].iter().all(|unit| {
                unit.quoted == Quoted::Outside
                    && !unit.tag.is_finite()
                    && !matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer)
            })
    });
    // Nor an object of its own: "presented a report".
    let ends = all.get(cue.end).is_none_or(|next| {
        next.tag.is_mark() || matches!(next.tag, Tag::Preposition | Tag::Time | Tag::Adverb)
    });
    if !finite || !thin || !ends && !told {
        return;
    }
    let comma = |at: UnitIx| at > sentence.start && all[at - 1].tag == Tag::Comma;
    let known = report.source.clone().filter(|source| source.end == cue.start);
    let near = || {
        let walk = (sentence.start..cue.start).rev().take(10);
        walk.take_while(|at| is_name_like(units, *at)).last().map(|start| start..cue.start)
    };
    let source = known.filter(|source| comma(source.start)).or_else(near);
    let Some(source) = source.filter(|source| comma(source.start)) else { return };
    let clause = clause_start(units, sentence, source.start)..source.start - 1;
    let said = &all[clause.clone()];
    let whole = said.iter().all(|unit| unit.quoted != Quoted::Whole) && has_finite(said);
    // "Noting that it was late, | she asked for tea"
    let lead = said.first().is_some_and(|first| first.tag.is_participle());
    if whole && !lead && is_subject(all[source.start].tag) {
        report.content = vec![clause];
        report.source = Some(source);
        report.settle(BY_GRAMMAR);
    }
}

/// "The frost will hold, | observed the Head of State.": the same with the subject behind the cue, where
/// the sentence ends. Only of a verb that takes no object, which the subject could be.
pub fn said_before(
    units: &Units,
    segments: &Segments,
    lexicon: &Lexicon,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let cue = &report.cue;
    let verb = &all[cue.start];
    let takes = verb.classes.has_any(TAKES_MORE);
    if !is_speech(verb) || cue.len() > 1 || takes || cue.start < sentence.start + 3 {
        return;
    }
    let of = |at: UnitIx| form(units, segments, lexicon, at) == "of";
    let capital = |at: UnitIx| all[at].shape.is_capitalised();
    let inside = |at: &UnitIx| is_name_like(units, *at) || of(*at) || capital(*at);
    let end = (cue.end..sentence.end).find(|at| !inside(at)).unwrap_or(sentence.end);
    let ends = |unit: &Unit| matches!(unit.tag, Tag::Stop | Tag::Preposition | Tag::Time);
    let subject = cue.end..end;
    if subject.is_empty() || !is_subject(all[cue.end].tag) || !all.get(end).is_none_or(ends) {
        return;
    }
    let clause = clause_start(units, sentence, cue.start)..cue.start - 1;
    let said = &all[clause.clone()];
    let whole = said.iter().all(|unit| unit.quoted == Quoted::Outside) && has_finite(said);
    if all[clause.end].tag == Tag::Comma && whole {
        report.content = vec![clause];
        report.source = Some(subject);
        report.settle(BY_GRAMMAR);
    }
}

/// Verbs that take an object, which may be a person, or a clause with "to".
const TAKES_MORE: Classes =
    Classes::of(&[Class::TakesPhrase, Class::TakesAddressee, Class::TakesTo]);

/// "As the Secretary said this morning, wheat rots": the content stands after the comma.
pub fn as_said(
    units: &Units,
    segments: &Segments,
    lexicon: &Lexicon,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let start = clause_start(units, sentence, report.cue.start);
    let finite =
        matches!(all[report.cue.start].tag, Tag::SpeechPast | Tag::SpeechPresent | Tag::Have);
    if form(units, segments, lexicon, start) != "as"
        || !finite
        || report.cue.start <= start + 1
        || report.cue.start > start + 10
    {
        return;
    }
    let Some(comma) = (report.cue.end..sentence.end).find(|at| all[*at].tag == Tag::Comma) else {
        return;
    };
    let end = clause_end(units, sentence, comma);
    let words =
        all[report.cue.end..comma].iter().any(|unit| unit.tag.is_finite() || unit.tag == Tag::That);
    let subject = all[start + 1..report.cue.start].iter().any(|unit| unit.tag == Tag::Comma);
    if comma + 1 >= end || words || subject || !is_subject(all[start + 1].tag) {
        return;
    }
    report.source = Some(start + 1..report.cue.start);
    report.content = vec![comma + 1..end];
    report.settle(BY_GRAMMAR);
}

/// "The inquiry was told that ...", "they had been offered posts": a passive's subject is no source.
pub fn told(units: &Units, report: &mut Report) {
    let cue = &units.units[report.cue.clone()];
    let passive = cue.iter().any(|unit| unit.tag == Tag::Be)
        && cue.last().is_some_and(|verb| verb.tag == Tag::SpeechPast);
    if passive && report.source.as_ref().is_some_and(|by| by.start >= report.cue.end) {
        // "The inquest was told by Ms Tighe that": the subject is not said.
        let clause = |part: &Range<UnitIx>| {
            part.start >= report.cue.end && units.units[part.start].tag == Tag::That
        };
        if report.content.iter().any(clause) {
            report.content.retain(|part| part.start >= report.cue.end);
        }
    }
    if passive && let Some(told) = report.source.take_if(|told| told.end <= report.cue.start) {
        report.addressee = Some(told);
        let first = report.content.first().map(|part| (part.start, units.units[part.start].tag));
        if let Some((start, Tag::That | Tag::To | Tag::Complementizer)) = first
            && start == report.cue.end
        {
            report.role_probability = 1.0;
        }
    }
}

/// "He called on the Prime Minister": a visit, where no "to" or "for" says what was called for.
pub fn is_visit(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let form = |at: UnitIx| {
        let token = &segments.tokens[units.units[at].tokens.start as usize];
        lexicon.form(lexicon.lemma(token.word))
    };
    let calls = report.cue.clone().any(|at| form(at) == "call")
        && matches!(form(report.cue.end - 1), "on" | "upon");
    let wish = |at: UnitIx| {
        let unit = &units.units[at];
        unit.tag == Tag::To || unit.quoted != Quoted::Outside || form(at) == "for"
    };
    calls && !report.content.iter().any(|part| part.clone().any(wish))
}

/// "proposed that the commission, | which has not met since May, be convened": a that-clause without
/// its verb goes on after the relative clause.
pub fn past_relative(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let tag = |at: UnitIx| all.get(at).map(|unit| unit.tag);
    let Some(last) = report.content.last_mut() else { return };
    let clause = &all[last.clone()];
    let open = clause.first().is_some_and(|first| first.tag == Tag::That) && !has_finite(clause);
    if open && tag(last.end) == Some(Tag::Comma) && tag(last.end + 1) == Some(Tag::Relative) {
        last.end = clause_end(units, sentence, last.end);
    }
}

/// “A.” He accused her of “B”: a quotation that is a sentence of its own before a report with other
/// content is not part of it.
pub fn of_its_sentence(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let own = |part: &Range<UnitIx>| part.start >= report.cue.end && part.end <= sentence.end;
    if report.content.iter().any(own) {
        let ended = |part: &Range<UnitIx>| {
            let last = &units.units[part.end - 1];
            let inner = segments.tokens[(last.tokens.end as usize).saturating_sub(2)].shape;
            last.quoted == Quoted::Whole && inner != Shape::Comma
        };
        report.content.retain(|part| part.end > sentence.start || !ended(part));
    }
}

/// "Both noted the progress, | and the Chancellor added ...": a content ends before a clause that
/// reports with a subject of its own.
pub fn next_clause(units: &Units, reports: &mut [Report]) {
    let all = &units.units;
    for at in 1..reports.len() {
        let (head, tail) = reports.split_at_mut(at);
        let next = &tail[0];
        let Some(source) =
            next.source.clone().filter(|source| next.is_firm() && source.end <= next.cue.start)
        else {
            continue;
        };
        if source.start < 2 {
            continue;
        }
        let edge = match (all[source.start - 2].tag, all[source.start - 1].tag) {
            (Tag::Comma, Tag::Conjunction) => source.start - 2,
            (_, Tag::Semicolon) => source.start - 1,
            _ => continue,
        };
        for before in head
            .iter_mut()
            .rev()
            .take(3)
            .filter(|before| before.cue.end <= edge && before.block == next.block)
        {
            before
                .content
                .iter_mut()
                .filter(|part| part.contains(&edge))
                .for_each(|part| part.end = edge);
            before.content.retain(|part| part.start < part.end && part.start < edge);
        }
    }
}

/// "thanked her for the welcome | and congratulated him": a content ends before the next verb of its
/// own subject.
pub fn next_verb(units: &Units, reports: &mut [Report]) {
    let all = &units.units;
    for at in 1..reports.len() {
        let (head, tail) = reports.split_at_mut(at);
        let next = &tail[0];
        let verb = all[next.cue.start].tag;
        let phrase = next.phrase != Classes::default();
        let joint = next.cue.start.checked_sub(1).filter(|joint| {
            all[*joint].tag == Tag::Conjunction
                && (phrase || matches!(verb, Tag::SpeechPast | Tag::SpeechPresent))
                && next.is_firm()
        });
        let Some(joint) = joint else { continue };
        let same = |before: &&mut Report| {
            before.block == next.block
                && before.cue.end < joint
                && (next.source.is_none() || before.source == next.source)
                && before.source.as_ref().is_some_and(|source| source.end <= before.cue.start)
                && (phrase
                    || before.phrase != Classes::default()
                    || all[before.cue.end - 1].tag == verb)
        };
        let Some(before) = head.iter_mut().rev().take(2).find(same) else { continue };
        for part in before.content.iter_mut().filter(|part| part.contains(&joint)) {
            let clause = has_finite(&all[part.start..joint]);
            if !clause && part.start < joint {
                part.end = joint;
            }
        }
        // What the second verb reports.
        if before.content.first().is_some_and(|part| part.start < joint) {
            before.content.retain(|part| part.start < joint || !next.content.contains(part));
        }
    }
}

/// "thanked | the Chancellor for her message": a verb of speech that takes a phrase, with its subject
/// beside it, has what follows for its content where the fitted model found none.
pub fn of_plain_verb(units: &Units, reports: &mut [Report]) {
    let all = &units.units;
    for at in 0..reports.len() {
        let (now, later) = reports[at..].split_at_mut(1);
        let report = &mut now[0];
        let cue = &all[report.cue.clone()];
        let verb = cue.iter().rev().find(|unit| unit.tag.reports());
        let plain = verb.filter(|verb| is_speech(verb) && report.phrase == Classes::default());
        let classes = plain.map_or(report.phrase, |verb| verb.classes);
        if !report.content.is_empty() || classes == Classes::default() {
            continue;
        }
        let sentence = units.sentence_of(report.cue.start).clone();
        let mut end = clause_end(units, &sentence, report.cue.end);
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
            let beside = report.source.as_ref().is_some_and(|s| s.end == report.cue.start);
            // "undertook | to hold elections", "committed to | holding them"
            let to = classes.has(Class::TakesTo)
                && rest.first().is_some_and(|first| first.tag == Tag::To);
            if beside && to {
                let ing = rest.get(1).is_some_and(|verb| verb.tag.is_participle());
                report.cue.end += usize::from(ing);
            }
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
        if report.source.is_none() {
            let subject = (sentence.start..report.cue.start)
                .rev()
                .take_while(|at| is_name_like(units, *at))
                .last();
            report.source = subject
                .filter(|start| is_subject(all[*start].tag))
                .map(|start| start..report.cue.start);
        }
        if end > report.cue.end && !all[report.cue.end].tag.is_mark() {
            report.content = vec![report.cue.end..end];
        }
    }
}

/// "welcomed the visit, | the first in eleven years": what goes on to describe the last noun of a content
/// belongs to it, up to the end of the clause, where nobody else reports.
pub fn past_comma(units: &Units, reports: &mut [Report]) {
    let all = &units.units;
    for at in 0..reports.len() {
        let (now, later) = reports[at..].split_at_mut(1);
        let report = &mut now[0];
        let sentence = units.sentence_of(report.cue.start);
        let Some(last) = report.content.last_mut().filter(|last| last.start >= report.cue.end)
        else {
            continue;
        };
        let comma = last.end;
        if comma >= sentence.end || all[comma].tag != Tag::Comma {
            continue;
        }
        // "praised the crowd, who stayed, | and left"
        let clause = clause_end(units, sentence, comma);
        let and = |at: &UnitIx| all[*at].tag == Tag::Comma && all[at + 1].tag == Tag::Conjunction;
        let end = (comma + 1..clause - 1).find(and).unwrap_or(clause);
        let rest = &all[comma + 1..end];
        let other = later.iter().any(|next| next.cue.start < end && !next.content.is_empty())
            || rest.iter().any(|unit| unit.quoted == Quoted::Whole)
            || rest.array_windows().any(|[before, verb]| match verb.tag {
                // "and share", "a direct route"
                Tag::SpeechBase | Tag::ThoughtBase => matches!(before.tag, Tag::First | Tag::They),
                tag => tag.reports() && before.tag != Tag::Be,
            });
        let clause = matches!(all[last.start].tag, Tag::That | Tag::To);
        if !other && (describes(rest) || clause && lists(rest)) {
            last.end = end;
        }
    }
}

/// "which ...", "whose ...", "eleven of whom ...", "to be held in May", "the first in eleven years",
/// "Aisulu Temir, to prepare a plan".
fn describes(rest: &[Unit]) -> bool {
    let relative = |unit: &Unit| {
        unit.tag == Tag::Relative
            || unit.tag == Tag::PossessivePronoun && unit.classes.has(Class::Relative)
    };
    let comma = rest.iter().position(|unit| unit.tag == Tag::Comma);
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific | Tag::Upper);
    match rest {
        [first, ..] if relative(first) => true,
        [before, second, ..] if before.tag == Tag::Preposition => relative(second),
        [_, of, third, ..] if of.tag == Tag::Preposition && relative(third) => true,
        [to, be, ..] if to.tag == Tag::To => be.tag == Tag::Be,
        [first, ..] if first.tag == Tag::Determiner => comma.is_none() && !has_finite(rest),
        [first, ..] if name(first) => comma.is_some_and(|comma| {
            rest[..comma].iter().all(name)
                && rest.get(comma + 1).is_some_and(|to| to.tag == Tag::To)
        }),
        _ => false,
    }
}

/// "that both open the road, | raise the dam and share the cost": verbs of the same clause.
fn lists(rest: &[Unit]) -> bool {
    let verb = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::SpeechBase | Tag::ThoughtBase);
    let joined = rest.array_windows().any(|[and, next]| and.tag == Tag::Conjunction && verb(next));
    rest.first().is_some_and(verb) && joined && !has_finite(rest)
}

/// “A,” she said | several months after: once a quotation stands before its cue, only quotations
/// after the cue go on with it. „No“, said Holm: a quotation and a comma before the cue are content.
pub fn quoted_speech(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let whole = |at: UnitIx| all[at].quoted == Quoted::Whole;
    let cue = report.cue.clone();
    let finite = matches!(all[cue.start].tag, Tag::SpeechPast | Tag::SpeechPresent);
    let comma =
        cue.start.checked_sub(1).filter(|at| *at > sentence.start && all[*at].tag == Tag::Comma);
    let quotation = match comma {
        Some(comma) => comma - 1,
        None => cue.start.saturating_sub(1),
    };
    // "“Nine,” he says again": the quotation stands right before the subject.
    let before = report.source.as_ref().filter(|source| source.end == cue.start);
    let before = before.and_then(|source| source.start.checked_sub(1));
    if let Some(said) = before.filter(|at| finite && *at >= sentence.start && whole(*at))
        && !report.holds(said)
    {
        report.content = vec![said..said + 1];
        report.settle(BY_GRAMMAR);
    }
    let inverted =
        finite && quotation >= sentence.start && quotation < cue.start && whole(quotation);
    if inverted && !report.holds(quotation) {
        let name = (cue.end..sentence.end).take_while(|at| is_name_like(units, *at)).last();
        if let Some(last) = name.filter(|_| is_subject(all[cue.end].tag)) {
            report.source = Some(cue.end..last + 1);
            report.content = vec![quotation..quotation + 1];
            report.settle(BY_GRAMMAR);
        }
    }
    let Some(first) = report.content.first() else { return };
    if first.end <= cue.start && first.clone().all(whole) {
        report.content.retain_mut(|part| {
            if part.start >= cue.end {
                part.start =
                    part.clone().find(|at| all[*at].quoted != Quoted::Outside).unwrap_or(part.end);
            }
            part.start < part.end
        });
    }
}
