//! What is known of words before any text is read.
//!
//! The tables in `tables/` are plain: a form, its classes, irregular forms. `build.rs` checks and
//! joins them; [`Lexicon::new`] inflects verbs and nouns and indexes everything once. A form of
//! several words ("prime minister") is a phrase; the others are words. Words are looked up folded:
//! lower case, straight apostrophe, without invisible characters and without a final full stop.
//!
//! A rule that is about one word names it by its constant in [`fixed`]; where it is about a kind of
//! word, the tables have a class for it.

mod case;
mod classes;
pub mod fixed;
mod index;
mod inflect;
mod rows;

pub use case::lower;
pub use classes::{Class, Classes};

use crate::model::{Segments, TokenIx, WordId, both, plain_mark, sort_by_number};
pub(crate) use index::Index;
pub use inflect::{
    is_adverb_of_manner, is_comparative, is_of_one, is_participle, is_past, is_people, other_forms,
    past_ordinal,
};

use std::borrow::Cow;

/// A place is looked for from so many words on: "Papua New Guinea".
const LONGEST_PLACE: u32 = 3;

static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The words and phrases of the tables.
#[derive(Debug)]
pub struct Lexicon {
    index: Index,
    words: Vec<Word>,
    phrases: Vec<Phrase>,
}

/// A word of the tables, in one of its forms.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    classes: Classes,
    lemma: WordId,
    /// The phrases that begin with this word: a range of `phrases`.
    phrases: (u16, u16),
    /// Whether one of these has a verb at its head.
    opens_verb: bool,
    /// Whether a phrase has this word right behind its first.
    goes_on: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    words: Vec<WordId>,
    classes: Classes,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Lexicon {
    pub fn new() -> Self {
        let mut lexicon = Lexicon {
            // Packed, a word and its forms take some three bytes each.
            index: Index::with_capacity(TABLES.len() / 3),
            words: vec![Word::default()],
            phrases: Vec::new(),
        };
        for word in fixed::WORDS.split_terminator(' ') {
            lexicon.add_word(word);
        }
        rows::unpack(TABLES, |row| {
            let classes = Classes(row.classes);
            if row.form.contains(' ') {
                lexicon.add_phrase(&row.form, classes, &row.irregular);
            } else {
                lexicon.add_row(&row.form, classes, &row.irregular);
            }
        });
        lexicon.index_phrases();
        lexicon
    }

    /// One more than the highest id.
    pub fn size(&self) -> usize {
        self.words.len()
    }

    /// The word's id, [`WordId::UNKNOWN`] for a word that no table has. `folded` as [`fold`] gives
    /// it.
    pub fn id(&self, folded: &str) -> WordId {
        WordId(self.index.get(folded) as u16)
    }

    /// The word that a text writes so.
    pub fn id_of(&self, written: &str) -> WordId {
        match written.is_ascii() {
            true => WordId(self.index.get_in_lower_case(without_stop(written)) as u16),
            false => self.id(fold(written, &mut String::new())),
        }
    }

    pub fn classes(&self, word: WordId) -> Classes {
        self.words[word.0 as usize].classes
    }

    /// The classes of the word that a text writes so.
    pub fn classes_of(&self, written: &str) -> Classes {
        self.classes(self.id_of(written))
    }

    pub fn has(&self, word: WordId, class: Class) -> bool {
        self.classes(word).has(class)
    }

    /// Whether the token is part of a place of several words: the United "States".
    pub fn is_in_place(&self, segments: &Segments, at: TokenIx) -> bool {
        let around = |from: TokenIx| {
            let found = self.phrase(segments, from);
            found.is_some_and(|(classes, n)| classes.has(Class::Place) && n > 1 && from + n > at)
        };
        (at.saturating_sub(LONGEST_PLACE - 1)..=at).any(around)
    }

    /// `said` → `say`; a word that does not inflect is its own lemma.
    pub fn lemma(&self, word: WordId) -> WordId {
        self.words[word.0 as usize].lemma
    }

    /// The word as the tables write it.
    pub fn form(&self, word: WordId) -> &str {
        self.index.key(word.0.into())
    }

    /// The longest phrase that begins at `at`, with the number of its tokens, at least two.
    #[inline(always)]
    pub fn phrase(&self, segments: &Segments, at: TokenIx) -> Option<(Classes, u32)> {
        let [first, next, ..] = segments.tokens.get(at as usize..)? else { return None };
        let (from, to) = self.words[usize::from(first.word.0)].phrases;
        // Most words begin none, and most others go on with none.
        let may_go_on = from < to && self.words[usize::from(next.word.0)].goes_on;
        let words = segments.tokens[at as usize..].iter().map(|token| token.word);
        if may_go_on { self.longest(words) } else { None }
    }

    /// Whether a phrase begins with the word.
    pub fn begins_phrase(&self, word: WordId) -> bool {
        let (from, to) = self.words[usize::from(word.0)].phrases;
        from < to
    }

    /// The same of a phrase with a verb at its head.
    pub fn begins_verb(&self, word: WordId) -> bool {
        self.words[usize::from(word.0)].opens_verb
    }

    /// The longest phrase that these words begin with, with the number of its words.
    pub fn phrase_of(&self, words: &[WordId]) -> Option<(Classes, u32)> {
        self.longest(words.iter().copied())
    }

    /// Of the phrases with the same two words in front longer ones stand first.
    fn longest(&self, words: impl Iterator<Item = WordId> + Clone) -> Option<(Classes, u32)> {
        let mut front = words.clone();
        let (from, to) = self.words[usize::from(front.next()?.0)].phrases;
        let (phrases, second) = (&self.phrases[from.into()..to.into()], front.next()?);
        let from = phrases.partition_point(|phrase| phrase.words[1] < second);
        let mut near = phrases[from..].iter().take_while(|phrase| phrase.words[1] == second);
        let begins = |phrase: &&Phrase| {
            let mut words = words.clone();
            phrase.words.iter().all(|word| words.next() == Some(*word))
        };
        near.find(begins).map(|phrase| (phrase.classes, phrase.words.len() as u32))
    }

    /// Adds a word without classes.
    fn add_word(&mut self, form: &str) -> WordId {
        self.add(form, Classes::default(), None)
    }

    fn add(&mut self, form: &str, classes: Classes, lemma: Option<WordId>) -> WordId {
        let id = self.index.insert(form);
        let id = u16::try_from(id).expect("a lexicon of at most 65,535 words");
        if id as usize == self.words.len() {
            self.words.push(Word { lemma: WordId(id), ..Word::default() });
        }
        let word = &mut self.words[id as usize];
        word.classes = word.classes.or(classes);
        if let Some(lemma) = lemma {
            word.lemma = lemma;
        }
        WordId(id)
    }

    fn add_row(&mut self, form: &str, classes: Classes, irregular: &str) {
        // A month in another language, an abbreviation, a people: what it stands for.
        const STANDS: Classes =
            Classes::of(&[Class::Month, Class::Abbreviation, Class::Place, Class::Demonym]);
        let stands = classes.has_any(STANDS);
        if stands && !irregular.is_empty() {
            let word = self.add_word(irregular);
            self.add(form, classes, Some(word));
            return;
        }
        let inflects = classes.has(Class::Verb) || classes.has(Class::Noun);
        let lemma = inflects.then(|| self.add_word(form));
        forms(form, classes, irregular, |form, classes| {
            self.add(form, classes, lemma);
        });
    }

    fn add_phrase(&mut self, phrase: &str, classes: Classes, irregular: &str) {
        // The word that inflects: the first of a verb ("call on"), the last of a noun, but for what
        // it is of ("head of state").
        let (head, tail) = phrase.split_once(' ').unwrap_or((phrase, ""));
        let mut put = |parts: [&str; 3], classes| {
            let variant = parts.concat();
            let words = variant.split(' ').map(|word| self.add_word(word)).collect();
            self.phrases.push(Phrase { words, classes });
        };
        if classes.has(Class::Verb) {
            forms(head, classes, irregular, |form, classes| put([form, " ", tail], classes));
        } else if classes.has(Class::Noun) {
            let (noun, of) = phrase.split_at(phrase.find(" of ").unwrap_or(phrase.len()));
            let (start, last) = noun.split_at(noun.rfind(' ').map_or(0, |at| at + 1));
            forms(last, classes, irregular, |form, classes| put([start, form, of], classes));
        } else {
            put([phrase, "", ""], classes);
        }
    }

    fn index_phrases(&mut self) {
        // By the first two words, longer ones first; those of the same words stand side by side.
        sort_by_number(&mut self.phrases, |phrase| {
            let [first, second, rest @ ..] = &phrase.words[..] else { return 0 };
            let hash = rest
                .iter()
                .fold(0, |hash, word| (hash ^ u32::from(word.0)).wrapping_mul(0x0100_0193));
            let rest = (0xff - rest.len() as u32) << 24 | hash >> 8;
            both(u32::from(first.0) << 16 | u32::from(second.0), rest)
        });
        self.phrases.dedup_by(|later, kept| {
            let same = later.words == kept.words;
            if same {
                kept.classes = kept.classes.or(later.classes);
            }
            same
        });
        let end = u16::try_from(self.phrases.len()).expect("at most 65,535 phrases");
        for (at, phrase) in (0..end).zip(&self.phrases) {
            if let Some(second) = phrase.words.get(1) {
                self.words[second.0 as usize].goes_on = true;
            }
            let first = &mut self.words[phrase.words[0].0 as usize];
            first.opens_verb |= phrase.classes.has(Class::Verb);
            let range = &mut first.phrases;
            if range.1 == 0 {
                range.0 = at;
            }
            range.1 = at + 1;
        }
    }
}

