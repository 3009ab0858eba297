//! Fits the weights of one question, so that the chances of the choices (the exponentials of
//! their scores) come near to what they earn: the cross-entropy to the third power of their F1,
//! by Adam's method with a penalty on large weights.

use dateline::brief::choice::{Weighed, choose};

use crate::corpus::{Choice, WIDTH};

/// How many steps are taken.
const STEPS: usize = 100;
/// The length of a step.
const STEP: f32 = 0.05;
/// How much more a better choice is wanted than a worse one.
const POWER: i32 = 3;

/// Weights that choose well among each list of choices; `ridge` is the weight of the penalty.
pub(crate) fn fit(lists: &[&[Choice]], ridge: f32) -> [f32; WIDTH] {
    let mut weights = [0.0_f32; WIDTH];
    let (mut mean, mut square) = ([0.0_f32; WIDTH], [0.0_f32; WIDTH]);
    for step in 1..=STEPS as i32 {
        let mut gradient = [0.0_f32; WIDTH];
        lists.iter().for_each(|list| add_gradient(list, &weights, &mut gradient));
        for index in 0..WIDTH {
            let slope = gradient[index] / lists.len().max(1) as f32 - ridge * weights[index];
            mean[index] = 0.9 * mean[index] + 0.1 * slope;
            square[index] = 0.99 * square[index] + 0.01 * slope * slope;
            let (m, s) = (
                mean[index] / (1.0 - 0.9_f32.powi(step)),
                square[index] / (1.0 - 0.99_f32.powi(step)),
            );
            weights[index] += STEP * m / (s.sqrt() + 1e-6);
        }
    }
    weights
}

fn add_gradient(list: &[Choice], weights: &[f32; WIDTH], gradient: &mut [f32; WIDTH]) {
    let scores: Vec<f32> = list.iter().map(|choice| score(choice, weights)).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let odds = scores.iter().map(|score| (score - top).exp());
    let total: f32 = odds.clone().sum();
    let wanted: f32 = list.iter().map(|choice| choice.reward.powi(POWER)).sum();
    if wanted <= 0.0 {
        return;
    }
    for (odds, choice) in odds.zip(list) {
        let pull = choice.reward.powi(POWER) / wanted - odds / total;
        choice
            .measures
            .iter()
            .for_each(|&(index, value)| gradient[usize::from(index)] += pull * value);
    }
}

fn score(choice: &Choice, weights: &[f32; WIDTH]) -> f32 {
    choice.measures.iter().map(|&(index, value)| value * weights[usize::from(index)]).sum()
}

/// What the program's own way of choosing earns with these weights.
pub(crate) fn reward(list: &[Choice], weights: &[f32; WIDTH]) -> f32 {
    let weigh =
        |choice: &Choice| Weighed { score: score(choice, weights), words: choice.words.clone() };
    let weighed: Vec<Weighed> = list.iter().map(weigh).collect();
    choose(&weighed).map_or(0.0, |index| list[index].reward)
}
