//! Statements as a table for spreadsheets and scripts.

use super::{Offsets, Unit};
use crate::model::{Reading, Span, SpeakerId};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Separator {
    /// RFC 4180: cells in quotation marks where they must be, lines end in CRLF.
    Comma,
    /// `text/tab-separated-values`, which knows no quotation marks: a tab or line break in a cell
    /// becomes a space.
    Tab,
}

const COLUMNS: [&str; 11] = [
    "id",
    "speaker",
    "source",
    "cue",
    "content",
    "kind",
    "act",
    "addressee",
    "inside",
    "confidence",
    "ranges",
];

/// The statements, one a row under a row of names.
///
/// Parts of a content are divided by ` […] `; their ranges are `start-end`, end exclusive, in
/// `unit`, divided by spaces. Where nobody is known to speak the cell is empty.
#[must_use]
pub fn table(reading: &Reading, unit: Unit, separator: Separator) -> String {
    let offsets = Offsets::new(&reading.text, unit);
    let words = |spans: &[Span], between: &str| {
        spans.iter().map(|span| span.of(&reading.text)).collect::<Vec<_>>().join(between)
    };
    let name = |id: Option<SpeakerId>| id.map_or("", |id| reading.name(id));
    let mut out = String::new();
    add_row(&mut out, &COLUMNS, separator);
    for (id, statement) in reading.statements.iter().enumerate() {
        let ranges = offsets.ranges(&statement.content);
        let ranges: Vec<String> = ranges.iter().map(|[from, to]| format!("{from}-{to}")).collect();
        let cells = [
            &id.to_string(),
            name(statement.speaker),
            &words(&statement.source, " "),
            &words(&statement.cue, " "),
            &words(&statement.content, " […] "),
            statement.kind.name(),
            statement.act.name(),
            name(statement.addressee),
            &statement.inside.map_or_else(String::new, |outer| outer.0.to_string()),
            &format!("{:.3}", statement.confidence),
            &ranges.join(" "),
        ];
        add_row(&mut out, &cells, separator);
    }
    out
}

fn add_row(out: &mut String, cells: &[&str], separator: Separator) {
    let cells = cells.iter().map(|cell| match separator {
        Separator::Tab => cell.replace(['\t', '\n', '\r'], " "),
        Separator::Comma if cell.contains([',', '"', '\n', '\r']) => {
            format!("\"{}\"", cell.replace('"', "\"\""))
        }
        Separator::Comma => (*cell).to_owned(),
    });
    let (between, end) = match separator {
        Separator::Comma => (",", "\r\n"),
        Separator::Tab => ("\t", "\n"),
    };
    out.push_str(&cells.collect::<Vec<_>>().join(between));
    out.push_str(end);
}
