//! Finds the head of every word, and what it is to its head.
//!
//! A greedy arc-hybrid parser: a linear model chooses every action, another names every arc
//! when it is built. Both are trained along the parser's own mistakes (Goldberg and Nivre 2013,
//! "Training deterministic parsers with non-deterministic oracles"). Every word takes two
//! actions at most, so that the time is linear; arcs never cross, and there is one root.

pub mod features;
pub mod state;

use super::features::Features;
use super::weights::{Weights, built_in};
use super::words::Words;
use super::{Relation, Tag};
pub use features::Input;
pub use state::{Action, State};

/// The models of a parser.
#[derive(Clone, Copy)]
pub struct Models {
    /// Chooses actions.
    pub actions: Weights,
    /// Names arcs.
    pub relations: Weights,
}

/// The models that are built in.
pub static MODELS: Models = Models {
    actions: built_in!("../model/actions.bin"),
    relations: built_in!("../model/relations.bin"),
};

/// The parse of a sentence, every word but one with a head, as `models` find it.
pub fn parse(words: &Words, tags: &[Tag], models: Models) -> State {
    let input = Input { words, tags };
    let mut state = State::new(words.len().min(usize::from(u16::MAX)));
    let mut found = Features::default();
    while !state.is_done() {
        let action = choose(input, &state, models.actions, &mut found);
        let relation = match state.arc(action) {
            Some(arc) => {
                features::of_relation(input, &state, arc, &mut found);
                Relation::numbered(models.relations.best(found.hashes(), Relation::ALL.len()))
            }
            None => Relation::Dep,
        };
        state.take(action, relation);
    }
    state
}

fn choose(input: Input<'_>, state: &State, model: Weights, found: &mut Features) -> Action {
    let mut possible = Action::ALL.into_iter().filter(|&action| state.allows(action));
    // A parse that is not done always has an action: words to read, or two on the stack.
    let only = possible.next().unwrap_or(Action::Right);
    if possible.next().is_none() {
        return only;
    }
    features::of_action(input, state, found);
    best_allowed(state, &model.scores_of_three(found.hashes()))
}

/// The possible action with the highest score.
fn best_allowed(state: &State, scores: &[i32]) -> Action {
    let allowed = Action::ALL.into_iter().filter(|&action| state.allows(action));
    // The first of equals, whatever the order in which `max_by_key` looks.
    allowed.rev().max_by_key(|&action| scores[action as usize]).unwrap_or(Action::Right)
}
