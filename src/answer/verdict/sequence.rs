//! What came before and what was the first: "the second", "never before", "for the first time".

use crate::answer::scene::Scene;
use crate::text::syntax::{Relation, Sentence};
use crate::text::{fold, ordinals};

/// Whether the passage has the question's place in a row, or only another; `None` where
/// one of them has none.
pub(super) fn same_place(scene: &Scene, words: &[String]) -> Option<bool> {
    let asked: Vec<u32> = ordinals(scene.query.words.iter().map(String::as_str)).collect();
    if asked.is_empty() {
        return None;
    }
    let mut found = ordinals(words.iter().map(String::as_str)).peekable();
    found.peek()?;
    Some(found.any(|ordinal| asked.contains(&ordinal)))
}

/// What is said of earlier times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// That there was one.
    One,
    /// That there was none.
    None,
}

/// What a sentence says of earlier times: "had won it before", "for the first time".
pub(super) fn before(grammar: &Sentence, words: &[String]) -> Option<Before> {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let denied = has(&["never", "no", "not", "n't", "nobody", "without"]);
    let first = has(&["first", "new", "maiden", "debut", "unprecedented", "inaugural"]);
    let perfect = has(&["has", "have", "had"]);
    let earlier = has(&["ever", "earlier", "previously", "previous", "again", "already", "twice"])
        || (0..words.len()).any(|at| {
            matches!(words[at].as_str(), "before" | "once") && (perfect || !governs(grammar, at))
        });
    let never = has(&["never"]);
    if never || first || (earlier && denied) {
        Some(Before::None)
    } else if earlier {
        Some(Before::One)
    } else {
        None
    }
}

/// Whether a sentence says outright that there was one earlier, or none: "*not the first* time",
/// "had been there *before*"; words that may be of something else, "new", "again", are left out.
pub(super) fn outright(grammar: &Sentence, words: &[String]) -> Option<Before> {
    let is =
        |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let denied_near = |at: usize| {
        (at.saturating_sub(3)..at).any(|near| is(near, &["not", "n't", "hardly", "far"]))
    };
    for at in 0..words.len() {
        let first_time = is(at, &["first"]) && is(at + 1, &["time", "ever"]);
        if first_time || is(at, &["unprecedented"]) {
            return Some(if denied_near(at) { Before::One } else { Before::None });
        }
    }
    let perfect = words.iter().any(|word| matches!(word.as_str(), "has" | "have" | "had"));
    let is_earlier = |at: usize| {
        is(at, &["previously"]) || is(at, &["before"]) && (perfect || !governs(grammar, at))
    };
    let denied = words.iter().any(|word| matches!(word.as_str(), "never" | "no" | "not" | "n't"));
    let earlier = (0..words.len()).any(is_earlier) && perfect;
    earlier.then_some(if denied { Before::None } else { Before::One })
}

/// What is said of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// That there are none: "the only one", "no other".
    None,
    /// That there are, or whether there are: "others", "any other".
    Some,
}

/// What a sentence says of others: "the *only* province", "*no other* province".
pub(super) fn others(words: &[String]) -> Option<Others> {
    let pair = |at: usize| (words[at].as_str(), words.get(at + 1).map_or("", String::as_str));
    (0..words.len()).find_map(|at| match pair(at) {
        ("the" | "its" | "their", "only") | ("no", "other") | ("nobody" | "nothing", "else") => {
            Some(Others::None)
        }
        ("any" | "some" | "many" | "several", "other" | "others") => Some(Others::Some),
        ("anybody" | "anyone" | "anything", "else") => Some(Others::Some),
        _ => None,
    })
}

/// Whether a preposition has something behind it: "before the *war*".
fn governs(grammar: &Sentence, at: usize) -> bool {
    let relation = grammar.tokens.get(at).map(|token| token.relation);
    matches!(relation, Some(Relation::Case | Relation::Mark))
}

/// The words of a passage, folded.
pub(super) fn words(scene: &Scene) -> Vec<String> {
    (0..scene.passage.len()).map(|token| fold(scene.passage.word(token))).collect()
}
