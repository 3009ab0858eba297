//! The facts of an article: what each of its clauses says, with the shortest words that prove it.
//!
//! In go the passages of an article, out come its facts in reading order: one for every clause
//! that stands for itself, for who reports it, for what is inserted about somebody or something
//! beside a name. What a pronoun or description stands for is kept with the fact, as its quote
//! alone does not tell. Sentences that say nothing (questions, exclamations, credits) give none.

mod circumstances;
mod dates;
mod fields;
mod inserted;
mod piece;
mod report;
mod segments;
mod stored;

pub(crate) use dates::resolved;
pub(super) use stored::passages;

use std::collections::HashMap;

use crate::fact::{Fact, Factuality, Passage};

use inserted::Insertion;
use piece::Piece;
use segments::Segment;

/// The facts of the passages of one article, in the order of their quotes; each once.
pub(crate) fn of_passages(passages: &[Passage]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut quoting: HashMap<String, Vec<usize>> = HashMap::new();
    for passage in passages.iter().filter(|passage| !passage.is_title) {
        for fact in of_passage(passage) {
            let same_quote = quoting.entry(fact.quote.clone()).or_default();
            if !same_quote.iter().any(|&known| facts[known] == fact) {
                same_quote.push(facts.len());
                facts.push(fact);
            }
        }
    }
    facts
}

/// How many clauses with a subject of their own the passages of an article have.
pub(crate) fn count_clauses(passages: &[Passage]) -> usize {
    let count = |passage: &Passage| {
        let clauses =
            (0..passage.len()).filter(|&token| piece::is_predicate(&passage.grammar, token));
        clauses.count().max(1)
    };
    passages.iter().filter(|passage| !passage.is_title).map(count).sum()
}

fn of_passage(passage: &Passage) -> Vec<Fact> {
    let mut facts = Vec::new();
    if passage.text.ends_with('?') {
        return facts;
    }
    for segment in segments::of(passage) {
        let insertions = inserted::find(&segment.piece);
        facts.extend(of_segment(passage, &segment, &insertions));
        facts.extend(inserted::facts(&segment.piece, &insertions));
    }
    facts
}

/// What a segment says, where it says something: a verb with its subject, or something dated.
fn of_segment(passage: &Passage, segment: &Segment, insertions: &[Insertion]) -> Option<Fact> {
    // Without what is inserted, subject and verb stand together as they do in a plain sentence.
    let ranges: Vec<_> = insertions.iter().map(Insertion::with_commas).collect();
    let piece = &segment.piece;
    let plain = if ranges.is_empty() { piece.clone() } else { piece.without(&ranges) };
    let verb = plain.predicate();
    let mut fact = match verb {
        Some(verb) => fields::read(&plain, verb),
        None => fields::read_loosely(&plain).filter(|_| segment.content.is_none())?,
    };
    fact.quote = passage.words(segment.quote.0, segment.quote.1).to_owned();
    fact.refers = fields::refers(passage, segment.quote);
    fact.said_by = segment.speaker.clone();
    fact.standing = standing(&plain, verb, fact.said_by.is_some());
    let verb = verb.unwrap_or(0);
    if let Some((first, last)) = segment.content {
        let content = piece::in_full(passage, first, last);
        let more_than_said =
            fact.when.is_some() || fact.place.is_some() || plain.passage.len() - verb > 3;
        fact.what = fact.what.filter(|_| more_than_said).map(|says| format!("{says} {content}"));
    }
    let reports_nothing = segment.content.is_some() && fact.what.is_none();
    (!reports_nothing).then_some(fact)
}

fn standing(piece: &Piece, verb: Option<usize>, is_said: bool) -> Factuality {
    let standing =
        verb.map_or(Factuality::Stated, |verb| super::factuality::of_clause(&piece.passage, verb));
    if standing == Factuality::Stated && is_said { Factuality::Said } else { standing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    /// The facts of an article published on Saturday, 7 March 2015.
    fn facts(body: &str) -> Vec<Fact> {
        let text = format!("Bridge news\n\nBy Jane Doe | 7 March 2015\n\n{body}\n");
        let article = article::read(text.as_bytes(), std::path::Path::new("bridge.txt"));
        super::super::facts(&article).1
    }

    fn words(field: &Option<String>) -> &str {
        field.as_deref().unwrap_or_default()
    }

    #[test]
    fn a_plain_sentence_fills_the_fields() {
        let fact = &facts("Mayor Ann Lee opened the new bridge in London on Friday.")[0];
        assert_eq!(words(&fact.who), "Ann Lee");
        assert_eq!(words(&fact.what), "opened the new bridge");
        assert_eq!(words(&fact.place), "London");
        assert_eq!(
            fact.when.as_ref().and_then(|when| when.start),
            Some(jiff::civil::date(2015, 3, 6))
        );
    }

    #[test]
    fn titles_and_appositions_are_facts() {
        let facts = facts("Foreign Minister Ann Lee, a former judge, visited Norway in May 2014.");
        let said: Vec<_> = facts.iter().map(|fact| (words(&fact.who), words(&fact.what))).collect();
        assert!(said.contains(&("Ann Lee", "Foreign Minister")), "{said:?}");
        assert!(said.contains(&("Ann Lee", "a former judge")), "{said:?}");
        assert!(said.iter().any(|(_, what)| what.starts_with("visited Norway")), "{said:?}");
    }

    #[test]
    fn who_says_it_is_told_and_is_a_fact() {
        let facts = facts(
            "The bridge will open in May, spokeswoman Ann Lee said on Friday. It was built in 2013, she said.",
        );
        assert_eq!((words(&facts[0].said_by), facts[0].standing), ("Ann Lee", Factuality::Planned));
        assert_eq!(words(&facts[1].who), "Ann Lee");
        assert_eq!(words(&facts.last().unwrap().said_by), "Ann Lee");
    }

    #[test]
    fn questions_say_nothing() {
        assert_eq!(facts("Will the bridge ever open again?"), []);
    }

    #[test]
    fn clauses_are_counted_without_reading_them_again() {
        let article = article::read(
            b"News\n\nThe mayor slept and the police came. Nobody spoke.\n",
            std::path::Path::new("a.txt"),
        );
        assert!(count_clauses(&super::super::passages(&article)) >= 2);
    }
}
