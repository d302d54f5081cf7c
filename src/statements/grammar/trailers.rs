//! Whose report it is that trails behind another clause: "He left, *adding* that he was tired".

use super::subjects::of_sentence;
use super::syntax::{has_finite, is_subject};
use crate::lexicon::fixed::{ADDING, WROTE};
use crate::model::Rule;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{UnitIx, Units};
use std::ops::Range;

/// "..., adding that ...": the source is that of the report before.
pub fn trailer(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let start = reports[at].cue.start;
    let participle = matches!(units[start].tag, Tag::SpeechIng | Tag::ThoughtIng);
    if !participle || start == sentence.start {
        return;
    }
    let writer = reports[at].source.as_ref().and_then(|own| of_writer(units, sentence, own));
    if units[start - 1].tag != Tag::Comma {
        // "wrote to the board in May | saying that it was late"
        let writes = |subject: &Range<UnitIx>| units[subject.end].word == WROTE;
        let Some(writer) = writer.filter(writes) else { return };
        let (earlier, now) = reports.split_at_mut(at);
        now[0].source = Some(writer);
        if let Some(wrote) = earlier.last_mut() {
            wrote.content.retain(|part| !part.contains(&start));
        }
        return;
    }
    let mut earlier = reports[..at].iter().rev().take_while(|r| r.cue.start >= sentence.start);
    let before = earlier.find(|report| report.is_firm() && report.source.is_some());
    let source = before.and_then(|before| before.source.clone());
    let main = before.map_or(start, |before| before.cue.start);
    let own = reports[at].source.as_ref();
    let told = own.and_then(|own| of_told(units, before?, own));
    // "questioned the release of | the tapes of Mr Hale, | saying"
    let object = own.is_some_and(|own| {
        let mut parts = before.iter().flat_map(|before| &before.content);
        let part = parts.find(|part| part.contains(&own.start));
        part.is_some_and(|part| !has_finite(&units[part.start..start.max(part.start)]))
    });
    let (earlier, now) = reports.split_at_mut(at);
    let now = &mut now[0];
    now.rule = Rule::Trailer;
    // "He paid tribute to the dockers, saying": not all of the main clause. "a plan of the two
    // heads of state, | Duan | noted, adding": not more than the subject.
    let wrong = |own: &Range<UnitIx>| {
        let longer = |s: &Range<UnitIx>| own.start == s.start && own.end > s.end;
        let overlaps = |s: &Range<UnitIx>| s.start < own.end && own.start < s.end && !longer(s);
        source.as_ref().is_some_and(|source| own.contains(&main) || overlaps(source))
    };
    if object || now.source.as_ref().is_none_or(wrong) {
        now.source = source;
    } else if told.is_some() {
        // "said that the bank has enough, | adding": who speaks adds.
        now.source = if units[start].word == ADDING { source } else { told };
    } else if writer.is_some() {
        now.source = writer;
    }
    for before in
        earlier.iter_mut().rev().take(4).filter(|before| before.cue.start >= sentence.start)
    {
        before.cut(start, start - 1);
    }
}

/// "Ruiz | wrote to the chairman, Tom Hale, warning that": who writes, where her verb takes him.
fn of_writer(
    units: &Units,
    sentence: &Range<UnitIx>,
    whom: &Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    let subject = of_sentence(units, sentence, &[])?;
    match units.get(subject.end..whom.start)? {
        [verb] => Some(verb),
        [verb, to] if to.tag == Tag::To => Some(verb),
        _ => None,
    }?;
    Some(subject)
}

/// "that the premier had met the envoy, | assuring him that": the subject of the clause that
/// somebody tells, where the source stands in it.
fn of_told(units: &Units, before: &Report, source: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let clause = before.content.iter().find(|part| part.contains(&source.start))?;
    let that = units[clause.start].tag == Tag::That;
    let start = clause.start + 1;
    let verb = clause.clone().find(|at| units[*at].tag.is_finite())?;
    (that && start < verb && is_subject(units[start].tag)).then_some(start..verb)
}
