//! How far the best candidate can be trusted: the values of many small trees of decisions, added up.
//!
//! Whether an answer is right hangs on several measures together: that the main verb is missing
//! matters little where the passage is far ahead of all others, and much where a role is asked for
//! that nothing says. A sum of weights cannot say so. Each tree asks a few questions of a candidate's
//! measures, one after the other, and gives a small value for or against it (boosted trees, Friedman
//! 2001). Fitted, as the other tables are, by `examples/train_ranking`.

use std::sync::OnceLock;

use super::features::{Feature, Measures};
use super::ranking::{self, COLUMNS};

/// The numbers that the trees see of a candidate: its measures, and which kind of question it answers.
pub(crate) const INPUTS: usize = Feature::ALL.len() + COLUMNS.len();

/// The name of an input in the table.
pub(crate) fn input_name(input: usize) -> String {
    match input.checked_sub(Feature::ALL.len()) {
        None => Feature::ALL[input].name().to_owned(),
        Some(column) => format!("asks for {}", COLUMNS[column]),
    }
}

/// What follows a decision: another one, by its place in the forest, or the tree's value.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Next {
    Split(usize),
    Value(f32),
}

/// A decision: whether an input is less than a number.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Split {
    input: usize,
    bound: f32,
    less: Next,
    more: Next,
}

/// All trees, one behind the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Forest {
    start: f32,
    splits: Vec<Split>,
    /// Where each tree begins.
    roots: Vec<usize>,
}

impl Forest {
    /// The trees that were fitted.
    pub(crate) fn fitted() -> &'static Forest {
        static FITTED: OnceLock<Forest> = OnceLock::new();
        FITTED.get_or_init(|| Forest::parse(include_str!("trust.tsv")))
    }

    /// Reads a table: after "tree" a line a decision, the input, the number, and what follows where the
    /// input is less and where it is not: the value, or "=" and the number of another decision of this
    /// tree. "(start)" tells what the values are added to. Lines that cannot be read count nothing.
    pub(crate) fn parse(table: &str) -> Self {
        let names: Vec<String> = (0..INPUTS).map(input_name).collect();
        let mut forest = Forest::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or_default();
            let first = forest.roots.last().copied().unwrap_or(0);
            match name {
                "tree" => forest.roots.push(forest.splits.len()),
                "(start)" => forest.start = number(cells.next()),
                _ => forest.splits.push(Split {
                    input: names.iter().position(|known| known == name).unwrap_or(0),
                    bound: number(cells.next()),
                    less: next(cells.next(), first),
                    more: next(cells.next(), first),
                }),
            }
        }
        forest
    }

    /// The sum for a candidate that answers a question of a column.
    pub(crate) fn score(&self, measures: &Measures, column: usize) -> f32 {
        let value = |input: usize| match input.checked_sub(Feature::ALL.len()) {
            None => measures.0[input],
            Some(kind) => f32::from(u8::from(kind == column)),
        };
        self.start + self.roots.iter().map(|&root| self.value(root, value)).sum::<f32>()
    }

    /// What one tree says. Decisions only lead on to later ones.
    fn value(&self, root: usize, value: impl Fn(usize) -> f32) -> f32 {
        let mut at = root;
        while let Some(split) = self.splits.get(at) {
            match if value(split.input) < split.bound { split.less } else { split.more } {
                Next::Value(value) => return value,
                Next::Split(next) if next > at => at = next,
                Next::Split(_) => break,
            }
        }
        0.0
    }

    /// The chance that a candidate is right, 0 to 1.
    pub(crate) fn chance(&self, measures: &Measures, expects: crate::question::Expect) -> f32 {
        ranking::chance(self.score(measures, ranking::column(expects)))
    }
}

fn number(cell: Option<&str>) -> f32 {
    cell.and_then(|cell| cell.trim().parse().ok()).unwrap_or(0.0)
}

fn next(cell: Option<&str>, first: usize) -> Next {
    let split = cell.and_then(|cell| cell.strip_prefix('=')?.parse::<usize>().ok());
    split.map_or_else(|| Next::Value(number(cell)), |split| Next::Split(first + split))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_decision_is_about_a_known_input() {
        let names: Vec<String> = (0..INPUTS).map(input_name).collect();
        for line in include_str!("trust.tsv").lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or_default();
            let known = matches!(name, "tree" | "(start)") || names.iter().any(|it| it == name);
            assert!(known, "{name}");
        }
    }

    #[test]
    fn trees_are_followed_down_and_added_up() {
        let (one, other) = (Feature::ALL[0].name(), Feature::ALL[1].name());
        let table = format!(
            "(start)\t0.5\ntree\n{one}\t1\t-1\t=1\n{other}\t2\t0.25\t2\n\
             tree\nasks for date\t0.5\t0\t4\n"
        );
        let forest = Forest::parse(&table);
        let of = |first: f32, second: f32, column: usize| {
            let mut measures = Measures([0.0; Feature::ALL.len()]);
            (measures.0[0], measures.0[1]) = (first, second);
            forest.score(&measures, column)
        };
        assert_eq!(of(0.0, 3.0, 2), 0.5 - 1.0);
        assert_eq!(of(1.0, 0.0, 2), 0.5 + 0.25);
        assert_eq!(of(1.0, 2.0, 1), 0.5 + 2.0 + 4.0);
    }
}
