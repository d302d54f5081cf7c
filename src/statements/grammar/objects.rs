//! What a verb of speech takes beside a clause: what whom it is said to shall do, a noun phrase.

use super::BY_GRAMMAR;
use super::adverbials::adverb;
use super::contents::{is_name_like, that_follows};
use super::cue::WITH_OBJECT;
use super::syntax::{
    clause_end, has_finite, is_adjective, is_and_that, is_passive, is_relative, is_speech,
    is_subject, tells,
};
use crate::lexicon::fixed::{
    ACCUSED, ACCUSES, AFTER, AND, AS, ASSURED, ASSURES, BEG, BY, FOR, FROM, OF, PROMISE, TOLD, WITH,
};
use crate::lexicon::{Class, Classes};
use crate::model::WordId;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "accused the board of | cowardice", "assured her of | his support": who is accused is no part of
/// what of.
pub fn accused_of(units: &Units, report: &mut Report) {
    const VERBS: [WordId; 4] = [ACCUSED, ACCUSES, ASSURED, ASSURES];
    let is_charge = |at: UnitIx| is_speech(&units[at]) && VERBS.contains(&units[at].word);
    // "accused | the board"
    let first = report.cue.start;
    let whom = report.cue.clone().skip(1).all(|at| is_name_like(units, at));
    if is_charge(first) && whom && report.source.as_ref().is_some_and(|s| s.end <= first) {
        let end = std::mem::replace(&mut report.cue.end, first + 1);
        let own = report.content.iter_mut().filter(|part| part.start == end);
        own.for_each(|part| part.start = first + 1);
    }
    let verb = report.cue.end - 1;
    let accuses = is_charge(verb);
    let lead = report.source.as_ref().map_or(0, |source| source.start);
    let plain = |part: &Range<UnitIx>| {
        units[part.clone()].iter().all(|unit| unit.quoted == Quoted::Outside)
    };
    let sentence = units.sentence_of(verb);
    let own = report.content.iter().position(|part| part.start == verb + 1);
    let object = match own {
        _ if !accuses => return,
        Some(own) => report.content[own].clone(),
        // “I have seen it.” | He accused her of “theft”
        // "assured her of support and stated | that": nor is what another verb tells.
        None if report
            .content
            .iter()
            // "Speaking in Kelm, | she accused them of theft"
            .filter(|part| part.end > lead || !plain(part))
            .all(|part| part.end <= sentence.start || part.start > verb + LONGEST_OWN) =>
        {
            verb + 1..clause_end(units, sentence, verb)
        }
        None => return,
    };
    let mut inside = object.start + 1..object.end.saturating_sub(1);
    let is_of = |at: &UnitIx| units[*at].word == OF;
    let ends = |at: &UnitIx| {
        let tag = units[*at].tag;
        tag.is_mark() || tag.is_finite() || tag == Tag::That
    };
    let charge = |of: &UnitIx| {
        // "the head | of the bank"
        let holds = matches!(units[of - 1].tag, Tag::Office | Tag::Body | Tag::Person);
        is_of(of) && !(holds && is_subject(units[of + 1].tag))
    };
    // "accused Ruiz, who is the head of the bank, | of cowardice"
    let behind = |of: &UnitIx| is_of(of) && units[of - 1].tag == Tag::Comma;
    let of = inside.clone().take_while(|at| !ends(at)).find(charge);
    let Some(of) = of.or_else(|| inside.find(behind)) else { return };
    match own {
        Some(own) => report.content[own].start = of + 1,
        None => report.tells(of + 1..object.end),
    }
}

/// "Ruiz is accused | of theft", "was accused | by the mayor | of theft": who is accused has not
/// said it.
pub fn is_accused(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let sentence = units.sentence_of(cue.start);
    let Some(accused) = cue.clone().skip(1).find(|at| units[*at].word == ACCUSED) else { return };
    let passive = units[cue.start..accused].iter().any(|unit| unit.tag == Tag::Be);
    let word = |at: UnitIx| units[..sentence.end].get(at).map(|unit| unit.word);
    let by = word(accused + 1) == Some(BY);
    let from = accused + if by { 2 } else { 1 };
    let of = (from..sentence.end).take(LONGEST_OWN).find(|at| units[*at].word == OF);
    let Some(of) = of.filter(|of| passive && (by || *of == from) && of + 1 < sentence.end) else {
        return;
    };
    report.addressee = report.source.take();
    report.source = Some(from..of).filter(|by| !by.is_empty());
    report.cue.end = if by { accused + 1 } else { of + 1 };
    report.tells(of + 1..end_of_order(units, sentence, of + 1));
    report.settle(BY_GRAMMAR);
}

