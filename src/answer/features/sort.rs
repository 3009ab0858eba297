//! Whether a candidate is of the sort that the noun asked for names: no ground is an animal.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::Scene;
use crate::lexicon::{Lexicon, NounKind, PlaceKind};
use crate::question::{AnswerType, Focus, QuestionType, Slot};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::counting::COUNTED;
use super::placing;
use super::shape::{has_name, open_words};

/// Whether it cannot be what is asked for, though nothing else speaks against it; `fits` tells how
/// near it is to the noun asked for.
pub(super) fn is_unfit(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    is_wrong_sort(scene, candidate, fits)
        || is_no_venue(scene, candidate)
        || is_other_plain_thing(scene, candidate, fits)
        || is_hollow(scene, candidate)
        || is_reckoned_back(scene, candidate)
        || is_only_clause(scene, candidate)
}

/// Whether the candidate's noun is known to be of another kind than the noun asked for: "the
/// ground" is no animal.
pub(super) fn is_other_kind(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    let Some(focus) =
        scene.query.focus.as_ref().filter(|_| scene.query.asks == QuestionType::Which)
    else {
        return false;
    };
    let head = usize::from(candidate.head);
    let asked = Lexicon::builtin().kind_of(&focus.lemma);
    let named = scene.passage.grammar.entity_at(head);
    let clause = matches!(candidate.kind, Kind::Clause | Kind::Sentence);
    let by_name = named
        .is_some_and(|named| named.kind != EntityKind::Other && named.kind != EntityKind::Event);
    if scene.query.expects == AnswerType::Thing
        && (clause && is_plain_thing(asked) || by_name && is_nameless(asked) && fits < 0.3)
    {
        return true;
    }
    let named = named.is_some();
    let own = scene.passage.meaning(head).kind;
    let known = asked != NounKind::Other && own != NounKind::Other && !named;
    scene.query.expects == AnswerType::Thing && fits < 0.3 && known && asked != own
}

/// "The night of the storm" is no newspaper, nor a harvest a fish: what is asked for is of one
/// plain kind, and a noun without a name is known to be of another.
fn is_other_plain_thing(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    scene.query.focus_kind().is_some_and(is_plain_thing)
        && !has_name(scene.passage, candidate)
        && is_other_kind(scene, candidate, fits)
}

/// Whether what is asked for is named by one noun, and so by no clause: "which
/// vegetable", "what car".
fn is_plain_thing(kind: NounKind) -> bool {
    use NounKind as Of;
    matches!(
        kind,
        Of::Vehicle
            | Of::Building
            | Of::Food
            | Of::Animal
            | Of::Plant
            | Of::Weapon
            | Of::Device
            | Of::Substance
            | Of::Body
            | Of::Sport
            | Of::Award
            | Of::Colour
            | Of::Language
            | Of::Disease
            | Of::Work
    )
}

/// Whether things of a kind are never called by the name of a person, place or body: "what rules".
fn is_nameless(kind: NounKind) -> bool {
    use NounKind as Of;
    matches!(
        kind,
        Of::Act
            | Of::Message
            | Of::Law
            | Of::Idea
            | Of::Feeling
            | Of::Condition
            | Of::Property
            | Of::Plant
            | Of::Body
            | Of::Colour
    )
}

/// Whether a building is asked for and nothing tells that this is one, or a country and this is
/// known as something else; a port may be a town, and a town a state of the same name.
pub(super) fn is_other_place(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    let Some(focus) =
        scene.query.focus.as_ref().filter(|_| scene.query.asks == QuestionType::Which)
    else {
        return false;
    };
    scene.query.expects == AnswerType::Place
        && (fits < 0.0 || asks_building(focus) && fits < 0.3)
        && !is_wrong_sort(scene, candidate, fits)
}

