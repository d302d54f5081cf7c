//! Readouts with gold annotation as texts to learn from.

use super::polnear::{Attribution, Document, byte_offsets};
use crate::score::document::Range;
use crate::score::readouts;
use anyhow::Result;
use std::path::Path;
use whosaid::Span;

/// What has no cue (a turn, speech that goes on) teaches nothing of cues and is left out.
pub fn load(folder: &Path) -> Result<Vec<Document>> {
    let documents = readouts::load(folder)?.into_iter().map(|(text, gold)| {
        let text: String = text.into_iter().collect();
        let bytes = byte_offsets(&text);
        let spans = |ranges: &[Range]| {
            ranges.iter().map(|[start, end]| Span::new(bytes[*start], bytes[*end])).collect()
        };
        let reported = gold.statements.iter().filter(|statement| !statement.cue.is_empty());
        let attributions = reported
            .map(|statement| Attribution {
                source: spans(&statement.source),
                cue: spans(&statement.cue),
                content: spans(&statement.content),
            })
            .collect();
        Document { name: gold.doc, text, attributions }
    });
    Ok(documents.collect())
}
