//! Where a content begins and ends.

use super::{
    BY_GRAMMAR, clause_end, clause_start, has_finite, is_relative, is_speech, is_subject, phrase,
    phrase_end, tells, trim, word,
};
use crate::lexicon::fixed::{AS, AT, CALL, FOR, HALF, OF, ON, PUT, PUTS, THIS, TWICE, UPON, WHAT};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Rule, Segments};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "expressed satisfaction at | the growth": what the lexicon has as one cue is one.
pub fn whole_phrase(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &mut Report) {
    // "emphasised | : so long as"
    let colon = report.cue.clone().skip(1).find(|at| units.units[*at].tag == Tag::Colon);
    report.cue.end = colon.unwrap_or(report.cue.end);
    let Some(verb) = report.cue.clone().find(|at| units.units[*at].tag.reports()) else { return };
    let end = phrase_end(units, segments, lexicon, verb);
    // "agreed | on the need": what the fitted model gave no content.
    if report.content.is_empty() && end > report.cue.end && end <= report.block.end {
        let found = lexicon.phrase(segments, units.units[verb].tokens.start);
        report.phrase = found.map_or(report.phrase, |(classes, _)| classes);
        report.cue.end = end;
        return;
    }
    // "called for | joint vigilance against", "urged | both sides", "urged | caution"
    let takes = |class| units.units[verb].classes.has(class);
    let object = units.units.get(end).is_some_and(|next| match next.tag {
        Tag::Word | Tag::S | Tag::SpeechBase => {
            takes(Class::TakesPhrase) && report.content.is_empty()
        }
        tag => is_subject(tag) && takes(Class::TakesAddressee),
    });
    let longer = (verb + 1 < end || object) && end < report.cue.end;
    // "requested | support for", "urged | both sides": a noun.
    let noun = |unit: &Unit| {
        !unit.tag.reports() || unit.tag == Tag::SpeechBase || unit.classes.has(Class::Noun)
    };
    if longer && units.units[end..report.cue.end].iter().all(noun) {
        match report.content.first_mut() {
            Some(first) if first.start == report.cue.end => {
                first.start = end;
                report.cue.end = end;
            }
            Some(_) => {}
            None => report.cue.end = end,
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
        } else if let Some(noun) = noun_before(units, segments, lexicon, verb, end..first.start) {
            report.cue.end = end;
            *first = noun;
        }
    }
}

