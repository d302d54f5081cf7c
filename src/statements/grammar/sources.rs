//! Where a source begins and ends.

use super::BY_GRAMMAR;
use super::contents::{LONGEST_INSERTED, is_name_like};
use super::inverted::TAKES_MORE;
use super::relatives::LONGEST_CLEFT;
use super::subjects::subject_before;
use super::syntax::{
    clause_end, clause_start, end_before, has_finite, is_clause_in_capitals, is_passive,
    is_relative, is_somebody, is_speech, is_subject, may_speak, opens_subject,
};
use crate::lexicon::fixed::{
    AFTER, ALTHOUGH, AND, AT, BECAUSE, BEFORE, BUT, BY, CLAIM, DURING, HE, HER, HIM, IN, NOR, ON,
    OR, SAY, SHE, SINCE, THE, THEM, THEY, THOUGH, TOLD, WARN, WHAT, WHERE, WHILE, WHO,
};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "; a third said it had not", "he said | Ruiz had promised it": a subject that stands right
/// before a finite cue, from the start of a clause, is its source, whatever stands farther off.
pub fn beside_the_cue(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = &report.cue;
    // "had | only asked"
    let adverbs = cue.clone().take_while(|at| units[*at].tag == Tag::Adverb).count();
    let verb = cue.clone().nth(adverbs).map_or(Tag::Edge, |at| units[at].tag);
    let finite = matches!(
        verb,
        Tag::SpeechPast | Tag::SpeechPresent | Tag::ThoughtPast | Tag::ThoughtPresent | Tag::Have
    );
    if !finite || is_passive(&units[cue.clone()]) {
        return;
    }
    // "had | promised"
    let helps = |at: &UnitIx| matches!(units[*at].tag, Tag::Have | Tag::Adverb | Tag::Ly);
    let walk = (sentence.start..cue.start).rev();
    let end = cue.start - walk.clone().take_while(helps).count();
    // "that her envoy, just back from Fare, | had reported"
    let inserted = inserted_before(units, sentence, end);
    let is_pair = |and: UnitIx| {
        let noun = and + 1 < end && is_subject(units[and + 1].tag) && !has_finite(&units[and..end]);
        let pair = and > sentence.start && is_subject(units[and - 1].tag);
        noun && pair && units[and].word == AND
    };
    let inside = |at: &UnitIx| {
        let tag = units[*at].tag;
        is_subject(tag)
            || matches!(tag, Tag::Word | Tag::S | Tag::Possessive | Tag::Adverb | Tag::Ed)
            // "said | the reports, dated 2 May, | stated"
            || matches!(tag, Tag::NounCue | Tag::SpeechBase | Tag::SpeechPresent)
                && *at > sentence.start
                && units[*at - 1].tag.is_determiner()
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
        !units[edge].classes.has_any(TAKES_MORE) && !units.get(cue.end).is_some_and(participle)
    };
    let edge = start.checked_sub(1).filter(|edge| *edge >= sentence.start);
    let opens = edge.is_some_and(|edge| match units[edge].tag {
        Tag::That | Tag::Complementizer | Tag::Semicolon | Tag::Colon => true,
        // "said | Oosterveld had promised", "said | the Cabinet asked the Ministry"
        Tag::SpeechPast | Tag::SpeechPresent => {
            end < cue.start || units[cue.start].tag == Tag::Have || told(edge)
        }
        // "Why had | he | said", "Nor have | they | said"
        Tag::Have => start + 1 == end && units[start].tag.is_pronoun(),
        _ => false,
    });
    let fits = report.source.as_ref().is_none_or(|source| {
        let pronoun = units[source.start].tag.is_pronoun();
        let part = start < source.start && source.end <= end && !pronoun;
        // "Tom Hale said | two aides"
        let over = source.start < start
            && source.end <= end
            && units[source.start..start].iter().any(is_speech);
        // "| the report by the firm, | published in May, | found"
        let cut = |at: UnitIx| units[at - 1].tag == Tag::Comma && units[at].tag == Tag::Ed;
        let open = source.start == start && (start + 1..end).contains(&source.end);
        let open = open && cut(source.end);
        part || over || open || source.end <= start || cue.end <= source.start
    });
    // "said | two aides had told him"
    if opens && fits && opens_subject(&units[start]) {
        report.source = Some(start..end);
    }
}

