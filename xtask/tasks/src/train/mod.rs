//! Fits the weights of the statement stage: `cargo xtask train DIR... [--out FILE]`.
//!
//! A `DIR` holds a corpus in PolNeAR's format, or readouts with gold annotation. The words that
//! occur often enough become the vocabulary; the first model learns to label units, the second to
//! find the source and content of a cue. The second sees the first one's labels, so it is trained
//! on labels that the first gave to texts it had not seen (two halves, each labelled by a model of
//! the other), and on that model's false cues, which have neither source nor content.

mod ftrl;
pub mod polnear;
mod readouts;

use anyhow::{Context, Result, ensure};
use ftrl::{Fitted, Sequence, Settings};
use lexopt::Arg;
use polnear::{Attribution, Document};
use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use whosaid::Span;
use whosaid::fitting::*;

/// Words seen less often get no weights.
const LEAST_COUNT: u32 = 6;
/// Of the first and the second model.
const LABELS: Settings = Settings { alpha: 0.08, l1: 90.0, l2: 1.0, epochs: 16 };

const JUDGE: Settings = Settings { alpha: 0.05, l1: 4.0, l2: 1.0, epochs: 6 };
/// Cues of the first model less probable than this are no false examples for the second.
const CANDIDATE_IN_TRAINING: f32 = 0.5;

/// A text of the corpus, cut up.
struct Example {
    prepared: Prepared,
    units: Units,
    gold: Vec<Gold>,
}

/// A gold attribution in units.
struct Gold {
    source: Vec<UnitIx>,
    cue: Range<UnitIx>,
    content: Vec<UnitIx>,
    block: Range<UnitIx>,
}

/// `DIR... [--out FILE]`: writes the weights where the library takes them from, or to `FILE`.
pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut corpus = Vec::new();
    let mut out = PathBuf::from("src/statements/weights.bin");
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("out") => out = args.value()?.into(),
            Arg::Value(folder) => corpus.extend(load(Path::new(&folder))?),
            other => return Err(other.unexpected().into()),
        }
    }
    ensure!(!corpus.is_empty(), "which folders hold the corpus? cargo xtask train DIR...");
    std::fs::write(&out, train(corpus)).with_context(|| format!("writing {}", out.display()))
}

/// The texts of one folder.
fn load(folder: &Path) -> Result<Vec<Document>> {
    if !folder.join("attributions").is_dir() {
        return readouts::load(folder);
    }
    polnear::load(folder).with_context(|| format!("reading the corpus in {}", folder.display()))
}

