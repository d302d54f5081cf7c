//! Calendar dates as written.
//!
//! [`find`] goes from number to number and looks at what stands around it, so a text costs little
//! more than a pass over its bytes. Forms: `2 July 2019`, `2 /Jul/ 2019`, `2 -Jul- 2019`, `4th of
//! March`, `July 2, 2019`, `02.07.2019`, `2019-07-02`, `7-9 November` (two dates), `2024年5月21日`,
//! Solar Hijri. Which year, order of day and month, and role they have is judged from the whole
//! text: [`roles`].

mod calendar;
pub mod roles;

use super::words;
use crate::lexicon::fixed::{CLOCK, DAY, DE, DI, ELIDED_DI, IN, OF, THE, ZONES};
use crate::lexicon::{Class, Classes, Lexicon, is_invisible, past_ordinal};
use crate::model::{Chars, Span, WordId, is_combining};
use calendar::Calendar;
use std::ops::Range;

/// A date before its year, order and role are settled.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    pub span: Span,
    /// The weekday before it, no comma between, or where the date itself begins.
    pub weekday: u32,
    pub year: Option<u16>,
    pub month: u8,
    pub day: u8,
    pub calendar: Calendar,
    pub order: Order,
    /// One end of "7-9 November".
    pub range: bool,
}

/// How day and month are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 2 July: the month has a name.
    DayMonth,
    /// July 2
    MonthDay,
    /// 02.07.2019, 2019-07-02: by the marks between.
    Marked,
    /// 22/07/2019: the numbers allow one order only; read by day first.
    OnlyDayFirst,
    /// 07/22/2019
    OnlyMonthFirst,
    /// 02/07/2019: read by day first until something settles it.
    Open,
}

/// All dates, in text order.
pub fn find(text: &str, lexicon: &Lexicon) -> Vec<Written> {
    let mut finder = Finder { text, lexicon, found: Vec::new() };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| b.is_ascii_digit() || is_digit_lead(*b))
    {
        at += step;
        at = match number(text, at) {
            Some(first) => finder.date_at(first).unwrap_or(first.end).max(first.end),
            // The leads are those of characters of two bytes.
            None => at + 2,
        };
    }
    finder.join_ranges();
    finder.found
}

/// First byte of Arabic-Indic and Persian digits.
const fn is_digit_lead(byte: u8) -> bool {
    matches!(byte, 0xd9 | 0xdb)
}

#[derive(Clone, Copy, Debug)]
struct Number {
    value: u16,
    digits: u8,
    start: usize,
    end: usize,
}

impl Number {
    fn is_day(self) -> bool {
        self.digits <= 2 && (1..=31).contains(&self.value)
    }

    fn is_year(self) -> bool {
        self.digits == 4 && Calendar::of_year(self.value).is_some()
    }
}

/// The digits at `at`, in one of three sets.
fn number(text: &str, at: usize) -> Option<Number> {
    let mut number = Number { value: 0, digits: 0, start: at, end: at };
    for c in text.get(at..)?.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '٠'..='٩' => c as u32 - '٠' as u32,
            '۰'..='۹' => c as u32 - '۰' as u32,
            _ => break,
        };
        number.value = number.value.wrapping_mul(10).wrapping_add(digit as u16);
        number.digits = number.digits.saturating_add(1);
        number.end += c.len_utf8();
    }
    (number.digits > 0).then_some(number)
}

struct Finder<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    found: Vec<Written>,
}

/// The name of a month.
#[derive(Clone, Copy)]
struct Month {
    number: u8,
    calendar: Calendar,
    start: usize,
    end: usize,
}

/// Days of one month, before their places are known.
struct Days {
    year: Option<u16>,
    month: u8,
    calendar: Calendar,
    order: Order,
    range: bool,
}

/// Between the ends of a range stands no more than this, in bytes: "7 November until 9 December".
pub const RANGE_BYTES: u32 = 12;

/// So many days stand before one month at most: "3, 4 and 5 May".
const DAYS_OF_MONTH: usize = 5;

/// The name of a month is no longer than this, in bytes.
const MONTH_BYTES: usize = 24;

/// So many marks stand between a month and its year at most: "2 July, 2019".
const MARKS: usize = 4;

