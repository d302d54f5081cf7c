//! Whole readings against readouts with gold.
//!
//! Statements are paired one to one by the words of their content, the best first, from a Jaccard
//! of 0.5 on. What gold marks optional counts neither as missed nor as wrong.
//!
//! | metric | right where |
//! | --- | --- |
//! | content | a statement is found |
//! | who | it is found and given to the speaker who stands for the gold one, or to nobody, both |
//! | kind, cue | of the statements found: the same kind; cues that overlap, or none, both |
//! | mentions | the same span but for quotation marks and stops at its ends, and the right speaker |
//! | title | the same span, in the same way |
//! | dates | the same span and day; role: of those, the same role |
//! | topics | the same label and span |
//!
//! A speaker stands for the gold speaker with whom it shares most names (case and a leading "the"
//! aside); without any shared name, for the one whose mentions it overlaps most.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::calibration::Calibration;
use super::count::{Count, share};
use super::document::{Document, Id, Range, Speaker};
use super::pairing::{Set, intersection, pair, relaxed};

pub fn report(folder: &Path, predicted: &BTreeMap<String, Document>) -> Result<String> {
    let mut out = String::new();
    let total = total(folder, predicted, |name, scores| {
        out += &scores.row(name);
        out.push('\n');
    })?;
    writeln!(out, "{}\n\n{}", total.row("TOTAL"), total.calibration.table())?;
    Ok(out)
}

/// The scores of all documents together; each is shown as it comes.
pub fn total(
    folder: &Path,
    predicted: &BTreeMap<String, Document>,
    mut show: impl FnMut(&str, &Scores),
) -> Result<Scores> {
    let mut total = Scores::default();
    let nothing = Document::default();
    for (text, gold) in load(folder)? {
        let scores = score(&text, &gold, predicted.get(&gold.doc).unwrap_or(&nothing));
        show(&gold.doc, &scores);
        total.add(scores);
    }
    Ok(total)
}

/// Every text with its gold, by file name.
pub fn load(folder: &Path) -> Result<Vec<(Vec<char>, Document)>> {
    let read = |file: &Path| -> Result<(Vec<char>, Document)> {
        let gold: Document = serde_json::from_slice(&fs::read(file)?)?;
        let text = fs::read_to_string(file.with_file_name(format!("{}.txt", gold.doc)))?;
        Ok((text.chars().collect(), gold))
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".gold.json") {
            files.push(file);
        }
    }
    let folder = folder.display();
    ensure!(!files.is_empty(), "{folder} holds neither attributions/ nor *.gold.json");
    files.sort();
    files.iter().map(|file| read(file).with_context(|| file.display().to_string())).collect()
}

#[derive(Default)]
pub struct Scores {
    pub content: Count,
    pub who: Count,
    /// Of the statements found.
    pub kind: usize,
    pub cue: usize,
    pub mentions: Count,
    pub title: Count,
    pub dates: Count,
    /// Of the dates found.
    pub role: usize,
    pub topics: Count,
    calibration: Calibration,
}

impl Scores {
    fn add(&mut self, other: Scores) {
        self.content += other.content;
        self.who += other.who;
        self.kind += other.kind;
        self.cue += other.cue;
        self.mentions += other.mentions;
        self.title += other.title;
        self.dates += other.dates;
        self.role += other.role;
        self.topics += other.topics;
        self.calibration.append(other.calibration);
    }

    fn row(&self, name: &str) -> String {
        format!(
            "{name:24} content {:.3}  who {:.3}/{:.3}/{:.3}  kind {:.2} cue {:.2}  mentions {:.3}  \
             title {:.2}  dates {:.2} role {:.2}  topics {:.3}",
            self.content.f1(),
            self.who.precision(),
            self.who.recall(),
            self.who.f1(),
            share(self.kind, self.content.right),
            share(self.cue, self.content.right),
            self.mentions.f1(),
            self.title.recall(),
            self.dates.f1(),
            share(self.role, self.dates.right),
            self.topics.f1(),
        )
    }
}

pub fn score(text: &[char], gold: &Document, found: &Document) -> Scores {
    let stands_for = speakers(gold, found);
    let mut scores = Scores::default();
    add_statements(&mut scores, text, gold, found, &stands_for);

    let known = |id: &Option<Id>| match id {
        None => Some(None),
        Some(id) => stands_for.get(id).map(|gold| Some(*gold)),
    };
    let mentions: BTreeSet<(Range, Option<&Id>)> =
        gold.mentions.iter().map(|m| (trim(text, m.span), m.speaker.as_ref())).collect();
    let found_mentions: BTreeSet<(Range, Option<&Id>)> = found
        .mentions
        .iter()
        .filter_map(|m| Some((trim(text, m.span), known(&m.speaker)?)))
        .collect();
    scores.mentions = count(&mentions, &found_mentions);

    let title = |document: &Document| document.title.map(|title| trim(text, title));
    scores.title = Count::new(usize::from(title(gold) == title(found)), 1, 1);

    let dates = |document: &Document| -> BTreeMap<(Range, String), Option<String>> {
        document.dates.iter().map(|d| ((d.span, d.iso.clone()), d.role.clone())).collect()
    };
    let (gold_dates, found_dates) = (dates(gold), dates(found));
    let same: Vec<_> = gold_dates.keys().filter(|day| found_dates.contains_key(*day)).collect();
    scores.dates = Count::new(same.len(), found_dates.len(), gold_dates.len());
    scores.role = same.iter().filter(|day| gold_dates[**day] == found_dates[**day]).count();

    let topics = |document: &Document| -> BTreeSet<(String, Range)> {
        let spans = |t: &super::document::Topic| {
            t.spans.iter().map(|span| (t.label.clone(), *span)).collect::<Vec<_>>()
        };
        document.topics.iter().flat_map(spans).collect()
    };
    scores.topics = count(&topics(gold), &topics(found));
    scores
}