/// "informed the head of state in May | that ...", "confirmed to this newspaper | that ...": a
/// that-clause behind who was told, and when.
pub fn told_that(units: &Units, report: &mut Report) {
    let after = report.cue.end..report.cue.end + LONGEST_TOLD;
    let sentence = units.sentence_of(report.cue.start);
    let Some(first) = report.content.first_mut().filter(|part| after.contains(&part.start)) else {
        return;
    };
    let verb = &units[report.cue.end - 1];
    // "said in a post on | Chatter that", but not "expressed regret over | the bridge that",
    // "accused him of breaking | the promise that", "voiced concern over | steps that hurt"
    let first_verb = &units[report.cue.start];
    let noun = report.cue.len() == 3 && !tells(first_verb) && {
        use Tag::{NounCue, SpeechBase, ThoughtBase, Word};
        matches!(units[report.cue.start + 1].tag, NounCue | SpeechBase | ThoughtBase | Word)
    };
    let placed = verb.tag == Tag::Preposition
        && !(verb.word == OF && first_verb.classes.has(Class::TakesPhrase))
        && !noun
        && (is_speech(first_verb) || first_verb.tag == Tag::SpeechIng && report.cue.len() == 2)
        && report.phrase == Classes::default();
    let mut near = (first.start..sentence.end).take(LONGEST_TOLD);
    // "the cyclone | that struck", "the fate of one and | that of all"
    let which =
        |that: UnitIx| units.get(that + 1).is_some_and(|u| u.tag.is_finite() || u.word == OF);
    // "said to her | that evening"
    let then = |that: UnitIx| adverb(units, that).is_some();
    let that = near.find(|at| units[*at].tag == Tag::That && !which(*at) && !then(*at));
    let Some(that) = that else { return };
    let told = &units[after.start..that];
    // "insists | on | a rule that", "warned her | against | a trade that"; "argued for years that"
    let governs = |next: &Unit| {
        let phrase = units.lexicon.phrase_of(&[first_verb.word, next.word]);
        let governed = next.word != FOR || first_verb.classes.has(Class::TakesAddressee);
        governed
            && next.tag == Tag::Preposition
            && phrase.is_some_and(|(classes, _)| classes.has(Class::TakesPhrase))
    };
    if governs(verb) || told.iter().any(governs) {
        return;
    }
    let speaks = is_speech(verb) || verb.tag == Tag::SpeechIng;
    let to = is_to_somebody(told) && speaks && !verb.classes.has(Class::TakesTo);
    // "argues in her book, The Bridge, | that"
    let aside = is_speech(verb)
        && told.first().is_some_and(|of| of.tag == Tag::Preposition)
        && told.last().is_some_and(|comma| comma.tag == Tag::Comma);
    // "noting with a laugh | that"
    let manner = speaks && told.first().is_some_and(|with| with.word == WITH);
    // "said in a statement | marking the day | that"
    let marking = units[first.start].tag.is_participle() && verb.classes.has(Class::Paper);
    // "let it be known through | a friend that"
    let known = report.phrase.has(Class::Speech) && !report.phrase.has_any(WITH_OBJECT);
    if !(tells(verb) || placed || to || aside || known || manner || marking) {
        return;
    }
    let told = &told[usize::from(to)..];
    // "assured the committee, | of which she is a member, | that"
    let relative = told.array_windows().position(|[comma, next, last]| {
        let which = is_relative(next) || next.tag == Tag::Preposition && is_relative(last);
        comma.tag == Tag::Comma && which
    });
    let closed = told.last().is_some_and(|last| last.tag == Tag::Comma);
    let relative = relative.filter(|_| closed);
    if relative.is_none() && that >= first.end {
        return;
    }
    let told = &told[..relative.unwrap_or(told.len())];
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && unit.tag != Tag::To;
    let verb = |at: usize| told[at].tag.is_finite() && !is_adjective(told, at);
    if !(0..told.len()).any(verb) && told.iter().all(plain) {
        if to {
            report.addressee = Some(after.start + 1..after.start + 1 + until_preposition(told));
        }
        let end = if that < first.end { first.end } else { clause_end(units, sentence, that) };
        *first = that..end;
    }
}

