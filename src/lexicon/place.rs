//! Cities, regions, waters and mountains by name: of what kind, and in which country.
//!
//! Countries themselves are in [`super::country`]. Never picks between towns of one name:
//! the largest comes first, and the others after it.

use super::keys::Keys;
use super::tsv::{rows, values};

macro_rules! place_kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal),+ $(,)?) => {
        /// What a place is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum PlaceKind { $($(#[$doc])* $kind),+ }

        impl PlaceKind {
            /// The kind of that name in the table ("city", "state"); a region where it is none.
            pub fn named(name: &str) -> Self {
                match name {
                    $($name => Self::$kind,)+
                    _ => Self::Region,
                }
            }
        }
    };
}

place_kinds! {
    /// A town or city.
    City "city",
    /// A state, province or the like, with a government of its own.
    State "state",
    /// Another part of a country, or of the world.
    Region "region",
    /// A part of a city.
    District "district",
    /// A building, base, monument or the like.
    Site "site",
    /// A part of the world as large as Africa.
    Continent "continent",
    /// An island or several.
    Island "island",
    /// A river.
    River "river",
    /// A lake.
    Lake "lake",
    /// A sea.
    Sea "sea",
    /// An ocean.
    Ocean "ocean",
    /// A gulf or bay.
    Gulf "gulf",
    /// A strait or channel.
    Strait "strait",
    /// A canal or tunnel.
    Canal "canal",
    /// A mountain, volcano or range.
    Mountain "mountain",
    /// A forest.
    Forest "forest",
    /// A desert.
    Desert "desert",
    /// A park, reef, canyon or the like.
    Park "park",
}

/// A place that is no country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its usual name.
    pub name: &'static str,
    /// What it is.
    pub kind: PlaceKind,
    codes: &'static str,
    has_other_names: bool,
}

impl Place {
    fn new(name: &'static str, kind: PlaceKind, codes: &'static str) -> Self {
        Self { name, kind, codes, has_other_names: false }
    }

    /// Whether it goes by other names, too, adjectives and those of its people among them.
    pub fn has_other_names(&self) -> bool {
        self.has_other_names
    }

    /// Codes of the countries it is in, for the United States with the state: "GB", "US-NY".
    pub fn countries(&self) -> impl Iterator<Item = &'static str> {
        values(self.codes)
    }
}

/// A place found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceMatch<'a> {
    /// The place that the name stands for.
    pub place: &'a Place,
    /// Whether the name is an adjective or its people: "Californian", "Parisians".
    pub adjective: bool,
}

/// All places, found by any name.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    list: Vec<Place>,
    keys: Keys,
}

impl Places {
    /// Reads the tables.
    pub(super) fn new() -> Self {
        let mut places = Self::default();
        for [kind, name, others, adjectives, codes] in rows(include_str!("data/places.tsv")) {
            let place = Place::new(name, PlaceKind::named(kind), codes);
            places.add(place, values(others), values(adjectives));
        }
        for [name, codes] in rows(include_str!("data/cities.tsv")) {
            let place = Place::new(name, PlaceKind::City, codes);
            places.add(place, std::iter::empty(), std::iter::empty());
        }
        places.keys.index();
        places
    }

    /// Everything that `name` can be; hand-picked places before the long list of cities.
    pub(super) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = PlaceMatch<'a>> {
        self.keys.find(name).filter_map(|value| {
            let place = self.list.get(value as usize / 2)?;
            Some(PlaceMatch { place, adjective: value % 2 == 1 })
        })
    }

    fn add<'a>(
        &mut self,
        mut place: Place,
        others: impl Iterator<Item = &'a str>,
        adjectives: impl Iterator<Item = &'a str>,
    ) {
        let value = u32::try_from(self.list.len() * 2).unwrap_or(u32::MAX - 1);
        self.keys.add(place.name, value);
        let others = others.map(|name| (name, value));
        for (name, value) in others.chain(adjectives.map(|name| (name, value + 1))) {
            place.has_other_names = true;
            self.keys.add(name, value);
        }
        self.list.push(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_of_one_city_lead_to_it() {
        let places = Places::new();
        let name = |name| places.find(name).next().map(|found| found.place.name);
        assert_eq!(name("Peking"), name("Beijing"));
        assert_eq!(name("Kiev"), name("Kyiv"));
        assert_eq!(name("Dokdo"), name("Takeshima"));
    }

    #[test]
    fn a_city_knows_its_country_the_largest_first() {
        let places = Places::new();
        let birmingham = places.find("Birmingham").next().expect("it is in the table");
        assert_eq!(birmingham.place.countries().collect::<Vec<_>>(), ["GB", "US-AL"]);
        let puebla = places.find("puebla").next().expect("it is in the table");
        assert_eq!(puebla.place.countries().next(), Some("MX"));
    }

    #[test]
    fn states_have_abbreviations_and_adjectives() {
        let places = Places::new();
        assert_eq!(places.find("Calif.").next().map(|it| it.place.kind), Some(PlaceKind::State));
        assert_eq!(places.find("Texan").next().map(|it| it.adjective), Some(true));
        assert_eq!(places.find("me").count(), 0, "Maine is ME only in capitals");
    }

    #[test]
    fn waters_and_mountains_have_their_kind() {
        let places = Places::new();
        let kind = |name| places.find(name).next().map(|found| found.place.kind);
        assert_eq!(kind("the Black Sea"), Some(PlaceKind::Sea));
        assert_eq!(kind("Mt. Everest"), Some(PlaceKind::Mountain));
    }
}
