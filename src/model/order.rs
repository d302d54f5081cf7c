//! Sorting, once for all kinds of lists.

use std::collections::BinaryHeap;

/// Sorts by a number; equals keep their order.
///
/// The standard library's sorts are compiled anew for each kind of list and each key, at about 5 kB
/// of wasm each. This one is compiled once and tells which items to swap.
pub(crate) fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    let numbers = items.iter().map(number).zip(0..).collect();
    sort(numbers, &mut |a, b| items.swap(a, b));
}

/// Sorts numbers.
pub(crate) fn sort_numbers(numbers: &mut [u64]) {
    sort_by_number(numbers, |number| *number);
}

/// Makes the swaps that sort numbers, which come with their places. By a heap, whose code is a
/// tenth of the fastest sort's.
#[inline(never)]
fn sort(numbers: Vec<(u64, u32)>, swap: &mut dyn FnMut(usize, usize)) {
    if numbers.is_sorted() {
        return;
    }
    let mut order = BinaryHeap::from(numbers).into_sorted_vec();
    for start in 0..order.len() {
        // Round the circle of those that take each other's places.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at].1, at as u32) as usize;
            if from == at || from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// Two numbers as one that sorts by the first, then by the second.
pub(crate) fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = vec!["bb", "a", "cc", "d", ""];
        sort_by_number(&mut words, |word| word.len() as u64);
        assert_eq!(words, ["", "a", "d", "bb", "cc"]);
        assert!(both(1, 9) < both(2, 0));
    }

    #[test]
    fn circles() {
        let mut numbers = vec![5, 3, 4, 1, 2, 0, 9, 8, 7, 6];
        sort_numbers(&mut numbers);
        assert!(numbers.is_sorted());
    }
}
