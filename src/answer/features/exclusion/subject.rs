//! Circumstances of what another than the one asked about does in the same sentence.

use crate::answer::candidate::Candidate;
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::question::AnswerType;
use crate::text::syntax::{Relation, Sentence};

/// Whether a time, place, figure or reason belongs to what another does.
pub(super) fn is_another(scene: &Scene, candidate: &Candidate) -> bool {
    use AnswerType::{Clock, Date, Duration, Manner, Place, Reason};
    let expects = scene.query.expects;
    let is_circumstance =
        expects.is_figure() || matches!(expects, Date | Clock | Duration | Place | Reason | Manner);
    is_circumstance
        && (is_contrasted(scene, candidate)
            || is_of_other_clause(scene, candidate)
            || is_of_leaver(scene))
}

/// "While Berg went free, *Holm was sentenced to five years*" does not tell how many Berg got.
fn is_contrasted(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = &scene.query.grammar;
    let subject = scene.question_subject().filter(|&at| asked.tokens[at].tag.is_proper());
    let met = subject.and_then(|subject| scene.met_of(subject)).filter(|met| met.strength >= SAME);
    let Some(own) = met.map(|met| usize::from(met.token)) else { return false };
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let Some(other) = arguments::subject(grammar, verb) else { return false };
    let is_own = |at: usize| {
        let (first, last) = grammar.subtree(at);
        (first..=last).contains(&own)
    };
    let is_subject_there =
        |clause: usize| clause != verb && arguments::subject(grammar, clause).is_some_and(is_own);
    let contrasts = |clause: usize| {
        let mark = grammar.child(clause, Relation::Mark);
        mark.is_some_and(|mark| matches!(grammar.lemma(mark), "while" | "whereas" | "although"))
    };
    grammar.tokens[other].tag.is_proper()
        && !is_own(other)
        && !scene.is_met(other)
        && !scene.is_met(verb)
        && (0..scene.passage.len()).any(|at| contrasts(at) && is_subject_there(at))
}

/// "When was Berg arrested?" is not answered by "*Holm was arrested in May* and Berg in June", both
/// clauses having the verb and their own.
fn is_of_other_clause(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let own = |verb: usize| {
        let mut below = grammar.children(verb);
        below.find(|&child| grammar.tokens[child].relation.is_subject())
    };
    let is_name_met = |is_here: &dyn Fn(usize) -> bool| {
        let mut names = scene.pairs().filter(|(want, _)| want.term.is_name);
        names.any(|(_, met)| met.strength >= SAME && is_here(usize::from(met.token)))
    };
    let named = |subject: usize| {
        let (first, last) = grammar.subtree(subject);
        is_name_met(&|token| (first..=last).contains(&token))
    };
    let is_joined = |other: usize| {
        let conj = |a: usize, b: usize| {
            grammar.tokens[a].relation == Relation::Conj && grammar.head(a) == Some(b)
        };
        (conj(other, verb) || conj(verb, other)) && grammar.lemma(other) == grammar.lemma(verb)
    };
    // Where the tree has no subject, none of the names may stand in the clause.
    let is_of_nobody = || !is_name_met(&|token| usize::from(scene.clauses[token]) == verb);
    let is_of_stranger = match own(verb) {
        Some(subject) => grammar.tokens[subject].tag.is_proper() && !named(subject),
        None => is_of_nobody(),
    };
    is_of_stranger
        && (0..scene.passage.len()).any(|other| is_joined(other) && own(other).is_some_and(named))
}

/// "Why did the bridge fall?" is not answered by why somebody *fell from the bridge*.
fn is_of_leaver(scene: &Scene) -> bool {
    let met = |at: usize| scene.met_of(at).filter(|met| met.strength >= SAME);
    let subject = scene.question_subject().and_then(met).map(|met| usize::from(met.token));
    let verb = scene.query.predicate.and_then(met).map(|met| usize::from(met.token));
    let (Some(subject), Some(verb)) = (subject, verb) else { return false };
    let grammar = &scene.passage.grammar;
    grammar.head(subject) == Some(verb)
        && is_left(grammar, subject)
        && arguments::subject(grammar, verb).is_some_and(|other| other != subject)
}

/// "*From the bridge*", "*off the roof*".
fn is_left(grammar: &Sentence, noun: usize) -> bool {
    matches!(arguments::case(grammar, noun), Some("from" | "off" | "out"))
}
