//! All terms of all topics as one tree of words, so that a text is searched once.

use super::fold::Folder;
use super::words::{PieceKind, Pieces, is_combining};
use crate::lexicon::Index;
use crate::model::Topic;

/// A place in the tree: the words of a term's beginning.
pub type Node = u32;

const ROOT: Node = 0;

pub struct Terms {
    words: Index,
    /// From a node by a word to a node; sorted.
    edges: Vec<(Node, Step, Node)>,
    /// Node, and the topic that has a term ending there; sorted.
    ends: Vec<(Node, u32)>,
}

/// A word's number, and whether white space stands before it.
type Step = (u32, bool);

impl Terms {
    pub fn new(topics: &[Topic], folder: &Folder) -> Self {
        let mut words = Index::with_capacity(topics.len());
        let mut ways = Vec::new();
        for (topic, terms) in topics.iter().enumerate() {
            for term in &terms.terms {
                add_ways(term, topic as u32, folder, &mut words, &mut ways);
            }
        }
        ways.sort_unstable();
        ways.dedup();
        let mut terms = Terms { words, edges: Vec::new(), ends: Vec::new() };
        terms.grow(&ways);
        terms
    }

    pub fn first(&self, folded: &str) -> Option<Node> {
        self.next(ROOT, folded, false)
    }

    pub fn next(&self, node: Node, folded: &str, spaced: bool) -> Option<Node> {
        let word = self.words.get(folded);
        if word == 0 {
            return None;
        }
        let step = (word, spaced);
        let at = self.edges.binary_search_by_key(&(node, step), |edge| (edge.0, edge.1)).ok()?;
        Some(self.edges[at].2)
    }

    /// The topics of which a term ends here.
    pub fn topics(&self, node: Node) -> impl Iterator<Item = usize> {
        let from = self.ends.partition_point(|end| end.0 < node);
        self.ends[from..].iter().take_while(move |end| end.0 == node).map(|end| end.1 as usize)
    }

    /// `ways` sorted, so that those with the same beginning stand together.
    fn grow(&mut self, ways: &[(Vec<Step>, u32)]) {
        let mut path: Vec<Node> = vec![ROOT];
        let mut before: &[Step] = &[];
        let mut nodes = 1;
        for (way, topic) in ways {
            let shared = way.iter().zip(before).take_while(|(a, b)| a == b).count();
            path.truncate(shared + 1);
            for step in &way[shared..] {
                self.edges.push((path[path.len() - 1], *step, nodes));
                path.push(nodes);
                nodes += 1;
            }
            self.ends.push((path[path.len() - 1], *topic));
            before = way;
        }
        self.edges.sort_unstable();
        self.ends.sort_unstable();
    }
}

/// One way through the tree for each form of the term's last word.
fn add_ways(
    term: &str,
    topic: u32,
    folder: &Folder,
    words: &mut Index,
    ways: &mut Vec<(Vec<Step>, u32)>,
) {
    let mut pieces = Pieces::new(term);
    let mut folded = String::new();
    let mut way: Vec<Step> = Vec::new();
    let mut last = None;
    while let Some(piece) = pieces.next(folder, &mut folded) {
        let spaced = piece.spaced && !way.is_empty();
        way.push((words.insert(&folded), spaced));
        last = Some((piece.kind, spaced, folded.clone()));
    }
    let Some((kind, spaced, word)) = last else { return };
    if kind == PieceKind::Word {
        for form in other_forms(&word) {
            let mut way = way.clone();
            way.pop();
            way.push((words.insert(&form), spaced));
            ways.push((way, topic));
        }
    }
    ways.push((way, topic));
}

/// Singular and plurals of an English word, by its ending. Where several plurals could be, all are
/// given: those that are no words are in no text either.
///
/// The limits: irregular plurals other than -men have to be typed, and a word of three letters or
/// less ("gas", "US") is not taken for a plural.
fn other_forms(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let letters = word.chars().count();
    let bare = word.trim_end_matches(is_combining);
    let latin = bare.ends_with(|c: char| c.is_ascii_lowercase());
    if letters < 2 || !latin {
        return forms;
    }
    let mut put = |stem: &str, ending: &str| forms.push([stem, ending].concat());
    put(word, "s");
    if letters >= 3 && ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        put(word, "es");
    }
    for (ending, plural) in [("y", "ies"), ("f", "ves"), ("fe", "ves"), ("man", "men")] {
        if let Some(stem) = word.strip_suffix(ending) {
            put(stem, plural);
        }
    }
    if letters <= 3 || word == "news" {
        return forms;
    }
    for (ending, singulars) in [
        ("men", &["man"][..]),
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
    ] {
        if let Some(stem) = word.strip_suffix(ending) {
            singulars.iter().for_each(|singular| put(stem, singular));
            break;
        }
    }
    forms
}
