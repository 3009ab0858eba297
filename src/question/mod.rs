//! From a typed question to a [`Query`]: what is asked for, about what, and how the
//! words hang together.
//!
//! In goes the text and a [`Vocabulary`] that knows which words the articles use; out comes plain
//! data. Nothing here looks into the articles themselves.

mod alternatives;
mod amount;
mod announced;
mod answer_type;
mod bare;
mod confusion;
mod courtesy;
mod cut;
mod deed;
mod denial;
mod ellipsis;
mod exchange;
mod focus;
mod follow_up;
mod get_passive;
mod inscription;
mod order;
mod overview;
mod phrase;
mod preamble;
mod predicate;
mod pronouns;
mod query;
mod question_type;
mod rephrasing;
mod reply;
mod role;
mod slot;
mod small_talk;
mod spelling;
mod tags;
mod terms;
#[cfg(test)]
pub(crate) mod testing;
mod turn;
mod typed;
mod words;

pub use alternatives::{Alternative, alternatives};
pub use announced::{Announced, announced};
pub use answer_type::AnswerType;
pub use courtesy::without as without_courtesies;
pub use follow_up::{Bond, FollowUp, follow_up};
pub use overview::overview;
pub use preamble::preamble;
pub use query::{Focus, Query, Slot, Time, read, read_typed};
pub use question_type::QuestionType;
pub use reply::Reply;
pub use role::{Other, Role, Since};
pub use small_talk::{SmallTalk, small_talk};
pub use spelling::Vocabulary;
pub use terms::Term;
pub use turn::Turn;
pub use typed::Typed;