/// “It is late,” | May | said., "On Monday, | Will | told her": a name that looks like a word of
/// grammar.
pub fn surname(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let helps = usize::from(units[report.cue.start].tag == Tag::Auxiliary);
    let verb = report.cue.start + helps;
    let Some(name) = verb.checked_sub(1).filter(|name| *name > sentence.start) else { return };
    let grammar = matches!(units[name].tag, Tag::Auxiliary | Tag::Preposition);
    let past = units.get(verb).is_some_and(|verb| {
        is_speech(verb) && !verb.shape.is_capitalised() && !verb.classes.has(Class::Noun)
    });
    if grammar && past && units[name].shape.is_capitalised() {
        report.cue.start = verb;
        report.source = Some(name..verb);
    }
}

/// "Standing beside him, | the envoy, Ana Ruiz, said": what stands behind a preposition, before a
/// comma, is no subject.
pub fn behind_object(units: &Units, report: &mut Report) {
    let Some(source) = report.source.as_mut().filter(|source| source.end <= report.cue.start)
    else {
        return;
    };
    // "| the firm | he works for, Holm & Sons, | told"
    let words = &units[source.clone()];
    let comma = words.iter().position(|unit| unit.tag == Tag::Comma).unwrap_or(0);
    if comma > 0
        && words[0].tag.is_pronoun()
        && words[comma - 1].tag == Tag::Preposition
        && let Some([the, _]) = units.get(source.start.saturating_sub(2)..source.start)
        && the.tag.is_determiner()
    {
        source.start -= 2;
    }
    // "to Kelm | Hospital, | police | said": what is told ends with the comma, or before it.
    let mark = source.start + comma;
    let told = |part: &Range<UnitIx>| part.contains(&source.start) && part.end <= mark;
    let alone = mark + 2 == source.end && {
        let several = units[mark + 1].classes;
        let body = units[mark + 1].tag == Tag::Body;
        (several.has(Class::Plural) || body && !several.has(Class::Noun))
            && report.content.first().is_some_and(|part| part.start < source.start)
    };
    if comma > 0 && (alone || report.content.iter().any(told)) {
        source.start = mark + 1;
    }
    // "| The mayor |, for his part | said"
    let sentence = units.sentence_of(source.start);
    let start = clause_start(units, sentence, source.start);
    if is_speech(&units[report.cue.start])
        && let [subject @ .., comma, of] = &units[start..source.start]
        && (comma.tag, of.tag) == (Tag::Comma, Tag::Preposition)
        && of.word != SINCE
        && subject.first().is_some_and(opens_subject)
        && subject.iter().any(may_speak)
        && !has_finite(subject)
    {
        *source = start..source.start - 2;
        return;
    }
    // "Ana Ruiz | prosecuting | said"
    let said = units[report.cue.start].tag == Tag::SpeechPast;
    if let [.., given, name, doing] = &units[source.clone()]
        && (given.tag, name.tag, doing.tag) == (Tag::Name, Tag::Name, Tag::Ing)
        && said
    {
        source.end -= 1;
    }
    let from = source.start.saturating_sub(1);
    if let Some([beside, him, comma, _, ..]) = units.get(from..source.end) {
        let pronoun = him.tag.is_pronoun() || him.tag == Tag::PossessivePronoun;
        if beside.tag == Tag::Preposition && pronoun && comma.tag == Tag::Comma {
            source.start = from + 3;
        }
    }
}

