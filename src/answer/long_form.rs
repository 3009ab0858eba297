//! What an abbreviation stands for: "what does IAEA stand for?" is answered by the long form that
//! an article gives beside it.

use crate::extract::abbreviations::{self, letters};
use crate::fact::{Base, Notes, Passage};
use crate::question::Query;

use super::candidate::{Candidate, Kind};
use super::matching::Wanted;
use super::missing;
use super::respond::Asking;
use super::search;
use super::types::{Answer, Status};
use super::wording;

/// The answer, where the question is what an abbreviation stands for.
pub(super) fn answer(query: &Query, base: &Base, asking: &Asking) -> Option<Answer> {
    let token = asked(query)?;
    let short = letters(query.words.get(token)?);
    let found = search::search(query, base, asking.in_talk);
    let of_token = |want: &&Wanted| want.term.token == token;
    let words = found.wanted.iter().filter(of_token).flat_map(|want| &want.variants);
    let mut passages =
        words.flat_map(|(word, _)| base.postings(*word)).copied().collect::<Vec<_>>();
    passages.sort_unstable();
    passages.dedup();
    let long = passages.iter().find_map(|&number| in_passage(base.passage(number), number, &short));
    let Some(long) = long else {
        let is_written = |&number: &u32| is_abbreviated(base.passage(number), &short);
        return passages.iter().any(is_written).then(|| missing::answer(query, &found));
    };
    Some(Answer {
        status: Status::Answered,
        text: wording::sentence(query, base, &long, Some(asking.today)),
        span: Some(wording::span(base.passage(long.passage), &long).to_owned()),
        citations: vec![wording::citation(base, long.passage)],
        ..Answer::default()
    })
}

/// The token of the abbreviation that is asked about: "what does *IAEA* stand for", "what is *IAEA*
/// short for", "the full name of the *IAEA*".
fn asked(query: &Query) -> Option<usize> {
    let words = &query.words;
    let is =
        |at: usize, any: &[&str]| words.get(at).is_some_and(|word| any.contains(&word.as_str()));
    let is_open =
        |at: &usize| words[*at].len() > 1 && words[*at].chars().all(char::is_alphanumeric);
    let before = |at: usize| (0..at).rev().find(is_open);
    for at in 0..words.len() {
        let stands = is(at, &["stand", "stands", "stood", "short"]) && is(at + 1, &["for"]);
        if stands
            && at + 2 > query.grammar.tokens.iter().rposition(|it| !it.tag.is_punctuation())?
        {
            return before(at);
        }
        if is(at, &["full", "long"]) && is(at + 1, &["name", "form"]) && is(at + 2, &["of", "for"])
        {
            return (at + 3..words.len()).find(|&at| is_open(&at) && !is(at, &["the"]));
        }
    }
    None
}

/// Whether a passage has the word with two capitals at least.
fn is_abbreviated(passage: &Passage, short: &str) -> bool {
    let capitals = |word: &str| word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    (0..passage.len())
        .map(|at| passage.word(at))
        .any(|word| capitals(word) && letters(word) == short)
}

/// The long form beside the short one in a passage.
fn in_passage(passage: &Passage, number: u32, short: &str) -> Option<Candidate> {
    let (first, last) = abbreviations::long_form(passage, short)?;
    let head = passage.grammar.top(first, last).unwrap_or(last);
    Some(Candidate {
        passage: number,
        first: first as u16,
        last: last as u16,
        head: head as u16,
        kind: Kind::Phrase,
        notes: Notes::default(),
    })
}
