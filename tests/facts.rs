//! Facts from articles and back: what is shipped is what is extracted, every quote stands in its
//! article, and what a person corrected is what is answered.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::{Path, PathBuf};

use dateline::article::{self, Article};
use dateline::engine::{Additions, Conversation, Document, Engine};
use dateline::extract;
use dateline::fact::file::{self, FactEntry, FactFile, Folded, SourceEntry};
use dateline::fact::{Fact, FactDate, Source};
use jiff::civil::{Date, date};

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles");
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge");

/// The articles of a shared folder; `None`, and a line that says so, where it is not there.
fn shared(folder: &str) -> Option<Vec<Article>> {
    let Ok(entries) = std::fs::read_dir(format!("{SHARED}/{folder}")) else {
        eprintln!("skipped: {SHARED}/{folder} is not there");
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    Some(paths.iter().map(|path| article::read(&std::fs::read(path).unwrap(), path)).collect())
}

fn read(text: &str) -> Article {
    article::read(text.as_bytes(), Path::new("article.txt"))
}

fn holds(article: &Article, quote: &str) -> bool {
    Folded::new(&article.title).holds(quote) || Folded::new(&article.body).holds(quote)
}

#[test]
fn every_shipped_fact_is_extracted_again() {
    let Some(articles) = shared("talks") else { return };
    for article in articles {
        let (source, facts) = extract::facts(&article);
        let path = format!("{SHIPPED}/{}.toml", file::slug(&source.title));
        let (stored, problems) = file::read(&path, &std::fs::read_to_string(&path).unwrap());
        assert_eq!(problems, [], "{path}");
        for entry in stored.facts.iter().filter(|entry| !entry.is_by_hand()) {
            assert!(facts.contains(&entry.fact), "{path}: no longer extracted: {:#?}", entry.fact);
        }
        assert_eq!(stored.facts.len(), facts.len(), "{path}: extract it again");
    }
}

#[test]
fn every_quote_of_real_articles_stands_in_them() {
    let Some(articles) = shared("wikinews") else { return };
    for article in articles {
        for fact in extract::facts(&article).1 {
            assert!(holds(&article, &fact.quote), "{}: {}", article.title, fact.quote);
        }
    }
}

#[test]
fn facts_survive_their_file() {
    let Some(articles) = shared("wikinews") else { return };
    for article in articles {
        let (source, facts) = extract::facts(&article);
        let stored = FactFile {
            source: Some(SourceEntry::extracted(source)),
            facts: facts.iter().cloned().map(FactEntry::extracted).collect(),
            ..FactFile::default()
        };
        let (again, problems) = file::read("a.toml", &file::write(&stored));
        assert_eq!(problems, [], "{}", article.title);
        let again: Vec<Fact> = again.facts.into_iter().map(|entry| entry.fact).collect();
        assert_eq!(again, facts, "{}", article.title);
    }
}

const BRIDGE: &str = "Bridge to open\n\nBy Jane Doe | 7 March 2015\n\nThe new bridge will open later this month in the port city. \
    Ann Lee announced the plan on Friday. She praised the engineers.\n";

/// The answer over the facts of the article about the bridge, once they were changed.
fn answer(question: &str, change: impl Fn(&mut Fact)) -> String {
    let (source, mut facts) = extract::facts(&read(BRIDGE));
    facts.iter_mut().for_each(change);
    ask(source, facts, question)
}

fn ask(source: Source, facts: Vec<Fact>, question: &str) -> String {
    let engine = Engine::new(vec![Document::Facts(source, facts)], Additions::default());
    engine.ask(question, &mut Conversation::default(), date(2015, 3, 8)).text
}

#[test]
fn a_corrected_date_is_the_one_that_is_answered() {
    let question = "When did Ann Lee announce the plan?";
    assert!(answer(question, |_| ()).contains("6 March 2015"), "{}", answer(question, |_| ()));
    let day: Option<Date> = Some(date(2015, 2, 27));
    let corrected = answer(question, |fact| {
        if let Some(when) = fact.when.as_mut().filter(|when| when.text.contains("Friday")) {
            *when = FactDate { start: day, end: day, ..when.clone() };
        }
    });
    assert!(corrected.contains("27 February 2015"), "{corrected}");
}

#[test]
fn a_corrected_reference_is_the_one_that_is_answered() {
    let question = "Who praised the engineers?";
    assert!(answer(question, |_| ()).contains("Ann Lee"), "{}", answer(question, |_| ()));
    let corrected = answer(question, |fact| {
        if fact.quote.contains("praised") {
            fact.refers = vec![("She".into(), "Eve Roe".into())];
        }
    });
    assert!(corrected.contains("Eve Roe"), "{corrected}");
}

#[test]
fn facts_are_counted_and_their_names_completed() {
    let (source, facts) = extract::facts(&read(BRIDGE));
    let count = facts.len();
    let stored = Engine::new(vec![Document::Facts(source, facts)], Additions::default());
    assert_eq!(stored.fact_count(), count);
    let whole = Engine::new(vec![Document::Article(read(BRIDGE))], Additions::default());
    assert!(whole.fact_count() > 1);
    assert_eq!(whole.complete("ann", 3)[0].name, "Ann Lee");
    assert_eq!(whole.timeline(None, None, None), stored.timeline(None, None, None));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(100))]

    #[test]
    fn quotes_stand_in_any_article(text in "(\\PC{0,20}|[A-Z][a-z]{1,6}|said|, |\\. |\"|“|”|and|that|on Friday|the two countries|he|\n\n| ){0,60}") {
        let article = read(&format!("News\n\n{text}"));
        let (source, facts) = extract::facts(&article);
        for fact in &facts {
            proptest::prop_assert!(holds(&article, &fact.quote), "{:?} is not in {:?}", fact.quote, article.body);
        }
        extract::passages_of_facts(&source, &facts);
    }
}
