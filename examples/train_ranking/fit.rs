//! Fits tables of weights by gradient descent (Adam), with weights drawn towards zero.
//!
//! What has to speak for a candidate may not come to speak against it, however the examples lie:
//! [`sign`] says which measures these are.

use std::sync::Arc;

use dateline::answer::tuning::{self, MeasuredCandidate};

use crate::adam::Adam;
use crate::network::Network;
use crate::reader::Reader;
use crate::reports;
use crate::sign::{self, Sign};

/// One column of weights for all questions, then one for each group.
pub(crate) type Table = Vec<Vec<f32>>;

/// A question's candidates, best first by the weights that proposed them.
#[derive(Clone)]
pub(crate) struct Example {
    /// What was asked.
    pub(crate) question: String,
    /// How it was understood.
    pub(crate) read: String,
    /// Its words and those of its passages.
    pub(crate) text: tuning::Text,
    pub(crate) column: usize,
    pub(crate) candidates: Vec<Candidate>,
    /// How much it counts.
    pub(crate) weight: f32,
}

/// A candidate, how good it is (token F1 with the best accepted answer), and whether its passage
/// answers the question.
#[derive(Clone, Default)]
pub(crate) struct Candidate {
    pub(crate) measures: Vec<f32>,
    pub(crate) context_features: Vec<f32>,
    pub(crate) gain: f32,
    pub(crate) at_home: bool,
    pub(crate) passage: u32,
    /// Its words and those of its passage.
    pub(crate) words: Words,
}

/// The words of a candidate, and those of its passage.
#[derive(Clone, Default)]
pub(crate) struct Words {
    pub(crate) own: Arc<str>,
    pub(crate) passage: Arc<str>,
}

impl Candidate {
    /// What was measured, judged.
    pub(crate) fn judged(measured: MeasuredCandidate, gain: f32, at_home: bool) -> Self {
        let words = Words { own: measured.text.into(), passage: measured.passage.into() };
        Candidate {
            measures: measured.measures,
            context_features: measured.context_features,
            gain,
            at_home,
            passage: measured.number,
            words,
        }
    }
}

const EPOCHS: usize = 20;
const RATE: f32 = 0.005;
const SHRINK: f32 = 0.003;
/// How much the right passage counts beside the right candidate.
pub(crate) const HOME: f32 = 0.1;
/// Questions a step.
const BATCH: usize = 32;
/// From which token F1 on a candidate counts as right.
pub(crate) const RIGHT: f32 = 0.5;
/// How many candidates of a question are looked at, beside the right ones.
const LOOKED_AT: usize = 120;

impl Example {
    /// Whether it was asked in a conversation.
    pub(crate) fn is_follow_up(&self) -> bool {
        self.question.contains(reports::NEXT)
    }

    /// Without the candidates that have no hope.
    pub(crate) fn trimmed(mut self) -> Self {
        let mut place = 0;
        self.candidates.retain(|candidate| {
            place += 1;
            place <= LOOKED_AT || candidate.gain >= RIGHT
        });
        self
    }

    /// The sums of its candidates by a table of weights.
    pub(crate) fn sums(&self, table: &Table) -> Vec<f32> {
        let sum = |candidate: &Candidate| score(table, self.column, &candidate.measures);
        self.candidates.iter().map(sum).collect()
    }

    /// Its best candidates with their scores, best first, as the program ranks them.
    pub(crate) fn ranked(&self, table: &Table, network: &Network) -> Vec<(f32, usize)> {
        let sums = self.sums(table);
        let order = seen(&sums);
        let adjustments = network.adjustments(self, &order, &sums);
        let mut ranked: Vec<(f32, usize)> = (order.into_iter().zip(adjustments))
            .map(|(at, adjustment)| (sums[at] + adjustment, at))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        ranked
    }
}

/// Those candidates that are looked at again, given their sums; the best first.
pub(crate) fn seen(sums: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sums.len()).collect();
    order.sort_by(|&a, &b| sums[b].total_cmp(&sums[a]));
    order.truncate(tuning::rerank_depth(order.iter().map(|&at| sums[at])));
    order
}

/// A candidate by its place in an example, with its score and what the reader makes of its passage.
#[derive(Clone, Copy)]
pub(crate) struct Ranked {
    score: f32,
    at: usize,
    mark: f32,
}

