//! What an abbreviation stands for: "what does IAEA stand for?" is answered by the long form that
//! an article gives beside it.
//!
//! Short and long form are paired by their letters (Schwartz and Hearst 2003, "A simple
//! algorithm for identifying abbreviation definitions in biomedical text"), with the long
//! form on either side.

use crate::fact::{Base, Notes, Passage};
use crate::question::Query;
use crate::text::fold;

use super::candidate::{Candidate, Kind};
use super::matching::Wanted;
use super::missing;
use super::respond::Asking;
use super::search;
use super::types::{Answer, Status};
use super::wording;

/// What may stand between a long form and the short one behind it.
const BEFORE: [&str; 10] = ["(", "[", "\"", "“", "'", ",", "or", "known", "as", "abbreviated"];

/// What may stand between a short form and the long one behind it.
const BEHIND: [&str; 17] = [
    ")", "(", "[", "\"", "”", "'", ",", "—", ":", "the", "which", "that", "stands", "stood",
    "short", "for", "or",
];

/// The most tokens that may stand between the two.
const BETWEEN: usize = 7;

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

/// The letters and figures of a short form, folded; without the "s" of a plural.
fn letters(short: &str) -> String {
    fold(short).chars().filter(|letter| letter.is_alphanumeric()).collect()
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
    let at_short = (0..passage.len()).filter(|&at| letters(passage.word(at)) == short);
    let (first, last) = at_short.into_iter().find_map(|at| {
        ends_before(passage, at, short).or_else(|| begins_behind(passage, at, short))
    })?;
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

/// "International Atomic Energy Agency (*IAEA*".
fn ends_before(passage: &Passage, at: usize, short: &str) -> Option<(usize, usize)> {
    let between = (0..at).rev().take_while(|&token| BEFORE.contains(&passage.word(token))).count();
    let last = at.checked_sub(between + 1).filter(|_| (1..=BETWEEN).contains(&between))?;
    let first = start(passage, last, short)?;
    Some((first, last))
}

/// "*NASA*, the National Aeronautics and Space Administration", "*UAAR* (Union of Rationalists)".
fn begins_behind(passage: &Passage, at: usize, short: &str) -> Option<(usize, usize)> {
    let end = passage.len();
    let between = (at + 1..end).take_while(|&token| BEHIND.contains(&passage.word(token))).count();
    let first = Some(at + 1 + between).filter(|_| (1..=BETWEEN).contains(&between))?;
    let in_brackets = matches!(passage.word(first - 1), "(" | "[");
    let stops = |&token: &usize| match passage.word(token) {
        "-" => false,
        "," => !in_brackets,
        _ => passage.grammar.tokens[token].tag.is_punctuation(),
    };
    let stop = (first..end).find(stops).unwrap_or(end);
    let begins = |&last: &usize| start(passage, last, short) == Some(first);
    (first..stop).rev().find(begins).map(|last| (first, last)).or_else(|| {
        // Another language's order of words: whatever begins alike in brackets behind a name.
        let alike = letters(passage.word(first)).starts_with(short.chars().next()?);
        (in_brackets && alike && stop > first + 2).then_some((first, stop - 1))
    })
}

/// The first token of the long form that ends with `last`: read backwards, it has all letters of
/// the short form in their order, and its first word begins with the first of them.
fn start(passage: &Passage, last: usize, short: &str) -> Option<usize> {
    let most = (2 * short.len()).min(short.len() + 5);
    let mut wanted = short.chars().rev().peekable();
    for token in (0..=last).rev().take(most) {
        let word = letters(passage.word(token));
        let mut rest = word.chars().rev().peekable();
        while let Some(letter) = rest.next() {
            let is_first = rest.peek().is_none();
            let is_last_wanted = wanted.clone().count() == 1;
            if wanted.peek() == Some(&letter) && (is_first || !is_last_wanted) {
                wanted.next();
            }
        }
        if wanted.peek().is_none() {
            return (token < last).then_some(token);
        }
    }
    None
}
