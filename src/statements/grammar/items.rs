//! Whose the verbs are that open the items below a colon, the paragraphs of a resolution.

use super::BY_GRAMMAR;
use super::contents::is_name_like;
use super::subjects::of_sentence;
use super::syntax::{has_comma, has_finite, is_speech, joins_clause};
use crate::lexicon::fixed::{AND, OF};
use crate::model::{Block, BlockKind, Layout, Rule};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Unit, UnitIx, Units};
use std::ops::Range;

/// "a communiqué in which it:" and below "1. Condemned the attack; | 2. Called on both to talk":
/// whose the verbs are that begin the items.
pub fn items(units: &Units, layout: &Layout, reports: &mut [Report]) {
    let mut subject: Option<Range<UnitIx>> = None;
    let mut reports = reports.iter_mut().peekable();
    for (block, id) in units.blocks.iter().zip(&units.block_ids) {
        let opens = before_items(units, block);
        let is_word = |at: &UnitIx| units[*at].shape.is_word() && !units[*at].tag.is_adverb();
        let word = block.clone().find(is_word).unwrap_or(block.start);
        let lead = units[word].tag.is_participle();
        let resolves = subject.as_ref().is_some_and(|whose| units[whose.end].tag == Tag::Comma);
        let item = is_item(layout, *id as usize)
            || resolves && opens.is_none() && (lead || is_speech(&units[word]));
        // "6. On security, | the Council:" and below "(a) condemned the attack;"
        let clause = |whose: &Range<UnitIx>| {
            units[..whose.start].last().is_some_and(|before| before.tag == Tag::Comma)
        };
        if !item || opens.as_ref().is_some_and(clause) {
            // "Having met in May,"
            let last = units[block.clone()].last().map(|mark| mark.tag);
            if !(resolves && matches!(last, Some(Tag::Comma | Tag::Semicolon))) {
                subject = opens;
            }
            while let Some(report) = reports.next_if(|report| report.cue.start < block.end) {
                inner_item(units, report);
            }
            continue;
        }
        let Some(subject) = &subject else { continue };
        while reports.next_if(|report| report.cue.start < block.start).is_some() {}
        // "RECALLING the Declaration, | REAFFIRMS that"
        let main = |at: &UnitIx| has_comma(units, *at) && is_speech(&units[*at + 1]);
        let comma = (block.start..block.end - 1).find(|at| lead && main(at));
        let verb = comma.map_or(word, |comma| comma + 1);
        while let Some(report) = reports.next_if(|report| report.cue.start < block.end) {
            // "| Takes | note of"
            let phrase = units.phrase(verb).filter(|of| of.1 == report.cue.end);
            if phrase.is_some() {
                report.cue.start = verb;
            }
            let at = report.cue.clone().find(|at| !units[*at].tag.is_adverb());
            let at = at.unwrap_or(report.cue.start);
            let finite = phrase.is_some()
                || matches!(units[at].tag, Tag::SpeechPast | Tag::SpeechPresent | Tag::Ed);
            // "approved the mandate, and | urged both to pay"
            let second = || {
                let and = at > verb && units[at - 1].tag == Tag::Conjunction;
                and && report.source.is_none() && !has_finite(&units[verb + 1..at])
            };
            if finite && (at == verb || second()) {
                report.source = Some(subject.clone());
                report.raise_cue(BY_GRAMMAR);
            } else if lead && at == word {
                report.source = Some(subject.clone());
                if let Some(comma) = comma.filter(|comma| report.cue.end < *comma) {
                    report.tells(report.cue.end..comma);
                }
                report.rule = Rule::LeadIn;
                report.settle(BY_GRAMMAR);
            }
        }
    }
}

/// "| The Council |: (a) noted the report; (b) | called for | calm": an item inside a sentence is
/// of whom its colon follows, and ends before the next.
fn inner_item(units: &Units, report: &mut Report) {
    let Range { start, end } = report.block;
    let is = |at: UnitIx, tag: Tag| units[at].tag == tag;
    let mut before = start..report.cue.start;
    let [.., open, _, close] = &units[before.clone()] else { return };
    if (open.tag, close.tag) != (Tag::Open, Tag::Close) {
        return;
    }
    let colon = before.find(|at| is(*at, Tag::Colon) && is(at + 1, Tag::Open));
    let whose = colon.and_then(|colon| before_items(units, &(start..colon + 1)));
    let Some(whose) = whose else { return };
    let next = (report.cue.end..end).find(|at| is(*at, Tag::Semicolon));
    report.end_by(next.unwrap_or(end));
    report.source = Some(whose);
    report.raise_cue(BY_GRAMMAR);
}

/// An item of a list, or the last one, "3. Welcomed the offer.", which ends a sentence.
pub fn is_item(layout: &Layout, at: usize) -> bool {
    let block = &layout.blocks[at];
    let marker = at.checked_sub(1).map(|before| &layout.blocks[before]);
    let marked = |m: &Block| m.kind == BlockKind::Furniture && m.span.end + 1 >= block.span.start;
    block.kind == BlockKind::ListItem || marker.is_some_and(marked)
}

/// The noun phrase that a paragraph ends with, before its colon, where no verb is between; of "The
/// Council took steps on the port:" the subject; the whole of "The Council,".
fn before_items(units: &Units, block: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let mark = block.end.checked_sub(1)?;
    let inside = |at: &UnitIx| {
        let joins = units[*at].word == OF
            || units[*at].word == AND && units[*at + 1].shape.is_capitalised();
        is_name_like(units, *at) || units[*at].tag == Tag::It || joins
    };
    let start = (block.start..mark).rev().take_while(inside).last()?;
    let whole = start == block.start;
    let opens = |unit: &Unit| joins_clause(unit) || unit.tag.is_mark();
    match units[mark].tag {
        Tag::Comma => {
            let body = units[start..mark].iter().any(|unit| unit.tag == Tag::Body);
            (whole && body).then_some(start..mark)
        }
        Tag::Colon if whole || opens(&units[start - 1]) => Some(start..mark),
        Tag::Colon => of_sentence(units, units.sentence_of(mark), &[]),
        _ => None,
    }
}
