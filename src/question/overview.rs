//! Asks for whatever there is to tell of something: "tell me about the talks", "any news on the
//! bridge?", "summary please".

use crate::text::{Table, fold};

use super::courtesy;
use super::phrase::QUESTION_WORDS;

/// The most words of a phrase that asks so.
const LONGEST: usize = 8;

/// What `question` asks to be told of, in its own words; empty where that is what was last talked
/// of, or the newest that there is. `None` where it asks for something else.
pub fn overview(question: &str) -> Option<String> {
    static OPENINGS: Table = Table::new(include_str!("data/overviews.txt"));
    let bare = courtesy::without(question);
    let bare = bare.trim_end_matches(['?', '!', '.', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let folded: Vec<String> = words.iter().flat_map(|word| spelt_out(word)).collect();
    if is_of_anything(&folded.join(" ")) {
        return Some(String::new());
    }
    let extra = folded.len() - words.len();
    let length = (1..=LONGEST.min(folded.len().saturating_sub(1)))
        .rev()
        .find(|&length| OPENINGS.has(&folded[..length].join(" ")))?;
    let topic = words.get(length - extra.min(length)..)?;
    let first = folded[length].as_str();
    if is_clause(first) {
        return None;
    }
    let is_back = matches!(first, "it" | "that" | "this" | "them") && topic.len() == 1;
    Some(if is_back { String::new() } else { topic.join(" ") })
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
        ];
        for (question, topic) in cases {
            assert_eq!(overview(question).as_deref(), Some(topic), "{question}");
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
        ] {
            assert_eq!(overview(question), None, "{question}");
        }
    }
}
