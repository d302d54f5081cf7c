//! Whose report it is, where the subject stands elsewhere in the sentence.

use super::BY_GRAMMAR;
use super::contents::is_name_like;
use super::sources::inserted_before;
use super::syntax::{
    clause_end, clause_start, end_before, has_comma, has_finite, is_relative, is_speech,
    is_subject, opens_subject,
};
use super::unsaid::is_only_told;
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    AFTER, ALTHOUGH, AND, AS, BEFORE, BUT, BY, HAVING, HE, IN, OF, QUOTE, SHE, SINCE, THOUGH, UPON,
    WHILE,
};
use crate::model::{Rule, sort_by_number};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Unit, UnitIx, Units};
use std::ops::Range;

/// A participle at the start of a sentence takes the subject of the main clause: its content ends
/// at the comma before that subject. "After saying that it was late, | Ruiz | left"
pub fn lead_in(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let lead = &reports[at];
    // "Agreeing that it was late,", "While | agreeing that it was late,", "But even after |
    // agreeing that it was late, she said"
    let joints = &units[sentence.start..lead.cue.start];
    let joins = |unit: &Unit| {
        let tag = matches!(unit.tag, Tag::Preposition | Tag::Conjunction | Tag::Comma);
        tag || unit.tag.is_adverb() || unit.classes.has(Class::Complementizer)
    };
    let during = |unit: &Unit| matches!(unit.word, WHILE | THOUGH | ALTHOUGH);
    let joint = joints.iter().rfind(|unit| !unit.tag.is_adverb());
    let fits = joint.is_none_or(|joint| {
        during(joint) || matches!(joint.word, AFTER | BEFORE | SINCE | BY | IN | UPON)
    });
    let sure = joints.is_empty() || joints.len() == 1 && during(&joints[0]);
    let verb = lead.cue.clone().find(|at| !units[*at].tag.is_adverb());
    let participle = verb.is_some_and(|verb| units[verb].tag.is_participle());
    if !(fits && participle && joints.iter().all(joins)) {
        return;
    }
    let after_comma = |source: &Range<UnitIx>, cue: &Range<UnitIx>| {
        source.start > lead.cue.end
            && opens_subject(&units[source.start])
            && source.end <= cue.start
            && has_comma(units, source.start - 1)
    };
    let mut later = reports[at + 1..].iter().take_while(|next| next.cue.start < sentence.end);
    let main = later
        .find(|next| next.source.as_ref().is_some_and(|source| after_comma(source, &next.cue)));
    let source = match main.and_then(|main| main.source.clone()) {
        Some(source) => source,
        None => match subject_after_comma(units, sentence, lead.cue.end) {
            Some(source) => source,
            None => return,
        },
    };
    let content = lead.cue.end..end_before(units, source.start);
    if content.is_empty() {
        return;
    }
    // "Noting the delay, | he asked for help": no content of the main report.
    let later = reports[at + 1..].iter_mut().take_while(|next| next.cue.start < sentence.end);
    for main in later.filter(|main| main.source.as_ref() == Some(&source)) {
        main.content.retain(|part| part.start >= source.end);
    }
    let lead = &mut reports[at];
    lead.source = Some(source);
    lead.end_by(content.end);
    match lead.content.last_mut() {
        Some(last) if !sure && last.start >= content.start => last.end = content.end,
        _ => lead.tells(content),
    }
    if sure {
        lead.rule = Rule::LeadIn;
        lead.settle(BY_GRAMMAR);
    }
}

/// "Addressing the guest, | he said": one report.
pub fn addressing(units: &Units, reports: &mut [Report]) {
    for at in 1..reports.len() {
        let (head, tail) = reports.split_at_mut(at);
        let (lead, main) = (&mut head[at - 1], &mut tail[0]);
        let same = lead.rule == Rule::LeadIn && lead.source.is_some() && lead.source == main.source;
        if same && main.cue_opens.is_none() && is_only_told(units, lead) {
            main.addressee = lead.content.pop();
            main.cue_opens = Some(lead.cue.clone());
        }
    }
}

