//! Rules that need no weights: marks and syntax say it.
//!
//! | file | for example |
//! | --- | --- |
//! | [`propose`] | cues that the fitted model may not know |
//! | [`colon`] | *He stated:* Veyra has not changed its policy. It will not. |
//! | [`subjects`] | *Stressing* prudence, His Eminence held ...; Brandt praised the plan *and added* ... |
//! | [`sources`] | *Two people briefed on the meeting* confirmed the account |
//! | [`relatives`] | Karl Berg, *who* said no; The nurse, *who came late*, said no |
//! | [`contents`] | It was announced late on Sunday *that a crane would come* |
//! | [`adverbials`] | She said *on Monday* that it would rain; *last week* she said no |
//! | [`around`] | They had, *he insisted*, come to him |
//! | [`insertions`] | Dosymov, she said, *had answered* that he wanted none |
//! | [`ends`] | She praised the plan *and the Chancellor added* ... |
//! | [`objects`] | He told the crews *to go home* |
//! | [`unsaid`] | She *called him* last night |
//! | [`vocatives`] | Minister, *the families* say that it is late |
//! | [`besides`] | She praised the plan *and left* |
//! | [`tails`] | She praised the plan, *which is new* |
//! | [`leads`] | *According to* the judge, he rang; *in her view* he did not |
//! | [`askings`] | *Asked* by counsel *whether he rang*, he said no |
//! | [`nouns`] | The claim by the mayor *that it was safe* |
//! | [`hearings`] | He rang, *the jury was told* |
//! | [`quotations`] | “A,” she *said*. “B.” |
//!
//! [`propose::cues`] comes before the roles are found; then [`apply`] corrects and completes the
//! reports. A rule changes only reports of its own form and builds only on firm ones.

mod adverbials;
mod around;
mod askings;
mod besides;
mod colon;
mod contents;
mod ends;
mod hearings;
mod insertions;
mod leads;
mod nouns;
mod objects;
pub mod propose;
mod quotations;
pub mod relatives;
mod sources;
mod subjects;
mod tails;
mod unsaid;
mod vocatives;

use super::report::{FIRM, Report};
use super::tags::Tag;
use super::units::{Quoted, Unit, UnitIx, Units};
use crate::lexicon::fixed::{A, ACCUSED, AN, CALLED, NAMED};
use crate::lexicon::{Class, Classes};
use crate::model::{Layout, Rule, sort_by_number};
use std::ops::Range;

/// How sure a cue is that the grammar alone gives.
const BY_GRAMMAR: f32 = 0.9;
/// "According to" and a comma: of 73 on PolNeAR train 63 are right, source and content.
const BY_PHRASE: f32 = 0.86;
/// "The mayor's claim that": of 54 in readouts 53 are right.
const BY_NOUN: f32 = 0.9;
/// A headline before a colon may also be a topic: "Brexit: what now?"
const BY_HEADLINE: f32 = 0.6;
/// A reporting verb with a subject before it, which the fitted model did not take for a cue.
const BY_PLACE: f32 = 0.1;

/// Corrects and completes the reports, which stand in text order.
pub fn apply(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    find_cues(units, layout, reports);
    for at in 0..reports.len() {
        find_hearer(units, &mut reports[at]);
        find_content(units, &mut reports[at]);
        hearings::heard(units, reports, at);
        find_source(units, &mut reports[at]);
        insertions::subject_before(units, reports, at);
        correct_source(units, &mut reports[at]);
        share_subject(units, reports, at);
    }
    split_quoted(units, reports);
    end_contents(units, reports);
    add_reports(units, layout, reports);
    share_quotations(units, reports);
    settle(units, reports);
}

/// Whole cues, and only such as can report.
fn find_cues(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    for report in reports.iter_mut() {
        contents::whole_phrase(units, report);
        contents::cue_phrase(units, report);
    }
    reports.dedup_by(|later, report| report.cue.contains(&later.cue.start));
    reports.retain(|report| {
        let cue = report.cue.start;
        leads::opens(units, cue)
            || can_report(units, report)
            || contents::estimated(units, cue).is_some()
            || askings::opens(units, units.sentence_of(cue), cue)
    });
    colon::items(units, layout, reports);
}

/// To whom it is said: what stands between the verb and the clause.
fn find_hearer(units: &Units, report: &mut Report) {
    sources::last_verb(units, report);
    objects::addressee(units, report);
    objects::accused_of(units, report);
    objects::told_to(units, report);
}

