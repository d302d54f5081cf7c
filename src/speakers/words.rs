//! The words of names, folded so that spellings of one name are one key.
//!
//! "Al-Assad", "al‑Assad" and "Assad" have one key, "O’Brien" and "OBRIEN" another. A key is a
//! 64-bit hash, so that no copy of the word is kept; two words of one text that share a key by
//! chance are less likely than a broken memory cell.

use crate::lexicon::{is_invisible, lower};
use crate::model::{Fnv, Span};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key(pub u64);

impl Key {
    /// Another key for each number.
    pub fn with(self, number: u32) -> Self {
        let mut hash = Fnv(self.0);
        hash.push(number);
        Key(hash.0)
    }
}

/// A word of a name or of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameWord {
    pub span: Span,
    pub key: Key,
    /// "J." of "J. Doe".
    pub initial: bool,
    /// A word for a body, "Republic": tells little of which one.
    pub generic: bool,
    /// Has a capital by itself, not as the first word of a sentence.
    pub capital: bool,
}

impl NameWord {
    pub fn new(text: &str, span: Span) -> Self {
        let word = span.of(text);
        let letters = word.trim_end_matches('.');
        let initial = letters.chars().nth(1).is_none();
        let capital = word.starts_with(char::is_uppercase);
        NameWord { span, key: key(word), initial, generic: false, capital }
    }

    /// The words of a token: two where a hyphen stands before a capital, as in "Seck-Diarra", but
    /// not after an article, as in "Al-Assad".
    pub fn each(text: &str, span: Span, mut put: impl FnMut(NameWord)) {
        let word = span.of(text);
        let hyphen = word.find(['-', '\u{2010}', '\u{2011}']).filter(|at| {
            let rest = word[*at..].trim_start_matches(['-', '\u{2010}', '\u{2011}']);
            *at > 2 && rest.starts_with(char::is_uppercase) && bare(word).len() == word.len()
        });
        match hyphen {
            Some(at) => {
                let mark = word[at..].chars().next().map_or(0, char::len_utf8);
                let at = span.start + at as u32;
                put(NameWord::new(text, Span::new(span.start, at)));
                put(NameWord::new(text, Span::new(at + mark as u32, span.end)));
            }
            None => put(NameWord::new(text, span)),
        }
    }
}

/// The key of a word: letters and digits in lower case, Latin letters without their marks, without
/// an Arabic article.
pub fn key(word: &str) -> Key {
    let mut hash = Fnv::new();
    for c in bare(word).chars() {
        if c.is_alphanumeric() {
            hash.push(plain(lower(c)) as u32);
        }
    }
    Key(hash.0)
}

