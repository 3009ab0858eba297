//! What kind of question it is, told by its first words.

use crate::text::syntax::{Relation, Tag};

use super::phrase::{self, noun_after, opens_with_auxiliary, question_word};
use super::words::Words;

/// The kind of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QuestionType {
    /// "When …", "what day …", "in which year …".
    When,
    /// "Where …", "in which city …".
    Where,
    /// "Who …", "whom …", "whose …".
    Who,
    /// "What …".
    #[default]
    What,
    /// "Which …", and "what" before a noun.
    Which,
    /// "Why …", "what for", "how come".
    Why,
    /// "How many …", "how much …".
    HowMany,
    /// "How long …", "how old …", "how far …": a measure.
    HowMeasured,
    /// "How …": a manner or means.
    How,
    /// "Is …", "did …".
    YesNo,
    /// "The talks are in Beijing": to be confirmed or denied.
    Claim,
    /// "Attendees?", "nine-point agreement": no verb at all.
    Topic,
}

impl QuestionType {
    /// Every kind, in the order of the columns of the ranking's weights.
    pub const ALL: [QuestionType; 12] = [
        QuestionType::When,
        QuestionType::Where,
        QuestionType::Who,
        QuestionType::What,
        QuestionType::Which,
        QuestionType::Why,
        QuestionType::HowMany,
        QuestionType::HowMeasured,
        QuestionType::How,
        QuestionType::YesNo,
        QuestionType::Claim,
        QuestionType::Topic,
    ];

    /// Whether Yes or No is what it wants.
    pub fn wants_verdict(self) -> bool {
        matches!(self, QuestionType::YesNo | QuestionType::Claim)
    }
}

/// The kind of question, and the tokens of its question phrase ("in which city"), inclusive.
pub(super) fn of(words: Words) -> (QuestionType, Option<(usize, usize)>) {
    match question_word(words) {
        Some(at) => {
            let (asks, last) = by_word(words, at);
            (asks, Some((at, last)))
        }
        None if opens_with_auxiliary(words) => (QuestionType::YesNo, None),
        None if phrase::is_imperative(words) => (QuestionType::Topic, None),
        None if is_sentence(words) || has_clause(words) || concludes(words) || asserts(words) => {
            (QuestionType::Claim, None)
        }
        None => (QuestionType::Topic, None),
    }
}

/// "People there sign up for life.": begins with a capital, ends with its full stop and has a verb.
fn is_sentence(words: Words) -> bool {
    const SHORTEST: usize = 4;
    let text = words.text.trim();
    text.starts_with(char::is_uppercase)
        && text.ends_with('.')
        && !text.ends_with("..")
        && words.len() > SHORTEST
        && (1..words.len()).any(|at| words.tag(at).is_verb())
}

/// "So the captain died?"
fn concludes(words: Words) -> bool {
    words.is_one_of(0, &["so", "then"]) && (1..words.len()).any(|at| words.tag(at).is_verb())
}

/// "Most bread baked in the valley already *has* rye in it": a verb that helps or links, after a
/// noun that is no part of a clause of its own ("the place the talks were held").
fn asserts(words: Words) -> bool {
    let finite = |at: &usize| {
        words.is_auxiliary(*at) && words.tag(*at).is_finite() && words.word(*at) != "'s"
    };
    let Some(verb) = (1..words.len()).find(finite) else { return false };
    let opens = |at: usize| {
        words.is_one_of(at, &["that", "who", "which", "if", "whether", "as"])
            || at > 0 && words.tag(at - 1).is_noun() && matches!(words.tag(at), Tag::DT | Tag::PRP)
    };
    words.tag(0) != Tag::IN
        && (0..verb).any(|at| words.tag(at).is_noun())
        && !(0..verb).any(opens)
        && verb + 1 < words.len()
}

fn has_clause(words: Words) -> bool {
    if is_passive_phrase(words) {
        return false;
    }
    let tokens = &words.grammar.tokens;
    let finite = (0..tokens.len()).any(|at| tokens[at].tag.is_finite() && words.word(at) != "'s");
    let copula = (1..tokens.len()).any(|at| {
        words.word(at) == "'s" && tokens[at].tag.is_finite() && !words.tag(at + 1).is_noun()
    });
    let subject = tokens.iter().any(|token| token.relation.is_subject());
    let root = words.grammar.root();
    let headed = root.is_some_and(|root| {
        tokens[root].tag.is_verb() || words.grammar.child(root, Relation::Cop).is_some()
    });
    let relative = (0..words.len()).any(|at| words.is_one_of(at, &["that", "who", "which"]));
    (finite || copula) && subject && (headed || (root.is_some() && !relative))
}

