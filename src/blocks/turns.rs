//! Whether a text is a transcript, and what is said under which label.

use super::Builder;
use super::labels::{self, Label, Sort};
use super::lines::{Line, ends_sentence, trim};
use super::margins::{is_bracketed, margin_kind};
use super::notes;
use super::page::Page;
use super::words::{self, Case};
use crate::lexicon::{Class, Lexicon};
use crate::model::FormatOption;
use crate::model::{BlockKind, Format, Span, Turn, sort_by_number};

/// The label of each line that has one; empty if the text is no transcript.
pub fn labels(
    text: &str,
    lines: &[Line],
    format: FormatOption,
    lexicon: &Lexicon,
) -> Vec<Option<Label>> {
    if format == FormatOption::Is(Format::Prose) {
        return Vec::new();
    }
    let forced = format == FormatOption::Is(Format::Transcript);
    let marked = all(lines, |line| labels::read(text, line.span, lexicon));
    let evidence = Evidence::of(text, lines, &marked);
    if evidence.is_transcript() || forced && evidence.labels > 0 {
        return without_header(text, lines, evidence.keep(text, marked, lexicon), lexicon);
    }
    let bare = all(lines, |line| labels::read_bare(text, line.span, lexicon));
    let evidence = Evidence::of(text, lines, &bare);
    if evidence.repeated >= 3 && evidence.distinct >= 2 && evidence.is_transcript() {
        let repeated =
            |label: &Label| label.sort == Sort::Known || evidence.count(label.surname) > 1;
        return bare.into_iter().map(|label| label.filter(|l| repeated(l))).collect();
    }
    Vec::new()
}

fn all(lines: &[Line], read: impl Fn(&Line) -> Option<Label>) -> Vec<Option<Label>> {
    lines.iter().map(read).collect()
}

/// What speaks for a transcript.
struct Evidence {
    labels: usize,
    known: usize,
    /// Labels whose name comes more than once.
    repeated: usize,
    /// Different names among those.
    distinct: usize,
    /// Lines from the first label on.
    after: usize,
    /// Share of the text before the first label that reads as prose, in percent.
    prose_before: usize,
    /// Sorted.
    keys: Vec<u64>,
}

impl Evidence {
    fn of(text: &str, lines: &[Line], labels: &[Option<Label>]) -> Self {
        let mut keys: Vec<u64> = labels.iter().flatten().map(|label| label.surname).collect();
        sort_by_number(&mut keys, |key| *key);
        let runs = keys.chunk_by(|a, b| a == b).map(<[u64]>::len).filter(|len| *len > 1);
        let (distinct, repeated) = runs.fold((0, 0), |(n, sum), len| (n + 1, sum + len));
        let first = labels.iter().position(Option::is_some).unwrap_or(lines.len());
        let prose = lines[..first].iter().filter(|line| ends_sentence(line.span.of(text)));
        let prose: usize = prose.map(|line| line.span.len() as usize).sum();
        Evidence {
            labels: keys.len(),
            known: labels.iter().flatten().filter(|label| label.sort == Sort::Known).count(),
            repeated,
            distinct,
            after: lines.len() - first,
            prose_before: prose * 100 / text.len().max(1),
            keys,
        }
    }

    /// Enough labels that are surely labels or come again, and dense enough in their part.
    fn is_transcript(&self) -> bool {
        // One who answers many, each of whom asks once, is sure too.
        let others = self.labels - self.repeated;
        let sure = self.known >= 2
            || self.repeated >= 3
                && (self.distinct >= 2 || others >= 2 && self.labels * 2 >= self.after);
        let dense =
            self.labels * 5 >= self.after || self.known >= 3 && self.known * 12 >= self.after;
        sure && dense && self.prose_before <= 50
    }

    fn count(&self, key: u64) -> usize {
        self.keys.partition_point(|k| *k <= key) - self.keys.partition_point(|k| *k < key)
    }

    /// Leaves out what only looks like a label in this transcript: "Second: ...".
    fn keep(
        &self,
        text: &str,
        labels: Vec<Option<Label>>,
        lexicon: &Lexicon,
    ) -> Vec<Option<Label>> {
        let keeps = |label: &Label| {
            label.sort != Sort::Word || self.count(label.surname) > 1 || {
                let found = words::words(text, label.name, lexicon);
                found.iter().all(|w| {
                    w.id.0 == 0 || w.classes.has(Class::GivenName) || w.classes.has(Class::Place)
                })
            }
        };
        labels.into_iter().map(|label| label.filter(|l| keeps(l))).collect()
    }
}

/// Drops the labels of the header ("Moderator: Helen Karr"): those before the first with a sentence.
fn without_header(
    text: &str,
    lines: &[Line],
    mut labels: Vec<Option<Label>>,
    lexicon: &Lexicon,
) -> Vec<Option<Label>> {
    let says = |at: usize| {
        let label: &Label = labels[at].as_ref()?;
        let mut said = trim(text, Span::new(label.whole.end, lines[at].span.end));
        if said.is_empty() && at + 1 < lines.len() && labels[at + 1].is_none() {
            said = lines[at + 1].span;
        }
        let found = words::words(text, said, lexicon);
        let small = found.iter().any(|w| {
            w.case == Case::Lower
                && !w.classes.has(Class::Preposition)
                && !w.classes.has(Class::Conjunction)
                && !w.classes.has(Class::Determiner)
        });
        (small || ends_sentence(said.of(text)) && !found.is_empty()).then_some(at)
    };
    let first = (0..lines.len()).find_map(says).unwrap_or(lines.len());
    if first < lines.len() {
        labels[..first].fill(None);
    }
    labels
}

