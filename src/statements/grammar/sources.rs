//! Where a source begins and ends.

use super::around::TAKES_MORE;
use super::contents::{LONGEST_INSERTED, is_name_like};
use super::objects::subject_before;
use super::relatives::LONGEST_CLEFT;
use super::{
    BY_GRAMMAR, clause_end, clause_start, has_finite, is_passive, is_relative, is_speech,
    is_subject, word,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    A, AFTER, ALTHOUGH, AN, AND, AT, BECAUSE, BEFORE, BUT, CALLED, DURING, HERSELF, HIMSELF, IN,
    NOR, ON, OR, THEMSELVES, THERE, THOUGH, UPON, WHAT, WHILE, WITH,
};
use crate::model::Segments;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "; a third said it had not", "he said | Ruiz had promised it": a subject that stands right before a finite
/// cue, from the start of a clause, is its source, whatever stands farther off.
pub fn beside_the_cue(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let cue = &report.cue;
    // "had | only asked"
    let adverbs = cue.clone().take_while(|at| all[*at].tag == Tag::Adverb).count();
    let verb = cue.clone().nth(adverbs).map_or(Tag::Edge, |at| all[at].tag);
    let finite = matches!(
        verb,
        Tag::SpeechPast | Tag::SpeechPresent | Tag::ThoughtPast | Tag::ThoughtPresent | Tag::Have
    );
    if !finite || is_passive(&all[cue.clone()]) {
        return;
    }
    // "had | promised"
    let helps = |at: &UnitIx| matches!(all[*at].tag, Tag::Have | Tag::Adverb | Tag::Ly);
    let walk = (sentence.start..cue.start).rev();
    let end = cue.start - walk.clone().take_while(helps).count();
    // "that her envoy, just back from Fare, | had reported"
    let inserted = inserted_before(units, sentence, end);
    let is_pair = |and: UnitIx| {
        let noun = and + 1 < end && is_subject(all[and + 1].tag) && !has_finite(&all[and..end]);
        let pair = and > sentence.start && is_subject(all[and - 1].tag);
        noun && pair && word(units, segments, and) == AND
    };
    let inside = |at: &UnitIx| {
        let tag = all[*at].tag;
        is_subject(tag)
            || matches!(tag, Tag::Word | Tag::S | Tag::Possessive | Tag::Adverb | Tag::Ed)
            // "his cousin in the capital"
            || tag == Tag::Preposition
            // "said | the King and his guest | agreed"
            || is_pair(*at)
    };
    let walk = walk.skip(cue.start - inserted.unwrap_or(end));
    let Some(start) = walk.take(8).take_while(inside).last() else {
        return;
    };
    // "said | the rules agreed on Monday would hold": a participle.
    let participle = |next: &Unit| {
        matches!(next.tag, Tag::Preposition | Tag::Time | Tag::Adverb) || next.tag.is_finite()
    };
    let told = |edge: UnitIx| {
        !all[edge].classes.has_any(TAKES_MORE) && !all.get(cue.end).is_some_and(participle)
    };
    let edge = start.checked_sub(1).filter(|edge| *edge >= sentence.start);
    let opens = edge.is_some_and(|edge| match all[edge].tag {
        Tag::That | Tag::Complementizer | Tag::Semicolon | Tag::Colon => true,
        // "said | Oosterveld had promised", "said | the Cabinet asked the Ministry"
        Tag::SpeechPast | Tag::SpeechPresent => {
            end < cue.start || all[cue.start].tag == Tag::Have || told(edge)
        }
        _ => false,
    });
    let fits = report.source.as_ref().is_none_or(|source| {
        let pronoun = all[source.start].tag.is_pronoun();
        let part = start < source.start && source.end <= end && !pronoun;
        part || source.end <= start || cue.end <= source.start
    });
    if opens && fits && is_subject(all[start].tag) {
        report.source = Some(start..end);
    }
}

