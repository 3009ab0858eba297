//! What the buttons below an answer show.

use super::{NAME, Reader, byline_with_link, last_button, quoted};
use crate::answer::Citation;
use crate::discord::custom_id::{Action, Reason};
use crate::discord::escape::{escape, escape_end_within, escape_within};
use crate::discord::limits;
use crate::discord::locale::{Locale, fill};
use crate::discord::reply::{Button, Reply, Row};
use crate::engine::ProofId;

/// The longest text of a quote and what stands around it.
const AROUND: usize = 1_600;

/// Room for what stands between its parts: spaces, marks, and the line to the source.
const BETWEEN: usize = 16;

/// The sentences around a quote, the quote in bold.
pub(in crate::discord) fn context(citation: &Citation, locale: Locale) -> Reply {
    let around = citation.context.split_once(&citation.quote);
    let Some((before, after)) = around.filter(|(a, b)| [*a, *b].iter().any(|it| has_words(it)))
    else {
        return Reply::of(&locale.words().no_context);
    };
    // The source stands whole below: a link that is cut leads nowhere.
    let source = byline_with_link(citation, locale);
    let room = AROUND.min(limits::CONTENT.saturating_sub(limits::length(&source) + BETWEEN));
    let quote = escape_within(&citation.quote, room / 2);
    let beside = (room - limits::length(&quote)) / 2;
    let gap = |is_there: bool| if is_there { " " } else { "" };
    let text = [
        &escape_end_within(before, beside),
        gap(before.ends_with(char::is_whitespace)),
        "**",
        &quote,
        "**",
        gap(after.starts_with(char::is_whitespace)),
        &escape_within(after, beside),
    ]
    .concat();
    Reply::of(format!("> {text}\n{source}"))
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// What others report.
pub(in crate::discord) fn others(reports: &[Citation], locale: Locale) -> Reply {
    if reports.is_empty() {
        return Reply::of(&locale.words().no_others);
    }
    let lines: Vec<String> = reports.iter().map(|report| quoted(report, locale)).collect();
    Reply::of(limits::lines_within(lines.iter().map(String::as_str), limits::CONTENT).0)
}

/// A quote that is nearest to what was asked.
pub(in crate::discord) fn said(citation: &Citation, reader: Reader) -> Reply {
    let words = reader.locale.words();
    let proof = ProofId::of(citation);
    let lines = [words.they_say.clone(), quoted(citation, reader.locale)];
    Reply::of(lines.join("\n")).with_buttons(vec![
        Button::new(&words.context, Action::Context(proof)),
        Button::new(&words.others, Action::Others(proof, Vec::new())),
        Button::new(&words.follow_up, Action::FollowUp(Some(proof))),
        last_button(reader, Some(proof)),
    ])
}

/// What can be not right with the answer in the message `message`.
pub(in crate::discord) fn not_right(proof: Option<ProofId>, message: u64, locale: Locale) -> Reply {
    let words = locale.words();
    let label = |reason: Reason| match reason {
        Reason::Date => &words.wrong_date,
        Reason::Place => &words.wrong_place,
        Reason::People => &words.wrong_people,
        Reason::Outdated => &words.outdated,
        Reason::Question => &words.not_my_question,
    };
    let button = |reason| Button::new(label(reason), Action::Reason(reason, proof, message));
    Reply::of(&words.what_is_not_right).with_buttons(Reason::ALL.map(button).to_vec())
}

/// A private answer as everybody sees it: the same text, who shares it, and no "Share".
pub(in crate::discord) fn shared(
    content: &str,
    rows: Vec<Row>,
    name: &str,
    reader: Reader,
) -> Reply {
    let words = reader.locale.words();
    let person = escape(&limits::cut(name, NAME));
    let by = format!("\n-# {}", fill(&words.shared_by, &[("person", &person)]));
    let fits = limits::length(content) + limits::length(&by) <= limits::CONTENT;
    let content = format!("{content}{}", if fits { by.as_str() } else { "" });
    let rows = rows.into_iter().map(|row| match row {
        Row::Buttons(buttons) => Row::Buttons(
            buttons
                .into_iter()
                .map(|button| match button.action {
                    Action::Share(_) => last_button(Reader { is_private: false, ..reader }, None),
                    _ => button,
                })
                .collect(),
        ),
        menu => menu,
    });
    Reply { content, rows: rows.collect(), is_aside: false }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{citation, reader, show};
    use super::*;

    #[test]
    fn the_quote_stands_out_in_its_context() {
        insta::assert_snapshot!(show(&context(&citation(), Locale::English)), @r"
        > It is settled. **They will hold talks later this month**. So they said.
        Talks to be held, China Daily, 7 March 2015 <https://news.example/talks>
        ");
    }

    #[test]
    fn a_long_context_keeps_what_stands_next_to_the_quote_and_the_whole_link() {
        let url = format!("https://news.example/{}", "x".repeat(370));
        let quote = citation().quote;
        let (before, after) = ("*b* ".repeat(600) + "just before ", " just after".to_owned());
        let context = format!("{before}{quote}{after}{}", " *a*".repeat(600));
        let title = "t*".repeat(200);
        let long = Citation { url: Some(url.clone()), title, context, ..citation() };
        let content = super::context(&long, Locale::English).content;
        assert!(limits::length(&content) <= limits::CONTENT);
        assert!(content.ends_with(&format!("<{url}>")), "{content}");
        assert!(content.starts_with("> …"), "{content}");
        assert!(content.contains(&format!("just before **{quote}** just after")), "{content}");
    }

    #[test]
    fn no_report_stands_without_its_source() {
        let long = Citation { quote: "q".repeat(590), ..citation() };
        let content = others(&vec![long; 4], Locale::English).content;
        assert!(content.ends_with("<https://news.example/talks>"), "{content}");
    }

    #[test]
    fn a_quote_with_nothing_around_it_says_so() {
        let alone = Citation { context: citation().quote, ..citation() };
        assert_eq!(context(&alone, Locale::English).content, "There is nothing around it.");
    }

    #[test]
    fn other_reports_are_quotes_too() {
        insta::assert_snapshot!(show(&others(&[citation(), citation()], Locale::English)), @r"
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015 <https://news.example/talks>
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015 <https://news.example/talks>
        ");
        assert!(others(&[], Locale::German).content.contains("Kein anderer"));
    }

    #[test]
    fn what_is_nearest_can_be_looked_into() {
        insta::assert_snapshot!(show(&said(&citation(), reader())), @r"
        The articles say:
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015 <https://news.example/talks>
        [Context][Other reports][Ask a follow-up][Delete]
        ");
    }

    #[test]
    fn what_is_not_right_is_asked_in_words() {
        let text = show(&not_right(None, 1, Locale::English));
        assert!(
            text.ends_with("[Wrong date][Wrong place][Wrong people][Outdated][Not my question]")
        );
    }

    #[test]
    fn what_is_shared_can_be_deleted_by_who_shares_it() {
        let private = Reader { is_private: true, ..reader() };
        let said = said(&citation(), private);
        let shared = shared(&said.content, said.rows, "*Ann*", private);
        assert!(shared.content.ends_with("\n-# shared by \\*Ann\\*"), "{}", shared.content);
        assert!(show(&shared).ends_with("[Ask a follow-up][Delete]"), "{}", show(&shared));
    }
}
