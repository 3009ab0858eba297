//! An answer as a page: the answer, what it is about, the proof, and what else may be asked.

use super::{Page, Tone, byline};
use crate::answer::{Answer, Citation};

/// Columns to the left of a quote.
const QUOTE_INDENT: usize = 2;

/// The page of `answer`.
pub fn answer(answer: &Answer) -> Page {
    let mut page = Page::default();
    page.line(0, Tone::Strong, &answer.headline());
    if let Some(subject) = &answer.subject {
        page.line(0, Tone::Faint, &format!("(about {subject})"));
    }
    for citation in &answer.citations {
        page.gap();
        cite(&mut page, citation);
    }
    if !answer.also.is_empty() {
        page.gap();
        page.line(0, Tone::Faint, "Also reported by:");
        for also in &answer.also {
            page.line(QUOTE_INDENT, Tone::Faint, &citation_line(also));
        }
    }
    if !answer.choices.is_empty() {
        page.gap();
        choices(&mut page, answer);
    }
    page
}

/// The page of `answer`, and below it how it came about.
pub fn explained(answer: &Answer) -> Page {
    let mut page = self::answer(answer);
    page.gap();
    page.line(0, Tone::Strong, "How the answer came about:");
    for line in &answer.explanation.lines {
        page.line(QUOTE_INDENT, Tone::Plain, line);
    }
    if answer.explanation.lines.is_empty() {
        page.line(QUOTE_INDENT, Tone::Faint, "There is nothing to tell.");
    }
    page
}

fn cite(page: &mut Page, citation: &Citation) {
    page.line(QUOTE_INDENT, Tone::Quote, &format!("“{}”", citation.quote));
    page.line(QUOTE_INDENT, Tone::Faint, &citation_line(citation));
}

fn citation_line(citation: &Citation) -> String {
    byline(&citation.title, citation.outlet.as_deref(), citation.published)
}

fn choices(page: &mut Page, answer: &Answer) {
    for (number, choice) in answer.choices.iter().enumerate() {
        page.line(QUOTE_INDENT, Tone::Plain, &format!("{}. {}", number + 1, choice.label));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Choice, Status};
    use crate::render::Screen;

    fn citation(title: &str, outlet: Option<&str>) -> Citation {
        Citation {
            title: title.into(),
            outlet: outlet.map(str::to_owned),
            published: Some(jiff::civil::date(2015, 3, 7)),
            quote: "will hold a security dialogue later this month".into(),
            ..Citation::default()
        }
    }

    #[test]
    fn an_answer_shows_its_proof_and_who_else_reports_it() {
        let given = Answer {
            status: Status::Answered,
            text: "March 2015 (“later this month”).".into(),
            citations: vec![citation("Talks to be held", Some("China Daily"))],
            also: vec![citation("Talks", None)],
            subject: Some("the security dialogue".into()),
            ..Answer::default()
        };
        insta::assert_snapshot!(Screen::default().paint(&answer(&given)), @r#"
        March 2015 (“later this month”).
        (about the security dialogue)

          “will hold a security dialogue later this month”
          Talks to be held, China Daily, 7 March 2015

        Also reported by:
          Talks, 7 March 2015
        "#);
    }

    #[test]
    fn choices_are_numbered() {
        let choice = |label: &str| Choice { label: label.into(), question: String::new() };
        let given = Answer {
            status: Status::Unclear,
            text: "Which one do you mean?".into(),
            choices: vec![choice("the first"), choice("the second")],
            ..Answer::default()
        };
        insta::assert_snapshot!(Screen::default().paint(&answer(&given)), @r#"
        Which one do you mean?

          1. the first
          2. the second
        "#);
    }
}
