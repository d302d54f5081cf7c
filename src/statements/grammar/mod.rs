//! Rules that need no weights: marks and syntax say it.
//!
//! | file | for example |
//! | --- | --- |
//! | [`cue`] | *went on to say*; but "is alarmed by *reports*" |
//! | [`phrases`] | They *expressed satisfaction at* the growth |
//! | [`propose`] | cues that the fitted model may not know |
//! | [`colon`] | *He stated:* Veyra has not changed its policy. It will not. |
//! | [`subjects`] | *Stressing* prudence, His Eminence held ...; Brandt praised the plan *and
//! added* ... |
//! | [`sources`] | *Two people briefed on the meeting* confirmed the account |
//! | [`edges`] | Ana Ruiz, *however*, said; My wife *always says* |
//! | [`relatives`] | Karl Berg, *who* said no |
//! | [`described`] | *The nurse, who came late*, said no |
//! | [`contents`] | It was announced late on Sunday *that a crane would come* |
//! | [`adverbials`] | She said *on Monday* that it would rain; *last week* she said no |
//! | [`circumstances`] | She condemned it *in the strongest terms* |
//! | [`around`] | They had, *he insisted*, come to him |
//! | [`said_last`] | *A vote is due in May*, the ministry said |
//! | [`as_said`] | The act, *as Ruiz said*, is old |
//! | [`inverted`] | The frost will hold, *observed* the Head of State |
//! | [`inserted`] | Dr. Fahdi, *thanking the Republic*, expressed hope |
//! | [`insertions`] | Dosymov, she said, *had answered* that he wanted none |
//! | [`items`] | The Council: 1. *Takes note* of the report |
//! | [`ends`] | She praised the plan *and the Chancellor added* ... |
//! | [`hearers`] | He told *the crews* to go home |
//! | [`objects`] | He told the crews *to go home* |
//! | [`unsaid`] | She *called him* last night |
//! | [`verbs`] | Both sides welcome the deal, *undertake* to pay and *decide* to meet |
//! | [`vocatives`] | Minister, *the families* say that it is late |
//! | [`besides`] | She praised the plan *and left* |
//! | [`trailers`] | She praised the plan, *adding* that it was new |
//! | [`tails`] | She praised the plan, *which is new* |
//! | [`leads`] | *According to* the judge, he rang; *in her view* he did not |
//! | [`askings`] | *Asked* by counsel *whether he rang*, he said no |
//! | [`nouns`] | The claim by the mayor *that it was safe* |
//! | [`hearings`] | He rang, *the jury was told* |
//! | [`quoted`] | “A,” she *said*; *telling* them, “A” |
//! | [`quotations`] | “A,” she *said*. “B.” |
//!
//! [`propose::cues`] comes before the roles are found; then [`apply`] corrects and completes the
//! reports. A rule changes only reports of its own form and builds only on firm ones.

mod adverbials;
mod around;
mod as_said;
mod askings;
mod besides;
mod circumstances;
mod colon;
mod contents;
pub mod cue;
mod described;
mod edges;
mod ends;
mod hearers;
mod hearings;
mod inserted;
mod insertions;
mod inverted;
mod items;
mod leads;
mod lists;
mod nouns;
mod objects;
mod pairs;
mod phrases;
mod plain_verbs;
pub mod propose;
mod quotations;
mod quoted;
pub mod relatives;
mod said_last;
mod signatures;
mod sources;
mod subjects;
pub mod syntax;
mod tails;
mod trailers;
pub mod unsaid;
mod verbs;
mod vocatives;

use super::report::{FIRM, Report};
use super::tags::Tag;
use super::units::{Quoted, Unit, UnitIx, Units};
use crate::lexicon::Class;
use crate::lexicon::fixed::{AND, ANOTHER, IN, WRITING};
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
/// "Both", "another", "we": less sure than what stands within a speech must be.
const BY_DETERMINER: f32 = 0.55;
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
    debug_assert!(reports.iter().all(Report::has_words), "by what a clause says");
    end_contents(units, reports);
    debug_assert!(reports.iter().all(Report::has_words), "by where it ends");
    add_reports(units, layout, reports);
    share_quotations(units, layout, reports);
    debug_assert!(reports.iter().all(Report::has_words), "by what was added");
    settle(units, reports);
}

/// Whole cues, and only such as can report.
fn find_cues(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    for report in reports.iter_mut() {
        phrases::whole(units, report);
        contents::behind_subject(units, report);
        contents::cue_phrase(units, report);
        contents::at_least(units, report);
        contents::led(units, report);
        cue::before_marks(units, report);
        cue::last_verb(units, report);
    }
    reports.dedup_by(|later, report| report.cue.contains(&later.cue.start));
    reports.retain(|report| {
        let cue = report.cue.start;
        let sentence = units.sentence_of(cue);
        let opens = cue == sentence.start && units[cue].tag.is_participle();
        // "Writing in the Herald, Ana Ruiz left": where it was written.
        let written =
            units[cue].word == WRITING && units.get(cue + 1).is_some_and(|u| u.word == IN);
        if opens && (written || propose::is_said_last(units, sentence)) {
            return false;
        }
        leads::opens(units, cue)
            || cue::can_report(units, report)
            || contents::estimated(units, cue).is_some()
            || askings::opens(units, sentence, cue)
    });
    items::items(units, layout, reports);
}