/// "left a day after | an audit | found that it rained", "has what | critics | call “a tin ear”": behind what opens
/// a clause beside the main one, the subject right before the verb is its source.
pub fn of_own_clause(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let cue = report.cue.clone();
    if is_passive(&all[cue.clone()]) {
        return;
    }
    let start = clause_start(units, sentence, cue.start);
    let near = (start..cue.start).rev().take(LONGEST_SUBJECT);
    let mut near = near.take_while(|at| !all[*at].tag.is_mark());
    // "which engineers say", but "a notebook in which the entry reads"
    let governed = |at: UnitIx| at > start && all[at - 1].tag == Tag::Preposition;
    let gap = |at: UnitIx| match all[at].tag {
        Tag::Relative => !governed(at),
        _ => word(units, segments, at) == WHAT,
    };
    let Some(joint) = near.find(|at| gap(*at) || is_subordinate(units, segments, *at)) else {
        return;
    };
    let verb = &all[cue.start];
    let several = gap(joint) && matches!(verb.tag, Tag::SpeechBase | Tag::Have);
    if !is_speech(verb) && !several {
        return;
    }
    let subject = joint + 1..cue.start;
    let noun = !subject.is_empty()
        && all[subject.end - 1].tag != Tag::Conjunction
        && (is_subject(all[subject.start].tag)
            || matches!(all[subject.start].tag, Tag::S | Tag::It))
        && !all[subject.clone()].iter().any(|unit| unit.tag.is_finite() || is_relative(unit));
    // "known as Carlos", "as mayor Ruiz said"
    let verb = |unit: &Unit| unit.tag.is_finite() || unit.classes.has(Class::Past);
    let main = &all[start..joint];
    let named = main.last().is_some_and(|last| is_speech(last) || last.tag == Tag::Ed);
    let sure = matches!(word(units, segments, joint), BECAUSE | WHILE | ALTHOUGH | THOUGH);
    let clause = sure && !main.is_empty() || main.iter().any(verb);
    let has_main = clause && !named && !main.iter().any(is_relative);
    let farther = |source: &Range<UnitIx>| source.start <= joint;
    let behind =
        report.content.first().is_none_or(|part| part.start >= cue.end || part.start == joint);
    // "asked which | minister | had said it"
    let which = matches!(&all[joint..cue.start], [which, noun]
        if is_relative(which)
            && matches!(noun.tag, Tag::Office | Tag::Person)
            && !noun.classes.has(Class::Plural));
    if !noun || !behind || which || !(has_main || gap(joint)) {
        return;
    }
    if report.source.as_ref().is_none_or(farther) {
        report.source = Some(subject);
    }
    // "which engineers say | is unsafe, was closed"
    let helps = |unit: &Unit| matches!(unit.tag, Tag::Be | Tag::Have | Tag::Auxiliary);
    let told = all[..sentence.end].get(cue.end).is_some_and(helps);
    if told && gap(joint) && report.reach().end <= cue.end {
        let end = clause_end(units, sentence, cue.end);
        let comma = (cue.end..end).find(|at| all[*at].tag == Tag::Comma);
        report.content = vec![cue.end..comma.unwrap_or(end)];
        report.settle(BY_GRAMMAR);
    }
}

/// "because", "after", "what": opens a clause beside another.
fn is_subordinate(units: &Units, segments: &Segments, at: UnitIx) -> bool {
    let joins = units.units[at].classes.has(Class::Conjunction);
    let word = word(units, segments, at);
    joins && !matches!(word, AND | OR | NOR | BUT) || word == WHAT
}

/// "an audit", "the Foreign Minister of Veyra" is no longer than this.
const LONGEST_SUBJECT: usize = 8;

/// "on the other hand" is no longer than this, with the comma behind it.
const LONGEST_ASIDE: usize = 5;

/// Where what is inserted between commas right before `end` begins.
pub fn inserted_before(units: &Units, sentence: &Range<UnitIx>, end: UnitIx) -> Option<UnitIx> {
    let all = &units.units;
    let comma = |at: &UnitIx| all[*at].tag == Tag::Comma;
    let last = end.checked_sub(1).filter(|at| *at > sentence.start && comma(at))?;
    let first = (sentence.start..last).rev().take(LONGEST_INSERTED).find(comma)?;
    let inside = &all[first + 1..last];
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside;
    (!inside.is_empty() && inside.iter().all(plain)).then_some(first)
}

