//! Readings in other notations and units.
//!
//! Inside the crate every position is a byte. Here, and only here, it becomes what others count:
//!
//! - [`Offsets`]: any position in any [`Unit`];
//! - [`ReadingRecord`]: a whole reading as plain data, ready for serde;
//! - [`hits`] and [`flat_spans`]: what a page paints;
//! - [`web_annotations`]: statements as W3C Web Annotations;
//! - [`table`]: statements as CSV or TSV;
//! - [`citation`]: one statement as a line of text or Markdown.

mod annotations;
mod citation;
pub(crate) mod records;
mod table;
mod units;

pub use annotations::{Annotation, web_annotations};
pub use citation::{Markup, citation};
pub use records::{
    BlockRecord, DateRecord, HitsRecord, MentionRecord, ReadingRecord, SpeakerRecord,
    StatementRecord, StepRecord, WhyRecord, flat_spans, hits,
};
pub use table::{Separator, table};
pub use units::{Offsets, Unit, UnitRange};
