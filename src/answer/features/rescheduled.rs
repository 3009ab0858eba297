//! Whether a day was only planned and is given up: "the fair, which was to open on *Monday*, has
//! been put off until June", "was put off *from Monday*".

use super::passage::PLANNED;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::extract::factuality::{PUTTING_OFF, is_first_plan};
use crate::question::Query;
use crate::text::syntax::{Relation, Sentence, Tag};

/// Verbs of setting a day.
const PLANNING: [&str; 9] =
    ["plan", "schedule", "set", "slate", "expect", "suppose", "intend", "mean", "book"];

/// Verbs of giving a day up with a particle.
const PARTED: [(&str, &[&str]); 6] = [
    ("put", &["back", "off"]),
    ("push", &["back"]),
    ("move", &["back", "forward"]),
    ("call", &["off"]),
    ("bring", &["forward"]),
    ("hold", &["off", "over"]),
];

/// Whether a date of the scene's passage belongs to a plan that the passage tells to be given up,
/// and the question does not ask for that plan.
pub(super) fn is_given_up(scene: &Scene, date: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let is_verb = |&above: &usize| grammar.tokens[above].tag.is_verb();
    let Some(verb) = grammar.ancestors(date).find(is_verb) else { return false };
    let is_left = is_moved(grammar, verb) && arguments::case(grammar, date) == Some("from");
    (is_left || was_planned(grammar, verb))
        && !scene.asks_of_before
        && !asks_plan(scene.query)
        && (is_left
            || is_first_plan(grammar, verb)
            || (0..grammar.tokens.len()).any(|token| token != verb && is_moved(grammar, token)))
}

/// "When was it *supposed* to open", "when *should* it *have* begun", "when *was* it *to* be".
fn asks_plan(query: &Query) -> bool {
    let has = |words: &[&str]| query.words.iter().any(|word| words.contains(&word.as_str()));
    has(&PLANNED) || has(&["should"]) && has(&["have"]) || has(&["was", "were"]) && has(&["to"])
}

/// "Was to open", "had been planned", "was expected to start".
fn was_planned(grammar: &Sentence, verb: usize) -> bool {
    let is_past = |of: usize| {
        grammar.children(of).any(|child| {
            let helps = matches!(
                grammar.tokens[child].relation,
                Relation::Aux | Relation::AuxPass | Relation::Cop
            );
            helps && grammar.tokens[child].tag == Tag::VBD
        })
    };
    let is_planning = |at: usize| PLANNING.contains(&grammar.lemma(at));
    let has_to = grammar.children(verb).any(|child| grammar.tokens[child].tag == Tag::TO);
    let above = grammar.head(verb).filter(|_| has_to);
    is_planning(verb) && is_past(verb)
        || has_to && is_past(verb)
        || above.is_some_and(|above| {
            is_planning(above) && is_past(above)
                || grammar.lemma(above) == "be" && grammar.tokens[above].tag == Tag::VBD
        })
}

/// "Has been *postponed*", "was *put* back".
fn is_moved(grammar: &Sentence, token: usize) -> bool {
    let lemma = grammar.lemma(token);
    let has = |particles: &[&str]| {
        grammar.children(token).any(|child| particles.contains(&grammar.lemma(child)))
    };
    grammar.tokens[token].tag.is_verb()
        && (lemma == "cancel"
            || PUTTING_OFF.contains(&lemma)
            || PARTED.iter().any(|(verb, particles)| *verb == lemma && has(particles)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::word_in;

    #[test]
    fn what_was_to_be_was_only_planned() {
        let planned = |text: &str, verb: &str| {
            let (grammar, at) = word_in(text, verb);
            was_planned(&grammar, at)
        };
        assert!(planned("The fair, which was to open on Monday, has been put off.", "open"));
        assert!(planned("The fair was originally planned for May.", "planned"));
        assert!(planned("The fair was scheduled to begin in May.", "begin"));
        assert!(!planned("The fair is to open on Monday.", "open"));
        assert!(!planned("The fair opened on Monday.", "opened"));
    }

    #[test]
    fn a_day_is_given_up_by_many_verbs() {
        let moved = |text: &str, verb: &str| {
            let (grammar, at) = word_in(text, verb);
            is_moved(&grammar, at)
        };
        assert!(moved("The fair has been postponed until June.", "postponed"));
        assert!(moved("The fair was put back because of floods.", "put"));
        assert!(!moved("The fair put Ghent on the map.", "put"));
    }
}
