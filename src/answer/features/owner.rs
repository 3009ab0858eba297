//! Whether a name only says which thing or whose: "the *Moreau* hospital", "*Lee*'s win".

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::question::{Asks, Expect, Query};
use crate::text::syntax::Relation;

use super::{Feature, Measures};

/// What the measure of an owner who is asked for is where it holds: few questions have it.
const COUNTS: f32 = 2.5;
/// How near a thing has to be to the one whose owner is asked for.
const SAME: f32 = 0.6;

/// Measures it where somebody, or a body, is asked for.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    let asks = matches!(scene.query.asks, Asks::Who | Asks::Which)
        && matches!(scene.query.expects, Expect::Person | Expect::Actor | Expect::Organisation);
    let Some((top, above)) = tie(scene, candidate).filter(|_| asks) else { return };
    let grammar = &scene.passage.grammar;
    let relation = grammar.tokens[top].relation;
    let case = arguments::case(grammar, top);
    let owns = relation == Relation::NmodPoss || relation == Relation::Nmod && case == Some("of");
    if asks_owner(scene.query) {
        let belongs = grammar.lemma(above) == "belong" && case == Some("to");
        if belongs || owns && scene.likeness(above) >= SAME {
            measures.set(Feature::OwnsAsked, COUNTS);
        }
        return;
    }
    let is_owner = relation == Relation::NmodPoss;
    measures.flag(Feature::Owns, is_owner && !scene.is_met(above));
    measures.flag(Feature::OwnsMet, is_owner && scene.is_met(above));
    let of_thing = relation == Relation::Compound
        && grammar.entity_at(top).is_some()
        && grammar.entity_at(above).is_none()
        && !scene.passage.meaning(above).kind.is_person()
        && usize::from(candidate.last) < above;
    measures.flag(Feature::NameOfThing, of_thing);
}

/// "Whose barn", "which firm's vaccine".
fn asks_owner(query: &Query) -> bool {
    let word = |at: usize| query.word(at);
    query.phrase.is_some_and(|(first, last)| {
        word(first) == "whose" || matches!(word(last + 1), "'s" | "’s")
    })
}

/// The token by which a candidate, or its name, hangs on the rest, and what it hangs on.
fn tie(scene: &Scene, candidate: &Candidate) -> Option<(usize, usize)> {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let (first, last) =
        grammar.entity_at(head).map_or((head, head), |name| (name.first.into(), name.last.into()));
    (first..=last).find_map(|token| {
        let above = grammar.head(token)?;
        (above < first || above > last).then_some((token, above))
    })
}
