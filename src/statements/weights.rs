//! The fitted weights, as they come in the download.
//!
//! `weights.bin` is made by `cargo xtask train` (model card: `weights.md`). Every weight is a small
//! whole number of steps; zero weights are left out. The streams stand apart (gaps, label masks,
//! values), so that a general compressor does the rest:
//!
//! ```text
//! words      count, then gaps between sorted hashes
//! a model    step (f32), rows: count, gaps, masks (one bit a label), values (i8);
//!            transitions: one i8 for each edge, label and label
//! ```

use super::crf::Transition;
use super::features::{
    CUE_TEMPLATES, EDGES, ROLE_EDGES, ROLE_TEMPLATES, Space, cue_label, role_label,
};
use super::judge;
use super::vocabulary::Vocabulary;

#[derive(Clone, Debug)]
pub struct Weights {
    pub vocabulary: Vocabulary,
    pub cues: Model<{ cue_label::COUNT }>,
    pub roles: Model<{ role_label::COUNT }>,
    pub judge: Model<{ judge::COUNT }>,
}

#[derive(Clone, Debug)]
pub struct Model<const L: usize> {
    pub space: Space,
    pub emissions: Vec<[i8; L]>,
    pub transitions: Vec<Transition<L>>,
    /// What one step of an emission is worth.
    pub step: f32,
}

static SHIPPED: &[u8] = include_bytes!("weights.bin");

impl Weights {
    /// The weights that ship with the library.
    pub fn shipped() -> Self {
        // The file is ours and a test reads it whole.
        Self::parse(SHIPPED).expect("weights.bin as made by `cargo xtask train`")
    }

    /// None where the bytes are not whole.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let count = bytes.number()?;
        let mut hash = 0;
        let mut hashes = Vec::with_capacity(count);
        for _ in 0..count {
            hash += bytes.number()? as u32;
            hashes.push(hash);
        }
        let vocabulary = Vocabulary::new(hashes.into_iter());
        let rows = vocabulary.size();
        Some(Weights {
            vocabulary,
            cues: Model::parse(&mut bytes, Space::new(CUE_TEMPLATES, rows), EDGES)?,
            roles: Model::parse(&mut bytes, Space::new(ROLE_TEMPLATES, rows), ROLE_EDGES)?,
            judge: Model::parse(&mut bytes, Space::new(judge::TEMPLATES, rows), 0)?,
        })
    }
}

impl<const L: usize> Model<L> {
    fn parse(bytes: &mut Bytes, space: Space, edges: usize) -> Option<Self> {
        let step = f32::from_le_bytes(bytes.take(4)?.try_into().ok()?);
        let count = bytes.number()?;
        let mut at = 0;
        let mut places = Vec::with_capacity(count);
        for _ in 0..count {
            at += bytes.number()?;
            places.push(at);
        }
        let masks = bytes.take(count)?;
        let mut emissions = vec![[0; L]; space.size()];
        for (place, mask) in places.iter().zip(masks) {
            let row = emissions.get_mut(*place)?;
            for (label, weight) in row.iter_mut().enumerate() {
                if mask & 1 << label != 0 {
                    *weight = bytes.take(1)?[0] as i8;
                }
            }
        }
        let mut transitions = Vec::with_capacity(edges);
        for _ in 0..edges {
            let mut logs = [[0.0; L]; L];
            for weight in logs.as_flattened_mut() {
                *weight = f32::from(bytes.take(1)?[0] as i8) * step;
            }
            transitions.push(Transition::new(logs));
        }
        Some(Model { space, emissions, transitions, step })
    }

    /// The sum of some features' weights.
    pub fn sum(&self, features: impl Iterator<Item = u32>) -> [f32; L] {
        let mut sum = [0i32; L];
        for feature in features {
            for (sum, weight) in sum.iter_mut().zip(&self.emissions[feature as usize]) {
                *sum += i32::from(*weight);
            }
        }
        sum.map(|sum| sum as f32 * self.step)
    }
}

struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// Seven bits a byte, lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

/// Writing, for `cargo xtask train`.
#[cfg(feature = "fitting")]
pub mod write {
    pub fn number(out: &mut Vec<u8>, mut number: usize) {
        while number >= 0x80 {
            out.push(number as u8 | 0x80);
            number >>= 7;
        }
        out.push(number as u8);
    }

    /// The words of a vocabulary: sorted hashes.
    pub fn words(out: &mut Vec<u8>, hashes: &[u32]) {
        number(out, hashes.len());
        let mut last = 0;
        for hash in hashes {
            number(out, (hash - last) as usize);
            last = *hash;
        }
    }

    /// Rounds the weights to steps and writes them; rows of zeros are left out.
    pub fn model<const L: usize>(
        out: &mut Vec<u8>,
        emissions: &[[f32; L]],
        transitions: &[[[f32; L]; L]],
        step: f32,
    ) {
        let steps = |weight: f32| (weight / step).round().clamp(-127.0, 127.0) as i8;
        out.extend(step.to_le_bytes());
        let rows: Vec<(usize, [i8; L])> = emissions
            .iter()
            .map(|row| row.map(steps))
            .enumerate()
            .filter(|(_, row)| row.iter().any(|w| *w != 0))
            .collect();
        number(out, rows.len());
        let mut last = 0;
        for (at, _) in &rows {
            number(out, at - last);
            last = *at;
        }
        let mask =
            |row: &[i8; L]| (0..L).filter(|y| row[*y] != 0).fold(0u8, |mask, y| mask | 1 << y);
        out.extend(rows.iter().map(|(_, row)| mask(row)));
        out.extend(
            rows.iter().flat_map(|(_, row)| row.iter().filter(|w| **w != 0).map(|w| *w as u8)),
        );
        out.extend(transitions.as_flattened().as_flattened().iter().map(|w| steps(*w) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_whole() {
        let weights = Weights::shipped();
        assert!(weights.vocabulary.size() > 100);
        assert!(weights.cues.emissions.iter().flatten().any(|w| *w != 0));
        assert!(Weights::parse(&SHIPPED[..SHIPPED.len() / 2]).is_none());
    }
}
