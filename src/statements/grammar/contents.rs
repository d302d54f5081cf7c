//! Where a content begins and ends behind its cue.

use super::BY_GRAMMAR;
use super::adverbials::{adverb, is_dated, is_where, opens_there, takes_clause};
use super::cue::phrase;
use super::ends::end_before_teller;
use super::plain_verbs::opens_bare;
use super::subjects::subject_before;
use super::syntax::{
    clause_end, has_finite, is_at_least, is_number, is_passive, is_relative, is_somebody,
    is_speech, is_subject, joins_clause, opens_subject,
};
use crate::lexicon::fixed::{
    ABOUT, ACCUSED, ALTHOUGH, AND, AS, AT, BUT, BY, DESPITE, FOLLOWING, FOR, HE_D, IN, NO, OF, ON,
    OR, OTHERWISE, OVER, PUT, PUTS, QUOTE, SAY, SHE_D, SINCE, THAT, THEY_D, THEY_VE, THIS, THOUGH,
    TWICE, UNDER, UP, WHILE, YES,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Rule, WordId};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "says | her account of the fire | at the mill raises doubts": a clause has a verb.
pub fn with_verb(units: &Units, report: &mut Report) {
    let end = report.cue.end;
    let says = is_speech(&units[end - 1]) && units.lemma(end - 1) == SAY;
    let [only] = &mut report.content[..] else { return };
    let sentence = units.sentence_of(end - 1);
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && !unit.tag.is_finite();
    let noun = only.start == end && is_subject(units[end].tag) && only.len() > 1;
    if !says || !noun || !units[only.clone()].iter().all(plain) || only.end >= sentence.end {
        return;
    }
    let clause = only.end..clause_end(units, sentence, only.end);
    let ends = |at: &UnitIx| {
        let unit = &units[*at];
        unit.tag.is_mark() || joins_clause(unit) || unit.tag.is_finite()
    };
    let verb = clause.clone().find(ends).filter(|at| units[*at].tag.is_finite());
    if let Some(verb) = verb.filter(|verb| *verb > clause.start) {
        let comma = (verb..clause.end).find(|at| units[*at].tag == Tag::Comma);
        only.end = comma.unwrap_or(clause.end);
    }
}

/// "The mill will close, | but | Ana Ruiz said | it would not": the first is the text's own.
pub fn behind_but(units: &Units, report: &mut Report) {
    let [first, second] = &report.content[..] else { return };
    let Some(source) = &report.source else { return };
    let but = matches!(units.get(first.end..source.start), Some([comma, but])
        if comma.tag == Tag::Comma && but.word == BUT);
    let quoted = units[first.clone()].iter().any(|unit| unit.quoted != Quoted::Outside);
    if but && !quoted && second.start >= report.cue.end && source.end <= report.cue.start {
        report.content.remove(0);
    }
}

/// "The head of the port, | Ana Ruiz | says it is late": a title without its second comma is no
/// clause.
pub fn behind_title(units: &Units, report: &mut Report) {
    let [first, second] = &report.content[..] else { return };
    let Some(source) = report.source.as_mut() else { return };
    let title = &units[first.clone()];
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && !unit.tag.is_finite();
    let office = title.iter().any(is_somebody);
    let joint = usize::from(title[0].tag.is_adverb() || title[0].tag == Tag::Conjunction);
    let opens = title.get(joint).is_some_and(|the| the.tag.is_determiner());
    let between = first.end + 1 == source.start && units[first.end].tag == Tag::Comma;
    let beside = source.end == report.cue.start && second.start == report.cue.end;
    if office && opens && between && beside && title.iter().all(plain) {
        source.start = first.start + joint;
        report.content.remove(0);
    }
}

/// "Police say | at least two are missing": no place and no time, but what is said.
pub fn at_least(units: &Units, report: &mut Report) {
    // "spoke of up | to forty people"
    if let Some(first) = report.content.first_mut()
        && first.start > report.cue.start + 1
        && units[first.start - 1].word == UP
        && is_at_least(&units[first.start - 1..first.end])
    {
        first.start -= 1;
        report.cue.end = report.cue.end.min(first.start);
    }
    let Some(verb) =
        report.cue.clone().find(|at| is_speech(&units[*at]) || units[*at].tag == Tag::SpeechBase)
    else {
        return;
    };
    let start = verb + 1;
    let sentence = units.sentence_of(verb);
    let beside = (start..=start + 1).contains(&report.cue.end);
    // "was retweeted | over 25,000 times"
    let beside = beside && !is_passive(&units[report.cue.clone()]);
    if !beside || start >= sentence.end || !is_at_least(&units[start..sentence.end]) {
        return;
    }
    let end = report.content.last().map(|last| last.end).filter(|end| *end > start);
    report.cue.end = start;
    report.tells(start..end.unwrap_or_else(|| clause_end(units, sentence, start)));
    report.settle(BY_GRAMMAR);
}