/// "The ministers | reviewed the agenda, agreed on it": a source ends before the first verb of its clause, and
/// begins behind a date and behind another's "said".
pub fn before_verb(units: &Units, segments: &Segments, report: &mut Report) {
    let all = &units.units;
    // "conveyed the greetings of | the people and | expressed happiness": an object of another verb.
    let cue = report.cue.start;
    let joined = cue.checked_sub(1).is_some_and(|before| all[before].tag == Tag::Conjunction);
    report.source.take_if(|source| joined && source.contains(&cue));
    let Some(source) = &mut report.source else { return };
    // "The head of the board | himself | said"
    let himself = source.start;
    let own = matches!(word(units, segments, himself), HIMSELF | HERSELF | THEMSELVES);
    if source.len() == 1 && source.end == cue && own {
        let noun = |at: &UnitIx| is_name_like(units, *at) || all[*at].tag == Tag::Preposition;
        let sentence = units.sentence_of(cue);
        let walk = (sentence.start..himself).rev().take(LONGEST_SUBJECT);
        let start = walk.take_while(noun).last().filter(|start| is_subject(all[*start].tag));
        source.start = start.unwrap_or(himself);
    }
    // "said the President | upon greeting her", "said Ruiz |, with a minister looking on"
    let aside = |at: &UnitIx| {
        let (first, next) = (word(units, segments, *at), *at + 1);
        let doing = matches!(first, AFTER | BEFORE | UPON) && all[next].tag.is_participle();
        doing || all[*at].tag == Tag::Comma && word(units, segments, next) == WITH
    };
    if source.start >= report.cue.end
        && let Some(end) = (source.start + 1..source.end - 1).find(aside)
    {
        source.end = end;
    }
    // "The visiting premier, | for his part, conveyed"
    if source.len() > 2
        && source.end < report.cue.start
        && all[source.end - 1].tag == Tag::Preposition
        && all[source.end - 2].tag == Tag::Comma
    {
        source.end -= 2;
    }
    // "Ana Ruiz, | however, said", "Ana Ruiz, | in turn, said"
    if let Some(first) = inserted_before(units, source, source.end) {
        let plain = |unit: &Unit| unit.tag == Tag::Adverb;
        let noun = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::PossessivePronoun);
        let placed = |unit: &Unit| {
            noun(unit)
                || matches!(
                    unit.tag,
                    Tag::Determiner | Tag::NounCue | Tag::Time | Tag::Number | Tag::S | Tag::Ing
                )
        };
        let aside = match &all[first + 1..source.end - 1] {
            [of, rest @ ..] if of.tag == Tag::Preposition && !rest.is_empty() => {
                let on = matches!(word(units, segments, first + 1), IN | ON | AT | AFTER | DURING);
                rest.iter().all(|unit| plain(unit) || noun(unit) || on && placed(unit))
            }
            words => words.iter().all(plain),
        };
        if aside && first > source.start && source.end - first <= LONGEST_ASIDE + 1 {
            source.end = first;
        }
    }
    // "The pubs remain open, and | a spokeswoman for the firm stressed"
    let and = |at: &UnitIx| all[*at].tag == Tag::Comma && all[at + 1].tag == Tag::Conjunction;
    let joint = (source.start..source.end.saturating_sub(2)).find(and);
    // "said Mr Horak, | and Ms Kim left"
    if let Some(joint) = joint.filter(|_| source.start > cue) {
        let clause = &all[joint + 2..source.end];
        if has_finite(clause) && !clause.iter().any(is_relative) {
            source.end = joint;
        }
        return;
    }
    let nobody = |unit: &Unit| matches!(unit.tag, Tag::Determiner | Tag::Word | Tag::S);
    if let Some(joint) = joint.filter(|joint| {
        let before = &all[source.start..*joint];
        before.len() > 2 && before.iter().all(nobody) && is_subject(all[joint + 2].tag)
    }) {
        source.start = joint + 2;
    }
    // "My wife | always says"; but "The mayor there | says", "a third | says"
    if let [.., noun, adverb] = &all[source.clone()]
        && source.end == report.cue.start
        && adverb.tag == Tag::Adverb
        && !matches!(noun.tag, Tag::Determiner | Tag::Conjunction)
        && word(units, segments, source.end - 1) != THERE
    {
        source.end -= 1;
        report.cue.start -= 1;
    }
    // "At 17:42 | Karl Heinz informed"
    if let [at, hour, name, ..] = &all[source.clone()]
        && (at.tag, hour.tag) == (Tag::Preposition, Tag::Number)
        && matches!(name.tag, Tag::Name | Tag::Honorific | Tag::Determiner)
    {
        source.start += 2;
    }
    // "On 30 October | Skerry Lines told"
    let date = matches!(all[source.start].tag, Tag::Time | Tag::Number);
    let the = |at: UnitIx| all[at].tag == Tag::Determiner || all[source.start].tag == Tag::Time;
    if date && source.len() > 1 && is_subject(all[source.start + 1].tag) && the(source.start + 1) {
        source.start += 1;
    }
    let relative = |at: &UnitIx| all[*at].tag == Tag::Relative;
    // "a | retired general", "the newly | elected member"
    let adjective = |at: &UnitIx| {
        let before =
            all[..*at].iter().rev().find(|unit| !matches!(unit.tag, Tag::Ly | Tag::Adverb));
        matches!(all[*at].tag, Tag::Ed | Tag::SpeechPast)
            && before.is_some_and(|before| before.tag == Tag::Determiner)
    };
    let verb = source.clone().find(|at| all[*at].tag.is_finite() && !adjective(at) || relative(at));
    let runs_on = source.end <= report.cue.start && all[source.end - 1].tag == Tag::Comma;
    // "Bermejo said | Oosterveld had promised", "Ruiz told staff | the mayor had promised"
    let beside = source.end == report.cue.start && !runs_on;
    // "A baker called Osk said": one subject.
    let tells = |at: UnitIx| match all[at].tag {
        // "She remembers | John Murphy telling her"
        Tag::ThoughtPast | Tag::ThoughtPresent => all[cue].tag == Tag::SpeechIng,
        _ => is_speech(&all[at]) && word(units, segments, at) != CALLED,
    };
    // "Parents say | they told the school"
    let several = |at: &UnitIx| {
        matches!(&all[source.start..(at + 2).min(source.end)], [.., noun, verb, next]
            if verb.tag == Tag::SpeechBase
                && (noun.tag == Tag::Body || noun.classes.has(Class::Plural))
                && is_subject(next.tag))
    };
    let said = verb.filter(|at| tells(*at)).or(source.clone().find(several));
    let said = said.filter(|_| beside);
    if let Some(said) = said {
        let determiner = (said + 2..source.end).rev().find(|at| all[*at].tag == Tag::Determiner);
        let start = determiner.unwrap_or(said + 1);
        if start < source.end && is_subject(all[start].tag) {
            source.start = start;
            return;
        }
    }
    // "a poll | her main rival | described": a noun with a clause of its own.
    let a = source.start - usize::from(source.start > 0 && !is_determiner(all[source.start].tag));
    let noun = |at: &UnitIx| {
        let named = all[*at].tag == Tag::Name && all[*at..source.end].iter().all(is_named);
        match all[*at - 1].tag {
            Tag::Word | Tag::S => is_determiner(all[*at].tag),
            Tag::NounCue | Tag::SpeechBase => is_determiner(all[*at].tag) || named,
            _ => false,
        }
    };
    let plain = |at: &UnitIx| {
        matches!(all[*at - 1].tag, Tag::Word | Tag::S | Tag::NounCue | Tag::SpeechBase | Tag::Ly)
    };
    let own = (a + 2..source.end).take_while(plain).find(noun);
    // "A report the ministry published | said"
    let own = own.filter(|own| !has_finite(&all[*own..source.end]));
    if let Some(own) = own.filter(|_| beside && matches!(word(units, segments, a), A | AN)) {
        source.start = own;
        // "A poll her rival described as “a robbery” | is over"
        let sentence = units.sentence_of(a);
        let verb = |at: &UnitIx| all[*at].tag.is_finite() && all[*at].quoted == Quoted::Outside;
        let main = (report.cue.end..sentence.end).find(verb).filter(|_| a == sentence.start);
        report.end_by(main.unwrap_or(sentence.end));
        return;
    }
    // "The Monarch | was glad, and wished"
    if let [.., noun, is] = &all[source.clone()]
        && is.tag == Tag::Be
        && !is_relative(noun)
    {
        source.end -= 1;
    }
    // "Tselan approved | the support | package, ordered"
    let takes_noun = |at: UnitIx| {
        let next = all[..source.end].get(at + 1).map(|unit| unit.tag);
        matches!(next, Some(Tag::Determiner | Tag::PossessivePronoun))
    };
    let cuts = |at: UnitIx| runs_on || source.end < report.cue.start && takes_noun(at);
    if let Some(verb) = verb.filter(|at| *at > source.start && !relative(at) && cuts(*at)) {
        source.end = verb;
    }
}