/// Whether something may be a building though nothing tells it: a name that is not known as that of
/// a town; harbours and stations are called by that, too.
fn may_be_building(scene: &Scene, candidate: &Candidate, focus: &Focus) -> bool {
    let Some(named) = scene.passage.grammar.entity_at(candidate.head.into()) else { return false };
    let name = scene.passage.words(named.first.into(), named.last.into());
    let lexicon = Lexicon::builtin();
    matches!(focus.lemma.as_str(), "port" | "harbour" | "harbor" | "airport" | "station" | "base")
        || lexicon.country(name).is_none() && lexicon.place(name).is_none()
}

fn asks_building(focus: &Focus) -> bool {
    Lexicon::builtin().kind_of(&focus.lemma) == NounKind::Building
        || matches!(focus.lemma.as_str(), "hotel" | "street" | "road" | "room")
}

/// A country, a state or a town where the venue is asked for.
fn is_no_venue(scene: &Scene, candidate: &Candidate) -> bool {
    let asks = scene.query.expects == AnswerType::Place
        && scene.query.focus.as_ref().is_some_and(|focus| focus.lemma == "venue");
    let name = scene.passage.grammar.entity_at(candidate.head.into()).filter(|_| asks);
    name.is_some_and(|name| {
        let name = scene.passage.words(name.first.into(), name.last.into());
        let lexicon = Lexicon::builtin();
        let site = |kind| matches!(kind, PlaceKind::Site | PlaceKind::Park | PlaceKind::District);
        lexicon.country(name).is_some()
            || lexicon.place(name).is_some_and(|found| !site(found.place.kind))
    })
}

/// Whether it is no place of its own where a certain sort is asked for: no name where a town is,
/// the whole country where a part of it is, a country where a building is.
fn is_wrong_sort(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    let Some(focus) =
        scene.query.focus.as_ref().filter(|_| scene.query.asks == QuestionType::Which)
    else {
        return false;
    };
    if is_bare_noun(scene, candidate) {
        return scene.query.expects == AnswerType::Place;
    }
    let named = matches!(
        focus.lemma.as_str(),
        "country"
            | "nation"
            | "city"
            | "town"
            | "capital"
            | "continent"
            | "suburb"
            | "borough"
            | "village"
            | "county"
            | "province"
            | "state"
            | "island"
    ) || asks_part_of_place(scene, focus);
    scene.query.expects == AnswerType::Place
        && (is_whole(scene, candidate, focus)
            || matches!(focus.lemma.as_str(), "country" | "nation") && fits < 0.0
            || asks_building(focus) && fits < 0.3 && !may_be_building(scene, candidate, focus)
            || named && fits <= 0.0 && !has_name(scene.passage, candidate))
}

/// "Which part of *London*".
fn asks_part_of_place(scene: &Scene, focus: &Focus) -> bool {
    let proper =
        |at: usize| scene.query.grammar.tokens.get(at).is_some_and(|token| token.tag.is_proper());
    focus.lemma == "part" && scene.query.word(focus.token + 1) == "of" && proper(focus.token + 2)
}

/// Which part of the car park, or of Spain, is not answered by "Spain".
fn is_whole(scene: &Scene, candidate: &Candidate, focus: &Focus) -> bool {
    const WORLD: [&str; 7] = ["world", "europe", "africa", "asia", "america", "globe", "continent"];
    matches!(focus.lemma.as_str(), "part" | "section" | "side" | "floor" | "room" | "area")
        && placing::is_country(scene, candidate.head.into())
        && !scene.query.words.iter().any(|word| WORLD.contains(&word.as_str()))
}

/// "To hospital" does not tell which hospital.
fn is_bare_noun(scene: &Scene, candidate: &Candidate) -> bool {
    let mut open = open_words(&scene.passage.grammar, candidate);
    open.all(|token| scene.likeness(token) >= 1.0)
}

