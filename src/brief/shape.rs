//! Takes the measures that every candidate has, whichever finder brought it.

use crate::text::syntax::{EntityKind, Relation, Sentence, Tag};

use super::candidate::Candidate;
use super::measure::Measure as M;
use super::story::Story;

/// Takes all measures of one candidate.
pub(super) fn measure(story: &Story, candidate: &mut Candidate) {
    where_it_stands(story, candidate);
    against_title(story, candidate);
    length(story, candidate);
    words(story, candidate);
    edges(story, candidate);
    grammar(story, candidate);
    name(story, candidate);
}

fn where_it_stands(story: &Story, candidate: &mut Candidate) {
    let number = candidate.passage;
    let passage = story.passage(number);
    let measures = &mut candidate.measures;
    measures.mark(M::Said, passage.speaker.is_some());
    measures.mark(M::Quoted, passage.is_quoted(candidate.first));
    if passage.is_title {
        measures.set(M::Headline, 1.0);
        let colon = (candidate.last + 1..passage.len())
            .find(|&token| passage.grammar.tokens[token].tag == Tag::Colon);
        measures.mark(M::BeforeColon, colon.is_some());
        return;
    }
    let position = story.position(number);
    measures.mark(M::Lead, number == story.lead());
    measures.mark(M::FirstSentence, position == 0);
    measures.mark(M::EarlySentence, (1..=2).contains(&position));
    measures.set(M::Depth, (1.0 + position as f32).ln() / 4.0);
    measures.set(M::Nearness, story.nearness(number));
}

fn against_title(story: &Story, candidate: &mut Candidate) {
    let Candidate { passage: number, first, last, .. } = *candidate;
    let content: Vec<usize> =
        (first..=last).filter(|&token| story.is_content(number, token)).collect();
    let size = content.len().max(1) as f32;
    let measures = &mut candidate.measures;
    if !story.passage(number).is_title {
        let titled = content.iter().filter(|&&token| story.is_in_title(number, token)).count();
        measures.set(M::FromTitle, titled as f32 / size);
    }
    measures.set(M::TitleRecall, story.title_recall(number, first, last));
    let log = |token: &usize| (story.count(number, *token) as f32).ln() / 3.0;
    measures.set(M::Repeated, content.iter().map(log).sum::<f32>() / size);
    measures.set(M::RarestRepeated, content.iter().map(log).reduce(f32::min).unwrap_or_default());
}

fn length(story: &Story, candidate: &mut Candidate) {
    let Candidate { passage, first, last, .. } = *candidate;
    let bucket = match story.terms(passage, first, last).len() {
        0 | 1 => M::Words1,
        2 => M::Words2,
        3 => M::Words3,
        4 | 5 => M::Words5,
        6..=8 => M::Words8,
        9..=12 => M::Words12,
        _ => M::WordsMore,
    };
    candidate.measures.set(bucket, 1.0);
}

fn words(story: &Story, candidate: &mut Candidate) {
    let grammar = &story.passage(candidate.passage).grammar;
    let tags: Vec<Tag> =
        (candidate.first..=candidate.last).map(|token| grammar.tokens[token].tag).collect();
    let proper = tags.iter().filter(|tag| tag.is_proper()).count();
    let measures = &mut candidate.measures;
    measures.set(M::Proper, proper as f32 / tags.len().max(1) as f32);
    measures.mark(M::Number, tags.contains(&Tag::CD));
    measures.mark(
        M::Marked,
        tags.iter().any(|tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::LeftBracket)),
    );
    let (Some(&first), Some(&last)) = (tags.first(), tags.last()) else { return };
    if let Some(begins) = beginning(first) {
        measures.set(begins, 1.0);
    }
    measures.mark(M::EndsNoun, last.is_noun());
    measures.mark(M::EndsVerb, last.is_verb());
}

fn beginning(tag: Tag) -> Option<M> {
    Some(match tag {
        Tag::NNP | Tag::NNPS => M::BeginsName,
        Tag::NN | Tag::NNS => M::BeginsNoun,
        Tag::VBN => M::BeginsParticiple,
        Tag::VBG => M::BeginsGerund,
        Tag::VB | Tag::TO => M::BeginsInfinitive,
        Tag::IN => M::BeginsPreposition,
        Tag::PRP => M::BeginsPronoun,
        _ if tag.is_finite() => M::BeginsFinite,
        _ if tag.is_adverb() => M::BeginsAdverb,
        _ => return None,
    })
}