impl<'a> Finder<'a> {
    /// Reads a date with its first number; gives its end.
    fn date_at(&mut self, first: Number) -> Option<usize> {
        let before = &self.text[..first.start];
        // "Ann Orr26 November 2018"
        let glued = before.ends_with(char::is_lowercase);
        if glued && first.is_day() {
            let known = self.found.len();
            let end = self.days_then_month(first)?;
            if self.found[known..].iter().any(|date| date.year.is_none()) {
                self.found.truncate(known);
            }
            return Some(end);
        }
        let bound = match before.chars().next_back() {
            Some('.' | ',' | ':' | '/') => !before[..before.len() - 1].ends_in("0123456789"),
            Some(c) => {
                (!c.is_alphanumeric() || is_han_like(c)) && !matches!(c, '$' | '£' | '€' | '#')
            }
            None => true,
        };
        if !bound || first.digits > 4 {
            return None;
        }
        self.han(first)
            .or_else(|| self.numeric(first))
            .or_else(|| self.days_then_month(first))
            .or_else(|| self.month_then_day(first))
            .or_else(|| self.words_then_year(first))
    }

    /// 2024年5月21日, 5月21日, 2024년 5월 21일
    fn han(&mut self, first: Number) -> Option<usize> {
        let year = self.past_unit(first.end, "年년");
        let month = number(self.text, year.unwrap_or(first.start))?;
        let day = number(self.text, self.past_unit(month.end, "月월")?)?;
        let end = day.end + usize::from(self.rest(day.end).starts_with(' '));
        let end = self.past_mark(end, "日号號일")?;
        self.put(first.start..end, year.map(|_| first), month, day, Order::Marked)
    }

    /// Three numbers between equal marks.
    fn numeric(&mut self, first: Number) -> Option<usize> {
        let mark = self.rest(first.end).first().filter(|c| matches!(c, '/' | '.' | '-'))?;
        let second = number(self.text, first.end + 1).or_else(|| self.roman(first.end + 1))?;
        if self.rest(second.end).first() != Some(mark) {
            return None;
        }
        let third = number(self.text, second.end + 1)?;
        let after = self.rest(third.end);
        let goes_on = match after.first() {
            Some('.' | '-' | ',') => after[1..].starts_as(|c| c.is_ascii_digit()),
            Some('/') => true,
            Some(c) => c.is_ascii_digit() || c.is_alphabetic() && c != 'T' && !is_han_like(c),
            None => false,
        };
        if goes_on || !second.is_day() {
            return None;
        }
        let whole = first.start..third.end;
        if first.is_year() && third.is_day() {
            return self.put(whole, Some(first), second, third, Order::Marked);
        }
        let year = match third.digits {
            4 if third.is_year() => third,
            // 17.05.14, 13/05/19
            2 if mark != '-' && second.digits == 2 => Number { value: 2000 + third.value, ..third },
            _ => return None,
        };
        if !first.is_day() {
            return None;
        }
        let (day, month, order) = match (first.value, second.value) {
            (_, 13..) if mark != '.' => (second, first, Order::OnlyMonthFirst),
            (day, month) if mark == '.' || day == month => (first, second, Order::Marked),
            (13.., _) => (first, second, Order::OnlyDayFirst),
            _ if calendar::is_american(after) => (second, first, Order::OnlyMonthFirst),
            _ => (first, second, Order::Open),
        };
        self.put(whole, Some(year), month, day, order)
    }

    /// The "VII" of "2.VII.2019", as a number of two digits.
    fn roman(&self, start: usize) -> Option<Number> {
        let end = self.word_end(start);
        let value = calendar::roman(&self.text[start..end])?;
        Some(Number { value, digits: 2, start, end })
    }

    /// "the sixteenth of August 2023", from its year.
    fn words_then_year(&mut self, year: Number) -> Option<usize> {
        let (start, end) = self.word_before(year.start).filter(|_| year.is_year())?;
        let month = self.month(start, end)?;
        let (of, end) = self.word_before(start)?;
        let (start, end) = self.word_before(of).filter(|_| self.is_written(OF, of, end))?;
        let day = &self.text[start..end];
        let hyphen = self.text[..start].strip_suffix('-');
        let start = match hyphen {
            Some(before) => before.before(is_letter).len(),
            None => start,
        };
        let day = calendar::ordinal(&self.text[start..end]).or_else(|| calendar::ordinal(day))?;
        let Month { number: month, calendar, .. } = month;
        let of =
            Days { year: Some(year.value), month, calendar, order: Order::DayMonth, range: false };
        self.push(start..year.end, day, &of);
        Some(year.end)
    }

