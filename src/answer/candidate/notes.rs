//! What can be told of a piece whatever is asked.

use crate::extract::{arguments, standing};
use crate::fact::{Notes, Passage, Tense};
use crate::text::syntax::Tag;

use super::{Candidate, sign};

/// The notes on a piece.
pub(super) fn of(passage: &Passage, piece: &Candidate) -> Notes {
    let (first, last) = (usize::from(piece.first), usize::from(piece.last));
    let head = usize::from(piece.head);
    let (from, to) = passage.grammar.subtree(head);
    Notes {
        sign: sign::opening(passage, first, last, piece.kind),
        tense: tense(passage, head),
        is_whole: first <= from && to <= last,
        is_twin: false,
        stands_for: passage.referents.iter().any(|it| usize::from(it.last) == head)
            && passage.grammar.entity_at(head).is_none(),
    }
}

/// Of when the verb speaks that a token hangs on, or else the first finite one.
fn tense(passage: &Passage, head: usize) -> Tense {
    let grammar = &passage.grammar;
    let above = std::iter::once(head).chain(grammar.ancestors(head));
    let finite = || grammar.tokens.iter().position(|token| token.tag.is_finite());
    let verb = above.into_iter().find(|&token| grammar.tokens[token].tag.is_verb()).or_else(finite);
    match verb {
        Some(verb) if standing::is_ahead(passage, verb) => Tense::Ahead,
        Some(verb) if is_infinitive(passage, verb) => Tense::Untold,
        Some(verb) if matches!(grammar.tokens[verb].tag, Tag::VBD | Tag::VBN) => Tense::Past,
        _ => Tense::Untold,
    }
}

/// "To be *called*": a participle that does not tell of what has been.
fn is_infinitive(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    grammar.tokens[verb].tag == Tag::VBN && arguments::has_to(grammar, verb)
}
