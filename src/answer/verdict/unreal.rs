//! What a passage only supposes: "if we *won*, it *would be* a surprise" says nothing of who won.

use crate::answer::scene::Scene;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::alignment::Pair;

/// "Should have rung", "would have been safe": it was not, where the question has no such word.
pub(super) fn is_unreal(scene: &Scene, anchor: &Pair) -> bool {
    let grammar = &scene.passage.grammar;
    let lemmas = || auxiliaries(grammar, anchor.found).map(|child| grammar.lemma(child));
    !asks_of_unreal(scene) && lemmas().any(is_modal) && lemmas().any(|lemma| lemma == "have")
}

/// Whether what a passage says is part of a condition or hangs on one, and the question asks for
/// nothing of the kind.
pub(super) fn is_supposed(scene: &Scene, anchor: &Pair) -> bool {
    let asks_if = scene.query.words.iter().any(|word| matches!(word.as_str(), "if" | "unless"));
    !asks_if && !asks_of_unreal(scene) && hangs_on_condition(&scene.passage.grammar, anchor.found)
}

/// "*Whether* she will play is not yet known": what a passage leaves open, and the question does
/// not.
pub(super) fn is_open(scene: &Scene, anchor: &Pair) -> bool {
    let asks_whether = scene.query.words.iter().any(|word| word == "whether");
    !asks_whether && is_below_whether(&scene.passage.grammar, anchor.found)
}

fn is_below_whether(grammar: &Sentence, token: usize) -> bool {
    let opens = |clause: usize| {
        grammar.children(clause).any(|child| {
            child < clause
                && grammar.lemma(child) == "whether"
                && grammar.tokens.get(child + 1).is_none_or(|next| next.tag != Tag::CC)
        })
    };
    let is_whether = |above: usize| grammar.lemma(above) == "whether";
    std::iter::once(token).chain(grammar.ancestors(token)).any(|at| opens(at) || is_whether(at))
}

/// Whether the question itself asks for what would or should be.
fn asks_of_unreal(scene: &Scene) -> bool {
    scene.query.words.iter().any(|word| is_modal(word))
}

fn is_modal(lemma: &str) -> bool {
    matches!(lemma, "should" | "would" | "could" | "ought")
}

fn auxiliaries(grammar: &Sentence, verb: usize) -> impl Iterator<Item = usize> + '_ {
    grammar.children(verb).filter(|&child| grammar.tokens[child].relation == Relation::Aux)
}

/// "If it *rained*, the match *would stop*": a word below a clause that opens with "if", or in one
/// that has such a clause and a modal verb. "Asked if it *rained*" is no condition.
fn hangs_on_condition(grammar: &Sentence, token: usize) -> bool {
    let mut clauses = std::iter::once(token).chain(grammar.ancestors(token));
    clauses.any(|clause| {
        let modal = || auxiliaries(grammar, clause).any(|aux| is_modal(grammar.lemma(aux)));
        is_condition(grammar, clause)
            || modal() && grammar.children(clause).any(|child| is_condition(grammar, child))
    })
}

/// A clause of condition: "if …", "unless …", but not "even if …".
fn is_condition(grammar: &Sentence, clause: usize) -> bool {
    let opens = |child: usize| {
        let is_even = child > 0 && grammar.lemma(child - 1) == "even";
        let is_mark = grammar.tokens[child].relation == Relation::Mark;
        is_mark && !is_even && matches!(grammar.lemma(child), "if" | "unless")
    };
    grammar.tokens[clause].relation == Relation::Advcl && grammar.children(clause).any(opens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::word_in;

    fn is_supposed(text: &str, word: &str) -> bool {
        let (grammar, at) = word_in(text, word);
        hangs_on_condition(&grammar, at)
    }

    #[test]
    fn a_condition_and_what_hangs_on_it_are_supposed() {
        assert!(is_supposed("If the dam broke, the village would drown.", "broke"));
        assert!(is_supposed("If the dam broke, the village would drown.", "drown"));
        assert!(is_supposed("The village would drown if the dam broke.", "village"));
    }

    #[test]
    fn what_stands_below_whether_is_open() {
        let is_open = |text: &str, word: &str| {
            let (grammar, at) = word_in(text, word);
            is_below_whether(&grammar, at)
        };
        assert!(is_open("Whether the dam will be repaired is not yet known.", "repaired"));
        assert!(is_open("It is not clear whether the mayor resigned.", "resigned"));
        assert!(!is_open("The council asked whether the mayor resigned.", "asked"));
        assert!(!is_open("The dam will be repaired whether or not it rains.", "repaired"));
    }

    #[test]
    fn what_is_told_or_asked_is_not_supposed() {
        assert!(!is_supposed("The dam broke and the village drowned.", "broke"));
        assert!(!is_supposed("They asked if the dam broke.", "asked"));
        assert!(!is_supposed("The mayor stays in office even if the dam broke.", "stays"));
    }
}
