//! Which word of a passage stands where each word of the question stands, in the same or in the
//! opposite sense.

use crate::answer::scene::{MET, Scene};
use crate::question::Query;
use crate::text::syntax::{Relation, Tag};

use super::polarity::{self, Opposable};

/// A word of the question with the word of the passage in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The token in the question; none for a word from the conversation.
    pub(super) asked: usize,
    /// The token in the passage.
    pub(super) found: usize,
    /// How well it fits, 0 to 1; below [`MET`] nothing stands there.
    pub(super) strength: f32,
    /// Whether it says the opposite.
    pub(super) is_opposed: bool,
    /// How much the word tells in the question.
    pub(super) weight: f32,
    /// How well it tells the passages of the article apart.
    pub(super) telling: f32,
    /// How well it is met elsewhere in the article.
    pub(super) around: f32,
}

impl Pair {
    /// Whether a word of the passage stands there, in whichever sense.
    pub(super) fn is_met(&self) -> bool {
        self.strength >= MET
    }
}

/// How well an opposite fills the place of a word.
const OPPOSED: f32 = 0.8;
/// How much a word weighs that only carries the verb after it: "going to", "managed to".
const LIGHT: f32 = 0.25;

/// The pairs of a scene, one for each wanted word, in their order.
pub(super) fn align(scene: &Scene) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = (0..scene.wanted.len()).map(|index| plain(scene, index)).collect();
    for (index, opposable) in opposables(scene) {
        oppose(scene, &mut pairs, index, &opposable);
    }
    pairs
}

fn plain(scene: &Scene, index: usize) -> Pair {
    let (want, met) = (&scene.wanted[index], scene.met[index]);
    let light = is_light(scene.query, want.term.token);
    Pair {
        asked: want.term.token,
        found: met.token.into(),
        strength: met.strength,
        is_opposed: false,
        weight: want.weight * if light { LIGHT } else { 1.0 },
        telling: scene.telling[index],
        around: scene.met_around[index],
    }
}

fn opposables<'a>(scene: &'a Scene) -> impl Iterator<Item = (usize, Opposable)> + 'a {
    let open = |index: &usize| {
        let term = &scene.wanted[*index].term;
        !term.is_name && !term.is_context && !is_light(scene.query, term.token)
    };
    (0..scene.wanted.len())
        .filter(open)
        .map(|index| (index, Opposable::new(&scene.wanted[index].term.lemma)))
}

/// Lets the opposite of a word stand in its place, where the passage does not have the word itself
/// or has the opposite nearer to the rest.
fn oppose(scene: &Scene, pairs: &mut [Pair], index: usize, wanted: &Opposable) {
    let grammar = &scene.passage.grammar;
    let mut best: Option<(usize, usize)> = None;
    for (token, found) in grammar.tokens.iter().enumerate() {
        let open = found.tag.is_noun() || found.tag.is_verb() || found.tag.is_adjective()
            || found.tag.is_adverb() || matches!(found.tag, Tag::RP | Tag::IN);
        if !open || found.tag.is_proper() || !polarity::is_opposite(wanted, grammar.lemma(token)) {
            continue;
        }
        let away = away(scene, pairs, index, token);
        if best.is_none_or(|(least, _)| away < least) {
            best = Some((away, token));
        }
    }
    let Some((away_opposite, token)) = best else { return };
    let own = pairs[index];
    let nearer = own.is_met() && away_opposite + 2 < away(scene, pairs, index, own.found);
    if nearer || own.strength < 0.6 {
        pairs[index] = Pair { found: token, strength: OPPOSED, is_opposed: true, ..own };
    }
}

/// How many arcs a token is from the other words of the question, on the whole.
fn away(scene: &Scene, pairs: &[Pair], index: usize, token: usize) -> usize {
    let grammar = &scene.passage.grammar;
    let others = pairs.iter().enumerate().filter(|(other, pair)| *other != index && pair.is_met());
    let distances =
        others.map(|(_, pair)| crate::extract::arguments::distance(grammar, token, pair.found, 6));
    distances.min().unwrap_or(6)
}

/// Whether a word of the question only carries another: "is *going* to", "is *likely* to", "*still*".
pub(super) fn is_light(query: &Query, token: usize) -> bool {
    let grammar = &query.grammar;
    if token >= grammar.tokens.len() {
        return false;
    }
    let carries = grammar.children(token).any(|child| {
        matches!(grammar.tokens[child].relation, Relation::Xcomp | Relation::Ccomp)
    });
    match grammar.lemma(token) {
        "still" | "ever" | "yet" | "again" | "already" | "before" | "actually" | "too" | "also" | "soon" | "really" => true,
        "go" | "plan" | "intend" | "manage" | "able" | "likely" | "expect" | "due" | "try" | "want" | "come"
        | "set" | "have" | "get" | "schedule" | "begin" | "start" => carries,
        "take" | "hold" | "happen" | "occur" | "make" | "do" | "get" | "have" | "people" | "be" => true,
        "going" | "gonna" => true,
        _ => false,
    }
}

/// The word of the question that says most of its subject: the verb that a light one carries.
pub(super) fn predicate(query: &Query) -> Option<usize> {
    let grammar = &query.grammar;
    let mut at = query.predicate?;
    for _ in 0..3 {
        let carried = grammar.children(at).find(|&child| {
            matches!(grammar.tokens[child].relation, Relation::Xcomp | Relation::Ccomp)
        });
        match carried.filter(|_| is_light(query, at)) {
            Some(carried) => at = carried,
            None => break,
        }
    }
    Some(at)
}

/// The pair whose surroundings tell whether the passage affirms or denies.
pub(super) fn anchor(scene: &Scene, pairs: &[Pair]) -> Option<Pair> {
    let of = |token: Option<usize>| {
        let token = token?;
        pairs.iter().copied().find(|pair| pair.asked == token && pair.is_met())
    };
    let told = |pair: &Pair| pair.weight * pair.telling * pair.strength;
    let is_plain = |pair: &&Pair| {
        pair.is_met()
            && scene.query.grammar.tokens.get(pair.asked).is_some_and(|token| !token.tag.is_proper())
    };
    let heaviest = pairs.iter().filter(is_plain).max_by(|a, b| told(a).total_cmp(&told(b)));
    of(predicate(scene.query))
        .or_else(|| of(scene.query.predicate))
        .or_else(|| heaviest.copied())
        .or_else(|| {
            let met = pairs.iter().filter(|pair| pair.is_met());
            met.max_by(|a, b| told(a).total_cmp(&told(b))).copied()
        })
}
