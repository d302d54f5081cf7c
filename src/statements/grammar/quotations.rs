//! Whose a quotation is that stands apart from a cue: behind a colon, in the next sentence of the
//! paragraph, paragraph after paragraph.

use super::syntax::{
    clause_start, has_finite, is_relative, is_somebody, is_speech, is_subject, opens_subject,
};
use super::{BY_GRAMMAR, BY_HEADLINE, leads};
use crate::lexicon::Class;
use crate::lexicon::fixed::{A, AFTER, AND, AS, FOLLOWING, FROM, MADE, ON, SAY, THIS, WHEN};
use crate::model::{BlockKind, Layout, Rule, sort_by_number};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Gives every whole quotation that no report has, and that stands as a sentence, to the report
/// that it goes on with; one that is a paragraph by itself becomes a statement of its own.
pub fn go_on(units: &Units, reports: &mut Vec<Report>) {
    leave_others(units, reports);
    let mut owned = vec![usize::MAX; units.len()];
    for (number, report) in reports.iter().enumerate().filter(|(_, report)| report.is_firm()) {
        for part in &report.content {
            owned[part.clone()].fill(number);
        }
    }
    let known = reports.len();
    let mut next = 0;
    for (number, block) in units.blocks.iter().enumerate() {
        let from = next;
        while next < known && reports[next].cue.start < block.end {
            next += 1;
        }
        let whole = |(_, unit): &(UnitIx, &Unit)| unit.quoted == Quoted::Whole;
        for (at, _) in units.numbered(block.clone()).filter(whole) {
            if owned[at] != usize::MAX || !stands_alone(units, at) {
                continue;
            }
            let alone =
                Alone { units, reports, here: from..next, owned: &owned, number, block, at };
            match alone.owner() {
                Some(Owner::Known(owner)) => {
                    owned[at] = owner;
                    reports[owner].content.push(at..at + 1);
                }
                Some(Owner::New(source)) => {
                    owned[at] = reports.len();
                    reports.push(Report {
                        cue: at..at,
                        source,
                        content: vec![at..at + 1],
                        rule: Rule::Bare,
                        ..Report::settled(block.clone(), BY_HEADLINE)
                    });
                }
                None => {}
            }
        }
    }
    join_below(units, reports, known);
}

/// "Ana Ruiz smiled when I | asked | her. “It is late.”": what is quoted in the next sentence is no
/// part of the question.
fn leave_others(units: &Units, reports: &mut [Report]) {
    for report in reports {
        let sentence = units.sentence_of(report.cue.start);
        let own = |part: &Range<UnitIx>| sentence.contains(&part.start);
        let acts = || who_acts(units, sentence.clone());
        let other = |part: &Range<UnitIx>| {
            let next = part.start == sentence.end && stands_alone(units, part.start);
            let own = report.source.as_ref().filter(|_| next);
            own.is_some_and(|own| {
                is_in_question(units, sentence, own) || acts().is_some_and(|who| *own != who)
            })
        };
        report.content.retain(|part| {
            own(part) || !other(part) && !part.clone().all(|at| is_answer(units, at))
        });
    }
}

/// A quotation that stands as a sentence, and that no report has.
struct Alone<'a> {
    units: &'a Units<'a>,
    reports: &'a [Report],
    /// The reports of its paragraph.
    here: Range<usize>,
    /// By unit whose content it is.
    owned: &'a [usize],
    number: usize,
    block: &'a Range<UnitIx>,
    at: UnitIx,
}

enum Owner {
    Known(usize),
    /// A report of its own, with who says it.
    New(Option<Range<UnitIx>>),
}