/// To whom it is said: what stands between the verb and the clause.
fn find_hearer(units: &Units, report: &mut Report) {
    hearers::addressee(units, report);
    hearers::before_quotation(units, report);
    objects::accused_of(units, report);
    objects::is_accused(units, report);
    objects::told_to(units, report);
}

/// What is said, where the form of the sentence tells: clauses, asides, leads, quotations.
fn find_content(units: &Units, report: &mut Report) {
    contents::impersonal(units, report);
    nouns::noted(units, report);
    adverbials::before_clause(units, report);
    contents::however(units, report);
    contents::behind_aside(units, report);
    contents::led_to(units, report);
    contents::that_clause(units, report);
    around::parenthesis(units, report);
    contents::estimate(units, report);
    contents::in_one_word(units, report);
    around::cleft(units, report);
    leads::whose_words(units, report);
    leads::between(units, report);
    leads::trailing(units, report);
    askings::asked_by(units, report);
    as_said::opening(units, report);
    as_said::between(units, report);
    as_said::closing(units, report);
    around::said_before_quotation(units, report);
    contents::told(units, report);
    contents::with_noun(units, report);
    objects::by_nobody(units, report);
    objects::by_somebody(units, report);
}

/// Who says so, in the clause of the cue.
fn find_source(units: &Units, report: &mut Report) {
    quoted::of_its_sentence(units, report);
    quoted::behind_lead(units, report);
    quoted::quoted_speech(units, report);
    quoted::behind_verb(units, report);
    quoted::behind_comma(units, report);
    quoted::what_is_called(units, report);
    quoted::behind_title(units, report);
    said_last::clause(units, report);
    sources::object_after(units, report);
    inverted::said_before(units, report);
    sources::of_headline(units, report);
    edges::before_verb(units, report);
    sources::object_pronoun(units, report);
    sources::governed(units, report);
    adverbials::before_subject(units, report);
    adverbials::before_cue(units, report);
    sources::beside_the_cue(units, report);
    sources::surname(units, report);
    sources::of_own_clause(units, report);
    relatives::who(units, report);
    relatives::of_noun(units, report);
    contents::with_lead(units, report);
    objects::cries_from(units, report);
}

/// A source whole, and not who is only called: "Two people | briefed on it", "Minister, | it is
/// late".
fn correct_source(units: &Units, report: &mut Report) {
    edges::with_participle(units, report);
    sources::behind_object(units, report);
    sources::before_participle(units, report);
    sources::own_pronoun(units, report);
    tails::before_title(units, report);
    described::subject(units, report);
    relatives::before_main_verb(units, report);
    vocatives::is_not_source(units, report);
}

/// Who says so, where the subject is that of another report of the sentence.
fn share_subject(units: &Units, reports: &mut [Report], at: usize) {
    subjects::lead_in(units, reports, at);
    inserted::before_verb(units, reports, at);
    trailers::trailer(units, reports, at);
    relatives::past_clause(units, &mut reports[at]);
    relatives::second_verb(units, &mut reports[at]);
    pairs::one_subject(units, reports, at);
    subjects::listed(units, reports, at);
    subjects::after_semicolon(units, reports, at);
    subjects::own_clause(units, &mut reports[at]);
    subjects::of_first_verb(units, &mut reports[at]);
    subjects::of_main_clause(units, &mut reports[at]);
}

/// Who quotes and who is quoted: "The agency quoted him as saying".
fn split_quoted(units: &Units, reports: &mut Vec<Report>) {
    subjects::quoted_saying(units, reports);
    trailers::praised_saying(units, reports);
    for at in 0..reports.len() {
        subjects::object_says(units, reports, at);
    }
    subjects::in_subject(units, reports);
}

/// Where a content ends: at the next report, at what its speaker does besides, at an aside.
fn end_contents(units: &Units, reports: &mut Vec<Report>) {
    plain_verbs::of_plain_verb(units, reports);
    for report in reports.iter_mut() {
        objects::told_that(units, report);
        contents::with_verb(units, report);
        contents::behind_but(units, report);
        contents::behind_title(units, report);
    }
    for at in 0..reports.len() {
        relatives::around_teller(units, reports, at);
    }
    ends::before_next(units, reports);
    tails::past_comma(units, reports);
    for report in reports {
        insertions::past_insertion(units, report);
        contents::that_alone(units, report);
        ends::behind_quotation(units, report);
        ends::of_lead_clause(units, report);
        ends::inside_brackets(units, report);
        ends::around_bracket(units, report);
        besides::end_before(units, report);
        relatives::before_helper(units, report);
        nouns::end_before_verb(units, report);
        vocatives::end_before(units, report);
    }
}

