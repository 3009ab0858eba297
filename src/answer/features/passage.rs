//! Measures of a passage as a whole: how much of the question it and its article cover.

use crate::answer::candidate::Candidate;
use crate::answer::scene::{MET, Scene};
use crate::extract::{arguments, factuality};
use crate::fact::Tense;
use crate::lexicon::Lexicon;
use crate::question::Time;
use crate::text::syntax::Relation;

use super::{Feature, FeatureVector};

pub(super) fn measure(scene: &Scene, measures: &mut FeatureVector) {
    coverage(scene, measures);
    measures.set(Feature::Predicate, scene.predicate().map_or(0.0, |met| met.strength));
    measures.set(Feature::NoPredicate, missing_predicate(scene));
    measures.set(Feature::Unheard, unheard(scene));
    measures.set(Feature::Arcs, arcs(scene));
    measures.set(Feature::Order, order(scene));
    measures.set(Feature::Relative, scene.hit.score / scene.best_score.max(f32::EPSILON));
    measures.flag(Feature::FirstHit, scene.hit.score >= scene.best_score);
    by_rarity(scene, measures);
    measures.set(Feature::Exact, exact(scene));
    measures.set(Feature::Beside, scene.hit.beside);
    measures.set(Feature::Headline, scene.hit.headline);
    measures.set(Feature::Place, 1.0 / (1.0 + scene.hit.place as f32));
    measures.flag(Feature::Title, scene.passage.is_title);
    let is_lead = scene.passage.paragraph <= 1 && !scene.passage.is_title;
    measures.flag(Feature::Lead, is_lead);
    measures.set(Feature::MainEvent, if is_lead { main_event(scene.hit.headline) } else { 0.0 });
    measures.set(Feature::Long, (scene.passage.len() as f32 / 50.0).min(2.0));
    super::talk::measure_passage(scene, measures);
    measures.flag(Feature::Negation, negation_differs(scene));
    measures.flag(Feature::Contrary, is_contrary(scene));
}

/// How far a question is about what its report is about, by the share of it that the headline
/// covers: one of some of its names alone is not.
fn main_event(headline: f32) -> f32 {
    const LEAST: f32 = 0.4;
    ((headline - LEAST) / (1.0 - LEAST)).max(0.0)
}

/// How much the main verb tells where the whole article has none like it.
fn unheard(scene: &Scene) -> f32 {
    let index = scene.query.predicate.and_then(|verb| {
        scene.wanted.iter().position(|want| want.term.token == verb && want.term.is_verb)
    });
    let unheard = index.filter(|&index| scene.heard(index) < MET);
    unheard.map_or(0.0, |index| scene.wanted[index].weight)
}

/// Whether a noun of the question stands here with a word that contradicts the question's, which
/// the passage does not have: "the *second* debate" where the first is asked about, "the *northern*
/// line" for the southern one.
fn is_contrary(scene: &Scene) -> bool {
    let (asked, grammar) = (&scene.query.grammar, &scene.passage.grammar);
    let lexicon = Lexicon::builtin();
    let modifies = |relation: Relation| {
        matches!(
            relation,
            Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::Nummod
        )
    };
    scene.pairs().any(|(want, met)| {
        let token = want.term.token;
        let open = met.strength < MET && token < asked.tokens.len();
        if !open || !modifies(asked.tokens[token].relation) {
            return false;
        }
        let Some(own) = lexicon.word(&want.term.lemma) else { return false };
        let Some(noun) = asked.head(token).and_then(|noun| scene.met_of(noun)) else {
            return false;
        };
        grammar.children(noun.token.into()).any(|child| {
            let word = scene.passage.meaning(child).word;
            modifies(grammar.tokens[child].relation)
                && word.is_some_and(|word| lexicon.contradicts(own, word))
        })
    })
}

