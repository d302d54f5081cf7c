//! Whether a text is a transcript, and what is said under which label.

use super::Builder;
use super::datelines;
use super::label_ends::shouts;
use super::labels::{self, Label, Sort};
use super::lines::{Line, ends_sentence, trim};
use super::margins::{NOTICE_WORDS, is_bracketed, margin_kind};
use super::notes;
use super::page::Page;
use super::words::{self, Case, LINKS, SPEAKING};
use crate::lexicon::fixed::{BY, PORTRAIT};
use crate::lexicon::{Class, Classes, Lexicon, is_past};
use crate::model::{Block, BlockKind, Chars, Format, FormatOption, Span, Turn, sort_numbers};

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
    let mut labels = all(text, lines, lexicon, labels::read);
    add_answers(text, lines, &mut labels, lexicon);
    let evidence = Evidence::of(text, lines, &labels);
    if evidence.is_transcript() || forced && evidence.labels > 0 {
        drop_unlike(text, lines, &mut labels, &evidence, lexicon);
        drop_heading(text, lines, &mut labels, &evidence);
        drop_header(text, lines, &mut labels, lexicon);
        return labels;
    }
    let mut bare = all(text, lines, lexicon, labels::read_bare);
    let evidence = Evidence::of(text, lines, &bare);
    // "The President" and "Mr. Orr (Veyra)" are surer than "Ann Orr".
    let several = evidence.repeated >= 3 && evidence.distinct >= 2
        || evidence.repeated >= 2
            && evidence.known >= 3
            && evidence.known * 3 >= evidence.labels * 2;
    if several && evidence.is_transcript() {
        join_roles(text, lines, &mut bare, lexicon);
        for (at, label) in bare.iter_mut().enumerate() {
            // "The next question is from Ada Stone." above "Ada Stone"
            let above = at.checked_sub(1).map_or("", |above| lines[above].span.of(text));
            label.take_if(|l| {
                let called = || l.sort == Sort::Named && above.contains(l.name.of(text));
                l.sort != Sort::Known && evidence.count(l.surname) < 2 && !called()
            });
        }
        drop_header(text, lines, &mut bare, lexicon);
        return bare;
    }
    Vec::new()
}

/// The lines and labels of a text whose turns run on in one paragraph: one of the labels comes
/// again.
pub fn run_on(
    text: &str,
    lines: &[Line],
    format: FormatOption,
    lexicon: &Lexicon,
) -> Option<(Vec<Line>, Vec<Option<Label>>)> {
    let cut = cut_lines(text, lines, lexicon);
    if cut.len() == lines.len() {
        return None;
    }
    let labels = self::labels(text, &cut, format, lexicon);
    let mut keys: Vec<u64> = labels.iter().flatten().map(|label| label.surname).collect();
    sort_numbers(&mut keys);
    keys.array_windows().any(|[a, b]| a == b).then_some((cut, labels))
}

/// The lines cut before labels in capitals that stand inside them, behind a sentence, a note or a
/// heading: "[LAUGHTER] ADA STONE: ... NED ORR: ...", "Mr. ORR. ... The SPEAKER. ..."
fn cut_lines(text: &str, lines: &[Line], lexicon: &Lexicon) -> Vec<Line> {
    let mut cut = Vec::new();
    for line in lines {
        let (mut start, mut labelled) = (line.span.start, line.span.start);
        let pairs = line.span.of(text).as_bytes().array_windows().enumerate();
        // Most words begin with a small letter.
        let opens =
            |[space, first]: &[u8; 2]| !first.is_ascii_lowercase() && space.is_ascii_whitespace();
        for (at, _) in pairs.filter(|(_, pair)| opens(pair)) {
            let at = line.span.start + at as u32 + 1;
            let rest = Span::new(at, line.span.end);
            if at < labelled || !rest.of(text).starts_as(char::is_uppercase) {
                continue;
            }
            let before = text[start as usize..at as usize].trim_end();
            // "Motion to Recommit Mr. ORR.", but "ENDING THE CRISIS ACT"
            let heading = || {
                let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
                word.starts_as(|c| c.is_uppercase() || c.is_ascii_digit()) && !is_shouted(word)
            };
            if !(before.ends_in(".?!…)]-–—\"”") || heading()) || !shouts(rest.of(text)) {
                continue;
            }
            if let Some(label) = labels::read(text, rest, lexicon)
                && label.sort >= Sort::Named
                && is_shouted(label.name.of(text))
            {
                cut.push(Line { span: trim(text, Span::new(start, at)), ..*line });
                (start, labelled) = (at, label.whole.end);
            }
        }
        cut.push(Line { span: Span::new(start, line.span.end), ..*line });
    }
    cut
}

