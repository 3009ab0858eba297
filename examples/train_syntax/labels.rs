//! Trains the finder of names.

use dateline::text::syntax::features::Features;
use dateline::text::syntax::names::{self, Label, lists::Marks};
use dateline::text::syntax::{EntityKind, Tag, words::Words};

use crate::corpus::Example;
use crate::names::Name;
use crate::perceptron::Perceptron;
use crate::random::Random;

/// How often a feature must be wrong before it counts.
const NEEDED: u32 = 4;

/// A finder of names trained on those examples whose names are known.
pub(crate) fn train(examples: &[Example], tags: &[Vec<Tag>], rounds: usize) -> Perceptron {
    let mut model = Perceptron::new(NEEDED);
    let known: Vec<usize> =
        (0..examples.len()).filter(|&at| examples[at].names.is_some()).collect();
    let words: Vec<Words> = known.iter().map(|&at| examples[at].words()).collect();
    let mut random = Random::new(3);
    for _ in 0..rounds {
        for at in random.order(known.len()) {
            learn(&mut model, &words[at], &tags[known[at]], &examples[known[at]]);
        }
    }
    model
}

fn learn(model: &mut Perceptron, words: &Words, tags: &[Tag], example: &Example) {
    let marks = Marks::new(words, tags);
    let right = labels(example.names.as_deref().unwrap_or_default(), tags);
    let mut found = Features::default();
    let mut labels = Vec::with_capacity(words.len());
    for (index, &right) in right.iter().enumerate() {
        let before = labels.last().copied().unwrap_or_default();
        if !names::can_belong(words.at(index, 0), tags[index], before) {
            labels.push(Label::Outside);
            continue;
        }
        names::features(words, tags, &marks, &labels, index, &mut found);
        let guess = names::best(&model.scores(found.hashes()), before);
        let unmarked = example.few_kinds && right == Label::Outside && is_unmarked(guess);
        // After a mistake the right label can be out of reach; that would be learnt for ever.
        if right.follows(before) && !unmarked {
            model.learn(found.hashes(), right.number(), guess.number());
        }
        labels.push(guess);
    }
}

/// Whether the label is of a kind that some treebanks do not mark.
fn is_unmarked(label: Label) -> bool {
    match label {
        Label::First(kind) | Label::Later(kind) => kind >= EntityKind::Event,
        Label::Outside => false,
    }
}

fn labels(names: &[Name], tags: &[Tag]) -> Vec<Label> {
    let mut labels = vec![Label::Outside; tags.len()];
    // "Japanese" is no name of its own, though some texts mark it.
    let adjective = |name: &&Name| name.first == name.last && tags[name.first].is_adjective();
    for name in names.iter().filter(|name| name.last < tags.len() && !adjective(name)) {
        labels[name.first..=name.last].fill(Label::Later(name.kind));
        labels[name.first] = Label::First(name.kind);
    }
    labels
}
