//! What the native reader finds in the samples, for the tests that hold the wasm to it.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use whosaid::Reader;
use whosaid::export::{ReadingRecord, Unit};

use crate::predict::texts;

/// Writes one JSON line for each text of `folder`: its name, the text, and its reading in each
/// unit.
pub fn write_readings(folder: &Path, out: &Path) -> Result<()> {
    let made = File::create(out).with_context(|| format!("writing {}", out.display()))?;
    let mut out = BufWriter::new(made);
    let reader = Reader::new();
    for file in texts(folder)? {
        let text = fs::read_to_string(&file)?;
        let reading = reader.read(&text)?;
        let units = [Unit::Utf16, Unit::Byte, Unit::CodePoint];
        let readings = units.map(|unit| ReadingRecord::new(&reading, unit));
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(out, "{}", json!({ "name": name, "text": text, "readings": readings }))?;
    }
    Ok(out.flush()?)
}
