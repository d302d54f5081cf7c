//! Rules that need no weights: marks and syntax say it.
//!
//! | rule | example |
//! | --- | --- |
//! | [`speech_after_colon`] | *He stated:* Veyra has not changed its policy. It will not. |
//! | [`headline`] | *Varga:* deputy resigned |
//! | [`lead_in`] | *Stressing* the need for prudence, His Eminence held ... |
//! | [`one_subject`] | The Chancellor *praised* the plan and *asserted* ... |
//! | [`trailer`] | ... the minister said, *adding that* ... |
//! | [`quotations`] | “A,” she *said*. “B.” |
//!
//! First [`propose`] adds cues that the fitted model may not know; then, with every cue's source
//! and content found, [`apply`] corrects and completes them.

use super::cues::Cue;
use super::report::Report;
use super::tags::Tag;
use super::units::{Quoted, Unit, UnitIx, Units};
use crate::lexicon::{Class, Lexicon};
use crate::model::{BlockKind, Layout, Rule, Segments};
use std::ops::Range;

/// How sure a cue is that the grammar alone gives.
const BY_GRAMMAR: f32 = 0.9;
/// A headline before a colon may also be a topic: "Brexit: what now?"
const BY_HEADLINE: f32 = 0.6;
/// Between a cue and its colon stand at most so many units: "told reporters in the capital on Monday:".
const TO_COLON: usize = 10;

/// Adds to `cues` what the grammar knows for one: a reporting verb before a colon, a sentence that
/// opens with a reporting participle.
pub fn propose(units: &Units, segments: &Segments, lexicon: &Lexicon, cues: &mut Vec<Cue>) {
    let mut found: Vec<Cue> = Vec::new();
    for block in &units.blocks {
        let sentences = units.units[block.start].sentence..=units.units[block.end - 1].sentence;
        for sentence in sentences {
            let sentence = units.sentences[sentence as usize].clone();
            let verbs = cue_before_colon(units, &sentence)
                .into_iter()
                .chain(opening_participle(units, &sentence));
            for at in verbs {
                found.push(Cue {
                    units: at..verb_end(units, segments, lexicon, at),
                    block: block.clone(),
                    probability: BY_GRAMMAR,
                });
            }
        }
    }
    for cue in found {
        let at = cues.partition_point(|known| known.units.end <= cue.units.start);
        match cues.get_mut(at) {
            Some(known) if known.units.start < cue.units.end => {
                known.probability = known.probability.max(cue.probability);
            }
            _ => cues.insert(at, cue),
        }
    }
}

/// Corrects and completes the reports, which stand in text order.
pub fn apply(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    for at in 0..reports.len() {
        let sentence = units.sentence_of(reports[at].cue.start).clone();
        lead_in(units, &sentence, reports, at);
        trailer(units, &sentence, reports, at);
        one_subject(units, reports, at);
    }
    speech_after_colon(units, layout, reports);
    headline(units, layout, reports);
    reports.sort_by_key(|report| report.cue.start);
    quotations(units, reports);
    for report in reports {
        report.content.sort_by_key(|part| part.start);
    }
}

/// How sure a report is that a rule made; none where the judge knows better. Rules of colon speech
/// and lead-ins are of the readout; the news that the judge was fitted on hardly has them.
pub fn confidence(report: &Report) -> Option<f32> {
    match report.rule {
        Rule::Colon | Rule::LeadIn => report.source.as_ref().map(|_| BY_GRAMMAR),
        Rule::Bare => Some(BY_HEADLINE),
        _ => None,
    }
}