/// The first noun phrase between a comma and a finite verb: the subject of a main clause.
pub(super) fn subject_after_comma(
    units: &Units,
    sentence: &Range<UnitIx>,
    from: UnitIx,
) -> Option<Range<UnitIx>> {
    let comma = |at: &UnitIx| {
        has_comma(units, *at) && units[..sentence.end].get(at + 1).is_some_and(opens_subject)
    };
    let verb = |at: &UnitIx| units[*at].tag.is_finite();
    (from..sentence.end).filter(comma).find_map(|comma| {
        let verb = (comma + 1..sentence.end.min(comma + 10)).find(verb)?;
        let joined = |unit: &Unit| matches!(unit.tag, Tag::Comma | Tag::Conjunction);
        let noun = !units[comma + 1..verb].iter().any(joined);
        (noun && verb > comma + 1).then_some(comma + 1..verb)
    })
}

/// What can be the subject right before the cue.
pub fn subject_before(
    units: &Units,
    sentence: &Range<UnitIx>,
    report: &Report,
) -> Option<Range<UnitIx>> {
    let cue = report.cue.start;
    let walk = (sentence.start..cue).rev();
    let near = walk.take_while(|at| is_name_like(units, *at)).last();
    // "Her predecessor, Dr Tindi, | urged"
    let start = near.or_else(|| {
        let start = clause_start(units, sentence, cue);
        let subject = &units[start..cue];
        let commas = subject.iter().filter(|unit| unit.tag == Tag::Comma).count();
        let noun = subject
            .iter()
            .all(|unit| !unit.tag.is_finite() && !matches!(unit.tag, Tag::Conjunction | Tag::That));
        let apposed = commas == 2 && subject.last().is_some_and(|last| last.tag == Tag::Comma);
        (apposed && noun).then_some(start)
    })?;
    is_subject(units[start].tag).then_some(start..cue)
}

/// "Two people | briefed on the meeting said": a participle in the subject of another report is
/// none.
pub fn in_subject(units: &Units, reports: &mut Vec<Report>) {
    let mut inside = vec![false; reports.len()];
    for at in 1..reports.len() {
        let Some(subject) = reports[at].source.clone() else { continue };
        if !is_speech(&units[reports[at].cue.start]) || subject.end != reports[at].cue.start {
            continue;
        }
        let near = at.saturating_sub(3)..at;
        for before in near {
            let report = &reports[before];
            let verb = report.cue.start;
            let participle = units[verb].tag == Tag::SpeechIng
                || units[verb].tag == Tag::SpeechPast
                    && units.get(verb + 1).is_some_and(|next| next.tag == Tag::Preposition);
            let same = match &report.source {
                Some(source) => source.start == subject.start,
                None => participle && verb > 0 && units[verb - 1].word == WHILE,
            };
            // "warned against what it | described"
            let noun = |unit: &Unit| {
                !unit.tag.is_mark()
                    && !is_relative(unit)
                    && !matches!(unit.tag, Tag::It | Tag::He | Tag::They | Tag::Complementizer)
            };
            inside[before] |= participle
                && same
                && subject.contains(&verb)
                && units[verb..subject.end].iter().all(noun);
        }
    }
    let mut inside = inside.into_iter();
    reports.retain(|_| !inside.next().unwrap_or(false));
}

/// In "by the Ostrel Gazette as" nothing is longer.
const LONGEST_BY: usize = 10;

