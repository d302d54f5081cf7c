//! Year, order and role of each date, judged from the whole document.

use super::calendar::{Calendar, number};
use super::{Order, Written};
use crate::model::{CalendarDay, Date, DateRole, sort_numbers};

/// Where in the document a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the title, as what it tells of.
    Title,
    /// Before the body, in a dateline or below the body.
    Margin {
        /// Beside "Published", "Updated".
        published: bool,
        /// Beside a time of day, or in numbers only.
        stamp: bool,
    },
    /// In a sentence near the start that tells of the occasion: "met on 4 May".
    Occasion,
    Body,
}

/// What the document is, as far as dates are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// News, a readout, an interview: the date in the head is that of publication.
    Text,
    /// The record of a sitting or briefing: the first date in the head is that of the sitting,
    /// and its weekday is a part of it.
    Sitting,
}

/// A date while it is being settled.
struct Open<'a> {
    written: &'a Written,
    place: Place,
    day: Option<CalendarDay>,
    or_else: Option<CalendarDay>,
    role: Option<DateRole>,
}

/// Settles all dates. `places` has one place for each.
pub fn settle(written: &[Written], places: &[Place], record: Record) -> Vec<Date> {
    let mut dates = Vec::with_capacity(written.len());
    for (written, place) in written.iter().zip(places) {
        let day = (written.order != Order::Open).then(|| day(written)).flatten();
        dates.push(Open { written, place: *place, day, or_else: None, role: None });
    }
    settle_orders(&mut dates);
    head_roles(&mut dates, record);
    fill_years(&mut dates);
    occasion_roles(&mut dates);
    let mut settled = Vec::with_capacity(dates.len());
    for Open { written, day, or_else, role, .. } in dates {
        let Some(day) = day else { continue };
        let mut span = written.span;
        if record == Record::Sitting {
            span.start = written.weekday;
        }
        settled.push(Date { span, day, role: role.unwrap_or(DateRole::Other), or_else });
    }
    settled
}

/// The day as it is written, if it has a year.
fn day(written: &Written) -> Option<CalendarDay> {
    written.calendar.day(written.year?, written.month, written.day)
}

