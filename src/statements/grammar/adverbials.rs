//! When, where and how: what stands beside a report and is no part of its spans.
//!
//! ```text
//! Last week | Ana Ruiz said        After the meeting | the mayor said
//! said on Monday in a statement | the pier would open
//! ```

use super::BY_GRAMMAR;
use super::contents::LONGEST_INSERTED;
use super::syntax::{
    clause_end, clause_start, has_finite, is_at_least, is_number, is_relative, is_several,
    is_speech, is_subject, joins_clause, may_describe, tells,
};
use crate::lexicon::fixed::{
    A, AFTER, AN, AT, BEFORE, BRIEF, BY, DURING, FOR, IN, NO, OF, ON, OUTSIDE, SAY, THAN, THROUGH,
    TOO, VIA,
};
use crate::lexicon::{Class, Classes};
use crate::model::WordId;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "Ironically | the minister said", "Last week | Ana Ruiz said", "After the meeting | Ana Ruiz
/// said": what says when, where or how at the start of a clause is no part of its subject.
pub fn before_subject(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let Some(source) = report.source.as_mut().filter(|source| source.end <= cue) else { return };
    let start = clause_start(units, sentence, source.start);
    let start = start + usize::from(units[start].tag == Tag::Conjunction && start < source.start);
    let lead = units.get(start..source.start).unwrap_or_default();
    let placed = lead.first().is_some_and(|first| first.tag == Tag::Preposition)
        && lead.len() <= LONGEST_INSERTED
        && !lead.iter().any(|unit| unit.tag.is_mark() || unit.tag.is_finite());
    if !placed && !lead.is_empty() {
        return;
    }
    // "| Outside court Sergeant Ruiz said"
    let inside = lead.is_empty()
        && source.len() > 1
        && units[source.start].tag == Tag::Preposition
        && !units[source.start + 1..source.end]
            .iter()
            .any(|unit| unit.classes.has(Class::OfficeModifier));
    let placed = placed || inside;
    let placed_noun = lead.len() > 1;
    let when = adverb(units, source.start);
    let ends = |at: &UnitIx| units[*at].tag.is_mark() || is_relative(&units[*at]);
    let begins = |at: &UnitIx| {
        let (before, next) = (&units[*at - 1], &units[*at]);
        let plain = matches!(
            before.tag,
            Tag::Word | Tag::S | Tag::Ed | Tag::Ing | Tag::Time | Tag::NounCue | Tag::Adverb
        );
        let only = *at == source.start + 1;
        match next.tag {
            Tag::Preposition | Tag::Possessive => false,
            // "Nearly eight in ten said"
            tag if only && before.tag.is_adverb() => {
                is_subject(tag)
                    && tag != Tag::Number
                    && !next.classes.has(Class::Numeral)
                    // "First Minister"
                    && units.phrase(*at - 1).is_none()
            }
            _ if when == Some(*at) || is_later(&units[source.start..*at]) => true,
            // "After talks with Tom Hale | the minister said"
            Tag::Determiner | Tag::PossessivePronoun => match plain || before.tag == Tag::Name {
                noun if only => noun && before.tag != Tag::Ing,
                noun => placed && noun,
            },
            Tag::He | Tag::They | Tag::It => placed && plain,
            // "After the meeting | Ruiz said", "After former Governor Ruiz said"
            tag => {
                let noun = (plain || inside && before.tag == Tag::Body)
                    && !before.shape.is_capitalised()
                    && (!only || placed_noun);
                placed && noun && next.shape.is_capitalised() && is_subject(tag)
            }
        }
    };
    let mut walk = (source.start + 1..source.end).take_while(|at| !ends(at));
    if let Some(begin) = walk.find(begins) {
        source.start = begin;
    }
}

