//! Whether a candidate tells why something is so, and not only that it is so.
//!
//! A reason is told by its sign: "because", "due to", "citing safety concerns", "to ease tensions",
//! "a spokesman blamed a typing error". Some signs stand for other things as well ("after", "for",
//! "as") and count less. What repeats the event that is asked about, with no sign of a reason, is
//! none: "Why did the bank lower its rate?" is not answered by "lowered its rate on Thursday".

use crate::answer::candidate::sign::{OPENING, sign};
use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::{Passage, Sign};
use crate::question::Expect;
use crate::text::syntax::Relation;

use super::{Feature, Measures};

/// Verbs that name the reason of something: "the agency put it down to the weather".
const NAMING: [&str; 16] = [
    "blame",
    "cite",
    "attribute",
    "trace",
    "stem",
    "trigger",
    "prompt",
    "spark",
    "provoke",
    "cause",
    "explain",
    "motivate",
    "result",
    "owe",
    "accuse",
    "ascribe",
];
/// Nouns that stand for a reason: "the reason was a lack of money".
const REASONS: [&str; 6] = ["reason", "cause", "motive", "explanation", "fault", "culprit"];

/// Measures what tells a reason or means, where one is asked for.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    let tells = match scene.query.expects {
        Expect::Reason => reason(scene, candidate, measures),
        Expect::Manner => shows_means(scene.passage, candidate),
        _ => return,
    };
    measures.set(Feature::Restates, if tells { 0.0 } else { said_again(scene, candidate) });
}

/// Measures the signs of a reason; whether there is any.
fn reason(scene: &Scene, candidate: &Candidate, measures: &mut Measures) -> bool {
    let passage = scene.passage;
    let sign = candidate.notes.sign;
    let inside = match () {
        () if tells_inside(passage, candidate) => 1.0,
        () if perhaps_inside(passage, candidate) => 0.5,
        () => 0.0,
    };
    let opens = match sign {
        Sign::Surely => 1.0,
        Sign::Perhaps => 0.5,
        Sign::None => 0.0,
    };
    measures.flag(Feature::Causal, sign == Sign::Surely);
    measures.flag(Feature::MayCause, sign == Sign::Perhaps);
    measures.set(Feature::NamesCause, inside);
    let strength = inside.max(opens);
    measures.set(Feature::CauseOfAsked, strength * beside_event(scene, candidate));
    strength > 0.0
}

/// Whether the words behind the first tell a reason, or their verb names one.
fn tells_inside(passage: &Passage, candidate: &Candidate) -> bool {
    let grammar = &passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let names = |token: usize| {
        let lemma = grammar.lemma(token);
        let tag = grammar.tokens[token].tag;
        (tag.is_verb() && (NAMING.contains(&lemma) || leads_to(passage, token)))
            || (tag.is_noun() && REASONS.contains(&lemma))
    };
    let sure = |token: usize| {
        OPENING.contains(&passage.word(token)) && sign(passage, token, Kind::Clause) == Sign::Surely
    };
    let above = grammar.head(candidate.head.into());
    let under = candidate.kind != Kind::Sentence && above.is_some_and(names);
    (first + 1..=last).any(sure) || (first..=last).any(names) || under
}

/// The word at a token, empty beyond the last.
fn word_at(passage: &Passage, token: usize) -> &str {
    if token < passage.len() { passage.word(token) } else { "" }
}

/// Whether a clause hangs inside that may tell the reason of the rest: "opened late since the boxes had
/// been lost", "extended it to allow more tests". One that only tells where, how or under what condition
/// does not.
fn perhaps_inside(passage: &Passage, candidate: &Candidate) -> bool {
    const OTHER: [&str; 9] =
        ["if", "unless", "although", "though", "while", "whether", "before", "where", "until"];
    let grammar = &passage.grammar;
    let inside = usize::from(candidate.first)..=usize::from(candidate.last);
    let clause = |token: usize| {
        grammar.tokens[token].relation == Relation::Advcl
            && token != usize::from(candidate.head)
            && grammar.head(token).is_some_and(|head| inside.contains(&head))
            && grammar
                .child(token, Relation::Mark)
                .or_else(|| grammar.child(token, Relation::Advmod))
                .is_none_or(|mark| !OTHER.contains(&grammar.lemma(mark)))
    };
    let opens = |token: usize| {
        matches!(grammar.lemma(token), "for" | "over" | "after" | "following")
            && token > usize::from(candidate.first)
            && sign(passage, token, Kind::Prepositional) != Sign::None
    };
    inside.clone().any(clause) || inside.clone().any(opens)
}

/// "Led to", "put it down to", "set off by".
fn leads_to(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let behind = |words: [&str; 2]| {
        let near = verb + 1..(verb + 6).min(passage.len());
        let first = near.clone().find(|&at| grammar.lemma(at) == words[0]);
        first.is_some_and(|at| words[1].is_empty() || word_at(passage, at + 1) == words[1])
    };
    match grammar.lemma(verb) {
        "lead" | "contribute" => word_at(passage, verb + 1) == "to",
        "put" => behind(["down", "to"]),
        "set" => behind(["off", "by"]),
        "bring" => behind(["about", ""]),
        _ => false,
    }
}

/// Whether some words tell the means: "by a ladder", "using a drone".
fn shows_means(passage: &Passage, candidate: &Candidate) -> bool {
    let means = |token: usize| {
        matches!(passage.grammar.lemma(token), "by" | "with" | "via" | "through" | "without")
            || passage.word(token) == "using"
    };
    (usize::from(candidate.first)..=usize::from(candidate.last)).any(means)
}

/// The share of the question that the candidate only says again.
fn said_again(scene: &Scene, candidate: &Candidate) -> f32 {
    let inside = usize::from(candidate.first)..=usize::from(candidate.last);
    let (mut all, mut again) = (f32::EPSILON, 0.0);
    for (want, met) in scene.pairs().filter(|(want, _)| !want.term.is_name) {
        all += want.weight;
        let here = met.strength >= MET && inside.contains(&usize::from(met.token));
        again += if here { want.weight * met.strength } else { 0.0 };
    }
    again / all
}

/// How near the event that is asked about stands: the candidate hangs on it, it is in the sentence,
/// or in the one before or after.
fn beside_event(scene: &Scene, candidate: &Candidate) -> f32 {
    let grammar = &scene.passage.grammar;
    let own = scene.hit.own.max(0.5 * scene.hit.beside);
    let Some(met) = scene.predicate() else { return own };
    let verb = usize::from(met.token);
    let steps = arguments::distance(grammar, candidate.head.into(), verb, 6);
    own.max(met.strength * if steps <= 2 { 1.0 } else { 0.6 })
}
