//! How the text writes its words: what tells names from first words of sentences.

use super::look::{HEADS, PEOPLE, VERB_OR_DATE};
use super::phrase::Gender;
use super::words::{Key, KeyMap, key};
use crate::lexicon::fixed::{BIN, CONFERENCE, SUMMIT};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{BlockKind, Layout, Segments, Sentence, Shape, Token};

/// Under the key of a word, or of two, the ways in which it stands: a bit for each.
#[derive(Debug, Default)]
pub struct Known(KeyMap);

/// A word with a capital, and what follows it.
struct Capitals<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    /// No capital stands before it.
    opens: bool,
    tokens: &'a [Token],
}

impl Capitals<'_> {
    /// The word right behind, if it has a capital.
    fn next(&self) -> Option<&Token> {
        self.tokens.get(1).filter(|next| next.shape.is_capitalised())
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_capitalised())
    }

    fn classes(&self, at: usize) -> Classes {
        self.tokens.get(at).map_or(Classes::default(), |token| self.lexicon.classes(token.word))
    }

    fn key(&self, at: usize) -> Key {
        key(self.tokens[at].span().of(self.text))
    }

    /// Neither a title nor the head of a phrase.
    fn is_plain(&self, at: usize) -> bool {
        !self.classes(at).has_any(HEADS.with(Class::Honorific))
    }

    /// "Mr.", "Madame", and no title of an office.
    fn is_plain_style(&self) -> bool {
        let classes = self.classes(0);
        Gender::of(classes).is_some() && !classes.has_any(HEADS.with(Class::Style))
    }

    /// "Sultan bin Nasser"
    fn is_given(&self) -> bool {
        self.tokens.get(1).is_some_and(|next| next.word == BIN)
    }

    /// "Karimi added", "Summit noted", "Labour said": a word that no table has, a meeting, or a
    /// field alone before a verb of speech.
    fn tells(&self) -> bool {
        let [word, verb] = [0, 1].map(|at| self.classes(at));
        let alone = word == Classes::default() || word == Classes::of(&[Class::Portfolio]);
        self.opens
            && (alone || matches!(self.tokens[0].word, SUMMIT | CONFERENCE))
            && verb.has(Class::Speech)
            && verb.has_any(Classes::FINITE)
    }
}

impl Known {
    /// Capitalised inside a sentence of the body.
    const INSIDE: u32 = 1;
    /// After a title like Mr.
    const TITLED: u32 = 2;
    /// Of two words together: they open a stretch of capitals.
    const PAIR: u32 = 4;
    /// After a comma inside a sentence.
    const LISTED: u32 = 8;
    /// After a given name or before "bin", though it could be a title.
    const SURNAME: u32 = 16;
    /// The second behind a title, or of two words one of which is a given name.
    const FAMILY: u32 = 32;
    /// No other word, before a verb of speech: "Karimi added".
    const TELLS: u32 = 64;

