//! Whether a candidate is one of the things that the noun after "which", "what" or "how many" names.

use crate::answer::candidate::Candidate;
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind, PlaceKind, Relation as Named};
use crate::question::{Asks, Expect};
use crate::text::fold;
use crate::text::syntax::Relation;

use super::{Feature, Measures};

/// How near the noun that is counted has to be to the one asked for.
const COUNTED: f32 = 0.6;

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    let miscounts = match scene.query.expects {
        Expect::Number if scene.query.asks == Asks::HowMany => !counts(scene, candidate),
        Expect::Money => !speaks_of_asked(scene),
        _ => false,
    };
    measures.flag(Feature::Miscounts, miscounts);
    let fits = fit(scene, candidate);
    measures.set(Feature::Focus, fits);
    measures.set(Feature::FocusNear, nearness(scene, candidate));
    measures.flag(Feature::WrongSort, is_wrong_sort(scene, fits));
    measures.flag(Feature::OtherKind, is_other_kind(scene, candidate, fits));
}

/// How near each token of a passage is to the noun asked for, 0 to 1.
pub(in crate::answer) fn likenesses(focus: &str, passage: &crate::fact::Passage) -> Vec<f32> {
    let lexicon = Lexicon::builtin();
    let own = lexicon.word(focus);
    let likeness = |token: usize| {
        let (lemma, meaning) = (passage.grammar.lemma(token), passage.meaning(token));
        if focus == lemma {
            return 1.0;
        }
        let noun = passage.grammar.tokens[token].tag.is_noun();
        if noun && meaning.word.is_some() && lexicon.is_a(lemma, focus) {
            return 0.85;
        }
        let alike = own.zip(meaning.word).map_or(0.0, |(a, b)| lexicon.similarity(a, b));
        if alike > 0.5 { alike * 0.8 } else { 0.0 }
    };
    (0..passage.len()).map(likeness).collect()
}

/// How many of what: the noun that is counted has to be the one asked for, or a person where people
/// are.
fn counts(scene: &Scene, candidate: &Candidate) -> bool {
    let Some(focus) = &scene.query.focus else { return true };
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let above = grammar.head(head);
    let beside =
        grammar.children(head).chain(above.into_iter().flat_map(|above| grammar.children(above)));
    let mut near =
        (usize::from(candidate.first)..=usize::from(candidate.last)).chain(above).chain(beside);
    let people = Lexicon::builtin().kind_of(&focus.lemma).is_person() || focus.lemma == "people";
    let bare = people && grammar.tokens[head].relation.is_subject();
    bare || joined(scene, head, &focus.lemma)
        || near.any(|token| {
            scene.likeness(token) >= COUNTED
                || people && scene.passage.meaning(token).kind.is_person()
        })
}

/// "Four-point" counts points.
fn joined(scene: &Scene, token: usize, focus: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let mut parts = scene.passage.word(token).split('-').skip(1);
    parts.any(|part| fold(part) == focus || lexicon.similar(focus, &fold(part)) >= 0.75)
}

/// Whether the passage has one of the nouns, names apart, that a price is asked of; or the question
/// has none.
fn speaks_of_asked(scene: &Scene) -> bool {
    let noun = |want: &Wanted| {
        let token = scene.query.grammar.tokens.get(want.term.token);
        token.is_some_and(|token| token.tag.is_noun()) && !want.term.is_name && !want.term.is_focus
    };
    let mut nouns = scene.pairs().filter(|(want, _)| noun(want)).peekable();
    nouns.peek().is_none() || nouns.any(|(_, met)| met.strength >= MET)
}

/// Whether the candidate's noun is known to be of another kind than the noun asked for: "the ground" is
/// no animal.
fn is_other_kind(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    let Some(focus) = scene.query.focus.as_ref().filter(|_| scene.query.asks == Asks::Which) else {
        return false;
    };
    let head = usize::from(candidate.head);
    let asked = Lexicon::builtin().kind_of(&focus.lemma);
    let named = scene.passage.grammar.entity_at(head).is_some();
    let own = scene.passage.meaning(head).kind;
    let known = asked != NounKind::Other && own != NounKind::Other && !named;
    scene.query.expects == Expect::Thing && fits < 0.3 && known && asked != own
}

/// Whether a building or street is asked for and this is none, or a country and this is a known
/// other place.
fn is_wrong_sort(scene: &Scene, fits: f32) -> bool {
    let Some(focus) = scene.query.focus.as_ref().filter(|_| scene.query.asks == Asks::Which) else {
        return false;
    };
    let building = Lexicon::builtin().kind_of(&focus.lemma) == NounKind::Building
        || matches!(focus.lemma.as_str(), "hotel" | "street" | "road" | "room");
    scene.query.expects == Expect::Place && (fits < 0.0 || building && fits < 0.3)
}

/// How near the candidate, or what is said beside it, is to the noun asked for; below 0 where it is a
/// known place of another sort.
fn fit(scene: &Scene, candidate: &Candidate) -> f32 {
    let Some(focus) = &scene.query.focus else { return 0.0 };
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let beside = |relation| {
        matches!(
            relation,
            Relation::Appos | Relation::Flat | Relation::Compound | Relation::NmodDesc
        )
    };
    let describing = grammar.children(head).filter(|&child| {
        let relation = grammar.tokens[child].relation;
        beside(relation) || matches!(relation, Relation::Amod | Relation::Nmod)
    });
    let described = grammar.head(head).filter(|_| beside(grammar.tokens[head].relation));
    let around = describing.chain(described).map(|token| 0.9 * scene.likeness(token));
    let within = (usize::from(candidate.first)..=usize::from(candidate.last))
        .map(|token| 0.8 * scene.likeness(token));
    let best = around.chain(within).fold(scene.likeness(head), f32::max);
    if best > 0.0 { best } else { sort_of_place(scene, candidate, &focus.lemma) }
}

fn nearness(scene: &Scene, candidate: &Candidate) -> f32 {
    let met = scene.query.focus.as_ref().and_then(|focus| scene.met_of(focus.token));
    met.map_or(0.0, |met| {
        1.0 / (1.0
            + arguments::distance(
                &scene.passage.grammar,
                met.token.into(),
                candidate.head.into(),
                8,
            ) as f32)
    })
}

/// Whether a name is that of a country, city or the like, where one of them is asked for.
fn sort_of_place(scene: &Scene, candidate: &Candidate, focus: &str) -> f32 {
    let Some(entity) = scene.passage.grammar.entity_at(candidate.head.into()) else { return 0.0 };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let lexicon = Lexicon::builtin();
    let country = lexicon
        .country(name)
        .is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias));
    let kind = lexicon.place(name).map(|found| found.place.kind);
    let fits = match focus {
        "country" | "nation" => country,
        "city" | "town" | "capital" | "village" => !country && kind == Some(PlaceKind::City),
        "state" | "province" | "county" => kind == Some(PlaceKind::State),
        "island" => kind == Some(PlaceKind::Island),
        "river" => kind == Some(PlaceKind::River),
        "continent" => kind == Some(PlaceKind::Continent),
        "sea" | "ocean" => matches!(kind, Some(PlaceKind::Sea | PlaceKind::Ocean)),
        _ => return 0.0,
    };
    if fits { 1.0 } else { -0.3 }
}