/// Reports whose cue is no verb of a clause: nouns, questions to who answers, colons,
/// announcements, headlines.
fn add_reports(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    verbs::in_the_present(units, reports);
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
fn share_quotations(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    quotations::behind_colon(units, reports);
    signatures::signed(units, layout, reports);
    quotations::one_owner(units, reports);
    sort_by_number(reports, |report| report.cue.start as u64);
    quotations::go_on(units, reports);
}

/// What is left is said, in order and without overlap.
fn settle(units: &Units, reports: &mut Vec<Report>) {
    subjects::addressing(units, reports);
    reports.retain(|report| !unsaid::is_unsaid(units, report));
    for report in reports {
        adverbials::inside_cue(units, report);
        relatives::whole(units, report);
        sources::past_lead_in(units, report);
        edges::title(units, report);
        circumstances::left(units, report);
        // "as “old, | rusty and cold”"
        let inside = |at: UnitIx| units.get(at).is_some_and(|u| u.quoted == Quoted::Inside);
        for part in &mut report.content {
            let closed = |at: UnitIx| !inside(at) || units[at].tag == Tag::QuoteMark;
            while part.end > part.start && !closed(part.end - 1) && inside(part.end) {
                part.end += 1;
            }
        }
        // “It is late”, | said
        for part in report.content.iter_mut().filter(|part| part.len() > 1) {
            // "as she said a moment ago, | ‘it is late’"
            let quoted = units[part.start + 1].quoted != Quoted::Outside;
            part.start += usize::from(quoted && units[part.start].tag == Tag::Comma);
            let last = &units[part.end - 1];
            let comma = last.tag == Tag::Comma && last.quoted == Quoted::Outside;
            part.end -= usize::from(comma && part.len() > 1);
        }
        // "her visit | and, citing the talks, said"
        if let Some(last) = report.content.last_mut().filter(|part| part.len() > 1) {
            last.end -= usize::from(units[last.end - 1].word == AND);
        }
        report.source.take_if(|source| source.start >= source.end);
        // "The minister agreed |, | and left"
        report.content.retain(|part| part.len() != 1 || units[part.start].tag != Tag::Comma);
        report.drop_empty();
        // "It grew, according to the Port Office | (the PO)"
        if let [_, .., last] = &report.content[..]
            && units[last.start].tag == Tag::Open
            && let Some(source) = report.source.as_mut().filter(|source| source.end == last.start)
        {
            source.end = last.end;
            report.content.pop();
        }
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
        Rule::Report if report.source.is_none() && report.settled => Some(BY_HEADLINE),
        Rule::Report if says_both(units, report) || says_that(units, report) => Some(BY_DETERMINER),
        Rule::Colon | Rule::LeadIn => report.source.as_ref().map(|_| BY_GRAMMAR),
        Rule::Quotation if is_signed(units, report) => Some(BY_GRAMMAR),
        Rule::AccordingTo => Some(BY_PHRASE),
        Rule::Noun => Some(BY_NOUN),
        Rule::Bare => Some(BY_HEADLINE),
        _ => None,
    }
}

/// "Justice Ruiz | held | that it was early": nothing stands between.
fn says_that(units: &Units, report: &Report) -> bool {
    let verb = report.cue.end.saturating_sub(1);
    // "criminal charges | that"
    let noun = units[verb].classes.has(Class::Noun);
    let beside = report.source.as_ref().is_some_and(|source| source.end == report.cue.start);
    let that = |part: &Range<UnitIx>| part.start == verb + 1 && units[part.start].tag == Tag::That;
    beside && !noun && syntax::is_speech(&units[verb]) && report.content.first().is_some_and(that)
}

/// "Both | deny it", "Another | said no", "Some | say it is late": but "Both | calls were late",
/// "most | recently said".
fn says_both(units: &Units, report: &Report) -> bool {
    let several = |unit: &Unit| unit.word != ANOTHER;
    let verb = units[report.cue.clone()].iter().find(|unit| unit.tag.reports());
    let agrees = |subject: &[Unit]| match verb.map(|verb| verb.tag) {
        Some(Tag::SpeechPast) => !subject.iter().all(syntax::is_some),
        Some(Tag::SpeechBase | Tag::ThoughtBase) => subject.iter().all(several),
        Some(Tag::SpeechPresent) => !subject.iter().any(several),
        _ => false,
    };
    let subject = report.source.as_ref().map(|source| &units[source.clone()]);
    subject.is_some_and(|subject| syntax::is_without_noun(subject) && agrees(subject))
}

/// A name below a quotation, or behind it and a dash.
fn is_signed(units: &Units, report: &Report) -> bool {
    let dash = units.get(report.cue.start).is_some_and(|cue| cue.tag == Tag::Dash);
    dash || report.cue.is_empty()
}
