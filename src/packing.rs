//! What ships in few bytes: adaptive arithmetic coding, for the weights and the lexicon.
//!
//! Each bit is coded with the probability that its [`Bit`] has learnt so far (Witten, Neal, Cleary
//! 1987; the carryless form has no divisions). A format is written once, as a function over a
//! [`Coder`]: the [`Writer`] takes the values that it is given, the [`Reader`] gives back those that
//! it reads, and both learn alike.

/// What was seen so far where a bit stands.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    /// Of a one, in 65,536ths.
    probability: u16,
    /// How often it was seen, up to [`MEMORY`].
    seen: u16,
}

/// After so many bits a model no longer learns more slowly.
const MEMORY: u16 = 120;

impl Bit {
    pub const NEW: Bit = Bit { probability: 1 << 15, seen: 0 };

    fn learn(&mut self, bit: bool) {
        let target = if bit { 65_535 } else { 0 };
        let step = (target - i32::from(self.probability)) * 2 / (2 * i32::from(self.seen) + 3);
        self.probability = (i32::from(self.probability) + step) as u16;
        self.seen = (self.seen + 1).min(MEMORY);
    }
}

/// Bytes that are told from the three before them.
#[derive(Clone, Debug)]
pub struct Text {
    bits: Vec<Bit>,
    before: u32,
}

/// The longest context of a byte, in bytes.
const ORDER: u32 = 3;
/// Contexts are hashed into a table of two to the power of this.
const TABLE: u32 = 18;

impl Text {
    pub fn new() -> Self {
        Text { bits: vec![Bit::NEW; 1 << TABLE], before: 0 }
    }

    /// Where the bit is kept that comes after `node` of the byte and `order` bytes before it.
    fn place(&self, node: u32, order: u32) -> usize {
        let before = self.before & ((1 << (8 * order)) - 1);
        let hash = (before * 4 + order).wrapping_mul(0x9e37_79b1) ^ node.wrapping_mul(0x85eb_ca6b);
        (hash.wrapping_mul(0xc2b2_ae35) >> (32 - TABLE)) as usize
    }
}

/// Bits that tell a number: how long it is, then its digits.
#[derive(Clone, Debug)]
pub struct Number {
    lengths: [Bit; 32],
    digits: [[Bit; 32]; 2],
}

impl Number {
    pub const NEW: Number = Number { lengths: [Bit::NEW; 32], digits: [[Bit::NEW; 32]; 2] };
}

pub trait Coder {
    /// Codes a bit that is a one with the given probability, in 65,536ths; gives it back.
    fn code(&mut self, bit: bool, probability: u16) -> bool;

    fn bit(&mut self, bit: bool, model: &mut Bit) -> bool {
        let bit = self.code(bit, model.probability);
        model.learn(bit);
        bit
    }

    /// A byte of a text. Each length of context has a voice by how often it was seen.
    fn byte(&mut self, byte: u8, text: &mut Text) -> u8 {
        let mut node = 1;
        for digit in (0..8).rev() {
            let (mut voices, mut sum) = (0, 0);
            for order in 1..=ORDER {
                let bit = text.bits[text.place(node, order)];
                let voice = (u64::from(bit.seen) * 8 + 1) << (2 * order);
                voices += voice;
                sum += voice * u64::from(bit.probability);
            }
            let bit = self.code(byte >> digit & 1 == 1, (sum / voices) as u16);
            for order in 1..=ORDER {
                let place = text.place(node, order);
                text.bits[place].learn(bit);
            }
            node = node << 1 | u32::from(bit);
        }
        text.before = text.before << 8 | (node & 0xff);
        node as u8
    }

    /// A number below 2³¹.
    fn number(&mut self, number: u32, models: &mut Number) -> u32 {
        let number = number + 1;
        let mut length = 0;
        while self.bit(number >> length > 1, &mut models.lengths[length.min(31)]) && length < 31 {
            length += 1;
        }
        let mut read = 1;
        for digit in (0..length).rev() {
            // The first digit tells most.
            let models = &mut models.digits[usize::from(digit + 1 == length)];
            read = read << 1 | u32::from(self.bit(number >> digit & 1 == 1, &mut models[digit]));
        }
        read - 1
    }
}

/// The part of the range, from `low` to `high`, that stands for a one.
fn split(low: u32, high: u32, probability: u16) -> u32 {
    let probability = u64::from(probability.clamp(1 << 4, u16::MAX - (1 << 4)));
    low + ((u64::from(high - low) * probability) >> 16) as u32
}

#[derive(Debug)]
pub struct Reader<'b> {
    bytes: std::slice::Iter<'b, u8>,
    low: u32,
    high: u32,
    at: u32,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut reader = Reader { bytes: bytes.iter(), low: 0, high: u32::MAX, at: 0 };
        (0..4).for_each(|_| reader.take());
        reader
    }

    /// After the last byte come zeros.
    fn take(&mut self) {
        self.at = self.at << 8 | u32::from(self.bytes.next().copied().unwrap_or_default());
    }
}

impl Coder for Reader<'_> {
    fn code(&mut self, _: bool, probability: u16) -> bool {
        let split = split(self.low, self.high, probability);
        let bit = self.at <= split;
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.take();
        }
        bit
    }
}

/// Used where tables and weights are made.
#[allow(dead_code)]
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
    low: u32,
    high: u32,
}

#[allow(dead_code)]
impl Writer {
    pub fn new() -> Self {
        Writer { bytes: Vec::new(), low: 0, high: u32::MAX }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.high.to_be_bytes());
        self.bytes
    }
}

impl Coder for Writer {
    fn code(&mut self, bit: bool, probability: u16) -> bool {
        let split = split(self.low, self.high, probability);
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.bytes.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers, bits and bytes in turn.
    fn format(coder: &mut impl Coder, values: &mut [u32]) {
        let (mut model, mut odd, mut text) = (Number::NEW, Bit::NEW, Text::new());
        for value in values {
            let is_odd = coder.bit(*value & 1 == 1, &mut odd);
            let byte = coder.byte((*value >> 1) as u8, &mut text);
            let rest = coder.number(*value >> 9, &mut model);
            *value = rest << 9 | u32::from(byte) << 1 | u32::from(is_odd);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut values: Vec<u32> = (0..3000u32).map(|n| n.wrapping_mul(n) % 977).collect();
        values.extend([0, 1, u32::MAX, 1 << 29]);
        let mut writer = Writer::new();
        format(&mut writer, &mut values.clone());
        let bytes = writer.finish();
        let mut read = vec![0; values.len()];
        format(&mut Reader::new(&bytes), &mut read);
        assert_eq!(read, values);
    }

    #[test]
    fn a_text_is_learnt() {
        let verse = "who said what, and who said that who said it; ".repeat(40);
        let (mut writer, mut text) = (Writer::new(), Text::new());
        for byte in verse.bytes() {
            writer.byte(byte, &mut text);
        }
        let bytes = writer.finish();
        assert!(bytes.len() < verse.len() / 10, "{}", bytes.len());
        let (mut reader, mut text) = (Reader::new(&bytes), Text::new());
        let read: Vec<u8> = verse.bytes().map(|_| reader.byte(0, &mut text)).collect();
        assert_eq!(read, verse.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_to_an_end() {
        for bytes in [&[][..], &[255; 9], &[0; 9]] {
            format(&mut Reader::new(bytes), &mut [0; 500]);
        }
    }
}
