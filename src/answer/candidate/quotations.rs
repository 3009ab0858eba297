//! Finds words in quotation marks.

use crate::fact::Passage;

use super::Kind;

/// Every quotation of the passage.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    for &(first, last) in &passage.quoted {
        let (first, last) = (usize::from(first), usize::from(last));
        let head = passage.grammar.top(first, last);
        propose(first, last, head.unwrap_or(first), Kind::Quotation);
    }
}
