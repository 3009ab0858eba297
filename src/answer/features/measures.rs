//! Whether a figure has a unit of what is measured: no car count tells how fast somebody went.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::lexicon::Lexicon;
use crate::text::fold;
use crate::text::syntax::{Relation, Tag};

/// Units of length, of distance and of height.
pub(super) const LENGTH: &[&str] = &[
    "m",
    "km",
    "cm",
    "mm",
    "ft",
    "in",
    "metre",
    "meter",
    "kilometre",
    "kilometer",
    "centimetre",
    "centimeter",
    "millimetre",
    "millimeter",
    "mile",
    "yard",
    "foot",
    "feet",
    "inch",
    "inches",
    "storey",
    "story",
    "floor",
    "league",
];
const SPEED: &[&str] = &["mph", "kmh", "km/h", "kph", "knot", "mach", "hour", "second", "m/s"];
const WEIGHT: &[&str] = &[
    "kg",
    "g",
    "kilo",
    "kilogram",
    "kilogramme",
    "gram",
    "gramme",
    "tonne",
    "ton",
    "pound",
    "lb",
    "lbs",
    "ounce",
    "oz",
    "stone",
];

const AREA: &[&str] =
    &["hectare", "acre", "sq", "square", "ha", "km²", "m²", "km2", "m2", "sqm", "dunam"];

/// Units of time.
pub(super) const TIME: &[&str] =
    &["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"];

/// Whether a word is one of some units, or several of it.
pub(super) fn is_one_of(units: &[&str], word: &str) -> bool {
    units.contains(&word) || units.contains(&word.trim_end_matches('s'))
}

/// Whether a noun is a unit of length, surface, weight or time.
pub(super) fn is_unit(lemma: &str) -> bool {
    let length = LENGTH.contains(&lemma) && !matches!(lemma, "floor" | "story" | "storey");
    let area = matches!(lemma, "hectare" | "acre");
    length || area || WEIGHT.contains(&lemma) || TIME.contains(&lemma)
}

/// Whether the unit is one of what the question's adjective or noun measures; true where the
/// question measures something else.
pub(super) fn fits(scene: &Scene, candidate: &Candidate) -> bool {
    let query = scene.query;
    let adjective = query.phrase.map_or("", |(_, last)| query.word(last));
    let noun = query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let grows = matches!(query.predicate_lemma(), "grow" | "rise" | "fall" | "spread" | "increase");
    let behind =
        matches!(query.phrase.map_or("", |(_, last)| query.word(last + 1)), "behind" | "ahead");
    let big = matches!(adjective, "big" | "large");
    let units = match (adjective, noun) {
        _ if behind => return true,
        _ if noun == "area" || big && is_ground(scene) => AREA,
        ("fast", _) | (_, "speed") if !grows => SPEED,
        (_, "") if query.predicate_lemma() == "weigh" => WEIGHT,
        ("far" | "deep" | "tall" | "high" | "wide" | "thick" | "thin" | "broad", _)
        | (_, "height" | "depth" | "distance" | "thickness" | "width") => LENGTH,
        ("heavy", _) | (_, "weight") => WEIGHT,
        _ if big && has_unit(scene, candidate, TIME) => return false,
        _ => return !counts_people(scene, candidate),
    };
    if tells_other_dimension(scene, candidate, adjective) {
        return false;
    }
    has_unit(scene, candidate, units)
}

/// Whether one of some units stands in a figure, or close behind it.
fn has_unit(scene: &Scene, candidate: &Candidate, units: &[&str]) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let text = fold(scene.passage.words(first, (last + 2).min(scene.passage.len() - 1)));
    let plain = |word: &str| -> bool {
        let word = word.trim_matches(|mark: char| !mark.is_alphabetic());
        word.rsplit('-').any(|word| is_one_of(units, word))
    };
    text.split_whitespace().any(plain)
}

/// "How big is the *area* that burned": what is measured by its surface.
fn is_ground(scene: &Scene) -> bool {
    const GROUND: [&str; 7] = ["area", "land", "forest", "park", "reserve", "field", "farm"];
    let subject = scene.question_subject().or_else(|| {
        let behind = scene.query.phrase.map_or(0, |(_, last)| last + 1);
        (behind..scene.query.words.len()).find(|&at| scene.query.grammar.tokens[at].tag.is_noun())
    });
    subject.is_some_and(|at| GROUND.contains(&scene.query.grammar.lemma(at)))
}

/// Whether the figure has a noun of its own that is no unit of what is asked for: "10 innings" is
/// no distance, though "60" and "55 percent" may be one.
pub(super) fn has_other_noun(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let mut tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let of_its_own = |token: usize| {
        let word = scene.passage.word(token);
        grammar.tokens[token].tag.is_noun()
            && !matches!(word, "%" | "percent" | "per" | "cent" | "points" | "times" | "turnout")
    };
    let head = usize::from(candidate.head);
    let counts = grammar.tokens[head].relation == Relation::Nummod;
    let counted = grammar.head(head).filter(|_| counts);
    (tokens.any(of_its_own) || counted.is_some_and(of_its_own)) && !fits(scene, candidate)
}

/// "28 metres *above* ground", "500 metres *wide*": told of another dimension than
/// the one asked for.
fn tells_other_dimension(scene: &Scene, candidate: &Candidate, adjective: &str) -> bool {
    const TOLD: [(&str, &[&str]); 9] = [
        ("high", &["high", "tall"]),
        ("tall", &["high", "tall"]),
        ("above", &["high", "tall"]),
        ("below", &["deep"]),
        ("deep", &["deep"]),
        ("wide", &["wide", "broad", "big", "large"]),
        ("long", &["long", "big", "large"]),
        ("thick", &["thick", "big"]),
        ("heavy", &["heavy"]),
    ];
    const ASKED: [&str; 9] =
        ["far", "deep", "tall", "high", "wide", "long", "thick", "broad", "heavy"];
    let tag = |at: usize| scene.passage.grammar.tokens.get(at).map(|token| token.tag);
    let behind = usize::from(candidate.last) + 1;
    let unit = candidate.first == candidate.last && tag(behind).is_some_and(Tag::is_noun);
    let next = behind + usize::from(unit);
    if next >= scene.passage.len() {
        return false;
    }
    let told = scene.passage.word(next);
    let known = TOLD.iter().find(|(word, _)| *word == told);
    ASKED.contains(&adjective) && known.is_some_and(|(_, fit)| !fit.contains(&adjective))
}

/// "6,200 people" is no size.
fn counts_people(scene: &Scene, candidate: &Candidate) -> bool {
    let mut tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let lexicon = Lexicon::builtin();
    tokens.any(|token| {
        let lemma = scene.passage.grammar.lemma(token);
        scene.passage.meaning(token).kind.is_person()
            || lemma == "people" && lexicon.kind_of(lemma).is_person()
    })
}
