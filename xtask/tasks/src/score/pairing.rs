//! Which prediction stands for which gold item.

use std::collections::HashMap;

/// Tokens of a text by number, sorted.
pub type Set = Vec<usize>;

pub fn intersection(a: &Set, b: &Set) -> usize {
    a.iter().filter(|token| b.binary_search(token).is_ok()).count()
}

/// Shared tokens by all tokens; 0 for two empty sets.
pub fn jaccard(a: &Set, b: &Set) -> f64 {
    let both = intersection(a, b);
    if both == 0 { 0.0 } else { both as f64 / (a.len() + b.len() - both) as f64 }
}

/// Pairs one to one, the best score first, then in order of gold and of predictions; scores of 0
/// are no pairs. Gives for each gold item its prediction. Only items that share a token are
/// compared.
pub fn pair(
    gold: &[&Set],
    predicted: &[&Set],
    score: impl Fn(usize, usize) -> f64,
) -> Vec<Option<usize>> {
    let mut at: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, set) in predicted.iter().enumerate() {
        set.iter().for_each(|token| at.entry(*token).or_default().push(place));
    }
    let mut candidates = Vec::new();
    for (g, set) in gold.iter().enumerate() {
        let mut near: Vec<usize> =
            set.iter().filter_map(|t| at.get(t)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let scored = near.into_iter().map(|p| (score(g, p), g, p));
        candidates.extend(scored.filter(|(score, ..)| *score > 0.0));
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs = vec![None; gold.len()];
    let mut used = vec![false; predicted.len()];
    for (_, g, p) in candidates {
        if pairs[g].is_none() && !used[p] {
            pairs[g] = Some(p);
            used[p] = true;
        }
    }
    pairs
}

/// The overlap from which a content counts as found.
pub const FOUND: f64 = 0.5;

/// The overlap of contents, 0 below [`FOUND`].
pub fn relaxed(a: &Set, b: &Set) -> f64 {
    Some(jaccard(a, b)).filter(|overlap| *overlap >= FOUND).unwrap_or(0.0)
}