/// Trains on a corpus; returns the bytes of `weights.bin`.
fn train(corpus: Vec<Document>) -> Vec<u8> {
    let preparer = Preparer::default();
    let corpus: Vec<(Document, Prepared)> = corpus
        .into_iter()
        .map(|document| {
            let prepared = preparer.prepare(&document.text);
            (document, prepared)
        })
        .collect();
    let words = frequent_words(&corpus, LEAST_COUNT);
    let vocabulary = Vocabulary::new(&words);
    let examples: Vec<Example> = corpus
        .into_iter()
        .map(|(document, prepared)| {
            let units = preparer.units(&document.text, &prepared, &vocabulary);
            let gold = document
                .attributions
                .iter()
                .filter_map(|attribution| gold(&prepared, &units, attribution))
                .collect();
            Example { prepared, units, gold }
        })
        .collect();
    let cue_space = Space::new(CUE_TEMPLATES, vocabulary.size());
    let role_space = Space::new(ROLE_TEMPLATES, vocabulary.size());
    let judge_space = Space::new(judge::TEMPLATES, vocabulary.size());

    let fit = |examples: &[&Example]| {
        let sequences: Vec<Sequence> =
            examples.iter().flat_map(|example| cue_sequences(&cue_space, example)).collect();
        let sequences: Vec<&Sequence> = sequences.iter().collect();
        ftrl::train::<{ cue_label::COUNT }>(&sequences, cue_space.size(), EDGES, LABELS)
    };
    let fit_roles = |examples: &[&Example], labelled: &[&Labelled]| {
        let frames = frames(&role_space, examples, labelled);
        let frames: Vec<&Sequence> = frames.iter().collect();
        ftrl::train::<{ role_label::COUNT }>(&frames, role_space.size(), ROLE_EDGES, LABELS)
    };
    let half = |fold: usize| -> Vec<&Example> {
        examples.iter().enumerate().filter(|(at, _)| at % 2 == fold).map(|(_, e)| e).collect()
    };
    let all: Vec<&Example> = examples.iter().collect();

    eprintln!("first model, by halves: {} texts", examples.len());
    let half_cues = both(|fold| quantized(&fit(&half(fold)), &cue_space));
    // Each half is labelled by the model of the other.
    let labelled: Vec<Labelled> = examples
        .iter()
        .enumerate()
        .map(|(at, example)| {
            find_cues(&example.units, &half_cues[(at + 1) % 2], CANDIDATE_IN_TRAINING)
        })
        .collect();
    let half_labels = |fold: usize| -> Vec<&Labelled> {
        labelled.iter().enumerate().filter(|(at, _)| at % 2 == fold).map(|(_, l)| l).collect()
    };
    eprintln!("second model, by halves");
    let half_roles =
        both(|fold| quantized(&fit_roles(&half(fold), &half_labels(fold)), &role_space));
    eprintln!("third model");
    let blank = judge::Judge::new(&judge_space, &Steps::zeros(judge_space.size(), 0));
    let mut judged = Vec::new();
    for (at, example) in examples.iter().enumerate() {
        let other = (at + 1) % 2;
        let weights = Weights {
            vocabulary: vocabulary.clone(),
            cues: half_cues[other].clone(),
            roles: half_roles[other].clone(),
            judge: blank.clone(),
        };
        let reports = preparer.reports(&example.prepared, &example.units, &weights);
        for number in 0..reports.len() {
            let mut sequence = Sequence::default();
            judge::features(&judge_space, &example.units, &reports, number, |feature| {
                sequence.features.push(feature)
            });
            sequence.end(u8::from(is_right(example, &reports[number])), 0, false);
            judged.push(sequence);
        }
    }
    let judged: Vec<&Sequence> = judged.iter().collect();
    let judge_weights = ftrl::train::<{ judge::COUNT }>(&judged, judge_space.size(), 1, JUDGE);
    eprintln!("first and second model, all texts");
    let (cue_weights, role_weights) = std::thread::scope(|scope| {
        let cues = scope.spawn(|| fit(&all));
        let labelled: Vec<&Labelled> = labelled.iter().collect();
        let roles = fit_roles(&all, &labelled);
        (cues.join().unwrap(), roles)
    });
    pruned(&words, cue_weights, role_weights, judge_weights)
}

/// The same work for both halves at once.
fn both<T: Send>(work: impl Fn(usize) -> T + Sync) -> [T; 2] {
    std::thread::scope(|scope| {
        let halves = [0, 1].map(|fold| {
            let work = &work;
            scope.spawn(move || work(fold))
        });
        halves.map(|half| half.join().unwrap())
    })
}

/// Whether some gold attribution has the content (Jaccard of the units at least a half) and the
/// source of the report.
fn is_right(example: &Example, report: &Report) -> bool {
    let content: Vec<UnitIx> = report.content.iter().cloned().flatten().collect();
    let weight = |at: &UnitIx| example.units.units[*at].tokens.len() as f32;
    let same = |gold: &Gold| {
        let shared: f32 = content.iter().filter(|at| gold.content.contains(at)).map(weight).sum();
        let both: f32 =
            content.iter().map(weight).sum::<f32>() + gold.content.iter().map(weight).sum::<f32>();
        let source = match &report.source {
            None => gold.source.is_empty(),
            Some(source) => gold.source.iter().any(|at| {
                source.contains(at)
                    && example.units.units[*at].shape.is_word()
                    && !is_determiner(&example.units.units[*at])
            }),
        };
        source && shared / (both - shared) >= 0.5
    };
    example.gold.iter().any(same)
}

