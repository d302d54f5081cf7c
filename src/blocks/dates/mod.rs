//! Calendar dates as written.
//!
//! [`find`] goes from number to number and looks at what stands around it, so a text costs little
//! more than a pass over its bytes. Forms: `2 July 2019`, `2 /Jul/ 2019`, `4th of March`, `July 2,
//! 2019`, `02.07.2019`, `2019-07-02`, `7-9 November` (two dates), `2024年5月21日`, Solar Hijri.
//! Which year, order of day and month, and role they have is judged from the whole text: [`roles`].

mod calendar;
pub mod roles;

use super::words;
use crate::lexicon::{Class, Lexicon, fold, is_invisible};
use crate::model::Span;
use calendar::{Calendar, GREGORIAN, SOLAR_HIJRI};

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
    let mut finder = Finder { text, lexicon, buffer: String::new(), found: Vec::new() };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| b.is_ascii_digit() || is_digit_lead(*b))
    {
        at += step;
        at = match number(text, at) {
            Some(first) => finder.date_at(at, first).unwrap_or(first.end).max(first.end),
            None => at + text[at..].chars().next().map_or(1, char::len_utf8),
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
    let mut number = Number { value: 0, digits: 0, end: at };
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
    buffer: String,
    found: Vec<Written>,
}

impl Finder<'_> {
    /// Reads a date whose first number stands at `at`; gives its end.
    fn date_at(&mut self, at: usize, first: Number) -> Option<usize> {
        let before = self.text[..at].chars().next_back();
        let bound = match before {
            Some('.' | ',' | ':' | '/') => {
                !self.text[..at - 1].ends_with(|c: char| c.is_ascii_digit())
            }
            Some(c) => {
                (!c.is_alphanumeric() || is_han_like(c)) && !matches!(c, '$' | '£' | '€' | '#')
            }
            None => true,
        };
        if !bound || first.digits > 4 {
            return None;
        }
        self.han(at, first)
            .or_else(|| self.numeric(at, first))
            .or_else(|| self.days_then_month(at, first))
            .or_else(|| self.month_then_day(at, first))
    }

    /// 2024年5月21日, 5月21日, 2024년 5월 21일
    fn han(&mut self, at: usize, first: Number) -> Option<usize> {
        let unit = |end: usize, marks: &[char]| {
            let rest = self.text[end..].trim_start_matches(' ');
            let after = rest.strip_prefix(marks)?;
            Some(self.text.len() - after.trim_start_matches(' ').len())
        };
        let year = unit(first.end, &['年', '년']);
        let month_at = year.unwrap_or(at);
        let month = number(self.text, month_at)?;
        let day_at = unit(month.end, &['月', '월'])?;
        let day = number(self.text, day_at)?;
        let end = day.end + self.text[day.end..].strip_prefix(' ').map_or(0, |_| 1);
        let mark =
            self.text[end..].chars().next().filter(|c| matches!(c, '日' | '号' | '號' | '일'))?;
        let end = end + mark.len_utf8();
        let year = year.map(|_| first.value);
        self.put(at, end, year, month.value, day.value, Order::Marked)
    }

    /// Three numbers between equal marks.
    fn numeric(&mut self, at: usize, first: Number) -> Option<usize> {
        let mark =
            self.text[first.end..].chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
        let second = number(self.text, first.end + 1)?;
        let third = number(
            self.text,
            self.text[second.end..].starts_with(mark).then_some(second.end + 1)?,
        )?;
        let mut after = self.text[third.end..].chars();
        let next = after.next();
        if next.is_some_and(|c| {
            c.is_ascii_digit() || c == '/' || (c.is_alphabetic() && c != 'T' && !is_han_like(c))
        }) || matches!(next, Some('.' | '-' | ','))
            && after.next().is_some_and(|c| c.is_ascii_digit())
        {
            return None;
        }
        if first.is_year() && second.is_day() && third.is_day() {
            return self.put(
                at,
                third.end,
                Some(first.value),
                second.value,
                third.value,
                Order::Marked,
            );
        }
        let year = match third.digits {
            4 if third.is_year() => third.value,
            // 17.05.14, 13/05/19
            2 if mark != '-' && second.digits == 2 => 2000 + third.value,
            _ => return None,
        };
        if !first.is_day() || !second.is_day() {
            return None;
        }
        let (day, month, order) = match (first.value, second.value) {
            (month, day @ 13..) if mark != '.' => (day, month, Order::OnlyMonthFirst),
            (day, month) if mark == '.' || day == month => (day, month, Order::Marked),
            (day @ 13.., month) => (day, month, Order::OnlyDayFirst),
            (day, month) => (day, month, Order::Open),
        };
        self.put(at, third.end, Some(year), month, day, order)
    }

    /// "2 July 2019", "7-9 November", "3, 4 and 5 May".
    fn days_then_month(&mut self, at: usize, first: Number) -> Option<usize> {
        let mut days = vec![(at, first)];
        let (month, calendar, from, mut end) = loop {
            let (_, day) = *days.last()?;
            if !day.is_day() || days.len() > 5 {
                return None;
            }
            let after = self.past_ordinal(day.end);
            if let Some(found) = self.month_after(after) {
                break found;
            }
            let next = self.past_joiner(after)?;
            let number = number(self.text, next).filter(|n| n.value > day.value)?;
            days.push((next, number));
        };
        let mut year = None;
        if let Some((value, past)) = self.year_after(end, &[' ', ',', '.', '/', '-']) {
            (year, end) = (Some(value), past);
        } else if !self.surely_month(from, end) {
            return None;
        }
        let range = days.len() > 1;
        let (last, rest) = days.split_last()?;
        for (at, day) in rest {
            self.push(*at, day.end, year, month, day.value as u8, calendar, Order::DayMonth, range);
        }
        self.push(last.0, end, year, month, last.1.value as u8, calendar, Order::DayMonth, range);
        Some(end)
    }

    /// "July 2, 2019", "March the 4th", "November 7-9, 2023": the month stands before `at`.
    fn month_then_day(&mut self, at: usize, first: Number) -> Option<usize> {
        if !first.is_day() {
            return None;
        }
        let (word, start) = self.word_before(at)?;
        let (word, start) = match self.text[word..start].eq_ignore_ascii_case("the") {
            true => self.word_before(word)?,
            false => (word, start),
        };
        let (month, calendar) = self.month(word, start)?;
        if self.found.last().is_some_and(|last| last.span.end as usize > word) {
            return None;
        }
        let mut days = vec![(word, first)];
        let mut end = self.past_ordinal(first.end);
        if let Some(next) = self.past_joiner(end).filter(|_| !self.text[end..].starts_with(','))
            && let Some(second) = number(self.text, next)
            && second.is_day()
            && second.value > first.value
            && self.month_after(self.past_ordinal(second.end)).is_none()
            && !self.lower_word_follows(second.end)
        {
            days.push((next, second));
            end = self.past_ordinal(second.end);
        }
        let next = self.text[end..].chars().next();
        if matches!(next, Some(':' | '%')) {
            return None;
        }
        let mut year = None;
        if let Some((value, past)) = self.year_after(end, &[' ', ',']) {
            (year, end) = (Some(value), past);
        } else if !self.surely_month(word, start) || self.preposition_before(word) {
            return None;
        }
        let range = days.len() > 1;
        let (last, rest) = days.split_last()?;
        for (at, day) in rest {
            let end = self.past_ordinal(day.end);
            self.push(*at, end, year, month, day.value as u8, calendar, Order::MonthDay, range);
        }
        self.push(last.0, end, year, month, last.1.value as u8, calendar, Order::MonthDay, range);
        Some(end)
    }

    fn put(
        &mut self,
        at: usize,
        end: usize,
        year: Option<u16>,
        month: u16,
        day: u16,
        order: Order,
    ) -> Option<usize> {
        let calendar = year.map_or(Some(Calendar::Gregorian), Calendar::of_year)?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        calendar.day(year.unwrap_or(2000), month, day)?;
        self.push(at, end, year, month, day, calendar, order, false);
        Some(end)
    }

    #[expect(clippy::too_many_arguments)]
    fn push(
        &mut self,
        at: usize,
        end: usize,
        year: Option<u16>,
        month: u8,
        day: u8,
        calendar: Calendar,
        order: Order,
        range: bool,
    ) {
        // A leap year stands for a year that is not written.
        if calendar.day(year.unwrap_or(2000), month, day).is_none() {
            return;
        }
        let weekday = self.weekday_before(at).unwrap_or(at) as u32;
        self.found.push(Written {
            span: (at..end).into(),
            weekday,
            year,
            month,
            day,
            calendar,
            order,
            range,
        });
    }

    /// Dates with "to" or a dash between them are the ends of a range and share a year.
    fn join_ranges(&mut self) {
        for at in 1..self.found.len() {
            let (a, b) = (self.found[at - 1], self.found[at]);
            let joined = (a.span.end..=a.span.end + 12).contains(&b.weekday)
                && self.past_joiner(a.span.end as usize) == Some(b.weekday as usize);
            if joined {
                self.found[at - 1].range = true;
                self.found[at].range = true;
                if a.year.is_none() {
                    self.found[at - 1].year = b.year;
                }
            }
        }
    }

    /// Past "st", "nd", "rd", "th".
    fn past_ordinal(&self, at: usize) -> usize {
        let letters = &self.text.as_bytes()[at..];
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|s| {
            letters.get(..2).is_some_and(|l| l.eq_ignore_ascii_case(s.as_bytes()))
                && !letters.get(2).is_some_and(u8::is_ascii_alphanumeric)
        });
        at + if ordinal { 2 } else { 0 }
    }

    /// Past a dash, a comma, "to", "and": where the number after it would stand.
    fn past_joiner(&mut self, at: usize) -> Option<usize> {
        let start = self.past_space(at);
        let mut chars = self.text[start..].chars();
        let end = match chars.next()? {
            '-' | '–' | '—' | '‑' | ',' | '&' | '‐' => {
                start + (self.text[start..].len() - chars.as_str().len())
            }
            c if c.is_alphabetic() && start > at => {
                let end = self.word_end(start);
                let id = self.lexicon.id(fold(&self.text[start..end], &mut self.buffer));
                let classes = self.lexicon.classes(id);
                if !classes.has(Class::Preposition) && !classes.has(Class::Conjunction) {
                    return None;
                }
                end
            }
            _ => return None,
        };
        Some(self.past_space(end))
    }

    /// The month whose name follows: number, calendar, start and end of the name.
    fn month_after(&mut self, at: usize) -> Option<(u8, Calendar, usize, usize)> {
        let mut start = self.past_space(at);
        let mark = self.text[start..].chars().next()?;
        if matches!(mark, '/' | '.') || mark == '-' && start == at {
            start = self.past_space(start + 1);
        }
        if start == at {
            return None;
        }
        let mut end = self.word_end(start);
        if matches!(&self.text[start..end], "of" | "de" | "di" | "d") {
            start = self.past_space(end + usize::from(self.text[end..].starts_with('\'')));
            end = self.word_end(start);
        }
        let (month, calendar) = self.month(start, end)?;
        Some((month, calendar, start, end))
    }

    fn month(&mut self, start: usize, end: usize) -> Option<(u8, Calendar)> {
        if end - start > 24 || end <= start {
            return None;
        }
        let id = self.lexicon.id(fold(&self.text[start..end], &mut self.buffer));
        if !self.lexicon.has(id, Class::Month) {
            return None;
        }
        let name = self.lexicon.form(self.lexicon.lemma(id));
        let place =
            |names: [&str; 12]| names.iter().position(|n| *n == name).map(|at| at as u8 + 1);
        place(GREGORIAN)
            .map(|month| (month, Calendar::Gregorian))
            .or_else(|| place(SOLAR_HIJRI).map(|month| (month, Calendar::SolarHijri)))
    }

    /// "may 5" and "march 3" are no dates, "5 mai" is one: English writes months with a capital.
    fn surely_month(&self, start: usize, end: usize) -> bool {
        let name = &self.text[start..end];
        !name.is_ascii() || name.starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// A year after the end of the month, past some of `marks`, "of" or "de": its value and its end.
    fn year_after(&self, at: usize, marks: &[char]) -> Option<(u16, usize)> {
        let mut start = at;
        for _ in 0..4 {
            let next = self.past_space(start);
            let mark = self.text[next..].chars().next().filter(|c| marks.contains(c));
            match mark {
                Some(c) => start = next + c.len_utf8(),
                None => {
                    start = next;
                    break;
                }
            }
        }
        for word in ["of ", "de "] {
            if let Some(rest) = self.text[start..].strip_prefix(word) {
                start = self.text.len() - rest.len();
            }
        }
        let year = number(self.text, start).filter(|n| n.is_year())?;
        let mut after = self.text[year.end..].chars();
        let next = after.next();
        let goes_on = matches!(next, Some(',' | '.' | ':'))
            && after.next().is_some_and(|c| c.is_ascii_digit());
        (start > at && !goes_on).then_some((year.value, year.end))
    }

    fn past_space(&self, at: usize) -> usize {
        let idle = |c: char| c != '\n' && c != '\r' && (c.is_whitespace() || is_invisible(c));
        self.text.len() - self.text[at..].trim_start_matches(idle).len()
    }

    fn word_end(&self, at: usize) -> usize {
        self.text.len()
            - self.text[at..].trim_start_matches(|c: char| c.is_alphabetic() || is_mark(c)).len()
    }

    /// The word before `at`, past spaces and one full stop or comma: start and end.
    fn word_before(&self, at: usize) -> Option<(usize, usize)> {
        let idle = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}' || is_invisible(c);
        let before = self.text[..at].trim_end_matches(idle);
        let word = before.strip_suffix(['.', '-', '/']).unwrap_or(before).trim_end_matches(idle);
        let letters = word.trim_end_matches(|c: char| c.is_alphabetic() || is_mark(c)).len();
        (letters < word.len()).then_some((letters, word.len()))
    }

    fn weekday_before(&mut self, at: usize) -> Option<usize> {
        let (start, end) = self.word_before(at)?;
        let id = self.lexicon.id(fold(&self.text[start..end], &mut self.buffer));
        let spaced = self.text[end..at].chars().all(|c| c.is_whitespace() || c == '.');
        (spaced && self.lexicon.has(id, Class::Weekday)).then_some(start)
    }

    /// "in March 25 men": no date.
    fn preposition_before(&self, at: usize) -> bool {
        self.word_before(at)
            .is_some_and(|(start, end)| self.text[start..end].eq_ignore_ascii_case("in"))
    }

    fn lower_word_follows(&self, at: usize) -> bool {
        let start = self.past_space(at);
        start > at && self.text[start..].starts_with(char::is_lowercase)
    }
}