    /// "2 July 2019", "7-9 November", "3, 4 and 5 May".
    fn days_then_month(&mut self, first: Number) -> Option<usize> {
        let mut days = Vec::new();
        let mut day = first;
        let month = loop {
            if !day.is_day() || days.len() >= DAYS_OF_MONTH {
                return None;
            }
            let after = self.past_ordinal(day.end);
            if let Some(month) = self.month_after(after) {
                break month;
            }
            let next = number(self.text, self.past_joiner(after)?)?;
            if next.value <= day.value {
                return None;
            }
            days.push(day);
            day = next;
        };
        let mut end = month.end;
        let mut year = None;
        if let Some(found) = self.year_after(end, " ,./-") {
            (year, end) = (Some(found.value), found.end);
        } else if !self.surely_month(month) || calendar::numbers_line(self.text, &first) {
            return None;
        }
        let Month { number: month, calendar, .. } = month;
        let order = Order::DayMonth;
        let of = Days { year, month, calendar, order, range: !days.is_empty() };
        for day in days {
            self.push(day.start..day.end, day.value, &of);
        }
        self.push(day.start..end, day.value, &of);
        Some(end)
    }

    /// "July 2, 2019", "March the 4th", "November 7-9, 2023": the month stands before the number.
    fn month_then_day(&mut self, first: Number) -> Option<usize> {
        if !first.is_day() {
            return None;
        }
        let (mut start, mut end) = self.word_before(first.start)?;
        if self.id(start, end) == THE {
            (start, end) = self.word_before(start)?;
        }
        let month = self.month(start, end)?;
        if self.found.last().is_some_and(|last| last.span.end as usize > start) {
            return None;
        }
        let first_end = self.past_ordinal(first.end);
        let second = self.second_day(first, first_end);
        let mut end = second.map_or(first_end, |second| self.past_ordinal(second.end));
        if self.rest(end).starts_in(":%") {
            return None;
        }
        let mut year = None;
        // "May 4. 2020" too, but "on May 4. 2020 was a good year"
        if let Some(found) = self.year_after(end, " ,.")
            && !(self.rest(end).starts_with('.') && self.lower_word_follows(found.end))
        {
            (year, end) = (Some(found.value), found.end);
        } else if !self.surely_month(month) || self.preposition_before(start) {
            return None;
        }
        let Month { number: month, calendar, .. } = month;
        let order = Order::MonthDay;
        let of = Days { year, month, calendar, order, range: second.is_some() };
        match second {
            Some(second) => {
                self.push(start..first_end, first.value, &of);
                self.push(second.start..end, second.value, &of);
            }
            None => self.push(start..end, first.value, &of),
        }
        Some(end)
    }

    /// The other end of "November 7-9", where the first ends at `end`.
    fn second_day(&mut self, first: Number, end: usize) -> Option<Number> {
        let next = self.past_joiner(end)?;
        let second = number(self.text, next)?;
        let follows = !self.rest(end).starts_with(',')
            && second.is_day()
            && second.value > first.value
            && self.month_after(self.past_ordinal(second.end)).is_none()
            && !self.lower_word_follows(second.end);
        follows.then_some(second)
    }

    /// A date in numbers, if its calendar has such a day.
    fn put(
        &mut self,
        span: Range<usize>,
        year: Option<Number>,
        month: Number,
        day: Number,
        order: Order,
    ) -> Option<usize> {
        let year = year.map(|year| year.value);
        let calendar = year.map_or(Some(Calendar::Gregorian), Calendar::of_year)?;
        if month.value > 12 || day.value > 31 {
            return None;
        }
        let (end, before) = (span.end, self.found.len());
        let of = Days { year, month: month.value as u8, calendar, order, range: false };
        self.push(span, day.value, &of);
        (self.found.len() > before).then_some(end)
    }

    fn push(&mut self, span: Range<usize>, day: u16, of: &Days) {
        let Days { year, month, calendar, order, range } = *of;
        let day = day as u8;
        if calendar.day(year.unwrap_or(calendar.leap_year()), month, day).is_some() {
            let weekday = self.weekday_before(span.start).unwrap_or(span.start) as u32;
            let span = Span::from_range(span);
            self.found.push(Written { span, weekday, year, month, day, calendar, order, range });
        }
    }

