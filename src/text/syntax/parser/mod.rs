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
    parse_with(words, tags, models, |_, _| true).0
}

/// The parse of a sentence with the word at `root` as its root, and how far its actions are from
/// those that the model would rather have taken, in units of its scores.
pub fn parse_below(words: &Words, tags: &[Tag], models: Models, root: usize) -> (State, i32) {
    parse_with(words, tags, models, |state, action| match action {
        // All before it hangs on it, and nothing behind it takes it.
        Action::Shift => state.next != root || state.stack.is_empty(),
        Action::Left => state.stacked(0) != Some(root),
        Action::Right => true,
    })
}

fn parse_with(
    words: &Words,
    tags: &[Tag],
    models: Models,
    may: impl Fn(&State, Action) -> bool,
) -> (State, i32) {
    let input = Input { words, tags };
    let mut state = State::new(words.len().min(usize::from(u16::MAX)));
    let mut found = Features::default();
    let mut regret = 0;
    while !state.is_done() {
        let (action, cost) = choose(input, &state, models.actions, &mut found, &may);
        regret += cost;
        let relation = match state.arc(action) {
            Some(arc) => {
                features::of_relation(input, &state, arc, &mut found);
                Relation::numbered(models.relations.best(found.hashes(), Relation::ALL.len()))
            }
            None => Relation::Dep,
        };
        state.take(action, relation);
    }
    (state, regret)
}

/// The action to take, and how much less the model likes it than its favourite.
fn choose(
    input: Input<'_>,
    state: &State,
    model: Weights,
    found: &mut Features,
    may: impl Fn(&State, Action) -> bool,
) -> (Action, i32) {
    let mut possible = Action::ALL.into_iter().filter(|&action| state.allows(action));
    // A parse that is not done always has an action: words to read, or two on the stack.
    let only = possible.next().unwrap_or(Action::Right);
    if possible.next().is_none() {
        return (only, 0);
    }
    features::of_action(input, state, found);
    let scores = model.scores_of_three(found.hashes());
    let best = best_allowed(&scores, |action| state.allows(action));
    let taken = best_allowed(&scores, |action| state.allows(action) && may(state, action));
    (taken, scores[best as usize] - scores[taken as usize])
}

/// The possible action with the highest score.
fn best_allowed(scores: &[i32], allows: impl Fn(Action) -> bool) -> Action {
    let allowed = Action::ALL.into_iter().filter(|&action| allows(action));
    // The first of equals, whatever the order in which `max_by_key` looks.
    allowed.rev().max_by_key(|&action| scores[action as usize]).unwrap_or(Action::Right)
}
