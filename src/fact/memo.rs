//! What was once found out about a word, kept for the next question.

use std::sync::{Arc, PoisonError, RwLock};

use super::words::TermId;
use crate::lexicon::LexemeId;
use crate::text::quick::QuickMap;

/// Words of a base with a strength each.
pub(super) type Weighed = Arc<[(TermId, f32)]>;

/// For words of the lexicon, the words of a base that go with them. Filled while questions are
/// answered; holds at most one entry for each word of the lexicon.
#[derive(Debug, Default)]
pub(super) struct Memo {
    known: RwLock<QuickMap<LexemeId, Weighed>>,
}

impl Memo {
    /// What goes with `word`: from before, else found by `find`.
    pub(super) fn get(&self, word: LexemeId, find: impl FnOnce() -> Vec<(TermId, f32)>) -> Weighed {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&word).cloned();
        known.unwrap_or_else(|| {
            let found: Weighed = find().into();
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            known.entry(word).or_insert(found).clone()
        })
    }
}
