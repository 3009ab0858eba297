//! Questions read where there are no articles, for tests.

use super::{Query, Vocabulary};
use crate::fact::{NameKeys, Names};
use crate::lexicon::Lexicon;
use crate::text::fold;

/// Reads a question; none of its words is taken for a slip.
pub(crate) fn read(question: &str) -> Query {
    super::read(question, &NoArticles)
}

/// The words of no articles: all that somebody types is a word.
pub(crate) struct NoArticles;

impl Vocabulary for NoArticles {
    fn written(&self, _: &str) -> Option<&str> {
        None
    }

    fn is_always_capital(&self, _: &str) -> bool {
        false
    }

    fn is_word(&self, _: &str) -> bool {
        true
    }

    fn shorthand(&self, _: &str) -> Option<&str> {
        None
    }

    fn near(&self, _: &str, _: u32, _: &mut dyn FnMut(&str, usize)) {}

    fn weight(&self, folded: &str, lemma: &str) -> f32 {
        let lexicon = Lexicon::builtin();
        lexicon.rarity(&fold(lemma)).min(lexicon.rarity(folded))
    }

    fn name_keys(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str)) {
        NameKeys::find(&Names::default(), words, found);
    }
}
