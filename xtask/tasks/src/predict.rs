//! `cargo xtask predict DIR [--out FILE]`: reads every text of a folder, one JSON line each.
//!
//! A line holds what the reader found in `NAME.txt`, with positions in code points; in a web page
//! they are those of its markup:
//!
//! - `title`, `dates`, `speakers`, `mentions`, `statements`: the whole reading. In `statements`
//!   stands what somebody said, reports inside reports included; thoughts are left out, but for
//!   what somebody "believes" or "thinks" now, which is how news reports an interview.
//! - `topics`: where `NAME.gold.json` stands beside, the labels and terms of its topics are
//!   searched for. Nothing else of that file is looked at.
//! - `attributions`: the statements by the habits of PolNeAR, where thoughts count, nothing nests,
//!   turns of transcripts are unknown, every attribution has a cue and "who" is a source: the
//!   outermost statements of both acts that have one.

use std::fs::{self, File};
use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lexopt::Arg;
use serde_json::{Value, json};
use whosaid::export::{Offsets, ReadingRecord, Unit};
use whosaid::{
    Act, Folding, Kind, Reader, Reading, Span, Statement, Topic, TopicHits, bytes, html,
};

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let (mut folder, mut out) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("out") => out = Some(PathBuf::from(args.value()?)),
            Arg::Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.context("which folder holds the texts? cargo xtask predict DIR")?;
    let mut out: Box<dyn Write> = match out {
        Some(file) => {
            let made = File::create(&file);
            Box::new(BufWriter::new(made.with_context(|| format!("writing {}", file.display()))?))
        }
        None => Box::new(stdout().lock()),
    };
    let reader = Reader::new();
    for file in texts(&folder)? {
        writeln!(out, "{}", line(&reader, &file)?)?;
    }
    Ok(out.flush()?)
}

/// The texts of a folder, or of its folder `text`, by name.
pub fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let inner = folder.join("text");
    let folder = if inner.is_dir() { &inner } else { folder };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "txt") {
            files.push(file);
        }
    }
    ensure!(!files.is_empty(), "{} holds no *.txt", folder.display());
    files.sort();
    Ok(files)
}

pub fn line(reader: &Reader, file: &Path) -> Result<Value> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let text = bytes::decode(&bytes, None)?.text;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let gold = file.with_extension("gold.json");
    let topics = if gold.exists() { topics(&gold)? } else { Vec::new() };
    let find = |reading: &Reading| reading.topics(&topics, Folding::default());
    if !html::is_page(&text) {
        let reading = reader.read(text)?;
        return Ok(prediction(&name, &reading, &find(&reading)));
    }
    let page = html::read(&text)?;
    let reading = reader.read(&page.text)?;
    let mut hits = find(&reading);
    for span in hits.iter_mut().flat_map(|hits| &mut hits.spans) {
        *span = page.source.source(*span);
    }
    Ok(prediction(&name, &page.to_source(&reading, &text), &hits))
}

