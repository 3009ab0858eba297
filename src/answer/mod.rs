//! From a query and the fact base to an answer: finding, ranking, wording.
//!
//! ```text
//! Query ── matching ──▶ retrieval ──▶ candidates ── features ──▶ ranking ──▶ wording ──▶ Answer
//! ```

mod about_articles;
mod announced;
mod asked_time;
mod bare;
mod candidate;
mod context_features;
mod features;
mod headline;
mod indirect;
mod listing;
mod long_form;
mod matching;
mod missing;
mod name_part;
mod namesake;
mod pool;
mod premise;
mod ranking;
mod reader;
mod reports;
mod reranking;
mod respond;
mod retrieval;
mod scene;
mod search;
mod sense;
mod timed;
pub mod tuning;
mod types;
mod value;
mod verdict;
mod wording;

pub(crate) use announced::answer as announced;
pub(crate) use reports::named_fully;
pub(crate) use respond::{Asking, COVERED, explain, respond, small_talk};
pub(crate) use retrieval::Home;
pub(crate) use scene::{Spoken, Talk};
pub(crate) use search::home;
pub use types::{Answer, Choice, Citation, Explanation, Status, Verdict};
pub(crate) use wording::{LONGEST, citation, statement};
