//! Language, and nothing about news: spans, sentences, words and their grammar, dates, numbers.

pub mod date;
pub mod sentence;
mod span;
pub mod syntax;

pub use span::Span;
