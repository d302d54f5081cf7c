//! Head and tail: title, institution lines, bylines, dates, share rows.
//!
//! The head goes from the first line to the first that reads as prose. Of the lines that could be
//! the title the best is taken, the earlier of equals: a title is longer than the name of an
//! institution or of a person, and has words that such names have not.

use super::dates::{self, RANGE_BYTES, Written};
use super::lines::{ends_sentence, opens_quotation};
use super::page::Page;
use super::words::{self, Case, SMALL, Word};
use super::{datelines, markers};
use crate::lexicon::fixed::{HAD, HEARS, NO, WAS, WERE};
use crate::lexicon::{Class, Classes};
use crate::model::{BlockKind, Chars, Script, Span};
use std::ops::{Range, RangeInclusive};

pub struct Head {
    /// One kind for each line of the head.
    pub kinds: Vec<BlockKind>,
    pub title: Option<Title>,
}

pub struct Title {
    /// The headline, without an appended date.
    pub span: Span,
    /// The lines it stands on.
    pub lines: Range<usize>,
    /// The date that belongs to the headline: ": 3 June 2025".
    pub date: Option<Span>,
}

/// Heads are not longer than this, in lines.
const HEAD_LINES: usize = 40;

/// The record of a sitting may have prose above its title, so near before the first turn, in lines.
const OPENING_LINES: usize = 6;

/// The head, which ends before line `limit` at the latest.
pub fn head(page: &Page, limit: usize) -> Head {
    let limit = limit.min(HEAD_LINES);
    let mut kinds = Vec::new();
    let mut best: Option<(i32, usize)> = None;
    for (at, line) in page.lines.iter().enumerate().take(limit) {
        let span = line.span;
        let kind = margin_kind(page, span).or_else(|| foreign(page, line.script));
        if kind.is_none() && reads_as_prose(page, span, best.is_none()) {
            // "The House met at 2.30 p.m." stands above the title of what it debates.
            if page.is_sitting && at + OPENING_LINES >= limit {
                kinds.push(BlockKind::Paragraph);
                continue;
            }
            break;
        }
        let kind = kind.or_else(|| is_bracketed(page.text, span).then_some(BlockKind::Furniture));
        kinds.push(kind.unwrap_or(BlockKind::Heading));
        if kind.is_none()
            && let Some(score) = score(page, span)
            && best.is_none_or(|(of_best, _)| score > of_best)
        {
            best = Some((score, at));
        }
    }
    // Without a body there is nothing that a line could be the title of.
    let body = kinds.len() < page.lines.len();
    let title =
        best.filter(|(score, _)| *score >= 0 && body).map(|(_, at)| title(page, at, &kinds));
    if !body && title.is_none() {
        kinds.clear();
    }
    for (at, kind) in kinds.iter_mut().enumerate() {
        let before = title.as_ref().is_none_or(|title| at < title.lines.start);
        if title.as_ref().is_some_and(|title| title.lines.contains(&at)) {
            *kind = BlockKind::Title;
        } else if *kind == BlockKind::Heading
            && (before || !is_standfirst(page, page.lines[at].span))
        {
            *kind = BlockKind::Furniture;
        }
    }
    Head { kinds, title }
}

/// A line of the tail that is no furniture is no longer than this, in bytes.
const TAIL_BYTES: u32 = 120;

/// Where the tail begins: the lines before `limit` and below the last that reads as prose or as a
/// list.
pub fn tail(page: &Page, body: usize, limit: usize) -> usize {
    let mut tail = limit;
    while tail > body {
        let span = page.lines[tail - 1].span;
        let above = |at: usize| page.lines[at].span.of(page.text).ends_in(":;");
        let short = span.len() <= TAIL_BYTES
            && !ends_sentence(span.of(page.text))
            && markers::marker(page.text, span).is_none()
            && !(tail - 1 > body && above(tail - 2));
        if !short && margin_kind(page, span).is_none() {
            break;
        }
        tail -= 1;
    }
    // A text of nothing but short lines has no tail.
    if tail == body { limit } else { tail }
}

/// What stands in the margins is no longer than this, in bytes: a longer line is a paragraph.
pub const MARGIN_BYTES: u32 = 240;

/// "All contents Copyright ©" is no longer, in bytes.
const MARK_BYTES: usize = 28;

/// Furniture has no more words than this, if it is not told by its form.
const FURNITURE_WORDS: usize = 24;

