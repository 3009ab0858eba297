//! Fits the reader: attention and units by Adam, to what the ranking leaves undone.

use std::collections::HashMap;

use dateline::answer::tuning::{self, DEPTH, UNITS, VECTOR};

use crate::adam::Adam;
use crate::fit::{self, Example, RIGHT, slopes};
use crate::network::Chance;

const EPOCHS: usize = 4;
const RATE: f32 = 0.003;
const SHRINK: f32 = 1e-5;
/// Questions a step.
const BATCH: usize = 64;
/// How many of the units are left out of a step.
const LEFT_OUT: f32 = 0.2;
/// How much the right passage counts beside the right candidate.
const HOME: f32 = 0.5;
/// The most that one question counts.
const MOST: f32 = 24.0;

/// Where the weights of a kind begin in the row of all.
mod at {
    use super::{DEPTH, UNITS, VECTOR, tuning};

    pub(super) const PROJECT: usize = 0;
    pub(super) const SAME: usize = PROJECT + VECTOR * DEPTH;
    pub(super) const ASKED: usize = SAME + 1;
    pub(super) const FOUND: usize = ASKED + DEPTH * UNITS;
    pub(super) const BOTH: usize = FOUND + DEPTH * UNITS;
    pub(super) const EXACT: usize = BOTH + DEPTH * UNITS;
    pub(super) const BEFORE: usize = EXACT + UNITS;
    pub(super) const AFTER: usize = BEFORE + UNITS;
    pub(super) const KINDS: usize = AFTER + UNITS;

    pub(super) fn end() -> usize {
        KINDS + tuning::column_names().len() * UNITS
    }
}

type Vector = [f32; DEPTH];
type Units = [f32; UNITS];

/// The weights in one row.
#[derive(Clone)]
pub(crate) struct Reader {
    weights: Vec<f32>,
}

/// A question with its passages as the reader sees them.
struct Text<'a> {
    /// The lexicon's figures of each different word; of one that it does not know, nothing.
    figures: Vec<[f32; VECTOR]>,
    /// The question's words, by index among those.
    asked: Vec<usize>,
    column: usize,
    passages: Vec<Heard<'a>>,
}

struct Heard<'a> {
    words: Vec<usize>,
    /// For each word of the question the tokens that are the same, a bit a token.
    same: &'a [u64],
}

impl<'a> Text<'a> {
    /// Of the passages with these numbers.
    fn new(example: &'a Example, numbers: &[u32]) -> Self {
        let (mut places, mut figures) = (HashMap::new(), Vec::new());
        let mut place = |word: &Option<u32>| {
            *places.entry(*word).or_insert_with(|| {
                figures.push(tuning::word_vector(*word));
                figures.len() - 1
            })
        };
        let asked = example.text.words.iter().map(&mut place).collect();
        let heard = |number: &u32| {
            let found = example.text.passages.iter().find(|passage| passage.number == *number);
            found.map_or(Heard { words: Vec::new(), same: &[] }, |passage| Heard {
                words: passage.words.iter().map(&mut place).collect(),
                same: &passage.same,
            })
        };
        let passages = numbers.iter().map(heard).collect();
        Text { figures, asked, column: example.column, passages }
    }
}

/// What one word of the question found in a passage.
struct ContextFeatures {
    shares: Vec<f32>,
    found: Vector,
    units: Units,
}

impl Reader {
    fn new(seed: &mut Chance) -> Self {
        let mut weights = vec![0.0; at::end()];
        let mut spread = |from: usize, to: usize, width: f32| {
            weights[from..to].iter_mut().for_each(|weight| *weight = width * seed.balanced());
        };
        spread(at::PROJECT, at::SAME, 3.0 * (3.0 / VECTOR as f32).sqrt());
        spread(at::ASKED, at::EXACT, (1.0 / DEPTH as f32).sqrt());
        spread(at::AFTER, at::KINDS, 0.17);
        spread(at::KINDS, at::end(), 0.17);
        weights[at::SAME] = 5.0;
        Reader { weights }
    }

