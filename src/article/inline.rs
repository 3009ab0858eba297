//! Boilerplate inside a line of text: what a page leaves between sentences when it is saved as one
//! line ("... he said. Advertisement Continue reading the main story The mayor ...").
//!
//! In goes a paragraph, out come the pieces around what was cut out, untouched.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::phrases;

static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let phrases = phrases::entries(include_str!("data/inline.txt"));
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(phrases).ok()
});

/// The pieces of `text` between the boilerplate in it, without white space around them.
pub(super) fn cut(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for gap in gaps(text) {
        pieces.push(text[from.min(gap.start)..gap.start].trim());
        from = from.max(gap.end);
    }
    pieces.push(text[from..].trim());
    pieces.retain(|piece| piece.chars().any(char::is_alphanumeric));
    pieces
}

/// Where the boilerplate is, in order.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let Some(phrases) = PHRASES.as_ref() else { return Vec::new() };
    phrases
        .find_iter(text)
        .map(|found| found.range())
        .filter(|found| stands_alone(text, found) && !is_dateline(text, found))
        .map(|found| found.start..end(text, &found))
        .collect()
}

/// Whether no word goes on at either end of the phrase.
fn stands_alone(text: &str, found: &Range<usize>) -> bool {
    let word = char::is_alphanumeric;
    let goes_on = text[found.clone()].ends_with(word) && text[found.end..].starts_with(word);
    !goes_on && !text[..found.start].ends_with(word)
}

/// Whether a dash behind an agency in brackets makes it a dateline, "PARIS (AP) -- ...".
fn is_dateline(text: &str, found: &Range<usize>) -> bool {
    let dash = text[found.end..].trim_start().starts_with(['-', '–', '—']);
    dash && text[found.clone()].ends_with(')')
}

/// The longest credit in brackets, in characters.
const LONGEST_CREDIT: usize = 80;

/// The end of the boilerplate that begins with the phrase `found`: an open bracket closes
/// ("(Photo: J. Doe)"), an address goes on to the next space.
fn end(text: &str, found: &Range<usize>) -> usize {
    let phrase = &text[found.clone()];
    let behind = &text[found.end..];
    let length = if phrase.starts_with(['(', '[']) && !phrase.ends_with(')') {
        let mut credit = behind.char_indices().take(LONGEST_CREDIT);
        credit.find(|(_, c)| [')', ']'].contains(c)).map_or(0, |(at, _)| at + 1)
    } else if phrase.ends_with('/') {
        behind.find(char::is_whitespace).unwrap_or(behind.len())
    } else {
        0
    };
    found.end + length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_pages_are_cut_out() {
        let text = "He left. Advertisement Continue reading the main story She stayed.";
        assert_eq!(cut(text), ["He left.", "She stayed."]);
    }

    #[test]
    fn the_makers_of_pictures_are_cut_out() {
        assert_eq!(cut("He left. (Photo: J. Doe, AP) She stayed."), ["He left.", "She stayed."]);
        assert_eq!(cut("Look! pic.twitter.com/aBc1 She stayed."), ["Look!", "She stayed."]);
    }

    #[test]
    fn an_agency_before_a_dash_is_a_dateline() {
        let text = "PARIS (AP) -- The mayor said so.";
        assert_eq!(cut(text), [text]);
        assert_eq!(cut("The mayor at home (AP) He said so."), ["The mayor at home", "He said so."]);
    }

    #[test]
    fn text_without_boilerplate_is_one_piece() {
        let text = "The advertisement (see the photo) said so.";
        assert_eq!(cut(text), [text]);
        assert!(cut("").is_empty());
    }
}
