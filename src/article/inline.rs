//! Furniture inside a line of text: what a page leaves between sentences when it is saved as one
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

/// The pieces of `text` between the furniture in it, without white space around them.
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

/// Where the furniture is, in order.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let Some(phrases) = PHRASES.as_ref() else { return Vec::new() };
    let alone = |at: &Range<usize>| {
        !is_dateline(&text[at.start..at.end], &text[at.end..])
            && !text[..at.start].ends_with(char::is_alphanumeric)
            && !(text[..at.end].ends_with(char::is_alphanumeric)
                && text[at.end..].starts_with(char::is_alphanumeric))
    };
    phrases
        .find_iter(text)
        .map(|found| found.range())
        .filter(alone)
        .map(|range| range.start..end(text, range.end))
        .collect()
}

/// Whether a dash behind an agency in brackets makes it a dateline, "PARIS (AP) -- ...".
fn is_dateline(found: &str, behind: &str) -> bool {
    found.ends_with(')') && behind.trim_start().starts_with(['-', '–', '—'])
}

/// The end of the furniture that begins with a phrase ending at `end`: an open bracket closes
/// ("(Photo: J. Doe)"), an address goes on to the next space.
fn end(text: &str, end: usize) -> usize {
    let phrase = &text[..end];
    let rest = &text[end..];
    let bracket =
        phrase.rfind('(').is_some_and(|at| !phrase[at..].contains([')', ' ']) || at + 24 > end)
            && !phrase.ends_with(')');
    let opened = bracket && phrase.rfind('(') > phrase.rfind(')');
    if opened {
        return rest
            .char_indices()
            .take(80)
            .find(|(_, c)| *c == ')')
            .map_or(end, |(at, _)| end + at + 1);
    }
    match phrase.ends_with('/') {
        true => end + rest.find(char::is_whitespace).unwrap_or(rest.len()),
        false => end,
    }
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
    fn text_without_furniture_is_one_piece() {
        let text = "The advertisement (see the photo) said so.";
        assert_eq!(cut(text), [text]);
        assert!(cut("").is_empty());
    }
}
