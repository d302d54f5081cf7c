//! What ships in few bytes: adaptive arithmetic coding, for the weights and the lexicon.
//!
//! Each bit is coded with the probability that its [`Bit`] has learnt so far (Witten, Neal, Cleary
//! 1987; the carryless form has no divisions). A format is written once, as a function over a
//! [`Coder`]: the [`Writer`] takes the values that it is given, the [`Reader`] gives back those
//! that it reads, and both learn alike.

/// What was seen so far where a bit stands.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    /// Of a one, in 65,536ths.
    probability: u16,
    /// How often it was seen, up to [`MEMORY`].
    seen: u16,
}

/// After so many bits a model no longer learns more slowly.
const MEMORY: usize = 60;

/// How far a model goes towards what it has seen, by how much it saw before, in 16,384ths.
static RATES: [u16; MEMORY + 1] = {
    let (mut rates, mut seen) = ([0; MEMORY + 1], 0);
    while seen <= MEMORY {
        rates[seen] = ((2 << 14) / (2 * seen + 3)) as u16;
        seen += 1;
    }
    rates
};

impl Bit {
    pub const NEW: Bit = Bit { probability: 1 << 15, seen: 0 };

    #[inline(always)]
    fn voice(&self) -> u32 {
        u32::from(self.seen) * 8 + 1
    }

    #[inline(always)]
    fn learn(&mut self, bit: bool) {
        let target = if bit { 65_535 } else { 0 };
        let rate = i32::from(RATES[usize::from(self.seen)]);
        let step = ((target - i32::from(self.probability)) * rate) >> 14;
        self.probability = (i32::from(self.probability) + step) as u16;
        self.seen += u16::from(usize::from(self.seen) < MEMORY);
    }
}

/// Bytes that are told from the two before them.
///
/// They stand in an alphabet by how often they occur, in groups of 4, 8, 16, 16 and so on, so that
/// most are told by few bits: whether it is in the first group, in the second, then where in it.
#[derive(Clone, Debug)]
pub struct Text {
    alphabet: Vec<u8>,
    /// Where a byte stands in the alphabet.
    ranks: [u8; 256],
    groups: Vec<Group>,
    before: u32,
}

/// The bits that tell a byte of one group in one context: whether it is there, then its digits, the
/// second after a zero or a one, and so on. A line of the cache holds them.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Group([Bit; 16]);

/// Contexts are hashed into a table of two to the power of this.
const TABLE: u32 = 14;

impl Text {
    /// For a text of these bytes, the most frequent first.
    pub fn new(alphabet: Vec<u8>) -> Self {
        let mut ranks = [0; 256];
        for (rank, byte) in alphabet.iter().take(256).enumerate() {
            ranks[usize::from(*byte)] = rank as u8;
        }
        Text { alphabet, ranks, groups: vec![Group([Bit::NEW; 16]); 1 << TABLE], before: 0 }
    }

    /// Where the bits of the group that begins with `first` are kept after one byte, after two.
    fn places(&self, first: usize) -> [usize; 2] {
        let first = (first as u32).wrapping_mul(0x85eb_ca6b);
        let place = |before: u32| {
            let hash = before.wrapping_mul(0x9e37_79b1) ^ first;
            (hash.wrapping_mul(0xc2b2_ae35) >> (32 - TABLE)) as usize
        };
        [place(self.before << 24 >> 8), place(self.before << 16 >> 8)]
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

    /// A byte of a text.
    fn byte(&mut self, byte: u8, text: &mut Text) -> u8 {
        let rank = usize::from(text.ranks[usize::from(byte)]);
        let (mut first, mut digits) = (0, 2);
        let places = loop {
            let (places, next) = (text.places(first), first + (1 << digits));
            if next >= text.alphabet.len() || self.mixed(rank < next, text, places, 0) {
                break places;
            }
            first = next;
            digits = 4.min(digits + 1);
        };
        let mut node = 1;
        for digit in (0..digits).rev() {
            let bit = (rank.wrapping_sub(first)) >> digit & 1 == 1;
            node = node << 1 | usize::from(self.mixed(bit, text, places, node));
        }
        let rank = first + node - (1 << digits);
        let byte = text.alphabet.get(rank).copied().unwrap_or_default();
        text.before = text.before << 8 | u32::from(byte);
        byte
    }

    /// A bit of a text. Both contexts have a voice by how often they were seen, the longer one a
    /// louder one.
    #[inline(always)]
    fn mixed(&mut self, bit: bool, text: &mut Text, places: [usize; 2], node: usize) -> bool {
        let [short, long] = [&text.groups[places[0]].0[node], &text.groups[places[1]].0[node]];
        let (of_short, of_long) = (short.voice(), long.voice() << 3);
        let sum = of_short * u32::from(short.probability >> 4)
            + of_long * u32::from(long.probability >> 4);
        let bit = self.code(bit, ((sum / (of_short + of_long)) << 4) as u16);
        text.groups[places[0]].0[node].learn(bit);
        text.groups[places[1]].0[node].learn(bit);
        bit
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
        let (mut model, mut odd) = (Number::NEW, Bit::NEW);
        let mut text = Text::new((0..=255).rev().collect());
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
        let alphabet = || Text::new(b" ehotidsawn,;".to_vec());
        let (mut writer, mut text) = (Writer::new(), alphabet());
        for byte in verse.bytes() {
            writer.byte(byte, &mut text);
        }
        let bytes = writer.finish();
        assert!(bytes.len() < verse.len() / 10, "{}", bytes.len());
        let (mut reader, mut text) = (Reader::new(&bytes), alphabet());
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