/// The days of dates whose order is open. It follows, where one is there: a date in the same marks
/// with one order only; a date that has the same day as one of the two readings. Else both readings
/// stand, first the one in the order of the document's dates in words.
fn settle_orders(dates: &mut [Open]) {
    let has = |order| dates.iter().any(|date| date.written.order == order);
    if !has(Order::Open) {
        return;
    }
    let settled = match (has(Order::OnlyDayFirst), has(Order::OnlyMonthFirst)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    let month_first_words = has(Order::MonthDay) && !has(Order::DayMonth);
    let mut known: Vec<u64> = dates.iter().filter_map(|date| date.day).map(key).collect();
    sort_numbers(&mut known);
    for date in dates {
        let written = date.written;
        if written.order != Order::Open {
            continue;
        }
        let turned = Written { month: written.day, day: written.month, ..*written };
        let (Some(by_day), Some(by_month)) = (day(written), day(&turned)) else { continue };
        let is_known = |day| known.binary_search(&key(day)).is_ok();
        let month_first = match (is_known(by_day), is_known(by_month)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => settled,
        };
        let month_leads = month_first.unwrap_or(month_first_words);
        let (first, other) = if month_leads { (by_month, by_day) } else { (by_day, by_month) };
        date.day = Some(first);
        date.or_else = month_first.is_none().then_some(other);
    }
}

fn key(day: CalendarDay) -> u64 {
    number(day) as u64
}

/// Roles by place: margins, and in a record of a sitting its day.
fn head_roles(dates: &mut [Open], record: Record) {
    let mut sitting_known = false;
    let titled = dates.iter().any(|date| date.place == Place::Title);
    for date in dates {
        date.role = match date.place {
            Place::Occasion | Place::Body => None,
            _ if date.written.range => Some(DateRole::Other),
            Place::Title => {
                sitting_known = true;
                Some(DateRole::Event)
            }
            Place::Margin { published, stamp } if record == Record::Sitting => {
                let posted = published || stamp || titled || sitting_known;
                sitting_known |= !posted;
                Some(if posted { DateRole::Published } else { DateRole::Event })
            }
            Place::Margin { .. } => Some(DateRole::Published),
        };
    }
}

/// The first day that has the role.
fn first(dates: &[Open], role: DateRole) -> Option<CalendarDay> {
    dates.iter().find(|date| date.role == Some(role) && date.day.is_some())?.day
}

/// Days on either side of New Year within which a date without a year belongs to the other year:
/// "28 December" in a text of 3 January.
const NEW_YEAR_DAYS: i32 = 45;

/// Bytes within which a date goes on with the year of the one before it: "on 13 July 1983 ... at
/// dawn on 14 July".
const SAME_YEAR_BYTES: u32 = 90;

/// The first published date lends its year, else the event, else any; but a date before it in the
/// text, of another year, where that stands near, or where the day would lie ahead of the text.
fn fill_years(dates: &mut [Open]) {
    let lender = first(dates, DateRole::Published).or_else(|| first(dates, DateRole::Event));
    let Some(lender) = lender.or_else(|| dates.iter().find_map(|date| date.day)) else { return };
    let mut before: Option<&Written> = None;
    for date in dates {
        let written = date.written;
        if written.year.is_some() {
            before = (date.day != Some(lender)).then_some(written);
            continue;
        }
        let found = nearest(written, lender);
        let ahead = found.is_some_and(|day| number(day) > number(lender) + NEW_YEAR_DAYS);
        let lends = |before: &&Written| {
            let near = written.span.start.saturating_sub(before.span.end) < SAME_YEAR_BYTES;
            let last_year = before.year.is_some_and(|year| year + 1 == lender.year);
            before.calendar == written.calendar && (near || ahead && last_year)
        };
        date.day = match before.filter(lends) {
            Some(before) => day(&Written { year: before.year, ..*written }),
            None => found,
        };
    }
}

/// The day in the year that brings it nearest to `lender`.
fn nearest(written: &Written, lender: CalendarDay) -> Option<CalendarDay> {
    let distance = |day: CalendarDay| (number(day) - number(lender)).abs();
    // A Solar Hijri year begins 621 or 622 years later, in March.
    let (year, is_gregorian) = match written.calendar {
        Calendar::Gregorian => (lender.year, true),
        Calendar::SolarHijri => (lender.year - 621, false),
    };
    let mut best = None;
    for year in [year, year - 1, year + 1] {
        let Some(day) = day(&Written { year: Some(year), ..*written }) else { continue };
        if best.is_none_or(|best| distance(day) < distance(best)) {
            best = Some(day);
        }
        if is_gregorian && day.year == lender.year && distance(day) <= 366 - NEW_YEAR_DAYS {
            break;
        }
    }
    best
}

/// What a text tells of as its occasion is no further back: "since they met on 4 May 1990".
const EVENT_DAYS: i32 = 366;

/// The first past day that an early sentence gives for the occasion is the event, unless the title
/// named it; every date of that same day tells of it too.
fn occasion_roles(dates: &mut [Open]) {
    let published = first(dates, DateRole::Published);
    let tells = |date: &&Open| {
        date.place == Place::Occasion
            && !date.written.range
            && date.day.is_some_and(|day| {
                published.is_none_or(|published| {
                    (0..EVENT_DAYS).contains(&(number(published) - number(day)))
                })
            })
    };
    let event = first(dates, DateRole::Event);
    let event = event.or_else(|| dates.iter().find(tells)?.day);
    for date in dates {
        if date.role.is_none() && !date.written.range && event.is_some() && date.day == event {
            date.role = Some(DateRole::Event);
        }
    }
}
