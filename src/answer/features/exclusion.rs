//! What certainly does not answer, told by grammar alone: what is said of somebody else, a deed
//! that only comes next to the one asked about, where something was told, a figure that is only
//! feared.

mod another;
mod circumstance;
mod follow_up;
mod reason;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{AnswerType, QuestionType};
use crate::text::syntax::Tag;

use super::shape::has_name;

/// What is excluded in one passage.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Exclusion {
    /// The question's main verb, in the question's own word.
    verb: Option<usize>,
    /// Whether that verb is said of others than those the question names.
    is_of_others: bool,
    /// Whether the passage has another place in a row than the one asked for.
    is_of_another_place: bool,
    /// Whether it has nothing of what a follow-up asks about besides.
    is_beside_follow_up: bool,
    /// Whether a winner is asked for and it tells of no winning.
    is_untold_win: bool,
}

impl Exclusion {
    /// What is excluded in a passage.
    pub(crate) fn new(scene: &Scene) -> Self {
        let verb = another::same_verb(scene);
        let is_of_others = verb.is_some_and(|verb| {
            let arguments: [another::Argument; 2] = [arguments::doer, arguments::undergoer];
            arguments.into_iter().any(|find| another::is_of_another(scene, verb, find))
        });
        Exclusion {
            verb,
            is_of_others,
            is_of_another_place: another::is_another_place(scene),
            is_beside_follow_up: follow_up::is_beside(scene),
            is_untold_win: scene.query.expects.is_somebody()
                && scene.query.predicate_lemma() == "win"
                && !tells_win(scene),
        }
    }

    /// Whether a candidate is excluded.
    pub(crate) fn has(self, scene: &Scene, candidate: &Candidate) -> bool {
        let clause = usize::from(scene.clauses[usize::from(candidate.head)]);
        let asks_who = matches!(scene.query.asks, QuestionType::Who | QuestionType::Which);
        let is_of_others = self.is_of_others && self.verb == Some(clause);
        is_of_others
            || self.is_of_another_place && asks_who
            || self.is_beside_follow_up
            || self.verb.is_some_and(|verb| another::is_agent_of_another(scene, candidate, verb))
            || circumstance::is_length_for_time(scene, candidate)
            || circumstance::is_end_of_other(scene, candidate)
            || self.is_untold_win
            || another::is_of_its_goal(scene, candidate)
            || is_no_body(scene, candidate)
            || reason::is_none(scene, candidate)
            || circumstance::is_where_it_was_told(scene, candidate)
            || is_of_met_phrase(scene, candidate)
            || is_no_deed(scene, candidate)
            || is_only_feared(scene, candidate)
    }
}

/// "What did the captain do?" is not answered by "for questioning".
fn is_no_deed(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let opens = grammar.tokens[usize::from(candidate.first)].tag == Tag::IN;
    scene.query.expects == AnswerType::Action
        && matches!(candidate.kind, Kind::Clause | Kind::Prepositional)
        && opens
        && grammar.lemma(candidate.first.into()) != "by"
}

/// "Handed out free of *charge*": part of a phrase that says what the question says, which asks for
/// something else.
fn is_of_met_phrase(scene: &Scene, candidate: &Candidate) -> bool {
    if scene.query.expects != AnswerType::Thing {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let opens = |at: &usize| scene.is_met(*at) && grammar.tokens[*at].tag.is_adjective();
    let Some(start) = (first.saturating_sub(2)..first).find(opens) else { return false };
    let lemmas: Vec<&str> = (start..=last).map(|at| grammar.lemma(at)).collect();
    Lexicon::builtin().word(&lemmas.join(" ")).is_some()
}

/// Whether a passage tells who won, in whatever words.
fn tells_win(scene: &Scene) -> bool {
    const WINNING: [&str; 24] = [
        "beat",
        "defeat",
        "victory",
        "winner",
        "champion",
        "gold",
        "triumph",
        "first",
        "elect",
        "re-elect",
        "reelect",
        "title",
        "crown",
        "award",
        "prize",
        "lead",
        "top",
        "receive",
        "take",
        "claim",
        "secure",
        "majority",
        "landslide",
        "lose",
    ];
    let grammar = &scene.passage.grammar;
    scene.predicate().is_some()
        || (0..scene.passage.len()).any(|at| WINNING.contains(&grammar.lemma(at)))
}

/// "Which team did they beat?" is not answered by "tired legs": a noun of no people and no body.
fn is_no_body(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let head = usize::from(candidate.head);
    let bodiless = || {
        let kind = scene.passage.meaning(head).kind;
        let names = [Is::Organisation, Is::Group, Is::Role, Is::Building, Is::Country, Is::City];
        !kind.is_person() && !names.contains(&kind)
    };
    let plain =
        scene.passage.grammar.tokens[head].tag.is_noun() && !has_name(scene.passage, candidate);
    scene.query.expects == AnswerType::Organisation
        && scene.query.focus.is_some()
        && matches!(candidate.kind, Kind::Phrase | Kind::Prepositional)
        && plain
        && scene.likeness(head) < MET
        && bodiless()
}

/// "The toll *could* rise to 100": no figure of what is.
fn is_only_feared(scene: &Scene, candidate: &Candidate) -> bool {
    const RISING: [&str; 10] =
        ["rise", "reach", "climb", "grow", "exceed", "increase", "top", "hit", "pass", "double"];
    const PERHAPS: [&str; 3] = ["could", "might", "may"];
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    candidate.kind == Kind::Number
        && RISING.contains(&grammar.lemma(verb))
        && grammar.children(verb).any(|child| {
            grammar.tokens[child].tag == Tag::MD && PERHAPS.contains(&grammar.lemma(child))
        })
        && !scene
            .query
            .words
            .iter()
            .any(|word| PERHAPS.contains(&word.as_str()) || word == "expected")
}
