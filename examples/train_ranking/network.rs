//! Fits the network of the second look, by Adam with dropout and weights drawn towards zero.

use std::sync::OnceLock;

use dateline::answer::tuning;

use crate::adam::Adam;
use crate::fit::{self, Candidate, Example, HOME, RIGHT, slopes};
use crate::sign;

const EPOCHS: usize = 10;
const RATE: f32 = 0.002;
const SHRINK: f32 = 0.0005;
/// Questions a step.
const BATCH: usize = 32;
/// How many of the hidden units are left out of a step.
const LEFT_OUT: f32 = 0.3;

/// The weights in one row: for each input its direct weight and those to the units, then the units'
/// biases, then what each unit gives.
#[derive(Clone)]
pub(crate) struct Network {
    weights: Vec<f32>,
    inputs: usize,
    hidden: usize,
}

/// The inputs of one candidate that are not zero.
type Inputs = Vec<(usize, f32)>;

impl Network {
    fn new(seed: &mut Chance) -> Self {
        let (inputs, hidden) = (tuning::network_inputs().len(), tuning::HIDDEN);
        let mut network = Network { weights: Vec::new(), inputs, hidden };
        let spread = (3.0 / inputs as f32).sqrt();
        for _ in 0..inputs {
            network.weights.push(0.0);
            network.weights.extend((0..hidden).map(|_| spread * seed.balanced()));
        }
        network.weights.extend((0..hidden).map(|_| 0.0));
        network.weights.extend((0..hidden).map(|_| 0.17 * seed.balanced()));
        network
    }

    fn row(&self, input: usize) -> usize {
        input * (self.hidden + 1)
    }

    /// The units of a candidate before they are rectified, and its score without them.
    fn units(&self, inputs: &Inputs, units: &mut [f32]) -> f32 {
        let bias = self.row(self.inputs);
        units.copy_from_slice(&self.weights[bias..bias + self.hidden]);
        let mut direct = 0.0;
        for &(input, value) in inputs {
            let row = &self.weights[self.row(input)..self.row(input + 1)];
            direct += row[0] * value;
            units.iter_mut().zip(&row[1..]).for_each(|(unit, weight)| *unit += weight * value);
        }
        direct
    }

    fn out(&self) -> &[f32] {
        &self.weights[self.row(self.inputs) + self.hidden..]
    }

    fn score(&self, inputs: &Inputs, on: &[f32], units: &mut [f32]) -> f32 {
        let direct = self.units(inputs, units);
        let parts = units.iter().zip(self.out()).zip(on);
        direct + parts.map(|((unit, out), on)| unit.max(0.0) * out * on).sum::<f32>()
    }

    /// What is added to the sums of those candidates of an example that `order` names, best first,
    /// as the program adds it.
    pub(crate) fn adjustments(&self, example: &Example, order: &[usize], sums: &[f32]) -> Vec<f32> {
        let (on, mut units) = (vec![1.0; self.hidden], vec![0.0; self.hidden]);
        let best = order.first().map_or(0.0, |&at| sums[at]);
        let adjustment = |&at: &usize| {
            let candidate = &example.candidates[at];
            self.score(&inputs(candidate, sums[at] - best, example.column), &on, &mut units)
        };
        order.iter().map(adjustment).collect()
    }

    /// Adds the slopes of a candidate whose score has `slope`.
    fn add_slopes(&self, inputs: &Inputs, on: &[f32], units: &[f32], slope: f32, to: &mut [f32]) {
        let out = self.row(self.inputs) + self.hidden;
        let mut below = vec![0.0; self.hidden];
        for unit in 0..self.hidden {
            if units[unit] > 0.0 && on[unit] > 0.0 {
                to[out + unit] += slope * units[unit] * on[unit];
                below[unit] = slope * self.weights[out + unit] * on[unit];
                to[out - self.hidden + unit] += below[unit];
            }
        }
        for &(input, value) in inputs {
            let row = &mut to[self.row(input)..self.row(input + 1)];
            row[0] += slope * value;
            row[1..].iter_mut().zip(&below).for_each(|(to, below)| *to += below * value);
        }
    }

    /// The table that the program reads.
    pub(crate) fn table(&self) -> String {
        let numbers =
            |row: &[f32]| row.iter().map(|weight| format!("\t{weight:.3}")).collect::<String>();
        let mut text = "# input\tdirect\tunits\n".to_owned();
        for (input, name) in tuning::network_inputs().iter().enumerate() {
            let row = &self.weights[self.row(input)..self.row(input + 1)];
            text.push_str(&format!("{name}{}\n", numbers(row)));
        }
        let bias = self.row(self.inputs);
        let (bias, out) = self.weights[bias..].split_at(self.hidden);
        text.push_str(&format!("(before)\t0{}\n(after)\t0{}\n", numbers(bias), numbers(out)));
        text
    }
}