impl Alone<'_> {
    /// The paragraph's last report goes on; else the paragraph above.
    fn owner(&self) -> Option<Owner> {
        let Alone { units, block, at, .. } = *self;
        let quotes = |unit: &Unit| unit.quoted == Quoted::Whole || unit.tag == Tag::Stop;
        let whole_block = units[block.clone()].iter().all(quotes);
        if !whole_block && is_answer(units, at) {
            return None;
        }
        if let Some(before) = self.here.clone().rev().find(|n| self.goes_on(&self.reports[*n])) {
            let other = self.named_last().filter(|last| self.is_another(before, *last));
            return Some(Owner::Known(other.unwrap_or(before)));
        }
        // “I was there.” | She left.: a paragraph's first quotation too; and “I was there.” | Ana
        // Ruiz left., where the one above is still open.
        let next = || units[..block.end].get(at + 1).is_some_and(opens_as_he);
        let she = at == block.start && (units.is_continued(self.number) || next());
        let apart = !whole_block && !she;
        let asked = self.asked();
        if let Some(None) = asked {
            return None;
        }
        let acts = if apart { self.who_acts() } else { None };
        let source = acts.or(asked.flatten());
        if source.is_some() {
            return Some(Owner::New(source));
        }
        // "She remembers it well. “I told him so.”"
        if apart && self.last().is_none_or(|last| last.source.is_none()) {
            return None;
        }
        Some(self.above().map_or(Owner::New(None), Owner::Known))
    }

    /// Whether a report that quotes goes on with it.
    fn goes_on(&self, report: &Report) -> bool {
        let Alone { units, at, .. } = *self;
        report.is_firm()
            && report.content.iter().any(|part| has_quotation(units, part))
            && !is_apart(units, units.sentence_of(report.cue.start), &(at..at + 1))
            && !is_somebody_elses(units, report, at)
    }

    /// The report of the sentence before.
    fn last(&self) -> Option<&Report> {
        let Alone { units, at, .. } = *self;
        let last = self.here.clone().rev().map(|n| &self.reports[n]).find(|r| r.cue.start < at)?;
        let beside = units.sentence_of(last.cue.start).end == units.sentence_of(at).start;
        (beside && last.is_firm()).then_some(last)
    }

    /// The report of the sentence before, where it has a name.
    fn named_last(&self) -> Option<usize> {
        let last = self.last()?.cue.start;
        let at = self.here.clone().rev().find(|n| self.reports[*n].cue.start == last)?;
        self.names(at).next().is_some().then_some(at)
    }

    /// Karl Orr was late. “It rained,” he said. | Ana Ruiz | defended the plan: not he.
    fn is_another(&self, first: usize, second: usize) -> bool {
        let named = |n: &usize| self.names(*n).next().is_some();
        let known = (self.here.start..=first).rev().find(named);
        let written = |at: UnitIx| self.units.written(at);
        let same = |name: UnitIx| {
            known.is_some_and(|known| self.names(known).any(|own| written(own) == written(name)))
        };
        known.is_some() && first < second && !self.names(second).any(same)
    }

    /// In the source of a report.
    fn names(&self, report: usize) -> impl Iterator<Item = UnitIx> {
        let words = self.reports[report].source.clone().unwrap_or_default();
        words.filter(|at| self.units[*at].tag == Tag::Name)
    }

    /// "| Ana Ruiz | was asked whether Berg backs her. “He does.”": who answers a question, if that
    /// is known.
    fn asked(&self) -> Option<Option<Range<UnitIx>>> {
        let last = self.last()?;
        let sentence = self.units.sentence_of(last.cue.start);
        let asked = is_in_question(self.units, sentence, last.source.as_ref()?);
        asked.then(|| subject_of(self.units, sentence.clone()))
    }

    fn who_acts(&self) -> Option<Range<UnitIx>> {
        let Alone { units, block, at, .. } = *self;
        let beside = [sentence_before(units, block, at), sentence_between(units, block, at)];
        beside.into_iter().flatten().find_map(|beside| who_acts(units, beside))
    }

    /// The report of an open quotation above, over the credit of a picture too.
    fn above(&self) -> Option<usize> {
        let Alone { units, number, .. } = *self;
        let above = number.saturating_sub(NEAR)..number;
        let mut ends = above.rev().map(|above| units.blocks[above].end - 1);
        let end = ends.find(|end| units[*end].quoted == Quoted::Whole)?;
        let owner = units.is_continued(number).then(|| self.owned[end])?;
        (owner != usize::MAX).then_some(owner)
    }
}

