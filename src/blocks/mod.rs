//! The layout: blocks, title, dates, turns.
//!
//! The text is cut in lines; what stands in the margins (institution, byline, dates, share rows)
//! is told from what is said by form, by place, and by the tables `furniture`, `labels`, `dates`.
//! A text is a transcript when enough of its lines begin with labels that come again or that have
//! a title, an office or a word like QUESTION. All passes are linear.

mod body;
mod datelines;
mod dates;
mod label_ends;
mod label_names;
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

use crate::lexicon::fixed::TODAY;
use crate::lexicon::{Class, Lexicon};
use crate::model::{Block, BlockKind, Chars, Format, FormatOption, Layout, Span};
use dates::roles::{self, Place, Record};
use margins::Head;
use page::Page;
pub use turns::are_asked;
use words::Word;

/// Lays the text out in blocks, finds its title and dates, and, in a transcript, its turns.
pub fn lay_out(text: &str, format: FormatOption, lexicon: &Lexicon) -> Layout {
    let mut lines = lines::cut(text, |line| starts_anew(text, line, lexicon));
    let mut labels = turns::labels(text, &lines, format, lexicon);
    if labels.is_empty()
        && let Some(found) = turns::run_on(text, &lines, format, lexicon)
    {
        (lines, labels) = found;
    }
    let script = scripts::main(&lines);
    let first_turn = labels.iter().position(Option::is_some).unwrap_or(lines.len());
    let mut page =
        Page { text, lexicon, lines, dates: dates::find(text, lexicon), script, is_sitting: false };
    page.is_sitting = !labels.is_empty() && !is_interview(&page, first_turn);

    let head = margins::head(&page, first_turn);
    let mut out = Builder { text, blocks: Vec::with_capacity(page.lines.len() * 2) };
    let body_end = body::lay_out(&page, &head, first_turn, &mut out);
    let mut turns = turns::lay_out(&page, &labels, first_turn, &mut out);
    if let Some(title) = &head.title
        && let Some(opening) = turns::opening(&page, title.span, &turns, &out.blocks)
    {
        turns.insert(0, opening);
    }

    let record = if page.is_sitting { Record::Sitting } else { Record::Text };
    let places = places(&page, &head, body_end, &out.blocks);
    let format = if labels.is_empty() && format != FormatOption::Is(Format::Transcript) {
        Format::Prose
    } else {
        Format::Transcript
    };
    out.blocks.shrink_to_fit();
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

/// An interview says so in one of its first lines, in so many at most.
const INTERVIEW_LINES: usize = 6;

/// And in a short one: a paragraph may speak of another interview.
const INTERVIEW_BYTES: u32 = 200;

/// An interview is a text that came out on a day, not the record of a sitting.
fn is_interview(page: &Page, first_turn: usize) -> bool {
    let is_named = |word: &Word| word.classes.is_interview();
    let mut head = page.lines[..first_turn].iter().take(INTERVIEW_LINES);
    head.any(|line| {
        line.span.len() <= INTERVIEW_BYTES && page.words(line.span).iter().any(is_named)
    })
}

/// Where each date stands.
fn places(page: &Page, head: &Head, tail: u32, blocks: &[Block]) -> Vec<Place> {
    let head_end = page.lines.get(head.kinds.len()).map_or(u32::MAX, |line| line.span.start);
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let early = paragraphs.take(EARLY_PARAGRAPHS).last().map_or(0, |block| block.span.end);
    let mut blocks = blocks.iter().peekable();
    let mut sentence: Option<Sentence> = None;
    let mut places = Vec::with_capacity(page.dates.len());
    for date in &page.dates {
        let span = date.span;
        while blocks.next_if(|block| block.span.end <= span.start).is_some() {}
        let (kind, block) =
            blocks.peek().map_or((BlockKind::Paragraph, span), |block| (block.kind, block.span));
        let outside = span.start < head_end || span.start >= tail;
        places.push(match &head.title {
            Some(title) if title.span.contains(span) => match title.date {
                Some(of) if of.end == span.end => Place::Title,
                _ => Place::Body,
            },
            _ if kind == BlockKind::Dateline || kind == BlockKind::Furniture && outside => {
                margin_place(page, date, block)
            }
            _ if span.start < early && !page.is_sitting => {
                let known = sentence.filter(|known| known.is_of(span, block));
                let around = known.unwrap_or_else(|| Sentence::around(page, span, block));
                sentence = Some(around);
                let occasion = around.tells_of_occasion || is_today(page, date);
                if occasion { Place::Occasion } else { Place::Body }
            }
            _ => Place::Body,
        });
    }
    places
}

/// "today, 21 September", "this morning (Tuesday, 12 August"
fn is_today(page: &Page, date: &dates::Written) -> bool {
    let before = page.text[..date.weekday as usize].before_in(" ,(");
    // The weekday may stand before a comma: "(Tuesday, 12 August".
    let day = before.before(char::is_alphabetic);
    let before = if day.ends_with('(') { day.before_in(" (") } else { before };
    TODAY.iter().any(|today| before.ends_with(today))
}

/// The occasion of a text is told in its first paragraphs.
const EARLY_PARAGRAPHS: usize = 2;

/// A time of day stands no further than this behind its date, in bytes.
const STAMP_BYTES: usize = 240;

/// A line that says when a text came out is no longer, in bytes: "Published by the Ministry".
const PUBLISHED_BYTES: u32 = 120;

fn margin_place(page: &Page, date: &dates::Written, block: Span) -> Place {
    // The word may stand on the line above: "Published".
    let line = page.lines.partition_point(|line| line.span.end < block.start);
    let near = &page.lines[line.saturating_sub(1)..page.lines.len().min(line + 1)];
    let published = near.iter().any(|line| {
        let short = line.span.len() <= PUBLISHED_BYTES;
        let found = if short { page.words(line.span) } else { Vec::new() };
        let (opening, len) = words::opening(&found, page.lexicon);
        // "HC Deb 4 May 1990": the sitting, in its record; but "Transcript released 4 May 1990".
        let beside = found.get(len).is_none_or(|next| next.span.start >= date.weekday);
        let titles = page.is_sitting && opening.opens_line_or_title() && beside;
        opening.has(Class::FurnitureWord) && !titles
    });
    let after = Span::new(date.span.end, block.end.max(date.span.end));
    let after = after.of(page.text).trim_start();
    let timed = after.past_in(",-–— ").starts_as(|c| c.is_ascii_digit())
        && after.bytes().take(STAMP_BYTES).any(|b| matches!(b, b':' | b'.'));
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
        let before = Span::new(whole.start, date.start).of(page.text);
        let after = Span::new(date.end, whole.end).of(page.text);
        let start = stops(before, page.lexicon).next_back().map_or(0, |at| at as u32 + 2);
        let len = stops(after, page.lexicon).next().unwrap_or(after.len()) as u32;
        let span = Span::new(whole.start + start, date.end + len);
        Sentence {
            block,
            span,
            parted: stops(span.of(page.text), page.lexicon).next().is_some(),
            tells_of_occasion: page.words(span).iter().any(is_occasion),
        }
    }

    fn is_of(&self, date: Span, block: Span) -> bool {
        self.block == block && !self.parted && self.span.contains(date)
    }
}

/// "talks", but not "live", which opens a line.
fn is_occasion(word: &Word) -> bool {
    word.classes.has(Class::Occasion) && !word.classes.has(Class::FurnitureWord)
}

/// Where a full stop and a space stand that can end a sentence: none in "at 5 p.m. for an hour with
/// Ms. Orr".
fn stops(text: &str, lexicon: &Lexicon) -> impl DoubleEndedIterator<Item = usize> {
    let pairs = text.as_bytes().windows(2).enumerate().filter(|(_, pair)| *pair == b". ");
    pairs.map(|(at, _)| at).filter(move |at| {
        let word = text[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let word = lexicon.id_of(word);
        !text[at + 2..].starts_as(char::is_lowercase) && !lexicon.has(word, Class::Abbreviation)
    })
}