fn frequent_words(corpus: &[(Document, Prepared)], least: u32) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for word in corpus.iter().flat_map(|(_, prepared)| &prepared.words) {
        *counts.entry(*word).or_default() += 1;
    }
    let mut words: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(word, _)| word).collect();
    words.sort_unstable();
    words
}

/// The model with its weights rounded as they will ship.
fn quantized<S: Sums, const L: usize>(fitted: &Fitted<L>, space: &Space) -> Model<S, L> {
    Model::new(space, &steps(fitted))
}

fn steps<const L: usize>(fitted: &Fitted<L>) -> Steps<L> {
    let steps = |weight: f32| (weight / STEP).round().clamp(-127.0, 127.0) as i8;
    Steps {
        emissions: fitted.emissions.iter().map(|row| row.map(steps)).collect(),
        transitions: fitted.transitions.iter().map(|t| t.map(|row| row.map(steps))).collect(),
    }
}

/// Packs the weights, without the words that carry none.
fn pruned(
    words: &[u32],
    cues: Fitted<{ cue_label::COUNT }>,
    roles: Fitted<{ role_label::COUNT }>,
    judge: Fitted<{ judge::COUNT }>,
) -> Vec<u8> {
    let (mut cues, mut roles, mut judge) = (steps(&cues), steps(&roles), steps(&judge));
    judge.transitions.clear();
    let mut used = vec![false; words.len() + 1];
    used[0] = true;
    mark_used(CUE_TEMPLATES, &cues, &mut used);
    mark_used(ROLE_TEMPLATES, &roles, &mut used);
    mark_used(judge::TEMPLATES, &judge, &mut used);
    let kept: Vec<u32> =
        words.iter().zip(&used[1..]).filter(|(_, used)| **used).map(|(w, _)| *w).collect();
    cues.emissions = without(CUE_TEMPLATES, &cues, &used);
    roles.emissions = without(ROLE_TEMPLATES, &roles, &used);
    judge.emissions = without(judge::TEMPLATES, &judge, &used);
    let out = write(&kept, &mut cues, &mut roles, &mut judge);
    eprintln!("{} words kept of {}, {} bytes", kept.len(), words.len(), out.len());
    out
}

fn mark_used<const L: usize>(templates: &[Size], steps: &Steps<L>, used: &mut [bool]) {
    let mut base = 0;
    for template in templates {
        match template {
            Size::Rows(times) => {
                for (row, used) in used.iter_mut().enumerate() {
                    let weights = &steps.emissions[base + row * times..base + (row + 1) * times];
                    *used |= weights.as_flattened().iter().any(|weight| *weight != 0);
                }
                base += used.len() * times;
            }
            Size::Fixed(keys) => base += keys,
        }
    }
}

fn without<const L: usize>(templates: &[Size], steps: &Steps<L>, used: &[bool]) -> Vec<[i8; L]> {
    let mut out = Vec::new();
    let mut base = 0;
    for template in templates {
        let size = match template {
            Size::Rows(times) => {
                for row in (0..used.len()).filter(|row| used[*row]) {
                    out.extend(&steps.emissions[base + row * times..base + (row + 1) * times]);
                }
                used.len() * times
            }
            Size::Fixed(keys) => {
                out.extend(&steps.emissions[base..base + keys]);
                *keys
            }
        };
        base += size;
    }
    out
}

/// The units of which the spans cover at least half.
fn covered(prepared: &Prepared, units: &Units, spans: &[Span]) -> Vec<UnitIx> {
    let place = |unit: &Unit| prepared.segments.span(unit.tokens.clone());
    let mut out = Vec::new();
    for want in spans {
        let from = units.units.partition_point(|unit| place(unit).end <= want.start);
        for (at, unit) in units.units.iter().enumerate().skip(from) {
            let have = place(unit);
            if have.start >= want.end {
                break;
            }
            let shared = have.end.min(want.end) - have.start.max(want.start);
            if shared * 2 >= have.len() {
                out.push(at);
            }
        }
    }
    out
}

