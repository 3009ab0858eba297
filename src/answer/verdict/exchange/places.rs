//! Places: whether the passage has the one asked for, one inside it, or another.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::Base;
use crate::lexicon::{Lexicon, PlaceKind, Relation as Tie};
use crate::text::syntax::{EntityKind, Relation, Sentence};

use super::{Exchange, NEAR, Pair, is_firm};

/// Where a place is: codes of countries, and whether it is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Site {
    codes: Vec<String>,
    is_area: bool,
}

impl Site {
    /// The place of that name.
    pub(super) fn named(name: &str) -> Option<Site> {
        let lexicon = Lexicon::builtin();
        if let Some(found) = lexicon.country(name) {
            let is_area = !matches!(found.relation, Tie::Capital | Tie::Metonym);
            return Some(Site { codes: vec![found.country.code.to_owned()], is_area });
        }
        let codes: Vec<String> = lexicon
            .places(name)
            .flat_map(|found| found.place.countries())
            .map(|code| code.split('-').next().unwrap_or(code).to_owned())
            .collect();
        let is_area = lexicon.place(name).is_some_and(|found| {
            !matches!(found.place.kind, PlaceKind::City | PlaceKind::Site | PlaceKind::District)
        });
        (!codes.is_empty()).then_some(Site { codes, is_area })
    }

    /// Whether one may lie in the other.
    pub(super) fn meets(&self, other: &Site) -> bool {
        (self.is_area || other.is_area) && self.shares(other)
    }

    fn shares(&self, other: &Site) -> bool {
        self.codes.iter().any(|code| other.codes.contains(code))
    }
}

/// What the passage says of the place that `pair` asks for and that it does not name.
pub(in crate::answer::verdict) fn place(
    scene: &Scene,
    pair: &Pair,
    anchor: Option<&Pair>,
) -> Exchange {
    let query = scene.query;
    let Some(asked) = Site::named(&name_at(&query.grammar, &query.text, pair.asked)) else {
        return Exchange::Silent;
    };
    let passage = scene.passage;
    let mut differs = false;
    let entities = passage.grammar.entities.iter().map(|entity| {
        (
            usize::from(entity.last),
            passage.words(entity.first.into(), entity.last.into()),
            entity.kind,
        )
    });
    let referents = passage
        .referents
        .iter()
        .map(|found| (usize::from(found.last), found.name.as_str(), found.kind));
    for (last, name, kind) in entities.chain(referents) {
        let Some(site) = Site::named(name) else { continue };
        if last != pair.found && asked.meets(&site) && !is_attribute(&passage.grammar, last) {
            return Exchange::Fits;
        }
        let placed = kind == EntityKind::Place
            && same_case(scene, pair.asked, last)
            && anchor.is_some_and(|anchor| {
                is_firm(anchor)
                    && scene.clauses[anchor.found] == scene.clauses[last]
                    && arguments::distance(&passage.grammar, last, anchor.found, NEAR + 1) <= NEAR
            });
        differs |= placed && !scene.is_met(last) && (!site.shares(&asked) || !asked.is_area);
    }
    if differs { Exchange::Differs } else { Exchange::Silent }
}

/// What one place tells of another that is asked about: that something is in Lima says that it is
/// in Peru; that it is in Peru leaves Lima open; nothing of places that nobody knows.
pub(in crate::answer::verdict) fn tells_of(told: &str, asked: &str) -> Option<bool> {
    let (told, asked) = (Site::named(told)?, Site::named(asked)?);
    match (told.shares(&asked), told.is_area, asked.is_area) {
        (false, ..) => Some(false),
        (true, false, true) => Some(true),
        (true, ..) => None,
    }
}

/// Whether one of two places may lie in the other.
pub(in crate::answer::verdict) fn may_meet(a: &str, b: &str) -> bool {
    Site::named(a).zip(Site::named(b)).is_some_and(|(a, b)| a.meets(&b))
}

/// Whether the article names a place that lies in the one that the question names, or around it.
pub(in crate::answer::verdict) fn is_inside(scene: &Scene, base: &Base, token: usize) -> bool {
    let query = scene.query;
    let Some(asked) = Site::named(&name_at(&query.grammar, &query.text, token)) else {
        return false;
    };
    base.passages_of(scene.passage.source as usize).take(60).any(|number| {
        let passage = base.passage(number);
        let names = passage
            .grammar
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Place)
            .map(|entity| passage.words(entity.first.into(), entity.last.into()));
        let adjectives = (0..passage.len())
            .filter(|&token| passage.grammar.tokens[token].tag.is_adjective())
            .map(|token| passage.word(token))
            .filter(|word| word.starts_with(char::is_uppercase));
        names.chain(adjectives).any(|name| Site::named(name).is_some_and(|site| site.meets(&asked)))
    })
}

/// Whether the question asks for a place, and the passage has it only as an attribute: "in China?"
/// of a Chinese minister.
pub(in crate::answer::verdict) fn is_elsewhere(scene: &Scene, pair: &Pair) -> bool {
    let rests = |case: &str| matches!(case, "in" | "at");
    arguments::case(&scene.query.grammar, pair.asked).is_some_and(rests)
        && is_attribute(&scene.passage.grammar, pair.found)
}

fn is_attribute(grammar: &Sentence, token: usize) -> bool {
    matches!(
        grammar.tokens[token].relation,
        Relation::Amod
            | Relation::Compound
            | Relation::NmodPoss
            | Relation::Nsubj
            | Relation::NsubjPass
    )
}

/// The whole name that a token belongs to.
pub(super) fn name_at(grammar: &Sentence, text: &str, token: usize) -> String {
    match grammar.entity_at(token) {
        Some(entity) => grammar.entity_span(entity).of(text).to_owned(),
        None => grammar.tokens.get(token).map_or(String::new(), |t| t.span.of(text).to_owned()),
    }
}

/// Whether both stand after a preposition of the same kind.
fn same_case(scene: &Scene, asked: usize, found: usize) -> bool {
    let asked = arguments::case(&scene.query.grammar, asked);
    let found = arguments::case(&scene.passage.grammar, found);
    let at_rest = |case: &str| matches!(case, "in" | "at" | "on" | "near");
    match (asked, found) {
        (Some(a), Some(b)) => a == b || (at_rest(a) && (at_rest(b) || b == "to")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_lies_in_its_country_and_not_in_another() {
        let site = |name: &str| Site::named(name).expect("it is a place");
        assert!(site("Lyon").meets(&site("France")));
        assert!(site("Florida").meets(&site("United States")));
        assert!(!site("China").meets(&site("Japan")));
        assert!(!site("Lyon").meets(&site("Paris")));
    }
}
