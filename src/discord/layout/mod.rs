//! From the engine's plain data to what a person sees on Discord. Whatever an article or a person
//! wrote is escaped here; nothing is sent from here.

mod answer;
mod check;
mod help;
mod lists;
mod proof;

pub(super) use answer::{answer, asked};
pub(super) use check::check;
pub(super) use help::help;
pub(super) use lists::{brief, sources, timeline};
pub(super) use proof::{context, not_right, others, said, shared};

use jiff::civil::Date;

use super::custom_id::Action;
use super::escape::{escape_within, link};
use super::locale::Locale;
use super::reply::{Button, Reply};
use crate::answer::Citation;
use crate::fact::Source;

/// Who reads, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reader {
    /// The language that the reply is in.
    pub(super) locale: Locale,
    /// Whether only this person sees it.
    pub(super) is_private: bool,
    /// Who asked, and may delete the answer.
    pub(super) person: u64,
}

/// A text of the bot's own that helps nobody but `reader`, who can delete it where others see it.
pub(super) fn note(text: &str, reader: Reader) -> Reply {
    let delete = Button::new(&reader.locale.words().delete, Action::Delete(reader.person));
    let buttons = if reader.is_private { Vec::new() } else { vec![delete] };
    Reply::of(text).with_buttons(buttons).aside()
}

/// How long to wait before the next question.
pub(super) fn wait(seconds: u64, reader: Reader) -> Reply {
    let seconds = usize::try_from(seconds).unwrap_or(usize::MAX);
    note(&reader.locale.count(&reader.locale.words().wait, seconds), reader)
}

/// The longest quote that is shown, in units.
const QUOTE: usize = 600;

/// The longest title or outlet.
const NAME: usize = 200;

/// What an article is called beside a quote: title, outlet, date.
fn byline(citation: &Citation, locale: Locale) -> String {
    named(&citation.title, citation.outlet.as_deref(), citation.published, locale)
}

/// The same with the address, where it is known.
fn byline_with_link(citation: &Citation, locale: Locale) -> String {
    let link = citation.url.as_deref().and_then(link);
    [Some(byline(citation, locale)), link].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn source_line(source: &Source, locale: Locale) -> String {
    let name = named(&source.title, source.outlet.as_deref(), source.published, locale);
    let link = source.url.as_deref().and_then(link);
    [Some(name), link].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn named(title: &str, outlet: Option<&str>, published: Option<Date>, locale: Locale) -> String {
    let words = locale.words();
    let title = match escape_within(title, NAME) {
        title if title.is_empty() => words.untitled.clone(),
        title => title,
    };
    let outlet = outlet.map(|outlet| escape_within(outlet, NAME)).filter(|it| !it.is_empty());
    let published = published.map_or_else(|| words.date_unknown.clone(), |day| locale.day(day));
    [Some(title), outlet, Some(published)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A quote as a block quote with its source below. The two are one: neither is shown without the
/// other. The quote is one line, as the block ends with the line.
fn quoted(citation: &Citation, locale: Locale) -> String {
    format!("> {}\n{}", escape_within(&citation.quote, QUOTE), byline_with_link(citation, locale))
}

/// The button at the end of a row: a private answer may be shared, a public one deleted.
fn last_button(reader: Reader, proof: Option<crate::engine::ProofId>) -> Button {
    let words = reader.locale.words();
    if reader.is_private {
        Button::new(&words.share, Action::Share(proof))
    } else {
        Button::new(&words.delete, Action::Delete(reader.person))
    }
}

#[cfg(test)]
pub(super) mod testing {
    //! What tests of layouts begin with.

    use super::*;
    use crate::discord::reply::Row;

    pub(in crate::discord) fn reader() -> Reader {
        Reader { locale: Locale::English, is_private: false, person: 42 }
    }

    pub(in crate::discord) fn citation() -> Citation {
        Citation {
            title: "Talks to be held".into(),
            outlet: Some("China Daily".into()),
            published: Some(jiff::civil::date(2015, 3, 7)),
            url: Some("https://news.example/talks".into()),
            quote: "They will hold talks later this month".into(),
            context: "It is settled. They will hold talks later this month. So they said.".into(),
            passage: None,
        }
    }

    /// The text, and below it what can be pressed or chosen.
    pub(in crate::discord) fn show(reply: &Reply) -> String {
        let row = |row: &Row| match row {
            Row::Buttons(buttons) => {
                buttons.iter().map(|button| format!("[{}]", button.label)).collect::<String>()
            }
            Row::Menu(menu) => {
                let options = menu.options.iter().map(|(label, _)| label.as_str());
                format!("({}: {})", menu.placeholder, options.collect::<Vec<_>>().join(" | "))
            }
        };
        let rows: Vec<_> = reply.rows.iter().map(row).collect();
        format!("{}\n{}", reply.content, rows.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_titles_are_escaped() {
        let evil = Citation {
            title: "**@everyone** [x](https://evil.example)".into(),
            outlet: Some("<@1>".into()),
            url: Some("https://discord.gg/abc".into()),
            ..Citation::default()
        };
        let line = byline_with_link(&evil, Locale::English);
        assert_eq!(
            line,
            "\\*\\*@\u{200b}everyone\\*\\* \\[x\\](https:\u{200b}//evil.example), \\<@\u{200b}1\\>, date unknown"
        );
    }

    #[test]
    fn a_title_that_says_nothing_is_told_as_missing() {
        let empty = Citation { title: " \u{200b} ".into(), ..Citation::default() };
        assert_eq!(byline(&empty, Locale::English), "Without a title, date unknown");
    }
}
