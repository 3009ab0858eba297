//! Weighs what passages say: a log-linear model over all of them, each as a Yes and as a No, and
//! the chance that none says anything.
//!
//! `weights.tsv` has two weights for each measure: how far it tells that a passage speaks of what
//! is asked, and how far that it speaks against it. `examples/judge_verdicts` fits them.

use std::sync::OnceLock;

use super::measures::{Measure, Measures};

/// The columns of the table.
pub(crate) const COLUMNS: [&str; 2] = ["speaks of it", "speaks against it"];

/// A table of weights.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    columns: [Measures; COLUMNS.len()],
}

/// How likely several passages are to say Yes or No, together at most 1, and which
/// says it most plainly.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Weighed {
    /// How sure the likelier of the two is, 0 to 1: two parts of its chance and one of the chance
    /// that the best passage says it.
    pub(crate) confidence: f32,
    /// Whether it is Yes.
    pub(crate) holds: bool,
    /// The index of the passage.
    pub(crate) best: usize,
}

impl Weights {
    /// The weights in use.
    pub(crate) fn fitted() -> &'static Weights {
        static FITTED: OnceLock<Weights> = OnceLock::new();
        FITTED.get_or_init(|| Weights::parse(include_str!("data/weights.tsv")))
    }

    /// Reads a table: a line a measure, its name and a number for each column. Unknown names and
    /// missing numbers count nothing.
    pub(crate) fn parse(table: &str) -> Self {
        let mut columns = [Measures::default(); COLUMNS.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let Some(name) = cells.next() else { continue };
            let known = Measure::ALL.iter().find(|measure| measure.as_str() == name);
            let Some(&measure) = known else { continue };
            for (column, cell) in columns.iter_mut().zip(cells) {
                column.set(measure, cell.trim().parse().unwrap_or(0.0));
            }
        }
        Weights { columns }
    }

    /// The scores of a passage as a Yes and as a No.
    fn scores(&self, measures: &Measures) -> [f32; 2] {
        let sum = |column: &Measures| -> f32 {
            column.0.iter().zip(&measures.0).map(|(weight, value)| weight * value).sum()
        };
        let [speaks, against] = [sum(&self.columns[0]), sum(&self.columns[1])];
        [speaks - against, speaks + against]
    }

    /// Weighs passages against each other and against silence, whose score is 0.
    pub(crate) fn weigh(&self, passages: &[Measures]) -> Option<Weighed> {
        let scores: Vec<[f32; 2]> = passages.iter().map(|passage| self.scores(passage)).collect();
        let top = scores.iter().flatten().copied().fold(0.0, f32::max);
        let mut total = (-top).exp();
        let mut sums = [0.0f32; 2];
        let mut best = [(f32::MIN, 0); 2];
        for (at, pair) in scores.iter().enumerate() {
            for (side, &score) in pair.iter().enumerate() {
                let chance = (score - top).exp();
                total += chance;
                sums[side] += chance;
                if score > best[side].0 {
                    best[side] = (score, at);
                }
            }
        }
        let side = usize::from(sums[1] > sums[0]);
        let (score, best) = best[side];
        let confidence = (2.0 * sums[side] + (score - top).exp()) / (3.0 * total);
        let found = Weighed { confidence, holds: side == 0, best };
        (!passages.is_empty()).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_names_a_measure() {
        for line in include_str!("data/weights.tsv").lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or_default();
            assert!(Measure::ALL.iter().any(|measure| measure.as_str() == name), "{name}");
        }
    }

    #[test]
    fn silence_weighs_against_passages() {
        let weights = Weights::parse("bias\t-2\t0\ncovers question\t4\t0\nby the rules\t0\t3\n");
        let passage = |support: f32, rule: f32| {
            let mut measures = Measures::default();
            measures.set(Measure::Bias, 1.0);
            measures.set(Measure::Support, support);
            measures.set(Measure::Rule, rule);
            measures
        };
        let weighed = weights.weigh(&[passage(0.0, 1.0), passage(1.0, -1.0)]).expect("passages");
        assert!(weighed.holds && weighed.best == 1 && weighed.confidence > 0.5);
        let silent = weights.weigh(&[passage(0.0, 0.0)]).expect("a passage");
        assert!(silent.confidence < 0.5);
        assert_eq!(weights.weigh(&[]), None);
    }
}