/// "She took no joy in it. “She came,” Huarachi said, and Ruiz nodded": a quotation belongs to the
/// report that stands beside it alone.
pub fn one_owner(units: &Units, reports: &mut [Report]) {
    for at in 0..reports.len() {
        let Range { start: cue, end: now_end } = reports[at].cue;
        let end = units.sentence_of(cue).end;
        let (before, rest) = reports.split_at_mut(at);
        let (now, later) = rest.split_at_mut(1);
        // "Moyo said | one had warned | them. “They left.”"
        let before = &before[at.saturating_sub(NEAR)..];
        let told = before.iter().any(|outer| outer.holds(cue));
        // “It is late,” Ana Ruiz said. “It rains.” | The sun set, Tom Hale said.: his is the clause
        // alone.
        let start = units.sentence_of(cue).start;
        let hers = |part: &&mut Range<UnitIx>| {
            let own = part.start < start && start < part.end;
            own && before.iter().any(|other| other.holds(part.start) && !other.holds(start))
        };
        now[0].content.iter_mut().filter(hers).for_each(|part| part.start = start);
        // “A,” | she said, thanking them, | “and B.”: nor is that what she thanks them for.
        let outer = &now[0];
        let goes_on = |last: &Range<UnitIx>| {
            let at = last.end - 1;
            let own = |other: &Report| {
                let quotes = |part: &Range<UnitIx>| *part == (at..at + 1);
                let first = other.reach().start;
                // "“A,” she said. “B”, | according to the Herald"
                first < other.cue.start
                    && !outer.holds(other.cue.start)
                    && units[first].quoted == Quoted::Whole
                    && other.content.iter().any(quotes)
            };
            // "adding, | “B”", "adding | that “B”"
            let beside = (now_end..at).all(|at| units[at].tag.is_mark());
            let that = units[last.start].tag == Tag::That;
            let quoted = last.start > cue && units[at].quoted == Quoted::Whole;
            quoted && !beside && !that && before.iter().any(own)
        };
        if let Some(last) = outer.content.last().cloned().filter(goes_on) {
            now[0].end_by(last.end - 1);
        }
        now[0].content.retain(|part| {
            let near = later.iter().take(NEAR).chain(before);
            let own = part.len() == 1 && units[part.start].quoted == Quoted::Whole;
            let beside = |other: &Report| {
                let start = other.source.as_ref().map_or(other.cue.start, |source| source.start);
                start.min(other.cue.start) == part.end && other.content.contains(part)
            };
            !own || !(told && part.start >= end || near.clone().any(beside))
        });
    }
}

/// So many reports may stand between two that hold one quotation; so many blocks between two parts
/// of one.
const NEAR: usize = 4;

/// A quotation without a report whose last paragraph has one below belongs to it.
fn join_below(units: &Units, reports: &mut Vec<Report>, known: usize) {
    for bare in (known..reports.len()).rev() {
        let last = reports[bare].reach().end - 1;
        let number = units.block_of(last) + 1;
        let Some(below) = units.blocks.get(number).filter(|_| units.is_continued(number)) else {
            continue;
        };
        let from = reports[..known].partition_point(|report| report.cue.start < below.start);
        if let Some(owner) = (from..known).find(|owner| reports[*owner].holds(below.start)) {
            let content = std::mem::take(&mut reports[bare].content);
            reports[owner].content.extend(content);
            sort_by_number(&mut reports[owner].content, |part| part.start as u64);
        }
    }
    reports.retain(|report| !report.content.is_empty());
}

/// The sentence of the unit holds nothing but quotations.
fn stands_alone(units: &Units, at: UnitIx) -> bool {
    let sentence = units.sentence_of(at).clone();
    units[sentence].iter().all(|unit| unit.quoted == Quoted::Whole || unit.tag == Tag::Stop)
}

/// "did not say whether | Ana Ruiz | backs it"
fn is_in_question(units: &Units, sentence: &Range<UnitIx>, own: &Range<UnitIx>) -> bool {
    let before = units.get(sentence.start..own.start).unwrap_or_default();
    before.last().is_some_and(|last| last.tag == Tag::Complementizer) && has_finite(before)
}

/// "She", at the start of a sentence
fn opens_as_he(unit: &Unit) -> bool {
    unit.tag == Tag::He && unit.shape.is_capitalised()
}

/// “Is that a yes?” | “It is a regret.”: of two quotations side by side each is somebody else's.
fn is_answer(units: &Units, at: UnitIx) -> bool {
    let beside = |other: UnitIx| {
        let near = units.get(other).is_some_and(|other| other.quoted != Quoted::Outside);
        near && units.block_of(other) == units.block_of(at)
    };
    units[at].quoted == Quoted::Whole
        && (beside(at + 1) || beside(at.wrapping_sub(1)))
        && stands_alone(units, at)
}

/// “I was there.” Ruiz came too. | “It rained,” he told me.: before a report stands a sentence that
/// is not quoted.
fn is_apart(units: &Units, sentence: &Range<UnitIx>, part: &Range<UnitIx>) -> bool {
    let between = units.get(part.end..sentence.start).unwrap_or_default();
    between.iter().any(|unit| unit.quoted == Quoted::Outside && unit.shape.is_word())
}

