//! Reads question files with patterns of accepted answers, and has the engine propose candidates.
//!
//! Such a file says what an answer must match, not which words are the answer; a candidate is right
//! when the sentence that it would be worded as matches, and its passage meets the demanded quote.

use std::path::Path;

use dateline::answer::tuning::Measured;
use dateline::engine::Engine;
use regex::{Regex, RegexBuilder};
use toml::{Table, Value};

use crate::fit::{Candidate, Example};
use crate::reports::{self, NEXT};

/// How much a question counts.
const WEIGHT: f32 = 12.0;

/// Examples of the questions in `file` about what `engine` knows, verdicts left out.
pub(crate) fn examples(file: &Path, engine: &Engine) -> Vec<Example> {
    let table: Table =
        std::fs::read_to_string(file).unwrap_or_default().parse().unwrap_or_default();
    let cases = table.get("case").and_then(Value::as_array).cloned().unwrap_or_default();
    cases.iter().filter_map(|case| example(engine, case.as_table()?)).collect()
}

fn example(engine: &Engine, case: &Table) -> Option<Example> {
    let question = match case.get("turns").and_then(Value::as_array) {
        Some(turns) => turns.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(NEXT),
        None => case.get("ask")?.as_str()?.to_owned(),
    };
    let kind = case.get("kind").and_then(Value::as_str)?;
    if matches!(kind, "yes-no" | "small-talk") {
        return None;
    }
    let patterns = Patterns::of(case);
    let answered = case.get("expect").is_none();
    let measured = measured(engine, &question);
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let right =
            answered && patterns.accept(&candidate.text, &candidate.worded, &candidate.passage);
        let short = 1.0 / (1.0 + candidate.text.len() as f32 / 200.0);
        Candidate {
            gain: if right { 0.7 + 0.3 * short } else { 0.0 },
            at_home: answered && patterns.judge(&candidate.worded, &candidate.passage),
            ..Candidate::judged(candidate, 0.0, false)
        }
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(
        Example {
            question,
            read: measured.read,
            text: measured.text,
            column: measured.column,
            candidates,
            weight: WEIGHT,
        }
        .trimmed(),
    )
}

/// The candidates for a question, or for the last one of several in one conversation.
pub(crate) fn measured(engine: &Engine, questions: &str) -> Measured {
    let (last, conversation) = reports::last_of(engine, questions);
    engine.measure(last, &conversation)
}

/// A pattern without what may not stand before or behind a match, which this engine does not know.
fn without_looks(pattern: &str) -> String {
    let mut plain = pattern.to_owned();
    while let Some(start) = plain.find("(?!").or_else(|| plain.find("(?<!")) {
        let mut depth = 0;
        let end = plain[start..].char_indices().find_map(|(at, mark)| {
            depth += i32::from(mark == '(') - i32::from(mark == ')');
            (depth == 0).then_some(start + at + 1)
        });
        plain.replace_range(start..end.unwrap_or(plain.len()), "");
    }
    plain
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
                let plain = without_looks(pattern.as_str()?);
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
