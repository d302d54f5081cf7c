//! Sorting, once for all kinds of lists.

use std::collections::BinaryHeap;

/// Sorts by a number; equals keep their order.
///
/// The standard library's sorts are compiled anew for each kind of list and each key, at about 5 kB
/// of wasm each. Here all but the reading of the numbers and the swapping of items is compiled once.
pub(crate) fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    if items.len() < 2 {
        return;
    }
    for (a, b) in swaps(items.iter().map(number).collect()) {
        items.swap(a as usize, b as usize);
    }
}

/// The swaps, one after the other, that put the numbers in order.
#[inline(never)]
fn swaps(numbers: Vec<u64>) -> Vec<(u32, u32)> {
    let mut swaps = Vec::new();
    if numbers.is_sorted() {
        return swaps;
    }
    // A heap's code is a tenth of the fastest sort's.
    let heap: BinaryHeap<(u64, u32)> = numbers.into_iter().zip(0..).collect();
    let mut place = vec![0; heap.len()];
    for ((_, item), at) in heap.into_sorted_vec().into_iter().zip(0..) {
        place[item as usize] = at;
    }
    for at in 0..place.len() {
        // Each swap puts one item where it belongs.
        while place[at] as usize != at {
            let to = place[at];
            swaps.push((at as u32, to));
            place.swap(at, to as usize);
        }
    }
    swaps
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
}