/// "said | despite the rain the pier was full", "said | with Ruiz away, the talks would wait":
/// neither a place nor a paper, but what is said.
pub fn led(units: &Units, report: &mut Report) {
    const LEADS: [WordId; 4] = [DESPITE, FOR, SINCE, UNDER];
    let said = |at: &UnitIx| is_speech(&units[*at]) && units.lemma(*at) == SAY;
    let Some(start) = report.cue.clone().find(said).map(|verb| verb + 1) else { return };
    let sentence = units.sentence_of(start - 1);
    let words = units.get(start..sentence.end).unwrap_or_default();
    let [first, next, ..] = words else { return };
    let subject = report.source.as_ref().is_some_and(|source| source.end < start);
    let beside = (start..=start + 1).contains(&report.cue.end);
    if !subject || !beside || first.tag != Tag::Preposition || adverb(units, start).is_some() {
        return;
    }
    // "said with regret | that", "said with a laugh: “It is late.”"
    let ends = |unit: &Unit| {
        let opens = matches!(unit.tag, Tag::That | Tag::Complementizer) || is_relative(unit);
        opens || unit.tag != Tag::Comma && unit.tag.is_mark() || unit.quoted != Quoted::Outside
    };
    let stop = words.iter().position(|unit| unit.tag.is_finite() || ends(unit));
    let Some(verb) = stop.filter(|verb| words[*verb].tag.is_finite()) else { return };
    let comma = words[..verb].iter().rposition(|unit| unit.tag == Tag::Comma);
    let leads = match comma {
        Some(comma) => {
            let noun = &words[comma + 1];
            !is_where(first.word) && (opens_subject(noun) || noun.tag == Tag::It)
        }
        // "said under questioning he had lied"
        None => {
            // "over the weekend", but "over the phone"
            let time = words[..verb].iter().any(|unit| unit.tag == Tag::Time);
            let leads = LEADS.contains(&first.word) || first.word == OVER && time;
            leads && !matches!(next.tag, Tag::Word | Tag::Ing)
        }
    };
    if leads {
        report.cue.end = start;
        let end = report.content.last().map_or(start, |last| last.end);
        report.tells(start..end.max(clause_end(units, sentence, start)));
        report.settle(BY_GRAMMAR);
    }
}

/// "her statement | went on", "the committee | made it clear", "the other accused | said": a noun
/// before the verb is who speaks.
pub fn behind_subject(units: &Units, report: &mut Report) {
    let verb = report.cue.start + 1;
    let noun = matches!(units[verb - 1].tag, Tag::NounCue | Tag::Body | Tag::Word);
    let mut rest = report.cue.clone().skip(1).map(|at| units[at].tag);
    let accused = units[verb - 1].word == ACCUSED
        && rest.find(|tag| !tag.is_adverb()).is_some_and(Tag::is_finite);
    if let Some(source) = report.source.as_mut().filter(|source| source.end + 1 == verb)
        && (accused || noun && report.cue.contains(&verb) && phrase(units, verb).is_some())
    {
        source.end = verb;
        report.cue.start = verb;
    }
    // "| they've | warned them": one word in two parts of the sentence.
    let both = matches!(units[verb - 1].word, HE_D | SHE_D | THEY_D | THEY_VE);
    if both && report.cue.contains(&verb) {
        report.source = Some(verb - 1..verb);
        report.cue.start = verb;
    }
}

/// "went on | television to say": what stands before is no cue by itself.
fn ends_in_saying(rest: &[Unit]) -> bool {
    matches!(rest, [.., to, say] if (to.tag, say.tag) == (Tag::To, Tag::SpeechBase))
}

