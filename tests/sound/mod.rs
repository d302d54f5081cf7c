//! What is true of every reading, whatever the text.
#![allow(dead_code, reason = "each user checks a part")]

use std::sync::LazyLock;
use whosaid::export::{Markup, Offsets, Separator, Unit, citation, table, web_annotations};
use whosaid::{Filter, Folding, Format, Reader, Reading, Span, Topic, Who};

pub static READER: LazyLock<Reader> = LazyLock::new(Reader::new);
pub static TRANSCRIPTS: LazyLock<Reader> =
    LazyLock::new(|| Reader::new().with_format(Format::Transcript));

/// All that must hold.
pub fn check(reading: &Reading) {
    check_slices(reading);
    check_order(reading);
    for statement in &reading.statements {
        let _ = citation(reading, statement, "place", Markup::Markdown);
    }
    let _ = table(reading, Unit::Utf16, Separator::Comma);
    assert_eq!(web_annotations(reading, "").len(), reading.statements.len());
}

/// Every range slices the text, and the same words in every unit.
pub fn check_slices(reading: &Reading) {
    let text = &reading.text;
    let (utf16, points) =
        (text.encode_utf16().collect::<Vec<_>>(), text.chars().collect::<Vec<_>>());
    let (in_utf16, in_points) =
        (Offsets::new(text, Unit::Utf16), Offsets::new(text, Unit::CodePoint));
    for span in spans(reading) {
        let words = text.get(span.range()).unwrap_or_else(|| panic!("{span:?} is no slice"));
        let [start, end] = in_utf16.range(span).map(|at| at as usize);
        assert!(utf16[start..end].iter().copied().eq(words.encode_utf16()), "{words}");
        let [start, end] = in_points.range(span).map(|at| at as usize);
        assert!(points[start..end].iter().copied().eq(words.chars()), "{words}");
    }
}

/// Lists are in text order, nothing that must not overlap does, and every place in a list exists.
fn check_order(reading: &Reading) {
    let text = &reading.text;
    let mut end = 0;
    for block in &reading.blocks {
        assert!(!block.span.is_empty(), "an empty block");
        assert!(is_blank(&text[end..block.span.start as usize]), "lost before {block:?}");
        end = block.span.end as usize;
    }
    assert!(is_blank(&text[end..]), "lost at the end: {:?}", &text[end..]);
    // "her" may stand in "her deputy".
    for [first, second] in reading.mentions.array_windows() {
        let [first, second] = [first.span, second.span];
        assert!(
            first.end <= second.start || first != second && first.contains(second),
            "{first:?} and {second:?} cross"
        );
    }
    assert_apart(reading.dates.iter().map(|date| date.span));
    for mention in &reading.mentions {
        reading.speaker(mention.speaker);
    }
    for (id, statement) in reading.statements.iter().enumerate() {
        assert!(!statement.content.is_empty(), "{id} says nothing");
        for spans in [&statement.source, &statement.cue, &statement.content] {
            assert_apart(spans.iter().copied());
            assert!(spans.iter().all(|span| !span.is_empty()), "{id} has an empty span");
        }
        for speaker in [statement.speaker, statement.addressee].into_iter().flatten() {
            reading.speaker(speaker);
        }
        if let Some(outer) = statement.inside {
            assert!((outer.0 as usize) < id, "{id} stands before what holds it");
            let outer = &reading.statement(outer).content;
            let hull = outer[0].to(outer[outer.len() - 1]);
            assert!(statement.content.iter().all(|part| hull.contains(*part)), "{id} is outside");
        }
        assert!((0.0..=1.0).contains(&statement.confidence), "{id}: {}", statement.confidence);
    }
}

/// Topics and filters answer anything that is asked.
pub fn check_searches(reading: &Reading, term: &str, name: &str) {
    let topic = Topic { label: term.to_owned(), terms: vec![term.to_owned(), name.to_owned()] };
    for (accents, arabic) in [(false, false), (true, true)] {
        let hits = reading.topics(std::slice::from_ref(&topic), Folding { accents, arabic });
        for span in &hits[0].spans {
            assert!(reading.text.get(span.range()).is_some_and(|hit| !hit.is_empty()), "{span:?}");
        }
        assert_apart(hits[0].spans.iter().copied());
    }
    let filters = [
        Filter { speakers: vec![Who::Named(name.to_owned()), Who::Nobody], ..Filter::default() },
        Filter { topic: Some(topic), ..Filter::default() },
        Filter { text: Some(term.to_owned()), ..Filter::default() },
    ];
    for filter in &filters {
        let kept = reading.filter(filter).expect("no speaker is asked for by number");
        kept.into_iter().for_each(|id| assert!(!reading.statement(id).content.is_empty()));
    }
}

/// White space, and marks that show nothing.
fn is_blank(text: &str) -> bool {
    let shows_nothing = |c| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().all(|c| c.is_whitespace() || shows_nothing(c))
}

fn assert_apart(mut spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    assert!(
        spans.all(|span| std::mem::replace(&mut end, span.end) <= span.start),
        "out of order or overlapping before {end}"
    );
}

fn spans(reading: &Reading) -> Vec<Span> {
    let mut spans = reading.sentences.clone();
    spans.extend(reading.title);
    spans.extend(reading.blocks.iter().map(|block| block.span));
    spans.extend(reading.dates.iter().map(|date| date.span));
    spans.extend(reading.mentions.iter().map(|mention| mention.span));
    for speaker in &reading.speakers {
        spans.push(speaker.name);
        spans.extend(&speaker.aliases);
    }
    for statement in &reading.statements {
        spans.extend(statement.source.iter().chain(&statement.cue).chain(&statement.content));
        spans.extend(statement.why.chain.iter().flat_map(|step| [step.from, step.to]));
    }
    spans
}
