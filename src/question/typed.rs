//! A question as it was typed, before it is known what it asks.

use crate::text::syntax::{self, Sentence};
use crate::text::{Span, fold};

use super::spelling::{self, Vocabulary};
use super::words::Words;
use super::{ellipsis, get_passive, order, rephrasing};

/// A question with its typing mistakes mended, and its grammar.
#[derive(Clone, Debug)]
pub struct Typed {
    pub(super) text: String,
    pub(super) grammar: Sentence,
    /// Its words, folded, one for each token.
    pub(super) folded: Vec<String>,
    /// Whether its tense is none that was typed: "the talks when?" may ask of either.
    pub(super) is_tense_open: bool,
}

impl Typed {
    /// Mends and parses `question`, which has no courtesies around it, in the usual order and with
    /// the words that it leaves out in a hurry. `vocabulary` knows the words of the articles.
    pub fn new(question: &str, vocabulary: &dyn Vocabulary) -> Self {
        let mended = spelling::mend(question, vocabulary);
        let typed = Typed::parsed(rephrasing::plain(&mended).unwrap_or(mended));
        let typed = match ellipsis::filled(typed.words()) {
            Some(whole) => {
                let is_tense_open = ellipsis::is_tense_open(&whole);
                Typed { is_tense_open, ..Typed::parsed(whole) }
            }
            None => order::usual(typed.words()).map_or(typed, Typed::parsed),
        };
        let is_tense_open = typed.is_tense_open;
        let passive = get_passive::with_be(typed.words());
        passive.map_or(typed, |text| Typed { is_tense_open, ..Typed::parsed(text) })
    }

    /// Parses a question that has no mistakes.
    pub(super) fn parsed(text: String) -> Self {
        let grammar = syntax::analyse(&text, Span::new(0..text.len()));
        let folded = grammar.tokens.iter().map(|token| fold(token.span.of(&text))).collect();
        Typed { text, grammar, folded, is_tense_open: false }
    }

    /// The question with its typing mistakes mended.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words { text: &self.text, grammar: &self.grammar, folded: &self.folded }
    }
}
