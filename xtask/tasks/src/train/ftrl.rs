//! Online training of a linear-chain CRF with FTRL-Proximal.
//!
//! Each weight keeps its own learning rate, and L1 makes most of them exactly zero (McMahan et al.,
//! "Ad Click Prediction: a View from the Trenches", KDD 2013, algorithm 1). The weights swing with
//! the last examples that they saw, by a point of F1 in another order, so the mean is taken of
//! those in the second half of all epochs, in three orders.

use whosaid::fitting::{Lattice, Transition, factors};

/// One labelled sequence: the features of every position, its label, and how it was reached.
#[derive(Default)]
pub struct Sequence {
    pub features: Vec<u32>,
    /// Where the features of each position end.
    pub ends: Vec<u32>,
    pub labels: Vec<u8>,
    pub edges: Vec<u16>,
    /// Positions whose label is given and takes no features.
    pub fixed: Vec<bool>,
}

impl Sequence {
    /// Ends a position, whose features have been pushed.
    pub fn end(&mut self, label: u8, edge: u16, fixed: bool) {
        self.ends.push(self.features.len() as u32);
        self.labels.push(label);
        self.edges.push(edge);
        self.fixed.push(fixed);
    }

    fn features_at(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.features[start..self.ends[at] as usize]
    }

    fn len(&self) -> usize {
        self.ends.len()
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub alpha: f32,
    pub l1: f32,
    pub l2: f32,
    pub epochs: usize,
}

/// Weights of `features × L` emissions, then `edges × L × L` transitions.
pub struct Fitted<const L: usize> {
    pub emissions: Vec<[f32; L]>,
    pub transitions: Vec<[[f32; L]; L]>,
}

impl<const L: usize> Fitted<L> {
    fn zeros(features: usize, edges: usize) -> Self {
        Fitted { emissions: vec![[0.0; L]; features], transitions: vec![[[0.0; L]; L]; edges] }
    }

    fn all(&mut self) -> impl Iterator<Item = &mut f32> {
        let transitions = self.transitions.as_flattened_mut().as_flattened_mut();
        self.emissions.as_flattened_mut().iter_mut().chain(transitions)
    }

    fn add(&mut self, other: &Self) {
        let others = other.transitions.as_flattened().as_flattened();
        let others = other.emissions.as_flattened().iter().chain(others);
        self.all().zip(others).for_each(|(weight, other)| *weight += other);
    }

    fn divide(&mut self, by: f32) {
        self.all().for_each(|weight| *weight /= by);
    }

    fn score(&self, sequence: &Sequence, lattice: &mut Lattice<L>) {
        lattice.clear();
        for at in 0..sequence.len() {
            let mut sum = [0.0; L];
            if sequence.fixed[at] {
                sum = [-1e4; L];
                sum[sequence.labels[at] as usize] = 0.0;
            } else {
                for feature in sequence.features_at(at) {
                    for (sum, weight) in sum.iter_mut().zip(&self.emissions[*feature as usize]) {
                        *sum += weight;
                    }
                }
            }
            lattice.push(factors(sum), sequence.edges[at]);
        }
    }
}

/// Weights are added to their mean so often in an epoch.
const SAMPLES: usize = 4;

/// Each shuffles the examples in its own way.
const ORDERS: [u64; 3] = [0x2545_f491_4f6c_dd1d, 0x9e37_79b9_7f4a_7c15, 0xbf58_476d_1ce4_e5b9];

/// Fits the weights to the sequences.
pub fn train<const L: usize>(
    sequences: &[&Sequence],
    features: usize,
    edges: usize,
    settings: Settings,
) -> Fitted<L> {
    let mut sum = Fitted::zeros(features, edges);
    let run = |order| in_order(order, sequences, settings, &mut sum);
    let samples: f32 = ORDERS.into_iter().map(run).sum();
    sum.divide(samples);
    sum
}

/// Fits the weights to the sequences in one order; adds samples of them to `sum` and says how many.
fn in_order<const L: usize>(
    seed: u64,
    sequences: &[&Sequence],
    settings: Settings,
    sum: &mut Fitted<L>,
) -> f32 {
    let (features, edges) = (sum.emissions.len(), sum.transitions.len());
    let (mut fitted, mut samples) = (Fitted::zeros(features, edges), 0.0);
    let mut emissions = State::new(features * L);
    let mut transitions = State::new(edges * L * L);
    let mut tables: Vec<Transition<L>> = vec![[[1.0; L]; L]; edges];
    let mut order: Vec<usize> = (0..sequences.len()).collect();
    let mut random = Random(seed);
    let mut lattice = Lattice::<L>::default();
    for epoch in 1..=settings.epochs {
        random.shuffle(&mut order);
        let mut surprise = 0.0;
        for (done, &at) in order.iter().enumerate() {
            if epoch * 2 > settings.epochs && done % order.len().div_ceil(SAMPLES) == 0 {
                sum.add(&fitted);
                samples += 1.0;
            }
            let sequence = sequences[at];
            fitted.score(sequence, &mut lattice);
            lattice.forward_backward(&tables);
            for i in 0..sequence.len() {
                let label = sequence.labels[i] as usize;
                if !sequence.fixed[i] {
                    let mut gradient = lattice.marginal(i);
                    surprise -= f64::from(gradient[label].max(1e-9).ln());
                    gradient[label] -= 1.0;
                    if gradient.iter().any(|g| g.abs() > 1e-3) {
                        for feature in sequence.features_at(i) {
                            let row = &mut fitted.emissions[*feature as usize];
                            for (y, weight) in row.iter_mut().enumerate() {
                                let at = *feature as usize * L + y;
                                emissions.update(at, gradient[y], weight, settings);
                            }
                        }
                    }
                }
                if i == 0 {
                    continue;
                }
                let edge = sequence.edges[i] as usize;
                let before = sequence.labels[i - 1] as usize;
                for x in 0..L {
                    for y in 0..L {
                        let observed = f32::from(u8::from(x == before && y == label));
                        let gradient = lattice.pair(&tables, i, x, y) - observed;
                        if gradient.abs() > 1e-4 {
                            let weight = &mut fitted.transitions[edge][x][y];
                            transitions.update((edge * L + x) * L + y, gradient, weight, settings);
                        }
                    }
                }
            }
            for edge in &sequence.edges {
                tables[*edge as usize] =
                    fitted.transitions[*edge as usize].map(|row| row.map(f32::exp));
            }
        }
        let used = fitted.emissions.as_flattened().iter().filter(|w| **w != 0.0).count();
        let loss = surprise / sequences.len() as f64;
        eprintln!("  epoch {epoch}: log loss {loss:.3} a sequence, {used} weights");
    }
    samples
}

/// Xorshift: the same order in every run.
struct Random(u64);

impl Random {
    fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            order.swap(i, (self.0 % (i as u64 + 1)) as usize);
        }
    }
}

struct State {
    z: Vec<f32>,
    n: Vec<f32>,
}

impl State {
    fn new(size: usize) -> Self {
        State { z: vec![0.0; size], n: vec![0.0; size] }
    }

    fn update(&mut self, at: usize, gradient: f32, weight: &mut f32, settings: Settings) {
        let (z, n) = (&mut self.z[at], &mut self.n[at]);
        let square = *n + gradient * gradient;
        let sigma = (square.sqrt() - n.sqrt()) / settings.alpha;
        *z += gradient - sigma * *weight;
        *n = square;
        *weight = if z.abs() <= settings.l1 {
            0.0
        } else {
            -(*z - z.signum() * settings.l1)
                / ((1.0 + square.sqrt()) / settings.alpha + settings.l2)
        };
    }
}
