//! Whether a place can be the one asked for: which way it goes, what it belongs to, how exact it is.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, Relation as Named};
use crate::question::{Expect, Slot};
use crate::text::syntax::Relation;

use super::structure::has_word;
use super::timing::{is_of_other_noun, is_of_saying};
use super::{Feature, Measures};

/// Verbs that ask whereto.
pub(super) const GOING: [&str; 22] = [
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
    let Some(case) = arguments::case(&scene.passage.grammar, head) else { return false };
    if asks_from(scene) {
        matches!(case, "to" | "into" | "towards" | "toward" | "at" | "for")
    } else {
        has_word(scene, &GOING) && matches!(case, "from" | "off")
    }
}

pub(super) fn asks_from(scene: &Scene) -> bool {
    matches!(&scene.query.slot, Slot::Oblique(preposition) if preposition == "from")
        || has_word(scene, &["from"])
}

fn is_country(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(entity) = grammar.entity_at(candidate.head.into()) else { return false };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let found = Lexicon::builtin().country(name);
    found.is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias))
}
