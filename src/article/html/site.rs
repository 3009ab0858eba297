//! The name of the site in the title of an HTML page: "Bridge closed | Europe | The Bugle".
//!
//! What stands beside the headline is a site's name or a section's; only where the headline is
//! known from elsewhere can the two be told from a headline with a mark in it.

use super::super::boilerplate::{self, Verdict};
use super::super::outlets;
use super::super::shape;

/// What sites set between headline, section and name.
const MARKS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " : "];

/// The longest name, in words.
const LONGEST: usize = 5;

/// The site that `title` names beside `headline`.
pub(super) fn beside(title: &str, headline: &str) -> Option<String> {
    let (head, tail) = around(title, headline)?;
    let mut names: Vec<&str> = if head.is_empty() {
        let mut parts = parts(&tail);
        parts.reverse();
        parts
    } else {
        parts(&head)
    };
    names.retain(|name| {
        shape::words(name) <= LONGEST && boilerplate::judge(name) == Verdict::Article
    });
    let known = names.iter().find_map(|name| outlets::named(name));
    known.or_else(|| names.first().copied()).map(str::to_owned)
}

/// What stands before the headline and behind it, one of which is empty.
fn around(title: &str, headline: &str) -> Option<(String, String)> {
    let (title, headline) = (straight(title), straight(headline));
    let tail =
        title.strip_prefix(&headline).filter(|tail| MARKS.iter().any(|it| tail.starts_with(it)));
    let head =
        || title.strip_suffix(&headline).filter(|head| MARKS.iter().any(|it| head.ends_with(it)));
    let found = tail.map(|tail| (String::new(), tail.to_owned()));
    found
        .or_else(|| head().map(|head| (head.to_owned(), String::new())))
        .filter(|_| !headline.is_empty())
}

/// The pieces between the marks.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for mark in MARKS {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// With straight quotes: headline and title often differ in nothing else.
fn straight(text: &str) -> String {
    text.replace(['’', '‘'], "'").replace(['“', '”'], "\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: Option<&str>) {
        assert_eq!(beside(title, "Mayor’s bridge closed").as_deref(), expected, "{title}");
    }

    #[test]
    fn the_name_stands_at_the_far_end() {
        for mark in ["-", "|", "–", "—", "::"] {
            check(&format!("Mayor's bridge closed {mark} Larkspur Day"), Some("Larkspur Day"));
        }
        check("Mayor's bridge closed | Europe | Larkspur Day", Some("Larkspur Day"));
        check("Larkspur Day - Europe - Mayor's bridge closed", Some("Larkspur Day"));
        check("Mayor’s bridge closed - BBC - Europe", Some("BBC News"));
    }

    #[test]
    fn without_a_name_there_is_none() {
        check("Mayor's bridge closed", None);
        check("Mayor's bridge closed | News", None);
        check("Mayor's bridge closed for a year | Larkspur Day", None);
        check("Mayor's bridge closed - how it came that nobody can cross the river", None);
        assert_eq!(beside("Bridge | Larkspur Day", ""), None);
    }
}
