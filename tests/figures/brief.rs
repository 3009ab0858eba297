//! The main event of an article: Giveme5W1H's articles, each question's answer against the phrases
//! that people marked.
//!
//! An article is read as a file of its title, its day and its text. What is given is the mean of the
//! token F1 of the answer against the nearest phrase, as SQuAD counts it, over the articles that have
//! a phrase.

use std::fs;

use dateline::article;
use dateline::brief::{Brief, Slot};
use dateline::engine::{Additions, Document, Engine};
use serde_json::Value;

use super::figure::Figure;
use super::score::{best_f1, tokens};
use super::shared::shared;

/// The six means, in per cent; every answer is printed with its F1 where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    let Some(path) = shared("benchmarks/5w1h.jsonl") else { return Vec::new() };
    let lines = fs::read_to_string(path).expect("the benchmark is text");
    let read = |line: &str| serde_json::from_str::<Value>(line).expect("an article a line");
    let briefs: Vec<(Value, Brief)> = lines.lines().map(read).map(with_brief).collect();
    Slot::ALL.iter().map(|&slot| figure(slot, &briefs, verbose)).collect()
}

fn with_brief(item: Value) -> (Value, Brief) {
    let parts = ["title", "pub_date", "text"].map(|field| item[field].as_str().unwrap_or_default());
    let article = article::read(parts.join("\n\n").as_bytes(), "article.txt".as_ref());
    let engine = Engine::new(vec![Document::Article(article)], Additions::default());
    (item, engine.brief(0))
}

fn figure(slot: Slot, briefs: &[(Value, Brief)], verbose: bool) -> Figure {
    let mut scores = Vec::new();
    for (item, brief) in briefs {
        let marked = item["gold"][slot.as_str()].as_array().into_iter().flatten();
        let accepted: Vec<_> = marked.filter_map(Value::as_str).map(tokens).collect();
        if accepted.is_empty() {
            continue;
        }
        let f1 = best_f1(answer(slot, brief), &accepted);
        if verbose {
            println!("brief: {}: {f1:.2} {:?} of {accepted:?}", slot.as_str(), answer(slot, brief));
        }
        scores.push(f64::from(f1));
    }
    let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
    Figure::new(format!("brief, {}", slot.as_str()), 100.0 * mean)
}

fn answer(slot: Slot, brief: &Brief) -> &str {
    let field = match slot {
        Slot::Who => &brief.who,
        Slot::What => &brief.what,
        Slot::When => &brief.when,
        Slot::Where => &brief.place,
        Slot::Why => &brief.why,
        Slot::How => &brief.how,
    };
    field.as_deref().unwrap_or_default()
}