/// Lays out the lines from the first label on.
pub fn lay_out(
    page: &Page,
    labels: &[Option<Label>],
    first: usize,
    out: &mut Builder,
) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut open: Option<usize> = None;
    let last_label = labels.iter().rposition(Option::is_some).unwrap_or(0);
    for (at, line) in page.lines.iter().enumerate().skip(first) {
        let mut said = line.span;
        if let Some(label) = &labels[at] {
            out.push(label.whole, BlockKind::TurnLabel);
            open = Some(turns.len());
            turns.push(turn(label));
            said = trim(page.text, Span::new(label.whole.end, line.span.end));
        } else if let Some(kind) = line_between(page, line.span, labels.get(at + 1)) {
            out.push(line.span, kind);
            if at > last_label && closes(page, line.span) {
                open = None;
            }
            continue;
        }
        match open {
            Some(open) => speech(page, said, open, &mut turns, out),
            None => out.push(said, BlockKind::Paragraph),
        }
    }
    turns
}

fn turn(label: &Label) -> Turn {
    Turn {
        label: label.name,
        explained: label.explained,
        shared: label.shared,
        content: Vec::new(),
    }
}

/// What a line without a label is, if it is not said: a note, a narrator's line, a heading.
fn line_between(page: &Page, line: Span, next: Option<&Option<Label>>) -> Option<BlockKind> {
    let inside = line.of(page.text);
    if is_bracketed(page.text, line)
        && notes::brackets(page.text, line).next().is_some_and(|b| b.end + 1 >= line.end)
    {
        return Some(BlockKind::StageNote);
    }
    let ends = ends_sentence(inside);
    let found = if line.len() <= 160 { page.words(line) } else { return None };
    let Some(first) = found.first() else { return Some(BlockKind::Furniture) };
    let said = found.iter().any(|w| w.classes.has(Class::First) || w.classes.has(Class::Second));
    let narrator = found.len() <= 14
        && !said
        && first.case != Case::Lower
        && !inside.contains(['(', '[', '?', '!', '”', '"'])
        && words::find(&found, Class::StageWord, page.lexicon).is_some();
    if narrator {
        return Some(BlockKind::StageNote);
    }
    if ends {
        return None;
    }
    let heading = found.len() <= 10
        && first.case.is_capitalised()
        && !inside.ends_with(['—', '–', '-', ',', ';', ':', '…'])
        && matches!(next, Some(Some(_)));
    margin_kind(page, line).or(heading.then_some(BlockKind::Heading))
}

/// Whether the record ends with this line, as far as it has an end.
fn closes(page: &Page, line: Span) -> bool {
    let found = page.words(line);
    found.is_empty() || words::any(&found, Class::FurnitureWord)
}

/// What is said on a line of turn `open`: a paragraph for each stretch between notes.
fn speech(page: &Page, said: Span, open: usize, turns: &mut Vec<Turn>, out: &mut Builder) {
    let mut start = said.start;
    for bracket in notes::brackets(page.text, said) {
        let interjection = interjection(page, bracket);
        let note = notes::read(page.text, bracket, said, page.lexicon);
        if interjection.is_none() && note.is_none() {
            continue;
        }
        let opens = turns[open].content.is_empty()
            && trim(page.text, Span::new(start, bracket.start)).is_empty();
        if note.is_some_and(|note| note.unheard) && opens {
            continue;
        }
        paragraph(page, Span::new(start, bracket.start), open, turns, out);
        start = bracket.end;
        match interjection {
            Some(label) => {
                let end = bracket.end - 1;
                out.push(Span::new(bracket.start, label.whole.end), BlockKind::TurnLabel);
                turns.push(turn(&label));
                let of_other = turns.len() - 1;
                paragraph(page, Span::new(label.whole.end, end), of_other, turns, out);
                out.push(Span::new(end, bracket.end), BlockKind::Furniture);
            }
            None => out.push(bracket, BlockKind::StageNote),
        }
    }
    paragraph(page, Span::new(start, said.end), open, turns, out);
}

fn paragraph(page: &Page, span: Span, of: usize, turns: &mut [Turn], out: &mut Builder) {
    let span = trim(page.text, span);
    if span.is_empty() {
        return;
    }
    // A lone dash or stop between two notes is nothing said.
    if span.of(page.text).contains(char::is_alphanumeric) {
        out.push(span, BlockKind::Paragraph);
        turns[of].content.push(span);
    } else {
        out.push(span, BlockKind::Furniture);
    }
}

/// "[Hon. Members: “Whose table?”]" inside another's turn.
fn interjection(page: &Page, bracket: Span) -> Option<Label> {
    let inside = Span::new(bracket.start + 1, bracket.end - 1);
    let label =
        labels::read(page.text, inside, page.lexicon).filter(|label| label.sort >= Sort::Named)?;
    (!label.name.is_empty() && label.whole.end < inside.end).then_some(label)
}
