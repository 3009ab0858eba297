//! Corrects what the trained reader takes names for, by what the word lists and the rest of the
//! article know of them.
//!
//! The reader sees one sentence; here a whole article is at hand. A name that it passed over is
//! found where the article has it elsewhere, or where a title stands before it; what a name is, is
//! settled by all its places together.

use std::collections::{HashMap, HashSet};

use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind, Relation};
use crate::text::fold;
use crate::text::syntax::{Entity, EntityKind, Relation as Tie, Tag};

use super::bodies;

/// Corrects the names of the passages of one article.
pub(super) fn correct(passages: &mut [Passage]) {
    passages.iter_mut().for_each(correct_one);
    let known = Known::of(passages);
    passages.iter_mut().for_each(|passage| complete(passage, &known));
    let known = Known::of(passages);
    passages.iter_mut().for_each(|passage| agree(passage, &known));
}

/// Sets the kind of every name that the word lists know, and of people with a title.
fn correct_one(passage: &mut Passage) {
    for index in 0..passage.grammar.entities.len() {
        let entity = without_title(passage, passage.grammar.entities[index]);
        let name = passage.words(entity.first.into(), entity.last.into());
        let kind = known(name, entity.kind)
            .or_else(|| titled(passage, entity.first.into()))
            .or_else(|| listed(passage, entity))
            .or_else(|| by_head(passage, entity))
            .or_else(|| bodies::by_trade(passage, entity))
            .or_else(|| bodies::by_noun_before(passage, entity))
            .or_else(|| gazetted(passage, entity));
        let entity = Entity { kind: kind.unwrap_or(entity.kind), ..entity };
        passage.grammar.entities[index] = with_rest(passage, with_given(passage, entity));
    }
    let mut entities = std::mem::take(&mut passage.grammar.entities);
    // A name that was taken for two is one by now.
    let mut free = 0;
    entities.retain(|entity| {
        let kept = entity.first >= free;
        free = free.max(entity.last + 1);
        kept
    });
    passage.grammar.set_entities(entities);
}

/// "Transport Minister Ana Lee" read as one name is the name of a person after a title.
fn without_title(passage: &Passage, entity: Entity) -> Entity {
    if entity.kind == EntityKind::Organization || entity.last - entity.first < 2 {
        return entity;
    }
    let is_title = |token: &u16| {
        let token = usize::from(*token);
        Lexicon::builtin().title(passage.word(token)).is_some()
            && passage.grammar.tokens[token].tag.is_proper()
            && !is_given(passage, token)
    };
    match (entity.first + 1..entity.last).rev().find(is_title) {
        Some(title) => Entity { first: title + 1, kind: EntityKind::Person, ..entity },
        None => entity,
    }
}

/// Whether a token is a given name: "Dean", which is a title, too.
fn is_given(passage: &Passage, token: usize) -> bool {
    let word = passage.word(token);
    word.starts_with(char::is_uppercase) && Lexicon::builtin().given_name(word).is_some()
}

/// A surname with the given name before it that the tree ties to it: "Dean" of "Dean Marlow".
fn with_given(passage: &Passage, entity: Entity) -> Entity {
    let grammar = &passage.grammar;
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    let Some(before) = first.checked_sub(1).filter(|_| entity.kind == EntityKind::Person) else {
        return entity;
    };
    let tied = grammar.head(first) == Some(before) && grammar.tokens[first].relation == Tie::Flat
        || grammar.head(before).is_some_and(|head| (first..=last).contains(&head));
    let given = grammar.tokens[before].tag.is_proper()
        && grammar.entity_at(before).is_none()
        && is_given(passage, before);
    if first == last && tied && given { Entity { first: before as u16, ..entity } } else { entity }
}