/// "ADA STONE", "The SPEAKER pro tempore"
fn is_shouted(name: &str) -> bool {
    let mut words = name.split(' ').take(2);
    words.any(|word| {
        word.len() >= 3 && word.has(char::is_uppercase) && !word.has(char::is_lowercase)
    })
}

fn all(
    text: &str,
    lines: &[Line],
    lexicon: &Lexicon,
    read: fn(&str, Span, &Lexicon) -> Option<Label>,
) -> Vec<Option<Label>> {
    lines.iter().map(|line| read(text, line.span, lexicon)).collect()
}

/// "A I did." behind "Q Who did?": answers, where most questions have one of that form.
fn add_answers(text: &str, lines: &[Line], labels: &mut [Option<Label>], lexicon: &Lexicon) {
    let asks = |label: &Option<Label>| label.is_some_and(|label| label.name.of(text) == "Q");
    let answers = |at: &usize| {
        let rest = lines[*at].span.of(text).strip_prefix("A ");
        labels[*at].is_none() && rest.is_some_and(|rest| rest.starts_as(char::is_uppercase))
    };
    let found: Vec<usize> = (1..lines.len()).filter(answers).collect();
    let asked = labels.iter().filter(|label| asks(label)).count();
    let answered = found.iter().filter(|at| asks(&labels[**at - 1])).count();
    if asked > 0 && answered * 2 >= asked {
        for at in found {
            labels[at] = labels::read_letter(text, lines[at].span, lexicon);
        }
    }
}

/// "Ann Orr" and below "Chief Executive Officer, Kelm Lithium": one label of two lines.
fn join_roles(text: &str, lines: &[Line], labels: &mut [Option<Label>], lexicon: &Lexicon) {
    let office =
        |label: &Label| words::has(&words::words(text, label.name, lexicon), Class::Office);
    for at in 1..lines.len() {
        if let [Some(name), role] = &mut labels[at - 1..=at]
            && !lines[at].gap
            && name.sort != Sort::Known
            && role.is_some_and(|role| office(&role))
        {
            name.whole.end = lines[at].span.end;
            name.sort = Sort::Known;
            *role = None;
        }
    }
}

/// Whether the label stands below a question that has none.
fn is_asked(text: &str, lines: &[Line], labels: &[Option<Label>], at: usize) -> bool {
    let above = at.checked_sub(1).filter(|above| labels[*above].is_none());
    labels[at].is_some() && above.is_some_and(|above| lines[above].span.of(text).ends_with('?'))
}

/// Where only the answers have labels: so many at least.
const ANSWERS: usize = 3;

/// Below a text that is longer than they are: so many labels that come again at least.
const TURNS: usize = 4;

/// What speaks for a transcript.
struct Evidence {
    labels: usize,
    known: usize,
    /// Labels whose name comes more than once.
    repeated: usize,
    /// Different names among those.
    distinct: usize,
    /// Labels of a single word.
    weak: usize,
    /// Labels below a question that has none.
    asked: usize,
    /// Lines from the first label on.
    after: usize,
    /// Share of the text before the first label that reads as prose, in percent.
    prose_before: usize,
    /// Sorted.
    keys: Vec<u64>,
}

