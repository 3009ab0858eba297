//! What came before and what was the first: "the second", "never before", "for the first time".

use crate::answer::scene::Scene;
use crate::text::syntax::{Relation, Sentence, Tag};
use crate::text::{fold, ordinals};

use super::measures::{Measure, Measures};

/// Whether the passage has the question's place in a row, or only another; `None` where
/// one of them has none.
pub(super) fn same_place(scene: &Scene, words: &[String]) -> Option<bool> {
    let asked: Vec<u32> = ordinals(scene.query.words.iter().map(String::as_str)).collect();
    if asked.is_empty() {
        return None;
    }
    if let Some(own) = place_of_noun(scene) {
        return Some(asked.contains(&own));
    }
    let mut found = ordinals(words.iter().map(String::as_str)).peekable();
    found.peek()?;
    Some(found.any(|ordinal| asked.contains(&ordinal)))
}

/// The place that the passage gives to the noun that the question gives one to: of "the *fourth
/// woman* and the first author" the fourth, where the first woman is asked for.
fn place_of_noun(scene: &Scene) -> Option<u32> {
    let asked = &scene.query.grammar;
    let place = |word: &str| ordinals(std::iter::once(word)).next();
    let noun = (1..asked.tokens.len())
        .find(|&at| asked.tokens[at].tag.is_noun() && place(scene.query.word(at - 1)).is_some())?;
    let met = scene.met_of(noun).map(|met| usize::from(met.token))?;
    place(scene.passage.word(met.checked_sub(1)?))
}

/// "The third *largest* bank" is not the biggest one: whether the passage gives a place in a row to
/// what the question has as the first.
fn is_lower(scene: &Scene) -> bool {
    let asked = &scene.query.grammar;
    let grammar = &scene.passage.grammar;
    let lower = |at: usize| {
        let before = |at: usize| ordinals(std::iter::once(scene.passage.word(at))).next();
        let of_two = || {
            scene
                .passage
                .word(at)
                .split_once('-')
                .and_then(|(first, _)| ordinals(std::iter::once(first)).next())
        };
        at.checked_sub(1).and_then(before).or_else(of_two).is_some_and(|place| place > 1)
    };
    let is_best = |tag: Tag| matches!(tag, Tag::JJS | Tag::RBS);
    let is_plain = |at: usize| {
        is_best(asked.tokens[at].tag)
            && at > 0
            && ordinals(std::iter::once(scene.query.word(at - 1))).next().is_none()
    };
    (0..asked.tokens.len()).any(is_plain)
        && (0..scene.passage.len()).any(|at| {
            let word = scene.passage.word(at);
            (is_best(grammar.tokens[at].tag) || word.contains('-') && word.ends_with("est"))
                && lower(at)
        })
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

/// What both say of earlier times, or of others, settles whether one of them denies the other:
/// "the first time that …" affirms "had none … before?", "no other" affirms "the only one?".
pub(super) fn settle(scene: &Scene, measures: &mut Measures) {
    if is_lower(scene) {
        measures.set(Measure::OtherOrdinal, 1.0);
        measures.set_rule(false);
    }
    let asked = outright(&scene.query.grammar, &scene.query.words);
    let asked_others = others(&scene.query.words);
    // Few questions ask for either, and every passage is measured.
    if asked.is_none() && asked_others.is_none() {
        return;
    }
    let words = words(scene);
    let here = outright(&scene.passage.grammar, &words);
    let earlier = asked.zip(here).map(|(asked, here)| asked != here);
    let of_others = || asked_others.zip(others(&words)).map(|(asked, here)| asked != here);
    let Some(is_other) = earlier.or_else(of_others) else { return };
    let denials = [
        Measure::QuestionTurned,
        Measure::Turned,
        Measure::DeniedShare,
        Measure::DeniedAnchor,
        Measure::DenialAsWhole,
        Measure::DenialInClause,
        Measure::DenialAnywhere,
        Measure::LackInFew,
        Measure::LackHere,
    ];
    denials.into_iter().for_each(|denial| measures.set(denial, 0.0));
    measures.flag(Measure::FirstTime, is_other && here == Some(Before::None));
    measures.flag(Measure::NotFirstTime, is_other && here == Some(Before::One));
    measures.set_rule(!is_other);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    fn words_of(text: &str) -> (Sentence, Vec<String>) {
        let grammar = sentence(text);
        let words = grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect();
        (grammar, words)
    }

    fn said(text: &str) -> Option<Before> {
        let (grammar, words) = words_of(text);
        outright(&grammar, &words)
    }

    #[test]
    fn a_first_time_has_none_before_and_one_that_is_not_the_first_has() {
        assert_eq!(said("It was the first time a mayor visited the fort."), Some(Before::None));
        assert_eq!(said("This is not the first time the dam broke."), Some(Before::One));
        assert_eq!(said("Had no mayor been to the fort before?"), Some(Before::None));
        assert_eq!(said("Has a mayor been to the fort before?"), Some(Before::One));
        assert_eq!(said("The mayor visited the new fort again."), None);
    }

    #[test]
    fn the_only_one_is_one_without_others() {
        let said = |text: &str| others(&words_of(text).1);
        assert_eq!(said("Is it the only port with a crane?"), Some(Others::None));
        assert_eq!(said("No other port has a crane."), Some(Others::None));
        assert_eq!(said("Does any other port have a crane?"), Some(Others::Some));
        assert_eq!(said("The port has a crane."), None);
    }
}
