//! English inflection: the forms of regular verbs and nouns, and endings that tell something.

use super::Class;
use crate::model::{Chars, is_combining};

/// The forms of the one verb that has more of them than others.
pub const BE: [(&str, Class); 8] = [
    ("be", Class::Base),
    ("am", Class::PresentS),
    ("is", Class::PresentS),
    ("are", Class::PresentS),
    ("was", Class::Past),
    ("were", Class::Past),
    ("been", Class::Participle),
    ("being", Class::Ing),
];

/// `plan` → `plans`, `carry` → `carries`, `stress` → `stresses`: third person and plural alike.
pub fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        [stem, "ies"].concat()
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        [word, "es"].concat()
    } else {
        [word, "s"].concat()
    }
}

/// `say` → `says`, `go` → `goes`.
pub fn present(verb: &str) -> String {
    if verb.ends_with('o') { [verb, "es"].concat() } else { with_s(verb) }
}

/// `plan` → `planned`, `agree` → `agreed`, `carry` → `carried`.
pub fn past(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        [stem, "ied"].concat()
    } else if verb.ends_with('e') {
        [verb, "d"].concat()
    } else {
        doubled(verb) + "ed"
    }
}

/// `plan` → `planning`, `note` → `noting`, `agree` → `agreeing`, `lie` → `lying`.
pub fn ing(verb: &str) -> String {
    if let Some(stem) = verb.strip_suffix("ie") {
        [stem, "ying"].concat()
    } else if verb.ends_with('e') && !verb.ends_with("ee") && !verb.ends_with("ye") {
        [&verb[..verb.len() - 1], "ing"].concat()
    } else {
        doubled(verb) + "ing"
    }
}

/// Past the ending of an ordinal number, if the text goes on with one: "st" of "1st", "th" of
/// "4TH".
pub fn past_ordinal(text: &str) -> &str {
    let ending = match text.as_bytes() {
        [a, b, after @ ..] if !after.first().is_some_and(u8::is_ascii_alphanumeric) => {
            matches!(&[a | 0x20, b | 0x20], b"st" | b"nd" | b"rd" | b"th")
        }
        _ => false,
    };
    if ending { &text[2..] } else { text }
}

/// "longer": more of what an adjective tells.
pub fn is_comparative(word: &str) -> bool {
    word.ends_with("er")
}

/// Whether a word in lower case ends like an adverb ("ironically", "evidently") and like hardly any
/// name.
pub fn is_adverb_of_manner(word: &str) -> bool {
    const ENDS: [&str; 12] = [
        "ably", "ally", "edly", "ely", "ently", "ibly", "ingly", "inly", "ively", "ously", "ryly",
        "ully",
    ];
    word.len() > 6 && ENDS.iter().any(|end| word.ends_with(end))
}

/// "meeting": the ending of a present participle, which nouns can have too.
pub fn is_participle(word: &str) -> bool {
    word.ends_with("ing")
}

/// "killed": the ending of most past forms, but not "bed".
pub fn is_past(word: &str) -> bool {
    word.strip_suffix("ed").is_some_and(|stem| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']))
}

/// "Kenyan": the ending of most words for a people that no table has.
pub fn is_people(word: &str) -> bool {
    word.ends_with("an")
}

/// "Kenyan", "Israeli", "Icelander": by its ending a word for one of a people, as well as for the
/// kind.
pub fn is_of_one(people: &str) -> bool {
    is_people(people)
        || people.ends_with('i')
        || ["iton", "lander"].iter().any(|end| people.ends_with(end))
}

/// The other number of an English noun, by its ending: each form an ending behind so many bytes of
/// the word.
///
/// Where several could be, all are given, as those that are no words are in no text either: "wolf"
/// has "wolves" and "wolfs". Irregular plurals other than -men are not known, and a word of three
/// letters or less ("gas", "US") is not taken for a plural.
pub fn other_forms(word: &str) -> Vec<(usize, &'static str)> {
    let mut forms = Vec::new();
    let letters = word.chars().count();
    let latin =
        word.before(is_combining).bytes().next_back().is_some_and(|b| b.is_ascii_lowercase());
    if letters < 2 || !latin {
        return forms;
    }
    forms.push((word.len(), "s"));
    let hisses = word.ends_in("sxzo") || word.ends_with("ch") || word.ends_with("sh");
    if letters >= 3 && hisses {
        forms.push((word.len(), "es"));
    }
    for (ending, plural) in PLURALS {
        if word.ends_with(ending) {
            forms.push((word.len() - ending.len(), plural));
        }
    }
    if letters <= 3 || word == "news" {
        return forms;
    }
    if let Some((ending, singulars)) = SINGULARS.iter().find(|(end, _)| word.ends_with(end)) {
        forms.extend(singulars.iter().map(|singular| (word.len() - ending.len(), *singular)));
    }
    forms
}

/// Endings of singulars and what becomes of them.
const PLURALS: &[(&str, &str)] = &[("y", "ies"), ("f", "ves"), ("fe", "ves"), ("man", "men")];

/// Endings of plurals and what they can come from. The first that fits counts.
const SINGULARS: &[(&str, &[&str])] = &[
    ("men", &["man"]),
    ("ies", &["y", "ie"]),
    ("ves", &["f", "fe", "ve"]),
    ("ses", &["s", "se"]),
    ("xes", &["x", "xe"]),
    ("zes", &["z", "ze"]),
    ("ches", &["ch", "che"]),
    ("shes", &["sh"]),
    ("oes", &["o", "oe"]),
    ("ss", &[]),
    ("us", &[]),
    ("is", &[]),
    ("s", &[""]),
];

fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

/// Doubles the last consonant of a one-syllable verb (`plan`) and of those stressed at the end
/// that the list names; the tables give any other as irregular.
fn doubled(verb: &str) -> String {
    const END_STRESSED: [&str; 6] = ["admit", "refer", "rebut", "concur", "prefer", "regret"];
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let bytes = verb.as_bytes();
    let closed = matches!(bytes, [.., a, b, c] if !vowel(*a) && vowel(*b) && !vowel(*c) && !matches!(c, b'w' | b'x' | b'y'));
    let short = bytes.iter().filter(|b| vowel(**b)).count() == 1;
    if closed && (short || END_STRESSED.contains(&verb)) {
        [verb, &verb[verb.len() - 1..]].concat()
    } else {
        verb.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        let forms = |v: &str| [with_s(v), past(v), ing(v)].join(" ");
        for (verb, expected) in [
            ("ask", "asks asked asking"),
            ("plan", "plans planned planning"),
            ("stress", "stresses stressed stressing"),
            ("deny", "denies denied denying"),
            ("note", "notes noted noting"),
            ("agree", "agrees agreed agreeing"),
            ("admit", "admits admitted admitting"),
            ("answer", "answers answered answering"),
            ("relay", "relays relayed relaying"),
            ("explain", "explains explained explaining"),
        ] {
            assert_eq!(forms(verb), expected);
        }
    }
}