impl Evidence {
    fn of(text: &str, lines: &[Line], labels: &[Option<Label>]) -> Self {
        let (mut keys, mut known) = (Vec::new(), 0);
        let (mut after, mut prose, mut weak) = (0, 0, 0);
        for (line, label) in lines.iter().zip(labels) {
            if let Some(label) = label {
                keys.push(label.surname);
                known += usize::from(label.sort == Sort::Known);
                weak += usize::from(label.sort == Sort::Word);
            }
            if !keys.is_empty() {
                after += 1;
            } else if ends_sentence(line.span.of(text)) {
                prose += line.span.len() as usize;
            }
        }
        sort_numbers(&mut keys);
        let (mut repeated, mut distinct) = (0, 0);
        for run in keys.chunk_by(|a, b| a == b).filter(|run| run.len() > 1) {
            repeated += run.len();
            distinct += 1;
        }
        let prose_before = prose * 100 / text.len().max(1);
        let asked = (0..lines.len()).filter(|at| is_asked(text, lines, labels, *at)).count();
        let labels = keys.len();
        Evidence { labels, known, repeated, distinct, weak, asked, after, prose_before, keys }
    }

    /// Enough labels that are surely labels or come again, and dense enough in their part.
    fn is_transcript(&self) -> bool {
        // One who answers many, each of whom asks once, is sure too.
        let others = self.labels - self.repeated;
        let all = self.weak == 0 && self.labels == self.after;
        let sure = self.known >= 2
            // "HOST: ... BENALI: ..." and nothing else
            || self.known >= 1 && all && self.labels >= 2
            || self.repeated >= 3
                && (self.distinct >= 2 || others >= 2 && self.labels * 2 >= self.after)
            // "HALL: ... BENALI: ... HALL: ..." and nothing else; or one answers all questions.
            || self.repeated >= 2
                && (others >= 1 && all
                    || self.asked >= ANSWERS && self.asked == self.labels);
        let dense =
            self.labels * 5 >= self.after || self.known >= 3 && self.known * 12 >= self.after;
        // Below the highlights of a briefing, the questions: nearly every line has a label.
        let full = self.known >= 3 && self.repeated >= TURNS && self.labels * 3 >= self.after * 2;
        sure && dense && (self.prose_before <= 50 || full && self.distinct >= 2)
    }

    fn count(&self, key: u64) -> usize {
        let from = self.keys.partition_point(|k| *k < key);
        self.keys[from..].iter().take_while(|k| **k == key).take(2).count()
    }
}

/// Drops what only looks like a label in this transcript: "Second: ...".
fn drop_unlike(
    text: &str,
    lines: &[Line],
    labels: &mut [Option<Label>],
    evidence: &Evidence,
    lexicon: &Lexicon,
) {
    const NAMES: Classes = Classes::of(&[Class::GivenName, Class::NameParticle, Class::Place]);
    for at in 0..labels.len() {
        // "Standard: When?" between two turns of who answers.
        let who = |at: usize| labels.get(at)?.as_ref().map(|label| label.surname);
        let above = at.checked_sub(1).and_then(who);
        let asks =
            lines[at].span.of(text).ends_with('?') && above.is_some() && above == who(at + 1);
        labels[at].take_if(|label| {
            label.sort == Sort::Word && !asks && evidence.count(label.surname) < 2 && {
                let found = words::words(text, label.name, lexicon);
                found.iter().any(|w| w.id.0 != 0 && !w.classes.has_any(NAMES))
            }
        });
    }
}

/// Drops "Black Sea: Remarks by Ana Ruiz" before labels that are all of questions, and "Interview:
/// Why Ana Ruiz stays" in the first line: no sentence, so a heading.
fn drop_heading(text: &str, lines: &[Line], labels: &mut [Option<Label>], evidence: &Evidence) {
    let Some(first) = labels.iter().position(Option::is_some) else { return };
    let (head, rest) = labels[first..].split_at_mut(1);
    let asked = rest.iter().flatten().all(|label| label.shared);
    let open = !ends_sentence(lines[first].span.of(text));
    head[0].take_if(|label| {
        let once = first == 0 && evidence.count(label.surname) < 2;
        open && (asked && label.sort != Sort::Known || once)
    });
}

