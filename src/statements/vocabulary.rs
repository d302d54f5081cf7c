//! The words that carry weights, known by a hash of twenty bits instead of their letters.
//!
//! Names would cost the download four bytes a word; gaps between sorted hashes cost one. Two words
//! of a vocabulary of 5,000 fall together with a chance of one in two hundred; an unknown word
//! passes for a known one as rarely. The price is one wrong weight there, never a wrong offset.

/// Words by hash; rows are numbered from 1.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Hash and row side by side, 0 for a free slot; open addressing, at most half full.
    slots: Vec<(u32, u16)>,
    rows: u16,
}

/// Bits of a hash.
pub const BITS: u32 = 20;

/// The hash of a folded word: FNV-1a and a mix. The weights are written with it, so it stays as it
/// is.
pub fn hash(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in word.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^= hash >> 16;
    hash.wrapping_mul(0x9e37_79b1) >> (32 - BITS)
}

impl Vocabulary {
    /// Numbers the hashes in the order given; a repeated one keeps its first row.
    pub fn new(hashes: &[u32]) -> Self {
        let size = (hashes.len().max(8) * 2).next_power_of_two();
        let mut vocabulary = Vocabulary { slots: vec![(0, 0); size], rows: 0 };
        for hash in hashes {
            let slot = vocabulary.slot(*hash);
            vocabulary.rows += 1;
            if vocabulary.slots[slot].1 == 0 {
                vocabulary.slots[slot] = (*hash, vocabulary.rows);
            }
        }
        vocabulary
    }

    /// The word's row, 0 for a word that carries no weight.
    pub fn row(&self, folded: &str) -> u16 {
        if self.slots.is_empty() { 0 } else { self.slots[self.slot(hash(folded))].1 }
    }

    /// One more than the highest row.
    pub fn size(&self) -> usize {
        self.rows as usize + 1
    }

    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
