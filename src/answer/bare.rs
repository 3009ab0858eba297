//! The bare answer: of the words shown, those that the question does not say itself. "How many
//! *villages* were flooded?" is answered by "twelve villages", and the bare answer is "twelve".

use crate::fact::Passage;
use crate::question::{AnswerType, Query, QuestionType};
use crate::text::date::month_called;
use crate::text::numerals;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::candidate::Candidate;
use super::wording;

/// The bare answer in the article's words.
pub(super) fn span<'a>(query: &Query, passage: &'a Passage, candidate: &Candidate) -> &'a str {
    let words = (usize::from(candidate.first), usize::from(candidate.last));
    let narrowed = count(query, passage, words)
        .or_else(|| sort(query, passage, words))
        .or_else(|| part_of_date(query, passage, words))
        .or_else(|| without_preposition(query, passage, words));
    match narrowed {
        Some((first, last)) => passage.words(first, last),
        None => wording::span(passage, candidate),
    }
}

/// Subjects that deny what is said of them.
const NOBODY: [&str; 6] = ["no", "nobody", "none", "neither", "nothing", "few"];

/// What a passage says of its subject, which a verdict goes by: "*has not been signed yet*"; all of
/// it where it has none.
pub(super) fn said(passage: &Passage) -> &str {
    let grammar = &passage.grammar;
    let is_mark = |at: usize| grammar.tokens[at].tag.is_punctuation();
    let end = (0..passage.len()).rev().find(|&at| !is_mark(at)).unwrap_or(0);
    let begin = (0..=end).find(|&at| !is_mark(at)).unwrap_or(0);
    let verb = grammar.root().and_then(|root| {
        let subject =
            grammar.children(root).find(|&at| grammar.tokens[at].relation.is_subject())?;
        let (from, behind) = grammar.subtree(subject);
        let denies = (from..=behind).any(|at| NOBODY.contains(&grammar.lemma(at)));
        let opens = |tag: Tag| tag.is_verb() || tag.is_adverb() || tag == Tag::MD;
        (behind + 1..=root).find(|&at| opens(grammar.tokens[at].tag)).filter(|_| !denies)
    });
    passage.words(verb.unwrap_or(begin), end)
}

/// "*More than 600* houses", where a number is asked for; of "six men and one woman" all.
fn count(
    query: &Query,
    passage: &Passage,
    (first, last): (usize, usize),
) -> Option<(usize, usize)> {
    if query.asks != QuestionType::HowMany || query.expects != AnswerType::Number {
        return None;
    }
    let is_number = |at: usize| passage.grammar.tokens[at].tag == Tag::CD;
    let start = (first..=last).find(|&at| is_number(at))?;
    let joins = |at: usize| matches!(passage.word(at), "or" | "to" | "and" | "-" | "–");
    let next = |end: usize| {
        let beside = end < last && is_number(end + 1);
        let joined = || end + 2 <= last && joins(end + 1) && is_number(end + 2);
        beside.then_some(end + 1).or_else(|| joined().then_some(end + 2))
    };
    let end = std::iter::successors(Some(start), |&end| next(end)).last()?;
    let is_share =
        |at: usize| matches!(passage.word(at), "in" | "of" | "out" | "%" | "percent" | "per");
    let goes_on = end < last && is_share(end + 1) || (end + 1..=last).any(is_number);
    let first = (first..start).find(|&at| !is_determiner(&passage.grammar, at)).unwrap_or(start);
    (!goes_on).then_some((first, end))
}

/// "*Biomedical* engineer", where the kind of an engineer is asked for.
fn sort(query: &Query, passage: &Passage, (first, last): (usize, usize)) -> Option<(usize, usize)> {
    let focus = query.focus.as_ref().filter(|_| query.asks_sort)?;
    let grammar = &passage.grammar;
    let noun = (first + 1..=last).find(|&at| grammar.lemma(at) == focus.lemma)?;
    let describes = |at: &usize| !is_determiner(grammar, *at);
    (first..noun).find(describes).map(|start| (start, noun - 1))
}

