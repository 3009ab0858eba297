//! Trains the tagger.

use std::collections::{BTreeMap, HashMap};

use dateline::text::syntax::weights::{Weights, best_of};
use dateline::text::syntax::{Tag, features::Features, tagger, words::Words};

use crate::corpus::Example;
use crate::export;
use crate::perceptron::Perceptron;
use crate::random::Random;

/// How often a feature must be wrong before it counts.
const NEEDED: u32 = 5;

/// How often a word must be seen before it is certain of its tag.
const SEEN: usize = 40;

/// A word is certain of its tag if it has another less than once in so many times.
const CERTAIN: usize = 400;

/// A tagger in training.
pub(crate) struct Tagger {
    model: Perceptron,
    /// Words that always have the same tag, by form.
    certain: HashMap<u64, Tag>,
}

impl Tagger {
    /// A tagger trained on the examples.
    pub(crate) fn train(examples: &[Example], rounds: usize) -> Self {
        let words: Vec<Words> = examples.iter().map(Example::words).collect();
        let certain = certain(examples, &words);
        let mut tagger = Self { model: Perceptron::new(NEEDED), certain };
        let mut random = Random::new(1);
        for _ in 0..rounds {
            for at in random.order(examples.len()) {
                tagger.learn(&words[at], &examples[at].tags);
            }
        }
        tagger
    }

    fn learn(&mut self, words: &Words, right: &[Tag]) {
        let mut found = Features::default();
        let mut tags = Vec::with_capacity(right.len());
        for (index, &tag) in right.iter().enumerate() {
            if let Some(&certain) = self.certain.get(&words.at(index, 0).form) {
                tags.push(certain);
                continue;
            }
            tagger::features(words, &tags, index, &mut found);
            let guess = best_of(&self.model.scores(found.hashes())[..Tag::ALL.len()]);
            self.model.learn(found.hashes(), tag as usize, guess);
            tags.push(Tag::ALL[guess]);
        }
    }

    /// The bytes of the model.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let certain = self.certain.iter();
        let mut certain: Vec<(u64, u8)> =
            certain.map(|(&form, &tag)| (tagger::certainty(form), tag as u8)).collect();
        certain.sort_unstable();
        export::to_bytes(&self.model, &certain)
    }

    /// The model as the program sees it; never freed.
    pub(crate) fn to_weights(&self) -> Weights {
        Weights::unaligned(Box::leak(self.to_bytes().into_boxed_slice()))
    }
}

fn certain(examples: &[Example], words: &[Words]) -> HashMap<u64, Tag> {
    let mut seen: HashMap<u64, BTreeMap<Tag, usize>> = HashMap::new();
    for (example, words) in examples.iter().zip(words) {
        for (at, &tag) in example.tags.iter().enumerate() {
            *seen.entry(words.at(at, 0).form).or_default().entry(tag).or_default() += 1;
        }
    }
    let certain = seen.into_iter().filter_map(|(form, tags)| {
        let all: usize = tags.values().sum();
        let (&tag, &most) = tags.iter().max_by_key(|&(_, &count)| count)?;
        (all >= SEEN && (all - most) * CERTAIN < all).then_some((form, tag))
    });
    certain.collect()
}

/// Every example with the tags of a tagger that was not trained on it, as the parser and the
/// names will see them (training by turns on all but one of `parts` parts).
pub(crate) fn by_turns(examples: &[Example], parts: usize, rounds: usize) -> Vec<Vec<Tag>> {
    let taggers: Vec<Weights> = std::thread::scope(|scope| {
        let train = |part: usize| {
            let others = examples.iter().enumerate().filter(move |(at, _)| at % parts != part);
            let others: Vec<Example> = others.map(|(_, example)| example.clone()).collect();
            Tagger::train(&others, rounds).to_weights()
        };
        let threads: Vec<_> = (0..parts).map(|part| scope.spawn(move || train(part))).collect();
        let trained = threads.into_iter().map(|thread| thread.join());
        trained.map(|tagger| tagger.expect("training does not panic")).collect()
    });
    let tags = examples.iter().enumerate();
    tags.map(|(at, example)| tagger::tag(&example.words(), taggers[at % parts])).collect()
}
