//! A second look at the best candidates: a small network that weighs the measures together.
//!
//! The sum of [`Weights`](super::ranking::Weights) cannot say that a measure counts only beside
//! another: that words in a row matter for a name but not for a reason, say. This network has one
//! hidden layer of rectified units over the measures of a candidate, how far its sum is behind the
//! best one, the kind of question, and the [`context_features`] that no sum has a use for; what it
//! gives is added to the sum. Fitted, as the other tables are, by `examples/train_ranking`.

use std::sync::OnceLock;

use super::context_features::{self, Own, Question};
use super::features::{Feature, FeatureVector};
use super::ranking::{self, COLUMNS};

/// How many units the hidden layer has.
pub const HIDDEN: usize = 48;

/// How many of the best candidates are looked at again, at most.
const SEEN: usize = 30;

/// By how much one may be behind the best to be looked at again: of 2,696 questions that nothing
/// was fitted to one was lost by it, for nearly half of the candidates.
const WORTH_SEEING: f32 = 4.0;

/// How many of some candidates are looked at again, given their scores, the best first.
pub(crate) fn rerank_depth(scores: impl Iterator<Item = f32>) -> usize {
    let mut scores = scores.take(SEEN).peekable();
    let best = scores.peek().copied().unwrap_or_default();
    scores.take_while(|score| *score >= best - WORTH_SEEING).count()
}

/// The numbers that the network sees of a candidate.
pub(crate) const INPUTS: usize = MORE + context_features::COUNT;

/// Which input tells how far a candidate is behind.
const FAR: usize = Feature::ALL.len();

/// Which input tells the first kind of question.
const KINDS: usize = FAR + 1;

/// Which input is the first of the context features.
const MORE: usize = KINDS + COLUMNS.len();

/// How far a candidate's sum is behind the best one's, as an input: a fifth of it, 4 at most.
pub(crate) fn behind(score: f32, best: f32) -> f32 {
    ((score - best) / 5.0).max(-4.0)
}

/// The names of the inputs in the table, in order.
pub(crate) fn input_names() -> Vec<String> {
    let kinds = COLUMNS.iter().map(|column| format!("asks for {column}"));
    (ranking::measure_names().into_iter())
        .chain(["behind the best".to_owned()])
        .chain(kinds)
        .chain(context_features::names())
        .collect()
}

/// The weights from one input or constant to every unit, and past them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    direct: f32,
    units: [f32; HIDDEN],
}

impl Row {
    const ZERO: Row = Row { direct: 0.0, units: [0.0; HIDDEN] };
}

/// The network's weights.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Network {
    inputs: Vec<Row>,
    bias: Row,
    out: Row,
}

impl Network {
    /// The weights that were fitted.
    pub(crate) fn fitted() -> &'static Network {
        static FITTED: OnceLock<Network> = OnceLock::new();
        FITTED.get_or_init(|| Network::parse(include_str!("data/rerank.tsv")))
    }

    /// Reads a table: a line an input, its name, its direct weight, and one for each unit; then
    /// what each unit has before any input, "(before)", and what it gives, "(after)". What is
    /// unknown or missing counts nothing.
    pub(crate) fn parse(table: &str) -> Self {
        let names = input_names();
        let mut network =
            Network { inputs: vec![Row::ZERO; INPUTS], bias: Row::ZERO, out: Row::ZERO };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or_default();
            let row = match name {
                "(before)" => &mut network.bias,
                "(after)" => &mut network.out,
                _ => match names.iter().position(|known| known == name) {
                    Some(input) => &mut network.inputs[input],
                    None => continue,
                },
            };
            let mut numbers = cells.map(|cell| cell.trim().parse().unwrap_or(0.0));
            row.direct = numbers.next().unwrap_or(0.0);
            row.units.iter_mut().zip(numbers).for_each(|(unit, number)| *unit = number);
        }
        network
    }

    /// The network with a question put to it, `question` the context features that all its
    /// candidates share and `column` its kind.
    pub(crate) fn asked(&self, question: &Question, column: usize) -> Asked<'_> {
        let mut before = self.bias;
        add(&mut before, &self.inputs[KINDS + column], 1.0);
        add_all(&mut before, question, &self.inputs[MORE..]);
        Asked { network: self, before }
    }
}

/// The network with a question put to it.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    network: &'a Network,
    before: Row,
}

impl Asked<'_> {
    /// What is added to a candidate's sum: `behind` as [`behind`] says.
    pub(crate) fn adjustment(&self, measures: &FeatureVector, own: &Own, behind: f32) -> f32 {
        let (mut sum, inputs) = (self.before, &self.network.inputs);
        add(&mut sum, &inputs[FAR], behind);
        add_all(&mut sum, &measures.0, inputs);
        add_all(&mut sum, own, &inputs[MORE + context_features::OF_QUESTION..]);
        let units = sum.units.iter().zip(&self.network.out.units);
        sum.direct + units.map(|(unit, out)| unit.max(0.0) * out).sum::<f32>()
    }
}

/// Adds the rows of the inputs that are not zero.
fn add_all(sum: &mut Row, values: &[f32], rows: &[Row]) {
    for (value, row) in values.iter().zip(rows) {
        if *value != 0.0 {
            add(sum, row, *value);
        }
    }
}

fn add(sum: &mut Row, row: &Row, value: f32) {
    sum.direct += row.direct * value;
    for (unit, weight) in sum.units.iter_mut().zip(&row.units) {
        *unit += weight * value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_known() {
        let names = input_names();
        for line in include_str!("data/rerank.tsv").lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or_default();
            let known =
                matches!(name, "(before)" | "(after)") || names.iter().any(|known| known == name);
            assert!(known, "{name}");
        }
    }

    #[test]
    fn a_unit_counts_only_when_it_is_above_nothing() {
        let measure = Feature::ALL[0].as_str();
        let table = format!("{measure}\t0.5\t2\t-2\n(before)\t0\t-1\t0\n(after)\t0\t3\t7\n");
        let network = Network::parse(&table);
        let with = |value: f32| {
            let mut measures = FeatureVector([0.0; Feature::ALL.len()]);
            measures.0[0] = value;
            network.asked(&[0.0; context_features::OF_QUESTION], 0).adjustment(
                &measures,
                &[0.0; context_features::OF_CANDIDATE],
                0.0,
            )
        };
        assert_eq!(with(0.0), 0.0);
        assert_eq!(with(1.0), 0.5 + 3.0);
        assert_eq!(with(-1.0), -0.5 + 14.0);
    }
}