/// What is said, where the form of the sentence tells: clauses, asides, leads, quotations.
fn find_content(units: &Units, report: &mut Report) {
    contents::impersonal(units, report);
    adverbials::before_clause(units, report);
    contents::however(units, report);
    contents::that_clause(units, report);
    around::parenthesis(units, report);
    contents::estimate(units, report);
    contents::in_one_word(units, report);
    around::cleft(units, report);
    leads::whose_words(units, report);
    leads::between(units, report);
    leads::trailing(units, report);
    askings::asked_by(units, report);
    around::as_said(units, report);
    around::as_put_last(units, report);
    around::said_before_quotation(units, report);
    contents::told(units, report);
    objects::by_nobody(units, report);
}

/// Who says so, in the clause of the cue.
fn find_source(units: &Units, report: &mut Report) {
    quotations::of_its_sentence(units, report);
    quotations::quoted_speech(units, report);
    around::said_last(units, report);
    around::said_before(units, report);
    sources::object_after(units, report);
    sources::before_verb(units, report);
    sources::governed(units, report);
    adverbials::before_subject(units, report);
    adverbials::before_cue(units, report);
    sources::beside_the_cue(units, report);
    sources::of_own_clause(units, report);
    relatives::who(units, report);
}

/// A source whole, and not who is only called: "Two people | briefed on it", "Minister, | it is late".
fn correct_source(units: &Units, report: &mut Report) {
    sources::with_participle(units, report);
    relatives::before_relative(units, report);
    vocatives::is_not_source(units, report);
}

/// Who says so, where the subject is that of another report of the sentence.
fn share_subject(units: &Units, reports: &mut [Report], at: usize) {
    subjects::lead_in(units, reports, at);
    subjects::inserted(units, reports, at);
    subjects::trailer(units, reports, at);
    insertions::rings_and_tells(units, reports, at);
    subjects::one_subject(units, reports, at);
    subjects::listed(units, reports, at);
    subjects::after_semicolon(units, reports, at);
    subjects::own_clause(units, &mut reports[at]);
}

/// Who quotes and who is quoted: "The agency quoted him as saying".
fn split_quoted(units: &Units, reports: &mut Vec<Report>) {
    subjects::quoted_saying(units, reports);
    for at in 0..reports.len() {
        subjects::object_says(units, reports, at);
    }
    subjects::in_subject(units, reports);
}

/// Where a content ends: at the next report, at what its speaker does besides, at an aside.
fn end_contents(units: &Units, reports: &mut Vec<Report>) {
    objects::of_plain_verb(units, reports);
    reports.iter_mut().for_each(|report| objects::told_that(units, report));
    ends::before_teller(units, reports);
    ends::next_clause(units, reports);
    ends::next_verb(units, reports);
    ends::same_subject(units, reports);
    ends::and_that(units, reports);
    ends::of_relative(units, reports);
    ends::of_next(units, reports);
    ends::before_colon(units, reports);
    tails::past_comma(units, reports);
    for report in reports {
        contents::past_insertion(units, report);
        ends::inside_brackets(units, report);
        besides::end_before(units, report);
        vocatives::end_before(units, report);
    }
}

/// Reports whose cue is no verb of a clause: nouns, questions to who answers, colons, announcements, headlines.
fn add_reports(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    nouns::tell(units, reports);
    for at in 0..reports.len() {
        askings::opening(units, reports, at);
    }
    leads::stay_inside(reports);
    colon::speech(units, layout, reports);
    colon::announced(units, layout, reports);
    colon::headline(units, layout, reports);
    sort_by_number(reports, |report| report.cue.start as u64);
    leads::once(reports);
}

/// Each quotation is one report's, with those that go on with it.
fn share_quotations(units: &Units, reports: &mut Vec<Report>) {
    quotations::behind_colon(units, reports);
    quotations::signed(units, reports);
    quotations::one_owner(units, reports);
    sort_by_number(reports, |report| report.cue.start as u64);
    quotations::go_on(units, reports);
}

