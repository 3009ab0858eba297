//! Finds date and time expressions, alone and with the preposition before them.

use crate::fact::{DateKind, Dated, Passage};
use crate::text::syntax::Tag;

use super::Kind;

/// Every date expression of the passage; of "one to four months", which is read as
/// "four months", all.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    for date in &passage.dates {
        let (first, last) = (range_start(passage, date), usize::from(date.last));
        let head = passage.grammar.top(first, last);
        propose(first, last, head.unwrap_or(last), Kind::Date);
    }
}

/// Where a length of time begins: at the lower number of "*forty* or fifty minutes".
fn range_start(passage: &Passage, date: &Dated) -> usize {
    let first = usize::from(date.first);
    let is_number =
        |at: usize| passage.grammar.tokens.get(at).is_some_and(|token| token.tag == Tag::CD);
    let is_range = date.kind == DateKind::Duration
        && first >= 2
        && is_number(first)
        && is_number(first - 2)
        && matches!(passage.word(first - 1), "to" | "or" | "-" | "–");
    if is_range { first - 2 } else { first }
}