/// "left a day after | an audit | found that it rained", "has what | critics | call “a tin ear”":
/// behind what opens a clause beside the main one, the subject right before the verb is its source.
pub fn of_own_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    if is_passive(&units[cue.clone()]) {
        return;
    }
    let start = clause_start(units, sentence, cue.start);
    // "A neighbour of the house where | a boy died | said"
    if let Some(died) = report.source.as_mut().filter(|source| source.end == cue.start)
        && let [neighbour @ .., place] = &units[start..died.start.max(start)]
        && place.word == WHERE
        && has_finite(&units[died.clone()])
        && neighbour.first().is_some_and(|first| is_subject(first.tag))
        && !has_finite(neighbour)
    {
        died.start = start;
        return;
    }
    let near = (start..cue.start).rev().take(LONGEST_SUBJECT);
    let mut near = near.take_while(|at| !units[*at].tag.is_mark());
    // "which engineers say", "a speech in which Ruiz said", but "in which the entry reads"
    let governed = |at: UnitIx| {
        let somebody = |unit: &Unit| matches!(unit.tag, Tag::He | Tag::Honorific | Tag::Name);
        let named = units.get(at + 1).is_some_and(somebody);
        at > start && units[at - 1].tag == Tag::Preposition && !named
    };
    let gap = |at: UnitIx| match units[at].tag {
        Tag::Relative => !governed(at),
        _ => units[at].word == WHAT,
    };
    let Some(joint) = near.find(|at| gap(*at) || is_subordinate(units, *at)) else {
        return;
    };
    // "after Ruiz | had condemned | it", "after the mayor | openly said | it"
    let helps = |unit: &Unit| unit.tag == Tag::Have || unit.tag.is_adverb();
    let had = usize::from(cue.len() > 1 && helps(&units[cue.start]));
    let verb = &units[cue.start + had];
    let several = gap(joint) && (had > 0 || matches!(verb.tag, Tag::SpeechBase | Tag::Have));
    if !is_speech(verb) && !several {
        return;
    }
    let subject = joint + 1..cue.start;
    // "the man who | owns the bar | said"
    let verb_first = units[joint].word == WHO
        && matches!(&units[subject.clone()], [owns, the, ..]
            if owns.tag == Tag::S && the.tag.is_determiner());
    let noun = !subject.is_empty()
        && !verb_first
        && units[subject.end - 1].tag != Tag::Conjunction
        && (opens_subject(&units[subject.start])
            || matches!(units[subject.start].tag, Tag::S | Tag::It))
        && !units[subject.clone()].iter().any(|unit| unit.tag.is_finite() || is_relative(unit));
    // "known as Carlos", "as mayor Ruiz said"
    let verb = |unit: &Unit| unit.tag.is_finite() || unit.classes.has(Class::Past);
    let main = &units[start..joint];
    let named = main.last().is_some_and(|last| is_speech(last) || last.tag == Tag::Ed);
    let sure = matches!(units[joint].word, BECAUSE | WHILE | ALTHOUGH | THOUGH);
    let clause = sure && !main.is_empty() || main.iter().any(verb);
    let has_main = clause && !named && !main.iter().any(is_relative);
    let farther = |source: &Range<UnitIx>| source.start <= joint;
    let behind =
        report.content.first().is_none_or(|part| part.start >= cue.end || part.start == joint);
    // "asked which | minister | had said it"
    let which = matches!(&units[joint..cue.start], [which, noun]
        if is_relative(which)
            && is_somebody(noun)
            && !noun.classes.has(Class::Plural));
    if !noun || !behind || which || !(has_main || gap(joint)) {
        return;
    }
    if report.source.as_ref().is_none_or(farther) {
        report.source = Some(subject);
    }
    // "which engineers say | is unsafe, was closed"
    let told = units[..sentence.end].get(cue.end).is_some_and(|next| next.tag.helps());
    if told && gap(joint) && report.reach().end <= cue.end {
        let end = clause_end(units, sentence, cue.end);
        let comma = (cue.end..end).find(|at| units[*at].tag == Tag::Comma);
        report.tells(cue.end..comma.unwrap_or(end));
        report.settle(BY_GRAMMAR);
    }
}

/// "because", "after", "what": opens a clause beside another.
pub fn is_subordinate(units: &Units, at: UnitIx) -> bool {
    let joins = units[at].classes.has(Class::Conjunction);
    let word = units[at].word;
    joins && !matches!(word, AND | OR | NOR | BUT) || word == WHAT
}

/// "an audit", "the Foreign Minister of Veyra" is no longer than this.
pub const LONGEST_SUBJECT: usize = 8;

/// Where what is inserted between commas right before `end` begins.
pub fn inserted_before(units: &Units, sentence: &Range<UnitIx>, end: UnitIx) -> Option<UnitIx> {
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let last = end.checked_sub(1).filter(|at| *at > sentence.start && comma(at))?;
    let first = (sentence.start..last).rev().take(LONGEST_INSERTED).find(comma)?;
    let inside = &units[first + 1..last];
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside;
    (!inside.is_empty() && inside.iter().all(plain)).then_some(first)
}

