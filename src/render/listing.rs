//! Sources, timelines and briefs as pages.

use super::{Page, Tone, source_line};
use crate::engine::{Brief, TimelineEntry};
use crate::fact::Source;

/// A table of all articles.
pub fn sources(sources: &[Source]) -> Page {
    let mut page = Page::default();
    let rows: Vec<_> = sources.iter().map(source_row).collect();
    page.table(&rows);
    page
}

fn source_row(source: &Source) -> Vec<(Tone, String)> {
    let published = source.published.map_or("date unknown".to_owned(), |day| day.to_string());
    let outlet = source.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned());
    vec![(Tone::Faint, published), (Tone::Plain, outlet), (Tone::Strong, source.title.clone())]
}

/// A table of dated events; each with the title of its article in `sources`.
pub fn timeline(entries: &[TimelineEntry], sources: &[Source]) -> Page {
    let mut page = Page::default();
    let rows: Vec<_> = entries.iter().map(|entry| timeline_row(entry, sources)).collect();
    page.table(&rows);
    page
}

fn timeline_row(entry: &TimelineEntry, sources: &[Source]) -> Vec<(Tone, String)> {
    let title = sources.get(entry.source).map(|source| format!(" ({})", source.title));
    let what = format!("{}{}", entry.what, title.unwrap_or_default());
    vec![(Tone::Strong, entry.when.clone()), (Tone::Plain, what)]
}

/// The six answers of a brief under the article that it is of.
pub fn brief(brief: &Brief, source: Option<&Source>) -> Page {
    let mut page = Page::default();
    if let Some(source) = source {
        page.line(0, Tone::Faint, &source_line(source));
        page.gap();
    }
    let parts = [
        ("Who", &brief.who),
        ("What", &brief.what),
        ("When", &brief.when),
        ("Where", &brief.place),
        ("Why", &brief.why),
        ("How", &brief.how),
    ];
    page.table(&parts.map(|(question, answer)| brief_row(question, answer.as_deref())));
    page
}

fn brief_row(question: &str, answer: Option<&str>) -> Vec<(Tone, String)> {
    let answer = match answer {
        Some(answer) => (Tone::Plain, answer.to_owned()),
        None => (Tone::Faint, "the article does not say".to_owned()),
    };
    vec![(Tone::Strong, question.to_owned()), answer]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Screen;

    fn articles() -> [Source; 2] {
        let published = Some(jiff::civil::date(2015, 3, 7));
        let talks = Source {
            title: "Talks to be held".into(),
            outlet: Some("China Daily".into()),
            published,
            ..Source::default()
        };
        [talks, Source { title: "Fire".into(), ..Source::default() }]
    }

    fn show(page: &Page) -> String {
        Screen::default().paint(page)
    }

    #[test]
    fn sources_are_a_table() {
        insta::assert_snapshot!(show(&sources(&articles())), @r#"
        2015-03-07    China Daily     Talks to be held
        date unknown  outlet unknown  Fire
        "#);
    }

    #[test]
    fn a_timeline_tells_when_what_and_by_whom() {
        let day = jiff::civil::date(2015, 3, 1);
        let entry = TimelineEntry {
            start: day,
            end: day,
            when: "March 2015".into(),
            what: "hold a dialogue".into(),
            source: 0,
        };
        let lost = TimelineEntry { source: 7, when: "2016".into(), ..entry.clone() };
        insta::assert_snapshot!(show(&timeline(&[entry, lost], &articles())), @r#"
        March 2015  hold a dialogue (Talks to be held)
        2016        hold a dialogue
        "#);
    }

    #[test]
    fn a_brief_says_what_is_missing() {
        let given = Brief { who: Some("China and Japan".into()), ..Brief::default() };
        insta::assert_snapshot!(show(&brief(&given, articles().first())), @r#"
        Talks to be held, China Daily, 7 March 2015

        Who    China and Japan
        What   the article does not say
        When   the article does not say
        Where  the article does not say
        Why    the article does not say
        How    the article does not say
        "#);
    }
}
