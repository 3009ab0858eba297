//! Follow-ups: what "and where?", "what did he say?", "and in 2014?" mean after
//! the question before.

use crate::text::syntax::Tag;

use super::bare;
use super::exchange;
use super::pronouns;
use super::question_type::{self, QuestionType};
use super::terms::Term;
use super::turn::Turn;
use super::typed::Typed;
use super::words::Words;

/// A follow-up made complete.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// The question with what it left out.
    pub question: String,
    /// The subject that was taken from the conversation.
    pub subject: String,
    /// Words of the conversation that narrow the search without being asked about.
    pub context: Vec<Term>,
    /// How surely it goes on with the conversation.
    pub bond: Bond,
    /// Whether it asks of something else what was asked before: "and the brother?"
    pub exchanges: bool,
    /// Whether it may as well stand alone: "venue of the fair?"
    pub may_stand_alone: bool,
}

/// How a question hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// It cannot stand alone: "why did she resign?"
    Sure,
    /// The same, and it has no words of its own: "and when?"
    Bare,
    /// It asks the same of something else, which may be told elsewhere: "what about Greece?"
    Like,
    /// It says little, but could stand alone: "who owned the tower?"
    Loose,
}

/// The follow-up that `typed` is after `before`, if it is one.
pub fn follow_up(typed: &Typed, before: &Turn) -> Option<FollowUp> {
    let words = typed.words();
    let (asks, phrase) = question_type::of(words);
    if let Some(follow_up) = of_fragment(words, asks, before) {
        return Some(follow_up);
    }
    let content = content(words, phrase);
    let about = |question: String, subject: String, bond: Bond| FollowUp {
        question,
        subject,
        context: before.terms.clone(),
        bond,
        exchanges: false,
        may_stand_alone: bond == Bond::Loose && !pronouns::points_back(words),
    };
    let is_bare = |&(first, last): &(usize, usize)| {
        content.iter().all(|&at| at <= last) && bare::is(words, (first, last))
    };
    if let Some(phrase) = phrase.filter(is_bare) {
        let question = bare::completed(words, phrase, asks, before);
        return Some(about(question, before.topic.clone(), Bond::Bare));
    }
    if let Some((question, subject)) = pronouns::replaced(words, before) {
        return Some(about(question, subject, Bond::Sure));
    }
    let bond = bond(words, asks, &content)?;
    Some(about(typed.text.clone(), before.topic.clone(), bond))
}

/// "And in 2014?", "what about Greece?"
fn of_fragment(words: Words, asks: QuestionType, before: &Turn) -> Option<FollowUp> {
    let fragment = exchange::fragment(words, asks)?;
    let like = exchange::exchanged(fragment, before).map(|question| (question, Bond::Like));
    let linked = exchange::is_linked(words);
    let (question, bond) =
        like.or_else(|| linked.then(|| (exchange::appended(fragment, before), Bond::Sure)))?;
    Some(FollowUp {
        question,
        subject: fragment.to_owned(),
        context: Vec::new(),
        bond,
        exchanges: true,
        may_stand_alone: !linked,
    })
}

/// A question of so few words, none of them a name, says too little to stand alone.
const FEW: usize = 4;

/// How a question hangs on the one before: surely where it has a pronoun or points back, loosely
/// where it says little.
fn bond(words: Words, asks: QuestionType, content: &[usize]) -> Option<Bond> {
    let named = (0..words.len()).any(|at| {
        (words.tag(at).is_proper() || words.is_capital(at))
            && (at > 0 || asks == QuestionType::Topic)
    });
    let pronoun = (0..words.len()).any(|at| pronouns::is_open(words, at));
    let points = pronouns::points_back(words);
    let linked = exchange::is_linked(words) && !asks.wants_verdict();
    let long = named && content.len() > FEW;
    let says_little = !named && content.len() <= FEW;
    if linked || content.is_empty() || pronoun && !long || points && says_little {
        Some(Bond::Sure)
    } else if points && !long || says_little {
        Some(Bond::Loose)
    } else {
        None
    }
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
