//! From a query and the fact base to an answer: finding, ranking, wording.
//!
//! ```text
//! Query ── matching ──▶ retrieval ──▶ candidates ── features ──▶ ranking ──▶ wording ──▶ Answer
//! ```

mod about_articles;
mod candidate;
mod features;
mod listing;
mod matching;
mod missing;
mod ranking;
mod respond;
mod retrieval;
mod scene;
mod search;
pub mod tuning;
mod types;
mod verdict;
mod wording;

pub(crate) use respond::{explain, respond, small_talk};
pub use types::{Answer, Choice, Citation, Explanation, Status};
pub(crate) use wording::citation;
