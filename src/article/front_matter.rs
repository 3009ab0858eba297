//! Front matter: the lines between `---` at the head of a Markdown file that name its details.
//!
//! A small part of YAML is understood: `key: value` with or without quotes, one a line. Anything
//! else between the marks is passed over.

use super::masthead::date;
use super::page::Details;

/// The details, and the text behind them. Without front matter, all of the text.
pub(super) fn read(text: &str) -> (Details, &str) {
    let Some((head, body)) = parts(text) else { return (Details::default(), text) };
    let mut details = Details::default();
    for line in head.lines() {
        if let Some((key, value)) = line.split_once(':') {
            take(&mut details, &key.trim().to_lowercase(), unquoted(value));
        }
    }
    (details, body)
}

/// What stands between the marks, and what stands behind them.
fn parts(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix("---")?.trim_start_matches([' ', '\r']);
    let inside = inside.strip_prefix('\n')?;
    let end = inside.find("\n---")?;
    let behind = &inside[end + 4..];
    let line = behind.find('\n').unwrap_or(behind.len());
    behind[..line].trim().is_empty().then_some((&inside[..end], &behind[line..]))
}

fn take(details: &mut Details, key: &str, value: String) {
    if value.is_empty() {
        return;
    }
    match key {
        "title" | "headline" => details.title = Some(value),
        "author" | "authors" | "byline" | "by" => details.author = Some(value),
        "outlet" | "source" | "site" | "publisher" | "publication" | "site_name" | "sitename" => {
            details.outlet = Some(value);
        }
        "url" | "link" | "canonical" | "canonical_url" | "source_url" => details.url = Some(value),
        "location" | "place" | "dateline" => details.place = Some(value),
        "date" | "published" | "pubdate" | "publish_date" | "published_at" | "datepublished"
        | "published_time" => {
            let found = date::first(&value);
            details.time = found.as_ref().and_then(|found| found.time);
            details.published = found.map(|found| found.date);
        }
        "updated" | "modified" | "lastmod" | "last_modified" => {
            details.updated = date::first(&value).map(|found| found.date);
        }
        _ => {}
    }
}

/// The value without quotes around it, and without the brackets of a list.
fn unquoted(value: &str) -> String {
    let value = value.trim().trim_start_matches('[').trim_end_matches(']').trim();
    let inner =
        ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    inner.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn title_author_and_date_are_understood() {
        let text = "---\ntitle: \"Bridge: closed\"\nauthor: Jane Doe\ndate: 2021-02-03 14:05\n\
                    tags: [a, b]\n---\nBody.\n";
        let (details, body) = read(text);
        assert_eq!(details.title.as_deref(), Some("Bridge: closed"));
        assert_eq!(details.author.as_deref(), Some("Jane Doe"));
        assert_eq!(details.published, Some(date(2021, 2, 3)));
        assert_eq!(details.time, Some(time(14, 5, 0, 0)));
        assert_eq!(body.trim(), "Body.");
    }

    #[test]
    fn a_rule_at_the_head_is_no_front_matter() {
        for text in ["---\n\nBody without an end", "Body --- with dashes", "", "---", "---\n---x\n"]
        {
            assert_eq!(read(text), (Details::default(), text));
        }
    }
}
