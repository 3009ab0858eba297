//! Whether a candidate stands behind the preposition that is asked for: "what is it made *of*?"

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::question::{AnswerType, Slot};

use super::placing::{self, Direction};

/// How well the preposition before a head is the one that the question asks with or for, 0 to 1.
pub(super) fn measure(scene: &Scene, head: usize) -> f32 {
    let grammar = &scene.passage.grammar;
    let case = match scene.query.expects {
        AnswerType::Place => placing::way(scene, head),
        _ => arguments::case(grammar, head),
    };
    if placing::tells_origin(scene, head) {
        return 1.0;
    }
    let asked: &[&str] =
        match (&scene.query.slot, scene.query.expects) {
            (Slot::Oblique(asked), _) => {
                let fits = |case| case == asked || (asked == "about" && ABOUT.contains(&case));
                return if case.is_some_and(fits) { governed(scene, head) } else { 0.0 };
            }
            (Slot::Object, _) if scene.query.predicate_lemma() == "use" => &["with", "by"],
            (Slot::Object | Slot::PassiveSubject, _) if is_talk(scene.query.predicate_lemma()) => {
                ABOUT
            }
            (_, AnswerType::Place) if scene.direction == Direction::From => {
                if comes_of(scene, head) { &["from", "in", "at"] } else { &["from"] }
            }
            (_, AnswerType::Place) if scene.direction == Direction::To => &["to", "into", "for"],
            (_, AnswerType::Place) if scene.direction == Direction::End => {
                &["to", "into", "in", "at", "on", "near", "outside"]
            }
            (_, AnswerType::Place) if scene.direction == Direction::Start => {
                &["from", "in", "at", "on", "near", "outside"]
            }
            (_, AnswerType::Place) => &["in", "at", "on", "near", "outside"],
            _ => return 0.0,
        };
    if case.is_some_and(|case| asked.contains(&case)) { 1.0 } else { 0.0 }
}

/// What comes before the subject of a talk.
const ABOUT: &[&str] = &["on", "about", "over", "regarding", "concerning"];

/// What is discussed is what views are exchanged "on".
fn is_talk(verb: &str) -> bool {
    matches!(verb, "talk" | "discuss" | "debate" | "negotiate" | "address" | "cover" | "tackle")
}

/// Whether the verb of a place tells where something comes from: "*invented* in Ghent".
fn comes_of(scene: &Scene, head: usize) -> bool {
    const MAKING: [&str; 9] =
        ["bear", "raise", "invent", "make", "found", "create", "build", "develop", "produce"];
    MAKING.contains(&scene.passage.grammar.lemma(scene.clauses[head].into()))
}

/// Whether a phrase hangs on the verb that is asked about: "died of" it, and not
/// "the remains of" it.
fn governed(scene: &Scene, head: usize) -> f32 {
    let grammar = &scene.passage.grammar;
    let Some(met) = scene.predicate() else { return 0.5 };
    let steps = arguments::distance(grammar, head, met.token.into(), 3);
    if steps <= 1 { 1.0 } else { 0.4 }
}
