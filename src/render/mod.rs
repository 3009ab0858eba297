//! From answers to text: JSON for programs, pages for people.
//!
//! Plain data goes in, text comes out. This is the edge where text leaves: what an article or a
//! question holds is made harmless here, once, and nowhere else. Nothing is written from here.

mod answer;
mod clean;
pub mod json;
mod listing;
mod page;
mod screen;

pub use answer::{answer, explained};
pub use clean::harmless;
pub use listing::{brief, sources, timeline};
pub use page::{Page, Tone};
pub use screen::Screen;

use jiff::civil::Date;

use crate::fact::Source;
use crate::text::date::written_day;

/// What to do where there is nothing to ask about.
pub const NO_ARTICLES: &str =
    "The knowledge holds no article: put some into a folder and name it with --knowledge.";

/// A count with its noun: "1 fact", "3 facts".
pub fn many(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// What names an article beside a quote: title, outlet, date.
fn byline(title: &str, outlet: Option<&str>, published: Option<Date>) -> String {
    let title = if title.trim().is_empty() { "Without a title" } else { title };
    let published = published.map_or_else(|| "date unknown".to_owned(), written_day);
    let parts = [Some(title), outlet, Some(&published)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn source_line(source: &Source) -> String {
    byline(&source.title, source.outlet.as_deref(), source.published)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(many(1, "fact"), "1 fact");
        assert_eq!(many(0, "fact"), "0 facts");
    }

    #[test]
    fn an_article_is_named_by_what_is_known_of_it() {
        let published = Some(jiff::civil::date(2015, 3, 7));
        assert_eq!(byline("Talks", Some("Post"), published), "Talks, Post, 7 March 2015");
        assert_eq!(byline(" ", None, None), "Without a title, date unknown");
    }
}
