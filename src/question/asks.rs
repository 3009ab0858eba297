//! What kind of question it is, told by its first words.

use crate::text::syntax::{Sentence, Tag};

/// The kind of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Asks {
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
    /// "Attendees?", "four-point agreement": no verb at all.
    Topic,
}

impl Asks {
    /// Every kind, in the order of the columns of the ranking's weights.
    pub const ALL: [Asks; 12] = [
        Asks::When,
        Asks::Where,
        Asks::Who,
        Asks::What,
        Asks::Which,
        Asks::Why,
        Asks::HowMany,
        Asks::HowMeasured,
        Asks::How,
        Asks::YesNo,
        Asks::Claim,
        Asks::Topic,
    ];

    /// Whether Yes or No is what it wants.
    pub fn wants_verdict(self) -> bool {
        matches!(self, Asks::YesNo | Asks::Claim)
    }
}

/// The kind of question, and the tokens of its question phrase ("in which city"), inclusive.
pub(super) fn of(grammar: &Sentence, words: &[String]) -> (Asks, Option<(usize, usize)>) {
    match question_word(words, grammar) {
        Some(at) => {
            let (asks, last) = by_word(words, grammar, at);
            (asks, Some((at, last)))
        }
        None if opens_with_auxiliary(words) => (Asks::YesNo, None),
        None if has_clause(grammar) => (Asks::Claim, None),
        None => (Asks::Topic, None),
    }
}

/// Where the question word stands. A relative "who" or "which" inside a noun phrase is none when an
/// earlier question word or a leading auxiliary has opened the question.
fn question_word(words: &[String], grammar: &Sentence) -> Option<usize> {
    const WORDS: [&str; 9] =
        ["when", "where", "who", "whom", "whose", "what", "which", "why", "how"];
    let at = words.iter().position(|word| WORDS.contains(&word.as_str()))?;
    if opens_with_auxiliary(&words[..at]) && !asks_indirectly(&words[..at]) {
        return None;
    }
    let opens = words[..at].iter().all(|word| is_lead_in(word)) || asks_indirectly(&words[..at]);
    let ends = at + 1 >= words.iter().filter(|word| word.as_str() != "?").count();
    let relative = at > 0
        && grammar.tokens.get(at - 1).is_some_and(|t| t.tag.is_noun() || t.tag == Tag::Comma);
    let subordinate = !opens && has_clause_before(grammar, at);
    (opens || ends || !(relative || subordinate)).then_some(at)
}

fn has_clause_before(grammar: &Sentence, at: usize) -> bool {
    grammar.tokens[..at.min(grammar.tokens.len())].iter().any(|token| token.tag.is_finite())
}

/// Words that may stand before the question word without a clause of their own.
fn is_lead_in(word: &str) -> bool {
    const LEAD_INS: [&str; 33] = [
        "and", "but", "so", "ok", "okay", "well", "then", "also", "please", "hey", "hi", "in",
        "on", "at", "to", "from", "by", "for", "with", "of", "about", "until", "since", "under",
        "during", "after", "before", "out", "through", ",", "exactly", "near", "around",
    ];
    LEAD_INS.contains(&word)
}

/// "Do you know when", "can you tell me who", "tell me where", "I wonder why".
fn asks_indirectly(before: &[String]) -> bool {
    const ASKING: [&str; 6] = ["know", "tell", "wonder", "wondering", "explain", "ask"];
    before.iter().any(|word| ASKING.contains(&word.as_str()))
        && before
            .iter()
            .any(|word| matches!(word.as_str(), "you" | "me" | "i" | "anyone" | "anybody" | "us"))
}

fn opens_with_auxiliary(words: &[String]) -> bool {
    const AUXILIARIES: [&str; 26] = [
        "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "will",
        "would", "can", "could", "shall", "should", "may", "might", "must", "ca", "wo", "ai",
        "isnt", "didnt", "wasnt",
    ];
    let first = words.iter().find(|word| !is_lead_in(word));
    first.is_some_and(|word| AUXILIARIES.contains(&word.as_str()))
}

fn has_clause(grammar: &Sentence) -> bool {
    let root = grammar.root();
    let finite = grammar.tokens.iter().any(|token| token.tag.is_finite());
    let subject = grammar.tokens.iter().any(|token| token.relation.is_subject());
    finite && subject && root.is_some()
}

fn by_word(words: &[String], grammar: &Sentence, at: usize) -> (Asks, usize) {
    let next = words.get(at + 1).map_or("", String::as_str);
    match words[at].as_str() {
        "when" => (Asks::When, at),
        "where" => (Asks::Where, at),
        "who" | "whom" => (Asks::Who, at),
        "whose" => (Asks::Who, noun_after(grammar, at)),
        "why" => (Asks::Why, at),
        "how" => by_how(next, grammar, at),
        "what" if matches!(words.last().map(String::as_str), Some("for")) => (Asks::Why, at),
        "what" if words.get(at + 2).is_some_and(|word| word == "for") && next == "?" => {
            (Asks::Why, at)
        }
        word => by_noun(word, grammar, at),
    }
}

fn by_how(next: &str, grammar: &Sentence, at: usize) -> (Asks, usize) {
    match next {
        "many" => (Asks::HowMany, noun_after(grammar, at + 1)),
        "much" => (Asks::HowMany, comparative_after(grammar, at + 1)),
        "come" => (Asks::Why, at + 1),
        _ => match grammar.tokens.get(at + 1).map(|token| token.tag) {
            Some(Tag::JJ) | Some(Tag::RB) if is_measure(next) => (Asks::HowMeasured, at + 1),
            _ if is_measure(next) => (Asks::HowMeasured, at + 1),
            _ => (Asks::How, at),
        },
    }
}

fn is_measure(word: &str) -> bool {
    const MEASURES: [&str; 24] = [
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
    ];
    MEASURES.contains(&word)
}

/// "Which" and "what" with the noun that they ask for, or alone.
fn by_noun(word: &str, grammar: &Sentence, at: usize) -> (Asks, usize) {
    let last = noun_after(grammar, at);
    if last == at && word == "what" { (Asks::What, at) } else { (Asks::Which, last) }
}

/// The last token of the noun phrase that follows `at` directly; `at` where none does.
fn noun_after(grammar: &Sentence, at: usize) -> usize {
    let inside = |index: &usize| {
        let Some(token) = grammar.tokens.get(*index) else { return false };
        token.tag.is_noun()
            || token.tag.is_adjective()
            || matches!(token.tag, Tag::CD | Tag::VBN | Tag::VBG | Tag::POS)
    };
    let last = (at + 1..).take_while(inside).last().unwrap_or(at);
    let noun = |index: &usize| grammar.tokens[*index].tag.is_noun();
    (at + 1..=last).rev().find(noun).unwrap_or(at)
}

/// For "how much": "money", "worse", "of the vote".
fn comparative_after(grammar: &Sentence, at: usize) -> usize {
    let comparative =
        grammar.tokens.get(at + 1).is_some_and(|token| matches!(token.tag, Tag::JJR | Tag::RBR));
    if comparative { at + 1 } else { noun_after(grammar, at) }
}