/// Drops the labels of the header ("Moderator: Helen Karr", "Ana Quispe: “I doubted a pump”"):
/// those before the first with a sentence of its own, outside quotation marks.
fn drop_header(text: &str, lines: &[Line], labels: &mut [Option<Label>], lexicon: &Lexicon) {
    let says = |at: usize| {
        let Some(label) = &labels[at] else { return false };
        let end = label.whole.end.min(lines[at].span.end);
        let mut said = trim(text, Span::new(end, lines[at].span.end));
        let below = at + 1 + usize::from(end < label.whole.end);
        // "NED ORR: Thank" and below "you all."
        let goes_on = |line: &Line| line.span.of(text).starts_as(char::is_lowercase);
        if (said.is_empty() || lines.get(below).is_some_and(goes_on))
            && let Some(None) = labels.get(below)
        {
            said = lines[below].span;
        }
        let inside = said.of(text);
        if is_quotation(inside) {
            return false;
        }
        let found = words::words(text, said, lexicon);
        let is_small = |w: &words::Word| w.case == Case::Lower && !w.classes.has_any(LINKS);
        found.iter().any(is_small) || ends_sentence(inside) && !found.is_empty()
    };
    if let Some(first) = (0..lines.len()).find(|at| says(*at)) {
        labels[..first].fill(None);
    }
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
    // Where only the questions have labels, what stands under one is the answer.
    let asks = labels.iter().flatten().all(|label| label.shared && !label.name.is_empty());
    // Where only the answers have, each question is a turn of its own.
    let asked = |at: usize| is_asked(page.text, &page.lines, labels, at);
    let answers = (0..labels.len()).all(|at| labels[at].is_none() || asked(at));
    let quoted = are_quoted(page, labels);
    // Below "Interview" the last turn goes on.
    let told = page.lines[..first].iter().any(|line| ends_sentence(line.span.of(page.text)));
    let inside = labels.get(first..=last_label).filter(|_| told);
    let of_one_line = inside.is_some_and(are_of_one_line);
    let mut labelled = 0;
    for (at, line) in page.lines.iter().enumerate().skip(first) {
        let mut said = line.span;
        if let Some(label) = &labels[at] {
            labelled = label.whole.end;
            let end = labelled.min(said.end);
            let picture = Span::new(said.start, label.whole.start);
            let named = picture.of(page.text).strip_suffix(PORTRAIT).unwrap_or_default().len();
            let named = said.start + named as u32;
            out.push(Span::new(picture.start, named), BlockKind::Furniture);
            out.push(Span::new(named, picture.end), BlockKind::Furniture);
            out.push(Span::new(label.whole.start, end), BlockKind::TurnLabel);
            open = Some(turns.len());
            turns.push(turn(label));
            said = trim(page.text, Span::new(end, said.end));
        } else if said.end <= labelled {
            out.push(said, BlockKind::Furniture);
            continue;
        } else if let Some(kind) = line_between(page, at, labels.get(at + 1))
            && !open
                .is_some_and(|open| turns[open].content.is_empty() && notes::is_unheard(page, said))
        {
            out.push(line.span, kind);
            let said = open.is_some_and(|open| !turns[open].content.is_empty());
            if at > last_label
                && said
                && (kind == BlockKind::Heading || notes::closes(page, line.span))
            {
                open = None;
            }
            continue;
        } else if at > last_label
            && let Some(dateline) = datelines::prefix(page, said)
            && !page.dates_in(dateline).is_empty()
        {
            out.push(dateline, BlockKind::Dateline);
            said = trim(page.text, Span::new(dateline.end, said.end));
            open = None;
        } else if asks
            && let Some(asked) = open.filter(|asked| !turns[*asked].label.is_empty())
            && !turns[asked].content.is_empty()
        {
            open = Some(turns.len());
            turns.push(answer(said.start));
        } else if answers && at + 1 < labels.len() && asked(at + 1) {
            open = Some(turns.len());
            turns.push(answer(said.start));
        } else if open.is_some_and(|open| narrates(page, at, turns[open].label))
            || quoted && !is_quotation(said.of(page.text))
            || of_one_line
                && at > last_label
                && open.is_some_and(|open| !turns[open].content.is_empty())
        {
            open = None;
        }
        match open {
            Some(open) => speech(page, said, open, &mut turns, out),
            None => out.push(said, BlockKind::Paragraph),
        }
    }
    turns
}