/// "| Ana Ruiz shook her head. | “I am done.”"
fn sentence_before(
    units: &Units,
    block: &Range<UnitIx>,
    quotation: UnitIx,
) -> Option<Range<UnitIx>> {
    let last = quotation.checked_sub(1).filter(|last| *last >= block.start)?;
    Some(units.sentence_of(last).clone())
}

/// "“I am done.” | Ana Ruiz shook her head. | “Go,” she said.": where the first opens a paragraph.
fn sentence_between(
    units: &Units,
    block: &Range<UnitIx>,
    quotation: UnitIx,
) -> Option<Range<UnitIx>> {
    let next = units.sentence_of(quotation).end;
    let between = units.sentence_of(next.min(block.end - 1));
    let goes_on = units[..block.end].get(between.end);
    let goes_on = goes_on.is_some_and(|next| next.quoted == Quoted::Whole);
    (quotation == block.start && next < block.end && goes_on).then(|| between.clone())
}

/// "| Ana Ruiz | shook her head.", "Ana Ruiz|, when I ask her, smiles.", "Told of it, | Ana Ruiz |
/// snorts.", "Ask her and | she | shrugs.": who does whatever in a sentence.
fn who_acts(units: &Units, before: Range<UnitIx>) -> Option<Range<UnitIx>> {
    let words = &units[before.clone()];
    let name = |unit: &Unit| matches!(unit.tag, Tag::He | Tag::Honorific | Tag::Name);
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let when = |unit: &Unit| unit.word == WHEN;
    let first = words.first()?;
    let lead = words.iter().position(|unit| comma(unit) || unit.word == AND);
    let lead = lead.filter(|lead| match comma(&words[*lead]) {
        true => first.tag == Tag::SpeechPast || when(first),
        false => {
            let he = words.get(lead + 1).is_some_and(|he| he.tag == Tag::He);
            he && !is_subject(first.tag) && !has_finite(&words[..*lead])
        }
    });
    let start = lead.map_or(0, |lead| lead + 1);
    let role = |unit: &Unit| name(unit) || is_somebody(unit);
    let the = words.get(start).is_some_and(|the| the.tag.is_determiner());
    let noun = start + usize::from(the);
    let count = words[noun..].iter().take_while(|unit| if the { role(unit) } else { name(unit) });
    let count = count.count();
    let (end, named) = (noun + count, count > 0);
    let aside = matches!(&words[end..], [mark, next, ..] if comma(mark) && when(next));
    let closes = aside.then(|| words[end + 1..].iter().position(comma)).flatten();
    let verb = closes.map_or(end, |closes| end + closes + 2);
    let rest = words[verb..].split(when).next()?;
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && !unit.tag.reports();
    let acts = match rest {
        [verb, ..] if verb.tag == Tag::Ed => true,
        // "was unmoved"
        [is, how, stop] if is.tag == Tag::Be && stop.tag == Tag::Stop => {
            matches!(how.tag, Tag::Ed | Tag::Word)
        }
        // "Lorne trains stop"
        [verb, rest @ ..] => {
            let noun = |next: &Unit| matches!(next.tag, Tag::Word | Tag::S | Tag::Name);
            verb.tag == Tag::S && !rest.first().is_some_and(noun) && !has_finite(rest)
        }
        [] => false,
    };
    (named && acts && rest.iter().all(plain)).then_some(before.start + start..before.start + end)
}

/// “We need a doctor,” Tom Ash said. Ann Low shook her head. | “We need nothing.”: whose name opens
/// the sentence before speaks, or nobody does.
fn is_somebody_elses(units: &Units, report: &Report, quotation: UnitIx) -> bool {
    let end = units.sentence_of(report.cue.start).end;
    let last = quotation.checked_sub(1).filter(|last| *last >= end);
    let Some(last) = last.map(|last| units.sentence_of(last)) else { return false };
    let is_name = |at: &UnitIx| units[*at].tag == Tag::Name;
    let titled = |at: &UnitIx| is_name(at) || units[*at].tag == Tag::Honorific;
    let mut names = last.clone().take_while(titled).filter(is_name).peekable();
    let Some(source) = report.source.clone().filter(|source| source.clone().any(|at| is_name(&at)))
    else {
        return false;
    };
    let same = |name: UnitIx| source.clone().any(|own| units.written(own) == units.written(name));
    names.peek().is_some() && !names.any(same)
}

