//! What answers "what" by the verb of the question: words, a name, a sum, a deed.

use crate::text::syntax::Tag;

use super::answer_type::{AnswerType, is_somewhere};
use super::query::{Query, Slot};

const SAYING: [&str; 24] = [
    "say",
    "tell",
    "claim",
    "argue",
    "announce",
    "promise",
    "warn",
    "think",
    "suggest",
    "describe",
    "explain",
    "tweet",
    "write",
    "state",
    "comment",
    "believe",
    "admit",
    "ask",
    "add",
    "recommend",
    "demand",
    "reckon",
    "call",
    "respond",
];

/// The kind of thing that the verb asks for.
pub(super) fn by_verb(query: &Query) -> AnswerType {
    let verb = query.predicate_lemma();
    let words = query.parts();
    match query.slot {
        Slot::Object if asks_living(query) => AnswerType::Definition,
        Slot::Object if asks_own_name(query) => AnswerType::Name,
        Slot::Object if asks_opinion(query) => AnswerType::Opinion,
        Slot::Object if SAYING.contains(&verb) => AnswerType::Speech,
        Slot::Object if matches!(verb, "pay" | "cost" | "charge" | "earn" | "owe") => {
            AnswerType::Money
        }
        Slot::Object if ends_with_do(query) => AnswerType::Action,
        Slot::Object | Slot::Subject if matches!(verb, "do" | "happen" | "occur") => {
            AnswerType::Action
        }
        Slot::Complement
            if query.focus.is_none()
                && !words.has(&["like", "new", "latest", "wrong", "up", "going", "left"])
                && !is_somewhere(query)
                && words.last().is_some_and(|last| words.tag(last) != Tag::IN) =>
        {
            AnswerType::Definition
        }
        _ => AnswerType::Thing,
    }
}

/// "What did they call *their* robot", "what did she name the boat": a name is asked for.
fn asks_own_name(query: &Query) -> bool {
    let Some(verb) = query.predicate else { return false };
    match query.predicate_lemma() {
        "name" | "christen" | "nickname" => true,
        "call" => query.parts().tag(verb + 1) == Tag::PRPS,
        _ => false,
    }
}

/// "What did she call the vote", "what does he think of it", "what did they make of the plan".
fn asks_opinion(query: &Query) -> bool {
    let Some(verb) = query.predicate else { return false };
    let words = query.parts();
    let of_thing = || (verb + 1..words.len()).any(|at| words.is_one_of(at, &["of", "about", "to"]));
    match query.predicate_lemma() {
        "call" | "describe" | "brand" | "dub" | "label" => true,
        "say" | "think" | "believe" | "tweet" | "write" | "comment" => of_thing(),
        "make" => words.word(verb + 1) == "of",
        _ => false,
    }
}

/// "What did her father do for a living", "what does the widow do these days": what somebody is.
fn asks_living(query: &Query) -> bool {
    let words = query.parts();
    let living = words.has(&["living", "profession"]) && words.has(&["do"]);
    let now = words.has(&["does", "do"]) && !words.has(&["did", "will", "to"]);
    let last = words.last().unwrap_or(0);
    let ends = words.word(last) == "do"
        || (words.is_one_of(last, &["now", "days", "today", "nowadays"])
            && (1..last).any(|at| words.word(at) == "do" && at + 3 > last));
    let person = (1..last).any(|at| words.tag(at).is_noun() && words.is_person(at));
    living || (now && ends && person && query.predicate_lemma() == "do")
}

/// "What does he want to do", "what are they going to do about it".
fn ends_with_do(query: &Query) -> bool {
    let words = query.parts();
    (1..words.len()).any(|at| {
        words.word(at) == "do"
            && words.tag(at - 1) == Tag::TO
            && (words.is_end(at + 1)
                || matches!(words.tag(at + 1), Tag::IN | Tag::RB | Tag::RP | Tag::EX))
    })
}
