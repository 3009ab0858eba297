//! Yes or No: whether the articles say what a question or claim supposes.
//!
//! Yes needs a passage that says it; No needs one that says otherwise: the same thing denied, or
//! the same event with another place, day, number or name. Silence is neither.

use crate::extract::standing;
use crate::fact::Base;
use crate::lexicon::Lexicon;
use crate::question::Query;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::matching::Wanted;
use super::retrieval::Hit;
use super::scene::{MET, Scene};
use super::search::Found;

/// What a passage says to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// Whether it is so.
    pub(crate) holds: bool,
    /// The passage that says so.
    pub(crate) passage: u32,
    /// How much of the question it covers, 0 to 1.
    pub(crate) coverage: f32,
}

/// What has to be covered for Yes, and what for No besides the contradiction itself.
const ENOUGH_FOR_YES: f32 = 0.72;
const ENOUGH_FOR_NO: f32 = 0.5;

/// The same of what tells the passages of an article apart.
const TELLING_FOR_YES: f32 = 0.5;
const TELLING_FOR_NO: f32 = 0.4;

/// The verdict of the passage that speaks most plainly, if any does.
pub(crate) fn judge(query: &Query, found: &Found, in_talk: Option<u32>) -> Option<Verdict> {
    let best = found.hits.first()?.score;
    let scenes = found
        .hits
        .iter()
        .map(|&hit| Scene::new(query, &found.wanted, found.base, hit, best, in_talk));
    let verdicts: Vec<(f32, Verdict)> =
        scenes.filter_map(|scene| of_scene(&scene, found.base)).collect();
    verdicts.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, verdict)| verdict)
}

/// The verdict of one passage with its plainness.
fn of_scene(scene: &Scene, base: &Base) -> Option<(f32, Verdict)> {
    let (coverage, telling) = (coverage(scene), telling(scene));
    let Hit { passage, .. } = scene.hit;
    let verdict = |holds| Verdict { holds, passage, coverage };
    let plainness = coverage + telling - if scene.passage.is_title { 0.3 } else { 0.0 };
    if let Some(strength) = contradiction(scene, base) {
        let plain = coverage >= ENOUGH_FOR_NO && telling >= TELLING_FOR_NO;
        return plain.then(|| (plainness + strength, verdict(false)));
    }
    let missing = if lacks_predicate(scene) { 1.0 } else { missing_weight(scene) };
    (coverage >= ENOUGH_FOR_YES && telling >= TELLING_FOR_YES && missing < 0.75)
        .then(|| (plainness, verdict(true)))
}

/// The share of the question that the passage covers. What an article is about counts as said in
/// every passage of it.
fn coverage(scene: &Scene) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for (((want, met), &around), &tells) in scene.pairs().zip(&scene.met_around).zip(&scene.telling)
    {
        let elsewhere = if tells < 0.6 { 0.9 } else { 0.3 };
        total += want.weight;
        covered += want.weight * met.strength.max(around * elsewhere);
    }
    covered / total
}

/// The share of what tells the passages of its article apart that this one has.
fn telling(scene: &Scene) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for ((want, met), &tells) in scene.pairs().zip(&scene.telling) {
        total += want.weight * tells;
        covered += want.weight * tells * met.strength;
    }
    covered / total
}

/// Whether the passage does not have what is said of the subject.
fn lacks_predicate(scene: &Scene) -> bool {
    let predicate = scene.query.predicate;
    scene.pairs().any(|(want, met)| predicate == Some(want.term.token) && met.strength < MET)
}

fn missing_weight(scene: &Scene) -> f32 {
    let missing = scene
        .pairs()
        .zip(&scene.met_around)
        .filter(|((_, met), around)| met.strength.max(**around) < MET);
    missing.map(|((want, _), _)| want.weight).fold(0.0, f32::max)
}

/// How plainly the passage says otherwise, if it does.
fn contradiction(scene: &Scene, base: &Base) -> Option<f32> {
    if is_denied(scene) {
        return Some(0.4);
    }
    if is_turned_round(scene) {
        return Some(0.4);
    }
    if has_antonym(scene) {
        return Some(0.3);
    }
    let contrasting = scene
        .pairs()
        .filter(|(_, met)| met.strength < MET)
        .find(|(want, _)| is_exchanged(scene, want, base));
    contrasting.map(|_| 0.2)
}

/// Whether exactly one of the question and the passage's clause is negated.
fn is_denied(scene: &Scene) -> bool {
    let Some(token) =
        scene.predicate().map(|met| usize::from(met.token)).or_else(|| heaviest(scene))
    else {
        return false;
    };
    is_negated_around(scene, token) != scene.query.negated
}

