//! Whether a passage has another value in the place of one that the question names: another
//! country, another day, another winner.

mod actors;
mod days;
mod places;

pub(super) use actors::{
    is_done_by_another, is_of_another_beside, is_of_another_person, is_of_another_place,
    is_only_another, is_turned_round,
};
pub(super) use days::{asked_time, time};
pub(super) use places::{is_elsewhere, is_inside, may_meet, place, tells_of};

use super::alignment::Pair;

/// What a passage says of a place or day that the question names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchange {
    /// Nothing.
    Silent,
    /// It has the same, or one inside the other.
    Fits,
    /// It has another instead.
    Differs,
}

/// How far from the verb its place or day may stand in the tree.
const NEAR: usize = 3;

/// Whether the word that the place or day belongs to is surely the question's.
fn is_firm(anchor: &Pair) -> bool {
    !anchor.is_name && !anchor.is_opposed && anchor.strength >= 0.6
}