/// Whether the text is in quotation marks.
fn is_quotation(said: &str) -> bool {
    said.starts_in("“\"«") && said.ends_in("”\"»")
}

/// Whether each of several turns inside a text is of one line: below the last one the text goes on.
fn are_of_one_line(labels: &[Option<Label>]) -> bool {
    labels.len() > 2 && labels.iter().all(Option::is_some)
}

/// Whether all that stands behind labels is in quotation marks: what is not is no part of a turn.
fn are_quoted(page: &Page, labels: &[Option<Label>]) -> bool {
    let mut said = labels.iter().zip(&page.lines).filter_map(|(label, line)| {
        Some(trim(
            page.text,
            Span::new(label.as_ref()?.whole.end.min(line.span.end), line.span.end),
        ))
    });
    said.all(|said| is_quotation(said.of(page.text)))
}

fn turn(label: &Label) -> Turn {
    Turn {
        label: label.name,
        explained: label.explained,
        shared: label.shared,
        content: Vec::new(),
    }
}

/// Whether questions have labels: what has none is the answer.
pub fn are_asked(turns: &[Turn]) -> bool {
    turns.iter().any(is_question)
}

fn is_question(turn: &Turn) -> bool {
    turn.shared && !turn.label.is_empty()
}

/// What stands before the first question, in "Remarks by Ana Ruiz": her own words, where all
/// answers are of one.
pub fn opening(page: &Page, title: Span, turns: &[Turn], blocks: &[Block]) -> Option<Turn> {
    let below = page.lines.iter().find(|line| line.span.start > title.end);
    let below = below.map(|line| words::first_words(page.text, line.span, 1, page.lexicon));
    let title = page.words(title);
    // "Interview by Ana Ruiz": whoever asks.
    let interview = title.iter().any(|word| word.classes.is_interview());
    let mut opening = title.iter().chain(below.iter().flatten());
    let speech = !interview && opening.any(|word| word.id == BY);
    // The moderator does not answer.
    let answers =
        |turn: &&Turn| !is_question(turn) && !words::has(&page.words(turn.label), Class::LabelWord);
    let mut answers = turns.iter().filter(answers);
    let who = answers.next().map(|turn| turn.label.of(page.text));
    let one = answers.all(|turn| Some(turn.label.of(page.text)) == who);
    if !one || !speech || !are_asked(turns) {
        return None;
    }
    let first = turns.first()?.label.start;
    let said = |block: &&Block| block.kind == BlockKind::Paragraph && block.span.end <= first;
    let content: Vec<Span> = blocks.iter().filter(said).map(|block| block.span).collect();
    let own = |span: &Span| words::has(&page.words(*span), Class::First);
    content.iter().any(own).then(|| Turn { content, ..answer(first) })
}

/// A turn without a label, which begins there.
fn answer(start: u32) -> Turn {
    let label = Span::new(start, start);
    Turn { label, explained: None, shared: false, content: Vec::new() }
}

/// A line between turns is no longer than this, in bytes; what is longer is said.
const BETWEEN_BYTES: u32 = 160;
/// Nor is a narrator's line, in words: "The Prime Minister indicated assent."
const NARRATOR_WORDS: usize = 14;
/// Nor a heading.
const HEADING_WORDS: usize = 10;
/// So many words of a line say whether it tells of somebody.
const NARRATED_WORDS: usize = 5;