/// "warned against | hasty steps | and suggested | that": what the cue's phrase takes, where the fitted
/// model has the content of the next cue.
fn noun_before(
    units: &Units,
    segments: &Segments,
    lexicon: &Lexicon,
    verb: UnitIx,
    gap: Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    let all = &units.units;
    let (classes, _) = lexicon.phrase(segments, all[verb].tokens.start)?;
    let reports = all.get(gap.clone())?.iter().any(|unit| unit.tag.reports());
    let ends = |at: &UnitIx| {
        let next = all.get(at + 1).map(|next| next.tag);
        all[*at].tag.is_mark()
            || all[*at].tag == Tag::Conjunction && next.is_some_and(|next| next.reports())
    };
    let end = gap.clone().find(ends).filter(|end| *end > gap.start)?;
    (classes.has(Class::TakesPhrase) && reports).then_some(gap.start..end)
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

/// What can stand inside the noun phrase of a person.
pub fn is_name_like(units: &Units, at: UnitIx) -> bool {
    let tag = units.units[at].tag;
    is_subject(tag)
        || matches!(tag, Tag::Possessive | Tag::S | Tag::Word)
            && units.units[at].quoted == Quoted::Outside
}

/// "They had, he insisted, come to him", "They had gone, he conceded; few had stayed": a report between commas
/// cuts its own content.
pub fn parenthesis(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let Some(source) = subject_between_commas(units, sentence, &report.cue) else { return };
    let end = circumstance_end(units, sentence, &report.cue);
    let around = source.start.min(report.cue.start)..source.end.max(end);
    let start = clause_start(units, sentence, around.start);
    let end = clause_end(units, sentence, around.end + 1);
    let before = start..around.start - 1;
    let after = around.end + 1..end;
    // Quotations are the fitted model's.
    let quoted =
        |range: &Range<UnitIx>| all[range.clone()].iter().any(|unit| unit.quoted == Quoted::Whole);
    // "Delay, she emphasises, is no neutral event: “A.”"
    let goes_on = |after: &Range<UnitIx>| {
        let first = after.clone().find(|at| all[*at].quoted == Quoted::Whole);
        first.is_none_or(|first| {
            all[first - 1].tag == Tag::Colon && has_finite(&all[after.start..first])
        })
    };
    if before.is_empty() || after.start >= after.end || quoted(&before) || !goes_on(&after) {
        return;
    }
    // "He was late, she said; the driver denied it": the second clause has a teller of its own.
    let other = |unit: &Unit| is_speech(unit) || unit.quoted != Quoted::Outside;
    if all[around.end].tag == Tag::Semicolon
        && (!has_finite(&all[before.clone()]) || all[after.clone()].iter().any(other))
    {
        return;
    }
    // "Praising his guests, he addressed the President, ...": a lead.
    if end > report.cue.end && all[before.start].tag.is_participle() {
        return;
    }
    // "the decision, which, she noted, would help": the main clause is not said.
    let relative = all[before.end - 1].tag == Tag::Relative;
    let after = trim(units, after);
    report.content = if relative { vec![after] } else { vec![before, after] };
    report.source = Some(source);
    report.settle(BY_GRAMMAR);
}

/// Where ends what stands behind the verb in ", she told parliament," and ", he said on Monday,".
fn circumstance_end(units: &Units, sentence: &Range<UnitIx>, cue: &Range<UnitIx>) -> UnitIx {
    let all = &units.units;
    // "the expert instructed by the Panel": a verb that tells somebody is told by nobody.
    let verb = &all[cue.end - 1];
    let told = tells(verb);
    let opens = |tag: Tag| match told {
        true => is_subject(tag) || tag == Tag::Word,
        false => tag == Tag::Preposition && !verb.classes.has(Class::TakesAddressee),
    };
    let ends = |at: &UnitIx| {
        let unit = &all[*at];
        let clause = matches!(unit.tag, Tag::That | Tag::Complementizer);
        let to = told && unit.tag == Tag::To;
        unit.tag.is_mark() || unit.tag.is_finite() || clause || to || is_relative(unit)
    };
    let first = all.get(cue.end).filter(|first| opens(first.tag));
    let end = (cue.end..sentence.end).take(LATE).find(ends);
    first.and(end).filter(|end| all[*end].tag == Tag::Comma).unwrap_or(cue.end)
}

/// The subject in ", he insisted," or ", said the minister,".
fn subject_between_commas(
    units: &Units,
    sentence: &Range<UnitIx>,
    cue: &Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    let all = &units.units;
    let comma = |at: UnitIx| sentence.contains(&at) && all[at].tag == Tag::Comma;
    let closes = |at: UnitIx| comma(at) || sentence.contains(&at) && all[at].tag == Tag::Semicolon;
    // "she pointed | out"
    let finite = |at: UnitIx| matches!(all[at].tag, Tag::SpeechPast | Tag::SpeechPresent);
    let verb = (finite(cue.end - 1) || finite(cue.start)) && all[cue.start].tag != Tag::To;
    if !verb {
        return None;
    }
    let before = (sentence.start..cue.start).rev().take(7).find(|at| !is_name_like(units, *at));
    if let Some(edge) = before.filter(|edge| {
        comma(*edge) && *edge + 1 < cue.start && closes(circumstance_end(units, sentence, cue))
    }) {
        return is_subject(all[edge + 1].tag).then_some(edge + 1..cue.start);
    }
    let after = (cue.end..sentence.end).take(7).find(|at| !is_name_like(units, *at))?;
    let inverted =
        cue.start > sentence.start && comma(cue.start - 1) && comma(after) && after > cue.end;
    // "This time, say growers,"
    let bare = all[cue.end].tag == Tag::Word && after == cue.end + 1;
    // "Mr Hall, assured the committee, of which she is a member, that"
    let told = tells(&all[cue.start]) && inverted && opens_clause(&all[after + 1..sentence.end]);
    (inverted && !told && (bare || is_subject(all[cue.end].tag))).then_some(cue.end..after)
}

/// "What the President has said is | that the reef is ours", "What she had said, he insisted, was | that"
pub fn cleft(units: &Units, segments: &Segments, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.clone();
    let start = clause_start(units, sentence, cue.start);
    let subject = start + 1..cue.start;
    let what = word(units, segments, start) == WHAT;
    if !what || subject.is_empty() || !is_subject(all[subject.start].tag) {
        return;
    }
    let said = |[be, that]: &[Unit; 2]| {
        let opens = that.tag == Tag::That || that.quoted == Quoted::Whole;
        be.tag == Tag::Be && opens
    };
    let end = clause_end(units, sentence, cue.end);
    let finite = |unit: &Unit| unit.tag.is_finite();
    if !all[subject.clone()].iter().any(finite)
        && let Some(be) = all[cue.end..end].array_windows().position(said)
    {
        report.source = Some(subject);
        report.content = vec![cue.end + be + 1..end];
        report.settle(BY_GRAMMAR);
    }
}

/// "The union puts | the gain at 1.5 percent", "organisers put | the number at twice that"
pub fn estimate(units: &Units, segments: &Segments, report: &mut Report) {
    let Some(content) = estimated(units, segments, report.cue.start) else { return };
    report.cue.end = content.start;
    report.phrase = Classes::of(&[Class::Speech, Class::TakesPhrase]);
    report.content = vec![content];
    report.cue_probability = report.cue_probability.max(BY_GRAMMAR);
}

/// What somebody puts at a number.
pub fn estimated(units: &Units, segments: &Segments, verb: UnitIx) -> Option<Range<UnitIx>> {
    if !matches!(word(units, segments, verb), PUT | PUTS) {
        return None;
    }
    let all = &units.units;
    let sentence = units.sentence_of(verb);
    // Not "put out an advisory at eight".
    let noun = [Tag::Determiner, Tag::PossessivePronoun, Tag::It];
    all.get(verb + 1).filter(|next| noun.contains(&next.tag))?;
    let ends = |at: &UnitIx| {
        all[*at].tag.is_mark() || all[*at].tag.is_finite() || all[*at].tag == Tag::Conjunction
    };
    let end = (verb + 1..sentence.end).find(ends).unwrap_or(sentence.end);
    let mut inside = verb + 2..end;
    inside.find(|at| word(units, segments, *at) == AT)?;
    let number = |at: UnitIx| {
        let twice = matches!(word(units, segments, at), TWICE | HALF);
        twice || all[at].tag == Tag::Number || all[at].classes.has(Class::Numeral)
    };
    inside.take(3).any(number).then_some(verb + 1..end)
}

/// "that ...", "who ...", "of which ..."
fn opens_clause(rest: &[Unit]) -> bool {
    let at = usize::from(rest.first().is_some_and(|first| first.tag == Tag::Preposition));
    rest.get(at).is_some_and(|unit| unit.tag == Tag::That && at == 0 || is_relative(unit))
}

/// "A decision is expected by May, | the ministry said on Friday.": a clause and a comma before the
/// subject of a cue that ends the sentence are its content, where the fitted model found none.
pub fn said_last(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = &report.cue;
    // "he points | out"
    let Some(verb) = all[cue.clone()].iter().rev().find(|unit| unit.tag.reports()) else { return };
    // "the authors state"
    let several = || {
        let before = cue.start.checked_sub(1).map(|at| &all[at]);
        verb.tag == Tag::SpeechBase && before.is_some_and(|noun| noun.classes.has(Class::Plural))
    };
    let finite = is_speech(verb) || several();
    // "the envoy told | the chamber", "the ministry announced | late on Sunday": no content yet, but
    // who was told, or when.
    let told = tells(verb);
    let thin = report.content.iter().all(|part| {
        let first = all[part.start].tag;
        let when = matches!(first, Tag::Preposition | Tag::Time | Tag::Adverb);
        // "Hale said | ; the mayor left"
        if first == Tag::Semicolon {
            return true;
        }
        // "agreed at a meeting | that ran past midnight"
        let ran = || all.get(part.start + 1).is_some_and(|verb| verb.tag.is_finite());
        if first == Tag::That && part.start > cue.end && ran() {
            return true;
        }
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
    // "told a lunch of lawmakers | he would rather resign"
    let tells_more = || {
        let rest = &all[cue.end..clause_end(units, sentence, cue.end)];
        has_finite(rest) || rest.iter().any(|unit| unit.quoted == Quoted::Whole)
    };
    if !finite || !thin || !ends && (!told || report.content.is_empty() && tells_more()) {
        return;
    }
    let comma = |at: UnitIx| at > sentence.start && all[at - 1].tag == Tag::Comma;
    let known = report.source.clone().filter(|source| source.end == cue.start);
    let near = || {
        let walk = (sentence.start..cue.start).rev().take(10);
        // "the Special Envoy for the Orrin Valley | warned"
        let inside = |at: &UnitIx| is_name_like(units, *at) || all[*at].tag == Tag::Preposition;
        walk.take_while(inside).last().map(|start| start..cue.start)
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
    let of = |at: UnitIx| word(units, segments, at) == OF;
    let capital = |at: UnitIx| all[at].shape.is_capitalised();
    let inside = |at: &UnitIx| is_name_like(units, *at) || of(*at) || capital(*at);
    let end = (cue.end..sentence.end).find(|at| !inside(at)).unwrap_or(sentence.end);
    let ends = |unit: &Unit| matches!(unit.tag, Tag::Stop | Tag::Preposition | Tag::Time);
    let subject = cue.end..end;
    if subject.is_empty() || !is_subject(all[cue.end].tag) || !all.get(end).is_none_or(ends) {
        return;
    }
    let clause = clause_start(units, sentence, cue.start)..cue.start - 1;
    if clause.is_empty() {
        return;
    }
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
pub fn as_said(units: &Units, segments: &Segments, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let start = clause_start(units, sentence, report.cue.start);
    let finite =
        matches!(all[report.cue.start].tag, Tag::SpeechPast | Tag::SpeechPresent | Tag::Have);
    if word(units, segments, start) != AS
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
    // "As my father, an old man, told us"
    let commas = all[start + 1..report.cue.start].iter().filter(|unit| unit.tag == Tag::Comma);
    let apposed = all[report.cue.start - 1].tag == Tag::Comma;
    let subject = commas.count() != 2 * usize::from(apposed);
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
    let word = |at: UnitIx| word(units, segments, at);
    let calls = report.cue.clone().any(|at| lexicon.lemma(word(at)) == CALL)
        && matches!(word(report.cue.end - 1), ON | UPON);
    let wish = |at: UnitIx| {
        let unit = &units.units[at];
        unit.tag == Tag::To || unit.quoted != Quoted::Outside || word(at) == FOR
    };
    calls && !report.content.iter().any(|part| part.clone().any(wish))
}

/// "It was announced late on Sunday | that a crane would come": neither "it" nor when is said.
pub fn impersonal(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.clone();
    let it = cue.start > sentence.start && all[cue.start - 1].tag == Tag::It;
    let late = || cue.end < sentence.end && all[cue.end].tag != Tag::That;
    if !it || all[cue.start].tag != Tag::Be || !late() {
        return;
    }
    let Some(that) = that_follows(units, sentence, cue.end) else { return };
    report.content = vec![that..clause_end(units, sentence, that)];
    // "It was reported by Radio Dorna that"
    report.source.take_if(|source| source.end <= cue.start);
    report.settle(BY_GRAMMAR);
}

/// A "that" within a few words, with no verb and no mark before it.
pub fn that_follows(units: &Units, sentence: &Range<UnitIx>, from: UnitIx) -> Option<UnitIx> {
    let tag = |at: &UnitIx| units.units[*at].tag;
    let ends = |at: &UnitIx| tag(at).is_mark() || tag(at).is_finite() || tag(at) == Tag::That;
    (from..sentence.end).take(LATE).find(ends).filter(|at| tag(at) == Tag::That)
}

/// So many words stand between a verb and its "that".
const LATE: usize = 6;

/// "made it clear, however, | that it was late", "denied, however, | having been told", "observed, in a
/// lighter vein, | that": the content begins behind the second comma.
pub fn however(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let end = report.cue.end;
    let comma = |at: &UnitIx| all[*at].tag == Tag::Comma;
    if end >= sentence.end || !comma(&end) {
        return;
    }
    let Some(second) = (end + 1..sentence.end).take(LONGEST_INSERTED).find(comma) else { return };
    let Some(next) = all.get(second + 1).filter(|_| second + 1 < sentence.end) else { return };
    let inserted = all[end + 1].tag;
    let adverb = matches!(inserted, Tag::Adverb | Tag::Conjunction | Tag::Complementizer | Tag::Ly);
    let manner = adverb && second == end + 2
        || inserted == Tag::Preposition && !has_finite(&all[end..second]);
    let said = matches!(next.tag, Tag::That | Tag::To | Tag::Complementizer)
        || (next.tag.is_participle() || next.tag == Tag::Have)
            && all[end - 1].classes.has(Class::TakesPhrase);
    let open = report.content.iter().all(|part| (end..=second + 1).contains(&part.start));
    if manner && said && open {
        report.content = vec![second + 1..clause_end(units, sentence, second + 1)];
        report.cue_probability = report.cue_probability.max(BY_GRAMMAR);
    }
}

/// In "maintained, in an interview in her darkened office, that" nothing is longer.
const LONGEST_INSERTED: usize = 10;

/// "She did confirm | that he had asked": what stands behind "that", where the fitted model found nothing or
/// the clause of another verb.
pub fn that_clause(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.clone();
    let next = |at: UnitIx| all.get(at).filter(|_| at < sentence.end).map(|next| next.tag);
    // "reports today | that"
    let late = matches!(next(cue.end), Some(Tag::Time | Tag::Adverb))
        && next(cue.end + 1) == Some(Tag::That);
    let from = cue.end + usize::from(late);
    let next = next(from);
    let verb = &all[cue.end - 1];
    let speaks = |class| is_speech(verb) && verb.classes.has(class);
    let to = next == Some(Tag::To) && speaks(Class::TakesTo);
    let that = next == Some(Tag::That) && report.is_firm();
    // "acknowledges | that a letter came | but maintained that it was late": not what another verb tells.
    if let Some(first) = report.content.first().filter(|_| that && is_speech(verb)) {
        let joint = |at: &UnitIx| all[*at].tag == Tag::Conjunction && is_speech(&all[at + 1]);
        let joint = (cue.end..first.start.max(cue.end)).find(joint);
        if let Some(joint) = joint.filter(|_| all[first.start].tag == Tag::That) {
            report.content = vec![cue.end..joint];
        }
        return;
    }
    // "raised the delays and asked | when it would start"
    let asks = next == Some(Tag::Complementizer) && speaks(Class::TakesAddressee);
    if !(that || to || asks) || !report.content.is_empty() {
        return;
    }
    let walk = (sentence.start..cue.start).rev();
    let near = walk.take_while(|at| is_name_like(units, *at)).last();
    let subject = near.filter(|start| is_subject(all[*start].tag)).map(|start| start..cue.start);
    report.source = report.source.take().or(subject);
    let clause = from..clause_end(units, sentence, from);
    // "We support that call", "those who say that water is free"
    let whose = report.source.as_ref().map(|source| &all[source.start]);
    let whole = to || has_finite(&all[clause.clone()]);
    // "welcomed it and undertook | to promote it"
    let joint = cue.start > sentence.start && all[cue.start - 1].tag == Tag::Conjunction;
    if whose.map_or(joint, |first| !is_relative(first)) && whole {
        report.content = vec![clause];
        report.settle(BY_GRAMMAR);
    }
}

/// "condemned the attack | in the strongest terms", "denied this | on Wednesday": how and when is no part of
/// a noun phrase, before it or after.
pub fn circumstance(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &mut Report) {
    let all = &units.units;
    let manner = |at: UnitIx| {
        let (classes, length) = lexicon.phrase(segments, all[at].tokens.start)?;
        classes.has(Class::Adverb).then_some(at + length as usize)
    };
    let after = |part: &&mut Range<UnitIx>| (report.cue.end..part.end).contains(&part.start);
    let Some(part) = report.content.last_mut().filter(after) else { return };
    // "condemned in | the strongest terms | the attack"
    let last = report.cue.end.saturating_sub(1);
    if report.cue.len() > 1
        && part.start == report.cue.end
        && let Some(end) = manner(last).filter(|end| *end < part.end)
    {
        (report.cue.end, part.start) = (last, end);
    }
    if let Some(end) = manner(part.start).filter(|end| *end < part.end) {
        part.start = end;
    }
    let clause = matches!(all[part.start].tag, Tag::That | Tag::To | Tag::Complementizer);
    let mut inside = part.start + 1..part.end;
    if let Some(at) = inside.find(|at| !clause && manner(*at) == Some(part.end)) {
        part.end = at;
    }
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && !unit.tag.is_finite();
    // "thanked them for their patience | and walked out"
    let leaves = |at: &UnitIx| {
        let [and, verb, next] = &all[*at..*at + 3] else { return false };
        let past = matches!(verb.tag, Tag::Ed | Tag::SpeechPast | Tag::ThoughtPast);
        let noun = matches!(next.tag, Tag::Word | Tag::S | Tag::Name | Tag::Upper);
        // "those hurt and killed by the storm"
        let pair = all[*at - 1].tag.is_finite();
        and.tag == Tag::Conjunction && past && !noun && !pair
    };
    let joint = (part.start + 1..part.end.saturating_sub(2)).find(leaves);
    // "agreed to meet in May | and witnessed the signing"
    let open = !clause || all[part.start].tag == Tag::To;
    if let Some(joint) = joint.filter(|at| open && all[part.start..*at].iter().all(plain)) {
        part.end = joint;
    }
    // "confirmed | this | in a statement"
    if let [_, with, ..] = &all[part.clone()]
        && word(units, segments, part.start) == THIS
        && with.tag == Tag::Preposition
        && report.rule == Rule::Report
        && all[part.clone()].iter().take_while(|unit| unit.tag != Tag::Comma).all(plain)
    {
        part.end = part.start + 1;
    }
    if let [first @ .., on, day] = &all[part.clone()]
        && !clause
        && (on.tag, day.tag) == (Tag::Preposition, Tag::Time)
        && !first.is_empty()
        && first.iter().all(plain)
    {
        part.end -= 2;
    }
}
