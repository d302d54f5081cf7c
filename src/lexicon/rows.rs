//! The rows of all tables as one packed file: written by `build.rs`, read by [`super::Lexicon`].
//!
//! First the sets of classes, most of which many rows share; then the rows in the order of their
//! forms, as a text: how many bytes of the form before come again, the other bytes, a tab, the
//! number of the set, irregular forms, an end of line. Endings tell much of the classes, so both
//! stand in one text.

use crate::packing::{Bit, Coder, Number, Reader, Text};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub form: String,
    /// Bits of [`super::Class`].
    pub classes: u64,
    pub irregular: String,
}

/// Reads what [`pack`] wrote, row by row.
pub fn unpack(bytes: &[u8], mut each: impl FnMut(&Row)) {
    let mut reader = Reader::new(bytes);
    let sets = sets(&mut reader, Vec::new());
    let mut models = Text::new(alphabet(&mut reader, Vec::new()));
    let (mut row, mut text) = (Row::default(), Vec::new());
    for _ in 0..count(&mut reader, 0) {
        let mut next = || reader.byte(0, &mut models);
        text.truncate(next().into());
        text.extend(std::iter::from_fn(|| Some(next()).filter(|byte| *byte != b'\t')));
        row.classes = sets.get(usize::from(next())).copied().unwrap_or_default();
        let irregular = std::iter::from_fn(|| Some(next()).filter(|byte| *byte != b'\n')).collect();
        row.irregular = String::from_utf8(irregular).unwrap_or_default();
        row.form.clear();
        row.form.push_str(str::from_utf8(&text).unwrap_or_default());
        each(&row);
    }
}

fn count(coder: &mut impl Coder, count: usize) -> u32 {
    let mut model = Number::NEW;
    coder.number(count as u32, &mut model)
}

/// The sets, bit by bit: some classes are in many.
fn sets(coder: &mut impl Coder, mut sets: Vec<u64>) -> Vec<u64> {
    let count = count(coder, sets.len());
    sets.resize(count.min(256) as usize, 0);
    let mut models = [Bit::NEW; 64];
    for set in &mut sets {
        let bits = (0..64)
            .map(|class| u64::from(coder.bit(*set >> class & 1 == 1, &mut models[class])) << class);
        *set = bits.sum();
    }
    sets
}

/// The bytes of the rows, the most frequent first.
fn alphabet(coder: &mut impl Coder, mut alphabet: Vec<u8>) -> Vec<u8> {
    let count = count(coder, alphabet.len());
    alphabet.resize(count.min(256) as usize, 0);
    let mut model = Number::NEW;
    for byte in &mut alphabet {
        *byte = coder.number((*byte).into(), &mut model) as u8;
    }
    alphabet
}

/// Packs rows that stand in the order of their forms.
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code)]
pub fn pack(rows: &[Row]) -> Vec<u8> {
    let mut writer = crate::packing::Writer::new();
    let mut known: Vec<u64> = rows.iter().map(|row| row.classes).collect();
    known.sort_unstable();
    known.dedup();
    assert!(known.len() <= 256, "the number of a set of classes is one byte");
    let known = sets(&mut writer, known);
    let (mut text, mut before) = (Vec::new(), "");
    for row in rows {
        let shared = before.bytes().zip(row.form.bytes()).take_while(|(a, b)| a == b).count();
        let set = known.partition_point(|set| *set < row.classes);
        text.push(shared as u8);
        text.extend(&row.form.as_bytes()[shared..]);
        text.extend([b'\t', set as u8]);
        text.extend(row.irregular.bytes().chain([b'\n']));
        before = &row.form;
    }
    let mut counts = [0; 256];
    text.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let mut used: Vec<u8> = (0..=255).filter(|byte| counts[usize::from(*byte)] > 0).collect();
    used.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));
    let mut models = Text::new(alphabet(&mut writer, used));
    count(&mut writer, rows.len());
    for byte in text {
        writer.byte(byte, &mut models);
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let row = |form: &str, classes, irregular: &str| Row {
            form: form.into(),
            classes,
            irregular: irregular.into(),
        };
        let rows = [
            row("day", 1 << 40, ""),
            row("dayán", 3, ""),
            row("say", 5, "said"),
            row("say so", 1 << 63, ""),
        ];
        let mut found = Vec::new();
        unpack(&pack(&rows), |row| found.push(row.clone()));
        assert_eq!(found, rows);
    }
}
