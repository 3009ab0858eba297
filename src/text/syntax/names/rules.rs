//! What is put right after the model has found the names.
//!
//! The model decides word by word; these rules look at whole names. A title or an office does
//! not belong to the name of a person, an article or a possessive ending to no name.

use super::lists::Marks;
use super::{Entity, EntityKind};
use crate::text::syntax::Tag;

/// The names, put right; some are cut shorter, none grow.
pub(super) fn mend(mut entities: Vec<Entity>, tags: &[Tag], marks: &Marks) -> Vec<Entity> {
    for entity in &mut entities {
        trim(entity, tags);
        if entity.kind == EntityKind::Person {
            cut_possession(entity, tags);
            cut_title(entity, marks);
        }
    }
    entities.retain(|entity| is_name(entity, tags, marks));
    entities
}

/// Takes articles from the front, and what is no word of a name from the end.
fn trim(entity: &mut Entity, tags: &[Tag]) {
    while entity.first < entity.last && tags[usize::from(entity.first)] == Tag::DT {
        entity.first += 1;
    }
    let loose = |tag: Tag| {
        matches!(tag, Tag::POS | Tag::IN | Tag::CC | Tag::DT | Tag::Comma | Tag::HYPH)
            || tag.is_finite()
    };
    while entity.first < entity.last && loose(tags[usize::from(entity.last)]) {
        entity.last -= 1;
    }
}

/// Lets a person's name begin after its last title: "NASA Administrator Charles Bolden".
fn cut_title(entity: &mut Entity, marks: &Marks) {
    let titles = (entity.first..entity.last).rev();
    if let Some(title) = titles.into_iter().find(|&at| marks.is_title(usize::from(at))) {
        entity.first = title + 1;
    }
}

/// Lets a person's name end before "'s": what follows is the person's, not the name.
fn cut_possession(entity: &mut Entity, tags: &[Tag]) {
    let mut later = entity.first + 1..=entity.last;
    if let Some(ending) = later.find(|&at| tags[usize::from(at)] == Tag::POS) {
        entity.last = ending - 1;
    }
}

/// Single titles and common words are no names.
fn is_name(entity: &Entity, tags: &[Tag], marks: &Marks) -> bool {
    let first = usize::from(entity.first);
    let single = entity.first == entity.last;
    let title = entity.kind == EntityKind::Person && marks.is_title(first);
    // Common nouns are names where a list says so: "haiti" in a hurried question.
    let common = !tags[first].is_proper() && marks.at(Some(first)) == 0;
    !(single && (title || common))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::text::syntax::{tokenise, words::Words};

    fn mended(text: &str, tags: &[Tag], kind: EntityKind) -> Vec<String> {
        let tokens = tokenise(text, Span::new(0..text.len()));
        let marks = Marks::new(&Words::new(text, &tokens), tags);
        let all = Entity { first: 0, last: tokens.len() as u16 - 1, kind };
        let span = |entity: Entity| {
            tokens[usize::from(entity.first)].joined(tokens[usize::from(entity.last)])
        };
        mend(vec![all], tags, &marks).into_iter().map(|e| span(e).of(text).to_owned()).collect()
    }

    #[test]
    fn a_person_has_no_title() {
        let tags = [Tag::NNP; 4];
        let name = mended("NASA Administrator Charles Bolden", &tags, EntityKind::Person);
        assert_eq!(name, ["Charles Bolden"]);
        assert!(mended("President", &tags[..1], EntityKind::Person).is_empty());
    }

    #[test]
    fn a_name_has_no_article_and_no_possessive_ending() {
        let tags = [Tag::DT, Tag::NNP, Tag::POS];
        assert_eq!(mended("the Smithsonian's", &tags, EntityKind::Organization), ["Smithsonian"]);
    }

    #[test]
    fn a_person_does_not_own_a_name() {
        let tags = [Tag::NNP, Tag::POS, Tag::NNP];
        assert_eq!(mended("Comey's Facebook", &tags, EntityKind::Person), ["Comey"]);
    }

    #[test]
    fn an_article_alone_is_no_name() {
        assert!(mended("the", &[Tag::DT], EntityKind::Other).is_empty());
    }
}