/// "put it to", "took the view": a phrase of the lexicon without a verb of speech is a whole cue.
pub fn cue_phrase(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let found = cue.clone().find_map(|at| phrase(units, at));
    let Some((classes, end)) = found else { return };
    if units.get(end..cue.end).is_some_and(ends_in_saying) {
        return;
    }
    if end <= report.block.end {
        report.phrase = classes;
        report.cue.end = end;
        // "The envoy is alarmed by | the fighting", which has not said it.
        if report.source.as_ref().is_some_and(|source| source.start >= end) {
            report.source = subject_before(units, units.sentence_of(cue.start), report);
        }
        // "drew attention to | complaints about | the heating"
        let noun = units
            .get(end)
            .is_some_and(|first| first.tag != Tag::Preposition && !first.tag.is_participle());
        // "looked forward to | an early end of | the talks": what the fitted model has in the cue.
        let gap = |start: UnitIx| match units.get(end..start) {
            _ if start == cue.end && noun => true,
            Some([noun, of]) => noun.classes.has(Class::NounCue) && of.tag == Tag::Preposition,
            words => words.is_none_or(<[Unit]>::is_empty),
        };
        report.content.iter_mut().filter(|part| gap(part.start)).for_each(|part| part.start = end);
        report.drop_empty();
    }
}

/// "briefed on | the state | of the talks": a noun has what it governs.
pub fn with_noun(units: &Units, report: &mut Report) {
    let end = report.cue.end;
    let Some(first) = report.content.first_mut().filter(|first| first.start > end) else { return };
    let noun = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::S | Tag::NounCue);
    let governed = matches!(units[end - 1].word, ON | OF | ABOUT)
        && units[first.start].tag == Tag::Preposition
        && matches!(&units[end..first.start], [the, words @ ..]
            if the.tag == Tag::Determiner && !words.is_empty() && words.iter().all(noun));
    if governed {
        first.start = end;
    }
    // "briefed her | on Lorne's | plans on trade": from the first of two.
    let on = (end..first.start).find(|at| units[*at].word == units[first.start].word);
    if let Some(on) = on.filter(|_| units[first.start].tag == Tag::Preposition)
        && (end..first.start).all(|at| at == on || is_name_like(units, at))
    {
        first.start = on;
    }
}

/// What can stand inside the noun phrase of a person.
pub fn is_name_like(units: &Units, at: UnitIx) -> bool {
    let tag = units[at].tag;
    is_subject(tag)
        || matches!(tag, Tag::Possessive | Tag::S | Tag::Word)
            && units[at].quoted == Quoted::Outside
}

/// "The union puts | the gain at 1.5 percent", "organisers put | the number at twice that"
pub fn estimate(units: &Units, report: &mut Report) {
    let Some(content) = estimated(units, report.cue.start) else { return };
    report.cue.end = content.start;
    report.phrase = Classes::of(&[Class::Speech, Class::TakesPhrase]);
    report.tells(content);
    report.raise_cue(BY_GRAMMAR);
}

/// What somebody puts at a number.
pub fn estimated(units: &Units, verb: UnitIx) -> Option<Range<UnitIx>> {
    if !matches!(units[verb].word, PUT | PUTS) {
        return None;
    }
    let sentence = units.sentence_of(verb);
    // Not "put out an advisory at eight".
    let noun = [Tag::Determiner, Tag::PossessivePronoun, Tag::It];
    units.get(verb + 1).filter(|next| noun.contains(&next.tag))?;
    let ends = |at: &UnitIx| {
        units[*at].tag.is_mark() || units[*at].tag.is_finite() || units[*at].tag == Tag::Conjunction
    };
    let end = (verb + 1..sentence.end).find(ends).unwrap_or(sentence.end);
    let mut inside = verb + 2..end;
    inside.find(|at| units[*at].word == AT)?;
    let number = |at: UnitIx| {
        let twice = units[at].word == TWICE;
        twice || is_number(&units[at])
    };
    inside.take(3).any(number).then_some(verb + 1..end)
}

