//! What kind of thing a noun stands for, for questions that name one: "which airline".
//!
//! The kinds are those of `data/kinds.tsv`, in its order; the builder in `examples/build_lexicon`
//! gives every noun of the vocabulary its own.

macro_rules! noun_kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal),+ $(,)?) => {
        /// The kind of thing that a noun stands for in most of its uses.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum NounKind { $($(#[$doc])* $kind),+ }

        impl NounKind {
            /// All kinds, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// The kind's name in the table: "building".
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }
        }
    };
}

noun_kinds! {
    /// A post or occupation: minister, nurse.
    Role "role",
    /// A person otherwise: woman, victim.
    Person "person",
    /// People together: family, crowd.
    Group "group",
    /// A body: airline, ministry, team.
    Organisation "organisation",
    /// A country.
    Country "country",
    /// A town or city.
    City "city",
    /// Another place: island, street.
    Place "place",
    /// A building or structure: stadium, bridge.
    Building "building",
    /// What carries people or goods: plane, rocket.
    Vehicle "vehicle",
    /// What happens: summit, earthquake, match.
    Event "event",
    /// What somebody does: visit, reform.
    Act "act",
    /// A time or span of time: week, deadline.
    Time "time",
    /// How much or how many: height, percentage.
    Quantity "quantity",
    /// Money and what is worth it: price, debt.
    Money "money",
    /// An illness or injury.
    Disease "disease",
    /// What is written: treaty, report.
    Document "document",
    /// A work of art: film, song.
    Work "work",
    /// What is said otherwise: warning, joke.
    Message "message",
    /// A language.
    Language "language",
    /// A crime.
    Law "law",
    /// Food or drink.
    Food "food",
    /// An animal.
    Animal "animal",
    /// A plant.
    Plant "plant",
    /// A weapon.
    Weapon "weapon",
    /// A device or program: phone, robot.
    Device "device",
    /// A substance or drug.
    Substance "substance",
    /// A part of the body.
    Body "body",
    /// A sport.
    Sport "sport",
    /// A prize.
    Award "award",
    /// A faith.
    Religion "religion",
    /// A colour.
    Colour "colour",
    /// Another thing that can be touched.
    Thing "thing",
    /// What nature does: wind, decay.
    Phenomenon "phenomenon",
    /// How something is: shape, courage.
    Property "property",
    /// A thought, field or reason.
    Idea "idea",
    /// A feeling.
    Feeling "feeling",
    /// A state that something is in: peace, poverty.
    Condition "condition",
    /// What no table knows.
    #[default]
    Other "other",
}

impl NounKind {
    /// The kind of a number in the table of relations, where 0 is none.
    pub(super) fn numbered(number: u8) -> Self {
        let kind = usize::from(number).checked_sub(1).and_then(|at| Self::ALL.get(at));
        kind.copied().unwrap_or(Self::Other)
    }

    /// Whether it is somebody: a person or a role.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::Role)
    }

    /// Whether it is somewhere: a country, city, building or another place.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::City | Self::Place | Self::Building)
    }

    /// Whether things of this kind are told as figures: quantities and money.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Quantity | Self::Money)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tsv::rows;
    use super::*;

    #[test]
    fn the_kinds_are_those_of_the_table_in_its_order() {
        let table = rows(include_str!("data/kinds.tsv")).map(|[name]| name).chain(["other"]);
        assert!(table.eq(NounKind::ALL.iter().map(|kind| kind.as_str())));
    }

    #[test]
    fn a_number_beyond_the_table_is_another_kind() {
        assert_eq!(NounKind::numbered(0), NounKind::Other);
        assert_eq!(NounKind::numbered(1), NounKind::Role);
        assert_eq!(NounKind::numbered(255), NounKind::Other);
    }
}
