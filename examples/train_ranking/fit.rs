//! Fits tables of weights by gradient descent (Adam), with weights drawn towards zero.
//!
//! What has to speak for a candidate may not come to speak against it, however the examples lie:
//! [`sign`] says which measures these are.

use std::rc::Rc;

use dateline::answer::tuning::MeasuredCandidate;

use crate::sign::{self, Sign};

/// One column of weights for all questions, then one for each group.
pub(crate) type Table = Vec<Vec<f32>>;

/// A question's candidates, best first by the weights that proposed them.
#[derive(Clone)]
pub(crate) struct Example {
    /// What was asked.
    pub(crate) question: String,
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
    pub(crate) gain: f32,
    pub(crate) at_home: bool,
    pub(crate) passage: u32,
    /// Its words and those of its passage.
    pub(crate) words: Words,
}

/// The words of a candidate, and those of its passage.
#[derive(Clone, Default)]
pub(crate) struct Words {
    pub(crate) own: Rc<str>,
    pub(crate) passage: Rc<str>,
}

impl Candidate {
    /// What was measured, judged.
    pub(crate) fn judged(measured: MeasuredCandidate, gain: f32, at_home: bool) -> Self {
        let words = Words { own: measured.text.into(), passage: measured.passage.into() };
        Candidate { measures: measured.measures, gain, at_home, passage: measured.number, words }
    }
}

const EPOCHS: usize = 20;
const RATE: f32 = 0.005;
const SHRINK: f32 = 0.003;
/// How much the right passage counts beside the right candidate.
const HOME: f32 = 0.1;
/// Questions a step.
const BATCH: usize = 32;
/// From which token F1 on a candidate counts as right.
const RIGHT: f32 = 0.5;
/// How many candidates of a question are looked at, beside the right ones.
const LOOKED_AT: usize = 120;

impl Example {
    /// Without the candidates that have no hope.
    pub(crate) fn trimmed(mut self) -> Self {
        let mut place = 0;
        self.candidates.retain(|candidate| {
            place += 1;
            place <= LOOKED_AT || candidate.gain >= RIGHT
        });
        self
    }

    fn best(&self, table: &Table) -> usize {
        let score = |index: &usize| score(table, self.column, &self.candidates[*index].measures);
        (0..self.candidates.len())
            .max_by(|a, b| score(a).total_cmp(&score(b)))
            .expect("examples have candidates")
    }
}

struct Adam {
    table: Table,
    mean: Table,
    square: Table,
    signs: Vec<Sign>,
    step: i32,
}

impl Adam {
    fn new(signs: Vec<Sign>, columns: usize) -> Self {
        let zero = vec![vec![0.0; signs.len()]; columns];
        Adam { table: zero.clone(), mean: zero.clone(), square: zero, signs, step: 0 }
    }