/// "The agency quoted | Mr Holm | as saying talks would go on": two reports, whatever the fitted
/// model made of them. “Talks will go on,” the agency quoted | him | as saying: his.
pub fn quoted_saying(units: &Units, reports: &mut Vec<Report>) {
    let mut inner = Vec::new();
    for quotes in reports.iter_mut() {
        quoted_by(units, quotes);
        let sentence = units.sentence_of(quotes.cue.start);
        // "has also | quoted"
        let quoted = quotes.cue.clone().find(|at| units.lemma(*at) == QUOTE);
        let verb = quoted.unwrap_or(quotes.cue.start);
        let whom = verb + 1;
        // "quotes Mr Holm, an aide, | saying"
        let names = quoted.is_some();
        let comma = |at: UnitIx| names && units[at].tag == Tag::Comma;
        let joins = |at: UnitIx| units[at].word == AS || comma(at);
        let saying = (whom + 1..sentence.end.saturating_sub(1))
            .take(LONGEST_BY)
            .find(|at| joins(*at) && units[at + 1].tag == Tag::SpeechIng);
        let Some(at) = saying.filter(|_| is_speech(&units[verb])) else { continue };
        let plain = |unit: &Unit| (names || unit.tag != Tag::Comma) && !unit.tag.is_finite();
        // "unnamed officials"
        let unnamed = names && units[at - 1].classes.has(Class::Plural) && at == whom + 2;
        let object = is_subject(units[whom].tag) || unnamed;
        let object = object && units[whom + usize::from(unnamed)..at].iter().all(plain);
        let before = quotes.content.iter().any(|part| part.end <= quotes.cue.start);
        if !object || quotes.cue.end > at + 2 {
            continue;
        }
        if before {
            quotes.cue_opens = Some(quotes.cue.start..whom);
            quotes.cue = at + usize::from(comma(at))..at + 2;
            quotes.source = Some(whom..at);
            quotes.settle(BY_GRAMMAR);
            continue;
        }
        let mark = |unit: &Unit| matches!(unit.tag, Tag::Colon | Tag::Comma);
        let behind = at + 2 + usize::from(units.get(at + 2).is_some_and(mark));
        let end = quotes.content.last().map_or(0, |last| last.end);
        let end = if end > behind { end } else { clause_end(units, sentence, behind) };
        if behind < end {
            inner.push(Report {
                cue: at + 1..at + 2,
                source: Some(whom..at),
                content: vec![behind..end],
                ..Report::settled(quotes.block.clone(), BY_GRAMMAR)
            });
            quotes.cue = quotes.cue.start..whom;
            quotes.tells(whom..end);
            quotes.settle(BY_GRAMMAR);
        }
    }
    // What the fitted model found at the same "saying".
    let ours = |report: &Report| {
        inner.binary_search_by_key(&report.cue.start, |new: &Report| new.cue.start).is_ok()
    };
    reports.retain(|report| !ours(report));
    reports.append(&mut inner);
    sort_by_number(reports, |report| report.cue.start as u64);
}

/// "Holm was quoted by the radio on Monday as saying | that he had left": he says so.
fn quoted_by(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let sentence = units.sentence_of(cue.start);
    let Some(quoted) = cue.clone().find(|at| units.lemma(*at) == QUOTE) else { return };
    let by = units[..sentence.end].get(quoted + 1).is_some_and(|by| by.word == BY);
    let subject = report.source.as_ref().is_some_and(|source| source.end <= cue.start);
    let whole = units[cue.clone()].iter().any(|unit| unit.word == AS);
    let been = units[cue.start..quoted].iter().any(|unit| unit.tag == Tag::Be);
    if !by || !subject || whole || !been {
        return;
    }
    let mut walk = quoted + 2..sentence.end.saturating_sub(2);
    let apart = |unit: &Unit| unit.tag.is_mark() || unit.tag.is_finite();
    let Some(as_) = walk.find(|at| units[*at].word == AS || apart(&units[*at])) else { return };
    if units[as_].word == AS && units[as_ + 1].tag == Tag::SpeechIng {
        report.cue_opens = Some(cue.start..quoted + 1);
        report.cue = as_..as_ + 2;
        report.tells(as_ + 2..clause_end(units, sentence, as_ + 2));
        report.settle(BY_GRAMMAR);
    }
}

