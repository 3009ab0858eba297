//! News organisations and the cities of datelines, as masthead lines name them.
//!
//! Tables only, read from the files under `data/`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::phrases::entries;
use crate::lexicon::Lexicon;

/// Every spelling and domain, in small letters, with the name.
static OUTLETS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let names = |line: &'static str| {
        let name = line.split('|').next().unwrap_or(line).trim();
        line.split('|').map(move |spelling| (spelling.trim().to_lowercase(), name))
    };
    entries(include_str!("data/outlets.txt")).flat_map(names).collect()
});

static PLACES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    entries(include_str!("data/dateline_places.txt"))
        .flat_map(|line| line.split('|'))
        .map(str::trim)
        .collect()
});

/// The usual name of the news organisation that `text` spells, whole.
pub(super) fn named(text: &str) -> Option<&'static str> {
    OUTLETS.get(&text.trim().to_lowercase()).copied()
}

/// The known organisation that `text` ends in, and the words before it.
pub(super) fn at_end(text: &str) -> Option<(&str, &'static str)> {
    let starts = text.match_indices(' ').map(|(at, _)| at);
    starts.into_iter().find_map(|at| Some((&text[..at], named(&text[at + 1..])?)))
}

/// The known organisation that `text` begins with, and the words behind it.
pub(super) fn at_start(text: &str) -> Option<(&'static str, &str)> {
    text.match_indices(' ').rev().find_map(|(at, _)| Some((named(&text[..at])?, &text[at + 1..])))
}

/// Whether `text` looks like the name of a news organisation.
pub(super) fn looks_like_one(text: &str) -> bool {
    const ENDINGS: [&str; 44] = [
        "News",
        "Times",
        "Post",
        "Daily",
        "Herald",
        "Tribune",
        "Gazette",
        "Chronicle",
        "Journal",
        "Press",
        "Agency",
        "Observer",
        "Mail",
        "Mirror",
        "Star",
        "Courier",
        "Examiner",
        "Online",
        "Today",
        "Radio",
        "TV",
        "Magazine",
        "Broadcasting",
        "Wire",
        "Newswire",
        "Newsline",
        "Telegraph",
        "Guardian",
        "Standard",
        "Globe",
        "Sentinel",
        "Dispatch",
        "Advertiser",
        "Argus",
        "Bulletin",
        "Register",
        "Review",
        "Echo",
        "Express",
        "Monitor",
        "Mercury",
        "Inquirer",
        "Weekly",
        "Network",
    ];
    let capitalised =
        |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    let named = text.split_whitespace().any(|word| ENDINGS.contains(&word));
    let several = text.trim().contains(' ');
    several && named && text.split_whitespace().filter(|word| word.len() > 3).all(capitalised)
}

/// The organisation behind a web address.
pub(super) fn of_url(url: &str) -> Option<&'static str> {
    let host = url.split("://").nth(1)?.split(['/', ':', '?', '#']).next()?.to_lowercase();
    let mut domain = host.as_str();
    loop {
        if let Some(outlet) = OUTLETS.get(domain) {
            return Some(outlet);
        }
        domain = domain.split_once('.')?.1;
    }
}

/// Whether `text` is a city that datelines name, or another known place.
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim();
    PLACES.contains(text.to_lowercase().as_str()) || Lexicon::builtin().place(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_lead_to_one_name() {
        assert_eq!(named("xinhua news agency"), Some("Xinhua"));
        assert_eq!(named("The Associated Press"), Some("Associated Press"));
        assert_eq!(named("Jane Doe"), None);
    }

    #[test]
    fn an_outlet_may_stand_behind_a_name_or_before_a_word() {
        assert_eq!(at_end("Jane Doe BBC News"), Some(("Jane Doe", "BBC News")));
        assert_eq!(at_start("Reuters Staff"), Some(("Reuters", "Staff")));
    }

    #[test]
    fn an_address_tells_its_outlet() {
        assert_eq!(of_url("https://www.bbc.co.uk/news/1"), Some("BBC News"));
        assert_eq!(of_url("http://example.invalid/x"), None);
        assert_eq!(of_url("no address"), None);
    }

    #[test]
    fn unknown_papers_are_known_by_their_words() {
        assert!(looks_like_one("The Little Town Gazette"));
        assert!(looks_like_one("The Upper Lake District Advertiser"));
        assert!(!looks_like_one("gone with the Post"));
        assert!(!looks_like_one("Jane Doe"));
    }
}
