//! All terms of all topics as one tree, so that a text is searched once.

use super::fold::Folding;
use super::words::{PieceKind, Pieces};
use crate::lexicon::Index;
use crate::model::{Chars, Topic, is_combining};

pub struct Terms {
    /// Every beginning of every term: a place in the tree is the number of the pieces up to it.
    beginnings: Index,
    /// The topics of which a term ends there, by place.
    topics: Vec<Vec<u32>>,
}

impl Terms {
    pub fn new(topics: &[Topic], folding: Folding) -> Self {
        let mut terms = Terms { beginnings: Index::with_capacity(0), topics: vec![Vec::new()] };
        for (number, topic) in (0..).zip(topics) {
            topic.terms.iter().for_each(|term| terms.add(term, number, folding));
        }
        terms
    }

    /// The place that pieces lead to; none if no term begins with them. Written with [`join`].
    pub fn place(&self, pieces: &str) -> Option<usize> {
        Some(self.beginnings.get(pieces) as usize).filter(|place| *place > 0)
    }

    /// The topics of which a term ends at a place.
    pub fn topics(&self, place: usize) -> &[u32] {
        &self.topics[place]
    }

    /// A term is there once for each form of its last word.
    fn add(&mut self, term: &str, topic: u32, folding: Folding) {
        let mut pieces = Pieces::new(term);
        let (mut path, mut folded) = (String::new(), String::new());
        let mut last = None;
        while let Some(piece) = pieces.next(folding, &mut folded) {
            join(&mut path, &folded, piece.spaced);
            self.insert(&path);
            last = Some((piece.kind, path.len() - folded.len()));
        }
        let Some((kind, start)) = last else { return };
        self.end(&path, topic);
        if kind == PieceKind::Word {
            for (stem, ending) in other_forms(&path[start..]) {
                self.end(&[&path[..start + stem], ending].concat(), topic);
            }
        }
    }

    fn end(&mut self, path: &str, topic: u32) {
        let topics = self.insert(path);
        if topics.last() != Some(&topic) {
            topics.push(topic);
        }
    }

    fn insert(&mut self, path: &str) -> &mut Vec<u32> {
        let place = self.beginnings.insert(path) as usize;
        if place == self.topics.len() {
            self.topics.push(Vec::new());
        }
        &mut self.topics[place]
    }
}

/// Adds a piece to those before it, which stays told apart whether white space divides them.
pub fn join(path: &mut String, folded: &str, spaced: bool) {
    if !path.is_empty() {
        path.push(if spaced { ' ' } else { GLUE });
    }
    path.push_str(folded);
}

const GLUE: char = '\0';

/// Singular and plurals of an English word, by its ending. Where several plurals could be, all are
/// given: those that are no words are in no text either.
///
/// The limits: irregular plurals other than -men have to be typed, and a word of three letters or
/// less ("gas", "US") is not taken for a plural.
///
/// A form is an ending behind so many bytes of the word.
fn other_forms(word: &str) -> Vec<(usize, &'static str)> {
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