/// "The inquiry was told that ...", "they had been offered posts", "was accused of theft": a
/// passive's subject is no source.
pub fn told(units: &Units, report: &mut Report) {
    let Range { start, end } = report.cue;
    let of = end > start + 1
        && matches!(units[end - 1].word, OF | FOR | ABOUT | ON)
        && report.phrase == Classes::default();
    // "was accused | by the opposition | of"
    let by = (start + 1..end).find(|at| of && units[*at].word == BY);
    if let Some(by) = by.filter(|by| by + 2 < end && is_passive(&units[start..*by])) {
        report.addressee = report.source.replace(by + 1..end - 1);
        report.cue.end = by;
        report.settle(BY_GRAMMAR);
        return;
    }
    if !is_passive(&units[start..end - usize::from(of)]) {
        return;
    }
    // "He was challenged by Ruiz, who said"
    let he = |part: &Range<UnitIx>| part.len() == 1 && units[part.start].tag.is_pronoun();
    report.content.retain(|part| part.end > start || !he(part));
    // "The inquest was told by Ms Tighe that", "Dree was asked whether": the subject is not said.
    let clause = |part: &Range<UnitIx>| {
        let opens = units[part.start].tag;
        // "Concern was expressed over | the delay"
        let over = units[end - 1].tag == Tag::Preposition;
        part.start >= report.cue.end && (over || matches!(opens, Tag::That | Tag::Complementizer))
    };
    if report.content.iter().any(clause) {
        report.content.retain(|part| part.start >= report.cue.end);
    }
    // "was told by the clerk | in May"
    if let Some(by) = report.source.as_mut().filter(|by| by.start >= end) {
        let on = by.clone().skip(1).find(|on| is_dated(units, *on..by.end));
        by.end = on.unwrap_or(by.end);
    }
    if let Some(told) = report.source.take_if(|told| told.end <= report.cue.start) {
        report.addressee = Some(told);
        let first = report.content.first().map(|part| (part.start, units[part.start].tag));
        if let Some((start, Tag::That | Tag::To | Tag::Complementizer)) = first
            && start == report.cue.end
        {
            report.settled = true;
        }
    }
}

/// "It was announced late on Sunday | that a crane would come": neither "it" nor when is said.
pub fn impersonal(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let it = cue.start > sentence.start && units[cue.start - 1].tag == Tag::It;
    if !it || units[cue.start].tag != Tag::Be || cue.end >= sentence.end {
        return;
    }
    let Some(that) = that_follows(units, sentence, cue.end) else { return };
    report.tells(that..clause_end(units, sentence, that));
    // "It was reported by Radio Dorna that"
    report.source.take_if(|source| source.end <= cue.start);
    report.settle(BY_GRAMMAR);
}

/// A "that" within a few words, with no verb and no mark before it.
pub fn that_follows(units: &Units, sentence: &Range<UnitIx>, from: UnitIx) -> Option<UnitIx> {
    let tag = |at: &UnitIx| units[*at].tag;
    let ends = |at: &UnitIx| tag(at).is_mark() || tag(at).is_finite() || tag(at) == Tag::That;
    // "were confirmed in | that town"
    let clause = |at: &UnitIx| tag(at) == Tag::That && units[at - 1].tag != Tag::Preposition;
    (from..sentence.end).take(LATE).find(ends).filter(clause)
}

/// So many words stand between a verb and its "that".
pub const LATE: usize = 6;

/// "made it clear, however, | that it was late", "denied, however, | having been told", "rejected,
/// however, | his demand", "observed, in a lighter vein, | that": the content begins behind the
/// second comma.
pub fn however(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let end = report.cue.end;
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    if end >= sentence.end || !comma(&end) {
        return;
    }
    let Some(second) = (end + 1..sentence.end).take(LONGEST_INSERTED).find(comma) else { return };
    let Some(next) = units.get(second + 1).filter(|_| second + 1 < sentence.end) else { return };
    // "announced, with deep regret, | the passing of the King"
    let object = || {
        let noun = next.tag.is_determiner();
        let open = report.content.first().is_none_or(|part| part.start <= second + 1);
        units[end + 1].tag == Tag::Preposition && noun && open && !has_finite(&units[end..second])
    };
    let adverb = second == end + 2 && units[end + 1].tag == Tag::Adverb;
    let noun = adverb && is_subject(next.tag);
    // "warned, however, of | a shortage"
    let phrase = units.lexicon.phrase_of(&[units[end - 1].word, next.word]);
    if adverb && phrase.is_some_and(|(classes, _)| classes.has(Class::TakesPhrase)) {
        report.tells(second + 2..clause_end(units, sentence, second + 2));
        report.raise_cue(BY_GRAMMAR);
        return;
    }
    // "said, however, | there is hope"
    let clause = || {
        let rest = &units[second + 1..clause_end(units, sentence, second + 1)];
        adverb && units.lemma(end - 1) == SAY && (opens_there(rest) || opens_bare(rest))
    };
    let said = matches!(next.tag, Tag::That | Tag::To | Tag::Complementizer)
        || report.content.is_empty() && clause()
        || (next.tag.is_participle() || next.tag == Tag::Have || noun || object())
            && units[end - 1].classes.has(Class::TakesPhrase);
    if said {
        report.tells(second + 1..clause_end(units, sentence, second + 1));
        report.raise_cue(BY_GRAMMAR);
    }
}