/// The word without an Arabic article that a hyphen joins: "Al-Assad" → "Assad".
fn bare(word: &str) -> &str {
    const ARTICLES: [&str; 10] = ["al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "ul"];
    // Most words have none of these.
    let hyphen = word.bytes().position(|byte| matches!(byte, b'-' | b'\xe2'));
    match hyphen.and_then(|_| word.split_once(['-', '\u{2010}', '\u{2011}'])) {
        Some((article, rest))
            if rest.chars().nth(2).is_some()
                && ARTICLES.iter().any(|a| a.eq_ignore_ascii_case(article)) =>
        {
            rest
        }
        _ => word,
    }
}

/// The letters under the marks of U+E0 to U+17F, 32 in a row; `-` for those that stay as they are.
const UNMARKED: &[u8; 160] = b"\
    aaaaaa-ceeeeiiii-nooooo-ouuuuy-y\
    -a-a-a-c-----c-d-d-e---e-e-e---g\
    ---g-------i---i-i-----k----l-l-\
    --l-n-n-n----o---o-------r-s---s\
    -s-t-t-----u---u-u--------z-z-z-";

/// The Latin letter under its mark; any other character as it is.
fn plain(c: char) -> char {
    let letter = (c as usize).checked_sub(0xe0).and_then(|at| UNMARKED.get(at));
    match (letter, c) {
        (Some(b'-'), _) => c,
        (Some(letter), _) => char::from(*letter),
        (None, 'ș') => 's',
        (None, 'ț') => 't',
        _ => c,
    }
}

/// The key of a whole stretch of text, in lower case, white space as one blank.
pub fn text_key(text: &str) -> Key {
    let mut hash = Fnv::new();
    for word in text.split_whitespace() {
        for c in word.chars().filter(|c| !is_invisible(*c)) {
            hash.push(lower(c) as u32);
        }
        hash.push(' ' as u32);
    }
    Key(hash.0)
}

/// Whether the word is one of a list with blanks between. Shorter in the download than a `matches!`,
/// and byte by byte faster than the search for a character.
pub fn is_one_of(word: &str, list: &str) -> bool {
    let mut listed = list.as_bytes().split(|byte| *byte == b' ');
    !word.is_empty() && listed.any(|listed| listed == word.as_bytes())
}

/// "I" of "I'd", "we" of "we’ve".
pub fn before_apostrophe(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or_default()
}

/// A small number for each key, 0 where none was set: an open-addressing table.
#[derive(Debug)]
pub struct KeyMap {
    /// A power of two of them, at most half full; a number of 0 is a free slot.
    slots: Vec<(Key, u32)>,
    used: usize,
}

impl Default for KeyMap {
    fn default() -> Self {
        KeyMap { slots: vec![(Key(0), 0); 64], used: 0 }
    }
}

impl KeyMap {
    pub fn get(&self, key: Key) -> u32 {
        self.slots[self.slot(key)].1
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Sets the number of a key, which is not 0; gives the one before.
    pub fn set(&mut self, key: Key, number: u32) -> u32 {
        let slot = self.slot(key);
        let before = std::mem::replace(&mut self.slots[slot], (key, number)).1;
        if before == 0 {
            self.used += 1;
            if self.used * 2 > self.slots.len() {
                self.grow();
            }
        }
        before
    }

    /// The slot that holds the key, or the free one where it would stand.
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        // Keys are hashes already; the upper half of a product is mixed best.
        let mut slot = (key.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let room = vec![(Key(0), 0); self.slots.len() * 2];
        for held in std::mem::replace(&mut self.slots, room) {
            if held.1 != 0 {
                let slot = self.slot(held.0);
                self.slots[slot] = held;
            }
        }
    }
}

/// Whether two names can be one person's. A single word must be the last word of the other name.
pub fn compatible(name: &[NameWord], other: &[NameWord]) -> bool {
    let (short, long) = if name.len() <= other.len() { (name, other) } else { (other, name) };
    match short {
        [] => false,
        [word] => long.last().is_some_and(|l| l.key == word.key),
        [first, .., last] => {
            let starts = long.first().is_some_and(|l| {
                l.key == first.key || (l.initial || first.initial) && same_initial(l, first)
            });
            let ends = long.last().is_some_and(|l| l.key == last.key);
            let all_inside = short.len() < long.len()
                && short.iter().all(|s| long.iter().any(|l| l.key == s.key));
            starts && ends || all_inside
        }
    }
}

/// Without the text, equal lengths of an initial cannot be told: keys of single letters are equal
/// for equal letters, and an initial fits any given name that is not itself an initial.
fn same_initial(a: &NameWord, b: &NameWord) -> bool {
    !(a.initial && b.initial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        for (a, b) in [
            ("Al-Assad", "Assad"),
            ("al‑Bahri", "Bahri"),
            ("O’Brien", "OBRIEN"),
            ("Šefčovič", "Sefcovic"),
            ("DOLAN", "Dolan"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("Castro-Wey"), key("Wey"));
    }

    #[test]
    fn numbers_of_many_keys() {
        let mut map = KeyMap::default();
        for number in 1..1000 {
            assert_eq!(map.set(Key(number), number as u32), 0);
        }
        assert_eq!(map.set(Key(7), 70), 7);
        assert_eq!([map.get(Key(7)), map.get(Key(999)), map.get(Key(1000))], [70, 999, 0]);
    }
}
