//! Labels: the words before a turn that say whose it is.
//!
//! [`read`] looks at one line alone and takes what has the form of a label; whether a text is a
//! transcript, and which of the weaker forms are labels in it, is judged in [`super::turns`].
//!
//! ```text
//! MR. DOLAN: ...                              Q1. [903112] Norma Leith (Carrow East) (Lib): ...
//! The Prime Minister (Gareth Pell): ...       [00:01:42] JANE MUIR, CNN ANCHOR: ...
//! The PRESIDING OFFICER. Without ...          Manfred Orr, on behalf of the Group. – Madam ...
//! Mr. Dolan. Thank you ...                    General Orr. It was ...
//! Q  Thank you ...    Q. ...    A. ...        >> Thank you ...    Ned Muir: (00:52)
//! Hon. (Dr.) Wira Lund (Carrow): ...          Q114 Chair: ...     <v Ned Muir>Thank you ...
//! ```

use super::dates::is_clock_word;
use super::label_ends::{colon, dash, is_dashed, shouts, stops_soon};
use super::label_names::{FUNCTION, is_handle, is_name, is_owned, is_person, is_titled};
use super::lines::{ends_sentence, trim};
use super::margins::is_bracketed;
use super::words::{self, Case, SPEAKING, Word};
use crate::lexicon::fixed::{A, AN, ANOTHER, AS, FOR, HALVES, IN, ON, PHOTO, PORTRAIT, TO};
use crate::lexicon::{Class, Classes, Lexicon, is_participle, lower};
use crate::model::{Chars, Fnv, Span};

#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// From the start of the line to the colon, stop or time after the name.
    pub whole: Span,
    /// The name or role alone; empty for `>>`.
    pub name: Span,
    /// The name in brackets after a role.
    pub explained: Option<Span>,
    pub shared: bool,
    pub sort: Sort,
    /// The same for names that end alike: "ADA STONE", "STONE".
    pub surname: u64,
}

/// How surely the words are a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// "Climate:", "Brancu:"
    Word,
    /// "Aurel Brancu:", "BRANCU:", "Security Policy:"
    Named,
    /// With a title, an office, a label word or a time: "MR. DOLAN:", "QUESTION:"
    Known,
}

/// A label is no longer than this, in bytes, brackets left out.
pub const LABEL_BYTES: usize = 200;
/// Nor are its brackets, all together.
pub const BRACKET_BYTES: usize = 160;
/// Nor is a name alone on its line than this.
const BARE_BYTES: usize = 60;
/// Nor the paper that asks: "Q [Kelm Daily]: Why?"
const PAPER_BYTES: usize = 60;
/// Nor a line that tells nothing but the time.
const CLOCK_BYTES: usize = 30;
/// A name has no more words than this: "His Excellency Dr. Jon van der Berg MP".
const NAME_WORDS: usize = 9;
/// Nor has what describes it: "Ann Orr, on behalf of the Group of the Greens".
const DESCRIBED_WORDS: usize = 14;
/// Nor has a role with an article: "The Minister of State in the Ministry of Coal and Minister of
/// State in the Ministry of Public Works and Housing".
const ROLE_WORDS: usize = 28;

/// The label that the line begins with.
pub fn read(text: &str, line: Span, lexicon: &Lexicon) -> Option<Label> {
    let mut line = Line::new(text, line, lexicon);
    if line.rest().starts_with(">>") {
        line.start = line.place(line.rest().past_in(">").trim_start());
        // No label is surer: ">>ANN ORR:".
        line.timed = true;
        return line.with_colon().or_else(|| Some(line.nameless()));
    }
    if let Some(voice) = line.rest().strip_prefix("<v ") {
        let close = line.place(&voice[voice.find_all(">")?..]);
        line.start = line.place(voice);
        return line.label(close, close + 1, Sort::Known);
    }
    let letter = line.single_letter(Letter::Open);
    let marked = || line.with_colon().or_else(|| line.with_stop());
    letter.or_else(|| line.in_column()).or_else(marked)
}

/// "A I did." where the text has letters for labels: no article.
pub fn read_letter(text: &str, line: Span, lexicon: &Lexicon) -> Option<Label> {
    Line::new(text, line, lexicon).single_letter(Letter::Label)
}

