//! What is known: sources, the facts that their articles prove, and the base that holds them.
//!
//! Everything here is plain data. It is built once, from articles or from fact files, and only read
//! afterwards; nothing here reads a file or a clock.

pub mod file;

mod base;
mod memo;
mod names;
pub(crate) mod parted;
mod passage;
mod piece;
mod source;
mod synonyms;
mod words;

pub use base::{Base, Key, NameKeys};
pub use names::Names;
pub use passage::{DateKind, Dated, Passage, Referent, Sense};
pub use piece::{Notes, Piece, PieceKind, Sign, Tense};
pub use source::{Factuality, Source};
pub use synonyms::Synonyms;
pub use words::{TermId, Words};

use jiff::civil::Date;

/// One thing that an article says, with the words that prove it.
///
/// The fields answer the questions that people ask; each holds words of the article, except that a
/// pronoun or "the spokeswoman" is replaced by the name that it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The shortest span that proves the fact, word for word from the article.
    pub quote: String,
    /// Whether the article states it, reports it as said, planned, denied or in doubt.
    pub standing: Factuality,
    /// Who said it, where somebody did.
    pub said_by: Option<String>,
    /// Who acts, or what the fact is about.
    pub who: Option<String>,
    /// What happens: the predicate with its objects.
    pub what: Option<String>,
    /// Where it happens.
    pub place: Option<String>,
    /// When it happens.
    pub when: Option<FactDate>,
    /// Why it happens.
    pub why: Option<String>,
    /// How it happens.
    pub how: Option<String>,
    /// What the pronouns and descriptions in the quote stand for: the words as they stand in the
    /// quote, and the name.
    pub refers: Vec<(String, String)>,
}

/// A date expression of an article and the days that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDate {
    /// The article's own words.
    pub text: String,
    /// The first day, where the expression can be resolved.
    pub start: Option<Date>,
    /// The last day, inclusive.
    pub end: Option<Date>,
}