    fn row<const N: usize>(&self, from: usize, nth: usize) -> &[f32; N] {
        self.weights[from + nth * N..].first_chunk().unwrap_or(&[0.0; N])
    }

    fn projected(&self, figures: &[[f32; VECTOR]]) -> Vec<Vector> {
        let project = |figures: &[f32; VECTOR]| {
            let mut sum = [0.0; DEPTH];
            for (row, value) in figures.iter().enumerate().filter(|(_, value)| **value != 0.0) {
                add(&mut sum, self.row(at::PROJECT, row), *value);
            }
            sum
        };
        figures.iter().map(project).collect()
    }

    /// What every word of the question finds in a passage.
    fn looks(&self, text: &Text, heard: &Heard, vectors: &[Vector]) -> Vec<ContextFeatures> {
        if heard.words.is_empty() {
            return Vec::new();
        }
        let look = |(&word, &same): (&usize, &u64)| {
            let asked = &vectors[word];
            let (shares, found) = self.look(asked, heard, vectors, same);
            let mut units: Units = *self.row(at::BEFORE, 0);
            add(&mut units, self.row(at::KINDS, text.column), 1.0);
            for row in 0..DEPTH {
                add(&mut units, self.row(at::ASKED, row), asked[row]);
                add(&mut units, self.row(at::FOUND, row), found[row]);
                add(&mut units, self.row(at::BOTH, row), found[row] * asked[row]);
            }
            if same != 0 {
                add(&mut units, self.row(at::EXACT, 0), 1.0);
            }
            ContextFeatures { shares, found, units }
        };
        text.asked.iter().zip(heard.same).map(look).collect()
    }

    fn look(
        &self,
        asked: &Vector,
        heard: &Heard,
        vectors: &[Vector],
        same: u64,
    ) -> (Vec<f32>, Vector) {
        let near = |(place, &word): (usize, &usize)| {
            let here = if same >> place & 1 == 1 { self.weights[at::SAME] } else { 0.0 };
            dot(asked, &vectors[word]) / root() + here
        };
        let near: Vec<f32> = heard.words.iter().enumerate().map(near).collect();
        let most = near.iter().copied().fold(f32::MIN, f32::max);
        let mut shares: Vec<f32> = near.iter().map(|near| (near - most).exp()).collect();
        let total: f32 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= total);
        let mut found = [0.0; DEPTH];
        shares
            .iter()
            .zip(&heard.words)
            .for_each(|(share, &at)| add(&mut found, &vectors[at], *share));
        (shares, found)
    }

    fn mark(&self, looks: &[ContextFeatures], on: &Units) -> f32 {
        let after: &Units = self.row(at::AFTER, 0);
        let of = |look: &ContextFeatures| -> f32 {
            (0..UNITS).map(|unit| look.units[unit].max(0.0) * after[unit] * on[unit]).sum()
        };
        looks.iter().map(of).sum()
    }

    /// What it makes of each of the passages of an example.
    pub(crate) fn marks(&self, example: &Example, passages: &[u32]) -> Vec<f32> {
        let text = Text::new(example, passages);
        let vectors = self.projected(&text.figures);
        let mark = |heard| self.mark(&self.looks(&text, heard, &vectors), &[1.0; UNITS]);
        text.passages.iter().map(mark).collect()
    }

    /// The table that the program reads.
    pub(crate) fn table(&self) -> String {
        let mut text =
            "# The reader: rows of weights, those of one name in their order\n".to_owned();
        let mut row = |name: &str, weights: &[f32]| {
            text.push_str(name);
            weights.iter().for_each(|weight| text.push_str(&format!("\t{weight:.4}")));
            text.push('\n');
        };
        row("same", &self.weights[at::SAME..at::ASKED]);
        (0..VECTOR).for_each(|nth| row("project", self.row::<DEPTH>(at::PROJECT, nth)));
        for (name, from) in [("asked", at::ASKED), ("found", at::FOUND), ("both", at::BOTH)] {
            (0..DEPTH).for_each(|nth| row(name, self.row::<UNITS>(from, nth)));
        }
        for (name, from) in [("exact", at::EXACT), ("before", at::BEFORE), ("after", at::AFTER)] {
            row(name, self.row::<UNITS>(from, 0));
        }
        for (nth, column) in tuning::column_names().iter().enumerate() {
            row(&format!("asks for {column}"), self.row::<UNITS>(at::KINDS, nth));
        }
        text
    }
}

