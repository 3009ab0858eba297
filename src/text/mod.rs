//! Language, and nothing about news: spans, sentences, words and their grammar, dates, numbers.

pub mod date;
mod fold;
pub mod quick;
pub mod sentence;
mod span;
pub mod syntax;
mod table;

pub use fold::fold;
pub use span::Span;
pub use table::Table;