/// "the", "her"
pub fn is_determiner(tag: Tag) -> bool {
    matches!(tag, Tag::Determiner | Tag::PossessivePronoun)
}

/// A word of a name.
fn is_named(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Name | Tag::Upper)
}

/// "a person familiar with | the talks | said", "people with knowledge of the firm's | plans | said": what a
/// preposition governs is a piece of the subject.
pub fn governed(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.start;
    let Some(source) = report.source.as_mut().filter(|source| source.end == cue) else { return };
    let inner = |tag: Tag| matches!(tag, Tag::Preposition | Tag::To | Tag::Possessive);
    let described = all[source.clone()].iter().any(|unit| unit.tag == Tag::Comma);
    let first = source.start <= sentence.start || described;
    if first || !inner(all[source.start - 1].tag) || !is_speech(&all[cue]) {
        return;
    }
    let noun = |at: &UnitIx| {
        is_name_like(units, *at) || inner(all[*at].tag) || all[*at].classes.has(Class::Noun)
    };
    let walk = (sentence.start..source.start).rev();
    let Some(start) = walk.take(LONGEST_CLEFT).take_while(noun).last() else { return };
    let edge = matches!(
        all[start.saturating_sub(1)].tag,
        Tag::Comma | Tag::Conjunction | Tag::That | Tag::Semicolon | Tag::Complementizer
    );
    if (start == sentence.start || edge) && is_subject(all[start].tag) {
        source.start = start;
    }
}