    /// Dates with "to" or a dash between them are the ends of a range and share a year, if one
    /// calendar has both: not "11 Tir - 2 July 2019".
    fn join_ranges(&mut self) {
        for at in 1..self.found.len() {
            let (a, b) = (self.found[at - 1], self.found[at]);
            let joined = (a.span.end..=a.span.end + RANGE_BYTES).contains(&b.weekday)
                && self.past_joiner(a.span.end as usize) == Some(b.weekday as usize);
            if joined {
                self.found[at - 1].range = true;
                self.found[at].range = true;
                let lent = b.year.filter(|_| a.calendar == b.calendar);
                self.found[at - 1].year = a.year.or(lent);
            }
        }
    }

    fn rest(&self, at: usize) -> &'a str {
        &self.text[at..]
    }

    /// Past the character at `at`, if it is one of `marks`.
    fn past_mark(&self, at: usize, marks: &str) -> Option<usize> {
        let rest = self.rest(at);
        rest.starts_in(marks).then(|| at + rest.ceil_char_boundary(1))
    }

    /// Past the sign of a year or month and the spaces around it.
    fn past_unit(&self, at: usize, units: &str) -> Option<usize> {
        let spaces = |at| self.text.len() - self.rest(at).past_in(" ").len();
        Some(spaces(self.past_mark(spaces(at), units)?))
    }

    /// Past "st", "nd", "rd", "th".
    fn past_ordinal(&self, at: usize) -> usize {
        self.text.len() - past_ordinal(self.rest(at)).len()
    }

    /// Past a dash, a comma, "to", "and": where the number after it would stand.
    fn past_joiner(&mut self, at: usize) -> Option<usize> {
        let start = self.past_space(at);
        let end = self.past_mark(start, "-–—‑,&‐").or_else(|| {
            let end = self.word_end(start);
            (start > at && end > start && self.classes(start, end).has_any(JOINING)).then_some(end)
        })?;
        Some(self.past_space(end))
    }

    /// The month whose name follows.
    fn month_after(&mut self, at: usize) -> Option<Month> {
        let mut start = self.past_space(at);
        let letter = |rest: &str| rest.starts_as(char::is_alphabetic);
        if self.rest(start).starts_in(if start == at { "/.-" } else { "/." }) {
            start = self.past_space(start + 1);
        } else if self.rest(start).strip_prefix('-').is_some_and(letter) {
            // "09 -Nov- 2021"
            start += 1;
        }
        if start == at {
            return None;
        }
        let mut end = self.word_end(start);
        // "29th day of May"
        if &self.text[start..end] == DAY {
            start = self.past_space(end);
            end = self.word_end(start);
        }
        // "2 of May", "2 de mayo", "2 d'agosto"
        let of = |word: WordId| self.is_written(word, start, end);
        if [OF, DE, DI].into_iter().any(of) || &self.text[start..end] == ELIDED_DI {
            start = self.past_space(end + usize::from(self.rest(end).starts_with('\'')));
            end = self.word_end(start);
        }
        self.month(start, end)
    }

    fn month(&mut self, start: usize, end: usize) -> Option<Month> {
        if end - start > MONTH_BYTES || end <= start {
            return None;
        }
        let id = self.id(start, end);
        if !self.lexicon.has(id, Class::Month) {
            return None;
        }
        let (number, calendar) = calendar::month(self.lexicon.lemma(id))?;
        Some(Month { number, calendar, start, end })
    }

    fn classes(&mut self, start: usize, end: usize) -> Classes {
        self.lexicon.classes(self.id(start, end))
    }

    fn id(&mut self, start: usize, end: usize) -> WordId {
        self.lexicon.id_of(&self.text[start..end])
    }

    /// Whether the word stands there as the tables write it: "of", but not "OF".
    fn is_written(&self, word: WordId, start: usize, end: usize) -> bool {
        &self.text[start..end] == self.lexicon.form(word)
    }

    /// "may 5" and "march 3" are no dates, "5 mai" is one: English writes months with a capital.
    fn surely_month(&self, month: Month) -> bool {
        let name = &self.text[month.start..month.end];
        !name.is_ascii() || name.as_bytes()[0].is_ascii_uppercase()
    }

    /// A year after the end of the month, past some of `marks`, "of" or "de".
    fn year_after(&self, at: usize, marks: &str) -> Option<Number> {
        let mut start = at;
        for _ in 0..MARKS {
            let next = self.past_space(start);
            let past = self.past_mark(next, marks);
            start = past.unwrap_or(next);
            if past.is_none() {
                break;
            }
        }
        for word in [OF, DE] {
            let word = self.lexicon.form(word);
            let rest = self.rest(start).strip_prefix(word).and_then(|rest| rest.strip_prefix(' '));
            start = rest.map_or(start, |rest| self.text.len() - rest.len());
        }
        // "20 June ’24"
        if let Some(short) = self.past_mark(start, "'’").filter(|_| start > at)
            && let Some(year) = number(self.text, short).filter(|n| n.digits == 2)
        {
            return Some(Number { value: 2000 + year.value, digits: 4, ..year });
        }
        let year = number(self.text, start).filter(|n| n.is_year() && start > at)?;
        let mut after = self.rest(year.end).bytes();
        let goes_on = matches!(after.next(), Some(b',' | b'.' | b':'))
            && after.next().is_some_and(|b| b.is_ascii_digit());
        (!goes_on).then_some(year)
    }

    fn past_space(&self, at: usize) -> usize {
        self.text.len() - self.rest(at).past(is_space).len()
    }

    fn word_end(&self, at: usize) -> usize {
        self.text.len() - self.rest(at).past(is_letter).len()
    }

    /// The word before `at`, past spaces and one full stop or comma: start and end.
    fn word_before(&self, at: usize) -> Option<(usize, usize)> {
        let idle = |c| matches!(c, ' ' | '\u{a0}' | '\u{202f}') || is_invisible(c);
        let mut word = self.text[..at].before(idle);
        if let [before @ .., b'.' | b'-' | b'/'] = word.as_bytes() {
            word = self.text[..before.len()].before(idle);
        }
        let start = word.before(is_letter).len();
        (start < word.len()).then_some((start, word.len()))
    }

    fn weekday_before(&mut self, at: usize) -> Option<usize> {
        let (start, end) = self.word_before(at)?;
        let spaced = self.text[end..at].past(|c| c.is_whitespace() || c == '.').is_empty();
        (spaced && self.classes(start, end).has(Class::Weekday)).then_some(start)
    }

    /// "in March 25 men": no date.
    fn preposition_before(&mut self, at: usize) -> bool {
        self.word_before(at).is_some_and(|(start, end)| self.id(start, end) == IN)
    }

    fn lower_word_follows(&self, at: usize) -> bool {
        let start = self.past_space(at);
        start > at && self.rest(start).starts_as(char::is_lowercase)
    }
}

