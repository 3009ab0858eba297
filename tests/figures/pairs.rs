//! Short questions that people asked about a paragraph or a sentence, given nothing else: SQuADShifts'
//! paragraphs of Wikipedia and QAMR's sentences of Wikinews, every tenth of each.
//!
//! A paragraph is read as an article of its title and its text. The bare answer is set against the
//! accepted ones as SQuAD does; none counts nothing. The ranking learns from a part of these pairs.

use std::collections::BTreeMap;
use std::fs;

use dateline::answer::{Answer, Status};
use dateline::article;
use dateline::engine::{Additions, Conversation, Document, Engine};
use jiff::civil::{Date, date};
use serde_json::Value;

use super::figure::{Figure, share};
use super::score::{best_f1, tokens};
use super::shared::shared;

/// Which of the paragraphs are asked about: one of so many.
const STEP: usize = 10;

/// The day that the questions are asked on, long after all that is told.
const TODAY: Date = date(2020, 6, 1);

/// A text and what is asked about it: each question with the accepted answers.
struct Shelf {
    text: String,
    pairs: Vec<(String, Vec<String>)>,
}

/// For both sets the share of exact answers and the mean F1 of all, in per cent; every answer is
/// printed where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    let sets = [
        ("paragraphs", "benchmarks/squad_new_wiki.json", squad as fn(&str) -> Vec<Shelf>),
        ("sentences of news", "benchmarks/qamr.jsonl", qamr),
    ];
    let mut figures = Vec::new();
    for (name, path, read) in sets {
        let Some(path) = shared(path) else { continue };
        let text = fs::read_to_string(path).expect("the benchmark is text");
        let scores: Vec<f64> =
            read(&text).iter().step_by(STEP).flat_map(|shelf| scores(shelf, verbose)).collect();
        let exact = scores.iter().filter(|&&f1| f1 == 1.0).count();
        let mean = 100.0 * scores.iter().sum::<f64>() / scores.len().max(1) as f64;
        figures.push(Figure::new(format!("{name}, exact"), share(exact, scores.len())));
        figures.push(Figure::new(format!("{name}, F1"), mean));
    }
    figures
}

/// The F1 of the answer to each question about a text.
fn scores(shelf: &Shelf, verbose: bool) -> Vec<f64> {
    let article = article::read(shelf.text.as_bytes(), "article.txt".as_ref());
    let engine = Engine::new(vec![Document::Article(article)], Additions::default());
    let f1 = |(question, accepted): &(String, Vec<String>)| {
        let answer = engine.ask(question, &mut Conversation::default(), TODAY);
        let accepted: Vec<_> = accepted.iter().map(|answer| tokens(answer)).collect();
        let found = bare(&answer);
        let f1 = best_f1(&found, &accepted);
        if verbose {
            println!("pairs: {question}: {f1:.2} {found:?} of {accepted:?}");
        }
        f64::from(f1)
    };
    shelf.pairs.iter().map(f1).collect()
}

fn bare(answer: &Answer) -> String {
    match answer.status {
        Status::Answered => answer.span.clone().unwrap_or_else(|| answer.text.clone()),
        _ => String::new(),
    }
}

fn squad(text: &str) -> Vec<Shelf> {
    let data: Value = serde_json::from_str(text).expect("the benchmark is JSON");
    let mut shelves = Vec::new();
    for article in list(&data["data"]) {
        let title = word(&article["title"]).replace('_', " ");
        for paragraph in list(&article["paragraphs"]) {
            let pair = |asked: &Value| {
                let accepted = list(&asked["answers"]).iter().map(|it| word(&it["text"]));
                (word(&asked["question"]), accepted.collect())
            };
            let pairs = list(&paragraph["qas"]).iter().map(pair).collect();
            let text = format!("{title}\n\n{}\n", word(&paragraph["context"]));
            shelves.push(Shelf { text, pairs });
        }
    }
    shelves
}

fn qamr(text: &str) -> Vec<Shelf> {
    let mut pairs: BTreeMap<String, Vec<(String, Vec<String>)>> = BTreeMap::new();
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).expect("a pair a line");
        let accepted = list(&row["answers"]).iter().map(word).collect();
        let asked = (word(&row["question"]), accepted);
        pairs.entry(untokenised(&word(&row["sentence"]))).or_default().push(asked);
    }
    let shelf = |(text, pairs)| Shelf { text: format!("{text}\n"), pairs };
    pairs.into_iter().map(shelf).collect()
}

/// A sentence without the blanks before its marks.
fn untokenised(sentence: &str) -> String {
    [".", ",", ";", ":", "?", "!", "%", ")", "'s", "n't", "''"]
        .iter()
        .fold(sentence.replace("( ", "(").replace("`` ", "``"), |text, mark| {
            text.replace(&format!(" {mark}"), mark)
        })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
