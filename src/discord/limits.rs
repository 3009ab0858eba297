//! Everything that Discord limits, in one place.
//!
//! Lengths are counted in UTF-16 units: Discord counts code points in some places and UTF-16 units
//! in others, and the latter are never fewer. Text is cut between characters as people see them.

use unicode_segmentation::UnicodeSegmentation;

/// The text of a message.
pub(super) const CONTENT: usize = 2_000;
/// The label of a button.
pub(super) const BUTTON: usize = 80;
/// Rows of buttons or menus below a message.
pub(super) const ROWS: usize = 5;
/// Buttons in a row.
pub(super) const BUTTONS: usize = 5;
/// Things to choose from in a menu.
pub(super) const OPTIONS: usize = 25;
/// The label, value and description of each of them.
pub(super) const OPTION: usize = 100;
/// What a menu says before something is chosen.
pub(super) const PLACEHOLDER: usize = 150;
/// What a button or menu carries.
pub(super) const CUSTOM_ID: usize = 100;
/// Choices while somebody types.
pub(super) const CHOICES: usize = 25;
/// The name and value of each of them.
pub(super) const CHOICE: usize = 100;
/// The title of a modal, and the label of a field in it.
pub(super) const MODAL: usize = 45;
/// What stands in an empty field of a modal.
pub(super) const FIELD_HINT: usize = 100;
/// What the bot is said to be doing.
pub(super) const PRESENCE: usize = 128;
/// A question that is typed. Longer ones are Discord's to refuse, except in messages, where the
/// rest is not read: no question about the news is as long.
pub(super) const QUESTION: usize = 1_000;

/// Stands for what is cut away.
const ELLIPSIS: char = '…';

/// The length of `text` as Discord counts it.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// `text` with at most `longest` units; an ellipsis stands for what is missing.
pub(super) fn cut(text: &str, longest: usize) -> String {
    cut_as(text, longest, |text, changed| changed.push_str(text))
}

/// The same of `text` as `change` writes it, which takes a character at a time or all at once.
pub(super) fn cut_as(text: &str, longest: usize, change: impl Fn(&str, &mut String)) -> String {
    let mut whole = String::with_capacity(text.len());
    change(text, &mut whole);
    if length(&whole) <= longest {
        return whole;
    }
    let mut kept = fitting(text.graphemes(true), longest, change).concat();
    kept.truncate(kept.trim_end().len());
    if longest > 0 {
        kept.push(ELLIPSIS);
    }
    kept
}

/// The same cut from the front: the end is kept.
pub(super) fn cut_front_as(
    text: &str,
    longest: usize,
    change: impl Fn(&str, &mut String),
) -> String {
    let mut whole = String::with_capacity(text.len());
    change(text, &mut whole);
    if length(&whole) <= longest {
        return whole;
    }
    let mut kept = fitting(text.graphemes(true).rev(), longest, change);
    kept.reverse();
    let ellipsis = if longest > 0 { ELLIPSIS.to_string() } else { String::new() };
    ellipsis + kept.concat().trim_start()
}

/// As many characters, as `change` writes them, as fit beside an ellipsis.
fn fitting<'a>(
    characters: impl Iterator<Item = &'a str>,
    longest: usize,
    change: impl Fn(&str, &mut String),
) -> Vec<String> {
    let mut room = longest.saturating_sub(ELLIPSIS.len_utf16());
    let mut kept = Vec::new();
    for character in characters {
        let mut changed = String::new();
        change(character, &mut changed);
        let units = length(&changed);
        if units > room {
            break;
        }
        room -= units;
        kept.push(changed);
    }
    kept
}

/// Lines joined as long as they fit; those that do not are left out, from the first on.
pub(super) fn lines_within<'a>(
    lines: impl IntoIterator<Item = &'a str>,
    longest: usize,
) -> (String, usize) {
    let (mut text, mut taken) = (String::new(), 0);
    for line in lines {
        let gap = usize::from(taken > 0);
        if length(&text) + gap + length(line) > longest {
            break;
        }
        if taken > 0 {
            text.push('\n');
        }
        text.push_str(line);
        taken += 1;
    }
    (text, taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn a_cut_is_told_and_leaves_no_space_before_it() {
        assert_eq!(cut("abcdef", 4), "abc…");
        assert_eq!(cut("ab cdef", 4), "ab…");
        assert_eq!(cut("abc", 0), "");
    }

    #[test]
    fn a_cut_of_the_front_keeps_the_end() {
        let cut_front = |text, longest| cut_front_as(text, longest, |it, to| to.push_str(it));
        assert_eq!(cut_front("abc", 3), "abc");
        assert_eq!(cut_front("ab cd", 4), "…cd");
        assert_eq!(cut_front("abc", 0), "");
    }

    #[test]
    fn what_people_see_as_one_is_not_split() {
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(cut(&family.repeat(2), 9), format!("{family}…"));
        assert_eq!(cut(family, 7), "…");
        assert_eq!(cut("e\u{301}e\u{301}x", 4), "e\u{301}…");
    }

    #[test]
    fn an_emoji_counts_twice() {
        assert_eq!(length("😀"), 2);
        assert!(length(&cut(&"😀".repeat(4_000), CONTENT)) <= CONTENT);
    }

    #[test]
    fn lines_are_taken_whole_or_not_at_all() {
        assert_eq!(lines_within(["ab", "cd", "e"], 5), ("ab\ncd".to_owned(), 2));
        assert_eq!(lines_within(["abcdef"], 5), (String::new(), 0));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_cut_longer_than_its_limit(text in "\\PC*", longest in 0usize..60) {
            proptest::prop_assert!(length(&cut(&text, longest)) <= longest);
            let escaped = cut_as(&text, longest, |it, out| {
                it.chars().for_each(|c| out.extend(['\\', c]));
            });
            proptest::prop_assert!(length(&escaped) <= longest);
        }
    }
}
