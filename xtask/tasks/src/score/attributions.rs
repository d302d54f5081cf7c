//! Attributions against a corpus in PolNeAR's format.
//!
//! A token is a run of letters and digits or a single mark; a span holds the tokens it overlaps.
//! Items are paired one to one, the best first.
//!
//! | metric | right where |
//! | --- | --- |
//! | content tokens | a token is inside a content of both |
//! | content relaxed | the tokens of two contents overlap by a Jaccard of at least 0.5 |
//! | content exact | they are the same; without marks: the same but for punctuation |
//! | fragments | as above, each part of a content by itself |
//! | cue | two cues share a token |
//! | attribution | contents overlap by 0.5 and the sources share a word that is no determiner, or the gold has no source and the prediction has none |
//! | direct, indirect recall | of the attributions (or contents) of gold that start or end with a double quotation mark, and of the others |

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::calibration::Calibration;
use super::count::{Count, share};
use super::document::{Attribution, Document, Range};
use super::pairing::{Set, intersection, jaccard, pair, relaxed};
use super::words::Words;
use crate::train::polnear;
use whosaid::Span;
use whosaid::export::{Offsets, Unit};

/// A gold text of the corpus.
pub struct Gold {
    pub name: String,
    pub text: String,
    pub attributions: Vec<Attribution>,
}

pub fn report(folder: &Path, predicted: &BTreeMap<String, Document>) -> Result<String> {
    let corpus = polnear::load(folder).with_context(|| format!("reading {}", folder.display()))?;
    let gold: Vec<Gold> = corpus.into_iter().map(gold).collect();
    if let Some(name) = predicted.keys().find(|name| gold.iter().all(|gold| gold.name != **name)) {
        bail!("{}: no such document: {name}", folder.display());
    }
    let scores = score(&gold, predicted);
    let mut out = String::new();
    let head = ["metric", "P", "R", "F1", "right", "gold", "pred"];
    let [metric, p, r, f1, right, all, pred] = head;
    writeln!(out, "{metric:<26}{p:>8}{r:>8}{f1:>8}{right:>8}{all:>8}{pred:>8}")?;
    for (name, count) in scores.counts() {
        let (p, r, f1) = (count.precision(), count.recall(), count.f1());
        let Count { right, predicted, gold } = count;
        writeln!(out, "{name:<26}{p:>8.3}{r:>8.3}{f1:>8.3}{right:>8}{gold:>8}{predicted:>8}")?;
    }
    for (name, right, gold) in scores.recalls() {
        let recall = share(right, gold);
        writeln!(out, "{name:<26}{:>8}{recall:>8.3}{:>8}{right:>8}{gold:>8}", "", "")?;
    }
    write!(out, "\n{}", scores.calibration.table())?;
    Ok(out)
}

fn gold(document: polnear::Document) -> Gold {
    let offsets = Offsets::new(&document.text, Unit::CodePoint);
    let ranges = |spans: &[Span]| -> Vec<Range> {
        offsets.ranges(spans).into_iter().map(|range| range.map(|at| at as usize)).collect()
    };
    let attributions = document.attributions.iter().map(|item| Attribution {
        source: ranges(&item.source),
        cue: ranges(&item.cue),
        content: ranges(&item.content),
        confidence: None,
    });
    Gold { name: document.name, attributions: attributions.collect(), text: document.text.clone() }
}

#[derive(Default)]
pub struct Scores {
    pub content_tokens: Count,
    pub content_relaxed: Count,
    pub content_exact: Count,
    pub content_unmarked: Count,
    pub fragment_relaxed: Count,
    pub fragment_exact: Count,
    pub cue: Count,
    pub attribution: Count,
    /// Gold attributions by whether they are quotations: those found, all.
    direct: Recall,
    indirect: Recall,
    pub calibration: Calibration,
}

/// How many of some gold attributions had their content found, and their source as well.
#[derive(Clone, Copy, Debug, Default)]
struct Recall {
    content: usize,
    attribution: usize,
    gold: usize,
}

