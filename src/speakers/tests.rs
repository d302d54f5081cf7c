//! Cases of who is who: `tests/cases/speakers/*.txt`.
//!
//! A case is a text with marks, so that a wrong speaker shows where it is:
//!
//! ```text
//! <1 source>            the source of statement 1
//! ‹1 cue›               its cue, where that tells who speaks
//! [1:A content]         its content, spoken by A; `-` for nobody; `=` for own words without marks
//! {A Prime Minister}    a mention of A
//! ```
//!
//! Sources, cues and contents are given; letters and mentions are what the test finds. Below `---`
//! stand the speakers, `*` for a collective. `UPDATE_CASES=1 cargo test cases` writes what was
//! found, for a person to read over.

use super::{Resolved, find, resolve};
use crate::blocks;
use crate::lexicon::Lexicon;
use crate::model::{Act, Draft, FormatOption, Kind, Rule, Span, Turn};
use crate::segment;
use std::fmt::Write;
use std::path::Path;

#[test]
fn cases_read_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/speakers");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 12, "cases are missing");
    let mut wrong = String::new();
    for file in files {
        let case = std::fs::read_to_string(&file).unwrap();
        let found = reread(&case);
        if found == case {
            continue;
        }
        if std::env::var_os("UPDATE_CASES").is_some() {
            std::fs::write(&file, &found).unwrap();
            continue;
        }
        let lines = case.lines().zip(found.lines()).filter(|(a, b)| a != b);
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        lines.for_each(|(a, b)| write!(wrong, "\n{name}\n- {a}\n+ {b}\n").unwrap());
        if case.lines().count() != found.lines().count() {
            write!(wrong, "\n{name}: other speakers at the end\n{found}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A mark that the case gives: a part of a statement.
struct Given {
    span: Span,
    number: String,
    /// What opens the mark, which tells which part it is.
    part: char,
    own_words: bool,
}

impl Given {
    fn is_content(&self) -> bool {
        self.part == '['
    }
}

/// The case as the stage reads it.
fn reread(case: &str) -> String {
    let (head, rest) = case.split_once('\n').unwrap();
    let body = rest.split("---\n").next().unwrap();
    let (text, given) = parse(body);
    let numbers = numbers(&given);
    let mut drafts: Vec<Draft> =
        numbers.iter().map(|number| draft(&text, number, &given)).collect();
    let lexicon = Lexicon::new();
    let layout = blocks::lay_out(&text, FormatOption::Auto, &lexicon);
    let segments = segment::cut(&text, &layout.blocks, &lexicon);
    // The turns of a transcript come behind, so that the numbers stay.
    drafts.extend(layout.turns.iter().map(turn));
    let cast = find(&text, &layout, &segments, &lexicon);
    let resolved = resolve(&text, segments, cast, drafts, &lexicon);
    let mut out = format!("{head}\n{}---\n", render(&text, &given, &numbers, &resolved));
    for (at, speaker) in resolved.speakers.iter().enumerate() {
        let collective = if speaker.collective { "*" } else { "" };
        writeln!(out, "{}{collective} {}", letter(at), speaker.name.of(&text)).unwrap();
    }
    out
}

fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).expect("a case of at most 26 speakers")
}

/// The text without marks, and what they give.
fn parse(body: &str) -> (String, Vec<Given>) {
    let mut text = String::new();
    let mut given: Vec<Given> = Vec::new();
    let mut open: Vec<(char, Option<usize>)> = Vec::new();
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '<' | '‹' | '[' | '{' => {
                let (mark, after) = rest.split_once(' ').unwrap();
                rest = after;
                let number = mark.split(':').next().unwrap().trim_end_matches('=').to_owned();
                let span = Span::new(text.len() as u32, 0);
                let at = (c != '{').then_some(given.len());
                if at.is_some() {
                    let own_words = mark.ends_with('=');
                    given.push(Given { span, number, part: c, own_words });
                }
                open.push((c, at));
            }
            '>' | '›' | ']' | '}' => {
                if let Some((_, Some(at))) = open.pop() {
                    given[at].span.end = text.len() as u32;
                }
            }
            c => text.push(c),
        }
    }
    (text, given)
}

/// The statements in order of their content.
fn numbers(given: &[Given]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for mark in given.iter().filter(|mark| mark.is_content()) {
        if !numbers.contains(&mark.number) {
            numbers.push(mark.number.clone());
        }
    }
    numbers
}

fn draft(text: &str, number: &str, given: &[Given]) -> Draft {
    let parts = |part: char| {
        let own = given.iter().filter(|m| m.number == number && m.part == part);
        own.map(|m| m.span).collect::<Vec<_>>()
    };
    let content = parts('[');
    let own_words = given.iter().any(|m| m.number == number && m.is_content() && m.own_words);
    let quoted = content[0].of(text).starts_with(['"', '“']);
    let mut outer = given.iter().filter(|m| m.is_content() && m.number != number);
    let inside = outer
        .rfind(|m| m.span.contains(content[0]))
        .map(|m| numbers(given).iter().position(|n| *n == m.number).unwrap() as u32);
    Draft {
        source: parts('<').into(),
        cue: parts('‹').into(),
        content: content.into(),
        addressee: None,
        kind: if quoted || own_words { Kind::Direct } else { Kind::Indirect },
        act: Act::Speech,
        rule: Rule::Report,
        inside,
        confidence: 1.0,
    }
}

fn turn(turn: &Turn) -> Draft {
    Draft {
        source: [turn.label].into(),
        cue: [].into(),
        content: turn.content.as_slice().into(),
        addressee: None,
        kind: Kind::Turn,
        act: Act::Speech,
        rule: Rule::Label,
        inside: None,
        confidence: 1.0,
    }
}

fn render(text: &str, given: &[Given], numbers: &[String], resolved: &Resolved) -> String {
    // Every mark: where it stands, what opens it, what closes it.
    let mut marks: Vec<(Span, String, char)> = Vec::new();
    for mark in given {
        if !mark.is_content() {
            let close = if mark.part == '<' { '>' } else { '›' };
            marks.push((mark.span, format!("{}{} ", mark.part, mark.number), close));
            continue;
        }
        let at = numbers.iter().position(|n| *n == mark.number).unwrap();
        let who = resolved.statements[at].speaker.map_or('-', |id| letter(id.0 as usize));
        let own = if mark.own_words { "=" } else { "" };
        marks.push((mark.span, format!("[{}:{who}{own} ", mark.number), ']'));
    }
    for mention in &resolved.mentions {
        let who = letter(mention.speaker.0 as usize);
        marks.push((mention.span, format!("{{{who} "), '}'));
    }
    marks.sort_by_key(|(span, open, _)| (span.start, u32::MAX - span.end, open.starts_with('{')));
    let mut out = String::new();
    let mut closing: Vec<(u32, char)> = Vec::new();
    let mut next = marks.into_iter().peekable();
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        while let Some((_, mark)) = closing.pop_if(|(end, _)| *end as usize <= at) {
            out.push(mark);
        }
        while let Some((span, open, close)) = next.next_if(|(span, ..)| span.start as usize == at) {
            out.push_str(&open);
            closing.push((span.end, close));
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}
