//! What on a page is not the article: navigation, buttons, banners, captions, notices.
//!
//! In goes one block, out comes a [`Verdict`]. A paragraph of the article must not be lost, so
//! whatever reads like prose needs a stronger sign than a line does. Where the article is on the
//! page, and what comes before and after, is for the caller to know.

use super::page::Block;
use super::phrases::{
    self, AGENCIES, CAPTION_LABELS, CREDIT_LABELS, LINES, Phrases, SECTIONS, SHARE_WORDS,
    TAIL_BEGINNINGS, TAIL_LISTS, TAILS,
};
use super::shape;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Part of the article, as far as its words tell.
    Article,
    /// Boilerplate.
    Boilerplate,
    /// The label of a caption, which the next line is.
    CaptionLabel,
    /// The heading of a list of other things; the article may go on behind it.
    List,
    /// The heading behind which the article is over.
    Tail,
}

/// The longest block, in words, that can be boilerplate.
const LONGEST: usize = 60;

/// The longest row of boilerplate lines, in words.
const LONGEST_ROW: usize = 20;

/// The longest line of such a row, in words.
const LONGEST_LINE: usize = 6;

/// The longest caption, in words.
const LONGEST_CAPTION: usize = 80;

/// The longest credit at the end of a caption, in bytes.
const LONGEST_CREDIT: usize = 120;

/// The longest headline in a list of other news, in words.
const LONGEST_HEADLINE: usize = 25;

/// What `block` is.
pub(super) fn verdict(block: &Block) -> Verdict {
    if block.menu { Verdict::Boilerplate } else { judge(without_end_mark(&block.text)) }
}

/// What a block with this text is.
pub(super) fn judge(text: &str) -> Verdict {
    if text.len() > 4000 {
        return if shape::is_row_of_links(text) { Verdict::Boilerplate } else { Verdict::Article };
    }
    let small = small(text);
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let begins_tail = || TAIL_BEGINNINGS.iter().any(|phrase| small.starts_with(phrase));
    if TAILS.contains(bare) || begins_tail() {
        return Verdict::Tail;
    }
    if CAPTION_LABELS.contains(bare) {
        return Verdict::CaptionLabel;
    }
    if TAIL_LISTS.contains(bare) {
        return Verdict::List;
    }
    let boilerplate = LINES.contains(bare)
        || is_bare(text)
        || is_marked(&small)
        || is_row_of(&small, &SHARE_WORDS)
        || is_row_of(&small, &SECTIONS)
        || is_row_of_lines(&small)
        || is_caption(text, &small)
        || shape::is_row_of_links(text);
    if boilerplate { Verdict::Boilerplate } else { Verdict::Article }
}

/// Whether the block can stand in a list of other news: a headline, not a paragraph.
pub(super) fn is_list_item(text: &str) -> bool {
    shape::words(text) <= LONGEST_HEADLINE && !shape::is_prose(text)
}

/// `text` without the word that agencies put behind the last sentence ("Endite", "(END)").
pub(super) fn without_end_mark(text: &str) -> &str {
    const MARKS: [&str; 14] = [
        "Endite", "Enditem", "ENDITEM", "ENDS", "Ends", "(END)", "[END]", "END", "-30-", "###",
        "--30--", "-ENDS-", "//", "■",
    ];
    let cut = |mark: &&str| text.strip_suffix(*mark).map(str::trim_end);
    MARKS.iter().find_map(cut).filter(|rest| shape::ends_as_sentence(rest)).unwrap_or(text)
}

/// In small letters, with straight quotes, as the lists are written.
fn small(text: &str) -> String {
    text.to_lowercase().replace(['’', '‘'], "'").replace(['“', '”'], "\"")
}

/// Without a word: a number, a rule, a row of dots, the name of an account.
fn is_bare(text: &str) -> bool {
    let account = text.starts_with(['@', '#']) && !text.contains(' ');
    account || text.chars().filter(|c| c.is_alphabetic()).take(2).count() < 2
}

fn is_marked(small: &str) -> bool {
    if shape::words(small) > LONGEST {
        return false;
    }
    let prose = || shape::is_prose(small) && !shape::speaks_to_reader(small);
    phrases::ALWAYS.mark(small) || (phrases::UNLESS_PROSE.mark(small) && !prose())
}

/// Nothing but words of the list, which buttons or menus are made of, and numbers.
fn is_row_of(small: &str, list: &Phrases) -> bool {
    let listed = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
        list.contains(word) || list.contains(bare) || bare.chars().all(char::is_numeric)
    };
    !shape::ends_as_sentence(small) && small.split_whitespace().all(listed)
}

/// Several boilerplate lines in one, as of links side by side.
fn is_row_of_lines(small: &str) -> bool {
    let words: Vec<&str> = small.split_whitespace().take(LONGEST_ROW + 1).collect();
    let mut reached = vec![false; words.len() + 1];
    reached[0] = words.len() <= LONGEST_ROW;
    for end in 1..=words.len() {
        let is_line = |start: &usize| LINES.contains(words[*start..end].join(" ").as_str());
        let starts = end.saturating_sub(LONGEST_LINE)..end;
        reached[end] = starts.filter(|&start| reached[start]).any(|start| is_line(&start));
    }
    reached[words.len()]
}

