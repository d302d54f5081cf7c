//! Paragraphs, headings, items: the prose of a text.

use super::Builder;
use super::lines::{ends_sentence, trim};
use super::margins::{self, Head, MARGIN_BYTES, margin_kind};
use super::page::Page;
use super::{datelines, markers};
use crate::model::{BlockKind, Chars, Span};

/// Lays out the lines before `limit`: the head as given, then the body and its tail. Gives the
/// position where the tail begins.
pub fn lay_out(page: &Page, head: &Head, limit: usize, out: &mut Builder) -> u32 {
    for (at, kind) in head.kinds.iter().enumerate() {
        match &head.title {
            Some(title) if title.lines.contains(&at) => {
                if at == title.lines.start {
                    lay_out_title(page, title, out);
                }
            }
            _ => out.push(page.lines[at].span, *kind),
        }
    }
    let body = head.kinds.len();
    let tail = margins::tail(page, body, limit);
    let mut above = BlockKind::Paragraph;
    for at in body..tail.max(body) {
        let line = page.lines[at].span;
        let leads_over = at > body && page.lines[at - 1].span.of(page.text).ends_with(':');
        let kind = kind(page, at, tail, above, leads_over);
        above = kind;
        lay_out_line(page, line, kind, at, body, out);
    }
    for line in &page.lines[tail.max(body)..limit.max(body)] {
        let kind = margin_kind(page, line.span).unwrap_or(BlockKind::Furniture);
        out.push(line.span, kind);
    }
    page.lines.get(tail).map_or(u32::MAX, |line| line.span.start)
}

fn lay_out_title(page: &Page, title: &margins::Title, out: &mut Builder) {
    let whole = page.lines[title.lines.start].span.to(page.lines[title.lines.end - 1].span);
    out.push(Span::new(whole.start, title.span.start), BlockKind::Furniture);
    out.push(title.span, BlockKind::Title);
    out.push(Span::new(title.span.end, whole.end), BlockKind::Dateline);
}

/// A sentence behind a dash is a paragraph if it is longer than this, in bytes, else an item of a
/// list.
const ITEM_BYTES: u32 = 120;
/// A line below "They agreed:" that ends no sentence is an item up to this length, in bytes.
const UNENDED_BYTES: u32 = 200;
/// A heading has no more words than this: "Trade and investment".
const HEADING_WORDS: usize = 12;
/// Nor has a question that is one: "What comes next?"
const QUESTION_WORDS: usize = 6;

/// What a line of the body is, below a line of kind `above` that `leads_over` to it with a colon.
fn kind(page: &Page, at: usize, end: usize, above: BlockKind, leads_over: bool) -> BlockKind {
    let line = page.lines[at].span;
    let inside = line.of(page.text);
    if line.len() > MARGIN_BYTES {
        return BlockKind::Paragraph;
    }
    if let Some(kind) = margin_kind(page, line) {
        return kind;
    }
    let ends = ends_sentence(inside);
    let in_list = leads_over || above == BlockKind::ListItem;
    if let Some(marker) = markers::marker(page.text, line) {
        let marker = marker.of(page.text);
        let is_paragraph = marker == ">"
            || markers::is_number(marker) && (ends || inside.ends_with(':'))
            || marker.starts_in("–—-") && ends && !in_list && line.len() > ITEM_BYTES;
        return match () {
            () if marker.starts_with('#') => BlockKind::Heading,
            () if is_paragraph => BlockKind::Paragraph,
            () => BlockKind::ListItem,
        };
    }
    if !ends && line.len() <= UNENDED_BYTES {
        match above {
            // "From:" and, below, who.
            BlockKind::Furniture if leads_over => return BlockKind::Furniture,
            BlockKind::ListItem => return BlockKind::ListItem,
            _ if leads_over => return BlockKind::ListItem,
            _ => {}
        }
    }
    let asks = inside.ends_with('?');
    let heading = at + 1 < end
        && (!ends || asks)
        && inside.starts_as(|c| c.is_alphanumeric() && !c.is_lowercase())
        && !inside.ends_in(".!:;,…\"”’—–-。")
        && page.words(line).len() <= if asks { QUESTION_WORDS } else { HEADING_WORDS };
    if heading { BlockKind::Heading } else { BlockKind::Paragraph }
}

/// Below the head a paragraph this far down can still begin with a dateline.
const DATELINES: usize = 3;

fn lay_out_line(
    page: &Page,
    line: Span,
    kind: BlockKind,
    at: usize,
    body: usize,
    out: &mut Builder,
) {
    let mut rest = line;
    if matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading) {
        if let Some(marker) = markers::marker(page.text, line) {
            out.push(marker, BlockKind::Furniture);
            rest = trim(page.text, Span::new(marker.end, line.end));
        } else if kind == BlockKind::Paragraph
            && at < body + DATELINES
            && let Some(dateline) = datelines::prefix(page, line)
            && (at == body || !dateline.of(page.text).ends_with(':'))
        {
            out.push(dateline, BlockKind::Dateline);
            rest = trim(page.text, Span::new(dateline.end, line.end));
        }
    }
    out.push(rest, kind);
}
