//! The lists of phrases that boilerplate is told by, read from the files under `data/`.
//!
//! Lists only: what a match means is decided where the lists are asked.

use std::collections::HashSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// A list of phrases in small letters.
pub(super) type Phrases = HashSet<&'static str>;

/// Whole lines that are no part of an article.
pub(super) static LINES: LazyLock<Phrases> =
    LazyLock::new(|| entries(include_str!("data/lines.txt")).collect());

/// Words that rows of buttons are made of.
pub(super) static SHARE_WORDS: LazyLock<Phrases> =
    LazyLock::new(|| words(include_str!("data/share_words.txt")));

/// Agencies, as they stand in the brackets of a caption.
pub(super) static AGENCIES: LazyLock<Phrases> =
    LazyLock::new(|| entries(include_str!("data/agencies.txt")).collect());

/// Labels before the name of who made a picture.
pub(super) static CREDIT_LABELS: LazyLock<Phrases> =
    LazyLock::new(|| entries(include_str!("data/credit_labels.txt")).collect());

/// Headings behind which nothing of the article comes any more.
pub(super) static TAILS: LazyLock<Phrases> =
    LazyLock::new(|| section(include_str!("data/tails.txt"), "[rest]").collect());

/// Headings of lists, behind which the article may go on.
pub(super) static TAIL_LISTS: LazyLock<Phrases> =
    LazyLock::new(|| section(include_str!("data/tails.txt"), "[list]").collect());

/// Labels of a caption in the next line.
pub(super) static CAPTION_LABELS: LazyLock<Phrases> =
    LazyLock::new(|| section(include_str!("data/tails.txt"), "[caption]").collect());

/// Words that menus are made of.
pub(super) static SECTIONS: LazyLock<Phrases> =
    LazyLock::new(|| words(include_str!("data/sections.txt")));

/// First words of lines behind which nothing of the article comes any more.
pub(super) static TAIL_BEGINNINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| section(include_str!("data/tails.txt"), "[begins]").collect());

/// Boilerplate whatever the sentence looks like.
pub(super) static ALWAYS: LazyLock<Signs> = LazyLock::new(|| Signs::of("[always]"));

/// Boilerplate unless the block reads like a sentence of the article.
pub(super) static UNLESS_PROSE: LazyLock<Signs> = LazyLock::new(|| Signs::of("[unless prose]"));

/// Phrases that boilerplate begins with, and phrases that it has anywhere.
pub(super) struct Signs {
    prefixes: Vec<&'static str>,
    anywhere: Option<AhoCorasick>,
}

impl Signs {
    fn of(heading: &str) -> Self {
        let anywhere = section(include_str!("data/anywhere.txt"), heading);
        let mut prefixes: Vec<_> = section(include_str!("data/prefixes.txt"), heading).collect();
        prefixes.sort_unstable();
        Self { prefixes, anywhere: AhoCorasick::new(anywhere).ok() }
    }

    /// Whether `text`, in small letters, has one of the phrases where it belongs.
    pub(super) fn mark(&self, text: &str) -> bool {
        self.begin(text) || self.anywhere.as_ref().is_some_and(|phrases| phrases.is_match(text))
    }

    /// Whether `text` begins with a phrase, and with no longer word. All candidates share the
    /// first byte, so that only a few are compared.
    fn begin(&self, text: &str) -> bool {
        let Some(&first) = text.as_bytes().first() else { return false };
        let from = self.prefixes.partition_point(|phrase| phrase.as_bytes()[0] < first);
        let to = self.prefixes.partition_point(|phrase| phrase.as_bytes()[0] <= first);
        self.prefixes[from..to].iter().any(|phrase| {
            let goes_on = |rest: &str| {
                phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric)
            };
            text.strip_prefix(phrase).is_some_and(|rest| !goes_on(rest))
        })
    }
}

/// The entries of a file: one a line, `#` opens a comment line.
pub(super) fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries under a heading in brackets.
fn section(file: &'static str, heading: &str) -> impl Iterator<Item = &'static str> {
    let heading = heading.to_owned();
    entries(file)
        .skip_while(move |line| *line != heading)
        .skip(1)
        .take_while(|line| !(line.starts_with('[') && line.ends_with(']')))
}

/// The words of a file, set apart by white space.
pub(super) fn words(file: &'static str) -> Phrases {
    entries(file).flat_map(str::split_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_ends_where_its_word_ends() {
        assert!(ALWAYS.mark("photo: j. doe"));
        assert!(ALWAYS.mark("follow us"));
        assert!(!ALWAYS.mark("follow usher to the stage"));
    }

    #[test]
    fn every_list_has_entries_and_none_is_empty() {
        assert!(TAILS.contains("sources") && !TAILS.contains("related news"));
        assert!(TAIL_LISTS.contains("related news"));
        assert!(ALWAYS.prefixes.iter().chain(&UNLESS_PROSE.prefixes).all(|p| !p.is_empty()));
        assert!(ALWAYS.anywhere.is_some() && UNLESS_PROSE.anywhere.is_some());
    }

    #[test]
    fn every_phrase_is_in_small_letters() {
        let all = LINES.iter().chain(TAILS.iter()).chain(TAIL_LISTS.iter()).chain(AGENCIES.iter());
        assert!(all.into_iter().all(|phrase| *phrase == phrase.to_lowercase()));
    }
}