/// A phrase of the table with more words than this opens furniture, sentence or not.
pub const NOTICE_WORDS: usize = 4;

/// So many words of a line are looked at for what opens furniture: the longest phrase of the table.
const OPENING_WORDS: usize = 6;

/// Furniture, datelines and notes that stand on a line of their own, whatever is around them.
pub fn margin_kind(page: &Page, line: Span) -> Option<BlockKind> {
    let inside = line.of(page.text);
    if line.len() > MARGIN_BYTES {
        return None;
    }
    // "Copyright © 2017 by Lorne Radio. All rights reserved."
    let mark = inside.split_once('©').filter(|(before, _)| before.len() <= MARK_BYTES);
    let owned = mark.is_some_and(|(before, _)| before.is_empty() || before.ends_in(" ("));
    if owned || !inside.has(char::is_alphanumeric) {
        return Some(BlockKind::Furniture);
    }
    let dates = page.dates_in(line);
    if !dates.is_empty()
        && (dates::is_only_dates(page.text, line, dates, page.lexicon)
            || is_place_and_date(page, line, dates))
    {
        return Some(BlockKind::Dateline);
    }
    // "15 May 2003 : Column 212"
    if let [date, ..] = dates
        && date.weekday == line.start
        && margin_kind(page, Span::new(date.span.end, line.end)) == Some(BlockKind::Furniture)
    {
        return Some(BlockKind::Furniture);
    }
    if !ends_sentence(inside) {
        if is_caption(page, line) {
            return Some(BlockKind::Furniture);
        }
        // "News » Meetings" is a path, whatever its length.
        let path = inside.has(is_path_mark) && !inside.has(|c| c == '«');
        let least = if path || !dates.is_empty() { 1 } else { 2 };
        if parts_of_row(page, line) > least {
            return Some(BlockKind::Furniture);
        }
    }
    let first = words::first_words(page.text, line, OPENING_WORDS, page.lexicon);
    let few = first.len() < OPENING_WORDS && dates.is_empty();
    if few
        && inside.has(|c| c.is_ascii_digit())
        && first.iter().all(|w| dates::is_clock_word(page.text, w))
    {
        return Some(BlockKind::Furniture);
    }
    let bracketed = is_bracketed(page.text, line);
    let (opening, len) = words::opening(&first, page.lexicon);
    if !bracketed && !opening.has(Class::FurnitureWord) {
        return None;
    }
    let found = page.words(line);
    if opening.has(Class::FurnitureWord) {
        let alone = len == found.len() && !opens_quotation(inside);
        let colon = found[len - 1].next == Some(':');
        // "Press release No. 214/25"
        let is_no = found.get(len).is_some_and(|word| word.id == NO);
        let next = found.get(len + usize::from(is_no));
        let free = len > 1 && !opening.opens_line_or_title();
        let counted = next.is_some_and(|word| {
            // "Column WA12"
            word.span.of(page.text).has(|c| c.is_ascii_digit())
                || page.dates_in(line).iter().any(|d| d.weekday <= word.span.start)
        });
        let named = opening.opens_byline() && next.is_some_and(|word| word.case.is_capitalised());
        let sentence = ends_sentence(inside) || found.len() > FURNITURE_WORDS;
        // "Home > News of the Office > Remarks by the Secretary of the Council"
        let path = next.is_some_and(|next| {
            inside[..(next.span.start - line.start) as usize].has(is_path_mark)
        });
        // "Transcript: Interview with Ada Stone" is a title.
        // "Sources: Ministry knew of toxic sludge" is one too.
        let told = opening.has(Class::Noun) && tells(&found[len..]);
        let colon = colon && found.len() <= FURNITURE_WORDS && !opening.opens_line_or_title();
        // "This is a rush transcript. It may be updated."
        let notice = len > NOTICE_WORDS;
        if alone || path || notice || !told && (colon || !sentence && (free || counted || named)) {
            return Some(BlockKind::Furniture);
        }
    }
    if bracketed && words::has(&found, Class::StageWord) {
        return Some(BlockKind::StageNote);
    }
    if bracketed && words::has(&found, Class::FurnitureWord) {
        return Some(BlockKind::Furniture);
    }
    None
}

