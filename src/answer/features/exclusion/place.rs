//! What stands in another place of the clause than the one asked for.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::question::{AnswerType, Slot};
use crate::text::syntax::Relation;

/// Whether a candidate hangs on the verb that the question asks by in another way than what is
/// asked for would.
pub(super) fn is_another(scene: &Scene, candidate: &Candidate) -> bool {
    let Slot::Oblique(preposition) = &scene.query.slot else { return false };
    let Some(met) = scene.predicate().filter(|_| scene.query.expects == AnswerType::Thing) else {
        return false;
    };
    let verb = usize::from(met.token);
    if !scene.passage.grammar.tokens[verb].tag.is_verb() {
        return is_what_it_was(scene, candidate, verb);
    }
    met.strength >= SAME
        && (is_where(scene, candidate, preposition, verb)
            || is_next(scene, candidate, verb)
            || is_subject(scene, candidate, verb))
}

/// "What did he die *of*?" is not answered by "died *in a hospital*".
fn is_where(scene: &Scene, candidate: &Candidate, preposition: &str, verb: usize) -> bool {
    const WHERE: [&str; 5] = ["in", "at", "on", "near", "during"];
    let grammar = &scene.passage.grammar;
    // "A *Ribe* hospital".
    let part =
        |at: usize| matches!(grammar.tokens[at].relation, Relation::Compound | Relation::Flat);
    let above = |&at: &usize| grammar.head(at).filter(|_| part(at));
    let head = std::iter::successors(Some(usize::from(candidate.head)), above).last();
    let head = head.unwrap_or_default();
    let case = arguments::case(grammar, head);
    !WHERE.contains(&preposition)
        && grammar.head(head) == Some(verb)
        && case.is_some_and(|case| WHERE.contains(&case))
}

/// "What are they accused *of*?" is not answered by "are accused and *face prison*", nor by all
/// that is said of them.
fn is_next(scene: &Scene, candidate: &Candidate, verb: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let is_joined =
        grammar.tokens[head].relation == Relation::Conj && grammar.head(head) == Some(verb);
    candidate.kind == Kind::Clause && (is_joined || head == verb)
}

/// "What did the poet die *of*?" is not answered by "*the poet* died".
fn is_subject(scene: &Scene, candidate: &Candidate, verb: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let tie = arguments::tie(grammar, (first, last));
    tie.is_some_and(|(top, above)| above == verb && grammar.tokens[top].relation.is_subject())
}

/// "What did he die *of*?" is not answered by "his death was *a loss*".
fn is_what_it_was(scene: &Scene, candidate: &Candidate, met: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    grammar.child(head, Relation::Cop).is_some() && arguments::subject(grammar, head) == Some(met)
}
