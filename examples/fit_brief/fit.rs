//! Fits the weights of one question: gradient ascent on the F1 that is expected when choices are
//! drawn with chances in proportion to the exponential of their scores (policy gradient, exact).

use crate::corpus::Choice;

/// How fitting goes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Weight of the penalty on squared weights.
    pub ridge: f32,
    /// Steps.
    pub steps: usize,
}

/// Weights that choose well among each list of choices.
pub fn fit(lists: &[&[Choice]], width: usize, settings: Settings) -> Vec<f32> {
    let mut weights = vec![0.0_f32; width];
    let (mut mean, mut square) = (vec![0.0_f32; width], vec![0.0_f32; width]);
    for step in 1..=settings.steps {
        let mut gradient = vec![0.0_f32; width];
        for list in lists {
            add_gradient(list, &weights, &mut gradient);
        }
        let count = lists.len().max(1) as f32;
        for index in 0..width {
            let slope = gradient[index] / count - settings.ridge * weights[index];
            mean[index] = 0.9 * mean[index] + 0.1 * slope;
            square[index] = 0.99 * square[index] + 0.01 * slope * slope;
            let (m, s) = (mean[index] / (1.0 - 0.9_f32.powi(step as i32)), square[index] / (1.0 - 0.99_f32.powi(step as i32)));
            weights[index] += 0.05 * m / (s.sqrt() + 1e-6);
        }
    }
    weights
}

/// The weighted sum of one choice.
pub fn score(choice: &Choice, weights: &[f32]) -> f32 {
    choice.measures.iter().map(|&(index, value)| value * weights[usize::from(index)]).sum()
}

fn add_gradient(list: &[Choice], weights: &[f32], gradient: &mut [f32]) {
    let scores: Vec<f32> = list.iter().map(|choice| score(choice, weights)).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let chances: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let total: f32 = chances.iter().sum();
    let expected: f32 = chances.iter().zip(list).map(|(chance, choice)| chance / total * choice.reward).sum();
    for (chance, choice) in chances.iter().zip(list) {
        let pull = chance / total * (choice.reward - expected);
        if pull.abs() > 1e-7 {
            choice.measures.iter().for_each(|&(index, value)| gradient[usize::from(index)] += pull * value);
        }
    }
}

/// The best choice of a list.
pub fn best<'a>(list: &'a [Choice], weights: &[f32]) -> Option<&'a Choice> {
    list.iter().max_by(|a, b| score(a, weights).total_cmp(&score(b, weights)))
}
