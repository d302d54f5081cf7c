//! All terms of all topics as one tree, so that a text is searched once.

use super::fold::Folding;
use super::words::{PieceKind, Pieces};
use crate::lexicon::{Index, other_forms};
use crate::model::Topic;

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
