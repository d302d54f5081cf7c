//! Statements as [W3C Web Annotations](https://www.w3.org/TR/annotation-model/).
//!
//! One annotation a statement: its targets are the parts of the content, each found by its position
//! and, should the text have changed, by its words; its bodies are the speaker's name and the kind.

use super::{Offsets, Unit};
use crate::model::{Reading, Span, Statement};
use serde::Serialize;

/// A statement for readers of other software, as JSON.
#[derive(Debug, Serialize)]
pub struct Annotation<'r> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<TextualBody<'r>>,
    target: Vec<SpecificResource<'r>>,
}

#[derive(Debug, Serialize)]
struct TextualBody<'r> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'r str,
}

#[derive(Debug, Serialize)]
struct SpecificResource<'r> {
    source: &'r str,
    selector: [Selector<'r>; 2],
}

#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Selector<'r> {
    TextPositionSelector { start: u32, end: u32 },
    TextQuoteSelector { exact: &'r str, prefix: &'r str, suffix: &'r str },
}

/// The statements as annotations of `source`, the address of the text. Positions are code points,
/// as the standard wants them.
#[must_use]
pub fn web_annotations<'r>(reading: &'r Reading, source: &'r str) -> Vec<Annotation<'r>> {
    let offsets = Offsets::new(&reading.text, Unit::CodePoint);
    let annotation = |statement: &'r Statement| Annotation {
        context: "http://www.w3.org/ns/anno.jsonld",
        kind: "Annotation",
        motivation: "identifying",
        body: bodies(reading, statement),
        target: statement
            .content
            .iter()
            .map(|part| target(&reading.text, source, *part, &offsets))
            .collect(),
    };
    reading.statements.iter().map(annotation).collect()
}

fn bodies<'r>(reading: &'r Reading, statement: &Statement) -> Vec<TextualBody<'r>> {
    let body = |purpose, value| TextualBody { kind: "TextualBody", purpose, value };
    let speaker = statement.speaker.map(|id| body("identifying", reading.name(id)));
    let tags = [statement.kind.name(), statement.act.name()].map(|tag| body("tagging", tag));
    speaker.into_iter().chain(tags).collect()
}

fn target<'r>(
    text: &'r str,
    source: &'r str,
    part: Span,
    offsets: &Offsets,
) -> SpecificResource<'r> {
    let [start, end] = offsets.range(part);
    let (before, after) = (&text[..part.start as usize], &text[part.end as usize..]);
    let prefix = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let suffix = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    SpecificResource {
        source,
        selector: [
            Selector::TextPositionSelector { start, end },
            Selector::TextQuoteSelector {
                exact: part.of(text),
                prefix: &before[prefix..],
                suffix: &after[..suffix],
            },
        ],
    }
}

/// Characters before and after a quotation that tell it from the same words elsewhere.
const CONTEXT: usize = 32;
