//! Greetings, thanks and the like: not questions about the news.

use crate::text::{Table, fold};

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallTalk {
    /// "Hello".
    Greeting,
    /// "Thanks".
    Thanks,
    /// "Bye".
    Farewell,
    /// "Ok", "lol".
    Assent,
    /// "Who are you", "help".
    Help,
}

/// The small talk that the whole of `text` is, if it is.
pub fn small_talk(text: &str) -> Option<SmallTalk> {
    let words: String = fold(text).chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
    let said: Vec<&str> = words.split_whitespace().filter(|word| !is_filler(word)).collect();
    let said = said.join(" ");
    static PHRASES: Table = Table::new(include_str!("data/small_talk.tsv"));
    match PHRASES.get(&said)? {
        "greeting" => Some(SmallTalk::Greeting),
        "thanks" => Some(SmallTalk::Thanks),
        "farewell" => Some(SmallTalk::Farewell),
        "assent" => Some(SmallTalk::Assent),
        "help" => Some(SmallTalk::Help),
        _ => None,
    }
}

fn is_filler(word: &str) -> bool {
    matches!(word, "dateline" | "bot" | "there" | "everyone" | "all" | "guys" | "again" | "so" | "very" | "much" | "mate" | "friend")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_small_talk_as_a_whole_counts() {
        assert_eq!(small_talk("Hello!"), Some(SmallTalk::Greeting));
        assert_eq!(small_talk("thanks so much :)"), Some(SmallTalk::Thanks));
        assert_eq!(small_talk("hello, when is the vote?"), None);
        assert_eq!(small_talk(""), None);
    }
}
