//! The nouns: plain data that every stage takes and gives. Nothing here decides anything.
//!
//! Beside them stand the tools that all stages share: looking at characters, sorting, hashing.

mod block;
mod chars;
mod date;
mod draft;
mod hash;
mod ix;
mod layout;
mod named;
mod order;
mod reading;
mod span;
mod speaker;
mod statement;
mod token;
mod topic;

pub use block::{Block, BlockKind, Direction, Format, FormatOption, Script};
pub(crate) use chars::{Chars, is_combining, plain_mark};
pub use date::{CalendarDay, Date, DateRole};
pub(crate) use draft::Draft;
pub(crate) use hash::Fnv;
pub(crate) use ix::Ix;
pub(crate) use layout::{Layout, Turn};
use named::named;
pub(crate) use order::{both, sort_by_number, sort_numbers};
pub use reading::Reading;
pub use span::Span;
pub use speaker::{Mention, MentionForm, Speaker, SpeakerId};
pub use statement::{Act, Kind, Link, Rule, Statement, StatementId, Step, Why};
#[doc(hidden)]
pub use token::{Quotation, Segments, Sentence, Shape, Token, TokenIx, WordId};
pub use topic::{Topic, TopicHits};