/// A name alone on its line, with or without a time: a label if the text repeats it.
pub fn read_bare(text: &str, line: Span, lexicon: &Lexicon) -> Option<Label> {
    // Most lines end here.
    if line.len() as usize > 2 * LABEL_BYTES {
        return None;
    }
    let mut line = Line::new(text, line, lexicon);
    // "Ann Orr Portrait Ann Orr (Carrow) (Lab)"
    if let Some(name) = behind_portrait(line.rest()) {
        (line.start, line.timed) = (line.place(name), true);
        line.span.start = line.start;
    }
    let rest = line.rest();
    // "(Released by the Press Office)"
    if rest.len() > LABEL_BYTES || is_bracketed(text, line.span) {
        return None;
    }
    // "Ann Orr -- Chief Executive Officer"
    let may_have = |dash: &&&str| rest.as_bytes().contains(&dash.as_bytes()[1]);
    let mut dashes = [" -- ", " - ", " – ", " — "].iter().filter(may_have);
    let dashed = dashes.find_map(|dash| rest.split_once(dash));
    // "The Minister of State (Ann Orr)"
    let longest = if rest.ends_with(')') { LABEL_BYTES } else { BARE_BYTES };
    let fits = (1..=longest).contains(&rest.len());
    // "December 20, 2017"
    if dashed.is_none() && !fits || rest.has(is_digit) && line.tells_time() {
        return None;
    }
    if let Some((name, role)) = dashed {
        let end = line.start + name.len() as u32;
        let office =
            words::has(&line.words(Span::new(line.place(role), line.span.end)), Class::Office);
        if office && is_person(&line.words(Span::new(line.start, end))) {
            return line.label(end, line.span.end, Sort::Known);
        }
    }
    let name = rest.before(is_of_time);
    let end = trim(text, Span::new(line.start, line.start + name.len() as u32)).end;
    let (name, after) = rest.split_at((end - line.start) as usize);
    // "Started10:30" is no label either, nor "Yes, please.", but "Ann Orr Jr." is one.
    let stopped = || name.rsplit(' ').next().is_some_and(|last| last.len() > 3);
    let other = after.starts_as(is_digit) || after.starts_in(".") && stopped();
    if !fits || name.ends_in("!?;…") || other {
        return None;
    }
    line.timed |= after.contains(':');
    line.label(end, line.span.end, line.weakest())
}

/// The label in "Ann Orr Portrait Ann Orr (Carrow)", "Photo of Ann OrrAnn Orr (Carrow)".
fn behind_portrait(rest: &str) -> Option<&str> {
    let Some(rest) = rest.strip_prefix(PHOTO) else { return Some(rest.split_once(PORTRAIT)?.1) };
    let twice = rest.split('(').next()?.trim_end();
    let (once, again) = twice.split_at_checked(twice.len() / 2)?;
    (once == again).then(|| &rest[once.len()..])
}

/// What "A" at the start of a line can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    /// A label or an article.
    Open,
    /// A label: the lines around it say so.
    Label,
}

/// A line of which a label may be the beginning.
struct Line<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    span: Span,
    /// Where the name begins: past a time, a question's number and emphasis.
    start: u32,
    /// A time stands there.
    timed: bool,
}

/// "14:05"
fn has_time(lead: &str) -> bool {
    let mut minutes = lead.as_bytes().array_windows();
    minutes.any(|[h, mark, m]| *mark == b':' && h.is_ascii_digit() && m.is_ascii_digit())
}

const fn is_of_time(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | ':' | '.' | ',' | '/' | '(' | ')' | '[' | ']' | ' ' | '\t' | '-' | '–' | '>'
    )
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_')
}

