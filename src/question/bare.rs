//! Follow-ups that are nothing but a question word: "and where?", "since when?", "why was that?",
//! "how many?" They ask the question before once more, with another question phrase.

use crate::text::syntax::Tag;

use super::exchange::LINKS;
use super::question_type::{self, QuestionType};
use super::turn::Turn;
use super::typed::Typed;
use super::words::Words;

/// Whether a question without a word of its own is but its phrase, and stands for the question
/// before: "when was it?" does, "what is in it?" and "how much is it?" do not.
pub(super) fn is(words: Words, (first, last): (usize, usize)) -> bool {
    const LIGHT: [&str; 8] = ["else", "exactly", "so", "then", "not", "happen", "happened", "too"];
    const STANDS: [&str; 3] = ["it", "that", "this"];
    const TIMES: [&str; 5] = ["year", "day", "month", "date", "time"];
    let adverb = words.is_one_of(first, &["when", "where", "why", "how"]) && first == last
        || words.is_one_of(last, &TIMES);
    let many = words.word(last) == "many";
    let rest =
        (last + 1..words.len()).filter(|&at| words.word(at).chars().any(char::is_alphanumeric));
    let light = |at: usize| {
        let stands = words.is_auxiliary(at) || words.is_one_of(at, &STANDS);
        let there = words.is_be(at) || words.word(at) == "there";
        words.is_one_of(at, &LIGHT)
            || adverb && stands
            || many && there
            || Some(at) == tail(words, last)
    };
    let clause = (first..=last).any(|at| words.tag(at).is_verb());
    !clause && rest.clone().all(light)
}

/// The preposition that alone stands behind the phrase: "what about?", "who for?"
fn tail(words: Words, last: usize) -> Option<usize> {
    words.last().filter(|&at| at == last + 1 && matches!(words.tag(at), Tag::IN | Tag::TO))
}

/// The question before with this question phrase for its own.
pub(super) fn completed(
    words: Words,
    (first, last): (usize, usize),
    asks: QuestionType,
    before: &Turn,
) -> String {
    let start = (0..first).find(|&at| !words.is_one_of(at, &LINKS)).unwrap_or(first);
    let typed = words.stretch(start, last);
    let old = Typed::parsed(before.question.clone());
    let old = old.words();
    let (_, phrase) = question_type::of(old);
    let many = words.word(last) == "many";
    let counted = many.then(|| counted(old)).flatten();
    if many && counted.is_none() && words.last() != Some(last) {
        return words.text.to_owned();
    }
    let start = phrase.map_or(0, |(_, last)| last + 1);
    let rest = rest(old, start, asks, counted);
    let noun = counted.map_or("", |(first, last)| {
        let first = (first..last).find(|&at| !is_small(old, at)).unwrap_or(last);
        old.stretch(first, last)
    });
    let rest = rest.trim_end_matches(['?', '!', '.', ' ']);
    let rest = match phrase.filter(|_| counted.is_none()).and_then(|phrase| asked_of(old, phrase)) {
        Some(asked) => with_asked(old, start, rest, asked),
        None => rest.to_owned(),
    };
    let rest = rest.as_str();
    let tail = tail(words, last).map_or("", |at| words.typed(at));
    let parts = [typed, noun, rest, tail];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}?", parts.join(" "))
}

/// The noun of an old question phrase, which is known by now: "huts" of "how many huts".
fn asked_of<'a>(old: Words<'a>, (first, last): (usize, usize)) -> Option<&'a str> {
    let noun = (first + 1..=last).find(|&at| !old.is_one_of(at, &["many", "much"]))?;
    old.tag(last).is_noun().then(|| old.stretch(noun, last))
}

/// The rest of the old question with that noun at its place: "will *huts* be shut".
fn with_asked(old: Words, start: usize, rest: &str, asked: &str) -> String {
    let behind = old.tag(start + 1);
    let is_subject = behind.is_verb() || behind.is_adjective() || behind.is_adverb();
    match rest.split_once(' ').filter(|_| old.is_auxiliary(start)) {
        Some((auxiliary, rest)) if is_subject => format!("{auxiliary} {asked} {rest}"),
        Some(_) => format!("{rest} {asked}"),
        None => format!("{asked} {rest}"),
    }
}

/// The old question from `start` on, without what is asked for now: what is counted, or the
/// "anybody" that "who?" asks for.
fn rest(old: Words, start: usize, asks: QuestionType, counted: Option<(usize, usize)>) -> String {
    const ANY: [&str; 8] = [
        "anybody",
        "anyone",
        "somebody",
        "someone",
        "anything",
        "something",
        "nobody",
        "everybody",
    ];
    let who = matches!(asks, QuestionType::Who | QuestionType::What | QuestionType::HowMany);
    let left_out = |at: usize| {
        counted.is_some_and(|(first, last)| (first..=last).contains(&at))
            || (who && at <= start + 1 && old.is_one_of(at, &ANY))
            || (asks == QuestionType::HowMany
                && counted.is_none()
                && old.is_one_of(at, &["anything", "something", "any"]))
    };
    let mut rest = String::new();
    for at in (start..old.len()).filter(|&at| !left_out(at)) {
        let token = old.grammar.tokens[at].span;
        let apart =
            at > start && old.grammar.tokens[at - 1].span.end < token.start && !rest.is_empty();
        rest.push_str(if apart { " " } else { "" });
        let plain = at == 0 && !old.tag(at).is_proper() || at == start && old.is_auxiliary(at);
        match token.of(old.text) {
            word if plain => rest.push_str(&word.to_lowercase()),
            word => rest.push_str(word),
        }
    }
    rest
}

/// A word before a noun that says nothing of what it is: "the", "other".
fn is_small(words: Words, at: usize) -> bool {
    const SMALL: [&str; 5] = ["other", "more", "many", "several", "few"];
    matches!(words.tag(at), Tag::DT | Tag::CD | Tag::PRPS) || words.is_one_of(at, &SMALL)
}

/// What "how many?" counts, with the words before it that belong to it: the first
/// noun in the plural.
fn counted(old: Words) -> Option<(usize, usize)> {
    let last = (0..old.len()).find(|&at| old.tag(at) == Tag::NNS)?;
    let before = (0..last).rev().take_while(|&at| {
        old.tag(at).is_adjective() || matches!(old.tag(at), Tag::DT | Tag::NN | Tag::CD | Tag::PRPS)
    });
    Some((before.last().unwrap_or(last), last))
}
