//! Strings to small numbers: an open-addressing table, so that the download carries no other map.

use std::ops::Range;

/// Distinct strings, numbered from 1 in order of insertion; 0 is for all others.
pub struct Index {
    /// All keys, end to end.
    keys: String,
    /// Where each key ends in `keys`; key `n` starts where `n - 1` ends.
    ends: Vec<u32>,
    /// Number of a key and its hash, 0 for a free slot; a power of two, at most half full.
    slots: Vec<(u32, u32)>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index of {}", self.ends.len() - 1)
    }
}

impl Index {
    pub fn with_capacity(keys: usize) -> Self {
        Index {
            keys: String::new(),
            ends: vec![0],
            slots: vec![(0, 0); (keys.max(8) * 2).next_power_of_two()],
        }
    }

    pub fn get(&self, key: &str) -> u32 {
        self.slots[self.slot(hash(key.bytes()), |held| *held == *key.as_bytes())].0
    }

    /// The number of the key that the word, which is of ASCII, is in lower case.
    pub fn get_in_lower_case(&self, word: &str) -> u32 {
        let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        self.slots[self.slot(hash(lower()), |held| held.iter().copied().eq(lower()))].0
    }

    /// The number of the key, a new one if it was not there.
    pub fn insert(&mut self, key: &str) -> u32 {
        let hash = hash(key.bytes());
        let slot = self.slot(hash, |held| *held == *key.as_bytes());
        let known = self.slots[slot].0;
        if known != 0 {
            return known;
        }
        let number = self.ends.len() as u32;
        self.keys.push_str(key);
        self.slots[slot] = (number, hash);
        self.ends.push(self.keys.len() as u32);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    pub fn key(&self, number: u32) -> &str {
        match number {
            0 => "",
            _ => &self.keys[self.place(number)],
        }
    }

    /// Where a key, which is not 0, stands in `keys`.
    fn place(&self, number: u32) -> Range<usize> {
        let end = number as usize;
        self.ends[end - 1] as usize..self.ends[end] as usize
    }

    /// The slot that holds the key, or the free one where it would stand.
    fn slot(&self, hash: u32, is_key: impl Fn(&[u8]) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let (number, of) = self.slots[slot];
            // Bytes, so that nobody looks where characters begin.
            let same = || is_key(&self.keys.as_bytes()[self.place(number)]);
            if number == 0 || of == hash && same() {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let room = vec![(0, 0); self.slots.len() * 2];
        let mask = room.len() - 1;
        for held in std::mem::replace(&mut self.slots, room) {
            let mut slot = held.1 as usize & mask;
            while held.0 != 0 && self.slots[slot].0 != 0 {
                slot = (slot + 1) & mask;
            }
            if held.0 != 0 {
                self.slots[slot] = held;
            }
        }
    }
}

/// FNV-1a with a final mix, 32 bits: short keys, no attacker (the keys are ours).
fn hash(key: impl Iterator<Item = u8>) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in key {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}