/// "A woman standing next to | him | said", "People who know | him | say": no subject of its own,
/// but a piece of one. "Ana Ruiz, when I asked | him, | said": Ana Ruiz.
pub fn object_pronoun(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let Some(source) = report.source.as_mut().filter(|source| source.end == cue) else { return };
    let object = matches!(units[source.start].word, HIM | HER | THEM);
    let start = clause_start(units, sentence, cue);
    if object
        && source.len() == 2
        && let Some(aside) = inserted_before(units, sentence, cue)
        && is_subject(units[start].tag)
        && (start + 1..source.start).contains(&aside)
        && !has_finite(&units[start..aside])
    {
        *source = start..aside;
        report.begin_by(cue);
        return;
    }
    let says = is_speech(&units[cue]) || units[cue].tag == Tag::SpeechBase;
    // "skeptical of her | professed | opposition"
    let noun = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::S | Tag::NounCue);
    let says = says && !(units[source.start].word == HER && units.get(cue + 1).is_some_and(noun));
    if source.len() > 1 || !object || !says || source.start == sentence.start {
        return;
    }
    let edge = |at: &UnitIx| {
        let unit = &units[*at];
        unit.tag.is_mark() || unit.tag == Tag::Conjunction || is_speech(unit)
    };
    let start = (sentence.start..source.start).rev().find(edge).map_or(sentence.start, |at| at + 1);
    let start = start + usize::from(units[start].tag == Tag::That);
    // "People who know him | say", but "heard him | say", "her | call"
    let many = is_speech(&units[cue]) || units[start].classes.has(Class::Plural);
    if many && start + 1 < source.start && opens_subject(&units[start]) {
        source.start = start;
        for part in report.content.iter_mut().filter(|part| part.start < cue) {
            part.end = part.end.min(start);
        }
        report.drop_empty();
    }
}

/// "a person familiar with | the talks | said", "people with knowledge of the firm's | plans |
/// said": what a preposition governs, or a relative clause takes, is a piece of the subject.
pub fn governed(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let Some(source) = report.source.as_mut().filter(|source| source.end == cue) else { return };
    // "the group that owns | the firm's trains | said"
    let clause = clause_start(units, sentence, source.start);
    // "members who | had | supported the plan"
    let [before @ .., verb] = &units[clause..source.start.max(clause + 1)] else { return };
    let had = usize::from(before.last().is_some_and(|had| had.tag == Tag::Have));
    if let [noun @ .., last, that] = &before[..before.len() - had]
        && (that.tag == Tag::That || that.word == WHO)
        && (matches!(verb.tag, Tag::S | Tag::Ed | Tag::SpeechPast)
            || verb.classes.has(Class::PresentS))
        && match noun.first() {
            Some(first) => first.tag.is_determiner(),
            None => last.classes.has(Class::Plural),
        }
        && !last.tag.is_finite()
        && !has_finite(noun)
    {
        source.start = clause;
        return;
    }
    let inner = |tag: Tag| matches!(tag, Tag::Preposition | Tag::To | Tag::Possessive);
    let described = units[source.clone()].iter().any(|unit| unit.tag == Tag::Comma);
    let first = source.start <= sentence.start || described;
    if first || !inner(units[source.start - 1].tag) || !is_speech(&units[cue]) {
        return;
    }
    // "It was late, | a statement issued by | the ministry | said"
    let issued = |at: UnitIx| {
        let [told, verb, by] = [at - 1, at, at + 1].map(|at| &units[at]);
        by.word == BY && told.tag == Tag::NounCue && matches!(verb.tag, Tag::Ed | Tag::SpeechPast)
    };
    let noun = |at: &UnitIx| {
        is_name_like(units, *at)
            || inner(units[*at].tag)
            || units[*at].classes.has(Class::Noun)
            || *at > sentence.start && issued(*at)
    };
    let walk = (sentence.start..source.start).rev();
    let Some(start) = walk.take(LONGEST_CLEFT).take_while(noun).last() else { return };
    let edge = matches!(
        units[start.saturating_sub(1)].tag,
        Tag::Comma
            | Tag::Conjunction
            | Tag::That
            | Tag::Semicolon
            | Tag::Complementizer
            // "On Monday | two people close to her | said"
            | Tag::Time
    );
    if (start == sentence.start || edge) && opens_subject(&units[start]) {
        source.start = start;
        let before = |part: &&mut Range<UnitIx>| part.start < start && start < part.end;
        let own = report.content.iter_mut().filter(before);
        own.for_each(|part| part.end = end_before(units, start));
        report.drop_empty();
    }
}

