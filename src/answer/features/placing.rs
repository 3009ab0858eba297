//! Whether a place can be the one asked for: which way it goes, what it belongs
//! to, how exact it is.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind, Relation as Named};
use crate::question::{AnswerType, Query, QuestionType, Slot};
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::timing::{is_aside, is_of_other_noun, is_of_saying};
use super::{Feature, FeatureVector};

/// Words that ask whereto.
const GOING: [&str; 26] = [
    "heading",
    "headed",
    "bound",
    "destined",
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

/// Measures a candidate by the token that it hangs by, where a place is asked for.
pub(super) fn measure(candidate: &Candidate, at: Option<&Spot>, measures: &mut FeatureVector) {
    let Some(at) = at else { return };
    measures.flag(Feature::OfOtherNoun, at.of_other_noun);
    measures.flag(Feature::OfSaying, at.of_saying);
    measures.flag(Feature::Aside, at.aside);
    measures.flag(Feature::WrongWay, at.wrong_way);
    measures.set(Feature::PlaceOfThing, at.of_thing);
    if at.of_person || at.of_nation && candidate.kind == Kind::Name {
        measures.set(Feature::WrongSort, 1.0);
    }
    measures.flag(Feature::IsCountry, at.is_country);
}

/// What is measured of a token as a place, the same for all candidates that hang by it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    of_other_noun: bool,
    of_saying: bool,
    aside: bool,
    wrong_way: bool,
    of_thing: f32,
    /// An adjective that tells no origin.
    of_nation: bool,
    of_person: bool,
    is_country: bool,
}

impl Spot {
    /// The one at a token; `None` where no place is asked for.
    pub(super) fn new(scene: &Scene, head: usize) -> Option<Self> {
        let is_adjective = scene.passage.grammar.tokens[head].tag.is_adjective();
        (scene.query.expects == AnswerType::Place).then(|| Spot {
            of_other_noun: is_of_other_noun(scene, head),
            of_saying: is_of_saying(scene, head),
            aside: is_aside(scene, head),
            wrong_way: goes_wrong_way(scene, head),
            of_thing: of_thing(scene, head),
            of_nation: is_adjective && !tells_origin(scene, head),
            of_person: is_of_person(scene, head),
            is_country: is_country(scene, head),
        })
    }
}

/// How surely a place only describes a noun: a person or body ("a *U.S.* national",
/// "*Portugal's* president") is seldom where its country is, but what is asked about may be:
/// "the *Leeds* shooting".
fn of_thing(scene: &Scene, head: usize) -> f32 {
    let grammar = &scene.passage.grammar;
    let Some(noun) = described(scene, head) else { return 0.0 };
    let named = grammar.entity_at(noun).map(|entity| entity.kind);
    let kind = scene.passage.meaning(noun).kind;
    let acts = matches!(named, Some(EntityKind::Person | EntityKind::Organization))
        || kind.is_person()
        || matches!(kind, NounKind::Group | NounKind::Organisation)
        || grammar.tokens[noun].tag.is_adjective();
    let beside = scene.query.asks == QuestionType::Where || scene.query.slot == Slot::Adverbial;
    if tells_origin(scene, head) {
        0.0
    } else if !beside {
        0.3
    } else if acts {
        1.0
    } else if scene.is_met(noun) {
        0.2
    } else {
        0.5
    }
}

/// The noun that a place before it describes; the word right behind it where the tree has none.
fn described(scene: &Scene, head: usize) -> Option<usize> {
    let grammar = &scene.passage.grammar;
    let before = matches!(
        grammar.tokens[head].relation,
        Relation::NmodPoss | Relation::Compound | Relation::Amod
    );
    let noun = grammar.head(head).filter(|_| before)?;
    let next = (head + 1).min(scene.passage.len() - 1);
    Some(if grammar.tokens[noun].tag.is_verb() { next } else { noun })
}

/// "A *U.S.* national": where somebody is from tells not where they did something.
fn is_of_person(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let owns = grammar.tokens[head].relation == Relation::NmodPoss;
    let noun = described(scene, head).filter(|_| !owns);
    let person = noun.is_some_and(|noun| {
        scene.passage.meaning(noun).kind.is_person()
            || grammar.lemma(noun) == "national"
            || grammar.entity_at(noun).is_some_and(|it| it.kind == EntityKind::Person)
                && grammar.entity_at(head).is_none_or(|it| usize::from(it.last) < noun)
    });
    person && scene.query.asks == QuestionType::Where && scene.direction == Direction::Neither
}