/// Whether a report is plain: a finite verb of speech, its subject right before it (or right after,
/// "said Xi") and its content beside it. Readers of readouts count every plain report ("thanked the
/// Chancellor"), readers of news only some, so the judge's doubts do not hide one.
pub fn is_plain(units: &Units, report: &Report) -> bool {
    let all = &units.units;
    let cue = &all[report.cue.clone()];
    let Some(source) = &report.source else { return false };
    let verb = cue.iter().rev().find(|unit| unit.tag.reports());
    let finite = verb.is_some_and(|verb| {
        verb.classes.has(Class::Speech)
            && matches!(verb.tag, Tag::SpeechPast | Tag::SpeechPresent | Tag::SpeechIng)
    });
    let doubtful =
        cue.iter().any(|unit| matches!(unit.tag, Tag::Negation | Tag::To | Tag::Auxiliary));
    let subject = matches!(
        all[source.start].tag,
        Tag::He
            | Tag::They
            | Tag::Name
            | Tag::Upper
            | Tag::Honorific
            | Tag::Office
            | Tag::Body
            | Tag::Determiner
            | Tag::PossessivePronoun
    );
    let beside = source.end <= report.cue.start && report.cue.start - source.end <= 6
        || source.start == report.cue.end;
    let content = report.content.first().is_some_and(|content| content.start == report.cue.end);
    finite && !doubtful && subject && beside && content && report.cue_probability >= PLAIN
}

/// The first model must see some cue in a plain report.
const PLAIN: f32 = 0.1;

/// The last reporting verb before a colon, if only an addressee or a circumstance stands between.
fn cue_before_colon(units: &Units, sentence: &Range<UnitIx>) -> Option<UnitIx> {
    let all = &units.units;
    let colon = sentence.clone().find(|at| all[*at].tag == Tag::Colon)?;
    let from = colon.saturating_sub(TO_COLON).max(sentence.start);
    let verb = (from..colon).rev().find(|at| all[*at].tag.reports())?;
    if colon == verb + 1 {
        return Some(verb);
    }
    let between = &all[verb + 1..colon];
    let circumstance = matches!(
        between[0].tag,
        Tag::Preposition | Tag::To | Tag::Adverb | Tag::Time | Tag::He | Tag::They | Tag::Comma
    );
    let addressee = all[verb].classes.has(Class::TakesAddressee);
    let clause = between.iter().any(|unit| unit.tag.is_finite() || unit.tag == Tag::That);
    ((circumstance || addressee) && !clause).then_some(verb)
}

/// "Stressing the need ..., he said": a participle of a verb of speech at the start.
fn opening_participle(units: &Units, sentence: &Range<UnitIx>) -> Option<UnitIx> {
    let first = sentence.start;
    let unit = units.units.get(first)?;
    let comma = || units.units[sentence.clone()].iter().any(|unit| unit.tag == Tag::Comma);
    (unit.tag == Tag::SpeechIng && unit.quoted == Quoted::Outside && comma()).then_some(first)
}

/// Where the cue that begins with the verb at `at` ends: "pointing to", "went on to say".
fn verb_end(units: &Units, segments: &Segments, lexicon: &Lexicon, at: UnitIx) -> UnitIx {
    match lexicon.phrase(segments, units.units[at].tokens.start) {
        Some((classes, length)) if classes.has(Class::Speech) => at + length as usize,
        _ => at + 1,
    }
}

/// Speech after a colon, without quotation marks: to the end of the sentence, and over the
/// sentences after it that report nothing themselves.
fn speech_after_colon(units: &Units, layout: &Layout, reports: &mut [Report]) {
    for at in 0..reports.len() {
        let sentence = units.sentence_of(reports[at].cue.start).clone();
        let Some(colon) = colon_of(units, &sentence, &reports[at]) else { continue };
        // The verb nearest to the colon has it.
        if reports[at + 1..].iter().any(|next| next.is_firm() && next.cue.start < colon) {
            continue;
        }
        let speech = colon + 1..match colon + 1 < sentence.end {
            true => end_of_speech(units, &sentence, &reports[at].block, &reports[at + 1..]),
            false => match speech_below(units, layout, &reports[at].block) {
                Some(block) => {
                    set_speech(units, &mut reports[at], block);
                    continue;
                }
                None => continue,
            },
        };
        set_speech(units, &mut reports[at], speech);
        // Reports before it in the sentence end before its cue.
        let cue = reports[at].cue.start;
        let end = before_cue(units, cue);
        for before in reports[..at].iter_mut().filter(|r| sentence.contains(&r.cue.start)) {
            before.content.iter_mut().for_each(|part| part.end = part.end.min(end));
            before.content.retain(|part| part.start < part.end);
        }
    }
}

