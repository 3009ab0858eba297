//! Finds clauses: reasons, purposes, manners, what somebody said or did.

use crate::fact::Passage;
use crate::text::syntax::{Relation, Sentence, Tag};

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
            match behind_quotes(passage, first, last) {
                Some((verb, end)) => propose(first, end, verb, Kind::Clause),
                None => propose(first, last, token, Kind::Prepositional),
            }
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

/// The verb and the end of a clause whose verb stands in quotation marks: "after the owner
/// "borrowed" the boat" is no more than "after the owner" to the grammar.
pub(super) fn behind_quotes(
    passage: &Passage,
    first: usize,
    last: usize,
) -> Option<(usize, usize)> {
    let tokens = &passage.grammar.tokens;
    let opens = matches!(passage.word(first), "after" | "before" | "since" | "until" | "as");
    let skipped = |at: &usize| tokens[*at].tag.is_adverb() || tokens[*at].tag == Tag::LeftQuote;
    let verb = (last + 1..tokens.len()).find(|at| !skipped(at)).filter(|_| opens)?;
    let told = tokens[verb].tag.is_verb() && passage.is_quoted(verb);
    let ends = |at: &usize| matches!(tokens[*at].tag, Tag::Comma | Tag::Period | Tag::Colon);
    let end = (verb + 1..tokens.len()).find(ends).unwrap_or(tokens.len()) - 1;
    told.then_some((verb, end))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    #[test]
    fn a_verb_in_quotation_marks_has_its_clause() {
        let text =
            "The trip was put off after the owner secretly \"borrowed\" two boats of the navy.";
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let verb = (0..grammar.tokens.len()).find(|&at| grammar.lemma(at) == "borrow").unwrap();
        let quoted = vec![(verb as u16, verb as u16)];
        let passage = Passage { text: text.to_owned(), grammar, quoted, ..Passage::default() };
        let mut found = Vec::new();
        find(&passage, &mut |first, last, _, kind| {
            found.push((kind, passage.words(first, last).to_owned()));
        });
        let clause = "after the owner secretly \"borrowed\" two boats of the navy";
        assert!(found.contains(&(Kind::Clause, clause.to_owned())), "{found:?}");
        assert!(!found.iter().any(|(kind, words)| {
            *kind == Kind::Prepositional && words.starts_with("after the owner")
        }));
    }
}