/// Gives all forms of a row with the classes of each, its lemma first.
fn forms(form: &str, classes: Classes, irregular: &str, mut put: impl FnMut(&str, Classes)) {
    let mut irregular = irregular.split_whitespace();
    if form == "be" && classes.has(Class::Verb) {
        for (be, class) in inflect::BE {
            put(be, classes.with(class));
        }
    } else if classes.has(Class::Verb) {
        let past = irregular.next().map_or_else(|| inflect::past(form).into(), Cow::Borrowed);
        let participle = irregular.next().unwrap_or(&past);
        let ing = irregular.next().map_or_else(|| inflect::ing(form).into(), Cow::Borrowed);
        put(form, classes.with(Class::Base));
        put(&inflect::present(form), classes.with(Class::PresentS));
        put(&past, classes.with(Class::Past));
        put(participle, classes.with(Class::Participle));
        put(&ing, classes.with(Class::Ing));
    } else if classes.has(Class::Noun) {
        let plural = irregular.next().map_or_else(|| inflect::with_s(form).into(), Cow::Borrowed);
        put(form, classes);
        put(&plural, classes.with(Class::Plural));
    } else {
        put(form, classes);
    }
}

/// Folds a word for look-up into `buffer`: lower case, `’` as `'`, `‑` as `-`, without soft
/// hyphens, zero-width and direction marks, and without a final full stop. Most words stand as they
/// are.
pub fn fold<'b>(word: &'b str, buffer: &'b mut String) -> &'b str {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return without_stop(word);
    }
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        for c in word.chars() {
            if !is_invisible(c) {
                buffer.push(lower(plain_mark(c)));
            }
        }
    }
    without_stop(buffer)
}