impl Example {
    /// The passages of ranked candidates, each once, and for each candidate which of them is its own.
    pub(crate) fn passages(&self, ranked: &[(f32, usize)]) -> (Vec<u32>, Vec<usize>) {
        let passage = |&(_, at): &(f32, usize)| self.candidates[at].passage;
        let mut passages: Vec<u32> = ranked.iter().map(passage).collect();
        passages.sort_unstable();
        passages.dedup();
        let place = |of: &(f32, usize)| passages.partition_point(|other| *other < passage(of));
        let places = ranked.iter().map(place).collect();
        (passages, places)
    }

    /// Its ranked candidates after the reader has read their passages, best first.
    pub(crate) fn read(&self, ranked: &[(f32, usize)], reader: &Reader) -> Vec<Ranked> {
        let (passages, places) = self.passages(ranked);
        let marks = reader.marks(self, &passages);
        let read = |(&(score, at), place): (&(f32, usize), usize)| {
            let mark = marks[place];
            Ranked { score: score + mark, at, mark }
        };
        let mut read: Vec<Ranked> = ranked.iter().zip(places).map(read).collect();
        read.sort_by(|a, b| b.score.total_cmp(&a.score));
        read
    }
}

/// A table of weights on its way down.
struct Descent {
    table: Table,
    signs: Vec<Sign>,
    adam: Adam,
}

impl Descent {
    fn new(signs: Vec<Sign>, columns: usize) -> Self {
        let adam = Adam::new(columns * signs.len());
        Descent { table: vec![vec![0.0; signs.len()]; columns], signs, adam }
    }

    /// One step down a gradient.
    fn step(&mut self, gradient: &Table, rate: f32) {
        self.adam.begin();
        for (column, slopes) in gradient.iter().enumerate() {
            for (row, slope) in slopes.iter().enumerate() {
                let weight = &mut self.table[column][row];
                let slope = slope + SHRINK * *weight;
                *weight -= self.adam.moved(column * self.signs.len() + row, slope, rate);
            }
        }
        self.hold_signs();
    }

    fn hold_signs(&mut self) {
        for (row, sign) in self.signs.iter().enumerate() {
            let common = sign.hold(self.table[0][row]);
            self.table[0][row] = common;
            for column in &mut self.table[1..] {
                column[row] = sign.hold(common + column[row]) - common;
            }
        }
    }
}

fn score(table: &Table, column: usize, measures: &[f32]) -> f32 {
    measures
        .iter()
        .zip(table[0].iter().zip(&table[column]))
        .map(|(value, (all, own))| value * (all + own))
        .sum()
}

/// Adds `slope` times the measures to the common column and an own one.
fn add(gradient: &mut Table, column: usize, slope: f32, measures: &[f32]) {
    for column in [0, column] {
        for (sum, value) in gradient[column].iter_mut().zip(measures) {
            *sum += slope * value / BATCH as f32;
        }
    }
}

/// The examples in batches, every epoch in another order, always the same ones.
fn batches(length: usize) -> impl Iterator<Item = (f32, Vec<usize>)> {
    (0..EPOCHS).flat_map(move |epoch| {
        let stride = [7919, 104_729, 1_299_709, 15_485_863][epoch % 4];
        let order: Vec<usize> = (0..length).map(|at| (at * stride + epoch) % length).collect();
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32);
        order.chunks(BATCH).map(|batch| (rate, batch.to_vec())).collect::<Vec<_>>()
    })
}

/// Weights that put the right candidates first.
pub(crate) fn rank(names: &[&str], columns: usize, train: &[Example]) -> Table {
    let mut descent = Descent::new(sign::of_ranking(names), columns);
    for (rate, batch) in batches(train.len()) {
        let mut gradient = vec![vec![0.0; names.len()]; columns];
        for &index in &batch {
            rank_gradient(&descent.table, &train[index], &mut gradient);
        }
        descent.step(&gradient, rate);
    }
    descent.table
}

