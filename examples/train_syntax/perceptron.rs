//! The averaged perceptron (Freund and Schapire 1999), with rows of weights kept sparse.
//!
//! A feature counts only after it was wrong a few times (Goldberg and Elhadad 2011, "Learning
//! sparser perceptron models"), which keeps the model small. All weights are whole numbers, so
//! that training gives the same model everywhere.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use dateline::text::syntax::weights::{CLASSES, Scores};

/// Features are hashes already.
#[derive(Default)]
struct Already(u64);

impl Hasher for Already {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

struct Weight {
    class: u8,
    value: i32,
    /// The sum of the values over all steps until `since`.
    total: i64,
    since: u32,
}

#[derive(Default)]
struct Row {
    updates: u32,
    weights: Vec<Weight>,
}

impl Row {
    fn change(&mut self, class: usize, by: i32, now: u32) {
        let class = class as u8;
        let at = self.weights.iter().position(|weight| weight.class == class);
        let at = at.unwrap_or_else(|| {
            self.weights.push(Weight { class, value: 0, total: 0, since: now });
            self.weights.len() - 1
        });
        let weight = &mut self.weights[at];
        weight.total += i64::from(weight.value) * i64::from(now - weight.since);
        weight.value += by;
        weight.since = now;
    }
}

/// A linear model in training.
#[derive(Default)]
pub(crate) struct Perceptron {
    rows: HashMap<u64, Row, BuildHasherDefault<Already>>,
    steps: u32,
    needed: u32,
}

impl Perceptron {
    /// An empty model, whose features count after `needed` mistakes.
    pub(crate) fn new(needed: u32) -> Self {
        Self { needed, ..Self::default() }
    }

    /// The scores of all classes.
    pub(crate) fn scores(&self, features: &[u64]) -> Scores {
        let mut scores = [0; CLASSES];
        let rows = features.iter().filter_map(|feature| self.rows.get(feature));
        for row in rows.filter(|row| row.updates >= self.needed) {
            for weight in &row.weights {
                scores[usize::from(weight.class)] += weight.value;
            }
        }
        scores
    }

    /// Learns that `right` was right where `guess` was said.
    pub(crate) fn learn(&mut self, features: &[u64], right: usize, guess: usize) {
        self.steps += 1;
        if right == guess {
            return;
        }
        for &feature in features {
            let row = self.rows.entry(feature).or_default();
            row.updates += 1;
            row.change(right, 1, self.steps);
            row.change(guess, -1, self.steps);
        }
    }

    /// The averaged weights of every feature that counts, as real numbers. What was changed most
    /// comes first, so that what is needed most lies together.
    pub(crate) fn averaged(&self) -> Vec<(u64, Vec<(u8, f64)>)> {
        let average = |weight: &Weight| {
            let rest = i64::from(weight.value) * i64::from(self.steps - weight.since);
            (weight.class, (weight.total + rest) as f64 / f64::from(self.steps.max(1)))
        };
        let counting = self.rows.iter().filter(|(_, row)| row.updates >= self.needed);
        let mut rows: Vec<_> = counting
            .map(|(&feature, row)| {
                (row.updates, feature, row.weights.iter().map(average).collect())
            })
            .collect();
        rows.sort_by_key(|&(updates, feature, _)| (std::cmp::Reverse(updates), feature));
        rows.into_iter().map(|(_, feature, weights)| (feature, weights)).collect()
    }
}
