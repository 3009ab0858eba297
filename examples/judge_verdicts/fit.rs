//! Fits the weights of verdicts by gradient ascent: the likelihood that of all passages, each as a
//! Yes and as a No, and silence beside them, a proof in its right sense is chosen.
//!
//! Few of the questions in hand are left unanswered by their reports, so each counts a second time,
//! for less, without its proofs: then silence is right.

use dateline::answer::tuning;

use crate::adam::Adam;
use crate::lessons::{Case, Judged, Part, Passage};
use crate::sign;

/// A pair of weights for each measure: how far it tells that a passage speaks of what is asked, and
/// how far that it speaks against it.
pub(crate) struct Weights {
    pub(crate) rows: Vec<[f32; 2]>,
}

const STEPS: usize = 600;
const RATE: f32 = 0.05;
/// How much weights are drawn towards zero, beside the sum over all cases.
const SHRINK: f32 = 1.0;
/// How much a case counts without its proofs.
const SILENT: f32 = 0.4;
/// How much a case of a file of questions counts.
const OF_FILE: f32 = 2.0;

/// How much a case counts that was made of another question.
const MADE: f32 = 0.07;

/// How much a case counts that is asked of reports about something else.
const ELSEWHERE: f32 = 0.3;

impl Weights {
    fn scores(&self, passage: &Passage) -> [f32; 2] {
        let mut sums = [0.0; 2];
        for (value, row) in passage.measures.iter().zip(&self.rows) {
            sums[0] += value * row[0];
            sums[1] += value * row[1];
        }
        [sums[0] - sums[1], sums[0] + sums[1]]
    }

    /// The likelier verdict on a case.
    pub(crate) fn judge(&self, case: &Case) -> Option<Judged> {
        let scores: Vec<[f32; 2]> = case.passages.iter().map(|p| self.scores(p)).collect();
        let total: f32 = 1.0 + scores.iter().flatten().map(|score| score.exp()).sum::<f32>();
        let chance = |side: usize| scores.iter().map(|s| s[side].exp()).sum::<f32>() / total;
        let side = usize::from(chance(1) > chance(0));
        let best =
            (0..scores.len()).max_by(|&a, &b| scores[a][side].total_cmp(&scores[b][side]))?;
        let passage = &case.passages[best];
        Some(Judged {
            holds: (side == 0) != case.is_denial,
            confidence: (2.0 * chance(side) + scores[best][side].exp() / total) / 3.0,
            is_proven: passage.is_proof,
            quote: passage.text.clone(),
        })
    }

    /// Adds the gradient of one case's likelihood, with its proofs or without.
    fn gradient(&self, case: &Case, with_proofs: bool, share: f32, gradient: &mut [[f32; 2]]) {
        let right = usize::from((case.holds == Some(false)) != case.is_denial);
        let counted = || case.passages.iter().filter(|p| with_proofs || !p.is_proof);
        let says = with_proofs && case.passages.iter().any(|passage| passage.is_proof);
        let chances: Vec<[f32; 2]> = counted()
            .map(|passage| self.scores(passage).map(|score| score.min(60.0).exp()))
            .collect();
        let total: f32 = 1.0 + chances.iter().flatten().sum::<f32>();
        let wished: f32 = match says {
            true => {
                counted().zip(&chances).filter(|(p, _)| p.is_proof).map(|(_, c)| c[right]).sum()
            }
            false => 1.0,
        };
        for (passage, chances) in counted().zip(&chances) {
            let slope = |side: usize| {
                let is_wished = says && passage.is_proof && side == right;
                let wish = if is_wished { chances[side] / wished.max(1e-20) } else { 0.0 };
                share * (wish - chances[side] / total)
            };
            let (yes, no) = (slope(0), slope(1));
            for (sum, value) in gradient.iter_mut().zip(&passage.measures) {
                sum[0] += (yes + no) * value;
                sum[1] += (no - yes) * value;
            }
        }
    }
}

/// Weights fitted to the cases, by Adam.
pub(crate) fn fit(cases: &[&Case]) -> Weights {
    let names = tuning::verdict_measure_names();
    let bounds: Vec<[sign::Bounds; 2]> = names.iter().map(|name| sign::bounds(name)).collect();
    let rows = names.len();
    let mut weights = Weights { rows: vec![[0.0; 2]; rows] };
    let mut adam = Adam::new(2 * rows);
    for step in 0..STEPS {
        let mut gradient = vec![[0.0; 2]; rows];
        for case in cases {
            let share = match case.part {
                Part::Files => OF_FILE,
                Part::Made | Part::MadeApart => MADE,
                Part::Elsewhere | Part::ElsewhereApart => ELSEWHERE,
                Part::Fitted | Part::Apart => 1.0,
            };
            let has_proof = case.passages.iter().any(|passage| passage.is_proof);
            if has_proof || case.holds.is_none() {
                weights.gradient(case, true, share, &mut gradient);
            }
            if has_proof {
                weights.gradient(case, false, SILENT * share, &mut gradient);
            }
        }
        adam.begin();
        let rate = RATE * (1.0 - step as f32 / STEPS as f32);
        for (row, slopes) in gradient.iter().enumerate() {
            for side in 0..2 {
                let slope = slopes[side] - SHRINK * weights.rows[row][side];
                let moved = adam.moved(2 * row + side, slope, rate);
                let (least, most) = bounds[row][side];
                weights.rows[row][side] = (weights.rows[row][side] + moved).clamp(least, most);
            }
        }
    }
    weights
}