const fn is_han_like(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
}

/// Combining marks of Arabic and the zero-width non-joiner inside Persian words.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}')
}

/// Whether nothing but dates, times, weekdays and marks stands in the line.
pub fn is_only_dates(text: &str, line: Span, dates: &[Written], lexicon: &Lexicon) -> bool {
    let starts = std::iter::once(line.start).chain(dates.iter().map(|date| date.span.end));
    let ends = dates.iter().map(|date| date.span.start).chain(std::iter::once(line.end));
    starts.zip(ends).all(|(start, end)| {
        let between = words::words(text, Span::new(start, end), lexicon);
        between.iter().all(|word| is_clock_word(text, word))
    })
}

/// "18:40", "p.m.", "GMT", "Monday", "at", "from", "to", "日"
pub fn is_clock_word(text: &str, word: &words::Word) -> bool {
    let form = word.span.of(text);
    let c = word.classes;
    word.case == words::Case::Number
        || c.has(Class::Weekday)
        || c.has(Class::Month)
        || c.has(Class::Preposition)
        || c.has(Class::Conjunction)
        || ["am", "pm", "a.m", "p.m", "the", "hrs", "h"]
            .iter()
            .any(|w| form.eq_ignore_ascii_case(w))
        || (form.len() <= 4 && word.case == words::Case::Upper && form.ends_with('T'))
        || matches!(form, "UTC" | "IST" | "Z" | "T")
}

impl Written {
    pub fn is_in_numbers(&self) -> bool {
        !matches!(self.order, Order::DayMonth | Order::MonthDay)
    }
}
