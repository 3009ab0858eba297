//! From an article to what it proves: passages with their grammar, dates, speakers and references,
//! and the facts that are kept of them.
//!
//! Rules that hold for any news article; nothing here knows of questions.

pub(crate) mod abbreviations;
pub(crate) mod arguments;
mod bodies;
mod cast;
mod coreference;
mod dating;
mod description;
pub(crate) mod facts;
pub(crate) mod factuality;
mod leaning;
mod naming;
mod quotations;

use std::collections::HashSet;

use jiff::civil::DateTime;

use crate::article::{Article, Kind};
use crate::fact::{Fact, Passage, Source};
use crate::text::syntax::{self, Tag};
use crate::text::{Span, sentence};

use cast::Cast;

pub(crate) use facts::{count_clauses, of_passages as facts_of_passages, resolved};

/// The source that an article is.
pub fn source(article: &Article) -> Source {
    Source {
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        author: article.author.clone(),
        published: article.published,
        url: article.url.clone(),
        sha256: None,
    }
}

/// The passages of an article: its headline, then its sentences, read and resolved.
pub fn passages(article: &Article) -> Vec<Passage> {
    let mut passages = vec![passage(&article.title, 0, true)];
    for (number, paragraph) in article.paragraphs.iter().enumerate() {
        if paragraph.kind == Kind::Heading {
            continue;
        }
        let text = paragraph.span.of(&article.body);
        let sentences = sentence::split(text);
        passages
            .extend(sentences.iter().map(|span| passage(span.of(text), number as u32 + 1, false)));
    }
    passages.retain(|passage| !passage.is_empty());
    drop_repeated(&mut passages);
    if let (Some(place), Some(lead)) =
        (&article.dateline_place, passages.iter_mut().find(|passage| !passage.is_title))
    {
        lead.context.push((0, place.clone()));
    }
    let time = article.published_time.unwrap_or_default();
    let anchor = article.published.map(|day| day.to_datetime(time));
    understand(&mut passages, anchor);
    passages
}

/// Leaves out a headline that the text has as a sentence, too, and a sentence that it has twice, as
/// saved pages do: both would only compete with themselves.
fn drop_repeated(passages: &mut Vec<Passage>) {
    /// The fewest tokens of a sentence that nobody writes twice.
    const LEAST: usize = 6;
    let mut seen: HashSet<String> = HashSet::new();
    let is_sentence = |passage: &Passage| !passage.is_title && passage.len() >= LEAST;
    passages.retain(|passage| !is_sentence(passage) || seen.insert(passage.text.clone()));
    passages.retain(|passage| !passage.is_title || !seen.contains(&passage.text));
}

/// The facts that an article proves.
pub fn facts(article: &Article) -> (Source, Vec<Fact>) {
    (source(article), facts::of_passages(&passages(article)))
}

/// The passages of facts that were extracted before; what the facts say goes before what their
/// quotes seem to say.
pub fn passages_of_facts(source: &Source, facts: &[Fact]) -> Vec<Passage> {
    facts::passages(source, facts)
}

fn passage(text: &str, paragraph: u32, is_title: bool) -> Passage {
    let grammar = syntax::analyse(text, Span::new(0..text.len()));
    Passage { paragraph, is_title, text: text.to_owned(), grammar, ..Passage::default() }
}

fn understand(passages: &mut [Passage], anchor: Option<DateTime>) {
    naming::correct(passages);
    quotations::mark_quotes(passages);
    dating::date_passages(passages, anchor);
    let cast = Cast::of(passages);
    name_speakers(passages, &cast);
    coreference::resolve(passages, &cast);
    name_speakers(passages, &cast);
    cast.give_roles(passages);
    abbreviations::spread(passages);
    for passage in passages {
        passage.standing = factuality::of(passage);
    }
}

/// Speakers by their full name, where the sentence has only a part of it or a noun phrase.
fn name_speakers(passages: &mut [Passage], cast: &Cast) {
    quotations::name_speakers(passages, |passage, token| {
        let entity = passage.grammar.entity_at(token);
        let stands_for = passage.referent_at(token).map(|referent| referent.name.clone());
        let name = stands_for.or_else(|| {
            entity.and_then(|entity| {
                cast.full_name(passage.words(entity.first.into(), entity.last.into()))
            })
        });
        name.or_else(|| full_name_beside(passage, token, cast)).unwrap_or_else(|| {
            let (first, last) = speaker_phrase(&passage.grammar, token);
            passage.words(first, last).to_owned()
        })
    });
}

/// The noun phrase of a speaker; of a long one, or one that holds a clause, no more than what
/// stands before its noun.
fn speaker_phrase(grammar: &syntax::Sentence, noun: usize) -> (usize, usize) {
    const LONGEST: usize = 10;
    let (first, last) = grammar.subtree(noun);
    let tag = |token: usize| grammar.tokens[token].tag;
    let first = (first..noun).find(|&token| !tag(token).is_punctuation()).unwrap_or(noun);
    let holds_clause = (first..noun).any(|token| tag(token).is_verb() && tag(token) != Tag::VBN);
    if last - first < LONGEST && !holds_clause {
        return (first, last);
    }
    let before = |token: &usize| {
        let tag = tag(*token);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::PRPS | Tag::POS | Tag::CD)
    };
    ((0..noun).rev().take_while(before).last().unwrap_or(noun), noun)
}

/// The person whose name follows the title at `token`: "spokeswoman *Ann Lee*".
fn full_name_beside(passage: &Passage, token: usize, cast: &Cast) -> Option<String> {
    let entity = passage
        .grammar
        .entity_at(token + 1)
        .filter(|entity| entity.kind == syntax::EntityKind::Person)?;
    let starts = usize::from(entity.first) == token + 1;
    starts.then(|| cast.full_name(passage.words(entity.first.into(), entity.last.into()))).flatten()
}

#[cfg(test)]
mod tests {
    use crate::article;

    #[test]
    fn a_sentence_that_stands_twice_is_read_once() {
        let saved = "Ferry sinks off Otok, nine missing.\n\nFerry sinks off Otok, nine missing.\n\n\
                     The ferry sank before dawn on Monday.\n\nThe ferry sank before dawn on Monday.";
        let read = article::read(saved.as_bytes(), "ferry.txt".as_ref());
        let texts: Vec<String> = super::passages(&read).into_iter().map(|it| it.text).collect();
        assert_eq!(
            texts,
            ["Ferry sinks off Otok, nine missing.", "The ferry sank before dawn on Monday."]
        );
    }
}
