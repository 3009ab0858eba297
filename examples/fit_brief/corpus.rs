//! Articles with their accepted phrases, read through the whole pipeline as files of several
//! layouts, with all candidates measured.

use std::collections::HashSet;

use dateline::brief::measure::Measure;
use dateline::brief::story::Story;
use dateline::brief::{Slot, candidates, phrase};
use dateline::{article, extract};
use serde_json::Value;

use crate::score::{best_f1, tokens};

/// The ways an article may be laid out in a file.
pub const LAYOUTS: [(&str, &[&str]); 4] = [
    ("title, date, text", &["title", "pub_date", "text"]),
    ("title, text", &["title", "text"]),
    ("title, lead, text", &["title", "lead", "text"]),
    ("title, date, lead, text", &["title", "pub_date", "lead", "text"]),
];

/// One way to answer.
pub struct Choice {
    /// Its measures that are not 0: their numbers and values.
    pub measures: Vec<(u16, f32)>,
    /// Its F1.
    pub reward: f32,
    /// Its words.
    pub text: String,
    /// The same as words that are compared.
    pub words: Vec<String>,
}

/// An article in one layout.
pub struct Item {
    /// Which article it is.
    pub article: usize,
    /// Which layout.
    pub layout: usize,
    /// The choices for each question; none where no phrase is accepted.
    pub choices: Vec<Vec<Choice>>,
    /// The headline.
    pub title: String,
    /// The accepted phrases.
    pub gold: String,
}

/// Reads every line of the benchmark in every layout.
pub fn items(lines: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for (article, line) in lines.lines().enumerate() {
        let Ok(value) = serde_json::from_str::<Value>(line) else { continue };
        for layout in 0..LAYOUTS.len() {
            items.push(item(&value, article, layout));
        }
    }
    items
}

fn item(value: &Value, article: usize, layout: usize) -> Item {
    let parts: Vec<&str> = LAYOUTS[layout].1.iter().filter_map(|&field| value[field].as_str()).collect();
    let read = article::read(parts.join("\n\n").as_bytes(), "article.txt".as_ref());
    let passages = extract::passages(&read);
    let story = Story::new(&passages, read.published);
    let choices = Slot::ALL.iter().map(|&slot| choices(&story, slot, &value["gold"][slot.name()]));
    Item { article, layout, choices: choices.collect(), title: read.title.clone(), gold: value["gold"].to_string() }
}

fn choices(story: &Story, slot: Slot, gold: &Value) -> Vec<Choice> {
    let accepted: Vec<Vec<String>> =
        gold.as_array().into_iter().flatten().filter_map(Value::as_str).map(tokens).collect();
    if accepted.is_empty() {
        return Vec::new();
    }
    let found = candidates(story, slot).into_iter().map(|candidate| {
        let text = phrase(story, &candidate).to_owned();
        let values = candidate.measures.values().iter().enumerate().filter(|(_, value)| **value != 0.0);
        let measures = values.map(|(index, &value)| (index as u16, value)).collect();
        Choice { measures, reward: best_f1(&text, &accepted), words: tokens(&text), text }
    });
    let mut found: Vec<Choice> = found.collect();
    if found.is_empty() {
        found.push(Choice { measures: Vec::new(), reward: 0.0, text: String::new(), words: Vec::new() });
    }
    found
}

/// For every article the number of its event: articles whose headlines share words that few
/// headlines have belong together, so that folds can keep an event in one piece.
pub fn events(lines: &str) -> Vec<usize> {
    let titles: Vec<HashSet<String>> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|value| tokens(value["title"].as_str().unwrap_or_default()).into_iter().filter(|word| word.len() > 4).collect())
        .collect();
    let mut event: Vec<usize> = (0..titles.len()).collect();
    for a in 0..titles.len() {
        for b in 0..a {
            if titles[a].intersection(&titles[b]).count() >= 2 {
                let (from, to) = (event[a], event[b]);
                event.iter_mut().filter(|event| **event == from).for_each(|event| *event = to);
            }
        }
    }
    event
}

/// The name of every measure.
pub fn names() -> Vec<&'static str> {
    Measure::ALL.iter().map(|measure| measure.name()).collect()
}
