//! The place in the clause that the answer fills, by the order of words after the question phrase:
//! questions are formed so regularly that this is surer than the tree.

use crate::text::syntax::Tag;

use super::phrase::clause_after;
use super::predicate;
use super::query::Slot;
use super::question_type::QuestionType;
use super::words::Words;

/// The answer's place.
pub(super) fn of(words: Words, asks: QuestionType, phrase: Option<(usize, usize)>) -> Slot {
    let Some((first, last)) = phrase else { return Slot::Unknown };
    if let Some(preposition) = preposition_before(words, first) {
        return Slot::Oblique(preposition.to_owned());
    }
    if let Some(verb) = predicate::embedded(words, phrase) {
        return of_embedded(words, verb);
    }
    match asks {
        QuestionType::Why if names_cause(words, first) => Slot::Subject,
        QuestionType::When
        | QuestionType::Where
        | QuestionType::Why
        | QuestionType::How
        | QuestionType::HowMeasured => Slot::Adverbial,
        _ => by_order(words, asks, clause_after(words, last)),
    }
}

/// "What caused the fire", and not "what are the tubes for".
fn names_cause(words: Words, first: usize) -> bool {
    words.word(first) == "what" && words.last().is_some_and(|last| words.word(last) != "for")
}

/// The gap in a clause that somebody says: "who did she say *cost* her the race", "what did she say
/// they would *pay* for".
fn of_embedded(words: Words, verb: usize) -> Slot {
    let subject = (0..verb)
        .rev()
        .take_while(|&at| !words.tag(at).is_verb())
        .any(|at| words.tag(at).is_noun() || words.tag(at) == Tag::PRP);
    match stranded(words) {
        Some(preposition) => Slot::Oblique(preposition),
        None if subject => Slot::Object,
        None => Slot::Subject,
    }
}

fn by_order(words: Words, asks: QuestionType, next: usize) -> Slot {
    if !words.is_auxiliary(next) {
        return if inverted(words, next) { Slot::Complement } else { Slot::Subject };
    }
    if words.is_do_or_have(next) && words.word(next + 1) == "to" {
        return Slot::Subject;
    }
    let after = (next + 1..words.len())
        .find(|&at| !words.tag(at).is_adverb() || words.word(at) == "not")
        .unwrap_or(words.len());
    if words.is_be(next) && semi_auxiliary(words, after) {
        return if words.tag(after + 2) == Tag::VB && words.word(after + 2) == "be" {
            Slot::PassiveSubject
        } else {
            Slot::Subject
        };
    }
    let verb =
        words.tag(after).is_verb() || words.is_one_of(after, &["be", "been", "have", "being"]);
    if verb { as_subject(words, next, after) } else { behind_subject(words, asks, next, after) }
}

/// "Due to", "set to", "supposed to": the subject is that of what follows.
fn semi_auxiliary(words: Words, at: usize) -> bool {
    const SEMI: [&str; 9] =
        ["going", "due", "set", "supposed", "meant", "expected", "likely", "about", "scheduled"];
    words.is_one_of(at, &SEMI) && words.word(at + 1) == "to"
}

fn as_subject(words: Words, auxiliary: usize, verb: usize) -> Slot {
    let passive = words.is_be(auxiliary) && words.tag(verb) == Tag::VBN;
    let later = words.is_one_of(verb, &["be", "been", "being"]) && words.tag(verb + 1) == Tag::VBN;
    if passive || later { Slot::PassiveSubject } else { Slot::Subject }
}

/// An auxiliary and then a noun phrase: "who did Archer meet", "who is the man that …".
fn behind_subject(words: Words, asks: QuestionType, auxiliary: usize, after: usize) -> Slot {
    let later_verb = (after..words.len()).find(|&at| words.tag(at).is_verb());
    match later_verb.filter(|_| words.is_be(auxiliary)) {
        Some(verb) if asks == QuestionType::Who && describes_person(words, after, verb) => {
            relative(words, after, verb)
        }
        None if words.is_be(auxiliary)
            && asks == QuestionType::Who
            && is_predicate(words, after) =>
        {
            Slot::Subject
        }
        None if words.is_be(auxiliary) => stranded(words)
            .or_else(|| stranded_inside(words, after))
            .map_or(Slot::Complement, Slot::Oblique),
        _ => stranded(words).map_or(Slot::Object, Slot::Oblique),
    }
}

/// "Who is *critical* of the plan": an adjective that says something of whoever is asked for.
fn is_predicate(words: Words, at: usize) -> bool {
    words.tag(at).is_adjective()
        && matches!(words.tag(at + 1), Tag::IN | Tag::TO)
        && stranded(words).is_none()
}

/// "The guy that …", "the man accused of …": a verb of a clause that hangs on a noun for a person.
fn describes_person(words: Words, first: usize, verb: usize) -> bool {
    let determined = matches!(words.tag(first), Tag::DT | Tag::CD | Tag::PRPS)
        || (first..verb).any(|at| words.tag(at) == Tag::POS);
    let person =
        (first..verb).any(|at| words.is_person(at) || words.is_one_of(at, &["one", "ones"]));
    let linked =
        (first..verb).any(|at| words.is_one_of(at, &["that", "who", "which", "whose", "whom"]));
    let reduced = matches!(words.tag(verb), Tag::VBN | Tag::VBG) && words.tag(verb - 1).is_noun();
    determined && person && (linked || (reduced && words.is_person(verb - 1)))
}

fn relative(words: Words, first: usize, verb: usize) -> Slot {
    let link = (first..verb).find(|&at| words.is_one_of(at, &["that", "who", "which"]));
    let noun_between = |link: usize| {
        (link + 1..verb).any(|at| words.tag(at).is_noun() || words.tag(at) == Tag::PRP)
    };
    match link {
        Some(link) if noun_between(link) => Slot::Object,
        Some(_) => Slot::Subject,
        None => Slot::Complement,
    }
}

/// "Who the new coach is": the order of a question inside a question.
fn inverted(words: Words, next: usize) -> bool {
    let Some(last) = words.last().filter(|&last| last > next) else { return false };
    words.is_be(last) && !(next..last).any(|at| words.tag(at).is_verb())
}

/// A preposition that was left at the end: "who did Archer meet *with*".
fn stranded(words: Words) -> Option<String> {
    let end = words.last()?;
    matches!(words.tag(end), Tag::IN | Tag::TO).then(|| words.word(end).to_owned())
}

/// "What are they afraid *of* with the dam": a preposition that is left behind an adjective, with
/// another phrase after it.
fn stranded_inside(words: Words, after: usize) -> Option<String> {
    let left = (after + 1..words.len()).find(|&at| {
        words.tag(at) == Tag::IN
            && words.tag(at - 1).is_adjective()
            && matches!(words.tag(at + 1), Tag::IN | Tag::RB | Tag::WRB)
    })?;
    Some(words.word(left).to_owned())
}

fn preposition_before<'a>(words: Words<'a>, first: usize) -> Option<&'a str> {
    const PREPOSITIONS: [&str; 24] = [
        "in", "on", "at", "to", "from", "by", "for", "with", "of", "about", "until", "since",
        "under", "during", "after", "before", "through", "near", "around", "against", "behind",
        "into", "over", "between",
    ];
    let before = first.checked_sub(1)?;
    words.is_one_of(before, &PREPOSITIONS).then(|| words.word(before))
}
