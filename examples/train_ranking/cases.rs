//! Reads question files with patterns of accepted answers, and has the engine propose candidates.
//!
//! Such a file says what an answer must match, not which words are the answer; a candidate is right
//! when the sentence that it would be worded as matches, and its passage meets the demanded quote.

use std::path::Path;

use dateline::article;
use dateline::engine::{Additions, Document, Engine};
use regex::{Regex, RegexBuilder};
use toml::{Table, Value};

use crate::fit::{Candidate, Example};

/// Examples of the questions in `file` about the articles in `folder`, follow-ups and verdicts left
/// out.
pub(crate) fn examples(file: &Path, folder: &Path) -> Vec<Example> {
    let engine = engine(folder);
    let table: Table =
        std::fs::read_to_string(file).unwrap_or_default().parse().unwrap_or_default();
    let cases = table.get("case").and_then(Value::as_array).cloned().unwrap_or_default();
    cases.iter().enumerate().filter_map(|(id, case)| Some(Example { id, ..example(&engine, case.as_table()?)? })).collect()
}

fn engine(folder: &Path) -> Engine {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = files.map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap_or_default();
        Document::Article(article::read(&bytes, path))
    };
    Engine::new(paths.iter().map(read).collect(), Additions::default())
}

fn example(engine: &Engine, case: &Table) -> Option<Example> {
    let question = case.get("ask")?.as_str()?;
    let kind = case.get("kind").and_then(Value::as_str)?;
    if matches!(kind, "yes-no" | "small-talk" | "follow-up") {
        return None;
    }
    let patterns = Patterns::of(case);
    let answered = case.get("expect").is_none();
    let measured = engine.measure(question);
    if std::env::var_os("STATS").is_some() && answered {
        let mut passages: Vec<u32> = Vec::new();
        for c in &measured.candidates { if !passages.contains(&c.number) { passages.push(c.number); } }
        let quoted: Vec<u32> = measured.candidates.iter().filter(|c| patterns.quote.iter().any(|r| r.is_match(&c.passage))).map(|c| c.number).collect();
        let place = passages.iter().position(|p| quoted.contains(p));
        let right = measured.candidates.iter().position(|c| patterns.accept(&c.text, &c.worded, &c.passage));
        let worded = measured.candidates.iter().position(|c| patterns.any.iter().any(|r| r.is_match(&c.worded)) && quoted.contains(&c.number));
        println!("STAT\t{kind}\t{:?}\t{:?}\t{:?}\t{}\t{question}\t{:?}", place, right, worded, patterns.quote.len(), measured.candidates.first().map(|c| c.worded.chars().take(100).collect::<String>()));
    }
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let right =
            answered && patterns.accept(&candidate.text, &candidate.worded, &candidate.passage);
        let short = 1.0 / (1.0 + candidate.text.len() as f32 / 200.0);
        Candidate {
            measures: candidate.measures,
            gain: if right { 0.7 + 0.3 * short } else { 0.0 },
            at_home: answered && patterns.judge(&candidate.worded, &candidate.passage),
            number: candidate.number,
            score: candidate.score,
        }
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(Example { column: measured.column, candidates, id: 0 })
}

struct Patterns {
    any: Vec<Regex>,
    all: Vec<Regex>,
    none: Vec<Regex>,
    quote: Vec<Regex>,
}

impl Patterns {
    fn of(case: &Table) -> Self {
        let list = |key: &str| {
            let patterns = case.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
            let built = patterns.iter().filter_map(|pattern| {
                let plain = pattern
                    .as_str()?
                    .replace("(?!,? 2020)", "")
                    .replace("(?<!september )", "")
                    .replace("(?! september)", "");
                RegexBuilder::new(&plain).case_insensitive(true).build().ok()
            });
            built.collect()
        };
        Patterns { any: list("any"), all: list("all"), none: list("none"), quote: list("quote") }
    }

    /// Whether the answer as it would be worded is right.
    fn judge(&self, worded: &str, passage: &str) -> bool {
        let matches = |regex: &Regex| regex.is_match(worded);
        (self.any.is_empty() || self.any.iter().any(matches))
            && self.all.iter().all(matches)
            && !self.none.iter().any(matches)
            && (self.quote.is_empty() || self.quote.iter().any(|regex| regex.is_match(passage)))
    }

    fn accept(&self, text: &str, worded: &str, passage: &str) -> bool {
        let bare = |regex: &Regex| {
            regex.is_match(text) || (regex.is_match(worded) && worded.len() < text.len() + 75)
        };
        (self.any.is_empty() || self.any.iter().any(bare))
            && self.all.iter().all(bare)
            && !self.none.iter().any(|regex| regex.is_match(worded))
            && (self.quote.is_empty() || self.quote.iter().any(|regex| regex.is_match(passage)))
    }
}