/// "to this newspaper in May", but not "to the government plan".
fn is_to_somebody(words: &[Unit]) -> bool {
    let [to, told @ ..] = words else { return false };
    let somebody = |unit: &Unit| {
        let noun = matches!(unit.tag, Tag::Name | Tag::Upper | Tag::Body | Tag::Office);
        noun || unit.tag == Tag::Person || unit.tag.is_pronoun() && unit.tag != Tag::It
    };
    to.tag == Tag::To && told[..until_preposition(told)].last().is_some_and(somebody)
}

fn until_preposition(words: &[Unit]) -> usize {
    words.iter().position(|unit| unit.tag == Tag::Preposition).unwrap_or(words.len())
}

/// What stands farther behind a verb is another's, where it has "of" beside it.
const LONGEST_OWN: usize = 8;
/// Between "told" and "that" are no more units.
const LONGEST_TOLD: usize = 24;

/// "It was decided | to meet", "officials were asked | to report": a passive with its clause right
/// behind it has no source.
pub fn by_nobody(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    // "had been warned | in writing"
    let told = report.cue.clone().find(|at| is_speech(&units[*at]) && tells(&units[*at]));
    let cue = report.cue.start..told.map_or(report.cue.end, |told| told + 1);
    let whole = cue == report.cue;
    let verb = &units[cue.end - 1];
    let before = (sentence.start..cue.end - 1).rev().find(|at| units[*at].tag != Tag::Adverb);
    let before = before.filter(|be| units[*be].tag == Tag::Be);
    // But "was elected and promised | to stay".
    let own = matches!(units.lemma(cue.end - 1), BEG | PROMISE);
    let asks = verb.classes.has(Class::TakesAddressee) && !own;
    let stopped = asks && is_done_too(units, &(sentence.start..cue.end - 1));
    let passive = is_speech(verb) && (before.is_some() || stopped);
    let next = units.get(cue.end).filter(|_| passive && cue.end < sentence.end);
    // "was told by the clerk in May that", but "by email"
    let somebody = |source: &Range<UnitIx>| {
        let paper = matches!(&units[source.clone()], [paper]
            if paper.classes.has(Class::Paper) || paper.tag == Tag::Word);
        source.start >= cue.end && !paper
    };
    let by = report.source.as_ref().is_some_and(somebody);
    let start = next.and_then(|next| match next.tag {
        // But "is committed to promoting it", "was addressed to the minister", "was admitted to Orr
        // Hospital".
        Tag::To => {
            let noun = |next: &Unit| {
                let name = next.shape.is_capitalised() && is_subject(next.tag);
                name || next.tag.is_participle() || next.tag.is_determiner()
            };
            let clause = !units.get(cue.end + 1).is_some_and(noun);
            (clause && verb.classes.has_any(MAY_TAKE_TO)).then_some(cue.end)
        }
        Tag::That if before.is_some() || verb.word == TOLD => Some(cue.end),
        // "warned not to stay"
        Tag::Negation if units.get(cue.end + 1).is_some_and(|to| to.tag == Tag::To) => {
            Some(cue.end)
        }
        // "was told in September that"
        Tag::Preposition | Tag::Time | Tag::Adverb | Tag::Ly if !by => {
            that_follows(units, sentence, cue.end)
        }
        // "I am told | the roof leaks"
        _ => (tells(verb) && told_clause(units, sentence, cue.end)).then_some(cue.end),
    });
    let Some(start) = start else { return };
    let found = report.content.iter().find(|part| part.start == start).map(|part| part.end);
    // "was told | I was late"
    let own = units.get(start).is_some_and(|own| own.tag.is_pronoun())
        && report.content.first().is_some_and(|part| part.start == start + 1);
    if found.is_some() || whole && (own || report.reach().start <= start) {
        report.source = None;
        report.cue = before.map_or(cue.start, |be| be.min(cue.start))..cue.end;
        let clause = match units[start].tag {
            Tag::To | Tag::Negation => end_of_order(units, sentence, start),
            _ => clause_end(units, sentence, start),
        };
        report.tells(start..found.map_or(clause, |end| end.min(clause)));
        report.settle(BY_GRAMMAR);
    }
}

