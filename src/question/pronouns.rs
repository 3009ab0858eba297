//! The pronouns of a follow-up replaced by what they stand for in the conversation.

use crate::lexicon::{Gender, Lexicon, NounKind};
use crate::text::syntax::{Relation, Tag};

use super::turn::{Turn, may_be};
use super::words::Words;

/// The text with its pronouns replaced, and the first name put in; `None` where none
/// stands for anything.
pub(super) fn replaced(words: Words, before: &Turn) -> Option<(String, String)> {
    let mut question = String::new();
    let mut end = 0;
    let mut taken: Vec<(String, &str)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (name, last) = match deed(words, at, before) {
            Some(deed) => (deed, at + 1),
            None => match antecedent(words, at, before).filter(|name| {
                let other =
                    |(old, of): &(String, &str)| old == name && *of != series(words.word(at));
                !taken.iter().any(other)
            }) {
                Some(name) => (name, at),
                None => {
                    at += 1;
                    continue;
                }
            },
        };
        let span = words.grammar.span(at, last);
        question.push_str(words.text.get(end..span.start as usize).unwrap_or_default());
        question.push_str(&name);
        if is_owner(words, at) {
            question.push_str(if name.ends_with('s') { "'" } else { "'s" });
        }
        end = span.end as usize;
        taken.push((name, series(words.word(at))));
        at = last + 1;
    }
    question.push_str(words.text.get(end..).unwrap_or_default());
    let (taken, _) = taken.into_iter().next()?;
    Some((question, taken))
}

/// The first of the pronouns that stand for one and the same thing: "he" for "his".
fn series(pronoun: &str) -> &'static str {
    match pronoun {
        "he" | "him" | "his" => "he",
        "she" | "her" | "hers" => "she",
        "they" | "them" | "their" => "they",
        _ => "it",
    }
}

fn is_owner(words: Words, at: usize) -> bool {
    words.is_one_of(at, &["his", "its", "their"])
        || (words.word(at) == "her"
            && !words.is_end(at + 1)
            && (words.tag(at) == Tag::PRPS
                || words.tag(at + 1).is_noun()
                || words.tag(at + 1).is_adjective()))
}

fn antecedent(words: Words, at: usize, before: &Turn) -> Option<String> {
    let word = words.word(at);
    let owned = |text: &str| text.to_owned();
    if series(word) != "it" && is_internal(words, at) || is_it(words, at) && is_internal(words, at)
    {
        return None;
    }
    let found = match word {
        "he" | "him" | "his" => before.person(Gender::Male).map(owned),
        "she" | "her" | "hers" => before.person(Gender::Female).map(owned),
        "they" | "them" | "their" => before.several.clone(),
        "that" | "it" if is_far_from(words, at) && before.place.is_some() => before.place.clone(),
        "it" if at > 0 && words.tag(at - 1) == Tag::IN && before.matter.is_some() => {
            before.matter.clone()
        }
        "it" | "its" if !is_empty_it(words, at) => before.thing.clone(),
        "there" if is_place(words, at) => before.place.as_ref().map(|place| format!("in {place}")),
        _ => None,
    };
    found.filter(|name| !names_itself(words, name))
}

fn is_it(words: Words, at: usize) -> bool {
    words.is_one_of(at, &["it", "its"])
}

