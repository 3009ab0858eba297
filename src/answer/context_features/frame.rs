//! By what a candidate is framed, and where it stands in its sentence and its article.

use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag, Token};

use super::super::candidate::Candidate;
use super::{ARTICLE, BEFORE, BEHIND, HEAD, PREPOSITIONS, RELATIONS, SENTENCE, flag, joined};

/// Which preposition is the candidate's.
pub(super) fn preposition(passage: &Passage, candidate: &Candidate) -> [f32; PREPOSITIONS.len()] {
    let own = arguments::case(&passage.grammar, candidate.head.into()).unwrap_or_default();
    PREPOSITIONS.map(|word| flag(word == own))
}

/// What the head of a candidate is.
pub(super) fn headed(
    passage: &Passage,
    candidate: &Candidate,
) -> [f32; EntityKind::ALL.len() + HEAD.len() + RELATIONS.len()] {
    let head = usize::from(candidate.head);
    let kind = passage.grammar.entity_at(head).map(|entity| entity.kind);
    let Token { tag, relation, .. } = passage.grammar.tokens[head];
    let is = [tag.is_noun(), tag.is_proper(), tag.is_verb(), tag.is_adjective(), tag == Tag::CD];
    joined(&[
        &EntityKind::ALL.map(|other| flag(kind == Some(other))),
        &is.map(flag),
        &RELATIONS.map(|other| flag(relation == other)),
    ])
}

/// Which words stand before and behind a candidate.
pub(super) fn framed(
    passage: &Passage,
    candidate: &Candidate,
) -> [f32; BEFORE.len() + BEHIND.len()] {
    let grammar = &passage.grammar;
    let before = candidate.first.checked_sub(1).map(|token| grammar.lemma(token.into()));
    let behind = grammar.lemma(usize::from(candidate.last) + 1);
    joined(&[
        &BEFORE.map(|word| flag(before == Some(word))),
        &BEHIND.map(|word| flag(word == behind)),
    ])
}

/// Whether a sentence tells what somebody said.
pub(super) fn tells_said(passage: &Passage) -> bool {
    let says = |token: usize| {
        passage.grammar.tokens[token].tag.is_verb() && passage.meaning(token).saying.is_some()
    };
    (0..passage.len()).any(says)
}

/// Where a candidate stands in its sentence, and what that is like.
pub(super) fn in_sentence(
    passage: &Passage,
    candidate: &Candidate,
    tells_said: bool,
) -> [f32; SENTENCE.len()] {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let length = passage.len();
    [
        first as f32 / 30.0,
        first as f32 / length as f32,
        (length - 1 - last) as f32 / 30.0,
        flag(passage.is_quoted(first) && passage.is_quoted(last)),
        flag(passage.speaker.is_some()),
        flag(!passage.quoted.is_empty()),
        flag(tells_said),
        length as f32 / 40.0,
        flag(length < 8),
        passage.dates.len() as f32 / 3.0,
        passage.grammar.entities.len() as f32 / 5.0,
    ]
}

/// Where a candidate stands in its article, and how often its head does.
pub(super) fn in_article(
    base: &Base,
    passage: &Passage,
    candidate: &Candidate,
) -> [f32; ARTICLE.len()] {
    let article = base.passages_of(passage.source as usize);
    let (before, length) = ((candidate.passage - article.start) as f32, article.len() as f32);
    let having = |word: &str| {
        let having = base.words().id(&fold(word)).map_or(&[][..], |id| base.postings(id));
        let from = having.partition_point(|&passage| passage < article.start);
        let count = having[from..].partition_point(|&passage| passage < article.end);
        (count, having.get(from) == Some(&article.start))
    };
    let head = usize::from(candidate.head);
    let (as_written, in_headline) = having(passage.word(head));
    let count = as_written.max(having(passage.grammar.lemma(head)).0);
    [
        before / length,
        (before / 10.0).min(3.0),
        length / 30.0,
        (count as f32 / 5.0).min(3.0),
        count as f32 / length,
        flag(count <= 1),
        flag(in_headline),
    ]
}