/// What a line without a label is, if it is not said: a note, a narrator's line, a heading.
fn line_between(page: &Page, at: usize, next: Option<&Option<Label>>) -> Option<BlockKind> {
    let line = page.lines[at].span;
    let inside = line.of(page.text);
    if is_bracketed(page.text, line)
        && notes::brackets(page.text, line).first().is_some_and(|b| b.end + 1 >= line.end)
    {
        return Some(BlockKind::StageNote);
    }
    let ends = ends_sentence(inside);
    let found = if line.len() <= BETWEEN_BYTES { page.words(line) } else { return None };
    let Some(first) = found.first() else { return Some(BlockKind::Furniture) };
    let narrator = found.len() <= NARRATOR_WORDS
        && !words::any(&found, SPEAKING)
        && first.case != Case::Lower
        && inside.find_in("([?!”\"").is_none()
        && words::find(&found, Class::StageWord, page.lexicon).is_some();
    if narrator {
        return Some(BlockKind::StageNote);
    }
    let margin = margin_kind(page, line);
    if ends {
        return margin.filter(|kind| *kind == BlockKind::Furniture && found.len() > NOTICE_WORDS);
    }
    // "BACKGROUND", "NEW ROADS" below what is said in small letters.
    let shouted = || {
        let upper = |words: &[words::Word]| words.iter().all(|word| word.case == Case::Upper);
        let mut above = page.lines[..at].iter().rev().take(2);
        page.lines[at].gap && upper(&found) && above.any(|line| !upper(&page.words(line.span)))
    };
    let heading = found.len() <= HEADING_WORDS
        && first.case.is_capitalised()
        && !inside.ends_in("—–-,;:…")
        && (matches!(next, Some(Some(_))) || shouted());
    margin.or(heading.then_some(BlockKind::Heading))
}

/// Whether a line below what `label` says tells of it: "Strand pressed her plea" under "STRAND:",
/// "Colonel PIKE asked the Minister", "Sister Jean Abbot moved Motion 12." before "She said: ...".
fn narrates(page: &Page, at: usize, label: Span) -> bool {
    let past = |word: &words::Word| {
        let ends = || is_past(word.span.of(page.text));
        word.case == Case::Lower && (word.classes.has(Class::Past) || ends())
    };
    let line = page.lines[at].span;
    let found = words::first_words(page.text, line, NARRATED_WORDS, page.lexicon);
    let titled = found.first().is_some_and(|word| word.classes.has(Class::Honorific));
    if let [name, told @ ..] = &found[usize::from(titled)..] {
        let own = label.of(page.text).rsplit(' ').next();
        let own = own.is_some_and(|own| own.eq_ignore_ascii_case(name.span.of(page.text)));
        let named = own && name.case.is_capitalised() || titled && name.case == Case::Upper;
        let told = told.iter().find(|word| !word.classes.has(Class::Adverb));
        if named && name.next == Some(' ') && told.is_some_and(past) {
            return true;
        }
    }
    let Some(below) = page.lines.get(at + 1) else { return false };
    let below = words::first_words(page.text, below.span, 3, page.lexicon);
    let says = matches!(below[..], [who, said, _] if said.next == Some(':')
        && who.classes.has(Class::Pronoun) && who.case == Case::Title
        && !who.classes.has_any(SPEAKING) && said.classes.has(Class::Speech));
    says && line.len() <= BETWEEN_BYTES && !words::any(&page.words(line), SPEAKING)
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
    if span.of(page.text).has(char::is_alphanumeric) {
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
    // But "[Question in Veyran: approximate translation]"
    let called = page.words(Span::new(label.whole.end.min(inside.end), inside.end));
    let (opening, len) = words::opening(&called, page.lexicon);
    let staged = opening.has(Class::StageWord) && len == called.len();
    (!label.name.is_empty() && label.whole.end < inside.end && !staged).then_some(label)
}