/// The slopes of the weights, and of the vectors of the words of one question.
struct Slopes<'a> {
    weights: &'a mut [f32],
    vectors: Vec<Vector>,
}

impl Slopes<'_> {
    fn row<const N: usize>(&mut self, from: usize, nth: usize, with: &[f32; N], value: f32) {
        let row = &mut self.weights[from + nth * N..from + (nth + 1) * N];
        row.iter_mut().zip(with).for_each(|(sum, with)| *sum += with * value);
    }

    /// Goes back from the slope of a passage's mark.
    fn passage(
        &mut self,
        reader: &Reader,
        text: &Text,
        heard: &Heard,
        looks: &[ContextFeatures],
        all: Step,
    ) {
        for ((look, &word), &same) in looks.iter().zip(&text.asked).zip(heard.same) {
            let after: &Units = reader.row(at::AFTER, 0);
            let (mut given, mut below) = ([0.0; UNITS], [0.0; UNITS]);
            for unit in (0..UNITS).filter(|&unit| look.units[unit] > 0.0) {
                given[unit] = look.units[unit] * all.on[unit];
                below[unit] = all.slope * after[unit] * all.on[unit];
            }
            self.row(at::AFTER, 0, &given, all.slope);
            self.row(at::BEFORE, 0, &below, 1.0);
            self.row(at::KINDS, text.column, &below, 1.0);
            if same != 0 {
                self.row(at::EXACT, 0, &below, 1.0);
            }
            let asked = all.vectors[word];
            let (mut of_asked, mut of_found) = ([0.0; DEPTH], [0.0; DEPTH]);
            for row in 0..DEPTH {
                let found = look.found[row];
                self.row(at::ASKED, row, &below, asked[row]);
                self.row(at::FOUND, row, &below, found);
                self.row(at::BOTH, row, &below, found * asked[row]);
                let both = dot(reader.row::<UNITS>(at::BOTH, row), &below);
                of_asked[row] = dot(reader.row::<UNITS>(at::ASKED, row), &below) + found * both;
                of_found[row] =
                    dot(reader.row::<UNITS>(at::FOUND, row), &below) + asked[row] * both;
            }
            self.attention(heard, look, same, &asked, &mut of_asked, &of_found, all.vectors);
            add(&mut self.vectors[word], &of_asked, 1.0);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "all of one step back")]
    fn attention(
        &mut self,
        heard: &Heard,
        look: &ContextFeatures,
        same: u64,
        asked: &Vector,
        of_asked: &mut Vector,
        of_found: &Vector,
        vectors: &[Vector],
    ) {
        let of_share: Vec<f32> =
            heard.words.iter().map(|&word| dot(of_found, &vectors[word])).collect();
        let mean: f32 = of_share.iter().zip(&look.shares).map(|(of, share)| of * share).sum();
        for (place, &word) in heard.words.iter().enumerate() {
            let share = look.shares[place];
            let of_near = share * (of_share[place] - mean);
            if same >> place & 1 == 1 {
                self.weights[at::SAME] += of_near;
            }
            add(&mut self.vectors[word], of_found, share);
            add(&mut self.vectors[word], asked, of_near / root());
            add(of_asked, &vectors[word], of_near / root());
        }
    }
}

/// What a step back from a passage goes by.
#[derive(Clone, Copy)]
struct Step<'a> {
    slope: f32,
    on: &'a Units,
    vectors: &'a [Vector],
}

/// One question with what the ranking makes of its candidates.
struct Lesson<'a> {
    text: Text<'a>,
    /// For each candidate its score, its passage by index in the text, and what it should be.
    scores: Vec<f32>,
    passages: Vec<usize>,
    wish: Vec<f32>,
    home: Vec<f32>,
    weight: f32,
}