/// What is left is said, in order and without overlap.
fn settle(units: &Units, reports: &mut Vec<Report>) {
    subjects::addressing(units, reports);
    reports.retain(|report| !unsaid::is_unsaid(units, report));
    for report in reports {
        contents::circumstance(units, report);
        // “It is late”, | said
        for part in report.content.iter_mut().filter(|part| part.len() > 1) {
            let last = &units[part.end - 1];
            part.end -= usize::from(last.tag == Tag::Comma && last.quoted == Quoted::Outside);
        }
        report.content.retain(|part| part.start < part.end);
        sort_by_number(&mut report.content, |part| part.start as u64);
        report.content.dedup_by(|part, before| {
            let overlaps = part.start < before.end;
            before.end = if overlaps { before.end.max(part.end) } else { before.end };
            overlaps
        });
    }
}

/// How sure a report is that a rule made; none where the judge knows better. Rules of colon speech
/// and lead-ins are of the readout; the news that the judge was fitted on hardly has them.
pub fn confidence(units: &Units, report: &Report) -> Option<f32> {
    match report.rule {
        Rule::Report if report.source.is_none() && report.is_settled() => Some(BY_HEADLINE),
        Rule::Colon | Rule::LeadIn => report.source.as_ref().map(|_| BY_GRAMMAR),
        Rule::Quotation if units.get(report.cue.start).is_some_and(|cue| cue.tag == Tag::Dash) => {
            Some(BY_GRAMMAR)
        }
        Rule::AccordingTo => Some(BY_PHRASE),
        Rule::Noun => Some(BY_NOUN),
        Rule::Bare => Some(BY_HEADLINE),
        _ => None,
    }
}

/// Whether the units have a verb that can head a clause.
fn has_finite(units: &[Unit]) -> bool {
    units.iter().any(|unit| unit.tag.is_finite())
}

/// A finite verb that reports words.
fn is_speech(unit: &Unit) -> bool {
    unit.classes.has(Class::Speech) && matches!(unit.tag, Tag::SpeechPast | Tag::SpeechPresent)
}

/// "was told", "had been asked": what stands before it is not who said so.
pub fn is_passive(cue: &[Unit]) -> bool {
    let told = cue.last().is_some_and(|verb| verb.tag == Tag::SpeechPast);
    let has = |tag: Tag| cue.iter().any(|unit| unit.tag == tag);
    // "is reported to have said"
    told && has(Tag::Be) && !has(Tag::To)
}

/// A verb that tells somebody who is no part of what is told: "told her | that", not "thanked her".
fn tells(verb: &Unit) -> bool {
    verb.classes.has(Class::TakesAddressee) && !verb.classes.has(Class::TakesPhrase)
}

/// "who", "whose": opens a relative clause.
fn is_relative(unit: &Unit) -> bool {
    unit.tag == Tag::Relative
        || unit.tag == Tag::PossessivePronoun && unit.classes.has(Class::Relative)
}

/// "and that"
fn is_and_that([and, that]: &[Unit; 2]) -> bool {
    (and.tag, that.tag) == (Tag::Conjunction, Tag::That)
}

