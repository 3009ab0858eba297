//! What tells the deed itself again, who told of it, or what came of it, where a reason or a means
//! is asked for.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::features::cause;
use crate::answer::matching::{Met, SAME, Wanted};
use crate::answer::scene::Scene;
use crate::fact::Sign;
use crate::text::syntax::{Relation, Sentence};

/// "Why is the agency looking into it?" is not answered by "has opened an inquiry", which tells
/// that again.
pub(super) fn is_the_deed_itself(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let is_inside = |at: usize| (first..=last).contains(&at);
    let sign = candidate.notes.sign;
    // "*When* he withdrew it".
    let is_told_again = |met: usize| sign == Sign::Perhaps && met == head;
    let is_deed = |met: usize| {
        grammar.is_root(head) && sign == Sign::None && is_inside(met) || is_told_again(met)
    };
    candidate.kind == Kind::Clause
        && scene.predicate().is_some_and(|met| is_deed(met.token.into()))
        && !cause::is_told_inside(scene.passage, candidate)
}

/// "How did she die?" is not answered by "because of *the story of her death*": what names the deed
/// itself tells no more of it.
pub(super) fn is_of_the_deed(scene: &Scene, candidate: &Candidate) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let is_noun = |at: usize| scene.passage.grammar.tokens[at].tag.is_noun();
    candidate.kind != Kind::Clause
        && scene.predicate().filter(|met| met.strength >= SAME).is_some_and(|met| {
            let met = usize::from(met.token);
            let is_inside = (first..=last).contains(&met) && met != usize::from(candidate.head);
            is_inside && is_noun(met)
        })
}

/// "*Not because* they love them": what is said to be no reason.
pub(super) fn is_denied(grammar: &Sentence, candidate: &Candidate) -> bool {
    let first = usize::from(candidate.first);
    let opens = |at: usize| {
        let next = grammar.lemma(at + 1);
        grammar.lemma(at) == "not" && matches!(next, "because" | "due" | "out" | "for")
    };
    opens(first) || first > 0 && opens(first - 1)
}

/// "Why did he resign?" is not answered by "three were charged *in the wake of him resigning*",
/// which comes of it.
pub(super) fn comes_of_it(scene: &Scene, candidate: &Candidate) -> bool {
    const AFTER: [&str; 6] = ["after", "following", "since", "because", "wake", "once"];
    let grammar = &scene.passage.grammar;
    let asked = &scene.query.grammar;
    let is_deed = |(want, met): &(&Wanted, Met)| {
        let token = asked.tokens.get(want.term.token);
        token.is_some_and(|token| token.tag.is_verb()) && met.strength >= SAME
    };
    let head = usize::from(candidate.head);
    let deeds = scene.pairs().filter(is_deed).map(|(_, met)| usize::from(met.token));
    let inside = usize::from(candidate.first)..=usize::from(candidate.last);
    let opens = |at: usize| {
        let mut words = grammar.children(at).filter(|&child| child < at);
        AFTER.contains(&grammar.lemma(at))
            || words.any(|child| {
                AFTER.contains(&grammar.lemma(child))
                    && matches!(grammar.tokens[child].relation, Relation::Mark | Relation::Case)
            })
    };
    let comes_after = |met: usize| {
        let path = std::iter::once(met).chain(grammar.ancestors(met));
        met != head
            && inside.contains(&met)
            && grammar.is_below(met, head)
            && path.take_while(|&at| at != head).any(opens)
    };
    let is_plain = match candidate.kind {
        Kind::Clause => candidate.notes.sign == Sign::None,
        kind => kind == Kind::Prepositional,
    };
    is_plain && deeds.into_iter().any(comes_after)
}

/// "*Said Holm*": who says it tells no more of it.
pub(super) fn only_says(scene: &Scene, candidate: &Candidate) -> bool {
    /// The most tokens of a verb and of who says it.
    const SHORT: usize = 4;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let (grammar, head) = (&scene.passage.grammar, usize::from(candidate.head));
    let is_sayer = |child: usize| grammar.tokens[child].relation.is_subject();
    candidate.kind == Kind::Clause
        && last - first < SHORT
        && grammar.children(head).any(is_sayer)
        && grammar.child(head, Relation::Obj).is_none()
        && scene.passage.meaning(head).saying.is_some()
        && !scene.is_met(head)
        && (first..=last).all(|at| {
            at == head
                || scene.passage.grammar.tokens[at].relation.is_subject()
                || !scene.passage.grammar.tokens[at].tag.is_verb()
        })
}