fn gold(prepared: &Prepared, units: &Units, attribution: &Attribution) -> Option<Gold> {
    let cue = covered(prepared, units, &attribution.cue);
    let cue = *cue.first()?..*cue.last()? + 1;
    let block = units.blocks.iter().find(|block| block.contains(&cue.start))?.clone();
    (cue.end <= block.end).then(|| Gold {
        source: covered(prepared, units, &attribution.source),
        content: covered(prepared, units, &attribution.content),
        cue,
        block,
    })
}

fn cue_sequences(space: &Space, example: &Example) -> Vec<Sequence> {
    let units = &example.units;
    let mut labels = vec![cue_label::OTHER as u8; units.units.len()];
    // A unit with several parts is first of all a cue, then a source.
    for gold in &example.gold {
        gold.content.iter().for_each(|at| labels[*at] = cue_label::CONTENT as u8);
    }
    for gold in &example.gold {
        gold.source.iter().for_each(|at| labels[*at] = cue_label::SOURCE as u8);
    }
    for gold in &example.gold {
        labels[gold.cue.clone()].fill(cue_label::CUE_GOES_ON as u8);
        labels[gold.cue.start] = cue_label::CUE_BEGINS as u8;
    }
    let mut around = Surroundings::default();
    let mut sequence_of = |block: &Range<UnitIx>| {
        around.of(units, block);
        let mut sequence = Sequence::default();
        for at in block.clone() {
            cue_features(space, units, block, at, &around, |feature| {
                sequence.features.push(feature)
            });
            sequence.end(labels[at], units.units[at].tag as u16, false);
        }
        sequence
    };
    units.blocks.iter().map(&mut sequence_of).collect()
}

/// Every gold cue with its source and content; every false cue with neither.
fn frames(space: &Space, examples: &[&Example], labelled: &[&Labelled]) -> Vec<Sequence> {
    let mut out = Vec::new();
    for (example, labelled) in examples.iter().zip(labelled) {
        let mut add = |cue: &Range<UnitIx>, block: &Range<UnitIx>, gold: Option<&Gold>| {
            let frame = Frame::new(&example.units, block, cue.clone());
            out.push(role_sequence(space, &example.units, &frame, &labelled.labels, gold));
        };
        for gold in &example.gold {
            add(&gold.cue, &gold.block, Some(gold));
        }
        for cue in &labelled.cues {
            let overlaps =
                |gold: &Gold| gold.cue.start < cue.units.end && cue.units.start < gold.cue.end;
            if !example.gold.iter().any(overlaps) {
                add(&cue.units, &cue.block, None);
            }
        }
    }
    out
}

fn role_sequence(
    space: &Space,
    units: &Units,
    frame: &Frame,
    labels: &[u8],
    gold: Option<&Gold>,
) -> Sequence {
    let mut features: Vec<Vec<u32>> = vec![Vec::new(); frame.window.len()];
    let look = CueLook::of(units, frame);
    outward(units, frame, |at, path| {
        let features = &mut features[at - frame.window.start];
        let mut put = |feature| features.push(feature);
        unit_features(space, units, at, labels[at], at >= frame.cue.end, &mut put);
        place_features(space, &look, place(&frame.cue, at), &mut put);
        pair_features(space, units, frame, &look, at, labels[at], path, &mut put);
    });
    let mut sequence = Sequence::default();
    for (at, features) in frame.window.clone().zip(features) {
        sequence.features.extend(features);
        let cue = frame.cue.contains(&at);
        let label = match gold {
            Some(gold) if !cue && gold.source.contains(&at) => role_label::SOURCE,
            Some(gold) if !cue && gold.content.contains(&at) => role_label::CONTENT,
            _ => role_label::OTHER,
        };
        sequence.end(label as u8, role_edge(units, frame, at), cue);
    }
    sequence
}