/// "The agency quoted | Mr Holm | as saying that ...": Holm says so, and units of it is quoted.
pub fn object_says(units: &Units, reports: &mut [Report], at: usize) {
    let (earlier, now) = reports.split_at_mut(at);
    let now = &mut now[0];
    let says = now.cue.start;
    let participle = units[says].tag == Tag::SpeechIng || units[says].word == HAVING;
    let sentence = units.sentence_of(says);
    if !participle || says < sentence.start + 2 || units[says - 1].word != AS {
        return;
    }
    let quotes = earlier.iter_mut().rev().take(2).find(|quotes| {
        let told = quotes.cue.end..says - 1;
        let active = units[quotes.cue.clone()].iter().all(|unit| unit.tag != Tag::Be);
        quotes.cue.start >= sentence.start
            && active
            && (1..=LONGEST_BY).contains(&told.len())
            && is_subject(units[told.start].tag)
            && units[told].iter().all(|unit| unit.tag != Tag::Comma && !unit.tag.is_finite())
    });
    let end = now.content.last().map(|last| last.end).filter(|end| *end > says);
    let (Some(quotes), Some(end)) = (quotes, end) else { return };
    now.source = Some(quotes.cue.end..says - 1);
    now.settle(BY_GRAMMAR);
    quotes.tells(quotes.cue.end..end);
}

/// So near before a verb stands the one before it in a list.
const NEAR: usize = 4;

/// "They took note of the attacks on convoys, demanded an inquiry and ...": in a list of verbs, the
/// noun before a comma belongs to the verb before it, and the subject is that of the sentence.
pub fn listed(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let (earlier, now) = reports.split_at_mut(at);
    let report = &mut now[0];
    let cue = report.cue.start;
    if cue < sentence.start + 3 || !is_speech(&units[cue]) || units[cue - 1].tag != Tag::Comma {
        return;
    }
    let start = clause_start(units, sentence, cue);
    // "the attacks" are no verb.
    let noun = |at: UnitIx| {
        matches!(units[at].tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Preposition)
    };
    let is_verb = |at: &UnitIx| units[*at].tag.is_finite() && !noun(at - 1);
    let Some(verb) = (start + 1..cue).rev().find(is_verb) else { return };
    let apart = |unit: &Unit| {
        let tag = matches!(unit.tag, Tag::That | Tag::Complementizer | Tag::QuoteMark);
        tag || is_relative(unit)
    };
    let says = is_speech(&units[verb]) && !units[verb].classes.has(Class::TakesPhrase);
    let object = |source: &Range<UnitIx>| source.start > verb && source.end <= cue;
    let one_noun = units[verb..cue - 1].iter().all(|unit| unit.tag != Tag::Comma);
    if says || !one_noun || units[start..cue].iter().any(apart) {
        return;
    }
    // "read by | Ana Ruiz, the government | condemned the coup, urged": more than the subject.
    let more = |before: &&Report| {
        let both = before.source.as_ref().zip(report.source.as_ref());
        let more = both.is_some_and(|(own, more)| own.end == more.end && own.start > more.start);
        before.is_firm() && before.cue.contains(&verb) && is_speech(&units[verb]) && more
    };
    let own = earlier.iter().rev().take(NEAR).find(more).and_then(|own| own.source.clone());
    let wrong = |source: &Range<UnitIx>| object(source) || own.is_some();
    if !report.source.as_ref().is_none_or(wrong) {
        return;
    }
    let subject = own.or_else(|| of_sentence(units, sentence, earlier));
    let Some(subject) = subject.filter(|s| s.end <= verb) else { return };
    report.source = Some(subject);
    let before = earlier.iter_mut().rev().take_while(|r| r.cue.start >= sentence.start);
    for before in before {
        before.cut(cue, cue - 1);
    }
}

/// "The Council took note of the report; decided | to meet; and condemned | the attack": after a
/// semicolon the subject is that of the sentence.
pub fn after_semicolon(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let (earlier, now) = reports.split_at_mut(at);
    let report = &mut now[0];
    let cue = report.cue.clone();
    let mut walk = (sentence.start..cue.start).rev();
    let joint = walk.find(|at| !matches!(units[*at].tag, Tag::Adverb | Tag::Conjunction));
    let opens = joint.is_some_and(|joint| units[joint].tag == Tag::Semicolon);
    if !opens || !is_speech(&units[cue.start]) {
        return;
    }
    let Some(subject) = of_reports(units, sentence, earlier).filter(|s| s.end < cue.start) else {
        return;
    };
    report.source = Some(subject);
    report.content.retain(|part| part.start >= cue.end);
}

