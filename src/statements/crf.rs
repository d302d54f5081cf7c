//! Linear-chain conditional random field: factors in, label probabilities out.
//!
//! With emission factors `e[i][y]` and transition factors `t[i][x][y]`, the exponentials of what
//! the weights sum to, the probability of a labelling is `Π e[i][y_i] · t[i][y_{i-1}][y_i] / Z`
//! (Lafferty, McCallum, Pereira 2001). All passes scale what they carry at each position to sum to
//! one, so that nothing needs a logarithm; time is linear in the length.

/// Factors of one sequence.
#[derive(Clone, Debug, Default)]
pub struct Lattice<const L: usize> {
    places: Vec<Place<L>>,
}

/// One position of a sequence, and what the passes find there.
#[derive(Clone, Debug)]
struct Place<const L: usize> {
    factors: [f32; L],
    /// Number of the transition table used to reach the position; of the first it is unused.
    edge: u16,
    alpha: [f32; L],
    beta: [f32; L],
    scale: f32,
    /// Of each label, the one before it in the best labelling that ends with it.
    back: [u8; L],
}

/// The factors of a transition, `[from][to]`.
pub type Transition<const L: usize> = [[f32; L]; L];

/// Runs the body for each label. Where the smallest code is asked for no loop is unrolled, and
/// turning five times costs more than the one product that is done each time.
macro_rules! each {
    ($label:ident of $labels:ident: $body:expr) => {
        each!(@ $label, $labels, $body, 0 1 2 3 4)
    };
    (@ $label:ident, $labels:ident, $body:expr, $($number:literal)*) => {
        const { assert!($labels <= [$($number),*].len()) };
        $(if $number < $labels {
            let $label: usize = $number;
            $body;
        })*
    };
}
pub(super) use each;

impl<const L: usize> Lattice<L> {
    pub fn clear(&mut self) {
        self.places.clear();
    }

    /// Adds a position; the largest of its factors is 1.
    pub fn push(&mut self, factors: [f32; L], edge: u16) {
        let (alpha, beta, scale, back) = ([0.0; L], [0.0; L], 0.0, [0; L]);
        self.places.push(Place { factors, edge, alpha, beta, scale, back });
    }

    /// The most probable labelling, into `labels`; gives its probability.
    pub fn best(&mut self, tables: &[Transition<L>], labels: &mut Vec<u8>) -> f32 {
        self.forward(tables);
        labels.clear();
        // The part that the best labelling has in all that end here.
        let (mut best, mut share) = ([1.0; L], 1.0);
        for (at, place) in self.places.iter_mut().enumerate() {
            let mut next = place.factors;
            if at > 0 {
                let transition = &tables[usize::from(place.edge)];
                let (mut most, mut back) = ([0.0; L], [0; L]);
                each!(x of L: each!(y of L: {
                    let through = best[x] * transition[x][y];
                    if through > most[y] {
                        most[y] = through;
                        back[y] = x as u8;
                    }
                }));
                each!(y of L: next[y] *= most[y]);
                place.back = back;
            }
            let scale;
            (best, scale) = scaled(next);
            share *= place.scale / scale;
        }
        let mut label = argmax(&best);
        let probability = best[label] * share;
        for place in self.places.iter().rev() {
            labels.push(label as u8);
            label = place.back[label] as usize;
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
        let mut before = [1.0; L];
        for (at, place) in self.places.iter_mut().enumerate() {
            let mut next = place.factors;
            if at > 0 {
                let transition = &tables[usize::from(place.edge)];
                let mut sums = [0.0; L];
                each!(x of L: each!(y of L: sums[y] += before[x] * transition[x][y]));
                each!(y of L: next[y] *= sums[y]);
            }
            (before, place.scale) = scaled(next);
            place.alpha = before;
        }
    }

    /// What [`Self::marginal`] needs after [`Self::best`].
    pub fn backward(&mut self, tables: &[Transition<L>]) {
        let mut beta = [1.0; L];
        for place in self.places.iter_mut().rev() {
            place.beta = beta;
            let mut after = beta;
            each!(y of L: after[y] = after[y] * place.factors[y] * place.scale);
            let transition = &tables[usize::from(place.edge)];
            beta = [0.0; L];
            each!(x of L: each!(y of L: beta[x] += transition[x][y] * after[y]));
        }
    }

    /// The probability of each label at `i`.
    pub fn marginal(&self, i: usize) -> [f32; L] {
        let place = &self.places[i];
        let mut marginal = place.alpha;
        each!(y of L: marginal[y] *= place.beta[y]);
        marginal
    }

    /// The probability of going from `x` at `i - 1` to `y` at `i`.
    #[cfg(any(test, feature = "fitting"))]
    pub fn pair(&self, tables: &[Transition<L>], i: usize, x: usize, y: usize) -> f32 {
        let [before, place] = [i - 1, i].map(|i| &self.places[i]);
        let transition = tables[usize::from(place.edge)][x][y];
        before.alpha[x] * transition * place.factors[y] * place.scale * place.beta[y]
    }
}

/// Scaled to sum to one, with the factor that did it.
#[inline(always)]
fn scaled<const L: usize>(mut factors: [f32; L]) -> ([f32; L], f32) {
    let mut sum = 0.0;
    each!(y of L: sum += factors[y]);
    // Not `max`, which is a call in wasm.
    let scale = 1.0 / if sum > f32::MIN_POSITIVE { sum } else { f32::MIN_POSITIVE };
    each!(y of L: factors[y] *= scale);
    (factors, scale)
}

/// The place of the largest number, the last of equals.
pub fn argmax<const L: usize>(numbers: &[f32; L]) -> usize {
    let mut best = 0;
    each!(at of L: if numbers[at] >= numbers[best] {
        best = at;
    });
    best
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
