//! Follow-ups: what "and where?", "what did he say?", "and in 2014?" mean after the question before.

use crate::text::syntax::{self, EntityKind, Relation, Sentence, Tag};
use crate::text::{Span, fold};

use super::asks::{self, Asks};
use super::query::Query;

/// What a conversation remembers of its last question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The question, as it was understood.
    pub question: String,
    /// The people that the question and its answer name, the last named first.
    pub people: Vec<String>,
    /// The other things that they name, the last named first.
    pub things: Vec<String>,
    /// What the question was about, in its own words.
    pub topic: String,
}

impl Turn {
    /// What is remembered of a question that was read, and of the words that answered it.
    pub fn after(query: &Query, answer: Option<&str>) -> Self {
        let mut turn =
            Turn { question: query.text.clone(), topic: query.topic(), ..Turn::default() };
        turn.name_all(&query.grammar, &query.text);
        if let Some(words) = answer {
            turn.name_all(&syntax::analyse(words, Span::new(0..words.len())), words);
        }
        turn
    }

    fn name_all(&mut self, grammar: &Sentence, text: &str) {
        for entity in &grammar.entities {
            let list = match entity.kind {
                EntityKind::Person => &mut self.people,
                _ => &mut self.things,
            };
            let name = grammar.entity_span(*entity).of(text);
            if !list.iter().any(|known| known == name) {
                list.push(name.to_owned());
            }
        }
    }
}

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

/// The follow-up that `text` is after `before`, if it is one.
pub fn follow_up(text: &str, before: &Turn) -> Option<FollowUp> {
    let grammar = syntax::analyse(text, Span::new(0..text.len()));
    let words: Vec<String> = grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect();
    let (asks, phrase) = asks::of(&grammar, &words);
    let content = content_words(&grammar, &words, phrase);
    if content.is_empty() {
        return phrase.map(|phrase| bare(text, &grammar, phrase, before));
    }
    if asks == Asks::Topic && begins_with_link(&words) {
        return Some(exchange(text, &grammar, &words, before));
    }
    let (question, taken) = replace_pronouns(text, &grammar, &words, before);
    if let Some(subject) = taken {
        return Some(FollowUp { question, subject, context: before.topic.clone() });
    }
    let names = grammar.tokens.iter().filter(|token| token.tag.is_proper()).count();
    let vague =
        names == 0 && (content.len() <= 3 || begins_with_link(&words) || points_back(&words));
    vague.then(|| FollowUp {
        question: text.to_owned(),
        subject: before.topic.clone(),
        context: before.topic.clone(),
    })
}

fn content_words(
    grammar: &Sentence,
    words: &[String],
    phrase: Option<(usize, usize)>,
) -> Vec<usize> {
    let outside = |index: usize| phrase.is_none_or(|(first, _)| index != first);
    (0..words.len())
        .filter(|&index| {
            let tag = grammar.tokens[index].tag;
            let open = tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::CD;
            let pronoun = matches!(tag, Tag::PRP | Tag::PRPS);
            let light = matches!(
                words[index].as_str(),
                "is" | "was" | "are" | "were" | "did" | "do" | "does" | "'s" | "will" | "s"
            );
            outside(index) && (open || pronoun) && !light
        })
        .collect()
}

fn begins_with_link(words: &[String]) -> bool {
    words.first().is_some_and(|word| {
        matches!(
            word.as_str(),
            "and" | "but" | "what" | "how" | "or" | "also" | "in" | "for" | "out"
        )
    })
}

fn points_back(words: &[String]) -> bool {
    words.iter().any(|word| {
        matches!(
            word.as_str(),
            "there" | "that" | "this" | "those" | "these" | "then" | "one" | "ones"
        )
    })
}

/// "And where?": the question before with another question phrase.
fn bare(text: &str, grammar: &Sentence, (first, last): (usize, usize), before: &Turn) -> FollowUp {
    let phrase = grammar.span(first, last).of(text);
    let old = syntax::analyse(&before.question, Span::new(0..before.question.len()));
    let words: Vec<String> =
        old.tokens.iter().map(|token| fold(token.span.of(&before.question))).collect();
    let (_, old_phrase) = asks::of(&old, &words);
    let question = match old_phrase {
        Some((_, last)) => {
            let rest = old
                .tokens
                .get(last + 1)
                .map_or("", |next| &before.question[next.span.start as usize..]);
            format!("{phrase} {rest}")
        }
        None => format!("{phrase} {}", before.question),
    };
    FollowUp { question, subject: before.topic.clone(), context: before.topic.clone() }
}

