//! Well-known bodies by name or abbreviation: of what kind, and of which country.
//!
//! Never guesses a body that is not in the table: that is the work of the names' grammar.

use super::extension::NewOrganisation;
use super::keys::Keys;
use super::tsv::{rows, values};
use std::borrow::Cow;

/// A body: an agency, company, party, team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its full name.
    pub name: Cow<'static, str>,
    /// "international", "government", "agency", "company", "airline", "party", "court", "bank",
    /// "media", "military", "police", "armed group", "parliament", "sports", "team", and so on.
    pub kind: Cow<'static, str>,
    /// The country's code; empty where it has none of its own.
    pub country: Cow<'static, str>,
    others: Cow<'static, str>,
}

impl Organisation {
    /// Its abbreviations and other names, the commonest first.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        values(&self.others).map(|name| name.strip_prefix('=').unwrap_or(name))
    }
}

/// All organisations, found by any name.
#[derive(Clone, Debug, Default)]
pub(super) struct Organisations {
    list: Vec<Organisation>,
    keys: Keys,
}

impl Organisations {
    /// Reads the built-in table and then `extra`.
    pub(super) fn new(extra: &[NewOrganisation]) -> Self {
        let mut organisations = Self::default();
        for [name, kind, country, others] in rows(include_str!("data/organisations.tsv")) {
            let [name, kind, country, others] = [name, kind, country, others].map(Cow::Borrowed);
            organisations.add(Organisation { name, kind, country, others });
        }
        for new in extra {
            organisations.add(organisations.extended(new));
        }
        organisations.keys.index();
        organisations
    }

    /// The bodies that go by `name`, in the order of the table.
    pub(super) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Organisation> {
        self.keys.find(name).filter_map(|value| self.list.get(value as usize))
    }

    /// `new` as an entry; what it leaves open is taken from a known body of its name.
    fn extended(&self, new: &NewOrganisation) -> Organisation {
        let known = self.list.iter().find(|known| known.name == new.name);
        let kind = known.filter(|_| new.kind.is_empty()).map(|known| known.kind.clone());
        Organisation {
            name: Cow::Owned(new.name.clone()),
            kind: kind.unwrap_or_else(|| Cow::Owned(new.kind.clone())),
            country: known.map_or(Cow::Borrowed(""), |known| known.country.clone()),
            others: Cow::Owned(new.aliases.join("|")),
        }
    }

    fn add(&mut self, organisation: Organisation) {
        let value = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.keys.add(&organisation.name, value);
        values(&organisation.others).for_each(|name| self.keys.add(name, value));
        self.list.push(organisation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> Option<String> {
        let organisations = Organisations::new(&[]);
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
        let organisations = Organisations::new(&[]);
        assert_eq!(organisations.find("AFP").count(), 2);
    }

    #[test]
    fn an_operator_can_add_a_body_or_a_name_to_a_known_one() {
        let new = |name: &str, kind: &str, alias: &str| NewOrganisation {
            name: name.into(),
            kind: kind.into(),
            aliases: vec![alias.into()],
        };
        let extra = [new("Dateline League", "sports", "Dl"), new("United Nations", "", "Onu")];
        let organisations = Organisations::new(&extra);
        let kind = |name| organisations.find(name).next().map(|found| &*found.kind);
        assert_eq!(kind("DL"), Some("sports"));
        assert_eq!(kind("ONU"), Some("international"));
    }
}
