//! Places of something else: where it was told, what is no place, what lies on the way.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::features::shape::has_name;
use crate::answer::features::timing;
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{QuestionType, Slot};

/// Whether a place is asked for, and a candidate is one of something else.
pub(super) fn is_another(scene: &Scene, candidate: &Candidate) -> bool {
    is_where_it_was_told(scene, candidate)
        || is_no_place(scene, candidate)
        || is_in_deed(scene, candidate)
        || is_on_the_way(scene, candidate)
        || is_of_opinion(scene, candidate)
        || is_where_another_deed_is(scene, candidate)
        || is_around(scene, candidate)
}

/// "The governor *told* reporters *in Accra*" does not tell where what he told of was.
fn is_where_it_was_told(scene: &Scene, candidate: &Candidate) -> bool {
    const TELLING: [&str; 9] = [
        "announcement",
        "statement",
        "speech",
        "remark",
        "comment",
        "interview",
        "declaration",
        "address",
        "briefing",
    ];
    let head = usize::from(candidate.head);
    let asks = scene.query.slot == Slot::Adverbial;
    let asks_of_telling =
        || scene.wanted.iter().any(|want| TELLING.contains(&want.term.lemma.as_str()));
    if !asks
        || asks_of_telling()
        || candidate.kind == Kind::Clause
        || !timing::is_of_saying(scene, head)
    {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[head]);
    let is_of_speaker = || {
        let above = std::iter::once(head).chain(grammar.ancestors(head));
        let below_verb = above.take_while(|&at| at != verb).last();
        below_verb.is_some_and(|at| grammar.tokens[at].relation.is_subject())
    };
    let is_asked_of =
        || scene.predicate().is_some_and(|met| grammar.is_below(met.token.into(), head));
    !scene.is_met(verb) && !is_of_speaker() && !is_asked_of()
}

/// "Where will the talks be?" is not answered by "a resolution": what is no place, and does not
/// stand where one would.
fn is_no_place(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    const PLACING: [&str; 12] = [
        "in", "at", "near", "inside", "outside", "under", "behind", "above", "from", "onto",
        "into", "to",
    ];
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let is_plain = grammar.tokens[head].tag.is_noun() && !has_name(scene.passage, candidate);
    let case = arguments::case(grammar, head);
    matches!(candidate.kind, Kind::Phrase | Kind::Prepositional)
        && is_plain
        && !case.is_some_and(|case| PLACING.contains(&case))
        && matches!(
            scene.passage.meaning(head).kind,
            Is::Role
                | Is::Person
                | Is::Document
                | Is::Message
                | Is::Law
                | Is::Money
                | Is::Quantity
                | Is::Disease
                | Is::Time
                | Is::Act
                | Is::Language
        )
}

/// "Where were the bones found?" is not answered by "the museum, *where they will be shown*".
fn is_where_another_deed_is(scene: &Scene, candidate: &Candidate) -> bool {
    let (passage, grammar) = (scene.passage, &scene.passage.grammar);
    let asked = &scene.query.grammar;
    let Some(predicate) = scene.query.predicate.filter(|&at| asked.tokens[at].tag.is_verb()) else {
        return false;
    };
    let is_deed = |verb: usize| {
        let met = scene.predicate().filter(|met| met.strength >= SAME);
        // "Put on *display*".
        grammar.lemma(verb) == asked.lemma(predicate)
            || met.is_some_and(|met| grammar.is_below(met.token.into(), verb))
    };
    let behind = usize::from(candidate.last) + 1;
    let opens = |at: &usize| *at < passage.len() && passage.word(*at) == "where";
    let Some(opens) = (behind..=behind + 1).find(opens) else { return false };
    let verb = usize::from(scene.clauses[opens]);
    let own = usize::from(scene.clauses[usize::from(candidate.head)]);
    let subject = scene.question_subject().and_then(|subject| scene.met_of(subject));
    let is_same = subject
        .is_some_and(|met| arguments::subject(grammar, verb) == Some(usize::from(met.token)));
    verb > opens && is_same && !is_deed(verb) && !is_deed(own)
}

/// "Where did they debate?" is not answered by "*views on Israel*".
fn is_of_opinion(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let Some((top, noun)) = arguments::tie(grammar, (first, last)) else { return false };
    use NounKind as Is;
    let kind = scene.passage.meaning(noun).kind;
    let is_somewhere =
        kind.is_place() || matches!(kind, Is::Building | Is::Vehicle | Is::Act | Is::Event);
    let is_about = matches!(arguments::case(grammar, top), Some("on" | "about" | "regarding"));
    let names_country = || {
        let words = scene.passage.words(first, last);
        let mut parts = words.split([' ', ',']).filter(|part| !part.is_empty());
        parts.any(|part| Lexicon::builtin().country(part).is_some())
    };
    is_about && !is_somewhere && grammar.tokens[noun].tag.is_noun() && names_country()
}

/// "Where was it headed?" is not answered by where it was *above the sea*.
fn is_on_the_way(scene: &Scene, candidate: &Candidate) -> bool {
    const HEADED: [&str; 5] = ["headed", "heading", "bound", "destined", "going"];
    const ALONG: [&str; 9] =
        ["above", "over", "near", "in", "at", "along", "off", "around", "under"];
    let words = &scene.query.words;
    let asks = words.iter().any(|word| HEADED.contains(&word.as_str()));
    let is_where = words.first().is_some_and(|word| word == "where");
    let case = arguments::case(&scene.passage.grammar, candidate.head.into());
    is_where && asks && case.is_some_and(|case| ALONG.contains(&case))
}

/// "Where was he arrested?" is not answered by "seized power *in a coup*".
fn is_in_deed(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let is_event = matches!(scene.passage.meaning(head).kind, NounKind::Event | NounKind::Act);
    matches!(candidate.kind, Kind::Phrase | Kind::Prepositional)
        && scene.query.asks == QuestionType::Where
        && is_event
        && arguments::case(grammar, head) == Some("in")
        && grammar.lemma(usize::from(scene.clauses[head])) != scene.query.predicate_lemma()
        && !has_name(scene.passage, candidate)
}

/// "Where in the cottage was it hidden?" is not answered by where the cottage is.
fn is_around(scene: &Scene, candidate: &Candidate) -> bool {
    let words = &scene.query.words;
    let asks = words.iter().zip(words.iter().skip(1)).position(|(first, next)| {
        first == "where" && matches!(next.as_str(), "in" | "on" | "inside" | "at")
    });
    let Some(at) = asks else { return false };
    let grammar = &scene.passage.grammar;
    let named = scene.wanted.iter().map(|want| want.term.token).filter(|&token| token > at + 1);
    let place = named.min().and_then(|token| scene.met_of(token));
    place.is_some_and(|place| {
        let place = usize::from(place.token);
        let head = usize::from(candidate.head);
        head != place && grammar.is_below(head, place)
    })
}