fn has_quotation(units: &Units, part: &Range<UnitIx>) -> bool {
    units[part.clone()].iter().any(|unit| unit.quoted == Quoted::Whole)
}

/// "Ana Ruiz was blunt: “We have no money.”": somebody who does whatever before a colon says what
/// is quoted behind it.
pub fn behind_colon(units: &Units, reports: &mut Vec<Report>) {
    let mut found: Vec<Report> = Vec::new();
    let mut owned = vec![false; units.len()];
    let sure = |report: &&Report| report.settled || report.cue_probability > BY_HEADLINE;
    for report in reports.iter().filter(sure) {
        owned[report.cue.clone()].fill(true);
        report.content.iter().for_each(|part| owned[part.clone()].fill(true));
    }
    for block in &units.blocks {
        // On the same line or at the start of the one below.
        let quotes = |(colon, unit): &(UnitIx, &Unit)| {
            unit.tag == Tag::Colon
                && units.get(colon + 1).is_some_and(|next| next.quoted == Quoted::Whole)
        };
        for (colon, _) in units.numbered(block.clone()).filter(quotes) {
            let sentence = units.sentence_of(colon);
            let clause = clause_start(units, sentence, colon)..colon;
            // "At the end of the visit, | Ms Ruud issued the following statement:"
            let comma = clause.clone().find(|at| units[*at].tag == Tag::Comma);
            let behind = || comma.and_then(|comma| subject_of(units, comma + 1..colon));
            let subject = subject_of(units, clause.clone()).or_else(behind);
            let subject = subject.or_else(|| without_verb(units, clause));
            let Some(subject) = subject else { continue };
            let next = reports.partition_point(|report| report.cue.end < colon);
            // "Ana Ruiz, | asked | about it, was blunt: “We have no money.”", but not "said:".
            let said =
                |[comma, said]: &[Unit; 2]| comma.tag == Tag::Comma && said.tag == Tag::SpeechPast;
            let said = units[subject.clone()].array_windows().position(said);
            let said = said.map(|comma| subject.start + comma + 1);
            let last = next.checked_sub(1).map(|last| reports[last].cue.start);
            let says = reports.get(next).is_some_and(|report| report.cue.end == colon);
            let asked = said.is_some() && said == last && !says;
            if !asked && (owned[colon] || owned[colon + 1]) {
                // "The mayor of Kelm, Ana Ruiz, | was blunt: | “We have no money.”"
                let whole = |report: &&mut Report| {
                    units[report.cue.start].tag == Tag::Be
                        && report.cue.end <= colon + 1
                        && report.content == [colon + 1..colon + 2]
                };
                let near = &reports[next.saturating_sub(NEAR)..next];
                let free = !near.iter().any(|before| before.settled && before.holds(colon + 1));
                if let Some(report) = reports.get_mut(next).filter(whole).filter(|_| free) {
                    report.source = Some(subject);
                    report.rule = Rule::Quotation;
                    report.settle(BY_GRAMMAR);
                }
                continue;
            }
            found.push(Report {
                cue: colon..colon + 1,
                source: Some(subject),
                content: vec![colon + 1..colon + 2],
                rule: Rule::Quotation,
                ..Report::settled(block.clone(), BY_GRAMMAR)
            });
        }
    }
    // Whatever else holds those quotations.
    let given = |part: &Range<UnitIx>| {
        let next = found.partition_point(|report| report.cue.end < part.start);
        found.get(next).is_some_and(|report| part.contains(&report.cue.end))
    };
    reports.retain(|report| !report.content.iter().any(given));
    reports.append(&mut found);
}

