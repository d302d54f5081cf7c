//! Calendar dates as written.

use super::{Span, named};
use serde::Serialize;

/// A date with at least a day and a month; a missing year is the document's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Date {
    /// Where it stands, in a record of a sitting with its weekday.
    pub span: Span,
    /// The day that it names.
    pub day: CalendarDay,
    /// What the day is to the text.
    pub role: DateRole,
    /// The other reading of a date like 03/04/2019 whose order nothing in the document settles.
    pub or_else: Option<CalendarDay>,
}

/// A day of the Gregorian calendar; [`Display`](std::fmt::Display) writes ISO 8601.
///
/// ```
/// use whosaid::CalendarDay;
/// assert_eq!(CalendarDay { year: 2019, month: 7, day: 2 }.to_string(), "2019-07-02");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDay {
    /// 2019
    pub year: u16,
    /// 1 to 12
    pub month: u8,
    /// 1 to 31
    pub day: u8,
}

impl std::fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for CalendarDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

named! {
    /// What a day is to the text.
    #[non_exhaustive]
    DateRole {
        /// When the text came out.
        Published = "published",
        /// When what the text tells of took place: the meeting, the call, the sitting.
        Event = "event",
        /// Any other day.
        Other = "other",
    }
}
