//! Whether a name only says which thing or whose: "the *Moreau* hospital", "*Lee*'s win".

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::question::{Query, QuestionType, Slot};
use crate::text::syntax::{EntityKind, Relation};

use super::shape::has_name;
use super::{Feature, FeatureVector, RARE};

/// How near a thing has to be to the one whose owner is asked for.
const SAME: f32 = 0.6;

/// Measures it where somebody, or a body, is asked for.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let asks = matches!(scene.query.asks, QuestionType::Who | QuestionType::Which)
        && scene.query.expects.is_somebody();
    let grammar = &scene.passage.grammar;
    let name = grammar.name_around(candidate.head.into());
    let Some((top, above)) = arguments::tie(grammar, name).filter(|_| asks) else { return };
    let relation = grammar.tokens[top].relation;
    let case = arguments::case(grammar, top);
    let owns = relation == Relation::NmodPoss || relation == Relation::Nmod && case == Some("of");
    if asks_owner(scene.query) {
        let belongs = grammar.lemma(above) == "belong" && case == Some("to");
        if belongs || owns && scene.likeness(above) >= SAME {
            measures.set(Feature::OwnsAsked, RARE);
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
    let kind = grammar.entity_at(above).map(|name| name.kind);
    let somebody =
        kind == Some(EntityKind::Person) || scene.passage.meaning(above).kind.is_person();
    // "Investigators from the safety board": they did it, and not the board.
    let belongs = relation == Relation::Nmod
        && matches!(case, Some("of" | "from" | "at" | "with" | "for" | "in"))
        && somebody
        && matches!(scene.query.slot, Slot::Subject | Slot::PassiveSubject);
    measures.flag(Feature::NameOfThing, of_thing || belongs);
    measures.flag(Feature::NamedBeside, is_named_beside(scene, candidate));
}

/// Whether a candidate without a name has the name beside it: "a cleaner, Rosa Lund", "Rosa Lund, a
/// cleaner at the school".
fn is_named_beside(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let last = usize::from(candidate.last);
    let head = usize::from(candidate.head);
    let named = |token: usize| {
        grammar
            .entity_at(token)
            .is_some_and(|name| matches!(name.kind, EntityKind::Person | EntityKind::Organization))
    };
    if !grammar.tokens[head].tag.is_noun() || has_name(scene.passage, candidate) {
        return false;
    }
    let appos = |token: usize| grammar.tokens[token].relation == Relation::Appos;
    let above = appos(head) && grammar.head(head).is_some_and(named);
    let below = grammar.children(head).any(|child| appos(child) && child > last && named(child));
    // "Project manager Rosa Lund".
    let titled = last == head && named(last + 1);
    above || below || titled
}

/// "Whose barn", "which firm's vaccine".
fn asks_owner(query: &Query) -> bool {
    let word = |at: usize| query.word(at);
    query.phrase.is_some_and(|(first, last)| {
        word(first) == "whose" || matches!(word(last + 1), "'s" | "’s")
    })
}