/// The gradient of [`slopes`] for an example.
fn rank_gradient(table: &Table, example: &Example, gradient: &mut Table) {
    let candidates = &example.candidates;
    let best = candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
    if best < RIGHT {
        return;
    }
    let scores = candidates.iter().map(|c| score(table, example.column, &c.measures));
    let scores: Vec<f32> = scores.collect();
    let wish: Vec<f32> = candidates.iter().map(|c| wish(c, best)).collect();
    let home: Vec<f32> = candidates.iter().map(home).collect();
    for (candidate, slope) in candidates.iter().zip(slopes(&scores, &wish, &home, HOME)) {
        if slope.abs() > 1e-4 {
            add(gradient, example.column, slope * example.weight, &candidate.measures);
        }
    }
}

/// The slopes of the scores: of the log-likelihood of the wished candidates together, and of their
/// passages, which counts `for_home`.
pub(crate) fn slopes(scores: &[f32], wish: &[f32], home: &[f32], for_home: f32) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let chances: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let all: f32 = chances.iter().sum();
    let share = |of: &[f32]| {
        let parts = of.iter().zip(&chances).map(|(of, chance)| of * chance);
        parts.sum::<f32>().max(1e-9 * all)
    };
    let (wished, at_home) = (share(wish), share(home));
    let slope = |at: usize| {
        let chance = chances[at];
        (1.0 + for_home) * chance / all
            - wish[at] * chance / wished
            - for_home * home[at] * chance / at_home
    };
    (0..scores.len()).map(slope).collect()
}

/// 1 for a candidate of the right passage.
pub(crate) fn home(candidate: &Candidate) -> f32 {
    f32::from(u8::from(candidate.at_home))
}

/// How much a candidate is wished for where the best one has the gain `best`.
pub(crate) fn wish(candidate: &Candidate, best: f32) -> f32 {
    if candidate.gain >= RIGHT { candidate.gain / best } else { 0.0 }
}

/// Weights that tell whether the best candidate is right, from examples as they are ranked.
pub(crate) fn confidence<'a>(
    names: &[&str],
    columns: usize,
    examples: impl Iterator<Item = &'a Example>,
    ranked: &[Vec<Ranked>],
) -> Table {
    let cases: Vec<Case> =
        examples.zip(ranked).map(|(example, ranked)| Case::new(example, ranked)).collect();
    let mut descent = Descent::new(sign::of_trust(names), columns);
    for (rate, batch) in batches(cases.len()) {
        let mut gradient = vec![vec![0.0; names.len()]; columns];
        for &index in &batch {
            let case = &cases[index];
            let slope = chance(&descent.table, case) - f32::from(u8::from(case.right));
            add(&mut gradient, case.column, slope * case.weight, &case.measures);
        }
        descent.step(&gradient, rate);
    }
    descent.table
}

/// The best candidate of a question, and whether it is right.
struct Case {
    column: usize,
    measures: Vec<f32>,
    right: bool,
    /// The candidate itself is right, and not only its passage.
    exact: bool,
    absent: bool,
    weight: f32,
}

impl Case {
    fn new(example: &Example, ranked: &[Ranked]) -> Self {
        let best = &example.candidates[ranked.first().map_or(0, |best| best.at)];
        let mut measures = best.measures.clone();
        measures.extend(&best.context_features);
        measures[tuning::READ] = ranked.first().map_or(0.0, |best| best.mark / tuning::READ_BY);
        let scores: Vec<(f32, u32)> = (ranked.iter())
            .map(|ranked| (ranked.score, example.candidates[ranked.at].passage))
            .collect();
        let passage = |ranked: &Ranked| example.candidates[ranked.at].passage;
        let marks: Vec<(u32, f32)> =
            ranked.iter().map(|ranked| (passage(ranked), ranked.mark)).collect();
        if let Some(best) = ranked.first() {
            let (row, value) = tuning::read_ahead(passage(best), &marks);
            measures[row] = value;
        }
        for (row, value) in tuning::lead(&scores) {
            measures[row] = value;
        }
        Case {
            column: example.column,
            measures,
            right: best.at_home,
            exact: best.gain >= RIGHT,
            absent: !example.candidates.iter().any(|candidate| candidate.at_home),
            weight: example.weight,
        }
    }
}

/// Everything that is fitted.
pub(crate) struct Model {
    pub(crate) rank: Table,
    pub(crate) network: Network,
    pub(crate) reader: Reader,
    pub(crate) confidence: Table,
}

impl Model {
    fn ranked(&self, example: &Example) -> Vec<Ranked> {
        example.read(&example.ranked(&self.rank, &self.network), &self.reader)
    }
}

