//! How well a passage has what the question says: the shares and likenesses that
//! are measured of it.

use crate::answer::scene::Scene;
use crate::extract::arguments;

use super::alignment::Pair;

/// How much a name weighs among what tells passages apart: it chooses the article, and the sentence
/// may speak of "her" or "the mine".
const NAME: f32 = 0.6;

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

/// The weight of the heaviest word that neither the passage nor the sentence before it has.
pub(super) fn heaviest_missing(pairs: &[Pair]) -> f32 {
    let missing = pairs.iter().filter(|pair| !pair.is_light).map(|pair| {
        let has = pair.strength.max(pair.beside * 0.6).min(1.0);
        pair.weight * pair.telling * (1.0 - has)
    });
    missing.fold(0.0, f32::max)
}

/// The share of what tells passages apart that the sentence before has.
pub(super) fn telling_before(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for pair in pairs {
        let weight = pair.weight * pair.telling;
        total += weight;
        covered += weight * pair.beside;
    }
    covered / total
}

/// The share that the passage has of what tells passages apart and is no name, and how well it has
/// the most telling of these words.
pub(super) fn content_telling(pairs: &[Pair]) -> (f32, f32) {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    let mut foremost = (0.0, 0.0);
    for pair in pairs.iter().filter(|pair| !pair.is_name && !pair.is_light) {
        let weight = pair.weight * pair.telling;
        total += weight;
        covered += weight * pair.strength;
        if weight > foremost.0 {
            foremost = (weight, pair.strength);
        }
    }
    (covered / total, foremost.1)
}

/// How well the name tells passages apart that neither the passage nor the sentence before has.
pub(super) fn missing_name(pairs: &[Pair]) -> f32 {
    let names = pairs.iter().filter(|pair| pair.is_name);
    let missing = names.map(|pair| pair.telling * (1.0 - pair.strength.max(pair.beside).min(1.0)));
    missing.fold(0.0, f32::max)
}
