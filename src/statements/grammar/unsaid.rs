//! What looks like a report and tells nothing that was said: "She called him last night".

use super::adverbials::adverb;
use super::word;
use crate::lexicon::fixed::{
    ALL, AS, BY, CALL, CALLED, DISMISS, FIND, FOR, LET, NAMED, ON, ORDER, POST, PRESENT, READ, SO,
    UPON, WHAT, WITH,
};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Rule, Segments, Shape, WordId};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Whether the report is none.
pub fn is_unsaid(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let unsaid = [is_visit, is_rung, is_done, reads_or_finds];
    unsaid.iter().any(|rule| rule(units, segments, lexicon, report))
        || says_nothing(units, segments, report)
}

/// "She read the letter", "The bank found two errors", "The firm posted a loss": whatever reads, reads in quotation
/// marks or after a colon, and what is found or posted as well, or is a clause.
fn reads_or_finds(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let verb = report.cue.clone().last().map(|verb| lexicon.lemma(word(units, segments, verb)));
    let mut words = report.content.iter().flat_map(|part| &units.units[part.clone()]);
    let clause = |unit: &Unit| unit.tag == Tag::That || unit.tag.is_finite();
    report.rule != Rule::Colon
        && match verb {
            Some(READ) => words.all(|unit| unit.quoted == Quoted::Outside),
            Some(FIND | POST) => words.all(|unit| unit.quoted == Quoted::Outside && !clause(unit)),
            _ => false,
        }
}

/// "He dismissed his deputy", "She presented the nurses with a medal": done to somebody; but "dismissed him as
/// a clown".
fn is_done(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let word = |at: UnitIx| word(units, segments, at);
    let verb = report.cue.clone().last().map(|verb| lexicon.lemma(word(verb)));
    let Some(content) = report.content.first().filter(|part| part.start == report.cue.end) else {
        return false;
    };
    let is = |preposition: WordId| content.clone().find(|at| word(*at) == preposition);
    let end = match verb {
        Some(DISMISS) if is(AS).is_none() => content.end,
        Some(PRESENT) => is(WITH).unwrap_or(content.start),
        _ => return false,
    };
    // "each of | the nurses", but "the claims | of the minister", "the minister | 's claims"
    let whom = &units.units[content.start..end];
    let whom = match whom {
        [_, of, rest @ ..] if of.tag == Tag::Preposition => rest,
        whom => whom,
    };
    let outer = |unit: &Unit| matches!(unit.tag, Tag::Preposition | Tag::Possessive);
    let ends = |unit: &Unit| outer(unit) || unit.tag.is_mark() || unit.tag == Tag::That;
    let mark = whom.iter().position(ends);
    let owned = mark.is_some_and(|at| whom[at].tag == Tag::Possessive);
    let somebody = |unit: &Unit| {
        matches!(unit.tag, Tag::Office | Tag::Person | Tag::Honorific | Tag::He | Tag::They)
    };
    !owned && whom[..mark.unwrap_or(whom.len())].iter().any(somebody)
}

/// "He called on the Prime Minister": a visit, where no "to" or "for" says what was called for.
fn is_visit(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let word = |at: UnitIx| word(units, segments, at);
    let calls = report.cue.clone().any(|at| lexicon.lemma(word(at)) == CALL)
        && matches!(word(report.cue.end - 1), ON | UPON);
    let wish = |at: UnitIx| {
        let unit = &units.units[at];
        unit.tag == Tag::To || unit.quoted != Quoted::Outside || word(at) == FOR
    };
    calls && !report.content.iter().any(|part| part.clone().any(wish))
}