/// "The rector, whom few had met, condemned | the vote": what a verb takes that takes a noun phrase
/// is not its subject, and what stands before it is not said.
pub fn object_after(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = &report.cue;
    let verb = &units[cue.end - 1];
    // "Hale, 45, warned of | a flood"
    let of = verb.tag == Tag::Preposition && is_speech(&units[cue.start]);
    let takes = of || verb.classes.has(Class::TakesPhrase) && is_speech(verb);
    let object = report.source.as_ref().is_some_and(|source| source.start == cue.end);
    let before = report.content.first().is_some_and(|part| {
        part.end <= cue.start && units[part.clone()].iter().all(|u| u.quoted == Quoted::Outside)
    });
    if takes && object && before {
        report.source = subject_before(units, sentence, report);
        report.tells(cue.end..clause_end(units, sentence, cue.end));
    }
}

/// "Holm ‘knew of it’, says | leaked report": what ends a headline behind its verb.
pub fn of_headline(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let verb = report.cue.start;
    let says = units[verb].tag == Tag::SpeechPresent && is_speech(&units[verb]);
    let whole = *sentence == report.block && verb > sentence.start + 1;
    let rest = &units[verb + 1..sentence.end.max(verb + 1)];
    let noun = |unit: &Unit| {
        let finite = unit.tag.is_finite() && unit.tag != Tag::Ed;
        let opens = matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer);
        unit.quoted == Quoted::Outside && !finite && !opens && !unit.tag.is_mark()
    };
    // "claims | campaigner", but "claims | victory", "warns | rivals"
    let somebody = rest.last().is_some_and(|last| {
        (is_somebody(last) || last.tag == Tag::Body) && !last.classes.has(Class::Plural)
    });
    let claims = somebody && matches!(units.lemma(verb), CLAIM | WARN);
    if says
        && whole
        && units[verb - 1].tag == Tag::Comma
        && (units.lemma(verb) == SAY || claims)
        && (1..=LONGEST_OF_HEADLINE).contains(&rest.len())
        && rest.iter().all(noun)
        && !is_clause_in_capitals(rest)
    {
        // "says treasurer | after dismissal"
        let aside = |at: &UnitIx| matches!(units[*at].word, AFTER | AT | BEFORE | DURING | IN | ON);
        let end = (verb + 2..sentence.end).find(aside).unwrap_or(sentence.end);
        report.cue = verb..verb + 1;
        report.source = Some(verb + 1..end);
        report.tells(sentence.start..verb - 1);
        report.settle(BY_GRAMMAR);
    }
    // "Bridge was shut in May, | inquiry | told": who is told has not said it.
    if units[verb].word == TOLD && whole && rest.is_empty() {
        let comma = |whom: &mut Range<UnitIx>| {
            let before = units[..whom.start].last();
            whom.end == verb && before.is_some_and(|mark| mark.tag == Tag::Comma)
        };
        report.addressee = report.source.take_if(comma).or(report.addressee.take());
    }
}

/// "says former head of inquiry" is no longer.
const LONGEST_OF_HEADLINE: usize = 5;

/// "citing the minister of foreign affairs, Ana Ruiz," is hardly longer.
const LONGEST_CITED: usize = 16;

/// "| The paper, | citing the minister, Ana Ruiz, said": who cites, and not who is cited.
pub fn before_participle(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let comma = |at: UnitIx| at > sentence.start && units[at].tag == Tag::Comma;
    // "| The coach, | speaking to the Post: “No”"
    let colon = units[cue].tag == Tag::Colon;
    let ended = colon || cue > 0 && comma(cue - 1);
    // "The coach, | speaking at a dinner of | the club | said"
    let is_aside = |source: &Range<UnitIx>| {
        let before = source.start.checked_sub(1).map(|before| units[before].tag);
        let governed = source.end == cue && before == Some(Tag::Preposition);
        ended || governed && is_speech(&units[cue])
    };
    let Some(source) = report.source.as_ref().filter(|s| s.end <= cue && is_aside(s)) else {
        return;
    };
    let doing = |tag: Tag| tag == Tag::SpeechIng || (colon || !ended) && tag.is_participle();
    let cites =
        |at: &UnitIx| doing(units[*at].tag) && (comma(at - 1) || units[at - 1].word == WHILE);
    // "reacting to | claims"
    let verb = |at: UnitIx| {
        let noun = matches!(units[at - 1].tag, Tag::Preposition | Tag::To);
        units[at].tag.is_finite() && !noun
    };
    let mut before = (sentence.start + 2..source.start).rev().take(LONGEST_CITED);
    let Some(participle) = before.find(cites) else { return };
    let start = clause_start(units, sentence, participle - 1);
    let lead = matches!(&units[start..participle - 1], [on, day, ..]
        if (on.tag, day.tag) == (Tag::Preposition, Tag::Time));
    let subject = start + if lead { 2 } else { 0 }..participle - 1;
    if units.get(subject.clone()).is_some_and(|words| !has_finite(words))
        && is_subject(units[subject.start].tag)
        && !(participle..cue).any(verb)
    {
        report.source = Some(subject);
    }
}

