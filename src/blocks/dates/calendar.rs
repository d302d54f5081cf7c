//! Days of the Gregorian and the Solar Hijri calendar.

use crate::lexicon::fixed::*;
use crate::model::{CalendarDay, Chars, WordId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Gregorian,
    /// The calendar of Iran and Afghanistan.
    SolarHijri,
}

/// Names as the tables give them, in order: the lemma of every name of that month. Twelve of the
/// Gregorian, twelve of the Solar Hijri calendar.
const MONTHS: [WordId; 24] = [
    JANUARY,
    FEBRUARY,
    MARCH,
    APRIL,
    MAY,
    JUNE,
    JULY,
    AUGUST,
    SEPTEMBER,
    OCTOBER,
    NOVEMBER,
    DECEMBER,
    FARVARDIN,
    ORDIBEHESHT,
    KHORDAD,
    TIR,
    MORDAD,
    SHAHRIVAR,
    MEHR,
    ABAN,
    AZAR,
    DEY,
    BAHMAN,
    ESFAND,
];

/// The number of the month that has this name.
pub fn month(name: WordId) -> Option<(u8, Calendar)> {
    let at = MONTHS.iter().position(|month| *month == name)?;
    let calendar = if at < 12 { Calendar::Gregorian } else { Calendar::SolarHijri };
    Some((at as u8 % 12 + 1, calendar))
}

/// The day that the word names: "sixteenth".
pub fn ordinal(word: &str) -> Option<u16> {
    let at = DAYS.iter().position(|day| word.eq_ignore_ascii_case(day))?;
    Some(at as u16 + 1)
}

/// The month of a Roman numeral: "30.V.2025".
pub fn roman(numeral: &str) -> Option<u16> {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    Some(MONTHS.iter().position(|month| *month == numeral)? as u16 + 1)
}

impl Calendar {
    /// The calendar that counts such a year now; years of the lunar calendar are left alone.
    pub fn of_year(year: u16) -> Option<Self> {
        match year {
            1300..=1420 => Some(Calendar::SolarHijri),
            1700..=2200 => Some(Calendar::Gregorian),
            _ => None,
        }
    }

    /// Stands for a year that is not written.
    pub const fn leap_year(self) -> u16 {
        match self {
            Calendar::Gregorian => 2000,
            Calendar::SolarHijri => 1399,
        }
    }

    /// The Gregorian day, if the calendar has such a day.
    pub fn day(self, year: u16, month: u8, day: u8) -> Option<CalendarDay> {
        if !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        match self {
            Calendar::Gregorian => {
                let leap = year.is_multiple_of(4)
                    && (!year.is_multiple_of(100) || year.is_multiple_of(400));
                let last = match month {
                    2 => 28 + u8::from(leap),
                    4 | 6 | 9 | 11 => 30,
                    _ => 31,
                };
                (day <= last).then_some(CalendarDay { year, month, day })
            }
            Calendar::SolarHijri => {
                let last = if month <= 6 { 31 } else { 30 };
                // "11 Tir 2019"
                let counts = Calendar::of_year(year) != Some(Calendar::Gregorian);
                (counts && day <= last).then(|| from_number(solar_hijri_number(year, month, day)))
            }
        }
    }
}

/// Days since the civil epoch of the proleptic Gregorian calendar (1 March of the year 0).
pub fn number(day: CalendarDay) -> i32 {
    let (year, month) = if day.month > 2 {
        (i32::from(day.year), i32::from(day.month) - 3)
    } else {
        (i32::from(day.year) - 1, i32::from(day.month) + 9)
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i32::from(day.day) - 1
}

fn from_number(number: i32) -> CalendarDay {
    // The year is one of two; months begin in March, so that the leap day is the last.
    let mut year = number * 400 / 146_097 + 1;
    let first = |year: i32| year * 365 + year / 4 - year / 100 + year / 400;
    while first(year) > number {
        year -= 1;
    }
    let rest = number - first(year);
    let month = (rest * 5 + 2) / 153;
    let day = rest - (month * 153 + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    CalendarDay { year: year as u16, month: month as u8, day: day as u8 }
}

/// The same count of days for a Solar Hijri day, by the cycle of 33 years with 8 leap years, which
/// gives the official calendar for the years 1178 to 1633.
fn solar_hijri_number(year: u16, month: u8, day: u8) -> i32 {
    let (year, month) = (i32::from(year), i32::from(month) - 1);
    let months = if month <= 6 { month * 31 } else { month * 30 + 6 };
    // 1 Farvardin of the year 1 less one is day 227,199 of the count.
    227_199 + (year - 1) * 365 + (year * 8 + 21) / 33 + months + i32::from(day)
}

/// "2. MAY ORR asked": the number of a line.
pub fn numbers_line(text: &str, number: &super::Number) -> bool {
    let before = text[..number.start].before_in(" \t");
    (before.is_empty() || before.ends_with('\n')) && text[number.end..].starts_with(". ")
}

/// So near behind "6/4/2015" says "12:40 P.M. EDT" that the month stands first, in bytes.
const ZONE_BYTES: usize = 24;

pub fn is_american(after: &str) -> bool {
    let near = &after[..after.floor_char_boundary(ZONE_BYTES)];
    near.split(|c: char| !c.is_alphabetic()).any(|word| AMERICAN_ZONES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solar_hijri() {
        for (written, expected) in [
            ((1398, 4, 11), "2019-07-02"),
            ((1403, 1, 1), "2024-03-20"),
            ((1402, 12, 29), "2024-03-19"),
            ((1399, 12, 30), "2021-03-20"),
            ((1357, 11, 22), "1979-02-11"),
            ((1404, 1, 1), "2025-03-21"),
        ] {
            let (year, month, day) = written;
            let day = Calendar::SolarHijri.day(year, month, day).unwrap();
            assert_eq!(day.to_string(), expected, "{written:?}");
        }
    }

    #[test]
    fn days_that_are_not() {
        for (year, month, day) in
            [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0)]
        {
            assert_eq!(Calendar::Gregorian.day(year, month, day), None);
        }
        assert!(Calendar::Gregorian.day(2024, 2, 29).is_some());
        assert_eq!(Calendar::SolarHijri.day(2019, 4, 11), None);
    }

    #[test]
    fn zones() {
        assert!(is_american(", 6:40 p.m. EST"));
        assert!(!is_american(" 6:40 p.m. AEST"));
    }

    #[test]
    fn counting_and_back() {
        for (year, month, day) in [(1970, 1, 1), (2000, 2, 29), (2023, 12, 31), (2100, 3, 1)] {
            let day = CalendarDay { year, month, day };
            assert_eq!(from_number(number(day)), day);
        }
    }
}
