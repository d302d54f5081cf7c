//! The words of names, folded so that spellings of one name are one key.
//!
//! "Al-Assad", "al‑Assad" and "Assad" have one key, "O’Brien" and "OBRIEN" another. A key is a
//! 64-bit hash, so that no copy of the word is kept; two words of one text that share a key by
//! chance are less likely than a broken memory cell.

use crate::lexicon::is_invisible;
use crate::model::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key(pub u64);

/// A word of a name or of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameWord {
    pub span: Span,
    pub key: Key,
    /// "J." of "J. Doe".
    pub initial: bool,
}

impl NameWord {
    pub fn new(text: &str, span: Span) -> Self {
        let word = span.of(text);
        let letters = word.trim_end_matches('.');
        NameWord { span, key: key(word), initial: letters.chars().nth(1).is_none() }
    }
}

/// The key of a word: letters and digits in lower case, Latin letters without their marks, without
/// an Arabic article.
pub fn key(word: &str) -> Key {
    let mut hash = Fnv::new();
    for c in bare(word).chars() {
        if c.is_ascii_alphanumeric() {
            hash.push(c.to_ascii_lowercase() as u32);
        } else if !c.is_ascii() && c.is_alphanumeric() {
            for c in c.to_lowercase() {
                hash.push(plain(c) as u32);
            }
        }
    }
    Key(hash.0)
}

/// The word without an Arabic article that a hyphen joins: "Al-Assad" → "Assad".
fn bare(word: &str) -> &str {
    const ARTICLES: [&str; 10] = ["al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "ul"];
    match word.split_once(['-', '\u{2010}', '\u{2011}']) {
        Some((article, rest))
            if rest.chars().nth(2).is_some()
                && ARTICLES.iter().any(|a| a.eq_ignore_ascii_case(article)) =>
        {
            rest
        }
        _ => word,
    }
}

/// The Latin letter under its mark; any other character as it is.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ľ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

/// The key of a whole stretch of text, in lower case, white space as one blank.
pub fn text_key(text: &str) -> Key {
    let mut hash = Fnv::new();
    for word in text.split_whitespace() {
        for c in word.chars().filter(|c| !is_invisible(*c)) {
            hash.push(c.to_lowercase().next().unwrap_or(c) as u32);
        }
        hash.push(' ' as u32);
    }
    Key(hash.0)
}

/// FNV-1a over characters, 64 bits.
pub struct Fnv(pub u64);

impl Fnv {
    pub fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    pub fn push(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x0100_0000_01b3);
    }
}

/// Keys are hashes already: a map need only mix them once.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyHasher(u64);

impl std::hash::Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

pub type KeyMap<V> = std::collections::HashMap<Key, V, std::hash::BuildHasherDefault<KeyHasher>>;

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
}