/// A person's name with the proper nouns that the tree ties to it: "Hardeep" of "Hardeep Singh
/// Puri".
fn with_rest(passage: &Passage, entity: Entity) -> Entity {
    let grammar = &passage.grammar;
    let joins = |at: &usize| {
        let token = grammar.tokens[*at];
        let own =
            grammar.head(*at).is_some_and(|head| (usize::from(entity.first)..*at).contains(&head));
        token.tag.is_proper()
            && token.relation == Tie::Flat
            && own
            && grammar.entity_at(*at).is_none_or(|name| name.kind == EntityKind::Person)
            && passage.word(*at).starts_with(char::is_uppercase)
    };
    let behind = usize::from(entity.last) + 1..passage.len();
    match behind.take_while(joins).last() {
        Some(last) if entity.kind == EntityKind::Person => Entity { last: last as u16, ..entity },
        _ => entity,
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

/// What the last word of a name of several says that it is: "Naryn *River*", "Opening *Day*",
/// "Electoral *Commission*".
fn by_head(passage: &Passage, entity: Entity) -> Option<EntityKind> {
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    let lexicon = Lexicon::builtin();
    let given = || lexicon.given_name(passage.word(first)).is_some();
    if first == last || (entity.kind == EntityKind::Person && given()) {
        return None;
    }
    let noun = fold(passage.word(last));
    match lexicon.kind_of(&noun) {
        NounKind::Event | NounKind::Time | NounKind::Award => Some(EntityKind::Event),
        NounKind::Organisation if entity.kind != EntityKind::Place => {
            Some(EntityKind::Organization)
        }
        NounKind::Place if entity.kind != EntityKind::Organization => Some(EntityKind::Place),
        _ => None,
    }
}

/// A place of several words that is read as a person, where a gazetteer has it and it does not
/// begin with a given name: "Puerto Montt".
fn gazetted(passage: &Passage, entity: Entity) -> Option<EntityKind> {
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    let lexicon = Lexicon::builtin();
    let read = entity.kind == EntityKind::Person && last > first;
    let given = lexicon.given_name(passage.word(first)).is_some();
    let known = || lexicon.place(passage.words(first, last)).is_some_and(|found| !found.adjective);
    (read && !given && known()).then_some(EntityKind::Place)
}

/// A place that is read as a person, where it is named as one of some: "the villages of Otok and
/// *Velika Luka*".
fn listed(passage: &Passage, entity: Entity) -> Option<EntityKind> {
    const PLACES: [&str; 16] = [
        "village",
        "town",
        "city",
        "island",
        "district",
        "province",
        "county",
        "port",
        "municipality",
        "suburb",
        "hamlet",
        "region",
        "settlement",
        "township",
        "commune",
        "neighbourhood",
    ];
    let grammar = &passage.grammar;
    let mut first = usize::from(entity.first);
    let before = |at: usize, back: usize| at.checked_sub(back).map_or("", |at| passage.word(at));
    while matches!(before(first, 1), "and" | "or" | ",") {
        let joint = if before(first, 2) == "," { 3 } else { 2 };
        let last = first.checked_sub(joint)?;
        let is_part = |at: &usize| grammar.tokens[*at].tag.is_proper();
        first = (0..=last).rev().take_while(is_part).last()?;
    }
    let noun = first.checked_sub(if before(first, 1) == "of" { 2 } else { 1 })?;
    let are_several = first < usize::from(entity.first);
    let is_noun = !are_several || grammar.tokens[noun].tag == Tag::NNS;
    (entity.kind == EntityKind::Person && is_noun && PLACES.contains(&grammar.lemma(noun)))
        .then_some(EntityKind::Place)
}

/// A person, where a title stands right before the name.
fn titled(passage: &Passage, first: usize) -> Option<EntityKind> {
    let before = first.checked_sub(1)?;
    Lexicon::builtin().title(passage.word(before))?;
    (passage.word(before).chars().next().is_some_and(char::is_uppercase))
        .then_some(EntityKind::Person)
}

/// What the names of an article are, by all places that have them.
#[derive(Debug, Default)]
struct Known {
    /// By folded name: how often it was read as each kind.
    names: HashMap<String, [u32; EntityKind::ALL.len()]>,
    /// Surnames of people with more than one name.
    surnames: HashSet<String>,
}

impl Known {
    fn of(passages: &[Passage]) -> Self {
        let mut known = Self::default();
        for passage in passages.iter().filter(|passage| !passage.is_title) {
            for entity in &passage.grammar.entities {
                let name = fold(passage.words(entity.first.into(), entity.last.into()));
                if entity.kind == EntityKind::Person && entity.last > entity.first {
                    let surname = name.rsplit(' ').next().unwrap_or_default().to_owned();
                    known.surnames.insert(surname);
                }
                known.names.entry(name).or_default()[entity.kind as usize] += 1;
            }
        }
        known
    }

    /// What a name mostly is; nothing where the article does not have it, or two kinds are even.
    fn kind(&self, folded: &str) -> Option<EntityKind> {
        let counts = self.names.get(folded)?;
        let most = counts.iter().max()?;
        let mut best = EntityKind::ALL.iter().filter(|kind| counts[**kind as usize] == *most);
        let first = best.next().copied();
        first.filter(|_| best.next().is_none())
    }

    fn is_surname(&self, folded: &str) -> bool {
        self.surnames.contains(folded)
    }
}

/// Adds the names that were passed over.
fn complete(passage: &mut Passage, known: &Known) {
    let mut found = passage.grammar.entities.clone();
    let mut token = 0;
    while token < passage.len() {
        let end = run_end(passage, token, known);
        if end > token {
            found.extend(read_run(passage, token, end - 1, known));
        }
        token = end.max(token + 1);
    }
    if found.len() > passage.grammar.entities.len() {
        found.sort_by_key(|entity| entity.first);
        passage.grammar.set_entities(found);
    }
}

/// Where the run of proper nouns outside of names that begins at `token` ends. A surname of the
/// article is one, whatever its tag.
fn run_end(passage: &Passage, token: usize, known: &Known) -> usize {
    let grammar = &passage.grammar;
    let is_known = |at: usize| {
        let word = passage.word(at);
        word.starts_with(char::is_uppercase) && known.is_surname(&fold(word))
    };
    let free = |at: &usize| {
        (grammar.tokens[*at].tag.is_proper() || is_known(*at)) && grammar.entity_at(*at).is_none()
    };
    (token..grammar.tokens.len()).take_while(free).last().map_or(token, |last| last + 1)
}

/// The name in a run of proper nouns, where it can be told what it is.
fn read_run(passage: &Passage, first: usize, last: usize, known: &Known) -> Option<Entity> {
    let lexicon = Lexicon::builtin();
    // "Countryman Lewis Barasa" at the head of a sentence.
    let person = |token: usize| {
        let word = fold(passage.word(token));
        token < last && lexicon.given_name(&word).is_none() && lexicon.kind_of(&word).is_person()
    };
    let title = |token: usize| lexicon.title(passage.word(token)).is_some() || person(token);
    let first = (first..=last).rev().find(|&token| title(token)).map_or(first, |at| at + 1);
    if first > last {
        return None;
    }
    let folded = fold(passage.words(first, last));
    let capital = passage.word(first).starts_with(char::is_uppercase);
    let elsewhere = known.kind(&folded);
    let person = (first == last && known.is_surname(&folded)) || after_role(passage, first);
    let kind = elsewhere
        .or(person.then_some(EntityKind::Person))
        .or_else(|| self::known(passage.words(first, last), EntityKind::Other))
        .or_else(|| by_place_noun(passage, first))
        .or_else(|| by_given_name(passage, first, last))?;
    capital.then_some(Entity { first: first as u16, last: last as u16, kind })
}

/// Whether a post or occupation stands right before: "prosecutor *Amrit Dhal*".
fn after_role(passage: &Passage, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let noun = passage.grammar.tokens[before].tag.is_noun();
    let lemma = passage.grammar.lemma(before);
    let lexicon = Lexicon::builtin();
    noun && (lexicon.title(lemma).is_some() || lexicon.kind_of(lemma) == NounKind::Role)
}

/// A place, where a word for one stands before: "the village of *Kaoura*", "the river *Lys*".
fn by_place_noun(passage: &Passage, first: usize) -> Option<EntityKind> {
    let of = first.checked_sub(1)?;
    let noun = if passage.word(of) == "of" { of.checked_sub(1)? } else { of };
    let is_place = passage.grammar.tokens[noun].tag == Tag::NN
        && Lexicon::builtin().kind_of(passage.grammar.lemma(noun)).is_place();
    is_place.then_some(EntityKind::Place)
}

/// A person, where two or three words begin with a given name.
fn by_given_name(passage: &Passage, first: usize, last: usize) -> Option<EntityKind> {
    let given = Lexicon::builtin().given_name(&fold(passage.word(first))).is_some();
    (given && (1..=2).contains(&(last - first))).then_some(EntityKind::Person)
}

/// Lets a name be everywhere what it mostly is.
fn agree(passage: &mut Passage, known: &Known) {
    for index in 0..passage.grammar.entities.len() {
        let entity = passage.grammar.entities[index];
        let folded = fold(passage.words(entity.first.into(), entity.last.into()));
        let surname = entity.first == entity.last && known.is_surname(&folded);
        let kind = if surname { Some(EntityKind::Person) } else { known.kind(&folded) };
        if let Some(kind) = kind {
            passage.grammar.entities[index].kind = kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn passage(text: &str) -> Passage {
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        Passage { text: text.to_owned(), grammar, paragraph: 1, ..Passage::default() }
    }

    fn names(texts: &[&str]) -> Vec<(String, EntityKind)> {
        let mut passages: Vec<Passage> = texts.iter().map(|text| passage(text)).collect();
        correct(&mut passages);
        let of = |passage: &Passage| {
            let name = |entity: &Entity| {
                (passage.words(entity.first.into(), entity.last.into()).to_owned(), entity.kind)
            };
            passage.grammar.entities.iter().map(name).collect::<Vec<_>>()
        };
        passages.iter().flat_map(of).collect()
    }

    #[test]
    fn a_country_is_a_place_whatever_the_reader_thinks() {
        assert_eq!(known("France", EntityKind::Person), Some(EntityKind::Place));
        assert_eq!(known("Sydney", EntityKind::Person), None);
    }

    #[test]
    fn a_name_after_a_post_is_a_person() {
        let found = names(&["The prosecutor Amrit Dhaliwal asked for six years."]);
        assert!(found.contains(&("Amrit Dhaliwal".to_owned(), EntityKind::Person)), "{found:?}");
    }

    #[test]
    fn a_given_name_that_is_a_title_too_belongs_to_the_name() {
        let found = names(&["The contest was founded by Dean Marlow to please his students."]);
        assert!(found.contains(&("Dean Marlow".to_owned(), EntityKind::Person)), "{found:?}");
    }

    #[test]
    fn a_body_is_known_by_what_it_is_called_or_trades_in() {
        let found =
            names(&["It was sold to the Dutch group Van Aken, and Gorski Construction left."]);
        let body = |name: &str| (name.to_owned(), EntityKind::Organization);
        assert!(found.contains(&body("Van Aken")), "{found:?}");
        assert!(found.contains(&body("Gorski Construction")), "{found:?}");
    }

    #[test]
    fn a_name_is_taken_whole() {
        let found = names(&["Civil Aviation Minister Gurdeep Singh Malhi said 18 people died."]);
        let name = ("Gurdeep Singh Malhi".to_owned(), EntityKind::Person);
        assert!(found.contains(&name), "{found:?}");
    }

    #[test]
    fn a_title_is_no_part_of_a_name() {
        let found = names(&["The bill is late, Transport Minister Ana Kovač told reporters."]);
        assert!(found.contains(&("Ana Kovač".to_owned(), EntityKind::Person)), "{found:?}");
    }

    #[test]
    fn a_surname_is_found_wherever_the_article_has_it() {
        let found = names(&[
            "The museum's director, Bart Claes, spoke on Monday.",
            "Claes said no demand had been received so far.",
        ]);
        assert!(found.contains(&("Claes".to_owned(), EntityKind::Person)), "{found:?}");
    }

    #[test]
    fn one_of_some_villages_is_a_place() {
        let found = names(&["It burned between the villages of Otok Novi and Karla Honda."]);
        assert!(found.iter().all(|(_, kind)| *kind == EntityKind::Place), "{found:?}");
    }

    #[test]
    fn a_village_is_a_place() {
        let found = names(&["A helicopter fired on the village of Kaoura, killing eight people."]);
        assert!(found.contains(&("Kaoura".to_owned(), EntityKind::Place)), "{found:?}");
    }
}