/// "She called him last night", "The People call Officer Reyes", "The chair called the meeting to order": who is only
/// called is called nothing.
fn is_rung(units: &Units, segments: &Segments, lexicon: &Lexicon, report: &Report) -> bool {
    let all = &units.units;
    let ([whom], Some(verb)) = (&report.content[..], report.cue.clone().last()) else {
        return false;
    };
    let call = lexicon.lemma(word(units, segments, verb)) == CALL;
    if !call
        || whom.is_empty()
        || whom.start != verb + 1
        || all[whom.clone()].iter().any(|u| u.shape == Shape::Quote)
    {
        return false;
    }
    let last = whom.end - 1;
    let order = word(units, segments, last) == ORDER && all[last - 1].tag == Tag::To;
    let name = |at: &UnitIx| {
        let unit = &all[*at];
        matches!(unit.tag, Tag::Honorific | Tag::Name | Tag::Upper | Tag::Office)
            && unit.shape.is_capitalised()
    };
    let pronoun = usize::from(all[whom.start].classes.has_any(WHOM));
    let end = match pronoun {
        0 => whom.start + whom.clone().take_while(name).count(),
        length => whom.start + length,
    };
    let next = all.get(end).filter(|_| end < whom.end);
    let when = |next: &Unit| {
        let plain =
            matches!(next.tag, Tag::Time | Tag::Preposition | Tag::Conjunction | Tag::Adverb);
        plain || next.tag.is_mark() || adverb(units, segments, lexicon, end).is_some()
    };
    order || end > whom.start && next.is_none_or(when)
}

/// "him", "her"
const WHOM: Classes = Classes::of(&[Class::Pronoun, Class::PossessivePronoun]);

/// What stands there is not what was said.
fn says_nothing(units: &Units, segments: &Segments, report: &Report) -> bool {
    let part = report.content.first().filter(|part| !part.is_empty() && !report.cue.is_empty());
    let Some(part) = part else { return false };
    let word = |at: UnitIx| word(units, segments, at);
    let behind = part.start == report.cue.end;
    let result =
        units.units[part.start].tag == Tag::That && report.cue.clone().any(|at| word(at) == SO);
    let source = report.source.as_ref();
    // "Let | me thank her"
    let own = source.is_some_and(|source| word(source.start) == LET);
    // "clarified what | she said", "That is all | he said"
    let which = source
        .is_some_and(|source| part.end == source.start && matches!(word(part.end - 1), WHAT | ALL));
    // "screamed so loudly | that she woke"
    result
        || own
        || which
        || behind
            && (is_done_by(units, report, part, word(part.start))
                || is_named_so(units, report, word(report.cue.end - 1))
                || is_thing_aside(units, report, part))
}

/// "was questioned | by the police"; but "which the firm explains | by a strike" tells how.
fn is_done_by(units: &Units, report: &Report, part: &Range<UnitIx>, first: WordId) -> bool {
    let all = &units.units;
    let told = all[report.cue.end - 1].tag == Tag::SpeechPast;
    told && first == BY && all[part.clone()].iter().all(tells_nothing)
}

/// "another, | named Betty,"
fn is_named_so(units: &Units, report: &Report, verb: WordId) -> bool {
    let cue = &units.units[report.cue.clone()];
    report.source.is_none()
        && cue.iter().all(|unit| unit.tag != Tag::Be)
        && matches!(verb, CALLED | NAMED)
}

/// "The find, | reported | today in a journal, is new": a thing reports nothing.
fn is_thing_aside(units: &Units, report: &Report, part: &Range<UnitIx>) -> bool {
    let all = &units.units;
    let Some(source) = report.source.clone() else { return false };
    let somebody = |at: UnitIx| {
        let named = all[at].shape.is_capitalised() && at > source.start;
        named || matches!(all[at].tag, Tag::Office | Tag::Person | Tag::Body)
    };
    let comma = |at: UnitIx| all.get(at).is_some_and(|unit| unit.tag == Tag::Comma);
    source.end == report.cue.start
        && comma(source.end - 1)
        && comma(part.end)
        && all[source.start].tag == Tag::Determiner
        && report.cue.len() == 1
        && all[part.clone()].iter().all(tells_nothing)
        && !source.clone().any(somebody)
}

/// No clause and no quotation.
fn tells_nothing(unit: &Unit) -> bool {
    unit.quoted == Quoted::Outside
        && unit.tag != Tag::That
        && !unit.tag.is_finite()
        && !unit.tag.is_participle()
}