/// "The mayor | at first | said", "Ana Ruiz last week | told the council": nor is what stands right
/// before the verb.
pub fn before_cue(units: &Units, report: &mut Report) {
    // "The minister, Ana Ruiz, | this morning | welcomed"
    let sentence = units.sentence_of(report.cue.start);
    let cue = &mut report.cue;
    let date = |on: UnitIx, end: UnitIx| is_dated(units, on..end).then_some(end);
    if let Some(source) = report.source.as_mut().filter(|source| source.end == cue.start) {
        // "Ana Ruiz | on May 2, 2018 | said"
        let on = (sentence.start..source.start).rfind(|at| units[*at].tag == Tag::Preposition);
        let on = on.filter(|on| date(*on, source.end).is_some());
        let when = on.or((adverb(units, source.start) == Some(source.end)).then_some(source.start));
        let subject = sentence.start..when.unwrap_or(sentence.start);
        let named = |last: &Unit| on.is_some() || matches!(last.tag, Tag::Comma | Tag::Name);
        let words = &units[subject.clone()];
        if words.first().is_some_and(|first| is_subject(first.tag))
            && words.last().is_some_and(named)
            && !has_finite(words)
        {
            *source = subject;
            return;
        }
    }
    let Some(source) = report.source.as_mut().filter(|source| source.end <= cue.start) else {
        return;
    };
    // "the largest union | Sunday night | announced", but "Sheffield Wednesday"
    let day = |at: UnitIx| {
        let noun = !units[at - 1].shape.is_capitalised() && !units[at - 1].tag.is_determiner();
        let day = noun && units[at].classes.has(Class::Weekday) && source.end - at <= 2;
        day.then_some(source.end)
    };
    let when = |at: UnitIx| adverb(units, at).or_else(|| date(at, source.end)).or_else(|| day(at));
    if let Some(begin) = said_in(units, source) {
        source.end = begin - usize::from(units[begin - 1].tag == Tag::Comma);
        return;
    }
    let mut phrases = (source.start + 1..source.end).filter_map(|at| Some((at, when(at)?)));
    // "at | first said", "at first | said"
    let right_before = |end: UnitIx| {
        // "Ana Ruiz last week | rang the mayor and told him": before the first verb.
        let first = end == source.end && units[end].tag.is_finite();
        first || source.end <= end && (end == cue.start || source.end == cue.start && end < cue.end)
    };
    let Some((begin, end)) = phrases.find(|(_, end)| right_before(*end)) else { return };
    // "who worked there until last year"
    let noun = |unit: &Unit| !unit.tag.is_finite() && !is_relative(unit);
    let plain = units[source.start..begin].iter().all(noun);
    if plain && units[begin - 1].tag != Tag::Preposition {
        source.end = begin;
        cue.start = end.max(cue.start);
    }
}

/// In "in a joint press release" so many words stand up to the noun.
const MOST_BEFORE_PAPER: usize = 3;

/// In "The union in a statement on Monday | said", "The mayor at a meeting with Ruiz | said": where
/// the paper or the occasion begins.
fn said_in(units: &Units, source: &Range<UnitIx>) -> Option<UnitIx> {
    const WHERE: Classes = Classes::of(&[Class::Paper, Class::Occasion]);
    let noun = |unit: &Unit| unit.classes.has_any(WHERE) || unit.classes.is_interview();
    let apart = |unit: &Unit| unit.tag.is_mark() || unit.tag.is_finite();
    (source.start + 1..source.end).find(|at| match &units[*at..source.end] {
        [r#in, a, words @ ..] => {
            matches!(r#in.word, IN | AT | DURING)
                && matches!(a.word, A | AN)
                && words.iter().take(MOST_BEFORE_PAPER).any(noun)
                && !words.iter().any(apart)
                // "People surveyed in a poll"
                && !may_describe(&units[at - 1])
        }
        _ => false,
    })
}

/// "Two days later"
fn is_later(words: &[Unit]) -> bool {
    matches!(words, [_, .., count, later]
        if later.tag == Tag::Adverb && matches!(count.tag, Tag::S | Tag::Word))
}

/// "said on Monday | the pier would open", "agreed on Monday | to open it": a clause without "that"
/// begins behind what says when, where or how.
pub fn before_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let finite = |at: &UnitIx| matches!(units[*at].tag, Tag::SpeechPast | Tag::SpeechPresent);
    let Some(verb) = report.cue.clone().find(finite) else { return };
    let takes_to = units[verb].classes.has(Class::TakesTo);
    // "briefed the council on the talks he had held"
    if !takes_to && !takes_clause(&units[verb]) || units.lemma(verb) == BRIEF {
        return;
    }
    let helps =
        |unit: &Unit| matches!(unit.tag, Tag::Have | Tag::Auxiliary | Tag::Adverb | Tag::Ly);
    // "agreed on terms", but "agreed on Monday", "wrote in a letter to parents"
    let paper = |unit: &Unit| unit.classes.has(Class::Paper);
    let written = units.get(verb + 2..verb + 5).is_some_and(|words| words.iter().any(paper));
    let dated = is_date(units.get(verb + 2)) || written && units[verb + 1].word == IN;
    let phrase = units.phrase(verb).is_some() && !dated;
    // "bristled at the idea"
    let governs = report.cue.end > verb + 1
        && units[verb].classes.has(Class::TakesPhrase)
        && !report.content.is_empty()
        && !dated
        && adverb(units, verb + 1).is_none();
    if phrase || governs || !units[report.cue.start..verb].iter().all(helps) {
        return;
    }
    // "The union | in a statement on Monday | said"
    let subject = report.source.as_ref().is_some_and(|source| {
        let between = units.get(source.end..report.cue.start);
        between.is_some_and(|b| !has_finite(b) && !b.iter().any(|unit| unit.tag.is_mark()))
    });
    let told = report.addressee.as_ref().filter(|told| told.start == verb + 1);
    let told = told.filter(|_| tells(&units[verb]));
    let from = told.map_or(verb + 1, |told| told.end);
    let end = clause_end(units, sentence, from);
    let start = clause_behind(units, from..end);
    // Where the fitted model has that clause, it has what belongs to the cue too: "said in a
    // statement | that".
    let found = |start: UnitIx| report.content.first().is_some_and(|part| part.start >= start);
    let fits = |start: &UnitIx| match units[*start].tag {
        Tag::To => takes_to,
        Tag::That | Tag::Complementizer => !found(*start),
        _ => !takes_to,
    };
    let Some(start) = start.filter(fits) else { return };
    // What the fitted model has found begins there, or among what says when.
    let end = match &report.content[..] {
        [] => end,
        [only] if (verb + 1..start + 3).contains(&only.start) => only.end.max(start + 1),
        _ => return,
    };
    if subject && report.cue.end <= start {
        report.cue.end = report.cue.end.min(from);
        report.tells(start..end);
        report.settle(BY_GRAMMAR);
    }
}

