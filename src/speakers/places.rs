//! Countries and their people: which two words speak of one place.
//!
//! English makes the name of a people from that of the country with few suffixes, and invented or
//! new countries follow them: Syria, Syrian; Kaldur, Kalduran; Murjana, Murjani; Merrow, Merrovian.
//! The words that no suffix explains (France, French) are pairs below. "Niger" and "Nigeria" give
//! "Nigerian" both; a text that speaks of both is read wrongly.

use super::words::{NameWord, is_one_of};
use crate::lexicon::lower;

/// Pairs that no suffix explains.
const IRREGULAR: [(&str, &str); 22] = [
    ("france", "french"),
    ("germany", "german"),
    ("spain", "spanish"),
    ("greece", "greek"),
    ("turkey", "turkish"),
    ("poland", "polish"),
    ("netherlands", "dutch"),
    ("holland", "dutch"),
    ("switzerland", "swiss"),
    ("wales", "welsh"),
    ("ireland", "irish"),
    ("britain", "uk"),
    ("uk", "british"),
    ("us", "american"),
    ("us", "united"),
    ("uk", "united"),
    ("america", "us"),
    ("denmark", "danish"),
    ("thailand", "thai"),
    ("kingdom", "uk"),
    ("states", "us"),
    ("norway", "norwegian"),
];

/// Endings of a people's name, and of a country's, which can also have none.
const PEOPLE: &str = "n an ian ean nian vian ese nese i ish ic er s ite ians ans";
const COUNTRY: &str = "a e y ia o w land stan s es ea in us";

/// Whether the two words, in any case, name one place or its people.
pub fn same_place(a: &str, b: &str) -> bool {
    let (a, b) = (&folded(a), &folded(b));
    if a == b {
        return true;
    }
    if IRREGULAR.iter().any(|(x, y)| a == x && b == y || a == y && b == x) {
        return true;
    }
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    // The stem may have lost its last letter: Merrow, Merrovian.
    (0..=2).any(|back| {
        let stem = shared.saturating_sub(back);
        let (Some(a), Some(b)) = (a.get(stem..), b.get(stem..)) else { return false };
        stem >= 3 && (suffixes(a, b) || suffixes(b, a))
    })
}

/// Letters and digits in lower case.
fn folded(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).map(lower).collect()
}

fn suffixes(country: &str, people: &str) -> bool {
    (country.is_empty() || is_one_of(country, COUNTRY)) && is_one_of(people, PEOPLE)
}

/// Whether two words of titles are one, or name one place or its people.
pub fn same_word(text: &str, a: &NameWord, b: &NameWord) -> bool {
    a.key == b.key || same_place(a.span().of(text), b.span().of(text))
}

/// Whether each of two titles has a word that tells where and that the other has not: "the Veyran foreign
/// minister" is not the Brodian one.
pub fn apart(
    text: &str,
    titles: [&[NameWord]; 2],
    tells_where: &dyn Fn(&NameWord) -> bool,
) -> bool {
    let more = |words: &[NameWord], other: &[NameWord]| {
        words
            .iter()
            .filter(|word| tells_where(word))
            .any(|word| !other.iter().any(|other| same_word(text, word, other)))
    };
    let [first, second] = titles;
    more(first, second) && more(second, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_people() {
        for (country, people) in [
            ("Syria", "Syrian"),
            ("Ilmara", "Ilmaran"),
            ("Veyra", "Veyran"),
            ("Kaldur", "Kalduran"),
            ("Murjana", "Murjani"),
            ("Merrow", "Merrovian"),
            ("Sundara", "Sundaran"),
            ("Iran", "Iranian"),
            ("China", "Chinese"),
            ("Turkey", "Turkish"),
            ("Hesperland", "Hesperian"),
            ("Canada", "Canadian"),
            ("U.S.", "American"),
            ("France", "French"),
        ] {
            assert!(same_place(country, people), "{country} {people}");
        }
        for (a, b) in
            [("Iran", "Iraq"), ("Iranian", "Iraqi"), ("Syria", "Serbia"), ("Mali", "Malta")]
        {
            assert!(!same_place(a, b), "{a} {b}");
        }
    }
}
