//! Precision, recall and F1.

use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: usize,
    pub predicted: usize,
    pub gold: usize,
}

impl Count {
    pub fn new(right: usize, predicted: usize, gold: usize) -> Self {
        Count { right, predicted, gold }
    }

    pub fn precision(self) -> f64 {
        share(self.right, self.predicted)
    }

    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    pub fn f1(self) -> f64 {
        share(2 * self.right, self.predicted + self.gold)
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

/// Nothing of nothing is nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