fn chance(table: &Table, case: &Case) -> f32 {
    1.0 / (1.0 + (-score(table, case.column, &case.measures)).exp())
}

/// Says how many questions would be answered rightly and wrongly at several levels of confidence.
pub(crate) fn judge(name: &str, model: &Model, examples: &[Example]) {
    let ranked: Vec<Vec<Ranked>> = examples.iter().map(|example| model.ranked(example)).collect();
    let asked = || examples.iter().zip(&ranked);
    let cases: Vec<Case> = asked().map(|(example, ranked)| Case::new(example, ranked)).collect();
    let found = cases.iter().filter(|case| case.right).count();
    let reachable = cases.iter().filter(|case| !case.absent).count();
    let exact = cases.iter().filter(|case| case.exact).count();
    let all = cases.len();
    println!("{name}: {all} questions, {reachable} within reach, {found} found, {exact} exactly");
    let surprise: f32 = asked().map(|(example, ranked)| surprise(example, ranked)).sum();
    let doubt: f32 = cases.iter().map(|case| doubt(&model.confidence, case)).sum();
    println!(
        "  surprise {:.3}, of the confidence {:.3}",
        surprise / all as f32,
        doubt / all as f32
    );
    tell_follow_ups(&cases, examples);
    for level in [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let given = cases.iter().filter(|case| chance(&model.confidence, case) >= level);
        let (right, wrong): (Vec<&Case>, Vec<&Case>) = given.partition(|case| case.right);
        println!("  from {level} on: {} right, {} wrong", right.len(), wrong.len());
    }
}

/// How unlikely a ranking makes what is right: minus the logarithm of the share of the right passages,
/// 0 where none is within reach. Unlike counts it tells small differences.
fn surprise(example: &Example, ranked: &[Ranked]) -> f32 {
    const LEAST: f32 = 0.01;
    let best = ranked.first().map_or(0.0, |best| best.score);
    let (mut all, mut right) = (0.0, 0.0);
    for one in ranked {
        let chance = (one.score - best).exp();
        all += chance;
        right += if example.candidates[one.at].at_home { chance } else { 0.0 };
    }
    if right > 0.0 { -(right / all).max(LEAST).ln() } else { 0.0 }
}

/// Minus the logarithm of the chance that the confidence gives to what is so.
fn doubt(confidence: &Table, case: &Case) -> f32 {
    let chance = chance(confidence, case).clamp(0.01, 0.99);
    -(if case.right { chance } else { 1.0 - chance }).ln()
}

/// Tells every question that was understood as one that goes on with a conversation.
pub(crate) fn list_taken(examples: &[Example]) {
    let taken = examples.iter().filter(|example| example.read.contains(tuning::IN_TALK));
    for example in taken {
        println!("  taken: {}: {}", example.question, example.read);
    }
}

fn tell_follow_ups(cases: &[Case], examples: &[Example]) {
    let follow_ups: Vec<&Case> = (cases.iter().zip(examples))
        .filter(|(_, example)| example.is_follow_up())
        .map(|(case, _)| case)
        .collect();
    let found = follow_ups.iter().filter(|case| case.right).count();
    println!("  follow-ups: {}, {found} found", follow_ups.len());
}

/// Tells every question that is answered wrongly or not at all, with what was found and what would
/// have been right.
pub(crate) fn list_mistakes(model: &Model, examples: &[Example]) {
    for example in examples {
        let ranked = model.ranked(example);
        let case = Case::new(example, &ranked);
        let could = example.candidates.iter().any(|candidate| candidate.gain >= RIGHT);
        if case.exact || (case.right && !could) {
            continue;
        }
        let best = &example.candidates[ranked.first().map_or(0, |best| best.at)];
        let near = if case.right { ", in the right passage" } else { "" };
        println!(
            "\n{} (confidence {:.2}{near})",
            example.question,
            chance(&model.confidence, &case)
        );
        if example.is_follow_up() {
            println!("  read: {}", example.read);
        }
        println!("  found: {} | {}", best.words.own, best.words.passage);
        let mut candidates = ranked.iter().map(|ranked| &example.candidates[ranked.at]);
        match candidates.find(|c| c.at_home && (!could || c.gain >= RIGHT)) {
            Some(right) => println!("  right: {} | {}", right.words.own, right.words.passage),
            None => println!("  right: none within reach"),
        }
    }
}
