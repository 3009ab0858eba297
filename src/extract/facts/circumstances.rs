//! When, where, why and how the clause of a fact says it: the phrases around its verb that tell.

use crate::fact::Dated;
use crate::lexicon::Lexicon;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::super::{arguments, description};
use super::dates;
use super::fields::{Range, noun_phrase};
use super::piece::Piece;

/// The date nearest to the verb, and its words with the preposition.
pub(super) fn when(piece: &Piece, verb: usize) -> Option<(&Dated, Range)> {
    let grammar = &piece.passage.grammar;
    let first_in =
        |date: &Dated| grammar.lemma(date.first.into()) == "in" && has_superlative(piece);
    let names_thing = |date: &Dated| {
        let last = usize::from(date.last);
        let head =
            grammar.head(last).filter(|&head| head > last && grammar.tokens[head].tag.is_noun());
        head.is_some()
            && matches!(grammar.tokens[last].relation, Relation::Compound | Relation::Amod)
    };
    let dates = piece
        .passage
        .dates
        .iter()
        .filter(|date| dates::tells_when(date) && !first_in(date) && !names_thing(date));
    let distance = |date: &&Dated| {
        let away = |token: usize| arguments::distance(grammar, token, verb, 12);
        (date.when.is_none(), (date.first..=date.last).map(|token| away(token.into())).min())
    };
    let date = dates.min_by_key(distance)?;
    let first = usize::from(date.first);
    let preposition = first > 0 && grammar.tokens[first - 1].tag == Tag::IN;
    Some((date, (first - usize::from(preposition), date.last.into())))
}

/// "The first in four years", "the worst in a decade": a span of comparison, no date.
fn has_superlative(piece: &Piece) -> bool {
    let grammar = &piece.passage.grammar;
    (0..grammar.tokens.len()).any(|token| {
        matches!(grammar.tokens[token].tag, Tag::JJS | Tag::RBS) || grammar.lemma(token) == "first"
    })
}

/// The first phrase that names a place: its preposition to its last word.
pub(super) fn place(piece: &Piece) -> Option<Range> {
    let grammar = &piece.passage.grammar;
    (0..grammar.tokens.len()).find_map(|token| {
        let preposition = matches!(
            grammar.lemma(token),
            "in" | "at" | "on" | "near" | "outside" | "across" | "to"
        );
        let noun = grammar.head(token).filter(|&noun| preposition && noun > token)?;
        let case = grammar.tokens[token].relation == Relation::Case;
        let end = noun_phrase(piece, noun).1.min(token + 8);
        let dated = (noun + 1..=end).find(|&token| piece.passage.date_at(token).is_some());
        let range = (token, dated.map_or(end, |dated| dated - 1));
        let fits = match grammar.lemma(token) {
            "to" => is_journey(piece, noun),
            "on" => {
                grammar.tokens[noun].relation == Relation::Obl
                    && grammar.head(noun) == piece.predicate()
            }
            _ => true,
        };
        (case && fits && is_place(piece, token, noun)).then_some(range)
    })
}

/// "to" leads to where something happens only behind verbs of going.
fn is_journey(piece: &Piece, noun: usize) -> bool {
    let grammar = &piece.passage.grammar;
    let goes = |verb: usize| {
        matches!(
            grammar.lemma(verb),
            "go" | "travel"
                | "come"
                | "fly"
                | "return"
                | "move"
                | "head"
                | "sail"
                | "visit"
                | "trip"
        )
    };
    grammar.head(noun).is_some_and(goes)
}

