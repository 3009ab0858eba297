//! A message held against the articles, statement by statement.

use super::{Reader, byline, last_button, note};
use crate::discord::escape::escape_within;
use crate::discord::limits;
use crate::discord::reply::Reply;
use crate::engine::{Claim, Finding};

/// The longest statement that is repeated.
const STATEMENT: usize = 160;

/// The longest quote beside it.
const QUOTE: usize = 320;

/// Room for the line that tells how many there are more.
const MORE: usize = 60;

/// Every statement with its finding and the quote.
pub(in crate::discord) fn check(claims: &[Claim], reader: Reader) -> Reply {
    let words = reader.locale.words();
    if claims.is_empty() {
        return note(&words.no_claims, reader);
    }
    let heading = reader.locale.count(&words.claims, claims.len());
    let entries: Vec<String> = claims.iter().map(|claim| entry(claim, reader)).collect();
    let all = std::iter::once(heading.as_str()).chain(entries.iter().map(String::as_str));
    let (mut content, taken) = limits::lines_within(all, limits::CONTENT - MORE);
    if taken <= claims.len() {
        let missing = claims.len() + 1 - taken;
        content = format!("{content}\n{}", reader.locale.count(&words.more, missing));
    }
    Reply::of(content).with_buttons(vec![last_button(reader, None)])
}

fn entry(claim: &Claim, reader: Reader) -> String {
    let words = reader.locale.words();
    let finding = match claim.finding {
        Finding::Supported => &words.supported,
        Finding::Contradicted => &words.contradicted,
        Finding::NotInArticles => &words.not_in_articles,
    };
    let statement = escape_within(&claim.statement, STATEMENT);
    let mut entry = format!("**{finding}**: “{statement}”");
    if let Some(proof) = &claim.proof {
        let quote = escape_within(&proof.quote, QUOTE);
        entry = format!("{entry}\n> {quote}\n{}", byline(proof, reader.locale));
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::super::testing::{citation, reader, show};
    use super::*;

    fn claim(finding: Finding) -> Claim {
        let proof = (finding != Finding::NotInArticles).then(citation);
        Claim { statement: "They *meet* in March.".into(), finding, proof }
    }

    #[test]
    fn every_statement_has_its_finding_and_the_quote() {
        let all = [Finding::Supported, Finding::Contradicted, Finding::NotInArticles];
        insta::assert_snapshot!(show(&check(&all.map(claim), reader())), @r"
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
        let long = Claim { statement: "x".repeat(900), ..claim(Finding::Supported) };
        let reply = check(&vec![long; 30], reader());
        assert!(limits::length(&reply.content) <= limits::CONTENT);
        assert!(reply.content.contains("\nand 2"), "{}", reply.content);
    }

    #[test]
    fn a_message_without_statements_is_told() {
        assert!(check(&[], reader()).content.contains("nothing in this message"));
    }
}