/// What the scorers read of one reading and the topics in it.
fn prediction(name: &str, reading: &Reading, topics: &[TopicHits]) -> Value {
    let found = ReadingRecord::new(reading, Unit::CodePoint);
    let offsets = Offsets::new(&reading.text, Unit::CodePoint);
    let records = || reading.statements.iter().zip(&found.statements);
    let statements: Vec<Value> = records()
        .filter(|(statement, _)| statement.act == Act::Speech || is_belief(reading, statement))
        .map(|(_, record)| {
            json!({
                "speaker": record.speaker,
                "source": record.source,
                "cue": record.cue,
                "content": record.content,
                "kind": record.kind,
                "addressee": record.addressee,
                "confidence": record.confidence,
            })
        })
        .collect();
    let attributions: Vec<Value> = records()
        .filter(|(statement, _)| is_attribution(reading, statement))
        .map(|(statement, record)| {
            json!({
                "source": offsets.ranges(&source_of(reading, statement)),
                "cue": record.cue,
                "content": record.content,
                "speaker": statement.speaker.map(|id| reading.name(id)),
                "confidence": record.confidence,
            })
        })
        .collect();
    let dates: Vec<Value> = found
        .dates
        .iter()
        .map(|date| json!({ "span": date.range, "iso": date.iso, "role": date.role }))
        .collect();
    let mentions: Vec<Value> = found
        .mentions
        .iter()
        .map(|mention| json!({ "span": mention.range, "speaker": mention.speaker }))
        .collect();
    let topics: Vec<Value> = topics
        .iter()
        .map(|hits| json!({ "label": hits.label, "spans": offsets.ranges(&hits.spans) }))
        .collect();
    json!({
        "doc": name,
        "format": found.format,
        "title": found.title,
        "dates": dates,
        "speakers": found.speakers,
        "statements": statements,
        "mentions": mentions,
        "topics": topics,
        "attributions": attributions,
    })
}

/// PolNeAR's annotators count fewer reports than readers of readouts do. The confidence is fitted
/// on both: above this, F1 is near its best on PolNeAR's dev.
const NEWS: f32 = 0.4;

/// In "Karl Berg, who said", of which we mark the name, PolNeAR's annotators mark the pronoun.
fn source_of(reading: &Reading, statement: &Statement) -> Vec<Span> {
    const WHO: &str = "who";
    let (Some(source), Some(cue)) = (statement.source.last(), statement.cue.first()) else {
        return statement.source.clone();
    };
    let between = reading.text.get(source.end as usize..cue.start as usize).unwrap_or_default();
    let words = between.trim_start_matches(',').trim_start();
    // "Karl Berg, who leads it, said": of the main clause, so the name.
    let rest = words.strip_prefix(WHO).filter(|rest| rest.starts_with(char::is_whitespace));
    if rest.is_none_or(|rest| rest.contains(',')) {
        return statement.source.clone();
    }
    let start = cue.start - words.len() as u32;
    vec![Span::new(start, start + WHO.len() as u32)]
}

/// "She believes that the government fears them", said of somebody who was asked; but "she hoped to
/// win".
fn is_belief(reading: &Reading, statement: &Statement) -> bool {
    let text = |part: Option<&Span>| part.map_or("", |part| part.of(&reading.text));
    let believes = BELIEFS.contains(&text(statement.cue.last()));
    let to = text(statement.content.first()).starts_with("to ");
    statement.act == Act::Thought && believes && !to
}

/// Verbs of thought that readouts count as statements: but for "believe" 15 of 17 in 424 of them.
const BELIEFS: [&str; 6] = ["believe", "believes", "thinks", "doubts", "expects", "hoped"];

/// Whether PolNeAR would have it: it has a cue, it is likely enough, and no other stands around it.
fn is_attribution(reading: &Reading, statement: &Statement) -> bool {
    let mut around = statement.inside;
    while let Some(outer) = around.map(|id| reading.statement(id)) {
        if outer.kind != Kind::Turn && outer.confidence >= NEWS {
            return false;
        }
        around = outer.inside;
    }
    statement.confidence >= NEWS && !statement.cue.is_empty()
}

fn topics(gold: &Path) -> Result<Vec<Topic>> {
    let read = || -> Result<Vec<Topic>> {
        let gold: Value = serde_json::from_slice(&fs::read(gold)?)?;
        let text = |value: &Value| value.as_str().map(str::to_owned).context("not a string");
        let list = |value: &Value| value.as_array().cloned().context("not a list");
        let topic = |topic: &Value| -> Result<Topic> {
            let terms = list(&topic["terms"])?.iter().map(text).collect::<Result<_>>()?;
            Ok(Topic { label: text(&topic["label"])?, terms })
        };
        list(&gold["topics"])?.iter().map(topic).collect()
    };
    read().with_context(|| format!("topics of {}", gold.display()))
}