/// "Is it true that | she | said, “A”?", "The letter in which | she | said it was late": what leads
/// to a report is no part of it.
pub fn led_to(units: &Units, report: &mut Report) {
    let Some(start) = report.source.as_ref().map(|source| source.start) else { return };
    let leads = |part: &Range<UnitIx>| {
        let [.., r#in, which] = &units[part.clone()] else {
            return part.end == start && units[start - 1].tag == Tag::That;
        };
        let in_which = r#in.tag == Tag::Preposition && is_relative(which);
        part.end == start && (in_which || which.tag == Tag::That)
    };
    if report.content.len() > 1 {
        report.content.retain(|part| !leads(part));
    }
}

/// "said — and I quote — | “It is late.”", "said, quote, | “It is late.”": what is quoted
/// behind an aside.
pub fn behind_aside(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let [mark, aside @ ..] = &units[report.cue.end.min(sentence.end)..sentence.end] else { return };
    let inside = |unit: &&Unit| !unit.tag.is_mark() && unit.quoted == Quoted::Outside;
    // "this is the quote, verbatim"
    let dash = mark.tag == Tag::Dash;
    let length = aside
        .iter()
        .take_while(|unit| inside(unit) || dash && unit.tag == Tag::Comma)
        .take(LONGEST_INSERTED)
        .count();
    let quote = match &aside[..length] {
        [quote] => quote.word == QUOTE,
        [and, i, verb] => and.word == AND && i.tag == Tag::First && verb.tag == Tag::SpeechBase,
        _ => false,
    };
    let closes = aside.get(length).is_some_and(|unit| match unit.tag {
        Tag::Dash => dash,
        tag => quote && matches!(tag, Tag::Comma | Tag::Colon),
    });
    let said = report.cue.end + length + 2;
    let quoted = units.get(said).is_some_and(|unit| unit.quoted == Quoted::Whole);
    if length > 0 && closes && quoted && (dash || mark.tag == Tag::Comma) && said < report.block.end
    {
        report.tells(said..said + 1);
        report.rule = Rule::Quotation;
        report.settle(BY_GRAMMAR);
    }
}

/// "that if it rained", "that even when it rains", "that in recent years", "that while nobody liked
/// it": what stands before a clause.
fn is_lead(content: &[Unit]) -> bool {
    // "his belief | that under her", "the fact | that despite it"
    let belief = matches!(content, [his, _, that, ..]
        if his.tag.is_determiner() && that.tag == Tag::That);
    let [that, rest @ ..] = &content[2 * usize::from(belief)..] else { return false };
    let adverbs = rest.iter().take_while(|unit| unit.tag.is_adverb()).count();
    let Some(first) = rest.get(adverbs) else { return false };
    let opens = match first.tag {
        Tag::Preposition | Tag::To => !has_finite(content),
        // "that following the fire"
        Tag::Ing => first.word == FOLLOWING && !has_finite(content),
        Tag::Conjunction => matches!(first.word, WHILE | ALTHOUGH | THOUGH),
        tag => tag == Tag::Complementizer,
    };
    that.tag == Tag::That && opens
}

/// In "maintained, in an interview in her darkened office, that" and "her envoy, just back from
/// Fare, had reported" nothing is longer.
pub const LONGEST_INSERTED: usize = 10;

