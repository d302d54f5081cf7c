//! A reading as plain data in one unit: the shape of the JavaScript API and of the JSON.
//!
//! Field names are those of the JavaScript API. A range is `[start, end]`, end exclusive; a speaker
//! and a statement are named by their place in their lists.

#![expect(missing_docs, reason = "the fields are those of the model, where they are told")]

use super::{Offsets, Unit, UnitRange};
use crate::model::*;
use serde::Serialize;

/// A [`Reading`] with its positions in one unit.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingRecord<'r> {
    /// What the positions count.
    pub unit: Unit,
    pub format: Format,
    pub title: Option<UnitRange>,
    pub blocks: Vec<BlockRecord>,
    pub dates: Vec<DateRecord>,
    pub speakers: Vec<SpeakerRecord<'r>>,
    pub mentions: Vec<MentionRecord>,
    pub statements: Vec<StatementRecord>,
}

/// A [`Block`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockRecord {
    pub range: UnitRange,
    pub kind: BlockKind,
    pub script: Script,
    /// A BCP 47 tag for `lang`.
    pub language: &'static str,
    pub direction: Direction,
}

/// A [`Date`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateRecord {
    pub range: UnitRange,
    /// YYYY-MM-DD
    pub iso: CalendarDay,
    pub role: DateRole,
    pub or_else: Option<CalendarDay>,
}

/// A [`Speaker`], with the words that name them.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SpeakerRecord<'r> {
    pub id: SpeakerId,
    /// The fullest form in the text, as written.
    pub name: &'r str,
    pub range: UnitRange,
    pub aliases: Vec<&'r str>,
    pub collective: bool,
    pub statements: u32,
    pub words: u32,
}

/// A [`Mention`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MentionRecord {
    pub range: UnitRange,
    pub speaker: SpeakerId,
    pub form: MentionForm,
}

/// A [`Statement`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementRecord {
    pub id: StatementId,
    pub speaker: Option<SpeakerId>,
    pub source: Vec<UnitRange>,
    pub cue: Vec<UnitRange>,
    pub content: Vec<UnitRange>,
    pub kind: Kind,
    pub act: Act,
    pub addressee: Option<SpeakerId>,
    pub inside: Option<StatementId>,
    /// 0 to 1, to three decimals.
    pub confidence: f64,
    pub why: WhyRecord,
}

/// The [`Why`] of a statement.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WhyRecord {
    pub rule: Rule,
    /// The cue's words.
    pub cue: Option<String>,
    pub chain: Vec<StepRecord>,
}

/// A [`Step`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepRecord {
    pub from: UnitRange,
    pub to: UnitRange,
    pub by: Link,
}

/// The [`TopicHits`] of a topic.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HitsRecord<'r> {
    pub label: &'r str,
    pub ranges: Vec<UnitRange>,
}

impl<'r> ReadingRecord<'r> {
    /// All of a reading.
    pub fn new(reading: &'r Reading, unit: Unit) -> Self {
        let offsets = &Offsets::new(&reading.text, unit);
        ReadingRecord {
            unit,
            format: reading.format,
            title: reading.title.map(|title| offsets.range(title)),
            blocks: blocks(reading, offsets),
            dates: dates(reading, offsets),
            speakers: speakers(reading, offsets),
            mentions: mentions(reading, offsets),
            statements: statements(reading, offsets),
        }
    }
}

pub fn blocks(reading: &Reading, offsets: &Offsets) -> Vec<BlockRecord> {
    let record = |block: &Block| BlockRecord {
        range: offsets.range(block.span),
        kind: block.kind,
        script: block.script,
        language: language(block.script),
        direction: block.direction,
    };
    reading.blocks.iter().map(record).collect()
}

pub fn dates(reading: &Reading, offsets: &Offsets) -> Vec<DateRecord> {
    let record = |date: &Date| DateRecord {
        range: offsets.range(date.span),
        iso: date.day,
        role: date.role,
        or_else: date.or_else,
    };
    reading.dates.iter().map(record).collect()
}

pub fn speakers<'r>(reading: &'r Reading, offsets: &Offsets) -> Vec<SpeakerRecord<'r>> {
    let record = |(id, speaker): (u32, &Speaker)| SpeakerRecord {
        id: SpeakerId(id),
        name: speaker.name.of(&reading.text),
        range: offsets.range(speaker.name),
        aliases: speaker.aliases.iter().map(|alias| alias.of(&reading.text)).collect(),
        collective: speaker.collective,
        statements: speaker.statements,
        words: speaker.words,
    };
    (0..).zip(&reading.speakers).map(record).collect()
}

pub fn mentions(reading: &Reading, offsets: &Offsets) -> Vec<MentionRecord> {
    let record = |mention: &Mention| MentionRecord {
        range: offsets.range(mention.span),
        speaker: mention.speaker,
        form: mention.form,
    };
    reading.mentions.iter().map(record).collect()
}

pub fn statements(reading: &Reading, offsets: &Offsets) -> Vec<StatementRecord> {
    let record = |(id, statement): (u32, &Statement)| StatementRecord {
        id: StatementId(id),
        speaker: statement.speaker,
        source: offsets.ranges(&statement.source),
        cue: offsets.ranges(&statement.cue),
        content: offsets.ranges(&statement.content),
        kind: statement.kind,
        act: statement.act,
        addressee: statement.addressee,
        inside: statement.inside,
        confidence: (f64::from(statement.confidence) * 1000.0).round() / 1000.0,
        why: WhyRecord {
            rule: statement.why.rule,
            cue: words(&reading.text, &statement.cue),
            chain: statement.why.chain.iter().map(|step| record_step(step, offsets)).collect(),
        },
    };
    (0..).zip(&reading.statements).map(record).collect()
}

fn record_step(step: &Step, offsets: &Offsets) -> StepRecord {
    StepRecord { from: offsets.range(step.from), to: offsets.range(step.to), by: step.by }
}

/// Where the terms of topics stand.
pub fn hits<'r>(hits: &'r [TopicHits], offsets: &Offsets) -> Vec<HitsRecord<'r>> {
    hits.iter()
        .map(|hits| HitsRecord { label: &hits.label, ranges: offsets.ranges(&hits.spans) })
        .collect()
}

/// Statement, start and end of each part of each content, in text order, in one flat list.
pub fn flat_spans(reading: &Reading, offsets: &Offsets) -> Vec<u32> {
    let mut parts: Vec<(Span, u32)> = Vec::new();
    for (id, statement) in (0..).zip(&reading.statements) {
        parts.extend(statement.content.iter().map(|part| (*part, id)));
    }
    // Of those that start together, the one that holds the others first.
    sort_by_number(&mut parts, |(part, _)| both(part.start, u32::MAX - part.end));
    let triple = |(part, id): (Span, u32)| [id, offsets.at(part.start), offsets.at(part.end)];
    parts.into_iter().flat_map(triple).collect()
}

/// The words of spans, as written, with a space between one span and the next.
fn words(text: &str, spans: &[Span]) -> Option<String> {
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The script is known, the language is not.
fn language(script: Script) -> &'static str {
    match script {
        Script::Latin => "und-Latn",
        Script::Arabic => "und-Arab",
        Script::Hebrew => "und-Hebr",
        Script::Cyrillic => "und-Cyrl",
        Script::Greek => "und-Grek",
        Script::Han => "und-Hani",
        Script::Kana => "und-Jpan",
        Script::Hangul => "und-Kore",
        Script::Devanagari => "und-Deva",
        Script::Other => "und",
    }
}
