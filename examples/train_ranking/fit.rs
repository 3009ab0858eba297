//! Fits tables of weights by gradient descent (Adam), with weights drawn towards zero.

/// One column of weights for all questions, then one for each group.
pub(crate) type Table = Vec<Vec<f32>>;

/// A question's candidates.
#[derive(Clone)]
pub(crate) struct Example {
    pub(crate) column: usize,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) id: usize,
}

/// A candidate, how good it is (token F1 with the best accepted answer), and whether it stands in
/// the paragraph that answers the question.
#[derive(Clone, Default)]
pub(crate) struct Candidate {
    pub(crate) measures: Vec<f32>,
    pub(crate) gain: f32,
    pub(crate) at_home: bool,
    pub(crate) number: u32,
    pub(crate) score: f32,
}

/// Measures that the pairs cannot teach: their questions have no headlines, no conversation, and
/// repeat the tense of their sentence. Their weights stay as they are in the table.
const HELD: [&str; 9] = [
    "gives a reason",
    "gives a purpose",
    "date of a thing",
    "headline",
    "article in talk",
    "tense agrees",
    "noun asked for",
    "passage covers question",
    "word missing in passage",
];

const EPOCHS: usize = 24;
const RATE: f32 = 0.05;
const SHRINK: f32 = 1e-4;
/// Questions a step.
const BATCH: usize = 32;
/// From which token F1 on a candidate counts as right.
const RIGHT: f32 = 0.5;

struct Adam {
    table: Table,
    mean: Table,
    square: Table,
    held: Vec<bool>,
    step: i32,
}

impl Adam {
    /// Begins with the weights of `table` for the measures that are held, and zero for all others.
    fn new(table: &Table) -> Self {
        let names = dateline::answer::tuning::feature_names();
        let held: Vec<bool> = names.iter().map(|name| HELD.contains(name)).collect();
        let zero = vec![vec![0.0; names.len()]; table.len()];
        let keep = |column: &Vec<f32>| {
            column
                .iter()
                .zip(&held)
                .map(|(weight, held)| if *held { *weight } else { 0.0 })
                .collect()
        };
        Adam {
            table: table.iter().map(keep).collect(),
            mean: zero.clone(),
            square: zero,
            held,
            step: 0,
        }
    }

    /// One step down a gradient.
    fn update(&mut self, gradient: &Table, rate: f32) {
        self.step += 1;
        let (warm, warm_square) = (1.0 - 0.9f32.powi(self.step), 1.0 - 0.999f32.powi(self.step));
        for (column, slopes) in gradient.iter().enumerate() {
            for (row, slope) in slopes.iter().enumerate().filter(|(row, _)| !self.held[*row]) {
                let weight = self.table[column][row];
                let slope = slope + SHRINK * weight * if column == 0 { 1.0 } else { 8.0 };
                let mean = &mut self.mean[column][row];
                let square = &mut self.square[column][row];
                *mean = 0.9 * *mean + 0.1 * slope;
                *square = 0.999 * *square + 0.001 * slope * slope;
                self.table[column][row] =
                    weight - rate * (*mean / warm) / ((*square / warm_square).sqrt() + 1e-8);
            }
        }
    }
}

/// The mean of the gradients of a batch: each counts for its own column and the common one.
fn summed(slopes: impl Iterator<Item = (usize, Vec<f32>)>, table: &Table) -> Table {
    let mut sum = vec![vec![0.0; table[0].len()]; table.len()];
    for (own, slopes) in slopes {
        for column in [0, own] {
            for (total, slope) in sum[column].iter_mut().zip(&slopes) {
                *total += slope / BATCH as f32;
            }
        }
    }
    sum
}

fn score(table: &Table, column: usize, measures: &[f32]) -> f32 {
    measures
        .iter()
        .zip(table[0].iter().zip(&table[column]))
        .map(|(value, (all, own))| value * (all + own))
        .sum()
}

/// Weights that put the right candidates first.
pub(crate) fn rank(before: &Table, train: &[Example], held: &[Example]) -> Table {
    let mut adam = Adam::new(before);
    for epoch in 0..EPOCHS {
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32);
        for batch in train.chunks(BATCH) {
            let slopes = batch
                .iter()
                .filter_map(|example| Some((example.column, rank_gradient(&adam.table, example)?)));
            adam.update(&summed(slopes, &adam.table), rate);
        }
        eprintln!(
            "epoch {epoch}: train {}, held out {}",
            report(&adam.table, train),
            report(&adam.table, held)
        );
    }
    by_column(&adam.table, held);
    adam.table
}

fn rank_gradient(table: &Table, example: &Example) -> Option<Vec<f32>> {
    let best = example.candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
    if best < RIGHT {
        return None;
    }
    let scores: Vec<f32> = example
        .candidates
        .iter()
        .map(|candidate| score(table, example.column, &candidate.measures))
        .collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let expected: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let total: f32 = expected.iter().sum();
    let wish =
        |candidate: &Candidate| if candidate.gain >= RIGHT { candidate.gain.powi(4) } else { 0.0 };
    let wished: f32 = example.candidates.iter().map(wish).sum();
    let mut gradient = vec![0.0; table[0].len()];
    for (candidate, expected) in example.candidates.iter().zip(&expected) {
        let slope = expected / total - wish(candidate) / wished;
        for (sum, value) in gradient.iter_mut().zip(&candidate.measures) {
            *sum += slope * value;
        }
    }
    Some(gradient)
}

