//! The finders: each brings phrases that may answer one question, and knows nothing of the others.

mod actions;
mod actors;
mod phrase;
mod places;
mod reasons;
mod times;

pub(super) use phrase::is_auxiliary;

use super::Slot;
use super::candidate::Candidates;
use super::story::Story;

/// Proposes spans of a story that may answer a question.
type Finder = fn(&Story, &mut Candidates);

/// The finders of each question.
pub(super) fn finders(slot: Slot) -> &'static [Finder] {
    match slot {
        Slot::Who => &[actors::find],
        Slot::What => &[actions::events],
        Slot::When => &[times::find],
        Slot::Where => &[places::find],
        Slot::Why => &[reasons::causes, reasons::phrases],
        Slot::How => &[reasons::means, actions::deeds],
    }
}
