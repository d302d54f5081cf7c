//! The words of names, folded so that spellings of one name are one key.
//!
//! "Al-Assad", "al‑Assad" and "Assad" have one key, "O’Brien" and "OBRIEN" another. A key is a
//! 64-bit hash, so that no copy of the word is kept; two words of one text that share a key by
//! chance are less likely than a broken memory cell.

use crate::lexicon::fixed::SON_OF;
use crate::lexicon::{is_invisible, lower};
use crate::model::{Fnv, Span};
use std::num::NonZeroU64;

/// Never 0, so that `Option<Key>` takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(NonZeroU64);

impl Key {
    /// Another key for each number.
    pub fn with(self, number: u32) -> Self {
        let mut hash = Fnv(self.0.get());
        hash.push(number);
        hash.into()
    }

    /// The key of two words, in this order.
    pub fn and(self, second: Key) -> Self {
        Fnv(self.0.get().rotate_left(17) ^ second.0.get()).into()
    }
}

impl From<Fnv> for Key {
    fn from(hash: Fnv) -> Self {
        Key(NonZeroU64::new(hash.0).unwrap_or(NonZeroU64::MIN))
    }
}

/// A word of a name or of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameWord {
    pub key: Key,
    pub(super) start: u32,
    /// As in a [`Token`](crate::model::Token), which a word is no longer than.
    pub(super) len: u8,
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
        let (start, len) = (span.start, span.len() as u8);
        NameWord { key: key(word), start, len, initial, generic: false, capital }
    }

    pub fn span(&self) -> Span {
        Span::new(self.start, self.start + u32::from(self.len))
    }

    /// The words of a token: two where a hyphen stands before a capital, as in "Seck-Diarra", but
    /// not after an article, as in "Al-Assad".
    pub fn each(text: &str, span: Span, mut put: impl FnMut(NameWord)) {
        let word = span.of(text);
        let hyphens = || word.find(['-', '\u{2010}', '\u{2011}']);
        let hyphen = may_have_hyphen(word).then(hyphens).flatten().filter(|at| {
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

/// Cheaper than looking for one.
pub fn may_have_hyphen(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte, b'-' | b'\xe2'))
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
    hash.into()
}

/// The word without an Arabic article that a hyphen joins: "Al-Assad" → "Assad".
fn bare(word: &str) -> &str {
    const ARTICLES: [&str; 10] = ["al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "ul"];
    // Most words have no hyphen so early.
    let hyphen = word.bytes().skip(2).take(2).any(|byte| matches!(byte, b'-' | b'\xe2'));
    let parts = || word.split_once(['-', '\u{2010}', '\u{2011}']);
    match hyphen.then(parts).flatten() {
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
    let mut in_word = false;
    for c in text.chars() {
        if !c.is_whitespace() {
            in_word = true;
            if c.is_ascii() || !is_invisible(c) {
                hash.push(lower(c) as u32);
            }
        } else if std::mem::take(&mut in_word) {
            hash.push(' ' as u32);
        }
    }
    if in_word {
        hash.push(' ' as u32);
    }
    hash.into()
}

/// Whether the word is one of a list with blanks between. Shorter in the download than a
/// `matches!`, and byte by byte faster than a comparison for each of the list.
pub fn is_one_of(word: &str, list: &str) -> bool {
    if word.is_empty() {
        return false;
    }
    list.as_bytes().split(|byte| *byte == b' ').any(|one| one == word.as_bytes())
}

/// "I" of "I'd", "we" of "we’ve".
pub fn before_apostrophe(word: &str) -> &str {
    if !word.bytes().any(|byte| matches!(byte, b'\'' | b'\xe2')) {
        return word;
    }
    word.split(['\'', '’']).next().unwrap_or_default()
}

/// A small number for each key, 0 where none was set: an open-addressing table.
#[derive(Debug)]
pub struct KeyMap {
    /// A power of two of them, at most three quarters full.
    slots: Vec<Option<Key>>,
    /// Of each slot. A list of its own, as pairs would take a third more.
    numbers: Vec<u32>,
    used: usize,
}

impl Default for KeyMap {
    fn default() -> Self {
        KeyMap { slots: vec![None; 64], numbers: vec![0; 64], used: 0 }
    }
}

impl KeyMap {
    pub fn get(&self, key: Key) -> u32 {
        self.numbers[self.slot(key)]
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Sets the number of a key, which is not 0; gives the one before.
    pub fn set(&mut self, key: Key, number: u32) -> u32 {
        let slot = self.slot(key);
        self.slots[slot] = Some(key);
        let before = std::mem::replace(&mut self.numbers[slot], number);
        if before == 0 {
            self.used += 1;
            if self.used * 4 > self.slots.len() * 3 {
                self.grow();
            }
        }
        before
    }

    /// The slot that holds the key, or the free one where it would stand.
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        // Keys are hashes already; the upper half of a product is mixed best.
        let mut slot = (key.0.get().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.slots[slot].is_some_and(|held| held != key) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        let slots = std::mem::replace(&mut self.slots, vec![None; size]);
        let numbers = std::mem::replace(&mut self.numbers, vec![0; size]);
        for (key, number) in slots.into_iter().zip(numbers) {
            if let Some(key) = key {
                let slot = self.slot(key);
                self.slots[slot] = Some(key);
                self.numbers[slot] = number;
            }
        }
    }
}

/// Whether two names can be one person's. A single word must be the last word of the other name.
pub fn compatible(text: &str, name: &[NameWord], other: &[NameWord]) -> bool {
    let (short, long) = if name.len() <= other.len() { (name, other) } else { (other, name) };
    match short {
        [] => false,
        [word] => long.last().is_some_and(|l| l.key == word.key),
        [first, .., last] => {
            let same = |a: &NameWord, b: &NameWord| a.key == b.key || is_respelled(text, a, b);
            let starts = long.first().is_some_and(|l| same(l, first) || is_initial(text, l, first));
            let ends = long.last().is_some_and(|l| l.key == last.key);
            let fathers = |l: &NameWord| l.key == first.key && is_fathers(text, l);
            let inside = || short.iter().all(|s| long.iter().any(|l| same(l, s)));
            let all_inside = short.len() < long.len() && inside() && !long.iter().any(fathers);
            starts && ends || all_inside
        }
    }
}

/// "Mehmood" and "Mahmud": the same consonants, at least three, and vowels at the same ends. But
/// "Daniela" is not "Daniel".
fn is_respelled(text: &str, a: &NameWord, b: &NameWord) -> bool {
    let [a, b] = [a, b].map(|word| word.span().of(text));
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let letters = |word: &'_ str| word.chars().map(|c| plain(lower(c))).collect::<Vec<_>>();
    let [a, b] = [a, b].map(letters);
    let ends =
        |word: &[char]| [word.first(), word.last()].map(|c| c.filter(|c| vowel(c)).is_some());
    let consonants = |word: &[char]| {
        let mut kept: Vec<char> = word.iter().copied().filter(|c| !vowel(c)).collect();
        kept.dedup();
        kept
    };
    let kept = consonants(&a);
    kept.len() >= 3 && ends(&a) == ends(&b) && kept == consonants(&b)
}

/// "Nasser" in "Faisal bin Nasser bin Rashid": not himself.
fn is_fathers(text: &str, word: &NameWord) -> bool {
    let before = text[..word.span().start as usize].trim_end();
    SON_OF.iter().any(|bin| before.strip_suffix(bin).is_some_and(|rest| rest.ends_with(' ')))
}

/// Whether one of the words is the initial of the other: "J. Holm" may be Jon Holm, not Peter.
fn is_initial(text: &str, a: &NameWord, b: &NameWord) -> bool {
    let letter = |word: &NameWord| word.span().of(text).chars().next().map(lower);
    a.initial != b.initial && letter(a) == letter(b)
}

/// "ROK", "RoK"
pub fn is_acronym(word: &str) -> bool {
    let capital = |letter: char| letter.is_uppercase();
    word.starts_with(capital) && word.ends_with(capital) && word.len() > 1
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
        let key = |number| key("Holm").with(number);
        for number in 1..1000 {
            assert_eq!(map.set(key(number), number), 0);
        }
        assert_eq!(map.set(key(7), 70), 7);
        assert_eq!([map.get(key(7)), map.get(key(999)), map.get(key(1000))], [70, 999, 0]);
    }
}
