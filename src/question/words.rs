//! A question's words with their grammar: what every part of the reading looks at.

use crate::lexicon::Lexicon;
use crate::text::syntax::{Sentence, Tag};

/// The parts of a question in one, with the mark of a question; those that are empty left out.
pub(super) fn as_question(parts: &[&str]) -> String {
    format!("{}?", joined(parts))
}

/// Some parts in one, those that are empty left out.
pub(super) fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The words of a question, folded, with their grammar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    /// The text that the grammar's spans are of.
    pub(super) text: &'a str,
    /// The grammar.
    pub(super) grammar: &'a Sentence,
    /// The words, folded, one for each token.
    pub(super) folded: &'a [String],
}

impl<'a> Words<'a> {
    /// How many tokens there are.
    pub(super) fn len(self) -> usize {
        self.folded.len()
    }

    /// The word at `at`, folded; empty beyond the end.
    pub(super) fn word(self, at: usize) -> &'a str {
        self.folded.get(at).map_or("", String::as_str)
    }

    /// The word at `at` as it is typed.
    pub(super) fn typed(self, at: usize) -> &'a str {
        self.grammar.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The words from `first` to `last` as they are typed.
    pub(super) fn stretch(self, first: usize, last: usize) -> &'a str {
        self.grammar.span(first, last).of(self.text)
    }

    /// The words from `first` up to `end` as they are typed; nothing where there are none.
    pub(super) fn between(self, first: usize, end: usize) -> &'a str {
        if first < end { self.stretch(first, end - 1) } else { "" }
    }

    /// The tag at `at`; a full stop beyond the end.
    pub(super) fn tag(self, at: usize) -> Tag {
        self.grammar.tokens.get(at).map_or(Tag::Period, |token| token.tag)
    }

    /// Whether the word at `at` is one of `words`.
    pub(super) fn is_one_of(self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether any word is one of `words`.
    pub(super) fn has(self, words: &[&str]) -> bool {
        self.folded.iter().any(|word| words.contains(&word.as_str()))
    }

    /// Whether a form of "be" stands at `at`.
    pub(super) fn is_be(self, at: usize) -> bool {
        const FORMS: [&str; 10] =
            ["is", "are", "was", "were", "'s", "'re", "am", "s", "isnt", "wasnt"];
        self.is_one_of(at, &FORMS) && self.tag(at) != Tag::POS
    }

    /// Whether a form of "do" or "have" stands at `at`.
    pub(super) fn is_do_or_have(self, at: usize) -> bool {
        self.is_one_of(at, &["did", "does", "do", "has", "have", "had", "'ve", "didnt", "doesnt"])
    }

    /// Whether a word that opens the clause of a question stands at `at`: "is", "did", "will".
    pub(super) fn is_auxiliary(self, at: usize) -> bool {
        self.is_be(at) || self.is_do_or_have(at) || self.tag(at) == Tag::MD
    }

    /// Whether a preposition stands at `at`, or a "to".
    pub(super) fn is_preposition(self, at: usize) -> bool {
        matches!(self.tag(at), Tag::IN | Tag::TO)
    }

    /// Whether the sentence ends before `at`.
    pub(super) fn is_end(self, at: usize) -> bool {
        at >= self.len() || matches!(self.word(at), "?" | "." | "!")
    }

    /// The last word before the marks at the end.
    pub(super) fn last(self) -> Option<usize> {
        (0..self.len()).rev().find(|&at| self.word(at).chars().any(char::is_alphanumeric))
    }

    /// Whether the word at `at` names a person by what they are: "driver", "woman".
    pub(super) fn is_person(self, at: usize) -> bool {
        let lexicon = Lexicon::builtin();
        [self.grammar.lemma(at), self.word(at)]
            .iter()
            .any(|word| lexicon.kind_of(word).is_person() || lexicon.title(word).is_some())
    }

    /// Whether the word at `at` is written with a capital that is not only for its place.
    pub(super) fn is_capital(self, at: usize) -> bool {
        at > 0 && self.typed(at).chars().next().is_some_and(char::is_uppercase)
    }
}
