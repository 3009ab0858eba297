//! Finds what is said of a name right beside it: the title before it, the apposition after it.

use crate::fact::Passage;
use crate::text::syntax::{Relation, Tag};

use super::Kind;

/// Titles before names, and appositions after them.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    let grammar = &passage.grammar;
    for entity in &grammar.entities {
        let (first, last) = (usize::from(entity.first), usize::from(entity.last));
        let before = title_start(passage, first);
        if before < first {
            propose(before, first - 1, first - 1, Kind::Phrase);
        }
        for token in first..=last {
            let beside = grammar.children(token).filter(|&child| {
                child > last
                    && matches!(
                        grammar.tokens[child].relation,
                        Relation::Appos | Relation::AclRelcl
                    )
            });
            for head in beside {
                let (from, to) = grammar.subtree(head);
                let from = without_figure(passage, from, head);
                let clause = grammar.tokens[head].relation == Relation::AclRelcl;
                propose(from, to, head, if clause { Kind::Clause } else { Kind::Phrase });
            }
        }
    }
}

/// Where a description begins, of "68%, commission head" behind the figure.
fn without_figure(passage: &Passage, from: usize, head: usize) -> usize {
    let tag = |at: usize| passage.grammar.tokens[at].tag;
    let comma = (from..head).rev().find(|&at| tag(at) == Tag::Comma);
    comma.filter(|_| tag(from) == Tag::CD).map_or(from, |comma| comma + 1)
}

/// Where the run of nouns and adjectives before a name begins.
fn title_start(passage: &Passage, first: usize) -> usize {
    // "Head of mission Ann Lee", but "in light of Ann Lee".
    let is_of_people = |of: usize| {
        of.checked_sub(1).is_some_and(|noun| {
            passage.grammar.tokens[noun].tag.is_proper() || passage.meaning(noun).kind.is_person()
        })
    };
    let titles = |&index: &usize| {
        let tag = passage.grammar.tokens[index].tag;
        tag.is_noun()
            || tag.is_adjective()
            || tag == Tag::POS
            || passage.word(index) == "&"
            || (passage.word(index) == "of" && is_of_people(index))
    };
    let start = (0..first).rev().take_while(titles).last().unwrap_or(first);
    let hinge = passage.grammar.tokens.get(start).map(|token| token.tag);
    if matches!(hinge, Some(Tag::POS | Tag::IN)) { start + 1 } else { start }
}