fn count<T: Ord>(gold: &BTreeSet<T>, found: &BTreeSet<T>) -> Count {
    Count::new(gold.intersection(found).count(), found.len(), gold.len())
}

fn add_statements(
    scores: &mut Scores,
    text: &[char],
    gold: &Document,
    found: &Document,
    stands_for: &BTreeMap<&Id, &Id>,
) {
    let contents = |document: &Document| -> Vec<Set> {
        document.statements.iter().map(|statement| words(text, &statement.content)).collect()
    };
    let (g, p) = (contents(gold), contents(found));
    let (g, p): (Vec<&Set>, Vec<&Set>) = (g.iter().collect(), p.iter().collect());
    let pairs = pair(&g, &p, |a, b| relaxed(g[a], p[b]));
    let mut neutral = 0;
    let mut judged: Vec<Option<bool>> = vec![Some(false); found.statements.len()];
    for (statement, paired) in gold.statements.iter().zip(pairs) {
        if statement.optional {
            if let Some(at) = paired {
                neutral += 1;
                judged[at] = None;
            }
            continue;
        }
        scores.content.gold += 1;
        let Some(at) = paired else { continue };
        let other = &found.statements[at];
        let speaker = other.speaker.as_ref().map(|id| stands_for.get(id).copied());
        let right = match (&statement.speaker, speaker) {
            (None, None) => true,
            (Some(gold), Some(Some(found))) => gold == found,
            _ => false,
        };
        judged[at] = Some(right);
        scores.content.right += 1;
        scores.who.right += usize::from(right);
        scores.kind += usize::from(other.kind == statement.kind);
        let (a, b) = (words(text, &statement.cue), words(text, &other.cue));
        let same_cue = intersection(&a, &b) > 0 || a.is_empty() && b.is_empty();
        scores.cue += usize::from(same_cue);
    }
    scores.content.predicted = found.statements.len() - neutral;
    scores.who.predicted = scores.content.predicted;
    scores.who.gold = scores.content.gold;
    for (statement, right) in found.statements.iter().zip(judged) {
        if let (Some(confidence), Some(right)) = (statement.confidence, right) {
            scores.calibration.add(confidence, right);
        }
    }
}

/// Which gold speaker a found one stands for.
fn speakers<'d>(gold: &'d Document, found: &'d Document) -> BTreeMap<&'d Id, &'d Id> {
    let mut shared = Vec::new();
    for f in &found.speakers {
        for g in &gold.speakers {
            let both = names(f).intersection(&names(g)).count();
            if both > 0 {
                let other_name = folded(&f.name) != folded(&g.name);
                shared.push((both, other_name, &f.id, &g.id));
            }
        }
    }
    shared.sort_by_key(|(both, other_name, ..)| (usize::MAX - both, *other_name));
    let mut overlaps: Vec<(usize, &Id, &Id)> = Vec::new();
    for f in &found.mentions {
        for g in &gold.mentions {
            let (Some(from), Some(to)) = (&f.speaker, &g.speaker) else { continue };
            if f.span[0] < g.span[1] && g.span[0] < f.span[1] {
                match overlaps.iter_mut().find(|(_, a, b)| (*a, *b) == (from, to)) {
                    Some((times, ..)) => *times += 1,
                    None => overlaps.push((1, from, to)),
                }
            }
        }
    }
    overlaps.sort_by_key(|(times, ..)| usize::MAX - times);
    let mut stands_for: BTreeMap<&Id, &Id> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let by_name = shared.into_iter().map(|(_, _, from, to)| (from, to));
    let by_place = overlaps.into_iter().map(|(_, from, to)| (from, to));
    for (from, to) in by_name.chain(by_place) {
        if !stands_for.contains_key(from) && taken.insert(to) {
            stands_for.insert(from, to);
        }
    }
    stands_for
}

fn names(speaker: &Speaker) -> BTreeSet<String> {
    speaker.aliases.iter().chain([&speaker.name]).map(|name| folded(name)).collect()
}

fn folded(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// Where the words inside the ranges start.
fn words(text: &[char], ranges: &[Range]) -> Set {
    let is_word = |at: usize| text[at].is_alphanumeric() || text[at] == '_';
    let mut starts = Set::new();
    for [start, end] in ranges {
        let (start, end) = (*start, (*end).min(text.len()));
        starts.extend((start..end).filter(|at| is_word(*at) && (*at == start || !is_word(at - 1))));
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Without white space, quotation marks and stops at the ends.
fn trim(text: &[char], [mut start, mut end]: Range) -> Range {
    let outer = |c: char| " \t\r\n\u{a0}\u{200b}\u{200e}\u{200f}\"'“”„‟«»‘’.,;:!?".contains(c);
    while start < end && outer(text[start]) {
        start += 1;
    }
    while end > start && outer(text[end - 1]) {
        end -= 1;
    }
    [start, end]
}