/// What the network sees of a candidate: all but the measures whose weight is fixed, lest it undo
/// what the questions teach too little about.
fn inputs(candidate: &Candidate, behind: f32, column: usize) -> Inputs {
    static FIXED: OnceLock<Vec<bool>> = OnceLock::new();
    let names = tuning::feature_names();
    let fixed = FIXED.get_or_init(|| names.iter().map(|name| sign::is_fixed(name)).collect());
    let mut inputs: Inputs = candidate.measures.iter().copied().enumerate().collect();
    inputs.retain(|(at, _)| !fixed[*at]);
    let (far, kinds) = (fixed.len(), fixed.len() + 1);
    let more = kinds + tuning::column_names().len();
    inputs.push((far, tuning::behind(behind)));
    inputs.push((kinds + column, 1.0));
    inputs.extend((more..).zip(candidate.context_features.iter().copied()));
    inputs.retain(|(_, value)| *value != 0.0);
    inputs
}

/// One question as the network sees it.
struct Lesson {
    inputs: Vec<Inputs>,
    sums: Vec<f32>,
    wish: Vec<f32>,
    home: Vec<f32>,
    weight: f32,
}

impl Lesson {
    /// `None` where nothing within reach is right.
    fn new(example: &Example, sums: &[f32]) -> Option<Self> {
        let order = fit::seen(sums);
        let candidates: Vec<_> = order.iter().map(|&at| &example.candidates[at]).collect();
        let best = candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
        let first = sums[*order.first()?];
        (best >= RIGHT).then(|| Lesson {
            inputs: (order.iter().zip(&candidates))
                .map(|(&at, candidate)| inputs(candidate, sums[at] - first, example.column))
                .collect(),
            sums: order.iter().map(|&at| sums[at]).collect(),
            wish: candidates.iter().map(|c| fit::wish(c, best)).collect(),
            home: candidates.iter().map(|c| fit::home(c)).collect(),
            weight: example.weight.min(MOST),
        })
    }
}

/// The most that one question counts.
const MOST: f32 = 48.0;

/// The network that puts the right candidates first, given the sums of the ranking.
pub(crate) fn fit(examples: &[&Example], sums: &[Vec<f32>]) -> Network {
    let lessons: Vec<Lesson> = examples
        .iter()
        .zip(sums)
        .filter_map(|(example, sums)| Lesson::new(example, sums))
        .collect();
    let mut seed = Chance(88_172_645_463_325_252);
    let mut network = Network::new(&mut seed);
    let mut adam = Adam::new(network.weights.len());
    let steps = EPOCHS * lessons.len().div_ceil(BATCH);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for step in 0..steps {
        let from = step % lessons.len().div_ceil(BATCH) * BATCH;
        if from == 0 {
            seed.shuffle(&mut order);
        }
        let batch = &order[from..(from + BATCH).min(order.len())];
        let on: Vec<f32> = (0..network.hidden)
            .map(|_| if seed.next() < LEFT_OUT { 0.0 } else { 1.0 / (1.0 - LEFT_OUT) })
            .collect();
        let mut gradient = vec![0.0; network.weights.len()];
        for &lesson in batch {
            learn(&network, &lessons[lesson], &on, &mut gradient);
        }
        let rate = RATE * (1.0 - step as f32 / steps as f32);
        adam.begin();
        for (at, weight) in network.weights.iter_mut().enumerate() {
            *weight -= adam.moved(at, gradient[at] + SHRINK * *weight, rate);
        }
    }
    network
}

fn learn(network: &Network, lesson: &Lesson, on: &[f32], to: &mut [f32]) {
    let mut units = vec![vec![0.0; network.hidden]; lesson.inputs.len()];
    let scores: Vec<f32> = (lesson.inputs.iter().zip(&lesson.sums).zip(&mut units))
        .map(|((inputs, sum), units)| sum + network.score(inputs, on, units))
        .collect();
    for (at, slope) in slopes(&scores, &lesson.wish, &lesson.home, HOME).into_iter().enumerate() {
        let slope = lesson.weight * slope;
        if slope.abs() > 1e-4 {
            let slope = slope / BATCH as f32;
            network.add_slopes(&lesson.inputs[at], on, &units[at], slope, to);
        }
    }
}

/// Always the same row of numbers by chance (xorshift64, Marsaglia 2003).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// From 0 to 1.
    pub(crate) fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1u64 << 24) as f32
    }

    pub(crate) fn balanced(&mut self) -> f32 {
        2.0 * self.next() - 1.0
    }

    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = (self.next() * (at + 1) as f32) as usize;
            order.swap(at, other.min(at));
        }
    }
}