/// "The envoys said he had left; | he | came back and declared that": behind a semicolon a clause
/// has its own subject.
pub fn own_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let start = clause_start(units, sentence, cue);
    let mut walk = (start..cue).rev();
    let joint = walk.find(|at| units[*at].tag != Tag::Adverb);
    let joined = joint.is_some_and(|joint| units[joint].tag == Tag::Conjunction);
    let before = report.source.as_ref().is_none_or(|source| source.end < start);
    if start == sentence.start || !joined || !before || !is_speech(&units[cue]) {
        return;
    }
    let ends = |at: &UnitIx| units[*at].tag.is_finite() || units[*at].tag.is_mark();
    let verb = (start..cue).find(ends).filter(|verb| units[*verb].tag.is_finite());
    let subject = verb.map(|verb| start..verb).filter(|subject| !subject.is_empty());
    let noun = subject.filter(|_| is_subject(units[start].tag));
    report.source = noun.or(report.source.take());
}

/// "Ruiz | was firm and announced that", "Ruiz | summoned the envoy, Karl Berg, and demanded": a
/// second verb has the subject of the first.
pub fn of_first_verb(units: &Units, report: &mut Report) {
    let cue = report.cue.start;
    let sentence = units.sentence_of(cue);
    let subject = of_sentence(units, sentence, &[]).or_else(|| behind_place(units, sentence));
    let Some(subject) = subject.filter(|subject| subject.end < cue) else { return };
    let passive = matches!(units[subject.end + 1].tag, Tag::Ed | Tag::SpeechPast);
    let be = units[subject.end].tag.helps() && passive;
    // "Norra's | state-owned mill"
    let owns = units[subject.end - 1].tag == Tag::Possessive;
    let start = match &report.source {
        // "Ruiz | was joined by Karl Berg and said"
        // "Ruiz | was stopped and told that": by nobody.
        None if report.settled => return,
        None => subject.end + 1 + usize::from(be),
        // Whom the first verb takes, and the comma behind him.
        Some(whom) if whom.start == subject.end + 1 && whom.end < cue => {
            whom.end + usize::from(units[whom.end].tag == Tag::Comma)
        }
        // "Ruiz summoned Karl Berg | in May and conveyed"
        Some(over) if over.start == subject.start && over.end > subject.end && !owns => over.end,
        Some(_) => return,
    };
    let verb = units.get(start..cue).unwrap_or_default();
    let apart = |unit: &Unit| {
        let opens = matches!(unit.tag, Tag::That | Tag::Complementizer);
        opens || unit.tag.is_mark() || unit.tag.is_finite() || is_relative(unit)
    };
    // "Last week | you | stood there and said": of no other.
    let other = units[subject.clone()].iter().all(|unit| unit.tag != Tag::First);
    let Some((and, verb)) = verb.split_last() else { return };
    let joined = other && and.tag == Tag::Conjunction;
    // "adjourned the case, and | directed"
    let comma = usize::from(verb.last().is_some_and(|comma| comma.tag == Tag::Comma));
    let verb = &verb[..verb.len() - comma];
    if joined && is_speech(&units[cue]) && !verb.iter().any(apart) {
        report.source = Some(subject);
    }
}

/// "At the door | she | takes my arm": no comma need stand before a pronoun. "On Monday, | Ruiz |
/// summoned her"
fn behind_place(units: &Units, sentence: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let mut near = sentence.clone().take(LONGEST_FRONTED);
    let comma = near.clone().find(|at| units[*at].tag == Tag::Comma);
    // "Because of the frost", "Amid fears of frost"
    let of = units.get(sentence.start + 1).is_some_and(|of| of.word == OF);
    if let Some(comma) = comma.filter(|_| of || units[sentence.start].tag == Tag::Preposition)
        && units[sentence.start..comma].get(2..).is_none_or(|lead| !has_finite(lead))
    {
        let verb = (comma + 1..sentence.end).find(|at| units[*at].tag.is_finite())?;
        let subject = comma + 1..verb;
        let noun = units[subject.clone()].iter().all(|unit| !unit.tag.is_mark());
        let noun = noun && !subject.is_empty() && is_subject(units[comma + 1].tag);
        return noun.then_some(subject);
    }
    let he = near.find(|at| matches!(units[*at].word, HE | SHE))?;
    let lead = &units[sentence.start..he];
    let plain = |unit: &Unit| !unit.tag.is_finite() && !unit.tag.is_mark();
    let place = lead.first().is_some_and(|first| first.tag == Tag::Preposition);
    (place && lead.len() > 1 && lead.iter().all(plain)).then_some(he..he + 1)
}

