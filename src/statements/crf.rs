//! Linear-chain conditional random field: factors in, label probabilities out.
//!
//! With emission factors `e[i][y]` and transition factors `t[i][x][y]`, the exponentials of what the
//! weights sum to, the probability of a labelling is `Π e[i][y_i] · t[i][y_{i-1}][y_i] / Z` (Lafferty,
//! McCallum, Pereira 2001). All passes scale what they carry at each position to sum to one, so that
//! nothing needs a logarithm; time is linear in the length.

/// Factors of one sequence.
#[derive(Clone, Debug, Default)]
pub struct Lattice<const L: usize> {
    factors: Vec<[f32; L]>,
    /// Number of the transition table used to reach each position; the first is unused.
    edges: Vec<u16>,
    alpha: Vec<[f32; L]>,
    beta: Vec<[f32; L]>,
    scales: Vec<f32>,
    back: Vec<[u8; L]>,
}

/// The factors of a transition, `[from][to]`.
pub type Transition<const L: usize> = [[f32; L]; L];

impl<const L: usize> Lattice<L> {
    pub fn clear(&mut self) {
        self.factors.clear();
        self.edges.clear();
    }

    /// Adds a position; the largest of its factors is 1.
    pub fn push(&mut self, factors: [f32; L], edge: u16) {
        self.factors.push(factors);
        self.edges.push(edge);
    }

    /// The most probable labelling, into `labels`; gives its probability.
    pub fn best(&mut self, tables: &[Transition<L>], labels: &mut Vec<u8>) -> f32 {
        self.forward(tables);
        labels.clear();
        self.back.clear();
        // The part that the best labelling has in all that end here.
        let (mut best, mut share) = ([1.0; L], 1.0);
        for (at, (factors, edge)) in self.factors.iter().zip(&self.edges).enumerate() {
            let (mut next, mut back) = ([0.0; L], [0u8; L]);
            if at == 0 {
                next = *factors;
            } else {
                let transition = &tables[*edge as usize];
                for x in 0..L {
                    for y in 0..L {
                        let through = best[x] * transition[x][y];
                        if through > next[y] {
                            next[y] = through;
                            back[y] = x as u8;
                        }
                    }
                }
                for y in 0..L {
                    next[y] *= factors[y];
                }
            }
            let scale;
            (best, scale) = scaled(next);
            share *= self.scales[at] / scale;
            self.back.push(back);
        }
        let mut label = argmax(&best);
        let probability = best[label] * share;
        for back in self.back.iter().rev() {
            labels.push(label as u8);
            label = back[label] as usize;
        }
        labels.reverse();
        probability
    }

    /// Makes [`Self::marginal`] and [`Self::pair`] ready.
    pub fn forward_backward(&mut self, tables: &[Transition<L>]) {
        self.forward(tables);
        self.backward(tables);
    }

    fn forward(&mut self, tables: &[Transition<L>]) {
        self.alpha.clear();
        self.scales.clear();
        let mut before = [1.0; L];
        for (at, (factors, edge)) in self.factors.iter().zip(&self.edges).enumerate() {
            let mut next = *factors;
            if at > 0 {
                let mut sums = [0.0; L];
                for (before, row) in before.iter().zip(&tables[*edge as usize]) {
                    for y in 0..L {
                        sums[y] += before * row[y];
                    }
                }
                for y in 0..L {
                    next[y] *= sums[y];
                }
            }
            let (next, scale) = scaled(next);
            self.alpha.push(next);
            self.scales.push(scale);
            before = next;
        }
    }

    /// What [`Self::marginal`] needs after [`Self::best`].
    pub fn backward(&mut self, tables: &[Transition<L>]) {
        // Filled from the last position to the first.
        self.beta.clear();
        let mut beta = [1.0; L];
        for ((factors, edge), scale) in self.factors.iter().zip(&self.edges).zip(&self.scales).rev()
        {
            self.beta.push(beta);
            let mut after = [0.0; L];
            for y in 0..L {
                after[y] = beta[y] * factors[y] * scale;
            }
            for (beta, row) in beta.iter_mut().zip(&tables[*edge as usize]) {
                *beta = 0.0;
                for y in 0..L {
                    *beta += row[y] * after[y];
                }
            }
        }
        self.beta.reverse();
    }

