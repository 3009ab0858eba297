//! What is measured of a passage that may prove or disprove, and how the measures are weighed.

use crate::answer::scene::Scene;
use crate::extract::arguments;

use super::alignment::Pair;

/// What is measured of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Measures {
    /// The share of the question that the passage has, or its article as a whole.
    pub(super) support: f32,
    /// The share of what tells passages apart that this one has.
    pub(super) telling: f32,
    /// How well it has what is said of the subject.
    pub(super) predicate: f32,
    /// The share of what it has of the question that stands in one clause.
    pub(super) together: f32,
    /// Whether those who act and are acted on are the same, -1 (others) to 1.
    pub(super) roles: f32,
    /// Whether it is only feared, hoped, thought or asked for.
    pub(super) is_doubted: bool,
    /// How often the question, the passage, and their opposites turn it.
    pub(super) turns: [usize; 3],
    /// Whether it is denied, one way or another.
    pub(super) is_denied: bool,
    /// Whether something else stands in the place of what is asked.
    pub(super) is_exchanged: bool,
    /// Whether its numbers bear the question out.
    pub(super) quantity: Option<bool>,
}

/// What a passage weighs that has the whole question.
const WHOLE: f32 = 7.0;

/// How much a name weighs among what tells passages apart: it chooses the article, and the sentence
/// may speak of "her" or "the mine".
const NAME: f32 = 0.6;

/// How plainly a passage speaks to the question, about 0 to 1. The weights were fitted to tell the
/// passages that prove an answer from the others of their articles.
pub(super) fn plainness(scene: &Scene, measures: &Measures) -> f32 {
    let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
    let surely = measures.turns[2] == 0 && measures.predicate > 0.0;
    let denial = if surely { 1.0 } else { 0.5 };
    let weighed = 2.0 * measures.support
        + 3.0 * measures.telling
        + 1.1 * measures.predicate
        + 0.5 * measures.together
        + 0.4 * measures.roles
        + flag(measures.is_denied) * denial
        + 0.6 * flag(measures.is_exchanged)
        + 0.8 * flag(measures.quantity.is_some())
        - 0.5 * flag(measures.is_doubted)
        - 0.7 * flag(scene.passage.is_title);
    weighed / WHOLE
}

/// The share of the question that the passage covers. What an article is about counts as said in
/// every passage of it.
pub(super) fn support(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for pair in pairs {
        let elsewhere = if pair.telling < 0.6 { 0.9 } else { 0.35 };
        total += pair.weight;
        let elsewhere = (pair.around * elsewhere).max(pair.beside * 0.8);
        covered += pair.weight * pair.strength.max(elsewhere);
    }
    covered / total
}

/// The share of what tells the passages of its article apart that this one has.
pub(super) fn telling(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for pair in pairs {
        let weight = pair.weight * pair.telling * if pair.is_name { NAME } else { 1.0 };
        total += weight;
        covered += weight * pair.strength.max(pair.beside * 0.6);
    }
    covered / total
}

/// The share of the question's words that are no names which the passage has.
pub(super) fn content(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (0.0, 0.0);
    for pair in pairs.iter().filter(|pair| !pair.is_name && !pair.is_light) {
        total += pair.weight;
        covered += pair.weight * pair.strength.max(pair.beside * 0.3);
    }
    if total > 0.0 { covered / total } else { 1.0 }
}

/// The share of the words met that stand in the clause of the anchor.
pub(super) fn together(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> f32 {
    let grammar = &scene.passage.grammar;
    let (mut total, mut near) = (f32::EPSILON, 0.0);
    for pair in pairs.iter().filter(|pair| pair.is_met() && pair.found != anchor.found) {
        total += pair.weight;
        if scene.clauses[pair.found] == scene.clauses[anchor.found]
            || arguments::distance(grammar, pair.found, anchor.found, 4) <= 2
        {
            near += pair.weight;
        }
    }
    near / total
}

/// Whether subject and object of the anchor are those of the question.
pub(super) fn roles(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> f32 {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    if anchor.asked >= asked.tokens.len() {
        return 0.0;
    }
    let role = |asked: Option<usize>, here: Option<usize>| {
        let (Some(asked), Some(here)) = (asked, here) else { return 0.0 };
        let Some(pair) = pairs.iter().find(|pair| pair.asked == asked) else { return 0.0 };
        if pair.is_met() && found.is_below(pair.found, here) { 1.0 } else { -1.0 }
    };
    use arguments::{doer, undergoer};
    let done = role(doer(asked, anchor.asked), doer(found, anchor.found));
    let undergone = role(undergoer(asked, anchor.asked), undergoer(found, anchor.found));
    (done + undergone) / 2.0
}
