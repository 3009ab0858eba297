//! Which word of a passage stands where each word of the question stands, in the same or in
//! the opposite sense.

use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Base;
use crate::question::Query;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::exchange;
use super::polarity::Opposable;

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
    /// How well it is met in the sentence before.
    pub(super) beside: f32,
    /// Whether it is (part of) a name.
    pub(super) is_name: bool,
    /// Whether it only carries another word.
    pub(super) is_light: bool,
    /// Whether the passage has its opposite anywhere, and not the word itself.
    pub(super) opposite_nearby: bool,
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

/// Verbs that mean little by themselves: nothing is their opposite, and they are no predicate.
const VAGUE: [&str; 9] = ["go", "come", "make", "take", "get", "put", "turn", "have", "give"];

/// The pairs of a scene, one for each wanted word, in their order.
pub(super) fn align(scene: &Scene, base: &Base, opposables: &[(usize, Opposable)]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = (0..scene.wanted.len()).map(|index| plain(scene, index)).collect();
    for &(index, ref opposable) in opposables {
        oppose(scene, &mut pairs, index, opposable);
    }
    look_back(scene, base, &mut pairs);
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
        beside: 0.0,
        is_name: want.term.is_name,
        is_light: light,
        opposite_nearby: false,
    }
}

/// What the sentence before says need not be said again.
fn look_back(scene: &Scene, base: &Base, pairs: &mut [Pair]) {
    let before = scene.hit.passage.checked_sub(1).filter(|&before| {
        let passage = base.passage(before);
        passage.source == scene.passage.source && !passage.is_title
    });
    let Some(before) = before else { return };
    for (pair, met) in pairs.iter_mut().zip(scene.variants.meet(base, before)) {
        pair.beside = met.strength;
    }
}

/// The words of a question that may have an opposite, by index among the wanted ones.
pub(super) fn opposables(query: &Query, wanted: &[Wanted]) -> Vec<(usize, Opposable)> {
    let open = |index: &usize| {
        let term = &wanted[*index].term;
        !term.is_name
            && !term.is_context
            && !is_light(query, term.token)
            && !VAGUE.contains(&term.lemma.as_str())
    };
    let opposable = |index: usize| {
        let term = &wanted[index].term;
        let is_noun = query.grammar.tokens.get(term.token).is_some_and(|t| t.tag.is_noun());
        // "Convicted of" has the opposite of "convicted".
        let lemma = term.lemma.strip_suffix(" of").unwrap_or(&term.lemma);
        (index, Opposable::new(lemma, is_noun))
    };
    (0..wanted.len()).filter(open).map(opposable).collect()
}

/// Lets the opposite of a word stand in its place, where the passage does not have the word itself
/// or has the opposite nearer to the rest.
fn oppose(scene: &Scene, pairs: &mut [Pair], index: usize, wanted: &Opposable) {
    let grammar = &scene.passage.grammar;
    let mut best: Option<(usize, usize)> = None;
    for (token, found) in grammar.tokens.iter().enumerate() {
        let open = found.tag.is_noun()
            || found.tag.is_verb()
            || found.tag.is_adjective()
            || found.tag.is_adverb()
            || matches!(found.tag, Tag::RP | Tag::IN);
        if !open
            || found.tag.is_proper()
            || wanted.is_noun != found.tag.is_noun()
            || !wanted.is_opposite(grammar.lemma(token), scene.passage.meaning(token).word)
        {
            continue;
        }
        pairs[index].opposite_nearby |= pairs[index].strength < 0.6;
        let own = Pair { found: token, ..pairs[index] };
        if exchange::is_of_another_person(scene, pairs, &own) {
            continue;
        }
        if !(is_linked(scene, pairs, index, token)
            || wanted.is_denied_by_prefix(grammar.lemma(token)) && is_by_name(pairs, token))
        {
            continue;
        }
        let away = away(scene, pairs, index, token);
        if best.is_none_or(|(least, _)| away < least) {
            best = Some((away, token));
        }
    }
    let Some((_, token)) = best else { return };
    let own = pairs[index];
    let nearer = own.is_met()
        && (wanted.is_denied_by_prefix(grammar.lemma(token))
            && is_nearer(scene, pairs, index, token, own.found)
            || has_its_argument(scene, pairs, index, token, own.found));
    if nearer || own.strength < 0.6 {
        pairs[index] = Pair { found: token, strength: OPPOSED, is_opposed: true, ..own };
    }
}

