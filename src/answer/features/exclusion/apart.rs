//! What is said only to tell the one asked about apart, and nouns that only go with their verb.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::features::role::{is_deputy, lowers_rank};
use crate::answer::matching::SAME;
use crate::answer::scene::{MET, Scene};
use crate::question::AnswerType;
use crate::text::syntax::Relation;

/// "When did the driver *who was hurt* die?" is not answered by when he was hurt: of the question's
/// verbs only one that says who is meant.
pub(super) fn is_of_description(scene: &Scene) -> bool {
    // "The crash that killed five *happened*": verbs that say nothing by themselves.
    const EMPTY: [&str; 9] = ["be", "have", "do", "happen", "occur", "take", "come", "go", "get"];
    let asked = &scene.query.grammar;
    let is_circumstance =
        matches!(scene.query.expects, AnswerType::Date | AnswerType::Clock | AnswerType::Duration);
    let Some(predicate) = scene.query.predicate.filter(|_| is_circumstance) else { return false };
    if !asked.tokens[predicate].tag.is_verb()
        || EMPTY.contains(&asked.lemma(predicate))
        || scene.predicate().is_some()
    {
        return false;
    }
    let own = scene.wanted.iter().position(|want| want.term.token == predicate);
    let is_unheard = own.is_some_and(|own| scene.heard(own) < MET);
    scene.wanted.iter().enumerate().any(|(at, want)| {
        let token = want.term.token;
        let describes = asked.tokens.get(token).is_some_and(|it| it.relation == Relation::AclRelcl)
            && asked.is_below(token, predicate);
        describes && (scene.met[at].strength >= SAME || is_unheard && scene.heard(at) >= SAME)
    })
}

/// "Took *place*", "took *part*": a noun that only makes a verb with its own.
pub(super) fn is_of_its_verb(scene: &Scene, candidate: &Candidate) -> bool {
    const NOUNS: [&str; 8] =
        ["place", "part", "effect", "shape", "note", "aim", "advantage", "refuge"];
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    candidate.first == candidate.last
        && matches!(candidate.kind, Kind::Phrase | Kind::Name)
        && NOUNS.contains(&grammar.lemma(head))
        && grammar.head(head).is_some_and(|verb| grammar.lemma(verb) == "take")
}

/// "Who is the *justice minister*?" is not answered by the deputy justice minister.
pub(super) fn is_deputy_of_asked(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = &scene.query.grammar;
    let asks_deputy = || (0..asked.tokens.len()).any(|at| lowers_rank(asked.lemma(at)));
    let Some(role) = scene.query.role.as_ref() else { return false };
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    // "*Another* pilot", "a *fellow* pilot", "the *fourth* referee".
    let is_other = |noun: usize| {
        let mut before = grammar.children(noun).filter(|&child| child < noun);
        before.any(|child| matches!(grammar.lemma(child), "another" | "fellow" | "fourth"))
    };
    let is_called = |noun: usize| {
        grammar.lemma(noun) == role.noun && (is_deputy(grammar, noun) || is_other(noun))
    };
    let above = grammar.head(head).filter(|_| grammar.tokens[head].relation == Relation::Appos);
    above.into_iter().chain(grammar.children(head)).any(is_called) && !asks_deputy()
}