impl Scores {
    pub fn counts(&self) -> [(&'static str, Count); 8] {
        [
            ("content tokens", self.content_tokens),
            ("content relaxed", self.content_relaxed),
            ("content exact", self.content_exact),
            ("content exact, no marks", self.content_unmarked),
            ("fragment relaxed", self.fragment_relaxed),
            ("fragment exact", self.fragment_exact),
            ("cue", self.cue),
            ("attribution", self.attribution),
        ]
    }

    pub fn recalls(&self) -> [(&'static str, usize, usize); 4] {
        [
            ("direct and mixed", self.direct.attribution, self.direct.gold),
            ("indirect", self.indirect.attribution, self.indirect.gold),
            ("direct and mixed content", self.direct.content, self.direct.gold),
            ("indirect content", self.indirect.content, self.indirect.gold),
        ]
    }
}

/// A document without predictions counts as one in which nothing was found.
pub fn score(gold: &[Gold], predicted: &BTreeMap<String, Document>) -> Scores {
    let mut scores = Scores::default();
    for gold in gold {
        let words = Words::new(&gold.text);
        let items = Item::all(&words, &gold.attributions);
        let found = predicted.get(&gold.name).map_or(&[][..], |found| &found.attributions);
        add(&mut scores, &items, &Item::all(&words, found));
    }
    scores
}

/// An attribution in tokens.
struct Item {
    source: Set,
    /// The words of the source that can prove it found.
    heads: Set,
    cue: Set,
    content: Set,
    unmarked: Set,
    fragments: Vec<Set>,
    direct: bool,
    confidence: Option<f64>,
}

impl Item {
    /// Those that have a content.
    fn all(words: &Words, attributions: &[Attribution]) -> Vec<Item> {
        let item = |item: &Attribution| {
            let source = words.of(&item.source);
            Item {
                heads: heads(words, &source),
                source,
                cue: words.of(&item.cue),
                content: words.of(&item.content),
                unmarked: words.letters_of(&item.content),
                fragments: item.content.iter().map(|part| words.of(&[*part])).collect(),
                direct: is_direct(words, &item.content),
                confidence: item.confidence,
            }
        };
        attributions.iter().map(item).collect()
    }
}

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "some", "any", "each", "every", "all",
    "both", "no", "another",
];

/// Neither marks nor determiners; all tokens where nothing else would stay.
fn heads(words: &Words, source: &Set) -> Set {
    let weak =
        |token: usize| words.is_mark(token) || DETERMINERS.contains(&words.lower(token).as_str());
    let strong: Set = source.iter().copied().filter(|token| !weak(*token)).collect();
    if strong.is_empty() { source.clone() } else { strong }
}

/// Whether a part starts or, closing punctuation aside, ends with a double quotation mark.
fn is_direct(words: &Words, content: &[Range]) -> bool {
    let is_double = |c: char| "\"“”„‟«»＂".contains(c);
    content.iter().any(|part| {
        let part = words.slice(*part);
        let part = part.trim();
        let tail = part.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', ' ']);
        part.starts_with(is_double)
            || tail.ends_with(is_double)
            || part.starts_with("``")
            || tail.ends_with("''")
    })
}

fn add(scores: &mut Scores, gold: &[Item], found: &[Item]) {
    let tokens = |items: &[Item]| -> Set {
        let mut all: Set = items.iter().flat_map(|item| &item.content).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (in_gold, in_found) = (tokens(gold), tokens(found));
    scores.content_tokens +=
        Count::new(intersection(&in_gold, &in_found), in_found.len(), in_gold.len());

    let with_content = |items: &[Item]| -> Vec<usize> {
        (0..items.len()).filter(|item| !items[*item].content.is_empty()).collect()
    };
    let (g_ids, p_ids) = (with_content(gold), with_content(found));
    let g_content: Vec<&Set> = g_ids.iter().map(|id| &gold[*id].content).collect();
    let p_content: Vec<&Set> = p_ids.iter().map(|id| &found[*id].content).collect();
    let g = |at: usize| &gold[g_ids[at]];
    let p = |at: usize| &found[p_ids[at]];
    let pairs = |score: &dyn Fn(&Item, &Item) -> f64| {
        pair(&g_content, &p_content, |a, b| score(g(a), p(b)))
    };
    let same = |same: bool| f64::from(u8::from(same));
    let overlapping = pairs(&|a, b| relaxed(&a.content, &b.content));
    let attributed = pairs(&|a, b| {
        let right = match a.source.is_empty() {
            true => b.source.is_empty(),
            false => intersection(&a.heads, &b.source) > 0,
        };
        if right { relaxed(&a.content, &b.content) } else { 0.0 }
    });
    let count = |pairs: &[Option<usize>]| {
        Count::new(pairs.iter().flatten().count(), p_ids.len(), g_ids.len())
    };
    scores.content_relaxed += count(&overlapping);
    scores.content_exact += count(&pairs(&|a, b| same(a.content == b.content)));
    scores.content_unmarked += count(&pairs(&|a, b| same(a.unmarked == b.unmarked)));
    scores.attribution += count(&attributed);
    for at in 0..g_ids.len() {
        let recall = if g(at).direct { &mut scores.direct } else { &mut scores.indirect };
        recall.gold += 1;
        recall.content += usize::from(overlapping[at].is_some());
        recall.attribution += usize::from(attributed[at].is_some());
    }
    for at in 0..p_ids.len() {
        if let Some(confidence) = p(at).confidence {
            scores.calibration.add(confidence, attributed.contains(&Some(at)));
        }
    }
    scores.fragment_relaxed += sets(gold, found, fragments, relaxed);
    scores.fragment_exact += sets(gold, found, fragments, |a, b| same(a == b));
    scores.cue += sets(gold, found, |item| vec![&item.cue], jaccard);
}

fn fragments(item: &Item) -> Vec<&Set> {
    item.fragments.iter().collect()
}

/// Pairs what `of` takes out of the items; empty sets do not count.
fn sets<'i>(
    gold: &'i [Item],
    found: &'i [Item],
    of: impl Fn(&'i Item) -> Vec<&'i Set>,
    score: impl Fn(&Set, &Set) -> f64,
) -> Count {
    let all = |items: &'i [Item]| -> Vec<&'i Set> {
        items.iter().flat_map(&of).filter(|set| !set.is_empty()).collect()
    };
    let (gold, found) = (all(gold), all(found));
    let pairs = pair(&gold, &found, |a, b| score(gold[a], found[b]));
    Count::new(pairs.iter().flatten().count(), found.len(), gold.len())
}
