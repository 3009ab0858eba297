//! What certainly does not answer, told by grammar alone: what is said of somebody else, a deed
//! that only comes next to the one asked about, where something was told, a figure that is only
//! feared.

mod another;
mod apart;
mod circumstance;
mod doer;
mod ends;
mod figure;
mod follow_up;
mod kin;
mod long_ago;
mod place;
mod reason;
mod restated;
mod row;
mod sort;
mod subject;
mod unheard;
mod whereabouts;
mod winner;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::SAME;
use crate::answer::scene::{MET, Scene};
use crate::answer::verdict;
use crate::extract::{arguments, factuality};
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{AnswerType, Query, QuestionType};
use crate::text::syntax::{Relation, Tag};

use super::shape::has_name;

/// What a question itself says of what is no answer to it.
#[derive(Debug)]
pub(crate) struct Limits {
    /// Whether a winner is asked for.
    asks_winner: bool,
    /// Where it puts something aside: "besides", "instead of".
    aside: Option<usize>,
    /// Where it says by whose account: "according to".
    account: Option<usize>,
    /// The years that it names.
    years: Vec<i16>,
    /// The relative that it asks for.
    kin: Option<usize>,
    /// The articles that open with figures of what it asks about.
    openings: Vec<long_ago::Opening>,
}

impl Limits {
    /// Those of a question, among the passages that were found for it.
    pub(crate) fn of(query: &Query, scenes: &[Scene]) -> Self {
        Limits {
            asks_winner: winner::is_asked(query),
            aside: aside(query),
            account: another::account(&query.words),
            years: circumstance::years(&query.words),
            kin: kin::asked(query),
            openings: long_ago::openings(query, scenes),
        }
    }
}

/// What is excluded in one passage.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exclusion<'a> {
    limits: &'a Limits,
    /// The question's main verb, in the question's own word.
    verb: Option<usize>,
    /// Whether that verb is said of others than those the question names.
    is_of_others: bool,
    /// Whether the passage has another place in a row than the one asked for.
    is_of_another_place: bool,
    /// Whether it has nothing of what a follow-up asks about besides.
    is_beside_follow_up: bool,
    /// Whether it tells only what says who is meant.
    is_of_description: bool,
    /// Whether a winner is asked for, and it tells of no winning.
    is_untold_win: bool,
    /// Whether its verb has another name than the one in the question.
    is_of_another_name: bool,
    /// Whether the article does not know whose words are asked for, or among whom.
    is_unheard: bool,
}

impl<'a> Exclusion<'a> {
    /// What is excluded in a passage.
    pub(crate) fn new(scene: &Scene, limits: &'a Limits) -> Self {
        let verb = another::same_verb(scene);
        let is_of_others = verb.is_some_and(|verb| {
            let arguments: [another::Argument; 2] = [arguments::doer, arguments::undergoer];
            arguments.into_iter().any(|find| another::is_of_another(scene, verb, find))
        });
        Exclusion {
            limits,
            verb,
            is_of_others,
            is_of_another_place: another::is_another_place(scene),
            is_beside_follow_up: follow_up::is_beside(scene),
            is_of_description: apart::is_of_description(scene),
            is_untold_win: limits.asks_winner && !winner::is_told(scene),
            is_of_another_name: another::is_of_another_name(scene),
            is_unheard: unheard::is_unheard(scene),
        }
    }