/// "The mayor at the dam (File photo)", "Ana Ruiz. Photo: Tom Hale", "Ana Ruiz ©Lorne News"
fn is_caption(page: &Page, line: Span) -> bool {
    let inside = line.of(page.text);
    let bracket = if inside.ends_in(")]") { inside.rfind(['(', '[']) } else { None };
    let tells = |word: &Word| {
        let credit = word.case.is_capitalised() && word.next == Some(':');
        word.classes.is_picture()
            && (credit || bracket.is_some_and(|open| word.span.start > line.start + open as u32))
    };
    // The words are looked up only where one could tell.
    let may_tell = bracket.is_some() || inside.has(|c| c == ':');
    inside.has(|c| c == '©') || may_tell && page.words(line).iter().any(tells)
}

/// "The Ledger · Published 8 November 2025 · 9 min read", "Home › President › Events": how many
/// short parts stand between bars and dots, none where one of them is long.
fn parts_of_row(page: &Page, line: Span) -> u32 {
    let inside = line.of(page.text);
    let (mut start, mut parts) = (line.start, 0);
    let quotes = inside.has(|c| c == '«');
    let bar = |c: char| matches!(c, '|' | '·' | '•' | '~' | '[') || is_path_mark(c) && !quotes;
    let bars = inside.char_indices().filter(|(_, c)| bar(*c));
    let ends = bars.map(|(at, c)| (line.start + at as u32, c.len_utf8() as u32));
    for (end, mark) in ends.chain([(line.end, 0)]) {
        if page.words(Span::new(start, end)).len() > PART_WORDS {
            return 0;
        }
        (start, parts) = (end + mark, parts + 1);
    }
    parts
}

/// Between the parts of "Home › News".
fn is_path_mark(c: char) -> bool {
    matches!(c, '›' | '>' | '»')
}

/// "19th electoral term – 87th sitting": short parts between dashes, numbered; "33rd & 34th
/// Meetings (AM & PM)".
fn is_series(page: &Page, line: Span, found: &[Word]) -> bool {
    let inside = line.of(page.text);
    let counts =
        |word: &Word| dates::is_clock_word(page.text, word) || word.classes.only_takes_place();
    if found.iter().all(counts) && inside.has(|c| c.is_ascii_digit()) {
        return true;
    }
    let mut parts = inside.split(['–', '—']).peekable();
    let several = parts.clone().nth(1).is_some();
    several
        && page.dates_in(line).is_empty()
        && inside.has(|c| c.is_ascii_digit())
        && parts.all(|part| part.split_whitespace().count() <= 3)
}

/// A part of a row has no more words than this; a title has more.
const PART_WORDS: usize = 5;

/// Whether the whole line stands in brackets.
pub fn is_bracketed(text: &str, line: Span) -> bool {
    let inside = line.of(text);
    inside.starts_in("([") && inside.before_in(".").ends_in(")]")
}

/// "Carrick, 9 November 2023"
fn is_place_and_date(page: &Page, line: Span, dates: &[Written]) -> bool {
    let first = dates[0].weekday;
    let place = page.words(Span::new(line.start, first));
    let dated = Span::new(first, line.end);
    (1..=4).contains(&place.len())
        && place.iter().all(|word| word.case != Case::Lower && word.case != Case::Number)
        && place.last().is_some_and(|word| word.next == Some(','))
        && !words::has(&place, Class::Occasion)
        && dates::is_only_dates(page.text, dated, dates, page.lexicon)
}

/// A line in another script than the document's.
fn foreign(page: &Page, script: Script) -> Option<BlockKind> {
    (script != page.script && script != Script::Other).then_some(BlockKind::Furniture)
}

/// A line of the head is no longer than this, in bytes.
const HEAD_BYTES: u32 = 260;
/// Nor is one with a number or a bullet before it.
const NUMBERED_BYTES: u32 = 60;
/// Nor, in words, one that ends in a colon: "For immediate release:"
const LEAD_WORDS: usize = 6;
/// Words of a headline that ends like a sentence: "Who pays for the dam?"
const TITLE_WORDS: RangeInclusive<usize> = 2..=18;

