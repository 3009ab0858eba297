//! What was typed cut into words, before it is mended and parsed.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold;

/// Words that come before the subject where a question keeps its own order of words.
pub(super) const AUXILIARIES: [&str; 18] = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can",
    "could", "should", "may", "might", "must",
];

/// A word of what was typed, and the bytes where it begins and ends.
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of `typed`, in order.
pub(super) fn words(typed: &str) -> Vec<Word> {
    let word =
        |(start, word): (usize, &str)| Word { folded: fold(word), start, end: start + word.len() };
    typed.unicode_word_indices().map(word).collect()
}
