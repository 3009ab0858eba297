//! Whether the one asked about does what a candidate's verb says, or somebody else.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{AnswerType, Slot};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag};

/// Whether the noun that the question is about is the subject of the candidate's verb.
pub(super) fn same_subject(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[head]);
    let Some(subject) = arguments::subject(grammar, verb) else { return false };
    let (first, last) = grammar.subtree(subject);
    asked_subject(scene)
        .and_then(|asked| scene.met_of(asked))
        .is_some_and(|met| (first..=last).contains(&usize::from(met.token)))
}

/// Whether the verb of a time or place has a subject of its own while the one asked about stands
/// elsewhere in the sentence: "the *rally* started at six" does not tell when she got to it; twice
/// over where a pronoun is known to stand for another.
pub(super) fn other_subject(scene: &Scene, head: usize) -> f32 {
    if !matches!(
        scene.query.expects,
        AnswerType::Date | AnswerType::Clock | AnswerType::Duration | AnswerType::Place
    ) {
        return 0.0;
    }
    let verb = usize::from(scene.clauses[head]);
    let Some(subject) = arguments::subject(&scene.passage.grammar, verb) else { return 0.0 };
    match scene.passage.grammar.tokens[subject].tag {
        Tag::PRP if stands_for_another(scene, subject) => 2.0,
        Tag::PRP => 0.0,
        _ => f32::from(u8::from(has_other_subject(scene, head, verb, subject))),
    }
}

/// Whether somebody else does, by name or noun, what the verb of a time or place says.
fn has_other_subject(scene: &Scene, head: usize, verb: usize, subject: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(asked) = scene.question_subject() else { return false };
    let Some(met) = scene.met_of(asked) else {
        return is_of_other_thing(scene, asked, verb, subject);
    };
    let within = |token: usize| {
        let (first, last) = grammar.subtree(token);
        (first..=last).contains(&usize::from(met.token))
    };
    subject != head
        && !within(subject)
        && !arguments::undergoer(grammar, verb).is_some_and(within)
        && !arguments::doer(grammar, verb).is_some_and(within)
}

/// Whether the verb that is asked about has a thing for its subject, and the passage does not have
/// the name of the one asked about: "the *ban*, introduced in 2018" does not tell when Orlo
/// introduced anything.
fn is_of_other_thing(scene: &Scene, asked: usize, verb: usize, subject: usize) -> bool {
    let passage = scene.passage;
    let kind = passage.meaning(subject).kind;
    let stands_for = passage.referent_at(subject).is_some();
    scene.query.grammar.entity_at(asked).is_some()
        && scene.predicate().is_some_and(|met| usize::from(met.token) == verb)
        && passage.grammar.tokens[subject].tag.is_noun()
        && passage.grammar.entity_at(subject).is_none()
        && !(stands_for || kind.is_person())
        && !matches!(kind, NounKind::Group | NounKind::Organisation)
}

/// Whether a pronoun stands for somebody of another name than the one asked about: after "She
/// married Ivo *Berg*", "*he* died in 2003" does not tell when Ada Berg died.
fn stands_for_another(scene: &Scene, pronoun: usize) -> bool {
    let Some(referent) = scene.passage.referent_at(pronoun) else { return false };
    let Some(asked) = asked_subject(scene) else { return false };
    let own = scene.query.grammar.entity_at(asked);
    let Some(own) = own.filter(|own| own.kind == EntityKind::Person) else { return false };
    let name = fold(&referent.name);
    let titled = |word: &str| word.len() < 4 || Lexicon::builtin().title(word).is_some();
    let has = |word: &str| name.split(' ').any(|part| part == word);
    let (first, last) = (usize::from(own.first), usize::from(own.last));
    let given = scene.query.word(first);
    let whole = last > first && name.contains(' ') && !titled(given);
    let other_given = whole && !has(given) && !titled(name.split(' ').next().unwrap_or_default());
    referent.kind == EntityKind::Person
        && (other_given || !(first..=last).any(|at| has(scene.query.word(at))))
}

/// The noun that a question is about: the subject, and of "what happened to the bridge" the bridge.
fn asked_subject(scene: &Scene) -> Option<usize> {
    let grammar = &scene.query.grammar;
    let verb = scene.query.predicate?;
    match grammar.lemma(verb) {
        "happen" | "become" | "do" if scene.query.slot == Slot::Subject => ["to", "of", "with"]
            .into_iter()
            .find_map(|preposition| arguments::oblique(grammar, verb, preposition)),
        _ => scene.question_subject(),
    }
}