/// Whether the line ends the head: a sentence, a numbered paragraph, a long line.
fn reads_as_prose(page: &Page, line: Span, title_open: bool) -> bool {
    let inside = line.of(page.text);
    // "NAWA – Nahwan News Agency" is too short for a story behind a dateline.
    let story = || line.len() > STORY_BYTES || ends_sentence(inside);
    if line.len() > HEAD_BYTES || story() && datelines::prefix(page, line).is_some() {
        return true;
    }
    if markers::marker(page.text, line).is_some_and(|marker| !marker.of(page.text).starts_with('#'))
    {
        return line.len() > NUMBERED_BYTES || ends_sentence(inside);
    }
    // "Sixty-second Session,"
    if inside.ends_in(";,") {
        let found = page.words(line);
        let sitting = found.iter().any(|word| word.classes.only_takes_place());
        return !(title_open && sitting && found.len() <= LEAD_WORDS);
    }
    if !ends_sentence(inside) {
        // A sentence that leads over: "The President said:"
        return inside.ends_with(':') && page.words(line).len() > LEAD_WORDS;
    }
    if !title_open {
        return true;
    }
    // A headline may end in a question or a quotation; some archives add a full stop.
    let found = page.words(line);
    let quoted = inside.ends_in(CLOSING);
    let asks = inside.before_in(CLOSING).ends_in("?!…");
    let fits = TITLE_WORDS.contains(&found.len());
    !(fits && (asks && !quoted || is_in_title_case(&found) || is_headline(page, line, &found)))
}

/// A line behind a dateline is longer, in bytes, or a sentence.
const STORY_BYTES: u32 = 80;

/// Marks that close a quotation.
const CLOSING: &str = "\"”’'»";

/// The first line, short, apart from at least three longer ones: a headline with a full stop.
fn is_headline(page: &Page, line: Span, found: &[Word]) -> bool {
    const OPENING: Classes = Classes::of(&[Class::Determiner, Class::Pronoun]);
    found.first().is_some_and(|word| !word.classes.has_any(OPENING))
        && !found.iter().any(is_of_story)
        && line.of(page.text).find_all(". ").is_none()
        && matches!(&page.lines[..], [first, body @ ..] if first.span == line
            && body.len() >= 3
            && body[0].gap
            && body.iter().take(3).any(|line| line.span.len() > first.span.len() * 3 / 2))
}

/// "was", "on Monday": a headline is told in the present and of today.
fn is_of_story(word: &Word) -> bool {
    matches!(word.id, WAS | WERE | HAD) || word.classes.has(Class::Weekday)
}

/// All words but small ones have capitals, or nearly all.
fn is_in_title_case(found: &[Word]) -> bool {
    let words = found.iter().filter(|word| !is_function(word)).count();
    let small = small_words(found);
    let capital = words - small;
    capital >= 2 && capital >= small * 4
}

/// How well the line would do as a title; none where it cannot be one.
fn score(page: &Page, line: Span) -> Option<i32> {
    let inside = line.of(page.text);
    let dates = page.dates_in(line);
    let mut found = page.words(line);
    found.retain(|word| !dates.iter().any(|date| date.holds(word.span)));
    let mut score = match found.len() {
        _ if inside.ends_with(':') => return None,
        0 => return None,
        1 => -4,
        2 => -1,
        3 => 0,
        4 => 1,
        5..=26 => 2,
        _ => 0,
    };
    // A forum that has a secretariat is none.
    let occasion = found.iter().any(|word| word.classes.only_takes_place());
    let small = small_words(&found);
    let verb = tells(&found);
    // "• Calls of the Minister", in an index of what follows
    if markers::marker(page.text, line).is_some() && !inside.starts_with('#') {
        score -= 4;
    }
    if is_series(page, line, &found) {
        score -= 4;
    }
    score += i32::from(occasion) * 2 + i32::from(small > 0) + i32::from(verb || small > 2);
    // Of two good ones the first is the title, the second its standfirst.
    score = score.min(3) + i32::from(inside.starts_with('#')) * 3;
    if !occasion && small == 0 && !verb {
        if is_institution(&found) {
            score -= 4;
        } else if is_person_or_place(&found) {
            score -= 3;
        }
    } else if !occasion && small == 1 && !verb && is_institution(&found) {
        // "Parliament of Strathlorne – Committee news"
        score -= 1;
    }
    Some(score)
}

/// Whether a verb is among the words.
fn tells(found: &[Word]) -> bool {
    let finite = |word: &Word| word.classes.has_any(Classes::FINITE) || word.id == HEARS;
    // "Roads Closing, Officials | Say"
    const SAY: Classes = Classes::of(&[Class::Speech, Class::Base]);
    let say = found.last().filter(|last| SAY.without_any(last.classes) == Classes::default());
    let mut verbs = found.iter().filter(|word| finite(word)).chain(say);
    verbs.any(|word| !word.classes.has(Class::Noun))
}