/// Spreads copies of `cases` evenly among `examples`.
pub(crate) fn mix(examples: &mut Vec<Example>, cases: &[Example], copies: usize) {
    let step = (examples.len() / (cases.len() * copies).max(1)).max(1);
    let mut place = 0;
    for case in std::iter::repeat_n(cases, copies).flatten() {
        examples.insert(place.min(examples.len()), case.clone());
        place += step + 1;
    }
}

/// Says how many cases would be answered rightly and wrongly at several levels of trust.
pub(crate) fn judge(rank: &Table, trust: &Table, name: &str, cases: &[Example]) {
    for threshold in [0.1, 0.15, 0.2, 0.25, 0.3, 0.4] {
        let (mut right, mut wrong, mut withheld, mut withheld_right) = (0, 0, 0, 0);
        for case in cases {
            let found = best(rank, case);
            let absent = case.candidates.iter().all(|candidate| candidate.gain == 0.0);
            let given =
                1.0 / (1.0 + (-score(trust, case.column, &found.measures)).exp()) >= threshold;
            match (given, found.gain > 0.0) {
                (true, true) => right += 1,
                (true, false) => wrong += 1,
                (false, _) if absent => withheld_right += 1,
                (false, _) => withheld += 1,
            }
        }
        eprintln!(
            "{name}, trust {threshold}: {right} right, {wrong} wrong, {withheld} withheld, {withheld_right} rightly so or unreachable"
        );
    }
}

fn best<'a>(table: &Table, example: &'a Example) -> &'a Candidate {
    let by_score = |a: &&Candidate, b: &&Candidate| {
        score(table, example.column, &a.measures).total_cmp(&score(
            table,
            example.column,
            &b.measures,
        ))
    };
    example.candidates.iter().max_by(by_score).expect("examples have candidates")
}

fn report(table: &Table, examples: &[Example]) -> String {
    let (mut gain, mut home, mut reach) = (0.0, 0.0, 0.0);
    for example in examples {
        let best = best(table, example);
        gain += best.gain;
        home += f32::from(u8::from(best.at_home));
        reach += example.candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
    }
    let share = |sum: f32| 100.0 * sum / examples.len() as f32;
    format!(
        "F1 {:.1}, right passage {:.1}, best possible F1 {:.1}",
        share(gain),
        share(home),
        share(reach)
    )
}

fn by_column(table: &Table, examples: &[Example]) {
    for (column, name) in dateline::answer::tuning::column_names().iter().enumerate() {
        let of_column: Vec<Example> = examples
            .iter()
            .filter(|example| example.column == column)
            .map(|example| Example {
                column,
                id: 0,
                candidates: example
                    .candidates
                    .iter()
                    .cloned()
                    .collect(),
            })
            .collect();
        if !of_column.is_empty() {
            eprintln!("  {name} ({}): {}", of_column.len(), report(table, &of_column));
        }
    }
}

/// Weights that tell whether the best candidate is right.
pub(crate) fn trust(rank: &Table, before: &Table, train: &[Example], held: &[Example]) -> Table {
    let mut adam = Adam::new(before);
    let cases = trust_cases(rank, train);
    for epoch in 0..EPOCHS {
        let rate = RATE * 0.3 * (1.0 - epoch as f32 / EPOCHS as f32);
        for batch in cases.chunks(BATCH) {
            let slopes = batch.iter().map(|(column, measures, right)| {
                let chance = 1.0 / (1.0 + (-score(&adam.table, *column, measures)).exp());
                let slope = chance - f32::from(u8::from(*right));
                (*column, measures.iter().map(|value| slope * value).collect())
            });
            adam.update(&summed(slopes, &adam.table), rate);
        }
    }
    trust_report(&adam.table, &trust_cases(rank, held));
    adam.table
}

/// The best candidate of every question, and of every third one without its paragraph.
fn trust_cases<'a>(rank: &Table, examples: &'a [Example]) -> Vec<(usize, &'a [f32], bool)> {
    let mut cases = Vec::new();
    for (index, example) in examples.iter().enumerate() {
        let found = best(rank, example);
        cases.push((example.column, found.measures.as_slice(), found.at_home && found.gain > 0.0));
        let elsewhere = example.candidates.iter().filter(|candidate| !candidate.at_home);
        let by_score = |a: &&Candidate, b: &&Candidate| {
            score(rank, example.column, &a.measures).total_cmp(&score(
                rank,
                example.column,
                &b.measures,
            ))
        };
        if let Some(other) = elsewhere.max_by(by_score).filter(|_| index % 3 == 0) {
            cases.push((example.column, other.measures.as_slice(), false));
        }
    }
    cases
}

fn trust_report(table: &Table, cases: &[(usize, &[f32], bool)]) {
    for threshold in [0.2, 0.3, 0.4, 0.5, 0.6] {
        let chance = |case: &&(usize, &[f32], bool)| {
            1.0 / (1.0 + (-score(table, case.0, case.1)).exp()) >= threshold
        };
        let given: Vec<_> = cases.iter().filter(chance).collect();
        let right = given.iter().filter(|case| case.2).count();
        let all = cases.iter().filter(|case| case.2).count();
        eprintln!("trust >= {threshold}: {} given, {right} right; {all} could be", given.len());
    }
}