/// The place before the words that join a cue to what stands before it: ", and also | said".
fn before_cue(units: &Units, cue: UnitIx) -> UnitIx {
    let joins = |at: &UnitIx| {
        matches!(
            units.units[*at].tag,
            Tag::Comma | Tag::Conjunction | Tag::Adverb | Tag::Dash | Tag::Semicolon
        )
    };
    (0..cue).rev().take_while(joins).last().unwrap_or(cue)
}

fn set_speech(units: &Units, report: &mut Report, speech: Range<UnitIx>) {
    let all = &units.units;
    let first = &all[speech.start];
    if first.quoted != Quoted::Outside || first.tag == Tag::QuoteMark {
        // Up to the last quotation that stands right after another.
        let end = (speech.clone())
            .find(|at| all[*at].quoted == Quoted::Outside && all[*at].tag != Tag::Stop);
        report.content = vec![trim(units, speech.start..end.unwrap_or(speech.end))];
        report.rule = Rule::Quotation;
    } else {
        report.content = vec![trim(units, speech)];
        report.rule = Rule::Colon;
    }
    report.cue_probability = report.cue_probability.max(BY_GRAMMAR);
    report.role_probability = 1.0;
}

/// The colon that follows the cue in its sentence with no other reporting between.
fn colon_of(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> Option<UnitIx> {
    let verb = cue_before_colon(units, sentence)?;
    let colon = (verb..sentence.end).find(|at| units.units[*at].tag == Tag::Colon)?;
    (report.cue.contains(&verb) && report.cue.end <= colon).then_some(colon)
}

/// The end of the last sentence that belongs to a speech begun in `first`.
fn end_of_speech(
    units: &Units,
    first: &Range<UnitIx>,
    block: &Range<UnitIx>,
    later: &[Report],
) -> UnitIx {
    let mut end = first.end;
    while end < block.end {
        let sentence = units.sentence_of(end);
        if later.iter().any(|report| {
            sentence.contains(&report.cue.start) && is_report_about(units, sentence, report)
        }) {
            break;
        }
        end = sentence.end;
    }
    end
}

/// Whether the sentence reports somebody else, rather than going on with a speech: its own subject,
/// in the third person, has the cue.
fn is_report_about(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> bool {
    if report.cue.start == sentence.start || report.rule == Rule::LeadIn {
        return true;
    }
    let Some(source) = &report.source else { return false };
    let first = &units.units[source.start];
    sentence.contains(&source.start)
        && source.start < report.cue.start + 2
        && first.tag != Tag::First
        && report.is_firm()
        && !units.units[sentence.start..report.cue.start]
            .iter()
            .any(|unit| unit.tag == Tag::Relative)
}

/// The paragraph below one that ends in a colon.
fn speech_below(units: &Units, layout: &Layout, block: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let at = units.blocks.iter().position(|known| known == block)?;
    let below = units.blocks.get(at + 1)?;
    let kind = |at: usize| layout.blocks[units.block_ids[at] as usize].kind;
    matches!(kind(at + 1), BlockKind::Paragraph | BlockKind::ListItem).then(|| below.clone())
}

/// "Varga: deputy resigned": a name before a colon in a headline.
fn headline(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    for (block, id) in units.blocks.iter().zip(&units.block_ids) {
        let kind = layout.blocks[*id as usize].kind;
        if !matches!(kind, BlockKind::Title | BlockKind::Heading) {
            continue;
        }
        let all = &units.units[block.clone()];
        let Some(colon) = all.iter().position(|unit| unit.tag == Tag::Colon) else { continue };
        let name = |unit: &Unit| {
            matches!(
                unit.tag,
                Tag::Name | Tag::Upper | Tag::Honorific | Tag::Office | Tag::Possessive | Tag::Body
            ) && (unit.shape.is_capitalised() || unit.tag == Tag::Possessive)
        };
        let taken = reports.iter().any(|report| {
            block.contains(&report.cue.start) && report.cue.start <= block.start + colon
        });
        if (1..=4).contains(&colon)
            && all[..colon].iter().all(name)
            && colon + 1 < all.len()
            && !taken
        {
            reports.push(Report {
                cue: block.start + colon..block.start + colon + 1,
                source: Some(block.start..block.start + colon),
                content: vec![trim(units, block.start + colon + 1..block.end)],
                block: block.clone(),
                rule: Rule::Headline,
                cue_probability: BY_HEADLINE,
                role_probability: 1.0,
            });
        }
    }
}

/// A participle at the start of a sentence takes the subject of the main report: its content ends
/// at the comma before that subject.
fn lead_in(units: &Units, sentence: &Range<UnitIx>, reports: &mut [Report], at: usize) {
    let lead = &reports[at];
    let opens = lead.cue.start == sentence.start
        && matches!(units.units[sentence.start].tag, Tag::SpeechIng | Tag::ThoughtIng | Tag::Ing);
    if !opens {
        return;
    }
    let main =
        reports[at + 1..].iter().take_while(|next| next.cue.start < sentence.end).find(|next| {
            next.source.as_ref().is_some_and(|source| {
                source.start > lead.cue.end
                    && source.end <= next.cue.start
                    && units.units[source.start - 1].tag == Tag::Comma
            })
        });
    let Some(source) = main.and_then(|main| main.source.clone()) else { return };
    let content = lead.cue.end..source.start - 1;
    if content.is_empty() {
        return;
    }
    let lead = &mut reports[at];
    lead.content = vec![content];
    lead.source = Some(source);
    lead.rule = Rule::LeadIn;
    lead.cue_probability = lead.cue_probability.max(BY_GRAMMAR);
    lead.role_probability = 1.0;
}

/// "..., adding that ...": the source is that of the report before.
fn trailer(units: &Units, sentence: &Range<UnitIx>, reports: &mut [Report], at: usize) {
    let start = reports[at].cue.start;
    let participle = matches!(units.units[start].tag, Tag::SpeechIng | Tag::ThoughtIng);
    if !participle || start == sentence.start || units.units[start - 1].tag != Tag::Comma {
        return;
    }
    let before = reports[..at]
        .iter()
        .rev()
        .take_while(|r| r.cue.start >= sentence.start)
        .find(|r| r.is_firm() && r.source.is_some());
    if let Some(source) = before.and_then(|before| before.source.clone()) {
        let trailer = &mut reports[at];
        if trailer.source.is_none() {
            trailer.source = Some(source);
        }
        trailer.rule = Rule::Trailer;
    }
}

/// Two cues on one subject: the second has the first one's source, and the first one's content ends
/// before the second.
fn one_subject(units: &Units, reports: &mut [Report], at: usize) {
    let Some(before) = at.checked_sub(1) else { return };
    let (head, tail) = reports.split_at_mut(at);
    let (first, second) = (&mut head[before], &mut tail[0]);
    if !first.is_firm() || !second.is_firm() {
        return;
    }
    let all = &units.units;
    if all[first.cue.start].sentence != all[second.cue.start].sentence
        || first.cue.end > second.cue.start
    {
        return;
    }
    // "... and [also] asserted"
    let joint = (first.cue.end..second.cue.start)
        .rev()
        .take(3)
        .find(|joint| all[*joint].tag != Tag::Adverb);
    let Some(joint) = joint.filter(|joint| all[*joint].tag == Tag::Conjunction) else { return };
    let finite = matches!(
        all[second.cue.start].tag,
        Tag::SpeechPast
            | Tag::SpeechPresent
            | Tag::ThoughtPast
            | Tag::ThoughtPresent
            | Tag::Have
            | Tag::Be
            | Tag::Auxiliary
    );
    if second.source.is_none() && finite {
        second.source = first.source.clone();
    }
    if second.source.is_some() && second.source == first.source {
        let end = if all[joint - 1].tag == Tag::Comma { joint - 1 } else { joint };
        for part in &mut first.content {
            if part.contains(&second.cue.start) {
                part.end = end;
            }
        }
        first.content.retain(|part| part.start < part.end);
    }
}

/// Quotations that go on: in the next sentence of the paragraph, or paragraph after paragraph.
fn quotations(units: &Units, reports: &mut Vec<Report>) {
    let all = &units.units;
    let mut bare: Vec<Report> = Vec::new();
    for (number, block) in units.blocks.iter().enumerate() {
        for at in block.clone() {
            if all[at].quoted != Quoted::Whole
                || reports.iter().chain(&bare).any(|report| report.is_firm() && report.holds(at))
            {
                continue;
            }
            let sentence = units.sentence_of(at);
            let alone = all[sentence.clone()]
                .iter()
                .all(|unit| unit.quoted == Quoted::Whole || unit.tag == Tag::Stop);
            if !alone {
                continue;
            }
            let quoted = |report: &Report| {
                report
                    .content
                    .iter()
                    .any(|part| all[part.clone()].iter().any(|u| u.quoted == Quoted::Whole))
            };
            // The paragraph's last report goes on.
            let before = reports
                .iter_mut()
                .filter(|report| {
                    block.contains(&report.cue.start) && report.cue.start < at && quoted(report)
                })
                .last();
            if let Some(before) = before {
                before.content.push(at..at + 1);
                continue;
            }
            // A quotation reopened: one statement with the paragraph above, or with that below.
            let continues =
                |from: usize, to: usize| units.continued.contains(&(from as u32, to as u32));
            let whole_block =
                block.clone().all(|at| all[at].quoted == Quoted::Whole || all[at].tag == Tag::Stop);
            if !whole_block {
                continue;
            }
            let above = number.checked_sub(1).filter(|above| continues(*above, number));
            let owner = above.and_then(|above| {
                let last = units.blocks[above].end - 1;
                reports
                    .iter_mut()
                    .chain(&mut bare)
                    .find(|report| report.reach().end > last || report.holds(last))
            });
            match owner {
                Some(owner) => owner.content.push(at..at + 1),
                None => bare.push(Report {
                    cue: at..at,
                    source: None,
                    content: vec![at..at + 1],
                    block: block.clone(),
                    rule: Rule::Bare,
                    cue_probability: BY_HEADLINE,
                    role_probability: 1.0,
                }),
            }
        }
    }
    // A bare quotation whose last paragraph has a report belongs to it.
    for mut quotation in bare {
        let last = quotation.reach().end - 1;
        let number = units.blocks.iter().position(|block| block.contains(&last)).unwrap_or(0);
        let below = units
            .blocks
            .get(number + 1)
            .filter(|_| units.continued.contains(&(number as u32, number as u32 + 1)));
        let owner =
            below.and_then(|below| reports.iter_mut().find(|report| report.holds(below.start)));
        match owner {
            Some(owner) => {
                quotation.content.append(&mut owner.content);
                owner.content = quotation.content;
            }
            None => reports.push(quotation),
        }
    }
}

/// Without marks that no content ends or begins with.
fn trim(units: &Units, mut range: Range<UnitIx>) -> Range<UnitIx> {
    while range.len() > 1
        && matches!(units.units[range.end - 1].tag, Tag::Stop | Tag::Comma | Tag::Semicolon)
    {
        range.end -= 1;
    }
    range
}
