//! Fact files: the facts of one article as readable TOML, and the word lists beside them.
//!
//! Text goes in and a [`FactFile`] comes out with every problem of the text; a [`FactFile`] goes in
//! and text comes out, the same bytes every time. [`merge()`] brings what a program extracted
//! together with what a person wrote, and never overwrites the latter. No file is touched here.
//!
//! ```toml
//! [source]
//! title = "Sino-Japan security dialogue to be held"
//! published = 2015-03-07
//! rejected = ["0b5c1d2e"]
//!
//! [[fact]]
//! quote = "China and Japan will hold a security dialogue later this month"
//! standing = "planned"
//! who = "China and Japan"
//! what = "hold a security dialogue"
//! when = { text = "later this month", start = 2015-03-07, end = 2015-03-31 }
//! id = "91f3c2aa"
//!
//! [[alias]]
//! names = ["Heron Islands", "Petrel Islands"]
//!
//! [[synonym]]
//! words = ["talks", "dialogue"]
//! ```

mod block;
mod folded;
mod identity;
mod merge;
mod read;
mod slug;
mod write;

pub use folded::Folded;
pub use identity::{digest, fact_id, source_id};
pub use merge::merge;
pub use read::read;
pub use slug::slug;
pub use write::write;

use super::{Fact, Source};

/// What one file of knowledge holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactFile {
    /// The article that the facts come from.
    pub source: Option<SourceEntry>,
    /// Its facts, in the order of the file.
    pub facts: Vec<FactEntry>,
    /// Names of one and the same thing; the first is the one that answers use.
    pub aliases: Vec<Vec<String>>,
    /// Words that mean the same.
    pub synonyms: Vec<Vec<String>>,
    /// What stands above the first table, word for word.
    pub preface: String,
    /// The tables of aliases and synonyms, word for word.
    pub lists: Vec<String>,
}

/// A `[source]` table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceEntry {
    /// The article that its facts are of.
    pub source: Source,
    /// Ids of extracted facts that a person wants gone.
    pub rejected: Vec<String>,
    /// What [`source_id`] gave when the table was extracted.
    pub id: Option<String>,
    /// The byte of the file where the table begins.
    pub at: usize,
    /// The table as it stands in the file, with the comments above it; empty for a new one.
    pub written: String,
}

/// A `[[fact]]` table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactEntry {
    /// The fact as the file tells it.
    pub fact: Fact,
    /// What [`fact_id`] gave when the fact was extracted.
    pub id: Option<String>,
    /// The byte of the file where its quote stands.
    pub quote_at: usize,
    /// The table as it stands in the file, with the comments above it; empty for a new one.
    pub written: String,
}

impl FactFile {
    /// The facts that hold: all but those that were extracted and that a person rejected.
    pub fn into_facts(self) -> Vec<Fact> {
        let rejected = self.source.map(|entry| entry.rejected).unwrap_or_default();
        let is_rejected = |entry: &FactEntry| {
            !entry.is_by_hand() && entry.id.iter().any(|id| rejected.contains(id))
        };
        self.facts.into_iter().filter(|it| !is_rejected(it)).map(|it| it.fact).collect()
    }
}

impl SourceEntry {
    /// A source as extraction gives it.
    pub fn extracted(source: Source) -> Self {
        Self { id: Some(source_id(&source)), source, ..Self::default() }
    }

    /// Whether a person wrote, changed or commented it.
    pub fn is_by_hand(&self) -> bool {
        self.id.as_deref() != Some(&source_id(&self.source)) || block::has_comment(&self.written)
    }
}

impl FactEntry {
    /// A fact as extraction gives it.
    pub fn extracted(fact: Fact) -> Self {
        Self { id: Some(fact_id(&fact)), fact, ..Self::default() }
    }

    /// Whether a person wrote, changed or commented it.
    pub fn is_by_hand(&self) -> bool {
        self.id.as_deref() != Some(&fact_id(&self.fact)) || block::has_comment(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejected_fact_does_not_hold_unless_a_person_wrote_it() {
        let fact = |quote: &str| Fact { quote: quote.into(), ..Fact::default() };
        let extracted = FactEntry::extracted(fact("one"));
        let corrected = FactEntry { fact: fact("two"), ..extracted.clone() };
        let rejected = extracted.id.clone().into_iter().collect();
        let file = FactFile {
            source: Some(SourceEntry { rejected, ..SourceEntry::default() }),
            facts: vec![extracted, corrected, FactEntry::extracted(fact("three"))],
            ..FactFile::default()
        };
        let quotes: Vec<_> = file.into_facts().into_iter().map(|fact| fact.quote).collect();
        assert_eq!(quotes, ["two", "three"]);
    }
}