/// "called on Monday for | talks": a day stands inside the cue.
pub fn inside_cue(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let after = |part: &&mut Range<UnitIx>| cue.len() == 2 && part.start == cue.end;
    let Some(part) = report.content.first_mut().filter(after) else { return };
    let on = cue.end - 1;
    let dated = units[on].word == ON && is_date(units.get(cue.end));
    let Some(governs) = adverbial(units, on..part.end).filter(|at| dated && *at + 1 < part.end)
    else {
        return;
    };
    if units.lexicon.phrase_of(&[units[cue.start].word, units[governs].word]).is_some() {
        report.cue_opens = Some(cue.start..on);
        report.cue = governs..governs + 1;
        part.start = governs + 1;
    }
}

/// What tells when, where and in what it was said.
pub fn is_where(word: WordId) -> bool {
    const PLACES: [WordId; 10] = [ON, IN, AT, BY, DURING, AFTER, BEFORE, THROUGH, OUTSIDE, VIA];
    PLACES.contains(&word)
}

/// Where the clause begins in "on Monday in a statement the pier would open".
fn clause_behind(units: &Units, range: Range<UnitIx>) -> Option<UnitIx> {
    let words = units.get(range.clone())?;
    // "said about half of them had gone"; what a colon opens is of no such clause.
    let first = words.first()?;
    let governed = first.tag == Tag::Preposition && !is_where(first.word);
    // "said for years | that"
    let governed = governed && adverb(units, range.start).is_none();
    if governed || words.iter().any(|unit| unit.tag == Tag::Colon) {
        return None;
    }
    let mut start = range.start;
    while let Some(end) = adverbial(units, start..range.end) {
        start = end;
    }
    if start == range.start {
        return None;
    }
    // "said during the visit, | the bridge would stay"
    let noun = |at: UnitIx| {
        units.get(at).is_some_and(|noun| is_subject(noun.tag)) || opens_described(&units[at..])
    };
    let comma = start < range.end && units[start].tag == Tag::Comma && noun(start + 1);
    start += usize::from(comma && units.lemma(range.start - 1) == SAY);
    let rest = units.get(start..range.end)?;
    let next = rest.first().filter(|next| next.quoted == Quoted::Outside)?;
    // "asked him at breakfast | whether kings had homework"
    if matches!(next.tag, Tag::That | Tag::Complementizer) {
        return Some(start);
    }
    // "agreed late on Friday | to give the talks ten days"
    if next.tag == Tag::To {
        let base = [Tag::Word, Tag::SpeechBase, Tag::ThoughtBase, Tag::Be, Tag::Have];
        let verb = rest.get(1).filter(|verb| !verb.classes.has(Class::Numeral));
        let verb = verb.is_some_and(|verb| base.contains(&verb.tag));
        // "asked on Monday for permission | to go"
        let noun = range.clone().take_while(|at| *at < start);
        let noun = noun.map(|at| units[at].word).any(|word| word == FOR);
        return (verb && !noun).then_some(start);
    }
    // "says too | much is made of it"
    let plain = matches!(next.tag, Tag::S | Tag::Word) && !next.classes.has(Class::Numeral);
    let bare = plain && units[start - 1].tag == Tag::Adverb;
    let noun = is_subject(next.tag)
        || matches!(next.tag, Tag::It | Tag::S | Tag::Word | Tag::Negation)
        || next.classes.has(Class::Numeral)
        || opens_there(rest)
        || opens_described(rest)
        || is_about(rest);
    // A verb of its own, before another clause: "the arrest of a man who was seen" is none.
    // "more than half of them had left"
    let more = rest.len() > 2 && units[start + 1].word == THAN;
    let verb = rest.iter().skip(1 + usize::from(more)).find(|unit| {
        let opens = joins_clause(unit) || unit.tag == Tag::To;
        unit.tag.is_finite() || opens || unit.tag.is_mark()
    });
    (noun && !bare && !is_relative(next) && verb?.tag.is_finite()).then_some(start)
}

