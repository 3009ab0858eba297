//! Finds clauses: reasons, purposes, manners, what somebody said or did.

use crate::fact::Passage;
use crate::text::syntax::{Relation, Sentence};

use super::Kind;

/// Every verb with what hangs on it, with and without the word that opens its clause; and the
/// passage as a whole.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    let grammar = &passage.grammar;
    for token in 0..passage.len() {
        if opens_clause(grammar, token) {
            let (first, last) = extent(grammar, token);
            propose(first, last, token, Kind::Clause);
            propose(predicate_start(grammar, token), last, token, Kind::Clause);
        } else if is_adjunct(grammar, token) {
            let (first, last) = grammar.subtree(token);
            propose(first, last, token, Kind::Prepositional);
        }
    }
    if let Some(root) = grammar.root() {
        propose(0, passage.len().saturating_sub(1), root, Kind::Sentence);
    }
}

fn opens_clause(grammar: &Sentence, token: usize) -> bool {
    let found = grammar.tokens[token];
    found.relation.is_clause()
        || grammar.is_root(token)
        || (found.relation == Relation::Conj && found.tag.is_verb())
}

/// An adverbial phrase: "amid territorial disputes", "because of the weather", "quickly".
fn is_adjunct(grammar: &Sentence, token: usize) -> bool {
    matches!(
        grammar.tokens[token].relation,
        Relation::Obl | Relation::OblUnmarked | Relation::OblAgent | Relation::Advmod
    ) && !grammar.tokens[token].tag.is_wh()
}

/// The clause without a clause that is only inserted or reports it.
fn extent(grammar: &Sentence, head: usize) -> (usize, usize) {
    let (mut first, mut last) = grammar.subtree(head);
    for child in grammar.children(head) {
        if grammar.tokens[child].relation == Relation::Parataxis {
            let (from, to) = grammar.subtree(child);
            if from <= first {
                first = to + 1;
            } else if to >= last {
                last = from.saturating_sub(1);
            }
        }
    }
    (first.min(head), last.max(head))
}

/// Where the clause begins when its subject and conjunction are left off.
fn predicate_start(grammar: &Sentence, head: usize) -> usize {
    let helper = |&child: &usize| {
        child < head
            && matches!(
                grammar.tokens[child].relation,
                Relation::Aux
                    | Relation::AuxPass
                    | Relation::Cop
                    | Relation::Advmod
                    | Relation::Case
                    | Relation::Det
                    | Relation::Amod
                    | Relation::Compound
            )
    };
    grammar.children(head).find(helper).unwrap_or(head)
}