    /// What the text shows of its names, by the words of its lines and labels.
    pub fn of(text: &str, layout: &Layout, segments: &Segments, lexicon: &Lexicon) -> Self {
        let mut known = Known::default();
        for sentence in &segments.sentences {
            let tokens = sentence_tokens(segments, sentence);
            if is_title_case(tokens) {
                continue;
            }
            let kind = layout.blocks[sentence.block as usize].kind;
            if matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
                known.gather_capitals(text, tokens);
            }
            known.gather_names(text, tokens, lexicon);
        }
        let mut label = Vec::new();
        for turn in &layout.turns {
            label.clear();
            crate::segment::words(text, turn.label, lexicon, &mut label);
            known.gather_names(text, &label, lexicon);
        }
        known
    }

    /// Words that stand like names: two together, behind a title, before a verb of speech.
    fn gather_names(&mut self, text: &str, tokens: &[Token], lexicon: &Lexicon) {
        let mut opens = true;
        for apposed in tokens.array_windows() {
            self.gather_apposed(text, apposed, lexicon);
        }
        for at in 0..tokens.len() {
            let stretch = Capitals { text, lexicon, opens, tokens: &tokens[at..] };
            opens = !tokens[at].shape.is_capitalised();
            if opens {
                continue;
            }
            match stretch.next() {
                Some(next) => self.gather_pair(&stretch, next),
                None if stretch.tells() => self.add(stretch.key(0), Self::TELLS),
                None if stretch.is_given() => self.add(stretch.key(0), Self::SURNAME),
                None => {}
            }
        }
    }

    /// Two capitals: the first two words of a stretch that begins with no title, or the word behind
    /// one.
    fn gather_pair(&mut self, stretch: &Capitals, next: &Token) {
        let (classes, opens) = (stretch.classes(0), stretch.opens);
        let second = || stretch.key(1);
        let plain = stretch.is_plain(0) && stretch.is_plain(1);
        if classes.has(Class::Honorific) {
            self.add(second(), Self::TITLED);
            // "Ms. Banks", but not "Mr. Speaker"
            let held = stretch.classes(1);
            let crowd = held.has(Class::Plural) || !held.has_any(PEOPLE);
            if stretch.is_plain_style() && crowd && !stretch.is_plain(1) && !stretch.is_capital(2) {
                self.add(second(), Self::SURNAME);
            }
        } else if opens && plain {
            self.add(stretch.key(0).and(second()), Self::PAIR);
        }
        // "Sabine Orlu", "Lirije Hasan"
        let ends = !stretch.is_capital(2);
        let given = classes.or(stretch.classes(1)).has(Class::GivenName);
        if given && opens && plain && ends {
            self.add(second(), Self::FAMILY);
        }
        // "Minister Tomas Berg", "of Foreign Affairs Tomas Berg"
        let titled = classes.has(Class::Office) || classes.has(Class::Portfolio);
        if titled && stretch.is_capital(2) && stretch.is_plain(1) && stretch.is_plain(2) {
            self.add(stretch.key(2), Self::FAMILY);
        }
        // "Tom King"
        let odd = !stretch.is_plain(1) || stretch.lexicon.classes(next.word).has_any(VERB_OR_DATE);
        if classes.has(Class::GivenName) && odd && ends {
            self.add(second(), Self::SURNAME);
        }
    }

    /// In "her lawyer, Gil Pastor, said": the surname.
    fn gather_apposed(&mut self, text: &str, tokens: &[Token; 5], lexicon: &Lexicon) {
        let [title, open, given, surname, close] = tokens;
        let comma = |token: &Token| token.shape == Shape::Comma;
        let person = |token: &Token| lexicon.classes(token.word).has_any(PEOPLE);
        let apposed = comma(open) && comma(close) && title.shape == Shape::Lower;
        let name = || [given, surname].iter().all(|word| word.shape == Shape::Title);
        let unknown = || lexicon.classes(given.word) == Classes::default();
        if apposed && name() && unknown() && person(title) && person(surname) {
            self.add(key(surname.span().of(text)), Self::SURNAME);
        }
    }

    fn add(&mut self, key: Key, bits: u32) {
        self.0.set(key, self.0.get(key) | bits);
    }

    /// Words with a capital inside a sentence.
    fn gather_capitals(&mut self, text: &str, tokens: &[Token]) {
        let mut before = None;
        for token in tokens {
            let previous = before.replace(token.shape);
            if !token.shape.is_capitalised() {
                continue;
            }
            let bits = match previous {
                Some(Shape::Comma) => Self::LISTED,
                Some(shape) if shape.is_word() => Self::INSIDE,
                _ => continue,
            };
            self.add(key(token.span().of(text)), bits);
        }
    }

    pub fn inside(&self, key: Key) -> bool {
        self.0.get(key) & Self::INSIDE != 0
    }

    /// Inside, or after a comma: "her daughter, Ritu, is home".
    pub fn anywhere(&self, key: Key) -> bool {
        self.0.get(key) & (Self::INSIDE | Self::LISTED) != 0
    }

    pub fn surname(&self, key: Key) -> bool {
        self.0.get(key) & Self::SURNAME != 0
    }

    /// The name of somebody: "Mr Berg", "Tomas Berg".
    pub fn family(&self, key: Key) -> bool {
        self.0.get(key) & (Self::FAMILY | Self::TITLED) != 0
    }

    /// The surname of somebody who speaks: "Mr Karimi", "Karimi added".
    pub fn tells(&self, key: Key) -> bool {
        self.0.get(key) & (Self::TELLS | Self::TITLED) != 0
    }

    pub fn pair(&self, first: Key, second: Key) -> bool {
        self.0.get(first.and(second)) & Self::PAIR != 0
    }
}

/// Most words of a headline have capitals: they tell no name.
pub fn is_title_case(tokens: &[Token]) -> bool {
    if tokens.last().is_some_and(|t| t.shape == Shape::Stop) {
        return false;
    }
    let words = tokens.iter().filter(|t| t.shape.is_word());
    let (capital, lower) = words.fold((0, 0), |(capital, lower), token| {
        let long = token.span().len() > 3;
        if token.shape.is_capitalised() {
            (capital + 1, lower)
        } else {
            (capital, lower + u32::from(long))
        }
    });
    capital > 3 && lower * 4 < capital
}

/// The tokens of a sentence.
pub fn sentence_tokens<'a>(segments: &'a Segments, sentence: &Sentence) -> &'a [Token] {
    &segments.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
}
