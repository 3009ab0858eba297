//! Names of companies, bodies and ships, told by their last word or by what stands before them.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind};
use crate::text::fold;
use crate::text::syntax::{Entity, EntityKind, Tag};

/// Words that end the names of companies, and of hardly anybody else.
const TRADES: [&str; 40] = [
    "airlines",
    "airways",
    "aviation",
    "bancorp",
    "brewery",
    "broadcasting",
    "capital",
    "chemicals",
    "co",
    "construction",
    "consulting",
    "corp",
    "electronics",
    "energy",
    "engineering",
    "foods",
    "gmbh",
    "holding",
    "holdings",
    "inc",
    "industries",
    "insurance",
    "investments",
    "llc",
    "logistics",
    "ltd",
    "media",
    "mining",
    "motors",
    "news",
    "partners",
    "petroleum",
    "pharmaceuticals",
    "plc",
    "railways",
    "records",
    "shipping",
    "steel",
    "systems",
    "technologies",
];

/// A company, where the last word of a name of several says what it trades in: "Gorski
/// *Construction*".
pub(super) fn by_trade(passage: &Passage, entity: Entity) -> Option<EntityKind> {
    let last = fold(passage.word(entity.last.into()));
    let last = last.trim_end_matches('.');
    let read = matches!(entity.kind, EntityKind::Person | EntityKind::Other);
    (read && entity.last > entity.first && TRADES.contains(&last))
        .then_some(EntityKind::Organization)
}

/// A body or a ship, where what it is stands right before: "the Dutch group *Van Aken*", "a bank,
/// *Hansa*, …", "the ferry *Sankt Olav*".
pub(super) fn by_noun_before(passage: &Passage, entity: Entity) -> Option<EntityKind> {
    let grammar = &passage.grammar;
    let first = usize::from(entity.first);
    let before = first.checked_sub(1)?;
    let next = grammar.tokens.get(usize::from(entity.last) + 1).map(|token| token.tag);
    let apart = grammar.tokens[before].tag == Tag::Comma;
    let noun = if apart { before.checked_sub(1)? } else { before };
    let lexicon = Lexicon::builtin();
    let called = match lexicon.kind_of(grammar.lemma(noun)) {
        NounKind::Organisation => EntityKind::Organization,
        NounKind::Vehicle => EntityKind::Other,
        NounKind::Building if !apart => EntityKind::Place,
        _ => return None,
    };
    // "The four-storey Hotel Cordillera".
    let common = grammar.tokens[noun].tag == Tag::NN
        || called == EntityKind::Place && grammar.tokens[noun].tag.is_proper();
    // "A bank, Hansa, …" says what it is; "left the bank, Ann Lee said" does not.
    let article =
        || (noun.saturating_sub(4)..noun).any(|at| matches!(grammar.lemma(at), "a" | "an"));
    let closed = next.is_none_or(Tag::is_punctuation);
    let read = matches!(entity.kind, EntityKind::Person | EntityKind::Other);
    let given = || lexicon.given_name(passage.word(first)).is_some() && entity.last > entity.first;
    let spared = called == EntityKind::Organization && given();
    (read && common && (!apart || (article() && closed)) && !spared).then_some(called)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn read(
        text: &str,
        name: &str,
        called: fn(&Passage, Entity) -> Option<EntityKind>,
    ) -> Option<EntityKind> {
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let passage = Passage { text: text.to_owned(), grammar, ..Passage::default() };
        let at = |word: &str| (0..passage.len()).find(|&at| passage.word(at) == word);
        let mut parts = name.split(' ').map(|part| at(part).expect("it is there") as u16);
        let first = parts.next().expect("a name has a word");
        let last = parts.next_back().unwrap_or(first);
        called(&passage, Entity { first, last, kind: EntityKind::Person })
    }

    #[test]
    fn a_company_is_known_by_its_last_word() {
        let body = Some(EntityKind::Organization);
        assert_eq!(read("Gorski Construction left.", "Gorski Construction", by_trade), body);
        assert_eq!(read("Ana Gorski left.", "Ana Gorski", by_trade), None);
    }

    #[test]
    fn a_body_or_ship_is_known_by_what_stands_before() {
        let body = Some(EntityKind::Organization);
        let before = by_noun_before;
        assert_eq!(
            read("It belongs to the Dutch company Brugwerk Aken.", "Brugwerk Aken", before),
            body
        );
        assert_eq!(read("A German bank, Vogel, settled.", "Vogel", before), body);
        assert_eq!(read("He left the bank, Vogel said.", "Vogel", before), None);
        let ship = Some(EntityKind::Other);
        assert_eq!(read("It hit the ferry Sankt Olav.", "Sankt Olav", before), ship);
    }
}
