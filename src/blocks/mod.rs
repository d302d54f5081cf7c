//! The layout: blocks, title, dates, turns.
//!
//! The text is cut in lines; what stands in the margins (institution, byline, dates, share rows)
//! is told from what is said by form, by place, and by the tables `furniture`, `labels`, `dates`.
//! A text is a transcript when enough of its lines begin with labels that come again or that have
//! a title, an office or a word like QUESTION. All passes are linear.

mod body;
mod datelines;
mod dates;
mod labels;
mod lines;
mod margins;
mod markers;
mod notes;
mod page;
mod scripts;
#[cfg(test)]
mod tests;
mod turns;
mod words;

use crate::lexicon::{Class, Lexicon};
use crate::model::{Block, BlockKind, Format, FormatOption, Layout, Span};
use dates::roles::{self, Place, Record};
use margins::Head;
use page::Page;

/// Lays the text out in blocks, finds its title and dates, and, in a transcript, its turns.
pub fn lay_out(text: &str, format: FormatOption, lexicon: &Lexicon) -> Layout {
    let lines = lines::cut(text, |line| starts_anew(text, line, lexicon));
    let labels = turns::labels(text, &lines, format, lexicon);
    let script = scripts::main(lines.iter().map(|line| (line.script, line.span.len())));
    let first_turn = labels.iter().position(Option::is_some).unwrap_or(lines.len());
    let mut page =
        Page { text, lexicon, lines, dates: dates::find(text, lexicon), script, is_sitting: false };
    page.is_sitting = !labels.is_empty() && !is_interview(&page, first_turn);

    let head = margins::head(&page, first_turn);
    let mut out = Builder { text, blocks: Vec::with_capacity(page.lines.len() * 2) };
    let body_end = body::lay_out(&page, &head, first_turn, &mut out);
    let turns = turns::lay_out(&page, &labels, first_turn, &mut out);

    let record = if page.is_sitting { Record::Sitting } else { Record::Text };
    let places = places(&page, &head, body_end, &out.blocks);
    let format = if labels.is_empty() && format != FormatOption::Is(Format::Transcript) {
        Format::Prose
    } else {
        Format::Transcript
    };
    Layout {
        format,
        title: head.title.map(|title| title.span),
        dates: roles::settle(&page.dates, &places, record),
        turns,
        blocks: out.blocks,
    }
}

/// Collects blocks in text order.
struct Builder<'a> {
    text: &'a str,
    blocks: Vec<Block>,
}

impl Builder<'_> {
    fn push(&mut self, span: Span, kind: BlockKind) {
        let span = lines::trim(self.text, span);
        if !span.is_empty() {
            let script = scripts::of(span.of(self.text));
            self.blocks.push(Block { span, kind, script, direction: scripts::direction(script) });
        }
    }
}

/// In a text wrapped by hand: whether the line begins a paragraph of its own.
fn starts_anew(text: &str, line: Span, lexicon: &Lexicon) -> bool {
    markers::marker(text, line).is_some()
        || labels::read(text, line, lexicon).is_some_and(|label| label.sort > labels::Sort::Word)
}

/// An interview is a text that came out on a day, not the record of a sitting.
fn is_interview(page: &Page, first_turn: usize) -> bool {
    let head = page.lines[..first_turn].iter().take(6).filter(|line| line.span.len() <= 200);
    head.flat_map(|line| page.words(line.span))
        .any(|word| word.classes.has(Class::Occasion) && word.classes.has(Class::LabelWord))
}

/// Where each date stands.
fn places(page: &Page, head: &Head, tail: u32, blocks: &[Block]) -> Vec<Place> {
    let title = head.title.as_ref();
    let head_end = page.lines.get(head.kinds.len()).map_or(u32::MAX, |line| line.span.start);
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let early = paragraphs.take(EARLY_PARAGRAPHS).last().map_or(0, |block| block.span.end);
    let mut at = 0;
    let mut sentence = None;
    let place = |date: &dates::Written| {
        let span = date.span;
        while blocks.get(at).is_some_and(|block| block.span.end <= span.start) {
            at += 1;
        }
        if let Some(title) = title
            && title.span.contains(span)
        {
            let named = title.date.is_some_and(|of| of.end == span.end);
            return if named { Place::Title } else { Place::Body };
        }
        let block = blocks.get(at).map(|block| (block.kind, block.span));
        let margin = matches!(block, Some((BlockKind::Furniture | BlockKind::Dateline, _)));
        if margin
            && (span.start < head_end
                || span.start >= tail
                || block.is_some_and(|b| b.0 == BlockKind::Dateline))
        {
            return margin_place(page, date, block.map_or(span, |block| block.1));
        }
        let inside = block.map_or(span, |block| block.1);
        if span.start < early && !page.is_sitting {
            let known = sentence.filter(|known: &Sentence| known.is_of(span, inside));
            let around = known.unwrap_or_else(|| Sentence::around(page, span, inside));
            sentence = Some(around);
            if around.tells_of_occasion {
                return Place::Occasion;
            }
        }
        Place::Body
    };
    page.dates.iter().map(place).collect()
}

/// The occasion of a text is told in its first paragraphs.
const EARLY_PARAGRAPHS: usize = 2;

/// A time of day stands no further than this behind its date, in bytes.
const STAMP: usize = 240;

fn margin_place(page: &Page, date: &dates::Written, block: Span) -> Place {
    // The word may stand on the line above: "Published".
    let line = page.lines.partition_point(|line| line.span.end < block.start);
    let opens = |at: usize| {
        let span = page.lines.get(at)?.span;
        let found = if span.len() <= 120 { page.words(span) } else { Vec::new() };
        Some(words::opening(&found, page.lexicon).0.has(Class::FurnitureWord))
    };
    let published = opens(line) == Some(true) || line > 0 && opens(line - 1) == Some(true);
    let after =
        page.text[date.span.end as usize..block.end.max(date.span.end) as usize].trim_start();
    let time = after.trim_start_matches([',', '-', '–', '—', ' ']);
    let timed = time.starts_with(|c: char| c.is_ascii_digit())
        && after.bytes().take(STAMP).any(|b| matches!(b, b':' | b'.'));
    Place::Margin { published, stamp: timed || date.is_in_numbers() }
}

/// The sentence around a date. It is read once for all the dates in it.
#[derive(Clone, Copy)]
struct Sentence {
    block: Span,
    span: Span,
    /// Ends of sentences stand inside: "2. July" may be two.
    parted: bool,
    /// It has a word of the occasion: met, talks, visit.
    tells_of_occasion: bool,
}

impl Sentence {
    fn around(page: &Page, date: Span, block: Span) -> Self {
        // A date can reach over the ends of its block.
        let whole = block.to(date);
        let before = &page.text[whole.start as usize..date.start as usize];
        let after = &page.text[date.end as usize..whole.end as usize];
        let start = before.rfind(". ").map_or(whole.start, |at| whole.start + at as u32 + 2);
        let end = after.find(". ").map_or(whole.end, |at| date.end + at as u32);
        let span = Span::new(start, end);
        let tells_of_occasion =
            words::each(page.text, span, page.lexicon).any(|w| w.classes.has(Class::Occasion));
        Sentence { block, span, parted: span.of(page.text).contains(". "), tells_of_occasion }
    }

    fn is_of(&self, date: Span, block: Span) -> bool {
        self.block == block && !self.parted && self.span.contains(date)
    }
}