/// "Ana Ruiz issued the following statement after the mayor | called for calm |:", "had this to say
/// as the mayor announced the sale:": where the colon stands that the clause of a verb ends at, as
/// somebody's words were announced before it.
pub fn announced_before(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> Option<UnitIx> {
    let colon = units.find(verb..sentence.end, |unit| unit.tag == Tag::Colon)?;
    let joins = |at: &UnitIx| {
        matches!(units[*at].word, AFTER | AS | WHEN)
            && opens_subject(&units[at + 1])
            && !units[at + 1..verb].iter().any(|unit| unit.tag == Tag::Comma)
    };
    let joint = (sentence.start..verb).rev().find(joins)?;
    let when = |unit: &Unit| matches!(unit.tag, Tag::Comma | Tag::Time | Tag::Adverb);
    let end = (sentence.start..joint).rfind(|at| !when(&units[*at]))?;
    let words = &units[sentence.start..end + 1];
    let paper = |unit: &Unit| unit.classes.has(Class::Paper);
    let announces = matches!(words, [.., this, to, say]
            if this.word == THIS && to.tag == Tag::To && say.tag == Tag::SpeechBase)
        || matches!(words, [.., a, noun] if a.word == A && paper(noun)
            || a.word == FOLLOWING && noun.tag == Tag::NounCue)
        || units.lemma(end) == SAY && is_speech(&units[end]);
    announces.then_some(colon)
}

/// "The letter | begins": a paper, before a verb that is known for none of speech; "Continued | Ana
/// Ruiz", "According to | the Herald".
fn without_verb(units: &Units, clause: Range<UnitIx>) -> Option<Range<UnitIx>> {
    let begins = matches!(&units[clause.clone()], [the, .., paper, verb]
        if the.tag == Tag::Determiner && paper.classes.has(Class::Paper) && verb.tag == Tag::S);
    if begins {
        return Some(clause.start..clause.end - 1);
    }
    let verb = is_speech(units.get(clause.start)?).then_some(clause.start + 1);
    let lead = || leads::opens(units, clause.start).then(|| units.phrase(clause.start)).flatten();
    // "The answer from | Ana Ruiz"
    let from = clause.clone().rfind(|at| units[*at].word == FROM).map(|from| from + 1);
    let from = from.filter(|_| units[clause.clone()].iter().any(|unit| unit.tag == Tag::NounCue));
    // "| Ana Ruiz |, on the road:"
    let comma = |[comma, on]: &[Unit; 2]| comma.tag == Tag::Comma && on.word == ON;
    let name = match units[clause.clone()].array_windows().position(comma) {
        Some(comma) => clause.start..clause.start + comma,
        None => verb.or(from).or_else(|| lead().map(|(_, end)| end))?..clause.end,
    };
    let named = !name.is_empty() && name.clone().all(|at| units[at].tag == Tag::Name);
    named.then_some(name)
}

/// The paragraph below one that ends in a colon; a quotation there may stand below a line of the
/// page: "Support the Courier".
pub fn below_colon(units: &Units, layout: &Layout, block: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let at = units.block_of(block.start) + 1;
    let (below, next) = (units.blocks.get(at)?, units.blocks.get(at + 1));
    let line = |unit: &Unit| unit.quoted == Quoted::Outside && unit.tag != Tag::Stop;
    let over = units[below.clone()].iter().all(line)
        && next.is_some_and(|next| units[next.start].quoted == Quoted::Whole);
    let at = at + usize::from(over);
    let kind = layout.blocks[units.block_ids[at] as usize].kind;
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem).then(|| units.blocks[at].clone())
}

/// The person that a clause is about: "Ana Ruiz", "Karl, who taught her to read,", "Ana Ruiz, asked
/// about it,", "her answer".
fn subject_of(units: &Units, clause: Range<UnitIx>) -> Option<Range<UnitIx>> {
    let somebody = |unit: &Unit| {
        use Tag::{He, Honorific, Name, Office, Person};
        matches!(unit.tag, He | Honorific | Name | Office | Person)
    };
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let relative = |at: &UnitIx| units.get(at + 1).is_some_and(is_relative);
    let said = |at: &UnitIx| {
        let next = units.get(at + 1).map(|next| next.tag);
        matches!(next, Some(Tag::Ed | Tag::SpeechPast | Tag::SpeechIng))
    };
    let finite = |at: &UnitIx| units[*at].tag.is_finite() || units[*at].word == MADE;
    let verb = |from: UnitIx| (from..clause.end).find(finite);
    let first = verb(clause.start)?;
    let aside = (clause.start..first).find(|at| comma(at) && (relative(at) || said(at)));
    let closes = aside.and_then(|open| (open + 1..clause.end).find(comma));
    let behind = closes.and_then(|closes| verb(closes).filter(|verb| *verb == closes + 1));
    let end = behind.or(Some(first).filter(|_| !aside.is_some_and(|open| relative(&open))))?;
    let subject = clause.start..end;
    let words = &units[subject.clone()];
    let told = matches!(words, [his, .., noun]
        if his.tag == Tag::PossessivePronoun && noun.classes.has(Class::Speech));
    let noun = is_subject(units[clause.start].tag) && words.iter().any(somebody);
    (noun || told).then_some(subject)
}
