//! Hostile text made harmless.

use std::borrow::Cow;

/// `text` without what steers a terminal or hides words: line ends and tabs become spaces; control
/// characters, and marks that turn the direction of writing, are left out.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let keep = |c: char| match c {
        '\n' | '\r' | '\t' => Some(' '),
        c => (!is_harmful(c)).then_some(c),
    };
    Cow::Owned(text.chars().filter_map(keep).collect())
}

/// Whether `c` is a control character or turns the direction of what stands around it.
pub(super) fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_hidden_turns_are_gone() {
        let check = |text, expected| assert_eq!(harmless(text), expected);
        check("plain “text”, naïve 中国", "plain “text”, naïve 中国");
        check("\u{1b}[31mred\u{7}\u{9b}0m", "[31mred0m");
        check("one\ntwo\tthree", "one two three");
        check("evil\u{202E}txt.exe\u{2066}", "eviltxt.exe");
    }
}