    /// One step down a gradient.
    fn update(&mut self, gradient: &Table, rate: f32) {
        self.step += 1;
        let (warm, warm_square) = (1.0 - 0.9f32.powi(self.step), 1.0 - 0.999f32.powi(self.step));
        for (column, slopes) in gradient.iter().enumerate() {
            for (row, slope) in slopes.iter().enumerate() {
                let weight = self.table[column][row];
                let slope = slope + SHRINK * weight;
                let mean = &mut self.mean[column][row];
                let square = &mut self.square[column][row];
                *mean = 0.9 * *mean + 0.1 * slope;
                *square = 0.999 * *square + 0.001 * slope * slope;
                self.table[column][row] =
                    weight - rate * (*mean / warm) / ((*square / warm_square).sqrt() + 1e-7);
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
    let mut adam = Adam::new(sign::of_ranking(names), columns);
    for (rate, batch) in batches(train.len()) {
        let mut gradient = vec![vec![0.0; names.len()]; columns];
        for &index in &batch {
            rank_gradient(&adam.table, &train[index], &mut gradient);
        }
        adam.update(&gradient, rate);
    }
    adam.table
}

/// The gradient of the log-likelihood of the right candidates together, and of their passages.
fn rank_gradient(table: &Table, example: &Example, gradient: &mut Table) {
    let candidates = &example.candidates;
    let best = candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
    if best < RIGHT {
        return;
    }
    let scores = candidates.iter().map(|c| score(table, example.column, &c.measures));
    let scores: Vec<f32> = scores.collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let chances: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let all: f32 = chances.iter().sum();
    let wish = |c: &Candidate| if c.gain >= RIGHT { (c.gain / best).powi(3) } else { 0.0 };
    let home = |c: &Candidate| if c.at_home { 1.0 } else { 0.0 };
    let share = |of: &dyn Fn(&Candidate) -> f32| {
        let parts = candidates.iter().zip(&chances).map(|(c, chance)| of(c) * chance);
        parts.sum::<f32>().max(1e-9 * all)
    };
    let (wished, at_home) = (share(&wish), share(&home));
    for (candidate, chance) in candidates.iter().zip(&chances) {
        let slope = (1.0 + HOME) * chance / all
            - wish(candidate) * chance / wished
            - HOME * home(candidate) * chance / at_home;
        if slope.abs() > 1e-4 {
            add(gradient, example.column, slope * example.weight, &candidate.measures);
        }
    }
}

/// Weights that tell whether the best candidate is right.
pub(crate) fn trust(names: &[&str], rank: &Table, train: &[Example]) -> Table {
    let cases: Vec<Case> = train.iter().map(|example| Case::new(rank, example, names)).collect();
    let mut adam = Adam::new(sign::of_trust(names), rank.len());
    for (rate, batch) in batches(cases.len()) {
        let mut gradient = vec![vec![0.0; names.len()]; rank.len()];
        for &index in &batch {
            let case = &cases[index];
            let slope = chance(&adam.table, case) - f32::from(u8::from(case.right));
            add(&mut gradient, case.column, slope * case.weight, &case.measures);
        }
        adam.update(&gradient, rate);
    }
    adam.table
}

/// The best candidate of a question, and whether it is right.
struct Case {
    column: usize,
    measures: Vec<f32>,
    right: bool,
    absent: bool,
    weight: f32,
}

impl Case {
    fn new(rank: &Table, example: &Example, names: &[&str]) -> Self {
        let best = example.best(rank);
        let mut measures = example.candidates[best].measures.clone();
        for (name, value) in lead(rank, example, best) {
            if let Some(row) = names.iter().position(|known| *known == name) {
                measures[row] = value;
            }
        }
        Case {
            column: example.column,
            measures,
            right: example.candidates[best].at_home,
            absent: !example.candidates.iter().any(|candidate| candidate.at_home),
            weight: example.weight,
        }
    }
}

/// How far the best candidate is ahead, as the program measures it.
fn lead(rank: &Table, example: &Example, best: usize) -> [(&'static str, f32); 4] {
    let scores = example.candidates.iter().map(|c| score(rank, example.column, &c.measures));
    let scores: Vec<f32> = scores.collect();
    let (top, passage) = (scores[best], example.candidates[best].passage);
    let (mut all, mut own, mut other) = (0.0, 0.0, f32::MIN);
    for (candidate, score) in example.candidates.iter().zip(&scores) {
        let chance = (score - top).exp();
        all += chance;
        if candidate.passage == passage {
            own += chance;
        } else {
            other = other.max(*score);
        }
    }
    [
        ("share of all chances", 1.0 / all),
        ("share of its passage", own / all),
        ("ahead of other passages", ((top - other) / 5.0).min(1.0)),
        ("height of its score", (top - 20.0) / 5.0),
    ]
}

fn chance(table: &Table, case: &Case) -> f32 {
    1.0 / (1.0 + (-score(table, case.column, &case.measures)).exp())
}

/// Says how many questions would be answered rightly and wrongly at several levels of trust.
pub(crate) fn judge(name: &str, names: &[&str], rank: &Table, trust: &Table, examples: &[Example]) {
    let cases: Vec<Case> = examples.iter().map(|example| Case::new(rank, example, names)).collect();
    let found = cases.iter().filter(|case| case.right).count();
    let reachable = cases.iter().filter(|case| !case.absent).count();
    println!("{name}: {} questions, {reachable} within reach, {found} found", cases.len());
    for level in [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let given = cases.iter().filter(|case| chance(trust, case) >= level);
        let (right, wrong): (Vec<&Case>, Vec<&Case>) = given.partition(|case| case.right);
        println!("  from {level} on: {} right, {} wrong", right.len(), wrong.len());
    }
}

/// Tells every question that is answered wrongly or not at all, with what was found and what would
/// have been right.
pub(crate) fn list_mistakes(names: &[&str], rank: &Table, trust: &Table, examples: &[Example]) {
    for example in examples {
        let case = Case::new(rank, example, names);
        let of = |name: &str| case.measures[names.iter().position(|n| *n == name).unwrap()];
        println!(
            "\nCASE\t{}\t{}\t{}\t{:.2}\tsure={} may={} names={} purpose={} of={:.2} again={:.2}\t{}\t{}",
            case.column,
            case.right,
            case.absent,
            chance(trust, &case),
            of("gives a reason"),
            of("may give a reason"),
            of("names a reason"),
            of("gives a purpose"),
            of("reason of what is asked about"),
            of("only says it again"),
            example.question,
            example.candidates[example.best(rank)].words.own
        );
        if case.right {
            continue;
        }
        let found = &example.candidates[example.best(rank)];
        println!("\n{} (trust {:.2})", example.question, chance(trust, &case));
        println!("  found: {} | {}", found.words.own, found.words.passage);
        let by_score = |a: &&Candidate, b: &&Candidate| {
            let score = |c: &Candidate| score(rank, example.column, &c.measures);
            score(a).total_cmp(&score(b))
        };
        match example.candidates.iter().filter(|candidate| candidate.at_home).max_by(by_score) {
            Some(right) => println!("  right: {} | {}", right.words.own, right.words.passage),
            None => println!("  right: none within reach"),
        }
    }
}
