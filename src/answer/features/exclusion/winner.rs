//! Who won: whether that is asked, and whether a passage tells of a winner at all.

use crate::answer::scene::Scene;
use crate::question::{Query, QuestionType, Slot};
use crate::text::syntax::Relation;

/// Whether a passage tells who won, in whatever words.
pub(super) fn is_told(scene: &Scene) -> bool {
    const WINNING: [&str; 34] = [
        "beat",
        "defeat",
        "victory",
        "winner",
        "champion",
        "gold",
        "triumph",
        "first",
        "elect",
        "re-elect",
        "reelect",
        "title",
        "crown",
        "award",
        "prize",
        "lead",
        "top",
        "receive",
        "take",
        "claim",
        "secure",
        "majority",
        "landslide",
        "lose",
        "edge",
        "eliminate",
        "knock",
        "oust",
        "outpoint",
        "overcome",
        "rout",
        "thrash",
        "unseat",
        "upset",
    ];
    let grammar = &scene.passage.grammar;
    // "The *first* meeting *takes place* in May" has no winner.
    let is_held = |at: usize| match grammar.lemma(at) {
        "take" => grammar.lemma(at + 1) == "place",
        "first" => grammar.tokens[at].relation == Relation::Amod,
        _ => false,
    };
    scene.predicate().is_some_and(|met| !is_held(met.token.into()))
        || (0..scene.passage.len())
            .any(|at| WINNING.contains(&grammar.lemma(at)) && !scene.is_met(at) && !is_held(at))
}

/// "Who won?", "which design won?"
pub(super) fn is_asked(query: &Query) -> bool {
    let asks_which = query.asks == QuestionType::Which && query.slot == Slot::Subject;
    query.predicate_lemma() == "win" && (query.expects.is_somebody() || asks_which)
}