/// "was stopped on Monday and | told": a passive goes on.
pub(super) fn is_done_too(units: &Units, before: &Range<UnitIx>) -> bool {
    let Some(and) = before.clone().last().filter(|and| units[*and].word == AND) else {
        return false;
    };
    let mut walk = (before.start + 1..and).rev();
    let verb = walk.find(|at| units[*at].tag.is_finite() || units[*at].tag.is_mark());
    verb.is_some_and(|verb| {
        matches!(units[verb].tag, Tag::Ed | Tag::SpeechPast) && units[verb - 1].tag == Tag::Be
    })
}

/// "was described by | Ana Ruiz | as unhelpful", "was called “a disaster” by | Ana Ruiz": who says
/// so is no part of it, nor it of her.
pub fn by_somebody(units: &Units, report: &mut Report) {
    let end = report.cue.end;
    if !is_passive(&units[report.cue.clone()]) {
        return;
    }
    match &mut report.source {
        Some(source) if source.start >= end => {
            // "Ruiz said | the plan | was dropped by the state"
            for part in report.content.iter_mut().filter(|part| part.end == report.cue.start) {
                let said = part.clone().rev().skip(1).find(|at| is_speech(&units[*at]));
                part.start = said.map_or(part.start, |said| said + 1);
            }
            // "was chided | by | the mayor Ana Ruiz | for lying"
            if let [said] = &mut report.content[..]
                && said.start == end
                && units[end].word == BY
                && let Some(name_end) = (end + 1..said.end).find(|at| !is_name_like(units, *at))
                && name_end > end + 1
            {
                *source = end + 1..name_end;
                said.start = name_end;
                return;
            }
            let is_as = |at: &UnitIx| units[*at].word == AS;
            let Some(at) = source.clone().skip(1).find(is_as) else { return };
            let said = at..std::mem::replace(&mut source.end, at);
            report.content.push(said);
        }
        Some(_) => {}
        None => {
            let Some(last) = report.content.last_mut().filter(|last| last.start >= end) else {
                return;
            };
            let is_by = |at: &UnitIx| units[*at].word == BY && units[*at].quoted == Quoted::Outside;
            let sentence = units.sentence_of(end);
            // "was called ‘a wreck’ | by a judge as she fined him"
            let beside = last.end..sentence.end.min(last.end + 1);
            let Some(by) = last.clone().skip(1).chain(beside).find(is_by) else { return };
            if by == last.end {
                let name = |at: &UnitIx| is_name_like(units, *at) || units[*at].word == OF;
                let length = (by + 1..sentence.end).take_while(name).count();
                let named = length > 0 && is_subject(units[by + 1].tag);
                report.source = named.then_some(by + 1..by + 1 + length);
                return;
            }
            let name = |at: UnitIx| is_name_like(units, at) || units[at].tag == Tag::Comma;
            let named = units[by + 1..last.end].first().is_some_and(|name| is_subject(name.tag));
            let verb = |unit: &Unit| unit.quoted == Quoted::Outside && unit.tag.is_finite();
            let named = named && !units[last.start..by].iter().any(verb);
            let name_end = (by + 1..last.end).find(|at| !name(*at)).unwrap_or(last.end);
            // "of “lying” by | the mayor | over the dam": but "of the strike by nurses in May"
            let charge = &units[by - 1];
            // "addressed at the opening | by the mayor"
            let lying = charge.tag.is_participle() && !units[by - 2].tag.is_determiner();
            let apart = lying || charge.quoted != Quoted::Outside;
            let rest = units[name_end..last.end].first().map(|next| (next.tag, next.word));
            let ends = matches!(rest, None | Some((Tag::Preposition | Tag::Complementizer, _)));
            if named && ends && (rest.is_none() || apart) {
                report.source = Some(by + 1..name_end);
                let end = std::mem::replace(&mut last.end, by);
                let over = matches!(rest, Some((Tag::Preposition, word)) if word != AFTER);
                report.content.extend(over.then_some(name_end..end));
            }
        }
    }
}

/// "The mayor | faced cries of “go” from | the gallery", "was met with shouts of “no”": whose cries
/// they are.
pub fn cries_from(units: &Units, report: &mut Report) {
    let Range { start, end } = report.cue;
    let [faced, .., cries, of] = &units[start..end] else { return };
    let quoted = |at: &UnitIx| units[*at].quoted != Quoted::Outside;
    let sentence = units.sentence_of(start);
    let from = (end..sentence.end).find(|at| !quoted(at)).unwrap_or(sentence.end);
    let own = report.content.first().is_some_and(|part| part.start == end);
    // "faced | calls of", "spoke | warmly of"
    let noun = matches!(cries.tag, Tag::S | Tag::NounCue | Tag::SpeechPresent);
    if !own || from == end || of.word != OF || !noun || is_speech(faced) {
        return;
    }
    let whose = units[..sentence.end].get(from).filter(|next| next.word == FROM);
    let name = |at: &UnitIx| is_name_like(units, *at);
    let length = (from + 1..sentence.end).take_while(name).count();
    if whose.is_some() && length > 0 {
        report.source = Some(from + 1..from + 1 + length);
        report.tells(end..from);
        report.settle(BY_GRAMMAR);
    } else if faced.tag == Tag::Be {
        report.source = None;
    }
}

