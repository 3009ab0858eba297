//! Weighs the measures of candidates: a linear model, one column of weights for all questions and
//! one for each group of expected answers.
//!
//! Two tables of the same form, `rank.tsv` and `confidence.tsv`: the first orders the candidates of
//! a question, the second turns the best one's measures and context features into the chance that
//! it is right. Both were fitted by `examples/train_ranking` and can be read and edited by hand.

use std::sync::OnceLock;

use crate::question::AnswerType;

use super::context_features::{self, Own, Question};
use super::features::{Feature, FeatureVector};

/// How many measures there are.
const FEATURES: usize = Feature::ALL.len();

/// The columns of a table: the first counts for all questions.
pub(crate) const COLUMNS: [&str; 10] = [
    "all",
    "date",
    "place",
    "actor",
    "number",
    "reason",
    "action",
    "definition",
    "thing",
    "manner",
];

/// A table of weights, a row a measure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights<const ROWS: usize> {
    /// For each column what counts there in all: the weights for all questions and its own.
    columns: [[f32; ROWS]; COLUMNS.len()],
}

/// The weights that order candidates.
pub(crate) type Rank = Weights<FEATURES>;

/// The weights that tell how far the best candidate can be trusted: its measures, then
/// its context features.
pub(crate) type Confidence = Weights<{ FEATURES + context_features::COUNT }>;

/// The column of a kind of answer.
pub(crate) fn column(expects: AnswerType) -> usize {
    match expects {
        AnswerType::Date | AnswerType::Clock | AnswerType::Duration | AnswerType::Frequency => 1,
        AnswerType::Place => 2,
        AnswerType::Person | AnswerType::Actor | AnswerType::Organisation => 3,
        AnswerType::Number
        | AnswerType::Money
        | AnswerType::Percent
        | AnswerType::Age
        | AnswerType::Measure => 4,
        AnswerType::Reason => 5,
        AnswerType::Speech | AnswerType::Opinion | AnswerType::Action => 6,
        AnswerType::Definition | AnswerType::Name => 7,
        AnswerType::Verdict | AnswerType::Thing => 8,
        AnswerType::Manner => 9,
    }
}

impl Rank {
    /// Those that were fitted.
    pub(crate) fn fitted() -> &'static Rank {
        static FITTED: OnceLock<Rank> = OnceLock::new();
        FITTED.get_or_init(|| Rank::parse(include_str!("data/rank.tsv"), &measure_names()))
    }

    /// The weighted sum.
    pub(crate) fn score(&self, measures: &FeatureVector, expects: AnswerType) -> f32 {
        dot(&measures.0, &self.columns[column(expects)])
    }

    /// The measures that count most for a candidate, heaviest first, as "name +1.2".
    pub(crate) fn reasons(
        &self,
        measures: &FeatureVector,
        expects: AnswerType,
        most: usize,
    ) -> Vec<String> {
        let weights = &self.columns[column(expects)];
        let mut parts: Vec<(f32, &str)> = Feature::ALL
            .iter()
            .map(|&feature| {
                let index = feature as usize;
                (measures.0[index] * weights[index], feature.as_str())
            })
            .filter(|(part, _)| part.abs() > 0.05)
            .collect();
        parts.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        parts.truncate(most);
        parts.iter().map(|(part, name)| format!("{name} {part:+.1}")).collect()
    }
}

impl Confidence {
    /// Those that were fitted.
    pub(crate) fn fitted() -> &'static Confidence {
        static FITTED: OnceLock<Confidence> = OnceLock::new();
        FITTED.get_or_init(|| {
            Confidence::parse(include_str!("data/confidence.tsv"), &confidence_names())
        })
    }

    /// The chance that a candidate is right, 0 to 1.
    pub(crate) fn chance(
        &self,
        measures: &FeatureVector,
        question: &Question,
        own: &Own,
        expects: AnswerType,
    ) -> f32 {
        let values = measures.0.iter().chain(question).chain(own);
        let weights = &self.columns[column(expects)];
        let score: f32 = values.zip(weights).map(|(value, weight)| value * weight).sum();
        1.0 / (1.0 + (-score).exp())
    }
}

/// The names of the rows of the weights that order candidates.
pub(crate) fn measure_names() -> Vec<String> {
    Feature::ALL.iter().map(|feature| feature.as_str().to_owned()).collect()
}

/// Those of the weights that tell how far one can be trusted.
pub(crate) fn confidence_names() -> Vec<String> {
    let mut names = measure_names();
    names.extend(context_features::names());
    names
}

impl<const ROWS: usize> Weights<ROWS> {
    /// Reads a table: a line a measure, its name and a number for each column. Unknown names and
    /// missing numbers count nothing.
    pub(crate) fn parse(table: &str, names: &[String]) -> Self {
        let mut columns = [[0.0; ROWS]; COLUMNS.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let Some(name) = cells.next() else { continue };
            let Some(row) = names.iter().position(|known| known == name) else { continue };
            for (column, cell) in columns.iter_mut().zip(cells) {
                column[row] = cell.trim().parse().unwrap_or(0.0);
            }
        }
        let (all, own) = columns.split_at_mut(1);
        for column in own {
            column.iter_mut().zip(&all[0]).for_each(|(own, all)| *own += all);
        }
        Weights { columns }
    }
}

/// The sum of the products of two rows, added as several sums side by side, which the
/// processor does at once.
pub(super) fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    const SIDE_BY_SIDE: usize = 8;
    let mut sums = [0.0; SIDE_BY_SIDE];
    let ((a, last_a), (b, last_b)) = (a.as_chunks::<SIDE_BY_SIDE>(), b.as_chunks::<SIDE_BY_SIDE>());
    for (a, b) in a.iter().zip(b) {
        for at in 0..SIDE_BY_SIDE {
            sums[at] += a[at] * b[at];
        }
    }
    let last = last_a.iter().zip(last_b).map(|(a, b)| a * b);
    sums.iter().sum::<f32>() + last.sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_names_a_measure() {
        let tables = [
            (include_str!("data/rank.tsv"), measure_names()),
            (include_str!("data/confidence.tsv"), confidence_names()),
        ];
        for (table, names) in tables {
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let name = line.split('\t').next().unwrap_or_default();
                assert!(names.iter().any(|known| known == name), "{name}");
            }
        }
    }
}
