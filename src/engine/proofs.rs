//! Quotes by number, for front ends that come back to one later: the number stays the same after a
//! restart, and whatever else is added to the knowledge.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use crate::answer::{self, Citation};
use crate::fact::Base;

/// The number of a quote: made of its article's headline and its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProofId(pub u64);

impl ProofId {
    /// The number of the quote that `citation` holds.
    pub fn of(citation: &Citation) -> Self {
        Self::new(&citation.title, &citation.quote)
    }

    fn new(title: &str, quote: &str) -> Self {
        let hash =
            Sha256::new().chain_update(title).chain_update([0]).chain_update(quote).finalize();
        Self(hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}

/// Where every quote of a base stands.
#[derive(Debug, Default)]
pub(super) struct Proofs {
    passages: HashMap<ProofId, u32>,
}

impl Proofs {
    pub(super) fn of(base: &Base) -> Self {
        let id =
            |number: u32| ProofId::new(&base.source_of(number).title, &base.passage(number).text);
        let numbers = 0..base.passages().len() as u32;
        Self { passages: numbers.map(|number| (id(number), number)).collect() }
    }

    pub(super) fn passage(&self, id: ProofId) -> Option<u32> {
        self.passages.get(&id).copied()
    }
}

/// The share of a quote's words, by weight, that another report of the same has at least.
const SAME: f32 = 0.35;

/// What the articles other than that of `passage` have that is likest to it: one quote an
/// article, the likest first.
pub(super) fn other_reports(base: &Base, passage: u32, most: usize) -> Vec<Citation> {
    let own = base.passage(passage).source;
    let mut best: BTreeMap<u32, (f32, u32)> = BTreeMap::new();
    for (other, share) in likeness(base, passage) {
        let source = base.passage(other).source;
        let known = best.get(&source).is_some_and(|(likest, _)| *likest >= share);
        if source != own && share >= SAME && !known {
            best.insert(source, (share, other));
        }
    }
    let mut reports: Vec<(f32, u32)> = best.into_values().collect();
    reports.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    reports.into_iter().take(most).map(|(_, other)| answer::citation(base, other)).collect()
}

/// The share of the words of `passage` that other passages have; rare words weigh more.
fn likeness(base: &Base, passage: u32) -> BTreeMap<u32, f32> {
    let words: BTreeSet<_> = base.keys(passage).iter().map(|key| key.word).collect();
    let all = base.passages().len() as f32;
    let (mut total, mut shared) = (0.0, BTreeMap::new());
    for word in words {
        let having = base.postings(word);
        let weight = (all / having.len().max(1) as f32).ln();
        total += weight;
        having.iter().for_each(|other| *shared.entry(*other).or_default() += weight);
    }
    shared.values_mut().for_each(|share| *share /= f32::max(total, f32::MIN_POSITIVE));
    shared
}

#[cfg(test)]
mod tests {
    use crate::engine::{Conversation, Engine, ProofId};
    use crate::knowledge::Knowledge;

    fn engine() -> Engine {
        Knowledge::built_in().into_engine()
    }

    fn first_sentence(engine: &Engine) -> crate::answer::Citation {
        let question = format!("When was “{}” published?", engine.sources()[0].title);
        let answer =
            engine.ask(&question, &mut Conversation::default(), jiff::civil::date(2015, 3, 9));
        answer.citations.into_iter().next().expect("a dated article")
    }

    #[test]
    fn what_an_answer_quotes_is_found_again_by_its_number() {
        let citation = first_sentence(&engine());
        assert_eq!(engine().proof(ProofId::of(&citation)), Some(citation));
    }

    #[test]
    fn a_number_that_no_quote_has_gives_nothing() {
        assert_eq!(engine().proof(ProofId(1)), None);
        assert!(engine().other_reports(ProofId(1), 3).is_empty());
    }

    #[test]
    fn other_reports_are_of_other_articles_and_each_is_named_once() {
        let engine = engine();
        for number in 0..engine.base.passages().len() as u32 {
            let citation = crate::answer::citation(&engine.base, number);
            let others = engine.other_reports(ProofId::of(&citation), 3);
            let titles: std::collections::BTreeSet<_> = others.iter().map(|it| &it.title).collect();
            assert_eq!(titles.len(), others.len());
            assert!(!titles.contains(&citation.title), "{}", citation.quote);
        }
    }
}
