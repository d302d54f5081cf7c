//! From reports in units to drafts in the text.

use super::grammar::syntax::declines;
use super::report::Report;
use super::units::{Quoted, UnitIx, Units};
use crate::lexicon::Class;
use crate::model::{Act, Draft, Kind, Rule, Shape, Span, Turn, both, sort_by_number};
use std::ops::Range;

/// What each turn of a transcript holds is said by whom its label names.
pub fn of_turns(turns: &[Turn]) -> Vec<Draft> {
    let of_turn = |turn: &Turn| Draft {
        source: [turn.label].into_iter().filter(|label| !label.is_empty()).collect(),
        cue: [].into(),
        content: turn.content.as_slice().into(),
        addressee: None,
        kind: Kind::Turn,
        act: Act::Speech,
        rule: Rule::Label,
        inside: None,
        confidence: 1.0,
    };
    turns.iter().map(of_turn).collect()
}

pub fn of_report(units: &Units, report: &Report, confidence: f32) -> Draft {
    let span = |range: &Range<UnitIx>| units.span(range);
    let kind = kind(units, report);
    let rule = match (report.rule, kind) {
        (Rule::Report, Kind::Direct) => Rule::Quotation,
        (rule, _) => rule,
    };
    let cue = [report.cue_opens.as_ref(), Some(&report.cue)].into_iter().flatten();
    Draft {
        source: report.source.iter().map(span).collect(),
        cue: cue.filter(|cue| !cue.is_empty()).map(span).collect(),
        content: report.content.iter().map(span).collect(),
        addressee: report.addressee.as_ref().map(span),
        kind,
        act: act(units, report, kind),
        rule,
        inside: None,
        confidence,
    }
}

/// The drafts that have a content, in its order, each with the one that it stands inside.
pub fn in_order(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|draft| !draft.content.is_empty());
    drafts.shrink_to_fit();
    sort_by_number(&mut drafts, |draft| both(draft.content[0].start, u32::MAX - reach(draft).end));
    nest(&mut drafts);
    drafts
}

fn reach(draft: &Draft) -> Span {
    draft.content[0].to(draft.content[draft.content.len() - 1])
}

/// Gives each draft the nearest one before it that holds its cue and content.
fn nest(drafts: &mut [Draft]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..drafts.len() {
        let whole = drafts[at].cue.iter().fold(reach(&drafts[at]), |whole, cue| whole.to(*cue));
        let holds = |outer: &Draft| outer.content.iter().any(|part| part.contains(whole));
        while open.last().is_some_and(|last| reach(&drafts[*last]).end <= whole.start) {
            open.pop();
        }
        drafts[at].inside =
            open.iter().rev().find(|outer| holds(&drafts[**outer])).map(|outer| *outer as u32);
        open.push(at);
    }
}

fn kind(units: &Units, report: &Report) -> Kind {
    let all = || report.content.iter().flat_map(|part| &units[part.clone()]);
    let quoted = |quoted: Quoted| quoted != Quoted::Outside;
    let words = || all().filter(|unit| unit.shape.is_word() || unit.quoted == Quoted::Whole);
    match () {
        () if report.rule == Rule::Colon => Kind::Direct,
        () if words().all(|unit| quoted(unit.quoted)) => Kind::Direct,
        () if all().any(|unit| quoted(unit.quoted) || unit.shape == Shape::Quote) => Kind::Mixed,
        () => Kind::Indirect,
    }
}

fn act(units: &Units, report: &Report, kind: Kind) -> Act {
    let mut thought = false;
    for word in units.words(&report.cue) {
        let classes = units.lexicon.classes(word);
        // "would not say whether", "declined to comment": nothing is said.
        if classes.has(Class::Negation) || declines(units, word) {
            return Act::Thought;
        }
        if classes.has(Class::Verb) && classes.has(Class::Speech) {
            return Act::Speech;
        }
        thought |= classes.has(Class::Thought);
    }
    // "let it be known", "wanted to know"
    let opens_phrase = || {
        let phrase = units.phrase(report.cue.start);
        phrase.is_some_and(|(classes, _)| classes.has(Class::Speech))
    };
    // “It was late,” Ana Ruiz | remembers.
    let speech =
        !thought || kind == Kind::Direct || report.phrase.has(Class::Speech) || opens_phrase();
    if speech { Act::Speech } else { Act::Thought }
}
