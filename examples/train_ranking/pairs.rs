//! Reads question and answer pairs and has the engine propose candidates for them.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use dateline::article::{Article, Kind, Paragraph};
use dateline::engine::{Additions, Conversation, Document, Engine};
use dateline::text::Span;
use serde_json::Value;

use crate::fit::{Candidate, Example};

/// How much a pair counts beside a question that was written about a report.
const WEIGHT: f32 = 1.0;

struct Pair {
    question: String,
    answers: Vec<String>,
    /// The paragraph that answers it.
    home: String,
}

/// Examples of all data sets in `folder`.
pub(crate) fn examples(folder: &Path, limit: usize) -> Vec<Example> {
    let mut examples = Vec::new();
    for shelves in
        [vec![qamr(&folder.join("qamr.jsonl"))], squad(&folder.join("squad_new_wiki.json"))]
    {
        let share = limit / shelves.len();
        for (articles, pairs) in shelves {
            examples.extend(examples_of(articles, &pairs, share));
        }
        eprintln!("{} examples", examples.len());
    }
    examples
}

fn examples_of(articles: Vec<Article>, pairs: &[Pair], limit: usize) -> Vec<Example> {
    let engine =
        Engine::new(articles.into_iter().map(Document::Article).collect(), Additions::default());
    let step = pairs.len().div_ceil(limit.clamp(1, pairs.len().max(1)));
    let mut examples = Vec::new();
    for (number, (index, pair)) in pairs.iter().enumerate().step_by(step).enumerate() {
        examples.extend(example(&engine, pair));
        let stranger = &pairs[(index * 7 + 101) % pairs.len()];
        examples.extend(
            (number % 5 == 0).then(|| example(&engine, &corrupted(pair, stranger))).flatten(),
        );
    }
    examples
}

/// Articles and the questions about them.
type Shelf = (Vec<Article>, Vec<Pair>);

fn example(engine: &Engine, pair: &Pair) -> Option<Example> {
    let measured = engine.measure(&pair.question, &Conversation::default());
    let home = squeeze(&pair.home);
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let at_home = home.contains(&squeeze(&candidate.passage));
        let gain =
            pair.answers.iter().map(|answer| f1(&candidate.text, answer)).fold(0.0, f32::max);
        Candidate::judged(candidate, if at_home { gain } else { 0.0 }, at_home)
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(
        Example {
            question: pair.question.clone(),
            read: measured.read,
            text: measured.text,
            column: measured.column,
            candidates,
            weight: WEIGHT,
        }
        .trimmed(),
    )
}

/// The question with one of its words exchanged for a like one of another question: nothing
/// answers it.
fn corrupted(pair: &Pair, stranger: &Pair) -> Pair {
    let words: Vec<&str> = pair.question.trim_end_matches('?').split_whitespace().collect();
    let long = |word: &&str| word.chars().count() > 4;
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let old = words
        .iter()
        .skip(1)
        .filter(|word| long(word))
        .max_by_key(|word| (is_name(word), word.len()));
    let others = stranger.question.trim_end_matches('?').split_whitespace().skip(1);
    let new = others
        .filter(long)
        .max_by_key(|word| (old.is_some_and(|old| is_name(old) == is_name(word)), word.len()));
    let question = match (old, new) {
        (Some(old), Some(new)) => pair.question.replacen(old, new, 1),
        _ => stranger.question.clone(),
    };
    Pair { question, answers: Vec::new(), home: String::new() }
}

fn qamr(path: &Path) -> Shelf {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut documents: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for row in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let sentence = untokenised(row["sentence"].as_str().unwrap_or_default());
        let id = row["sent_id"].as_str().unwrap_or_default();
        let document: String = id.split(':').take(3).collect::<Vec<_>>().join(":");
        let list = documents.entry(document).or_default();
        if !list.contains(&sentence) {
            list.push(sentence.clone());
        }
        let answers = row["answers"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(untokenised)
            .collect();
        pairs.push(Pair {
            question: row["question"].as_str().unwrap_or_default().to_owned(),
            answers,
            home: sentence,
        });
    }
    (documents.values().map(|sentences| article("", sentences)).collect(), pairs)
}

/// Wikipedia articles cut into pieces as long as a report, on shelves as full as a small fact base.
fn squad(path: &Path) -> Vec<Shelf> {
    const PARAGRAPHS: usize = 4;
    const SHELVES: usize = 14;
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let data: Value = serde_json::from_str(&text).unwrap_or_default();
    let mut shelves: Vec<Shelf> = (0..SHELVES).map(|_| Shelf::default()).collect();
    let mut next = 0;
    for entry in data["data"].as_array().into_iter().flatten() {
        let title = entry["title"].as_str().unwrap_or_default();
        for piece in
            entry["paragraphs"].as_array().map_or(&[][..], Vec::as_slice).chunks(PARAGRAPHS)
        {
            let (articles, pairs) = &mut shelves[next % SHELVES];
            next += 1;
            let contexts = piece.iter().map(|paragraph| {
                paragraph["context"].as_str().unwrap_or_default().trim().to_owned()
            });
            let contexts: Vec<String> = contexts.collect();
            for (paragraph, context) in piece.iter().zip(&contexts) {
                pairs.extend(
                    paragraph["qas"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(|qa| pair_of(qa, context)),
                );
            }
            articles.push(article(title, &contexts));
        }
    }
    shelves
}

fn pair_of(qa: &Value, context: &str) -> Pair {
    let answers = qa["answers"].as_array().into_iter().flatten();
    let answers = answers.filter_map(|answer| answer["text"].as_str()).map(str::to_owned).collect();
    Pair {
        question: qa["question"].as_str().unwrap_or_default().to_owned(),
        answers,
        home: context.to_owned(),
    }
}

fn article(title: &str, paragraphs: &[String]) -> Article {
    let mut article = Article { title: title.replace('_', " "), ..Article::default() };
    for text in paragraphs {
        let start = article.body.len();
        article.body.push_str(text);
        article
            .paragraphs
            .push(Paragraph { span: Span::new(start..article.body.len()), kind: Kind::Prose });
        article.body.push_str("\n\n");
    }
    article
}

/// The sentence as it would be printed, from tokens set apart by blanks.
fn untokenised(tokens: &str) -> String {
    let mut text = format!(" {tokens} ");
    for (token, mark) in
        [("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", "\""), ("''", "\"")]
    {
        text = text.replace(token, mark);
    }
    for mark in [",", ".", ";", ":", "?", "!", ")", "]", "'s", "n't", "'", "%", "'re", "'ve", "'ll"]
    {
        text = text.replace(&format!(" {mark} "), &format!("{mark} "));
    }
    for mark in ["(", "[", "$", "£"] {
        text = text.replace(&format!(" {mark} "), &format!(" {mark}"));
    }
    squeeze(&text)
}

pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Token F1 as SQuAD counts it.
pub(crate) fn f1(found: &str, wanted: &str) -> f32 {
    let bag = |text: &str| {
        let mut bag: HashMap<String, i32> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            if !matches!(word.as_str(), "a" | "an" | "the") {
                *bag.entry(word).or_default() += 1;
            }
        }
        bag
    };
    let (a, b) = (bag(found), bag(wanted));
    let shared: i32 = a.iter().map(|(word, count)| count.min(b.get(word).unwrap_or(&0))).sum();
    let total: i32 = a.values().sum::<i32>() + b.values().sum::<i32>();
    if total == 0 { 0.0 } else { 2.0 * shared as f32 / total as f32 }
}
