//! The body of a page: the paragraphs of the article and its headings, and nothing else.
//!
//! In go the blocks behind the head, out come the paragraphs; masthead lines at the foot go into
//! the details.

use super::boilerplate::{self, Verdict};
use super::inline;
use super::masthead;
use super::page::{Block, Details};
use super::shape;

/// The most words of a heading that no markup tells.
const HEADING_WORDS: usize = 12;

/// The most words of a question that is a heading.
const QUESTION_WORDS: usize = 8;

/// How many blocks at either end of the body may be masthead lines.
const MARGIN: usize = 4;

/// A paragraph or heading of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) heading: bool,
}

/// The pieces of the article among `blocks`.
pub(super) fn read(blocks: &[Block], details: &mut Details) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut in_list = false;
    let mut in_caption = false;
    for (at, block) in blocks.iter().enumerate() {
        let text = boilerplate::without_end_mark(&block.text);
        let in_margin = at < MARGIN || at + MARGIN >= blocks.len();
        if let Some(found) = masthead::read(text).filter(|_| in_margin) {
            details.fill(found);
            continue;
        }
        let verdict = boilerplate::verdict(block);
        let captioned = std::mem::replace(&mut in_caption, verdict == Verdict::CaptionLabel);
        match verdict {
            Verdict::Tail if !pieces.is_empty() => break,
            Verdict::List => in_list = true,
            Verdict::Tail | Verdict::Boilerplate | Verdict::CaptionLabel => {}
            Verdict::Article if (in_list || captioned) && boilerplate::is_list_item(text) => {}
            Verdict::Article => {
                in_list = false;
                take(text, block.heading, &mut pieces);
            }
        }
    }
    close(pieces)
}

/// Takes the pieces that are left of a block when the boilerplate inside its lines is cut out.
fn take(text: &str, heading: bool, pieces: &mut Vec<Piece>) {
    let parts = inline::cut(text);
    let whole = parts.len() == 1;
    for part in parts {
        if whole || is_left(part) {
            pieces.push(Piece { text: part.to_owned(), heading: heading || is_heading(part) });
        }
    }
}

/// Whether a piece between two cuts is the article's, and not the name of a photographer.
fn is_left(part: &str) -> bool {
    let name = shape::words(part) <= 3 && !shape::ends_as_sentence(part);
    !name && boilerplate::judge(part) == Verdict::Article
}

/// A short line without the end of a sentence, or a short question on its own.
fn is_heading(text: &str) -> bool {
    let asks = text.ends_with('?') && !text.contains(['"', '“', '.']);
    asks && shape::words(text) <= QUESTION_WORDS
        || shape::words(text) <= HEADING_WORDS
            && !shape::ends_as_sentence(text)
            && !text.ends_with([':', ',', '-', '—', '–'])
}

/// What stands last heads nothing: a few words are left from the page ("jd/bl"), more of them
/// are a paragraph that lost its full stop.
fn close(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let left = |piece: &Piece| piece.heading && shape::words(&piece.text) < 5;
    while pieces.len() > 1 && pieces.last().is_some_and(left) {
        pieces.pop();
    }
    if let Some(last) = pieces.last_mut() {
        last.heading = false;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The mayor said on Monday that the bridge would be closed for a year.";
    const MORE: &str = "Nobody should try to cross the river by any other way than the ferry.";

    fn body(lines: &[&str]) -> Vec<(String, bool)> {
        let blocks: Vec<Block> = lines.iter().map(|line| Block::plain(line)).collect();
        let pieces = read(&blocks, &mut Details::default());
        pieces.into_iter().map(|piece| (piece.text, piece.heading)).collect()
    }

    #[track_caller]
    fn check(lines: &[&str], wanted: &[&str]) {
        let found: Vec<String> = body(lines).into_iter().map(|(text, _)| text).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn lists_of_other_news_end_before_the_next_paragraph() {
        check(
            &[
                PROSE,
                "Related news",
                "Ferry sinks in storm",
                "\"Mayor wins\" - The Bugle, May 3, 2020",
                MORE,
            ],
            &[PROSE, MORE],
        );
        check(
            &[PROSE, "Related news: \"Ferry sinks\" - The Bugle, May 3, 2020", MORE],
            &[PROSE, MORE],
        );
    }

    #[test]
    fn a_short_paragraph_behind_a_button_stays() {
        check(
            &[PROSE, "Read More", "It was quiet on Monday."],
            &[PROSE, "It was quiet on Monday."],
        );
    }

    #[test]
    fn behind_the_sources_nothing_comes_any_more() {
        check(
            &[PROSE, MORE, "Sources", "A paper said that the bridge was old.", PROSE],
            &[PROSE, MORE],
        );
    }

    #[test]
    fn headings_are_kept_and_marked() {
        let found = body(&[PROSE, "What comes next", MORE]);
        let headings: Vec<bool> = found.iter().map(|(_, heading)| *heading).collect();
        assert_eq!(headings, [false, true, false]);
    }

    #[test]
    fn the_last_paragraph_may_lack_its_full_stop() {
        let found = body(&[PROSE, "The ferry goes twice an hour"]);
        assert_eq!(found[1], ("The ferry goes twice an hour".to_owned(), false));
    }

    #[test]
    fn the_end_mark_goes() {
        check(
            &["They left for good on Monday night. Endite"],
            &["They left for good on Monday night."],
        );
        check(&[PROSE, "ENDS"], &[PROSE]);
    }

    #[test]
    fn a_masthead_line_at_the_foot_fills_in_what_is_missing() {
        let mut details = Details::default();
        let blocks = [PROSE, MORE, "Source: Xinhua"].map(Block::plain);
        assert_eq!(read(&blocks, &mut details).len(), 2);
        assert_eq!(details.outlet.as_deref(), Some("Xinhua"));
    }
}
