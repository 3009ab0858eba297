//! Articles, dated events, and the main event of an article.

use super::{NAME, Reader, last_button, source_line};
use crate::discord::escape::{escape, escape_within};
use crate::discord::limits;
use crate::discord::reply::Reply;
use crate::engine::{Brief, TimelineEntry};
use crate::fact::Source;

/// Room for the line that tells how many there are more.
const MORE: usize = 60;

/// The articles, the newest first.
pub(in crate::discord) fn sources(sources: &[Source], reader: Reader) -> Reply {
    let words = reader.locale.words();
    if sources.is_empty() {
        return Reply::of(&words.no_sources);
    }
    let mut newest: Vec<&Source> = sources.iter().collect();
    newest.sort_by_key(|source| std::cmp::Reverse(source.published));
    let lines = newest.iter().map(|source| format!("- {}", source_line(source, reader.locale)));
    let heading = reader.locale.count(&words.articles, sources.len());
    list(std::iter::once(heading).chain(lines).collect(), reader)
}

/// Dated events in order, each with the title of its article.
pub(in crate::discord) fn timeline(
    entries: &[TimelineEntry],
    sources: &[Source],
    reader: Reader,
) -> Reply {
    if entries.is_empty() {
        return Reply::of(&reader.locale.words().nothing_dated);
    }
    let line = |entry: &TimelineEntry| {
        let title = sources.get(entry.source).map(|source| escape_within(&source.title, NAME));
        let title = title.filter(|title| !title.is_empty()).map(|title| format!(" ({title})"));
        let what = escape(&entry.what);
        format!("- **{}** {what}{}", escape(&entry.when), title.unwrap_or_default())
    };
    list(entries.iter().map(line).collect(), reader)
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
    let line = |(question, answer): (&String, &Option<String>)| {
        let answer = answer.as_ref().map(|answer| escape_within(answer, 260));
        format!("**{question}** {}", answer.as_deref().unwrap_or(&words.not_said))
    };
    let lines = parts.map(line).into_iter().chain([source_line(source, reader.locale)]);
    list(lines.collect(), reader)
}

/// Lines as many as fit, and how many there are more.
fn list(lines: Vec<String>, reader: Reader) -> Reply {
    let all = lines.iter().map(String::as_str);
    let (mut content, taken) = limits::lines_within(all, limits::CONTENT - MORE);
    if taken < lines.len() {
        let more = reader.locale.count(&reader.locale.words().more, lines.len() - taken);
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
        let text = show(&timeline(&[entry("they *met*")], &[source("Talks", 7)], reader()));
        assert_eq!(text, "- **March 2015** they \\*met\\* (Talks)\n[Delete]");
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let content = timeline(&vec![entry(&"x".repeat(190)); 30], &[], reader()).content;
        assert!(limits::length(&content) <= limits::CONTENT);
        let shown = content.lines().count() - 1;
        assert!(content.ends_with(&format!("\n- and {} more", 30 - shown)), "{content}");
    }

    #[test]
    fn a_brief_says_what_is_missing() {
        let given = Brief { who: Some("China".into()), ..Brief::default() };
        let text = show(&brief(&given, &source("Talks", 7), reader()));
        assert!(text.starts_with("**Who** China\n**What** the article does not say\n"), "{text}");
        assert!(text.contains("\nTalks, 7 March 2015\n"), "{text}");
    }

    #[test]
    fn nothing_is_told_in_words() {
        assert!(sources(&[], reader()).content.contains("no articles"));
        assert!(timeline(&[], &[], reader()).content.contains("date nothing"));
    }
}
