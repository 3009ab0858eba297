//! Well-known bodies by name or abbreviation: of what kind, and of which country.
//!
//! Never guesses a body that is not in the table: that is the work of the names' grammar.

use super::keys::Keys;
use super::tsv::{rows, values};

/// A body: an agency, company, party, team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its full name.
    pub name: &'static str,
    /// "international", "government", "agency", "company", "airline", "party", "court", "bank",
    /// "media", "military", "police", "armed group", "parliament", "sports", "team", and so on.
    pub kind: &'static str,
    /// The country's code; empty where it has none of its own.
    pub country: &'static str,
    others: &'static str,
}

impl Organisation {
    /// Its abbreviations and other names, the commonest first.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        values(self.others).map(|name| name.strip_prefix('=').unwrap_or(name))
    }
}

/// All organisations, found by any name.
#[derive(Clone, Debug, Default)]
pub(super) struct Organisations {
    list: Vec<Organisation>,
    keys: Keys,
}

impl Organisations {
    /// Reads the table.
    pub(super) fn new() -> Self {
        let mut organisations = Self::default();
        for [name, kind, country, others] in rows(include_str!("data/organisations.tsv")) {
            organisations.add(Organisation { name, kind, country, others });
        }
        organisations.keys.index();
        organisations
    }

    /// The bodies that go by `name`, in the order of the table.
    pub(super) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Organisation> {
        self.keys.find(name).filter_map(|value| self.list.get(value as usize))
    }

    fn add(&mut self, organisation: Organisation) {
        let value = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.keys.add(organisation.name, value);
        values(organisation.others).for_each(|name| self.keys.add(name, value));
        self.list.push(organisation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> Option<String> {
        let organisations = Organisations::new();
        organisations.find(name).next().map(|found| found.name.to_string())
    }

    #[test]
    fn an_abbreviation_leads_to_the_full_name() {
        assert_eq!(name("UN").as_deref(), Some("United Nations"));
        assert_eq!(name("nato").as_deref(), Some("North Atlantic Treaty Organization"));
        assert_eq!(name("the Fed").as_deref(), Some("Federal Reserve"));
        assert_eq!(name("Group of 20").as_deref(), Some("Group of Twenty"));
    }

    #[test]
    fn an_abbreviation_that_is_a_word_keeps_its_case() {
        assert_eq!(name("WHO").as_deref(), Some("World Health Organization"));
        assert_eq!(name("who"), None);
        assert_eq!(name("ice"), None);
    }

    #[test]
    fn one_abbreviation_may_be_several_bodies() {
        let organisations = Organisations::new();
        assert_eq!(organisations.find("AFP").count(), 2);
    }
}
