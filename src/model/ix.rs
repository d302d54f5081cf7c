//! Places in lists.

use std::num::NonZeroU32;

/// A place in a list. Counted from 1 inside, so that `Option<Ix>` is one number: long lists hold
/// many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ix(NonZeroU32);

impl Ix {
    pub fn new(at: usize) -> Self {
        Ix(NonZeroU32::MIN.saturating_add(at as u32))
    }

    pub fn ix(self) -> usize {
        self.0.get() as usize - 1
    }
}