/// "Crops *looked at in* the study": a preposition without its noun belongs to a participle.
fn is_passive_phrase(words: Words) -> bool {
    let is_stranded = |at: usize| {
        matches!(words.tag(at), Tag::VBD | Tag::VBN)
            && words.tag(at + 1) == Tag::IN
            && words.tag(at + 2) == Tag::IN
            && !words.is_one_of(at + 1, &["up", "out", "off", "down", "over", "back", "away", "on"])
    };
    let verbs = (0..words.len()).filter(|&at| words.tag(at).is_finite());
    (1..words.len()).any(is_stranded) && verbs.count() <= 1
}

fn by_word(words: Words, at: usize) -> (QuestionType, usize) {
    match words.word(at) {
        "when" => (QuestionType::When, at),
        "where" => (QuestionType::Where, at),
        "who" | "whom" => (QuestionType::Who, at),
        "whose" => (QuestionType::Who, noun_after(words, at)),
        "why" => (QuestionType::Why, at),
        "how" => by_how(words, at),
        "what" if asks_cause(words, at) || asks_purpose(words, at) => (QuestionType::Why, at),
        word => by_noun(word, words, at),
    }
}

/// "What made them leave", "what led to the war", "what caused it".
fn asks_cause(words: Words, at: usize) -> bool {
    const CAUSES: [&str; 22] = [
        "caused",
        "causes",
        "causing",
        "cause",
        "prompted",
        "triggered",
        "provoked",
        "sparked",
        "motivated",
        "led",
        "drove",
        "persuaded",
        "convinced",
        "forced",
        "stopped",
        "kept",
        "prevented",
        "delayed",
        "halted",
        "hampered",
        "held",
        "set",
    ];
    let verb = (at + 1..words.len())
        .find(|&next| !words.is_auxiliary(next) && !words.tag(next).is_adverb())
        .unwrap_or(at);
    let causes = words.is_one_of(verb, &CAUSES)
        && (words.tag(verb).is_verb() || words.is_one_of(verb, &["caused", "sparked"]))
        && with_particle(words, verb);
    let made = words.is_one_of(verb, &["made", "makes"])
        && (verb + 2..words.len()).any(|later| {
            matches!(words.tag(later), Tag::VB | Tag::VBP)
                || words.tag(later).is_adjective()
                || later > verb + 2 && words.is_one_of(later, &["over", "down", "off", "away"])
        });
    causes || made
}

/// Whether a verb that names a cause only with another word has it: "led *to*", "held them *up*".
fn with_particle(words: Words, verb: usize) -> bool {
    let later = |particles: &[&str]| {
        (verb + 1..words.len().min(verb + 8)).any(|at| words.is_one_of(at, particles))
    };
    match words.word(verb) {
        "led" => words.word(verb + 1) == "to",
        "held" => later(&["up", "back"]),
        "set" => later(&["off"]),
        "stopped" | "kept" | "delayed" | "halted" => {
            !words.is_end(verb + 1) && words.tag(verb + 1) != Tag::IN
        }
        _ => true,
    }
}

/// "What for?", "what are the tubes for?", "what did they do that for?"
fn asks_purpose(words: Words, at: usize) -> bool {
    let Some(last) = words.last().filter(|&last| last > at && words.word(last) == "for") else {
        return false;
    };
    let plain = words.is_be(at + 1) && !(at + 2..last).any(|inside| words.tag(inside).is_verb());
    last == at + 1 || plain || words.is_one_of(last - 1, &["that", "this", "it"])
}

fn by_how(words: Words, at: usize) -> (QuestionType, usize) {
    match words.word(at + 1) {
        "many" => (QuestionType::HowMany, noun_after(words, at + 1)),
        "much" => (QuestionType::HowMany, comparative_after(words, at + 1)),
        "come" => (QuestionType::Why, at + 1),
        next if is_measure(next) => (QuestionType::HowMeasured, at + 1),
        _ => (QuestionType::How, at),
    }
}

fn is_measure(word: &str) -> bool {
    const MEASURES: [&str; 36] = [
        "long",
        "old",
        "far",
        "big",
        "large",
        "tall",
        "high",
        "deep",
        "fast",
        "heavy",
        "wide",
        "often",
        "soon",
        "hot",
        "cold",
        "expensive",
        "young",
        "late",
        "early",
        "small",
        "strong",
        "quickly",
        "frequently",
        "close",
        "rich",
        "thick",
        "thin",
        "broad",
        "loud",
        "steep",
        "warm",
        "low",
        "costly",
        "pricey",
        "cheap",
        "wealthy",
    ];
    MEASURES.contains(&word)
}

/// "Which" and "what" with the noun that they ask for, or alone.
fn by_noun(word: &str, words: Words, at: usize) -> (QuestionType, usize) {
    let last = if words.is_auxiliary(at + 1) { at } else { noun_after(words, at) };
    if last == at && word == "what" {
        (QuestionType::What, at)
    } else {
        (QuestionType::Which, last)
    }
}

/// For "how much": "money", "worse", "of the vote".
fn comparative_after(words: Words, at: usize) -> usize {
    let comparative = matches!(words.tag(at + 1), Tag::JJR | Tag::RBR);
    if comparative { at + 1 } else { noun_after(words, at) }
}
