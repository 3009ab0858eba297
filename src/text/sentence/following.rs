//! What stands after a stop, and whether a sentence may open with it.
//!
//! Every function takes the text after the stop, without the white space before it.

use super::words;

/// Marks that may stand before the first word of a sentence.
const LEADING: &[char] = &[
    '"', '\'', '“', '‘', '(', '[', ']', '«', '¿', '¡', '-', '–', '—', '•', '⁃', '*', '_', '#', '…',
    '.',
];

/// How far, in words, a verb of saying may stand behind a quote that it belongs to.
const SPEAKER_WORDS: usize = 7;

/// Whether a sentence may open here: a capital, a digit, a letter without case, the marker of a
/// list, or a name like "iPhone".
pub(super) fn may_open(next: &str) -> bool {
    let text = next.trim_start_matches(|c: char| LEADING.contains(&c) || c.is_whitespace());
    let word = first_word(text);
    match text.chars().next() {
        Some(c) if c.is_lowercase() => is_marker(text) || is_camel(word),
        Some(c) => c.is_alphanumeric() || "$€£¥@".contains(c),
        None => false,
    }
}

/// Whether the first word opens sentences far more often than it goes on a name.
pub(super) fn is_opener(next: &str) -> bool {
    let word = first_word(next.trim_start_matches(LEADING));
    let stem = word.split(['\'', '’']).next().unwrap_or_default();
    words::opens_sentences(stem)
}

/// Whether a quote opens here.
pub(super) fn is_quote(next: &str) -> bool {
    next.starts_with(['"', '“'])
}

/// Whether a number stands here, in digits or as a Roman numeral.
pub(super) fn is_number(next: &str) -> bool {
    let word = first_word(next);
    let roman = !word.is_empty() && word != "I" && word.chars().all(|c| "IVXLC".contains(c));
    roman
        || next.trim_start_matches(['$', '€', '£', '#', '(']).starts_with(|c: char| c.is_numeric())
}

/// Whether the next word goes on a time of day.
pub(super) fn goes_on_a_clock(next: &str) -> bool {
    words::goes_on_a_clock(first_word(next.trim_start_matches('(')))
}

/// Whether what follows says who spoke: up to seven words, with a verb of saying among them.
pub(super) fn is_attribution(next: &str) -> bool {
    let mut before = "";
    next.split_whitespace()
        .take(SPEAKER_WORDS)
        .take_while(|word| !std::mem::replace(&mut before, word).ends_with([',', '.', ':', ';']))
        .any(|word| words::is_speech_verb(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// The characters up to the next white space.
pub(super) fn token(next: &str) -> &str {
    next.split(char::is_whitespace).next().unwrap_or_default()
}

/// Whether a word goes on after a mark, so that the mark closes nothing.
pub(super) fn goes_on(after: &str) -> bool {
    after.starts_with(char::is_alphanumeric)
}

/// Whether `token` is a capitalised word, or "I" or "A".
pub(super) fn is_capitalised(token: &str) -> bool {
    let mut letters = first_word(token.trim_start_matches('“')).chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) => first.is_uppercase() && second.is_lowercase(),
        (Some('I' | 'A'), None) => token.len() == 1,
        _ => false,
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    &text[..end.unwrap_or(text.len())]
}

/// "b)" or "iv)".
fn is_marker(text: &str) -> bool {
    let word = first_word(text);
    word.len() <= 4 && text[word.len()..].starts_with(')')
}

/// "iPhone", "eBay": a capital inside a short word that begins small.
fn is_camel(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_digits_and_names_like_iphone_may_open_a_sentence() {
        assert!(may_open("The end"));
        assert!(may_open("149 people"));
        assert!(may_open("\"We know"));
        assert!(may_open("iPhone sales"));
        assert!(may_open("ii) Next"));
        assert!(!may_open("and so on"));
        assert!(!may_open("-- a bit"));
        assert!(!may_open(", he said"));
    }

    #[test]
    fn a_verb_of_saying_nearby_names_the_speaker() {
        assert!(is_attribution("Anna Berg told reporters."));
        assert!(is_attribution("She asked."));
        assert!(!is_attribution("The crowd left, he said."));
        assert!(!is_attribution("Nobody there had heard a word of what was said."));
    }
}
