//! Trains the tagger.

use dateline::text::syntax::{Tag, features::Features, tagger, weights::best_of, words::Words};

use crate::corpus::Example;
use crate::export;
use crate::perceptron::Perceptron;
use crate::random::Random;

/// How often a feature must be wrong before it counts.
const NEEDED: u32 = 5;

/// A tagger trained on the examples.
pub(crate) fn train(examples: &[Example], rounds: usize) -> Perceptron {
    let mut model = Perceptron::new(NEEDED);
    let words: Vec<Words> = examples.iter().map(Example::words).collect();
    let mut random = Random::new(1);
    for _ in 0..rounds {
        for at in random.order(examples.len()) {
            learn(&mut model, &words[at], &examples[at].tags);
        }
    }
    model
}

fn learn(model: &mut Perceptron, words: &Words, right: &[Tag]) {
    let mut found = Features::default();
    let mut tags = Vec::with_capacity(right.len());
    for (index, &tag) in right.iter().enumerate() {
        tagger::features(words, &tags, index, &mut found);
        let guess = best_of(&model.scores(found.hashes())[..Tag::ALL.len()]);
        model.learn(found.hashes(), tag as usize, guess);
        tags.push(Tag::ALL[guess]);
    }
}

/// Every example with the tags of a tagger that was not trained on it, as the parser and the
/// names will see them (training by turns on all but one of `parts` parts).
pub(crate) fn by_turns(examples: &[Example], parts: usize, rounds: usize) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); examples.len()];
    for part in 0..parts {
        let others = examples.iter().enumerate().filter(|(at, _)| at % parts != part);
        let others: Vec<Example> = others.map(|(_, example)| example.clone()).collect();
        let model = export::to_weights(&train(&others, rounds));
        for at in (part..examples.len()).step_by(parts) {
            tags[at] = tagger::tag(&examples[at].words(), model);
        }
    }
    tags
}
