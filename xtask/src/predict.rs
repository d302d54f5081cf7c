//! `cargo xtask predict DIR [--out FILE]`: reads every text of a folder, one JSON line each.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::Arg;
use serde_json::{Value, json};
use whosaid::{Act, Kind, Reader, Reading, Span};

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
    let texts = if folder.join("text").is_dir() { folder.join("text") } else { folder };
    let mut files: Vec<PathBuf> = std::fs::read_dir(&texts)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let reader = Reader::new();
    let mut lines = String::new();
    for file in files {
        lines += &predict(&reader, &file)?.to_string();
        lines.push('\n');
    }
    match out {
        Some(out) => std::fs::write(out, lines)?,
        None => print!("{lines}"),
    }
    Ok(())
}

/// PolNeAR's annotators count fewer reports than readers of readouts; the confidence is calibrated
/// on their judgement, and this is where F1 on its train part is best.
const NEWS: f32 = 0.32;

fn predict(reader: &Reader, file: &Path) -> Result<Value> {
    let text = std::fs::read_to_string(file)?;
    let r = reader.read(&text)?;
    let mut points = vec![0u32; text.len() + 1];
    for (n, (at, c)) in text.char_indices().enumerate() {
        points[at] = n as u32;
        points[at + c.len_utf8()] = n as u32 + 1;
    }
    let at = |s: Span| json!([points[s.start as usize], points[s.end as usize]]);
    let all = |s: &[Span]| s.iter().map(|s| at(*s)).collect::<Vec<_>>();
    let name = |r: &Reading, id| r.name(id).to_owned();
    let kind = |k: Kind| serde_json::to_value(k).unwrap();
    Ok(json!({
        "doc": file.file_stem().unwrap().to_string_lossy(),
        "title": r.title.map(at),
        "dates": r.dates.iter().map(|d| json!({"span": at(d.span), "iso": d.day, "role": d.role})).collect::<Vec<_>>(),
        "speakers": r.speakers.iter().enumerate().map(|(i, s)| json!({"id": i, "name": s.name.of(&text), "aliases": s.aliases.iter().map(|a| a.of(&text)).collect::<Vec<_>>()})).collect::<Vec<_>>(),
        "statements": r.statements.iter().filter(|s| s.act == Act::Speech).map(|s| json!({"speaker": s.speaker, "source": all(&s.source), "cue": all(&s.cue), "content": all(&s.content), "kind": kind(s.kind)})).collect::<Vec<_>>(),
        "mentions": r.mentions.iter().map(|m| json!({"span": at(m.span), "speaker": m.speaker})).collect::<Vec<_>>(),
        "topics": [],
        "attributions": r.statements.iter().filter(|s| s.inside.is_none() && s.kind != Kind::Turn && !s.cue.is_empty() && s.confidence >= NEWS).map(|s| json!({"speaker": s.speaker.map(|id| name(&r, id)), "source": all(&s.source), "cue": all(&s.cue), "content": all(&s.content), "confidence": s.confidence})).collect::<Vec<_>>(),
    }))
}