impl<'a> Line<'a> {
    fn new(text: &'a str, span: Span, lexicon: &'a Lexicon) -> Self {
        let mut rest = span.of(text).past_in("*_#•").trim_start();
        let mut timed = false;
        // "Q1.", "T12.", "Q114 Chair"
        if rest.starts_as(|c| c.is_ascii_uppercase()) && rest[1..].starts_as(is_digit) {
            let after = rest[1..].past(is_digit);
            let asked = rest.starts_with('Q') && after.starts_with(' ');
            if after.starts_in(".)") || asked {
                rest = after[1..].trim_start();
            }
        }
        if rest.starts_in("[(") || rest.starts_as(is_digit) {
            let mut after = rest.past(is_of_time);
            // "[3/12/21, 10:14:05 PM]"
            let half = HALVES.iter().find_map(|half| after.strip_prefix(half));
            if let Some(timed) = half.filter(|rest| rest.starts_in("]") || rest.starts_with(" -")) {
                after = timed.past(is_of_time);
            }
            let lead = &rest[..rest.len() - after.len()];
            let open = |c| match c {
                '(' | '[' => 1,
                ')' | ']' => -1,
                _ => 0,
            };
            // Only a bracket that closes belongs to it: "[Hon. Members: ...]" begins with the name.
            if lead.chars().map(open).sum::<i32>() == 0 {
                timed = has_time(lead);
                rest = after;
            } else if let Some(inner) = rest.strip_prefix('[').or(rest.strip_prefix('('))
                // "[Question in Veyran: own translation] When?"
                && let close = if rest.starts_in("[") { "]" } else { ")" }
                && inner.find_in(close).is_none_or(|close| close + 1 == inner.len())
            {
                rest = inner;
            }
        }
        let mut line = Line { text, lexicon, span, start: 0, timed };
        line.start = line.place(rest.past(is_emphasis));
        line
    }

