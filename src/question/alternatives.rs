//! Questions that leave a choice: "was the vote in Oslo or in Bergen?", "did it rise or fall?"

use std::ops::RangeInclusive;

use crate::text::syntax::Tag;

use super::query::Query;
use super::question_type::QuestionType;
use super::words::{Words, as_question};

/// One of two things that a question leaves the choice between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The words that name it.
    pub words: String,
    /// The question with it alone, to be answered by Yes or No.
    pub question: String,
}

/// The most words that name one.
const LONGEST: usize = 5;

/// Both things that `query` leaves the choice between; `None` where it leaves none.
pub fn alternatives(query: &Query) -> Option<[Alternative; 2]> {
    let words = query.parts();
    let last = words.last()?;
    let mut ors = (2..last).filter(|&at| words.word(at) == "or");
    let or = ors.next().filter(|_| query.asks == QuestionType::YesNo)?;
    if ors.next().is_some() || words.is_one_of(or + 1, &["not", "was", "is", "did", "were", "are"])
    {
        return None;
    }
    let found =
        prepositional(words, or).or_else(|| misread(words, or)).or_else(|| alike(words, or));
    let (left, right) = found?;
    let tail = words.between(right.end() + 1, last + 1);
    let named = |range: &RangeInclusive<usize>| words.stretch(*range.start(), *range.end());
    let alone = |range: RangeInclusive<usize>| Alternative {
        words: named(&range).to_owned(),
        question: as_question(&[words.between(0, *left.start()), named(&range), tail]),
    };
    Some([alone(left.clone()), alone(right)])
}

type Phrases = (RangeInclusive<usize>, RangeInclusive<usize>);

/// "*In Oslo* or *in Bergen*": both behind the same preposition.
fn prepositional(words: Words, or: usize) -> Option<Phrases> {
    let start = (1..or).rev().take(LONGEST).find(|&at| words.is_preposition(at))?;
    if !words.is_preposition(or + 1) || words.word(start) != words.word(or + 1) {
        return None;
    }
    let end = (or + 2..=or + LONGEST).take_while(|&at| is_nominal(words, at)).last()?;
    Some((start..=or - 1, or + 1..=end))
}

/// "*Rise* or *fall*", "*Ann Lee* or *Tom Archer*", "the *old mill* or the *new one*": two phrases
/// that end in words of the same sort.
fn alike(words: Words, or: usize) -> Option<Phrases> {
    let sort = sort(words.tag(or - 1))?;
    let is_same = |at: usize| self::sort(words.tag(at)) == Some(sort);
    let head = (or + 1..=or + LONGEST)
        .take_while(|&at| is_same(at) || is_nominal(words, at) || words.tag(at).is_adverb())
        .find(|&at| is_same(at))?;
    let goes_on = |at: &usize| matches!(sort, Sort::Noun | Sort::Name) && is_same(*at);
    let end = (head + 1..words.len()).take_while(goes_on).last().unwrap_or(head);
    let leads = |at: usize| match sort {
        Sort::Name => is_same(at),
        Sort::Noun => head > or + 1 && is_nominal(words, at) || is_same(at),
        Sort::Adjective => head > or + 1 && words.tag(at).is_adverb(),
        Sort::Verb | Sort::Number => false,
    };
    let start = (1..or - 1).rev().take(LONGEST).take_while(|&at| leads(at)).last();
    Some((start.unwrap_or(or - 1)..=or - 1, or + 1..=end))
}

/// "Did prices of tea *rise* or *fall*?": one of the two verbs may be taken for a noun.
fn misread(words: Words, or: usize) -> Option<Phrases> {
    let asks = words.is_one_of(0, &["did", "does", "do", "will", "would", "can", "could"]);
    let is_verb = |at: usize| words.tag(at) == Tag::VB;
    let is_noun = |at: usize| words.tag(at) == Tag::NN;
    let differ = is_verb(or - 1) && is_noun(or + 1) || is_noun(or - 1) && is_verb(or + 1);
    (asks && differ).then_some((or - 1..=or - 1, or + 1..=or + 1))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Noun,
    Name,
    Adjective,
    Verb,
    Number,
}

fn sort(tag: Tag) -> Option<Sort> {
    match tag {
        _ if tag.is_proper() => Some(Sort::Name),
        _ if tag.is_noun() => Some(Sort::Noun),
        _ if tag.is_adjective() => Some(Sort::Adjective),
        _ if tag.is_verb() => Some(Sort::Verb),
        Tag::CD => Some(Sort::Number),
        _ => None,
    }
}

/// Whether a word belongs to a noun phrase.
fn is_nominal(words: Words, at: usize) -> bool {
    let tag = words.tag(at);
    tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::POS | Tag::RBR | Tag::RBS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read;

    fn choice(typed: &str) -> Option<[(String, String); 2]> {
        let found = alternatives(&read(typed))?;
        Some(found.map(|it| (it.words, it.question)))
    }

    #[track_caller]
    fn check(typed: &str, left: (&str, &str), right: (&str, &str)) {
        let owned = |(words, question): (&str, &str)| (words.to_owned(), question.to_owned());
        assert_eq!(choice(typed), Some([owned(left), owned(right)]), "{typed}");
    }

    #[test]
    fn each_is_asked_about_alone() {
        check(
            "Was the vote in Oslo or in Bergen?",
            ("in Oslo", "Was the vote in Oslo?"),
            ("in Bergen", "Was the vote in Bergen?"),
        );
        check(
            "Did prices rise or fall in May?",
            ("rise", "Did prices rise in May?"),
            ("fall", "Did prices fall in May?"),
        );
        check(
            "Did Ann Lee or Tom Archer win?",
            ("Ann Lee", "Did Ann Lee win?"),
            ("Tom Archer", "Did Tom Archer win?"),
        );
        check(
            "Is the water cold or warm?",
            ("cold", "Is the water cold?"),
            ("warm", "Is the water warm?"),
        );
    }

    #[test]
    fn without_a_choice_there_is_none() {
        for typed in
            ["Is it open or not?", "Who won, Ann or Tom?", "Did it rise?", "Oslo or Bergen"]
        {
            assert_eq!(choice(typed), None, "{typed}");
        }
    }
}