/// "Two people briefed on the meeting | said", "the firm's thinking | said": a participle that describes the
/// subject, or a noun, is no part of the cue.
pub fn last_verb(units: &Units, report: &mut Report) {
    let all = &units.units;
    let Range { start, end } = report.cue;
    let describes = matches!(all[start].tag, Tag::SpeechPast | Tag::Ed)
        && all.get(start + 1).is_some_and(|next| next.tag == Tag::Preposition)
        && end >= start + 4;
    let owned = all[start].tag.is_participle()
        && end == start + 2
        && start > 0
        && all[start - 1].tag == Tag::Possessive;
    if !(describes || owned) || !is_speech(&all[end - 1]) {
        return;
    }
    let open = matches!(all[end - 2].tag, Tag::Preposition | Tag::Conjunction | Tag::Adverb);
    if let Some(source) = report.source.as_mut().filter(|source| source.end == start && !open) {
        source.end = end - 1;
        report.cue.start = end - 1;
    }
}

/// "The rector, whom few had met, condemned | the vote": what a verb takes that takes a noun phrase is not
/// its subject, and what stands before it is not said.
pub fn object_after(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = &report.cue;
    let verb = &all[cue.end - 1];
    // "Hale, 45, warned of | a flood"
    let of = verb.tag == Tag::Preposition && is_speech(&all[cue.start]);
    let takes = of || verb.classes.has(Class::TakesPhrase) && is_speech(verb);
    let object = report.source.as_ref().is_some_and(|source| source.start == cue.end);
    let before = report.content.first().is_some_and(|part| {
        part.end <= cue.start && all[part.clone()].iter().all(|u| u.quoted == Quoted::Outside)
    });
    if takes && object && before {
        report.source = subject_before(units, sentence, report);
        report.content = vec![cue.end..clause_end(units, sentence, cue.end)];
    }
}

/// "A clerk accused of theft | told the jury": a participle behind the noun, with nothing that joins it to the
/// verb, belongs to the subject.
pub fn with_participle(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let cue = report.cue.start;
    let start = clause_start(units, sentence, cue);
    let right_before = report.source.as_ref().is_some_and(|source| source.end == cue);
    if !right_before || !is_speech(&all[cue]) || !is_subject(all[start].tag) {
        return;
    }
    let subject = &all[start..cue];
    let apart = |unit: &Unit| {
        let joins = matches!(unit.tag, Tag::Conjunction | Tag::That | Tag::Complementizer);
        joins || unit.tag.is_mark() || is_relative(unit) || unit.quoted != Quoted::Outside
    };
    let Some(verb) = subject.iter().position(|unit| unit.tag.is_finite()) else { return };
    let participle = matches!(subject[verb].tag, Tag::Ed | Tag::SpeechPast)
        && subject.get(verb + 1).is_some_and(|of| of.tag == Tag::Preposition);
    let only = subject[verb + 1..].iter().all(|unit| !unit.tag.is_finite());
    // "Ana Ruiz resigned on Monday after | an audit | found"
    let beside = (start + verb..cue).any(|at| is_subordinate(units, segments, at));
    if participle && verb > 0 && only && !beside && !subject.iter().any(apart) {
        report.source = Some(start..cue);
    }
}
