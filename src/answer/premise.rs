//! False premises: "why did the mayor resign?" where the articles tell that she refused to.
//!
//! What is taken for granted in a question must not be swallowed: a passage that denies what the
//! question affirms tells no when, where, who or why of it, and one that knows of no refusal does
//! not tell when somebody refused.

use crate::lexicon::Lexicon;
use crate::question::{Query, QuestionType};
use crate::text::syntax::{Relation, Sentence};

use super::verdict::{is_of_lack, refuses};

/// How near a word must be to say the same.
const LIKE: f32 = 0.5;

/// Whether a passage denies what a question takes for granted, or has nothing of a
/// refusal that it does.
pub(super) fn is_false(query: &Query, found: &Sentence) -> bool {
    let asked = &query.grammar;
    let verb = query.predicate.filter(|&verb| asked.tokens[verb].tag.is_verb());
    let Some(verb) = verb.filter(|_| !query.negated) else { return false };
    let lemma = asked.lemma(verb);
    if REFUSES.contains(&lemma) || turns_down(asked, verb) {
        return !knows_refusal(query, verb, found);
    }
    let is_same =
        |token: &usize| found.lemma(*token) == lemma && found.tokens[*token].tag.is_verb();
    let mut same = (0..found.tokens.len()).filter(is_same).peekable();
    matches!(query.asks, QuestionType::Why | QuestionType::When)
        && same.peek().is_some()
        && same.all(|token| is_undone(found, token))
}

/// Verbs by which somebody does not do or take what follows.
const REFUSES: [&str; 4] = ["refuse", "decline", "deny", "reject"];

/// "Turned the offer *down*".
fn turns_down(asked: &Sentence, verb: usize) -> bool {
    asked.lemma(verb) == "turn"
        && (verb + 1..asked.tokens.len()).any(|at| asked.lemma(at) == "down")
}

/// "Did not resign", "refused to resign".
fn is_undone(found: &Sentence, verb: usize) -> bool {
    let denies = |child: usize| matches!(found.lemma(child), "not" | "n't" | "never");
    let refused = |above: usize| {
        REFUSES.contains(&found.lemma(above))
            && matches!(found.tokens[verb].relation, Relation::Xcomp | Relation::Ccomp)
    };
    found.children(verb).any(denies) || found.head(verb).is_some_and(refused)
}

/// Whether a passage has a word of lack or refusal that is not the question's own, or
/// one like its verb.
fn knows_refusal(query: &Query, verb: usize, found: &Sentence) -> bool {
    let lexicon = Lexicon::builtin();
    let is_phrase = turns_down(&query.grammar, verb);
    let asked = if is_phrase { "reject" } else { query.grammar.lemma(verb) };
    let is_own = |token: usize| query.words.iter().any(|word| word == found.lemma(token));
    refuses(found)
        || (0..found.tokens.len()).any(|token| {
            lexicon.similar(asked, found.lemma(token)) >= LIKE
                || is_of_lack(found, token) && !is_own(token)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read;
    use crate::text::{Span, syntax};

    fn is_swallowed(sentence: &str, asked: &str) -> bool {
        !is_false(&read(asked), &syntax::analyse(sentence, Span::new(0..sentence.len())))
    }

    #[test]
    fn what_is_denied_is_not_taken_for_granted() {
        let refused = "Mayor Jane Doe refused to resign on Monday.";
        assert!(!is_swallowed(refused, "Why did Jane Doe resign?"));
        assert!(is_swallowed(refused, "Why did Jane Doe refuse to resign?"));
        let signed = "Mayor Jane Doe signed the treaty on Monday.";
        assert!(!is_swallowed(signed, "When did Jane Doe refuse to sign the treaty?"));
        assert!(is_swallowed(signed, "When did Jane Doe sign the treaty?"));
        assert!(!is_swallowed(signed, "Why did Jane Doe turn the treaty down?"));
    }
}