    /// Whether a candidate is excluded.
    pub(crate) fn has(self, scene: &Scene, candidate: &Candidate) -> bool {
        let clause = usize::from(scene.clauses[usize::from(candidate.head)]);
        let asks_who = matches!(scene.query.asks, QuestionType::Who | QuestionType::Which);
        let grammar = &scene.passage.grammar;
        let is_carried = grammar.tokens[clause].relation == Relation::Xcomp;
        let above = grammar.head(clause).filter(|_| is_carried);
        let is_of_verb = self.verb.is_some() && [Some(clause), above].contains(&self.verb);
        let is_of_others = self.is_of_others && is_of_verb;
        is_of_others
            || self.is_of_another_place && asks_who
            || self.is_beside_follow_up
            || self.is_of_description
            || self.verb.is_some_and(|verb| another::is_agent_of_another(scene, candidate, verb))
            || self.is_untold_win
            || self.limits.asks_winner && candidate.kind == Kind::Clause
            || self.is_unheard
            || self.is_of_another_name
            || self.limits.aside.is_some_and(|aside| is_put_aside(scene, candidate, aside))
            || self
                .limits
                .account
                .is_some_and(|at| another::is_by_another_account(scene, candidate, at))
            || self.limits.kin.is_some_and(|at| kin::is_far(scene, candidate, at))
            || another::is_none(scene, candidate)
            || another::is_of_another_in_row(scene, candidate)
            || row::is_of_another(scene, candidate)
            || subject::is_another(scene, candidate)
            || circumstance::is_another(scene, candidate)
            || reason::is_none(scene, candidate)
            || apart::is_of_its_verb(scene, candidate)
            || apart::is_deputy_of_asked(scene, candidate)
            || is_no_body(scene, candidate)
            || is_of_met_phrase(scene, candidate)
            || is_no_deed(scene, candidate)
            || figure::is_another(scene, candidate)
            || doer::is_none(scene, candidate)
            || sort::is_no_one_of_such(scene, candidate)
            || place::is_another(scene, candidate)
            || figure::is_elsewhere(scene, candidate)
            || sort::is_called_another(scene, candidate)
            || is_not_done(scene, candidate)
            || sort::is_named_otherwise(scene, candidate)
            || sort::is_no_job(scene, candidate)
            || figure::is_difference(scene, candidate)
            || sort::is_letter(scene, candidate)
            || figure::is_no_rank(scene, candidate)
            || doer::is_said_by_another(scene, candidate)
            || doer::is_the_subject(scene, candidate)
            || doer::is_deed_for_words(scene, candidate)
            || circumstance::is_of_another_year(scene, candidate, &self.limits.years)
            || long_ago::is_figure(scene, candidate, &self.limits.openings)
            || is_denied(scene, candidate)
            || ends::is_time_of_other_end(scene, candidate)
            || doer::is_of_another_nation(scene, candidate)
            || sort::is_somebody_for_thing(scene, candidate)
            || sort::is_speech_for_name(scene, candidate)
            || sort::is_part_of_such(scene, candidate)
            || sort::is_own_side(scene, candidate)
            || doer::is_undergoer(scene, candidate)
            || doer::is_victim(scene, candidate)
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

/// Where a question puts something aside: "what did it get *instead of* an orbiter?"
fn aside(query: &Query) -> Option<usize> {
    let is = |at: usize, word: &str| query.word(at) == word;
    let opens = |&at: &usize| match query.word(at) {
        "besides" => true,
        "instead" => is(at + 1, "of"),
        "other" | "rather" => is(at + 1, "than"),
        "apart" | "aside" => is(at + 1, "from"),
        _ => false,
    };
    (0..query.words.len()).find(opens)
}

/// "What did it get instead of *an orbiter*?" asks for something else than an orbiter.
fn is_put_aside(scene: &Scene, candidate: &Candidate, aside: usize) -> bool {
    let asked = &scene.query.grammar;
    let grammar = &scene.passage.grammar;
    let joined = |child: usize| {
        let inside = (usize::from(candidate.first)..=usize::from(candidate.last)).contains(&child);
        inside && grammar.tokens[child].relation == Relation::Conj
    };
    // "The president *and his wife*" has somebody else besides.
    !grammar.children(candidate.head.into()).any(joined)
        && scene.pairs().any(|(want, met)| {
            want.term.token > aside
                && want.term.token < asked.tokens.len()
                && met.strength >= SAME
                && met.token == candidate.head
        })
}

/// "The company denied that it *had withheld information*" answers nothing that is no denial.
fn is_denied(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let denies = |verb: usize| matches!(grammar.lemma(verb), "deny" | "dispute" | "refute");
    let is_content = matches!(grammar.tokens[head].relation, Relation::Ccomp | Relation::Xcomp);
    candidate.kind == Kind::Clause
        && is_content
        && grammar.head(head).is_some_and(|verb| denies(verb) && !scene.is_met(verb))
        && !verdict::refuses(&scene.query.grammar)
}

/// "What do they want?" is not answered by "I do not want *their money*".
fn is_not_done(scene: &Scene, candidate: &Candidate) -> bool {
    use AnswerType::{Actor, Name, Organisation, Person, Place, Thing};
    let expects = scene.query.expects;
    let asks = matches!(expects, Actor | Person | Organisation | Thing | Name)
        || expects == Place && scene.query.asks == QuestionType::Which;
    let Some(met) = scene.predicate().filter(|_| asks && !scene.query.negated) else {
        return false;
    };
    let head = usize::from(candidate.head);
    let grammar = &scene.passage.grammar;
    let own = grammar.head(head);
    let again = own.filter(|&verb| grammar.lemma(verb) == grammar.lemma(met.token.into()));
    let verb = again.unwrap_or(met.token.into());
    let relation = grammar.tokens[head].relation;
    let is_argument = relation.is_subject() || matches!(relation, Relation::Obj | Relation::Obl);
    is_argument
        && grammar.head(head) == Some(verb)
        && grammar.tokens[verb].tag.is_verb()
        && factuality::is_negated(scene.passage, verb)
}

/// "Handed out free of *charge*": part of a phrase that says what the question says, which asks
/// for something else.
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
