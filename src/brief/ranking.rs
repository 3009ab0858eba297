//! Weighs candidates: a linear model, one column of weights a question, in `data/weights.tsv`.
//!
//! The table was fitted by `examples/fit_brief` and can be read and edited by hand.

use std::sync::OnceLock;

use super::Slot;
use super::measure::{Measure, Measures};

/// The weights of one question, by [`Measure::ALL`].
pub type Column = [f32; Measure::ALL.len()];

/// A table of weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    columns: [Column; Slot::ALL.len()],
}

impl Weights {
    /// The weights that are built in.
    pub fn builtin() -> &'static Weights {
        static BUILTIN: OnceLock<Weights> = OnceLock::new();
        BUILTIN.get_or_init(|| Weights::parse(include_str!("data/weights.tsv")))
    }

    /// A table of these columns, one a question.
    pub fn new(columns: [Column; Slot::ALL.len()]) -> Self {
        Weights { columns }
    }

    /// Reads a table: a line a measure, its name and a number for each question. Unknown names
    /// and missing numbers count nothing.
    pub fn parse(table: &str) -> Self {
        let mut columns = [[0.0; Measure::ALL.len()]; Slot::ALL.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let Some(name) = cells.next() else { continue };
            let Some(row) = Measure::ALL.iter().position(|measure| measure.as_str() == name) else {
                continue;
            };
            for (column, cell) in columns.iter_mut().zip(cells) {
                column[row] = cell.trim().parse().unwrap_or_default();
            }
        }
        Weights { columns }
    }

    /// The weighted sum for a question.
    pub fn score(&self, measures: &Measures, slot: Slot) -> f32 {
        let column = &self.columns[slot as usize];
        measures.values().iter().zip(column).map(|(value, weight)| value * weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_names_a_measure_and_has_a_weight_a_question() {
        for line in include_str!("data/weights.tsv").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(Measure::ALL.iter().any(|measure| measure.as_str() == cells[0]), "{line}");
            assert_eq!(cells.len(), 1 + Slot::ALL.len(), "{line}");
            assert!(cells[1..].iter().all(|cell| cell.parse::<f32>().is_ok()), "{line}");
        }
    }

    #[test]
    fn names_of_measures_are_unique() {
        let mut names: Vec<&str> = Measure::ALL.iter().map(|measure| measure.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Measure::ALL.len());
    }

    #[test]
    fn what_is_unknown_or_missing_counts_nothing() {
        let weights = Weights::parse("cause\t1\nno such measure\t9\nlength");
        let mut measures = Measures::default();
        measures.set(Measure::Cause, 2.0);
        assert_eq!(weights.score(&measures, Slot::Who), 2.0);
        assert_eq!(weights.score(&measures, Slot::How), 0.0);
    }
}
