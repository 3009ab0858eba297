//! Whether a place can be the one asked for: which way it goes, what it belongs to, how exact it is.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, Relation as Named};
use crate::question::{Expect, Query, Slot};
use crate::text::syntax::Relation;

use super::timing::{is_aside, is_of_other_noun, is_of_saying};
use super::{Feature, Measures};

/// Verbs that ask whereto.
const GOING: [&str; 22] = [
    "go",
    "travel",
    "head",
    "fly",
    "move",
    "take",
    "send",
    "bring",
    "sail",
    "ship",
    "rush",
    "transfer",
    "deport",
    "evacuate",
    "flee",
    "return",
    "deliver",
    "drive",
    "bind",
    "transport",
    "airlift",
    "escort",
];

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    if scene.query.expects != Expect::Place {
        return;
    }
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    measures.flag(Feature::OfOtherNoun, is_of_other_noun(scene, head));
    measures.flag(Feature::OfSaying, is_of_saying(scene, head));
    measures.flag(Feature::Aside, is_aside(scene, head));
    measures.flag(Feature::WrongWay, goes_wrong_way(scene, head));
    let owned = matches!(
        grammar.tokens[head].relation,
        Relation::NmodPoss | Relation::Compound | Relation::Amod
    );
    measures.flag(Feature::PlaceOfThing, owned);
    measures.flag(Feature::IsCountry, is_country(scene, candidate));
}

/// Where something comes from is not where it goes to.
fn goes_wrong_way(scene: &Scene, head: usize) -> bool {
    let way = way(scene, head);
    match scene.direction {
        Direction::From => {
            matches!(way, Some("to" | "into" | "towards" | "toward" | "at" | "for"))
        }
        Direction::To => matches!(way, Some("from" | "off")),
        Direction::Neither => false,
    }
}

/// The preposition before a place; one that somebody left is one that they came from.
pub(super) fn way<'a>(scene: &'a Scene, head: usize) -> Option<&'a str> {
    const LEAVING: [&str; 4] = ["leave", "depart", "quit", "flee"];
    let grammar = &scene.passage.grammar;
    let left = grammar.tokens[head].relation == Relation::Obj
        && grammar.head(head).is_some_and(|verb| LEAVING.contains(&grammar.lemma(verb)));
    if left { Some("from") } else { arguments::case(grammar, head) }
}

/// Which way a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::answer) enum Direction {
    /// "Where is it from", "from which town".
    From,
    /// "Where was it sent", "which country did they flee to".
    To,
    /// Where something is or happens, or no place at all.
    Neither,
}

/// The way that a question asks.
pub(in crate::answer) fn direction(query: &Query) -> Direction {
    const STARTING: [&str; 4] = ["depart", "originate", "hail", "set off"];
    let has = |lemmas: &[&str]| {
        (0..query.words.len()).any(|token| lemmas.contains(&query.grammar.lemma(token)))
    };
    let lettered = |word: &&String| word.chars().any(char::is_alphabetic);
    let last = query.words.iter().rev().find(lettered).map_or("", String::as_str);
    let after = |wanted: &str| matches!(&query.slot, Slot::Oblique(found) if found == wanted);
    let leaves = last == "from" || after("from") || has(&STARTING);
    match () {
        () if query.expects != Expect::Place => Direction::Neither,
        () if leaves || has(&["from"]) && has(&["come"]) => Direction::From,
        () if matches!(last, "to" | "into") || after("to") || has(&GOING) => Direction::To,
        () => Direction::Neither,
    }
}

/// Whether it is the name of a country.
fn is_country(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(entity) = grammar.entity_at(candidate.head.into()) else { return false };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let found = Lexicon::builtin().country(name);
    found.is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias))
}
