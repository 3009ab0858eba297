//! Trains the parser: one model for the actions, one for the relations.

use dateline::text::syntax::features::Features;
use dateline::text::syntax::parser::{Action, Input, State, features};
use dateline::text::syntax::weights::best_of;
use dateline::text::syntax::{Relation, Tag, words::Words};

use crate::corpus::Example;
use crate::oracle;
use crate::perceptron::Perceptron;
use crate::random::Random;

/// How often a feature must be wrong before it counts, for actions and for relations.
const NEEDED: (u32, u32) = (10, 8);

/// In how many of a hundred steps the parser follows its own mistake in training.
const EXPLORE: usize = 90;

/// A parser in training.
pub(crate) struct Parser {
    pub(crate) actions: Perceptron,
    pub(crate) relations: Perceptron,
    random: Random,
}

/// A parser trained on the examples, with tags as a tagger finds them.
pub(crate) fn train(examples: &[Example], tags: &[Vec<Tag>], rounds: usize) -> Parser {
    let (actions, relations) = (Perceptron::new(NEEDED.0), Perceptron::new(NEEDED.1));
    let mut parser = Parser { actions, relations, random: Random::new(2) };
    let words: Vec<Words> = examples.iter().map(Example::words).collect();
    for round in 0..rounds {
        for at in parser.random.order(examples.len()) {
            let input = Input { words: &words[at], tags: &tags[at] };
            parser.learn(input, &examples[at], round > 0);
        }
        eprintln!("  parser round {}", round + 1);
    }
    parser
}

impl Parser {
    fn learn(&mut self, input: Input<'_>, example: &Example, explore: bool) {
        let mut state = State::new(example.heads.len());
        let mut found = Features::default();
        while !state.is_done() {
            let action = self.learn_action(input, &state, example, explore, &mut found);
            let relation = match state.arc(action) {
                Some(arc) => self.learn_relation(input, &state, arc, example, &mut found),
                None => Relation::Dep,
            };
            state.take(action, relation);
        }
    }

    /// Learns the best action here; gives the action to follow.
    fn learn_action(
        &mut self,
        input: Input<'_>,
        state: &State,
        example: &Example,
        explore: bool,
        found: &mut Features,
    ) -> Action {
        let allowed: Vec<Action> =
            Action::ALL.into_iter().filter(|&action| state.allows(action)).collect();
        if let [only] = allowed[..] {
            return only;
        }
        let cost = |action: &Action| oracle::cost(state, *action, &example.heads);
        let least = allowed.iter().map(cost).min().unwrap_or_default();
        features::of_action(input, state, found);
        let scores = self.actions.scores(found.hashes());
        let best = |actions: &mut dyn Iterator<Item = Action>| {
            actions.reduce(|a, b| if scores[b as usize] > scores[a as usize] { b } else { a })
        };
        // There always is an allowed action, and one of them costs least.
        let guess = best(&mut allowed.iter().copied()).unwrap_or(Action::Shift);
        let right =
            best(&mut allowed.iter().copied().filter(|a| cost(a) == least)).unwrap_or(guess);
        let right = if cost(&guess) == least { guess } else { right };
        self.actions.learn(found.hashes(), right as usize, guess as usize);
        if explore && self.random.below(100) < EXPLORE { guess } else { right }
    }

    /// Learns the relation of an arc, if it is a right one; gives the model's own guess.
    fn learn_relation(
        &mut self,
        input: Input<'_>,
        state: &State,
        arc: (usize, usize),
        example: &Example,
        found: &mut Features,
    ) -> Relation {
        features::of_relation(input, state, arc, found);
        let scores = self.relations.scores(found.hashes());
        let guess = best_of(&scores[..Relation::ALL.len()]);
        if example.heads[arc.1] == Some(arc.0) {
            let right = example.relations[arc.1] as usize;
            self.relations.learn(found.hashes(), right, guess);
        }
        Relation::ALL[guess]
    }
}
