//! Questions that the rules ask of units: what can begin a subject, where a clause ends.

use crate::lexicon::fixed::{
    ABOUT, ANOTHER, AT, BOTH, BY, DECLINE, FEW, MANY, MOST, OVER, REFUSE, SEVERAL, SOME, THE, UP,
    WE,
};
use crate::lexicon::{Class, Classes};
use crate::model::WordId;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Whether the units have a verb that can head a clause.
pub fn has_finite(units: &[Unit]) -> bool {
    (0..units.len()).any(|at| units[at].tag.is_finite() || is_contracted(&units[at..]))
}

/// "they'd", "he | 's": a subject and its verb in one word.
pub fn is_contracted(rest: &[Unit]) -> bool {
    match rest {
        [he, s, ..] if s.tag == Tag::Possessive => he.tag.is_pronoun(),
        [they, ..] => they.classes.has(Class::Pronoun) && they.classes.has(Class::Auxiliary),
        [] => false,
    }
}

/// A finite verb that reports words.
pub fn is_speech(unit: &Unit) -> bool {
    unit.classes.has(Class::Speech) && matches!(unit.tag, Tag::SpeechPast | Tag::SpeechPresent)
}

/// "seen", "published", "quoted": what may be the participle of something done.
pub fn is_done(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Ed | Tag::SpeechPast) || unit.classes.has(Class::Participle)
}

/// "published", "speaking": what may be the participle that describes the noun before it.
pub fn may_describe(unit: &Unit) -> bool {
    is_done(unit) || unit.tag.is_participle()
}

/// "was told", "had been warned on Monday": what stands before it is not who said so.
pub fn is_passive(cue: &[Unit]) -> bool {
    let Some(verb) = cue.iter().rposition(|unit| unit.tag.reports()) else { return false };
    // "was quoted by | the paper as saying"
    let by = cue[verb + 1..].iter().any(|unit| unit.word == BY);
    // "is reported to have said"
    let to = cue.iter().any(|unit| unit.tag == Tag::To);
    // "what she said is"
    let been = cue[..verb].iter().any(|unit| unit.tag == Tag::Be);
    cue[verb].tag == Tag::SpeechPast && been && !to && !by
}

/// A verb that tells somebody who is no part of what is told: "told her | that", not "thanked her".
pub fn tells(verb: &Unit) -> bool {
    verb.classes.has(Class::TakesAddressee) && !verb.classes.has(Class::TakesPhrase)
}

/// "declined | to comment": nothing is said.
pub fn declines(units: &Units, word: WordId) -> bool {
    matches!(units.lexicon.lemma(word), DECLINE | REFUSE)
}

/// "40", "forty"
pub fn is_number(unit: &Unit) -> bool {
    unit.tag == Tag::Number || unit.classes.has(Class::Numeral)
}

/// "at least forty", "up to forty", "over 9,000": no place and no time.
pub fn is_at_least(units: &[Unit]) -> bool {
    match units {
        [over, number, ..] if matches!(over.word, ABOUT | OVER) => is_number(number),
        [up, to, number, ..] if up.word == UP => to.tag == Tag::To && is_number(number),
        [at, least, number, ..] if at.word == AT => least.tag == Tag::Word && is_number(number),
        _ => false,
    }
}

/// "Says | Jobs Will Come", "Says | It Is Late", in a headline in capitals: no name.
pub fn is_clause_in_capitals(words: &[Unit]) -> bool {
    let helps = |unit: &Unit| unit.classes.has(Class::Auxiliary);
    words.first().is_some_and(|first| first.tag.is_pronoun()) || words.iter().skip(1).any(helps)
}

/// "a | crowded | hall", "the newly | elected | member": no verb.
pub fn is_adjective(units: &[Unit], at: UnitIx) -> bool {
    let before = units[..at].iter().rev().find(|unit| !matches!(unit.tag, Tag::Ly | Tag::Adverb));
    matches!(units[at].tag, Tag::Ed | Tag::SpeechPast)
        && before.is_some_and(|before| before.tag.is_determiner())
}

/// A headline has no stop.
pub fn is_headline(units: &Units, sentence: &Range<UnitIx>) -> bool {
    units[sentence.end - 1].tag != Tag::Stop
}

/// "who", "whose": opens a relative clause.
pub fn is_relative(unit: &Unit) -> bool {
    unit.tag == Tag::Relative || is_whose(unit)
}

/// "whose"
pub fn is_whose(unit: &Unit) -> bool {
    unit.tag == Tag::PossessivePronoun && unit.classes.has(Class::Relative)
}

/// "and that"
pub fn is_and_that([and, that]: &[Unit; 2]) -> bool {
    (and.tag, that.tag) == (Tag::Conjunction, Tag::That)
}

/// "officials", "members", "trains"
pub fn is_several(unit: &Unit) -> bool {
    unit.tag == Tag::S || unit.classes.has(Class::Plural)
}

/// "clerk", "mayor"
pub const fn is_somebody(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Office | Tag::Person)
}

/// "that", "if", "and", "who": a clause of its own stands behind.
pub fn joins_clause(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::That | Tag::Complementizer | Tag::Conjunction) || is_relative(unit)
}

/// A person, a body, or the name of either.
pub const fn may_speak(unit: &Unit) -> bool {
    use Tag::{Body, He, Honorific, Name, Office, Person, They, Upper};
    matches!(unit.tag, Body | He | Honorific | Name | Office | Person | They | Upper)
}

