//! Finds date and time expressions, alone and with the preposition before them.

use crate::fact::Passage;

use super::Kind;

/// Every date expression of the passage.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    for date in &passage.dates {
        let (first, last) = (usize::from(date.first), usize::from(date.last));
        let inside = |head: usize| (first..=last).contains(&head);
        let head = (first..=last).find(|&token| !passage.grammar.head(token).is_some_and(inside));
        propose(first, last, head.unwrap_or(last), Kind::Date);
    }
}