/// Where one of "on Monday", "4 May", "in a statement", "last week", "again" ends.
pub fn adverbial(units: &Units, range: Range<UnitIx>) -> Option<UnitIx> {
    let rest = units.get(range.clone())?;
    let first = rest.first()?;
    if let Some(end) = adverb(units, range.start) {
        return Some(end).filter(|end| *end <= range.end);
    }
    let day = |at: usize| is_date(rest.get(at));
    let number = |at: usize| rest.get(at).is_some_and(|unit| unit.tag == Tag::Number);
    let date = |at: usize| match () {
        () if number(at) && day(at + 1) => 2 + usize::from(number(at + 2)),
        () if day(at) => 1 + usize::from(number(at + 1)),
        () => 0,
    };
    let length = match first.tag {
        _ if opens_there(rest) || is_about(rest) || is_too_many(rest) => 0,
        Tag::Adverb | Tag::Ly => 1,
        _ if date(0) > 0 => date(0),
        Tag::Preposition if date(1) > 0 => 1 + date(1),
        Tag::Preposition if is_at_least(rest) => return None,
        // "in 2019 | prices rose"
        Tag::Preposition if first.word == IN && is_year(units, range.start + 1) => 2,
        Tag::Preposition => 1 + noun_phrase(&rest[1..])?,
        // "a visit | to Lorne", "a letter | to parents", but "agreed | to a truce to save lives"
        Tag::To if rest.get(1).is_some_and(|place| is_noun(place, &units[range.start - 1])) => {
            1 + noun_phrase(&rest[1..])?
        }
        _ => 0,
    };
    (length > 0).then_some(range.start + length)
}

/// "to Lorne", "a letter to the board", "to parents": no infinitive.
fn is_noun(first: &Unit, before: &Unit) -> bool {
    match first.tag {
        Tag::Name => true,
        Tag::Determiner | Tag::PossessivePronoun => !before.tag.is_finite(),
        Tag::Person | Tag::Body | Tag::S => first.classes.has(Class::Plural),
        _ => false,
    }
}

/// "there were no plans": a subject, not where.
pub fn opens_there(words: &[Unit]) -> bool {
    let is = |verb: &Unit| verb.tag.helps();
    matches!(words, [there, verb, ..] if there.tag == Tag::Adverb && is(verb))
}

/// "armed men": a subject
fn opens_described(words: &[Unit]) -> bool {
    matches!(words, [armed, men, ..]
        if armed.tag == Tag::Ed && is_several(men))
}

/// "crew members were", "no trains were": a subject without article
pub fn opens_compound(words: &[Unit]) -> bool {
    matches!(words, [crew, members, were, ..] if (crew.tag == Tag::Word || crew.word == NO)
        && is_several(members)
        && were.tag.is_finite())
}