/// Whether a place before a name or noun tells where the one asked about is from: "*Italy's* Ada
/// Moro", "the *Irish* sailor".
pub(super) fn tells_origin(scene: &Scene, head: usize) -> bool {
    if scene.direction != Direction::From {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let Some(noun) = described(scene, head) else { return false };
    let (_, last) = grammar.subtree(noun);
    let above = grammar.head(noun).filter(|_| grammar.tokens[noun].relation == Relation::Appos);
    let mut named = (noun..=last.min(noun + NAMED_BEHIND)).chain(above);
    let person = scene.passage.meaning(noun).kind.is_person()
        || grammar.entity_at(noun).is_some_and(|it| it.kind == EntityKind::Person);
    person && named.any(|token| scene.is_met(token))
}

/// How far behind a noun the name of the one it describes may end: "a Dutch sailor
/// *named Piet Vos*".
const NAMED_BEHIND: usize = 4;

/// Where something comes from is not where it goes to.
fn goes_wrong_way(scene: &Scene, head: usize) -> bool {
    let way = way(scene, head);
    match scene.direction {
        Direction::From => {
            matches!(way, Some("to" | "into" | "towards" | "toward" | "at" | "for"))
        }
        Direction::To | Direction::End => matches!(way, Some("from" | "off")),
        Direction::Start => matches!(way, Some("to" | "into" | "towards" | "toward")),
        Direction::Neither => false,
    }
}

/// The preposition before a place, of "the town of Leeds" that before the town; one that somebody
/// left is one that they came from.
pub(super) fn way<'a>(scene: &'a Scene, head: usize) -> Option<&'a str> {
    const LEAVING: [&str; 4] = ["leave", "depart", "quit", "flee"];
    let grammar = &scene.passage.grammar;
    let leaver = |verb: usize| {
        let subject = arguments::subject(grammar, verb);
        subject.is_none_or(|it| scene.is_met(it) || grammar.tokens[it].tag == Tag::PRP)
    };
    let left = grammar.tokens[head].relation == Relation::Obj
        && grammar
            .head(head)
            .is_some_and(|verb| LEAVING.contains(&grammar.lemma(verb)) && leaver(verb));
    let case = arguments::case(grammar, head);
    let whole = grammar.head(head).filter(|&noun| {
        case == Some("of")
            && matches!(
                scene.passage.meaning(noun).kind,
                NounKind::Place | NounKind::City | NounKind::Country
            )
    });
    match whole {
        _ if left => Some("from"),
        Some(whole) => arguments::case(grammar, whole),
        None => case,
    }
}

/// Which way a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::answer) enum Direction {
    /// "Where is it from", "from which town".
    From,
    /// "Where was it sent", "which country did they flee to".
    To,
    /// "Where did the march end".
    End,
    /// "Where did the march begin".
    Start,
    /// Where something is or happens, or no place at all.
    Neither,
}

/// The way that a question asks.
pub(in crate::answer) fn direction(query: &Query) -> Direction {
    const STARTING: [&str; 4] = ["depart", "originate", "hail", "set off"];
    const ENDS: [&str; 5] = ["finish", "end", "arrive", "conclude", "land"];
    const BEGINS: [&str; 3] = ["start", "begin", "commence"];
    let has = |lemmas: &[&str]| {
        (0..query.words.len()).any(|token| lemmas.contains(&query.grammar.lemma(token)))
    };
    let lettered = |word: &&String| word.chars().any(char::is_alphabetic);
    let last = query.words.iter().rev().find(lettered).map_or("", String::as_str);
    let after = |wanted: &str| matches!(&query.slot, Slot::Oblique(found) if found == wanted);
    let leaves = last == "from" || after("from") || has(&STARTING);
    if query.expects != AnswerType::Place {
        Direction::Neither
    } else if leaves || has(&["from"]) && has(&["come"]) {
        Direction::From
    } else if matches!(last, "to" | "into") || after("to") || has(&GOING) {
        Direction::To
    } else if ENDS.contains(&query.predicate_lemma()) {
        Direction::End
    } else if BEGINS.contains(&query.predicate_lemma()) {
        Direction::Start
    } else {
        Direction::Neither
    }
}

/// Whether the name of a country stands there.
pub(super) fn is_country(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(entity) = grammar.entity_at(head) else { return false };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let found = Lexicon::builtin().country(name);
    found.is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias))
}
