//! A message held against the articles, statement by statement.

use super::{Reader, byline, last_button, note};
use crate::answer::Citation;
use crate::discord::escape::escape_within;
use crate::discord::limits;
use crate::discord::reply::Reply;

/// What the articles say to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum Finding {
    Supported,
    Contradicted,
    NotInArticles,
}

/// A statement with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discord) struct Checked {
    pub(in crate::discord) statement: String,
    pub(in crate::discord) finding: Finding,
    pub(in crate::discord) proof: Option<Citation>,
}

/// The longest statement that is repeated.
const STATEMENT: usize = 160;

/// The longest quote beside it.
const QUOTE: usize = 320;

/// Room for the line that tells how many there are more.
const MORE: usize = 60;

/// Every statement with its finding and the quote.
pub(in crate::discord) fn check(checked: &[Checked], reader: Reader) -> Reply {
    let words = reader.locale.words();
    if checked.is_empty() {
        return note(&words.no_claims, reader);
    }
    let heading = reader.locale.count(&words.claims, checked.len());
    let entries: Vec<String> = checked.iter().map(|checked| entry(checked, reader)).collect();
    let all = std::iter::once(heading.as_str()).chain(entries.iter().map(String::as_str));
    let (mut content, taken) = limits::lines_within(all, limits::CONTENT - MORE);
    if taken <= checked.len() {
        let missing = checked.len() + 1 - taken;
        content = format!("{content}\n{}", reader.locale.count(&words.more, missing));
    }
    Reply::of(content).with_buttons(vec![last_button(reader, None)])
}

fn entry(checked: &Checked, reader: Reader) -> String {
    let words = reader.locale.words();
    let finding = match checked.finding {
        Finding::Supported => &words.supported,
        Finding::Contradicted => &words.contradicted,
        Finding::NotInArticles => &words.not_in_articles,
    };
    let statement = escape_within(&checked.statement, STATEMENT);
    let mut entry = format!("**{finding}**: “{statement}”");
    if let Some(proof) = &checked.proof {
        let quote = escape_within(&proof.quote, QUOTE);
        entry = format!("{entry}\n> {quote}\n{}", byline(proof, reader.locale));
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::super::testing::{citation, reader, show};
    use super::*;

    fn checked(finding: Finding) -> Checked {
        let proof = (finding != Finding::NotInArticles).then(citation);
        Checked { statement: "They *meet* in March.".into(), finding, proof }
    }

    #[test]
    fn every_statement_has_its_finding_and_the_quote() {
        let all = [Finding::Supported, Finding::Contradicted, Finding::NotInArticles];
        insta::assert_snapshot!(show(&check(&all.map(checked), reader())), @r"
        3 statements checked against the articles:
        **Supported**: “They \*meet\* in March.”
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015
        **Contradicted**: “They \*meet\* in March.”
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015
        **Not in the articles**: “They \*meet\* in March.”
        [Delete]
        ");
    }

    #[test]
    fn those_that_do_not_fit_are_counted() {
        let long = Checked { statement: "x".repeat(900), ..checked(Finding::Supported) };
        let reply = check(&vec![long; 30], reader());
        assert!(limits::length(&reply.content) <= limits::CONTENT);
        assert!(reply.content.contains("\nand 2"), "{}", reply.content);
    }

    #[test]
    fn a_message_without_statements_is_told() {
        assert!(check(&[], reader()).content.contains("nothing in this message"));
    }
}
