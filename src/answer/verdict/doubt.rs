//! What is only feared, hoped, thought, asked for or possible.

use crate::answer::scene::Scene;
use crate::text::syntax::{Relation, Sentence};

use super::alignment::Pair;
use super::polarity;

/// Words below which something is only supposed, wished or claimed.
const HELD: [&str; 28] = [
    "suspect",
    "fear",
    "believe",
    "think",
    "hope",
    "want",
    "wish",
    "ask",
    "urge",
    "demand",
    "call",
    "suggest",
    "speculate",
    "speculation",
    "rumour",
    "allege",
    "claim",
    "accuse",
    "consider",
    "propose",
    "threaten",
    "warn",
    "would",
    "could",
    "may",
    "might",
    "if",
    "unless",
];

/// Whether what a word says is only feared, hoped, thought, asked for, or possible.
pub(super) fn is_held(grammar: &Sentence, at: usize) -> bool {
    let mut below = at;
    loop {
        if grammar.children(below).any(|child| {
            matches!(grammar.tokens[child].relation, Relation::Aux | Relation::Mark)
                && HELD.contains(&grammar.lemma(child))
                && polarity::beside(grammar, below, None) == 0
        }) {
            return true;
        }
        let Some(above) = grammar.head(below) else { return false };
        let relation = grammar.tokens[below].relation;
        let open = matches!(
            relation,
            Relation::Ccomp
                | Relation::Xcomp
                | Relation::Advcl
                | Relation::Acl
                | Relation::Obj
                | Relation::Obl
                | Relation::Nmod
        );
        let held = HELD.contains(&grammar.lemma(above));
        let of_noun = relation == Relation::AclRelcl && grammar.tokens[above].tag.is_noun();
        if held && (open || of_noun) {
            return true;
        }
        if !open && !relation.is_subject() {
            return false;
        }
        below = above;
    }
}

/// Whether the passage only has it feared, hoped or possible, and the question does not.
pub(super) fn is_only_held(scene: &Scene, anchor: &Pair) -> bool {
    let asked = &scene.query.grammar;
    let modal =
        |word: &String| matches!(word.as_str(), "would" | "could" | "may" | "might" | "should");
    let in_question = anchor.asked < asked.tokens.len() && is_held(asked, anchor.asked);
    is_held(&scene.passage.grammar, anchor.found)
        && !in_question
        && !scene.query.words.iter().any(modal)
        && !asks_for_plan(&scene.query.words)
}

/// "Is X planning to", "does X want to".
fn asks_for_plan(words: &[String]) -> bool {
    const PLANS: [&str; 9] =
        ["plan", "planning", "plans", "going", "intend", "want", "wants", "supposed", "expected"];
    words.iter().any(|word| PLANS.contains(&word.as_str()))
}
