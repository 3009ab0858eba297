//! Fits the trees that tell how far the best candidate can be trusted: each is grown to what those
//! before it leave undone (gradient boosting), always at the leaf where a decision gains most.

use dateline::answer::tuning;

const TREES: usize = 150;
/// How much of what a tree says counts.
const RATE: f32 = 0.05;
/// The most leaves of a tree, and the fewest questions at a leaf.
const LEAVES: usize = 15;
const FEWEST: usize = 30;
/// How much values are drawn towards zero.
const SHRINK: f32 = 5.0;
/// How many numbers an input is compared with at most.
const BOUNDS: usize = 63;

/// A question's best candidate: its inputs, whether it is right, and how much it counts.
pub(crate) struct Sample {
    pub(crate) inputs: Vec<f32>,
    pub(crate) right: bool,
    pub(crate) weight: f32,
}

/// What the trees see of a candidate with these measures.
pub(crate) fn inputs(measures: &[f32], column: usize) -> Vec<f32> {
    let kinds = tuning::column_names().len();
    let kind = (0..kinds).map(|kind| f32::from(u8::from(kind == column)));
    measures.iter().copied().chain(kind).collect()
}

/// What follows a decision: another one of the tree, or its value.
#[derive(Clone, Copy)]
enum Next {
    Split(usize),
    Value(f32),
}

/// A decision of a tree: the input, the number that it is less than or not, and what follows.
struct Split {
    input: usize,
    bound: f32,
    next: [Next; 2],
}

type Tree = Vec<Split>;

/// The trees and what their values are added to.
pub(crate) struct Forest {
    start: f32,
    trees: Vec<Tree>,
}

impl Forest {
    /// The chance that a candidate with these inputs is right.
    pub(crate) fn chance(&self, inputs: &[f32]) -> f32 {
        let value = |tree: &Tree| value(tree, |split| inputs[split.input] >= split.bound);
        logistic(self.start + self.trees.iter().map(value).sum::<f32>())
    }

    /// The table that the program reads.
    pub(crate) fn table(&self) -> String {
        let names = tuning::trust_inputs();
        let next = |next: Next| match next {
            Next::Split(at) => format!("={at}"),
            Next::Value(value) => format!("{value:.3}"),
        };
        let mut text = format!("# input\tbound\tless\tmore\n(start)\t{:.3}\n", self.start);
        for tree in &self.trees {
            text.push_str("tree\n");
            for Split { input, bound, next: [less, more] } in tree {
                let (name, less, more) = (&names[*input], next(*less), next(*more));
                text.push_str(&format!("{name}\t{bound:.4}\t{less}\t{more}\n"));
            }
        }
        text
    }
}

fn value(tree: &Tree, is_more: impl Fn(&Split) -> bool) -> f32 {
    let mut at = 0;
    while let Some(split) = tree.get(at) {
        match split.next[usize::from(is_more(split))] {
            Next::Split(next) => at = next,
            Next::Value(value) => return value,
        }
    }
    0.0
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// Trees fitted to samples.
pub(crate) fn fit(samples: &[Sample]) -> Forest {
    let bounds = bounds(samples);
    let place = |(value, bounds): (&f32, &Vec<f32>)| bounds.partition_point(|b| b <= value) as u8;
    let places: Vec<Vec<u8>> = samples
        .iter()
        .map(|sample| sample.inputs.iter().zip(&bounds).map(place).collect())
        .collect();
    let total: f32 = samples.iter().map(|sample| sample.weight).sum();
    let mean = total / samples.len() as f32;
    let right = samples.iter().filter(|sample| sample.right).map(|sample| sample.weight);
    let share = right.sum::<f32>() / total;
    let start = (share / (1.0 - share)).ln();
    let mut scores = vec![start; samples.len()];
    let mut trees = Vec::new();
    for _ in 0..TREES {
        let slopes = samples.iter().zip(&scores).map(|(sample, score)| {
            let (chance, weight) = (logistic(*score), sample.weight / mean);
            let wish = f32::from(u8::from(sample.right));
            [weight * (wish - chance), weight * chance * (1.0 - chance)]
        });
        let slopes: Vec<[f32; 2]> = slopes.collect();
        let tree = Growing { bounds: &bounds, places: &places, slopes: &slopes }.grow(&mut scores);
        trees.push(tree);
    }
    Forest { start, trees }
}

/// For each input the numbers that it is compared with, in order.
fn bounds(samples: &[Sample]) -> Vec<Vec<f32>> {
    let of_input = |input: usize| {
        let mut values: Vec<f32> = samples.iter().map(|sample| sample.inputs[input]).collect();
        values.sort_by(f32::total_cmp);
        let step = values.len().div_ceil(BOUNDS + 1).max(1);
        let mut unlike = values.clone();
        unlike.dedup();
        let between = |pair: &[f32]| (pair[0] + pair[1]) / 2.0;
        if unlike.len() <= BOUNDS {
            return unlike.windows(2).map(between).collect();
        }
        let parts = (step..values.len()).step_by(step);
        let next = |at: usize| {
            let more = unlike.partition_point(|value| *value <= values[at]);
            unlike.get(more).map(|more| (values[at] + more) / 2.0)
        };
        let mut bounds: Vec<f32> = parts.filter_map(next).collect();
        bounds.dedup();
        bounds
    };
    (0..samples.first().map_or(0, |sample| sample.inputs.len())).map(of_input).collect()
}

/// What a tree is grown to: for each sample the place of each input among its bounds, and the slope and
/// curvature of its likelihood.
struct Growing<'a> {
    bounds: &'a [Vec<f32>],
    places: &'a [Vec<u8>],
    slopes: &'a [[f32; 2]],
}

