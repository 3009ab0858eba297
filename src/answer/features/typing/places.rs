//! Whether a candidate is a place.

use crate::answer::candidate::Kind;
use crate::extract::arguments;
use crate::lexicon::NounKind;
use crate::text::syntax::{EntityKind, Tag};

use super::Words;
use crate::answer::features::measures::LENGTH;

/// Nouns behind "in" and "at" that are no place: "in the race's *history*".
const ABSTRACT: [&str; 34] = [
    "history",
    "case",
    "fact",
    "order",
    "addition",
    "response",
    "position",
    "charge",
    "favour",
    "favor",
    "danger",
    "doubt",
    "progress",
    "general",
    "total",
    "person",
    "mind",
    "competition",
    "contrast",
    "connection",
    "exchange",
    "return",
    "turn",
    "way",
    "account",
    "behalf",
    "basis",
    "ground",
    "rate",
    "price",
    "level",
    "interview",
    "statement",
    "celebration",
];
/// Nouns that are a place only where they are a part of one: "at the *front* of the hall".
const PARTS: [&str; 9] =
    ["front", "end", "middle", "beginning", "start", "rest", "part", "half", "face"];
/// Prepositions that tell where.
const LOCATING: [&str; 15] = [
    "in", "at", "on", "near", "to", "from", "off", "outside", "inside", "into", "across", "around",
    "between", "through", "over",
];
/// Prepositions that no place is asked for with.
const NOT_WHERE: [&str; 15] = [
    "with", "of", "by", "as", "than", "about", "against", "during", "after", "before", "since",
    "until", "despite", "without", "because",
];
/// Those among them before what does or is compared, though it be a place: "paid for *by* Japan".
const DOING: [&str; 6] = ["by", "with", "against", "as", "than", "about"];

impl Words<'_> {
    fn is_place_noun(&self) -> bool {
        is_place(self.noun())
    }

    /// "In the race's history", "at the end of the month", "in front of him", "after the match".
    fn is_nowhere(&self) -> bool {
        let grammar = &self.passage.grammar;
        let (head, lemma) = (self.head(), self.lemma());
        let of_place = || {
            let of = |child: &usize| arguments::case(grammar, *child) == Some("of");
            grammar.children(head).find(of).is_some_and(|whole| {
                grammar.entity_at(whole).is_some_and(|found| found.kind == EntityKind::Place)
                    || is_place(self.passage.meaning(whole).kind)
                    || self.passage.meaning(whole).kind == NounKind::Vehicle
            })
        };
        let elsewhere = self.candidate.kind == Kind::Prepositional
            && NOT_WHERE.contains(&self.passage.grammar.lemma(self.candidate.first.into()));
        let pronoun = grammar.tokens[head].tag == Tag::PRP;
        let bare =
            || pronoun || ABSTRACT.contains(&lemma) || (PARTS.contains(&lemma) && !of_place());
        elsewhere || self.passage.date_at(head).is_some() || (self.entity().is_none() && bare())
    }

    fn is_distance(&self) -> bool {
        self.tokens().any(|token| LENGTH.contains(&self.passage.grammar.lemma(token)))
    }

    pub(super) fn place(&self) -> f32 {
        if self.is_clause() || self.candidate.kind == Kind::Date || self.is_nowhere() {
            return -1.0;
        }
        if self.is_nationality() {
            return 0.6;
        }
        let case = arguments::case(&self.passage.grammar, self.head());
        let located = case.is_some_and(|case| case == "onto" || LOCATING.contains(&case));
        let base = match (self.entity(), self.noun()) {
            (entity, _) if case.is_some_and(|case| DOING.contains(&case)) => {
                let beside = case == Some("by") && self.is_place_noun();
                return if entity.is_some() || beside { -0.5 } else { -1.0 };
            }
            (Some(EntityKind::Place), _) => 0.9,
            (Some(EntityKind::Organization | EntityKind::Other | EntityKind::Event), _)
                if self.is_place_noun() =>
            {
                0.7
            }
            // A village that is taken for a person: "from *Musanze*".
            (Some(EntityKind::Person), _) => {
                let single = self.candidate.kind == Kind::Name
                    && self.candidate.first == self.candidate.last;
                return if located && single { -0.5 } else { -1.0 };
            }
            (Some(EntityKind::Organization), _) if located => 0.5,
            (Some(EntityKind::Event | EntityKind::Organization), _) => 0.1,
            _ if self.is_place_noun() => 0.6,
            // "Two tries" is nowhere, "two miles from the shore" is somewhere.
            _ if self.candidate.kind == Kind::Number && !self.is_distance() => return -1.0,
            (_, NounKind::Body) if located => return -0.5,
            (
                _,
                NounKind::Person
                | NounKind::Role
                | NounKind::Time
                | NounKind::Quantity
                | NounKind::Money
                | NounKind::Body
                | NounKind::Disease
                | NounKind::Food
                | NounKind::Animal
                | NounKind::Award
                | NounKind::Colour
                | NounKind::Feeling,
            ) => return -1.0,
            _ if self.candidate.kind != Kind::Name && !located => return -1.0,
            _ => -0.2,
        };
        if located { base + 0.1 } else { base }
    }
}

fn is_place(kind: NounKind) -> bool {
    matches!(kind, NounKind::Place | NounKind::Country | NounKind::City | NounKind::Building)
}
