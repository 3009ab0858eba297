//! Whether a candidate is one of the things that the noun after "which", "what" or "how many" names.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind, PlaceKind, Relation as Named, WordId};
use crate::question::{Asks, Expect, Focus, Slot};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation};

use super::counting::{COUNTED, asks_score, counts, is_of_other_victims, is_score, is_unheard_of};
use super::shape::open_words;
use super::{Feature, Measures, measures, placing};

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    let miscounts = match scene.query.expects {
        Expect::Number if scene.query.asks == Asks::HowMany => {
            !counts(scene, candidate)
                || is_unheard_of(scene)
                || is_of_other_victims(scene, candidate)
        }
        Expect::Number if asks_score(scene) => !is_score(scene, candidate),
        Expect::Money => !speaks_of_asked(scene),
        Expect::Age => !speaks_of_one(scene),
        Expect::Measure => !measures::fits(scene, candidate),
        Expect::Percent => !speaks_of_rate(scene),
        _ => false,
    };
    measures.flag(Feature::Miscounts, miscounts);
    let fits = fit(scene, candidate);
    if scene.query.role.is_none() {
        measures.set(Feature::Focus, fits);
    }
    measures.set(Feature::FocusNear, nearness(scene, candidate));
    let known = scene.query.expects == Expect::Place && is_named_already(scene, candidate);
    let unfit = known
        || is_wrong_sort(scene, candidate, fits)
        || is_hollow(scene, candidate)
        || is_reckoned_back(scene, candidate)
        || is_only_clause(scene, candidate);
    measures.flag(Feature::WrongSort, unfit);
    measures.flag(Feature::OtherKind, is_other_kind(scene, candidate, fits));
}

/// How near words are to the noun asked for; each is looked up once a question.
#[derive(Debug)]
pub(in crate::answer) struct Likenesses<'a> {
    focus: Option<(&'a str, Option<WordId>)>,
    known: RefCell<HashMap<(WordId, bool), f32>>,
}

impl<'a> Likenesses<'a> {
    /// To the noun that is asked for, if one is.
    pub(in crate::answer) fn new(focus: Option<&'a Focus>) -> Self {
        let word = |lemma| (lemma, Lexicon::builtin().word(lemma));
        let focus = focus.map(|focus| word(focus.lemma.as_str()));
        Likenesses { focus, known: RefCell::default() }
    }

    /// How near each token of a passage is, 0 to 1; nothing where no noun is asked for.
    pub(in crate::answer) fn of(&self, passage: &Passage) -> Vec<f32> {
        let Some((focus, own)) = self.focus else { return Vec::new() };
        let mut known = self.known.borrow_mut();
        let likeness = |token: usize| {
            let lemma = passage.grammar.lemma(token);
            let is_noun = passage.grammar.tokens[token].tag.is_noun();
            match passage.meaning(token).word {
                _ if focus == lemma => 1.0,
                None => 0.0,
                Some(word) => *known
                    .entry((word, is_noun))
                    .or_insert_with(|| likeness(focus, own, lemma, word, is_noun)),
            }
        };
        (0..passage.len()).map(likeness).collect()
    }
}

/// How near a word is to another that is asked for.
fn likeness(focus: &str, own: Option<WordId>, lemma: &str, word: WordId, is_noun: bool) -> f32 {
    let lexicon = Lexicon::builtin();
    if is_noun && lexicon.is_a(lemma, focus) {
        return 0.85;
    }
    let alike = own.map_or(0.0, |own| lexicon.similarity(own, word));
    if alike > 0.5 { alike * 0.8 } else { 0.0 }
}

/// Whether the age of the one asked about can stand here: a name or another word for a person of
/// the question is met.
fn speaks_of_one(scene: &Scene) -> bool {
    let is_one = |want: &Wanted| {
        want.term.is_name || Lexicon::builtin().kind_of(&want.term.lemma).is_person()
    };
    let mut ones = scene.pairs().filter(|(want, _)| is_one(want)).peekable();
    ones.peek().is_none() || ones.any(|(_, met)| met.strength >= MET)
}

/// Whether the passage has the rate that is asked for, where it is a certain one: "turnout".
fn speaks_of_rate(scene: &Scene) -> bool {
    let Some(focus) = &scene.query.focus else { return true };
    let any = matches!(
        focus.lemma.as_str(),
        "percentage" | "percent" | "share" | "proportion" | "rate" | "fraction" | "interest"
    );
    any || (0..scene.passage.len()).any(|token| scene.likeness(token) >= COUNTED)
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
    let named = scene.passage.grammar.entity_at(head);
    let clause = matches!(candidate.kind, Kind::Clause | Kind::Sentence);
    let by_name = named
        .is_some_and(|named| named.kind != EntityKind::Other && named.kind != EntityKind::Event);
    if scene.query.expects == Expect::Thing
        && (clause && is_plain_thing(asked) || by_name && is_nameless(asked) && fits < 0.3)
    {
        return true;
    }
    let named = named.is_some();
    let own = scene.passage.meaning(head).kind;
    let known = asked != NounKind::Other && own != NounKind::Other && !named;
    scene.query.expects == Expect::Thing && fits < 0.3 && known && asked != own
}