/// A leaf: its samples, which decision leads to it and on which side, and the best decision here.
struct Leaf {
    samples: Vec<u32>,
    above: Option<(usize, usize)>,
    best: Option<Best>,
}

/// What a decision gains, the input, and from which place on it is more.
#[derive(Clone, Copy)]
struct Best {
    gain: f32,
    input: usize,
    place: usize,
}

/// Slopes, curvatures and how many, of samples.
#[derive(Clone, Copy, Default)]
struct Sums {
    slope: f32,
    curve: f32,
    count: u32,
}

impl Sums {
    fn add(&mut self, [slope, curve]: [f32; 2]) {
        self.slope += slope;
        self.curve += curve;
        self.count += 1;
    }

    fn gain(self) -> f32 {
        self.slope * self.slope / (self.curve + SHRINK)
    }
}

impl Growing<'_> {
    /// A tree, whose values are added to the scores.
    fn grow(&self, scores: &mut [f32]) -> Tree {
        let mut tree = Tree::new();
        let all = (0..self.slopes.len() as u32).collect();
        let mut leaves = vec![self.leaf(all, None)];
        while leaves.len() < LEAVES {
            let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |best| best.gain);
            let first =
                (0..leaves.len()).max_by(|&a, &b| gain(&leaves[a]).total_cmp(&gain(&leaves[b])));
            let Some(best) = first.and_then(|at| leaves[at].best) else { break };
            let leaf = leaves.swap_remove(first.unwrap_or(0));
            let own = tree.len();
            tree.push(Split {
                input: best.input,
                bound: self.bounds[best.input][best.place],
                next: [Next::Value(0.0); 2],
            });
            lead(&mut tree, leaf.above, Next::Split(own));
            let is_less =
                |at: &u32| usize::from(self.places[*at as usize][best.input]) <= best.place;
            let (less, more) = leaf.samples.into_iter().partition(is_less);
            leaves.push(self.leaf(less, Some((own, 0))));
            leaves.push(self.leaf(more, Some((own, 1))));
        }
        for leaf in &leaves {
            let sums = self.sums(&leaf.samples);
            let value = RATE * sums.slope / (sums.curve + SHRINK);
            lead(&mut tree, leaf.above, Next::Value(value));
            leaf.samples.iter().for_each(|&at| scores[at as usize] += value);
        }
        tree
    }

    fn sums(&self, samples: &[u32]) -> Sums {
        let mut sums = Sums::default();
        samples.iter().for_each(|&at| sums.add(self.slopes[at as usize]));
        sums
    }

    fn leaf(&self, samples: Vec<u32>, above: Option<(usize, usize)>) -> Leaf {
        let best = self.best(&samples);
        Leaf { samples, above, best }
    }

    /// The decision that gains most among samples.
    fn best(&self, samples: &[u32]) -> Option<Best> {
        const WIDE: usize = BOUNDS + 1;
        let mut here = vec![Sums::default(); self.bounds.len() * WIDE];
        for &at in samples {
            let slopes = self.slopes[at as usize];
            for (row, &place) in here.chunks_mut(WIDE).zip(&self.places[at as usize]) {
                row[usize::from(place)].add(slopes);
            }
        }
        let all = self.sums(samples);
        let mut best: Option<Best> = None;
        for (input, row) in here.chunks(WIDE).enumerate() {
            let mut less = Sums::default();
            for (place, part) in row.iter().take(self.bounds[input].len()).enumerate() {
                less.slope += part.slope;
                less.curve += part.curve;
                less.count += part.count;
                let more = Sums {
                    slope: all.slope - less.slope,
                    curve: all.curve - less.curve,
                    count: all.count - less.count,
                };
                let gain = less.gain() + more.gain() - all.gain();
                let is_enough = (less.count.min(more.count) as usize) >= FEWEST;
                if is_enough && gain > best.map_or(1e-4, |best| best.gain) {
                    best = Some(Best { gain, input, place });
                }
            }
        }
        best
    }
}

/// Has a decision lead on.
fn lead(tree: &mut Tree, above: Option<(usize, usize)>, to: Next) {
    if let Some((split, side)) = above {
        tree[split].next[side] = to;
    }
}