/// What can begin a subject.
pub const fn is_subject(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::First
            | Tag::He
            | Tag::They
            | Tag::Name
            | Tag::Upper
            | Tag::Honorific
            | Tag::Office
            | Tag::Body
            | Tag::Person
            | Tag::Determiner
            | Tag::PossessivePronoun
            | Tag::Number
    )
}

/// A comma, or a quotation that ends in one: “a folly,”
pub fn has_comma(units: &Units, at: UnitIx) -> bool {
    let inside = |unit: &Unit| (unit.tag, unit.quoted) == (Tag::Comma, Quoted::Inside);
    match (units[at].tag, units[at].quoted) {
        (Tag::Comma, _) => true,
        (Tag::QuoteMark, _) => at > 0 && inside(&units[at - 1]),
        (_, quoted) => quoted == Quoted::Whole && units.ends_in_comma(at),
    }
}

/// Where what stands before a subject, and a comma, ends.
pub fn end_before(units: &Units, subject: UnitIx) -> UnitIx {
    subject - usize::from(units[subject - 1].tag == Tag::Comma)
}

/// "both", "another", "we", "the two", "some"
pub fn is_without_noun(subject: &[Unit]) -> bool {
    match subject {
        [both] => matches!(both.word, ANOTHER | BOTH | WE) || is_some(both),
        [the, two] => the.word == THE && two.classes.has(Class::Numeral),
        _ => false,
    }
}

/// "confident | that it is late", "say | the road is unsafe": a clause, and not "support | the
/// mayor".
pub fn opens_clause(rest: &[Unit]) -> bool {
    rest.first()
        .is_some_and(|first| first.tag == Tag::That || is_subject(first.tag) && has_finite(rest))
}

/// "some", "most": of those who were named before, or of all.
pub fn is_some(unit: &Unit) -> bool {
    matches!(unit.word, FEW | MANY | MOST | SEVERAL | SOME)
}

/// What can begin a subject, and "two" of "two officials", "former" of "former mayor Ruiz".
pub fn opens_subject(unit: &Unit) -> bool {
    const LEADS: Classes = Classes::of(&[Class::Numeral, Class::OfficeModifier]);
    is_subject(unit.tag) || unit.classes.has_any(LEADS) && !unit.tag.is_finite()
}

/// Without the marks that no content ends with.
pub fn trim(units: &Units, mut range: Range<UnitIx>) -> Range<UnitIx> {
    let tag = |at: UnitIx| units[at].tag;
    // "scheme; and"
    let joins = |at: UnitIx| tag(at) == Tag::Conjunction && tag(at - 1) == Tag::Semicolon;
    let mark = |at: UnitIx| matches!(tag(at), Tag::Stop | Tag::Comma | Tag::Semicolon) || joins(at);
    while range.len() > 1 && mark(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The first unit of the clause that `at` stands in: after the last semicolon, colon or stop.
pub fn clause_start(units: &Units, sentence: &Range<UnitIx>, at: UnitIx) -> UnitIx {
    let ends = |unit: &Unit| matches!(unit.tag, Tag::Semicolon | Tag::Colon | Tag::Stop);
    units.rfind(sentence.start..at, ends).map_or(sentence.start, |end| end + 1)
}

/// Where that clause ends: before the next semicolon or the stop, which may stand inside of marks:
/// to “price that.” Never before `at`, which a cue at the end of the sentence may lie behind.
pub fn clause_end(units: &Units, sentence: &Range<UnitIx>, at: UnitIx) -> UnitIx {
    let ends = |unit: &Unit| matches!(unit.tag, Tag::Semicolon | Tag::Stop);
    let end = units.find(at..sentence.end, ends).unwrap_or(sentence.end.max(at));
    let closes = |unit: &Unit| unit.tag == Tag::QuoteMark && unit.quoted == Quoted::Inside;
    let closed = units.get(end + 1).is_some_and(closes) && end + 2 >= sentence.end;
    if closed { (end + 2).min(sentence.end.max(end)) } else { end }
}

/// Whether the page prints a headline twice, "The mayor, at the dam, said:": no words of hers stand
/// below.
pub fn is_twice(units: &Units, block: &Range<UnitIx>) -> bool {
    let words = |block: &Range<UnitIx>| units[block.clone()].iter().map(|u| (u.word, u.suffix));
    let at = units.block_of(block.start);
    let mut beside = [at.wrapping_sub(1), at + 1].into_iter().filter_map(|at| units.blocks.get(at));
    beside.any(|other| words(other).eq(words(block)))
}

/// "millers, clerks", "the mayor, the clerk": the beginning of a list of subjects.
pub fn lists_subjects(words: &[Unit]) -> bool {
    let item = |unit: &Unit| {
        let noun = is_subject(unit.tag) && !unit.tag.is_pronoun();
        noun || matches!(unit.tag, Tag::Comma | Tag::Word | Tag::S)
    };
    words.iter().all(item) && words.iter().any(|unit| unit.tag == Tag::Comma)
}

/// The place before the words that join a cue to what stands before it: ", and also | said".
pub fn before_cue(units: &Units, sentence: &Range<UnitIx>, cue: UnitIx) -> UnitIx {
    let joins = |at: &UnitIx| {
        matches!(
            units[*at].tag,
            Tag::Comma | Tag::Conjunction | Tag::Adverb | Tag::Dash | Tag::Semicolon
        )
    };
    (sentence.start..cue).rev().take_while(joins).last().unwrap_or(cue)
}
