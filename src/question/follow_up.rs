//! Follow-ups: what "and where?", "what did he say?", "and in 2014?" mean after the question before.

use crate::text::syntax::{self, Sentence, Tag};
use crate::text::{Span, fold};

use super::asks::{self, Asks};
use super::exchange;
use super::pronouns;
use super::spelling::{self, Vocabulary};
use super::turn::Turn;
use super::words::Words;

/// A follow-up made complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The question with what it left out.
    pub question: String,
    /// The subject that was taken from the conversation.
    pub subject: String,
    /// Words of the conversation that narrow the search without being asked about.
    pub context: String,
}

/// The follow-up that `typed` is after `before`, if it is one.
pub fn follow_up(typed: &str, before: &Turn, vocabulary: &dyn Vocabulary) -> Option<FollowUp> {
    let text = spelling::mend(typed, vocabulary);
    let grammar = syntax::analyse(&text, Span::new(0..text.len()));
    let folded = folded(&text, &grammar);
    let words = Words { text: &text, grammar: &grammar, folded: &folded };
    let (asks, phrase) = asks::of(words);
    if let Some(fragment) = exchange::fragment(words, asks) {
        let like = exchange::exchanged(fragment, before);
        let linked = exchange::is_linked(words);
        if let Some(question) =
            like.or_else(|| linked.then(|| exchange::appended(fragment, before)))
        {
            return Some(FollowUp {
                question,
                subject: fragment.to_owned(),
                context: String::new(),
            });
        }
    }
    let content = content(words, phrase);
    if content.is_empty() {
        return phrase.map(|phrase| bare(words, phrase, before));
    }
    if let Some((question, subject)) = pronouns::replaced(words, before) {
        return Some(FollowUp { question, subject, context: before.topic.clone() });
    }
    is_open(words, asks, &content).then(|| FollowUp {
        question: text.clone(),
        subject: before.topic.clone(),
        context: before.topic.clone(),
    })
}

/// A question of so few words, none of them a name, says too little to stand alone.
const FEW: usize = 4;

/// Whether a question leaves open what it is about: it has a pronoun, points back, or says too little
/// to stand alone.
fn is_open(words: Words, asks: Asks, content: &[usize]) -> bool {
    let named = (0..words.len()).any(|at| {
        (words.tag(at).is_proper() || words.is_capital(at)) && (at > 0 || asks == Asks::Topic)
    });
    let pronoun = (0..words.len()).any(|at| {
        words.is_one_of(
            at,
            &["he", "she", "him", "her", "his", "they", "them", "their", "it", "its"],
        ) && !pronouns::is_empty_it(words, at)
    });
    let points = pronouns::points_back(words);
    (pronoun || points) && !(named && content.len() > 4) || !named && content.len() <= FEW
}

/// The words that say what a question is about, in order.
fn content(words: Words, phrase: Option<(usize, usize)>) -> Vec<usize> {
    const LIGHT: [&str; 12] = [
        "else", "exactly", "happen", "happened", "about", "that", "this", "it", "so", "more",
        "other", "then",
    ];
    let content = |&at: &usize| {
        let tag = words.tag(at);
        let open = tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::CD;
        let pronoun = matches!(tag, Tag::PRP | Tag::PRPS);
        let question = phrase.is_some_and(|(first, _)| at == first);
        let measure = phrase.is_some_and(|(_, last)| at <= last)
            && words.is_one_of(at, &["many", "much", "long", "old", "far", "often", "come"]);
        let light = words.is_be(at) || words.is_do_or_have(at) || words.is_one_of(at, &LIGHT);
        (open || pronoun)
            && !question
            && !measure
            && !light
            && words.word(at).chars().any(char::is_alphanumeric)
            && !words.is_one_of(at, &["will", "be", "been"])
    };
    (0..words.len()).filter(content).collect()
}

/// "And where?": the question before with another question phrase.
fn bare(words: Words, (first, last): (usize, usize), before: &Turn) -> FollowUp {
    let typed = words.grammar.span(first, last).of(words.text);
    let old = before.question.as_str();
    let grammar = syntax::analyse(old, Span::new(0..old.len()));
    let old_folded = folded(old, &grammar);
    let old_words = Words { text: old, grammar: &grammar, folded: &old_folded };
    let (_, phrase) = asks::of(old_words);
    let rest = match phrase {
        Some((_, last)) => grammar
            .tokens
            .get(last + 1)
            .map_or("", |next| old.get(next.span.start as usize..).unwrap_or_default()),
        None => old,
    };
    let counted = (words.word(last) == "many").then(|| counted(old_words)).flatten();
    let phrase = counted.map_or_else(|| typed.to_owned(), |noun| format!("{typed} {noun}"));
    FollowUp {
        question: format!("{phrase} {rest}"),
        subject: before.topic.clone(),
        context: before.topic.clone(),
    }
}

/// What "how many?" counts: the first noun in the plural.
fn counted<'a>(words: Words<'a>) -> Option<&'a str> {
    (0..words.len()).find(|&at| words.tag(at) == Tag::NNS).map(|at| words.typed(at))
}

fn folded(text: &str, grammar: &Sentence) -> Vec<String> {
    grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect()
}
