//! The facts behind the passages: those of a fact file as they were given, those of an article
//! found when they are first asked for.

use std::sync::OnceLock;

use crate::extract;
use crate::fact::{Base, Fact};

/// The facts of every source of a base, in the order of its sources.
#[derive(Debug, Default)]
pub(super) struct KnownFacts {
    given: Vec<Option<Vec<Fact>>>,
    found: OnceLock<Vec<Vec<Fact>>>,
}

impl KnownFacts {
    /// Adds the facts of the next source; `None` where they lie in its passages.
    pub(super) fn add(&mut self, facts: Option<Vec<Fact>>) {
        self.given.push(facts);
    }

    /// The facts of a source; none where there is no such source.
    pub(super) fn of<'a>(&'a self, base: &Base, source: usize) -> &'a [Fact] {
        match self.given.get(source) {
            Some(Some(facts)) => facts,
            Some(None) => self.found(base).get(source).map_or(&[], Vec::as_slice),
            None => &[],
        }
    }

    fn found(&self, base: &Base) -> &[Vec<Fact>] {
        self.found.get_or_init(|| {
            let read = |(source, given): (usize, &Option<Vec<Fact>>)| match given {
                Some(_) => Vec::new(),
                None => extract::facts_of_passages(passages(base, source)),
            };
            self.given.iter().enumerate().map(read).collect()
        })
    }

    /// How many there are: of a fact file its facts, of an article its clauses.
    pub(super) fn count(&self, base: &Base) -> usize {
        let count = |(source, given): (usize, &Option<Vec<Fact>>)| match given {
            Some(facts) => facts.len(),
            None => extract::count_clauses(passages(base, source)),
        };
        self.given.iter().enumerate().map(count).sum()
    }
}

fn passages(base: &Base, source: usize) -> &[crate::fact::Passage] {
    let range = base.passages_of(source);
    base.passages().get(range.start as usize..range.end as usize).unwrap_or_default()
}