/// "And in 2014?", "and the one with SpaceX?": the question before with its like exchanged.
fn exchange(text: &str, grammar: &Sentence, words: &[String], before: &Turn) -> FollowUp {
    let start = words
        .iter()
        .position(|word| {
            !matches!(word.as_str(), "and" | "but" | "what" | "how" | "about" | "or" | "also" | ",")
        })
        .unwrap_or(0);
    let fragment =
        grammar.tokens.get(start).map_or(text, |token| &text[token.span.start as usize..]);
    let fragment = fragment.trim_end_matches(['?', '!', '.', ' ']);
    let old = &before.question;
    let question = exchanged(old, fragment)
        .unwrap_or_else(|| format!("{} {fragment}", old.trim_end_matches(['?', '!', '.', ' '])));
    FollowUp { question, subject: fragment.to_owned(), context: String::new() }
}

/// The old question with the phrase of the same preposition, or the number or name of the same
/// kind, replaced by `fragment`.
fn exchanged(old: &str, fragment: &str) -> Option<String> {
    let new = syntax::analyse(fragment, Span::new(0..fragment.len()));
    let grammar = syntax::analyse(old, Span::new(0..old.len()));
    let preposition = new.tokens.iter().find(|token| matches!(token.tag, Tag::IN | Tag::TO));
    let by_preposition = preposition.and_then(|token| {
        let word = fold(token.span.of(fragment));
        let case = (0..grammar.tokens.len())
            .find(|&index| fold(grammar.tokens[index].span.of(old)) == word)?;
        let head = grammar.head(case)?;
        let (_, last) = grammar.subtree(head);
        Some((
            grammar.tokens[case].span.start,
            grammar.tokens[last].span.end,
            &fragment[token.span.start as usize..],
        ))
    });
    let by_kind = || {
        let kind = new.entities.first().map(|entity| entity.kind);
        let number = new.tokens.iter().any(|token| token.tag == Tag::CD);
        let same = grammar
            .entities
            .iter()
            .rev()
            .find(|entity| kind.is_some_and(|kind| same_kind(kind, entity.kind)));
        let span = same.map(|entity| grammar.entity_span(*entity)).or_else(|| {
            grammar
                .tokens
                .iter()
                .find(|token| number && token.tag == Tag::CD)
                .map(|token| token.span)
        })?;
        Some((span.start, span.end, fragment))
    };
    let (start, end, with) = by_preposition.or_else(by_kind)?;
    let (before, after) = (old.get(..start as usize)?, old.get(end as usize..)?);
    Some(format!("{before}{with}{after}"))
}

fn same_kind(a: EntityKind, b: EntityKind) -> bool {
    a == b || (a != EntityKind::Person && b != EntityKind::Person)
}

/// The text with its pronouns replaced, and the first name put in.
fn replace_pronouns(
    text: &str,
    grammar: &Sentence,
    words: &[String],
    before: &Turn,
) -> (String, Option<String>) {
    let mut question = String::new();
    let mut end = 0;
    let mut taken = None;
    for (index, token) in grammar.tokens.iter().enumerate() {
        let Some(name) = antecedent(grammar, words, index, before) else { continue };
        let (Some(between), true) = (text.get(end..token.span.start as usize), true) else {
            continue;
        };
        question.push_str(between);
        question.push_str(&name);
        if token.tag == Tag::PRPS {
            question.push_str("'s");
        }
        end = token.span.end as usize;
        taken.get_or_insert(name);
    }
    question.push_str(text.get(end..).unwrap_or_default());
    (question, taken)
}

fn antecedent(grammar: &Sentence, words: &[String], index: usize, before: &Turn) -> Option<String> {
    let expletive = grammar.tokens[index].relation == Relation::Expl;
    let topic = || Some(before.topic.clone()).filter(|topic| !topic.is_empty());
    match words[index].as_str() {
        "he" | "she" | "him" | "her" | "his" | "hers" => before.people.first().cloned(),
        "it" | "its" if !expletive => before.things.first().cloned().or_else(topic),
        "they" | "them" | "their" => {
            before.things.first().cloned().or_else(|| before.people.first().cloned()).or_else(topic)
        }
        _ => None,
    }
}
