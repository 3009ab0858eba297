//! A part of a name: "what is Osborne's first name?", "the last name of Ann". Told by the longest
//! name of a person that the articles have with the words of the question in it.

use crate::fact::{Base, Notes, Passage};
use crate::question::{Query, QuestionType};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag};

use super::candidate::{Candidate, Kind};
use super::respond::Asking;
use super::types::{Answer, Status};
use super::wording;

/// What is asked of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    First,
    Middle,
    Last,
    Full,
}

impl Part {
    /// The part that a word before "name" asks for.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "first" | "given" | "christian" => Part::First,
            "middle" => Part::Middle,
            "last" | "family" | "second" => Part::Last,
            "full" | "whole" | "complete" => Part::Full,
            _ => return None,
        })
    }

    /// Its tokens in a name from `first` to `last`.
    fn within(self, first: usize, last: usize) -> Option<(usize, usize)> {
        match self {
            Part::First => Some((first, first)),
            Part::Last => Some((last, last)),
            Part::Full => Some((first, last)),
            Part::Middle => (last > first + 1).then_some((first + 1, last.saturating_sub(1))),
        }
    }
}

/// The answer, where a part of the name of somebody is asked for whom the question names, and the
/// articles know one person alone by that.
pub(super) fn answer(query: &Query, base: &Base, asking: &Asking) -> Option<Answer> {
    let (part, owner) = asked(query)?;
    let only = asking.only.or(asking.in_talk.map(|talk| talk.source));
    let own = only.and_then(|only| find(base, &owner, |number| base.place(number).source == only));
    let (number, (first, last)) = own.or_else(|| find(base, &owner, |_| true))?;
    let (first, last) = part.within(first, last)?;
    let candidate = Candidate {
        passage: number,
        first: first as u16,
        last: last as u16,
        head: last as u16,
        kind: Kind::Name,
        notes: Notes::default(),
    };
    let passage = base.passage(number);
    let span = wording::span(passage, &candidate);
    Some(Answer {
        status: Status::Answered,
        text: format!("{span} — {}", wording::clause_around(passage, &candidate)),
        span: Some(span.to_owned()),
        citations: vec![wording::citation(base, number)],
        ..Answer::default()
    })
}

/// The part that is asked for, and the folded words of the name that the question has.
fn asked(query: &Query) -> Option<(Part, Vec<String>)> {
    let asks = matches!(query.asks, QuestionType::What | QuestionType::Which | QuestionType::Topic);
    let name = query.words.iter().position(|word| word == "name" || word == "surname")?;
    let (part, start) = match query.word(name) {
        "surname" => (Part::Last, name),
        _ => (Part::of(query.word(name.checked_sub(1)?))?, name - 1),
    };
    let tag = |at: usize| query.grammar.tokens[at].tag;
    let is_name = |at: &usize| tag(*at).is_proper();
    let tokens: Vec<usize> = if query.word(name + 1) == "of" {
        (name + 2..query.words.len()).take_while(is_name).collect()
    } else {
        let owns = start.checked_sub(1).filter(|&at| tag(at) == Tag::POS)?;
        (0..owns).rev().take_while(is_name).collect()
    };
    let is_title =
        |word: &&String| matches!(word.as_str(), "mr" | "mrs" | "ms" | "dr" | "mr." | "mrs.");
    let words = tokens.iter().map(|&at| &query.words[at]).filter(|word| !is_title(word));
    let owner: Vec<String> = words.map(|word| fold(word)).collect();
    (asks && !owner.is_empty()).then_some((part, owner))
}

/// The longest name of a person with all words of `owner`, and its passage; `None` where several
/// people have them, or nobody has more of a name than these.
fn find(
    base: &Base,
    owner: &[String],
    counts: impl Fn(u32) -> bool,
) -> Option<(u32, (usize, usize))> {
    let id = base.words().id(owner.first()?)?;
    let mut best: Option<(u32, (usize, usize), Vec<String>)> = None;
    for &number in base.postings(id).iter().filter(|number| counts(**number)) {
        for (first, last) in people(base.passage(number)) {
            let own: Vec<String> =
                (first..=last).map(|at| fold(base.passage(number).word(at))).collect();
            if own.len() <= owner.len() || !owner.iter().all(|word| own.contains(word)) {
                continue;
            }
            match &best {
                Some((.., known)) if own.iter().all(|word| known.contains(word)) => {}
                Some((.., known)) if !known.iter().all(|word| own.contains(word)) => return None,
                _ => best = Some((number, (first, last), own)),
            }
        }
    }
    best.map(|(number, range, _)| (number, range))
}

/// The first and the last token of each name of a person in a passage.
fn people(passage: &Passage) -> impl Iterator<Item = (usize, usize)> + '_ {
    let named = passage.grammar.entities.iter().filter(|it| it.kind == EntityKind::Person);
    named.map(|name| (name.first.into(), name.last.into()))
}