fn is_place(piece: &Piece, preposition: usize, noun: usize) -> bool {
    let passage = &piece.passage;
    if passage.date_at(noun).is_some() {
        return false;
    }
    if let Some(referent) = passage.referent_at(noun) {
        return referent.kind == EntityKind::Place;
    }
    if let Some(entity) = passage.grammar.entity_at(noun) {
        return entity.kind == EntityKind::Place;
    }
    let name = piece.words(preposition + 1, noun);
    let name = name.strip_prefix("the ").unwrap_or(name);
    let proper = passage.grammar.tokens[noun].tag.is_proper();
    let lexicon = Lexicon::builtin();
    let known = proper && (lexicon.country(name).is_some() || lexicon.place(name).is_some());
    let lemma = passage.grammar.lemma(noun);
    known
        || description::is_place_noun(lemma)
        || (stands_at(piece, preposition) && is_occasion(lemma))
}

fn stands_at(piece: &Piece, preposition: usize) -> bool {
    piece.passage.grammar.lemma(preposition) == "at"
}

/// Whether a noun is something that people come together for: "briefing".
fn is_occasion(lemma: &str) -> bool {
    const TABLE: &str = include_str!("../data/occasions.txt");
    description::is_event_noun(lemma) || TABLE.lines().any(|noun| noun == lemma)
}

/// A reason or purpose that certain words open, to the end of its clause.
pub(super) fn why(piece: &Piece) -> Option<Range> {
    const OPENERS: [&str; 10] = [
        "because",
        "due to",
        "owing to",
        "thanks to",
        "in order to",
        "so that",
        "amid",
        "as a result of",
        "so as to",
        "in protest",
    ];
    opened_by(piece, &OPENERS)
}

/// A means that certain words open, to the end of its phrase.
pub(super) fn how(piece: &Piece) -> Option<Range> {
    const OPENERS: [&str; 3] = ["by means of", "through", "via"];
    opened_by(piece, &OPENERS).or_else(|| by_doing(piece))
}

/// "by raising taxes".
fn by_doing(piece: &Piece) -> Option<Range> {
    let grammar = &piece.passage.grammar;
    let at = (0..grammar.tokens.len().saturating_sub(1)).find(|&token| {
        grammar.lemma(token) == "by"
            && grammar.tokens[token + 1].tag == Tag::VBG
            && piece.passage.date_at(token).is_none()
    })?;
    Some((at, phrase_end(piece, at)))
}

fn opened_by(piece: &Piece, openers: &[&str]) -> Option<Range> {
    let is = |at: usize, word: &str| piece.words(at, at).eq_ignore_ascii_case(word);
    let opens = |at: usize| {
        openers
            .iter()
            .any(|opener| opener.split(' ').enumerate().all(|(offset, word)| is(at + offset, word)))
    };
    let free = |at: usize| !is(at - 1, "including") && piece.passage.date_at(at).is_none();
    let at = (1..piece.passage.len()).find(|&at| opens(at) && free(at))?;
    let last = phrase_end(piece, at);
    (last > at + 1).then_some((at, last))
}

/// The last token of the phrase that begins at `first`: up to a comma behind it that is not one of
/// a list, else to the end.
fn phrase_end(piece: &Piece, first: usize) -> usize {
    let grammar = &piece.passage.grammar;
    let length = grammar.tokens.len();
    let stop = (first + 1..length).find(|&token| {
        let tag = grammar.tokens[token].tag;
        matches!(tag, Tag::Colon | Tag::Period)
            || (tag == Tag::Comma && !is_list_comma(piece, token))
    });
    stop.unwrap_or(length) - 1
}

/// Whether "and" or another comma follows soon with nothing but nouns and adjectives before it.
fn is_list_comma(piece: &Piece, comma: usize) -> bool {
    let grammar = &piece.passage.grammar;
    let plain = |tag: Tag| tag.is_noun() || tag.is_adjective() || tag == Tag::DT;
    let next = (comma + 1..grammar.tokens.len()).find(|&token| !plain(grammar.tokens[token].tag));
    next.is_some_and(|next| {
        next > comma + 1
            && next <= comma + 5
            && matches!(grammar.tokens[next].tag, Tag::CC | Tag::Comma)
    })
}
