//! Articles with their accepted phrases, read through the whole pipeline as files of several
//! layouts, with every candidate measured and compared with the accepted phrases.

use std::collections::HashSet;

use dateline::brief::measure::Measure;
use dateline::brief::story::Story;
use dateline::brief::{Slot, candidates, phrase};
use dateline::{article, extract};
use serde_json::Value;

use crate::score::{best_f1, tokens};

/// The parts of an article in a file, in their order.
pub(crate) const LAYOUTS: [&[&str]; 4] = [
    &["title", "pub_date", "text"],
    &["title", "text"],
    &["title", "lead", "text"],
    &["title", "pub_date", "lead", "text"],
];

/// One way to answer.
pub(crate) struct Choice {
    /// Its measures that are not 0: their numbers and values.
    pub(crate) measures: Vec<(u16, f32)>,
    /// The numbers of its words in its article, sorted.
    pub(crate) words: Vec<u32>,
    /// Its F1.
    pub(crate) reward: f32,
}

/// An article in one layout.
pub(crate) struct Item {
    /// Which article it is.
    pub(crate) article: usize,
    /// Which layout.
    pub(crate) layout: usize,
    /// The choices for each question; none where no phrase is accepted.
    pub(crate) choices: Vec<Vec<Choice>>,
}

/// Reads every line of the benchmark in every layout.
pub(crate) fn items(lines: &[Value]) -> Vec<Item> {
    let numbers = (0..lines.len())
        .flat_map(|article| (0..LAYOUTS.len()).map(move |layout| (article, layout)));
    numbers.map(|(article, layout)| item(&lines[article], article, layout)).collect()
}

fn item(value: &Value, article: usize, layout: usize) -> Item {
    let parts: Vec<&str> =
        LAYOUTS[layout].iter().filter_map(|&field| value[field].as_str()).collect();
    let read = article::read(parts.join("\n\n").as_bytes(), "article.txt".as_ref());
    let passages = extract::passages(&read);
    let story = Story::new(&passages, read.published);
    let choices =
        Slot::ALL.iter().map(|&slot| choices(&story, slot, &value["gold"][slot.as_str()]));
    Item { article, layout, choices: choices.collect() }
}

fn choices(story: &Story, slot: Slot, gold: &Value) -> Vec<Choice> {
    let phrases = gold.as_array().into_iter().flatten().filter_map(Value::as_str);
    let accepted: Vec<Vec<String>> = phrases.map(tokens).collect();
    if accepted.is_empty() {
        return Vec::new();
    }
    let found = candidates(story, slot).into_iter().map(|candidate| {
        let values = candidate.measures.values().iter().enumerate();
        let measures =
            values.filter(|(_, value)| **value != 0.0).map(|(index, &value)| (index as u16, value));
        Choice {
            measures: measures.collect(),
            words: story.terms(candidate.passage, candidate.first, candidate.last),
            reward: best_f1(phrase(story, &candidate), &accepted),
        }
    });
    let nothing = Choice { measures: Vec::new(), words: Vec::new(), reward: 0.0 };
    let found: Vec<Choice> = found.collect();
    if found.is_empty() { vec![nothing] } else { found }
}

/// For every article the number of its event: articles whose headlines share two long words
/// belong together, so that an event can be kept in one piece.
pub(crate) fn events(lines: &[Value]) -> Vec<usize> {
    let long = |value: &Value| {
        tokens(value["title"].as_str().unwrap_or_default())
            .into_iter()
            .filter(|word| word.len() > 4)
            .collect()
    };
    let titles: Vec<HashSet<String>> = lines.iter().map(long).collect();
    let mut event: Vec<usize> = (0..titles.len()).collect();
    for (a, b) in (0..titles.len()).flat_map(|a| (0..a).map(move |b| (a, b))) {
        if titles[a].intersection(&titles[b]).count() >= 2 {
            let (from, to) = (event[a], event[b]);
            event.iter_mut().filter(|event| **event == from).for_each(|event| *event = to);
        }
    }
    event
}

/// How many measures there are.
pub(crate) const WIDTH: usize = Measure::ALL.len();