/// "To the Queen | he | wrote": a pronoun right before the verb is the subject.
pub fn own_pronoun(units: &Units, report: &mut Report) {
    let Some(source) = report.source.as_mut().filter(|s| s.end == report.cue.start && s.len() > 1)
    else {
        return;
    };
    let [.., before, he] = &units[source.clone()] else { return };
    let noun = matches!(before.tag, Tag::Name | Tag::Honorific | Tag::Office | Tag::Upper);
    if noun && matches!(he.word, HE | SHE | THEY) {
        source.start = source.end - 1;
    }
}

/// "Speaking with journalists, | Alakija, 61, said", "At the market, | Rosa Blanco, a baker, said",
/// "Moving the Bill, | the minister, Ana Orr, said": what leads in is no part of the subject.
pub fn past_lead_in(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(source) = report.source.as_mut().filter(|source| source.end <= report.cue.start)
    else {
        return;
    };
    // No table has "Moving"; but no name stands before "the".
    let (first, object) = (units[sentence.start].tag, units[source.start].word);
    let moves = source.start == sentence.start + 1
        && (first == Tag::Name || first.is_participle())
        && object == THE;
    // "In a letter sent to | the court, | the widow Ana Orr, 33, | said"
    let governed = units[sentence.start].tag == Tag::Preposition
        && source.start > sentence.start + 1
        && matches!(units[source.start - 1].tag, Tag::Preposition | Tag::To)
        && units[sentence.start..source.start].iter().all(|unit| !unit.tag.is_mark());
    let apposed = |name: &Unit| name.shape.is_capitalised();
    if governed
        && let Some(comma) = source.clone().find(|at| units[*at].tag == Tag::Comma)
        && units[comma + 1..source.end].iter().take(3).any(apposed)
    {
        source.start = comma + 1;
        return;
    }
    if source.start != sentence.start && !moves {
        return;
    }
    const DOING: Classes = Classes::of(&[Class::Ing, Class::Participle]);
    let leads = |first: &Unit| {
        first.tag == Tag::Preposition || first.tag.is_participle() || first.classes.has_any(DOING)
    };
    let mut start = sentence.start;
    while moves && start == sentence.start || units[start..source.end].first().is_some_and(leads) {
        let ends = |at: &UnitIx| units[*at].tag == Tag::Comma || units[*at].tag.is_finite();
        let comma = (start..source.end).find(ends).filter(|at| units[*at].tag == Tag::Comma);
        let Some(comma) = comma else {
            // "Speaking about the dam | Mayor Ana Ruiz | said"
            let name = |at: &UnitIx| {
                let known = units[*at].classes.has(Class::OfficeModifier);
                known || matches!(units[*at].tag, Tag::Name | Tag::Honorific | Tag::Office)
            };
            let named = source.clone().rev().take_while(name).last().filter(|at| {
                let inner = |tag| matches!(tag, Tag::Preposition | Tag::Possessive);
                let of = *at > start + 1 && !inner(units[*at - 1].tag);
                of && is_name_like(units, *at - 1) && units[source.end - 1].tag == Tag::Name
            });
            source.start = named.unwrap_or(source.start);
            return;
        };
        start = comma + 1;
    }
    let named = |first: &Unit| {
        first.shape.is_capitalised() || first.tag == Tag::Determiner || first.tag.is_pronoun()
    };
    if units[start..source.end].first().is_some_and(|first| opens_subject(first) && named(first)) {
        source.start = start;
    }
}
