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
use crate::lexicon::NounKind;
use crate::question::AnswerType;
use crate::text::syntax::{EntityKind, Relation, Sentence, Tag};

use super::{Feature, FeatureVector};

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
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let tells = match scene.query.expects {
        AnswerType::Reason => reason(scene, candidate, measures),
        AnswerType::Manner => means(scene, candidate, measures),
        _ => return,
    };
    measures.set(Feature::Restates, if tells { 0.0 } else { said_again(scene, candidate) });
}

/// Measures the signs of means; whether there is any.
fn means(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) -> bool {
    let opens = opens_means(scene.passage, candidate);
    let near = if opens { beside_event(scene, candidate) } else { 0.0 };
    measures.set(Feature::CauseOfAsked, near);
    opens || shows_means(scene.passage, candidate)
}

/// Whether the first word opens means: "by breaking a window", "using a drone", and not "by
/// Friday", "with Ms Ortega".
pub(super) fn opens_means(passage: &Passage, candidate: &Candidate) -> bool {
    let grammar = &passage.grammar;
    let first = usize::from(candidate.first);
    let opens = matches!(grammar.lemma(first), "by" | "with" | "via" | "through" | "without")
        || matches!(passage.word(first), "using" | "Using");
    let named = grammar.entity_at(candidate.head.into()).is_some_and(|entity| {
        matches!(entity.kind, EntityKind::Place | EntityKind::Person | EntityKind::Organization)
    });
    let somebody = passage.meaning(candidate.head.into()).kind.is_person();
    opens
        && passage.date_at(first).is_none()
        && !named
        && !somebody
        && passage.date_at(candidate.head.into()).is_none()
}

/// Whether a noun does what a verb says that tells a cause: "*a spark* set off the fire", "*a
/// strike* kept the port shut".
pub(super) fn is_told_cause(passage: &Passage, head: usize) -> bool {
    const CAUSING: [&str; 20] = [
        "cause", "trigger", "spark", "prompt", "provoke", "stop", "keep", "prevent", "delay",
        "halt", "hold", "force", "make", "drive", "send", "lead", "set", "allow", "enable", "let",
    ];
    let grammar = &passage.grammar;
    let Some(above) = grammar.head(head) else { return false };
    let causes = grammar.tokens[above].tag.is_verb()
        && CAUSING.contains(&grammar.lemma(above))
        && arguments::doer(grammar, above) == Some(head);
    causes || is_blamed(grammar, head, above) || is_behind(grammar, head, above)
}

/// "Blamed *a cable* for it", "blamed it on *a cable*", "traced it to *a cable*".
fn is_blamed(grammar: &Sentence, noun: usize, verb: usize) -> bool {
    match (grammar.lemma(verb), arguments::case(grammar, noun)) {
        // "Blamed the fire *on a cable*".
        ("blame", None) if arguments::oblique(grammar, verb, "on").is_some() => false,
        ("blame" | "cite", None) => arguments::undergoer(grammar, verb) == Some(noun),
        ("blame", Some("on")) | ("attribute" | "trace" | "ascribe", Some("to")) => true,
        _ => false,
    }
}

/// "*A cable* was behind it", "found *a cable* to be behind it".
fn is_behind(grammar: &Sentence, noun: usize, above: usize) -> bool {
    let relation = grammar.tokens[noun].relation;
    let is_subject = relation.is_subject() && stands_behind(grammar, above);
    is_subject || relation == Relation::Obj && is_told_behind(grammar, above)
}

/// "Was *behind the crash*".
fn stands_behind(grammar: &Sentence, noun: usize) -> bool {
    arguments::case(grammar, noun) == Some("behind") && grammar.child(noun, Relation::Cop).is_some()
}

