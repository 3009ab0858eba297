//! Whether a candidate tells why something is so, and not only that it is so.
//!
//! A reason is told by its sign: "because", "due to", "citing safety concerns", "to ease tensions",
//! "a spokesman blamed a typing error". Some signs stand for other things as well ("after", "for",
//! "as") and count less. What repeats the event that is asked about, with no sign of a reason, is
//! none: "Why did the bank lower its rate?" is not answered by "lowered its rate on Thursday".

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Passage;
use crate::lexicon::NounKind;
use crate::question::Expect;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::{Feature, Measures};

/// How surely words tell a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// They do not.
    None,
    /// They may tell something else: "after", "for", "as".
    Perhaps,
    /// They do.
    Surely,
}

/// Words that open nothing but reasons.
const OPENING: [&str; 9] =
    ["because", "due", "amid", "thanks", "owing", "citing", "blaming", "lest", "given"];
/// Nouns that open a reason behind a preposition: "in response to", "on suspicion of".
const BEHIND: [(&str, &[&str]); 5] = [
    (
        "in",
        &[
            "response",
            "order",
            "protest",
            "retaliation",
            "connection",
            "revenge",
            "reaction",
            "solidarity",
            "reply",
        ],
    ),
    ("on", &["suspicion", "ground", "account", "charge", "advice", "order", "allegation"]),
    ("as", &["result", "consequence", "punishment", "protest"]),
    ("for", &["fear", "lack", "want", "reason", "failure"]),
    ("at", &["request", "behest", "invitation"]),
];
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
    let sign = opening(passage, candidate.first.into(), candidate.last.into(), candidate.kind);
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

/// What the words that a span opens with say, an adverb before them set aside: "partly because".
pub(super) fn opening(passage: &Passage, first: usize, last: usize, kind: Kind) -> Sign {
    let grammar = &passage.grammar;
    let adverb = grammar.tokens[first].tag.is_adverb() && first < last;
    let own = sign(passage, first, kind);
    if own == Sign::None && adverb { sign(passage, first + 1, kind) } else { own }
}

/// What the word at `at` says where a clause or phrase begins with it.
fn sign(passage: &Passage, at: usize, kind: Kind) -> Sign {
    let grammar = &passage.grammar;
    let tag = |token: usize| grammar.tokens.get(token).map(|found| found.tag);
    let (lemma, word) = (grammar.lemma(at), crate::text::fold(passage.word(at)));
    let clause = kind == Kind::Clause;
    match lemma {
        _ if OPENING.contains(&word.as_str()) || opens_with_noun(passage, at) => Sign::Surely,
        "for" if tag(at + 1) == Some(Tag::VBG) => Sign::Surely,
        "have" | "fear" | "say" | "hope" if clause && tag(at) == Some(Tag::VBG) => Sign::Perhaps,
        "since" | "as" | "when" | "after" if clause => Sign::Perhaps,
        "over" | "after" | "following" | "for" | "with" | "by" | "from"
            if is_thing(passage, at) =>
        {
            Sign::Perhaps
        }
        _ => Sign::None,
    }
}

/// "In response to", "on the grounds that", "as a result of".
fn opens_with_noun(passage: &Passage, at: usize) -> bool {
    let lemma = |token: usize| {
        if token < passage.len() { passage.grammar.lemma(token) } else { "" }
    };
    let noun = if matches!(lemma(at + 1), "a" | "the") { lemma(at + 2) } else { lemma(at + 1) };
    BEHIND.iter().any(|(opens, nouns)| *opens == lemma(at) && nouns.contains(&noun))
}

/// Whether what a preposition governs can be a reason: no date, place, length, sum or number.
fn is_thing(passage: &Passage, preposition: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(head) = grammar.head(preposition) else { return false };
    let named = grammar.entity_at(head).is_some_and(|entity| {
        matches!(entity.kind, EntityKind::Place | EntityKind::Person | EntityKind::Organization)
    });
    let kind = passage.meaning(head).kind;
    let measured = matches!(
        kind,
        NounKind::Time
            | NounKind::Quantity
            | NounKind::Money
            | NounKind::Place
            | NounKind::City
            | NounKind::Country
            | NounKind::Building
            | NounKind::Person
            | NounKind::Role
    );
    passage.date_at(head).is_none()
        && passage.date_at(preposition + 1).is_none()
        && grammar.tokens[head].tag != Tag::CD
        && !named
        && !measured
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn sign_of(sentence: &str, opening_word: &str, kind: Kind) -> Sign {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let first =
            (0..passage.len()).find(|&at| passage.word(at) == opening_word).expect("it is there");
        opening(&passage, first, passage.len() - 1, kind)
    }

    #[test]
    fn words_that_open_a_reason_are_told_from_others() {
        let phrase = Kind::Prepositional;
        assert_eq!(
            sign_of("The match was put off because it rained.", "because", Kind::Clause),
            Sign::Surely
        );
        assert_eq!(sign_of("It closed due to heavy rain.", "due", phrase), Sign::Surely);
        assert_eq!(
            sign_of("She was criticised for leaving the room.", "for", Kind::Clause),
            Sign::Surely
        );
        assert_eq!(sign_of("He resigned on the advice of his doctor.", "on", phrase), Sign::Surely);
        assert_eq!(sign_of("He left as the band played.", "as", Kind::Clause), Sign::Perhaps);
        assert_eq!(sign_of("She left for London.", "for", phrase), Sign::None);
    }
}