impl<'a> Lesson<'a> {
    /// `None` where nothing within reach is right.
    fn new(example: &'a Example, ranked: &[(f32, usize)]) -> Option<Self> {
        let candidates: Vec<_> = ranked.iter().map(|&(_, at)| &example.candidates[at]).collect();
        let best = candidates.iter().map(|candidate| candidate.gain).fold(0.0, f32::max);
        let (numbers, passages) = example.passages(ranked);
        (best >= RIGHT).then(|| Lesson {
            scores: ranked.iter().map(|(score, _)| *score).collect(),
            passages,
            wish: candidates.iter().map(|it| fit::wish(it, best)).collect(),
            home: candidates.iter().map(|it| fit::home(it)).collect(),
            weight: example.weight.min(MOST),
            text: Text::new(example, &numbers),
        })
    }

    fn learn(&self, reader: &Reader, on: &Units, to: &mut [f32]) {
        let vectors = reader.projected(&self.text.figures);
        let looks: Vec<Vec<ContextFeatures>> = (self.text.passages.iter())
            .map(|heard| reader.looks(&self.text, heard, &vectors))
            .collect();
        let marks: Vec<f32> = looks.iter().map(|looks| reader.mark(looks, on)).collect();
        let scores = self.scores.iter().zip(&self.passages).map(|(score, &at)| score + marks[at]);
        let scores: Vec<f32> = scores.collect();
        let mut of_marks = vec![0.0; marks.len()];
        let slopes = slopes(&scores, &self.wish, &self.home, HOME);
        slopes.iter().zip(&self.passages).for_each(|(slope, &at)| of_marks[at] += slope);
        let mut back = Slopes { weights: to, vectors: vec![[0.0; DEPTH]; vectors.len()] };
        for ((heard, looks), slope) in self.text.passages.iter().zip(&looks).zip(of_marks) {
            let slope = slope * self.weight / BATCH as f32;
            if slope.abs() > 1e-6 {
                let step = Step { slope, on, vectors: &vectors };
                back.passage(reader, &self.text, heard, looks, step);
            }
        }
        let Slopes { weights, vectors } = back;
        for (figures, slopes) in self.text.figures.iter().zip(&vectors) {
            for (row, value) in figures.iter().enumerate() {
                let row = &mut weights[at::PROJECT + row * DEPTH..at::PROJECT + (row + 1) * DEPTH];
                row.iter_mut().zip(slopes).for_each(|(sum, slope)| *sum += slope * value);
            }
        }
    }
}

/// The reader that puts right what the ranking has wrong: each example comes with its best candidates
/// and their scores.
pub(crate) fn fit<'a>(examples: impl Iterator<Item = (&'a Example, &'a [(f32, usize)])>) -> Reader {
    let lessons: Vec<Lesson> =
        examples.filter_map(|(example, ranked)| Lesson::new(example, ranked)).collect();
    let mut seed = Chance(0x2545_F491_4F6C_DD1D);
    let mut reader = Reader::new(&mut seed);
    let mut adam = Adam::new(reader.weights.len());
    let a_round = lessons.len().div_ceil(BATCH);
    let steps = EPOCHS * a_round;
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for step in 0..steps {
        let from = step % a_round * BATCH;
        if from == 0 {
            seed.shuffle(&mut order);
        }
        let on: Units =
            std::array::from_fn(
                |_| {
                    if seed.next() < LEFT_OUT { 0.0 } else { 1.0 / (1.0 - LEFT_OUT) }
                },
            );
        let mut gradient = vec![0.0; reader.weights.len()];
        for &at in &order[from..(from + BATCH).min(order.len())] {
            lessons[at].learn(&reader, &on, &mut gradient);
        }
        let rate = RATE * (1.0 - step as f32 / steps as f32);
        adam.begin();
        for (at, weight) in reader.weights.iter_mut().enumerate() {
            *weight -= adam.moved(at, gradient[at] + SHRINK * *weight, rate);
        }
    }
    reader
}

fn root() -> f32 {
    (DEPTH as f32).sqrt()
}

fn add<const N: usize>(sum: &mut [f32; N], row: &[f32; N], value: f32) {
    sum.iter_mut().zip(row).for_each(|(sum, row)| *sum += row * value);
}

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