/// What can begin a subject.
const fn is_subject(tag: Tag) -> bool {
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

/// The same, and "two" of "two officials", "former" of "former mayor Ruiz".
fn opens_subject(unit: &Unit) -> bool {
    const LEADS: Classes = Classes::of(&[Class::Numeral, Class::OfficeModifier]);
    is_subject(unit.tag) || unit.classes.has_any(LEADS) && !unit.tag.is_finite()
}

/// The cue and what the lexicon has as one phrase with it: "pointing to", "went on to say", with an
/// adjective in it "expressed full support for".
fn phrase_end(units: &Units, verb: UnitIx) -> UnitIx {
    match units.phrase(verb) {
        Some((classes, end)) if classes.has(Class::Speech) => end,
        _ => {
            let tag = |at: UnitIx| units[at].tag;
            let found = spaced_phrase(units, verb, |tag| tag == Tag::Word);
            let whole = |(classes, end): &(Classes, UnitIx)| {
                let prepositional = *end == verb + 4 && tag(*end - 1) == Tag::Preposition;
                classes.has(Class::TakesPhrase) && prepositional
            };
            found.filter(whole).map_or(verb + 1, |(_, end)| end)
        }
    }
}

/// A phrase of the lexicon with a word behind its first one, and where it ends.
fn spaced_phrase(
    units: &Units,
    verb: UnitIx,
    is_inserted: fn(Tag) -> bool,
) -> Option<(Classes, UnitIx)> {
    let [first, inserted, third, fourth] = units.get(verb..verb + 4)? else { return None };
    if !is_inserted(inserted.tag) || fourth.sentence != first.sentence {
        return None;
    }
    let words = [first, third, fourth].map(|unit| unit.word);
    let found = units.lexicon.phrase_of(&words);
    found.map(|(classes, length)| (classes, verb + 1 + length as usize))
}

/// A finite phrase of speech, or of thought before "that", whose first word is no verb of speech: "took the view".
fn phrase(units: &Units, verb: UnitIx) -> Option<(Classes, UnitIx)> {
    let unit = &units[verb];
    let (classes, end) = longest(units, verb)?;
    let finite = classes.has_any(Classes::FINITE);
    // "is confident | that", "is alarmed by | reports"; "went on | to praise it" is no phrase of this.
    let next = units.get(end).map(|next| next.tag);
    let that = next == Some(Tag::That);
    let thinks = that || classes.has(Class::TakesPhrase);
    let tells = classes.has(Class::Speech) || classes.has(Class::Thought) && thinks;
    let verb = classes.has(Class::Verb);
    let to = next == Some(Tag::To) && !classes.has_any(WITH_OBJECT);
    (finite && verb && tells && !to && !unit.tag.reports()).then_some((classes, end))
}

/// What a phrase of the lexicon can take, besides a clause and speech.
pub const WITH_OBJECT: Classes =
    Classes::of(&[Class::TakesPhrase, Class::TakesTo, Class::TakesAddressee]);

/// The longest phrase of the lexicon that begins there, and where it ends: "is [deeply] concerned by".
fn longest(units: &Units, verb: UnitIx) -> Option<(Classes, UnitIx)> {
    units.phrase(verb).or_else(|| {
        let adverb = |tag| matches!(tag, Tag::Adverb | Tag::Ly);
        spaced_phrase(units, verb, adverb)
    })
}

/// Whether a cue has a word or mark that can report, and is no plain action ("held talks").
fn can_report(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    let noun = cue.iter().any(|unit| unit.classes.has(Class::NounCue));
    let says = |unit: &Unit| {
        let tag = matches!(
            unit.tag,
            Tag::Be
                | Tag::Have
                | Tag::Auxiliary
                | Tag::Ed
                | Tag::Ing
                | Tag::Word
                | Tag::Colon
                | Tag::Dash
        );
        tag || unit.classes.has(Class::Verb)
    };
    let phrase = |at: UnitIx| units.phrase(at).map(|found| found.0);
    let phrases = |class: Class| {
        report.cue.clone().any(|at| phrase(at).is_some_and(|found| found.has(class)))
    };
    if let [Unit { tag: Tag::Colon, .. }] = cue {
        // "Said | Mayor Ana Ruiz | : “No”": the verb is the cue.
        let said = |at: UnitIx| at > 0 && units[at - 1].tag.reports();
        let before = report.source.as_ref().filter(|source| source.end == report.cue.start);
        return before.is_some_and(|source| !said(source.start));
    }
    // "a retired postman called Walter"
    if let [Unit { tag: Tag::SpeechPast, .. }] = cue
        && matches!(units[report.cue.start].word, CALLED | NAMED)
        && report.source.as_ref().is_some_and(|s| matches!(units[s.start].word, A | AN))
    {
        let is_name = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Upper);
        let name = (report.cue.end..report.block.end).take_while(is_name).last();
        let next = name.and_then(|name| units.get(name + 1));
        let goes_on = |next: &Unit| !matches!(next.tag, Tag::Determiner | Tag::Possessive);
        if next.is_some_and(|next| next.quoted == Quoted::Outside && goes_on(next)) {
            return false;
        }
    }
    // "A bookkeeper accused of fraud", "told leaders | opposed to the levy"
    let told = |[verb, noun]: [&Unit; 2]| tells(verb) && noun.classes.has(Class::Plural);
    let start = report.cue.start;
    let described = start >= report.block.start + 2
        && units[start].tag == Tag::SpeechPast
        && told([&units[start - 2], &units[start - 1]]);
    if (units[start].word == ACCUSED || described)
        && units.get(start + 1).is_some_and(|of| matches!(of.tag, Tag::Preposition | Tag::To))
    {
        return false;
    }
    let before = report.cue.start.checked_sub(1).filter(|at| *at >= report.block.start);
    // "the claim | that", "his promise | to"; but "the claim | of a neighbour"
    let clausal = || {
        report.content.first().is_some_and(|part| {
            let first = &units[part.start];
            matches!(first.tag, Tag::That | Tag::To) || first.quoted != Quoted::Outside
        })
    };
    let nominal = matches!(cue[0].tag, Tag::Determiner | Tag::PossessivePronoun);
    // "is alarmed by reports that": a noun.
    let preposition = before.is_some_and(|at| units[at].tag == Tag::Preposition);
    if preposition && cue[0].tag == Tag::SpeechPresent && cue[0].classes.has(Class::Noun) {
        return false;
    }
    // "the initiative on shared waters"
    if let [Unit { tag: Tag::SpeechPast, .. }] = cue
        && before.is_some_and(|at| {
            matches!(units[at].tag, Tag::Preposition | Tag::Determiner | Tag::PossessivePronoun)
        })
        && units.get(report.cue.end).is_some_and(|unit| matches!(unit.tag, Tag::Word | Tag::S))
    {
        return false;
    }
    // "was also present on the occasion"
    let has = |tags: &[Tag]| cue.iter().any(|unit| tags.contains(&unit.tag));
    if report.phrase == Classes::default()
        && has(&[Tag::Be])
        && has(&[Tag::SpeechBase])
        && !has(&[Tag::SpeechPast, Tag::SpeechIng, Tag::To, Tag::Auxiliary])
    {
        return false;
    }
    // "spoke today with Prime | Minister Anand"
    const TITLE: Classes = Classes::of(&[Class::OfficeModifier, Class::Honorific]);
    let titled =
        cue.last().is_some_and(|last| last.shape.is_capitalised() && last.classes.has_any(TITLE));
    if titled && report.content.first().is_some_and(|part| part.start == report.cue.end) {
        return false;
    }
    let can = if nominal {
        noun && clausal()
    } else {
        noun || cue.iter().any(says) || phrases(Class::Speech)
    };
    can && !phrases(Class::Action)
}