/// "to", "and": between two days.
const JOINING: Classes = Classes::of(&[Class::Preposition, Class::Conjunction]);

/// White space within a line, and what cannot be seen.
fn is_space(c: char) -> bool {
    c != '\n' && c != '\r' && (c.is_whitespace() || is_invisible(c))
}

/// A letter, its signs, and the zero-width non-joiner inside Persian words.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining(c) || c == '\u{200c}'
}

const fn is_han_like(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether nothing but dates, times, weekdays and marks stands in the line.
pub fn is_only_dates(text: &str, line: Span, dates: &[Written], lexicon: &Lexicon) -> bool {
    let is_clock = |start, end| {
        let between = words::words(text, Span::new(start, end), lexicon);
        between.iter().all(|word| is_clock_word(text, word))
    };
    let mut start = line.start;
    for date in dates {
        if !is_clock(start, date.span.start) {
            return false;
        }
        start = date.span.end;
    }
    is_clock(start, line.end)
}

const OF_CLOCKS: Classes =
    Classes::of(&[Class::Weekday, Class::Month, Class::Preposition, Class::Conjunction]);

/// "18:40", "p.m.", "GMT", "Monday", "at", "from", "to", "日"
pub fn is_clock_word(text: &str, word: &words::Word) -> bool {
    let form = word.span.of(text);
    word.case == words::Case::Number
        || word.classes.has_any(OF_CLOCKS)
        || word.id == THE
        || CLOCK.iter().any(|small| form.eq_ignore_ascii_case(small))
        || (form.len() <= 4 && word.case == words::Case::Upper && form.ends_with('T'))
        || ZONES.contains(&form)
}

impl Written {
    /// Whether the words are a part of it, its weekday among them.
    pub fn holds(&self, words: Span) -> bool {
        self.weekday <= words.start && words.end <= self.span.end
    }

    pub fn is_in_numbers(&self) -> bool {
        !matches!(self.order, Order::DayMonth | Order::MonthDay)
    }
}
