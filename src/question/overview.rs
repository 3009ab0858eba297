//! Asks for whatever there is to tell of something: "tell me about the talks", "any news on the
//! bridge?", "summary please".

use std::ops::Range;

use crate::text::{Table, fold};

use super::phrase::QUESTION_WORDS;

/// The most words of a phrase that asks so.
const LONGEST: usize = 8;

/// What is to be told of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// In the question's own words; empty where that is what was last talked of, or the newest
    /// that there is.
    pub words: String,
    /// Whether an article as a whole is asked about.
    pub is_article: bool,
}

impl Topic {
    fn new(words: &[&str]) -> Self {
        Topic { words: words.join(" "), is_article: false }
    }
}

/// What `question`, which has no courtesies around it, asks to be told of. `None` where it asks for
/// something else.
pub fn overview(question: &str) -> Option<Topic> {
    static OPENINGS: Table = Table::new(include_str!("data/overviews.txt"));
    let bare = question.trim_end_matches(['?', '!', '.', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let folded: Vec<String> = words.iter().flat_map(|word| spelt_out(word)).collect();
    if is_of_anything(&folded.join(" ")) {
        return Some(Topic::default());
    }
    let extra = folded.len() - words.len();
    if let Some(topic) = of_article(&folded) {
        let words = &words[topic.start - extra..topic.end - extra];
        return Some(Topic { is_article: true, ..Topic::new(words) });
    }
    let length = (1..=LONGEST.min(folded.len().saturating_sub(1)))
        .rev()
        .find(|&length| OPENINGS.has(&folded[..length].join(" ")))?;
    let named = named_article(&folded, length..folded.len()).filter(|topic| !topic.is_empty());
    if let Some(topic) = named {
        let words = &words[topic.start - extra..topic.end - extra];
        return Some(Topic { is_article: true, ..Topic::new(words) });
    }
    let topic = words.get(length - extra.min(length)..)?;
    let first = folded[length].as_str();
    if is_clause(first) {
        return None;
    }
    let is_back = matches!(first, "it" | "that" | "this" | "them") && topic.len() == 1;
    Some(if is_back { Topic::default() } else { Topic::new(topic) })
}

/// "What is *the article on the talks* about", "what's *the ferry story* about": what an article
/// is about is whatever it tells. Gives the words that say which one.
fn of_article(folded: &[String]) -> Option<Range<usize>> {
    let is = |at: usize, words: &[&str]| words.contains(&folded[at].as_str());
    let last = folded.len().checked_sub(1).filter(|&last| last > 2)?;
    let asks = is(0, &["what"]) && is(1, &["is", "was"]) && is(last, &["about"]);
    asks.then(|| named_article(folded, 2..last)).flatten()
}

/// The words that say which article "the article on *the talks*" is, or "the *ferry* story".
fn named_article(folded: &[String], named: Range<usize>) -> Option<Range<usize>> {
    const ARTICLES: [&str; 7] = ["article", "story", "report", "piece", "item", "text", "post"];
    let is = |at: usize, words: &[&str]| words.contains(&folded[at].as_str());
    let noun = named.clone().find(|&at| is(at, &ARTICLES))?;
    let is_small = |at: &usize| is(*at, &["the", "this", "that", "a", "news", "whole"]);
    let start = (named.start..noun).find(|at| !is_small(at)).unwrap_or(noun);
    if noun + 1 == named.end {
        return Some(start..noun);
    }
    (start == noun && is(noun + 1, &["on", "about", "of", "regarding", "in", "by", "from"]))
        .then_some(noun + 2..named.end)
}

/// "What's" as "what is".
fn spelt_out(word: &str) -> Vec<String> {
    let folded = fold(word);
    match folded.as_str() {
        "what's" | "whats" => vec!["what".to_owned(), "is".to_owned()],
        _ => vec![folded],
    }
}

/// Whether a question asks to be told of nothing in particular.
fn is_of_anything(folded: &str) -> bool {
    const ALL: [&str; 18] = [
        "summary",
        "a summary",
        "the summary",
        "give me a summary",
        "overview",
        "give me an overview",
        "recap",
        "tldr",
        "tl;dr",
        "the gist",
        "sum it up",
        "news",
        "any news",
        "latest news",
        "what is new",
        "what is the news",
        "what is the latest",
        "tell me more",
    ];
    ALL.contains(&folded)
}

/// Whether the word begins a question of its own: "explain *why* it fell".
fn is_clause(word: &str) -> bool {
    let word = word.strip_suffix("'s").unwrap_or(word);
    QUESTION_WORDS.contains(&word) || matches!(word, "if" | "whether")
}

#[cfg(test)]
mod tests {
    use super::super::courtesy;
    use super::*;

    #[test]
    fn what_is_to_be_told_of_is_found() {
        let cases = [
            ("tell me about the talks", "the talks"),
            ("Hey, what's the latest on the Harwick bridge?", "the Harwick bridge"),
            ("whats up with the talks lol", "the talks"),
            ("summary please", ""),
            ("tell me more about it", ""),
            ("Any news?", ""),
            ("what's the article on the Harwick bridge about?", "the Harwick bridge"),
            ("what is the ferry story about", "ferry"),
            ("What's this article about?", ""),
            ("give me the gist of the china well story", "china well"),
            ("summary of the article on the ferry?", "the ferry"),
        ];
        for (question, topic) in cases {
            let asked = overview(&courtesy::without(question));
            assert_eq!(asked.map(|it| it.words).as_deref(), Some(topic), "{question}");
        }
    }

    #[test]
    fn what_asks_for_one_thing_is_none() {
        for question in [
            "explain why the bridge fell",
            "tell me when it opens",
            "news?? who won",
            "",
            "explain",
            "what is the dispute about?",
            "what is the story that he told about?",
        ] {
            assert_eq!(overview(question), None, "{question}");
        }
    }
}
