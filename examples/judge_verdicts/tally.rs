//! Counts what was judged rightly, wrongly and not at all.

use std::fmt;

use crate::lessons::{Case, Judged};

/// Counts of one kind of questions.
#[derive(Default)]
struct Counts {
    right: usize,
    /// The right word with another sentence as its proof.
    unproven: usize,
    wrong: usize,
    withheld: usize,
}

/// Counts by the right answer: Yes, No, silence.
#[derive(Default)]
pub(crate) struct Tally([Counts; 3]);

impl Tally {
    /// Counts how a case was judged.
    pub(crate) fn count(&mut self, case: &Case, judged: Option<&Judged>) {
        let counts = &mut self.0[match case.holds {
            Some(true) => 0,
            Some(false) => 1,
            None => 2,
        }];
        match judged {
            None => counts.withheld += 1,
            Some(judged) if Some(judged.holds) != case.holds => counts.wrong += 1,
            Some(judged) if judged.is_proven => counts.right += 1,
            Some(_) => counts.unproven += 1,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for (name, counts) in ["yes", "no", "not said"].iter().zip(&self.0) {
            let Counts { right, unproven, wrong, withheld } = counts;
            write!(out, " {name}: {right} right, {unproven} by another sentence, ")?;
            write!(out, "{wrong} wrong, {withheld} withheld;")?;
        }
        let sum = |of: fn(&Counts) -> usize| self.0.iter().map(of).sum::<usize>();
        let (right, wrong) = (sum(|c| c.right), sum(|c| c.wrong + c.unproven));
        let asked = right + wrong + sum(|c| c.withheld);
        write!(out, " all: {right} right and {wrong} not, of {asked}")
    }
}

/// Prints a case that was not judged rightly.
pub(crate) fn list_mistake(case: &Case) {
    let judged = case.answered.as_ref();
    let is_right =
        judged.is_some_and(|judged| Some(judged.holds) == case.holds && judged.is_proven);
    if is_right || (judged.is_none() && case.holds.is_none()) {
        return;
    }
    let proof = case.passages.iter().find(|passage| passage.is_proof);
    let proof = proof.map_or(case.proof.as_str(), |proof| proof.text.as_str());
    println!("{}\n   right: {}, {proof}", case.question, case.word());
    match judged {
        Some(judged) => {
            let word = if judged.holds { "yes" } else { "no" };
            println!("   found: {word}, {}", judged.quote);
        }
        None => println!("   withheld"),
    }
}