fn coverage(scene: &Scene, measures: &mut FeatureVector) {
    let (mut total, mut here, mut around) = (f32::EPSILON, 0.0, 0.0);
    let (mut all_telling, mut telling) = (f32::EPSILON, 0.0);
    let (mut missing, mut missing_here, mut name, mut name_here) = (0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for (((want, met), &near), &tells) in scene.pairs().zip(scene.met_around).zip(scene.telling) {
        let near = near.max(met.strength);
        all_telling += want.weight * tells;
        telling += want.weight * tells * met.strength;
        total += want.weight;
        here += want.weight * met.strength;
        around += want.weight * near;
        if want.term.is_focus {
            continue;
        }
        missing_here = missing_here.max(want.weight * tells * (1.0 - met.strength));
        missing = missing.max(want.weight * (1.0 - near));
        if want.term.is_name {
            name_here = name_here.max(tells * (1.0 - met.strength));
        }
    }
    name = name.max(missing_name(scene));
    measures.set(Feature::Coverage, here / total);
    measures.set(Feature::Telling, telling / all_telling);
    measures.set(Feature::ArticleCoverage, around / total);
    measures.set(Feature::Missing, missing);
    measures.set(Feature::MissingHere, missing_here);
    measures.set(Feature::MissingName, name);
    measures.set(Feature::MissingNameHere, name_here);
}

/// Shares of the question's words and names, and of what is rare in the article.
fn by_rarity(scene: &Scene, measures: &mut FeatureVector) {
    let (mut sharp, mut words, mut names) = (Share::default(), Share::default(), Share::default());
    let mut foremost = (0.0, 0.0);
    for ((want, met), tells) in scene.pairs().zip(scene.telling) {
        if want.term.is_focus {
            continue;
        }
        let weight = want.weight * tells * tells;
        sharp.add(weight, met.strength);
        let share = if want.term.is_name { &mut names } else { &mut words };
        share.add(want.weight, met.strength);
        if weight > foremost.0 {
            foremost = (weight, met.strength);
        }
    }
    measures.set(Feature::Sharp, sharp.value());
    measures.set(Feature::WordsCovered, words.value());
    measures.set(Feature::NamesCovered, names.value());
    measures.set(Feature::Foremost, foremost.1);
}

/// A weighted share.
#[derive(Default)]
struct Share {
    total: f32,
    met: f32,
}

impl Share {
    fn add(&mut self, weight: f32, strength: f32) {
        self.total += weight;
        self.met += weight * strength;
    }

    fn value(&self) -> f32 {
        self.met / self.total.max(f32::EPSILON)
    }
}

/// The share of the question that stands here in the very same words.
fn exact(scene: &Scene) -> f32 {
    let total: f32 = scene.wanted.iter().map(|want| want.weight).sum();
    let same = scene.pairs().filter(|(_, met)| met.strength > 0.97);
    same.map(|(want, _)| want.weight).sum::<f32>() / total.max(f32::EPSILON)
}

/// 1 where the article has no part of some name in the question, 0 where it has all of them. Of
/// "Barack Obama" it is enough that it has "Obama".
fn missing_name(scene: &Scene) -> f32 {
    let mut names: Vec<(usize, f32)> = Vec::new();
    for ((want, met), &around) in scene
        .pairs()
        .zip(scene.met_around)
        .filter(|((want, _), _)| want.term.is_name && !want.term.is_context)
    {
        let near = around.max(met.strength);
        match names.last_mut() {
            Some((last, best)) if want.term.token == *last + 1 => {
                (*last, *best) = (want.term.token, best.max(near))
            }
            _ => names.push((want.term.token, near)),
        }
    }
    names.iter().map(|(_, near)| 1.0 - near).fold(0.0, f32::max)
}

/// What the main verb weighs that the passage does not have.
fn missing_predicate(scene: &Scene) -> f32 {
    let predicate = scene.query.predicate;
    let mut pairs = scene.pairs().filter(|(want, _)| predicate == Some(want.term.token));
    pairs.next().map_or(0.0, |(want, met)| want.weight * (1.0 - met.strength))
}

/// The share of the question's arcs between its words that lie close in the passage's tree.
fn arcs(scene: &Scene) -> f32 {
    let (mut asked, mut met) = (0, 0);
    for want in scene.wanted {
        let Some(head) = scene.query.grammar.head(want.term.token) else { continue };
        if !scene.wanted.iter().any(|other| other.term.token == head) {
            continue;
        }
        asked += 1;
        let pair = scene.met_of(want.term.token).zip(scene.met_of(head));
        let close = |(a, b): (super::super::matching::Met, super::super::matching::Met)| {
            arguments::distance(&scene.passage.grammar, a.token.into(), b.token.into(), 6) <= 2
        };
        met += usize::from(pair.is_some_and(close));
    }
    if asked == 0 { 0.0 } else { met as f32 / asked as f32 }
}

/// The share of the question's neighbouring words that stand within three words of each other.
fn order(scene: &Scene) -> f32 {
    let pairs = scene.wanted.len().saturating_sub(1);
    let near = scene.met.windows(2).filter(|pair| {
        pair.iter().all(|met| met.strength >= MET) && pair[0].token.abs_diff(pair[1].token) <= 3
    });
    if pairs == 0 { 0.0 } else { near.count() as f32 / pairs as f32 }
}

/// 1 where the question and the candidate's clause both speak of what is past or both of what is
/// to come, -1 where they differ.
pub(super) fn tense(scene: &Scene, candidate: &Candidate) -> f32 {
    match (scene.query.time, candidate.notes.tense) {
        (_, Tense::Untold) => 0.0,
        (Time::Future, Tense::Ahead) | (Time::Past, Tense::Past) => 1.0,
        (Time::Past, Tense::Ahead) if asks_expectation(scene) => 0.0,
        (Time::Future, Tense::Past) | (Time::Past, Tense::Ahead) => -1.0,
        (Time::Any, tense) if was_planned(scene) => match tense {
            Tense::Ahead => 1.0,
            _ => -0.5,
        },
        _ => 0.0,
    }
}

/// "What was she *expecting* to find", "until when was it *postponed*": what she looked ahead to is
/// asked for.
fn asks_expectation(scene: &Scene) -> bool {
    const AHEAD: [&str; 9] =
        ["expect", "plan", "hope", "intend", "await", "want", "aim", "propose", "promise"];
    let asked = scene.query.predicate_lemma();
    AHEAD.contains(&asked) || factuality::PUTTING_OFF.contains(&asked)
}

/// Words by which a plan is asked for.
pub(super) const PLANNED: [&str; 6] =
    ["supposed", "meant", "planned", "scheduled", "slated", "originally"];

/// "When was it originally meant to open": a plan is asked for, and not what came of it.
fn was_planned(scene: &Scene) -> bool {
    let was = scene.query.words.iter().any(|word| matches!(word.as_str(), "was" | "were"));
    was && scene.query.words.iter().any(|word| PLANNED.contains(&word.as_str()))
}

fn negation_differs(scene: &Scene) -> bool {
    let Some(met) = scene.predicate() else { return false };
    factuality::is_negated(scene.passage, met.token.into()) != scene.query.negated
}