    /// The probability of each label at `i`.
    pub fn marginal(&self, i: usize) -> [f32; L] {
        std::array::from_fn(|y| self.alpha[i][y] * self.beta[i][y])
    }

    /// The probability of going from `x` at `i - 1` to `y` at `i`.
    #[cfg(any(test, feature = "fitting"))]
    pub fn pair(&self, tables: &[Transition<L>], i: usize, x: usize, y: usize) -> f32 {
        let transition = tables[self.edges[i] as usize][x][y];
        self.alpha[i - 1][x] * transition * self.factors[i][y] * self.scales[i] * self.beta[i][y]
    }
}

/// Scaled to sum to one, with the factor that did it.
fn scaled<const L: usize>(factors: [f32; L]) -> ([f32; L], f32) {
    let sum = factors.iter().sum::<f32>();
    // Not `max`, which is a call in wasm.
    let scale = 1.0 / if sum > f32::MIN_POSITIVE { sum } else { f32::MIN_POSITIVE };
    (factors.map(|factor| factor * scale), scale)
}

/// The place of the largest number, the last of equals.
pub fn argmax<const L: usize>(numbers: &[f32; L]) -> usize {
    (0..L).fold(0, |best, at| if numbers[at] >= numbers[best] { at } else { best })
}

/// Factors of emissions given as logarithms: exponentials, the largest of them 1.
#[cfg(any(test, feature = "fitting"))]
pub fn factors<const L: usize>(logs: [f32; L]) -> [f32; L] {
    let max = logs.into_iter().fold(f32::NEG_INFINITY, f32::max);
    logs.map(|log| (log - max).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_sum_over_all_labellings() {
        let emissions: [[f32; 2]; 3] = [[1.0, 0.0], [0.0, 0.2], [0.0, 3.0]];
        let logs: [[f32; 2]; 2] = [[1.0, 0.0], [0.0, 0.5]];
        let tables = [logs.map(|row| row.map(f32::exp))];
        let mut lattice = Lattice::<2>::default();
        for emission in emissions {
            lattice.push(factors(emission), 0);
        }
        let paths: Vec<[u8; 3]> = (0..8u8).map(|p| [p & 1, p >> 1 & 1, p >> 2]).collect();
        let weight = |path: &[u8; 3]| {
            let mut score = emissions[0][path[0] as usize];
            for i in 1..3 {
                score +=
                    emissions[i][path[i] as usize] + logs[path[i - 1] as usize][path[i] as usize];
            }
            score.exp()
        };
        let z: f32 = paths.iter().map(weight).sum();
        let best = paths.iter().max_by(|a, b| weight(a).total_cmp(&weight(b))).unwrap();
        let mut labels = Vec::new();
        let probability = lattice.best(&tables, &mut labels);
        assert_eq!(labels, best);
        assert!((probability - weight(best) / z).abs() < 1e-5);
        lattice.backward(&tables);
        for i in 0..3 {
            let by_hand: f32 = paths.iter().filter(|p| p[i] == 1).map(weight).sum::<f32>() / z;
            assert!((lattice.marginal(i)[1] - by_hand).abs() < 1e-5);
        }
        let by_hand: f32 =
            paths.iter().filter(|p| p[0] == 0 && p[1] == 1).map(weight).sum::<f32>() / z;
        assert!((lattice.pair(&tables, 1, 0, 1) - by_hand).abs() < 1e-5);
    }

    #[test]
    fn a_long_sequence_has_a_best_labelling() {
        let mut lattice = Lattice::<3>::default();
        (0..400).for_each(|_| lattice.push([0.9, 1.0, 0.9], 0));
        let mut labels = Vec::new();
        let probability = lattice.best(&[[[1.0; 3]; 3]], &mut labels);
        assert!(labels.iter().all(|label| *label == 1));
        assert!(probability < 1e-30);
    }
}
