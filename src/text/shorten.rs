//! Text that is too long for its place.

use unicode_segmentation::UnicodeSegmentation;

/// `text` cut at a word so that it has at most `longest` characters, "…" included.
pub fn shortened(text: &str, longest: usize) -> String {
    match cut_at_word(text, longest) {
        Some(kept) => format!("{kept}…"),
        None => text.to_owned(),
    }
}

/// What is kept of `text` where it has more than `longest` characters, with room for "…" after it;
/// `None` where all of it fits.
///
/// It ends with a word, in a text of very long words at least between characters as people see
/// them.
pub fn cut_at_word(text: &str, longest: usize) -> Option<&str> {
    if text.chars().count() <= longest {
        return None;
    }
    let mut room = longest.saturating_sub(1);
    let mut end = 0;
    for (start, character) in text.grapheme_indices(true) {
        let Some(left) = room.checked_sub(character.chars().count()) else { break };
        (room, end) = (left, start + character.len());
    }
    let word = text[..end].rfind(' ').filter(|&at| at > longest / 2);
    Some(text[..word.unwrap_or(end)].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(shortened("one two three four", 12), "one two…");
        assert_eq!(shortened("one two", 12), "one two");
        assert_eq!(shortened("", 0), "");
    }

    #[test]
    fn a_word_that_is_most_of_it_is_cut_itself() {
        assert_eq!(shortened("longer", 5), "long…");
        assert_eq!(shortened("ab cde", 4), "ab…");
        assert_eq!(shortened("ab cdefghijkl", 10), "ab cdefgh…");
    }

    #[test]
    fn what_people_see_as_one_character_is_not_split() {
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(shortened(&family.repeat(3), 7), format!("{family}…"));
        assert_eq!(shortened(family, 3), "…");
        assert_eq!(shortened("e\u{301}e\u{301}x", 4), "e\u{301}…");
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_longer_than_its_limit(text in "\\PC*", longest in 1usize..50) {
            proptest::prop_assert!(shortened(&text, longest).chars().count() <= longest);
        }
    }
}
