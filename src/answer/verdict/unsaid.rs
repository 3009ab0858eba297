//! Whether somebody has told something, and has not: "refused to give details", "gave no reason" to
//! "did she explain how it came about?".
//!
//! The many ways to say nothing share few words with the many ways to say something.

use crate::answer::scene::Scene;
use crate::text::Table;
use crate::text::syntax::Sentence;

use super::scope;

/// Whether a word is one of telling something.
fn is_of_telling(grammar: &Sentence, token: usize) -> bool {
    static TELLING: Table = Table::new(include_str!("data/telling.txt"));
    let tag = grammar.tokens[token].tag;
    (tag.is_verb() || tag.is_noun()) && !tag.is_proper() && TELLING.has(grammar.lemma(token))
}

/// Whether the question asks if something has been told, and the passage denies that anything has.
pub(super) fn is_unsaid(scene: &Scene) -> bool {
    asks_if_told(&scene.query.grammar) && tells_nothing(&scene.passage.grammar)
}

/// "Did she *say* when it begins?", "has he *explained* it?"
fn asks_if_told(grammar: &Sentence) -> bool {
    let is_verb = |token: usize| grammar.tokens[token].tag.is_verb();
    any_of_telling(grammar, |token, denied| is_verb(token) && !denied)
}

/// "Declined to *comment*", "gave no *reason*", "would not *say*".
fn tells_nothing(grammar: &Sentence) -> bool {
    any_of_telling(grammar, |_, denied| denied)
}

/// Whether any word of telling is such, given whether it is denied; most sentences
/// have no such word.
fn any_of_telling(grammar: &Sentence, is_such: impl Fn(usize, bool) -> bool) -> bool {
    let mut telling =
        (0..grammar.tokens.len()).filter(|&token| is_of_telling(grammar, token)).peekable();
    if telling.peek().is_none() {
        return false;
    }
    let denied = scope::denied(grammar, |_| false);
    telling.any(|token| is_such(token, denied[token]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    #[test]
    fn nothing_is_told_where_the_telling_is_refused_or_denied() {
        assert!(tells_nothing(&sentence("The abbot refused to give any details about the fire.")));
        assert!(tells_nothing(&sentence("The abbot declined to comment.")));
        assert!(tells_nothing(&sentence("The abbot gave no reason for his departure.")));
        assert!(!tells_nothing(&sentence("The abbot said that the bell was lost.")));
    }

    #[test]
    fn a_question_asks_for_telling_by_its_verb() {
        assert!(asks_if_told(&sentence("Did the abbot explain how the fire began?")));
        assert!(!asks_if_told(&sentence("Did the abbot leave the house?")));
    }
}
