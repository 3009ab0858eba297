//! Whether a passage speaks of another time than the question: the last round and not this one,
//! what is to come and not what has been.

use crate::answer::scene::Scene;
use crate::extract::factuality;
use crate::question::Time;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::alignment::Pair;

/// Whether the question asks for what has been, and the passage speaks of what is to come.
pub(super) fn is_too_early(scene: &Scene, anchor: &Pair) -> bool {
    scene.query.time == Time::Past
        && !anchor.is_name
        && factuality::is_ahead(scene.passage, anchor.found)
}

/// Whether the question asks for what is to come, and the passage speaks of what has been: that the
/// last round was elsewhere says nothing of the next.
pub(super) fn is_over(scene: &Scene, anchor: &Pair) -> bool {
    scene.query.time == Time::Future && has_been(scene, anchor.found)
}

/// Whether the clause of a token speaks of what has been.
fn has_been(scene: &Scene, token: usize) -> bool {
    let verb = usize::from(scene.clauses[token]);
    matches!(scene.passage.grammar.tokens[verb].tag, Tag::VBD | Tag::VBN)
        && !factuality::is_ahead(scene.passage, verb)
}

/// Whether the passage tells of the last time that what is asked about happened, which the question
/// does not ask for: "the *last* talks were held in Lima" tells nothing of where these are.
pub(super) fn is_of_the_last(scene: &Scene, pairs: &[Pair]) -> bool {
    let grammar = &scene.passage.grammar;
    let subject = |noun: usize| grammar.tokens[noun].relation.is_subject();
    scene.query.time != Time::Past
        && !scene.asks_of_before
        && pairs.iter().filter(|pair| pair.is_met() && !pair.is_name).any(|pair| {
            subject(pair.found) && is_last(grammar, pair.found) && has_been(scene, pair.found)
        })
}

/// "The *last* talks".
pub(super) fn is_last(grammar: &Sentence, noun: usize) -> bool {
    const LAST: [&str; 4] = ["last", "previous", "earlier", "prior"];
    grammar.children(noun).any(|child| {
        grammar.tokens[child].relation == Relation::Amod && LAST.contains(&grammar.lemma(child))
    })
}
