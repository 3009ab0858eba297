//! From a query and the fact base to an answer: finding, ranking, wording.

mod types;

pub use types::{Answer, Choice, Citation, Explanation, Status};
