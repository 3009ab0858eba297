//! What every parser action costs: how many right arcs can no longer be built after it.
//!
//! The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).

use dateline::text::syntax::parser::{Action, State};

/// The cost of an action, the right heads being known.
pub(crate) fn cost(state: &State, action: Action, heads: &[Option<usize>]) -> usize {
    match action {
        Action::Shift => cost_of_shift(state, heads),
        Action::Left | Action::Right => cost_of_pop(state, action, heads),
    }
}

/// The next word loses its dependents on the stack, and a head on it that is not the top.
fn cost_of_shift(state: &State, heads: &[Option<usize>]) -> usize {
    let next = state.next;
    let stack = state.stack.iter().map(|&at| usize::from(at));
    let dependents = stack.filter(|&at| heads[at] == Some(next)).count();
    let below_top = &state.stack[..state.stack.len().saturating_sub(1)];
    let head = below_top.iter().any(|&at| heads[next] == Some(usize::from(at)));
    dependents + usize::from(head)
}

/// The top of the stack loses its dependents among the words to come, and any other head.
fn cost_of_pop(state: &State, action: Action, heads: &[Option<usize>]) -> usize {
    let Some((head, top)) = state.arc(action) else { return usize::MAX };
    let to_come = state.next..heads.len();
    let dependents = to_come.clone().filter(|&at| heads[at] == Some(top)).count();
    let lost = match heads[top] {
        Some(right) if right == head => false,
        Some(right) => to_come.contains(&right) || Some(right) == state.stacked(1),
        // The root is to be left over in the end.
        None => true,
    };
    dependents + usize::from(lost)
}