/// Whether `token` stands nearer to the question's subject than `other`, in words.
fn is_nearer(scene: &Scene, pairs: &[Pair], index: usize, token: usize, other: usize) -> bool {
    let query = &scene.query.grammar;
    let subject = predicate(scene.query).and_then(|verb| arguments::subject(query, verb));
    let mut pairs = pairs.iter().enumerate().filter(|(at, pair)| *at != index && pair.is_met());
    pairs.any(|(_, pair)| {
        Some(pair.asked) == subject && pair.found.abs_diff(token) < pair.found.abs_diff(other)
    })
}

/// Whether the subject or object of the question's verb is one of `token`'s, and none of `other`'s:
/// "the *tests* will stay, the *interviews* are *dropped*" to "are the tests dropped?".
fn has_its_argument(
    scene: &Scene,
    pairs: &[Pair],
    index: usize,
    token: usize,
    other: usize,
) -> bool {
    let (query, found) = (&scene.query.grammar, &scene.passage.grammar);
    let is_verb = |at: usize| found.tokens[at].tag.is_verb();
    let verb = pairs[index].asked;
    if verb >= query.tokens.len() || !is_verb(token) || !is_verb(other) {
        return false;
    }
    use arguments::{subject, undergoer};
    let asked = [subject(query, verb), undergoer(query, verb)];
    let is_of = |verb: usize, pair: &Pair| {
        let here = [subject(found, verb), undergoer(found, verb)];
        here.into_iter().flatten().any(|argument| found.is_below(pair.found, argument))
    };
    let mut arguments =
        pairs.iter().filter(|pair| pair.is_met() && asked.contains(&Some(pair.asked)));
    arguments.any(|pair| is_of(token, pair) && !is_of(other, pair))
}

/// How many arcs a token is from the word in the place of the question's subject, or else from the
/// nearest of the words met.
fn away(scene: &Scene, pairs: &[Pair], index: usize, token: usize) -> usize {
    let grammar = &scene.passage.grammar;
    let query = &scene.query.grammar;
    let subject = predicate(scene.query).and_then(|verb| arguments::subject(query, verb));
    let others =
        || pairs.iter().enumerate().filter(|(other, pair)| *other != index && pair.is_met());
    let distance = |pair: &Pair| arguments::distance(grammar, token, pair.found, 6);
    let of_subject = others().find(|(_, pair)| Some(pair.asked) == subject);
    let nearest = || others().map(|(_, pair)| distance(pair)).min().unwrap_or(6);
    of_subject.map_or_else(nearest, |(_, pair)| distance(pair))
}

/// Whether a token has one of the words met as its argument or attribute, or is one of it.
pub(super) fn is_linked(scene: &Scene, pairs: &[Pair], index: usize, token: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let others = pairs.iter().enumerate().filter(|(other, pair)| *other != index && pair.is_met());
    let mut found = others.map(|(_, pair)| pair.found);
    let shares_subject = matches!(grammar.tokens[token].relation, Relation::Conj | Relation::Xcomp);
    let subject = arguments::subject(grammar, token).filter(|_| shares_subject);
    found.any(|other| {
        subject.is_some_and(|subject| grammar.is_below(other, subject))
            || hangs(grammar, other, token)
            || hangs(grammar, token, other)
            || {
                let siblings =
                    grammar.head(token).is_some() && grammar.head(token) == grammar.head(other);
                siblings && !parts(grammar, token) && !parts(grammar, other)
            }
    })
}