/// Whether what is told, with or without "that", begins at `at`.
pub fn told_clause(units: &Units, sentence: &Range<UnitIx>, at: UnitIx) -> bool {
    let Some(first) = units[..sentence.end].get(at) else { return false };
    let subject = is_subject(first.tag) || first.tag == Tag::It;
    let end = clause_end(units, sentence, at);
    first.tag == Tag::That || subject && has_finite(&units[at..end])
}

/// Verbs whose object is told to do something, or that take an infinitive.
const MAY_TAKE_TO: Classes = Classes::of(&[Class::TakesTo, Class::TakesAddressee]);

/// "told the crews on Monday | to go home": what somebody is told to do is content, where the
/// fitted model found none or the person alone.
pub fn told_to(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(told) = report.addressee.clone().filter(|told| told.start == report.cue.end) else {
        return;
    };
    let verb = &units[report.cue.end - 1];
    // "invited | the Protector to visit": there the person is part of it.
    let tells = tells(verb) && (is_speech(verb) || verb.tag == Tag::SpeechIng);
    // "told the mayor, Dame Ruth Okafor, | to wait", "told her in June | to wait"
    let apposed = units.get(told.end).is_some_and(|unit| unit.tag == Tag::Comma);
    let of = units.get(told.end).is_some_and(|unit| unit.tag == Tag::Preposition);
    // "told leaders opposed to the levy | to wait"
    let described = matches!(units.get(told.end..told.end + 2), Some([verb, of])
        if matches!(verb.tag, Tag::Ed | Tag::SpeechPast)
            && matches!(of.tag, Tag::Preposition | Tag::To));
    let near = if apposed || of || described { 8 } else { 4 };
    // "travellers to | the mountains"
    let noun = |at: usize| {
        let next = units.get(at + 1).map_or(Tag::Edge, |next| next.tag);
        described && is_subject(next) || next.is_determiner() || next == Tag::Edge
    };
    let mut walk = (told.end..sentence.end).take(near);
    let to = walk.find(|at| units[*at].tag == Tag::To && !noun(*at));
    let Some(to) = to.filter(|_| tells) else { return };
    let between = &units[told.end..to];
    // "told members of the union | to wait"
    let several = units[told.end - 1].classes.has(Class::Plural);
    // "told a clerk from the port | to wait"
    let holds =
        between.first().is_some_and(|of| of.word == FROM || of.tag == Tag::Preposition && several);
    let when = |unit: &Unit| match unit.tag {
        Tag::Upper | Tag::Name => true,
        Tag::Determiner | Tag::Word | Tag::S | Tag::Body | Tag::Ed => holds,
        Tag::Comma | Tag::Honorific | Tag::Office => apposed,
        tag => matches!(tag, Tag::Preposition | Tag::Time | Tag::Adverb),
    };
    let open = report.content.iter().all(|part| part.start >= report.cue.end && part.start < to);
    if !(described || between.iter().all(when)) || !open {
        return;
    }
    report.tells(to..end_of_order(units, sentence, to));
    report.raise_cue(BY_GRAMMAR);
}

/// "to pray, | he said", "to wait, | and that she had"
fn end_of_order(units: &Units, sentence: &Range<UnitIx>, to: UnitIx) -> UnitIx {
    let end = clause_end(units, sentence, to);
    let outer = |at: &UnitIx| {
        let rest = &units[*at..end];
        let and_that = || rest[1..].first_chunk().is_some_and(is_and_that);
        // "asked him to open an inquiry, | then left"
        let behind = rest[1..].iter().find(|unit| unit.tag != Tag::Adverb);
        let acts = || behind.is_some_and(|verb| verb.tag.is_finite() && verb.tag != Tag::Be);
        units[*at].tag == Tag::Comma && (and_that() || rest.iter().any(is_speech) || acts())
    };
    (to..end).find(outer).unwrap_or(end)
}
