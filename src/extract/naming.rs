//! Corrects what the trained reader takes names for, by what the word lists know of them.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, Relation};
use crate::text::syntax::EntityKind;

/// Sets the kind of every name that the word lists know, and of people with a title.
pub(super) fn correct(passage: &mut Passage) {
    for index in 0..passage.grammar.entities.len() {
        let entity = passage.grammar.entities[index];
        let name = passage.words(entity.first.into(), entity.last.into());
        if let Some(kind) =
            known(name, entity.kind).or_else(|| titled(passage, entity.first.into()))
        {
            passage.grammar.entities[index].kind = kind;
        }
    }
}

/// What the word lists know of a name; a person's name of one word may be a place's too.
fn known(name: &str, read: EntityKind) -> Option<EntityKind> {
    let lexicon = Lexicon::builtin();
    let country = lexicon
        .country(name)
        .is_some_and(|found| matches!(found.relation, Relation::Name | Relation::Alias));
    if country {
        return Some(EntityKind::Place);
    }
    if lexicon.organisation(name).is_some() {
        return Some(EntityKind::Organization);
    }
    let place = lexicon.place(name).is_some_and(|found| !found.adjective);
    (place && read != EntityKind::Person && read != EntityKind::Organization)
        .then_some(EntityKind::Place)
}

/// A person, where a title stands right before the name.
fn titled(passage: &Passage, first: usize) -> Option<EntityKind> {
    let before = first.checked_sub(1)?;
    let title = Lexicon::builtin().title(passage.word(before))?;
    let _ = title;
    (passage.word(before).chars().next().is_some_and(char::is_uppercase))
        .then_some(EntityKind::Person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_a_place_whatever_the_reader_thinks() {
        assert_eq!(known("France", EntityKind::Person), Some(EntityKind::Place));
        assert_eq!(known("Sydney", EntityKind::Person), None);
    }
}
