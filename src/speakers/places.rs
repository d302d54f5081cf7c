//! Countries and their people: which two words speak of one place.
//!
//! English makes the name of a people from that of the country with few suffixes, and invented or
//! new countries follow them: Syria, Syrian; Kaldur, Kalduran; Murjana, Murjani; Merrow, Merrovian.
//! Those that no suffix explains (France, French) are in `tables/places.tsv`. "Niger" and "Nigeria"
//! give "Nigerian" both; a text that speaks of both is read wrongly.

use super::words::{NameWord, is_one_of};
use crate::lexicon::{Class, Classes, Lexicon, lower};
use crate::model::WordId;

/// What else they are called whose letters spell a pronoun, or whose name has a common noun.
const LETTERS: [&str; 3] =
    ["us american america states", "uk british britain kingdom", "un nations"];

/// Those of them that begin with "United".
const UNITED: &str = "us uk uae";

/// Endings of a people's name, and of a country's, which can also have none.
const PEOPLE: &str = "n an ian ean nian vian ese nese i ish ic er s ite ians ans";
const COUNTRY: &str = "a e y ia o w land stan istan s es ea in us";

/// Whether the two words, in any case, name one place or its people.
pub fn same_place(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    const PLACES: Classes = Classes::of(&[Class::Place, Class::Demonym]);
    let (a, b) = (&folded(a), &folded(b));
    let united = |a: &str, b: &str| a == "united" && is_one_of(b, UNITED);
    let letters = |names: &&str| is_one_of(a, names) && is_one_of(b, names);
    if a == b || LETTERS.iter().any(letters) || united(a, b) || united(b, a) {
        return true;
    }
    let ids = [a, b].map(|word| lexicon.id(word));
    let known = ids.iter().any(|id| lexicon.classes(*id).has_any(PLACES));
    let [x, y] = ids.map(|id| lexicon.lemma(id));
    if known && x == y && x != WordId::UNKNOWN {
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

/// Whether the word is part of a country's name that letters stand for: the United "States".
pub fn is_of_letters(word: &str) -> bool {
    let word = folded(word);
    LETTERS.iter().any(|names| is_one_of(&word, names))
}

/// Letters and digits in lower case.
fn folded(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).map(lower).collect()
}

fn suffixes(country: &str, people: &str) -> bool {
    (country.is_empty() || is_one_of(country, COUNTRY)) && is_one_of(people, PEOPLE)
}

/// Whether two words of titles are one, or name one place or its people.
pub fn same_word(lexicon: &Lexicon, text: &str, a: &NameWord, b: &NameWord) -> bool {
    a.key == b.key || same_place(lexicon, a.span().of(text), b.span().of(text))
}

/// Whether each of two titles has a word that tells where and that the other has not: "the Veyran
/// foreign minister" is not the Brodian one.
pub fn apart(
    lexicon: &Lexicon,
    text: &str,
    titles: [&[NameWord]; 2],
    tells_where: &dyn Fn(&NameWord) -> bool,
) -> bool {
    let more = |words: &[NameWord], other: &[NameWord]| {
        words
            .iter()
            .filter(|word| tells_where(word))
            .any(|word| !other.iter().any(|other| same_word(lexicon, text, word, other)))
    };
    let [first, second] = titles;
    more(first, second) && more(second, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_people() {
        let lexicon = Lexicon::new();
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
            ("Türkiye", "Turkish"),
            ("Kazakhstan", "Kazakh"),
            ("Sweden", "Swedish"),
            ("UK", "British"),
            ("Kingdom", "British"),
            ("States", "American"),
            ("Lebanon", "Lebanese"),
            ("Argentina", "Argentine"),
            ("Emirates", "Emirati"),
            ("Tarazistan", "Tarazi"),
        ] {
            assert!(same_place(&lexicon, country, people), "{country} {people}");
        }
        for (a, b) in [
            ("Iran", "Iraq"),
            ("Sweden", "Swiss"),
            ("Iranian", "Iraqi"),
            ("Syria", "Serbia"),
            ("Mali", "Malta"),
        ] {
            assert!(!same_place(&lexicon, a, b), "{a} {b}");
        }
    }
}
