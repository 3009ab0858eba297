//! Language, and nothing about news: spans, sentences, words and their grammar, dates, numbers.

mod capitals;
pub mod date;
mod fold;
mod letters;
pub mod numerals;
mod ordinal;
pub mod quick;
pub mod sentence;
mod shorten;
mod span;
pub mod syntax;
mod table;

pub use capitals::capitalised;
pub use fold::fold;
pub use letters::{letters, may_be_near};
pub use ordinal::ordinals;
pub use shorten::{cut_at_word, shortened};
pub use span::Span;
pub use table::Table;
