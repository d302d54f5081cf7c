//! Linear-chain conditional random field: scores in, label probabilities out.
//!
//! With emission scores `e[i][y]` and transition scores `t[i][x][y]` the probability of a labelling
//! is `exp(Σ e[i][y_i] + t[i][y_{i-1}][y_i]) / Z` (Lafferty, McCallum, Pereira 2001). The sums run
//! over probabilities scaled at each position to sum to one, so that only the emissions cost an
//! exponential; time is linear in the length.

/// Scores of one sequence.
#[derive(Clone, Debug, Default)]
pub struct Lattice<const L: usize> {
    /// Natural logarithms.
    emissions: Vec<[f32; L]>,
    /// `exp(emission - the highest there)`.
    factors: Vec<[f32; L]>,
    /// Number of the transition table used to reach each position; the first is unused.
    edges: Vec<u16>,
    alpha: Vec<[f32; L]>,
    beta: Vec<[f32; L]>,
    scales: Vec<f32>,
    back: Vec<[u8; L]>,
}

/// A transition table: logarithms and their exponentials, `[from][to]`.
#[derive(Clone, Copy, Debug)]
pub struct Transition<const L: usize> {
    pub logs: [[f32; L]; L],
    pub factors: [[f32; L]; L],
}

impl<const L: usize> Transition<L> {
    pub fn new(logs: [[f32; L]; L]) -> Self {
        Transition { logs, factors: logs.map(|row| row.map(f32::exp)) }
    }
}

impl<const L: usize> Lattice<L> {
    pub fn clear(&mut self) {
        self.emissions.clear();
        self.factors.clear();
        self.edges.clear();
    }

    pub fn push(&mut self, emissions: [f32; L], edge: u16) {
        let max = emissions.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        self.factors.push(emissions.map(|e| (e - max).exp()));
        self.emissions.push(emissions);
        self.edges.push(edge);
    }

    fn length(&self) -> usize {
        self.emissions.len()
    }

    /// The most probable labelling, into `labels`.
    pub fn viterbi(&mut self, tables: &[Transition<L>], labels: &mut Vec<u8>) {
        labels.clear();
        let Some(first) = self.emissions.first() else { return };
        let mut score = *first;
        self.back.clear();
        self.back.push([0; L]);
        for (emission, edge) in self.emissions.iter().zip(&self.edges).skip(1) {
            let transition = &tables[*edge as usize].logs;
            let mut next = [f32::NEG_INFINITY; L];
            let mut back = [0u8; L];
            for x in 0..L {
                for y in 0..L {
                    let through = score[x] + transition[x][y];
                    if through > next[y] {
                        next[y] = through;
                        back[y] = x as u8;
                    }
                }
            }
            for y in 0..L {
                score[y] = next[y] + emission[y];
            }
            self.back.push(back);
        }
        let mut label = argmax(&score);
        for back in self.back.iter().rev() {
            labels.push(label as u8);
            label = back[label] as usize;
        }
        labels.reverse();
    }

    /// Makes [`Self::marginal`], [`Self::pair`] and [`Self::probability`] ready.
    pub fn forward_backward(&mut self, tables: &[Transition<L>]) {
        let n = self.length();
        self.alpha.clear();
        self.scales.clear();
        self.beta.clear();
        self.beta.resize(n, [1.0; L]);
        for i in 0..n {
            let mut next = self.factors[i];
            if i > 0 {
                let before = self.alpha[i - 1];
                let transition = &tables[self.edges[i] as usize].factors;
                let mut sum = [0.0; L];
                for x in 0..L {
                    for y in 0..L {
                        sum[y] += before[x] * transition[x][y];
                    }
                }
                for y in 0..L {
                    next[y] *= sum[y];
                }
            }
            let scale = 1.0 / next.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            self.alpha.push(next.map(|a| a * scale));
            self.scales.push(scale);
        }
        for i in (1..n).rev() {
            let transition = &tables[self.edges[i] as usize].factors;
            let after: [f32; L] =
                std::array::from_fn(|y| self.beta[i][y] * self.factors[i][y] * self.scales[i]);
            for (beta, row) in self.beta[i - 1].iter_mut().zip(transition) {
                *beta = row.iter().zip(after).map(|(factor, after)| factor * after).sum();
            }
        }
    }

    /// The probability of each label at `i`.
    pub fn marginal(&self, i: usize) -> [f32; L] {
        std::array::from_fn(|y| self.alpha[i][y] * self.beta[i][y])
    }

    /// The probability of going from `x` at `i - 1` to `y` at `i`.
    #[cfg(any(test, feature = "fitting"))]
    pub fn pair(&self, tables: &[Transition<L>], i: usize, x: usize, y: usize) -> f32 {
        let transition = tables[self.edges[i] as usize].factors[x][y];
        self.alpha[i - 1][x] * transition * self.factors[i][y] * self.scales[i] * self.beta[i][y]
    }

    /// The probability of a whole labelling.
    pub fn probability(&self, tables: &[Transition<L>], labels: &[u8]) -> f32 {
        let mut probability = 1.0;
        for (i, label) in labels.iter().enumerate() {
            let y = *label as usize;
            probability *= self.factors[i][y] * self.scales[i];
            if i > 0 {
                probability *= tables[self.edges[i] as usize].factors[labels[i - 1] as usize][y];
            }
        }
        probability
    }
}

pub fn argmax<const L: usize>(scores: &[f32; L]) -> usize {
    (0..L).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_sum_over_all_labellings() {
        let emissions = [[1.0, 0.0], [0.0, 0.2], [0.0, 3.0]];
        let tables = [Transition::new([[1.0, 0.0], [0.0, 0.5]])];
        let mut lattice = Lattice::<2>::default();
        for emission in emissions {
            lattice.push(emission, 0);
        }
        let paths: Vec<[u8; 3]> = (0..8u8).map(|p| [p & 1, p >> 1 & 1, p >> 2]).collect();
        let weight = |path: &[u8; 3]| {
            let mut score = emissions[0][path[0] as usize];
            for i in 1..3 {
                score += emissions[i][path[i] as usize]
                    + tables[0].logs[path[i - 1] as usize][path[i] as usize];
            }
            score.exp()
        };
        let z: f32 = paths.iter().map(weight).sum();
        lattice.forward_backward(&tables);
        for path in &paths {
            assert!((lattice.probability(&tables, path) - weight(path) / z).abs() < 1e-5);
        }
        let best = paths.iter().max_by(|a, b| weight(a).total_cmp(&weight(b))).unwrap();
        let mut labels = Vec::new();
        lattice.viterbi(&tables, &mut labels);
        assert_eq!(labels, best);
        for i in 0..3 {
            let by_hand: f32 = paths.iter().filter(|p| p[i] == 1).map(weight).sum::<f32>() / z;
            assert!((lattice.marginal(i)[1] - by_hand).abs() < 1e-5);
        }
        let by_hand: f32 =
            paths.iter().filter(|p| p[0] == 0 && p[1] == 1).map(weight).sum::<f32>() / z;
        assert!((lattice.pair(&tables, 1, 0, 1) - by_hand).abs() < 1e-5);
    }
}
