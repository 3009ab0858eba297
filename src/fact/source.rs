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
    /// Every standing with the word that fact files use for it.
    pub const WORDS: [(Factuality, &'static str); 5] = [
        (Factuality::Stated, "stated"),
        (Factuality::Said, "said"),
        (Factuality::Planned, "planned"),
        (Factuality::Denied, "denied"),
        (Factuality::Doubted, "in doubt"),
    ];

    /// The word for it in fact files.
    pub fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(standing, _)| *standing == self)
            .map_or("stated", |(_, word)| word)
    }

    /// The standing that a fact file's word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(standing, _)| *standing)
    }
}
