//! Questions about the articles themselves: who wrote one, when it was published, by whom.

use std::ops::Range;

use crate::fact::{Base, Source};
use crate::question::{Asks, Query, Term};

use super::types::{Answer, Citation, Status};
use super::wording::written_day;

/// What is asked of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Author,
    Published,
    Outlet,
    Title,
}

/// The answer, where the question is about an article.
pub(crate) fn answer(query: &Query, base: &Base, in_talk: Option<u32>) -> Option<Answer> {
    let asked = asked(query)?;
    let source = article(query, base, in_talk)?;
    let words = match asked {
        Asked::Author => source.author.clone(),
        Asked::Published => source.published.map(written_day),
        Asked::Outlet => source.outlet.clone(),
        Asked::Title => Some(source.title.clone()),
    };
    Some(words.map_or_else(|| unknown(asked, source), |words| known(asked, source, &words)))
}

fn asked(query: &Query) -> Option<Asked> {
    let has = |words: &[&str]| query.words.iter().any(|word| words.contains(&word.as_str()));
    let of_article = has(&["article", "articles", "story", "report", "piece", "text"]);
    match query.asks {
        Asks::Who
            if has(&["wrote", "written", "author", "reporter", "journalist", "byline"])
                && (of_article || query.terms.len() < 2) =>
        {
            Some(Asked::Author)
        }
        Asks::When | Asks::Which
            if of_article
                && has(&["published", "written", "posted", "updated", "appear", "dated"])
                && !query.words.iter().any(|w| w == "who") =>
        {
            if has(&["outlet", "newspaper", "site", "agency"]) {
                Some(Asked::Outlet)
            } else {
                Some(Asked::Published)
            }
        }
        Asks::What | Asks::Which | Asks::Who | Asks::Topic if of_article || has(&["outlet"]) => {
            if has(&["outlet", "newspaper", "publisher", "source", "site", "published", "agency"]) {
                Some(Asked::Outlet)
            } else if has(&["title", "headline", "called"]) {
                Some(Asked::Title)
            } else if has(&["author", "byline"]) {
                Some(Asked::Author)
            } else {
                None
            }
        }
        Asks::Topic if has(&["author", "byline"]) => Some(Asked::Author),
        _ => None,
    }
}

/// The article whose title and first words share most with the question.
fn article<'a>(query: &Query, base: &'a Base, in_talk: Option<u32>) -> Option<&'a Source> {
    const ABOUT: [&str; 14] = [
        "article",
        "story",
        "report",
        "piece",
        "author",
        "write",
        "publish",
        "outlet",
        "newspaper",
        "headline",
        "title",
        "byline",
        "post",
        "site",
    ];
    let terms = query.terms.iter().filter(|term| !ABOUT.contains(&term.lemma.as_str()));
    let words: Vec<(f32, Vec<&[u32]>)> =
        terms.map(|term| (term.weight, having(term, base))).collect();
    let score = |index: usize| {
        let passages = base.passages_of(index);
        let weigh = |(weight, having): &(f32, Vec<&[u32]>)| {
            let first = having.iter().filter_map(|having| first_in(having, &passages)).min()?;
            Some(weight * if first == passages.start { 2.0 } else { 1.0 })
        };
        let in_talk = if in_talk == Some(index as u32) { 0.5 } else { 0.0 };
        words.iter().filter_map(weigh).sum::<f32>() + in_talk
    };
    let scores: Vec<f32> = (0..base.sources().len()).map(score).collect();
    let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]))?;
    let known = scores[best] > 0.0 || base.sources().len() == 1;
    known.then(|| &base.sources()[best])
}

/// The passages that have a word, as it is asked and in its base form.
fn having<'a>(term: &Term, base: &'a Base) -> Vec<&'a [u32]> {
    let ids = [&term.word, &term.lemma].map(|word| base.words().id(word));
    ids.into_iter().flatten().map(|id| base.having(id)).collect()
}

/// The first of these passages that lies in a range.
fn first_in(having: &[u32], range: &Range<u32>) -> Option<u32> {
    let first = having.get(having.partition_point(|&passage| passage < range.start))?;
    range.contains(first).then_some(*first)
}

fn known(asked: Asked, source: &Source, words: &str) -> Answer {
    let text = match asked {
        Asked::Author => format!("{words} wrote “{}”", source.title),
        Asked::Published => format!("{words} is the date of “{}”", source.title),
        Asked::Outlet => format!("{words} published “{}”", source.title),
        Asked::Title => words.to_owned(),
    };
    Answer {
        status: Status::Answered,
        text,
        span: Some(words.to_owned()),
        citations: vec![cite(source)],
        ..Answer::default()
    }
}

fn unknown(asked: Asked, source: &Source) -> Answer {
    let what = match asked {
        Asked::Author => "author",
        Asked::Published => "date of publication",
        Asked::Outlet => "outlet",
        Asked::Title => "title",
    };
    let text = format!("“{}” names no {what}.", source.title);
    Answer { status: Status::NotInArticles, text, ..Answer::default() }
}

/// The headline is what an article certainly says about itself.
fn cite(source: &Source) -> Citation {
    Citation {
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        published: source.published,
        url: source.url.clone(),
        quote: source.title.clone(),
        context: String::new(),
    }
}