/// Whether one of the question's names stands a few words away.
fn is_by_name(pairs: &[Pair], token: usize) -> bool {
    pairs.iter().any(|pair| pair.is_name && pair.is_met() && pair.found.abs_diff(token) <= 5)
}

/// Whether `low` hangs on `high` in the same clause, at most two arcs away.
fn hangs(grammar: &Sentence, low: usize, high: usize) -> bool {
    let mut at = low;
    for _ in 0..2 {
        if parts(grammar, at) {
            return false;
        }
        match grammar.head(at) {
            Some(head) if head == high => return true,
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

fn parts(grammar: &Sentence, token: usize) -> bool {
    matches!(
        grammar.tokens[token].relation,
        Relation::Conj
            | Relation::Advcl
            | Relation::AclRelcl
            | Relation::Parataxis
            | Relation::Ccomp
    )
}

/// Whether a word of the question only carries another: "is *going* to", "is
/// *likely* to", "*still*".
pub(super) fn is_light(query: &Query, token: usize) -> bool {
    let grammar = &query.grammar;
    if token >= grammar.tokens.len() {
        return false;
    }
    let carries = grammar
        .children(token)
        .any(|child| matches!(grammar.tokens[child].relation, Relation::Xcomp | Relation::Ccomp));
    match grammar.lemma(token) {
        "still" | "ever" | "yet" | "again" | "already" | "before" | "actually" | "too" | "also"
        | "soon" | "really" => true,
        "go" | "come" | "get" | "make" | "put" | "give" | "have" => {
            what_there_is(query) != Some(token)
        }
        "admit" | "acknowledge" | "concede" | "confirm" | "accept" | "agree" | "own" | "say"
        | "claim" | "believe" | "think" | "suppose" | "mean" | "hope" | "plan" | "intend"
        | "manage" | "able" | "likely" | "expect" | "due" | "try" | "want" | "set" | "schedule"
        | "begin" | "start" => carries,
        "take" | "hold" | "happen" | "occur" | "do" | "people" | "be" => {
            what_there_is(query) != Some(token)
        }
        "going" | "gonna" => true,
        _ => false,
    }
}

/// The word of the question that says most of its subject: the verb that a light one carries, what
/// there is said to be; none where only a place is asked for ("are they in China?").
pub(super) fn predicate(query: &Query) -> Option<usize> {
    let grammar = &query.grammar;
    if let Some(noun) = what_there_is(query) {
        return Some(noun);
    }
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
    let is_place = grammar.tokens[at].tag.is_proper() && arguments::case(grammar, at).is_some();
    let is_vague = VAGUE.contains(&grammar.lemma(at));
    (!is_place && !is_vague).then_some(at)
}

/// "Were there any *people* on board?"
fn what_there_is(query: &Query) -> Option<usize> {
    let opens = query.words.iter().take(3).any(|word| word == "there");
    let noun = |&token: &usize| query.grammar.tokens[token].tag.is_noun();
    let first = (0..query.words.len()).find(noun).filter(|_| opens)?;
    (first..query.words.len()).take_while(noun).last()
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
            && scene
                .query
                .grammar
                .tokens
                .get(pair.asked)
                .is_some_and(|token| !token.tag.is_proper())
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

/// What a passage says first of all, where none of its words is the question's: "it was unharmed".
pub(super) fn root(scene: &Scene) -> Option<Pair> {
    let found = scene.passage.grammar.root()?;
    let asked = predicate(scene.query).or(scene.query.predicate).unwrap_or(usize::MAX);
    Some(Pair {
        asked,
        found,
        strength: 0.0,
        is_opposed: false,
        weight: 0.0,
        telling: 0.0,
        around: 0.0,
        beside: 0.0,
        is_name: false,
        is_light: false,
        opposite_nearby: false,
    })
}
