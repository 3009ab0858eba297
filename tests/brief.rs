//! Who, what, when, where, why and how of whole articles, against the phrases that three people
//! marked in each: the mean token F1 of the one answer against the best of their phrases.
//!
//! Articles go the way of a user's: written to a file, read by `knowledge::document`, told by
//! `Engine::brief`. The benchmark is `../shared/benchmarks/5w1h.jsonl`; the test is skipped, and
//! says so, where it is not there.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

#[path = "../examples/fit_brief/score.rs"]
mod score;

use std::path::Path;
use std::time::{Duration, Instant};

use dateline::engine::{Additions, Brief, Engine};
use dateline::knowledge;
use serde_json::Value;

/// The questions, and how good the answers must be at least in every layout.
const FLOORS: [(&str, f32); 6] =
    [("who", 0.66), ("what", 0.52), ("when", 0.60), ("where", 0.62), ("why", 0.27), ("how", 0.20)];

/// The parts of an article in a file, in their order.
const LAYOUTS: [&[&str]; 4] = [
    &["title", "pub_date", "text"],
    &["title", "text"],
    &["title", "lead", "text"],
    &["title", "pub_date", "lead", "text"],
];

#[test]
fn briefs_say_what_people_marked_whatever_the_layout_of_the_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/benchmarks/5w1h.jsonl");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let items: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let folder = tempfile::tempdir().expect("a folder for the articles");
    for layout in LAYOUTS {
        let mut spent = Duration::ZERO;
        let briefs: Vec<Brief> =
            items.iter().map(|item| brief(item, layout, folder.path(), &mut spent)).collect();
        let figures: Vec<f32> =
            FLOORS.iter().map(|(question, _)| mean(&items, &briefs, question)).collect();
        let told = FLOORS
            .iter()
            .zip(&figures)
            .map(|((question, _), figure)| format!("{question} {figure:.3}"));
        let each = spent.as_micros() / items.len().max(1) as u128;
        println!(
            "{:<28} {}  {each} us each",
            layout.join(", "),
            told.collect::<Vec<_>>().join("  ")
        );
        for ((question, floor), figure) in FLOORS.iter().zip(figures) {
            assert!(figure >= *floor, "{question} in {layout:?}: {figure:.3}, at least {floor}");
        }
    }
}

fn brief(item: &Value, layout: &[&str], folder: &Path, spent: &mut Duration) -> Brief {
    let parts: Vec<&str> = layout.iter().filter_map(|&part| item[part].as_str()).collect();
    let path = folder.join("article.txt");
    let text = parts.join("\n\n");
    std::fs::write(&path, &text).expect("an article that can be written");
    let document = knowledge::document(&path).expect("an article that can be read");
    let engine = Engine::new(vec![document], Additions::default());
    let began = Instant::now();
    let brief = engine.brief(0);
    *spent += began.elapsed();
    stands_in(&brief, &text);
    brief
}

/// Every answer stands word for word in the article.
fn stands_in(brief: &Brief, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let answers = [&brief.who, &brief.what, &brief.when, &brief.place, &brief.why, &brief.how];
    for answer in answers.into_iter().flatten() {
        assert!(text.contains(answer.as_str()), "{answer:?} is not in {text:?}");
    }
}

/// The mean over the articles in which people found an answer; no answer counts 0.
fn mean(items: &[Value], briefs: &[Brief], question: &str) -> f32 {
    let asked = items.iter().zip(briefs).filter_map(|(item, brief)| {
        let phrases = item["gold"][question].as_array()?.iter().filter_map(Value::as_str);
        let accepted: Vec<Vec<String>> = phrases.map(score::tokens).collect();
        let answer = said(brief, question).unwrap_or_default();
        (!accepted.is_empty()).then(|| score::best_f1(answer, &accepted))
    });
    let figures: Vec<f32> = asked.collect();
    figures.iter().sum::<f32>() / figures.len().max(1) as f32
}

fn said<'a>(brief: &'a Brief, question: &str) -> Option<&'a str> {
    match question {
        "who" => brief.who.as_deref(),
        "what" => brief.what.as_deref(),
        "when" => brief.when.as_deref(),
        "where" => brief.place.as_deref(),
        "why" => brief.why.as_deref(),
        _ => brief.how.as_deref(),
    }
}