/// "*2005*" of "August 2005", where a year is asked for; "*August*", where a month is.
fn part_of_date(
    query: &Query,
    passage: &Passage,
    (first, last): (usize, usize),
) -> Option<(usize, usize)> {
    let focus = query.focus.as_ref().filter(|_| query.expects == AnswerType::Date)?;
    let is_part = |at: &usize| {
        let word = passage.word(*at).trim_end_matches("'s");
        match focus.lemma.as_str() {
            "year" => numerals::year(word.trim_end_matches('s')).is_some(),
            "month" => month_called(word).is_some(),
            _ => false,
        }
    };
    let mut parts = (first..=last).filter(is_part);
    let only = parts.next().filter(|_| parts.next().is_none())?;
    Some((only, only))
}

/// "*The river*" of "by the river", where what it was is asked for, or "*1998*" of "in 1998".
fn without_preposition(
    query: &Query,
    passage: &Passage,
    (first, last): (usize, usize),
) -> Option<(usize, usize)> {
    let token = passage.grammar.tokens[first];
    let is_thing = matches!(query.asks, QuestionType::What | QuestionType::Which)
        && !matches!(query.expects, AnswerType::Reason | AnswerType::Manner | AnswerType::Duration);
    let is_time = query.expects == AnswerType::Date
        && matches!(passage.word(first), "in" | "on" | "In" | "On");
    let is_preposition = token.relation == Relation::Case && matches!(token.tag, Tag::IN | Tag::TO);
    (first < last && is_preposition && (is_thing || is_time)).then_some((first + 1, last))
}

fn is_determiner(grammar: &Sentence, at: usize) -> bool {
    matches!(grammar.tokens[at].tag, Tag::DT | Tag::PRPS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::candidate::Kind;
    use crate::fact::Notes;
    use crate::question::testing::read;
    use crate::text::{Span, syntax};

    /// The bare answer to `question` of `words`, which are all of a passage.
    fn bare(question: &str, words: &str) -> String {
        let grammar = syntax::analyse(words, Span::new(0..words.len()));
        let passage = Passage { text: words.to_owned(), grammar, ..Passage::default() };
        let last = passage.len() as u16 - 1;
        let (kind, notes) = (Kind::Phrase, Notes::default());
        let whole = Candidate { passage: 0, first: 0, last, head: last, kind, notes };
        span(&read(question), &passage, &whole).to_owned()
    }

    #[test]
    fn a_verdict_goes_by_what_is_said_of_the_subject() {
        let said = |text: &str| {
            let grammar = syntax::analyse(text, Span::new(0..text.len()));
            said(&Passage { text: text.to_owned(), grammar, ..Passage::default() }).to_owned()
        };
        assert_eq!(said("The treaty has not been signed yet."), "has not been signed yet");
        assert_eq!(said("\"Nobody is hurt.\""), "Nobody is hurt");
        assert_eq!(said("Ann Lee never married."), "never married");
        assert_eq!(said("No trains today"), "No trains today");
    }

    #[test]
    fn what_is_counted_is_left_out_of_a_count() {
        let villages = "How many villages were flooded?";
        assert_eq!(bare(villages, "the twelve villages"), "twelve");
        assert_eq!(bare(villages, "more than 600 villages"), "more than 600");
        assert_eq!(bare(villages, "three or four villages"), "three or four");
        assert_eq!(bare(villages, "one in three villages"), "one in three villages");
        let dead = "How many people died?";
        assert_eq!(bare(dead, "six men and one woman"), "six men and one woman");
    }

    #[test]
    fn a_sort_of_a_thing_is_told_without_the_thing() {
        let engineer = "What kind of engineer is she?";
        assert_eq!(bare(engineer, "a biomedical engineer"), "biomedical");
        assert_eq!(bare(engineer, "an engineer"), "an engineer");
        assert_eq!(bare("Which engineer came?", "a biomedical engineer"), "a biomedical engineer");
    }

    #[test]
    fn a_year_is_told_without_its_month() {
        assert_eq!(bare("In what year did it open?", "August 2005"), "2005");
        assert_eq!(bare("In what year did it open?", "from 2005 to 2007"), "2005 to 2007");
        assert_eq!(bare("Which month did it open?", "August 2005"), "August");
        assert_eq!(bare("When did it open?", "August 2005"), "August 2005");
    }

    #[test]
    fn what_a_thing_is_has_no_preposition() {
        assert_eq!(bare("What did they camp by?", "by the river"), "the river");
        assert_eq!(bare("Where did they camp?", "by the river"), "by the river");
        assert_eq!(bare("When did they camp?", "in 2005"), "2005");
    }
}
