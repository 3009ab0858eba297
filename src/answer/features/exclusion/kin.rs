//! Whose mother, wife or son is asked for: nobody is that of whom it is not said close by.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::question::{AnswerType, Query};
use crate::text::syntax::Relation;

const KIN: [&str; 18] = [
    "mother",
    "father",
    "parent",
    "wife",
    "husband",
    "spouse",
    "widow",
    "son",
    "daughter",
    "brother",
    "sister",
    "uncle",
    "aunt",
    "grandfather",
    "grandmother",
    "cousin",
    "nephew",
    "niece",
];

/// How many words from the word for the relative a name may stand.
const CLOSE: usize = 6;

/// The relative that a question asks for: "what is the captain's *mother* called?"
pub(super) fn asked(query: &Query) -> Option<usize> {
    let grammar = &query.grammar;
    let names = matches!(query.predicate_lemma(), "" | "be" | "call" | "name");
    // "His *mother's* lawyer" is another.
    let owns = |at: usize| {
        let owned = grammar.head(at).map_or("", |above| grammar.lemma(above));
        grammar.tokens[at].relation == Relation::NmodPoss && owned != "name"
    };
    let is_kin = |&at: &usize| {
        KIN.contains(&grammar.lemma(at)) && grammar.tokens[at].tag.is_noun() && !owns(at)
    };
    let asks_name = query.expects.is_somebody()
        || matches!(query.expects, AnswerType::Name | AnswerType::Definition);
    (0..query.words.len()).find(is_kin).filter(|_| names && asks_name)
}

/// Whether a passage has the word for that relative, and nowhere near a candidate.
pub(super) fn is_far(scene: &Scene, candidate: &Candidate, kin: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(met) = scene.met_of(kin) else { return false };
    let lemma = grammar.lemma(met.token.into());
    let from = usize::from(candidate.first).saturating_sub(CLOSE);
    let to = (usize::from(candidate.last) + CLOSE).min(scene.passage.len() - 1);
    // "Was *married* to" tells it in another way.
    KIN.contains(&lemma) && !(from..=to).any(|at| grammar.lemma(at) == lemma)
}