fn edges(story: &Story, candidate: &mut Candidate) {
    let Candidate { passage: number, first, last, .. } = *candidate;
    let passage = story.passage(number);
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let measures = &mut candidate.measures;
    match first.checked_sub(1) {
        None => measures.set(M::AfterNothing, 1.0),
        Some(before) => {
            measures.set(M::TornBefore, story.cohesion(number, before));
            if let Some(after) = tag(before).and_then(following) {
                measures.set(after, 1.0);
            }
        }
    }
    measures.set(M::TornAfter, story.cohesion(number, last));
    let next = tag(last + 1);
    let closing = next.is_none() || next == Some(Tag::Period);
    let before = if closing { Some(M::BeforeEnd) } else { next.and_then(preceding) };
    if let Some(before) = before {
        measures.set(before, 1.0);
    }
}

fn following(tag: Tag) -> Option<M> {
    match tag {
        _ if tag.is_punctuation() => Some(M::AfterMark),
        _ if tag.is_verb() => Some(M::AfterVerb),
        _ if tag.is_noun() || tag.is_adjective() => Some(M::AfterNoun),
        _ => None,
    }
}

fn preceding(tag: Tag) -> Option<M> {
    match tag {
        _ if tag.is_punctuation() => Some(M::BeforeMark),
        Tag::IN => Some(M::BeforePreposition),
        Tag::TO => Some(M::BeforeTo),
        Tag::CC => Some(M::BeforeAnd),
        _ if tag.is_wh() => Some(M::BeforeClause),
        _ if tag.is_verb() || tag == Tag::MD => Some(M::BeforeVerb),
        _ if tag.is_noun() => Some(M::BeforeNoun),
        _ => None,
    }
}

fn grammar(story: &Story, candidate: &mut Candidate) {
    let grammar = &story.passage(candidate.passage).grammar;
    let (first, last) = (candidate.first, candidate.last);
    let outside =
        |token: usize| grammar.head(token).is_none_or(|head| !(first..=last).contains(&head));
    let mut tops = (first..=last).filter(|&token| outside(token));
    let Some(top) = tops.next() else { return };
    let is_single = tops.next().is_none();
    let relation = grammar.tokens[top].relation;
    let measures = &mut candidate.measures;
    measures.mark(M::Constituent, is_single && !reaches_out(grammar, first, last));
    measures.mark(M::IsSubject, relation.is_subject());
    measures.mark(M::IsObject, relation == Relation::Obj);
    measures.mark(M::IsOblique, matches!(relation, Relation::Obl | Relation::OblUnmarked));
    measures.mark(M::IsRoot, relation == Relation::Root);
    measures.mark(M::IsClause, relation.is_clause());
    measures.mark(M::OnMain, grammar.head(top).is_some_and(|head| grammar.is_root(head)));
    let inner = |above: usize| {
        matches!(
            grammar.tokens[above].relation,
            Relation::Advcl | Relation::Acl | Relation::AclRelcl
        )
    };
    measures.mark(M::InClause, grammar.ancestors(top).any(inner));
}

/// Whether a token outside hangs on one inside.
fn reaches_out(grammar: &Sentence, first: usize, last: usize) -> bool {
    let outside = (0..first).chain(last + 1..grammar.tokens.len());
    outside
        .into_iter()
        .any(|token| (first..=last).contains(&usize::from(grammar.tokens[token].head)))
}

fn name(story: &Story, candidate: &mut Candidate) {
    let grammar = &story.passage(candidate.passage).grammar;
    let Some(entity) = grammar.entity_at(candidate.last) else { return };
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    let part = candidate.first > first || candidate.last < last;
    let kind = match entity.kind {
        _ if part => M::PartOfName,
        EntityKind::Person => M::Person,
        EntityKind::Organization => M::Organization,
        EntityKind::Place => M::Place,
        EntityKind::Event | EntityKind::Other => M::OtherName,
    };
    candidate.measures.set(kind, 1.0);
}
