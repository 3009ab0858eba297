//! Language, and nothing about news: spans, sentences, words and their grammar, dates, numbers.

pub mod date;
mod fold;
pub mod sentence;
mod span;
mod table;
pub mod syntax;

pub use fold::fold;
pub use span::Span;
pub use table::Table;
