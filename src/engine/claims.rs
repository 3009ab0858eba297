//! What a text claims, and what the articles say to it: it is split into statements, and each is
//! asked about alone.

use jiff::civil::Date;

use super::{Conversation, Engine};
use crate::answer::{Answer, Citation, Status, Verdict};
use crate::text::sentence;

/// What the articles say to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// They say the same.
    Supported,
    /// They say that it is not so.
    Contradicted,
    /// They say neither.
    NotInArticles,
}

/// A statement with what the articles say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The statement, in its own words.
    pub statement: String,
    /// What the articles say to it.
    pub finding: Finding,
    /// What proves that; `None` where they say neither.
    pub proof: Option<Citation>,
}

/// The most statements of one text that are looked at.
const MOST: usize = 12;

/// The fewest words of a statement; a shorter sentence states nothing.
const FEWEST_WORDS: usize = 3;

impl Engine {
    /// What the articles say to every statement of `text`, for a text of the day `today`. What is
    /// no statement, such as a question or thanks, is left out.
    pub fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
        let claim = |statement: String| {
            let answer = self.ask(&statement, &mut Conversation::default(), today);
            let finding = finding(&answer)?;
            let proof = match finding {
                Finding::NotInArticles => None,
                Finding::Supported | Finding::Contradicted => answer.citations.into_iter().next(),
            };
            Some(Claim { statement, finding, proof })
        };
        statements(text).into_iter().filter_map(claim).collect()
    }
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
    match (answer.status, answer.verdict) {
        (Status::SmallTalk, _) => None,
        (_, Some(Verdict::Yes)) => Some(Finding::Supported),
        (_, Some(Verdict::No)) => Some(Finding::Contradicted),
        (_, None) => Some(Finding::NotInArticles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::engine::{Additions, Document};

    #[test]
    fn questions_and_exclamations_state_nothing() {
        let text = "Wow! They will meet in March. Will they? Mr. Smith said so on Friday.";
        assert_eq!(statements(text), ["They will meet in March.", "Mr. Smith said so on Friday."]);
    }

    #[test]
    fn a_long_text_is_looked_at_in_part() {
        assert_eq!(statements(&"This is a statement. ".repeat(50)).len(), MOST);
    }

    #[test]
    fn only_a_verdict_supports_or_contradicts() {
        let found = |status, span: &str, verdict| {
            finding(&Answer { status, span: Some(span.to_owned()), verdict, ..Answer::default() })
        };
        assert_eq!(found(Status::Answered, "Yes", Some(Verdict::Yes)), Some(Finding::Supported));
        assert_eq!(found(Status::Answered, "No", Some(Verdict::No)), Some(Finding::Contradicted));
        // "Yes" may also be the name of a campaign.
        assert_eq!(found(Status::Answered, "Yes", None), Some(Finding::NotInArticles));
        assert_eq!(finding(&Answer::default()), Some(Finding::NotInArticles));
        assert_eq!(finding(&Answer { status: Status::SmallTalk, ..Answer::default() }), None);
    }

    #[test]
    fn a_claim_comes_with_what_proves_its_finding() {
        let article = "Council of Larkham meets\n\n5 May 2014\n\nMayor Jane Doe signed the \
                       contract with the builders. Doe did not visit the hospital.";
        let article = article::read(article.as_bytes(), "a.txt".as_ref());
        let engine = Engine::new(vec![Document::Article(article)], Additions::default());
        let text = "Jane Doe signed the contract. Doe visited the hospital. Thank you very much! \
                    Brazil won the cricket world cup in 1931.";
        let claims = engine.check_claims(text, jiff::civil::date(2014, 5, 6));
        let found: Vec<_> = claims.iter().map(|it| (it.finding, it.proof.is_some())).collect();
        let (yes, no) = ((Finding::Supported, true), (Finding::Contradicted, true));
        assert_eq!(found, [yes, no, (Finding::NotInArticles, false)]);
    }
}
