//! What can go wrong, in words that say what was given and what is allowed.

use std::borrow::Cow;
use std::fmt;

/// An option that cannot be used, or a text over the limit. Finding nothing is never an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Problem>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    TooLong { bytes: usize, limit: usize },
    Option { name: String, given: String, allowed: Cow<'static, str> },
    UnknownOption { name: String, allowed: String },
}

impl Error {
    pub(crate) fn too_long(bytes: usize, limit: usize) -> Self {
        Error(Box::new(Problem::TooLong { bytes, limit }))
    }

    pub(crate) fn option(
        name: impl Into<String>,
        given: impl Into<String>,
        allowed: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (name, given, allowed) = (name.into(), given.into(), allowed.into());
        Error(Box::new(Problem::Option { name, given, allowed }))
    }

    /// For JavaScript: Rust's options are fields and enums, of which none is unknown.
    #[cfg_attr(not(all(feature = "js", target_arch = "wasm32")), expect(dead_code))]
    pub(crate) fn unknown_option(name: String, allowed: String) -> Self {
        Error(Box::new(Problem::UnknownOption { name, allowed }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Problem::TooLong { bytes, limit } => {
                write!(f, "the text has {bytes} bytes; the limit is {limit}")
            }
            Problem::Option { name, given, allowed } => {
                write!(f, "option `{name}`: {given} was given; allowed: {allowed}")
            }
            Problem::UnknownOption { name, allowed } => {
                write!(f, "there is no option `{name}`; allowed: {allowed}")
            }
        }
    }
}

impl std::error::Error for Error {}
