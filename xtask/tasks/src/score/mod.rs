//! `cargo xtask score DIR [--predictions FILE]`: measures the reader against gold.
//!
//! `DIR` is a folder in PolNeAR's format (`text/`, `attributions/`) or one of readouts (`NAME.txt`,
//! `NAME.gold.json`). Without `--predictions`, which takes what `cargo xtask predict` writes, the
//! texts are read now. The metrics are defined in [`attributions`] and [`readouts`]; all are
//! micro-averages over the folder.

mod attributions;
mod calibration;
mod count;
pub mod document;
mod pairing;
pub mod readouts;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lexopt::Arg;
use whosaid::Reader;

use crate::predict;
use document::Document;

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let (mut folder, mut predictions) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("predictions") => predictions = Some(PathBuf::from(args.value()?)),
            Arg::Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.context("which folder holds the gold? cargo xtask score DIR")?;
    let predicted = match predictions {
        Some(file) => read(&file)?,
        None => predict(&folder)?,
    };
    print!("{}", report(&folder, &predicted)?);
    Ok(())
}

fn report(folder: &Path, predicted: &BTreeMap<String, Document>) -> Result<String> {
    if folder.join("attributions").is_dir() {
        attributions::report(folder, predicted)
    } else {
        readouts::report(folder, predicted)
    }
}

/// Predictions by the name of their document.
fn read(file: &Path) -> Result<BTreeMap<String, Document>> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let mut found = BTreeMap::new();
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        let document: Document =
            serde_json::from_str(line).with_context(|| format!("{}:{number}", file.display()))?;
        let name = document.doc.clone();
        ensure!(
            found.insert(name, document).is_none(),
            "{}:{number}: a document is given twice",
            file.display()
        );
    }
    Ok(found)
}

fn predict(folder: &Path) -> Result<BTreeMap<String, Document>> {
    let reader = Reader::new();
    let documents = predict::texts(folder)?.into_iter().map(|file| {
        let document: Document = serde_json::from_value(predict::line(&reader, &file)?)?;
        Ok((document.doc.clone(), document))
    });
    documents.collect()
}
