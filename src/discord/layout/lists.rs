//! Articles, dated events, and the main event of an article.

use std::ops::Range;

use jiff::civil::Date;

use super::{NAME, Reader, last_button, note, source_line};
use crate::discord::escape::{escape, escape_within};
use crate::discord::limits;
use crate::discord::reply::Reply;
use crate::engine::{Brief, TimelineEntry};
use crate::fact::Source;

/// Room for the line that tells how many there are more.
const MORE: usize = 60;

/// The longest part of a brief, in characters.
const PART: usize = 260;

/// Room for the question before it, in characters.
const QUESTION: usize = 24;

/// The articles, the newest first.
pub(in crate::discord) fn sources(sources: &[Source], reader: Reader) -> Reply {
    let words = reader.locale.words();
    if sources.is_empty() {
        return note(&words.no_sources, reader);
    }
    let mut newest: Vec<&Source> = sources.iter().collect();
    newest.sort_by_key(|source| std::cmp::Reverse(source.published));
    let lines = newest.iter().map(|source| format!("- {}", source_line(source, reader.locale)));
    let heading = reader.locale.count(&words.articles, sources.len());
    list(std::iter::once(heading).chain(lines).collect(), 0, reader)
}

/// Dated events in order, each with the title of its article; those around the day `around`, where
/// not all of them fit.
pub(in crate::discord) fn timeline(
    entries: &[TimelineEntry],
    around: Option<Date>,
    sources: &[Source],
    reader: Reader,
) -> Reply {
    if entries.is_empty() {
        return note(&reader.locale.words().nothing_dated, reader);
    }
    let line = |entry: &TimelineEntry| {
        let title = sources.get(entry.source).map(|source| escape_within(&source.title, NAME));
        let title = title.filter(|title| !title.is_empty()).map(|title| format!(" ({title})"));
        let what = escape(&entry.what);
        format!("- **{}** {what}{}", escape(&entry.when), title.unwrap_or_default())
    };
    let lines: Vec<String> = entries.iter().map(line).collect();
    let shown = around.map_or(0..lines.len(), |day| window(entries, &lines, day));
    let more = lines.len() - shown.len();
    list(lines[shown].to_vec(), more, reader)
}

/// The lines that fit around `day`: by turns one that is to come and one that has been.
fn window(entries: &[TimelineEntry], lines: &[String], day: Date) -> Range<usize> {
    let start = entries.iter().position(|entry| entry.end >= day).unwrap_or(entries.len());
    let (mut shown, mut room) = (start..start, limits::CONTENT - MORE);
    loop {
        let before = shown.clone();
        for at in [Some(shown.end), shown.start.checked_sub(1)].into_iter().flatten() {
            let units = lines.get(at).map(|line| limits::length(line) + 1);
            if let Some(left) = units.and_then(|units| room.checked_sub(units)) {
                room = left;
                shown = shown.start.min(at)..shown.end.max(at + 1);
            }
        }
        if shown == before {
            return shown;
        }
    }
}

/// The six answers of a brief under the article that it is of.
pub(in crate::discord) fn brief(brief: &Brief, source: &Source, reader: Reader) -> Reply {
    let words = reader.locale.words();
    let parts = [
        (&words.who, &brief.who),
        (&words.what, &brief.what),
        (&words.when, &brief.when),
        (&words.place, &brief.place),
        (&words.why, &brief.why),
        (&words.how, &brief.how),
    ];
    // The parts make room for the source: they do not stand without it.
    let source = source_line(source, reader.locale);
    let room = (limits::CONTENT - MORE).saturating_sub(limits::length(&source)) / parts.len();
    let longest = PART.min(room.saturating_sub(QUESTION));
    let line = |(question, answer): (&String, &Option<String>)| {
        let answer = answer.as_ref().map(|answer| escape_within(answer, longest));
        format!("**{question}** {}", answer.as_deref().unwrap_or(&words.not_said))
    };
    let lines = parts.map(line).into_iter().chain([source]);
    list(lines.collect(), 0, reader)
}