/// "He addressed | the guest", "told | his barber": who was told, and not what.
pub fn is_only_told(units: &Units, report: &Report) -> bool {
    let [only] = &report.content[..] else { return false };
    let verb = units[report.cue.clone()].iter().rev().find(|unit| unit.tag.reports());
    let told = verb.is_some_and(tells);
    let words = &units[only.clone()];
    let says = |unit: &Unit| {
        unit.quoted != Quoted::Outside
            || matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer | Tag::Relative)
    };
    told && units[report.cue.end - 1].tag.reports()
        && report.phrase == Classes::default()
        && only.start == report.cue.end
        && is_subject(words[0].tag)
        && !has_finite(words)
        && !words.iter().any(says)
}

/// "What did the Minister say?", "Will she say whether": an auxiliary before its subject asks.
pub fn is_question(units: &Units, report: &Report) -> bool {
    let Some(source) = report.source.as_ref().filter(|s| s.end == report.cue.start) else {
        return false;
    };
    let base = matches!(units[report.cue.start].tag, Tag::SpeechBase | Tag::ThoughtBase);
    // "does the | Minister"
    let mut before = (report.block.start..source.start).rev();
    let before = before.find(|at| units[*at].tag != Tag::Determiner);
    base && [before, Some(source.start)]
        .into_iter()
        .flatten()
        .any(|at| units[at].tag == Tag::Auxiliary)
}

/// Without the marks that no content ends with.
fn trim(units: &Units, mut range: Range<UnitIx>) -> Range<UnitIx> {
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
fn clause_start(units: &Units, sentence: &Range<UnitIx>, at: UnitIx) -> UnitIx {
    let ends = |at: &UnitIx| matches!(units[*at].tag, Tag::Semicolon | Tag::Colon | Tag::Stop);
    (sentence.start..at).rev().find(ends).map_or(sentence.start, |end| end + 1)
}

/// Where that clause ends: before the next semicolon or the stop, which may stand inside of marks: to
/// “price that.”
fn clause_end(units: &Units, sentence: &Range<UnitIx>, at: UnitIx) -> UnitIx {
    let ends = |at: &UnitIx| matches!(units[*at].tag, Tag::Semicolon | Tag::Stop);
    let end = (at..sentence.end).find(ends).unwrap_or(sentence.end);
    let closes = |unit: &Unit| unit.tag == Tag::QuoteMark && unit.quoted == Quoted::Inside;
    let closed = units.get(end + 1).is_some_and(closes) && end + 2 >= sentence.end;
    if closed { (end + 2).min(sentence.end) } else { end }
}