fn without_stop(word: &str) -> &str {
    match word.as_bytes() {
        [.., b'.'] => &word[..word.len() - 1],
        _ => word,
    }
}

/// Characters that take no room and do not separate words: soft hyphen, zero-width, direction
/// marks.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_and_nouns_inflect() {
        let lexicon = Lexicon::new();
        let say = lexicon.id("say");
        for (form, class) in
            [("says", Class::PresentS), ("said", Class::Past), ("saying", Class::Ing)]
        {
            let id = lexicon.id(form);
            assert_eq!(lexicon.lemma(id), say, "{form}");
            assert!(lexicon.has(id, class), "{form}");
            assert!(lexicon.has(id, Class::Speech), "{form}");
        }
        assert_eq!(lexicon.id("xyzzy"), WordId::UNKNOWN);
    }

    /// Who gives a word the second of two classes for another reason finds it here.
    #[test]
    fn facts_of_two_classes() {
        let lexicon = Lexicon::new();
        let lemmas = (1..lexicon.words.len() as u16).map(WordId);
        let lemmas: Vec<_> = lemmas.filter(|id| lexicon.lemma(*id) == *id).collect();
        for (is, all) in [
            (Classes::is_counterpart as fn(Classes) -> bool, "counterpart interlocutor"),
            // The first two by accident: they meet somebody, and they are labels.
            (Classes::is_interview, "host audience interview podcast"),
            (Classes::is_unheard, "inaudible indistinct unintelligible"),
            (Classes::is_label_or_article, "a"),
            (Classes::opens_byline, "by source"),
        ] {
            let found = lemmas.iter().filter(|id| is(lexicon.classes(**id)));
            let found: Vec<&str> = found.map(|id| lexicon.form(*id)).collect();
            assert_eq!(found.join(" "), all);
        }
    }

    #[test]
    fn folding() {
        let mut buffer = String::new();
        for (word, folded) in [
            ("U.S.", "u.s"),
            ("Don’t", "don't"),
            ("al‑Bahri", "al-bahri"),
            ("cli\u{ad}mate", "climate"),
        ] {
            assert_eq!(fold(word, &mut buffer), folded);
        }
    }
}