/// Whether a clause stands where a thing is asked for that can be touched or met: "the volcano
/// woke" does not tell which crop.
fn is_only_clause(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let Some(focus) =
        scene.query.focus.as_ref().filter(|_| scene.query.asks == QuestionType::Which)
    else {
        return false;
    };
    matches!(candidate.kind, Kind::Clause | Kind::Sentence)
        && scene.passage.grammar.tokens[usize::from(candidate.head)].tag.is_verb()
        && matches!(
            Lexicon::builtin().kind_of(&focus.lemma),
            Is::Role
                | Is::Person
                | Is::Organisation
                | Is::Country
                | Is::City
                | Is::Place
                | Is::Building
                | Is::Vehicle
                | Is::Food
                | Is::Animal
                | Is::Plant
                | Is::Weapon
                | Is::Device
                | Is::Substance
                | Is::Body
                | Is::Sport
                | Is::Work
                | Is::Language
                | Is::Disease
        )
}

/// "Giraffe" tells which animal.
fn is_narrower(lemma: &str, focus: &Focus) -> bool {
    let lexicon = Lexicon::builtin();
    lexicon.is_a(lemma, &focus.lemma) && !lexicon.is_a(&focus.lemma, lemma)
}

/// "The aircraft" does not tell which plane: no word of it says more than the noun asked for.
fn is_hollow(scene: &Scene, candidate: &Candidate) -> bool {
    const ALIKE: f32 = 0.4;
    let identified = scene.query.asks == QuestionType::What && scene.query.slot == Slot::Complement;
    let asked = scene.query.asks == QuestionType::Which || identified;
    let Some(focus) = scene.query.focus.as_ref().filter(|_| asked) else { return false };
    let grammar = &scene.passage.grammar;
    let says_nothing = |token: usize| {
        let lemma = grammar.lemma(token);
        lemma == focus.lemma
            || scene.likeness(token) >= ALIKE
                && (identified || Lexicon::builtin().is_a(&focus.lemma, lemma))
    };
    // "The company" does not tell which firm, nor does "the freight company" which one
    // buys freight trains.
    let same = |token: usize| {
        says_nothing(token)
            || scene.likeness(token) >= COUNTED && !is_narrower(grammar.lemma(token), focus)
            || scene.query.words.iter().any(|word| word == grammar.lemma(token))
    };
    let head = usize::from(candidate.head);
    let hollow = match scene.query.expects {
        // "The boat" does not tell which ship.
        AnswerType::Thing if grammar.lemma(candidate.first.into()) == "the" => {
            open_words(grammar, candidate).all(same)
        }
        AnswerType::Thing => open_words(grammar, candidate).all(says_nothing),
        AnswerType::Organisation | AnswerType::Person => {
            scene.passage.referent_at(head).is_none() && open_words(grammar, candidate).all(same)
        }
        _ => false,
    };
    let noun = matches!(candidate.kind, Kind::Phrase | Kind::Prepositional);
    // "The glaciers in her country" do not tell which glacier.
    let asked_one = scene.query.grammar.tokens.get(focus.token).map(|token| token.tag);
    let are_several = scene.query.asks == QuestionType::Which
        && asked_one == Some(Tag::NN)
        && grammar.tokens[head].tag == Tag::NNS
        && grammar.lemma(head) == focus.lemma
        && [Relation::Amod, Relation::Compound].iter().all(|it| grammar.child(head, *it).is_none())
        && !has_name(scene.passage, candidate);
    let hollow = hollow || are_several;
    noun && grammar.entity_at(head).is_none()
        && (hollow || is_only_described(scene, candidate, focus))
}

/// "A language that they do not speak" does not tell which language: nothing but
/// a clause says more.
fn is_only_described(scene: &Scene, candidate: &Candidate, focus: &Focus) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let Some(clause) = grammar.child(head, Relation::AclRelcl) else { return false };
    let (first, last) = grammar.subtree(clause);
    let named = (first..=last).any(|token| grammar.tokens[token].tag.is_proper());
    let mut others = open_words(grammar, candidate).filter(|at| !(first..=last).contains(at));
    grammar.lemma(head) == focus.lemma && !named && others.all(|at| at == head)
}

/// "Since 1993" does not tell how long it has been "since the last round": the question has
/// a since of its own.
fn is_reckoned_back(scene: &Scene, candidate: &Candidate) -> bool {
    scene.query.counts_since()
        && candidate.kind == Kind::Date
        && fold(scene.passage.word(candidate.first.into())) == "since"
}
