//! Whether a candidate is somebody: a person, a body or a country that acts like one.

use crate::answer::candidate::Kind;
use crate::extract::arguments;
use crate::lexicon::NounKind;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::super::shape::open_words;
use super::Words;

impl Words<'_> {
    pub(super) fn person(&self) -> f32 {
        if self.is_nobody() {
            return -1.0;
        }
        match (self.entity(), self.noun()) {
            _ if self.is_anybody() || self.names_a_place() => -1.0,
            (Some(EntityKind::Person), _) => 1.0,
            (Some(_), _) if self.is_person_noun() => 0.6,
            (Some(EntityKind::Place | EntityKind::Event), _) => -1.0,
            (Some(_), _) if self.candidate.kind == Kind::Name => -0.5,
            (None, _) if self.is_person_noun() => 0.6,
            (None, NounKind::Group) => 0.3,
            _ => -1.0,
        }
    }

    /// "*Batu* village": a name that the noun behind it tells to be of a place.
    fn names_a_place(&self) -> bool {
        let next = usize::from(self.candidate.last) + 1;
        let tag = self.passage.grammar.tokens.get(next).map(|token| token.tag);
        let is_noun = tag == Some(Tag::NN) && self.candidate.kind == Kind::Name;
        is_noun && matches!(self.passage.meaning(next).kind, NounKind::Place | NounKind::City)
    }

    pub(super) fn body(&self) -> f32 {
        if self.is_nobody() {
            return -1.0;
        }
        match (self.entity(), self.noun()) {
            (Some(EntityKind::Organization), _) => 0.8,
            (Some(EntityKind::Place), _) if self.is_where() => -1.0,
            (Some(EntityKind::Place), NounKind::Place | NounKind::Building) if !self.governs() => {
                -1.0
            }
            (Some(EntityKind::Place), _) => 0.5,
            (_, NounKind::Group | NounKind::Organisation) => 0.6,
            (Some(EntityKind::Event), _) => -1.0,
            (None, kind) if never_acts(kind) => -1.0,
            _ => -0.5,
        }
    }

    /// What names nobody, whatever it says; of "by Ann Lee" the name is a candidate of its own.
    fn is_nobody(&self) -> bool {
        self.is_clause()
            || matches!(self.candidate.kind, Kind::Date | Kind::Number | Kind::Prepositional)
    }

    /// "People", "of people": does not tell who.
    fn is_anybody(&self) -> bool {
        let mut said = open_words(&self.passage.grammar, self.candidate);
        said.next() == Some(self.head())
            && said.next().is_none()
            && matches!(self.lemma(), "people" | "person" | "everyone" | "someone" | "anyone")
    }

    /// Whether something happens there: "in Berlin", "near the river".
    fn is_where(&self) -> bool {
        let grammar = &self.passage.grammar;
        let case = arguments::case(grammar, self.head());
        let owns = grammar.tokens[self.head()].relation == Relation::NmodPoss;
        // "The inhabitants of the village", "the president of Nigeria": those of a
        // place act, not it.
        let of_people = || {
            let above = grammar.head(self.head()).map(|above| self.passage.meaning(above).kind);
            case == Some("of") && above.is_some_and(NounKind::is_person)
        };
        owns || of_people()
            || case.is_some_and(|case| {
                matches!(
                    case,
                    "in" | "at"
                        | "near"
                        | "off"
                        | "outside"
                        | "inside"
                        | "across"
                        | "around"
                        | "through"
                        | "onto"
                )
            })
    }

    /// Whether it may stand for a government: "Downing Street", and no river or bridge.
    fn governs(&self) -> bool {
        let name = self.passage.grammar.entity_at(self.head());
        let name = name.map(|name| self.passage.words(name.first.into(), name.last.into()));
        name.is_some_and(|name| crate::lexicon::Lexicon::builtin().country(name).is_some())
    }

    pub(super) fn organisation(&self) -> f32 {
        if self.is_nobody() {
            return -1.0;
        }
        match (self.entity(), self.noun()) {
            (Some(EntityKind::Organization), _) => 1.0,
            (Some(EntityKind::Other), _) => 0.4,
            (_, NounKind::Organisation | NounKind::Group) => 0.6,
            (Some(EntityKind::Person), _) => -0.8,
            _ => -0.4,
        }
    }
}

/// Whether things of a kind never do anything that "who" could ask for.
fn never_acts(kind: NounKind) -> bool {
    use NounKind as Kind;
    matches!(
        kind,
        Kind::Event
            | Kind::Act
            | Kind::Time
            | Kind::Quantity
            | Kind::Money
            | Kind::Disease
            | Kind::Document
            | Kind::Work
            | Kind::Message
            | Kind::Language
            | Kind::Law
            | Kind::Food
            | Kind::Plant
            | Kind::Weapon
            | Kind::Device
            | Kind::Substance
            | Kind::Sport
            | Kind::Award
            | Kind::Colour
            | Kind::Phenomenon
            | Kind::Property
            | Kind::Idea
            | Kind::Feeling
            | Kind::Condition
    )
}