/// "She did confirm | that he had asked": what stands behind "that", where the fitted model found
/// nothing or the clause of another verb.
pub fn that_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let next = |at: UnitIx| units.get(at).filter(|_| at < sentence.end).map(|next| next.tag);
    // "reports today | that"
    let late = matches!(next(cue.end), Some(Tag::Time | Tag::Adverb))
        && next(cue.end + 1) == Some(Tag::That);
    let from = cue.end + usize::from(late);
    let next = next(from);
    let verb = &units[cue.end - 1];
    let speaks = |class| is_speech(verb) && verb.classes.has(class);
    let to = next == Some(Tag::To) && speaks(Class::TakesTo);
    let that = next == Some(Tag::That) && report.is_firm();
    // "said | that if it rained, the council would say more": the clause behind the lead too.
    if let Some(first) =
        report.content.first_mut().filter(|first| is_lead(&units[(*first).clone()]))
        && let Some([comma, next]) = units.get(first.end..first.end + 2)
        && comma.tag == Tag::Comma
        && next.tag != Tag::Conjunction
    {
        first.end = end_before_teller(units, sentence, first.end);
    }
    // "claimed | that when he asked the mayor, she laughed": the clause behind a "that" alone.
    if let [only] = &mut report.content[..]
        && only.len() == 1
        && only.start >= cue.end
        && units[only.start].tag == Tag::That
        && units[..sentence.end].get(only.end).is_some_and(|w| w.tag == Tag::Complementizer)
    {
        only.end = end_before_teller(units, sentence, only.end);
    }
    // "acknowledges | that a letter came | but maintained that it was late": not what another verb
    // tells.
    if let Some(first) = report.content.first().filter(|_| is_speech(verb)) {
        let joint = |at: &UnitIx| units[*at].tag == Tag::Conjunction && is_speech(&units[at + 1]);
        let joint = (cue.end..first.start.max(cue.end)).find(joint);
        if let Some(joint) = joint.filter(|_| units[first.start].tag == Tag::That) {
            report.tells(cue.end..joint);
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
    let subject = near.filter(|start| is_subject(units[*start].tag)).map(|start| start..cue.start);
    report.source = report.source.take().or(subject);
    let clause = from..clause_end(units, sentence, from);
    // "We support that call", "those who say that water is free"
    let whose = report.source.as_ref().map(|source| &units[source.start]);
    let whole = to || has_finite(&units[clause.clone()]);
    // "welcomed it and undertook | to promote it"
    let joint = cue.start > sentence.start && units[cue.start - 1].tag == Tag::Conjunction;
    if whose.map_or(joint, |first| !is_relative(first)) && whole {
        report.tells(clause);
        report.settle(BY_GRAMMAR);
    }
}

/// "said | when it rains, the road floods", "said | under the plan, the ferry would stop": a clause
/// without "that" which opens with another one, or with what governs it.
pub fn with_lead(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let said = report.cue.start;
    let from = said + 1;
    let [first, second, third, ..] = &units[from..sentence.end.max(from)] else { return };
    let opens = match first.word {
        AND | BUT | OR => false,
        // "as long as", "in this regard"
        AS => third.word == AS,
        IN => matches!(second.word, THIS | THAT) && third.tag != Tag::Comma,
        UNDER => true,
        _ => first.classes.has(Class::Conjunction),
    };
    let beside = report.source.as_ref().is_some_and(|source| source.end == said);
    if !opens || !beside || !takes_clause(&units[said]) {
        return;
    }
    let Some(comma) = (from..sentence.end).find(|at| units[*at].tag == Tag::Comma) else { return };
    let open = match &report.content[..] {
        [] => true,
        [only] => only.start >= from && only.end <= comma + 1,
        _ => false,
    };
    let rest = &units[comma + 1..sentence.end];
    let subject = rest.first().is_some_and(|next| is_subject(next.tag) || next.tag == Tag::It);
    let verb = rest.iter().position(|unit| unit.tag.is_finite() || unit.tag.is_mark());
    let clause = verb.is_some_and(|verb| verb > 0 && rest[verb].tag.is_finite());
    if open && subject && clause {
        report.cue.end = from;
        report.tells(from..end_before_teller(units, sentence, from));
        report.settle(BY_GRAMMAR);
    }
}

/// "The nurses say | otherwise", "My party says | yes": a word that stands for what is said.
pub fn in_one_word(units: &Units, report: &mut Report) {
    let Some(verb) = report.cue.clone().last() else { return };
    let at = verb + 1;
    let says = units.lemma(verb) == SAY && report.source.is_some();
    let ends = units.get(at + 1).is_none_or(|next| next.tag.is_mark());
    if says && ends && report.content.is_empty() && at < report.block.end {
        let word = units[at].word;
        if matches!(word, YES | NO | OTHERWISE) {
            report.tells(at..at + 1);
            report.phrase = Classes::of(&[Class::Speech, Class::TakesPhrase]);
            report.settle(BY_GRAMMAR);
        }
    }
}

/// "rejected that | , saying it was late": no clause.
pub fn that_alone(units: &Units, report: &mut Report) {
    let takes = units[report.cue.end - 1].classes.has(Class::TakesPhrase);
    let [only] = &mut report.content[..] else { return };
    if let [that, comma, saying, rest @ ..] = &units[only.clone()]
        && (that.tag, comma.tag) == (Tag::That, Tag::Comma)
        && saying.tag.is_participle()
        && takes
        && rest
            .array_windows()
            .all(|[comma, and]| comma.tag != Tag::Comma || and.tag == Tag::Conjunction)
    {
        only.end = only.start + 1;
    }
}
