//! What the tests of this module share: a sentence, and one of its words.

use crate::text::Span;
use crate::text::syntax::{Sentence, analyse};

/// The grammar of a sentence.
pub(in crate::answer) fn sentence(text: &str) -> Sentence {
    analyse(text, Span::new(0..text.len()))
}

/// The grammar of a sentence, and where a word stands in it.
pub(in crate::answer) fn word_in(text: &str, word: &str) -> (Sentence, usize) {
    let grammar = sentence(text);
    let at = grammar.tokens.iter().position(|token| token.span.of(text) == word);
    let at = at.expect("the word is in the sentence");
    (grammar, at)
}
