//! How questions are read: `questions.txt` and `conversations.txt` say what each is to be read as.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;

use dateline::article;
use dateline::engine::{Additions, Conversation, Document, Engine};
use dateline::question::{
    Query, Reply, Slot, Term, Turn, Typed, follow_up, read, without_courtesies,
};

const QUESTIONS: &str = include_str!("questions.txt");
const ABOUT: &str = include_str!("about.txt");
const CONVERSATIONS: &str = include_str!("conversations.txt");

fn engine() -> Engine {
    let article = article::read(include_bytes!("article.txt"), Path::new("article.txt"));
    Engine::new(vec![Document::Article(article)], Additions::default())
}

fn cases(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| line.split_once("=>").map(|(typed, read)| (typed.trim(), read.trim())).unwrap())
}

/// What a reading lacks of what is written of it: "When Date focus:day slot:Object +vote -kind".
fn lacks(query: &Query, expected: &str) -> Vec<String> {
    let mut words = expected.split_whitespace();
    let (asks, expects) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut lacking = Vec::new();
    if format!("{:?}", query.asks) != asks || format!("{:?}", query.expects) != expects {
        lacking.push(format!("read as {:?} {:?}", query.asks, query.expects));
    }
    lacking.extend(words.filter(|word| !holds(query, word)).map(str::to_owned));
    lacking
}

fn holds(query: &Query, word: &str) -> bool {
    let focus = query.focus.as_ref().map_or("-", |focus| focus.lemma.as_str());
    let has = |lemma: &str| {
        let lemma = lemma.replace('_', " ");
        query.terms.iter().any(|term| term.lemma == lemma || term.word == lemma)
    };
    match word.split_at(1) {
        ("+", lemma) => has(lemma),
        ("-", lemma) => !has(lemma),
        _ => match word.split_once(':') {
            Some(("focus", lemma)) => focus == lemma,
            Some(("slot", slot)) => slot == slot_name(&query.slot),
            Some(("verb", lemma)) => query.predicate_lemma() == lemma,
            _ => panic!("{word:?} says nothing that can be checked"),
        },
    }
}

fn slot_name(slot: &Slot) -> String {
    match slot {
        Slot::Oblique(preposition) => preposition.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn questions_are_read_as_they_are_meant() {
    let engine = engine();
    let mut wrong = Vec::new();
    for (typed, expected) in cases(QUESTIONS) {
        let query = read(typed, &engine);
        let lacking = lacks(&query, expected);
        if !lacking.is_empty() {
            wrong.push(format!("{typed}\n    lacks {}\n    {}", lacking.join(", "), told(&query)));
        }
    }
    assert!(cases(QUESTIONS).count() >= 150, "so many questions are checked");
    assert!(wrong.is_empty(), "{} questions are misread:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn follow_ups_are_completed_from_the_conversation() {
    let engine = engine();
    let mut wrong = Vec::new();
    for (typed, expected) in cases(CONVERSATIONS) {
        let complete = completed(typed, &engine);
        if !is_alike(&complete, expected) {
            wrong.push(format!("{typed}\n    is to be {expected}\n    but is {complete}"));
        }
    }
    assert!(wrong.is_empty(), "{} follow-ups are misread:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn questions_about_the_articles_themselves_are_answered() {
    let engine = engine();
    let today = jiff::civil::date(2020, 1, 1);
    let mut wrong = Vec::new();
    for (typed, expected) in cases(ABOUT) {
        let answer = engine.ask(typed, &mut Conversation::default(), today);
        let about = answer.text.contains("Ferry Tessaly runs aground off Morvik");
        let right = match expected {
            "news" => !about,
            _ => answer.text.starts_with(expected),
        };
        if !right {
            wrong.push(format!("{typed}\n    is to be {expected}\n    but is {}", answer.text));
        }
    }
    assert!(wrong.is_empty(), "{} are answered otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

/// The last of several questions made complete, and "in talk of" with what it takes along; "new" for
/// one that stands alone.
fn completed(typed: &str, engine: &Engine) -> String {
    let mut before: Option<Turn> = None;
    let mut complete = String::new();
    for turn in typed.split(" / ") {
        let (question, answer) = match turn.split_once(" [") {
            Some((question, answer)) => (question, Some(answer.trim_end_matches(']'))),
            None => (turn, None),
        };
        let bare = without_courtesies(question);
        let followed = before.as_ref().and_then(|turn| follow_up(&Typed::new(&bare, engine), turn));
        let asked = followed.as_ref().map_or(question, |followed| &followed.question);
        let mut query = read(asked, engine);
        complete = match &followed {
            None => "new".to_owned(),
            Some(followed) if is_alike(&followed.question, question) => {
                format!("in talk of {}", words(&followed.context))
            }
            Some(_) => query.text.clone(),
        };
        if let Some(followed) = &followed {
            query.add_context(&followed.context);
        }
        before = Some(Turn::after(&query, answer.map(Reply::from).as_ref()));
    }
    complete
}

/// Whether two questions are the same but for the capital and the mark that a hurried one lacks.
fn is_alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim_end_matches('?').to_lowercase();
    plain(a) == plain(b)
}

fn words(terms: &[Term]) -> String {
    terms.iter().map(|term| term.word.as_str()).collect::<Vec<_>>().join(" ")
}

fn told(query: &Query) -> String {
    let terms: Vec<&str> = query.terms.iter().map(|term| term.lemma.as_str()).collect();
    format!(
        "{:?}: {:?} {:?} focus:{} slot:{} verb:{} {}",
        query.text,
        query.asks,
        query.expects,
        query.focus.as_ref().map_or("-", |focus| &focus.lemma),
        slot_name(&query.slot),
        query.predicate_lemma(),
        terms.join(" ")
    )
}
