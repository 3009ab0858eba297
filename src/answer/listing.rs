//! An answer that is one of several joined by "and" becomes all of them, where the question allows
//! for several: "who backed it?" is answered by everybody who did.

use crate::extract::arguments;
use crate::fact::Passage;
use crate::question::{Query, QuestionType};
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::candidate::{Candidate, Kind};

/// The candidate widened to the whole coordination that it is part of.
pub(crate) fn widened(query: &Query, passage: &Passage, candidate: &Candidate) -> Candidate {
    let grammar = &passage.grammar;
    let head = usize::from(candidate.head);
    if candidate.kind == Kind::Clause {
        return with_first_aim(query, passage, candidate).unwrap_or(*candidate);
    }
    // One count of fraud is only half of what somebody was convicted of.
    let is_rest =
        query.asks == QuestionType::What && grammar.tokens[head].relation == Relation::Conj;
    if !allows_several(query) && !is_rest
        || !matches!(candidate.kind, Kind::Name | Kind::Phrase | Kind::Prepositional)
    {
        return *candidate;
    }
    let joined = |token: usize| {
        grammar.tokens[token].relation == Relation::Conj && !grammar.tokens[token].tag.is_verb()
    };
    let mut top = head;
    while joined(top) {
        let Some(above) = grammar.head(top) else { break };
        top = above;
    }
    if grammar.tokens[top].tag.is_verb() {
        return *candidate;
    }
    let members = grammar.children(top).filter(|&child| joined(child));
    let Some(end) = members.map(|member| end_of(passage, member)).max() else { return *candidate };
    let Some(top) = like(passage, top, head) else { return *candidate };
    let end = with_last_member(passage, end);
    let first = if top == head { candidate.first.into() } else { start_of(passage, top) };
    let (first, last) = (first.min(candidate.first.into()), end.max(candidate.last.into()));
    Candidate { first: first as u16, last: last as u16, ..*candidate }
}

/// "Promised *to abolish fees* and to renegotiate contracts": an aim with those before it.
fn with_first_aim(query: &Query, passage: &Passage, candidate: &Candidate) -> Option<Candidate> {
    let grammar = &passage.grammar;
    let head = usize::from(candidate.head);
    let is_aim = |token: usize| arguments::has_to(grammar, token);
    let above = grammar.head(head).filter(|&above| is_aim(above) && is_aim(head))?;
    let joined =
        query.asks == QuestionType::What && grammar.tokens[head].relation == Relation::Conj;
    let (first, last) = Some(grammar.subtree(above)).filter(|_| joined)?;
    Some(Candidate { first: first as u16, last: last as u16, head: above as u16, ..*candidate })
}

/// The first member, where it is of the candidate's kind. In "Ann Lee of Norway and Bo Li" the tree
/// may join Bo Li to Norway: then it is Ann Lee.
fn like(passage: &Passage, top: usize, head: usize) -> Option<usize> {
    let kind = |token: usize| passage.grammar.entity_at(token).map(|entity| entity.kind);
    let (own, first) = (kind(head), kind(top));
    if own != Some(EntityKind::Person) || first.is_none() || first == own {
        return Some(top);
    }
    passage.grammar.head(top).filter(|&above| kind(above) == own)
}

/// The end of a list with the ", and Italy" that the tree left out.
fn with_last_member(passage: &Passage, end: usize) -> usize {
    let word = |token: usize| if token < passage.len() { passage.word(token) } else { "" };
    let comma = usize::from(word(end + 1) == ",");
    let next = end + 2 + comma;
    if word(end + 1 + comma) != "and" || next >= passage.len() {
        return end;
    }
    let alike = passage.grammar.entity_at(end).zip(passage.grammar.entity_at(next));
    match alike {
        Some((last, more)) if last.kind == more.kind && usize::from(more.first) == next => {
            usize::from(more.last)
        }
        _ => end,
    }
}

/// "Who", "which countries", "what" ask for as many as there are; "which country" for one.
fn allows_several(query: &Query) -> bool {
    let plural = query.focus.as_ref().is_some_and(|focus| {
        matches!(
            query.grammar.tokens.get(focus.token).map(|token| token.tag),
            Some(Tag::NNS | Tag::NNPS)
        )
    });
    match query.asks {
        QuestionType::Who => query.focus.is_none() || plural,
        QuestionType::Where => true,
        QuestionType::Which | QuestionType::What => plural,
        _ => false,
    }
}

/// Where the phrase of a noun begins, without its preposition.
fn start_of(passage: &Passage, head: usize) -> usize {
    let grammar = &passage.grammar;
    let before = grammar.children(head).filter(|&child| {
        child < head
            && matches!(
                grammar.tokens[child].relation,
                Relation::Det
                    | Relation::Amod
                    | Relation::Compound
                    | Relation::NmodDesc
                    | Relation::NmodPoss
                    | Relation::Nummod
            )
    });
    before.map(|child| grammar.subtree(child).0).min().unwrap_or(head)
}

/// Where the phrase of a noun ends, without clauses that hang on it.
fn end_of(passage: &Passage, head: usize) -> usize {
    let grammar = &passage.grammar;
    let after = grammar.children(head).filter(|&child| {
        child > head
            && matches!(
                grammar.tokens[child].relation,
                Relation::Flat
                    | Relation::Nmod
                    | Relation::Nummod
                    | Relation::Compound
                    | Relation::Conj
            )
    });
    after.map(|child| grammar.subtree(child).1).fold(head, usize::max)
}
