//! The form in which words are compared: lower case, without accents and typographic variants.
//!
//! Folding is for finding only; what is shown is always the text as it stands.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case, accents removed ("São" → "sao"), typographic apostrophes and dashes made
/// plain.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_and_case_do_not_tell_words_apart() {
        assert_eq!(fold("São PAULO’s Złoty – ŁÓDŹ"), "sao paulo's zloty - lodz");
        assert_eq!(fold("Plain"), "plain");
    }
}
