//! What a message states, and what the articles say to it.

use super::desk::Desk;
use super::layout::{Checked, Finding};
use crate::answer::{Answer, Status};
use crate::text::sentence;

/// The most statements of one message that are looked at.
const MOST: usize = 12;

/// A shorter one states nothing.
const FEWEST_WORDS: usize = 3;

/// Every statement of `text` with its finding.
pub(super) fn check(desk: &Desk, text: &str) -> Vec<Checked> {
    let statements = statements(text);
    let checked = statements.into_iter().filter_map(|statement| {
        let answer = desk.answer_alone(&statement);
        let finding = finding(&answer)?;
        let proof = match finding {
            Finding::NotInArticles => None,
            _ => answer.citations.into_iter().next(),
        };
        Some(Checked { statement, finding, proof })
    });
    checked.collect()
}

/// The sentences that state something: no questions, no exclamations of a word or two.
fn statements(text: &str) -> Vec<String> {
    let sentences = sentence::split(text).into_iter().map(|span| span.of(text).trim());
    let states = |sentence: &&str| {
        !sentence.ends_with('?') && sentence.split_whitespace().count() >= FEWEST_WORDS
    };
    sentences.filter(states).take(MOST).map(str::to_owned).collect()
}

/// What an answer to a statement finds; `None` where it was none.
fn finding(answer: &Answer) -> Option<Finding> {
    match (answer.status, answer.span.as_deref()) {
        (Status::SmallTalk, _) => None,
        (Status::Answered, Some("Yes")) => Some(Finding::Supported),
        (Status::Answered, Some("No")) => Some(Finding::Contradicted),
        _ => Some(Finding::NotInArticles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_exclamations_state_nothing() {
        let text = "Wow! They will meet in March. Will they? Mr. Smith said so on Friday.";
        assert_eq!(statements(text), ["They will meet in March.", "Mr. Smith said so on Friday."]);
    }

    #[test]
    fn a_long_message_is_looked_at_in_part() {
        assert_eq!(statements(&"This is a statement. ".repeat(50)).len(), MOST);
    }

    #[test]
    fn a_verdict_is_a_yes_or_a_no() {
        let answer = |status, span: Option<&str>| Answer {
            status,
            span: span.map(str::to_owned),
            ..Answer::default()
        };
        let found = |status, span| finding(&answer(status, span));
        assert_eq!(found(Status::Answered, Some("Yes")), Some(Finding::Supported));
        assert_eq!(found(Status::Answered, Some("No")), Some(Finding::Contradicted));
        assert_eq!(found(Status::Answered, Some("March")), Some(Finding::NotInArticles));
        assert_eq!(found(Status::SmallTalk, None), None);
    }
}