/// Whether the word at `at` is a pronoun that stands for something said before the question.
pub(super) fn is_open(words: Words, at: usize) -> bool {
    const PRONOUNS: [&str; 11] =
        ["he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "its"];
    words.is_one_of(at, &PRONOUNS) && !is_empty_it(words, at) && !is_internal(words, at)
}

/// Whether a pronoun may stand for a noun that the question itself says before it: "what did the
/// captain say *he* had seen". The subject of the main clause never does ("how many people did
/// *they* send"), nor does the object of the noun's own verb ("who gave the captain *it*").
fn is_internal(words: Words, at: usize) -> bool {
    if at > 0 && words.is_auxiliary(at - 1) && !is_owner(words, at) {
        return false;
    }
    let series = series(words.word(at));
    let subject = words.is_one_of(at, &["he", "she", "they"]) || words.word(at) == "it";
    let verbs = (0..at).filter(|&at| words.tag(at).is_verb() && !words.is_auxiliary(at)).count();
    if !is_owner(words, at) && verbs < if subject { 1 } else { 2 } {
        return false;
    }
    (0..at).any(|noun| {
        let whole = words.word(noun + 1) == "of" && noun + 2 == at;
        words.tag(noun).is_noun() && !whole && may_mean(words, noun, series)
    })
}

/// Whether a pronoun of this series may stand for a noun.
fn may_mean(words: Words, noun: usize, series: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let kind = lexicon.kind_of(words.grammar.lemma(noun));
    let proper = words.tag(noun).is_proper();
    let plural = matches!(words.tag(noun), Tag::NNS | Tag::NNPS);
    let person = words.is_person(noun) || proper && !is_country(words, noun);
    match series {
        _ if kind == NounKind::Time => false,
        "he" => person && !plural && may_be(words.typed(noun), Gender::Male),
        "she" => person && !plural && may_be(words.typed(noun), Gender::Female),
        "they" => true,
        _ => !words.is_person(noun) && !plural,
    }
}

fn is_country(words: Words, at: usize) -> bool {
    Lexicon::builtin().country(words.typed(at)).is_some()
}

/// Whether the question already says the name that a pronoun would stand for.
fn names_itself(words: Words, name: &str) -> bool {
    let name = crate::text::fold(name);
    let last = name.split_whitespace().last().unwrap_or_default();
    (0..words.len()).any(|at| words.word(at) == last && words.tag(at).is_proper())
}

/// "Do it", "did that": what the question before says is done.
fn deed(words: Words, at: usize, before: &Turn) -> Option<String> {
    let does = words.is_one_of(at, &["do", "did", "done"])
        && words.is_one_of(at + 1, &["it", "that", "this", "so"]);
    let is_last = words.is_end(at + 2) || words.tag(at + 2) == Tag::IN;
    (does && is_last && at > 0 && !before.deed.is_empty()).then(|| before.deed.clone())
}

/// "How long did it take", "is it true that", "was it raining": no thing is meant.
pub(super) fn is_empty_it(words: Words, at: usize) -> bool {
    words.grammar.tokens[at].relation == Relation::Expl
        || (words.word(at) == "it"
            && words.is_one_of(
                at + 1,
                &[
                    "take", "true", "rain", "raining", "snowing", "mean", "possible", "clear",
                    "known",
                ],
            ))
}

/// "How far is that from".
fn is_far_from(words: Words, at: usize) -> bool {
    at > 0 && words.is_be(at - 1) && words.word(at + 1) == "from" && words.has(&["far"])
}

/// "There" where somebody is or goes, not in "is there a".
fn is_place(words: Words, at: usize) -> bool {
    words.tag(at) != Tag::EX && words.is_end(at + 1) || words.tag(at) == Tag::RB
}

/// Whether a word points to what was said before: "that", "there", "the second one".
pub(super) fn points_back(words: Words) -> bool {
    const POINTING: [&str; 9] =
        ["there", "that", "this", "those", "these", "then", "one", "ones", "same"];
    (0..words.len()).any(|at| {
        let links = words.word(at) == "that"
            && at > 0
            && !words.is_auxiliary(at - 1)
            && matches!(words.tag(at), Tag::IN | Tag::WDT | Tag::WP)
            || words.word(at) == "that" && at > 0 && words.tag(at - 1).is_noun();
        let exists = words.word(at) == "there" && words.tag(at) == Tag::EX;
        let counts = words.is_one_of(at, &["one", "ones"])
            && !words.is_end(at + 1)
            && at > 0
            && !words.tag(at - 1).is_adjective()
            && words.tag(at - 1) != Tag::DT;
        words.is_one_of(at, &POINTING) && !links && !exists && !counts
    })
}