/// "2019"
fn is_year(units: &Units, at: UnitIx) -> bool {
    let year = || units.written(at);
    let number = units.get(at).is_some_and(|year| year.tag == Tag::Number);
    number && year().len() == 4 && (year().starts_with("19") || year().starts_with("20"))
}

/// "about 40 people": a number that begins a subject.
fn is_about(words: &[Unit]) -> bool {
    matches!(words, [about, number, noun, ..]
        if about.classes.has(Class::Adverb) && is_number(number) && !is_date(Some(noun)))
}

/// Where a phrase of the lexicon ends that says when or how: "last week", "in the strongest terms".
pub fn adverb(units: &Units, at: UnitIx) -> Option<UnitIx> {
    let (classes, end) = units.phrase(at)?;
    // "said | that night trains lose money", "that summer was dry": a clause.
    let goes_on = |next: &Unit| {
        matches!(next.tag, Tag::Word | Tag::S | Tag::ThoughtBase | Tag::NounCue) || next.tag.helps()
    };
    // "that winter | “signs no truces”"
    let mark = units.get(end).is_some_and(|mark| mark.tag == Tag::QuoteMark);
    let next = units.get(end + usize::from(mark));
    // "this year | 's fair"
    let clause = units[at].tag == Tag::That && next.is_some_and(goes_on)
        || next.is_some_and(|next| next.tag == Tag::Possessive) && !units[end - 1].tag.is_pronoun();
    (classes.has(Class::Adverb) && !clause).then_some(end)
}

/// "on Monday", "on 4 May", "on May 4, 2018"
pub fn is_dated(units: &Units, range: Range<UnitIx>) -> bool {
    let [on, words @ ..] = &units[range] else { return false };
    let when = |unit: &Unit| matches!(unit.tag, Tag::Number | Tag::Comma) || is_date(Some(unit));
    let ended = words.last().is_some_and(|last| last.tag != Tag::Comma);
    let dated = ended && words.iter().any(|unit| is_date(Some(unit))) && words.iter().all(when);
    on.tag == Tag::Preposition && on.word != OF && dated
}

/// "said | too many were poor"
fn is_too_many(rest: &[Unit]) -> bool {
    matches!(rest, [too, many, ..]
        if too.word == TOO && matches!(many.tag, Tag::Word | Tag::Determiner))
}

/// A month or a day of the week.
pub fn is_date(unit: Option<&Unit>) -> bool {
    const DATE: Classes = Classes::of(&[Class::Month, Class::Weekday]);
    unit.is_some_and(|unit| unit.shape.is_capitalised() && unit.classes.has_any(DATE))
}

/// "said", "told", "announced": not "thanked", "urged", "promised".
pub(super) fn takes_clause(verb: &Unit) -> bool {
    let other = verb.classes.has(Class::TakesTo) || verb.classes.has(Class::TakesAddressee);
    is_speech(verb) && (tells(verb) || !other)
}

/// How long the noun phrase is that begins there and another one follows: "a statement | the pier".
fn noun_phrase(rest: &[Unit]) -> Option<usize> {
    let determined = rest.first().is_some_and(|first| first.tag.is_determiner());
    let noun = |unit: &Unit| {
        let plain = matches!(unit.tag, Tag::Word | Tag::S | Tag::NounCue)
            || determined && matches!(unit.tag, Tag::Ed | Tag::Ing | Tag::Ly);
        plain
            || matches!(unit.tag, Tag::Office | Tag::Body | Tag::Person)
                && !unit.shape.is_capitalised()
    };
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Upper);
    let from = usize::from(determined);
    let named = rest.get(from).is_some_and(name);
    // "his Truth Social platform"
    let names = rest[from..].iter().take_while(|unit| name(unit)).count();
    let nouns = rest[from + names..].iter().take_while(|unit| noun(unit)).count();
    let length = names + if named && !determined { 0 } else { nouns };
    let end = from + length;
    let next = rest.get(end).filter(|_| length > 0)?;
    // "at a news conference | prices would rise"
    if next.tag.is_finite() {
        let plural = rest[end - 1].tag == Tag::S;
        // "in a statement | heavy rain had"
        let told = |unit: &Unit| unit.tag == Tag::NounCue;
        if let Some(statement) = rest[..end - 1].iter().position(told) {
            return Some(statement + 1);
        }
        return (plural && length > 1 && !named).then_some(end - 1);
    }
    Some(end)
}