/// Words under a picture: they end in who made it.
fn is_caption(text: &str, small: &str) -> bool {
    if shape::words(small) > LONGEST_CAPTION {
        return false;
    }
    ends_in_credit(small) || ends_in_agency(text, small)
}

/// "... yesterday. Image: NASA/J. Doe." A label, and up to eight words behind it.
fn ends_in_credit(small: &str) -> bool {
    let reach = small.len().saturating_sub(LONGEST_CREDIT);
    let from = (reach..small.len()).find(|&at| small.is_char_boundary(at)).unwrap_or(reach);
    CREDIT_LABELS.iter().any(|label| match small[from..].rfind(label) {
        Some(at) => is_credit(small, from + at, label),
        None => false,
    })
}

/// Whether the label at byte `at` names who made the picture: it stands in brackets, or apart
/// and with a colon or behind a sentence, and no sentence follows.
fn is_credit(small: &str, at: usize, label: &str) -> bool {
    let before = &small[..at];
    let name = &small[at + label.len()..];
    let bracketed = before.ends_with(['(', '[']);
    let apart = before.ends_with([' ', '|']);
    let sure = label.ends_with(':') || before.trim_end().ends_with('.');
    (bracketed || apart && sure) && (1..=8).contains(&shape::words(name)) && !has_inner_stop(name)
}

/// Whether a sentence ends inside `text`, not only at its end.
fn has_inner_stop(text: &str) -> bool {
    let inner = text.trim_end_matches(['.', ')', ']', ' ', '"']);
    inner.contains(['!', '?']) || inner.split(". ").skip(1).any(|rest| shape::words(rest) > 2)
}

/// "The two met at the palace (Reuters)", but not "... he said. (Reuters)": an agency behind a
/// finished sentence tells where the report comes from.
fn ends_in_agency(text: &str, small: &str) -> bool {
    let trimmed = small.trim_end_matches(['.', ' ']);
    let credit = match trimmed.strip_suffix([')', ']']) {
        Some(inside) => inside.rfind(['(', '[']).map(|at| (at, &inside[at + 1..])),
        None => trimmed.rfind(" | ").map(|at| (at, &trimmed[at + 3..])),
    };
    let Some((at, credit)) = credit else { return false };
    let known = credit
        .split(['/', '|', ',', '-'])
        .flat_map(|piece| [piece.trim(), piece.trim().trim_start_matches("via ")])
        .any(|piece| AGENCIES.contains(piece));
    let before = small.get(..at).unwrap_or_default().trim_end();
    let finished = shape::ends_as_sentence(before) && !text.contains("[Photo");
    known && !finished && shape::words(credit) <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(verdict: Verdict, lines: &[&str]) {
        for line in lines {
            assert_eq!(judge(line), verdict, "{line}");
        }
    }

    #[test]
    fn buttons_and_navigation_are_boilerplate() {
        check(
            Verdict::Boilerplate,
            &[
                "Facebook Twitter WhatsApp Email Print",
                "You are here: Home",
                "World / Europe",
                "Skip to main content",
                "3 min read",
                "World U.S. Politics Sports Entertainment",
                "@janedoe",
                "ADVERTISEMENT",
                "* * *",
                "Adjust font size:",
                "E-mail this to a friend Printable version",
                "Home|Launches|Comets|Moon",
                "Home · Launches · Comets",
                "» Launches » Comets",
                "Launches - Comets - Moon",
            ],
        );
    }

    #[test]
    fn banners_that_are_sentences_are_boilerplate() {
        check(
            Verdict::Boilerplate,
            &[
                "This site uses cookies. By continuing to browse you agree to our use of cookies.",
                "Sign up for our daily newsletter and never miss a story.",
                "Copyright 2020 The Example. All rights reserved.",
                "Have an opinion on this story? Share it!",
            ],
        );
    }

    #[test]
    fn captions_are_boilerplate() {
        check(
            Verdict::Boilerplate,
            &[
                "Photo: J. Doe/Example",
                "Two rowers (left) reach the pier on Monday. Image: NASA/J. Doe.",
                "The two met at the palace (REUTERS)",
                "Rescue workers carry a boat through the village. [Photo/Xinhua]",
                "File photo of the mayor at the town hall",
            ],
        );
    }

    #[test]
    fn prose_about_the_same_things_stays() {
        check(
            Verdict::Article,
            &[
                "The company said on Monday that its privacy policy would change in June.",
                "Getty Images said on Friday it would close its office in the city.",
                "Share prices fell by five percent in London.",
                "The fire was out by noon, the police said. (Reuters)",
                "Facebook and Twitter said they would remove the video.",
                "He bought a loaf / a cake for the journey, and ate both before noon on Friday.",
                "Loading of the ships began on Monday.",
            ],
        );
    }

    #[test]
    fn headings_open_the_tail() {
        check(Verdict::Tail, &["Sources", "SOURCES:", "Comments"]);
        check(Verdict::List, &["Related news", "Hot Topics", "Off the wire", "Share this:"]);
    }

    #[test]
    fn the_end_mark_is_cut_off_behind_a_sentence_only() {
        assert_eq!(without_end_mark("They left. Endite"), "They left.");
        assert_eq!(without_end_mark("How it ENDS"), "How it ENDS");
    }
}
