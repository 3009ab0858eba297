//! What kind of amount answers "how many", "how much", "how long".

use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::Tag;

use super::answer_type::{AnswerType, has_verb};
use super::query::Query;

/// What answers "how many" and "how much".
pub(super) fn how_many(query: &Query) -> AnswerType {
    let much = query.phrase.is_some_and(|(first, _)| query.word(first + 1) == "much");
    let noun = query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let sum = || Lexicon::builtin().kind_of(noun) == NounKind::Money;
    match (much, noun) {
        (_, "percent" | "percentage") => AnswerType::Percent,
        (true, _) if is_part(query) => AnswerType::Measure,
        (true, "") if is_price(query) => AnswerType::Money,
        (true, "" | "money" | "cash") if speaks_of_money(query) || !noun.is_empty() => {
            AnswerType::Money
        }
        (true, "time") => AnswerType::Duration,
        (true, _) if sum() => AnswerType::Money,
        (true, _) if is_longer(query) => AnswerType::Duration,
        (true, _) => AnswerType::Measure,
        (false, "time") => AnswerType::Frequency,
        _ => AnswerType::Number,
    }
}

/// "How much of the money": a sum, a share, or a part of it.
fn is_part(query: &Query) -> bool {
    query
        .phrase
        .is_some_and(|(first, last)| query.word(first + 2) == "of" || query.word(last + 1) == "of")
}

/// "How much is a ticket": no verb but "be" and no comparison.
fn is_price(query: &Query) -> bool {
    let words = query.parts();
    let Some((_, last)) = query.phrase.filter(|&(_, last)| words.is_be(last + 1)) else {
        return false;
    };
    let compared = matches!(words.tag(last), Tag::JJR | Tag::RBR);
    let named = words.tag(last + 2) != Tag::IN;
    !compared && named && !(last + 2..words.len()).any(|at| words.tag(at).is_verb())
}

/// "How much longer".
fn is_longer(query: &Query) -> bool {
    query.phrase.is_some_and(|(_, last)| query.word(last) == "longer")
}

fn speaks_of_money(query: &Query) -> bool {
    const VERBS: [&str; 27] = [
        "cost", "pay", "spend", "earn", "raise", "donate", "sell", "buy", "owe", "charge", "worth",
        "invest", "fine", "lose", "make", "give", "fetch", "get", "value", "bid", "offer", "price",
        "fare", "steal", "award", "spent", "ransom",
    ];
    has_verb(query, &VERBS)
}

/// What answers "how long", "how old", "how far".
pub(super) fn measured(query: &Query) -> AnswerType {
    let adjective = query.phrase.map_or("", |(_, last)| query.word(last));
    match adjective {
        "long" if query.phrase.is_some_and(|(_, last)| query.word(last + 1) == "ago") => {
            AnswerType::Date
        }
        "long" if is_length(query) => AnswerType::Measure,
        "long" | "quickly" => AnswerType::Duration,
        "old" | "young" => AnswerType::Age,
        "often" | "frequently" => AnswerType::Frequency,
        "soon" | "late" | "early" => AnswerType::Date,
        "expensive" | "rich" | "costly" | "pricey" | "cheap" | "wealthy" => AnswerType::Money,
        _ => AnswerType::Measure,
    }
}

/// "How long is the bridge" asks for metres, "how long was the flight" for hours.
fn is_length(query: &Query) -> bool {
    let words = query.parts();
    let lasting = |first: usize| first > 0 && words.word(first - 1) == "for";
    let be = query.phrase.filter(|&(first, last)| words.is_be(last + 1) && !lasting(first));
    let Some((_, last)) = be else { return false };
    let rest = last + 2..words.len();
    let verb = rest.clone().any(|at| words.tag(at).is_verb());
    let head = rest
        .take_while(|&at| !matches!(words.tag(at), Tag::IN | Tag::TO) && !words.is_end(at))
        .filter(|&at| matches!(words.tag(at), Tag::NN | Tag::NNS) && !words.is_capital(at))
        .last();
    let extends = |at: usize| {
        matches!(
            Lexicon::builtin().kind_of(words.grammar.lemma(at)),
            NounKind::Building
                | NounKind::Vehicle
                | NounKind::Place
                | NounKind::Animal
                | NounKind::Weapon
                | NounKind::Device
                | NounKind::Body
                | NounKind::Thing
        )
    };
    let ends = |at: usize| words.is_end(at + 1) || words.tag(at + 1) == Tag::IN;
    !verb && head.is_some_and(|head| extends(head) && ends(head))
}