/// The token of the word that tells most here.
fn heaviest(scene: &Scene) -> Option<usize> {
    let met = scene.pairs().zip(&scene.telling).filter(|((_, met), _)| met.strength >= MET);
    let weighed = met.map(|((want, met), tells)| (want.weight * tells, usize::from(met.token)));
    weighed.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, token)| token)
}

/// Whether the clause that a token stands in is negated.
fn is_negated_around(scene: &Scene, token: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let heads_clause = |at: usize| grammar.tokens[at].relation.is_clause() || grammar.is_root(at);
    let mut up = std::iter::once(token).chain(grammar.ancestors(token));
    let mut negated = false;
    for at in up.by_ref() {
        negated |= standing::is_negated(scene.passage, at);
        if heads_clause(at) {
            break;
        }
    }
    negated
}

/// Whether the one who does it here is the one whom the question has it done to, and the other way
/// round.
fn is_turned_round(scene: &Scene) -> bool {
    use crate::extract::arguments::{doer, undergoer};
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let Some((verb, met)) = scene.query.predicate.zip(scene.predicate()) else { return false };
    let here = usize::from(met.token);
    let stands_at = |asked: Option<usize>, found: Option<usize>| {
        let met = asked.and_then(|token| scene.met_of(token)).map(|met| usize::from(met.token));
        met.zip(found).is_some_and(|(met, top)| scene.passage.grammar.is_below(met, top))
    };
    stands_at(doer(asked, verb), undergoer(found, here))
        && stands_at(undergoer(asked, verb), doer(found, here))
}

/// Whether a word of the question that the passage lacks has its opposite there.
fn has_antonym(scene: &Scene) -> bool {
    let lexicon = Lexicon::builtin();
    let grammar = &scene.passage.grammar;
    let lacking = scene.pairs().filter(|(want, met)| met.strength < MET && !want.term.is_name);
    let heaviest = heaviest(scene);
    let same_clause =
        |token: usize| heaviest.is_some_and(|other| scene.clauses[other] == scene.clauses[token]);
    let mut opposite = lacking.filter(|(want, _)| {
        (0..scene.passage.len()).any(|token| {
            same_clause(token) && lexicon.antonyms(&want.term.lemma, grammar.lemma(token))
        })
    });
    opposite.next().is_some() && !scene.query.negated
}

/// Whether the passage has another name or number in the place of one that it lacks.
fn is_exchanged(scene: &Scene, want: &Wanted, base: &Base) -> bool {
    let grammar = &scene.query.grammar;
    let token = want.term.token;
    let Some(kind) = kind_of(scene, want, base) else { return false };
    let head =
        grammar.head(token).and_then(|head| scene.met_of(head)).or_else(|| scene.predicate());
    let Some(head) = head else { return false };
    let passage = scene.passage;
    let near = |other: usize| {
        crate::extract::arguments::distance(&passage.grammar, other, head.token.into(), 4) <= 3
    };
    match kind {
        Exchanged::Number => (0..passage.len()).any(|other| {
            passage.grammar.tokens[other].tag == Tag::CD
                && passage.date_at(other).is_none()
                && near(other)
                && !scene.is_met(other)
        }),
        Exchanged::Name(kind) => passage.grammar.entities.iter().any(|entity| {
            let last = usize::from(entity.last);
            entity.kind == kind
                && near(last)
                && !scene.is_met(last)
                && same_case(scene, token, last)
        }),
    }
}

enum Exchanged {
    Number,
    Name(EntityKind),
}

fn kind_of(scene: &Scene, want: &Wanted, _base: &Base) -> Option<Exchanged> {
    let found = scene.query.grammar.tokens.get(want.term.token)?;
    if found.tag == Tag::CD {
        return Some(Exchanged::Number);
    }
    if Lexicon::builtin().country(&want.term.word).is_some()
        || Lexicon::builtin().place(&want.term.word).is_some()
    {
        return Some(Exchanged::Name(EntityKind::Place));
    }
    None
}

/// Whether both stand after the same kind of preposition, or both are no obliques.
fn same_case(scene: &Scene, asked: usize, found: usize) -> bool {
    use crate::extract::arguments::case;
    let oblique = |relation: Relation| matches!(relation, Relation::Obl | Relation::Nmod);
    let asked_case = case(&scene.query.grammar, asked);
    let found_case = case(&scene.passage.grammar, found);
    match (asked_case, found_case) {
        (Some(a), Some(b)) => {
            a == b || (matches!(a, "in" | "at" | "on") && matches!(b, "in" | "at" | "on"))
        }
        (None, None) => !oblique(scene.query.grammar.tokens[asked].relation),
        _ => false,
    }
}