/// Lines as many as fit, and how many there are more, besides `others` that were left out already.
fn list(lines: Vec<String>, others: usize, reader: Reader) -> Reply {
    let all = lines.iter().map(String::as_str);
    let (mut content, taken) = limits::lines_within(all, limits::CONTENT - MORE);
    let missing = lines.len() - taken + others;
    if missing > 0 {
        let more = reader.locale.count(&reader.locale.words().more, missing);
        content = format!("{content}\n- {more}");
    }
    Reply::of(content).with_buttons(vec![last_button(reader, None)])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{reader, show};
    use super::*;

    fn source(title: &str, day: i8) -> Source {
        let published = Some(jiff::civil::date(2015, 3, day));
        Source { title: title.into(), published, ..Source::default() }
    }

    fn entry(what: &str) -> TimelineEntry {
        let day = jiff::civil::date(2015, 3, 1);
        TimelineEntry {
            start: day,
            end: day,
            when: "March 2015".into(),
            what: what.into(),
            source: 0,
        }
    }

    #[test]
    fn the_newest_article_comes_first() {
        let text = show(&sources(&[source("Old", 1), source("New", 9)], reader()));
        assert_eq!(text, "2 articles:\n- New, 9 March 2015\n- Old, 1 March 2015\n[Delete]");
    }

    #[test]
    fn a_timeline_tells_when_what_and_by_whom() {
        let text = show(&timeline(&[entry("they *met*")], None, &[source("Talks", 7)], reader()));
        assert_eq!(text, "- **March 2015** they \\*met\\* (Talks)\n[Delete]");
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let content = timeline(&vec![entry(&"x".repeat(190)); 30], None, &[], reader()).content;
        assert!(limits::length(&content) <= limits::CONTENT);
        let shown = content.lines().count() - 1;
        assert!(content.ends_with(&format!("\n- and {} more", 30 - shown)), "{content}");
    }

    #[test]
    fn what_is_around_a_day_is_shown_before_what_is_long_past() {
        let on = |year: i16| {
            let day = jiff::civil::date(year, 3, 1);
            TimelineEntry {
                start: day,
                end: day,
                when: year.to_string(),
                ..entry(&"x".repeat(190))
            }
        };
        let entries: Vec<_> = (1990..2020).map(on).collect();
        let shown = |day| timeline(&entries, Some(day), &[], reader()).content;
        let content = shown(jiff::civil::date(2005, 1, 1));
        assert!(content.contains("**2005**") && content.contains("**2004**"), "{content}");
        assert!(!content.contains("**1990**") && !content.contains("**2019**"), "{content}");
        let missing = 30 - (content.lines().count() - 1);
        assert!(content.ends_with(&format!("\n- and {missing} more")), "{content}");
        // Where nothing is to come, what has been last.
        assert!(shown(jiff::civil::date(2030, 1, 1)).contains("**2019**"));
    }

    #[test]
    fn a_brief_says_what_is_missing() {
        let given = Brief { who: Some("China".into()), ..Brief::default() };
        let text = show(&brief(&given, &source("Talks", 7), reader()));
        assert!(text.starts_with("**Who** China\n**What** the article does not say\n"), "{text}");
        assert!(text.contains("\nTalks, 7 March 2015\n"), "{text}");
    }

    #[test]
    fn a_long_brief_keeps_its_source() {
        let part = Some("*x* ".repeat(200));
        let [who, what, when, place, why, how] = [0; 6].map(|_| part.clone());
        let given = Brief { who, what, when, place, why, how };
        let url = format!("https://news.example/{}", "x".repeat(370));
        let source = Source { url: Some(url.clone()), ..source(&"t*".repeat(200), 7) };
        let content = brief(&given, &source, reader()).content;
        assert!(content.ends_with(&format!("<{url}>")), "{content}");
    }

    #[test]
    fn nothing_is_told_in_words() {
        assert!(sources(&[], reader()).content.contains("no articles"));
        assert!(timeline(&[], None, &[], reader()).content.contains("date nothing"));
    }
}
