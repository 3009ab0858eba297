//! Plain text: from lines to blocks.
//!
//! Paragraphs are set apart by blank lines, or are lines of their own; or they are wrapped, and
//! their lines have to be joined again. A line was wrapped where the first word of the next one
//! would not have fitted into the width that the file keeps to.

use super::page::{Block, Page};

/// Widths, in characters, that wrapped text has; a file whose longest line is longer is not
/// wrapped, and one whose longest line is shorter is a list.
const WIDTHS: std::ops::RangeInclusive<usize> = 45..=110;

/// The blocks of a plain text. Character references ("&amp;") are resolved, as people save text
/// that still has them.
pub(super) fn read(text: &str) -> Page {
    let text = html_escape::decode_html_entities(text);
    let lines: Vec<&str> = lines(&text).map(str::trim).collect();
    let wrapped = width(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous = "";
    for line in lines {
        match blocks.last_mut() {
            _ if line.is_empty() => {}
            Some(block) if goes_on(previous, line, wrapped) => {
                block.go_on(line);
            }
            _ => blocks.push(Block::plain(line)),
        }
        previous = line;
    }
    Page { blocks, ..Page::default() }
}

/// The lines of `text`, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}'])
}

/// The width that the lines are wrapped to, if they are: most of the long ones that have a line
/// right behind them had no room for its first word, and at least two of those end in the middle
/// of a sentence.
fn width(lines: &[&str]) -> Option<usize> {
    let width =
        lines.iter().map(|line| length(line)).max().filter(|width| WIDTHS.contains(width))?;
    let pairs =
        || lines.windows(2).filter(|pair| !pair[1].is_empty() && length(pair[0]) * 2 > width);
    let full = || pairs().filter(|pair| is_full(pair[0], pair[1], width));
    let cut = full().filter(|pair| !pair[0].ends_with(['.', '!', '?', '"', '”'])).count();
    (cut >= 2 && full().count() * 10 >= pairs().count() * 6).then_some(width)
}

/// Whether the first word of `next` had no room left on `line`.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let first_word = next.split_whitespace().next().unwrap_or_default().chars().count();
    line.chars().count() + 1 + first_word > width
}

/// The length of a line in characters; 0 where it has no space, as addresses have any length.
fn length(line: &str) -> usize {
    if line.contains(char::is_whitespace) { line.chars().count() } else { 0 }
}

/// Whether `line` goes on with the paragraph that `previous` is a line of.
fn goes_on(previous: &str, line: &str, wrapped: Option<usize>) -> bool {
    if previous.is_empty() || opens_an_item(line) {
        return false;
    }
    wrapped.is_some_and(|width| is_full(previous, line, width)) || is_cut_short(previous, line)
}

/// A long line without an end before a line that begins in small letters.
fn is_cut_short(previous: &str, line: &str) -> bool {
    let ended = previous.ends_with(['.', '!', '?', ':', '"', '”', ')', '…']);
    let is_byline = line.starts_with("by ") && previous.ends_with(|c: char| c.is_ascii_digit());
    !ended && !is_byline && previous.len() > 30 && line.starts_with(char::is_lowercase)
}

fn opens_an_item(line: &str) -> bool {
    line.starts_with(['•', '·', '*', '-', '–', '—', '■', '►'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        read(text).blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs_and_so_do_long_lines() {
        let long = "The mayor said on Monday that the bridge would be closed for a year, and that \
                    nobody should try to cross the river by any other way than the ferry.";
        assert_eq!(blocks(&format!("Bridge closed\r\n\r\n{long}\r\n{long}")).len(), 3);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Bridge closed\n\nThe mayor said on Monday that the old bridge would be closed\n\
                    for a year. Nobody should try to cross the old river by any other\nway.\n\
                    The ferry goes on.";
        let joined = "The mayor said on Monday that the old bridge would be closed for a year. \
                      Nobody should try to cross the old river by any other way.";
        assert_eq!(blocks(text), ["Bridge closed", joined, "The ferry goes on."]);
    }

    #[test]
    fn short_lines_stay_apart() {
        assert_eq!(blocks("Facebook\nTwitter\nEmail"), ["Facebook", "Twitter", "Email"]);
    }

    #[test]
    fn character_references_are_resolved() {
        assert_eq!(blocks("Smith &amp; Sons &quot;won&quot;"), ["Smith & Sons \"won\""]);
    }
}
