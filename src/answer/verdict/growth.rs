//! Whether a thing becomes more or less: "bigger harvests" against "a reduction of the harvests".
//!
//! Words of growing and of shrinking are opposite in many forms, an adjective to a verb to a noun,
//! so that no word stands in the place of another. What they are said of is what tells: a larger
//! fleet has nothing to do with a smaller crew.

use crate::extract::arguments;
use crate::text::Table;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::alignment::Pair;
use super::scope;

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    More,
    Less,
}

/// How question and passage have the same thing go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Growth {
    /// Both more, or both less.
    Same,
    /// One more, one less.
    Other,
}

/// How far below the word that a change is said of its name may hang: "the
/// *yields* of the *crops*".
const BELOW: usize = 2;

/// Whether the passage has something that the question speaks of go the same way as the question
/// does; nothing where only one of the two says which way it goes, or the passage says both.
pub(super) fn compare(asked: &Sentence, found: &Sentence, pairs: &[Pair]) -> Option<Growth> {
    let in_question = changes(asked);
    // Few questions speak of a change, and every passage is asked.
    if in_question.is_empty() {
        return None;
    }
    let here = changes(found);
    let mut all = in_question.iter().flat_map(|(way, thing)| {
        let same = here.iter().filter(|(_, other)| match thing.zip(*other) {
            Some((thing, other)) => is_same(asked, found, pairs, thing, other),
            None => true,
        });
        same.map(move |(other, _)| if way == other { Growth::Same } else { Growth::Other })
    });
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whether two sentences say it of the same: one of the words met is part of both.
fn is_same(asked: &Sentence, found: &Sentence, pairs: &[Pair], thing: usize, other: usize) -> bool {
    let is_part = |grammar: &Sentence, token: usize, top: usize| {
        token < grammar.tokens.len()
            && grammar.is_below(token, top)
            && arguments::distance(grammar, token, top, BELOW + 1) <= BELOW
    };
    pairs
        .iter()
        .filter(|pair| pair.is_met() && !pair.is_opposed)
        .any(|pair| is_part(asked, pair.asked, thing) && is_part(found, pair.found, other))
}

/// Every change that a sentence does not deny, with the word that it is said of; none where that is
/// left out: "…, *fewer* than last year".
fn changes(grammar: &Sentence) -> Vec<(Way, Option<usize>)> {
    let ways = (0..grammar.tokens.len()).filter_map(|token| Some((token, way(grammar, token)?)));
    let ways: Vec<(usize, Way)> = ways.collect();
    if ways.is_empty() {
        return Vec::new();
    }
    let denied = scope::denied(grammar, |_| false);
    let mut changes = Vec::new();
    for (token, way) in ways.into_iter().filter(|&(token, _)| !denied[token]) {
        if stands_alone(grammar, token) {
            changes.push((way, None));
            continue;
        }
        changes.extend(things(grammar, token).into_iter().map(|thing| (way, Some(thing))));
    }
    changes
}

/// Which way a word says that something goes.
fn way(grammar: &Sentence, token: usize) -> Option<Way> {
    static WAYS: Table = Table::new(include_str!("data/ways.txt"));
    let tag = grammar.tokens[token].tag;
    let lemma = grammar.lemma(token);
    if matches!(lemma, "up" | "down") {
        let way = if lemma == "up" { Way::More } else { Way::Less };
        return stands_alone(grammar, token).then_some(way);
    }
    if (tag.is_adjective() || tag.is_adverb()) && !compares(grammar, token) {
        return None;
    }
    let with_particle = || match grammar.lemma(token + 1) {
        particle @ ("up" | "down") => WAYS.get(&format!("{lemma} {particle}")),
        _ => None,
    };
    match WAYS.get(lemma).or_else(with_particle)? {
        "more" => Some(Way::More),
        _ => Some(Way::Less),
    }
}

/// "Bigger", "more", "fewer": none of them says it of how big a thing is by itself.
fn compares(grammar: &Sentence, token: usize) -> bool {
    matches!(grammar.tokens[token].tag, Tag::JJR | Tag::RBR)
        || matches!(grammar.lemma(token), "more" | "less")
}

/// "*Fewer* than last year", "*up* from ten": behind a comma, and compared with something.
fn stands_alone(grammar: &Sentence, token: usize) -> bool {
    let is_behind_comma =
        token.checked_sub(1).is_some_and(|at| grammar.tokens[at].tag == Tag::Comma);
    is_behind_comma && matches!(grammar.lemma(token + 1), "than" | "from")
}

/// What a change is said of.
fn things(grammar: &Sentence, token: usize) -> Vec<usize> {
    let tag = grammar.tokens[token].tag;
    let relation = grammar.tokens[token].relation;
    let attribute = matches!(relation, Relation::Amod | Relation::Advmod | Relation::Det);
    if tag.is_noun() {
        let of = |&child: &usize| match grammar.tokens[child].relation {
            Relation::Compound => true,
            Relation::Nmod => matches!(arguments::case(grammar, child), Some("of" | "in")),
            _ => false,
        };
        return grammar.children(token).filter(of).collect();
    }
    let thing = if attribute {
        grammar.head(token)
    } else if tag.is_verb() {
        arguments::undergoer(grammar, token).or_else(|| arguments::subject(grammar, token))
    } else {
        arguments::subject(grammar, token)
    };
    thing.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    fn said_of(text: &str) -> Vec<(Way, &str)> {
        let grammar = sentence(text);
        let changes = changes(&grammar).into_iter();
        let word = |thing: usize| grammar.tokens[thing].span.of(text);
        changes.map(|(way, thing)| (way, thing.map_or("", word))).collect()
    }

    #[test]
    fn a_change_is_said_of_a_noun_a_subject_or_an_object() {
        assert_eq!(said_of("The town wants bigger schools."), [(Way::More, "schools")]);
        assert_eq!(said_of("Rents fell in spring."), [(Way::Less, "Rents")]);
        assert_eq!(said_of("The owner raised the rents."), [(Way::More, "rents")]);
        assert_eq!(said_of("Ten came, fewer than in May."), [(Way::Less, "")]);
        assert_eq!(said_of("They fear a reduction of rents."), [(Way::Less, "rents")]);
    }

    #[test]
    fn what_is_big_without_a_comparison_does_not_change() {
        assert_eq!(said_of("The town has a big school."), []);
        assert_eq!(said_of("The owner did not raise the rents."), []);
    }
}