fn is_function(word: &Word) -> bool {
    word.classes.has_any(SMALL)
}

/// How many words have no capital and are no function words.
fn small_words(found: &[Word]) -> usize {
    found.iter().filter(|word| word.case == Case::Lower && !is_function(word)).count()
}

/// "Ministry of Foreign Affairs of the Republic of Veyra", "Prime Minister's Office", "Kelm Daily"
fn is_institution(found: &[Word]) -> bool {
    // But "Inquiry into the Ferry Programme"
    let ends = |at: usize| {
        at + 1 == found.len() || is_function(&found[at + 1]) && found[at + 1].span.len() <= 3
    };
    let body = |at: usize| found[at].classes.has(Class::Body);
    found.len() <= 12
        && (0..found.len().min(6)).any(|at| body(at) && (ends(at) || found.len() <= 3))
        && !found.iter().any(|word| word.next == Some(':'))
}

/// "Peter Dolan, Department Spokesperson", "Castleton, District of Avaloria"
fn is_person_or_place(found: &[Word]) -> bool {
    const OFFICE: Classes = Classes::of(&[Class::Office, Class::Honorific]);
    // But "Statement by the President"
    let office = words::any(found, OFFICE) && !words::has(found, Class::NounCue);
    found.len() <= 8 && found[..found.len() - 1].iter().any(|w| w.next == Some(','))
        || office && found.len() <= 4
}

/// A sentence without a full stop below the title, not the name of a place or person.
fn is_standfirst(page: &Page, line: Span) -> bool {
    let found = page.words(line);
    found.len() >= 6 && small_words(&found) >= 2
}

fn title(page: &Page, at: usize, kinds: &[BlockKind]) -> Title {
    let text = page.text;
    let mut last = at;
    while let Some(next) = page.lines.get(last + 1).filter(|next| !next.gap) {
        if kinds.get(last + 1) != Some(&BlockKind::Heading)
            || !goes_on(page, page.lines[last].span, next.span)
        {
            break;
        }
        last += 1;
    }
    let mut whole = page.lines[at].span.to(page.lines[last].span);
    if let Some(marker) = markers::marker(text, whole) {
        whole = Span::new(marker.end, whole.end);
        whole = super::lines::trim(text, whole);
    }
    let other_date = page.lines[..kinds.len()].iter().enumerate().any(|(other, line)| {
        !(at..=last).contains(&other) && page.dates_in(line.span).iter().any(|date| !date.range)
    });
    let mut title = Title { span: whole, lines: at..last + 1, date: None };
    let dates = page.dates_in(whole);
    let Some(date) = dates.last() else { return title };
    let start = match dates {
        [.., first, second]
            if first.range && second.range && first.span.end + RANGE_BYTES > second.weekday =>
        {
            first.weekday
        }
        _ => date.weekday,
    };
    let after = page.words(Span::new(date.span.end, whole.end));
    if !after.iter().all(|word| dates::is_clock_word(text, word)) || start == whole.start {
        return title;
    }
    let before = text[whole.start as usize..start as usize].trim_end();
    let head = before.before_in(" -–—―|·,([•/").trim_end();
    // "Joint statement (Lorne, Veyra, 4 May 2015)"
    let open = head.rfind('(').filter(|open| !head[*open..].contains(')'));
    let head = open.map_or(head, |open| head[..open].trim_end());
    let mark = before[head.len()..].trim_start().first();
    let appended = match mark {
        Some('(' | '[' | '|' | '·' | '•') => true,
        // Another date says when the text came out: this one is what the title tells of.
        Some(_) => !other_date,
        None => false,
    };
    if appended && !head.is_empty() {
        title.span.end = whole.start + head.len() as u32;
    } else {
        title.date = Some(date.span);
    }
    title
}

/// Whether a title goes on in the next line.
fn goes_on(page: &Page, line: Span, next: Span) -> bool {
    let (above, below) = (page.words(line), page.words(next));
    let (Some(last), Some(first)) = (above.last(), below.first()) else { return false };
    let shouted = |words: &[Word]| {
        words.iter().all(|w| matches!(w.case, Case::Upper | Case::Number | Case::Initial))
    };
    let open = last.case == Case::Lower && is_function(last);
    open || first.case == Case::Lower && !next.of(page.text).starts_as(char::is_numeric)
        || shouted(&above) && shouted(&below) && above.len() > 2
}