    fn rest(&self) -> &'a str {
        &self.text[self.start as usize..self.span.end as usize]
    }

    /// The position of what is left of the line.
    fn place(&self, rest: &str) -> u32 {
        self.span.end - rest.len() as u32
    }

    fn words(&self, span: Span) -> Vec<Word> {
        words::words(self.text, span, self.lexicon)
    }

    fn weakest(&self) -> Sort {
        if self.timed { Sort::Known } else { Sort::Word }
    }

    /// `>>`
    fn nameless(&self) -> Label {
        Label {
            whole: Span::new(self.span.start, self.start),
            name: Span::new(self.start, self.start),
            explained: None,
            shared: true,
            sort: Sort::Known,
            surname: 0,
        }
    }

    /// "Q Thank you", "Q. Why?", "A: Because", "Q" alone on its line; "A I did".
    fn single_letter(&self, as_what: Letter) -> Option<Label> {
        let rest = self.rest();
        let letter = rest.first().filter(|c| c.is_uppercase())?;
        let (name, after) = rest.split_at(letter.len_utf8());
        if after.starts_as(|c| c.is_alphanumeric() || c == '&') {
            return None;
        }
        let name = Span::new(self.start, self.start + name.len() as u32);
        let word = *self.words(name).first()?;
        // "A.M."
        let clock = after.starts_with(".M.");
        if !word.classes.has(Class::LabelWord) || clock {
            return None;
        }
        // "Q [Kelm Daily]: Why?", "Q (Tribuna): Why?"
        let spoken = after.trim_start();
        if let Some(named) = self.answer_of(spoken) {
            return Some(named);
        }
        let close = match spoken.first() {
            Some('[') => Some("]:"),
            Some('(') => Some("):"),
            _ => None,
        };
        let (near, _) = spoken.split_at(spoken.floor_char_boundary(PAPER_BYTES));
        let paper = close.and_then(|close| near.find_all(close));
        let after = paper.map_or(after, |end| &spoken[end + 1..]);
        let marked = after.past(is_emphasis);
        let marked = if marked.starts_in(".:)") { &marked[1..] } else { marked };
        let marked = marked.past(is_emphasis);
        // "Q – Why?", "Q : Why?"
        let dashed = marked.trim_start().past(|c| matches!(c, '–' | '—' | '-' | ':'));
        let marked = if dashed.starts_in(" ") { dashed } else { marked };
        // "A spokesman" is no label, "Q Why" is one, "A<tab>" too.
        if as_what == Letter::Open
            && marked.len() == after.len()
            && word.classes.is_label_or_article()
            && !after.starts_in("\t\u{a0}")
            && !after.starts_with("  ")
        {
            return None;
        }
        Some(Label {
            whole: Span::new(self.span.start, self.place(marked)),
            name,
            explained: None,
            shared: word.classes.has(Class::SharedLabel),
            sort: Sort::Known,
            surname: key(name.of(self.text)),
        })
    }

    /// "Orrin" in "A. Orrin- It is a long season."
    fn answer_of(&self, spoken: &str) -> Option<Label> {
        let (name, _) = spoken.strip_prefix(". ")?.split_once("- ")?;
        let start = self.place(spoken) + 2;
        let end = start + name.len() as u32;
        let found = self.words(Span::new(start, end));
        let is_name = |word: &Word| {
            word.case.is_capitalised() && (word.id.0 == 0 || word.classes.has(Class::GivenName))
        };
        let line = Line { start, ..*self };
        (found.len() <= 2 && found.iter().all(is_name))
            .then(|| line.label(end, end + 1, Sort::Known))?
    }

    /// "CL          Hello": initials in a column of their own.
    fn in_column(&self) -> Option<Label> {
        let rest = self.rest();
        let said = rest.past(char::is_uppercase);
        let end = self.place(said);
        let gap = said.starts_with("   ") || said.starts_with('\t');
        let numeral = rest.past_in("IVX").len() == said.len();
        if !gap || numeral || !(2..=4).contains(&(end - self.start)) || !ends_sentence(said) {
            return None;
        }
        // But "KWB     Kelm Water Board."
        let speaks = words::any(&self.words(Span::new(end, self.span.end)), SPEAKING);
        self.label(end, end, if speaks { Sort::Known } else { Sort::Named })
    }

    fn with_colon(&self) -> Option<Label> {
        let rest = self.rest();
        let colon = colon(rest)?;
        let mut after = rest[colon..].chars();
        after.next();
        let after = after.as_str();
        if after.starts_as(|c| c.is_ascii_digit() || c == '/') {
            return None;
        }
        // "Update: 8.15 pm"
        if rest.len() <= CLOCK_BYTES && after.has(is_digit) && self.tells_time() {
            return None;
        }
        let after = after.past(is_emphasis);
        let (mut whole_end, mut weakest) = (self.place(after), self.weakest());
        // "Ned Muir: (00:52)"
        let spoken = after.trim_start();
        let untimed = spoken.past(is_of_time);
        let time = &spoken[..spoken.len() - untimed.len()];
        if time.starts_in("([") && time.contains(':') && !untimed.starts_as(char::is_lowercase) {
            whole_end = trim(self.text, Span::new(self.start, self.place(untimed))).end;
            weakest = Sort::Known;
        }
        let end = self.start + colon as u32;
        // "Q3 Karl Brand: Why?"
        let numbered = self.start > self.span.start && self.span.of(self.text).starts_with('Q');
        let found = if numbered { self.words(Span::new(self.start, end)) } else { Vec::new() };
        if is_person(&found) && found[0].classes.has(Class::GivenName) {
            weakest = Sort::Known;
        }
        let stamped = self.timed && self.span.of(self.text).starts_with('[');
        if is_handle(&rest[..colon], stamped) {
            let (name, sort) = (Span::new(self.start, end), weakest.max(Sort::Named));
            let (whole, surname) = (Span::new(self.span.start, whole_end), key(name.of(self.text)));
            return Some(Label { whole, name, explained: None, shared: false, sort, surname });
        }
        let label = self.label(end, whole_end, weakest)?;
        (label.sort == Sort::Known || !rest[colon..].starts_in("—")).then_some(label)
    }

    /// "The PRESIDING OFFICER. Without", "Mr. ORR. Mr. President, I", "Ann Orr (Group). – Madam".
    fn with_stop(&self) -> Option<Label> {
        let rest = self.rest();
        // Most lines end here.
        let dashed = || is_dashed(rest);
        if !rest.starts_as(char::is_uppercase) || !(shouts(rest) || stops_soon(rest) || dashed()) {
            return None;
        }
        // "The CHAIRMAN.", but "THIS IS A COPY."
        let span = Span::new(self.start, self.span.end);
        let first = words::first_words(self.text, span, 1, self.lexicon);
        let titled = words::any(&first, TITLED) && !words::has(&first, Class::Pronoun);
        if !titled && !dashed() {
            return None;
        }
        // The first full stop that does not belong to a title or an initial.
        for (stop, _) in
            rest.bytes().take(LABEL_BYTES).enumerate().filter(|(_, byte)| *byte == b'.')
        {
            // "The MINISTER OF TRANSPORT (Mrs. Bah)."
            let before = &rest.as_bytes()[..stop];
            let count = |mark: u8| before.iter().filter(|byte| **byte == mark).count();
            if count(b'(') > count(b')') {
                continue;
            }
            let end = self.start + stop as u32;
            if let Some(dash) = dash(&rest.as_bytes()[stop..]) {
                let label = self.label(end, end + dash - 1, Sort::Named)?;
                let found = self.words(label.name);
                // "Manfred Orr (Group). –", but "Port Halden (NNA). –"
                let person = is_person(&found) && found[0].classes.has(Class::GivenName);
                let sure = person && label.name.end < end;
                return Some(Label { sort: if sure { Sort::Known } else { label.sort }, ..label });
            }
            let found = self.words(self.name(self.start, end).0);
            let last = found.last()?;
            let short = last.classes.has(Class::Honorific) && last.span.len() <= 4;
            // "Mr K.L. Orr"
            let initials = last.case == Case::Initial || last.span.of(self.text).contains('.');
            let abbreviated = short || initials || last.classes.has(Class::Abbreviation);
            let after = &rest[stop + 1..];
            if abbreviated || !after.starts_with(' ') {
                continue;
            }
            let is_loud = |case| matches!(case, Case::Upper | Case::Initial);
            let shouted =
                found.get(1).is_some_and(|word| is_loud(word.case) && word.span.len() > 1);
            let after = after.trim_start();
            let sentence = after.starts_in("(“\"[") || after.starts_as(char::is_uppercase);
            if !(titled && sentence && (shouted || is_titled(&found))) {
                return None;
            }
            let label = self.label(end, end + 1, Sort::Known)?;
            let sort = if shouted { label.sort } else { Sort::Named };
            return Some(Label { sort, ..label });
        }
        None
    }

    /// The words from `start` to `end` up to the first bracket, and the inside of that; in "Hon.
    /// (Dr.) Wira Lund" those behind it.
    fn name(&self, start: u32, end: u32) -> (Span, Option<Span>) {
        let whole = Span::new(start, end);
        let inside = whole.of(self.text);
        match inside.find_in("([") {
            Some(open) if open > 0 => {
                let rest = &inside[open + 1..];
                let close = rest.find_in(")]").unwrap_or(rest.len());
                let open = start + open as u32;
                let bracket = Span::new(open + 1, open + 1 + close as u32);
                let behind = trim(self.text, Span::new((bracket.end + 1).min(end), end));
                let degree = |word: &Word| word.classes.has(Class::Honorific);
                if !behind.is_empty() && self.words(bracket).iter().all(degree) {
                    return self.name(behind.start, end);
                }
                (Span::new(start, open), Some(bracket))
            }
            _ => (whole, None),
        }
    }

    /// The label that ends at `whole_end`, and its name, description and all, at `end`, if the
    /// words can be a name.
    fn label(&self, end: u32, whole_end: u32, weakest: Sort) -> Option<Label> {
        let (named, bracket) = self.name(self.start, end);
        let found = self.words(named);
        let (name, described) = self.parted(named, &found);
        let (first, last) = (name.first()?, name.last()?);
        if !self.may_label(name, described) {
            return None;
        }
        let labelled = words::has(name, Class::LabelWord);
        if self.is_furniture(name, labelled) || is_owned(name) {
            return None;
        }
        let office = words::has(name, Class::Office);
        let article = first.classes.has(Class::Determiner);
        let honorific = first.classes.has(Class::Honorific) || named.start > self.start;
        let one_more = name.len() > 1 && matches!(first.id, A | AN | ANOTHER);
        let capitals = name.iter().filter(|word| word.case.is_capitalised()).count();
        let sort = if honorific || labelled || office && (article || capitals == name.len()) {
            Sort::Known
        } else if capitals >= 2
            || (first.case == Case::Upper && first.span.len() >= 3)
            || !described.is_empty()
            || bracket.is_some()
            || one_more
        {
            weakest.max(Sort::Named)
        } else if first.classes.has_any(FUNCTION) && first.case != Case::Upper {
            return None;
        } else {
            weakest
        };
        let role = office || labelled || article;
        let explains = |bracket: &Span| role && !honorific && is_person(&self.words(*bracket));
        let explained = bracket.filter(explains);
        // "The Minister of State, Department of Health (Ann Orr)"
        let held = described.last().filter(|_| explained.is_some()).unwrap_or(last);
        let mut span = first.span.to(held.span);
        // The stop of "Jr." or of an initial belongs to the name.
        if held.dotted && held.case == Case::Initial && span.end < end {
            span.end += 1;
        }
        Some(Label {
            whole: Span::new(self.span.start, whole_end),
            name: span,
            explained: explained.map(|bracket| trim(self.text, bracket)),
            // "QUESTION", "Hon. Members", "Noble Lords", "A NOBLE LORD"
            shared: words::find(name, Class::SharedLabel, self.lexicon).is_some() || one_more,
            sort,
            // "Speaker 2" and "J" are not told apart by their ends alone.
            surname: key(match last.case {
                Case::Upper | Case::Title if !role => last.span.of(self.text),
                _ if one_more => last.span.of(self.text),
                _ => span.of(self.text),
            }),
        })
    }

    /// "JANE MUIR" and "ANCHOR" in "JANE MUIR, ANCHOR", "Ann Orr" and the rest in "Ann Orr — Kelm
    /// Bank — Analyst"; but all of "MUIR, J."
    fn parted<'w>(&self, named: Span, found: &'w [Word]) -> (&'w [Word], &'w [Word]) {
        let dash = named.of(self.text).find_all(" — ").map(|at| named.start + at as u32);
        let parts = |at: &usize| {
            let word = &found[*at];
            word.next == Some(',') || dash == Some(word.span.end) && is_person(&found[..*at + 1])
        };
        let comma = (0..found.len()).find(parts);
        let (name, described) = found.split_at(comma.map_or(found.len(), |at| at + 1));
        if described.iter().all(|word| word.case == Case::Initial) {
            found.split_at(found.len())
        } else {
            (name, described)
        }
    }

    /// Whether nothing speaks against the words being somebody's name and what he is.
    fn may_label(&self, name: &[Word], described: &[Word]) -> bool {
        // "Dr. Latif, who built it, explained:" is a report, "TOURNAVILLE, May 15th. –" a dateline.
        const NO_ROLE: Classes = Classes::of(&[Class::Pronoun, Class::Month]);
        let tells = |word: &Word| {
            word.case == Case::Lower
                && word.classes.has(Class::Speech)
                && word.classes.has(Class::Past)
        };
        let is_role = || {
            !described.last().is_some_and(tells)
                && !described.iter().any(|word| word.classes.has_any(NO_ROLE))
        };
        let role = name.first().is_some_and(|first| first.classes.has(Class::Determiner));
        name.len() <= if role { ROLE_WORDS } else { NAME_WORDS }
            && described.len() <= DESCRIBED_WORDS
            && is_name(name)
            && !self.leads(name)
            && is_role()
    }

    /// "Section 3", "Related stories"; but "Speaker 2", "Person 1".
    fn is_furniture(&self, name: &[Word], labelled: bool) -> bool {
        let counted = labelled || words::any(name, COUNTED);
        let numbers = name.iter().filter(|word| word.case == Case::Number).count();
        let (opening, len) = words::opening(name, self.lexicon);
        numbers > usize::from(counted)
            || opening.has(Class::FurnitureWord) && len == name.len() && (!labelled || len > 1)
    }

    /// Whether every word of the line is of a date or a clock.
    fn tells_time(&self) -> bool {
        self.words(self.span).iter().all(|word| is_clock_word(self.text, word))
    }

    /// "Turning to Kelm", "As for Kelm", "On Kelm", "In Kelm": what comes next, and nobody.
    fn leads(&self, name: &[Word]) -> bool {
        let begins = |word: &Word| word.id == AS || is_participle(word.span.of(self.text));
        match name {
            [on, _, ..] if matches!(on.id, ON | IN) => true,
            [first, to, ..] => {
                begins(first) && to.case == Case::Lower && matches!(to.id, TO | FOR | ON)
            }
            _ => false,
        }
    }
}

const TITLED: Classes = Classes::of(&[Class::Honorific, Class::Office, Class::Determiner]);

/// Several of these are told apart by numbers.
const COUNTED: Classes = Classes::of(&[Class::Office, Class::Person]);

/// The same for names that differ in case and marks only.
fn key(name: &str) -> u64 {
    let mut hash = Fnv::new();
    for c in name.chars().filter(|c| c.is_alphanumeric()) {
        hash.push(lower(c) as u32);
    }
    hash.0
}