/// Measures the signs of a reason; whether there is any.
fn reason(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) -> bool {
    let passage = scene.passage;
    let sign = candidate.notes.sign;
    let inside = if tells_inside(passage, candidate) {
        1.0
    } else if perhaps_inside(passage, candidate) {
        0.5
    } else {
        0.0
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
    let elsewhere = sign != Sign::None && is_of_other_event(scene, candidate);
    measures.flag(Feature::OfOtherEvent, elsewhere);
    strength > 0.0
}

/// Whether a reason is told, or may be, inside a clause.
pub(super) fn is_told_inside(passage: &Passage, candidate: &Candidate) -> bool {
    tells_inside(passage, candidate) || perhaps_inside(passage, candidate)
}

/// Whether a verb names the reason of something: "the agency *blamed* the weather".
pub(super) fn names_cause(grammar: &Sentence, verb: usize) -> bool {
    NAMING.contains(&grammar.lemma(verb))
}

/// "Declared an error *to be behind the crash*": whether something is said to be behind another.
pub(super) fn is_told_behind(grammar: &Sentence, above: usize) -> bool {
    stands_behind(grammar, above)
        || grammar.children(above).any(|child| {
            matches!(grammar.tokens[child].relation, Relation::Xcomp | Relation::Ccomp)
                && stands_behind(grammar, child)
        })
}

/// Whether the words behind the first tell a reason, or their verb names one.
fn tells_inside(passage: &Passage, candidate: &Candidate) -> bool {
    let grammar = &passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let names = |token: usize| {
        let lemma = grammar.lemma(token);
        let tag = grammar.tokens[token].tag;
        (tag.is_verb() && (names_cause(grammar, token) || leads_to(passage, token)))
            || (tag.is_noun() && REASONS.contains(&lemma))
    };
    let sure = |token: usize| {
        OPENING.contains(&passage.word(token)) && sign(passage, token, Kind::Clause) == Sign::Surely
    };
    let above = grammar.head(candidate.head.into());
    let names_it = |above: usize| names(above) || is_told_behind(grammar, above);
    let under = candidate.kind != Kind::Sentence && above.is_some_and(names_it);
    (first + 1..=last).any(sure) || (first..=last).any(names) || under
}

/// The word at a token, empty beyond the last.
fn word_at(passage: &Passage, token: usize) -> &str {
    if token < passage.len() { passage.word(token) } else { "" }
}

/// Whether a clause hangs inside that may tell the reason of the rest: "opened late since the boxes
/// had been lost", "extended it to allow more tests". One that only tells where, how or under what
/// condition does not.
fn perhaps_inside(passage: &Passage, candidate: &Candidate) -> bool {
    const OTHER: [&str; 9] =
        ["if", "unless", "although", "though", "while", "whether", "before", "where", "until"];
    let grammar = &passage.grammar;
    let inside = usize::from(candidate.first)..=usize::from(candidate.last);
    let clause = |token: usize| {
        grammar.tokens[token].relation == Relation::Advcl
            && token != usize::from(candidate.head)
            && !brings_about(grammar, token)
            && grammar
                .head(token)
                .is_some_and(|head| inside.contains(&head) && !brings_about(grammar, head))
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

/// "*Leaving* 23 ships outside the harbour": a participle of what a deed brings about.
pub(super) fn brings_about(grammar: &Sentence, verb: usize) -> bool {
    const BRINGING: [&str; 28] = [
        "leave", "kill", "injure", "wound", "hurt", "force", "cause", "prompt", "bring", "make",
        "raise", "trigger", "spark", "send", "destroy", "damage", "cut", "push", "lift", "put",
        "become", "add", "end", "close", "shut", "strand", "trap", "flood",
    ];
    grammar.tokens[verb].tag == Tag::VBG && BRINGING.contains(&grammar.lemma(verb))
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

/// The verb of a candidate's clause and that of the clause which it hangs on.
fn verbs_above(scene: &Scene, candidate: &Candidate) -> [Option<usize>; 2] {
    let head = usize::from(candidate.head);
    let own = usize::from(scene.clauses[head]);
    let above = scene.passage.grammar.head(own).map(|above| usize::from(scene.clauses[above]));
    [Some(own), above.filter(|_| own == head)]
}

/// "Doctors are worried *because the strain is resistant*", where the question asks
/// for nothing of that.
fn is_of_other_event(scene: &Scene, candidate: &Candidate) -> bool {
    let verbs = verbs_above(scene, candidate);
    let asked = scene.pairs().any(|(_, met)| {
        let verb = usize::from(scene.clauses[usize::from(met.token)]);
        met.strength >= MET && verbs.contains(&Some(verb))
    });
    !asked && !stands_for_event(scene, candidate)
}

/// "*The decision* was taken because of weak demand": a noun that stands for what was told before.
fn stands_for_event(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let subjects = verbs_above(scene, candidate).into_iter().flatten();
    subjects.filter_map(|verb| arguments::subject(grammar, verb)).any(|subject| {
        let told = grammar
            .child(subject, Relation::Det)
            .is_some_and(|det| matches!(grammar.lemma(det), "the" | "this" | "that"));
        let happens =
            matches!(scene.passage.meaning(subject).kind, NounKind::Act | NounKind::Event);
        grammar.tokens[subject].tag == Tag::PRP || told && happens
    })
}

/// How near the event that is asked about stands: the candidate hangs on it, it is in the sentence,
/// or in the one before or after.
fn beside_event(scene: &Scene, candidate: &Candidate) -> f32 {
    let grammar = &scene.passage.grammar;
    let stands_for = if stands_for_event(scene, candidate) { 0.4 } else { 0.0 };
    let own = scene.hit.own.max(0.5 * scene.hit.beside).max(stands_for);
    let Some(met) = scene.predicate() else { return own };
    let verb = usize::from(met.token);
    let steps = arguments::distance(grammar, candidate.head.into(), verb, 6);
    own.max(met.strength * if steps <= 2 { 1.0 } else { 0.6 })
}