/// Whether what is asked for is named by one noun, and so by no clause: "which vegetable", "what car".
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

/// Whether a building or street is asked for and this is none, or a country and this is a known
/// other place.
fn is_wrong_sort(scene: &Scene, candidate: &Candidate, fits: f32) -> bool {
    let Some(focus) = scene.query.focus.as_ref().filter(|_| scene.query.asks == Asks::Which) else {
        return false;
    };
    if is_bare_noun(scene, candidate) {
        return scene.query.expects == Expect::Place;
    }
    let building = Lexicon::builtin().kind_of(&focus.lemma) == NounKind::Building
        || matches!(focus.lemma.as_str(), "hotel" | "street" | "road" | "room");
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
    let nameless = || {
        let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
        (first..=last).all(|token| !scene.passage.grammar.tokens[token].tag.is_proper())
    };
    scene.query.expects == Expect::Place
        && (fits < 0.0
            || is_whole(scene, candidate, focus)
            || building && fits < 0.3
            || named && fits <= 0.0 && nameless())
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
        && placing::is_country(scene, candidate)
        && !scene.query.words.iter().any(|word| WORLD.contains(&word.as_str()))
}

/// Where the nuns from Mali are is not answered by "in Mali".
fn is_named_already(scene: &Scene, candidate: &Candidate) -> bool {
    let tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let mut nouns =
        tokens.filter(|&token| scene.passage.grammar.tokens[token].tag.is_noun()).peekable();
    nouns.peek().is_some()
        && nouns.all(|token| scene.query.words.contains(&fold(scene.passage.word(token))))
}

/// "To hospital" does not tell which hospital.
fn is_bare_noun(scene: &Scene, candidate: &Candidate) -> bool {
    let mut open = open_words(&scene.passage.grammar, candidate);
    open.all(|token| scene.likeness(token) >= 1.0)
}

/// Whether a clause stands where a thing is asked for that can be touched or met: "the volcano woke"
/// does not tell which crop.
fn is_only_clause(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let Some(focus) = scene.query.focus.as_ref().filter(|_| scene.query.asks == Asks::Which) else {
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

/// "The aircraft" does not tell which plane: no word of it says more than the noun asked for.
fn is_hollow(scene: &Scene, candidate: &Candidate) -> bool {
    const ALIKE: f32 = 0.4;
    let identified = scene.query.asks == Asks::What && scene.query.slot == Slot::Complement;
    let asked = scene.query.asks == Asks::Which || identified;
    let Some(focus) = scene.query.focus.as_ref().filter(|_| asked) else { return false };
    let grammar = &scene.passage.grammar;
    let says_nothing = |token: usize| {
        let lemma = grammar.lemma(token);
        lemma == focus.lemma
            || scene.likeness(token) >= ALIKE
                && (identified || Lexicon::builtin().is_a(&focus.lemma, lemma))
    };
    // "The company" does not tell which firm, nor does "the freight company" which one buys freight trains.
    let same = |token: usize| {
        says_nothing(token)
            || scene.likeness(token) >= COUNTED
            || scene.query.words.iter().any(|word| word == grammar.lemma(token))
    };
    let head = usize::from(candidate.head);
    let hollow = match scene.query.expects {
        // "The boat" does not tell which ship.
        Expect::Thing if grammar.lemma(candidate.first.into()) == "the" => {
            open_words(grammar, candidate).all(same)
        }
        Expect::Thing => open_words(grammar, candidate).all(says_nothing),
        Expect::Organisation | Expect::Person => {
            scene.passage.referent_at(head).is_none() && open_words(grammar, candidate).all(same)
        }
        _ => false,
    };
    hollow && candidate.kind == Kind::Phrase && grammar.entity_at(head).is_none()
}

/// "Since 1993" does not tell how long it has been "since the last round": the question has a since of
/// its own.
fn is_reckoned_back(scene: &Scene, candidate: &Candidate) -> bool {
    scene.query.counts_since()
        && candidate.kind == Kind::Date
        && fold(scene.passage.word(candidate.first.into())) == "since"
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
    let Some(entity) = scene.passage.grammar.entity_at(candidate.head.into()) else {
        let tells = matches!(focus, "country" | "nation")
            && placing::tells_origin(scene, candidate.head.into());
        return f32::from(u8::from(tells));
    };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let lexicon = Lexicon::builtin();
    let country = lexicon
        .country(name)
        .is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias));
    let kind = lexicon.place(name).map(|found| found.place.kind);
    let fits = match focus {
        "country" | "nation" => country,
        "village" if kind == Some(PlaceKind::City) => return 0.0,
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
