//! Countries and territories by any of their names: what a name says of which country.
//!
//! In goes "Egyptian", "Cairo" or "the Kremlin", out come the country and how the name is tied
//! to it. Never decides between "Georgia" the country and the state: ask the places too.

use super::keys::Keys;
use super::tsv::{rows, values};
use crate::text::{letters, may_be_near};

/// A country, or a territory that the news treats as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two letters, ISO 3166 where it has them.
    pub code: &'static str,
    /// Its usual short name in English.
    pub name: &'static str,
    /// Part of the world: "South Asia", "Europe".
    pub region: &'static str,
    others: &'static str,
    adjectives: &'static str,
    people: &'static str,
    capitals: &'static str,
}

impl Country {
    /// Its other names and abbreviations, the commonest first.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> {
        values(self.others).map(|name| name.strip_prefix('=').unwrap_or(name))
    }

    /// The adjective: "Egyptian"; empty where there is none.
    pub fn adjective(&self) -> &'static str {
        values(self.adjectives).next().unwrap_or_default()
    }

    /// Names and words that are its own: the name, its adjectives, its people, its capitals.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.adjectives, self.people, self.capitals].into_iter().flat_map(values)
    }

    /// Words for its people, one person first: "Dane", "Danes".
    pub fn people(&self) -> impl Iterator<Item = &'static str> {
        values(self.people)
    }

    /// The capital in its commonest spelling; empty where there is none.
    pub fn capital(&self) -> &'static str {
        values(self.capitals).next().unwrap_or_default().trim_start_matches('=')
    }
}

/// How a name is tied to a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The usual name: "United Kingdom".
    Name,
    /// Another name or abbreviation: "Britain", "UK".
    Alias,
    /// The adjective: "British".
    Adjective,
    /// Its people: "Briton".
    People,
    /// Its capital, which also stands for its government: "London".
    Capital,
    /// What else stands for its government: "Downing Street".
    Metonym,
}

const RELATIONS: [Relation; 6] = [
    Relation::Name,
    Relation::Alias,
    Relation::Adjective,
    Relation::People,
    Relation::Capital,
    Relation::Metonym,
];

/// A country found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryMatch<'a> {
    /// The country that the name stands for.
    pub country: &'a Country,
    /// What the name is to it.
    pub relation: Relation,
}

/// All countries, found by any name.
#[derive(Clone, Debug, Default)]
pub(super) struct Countries {
    list: Vec<Country>,
    keys: Keys,
}

impl Countries {
    /// Reads the table.
    pub(super) fn new() -> Self {
        let mut countries = Self::default();
        for row in rows::<8>(include_str!("data/countries.tsv")) {
            countries.add(row);
        }
        countries.keys.index();
        countries
    }

    /// Everything that `name` can be, names before adjectives before capitals before metonyms.
    pub(super) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = CountryMatch<'a>> {
        let mut found: Vec<_> =
            self.keys.find(name).filter_map(|value| self.entry(value)).collect();
        found.sort_by_key(|found| found.relation);
        found.into_iter()
    }

    /// Every country.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Country> {
        self.list.iter()
    }

    /// Calls `visit` with every name of one word that begins like `folded` and may be at most
    /// `slips` slips away from it.
    pub(super) fn like(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        let own = letters(folded);
        let near = |name: &&str| {
            name.len().abs_diff(folded.len()) <= slips as usize
                && name.as_bytes().first() == folded.as_bytes().first()
                && !name.contains(' ')
                && may_be_near(own, letters(name), slips)
        };
        self.keys.keys().filter(near).for_each(visit);
    }

    fn entry(&self, value: u32) -> Option<CountryMatch<'_>> {
        let country = self.list.get(value as usize / RELATIONS.len())?;
        Some(CountryMatch { country, relation: RELATIONS[value as usize % RELATIONS.len()] })
    }

    fn add(&mut self, row: [&'static str; 8]) {
        let [code, name, others, adjectives, people, capitals, metonyms, region] = row;
        let fields = [name, others, adjectives, people, capitals, metonyms];
        for (relation, field) in RELATIONS.into_iter().zip(fields) {
            let value = number(self.list.len(), relation);
            values(field).for_each(|name| self.keys.add(name, value));
        }
        self.list.push(Country { code, name, region, others, adjectives, people, capitals });
    }
}

/// The number under a name: the country's place in the list, and the relation.
fn number(country: usize, relation: Relation) -> u32 {
    u32::try_from(country * RELATIONS.len() + relation as usize).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> Option<(&'static str, Relation)> {
        let countries = Countries::new();
        let found = countries.find(name).next()?;
        Some((found.country.code, found.relation))
    }

    #[test]
    fn a_country_is_found_by_every_kind_of_name() {
        assert_eq!(first("united kingdom"), Some(("GB", Relation::Name)));
        assert_eq!(first("U.K."), Some(("GB", Relation::Alias)));
        assert_eq!(first("British"), Some(("GB", Relation::Adjective)));
        assert_eq!(first("Britons"), Some(("GB", Relation::People)));
        assert_eq!(first("London"), Some(("GB", Relation::Capital)));
        assert_eq!(first("Downing Street"), Some(("GB", Relation::Metonym)));
        assert_eq!(first("the Kremlin"), Some(("RU", Relation::Metonym)));
        assert_eq!(first("DPRK"), Some(("KP", Relation::Alias)));
    }

    #[test]
    fn us_is_a_country_only_in_capitals() {
        assert_eq!(first("US").map(|found| found.0), Some("US"));
        assert_eq!(first("us"), None);
    }

    #[test]
    fn brussels_is_belgium_s_capital_and_stands_for_the_union() {
        let countries = Countries::new();
        let codes: Vec<_> = countries.find("Brussels").map(|found| found.country.code).collect();
        assert_eq!(codes, ["BE", "EU"]);
    }

    #[test]
    fn every_country_has_a_name_and_a_region() {
        let countries = Countries::new();
        assert!(countries.list.len() > 230);
        assert!(countries.list.iter().all(|it| !it.name.is_empty() && !it.region.is_empty()));
    }
}
