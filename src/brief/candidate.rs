//! What finders hand to the ranking: phrases of the article, and what was noticed about them.

use super::measure::{Measure, Measures};

/// A phrase that may answer a question.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The number of its passage in the story.
    pub passage: usize,
    /// Its first token.
    pub first: usize,
    /// Its last token, inclusive.
    pub last: usize,
    /// What is known of it.
    pub measures: Measures,
}

/// The candidates for one question; a phrase that several finders bring is one candidate.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    list: Vec<Candidate>,
    index: std::collections::HashMap<(usize, usize, usize), usize>,
}

/// The most candidates that are weighed: a bound on time for hostile texts.
const MOST: usize = 3000;

impl Candidates {
    /// Brings the tokens `first` to `last` of a passage, and what the finder noticed about them;
    /// where it noticed nothing, they are no candidate.
    pub fn add(&mut self, passage: usize, run: (usize, usize), noticed: &[Measure]) {
        if noticed.is_empty() {
            return;
        }
        if let Some(measures) = self.at(passage, run) {
            noticed.iter().for_each(|&measure| measures.set(measure, 1.0));
        }
    }

    /// The same with one measure and its value.
    pub fn set(&mut self, passage: usize, run: (usize, usize), measure: Measure, value: f32) {
        if let Some(measures) = self.at(passage, run) {
            measures.set(measure, value);
        }
    }

    fn at(&mut self, passage: usize, (first, last): (usize, usize)) -> Option<&mut Measures> {
        if last < first || self.list.len() >= MOST {
            return None;
        }
        let place = *self.index.entry((passage, first, last)).or_insert(self.list.len());
        if place == self.list.len() {
            self.list.push(Candidate { passage, first, last, measures: Measures::default() });
        }
        Some(&mut self.list[place].measures)
    }

    /// All of them, in the order they came.
    pub fn into_vec(self) -> Vec<Candidate> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_comes_twice_is_one_candidate_with_all_that_was_noticed() {
        let mut found = Candidates::default();
        found.add(0, (1, 2), &[Measure::Cause]);
        found.add(0, (1, 2), &[Measure::Purpose]);
        found.add(0, (2, 1), &[Measure::Purpose]);
        let list = found.into_vec();
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].measures.values().iter().sum::<f32>(), 2.0);
    }
}
