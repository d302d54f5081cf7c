//! Strings to small numbers: an open-addressing table, so that the download carries no other map.

/// Distinct strings, numbered from 1 in order of insertion; 0 is for all others.
pub struct Index {
    /// All keys, end to end.
    keys: String,
    /// Where each key ends in `keys`; key `n` starts where `n - 1` ends.
    ends: Vec<u32>,
    /// Number of a key, 0 for a free slot; a power of two, at most half full.
    slots: Vec<u32>,
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
            slots: vec![0; (keys.max(8) * 2).next_power_of_two()],
        }
    }

    pub fn get(&self, key: &str) -> u32 {
        self.slots[self.slot(key)]
    }

    /// The number of the key, a new one if it was not there.
    pub fn insert(&mut self, key: &str) -> u32 {
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.keys.push_str(key);
            self.slots[slot] = self.ends.len() as u32;
            self.ends.push(self.keys.len() as u32);
            let number = self.slots[slot];
            if self.ends.len() * 2 > self.slots.len() {
                self.grow();
            }
            return number;
        }
        self.slots[slot]
    }

    pub fn key(&self, number: u32) -> &str {
        match number {
            0 => "",
            n => &self.keys[self.ends[n as usize - 1] as usize..self.ends[n as usize] as usize],
        }
    }

    /// The slot that holds the key, or the free one where it would stand.
    fn slot(&self, key: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(key) as usize & mask;
        while self.slots[slot] != 0 && self.key(self.slots[slot]) != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 1..self.ends.len() as u32 {
            let slot = self.slot(self.key(number));
            self.slots[slot] = number;
        }
    }
}

/// FNV-1a with a final mix, 32 bits: short keys, no attacker (the keys are ours).
fn hash(key: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in key.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}