/// "At the end of the long day" is no longer than this.
const LONGEST_FRONTED: usize = 8;

/// "When Ana Ruiz arrived, | Peter Holm | smiled and said": a second verb of the main clause has
/// its subject, not that of the clause before it. "When she applied, | the manager, Peter Holm, |
/// wrote back"
pub fn of_main_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let own = |source: &&Range<UnitIx>| source.end < cue && source.start >= sentence.start;
    let Some(source) = report.source.as_ref().filter(own) else { return };
    let lead = &units[sentence.start];
    let opens = lead.classes.has(Class::Complementizer)
        || lead.tag == Tag::Preposition
        || lead.tag == Tag::Conjunction && !matches!(lead.word, AND | BUT);
    let joined = units[cue - 1].word == AND && is_speech(&units[cue]);
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    if opens
        && let Some(lead) = (source.end..cue).find(comma)
        && let Some(aside) = inserted_before(units, sentence, cue).filter(|aside| *aside > lead + 1)
        && is_subject(units[lead + 1].tag)
        && !has_finite(&units[lead + 1..cue])
        && !(lead + 1..aside).any(|at| comma(&at))
    {
        report.source = Some(lead + 1..cue);
        return;
    }
    let main = (source.end..cue).find(comma).map(|comma| comma + 1..cue - 1);
    let Some(main) = main.filter(|main| opens && joined && main.len() > 1) else { return };
    let plain = |at: UnitIx| {
        let tag = units[at].tag;
        !tag.is_mark() && !tag.is_finite() || tag == Tag::Ed
    };
    let name = |at: &UnitIx| {
        let unit = &units[*at];
        unit.shape.is_capitalised() || unit.tag.is_pronoun() && *at == main.start
    };
    let end = main.start + main.clone().take_while(name).count();
    if units[sentence.start..source.start].iter().all(|unit| unit.tag != Tag::Comma)
        && is_subject(units[main.start].tag)
        && (main.start + 1..main.end).contains(&end)
        && main.clone().filter(|at| *at != end).all(plain)
    {
        report.source = Some(main.start..end);
    }
}

/// The source of the first report in the sentence that has one before its verb.
fn of_reports(
    units: &Units,
    sentence: &Range<UnitIx>,
    earlier: &[Report],
) -> Option<Range<UnitIx>> {
    let subject = |report: &Report| {
        let before = |s: &Range<UnitIx>| s.end <= report.cue.start || report.rule == Rule::LeadIn;
        report.source.clone().filter(before)
    };
    // From behind: no farther than the sentence.
    let here = earlier.iter().rev().take_while(|report| report.cue.start >= sentence.start);
    let subjects = here.filter(|report| report.is_firm()).filter_map(subject);
    // "In this audience, which took place in May, | the Leader said"
    let whole = |subject: &Range<UnitIx>| !is_relative(&units[subject.start]);
    subjects.clone().filter(whole).last().or_else(|| subjects.last())
}

/// The subject of the sentence, for a report that has none of its own: of the first report in it
/// that no other holds, else what stands before the first finite verb.
pub fn of_sentence(
    units: &Units,
    sentence: &Range<UnitIx>,
    earlier: &[Report],
) -> Option<Range<UnitIx>> {
    of_reports(units, sentence, earlier).or_else(|| {
        let verb = sentence.clone().find(|at| units[*at].tag.is_finite())?;
        let adverb = |at: &UnitIx| units[*at].tag.is_adverb();
        let end = (sentence.start..verb).rev().find(|at| !adverb(at))? + 1;
        let subject = sentence.start..end;
        (!subject.is_empty() && subject.len() <= 12 && is_subject(units[subject.start].tag))
            .then_some(subject)
    })
}
