//! Where a fact comes from, and how firmly its article holds it.

use jiff::civil::Date;

/// An article, as far as it has to be named beside a quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The headline.
    pub title: String,
    /// The newspaper, agency or site, where the article names it.
    pub outlet: Option<String>,
    /// Who wrote it, without "By".
    pub author: Option<String>,
    /// The day of publication, by which relative dates are resolved.
    pub published: Option<Date>,
    /// Its address, where known.
    pub url: Option<String>,
    /// SHA-256 of the article's text in hexadecimal, where it came from an article.
    pub sha256: Option<String>,
}

/// How an article holds what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Factuality {
    /// The article states it as a fact.
    #[default]
    Stated,
    /// Somebody says so.
    Said,
    /// It is announced, planned or expected.
    Planned,
    /// It did not happen, or is denied.
    Denied,
    /// It may be so.
    Doubted,
}

impl Factuality {
    /// Every standing.
    pub const ALL: [Self; 5] =
        [Self::Stated, Self::Said, Self::Planned, Self::Denied, Self::Doubted];

    /// The word for it in fact files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Said => "said",
            Self::Planned => "planned",
            Self::Denied => "denied",
            Self::Doubted => "in doubt",
        }
    }

    /// The standing that a fact file's word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.as_str() == word)
    }
}
