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
    if std::env::var("LISTNET").is_ok() {
        let target: Vec<f32> = list.iter().map(|c| c.reward.powf(3.0)).collect();
        let sum: f32 = target.iter().sum();
        if sum <= 0.0 { return; }
        for ((chance, choice), target) in chances.iter().zip(list).zip(&target) {
            let pull = target / sum - chance / total;
            if pull.abs() > 1e-7 {
                choice.measures.iter().for_each(|&(index, value)| gradient[usize::from(index)] += pull * value);
            }
        }
        return;
    }
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

/// The choice that agrees best with all likely ones.
pub fn consensus<'a>(list: &'a [Choice], weights: &[f32], sharpness: f32, most: usize) -> Option<&'a Choice> {
    let mut scored: Vec<(f32, &Choice)> = list.iter().map(|choice| (score(choice, weights), choice)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.truncate(most);
    let top = scored.first()?.0;
    let chances: Vec<f32> = scored.iter().map(|(score, _)| (sharpness * (score - top)).exp()).collect();
    let agree = |choice: &Choice| -> f32 {
        scored.iter().zip(&chances).map(|((_, other), chance)| chance * crate::score::f1(&choice.words, &other.words)).sum()
    };
    let mut best: Option<(f32, &Choice)> = None;
    for (_, choice) in &scored {
        let value = agree(choice);
        if best.is_none_or(|(other, _)| value > other) { best = Some((value, choice)); }
    }
    best.map(|(_, choice)| choice)
}
