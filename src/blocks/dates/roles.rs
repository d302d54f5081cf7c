//! Year, order and role of each date, judged from the whole document.

use super::calendar::{Calendar, number};
use super::{Order, Written};
use crate::model::{CalendarDay, Date, DateRole, Span};

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

/// Settles all dates. `places` has one place for each.
pub fn settle(written: &[Written], places: &[Place], record: Record) -> Vec<Date> {
    let mut days: Vec<Option<Reading>> = orders(written);
    let mut roles = head_roles(written, places, record);
    let reference = reference(&days, &roles);
    for (day, written) in days.iter_mut().zip(written) {
        if day.is_none() {
            *day = fill_year(written, reference);
        }
    }
    occasion_roles(&days, places, written, &mut roles);
    let sitting = record == Record::Sitting;
    let dates = written.iter().zip(days).zip(roles).filter_map(|((written, day), role)| {
        let reading = day?;
        let start = if sitting { written.weekday } else { written.span.start };
        Some(Date {
            span: Span::new(start, written.span.end),
            day: reading.day,
            role: role.unwrap_or(DateRole::Other),
            or_else: reading.or_else,
        })
    });
    dates.collect()
}

#[derive(Clone, Copy, Debug)]
struct Reading {
    day: CalendarDay,
    or_else: Option<CalendarDay>,
}

/// The days of dates with a year. An open order follows, where one is there: a date in the same
/// marks with one order only; a date that has the same day as one of the two readings. Else both
/// readings stand, first the one in the order of the document's dates in words.
fn orders(written: &[Written]) -> Vec<Option<Reading>> {
    let read = |w: &Written, month, day| w.calendar.day(w.year?, month, day);
    let has = |order| written.iter().any(|w| w.order == order);
    let plain: Vec<Option<CalendarDay>> = written
        .iter()
        .map(|w| if w.order == Order::Open { None } else { read(w, w.month, w.day) })
        .collect();
    let settled = match (has(Order::OnlyDayFirst), has(Order::OnlyMonthFirst)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    let month_first_words = has(Order::MonthDay) && !has(Order::DayMonth);
    let mut known: Vec<CalendarDay> = plain.iter().flatten().copied().collect();
    known.sort_unstable();
    written
        .iter()
        .zip(&plain)
        .map(|(w, plain)| {
            if w.order != Order::Open {
                return plain.map(|day| Reading { day, or_else: None });
            }
            let (by_day, by_month) = (read(w, w.month, w.day)?, read(w, w.day, w.month)?);
            let is_known = |day| known.binary_search(&day).is_ok();
            let month_first = match (is_known(by_day), is_known(by_month)) {
                (true, false) => Some(false),
                (false, true) => Some(true),
                _ => settled,
            };
            Some(match month_first {
                Some(true) => Reading { day: by_month, or_else: None },
                Some(false) => Reading { day: by_day, or_else: None },
                None if month_first_words => Reading { day: by_month, or_else: Some(by_day) },
                None => Reading { day: by_day, or_else: Some(by_month) },
            })
        })
        .collect()
}

/// Roles by place: margins, and in a record of a sitting its day.
fn head_roles(written: &[Written], places: &[Place], record: Record) -> Vec<Option<DateRole>> {
    let mut sitting_known = false;
    let titled = places.contains(&Place::Title);
    let roles = places.iter().zip(written).map(|(place, written)| match place {
        Place::Title | Place::Margin { .. } if written.range => Some(DateRole::Other),
        Place::Title => {
            sitting_known = true;
            Some(DateRole::Event)
        }
        Place::Margin { published, stamp } if record == Record::Sitting => {
            let posted = *published || *stamp || titled || sitting_known;
            sitting_known |= !posted;
            Some(if posted { DateRole::Published } else { DateRole::Event })
        }
        Place::Margin { .. } => Some(DateRole::Published),
        Place::Occasion | Place::Body => None,
    });
    roles.collect()
}

/// The date that lends its year: the first published one, else the event, else any.
fn reference(days: &[Option<Reading>], roles: &[Option<DateRole>]) -> Option<CalendarDay> {
    let first = |role: Option<DateRole>| {
        let mut pairs = days.iter().zip(roles);
        pairs.find_map(|(day, of)| day.filter(|_| role.is_none() || *of == role))
    };
    let found = first(Some(DateRole::Published)).or_else(|| first(Some(DateRole::Event)));
    found.or_else(|| first(None)).map(|reading| reading.day)
}

/// Days on either side of New Year within which a date without a year belongs to the other year:
/// "28 December" in a text of 3 January.
const NEW_YEAR: i32 = 45;

fn fill_year(written: &Written, reference: Option<CalendarDay>) -> Option<Reading> {
    if written.year.is_some() {
        return None;
    }
    let reference = reference?;
    let day = |year| written.calendar.day(year, written.month, written.day);
    let reading = |day| Reading { day, or_else: None };
    let years = match written.calendar {
        Calendar::Gregorian => [reference.year, reference.year - 1, reference.year + 1],
        // A Solar Hijri year begins 621 or 622 years later, in March.
        Calendar::SolarHijri => [reference.year - 621, reference.year - 622, reference.year - 620],
    };
    let distance = |day: CalendarDay| (number(day) - number(reference)).abs();
    let same = day(years[0]);
    if same.is_some_and(|same| distance(same) <= 366 - NEW_YEAR)
        && written.calendar == Calendar::Gregorian
    {
        return same.map(reading);
    }
    years.into_iter().filter_map(day).min_by_key(|day| distance(*day)).map(reading)
}

/// The first past day that an early sentence gives for the occasion is the event, unless the title
/// named it; every date of that same day tells of it too.
fn occasion_roles(
    days: &[Option<Reading>],
    places: &[Place],
    written: &[Written],
    roles: &mut [Option<DateRole>],
) {
    let of = |role| {
        let mut pairs = days.iter().zip(roles.iter());
        pairs.find_map(|(day, of)| day.filter(|_| *of == Some(role)).map(|reading| reading.day))
    };
    let published = of(DateRole::Published);
    let event = of(DateRole::Event).or_else(|| {
        let mut all = days.iter().zip(places).zip(written);
        all.find_map(|((day, place), written)| {
            let day = (*day)?.day;
            let past = published.is_none_or(|published| day <= published);
            (*place == Place::Occasion && !written.range && past).then_some(day)
        })
    });
    for ((day, written), role) in days.iter().zip(written).zip(roles) {
        if role.is_none() && !written.range && event.is_some() && day.map(|d| d.day) == event {
            *role = Some(DateRole::Event);
        }
    }
}
