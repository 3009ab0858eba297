//! What can be told of a piece whatever is asked.

use crate::extract::{arguments, factuality};
use crate::fact::{Notes, Passage, Tense};
use crate::text::syntax::{Relation, Tag};

use super::{Candidate, Kind, sign};

/// The notes on a piece.
pub(super) fn of(passage: &Passage, piece: &Candidate) -> Notes {
    let (first, last) = (usize::from(piece.first), usize::from(piece.last));
    let head = usize::from(piece.head);
    let (from, to) = passage.grammar.subtree(head);
    Notes {
        sign: sign::opening(passage, first, last, piece.kind),
        tense: if is_put_off_to(passage, piece) { Tense::Ahead } else { tense(passage, head) },
        is_whole: first <= from && to <= last,
        is_twin: false,
        stands_for: passage.referents.iter().any(|it| usize::from(it.last) == head)
            && passage.grammar.entity_at(head).is_none(),
    }
}

/// "Has been postponed *until 8 June*": the day itself, and not what lasts until then.
fn is_put_off_to(passage: &Passage, piece: &Candidate) -> bool {
    let date = passage.date_at(piece.head.into()).filter(|_| piece.kind == Kind::Date);
    let when = date.and_then(|date| date.when.as_ref());
    matches!(passage.word(piece.first.into()), "until" | "till")
        && when.is_some_and(|when| when.bound.is_none())
}

/// Of when the verb speaks that a token hangs on, or else the first finite one.
fn tense(passage: &Passage, head: usize) -> Tense {
    let grammar = &passage.grammar;
    let above = std::iter::once(head).chain(grammar.ancestors(head));
    let finite = || grammar.tokens.iter().position(|token| token.tag.is_finite());
    let tells = |token: &usize| grammar.tokens[*token].tag.is_verb() && !leans(passage, *token);
    match above.into_iter().find(tells).or_else(finite) {
        Some(verb) if factuality::is_ahead(passage, verb) => Tense::Ahead,
        Some(verb) if is_infinitive(passage, verb) => Tense::Untold,
        Some(verb) if is_past(passage, verb) => Tense::Past,
        _ => Tense::Untold,
    }
}

/// "The bus overturned, *killing* two": a participle is of the time that the verb above it tells.
fn leans(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    grammar.tokens[verb].tag == Tag::VBG
        && grammar.child(verb, Relation::Aux).is_none()
        && matches!(grammar.tokens[verb].relation, Relation::Advcl | Relation::Conj | Relation::Acl)
        && grammar.ancestors(verb).any(|above| grammar.tokens[above].tag.is_verb())
}

/// "Left", "has left", "was leaving".
fn is_past(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    match grammar.tokens[verb].tag {
        Tag::VBD | Tag::VBN => true,
        Tag::VBG => {
            let helper = grammar.child(verb, Relation::Aux);
            helper.is_some_and(|helper| grammar.tokens[helper].tag == Tag::VBD)
        }
        _ => false,
    }
}

/// "To be *called*": a participle that does not tell of what has been.
fn is_infinitive(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    grammar.tokens[verb].tag == Tag::VBN && arguments::has_to(grammar, verb)
}
