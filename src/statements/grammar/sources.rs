//! Where a source begins and ends.

use super::contents::{LONGEST_INSERTED, is_name_like};
use super::objects::subject_before;
use super::{
    BY_GRAMMAR, clause_end, clause_start, has_finite, is_passive, is_relative, is_speech,
    is_subject, word,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    AFTER, ALTHOUGH, AND, AT, BECAUSE, BUT, CALLED, DURING, HERSELF, HIMSELF, IN, NOR, ON, OR,
    THEMSELVES, THERE, THOUGH, WHILE,
};
use crate::model::Segments;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "; a third said it had not", "he said | Ruiz had promised it": a subject that stands right before a finite
/// cue, from the start of a clause, is its source, whatever stands farther off.
pub fn beside_the_cue(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
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
    let inside = |at: &UnitIx| {
        let tag = all[*at].tag;
        is_subject(tag)
            || matches!(tag, Tag::Word | Tag::S | Tag::Possessive | Tag::Adverb | Tag::Ed)
            // "his cousin in the capital"
            || tag == Tag::Preposition
    };
    let walk = walk.skip(cue.start - inserted.unwrap_or(end));
    let Some(start) = walk.take(8).take_while(inside).last() else {
        return;
    };
    let edge = start.checked_sub(1).filter(|edge| *edge >= sentence.start);
    let opens = edge.is_some_and(|edge| match all[edge].tag {
        Tag::That | Tag::Complementizer | Tag::Semicolon | Tag::Colon => true,
        // "said | Oosterveld had promised"
        Tag::SpeechPast | Tag::SpeechPresent => end < cue.start || all[cue.start].tag == Tag::Have,
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

/// "left a day after | an audit | found that it rained": behind what opens a clause beside the main one, the
/// subject right before the verb is its source.
pub fn of_own_clause(
    units: &Units,
    segments: &Segments,
    sentence: &Range<UnitIx>,
    report: &mut Report,
) {
    let all = &units.units;
    let cue = report.cue.clone();
    if !is_speech(&all[cue.start]) || is_passive(&all[cue.clone()]) {
        return;
    }
    let start = clause_start(units, sentence, cue.start);
    let near = (start..cue.start).rev().take(LONGEST_SUBJECT);
    let mut near = near.take_while(|at| !all[*at].tag.is_mark());
    let Some(joint) = near.find(|at| is_subordinate(units, segments, *at)) else { return };
    let subject = joint + 1..cue.start;
    let noun = !subject.is_empty()
        && all[subject.end - 1].tag != Tag::Conjunction
        && (is_subject(all[subject.start].tag) || all[subject.start].tag == Tag::S)
        && !all[subject.clone()].iter().any(|unit| unit.tag.is_finite() || is_relative(unit));
    // "known as Carlos", "as mayor Ruiz said"
    let verb = |unit: &Unit| unit.tag.is_finite() || unit.classes.has(Class::Past);
    let main = &all[start..joint];
    let named = main.last().is_some_and(|last| is_speech(last) || last.tag == Tag::Ed);
    let sure = matches!(word(units, segments, joint), BECAUSE | WHILE | ALTHOUGH | THOUGH);
    let clause = sure && !main.is_empty() || main.iter().any(verb);
    let has_main = clause && !named && !main.iter().any(is_relative);
    let farther = |source: &Range<UnitIx>| source.start < joint;
    let behind = report.content.first().is_none_or(|part| part.start >= cue.end);
    if noun && has_main && behind && report.source.as_ref().is_none_or(farther) {
        report.source = Some(subject);
    }
}

/// "because", "after": opens a clause beside another.
fn is_subordinate(units: &Units, segments: &Segments, at: UnitIx) -> bool {
    let joins = units.units[at].classes.has(Class::Conjunction);
    joins && !matches!(word(units, segments, at), AND | OR | NOR | BUT)
}

/// "an audit", "the Foreign Minister of Veyra" is no longer than this.
const LONGEST_SUBJECT: usize = 8;

/// "was rung by her grandfather, | who | used to say": the nearest subject. "It was | Karl Berg | who said".
pub fn who(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = report.cue.clone();
    let verb = before_helpers(units, sentence, cue.start);
    // "who | she says | had promised"
    let told = verb.checked_sub(2).filter(|teller| *teller > sentence.start);
    let told = told.filter(|at| all[*at].tag.is_pronoun() && is_speech(&all[at + 1]));
    let who = told.unwrap_or(verb).checked_sub(1).filter(|who| *who > sentence.start);
    let Some(who) = who.filter(|who| all[*who].tag == Tag::Relative) else { return };
    if let Some(subject) = of_cleft(units, sentence, who) {
        let inside = |source: &Range<UnitIx>| source.end <= cue.start;
        if report.source.as_ref().is_none_or(inside) {
            report.source = Some(subject);
            return;
        }
    }
    let farther = |source: &Range<UnitIx>| {
        // "Mrs Holm thanked Karl Berg, who"
        let clause = source.contains(&who) && has_finite(&all[source.start..who]);
        source.end < who || clause || Some(source.start) == told
    };
    let behind = report.content.iter().all(|part| part.start >= cue.end);
    let cue = &all[cue];
    let active = cue.iter().any(|unit| unit.tag.reports()) && !cue.iter().any(|u| u.tag == Tag::Be);
    if behind && active && report.source.as_ref().is_none_or(farther) {
        report.source = Some(who..who + 1);
        // "which had maintained that it was valid | , had now revised its view"
        if let [content] = &mut report.content[..] {
            let resumes = |at: &UnitIx| {
                all[*at].tag == Tag::Comma
                    && all[..content.end].get(at + 1).is_some_and(|u| u.tag.is_finite())
            };
            content.end = content.clone().skip(1).find(resumes).unwrap_or(content.end);
        }
    }
}

/// "who | used to say", "who, | three years ago, | had said": where the verb of a relative clause begins, with what
/// is inserted before it.
fn before_helpers(units: &Units, sentence: &Range<UnitIx>, cue: UnitIx) -> UnitIx {
    let all = &units.units;
    let helps = |at: &UnitIx| {
        let next = all[*at + 1].tag;
        match all[*at].tag {
            Tag::Auxiliary | Tag::Have | Tag::Adverb | Tag::Ly | Tag::To => true,
            // "used to"
            Tag::Ed => next == Tag::To,
            // "which had for decades maintained"
            Tag::Time | Tag::S => all[at.saturating_sub(1)].tag == Tag::Preposition,
            Tag::Preposition => matches!(next, Tag::Time | Tag::S),
            _ => false,
        }
    };
    let verb = cue - (sentence.start..cue).rev().take_while(helps).count();
    let aside = inserted_before(units, sentence, verb);
    // "who, she said, had promised", but "who, as her flight was called, asked"
    let plain = |comma: &UnitIx| {
        let clause = all[comma + 1].tag == Tag::Conjunction;
        clause || !all[*comma..verb].iter().any(|unit| unit.tag.reports())
    };
    aside.filter(plain).unwrap_or(verb)
}

/// The subject in "It was | Karl Berg | who".
fn of_cleft(units: &Units, sentence: &Range<UnitIx>, who: UnitIx) -> Option<Range<UnitIx>> {
    let all = &units.units;
    let mut walk = (sentence.start + 1..who).rev().take(LONGEST_CLEFT);
    let be = walk.find(|at| all[*at].tag.is_finite() || all[*at].tag.is_mark())?;
    let it = all[be].tag == Tag::Be && all[be - 1].tag == Tag::It;
    // "It was also"
    let start = (be + 1..who).find(|at| all[*at].tag != Tag::Adverb)?;
    (it && is_subject(all[start].tag)).then_some(start..who)
}

/// Between "it was" and "who" no subject is longer.
const LONGEST_CLEFT: usize = 12;

/// "on the other hand" is no longer than this, with the comma behind it.
const LONGEST_ASIDE: usize = 5;

/// Where what is inserted between commas right before `end` begins.
fn inserted_before(units: &Units, sentence: &Range<UnitIx>, end: UnitIx) -> Option<UnitIx> {
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
    // "a | retired general"
    let adjective = |at: &UnitIx| {
        let after = at.checked_sub(1).is_some_and(|before| all[before].tag == Tag::Determiner);
        all[*at].tag == Tag::Ed && after
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
    let said = verb.filter(|at| beside && tells(*at));
    if let Some(said) = said {
        let determiner = (said + 2..source.end).rev().find(|at| all[*at].tag == Tag::Determiner);
        let start = determiner.unwrap_or(said + 1);
        if start < source.end && is_subject(all[start].tag) {
            source.start = start;
            return;
        }
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

/// "Two people briefed on the meeting | said": a participle that describes the subject is no part of the cue.
pub fn last_verb(units: &Units, report: &mut Report) {
    let all = &units.units;
    let Range { start, end } = report.cue;
    let describes = matches!(all[start].tag, Tag::SpeechPast | Tag::Ed)
        && all.get(start + 1).is_some_and(|next| next.tag == Tag::Preposition);
    if !describes || end < start + 4 || !is_speech(&all[end - 1]) {
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

/// "The nurse, who spoke on condition of anonymity, confirmed the account": the subject before a
/// relative clause, and the clause with it.
pub fn before_relative(units: &Units, sentence: &Range<UnitIx>, report: &mut Report) {
    let all = &units.units;
    let cue = &report.cue;
    let finite = matches!(all[cue.start].tag, Tag::SpeechPast | Tag::SpeechPresent);
    let comma = |at: UnitIx| all[at].tag == Tag::Comma;
    if !finite || cue.start < sentence.start + 4 || !comma(cue.start - 1) {
        return;
    }
    let start = clause_start(units, sentence, cue.start);
    // "Ruiz, elected in May, said", "The governor, her jacket gray with ash after a morning there, said"
    let inserted = |at: UnitIx| {
        let inside = &all[at..cue.start];
        let own = || inside[0].tag == Tag::PossessivePronoun && !has_finite(inside);
        // "One boy, aged nine, wrote"
        let subject = is_subject(all[start].tag) || all[start].tag == Tag::It;
        subject && comma(at - 1) && (inside[0].tag == Tag::Ed || own())
    };
    // "who, in 2014, said": its own verb.
    let opens = |at: &UnitIx| is_relative(&all[*at]) && !comma(at + 1) || inserted(*at);
    let Some(relative) = (start + 1..cue.start).find(opens) else { return };
    // What stands before the cue must be of the subject alone.
    let (before, after): (Vec<_>, Vec<_>) =
        report.content.iter().cloned().partition(|part| part.start < cue.start);
    let subject = |part: &Range<UnitIx>| {
        let own = part.start >= start && part.end <= cue.start;
        own && all[part.clone()].iter().all(|unit| unit.quoted == Quoted::Outside)
    };
    // "warned on Wednesday | that"
    let near = after.first().is_none_or(|part| {
        let when = |unit: &Unit| matches!(unit.tag, Tag::Preposition | Tag::Time | Tag::Colon);
        all.get(cue.end..part.start).is_some_and(|between| between.iter().all(when))
    });
    // "The mayor, who came late, said | the bridge, an old one, had fallen": the bridge has not said it. But
    // "The bridge, which fell, was old, said the mayor".
    let closes = !(relative..cue.start - 1).any(comma);
    let inverted = report.source.as_ref().filter(|source| source.start >= cue.end);
    // "The firm, which is large, wrote the mayor, is bankrupt" is the mayor's.
    let verb = |source: &Range<UnitIx>| {
        let rest = &all[source.end.min(sentence.end)..sentence.end];
        let inserted = matches!(rest, [comma, verb, ..]
            if comma.tag == Tag::Comma && verb.tag.is_finite());
        has_finite(rest) && !inserted
    };
    let own = before.is_empty() || closes && inverted.is_none_or(verb);
    let behind = inverted.is_some() && !before.is_empty();
    let piece = |s: &Range<UnitIx>| s.start + 1 >= relative || s.start == start;
    let fits = before.iter().all(subject) && report.source.as_ref().is_none_or(piece);
    if !own || !(near || behind) || !fits {
        return;
    }
    report.content = match behind {
        true => vec![cue.end..clause_end(units, sentence, cue.end)],
        false => after,
    };
    report.source = Some(start..cue.start);
    report.settle(BY_GRAMMAR);
}
