//! What people say around a question and that asks for nothing: "hey, …", "quick question: …",
//! "…, please?", "… thanks!", "who *exactly* …".

use crate::text::Table;

use super::cut::{self, AUXILIARIES, Word};
use super::phrase::{self, QUESTION_WORDS};

/// The most words of one such phrase.
const LONGEST: usize = 5;

/// The fewest words that "so" stands before as a filler: "so where?" goes on with what was said.
const FEWEST_AFTER_SO: usize = 4;

static OPENERS: Table = Table::new(include_str!("data/openers.txt"));
static CLOSERS: Table = Table::new(include_str!("data/closers.txt"));

/// The question in `typed` alone; all of it where nothing else would be left.
pub fn without(typed: &str) -> String {
    let words = cut::words(typed);
    let first = first_of_question(typed, &words);
    let last = last_of_question(typed, &words, first);
    let (Some(first), Some(last)) = (words.get(first), last.map(|last| &words[last])) else {
        return typed.to_owned();
    };
    let behind = &typed[last.end..];
    // A mark that belongs to the last word stays with it: "the U.S.", "Yahoo!".
    let marks = behind.find(char::is_whitespace).unwrap_or(behind.len());
    let kept = behind[..marks].trim_end_matches([',', ';', ':', '-', '…']);
    let mark = if behind[marks..].contains('?') && !kept.contains('?') { "?" } else { "" };
    without_emphasis(&format!("{}{kept}{mark}", &typed[first.start..last.end]))
}

/// The first word behind all that is said before the question.
fn first_of_question(typed: &str, words: &[Word]) -> usize {
    let mut first = 0;
    while let Some(length) = opener(typed, &words[first..]) {
        first += length;
    }
    first + lead_in(&words[first..]).unwrap_or_default()
}

/// How many words lead to a question that keeps its own order of words: "*can you tell me* when did
/// it open", and not "can you tell me when it opened".
fn lead_in(words: &[Word]) -> Option<usize> {
    const ASKING: [&str; 14] = [
        "know",
        "knows",
        "tell",
        "remind",
        "remember",
        "remembers",
        "idea",
        "ideas",
        "clue",
        "wonder",
        "wondering",
        "explain",
        "say",
        "curious",
    ];
    const CLAUSES: [&str; 9] = ["the", "a", "an", "it", "he", "she", "they", "this", "that"];
    let word = |at: usize| folded(words, at);
    let first = (0..words.len()).find(|&at| !phrase::is_lead_in(word(at)))?;
    let asks = (0..first).any(|at| ASKING.contains(&word(at)));
    let furthest = match word(first) {
        "when" | "where" | "why" | "who" => 1,
        "what" | "which" | "how" => 4,
        _ => return None,
    };
    let next = (first + 1..=first + furthest)
        .take_while(|&at| !CLAUSES.contains(&word(at)))
        .find(|&at| AUXILIARIES.contains(&word(at)));
    (asks && next.is_some()).then_some(first)
}

/// How many words of what people say before a question `words` begin with.
fn opener(typed: &str, words: &[Word]) -> Option<usize> {
    let most = LONGEST.min(words.len().saturating_sub(1));
    (1..=most).rev().find(|&length| {
        let phrase = joined(&words[..length]);
        let gap = &typed[words[length - 1].end..words[length].start];
        let left = words.len() - length;
        OPENERS.has(&phrase) && (phrase != "so" || left >= FEWEST_AFTER_SO)
            || has_mark(gap) && OPENERS.has(&format!("{phrase},"))
    })
}

/// The last word before all that is said behind the question.
fn last_of_question(typed: &str, words: &[Word], first: usize) -> Option<usize> {
    let mut end = words.len();
    while let Some(length) = closer(typed, words.get(first..end)?) {
        end -= length;
    }
    let again = end > first + 2 && words[end - 1].folded == "again";
    (end - usize::from(again && asks_what_is(&words[first..]))).checked_sub(1)
}

/// "Who is the mayor", "where's the fair": with "again", what was known once is asked for.
fn asks_what_is(words: &[Word]) -> bool {
    let word = |at: usize| folded(words, at);
    let asks = |word: &str| QUESTION_WORDS.contains(&word);
    word(0).strip_suffix("'s").is_some_and(asks)
        || asks(word(0)) && matches!(word(1), "is" | "are" | "was" | "were")
}

/// How many words of what people say behind a question `words` end with.
fn closer(typed: &str, words: &[Word]) -> Option<usize> {
    let most = LONGEST.min(words.len().saturating_sub(1));
    (1..=most).rev().find(|&length| {
        let at = words.len() - length;
        let phrase = joined(&words[at..]);
        let gap = &typed[words[at - 1].end..words[at].start];
        CLOSERS.has(&phrase) || has_mark(gap) && CLOSERS.has(&format!(",{phrase}"))
    })
}

/// The word at `at`, folded; empty beyond the end.
fn folded(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |word| word.folded.as_str())
}

fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    words.join(" ")
}

fn has_mark(gap: &str) -> bool {
    gap.contains(|c: char| !c.is_whitespace())
}

/// "Who exactly is it", "when'd it open": "who is it", "when did it open".
fn without_emphasis(question: &str) -> String {
    const EMPHASES: [&str; 7] =
        [" exactly", " precisely", " actually", " on earth", " the hell", " the heck", " the fuck"];
    let opens = |word: &&&str| {
        question.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let Some(word) = QUESTION_WORDS.iter().find(opens) else { return question.to_owned() };
    let (word, rest) = question.split_at(word.len());
    let emphasis = EMPHASES.iter().find_map(|emphasis| {
        let left = rest.get(emphasis.len()..)?;
        let said = rest[..emphasis.len()].eq_ignore_ascii_case(emphasis);
        (said && !left.starts_with(char::is_alphanumeric)).then_some(left)
    });
    let rest = emphasis.unwrap_or(rest);
    let did = ["'d ", "’d "].iter().find_map(|did| rest.strip_prefix(did));
    // "Who'd" may as well have been "who had" or "who would".
    match did.filter(|_| !word.eq_ignore_ascii_case("who")) {
        Some(rest) => format!("{word} did {rest}"),
        None => format!("{word}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_question_is_left() {
        let cases = [
            ("hey, when is the vote?", "when is the vote?"),
            ("Quick question: who won the race", "who won the race"),
            ("ok so um where did they land", "where did they land"),
            ("when is the vote, please?", "when is the vote?"),
            ("when is the vote? thanks!", "when is the vote?"),
            ("who won according to the article", "who won"),
            ("When exactly did it open?", "When did it open?"),
            ("who the hell is in the G7", "who is in the G7"),
            ("when'd the ship leave", "when did the ship leave"),
            ("who won in the U.S.?", "who won in the U.S.?"),
            ("was it open or not?", "was it open?"),
            ("who's the mayor again?", "who's the mayor?"),
            ("can you tell me when did it open", "when did it open"),
            ("Does anyone know which track was it run on?", "which track was it run on?"),
        ];
        for (typed, question) in cases {
            assert_eq!(without(typed), question, "{typed}");
        }
    }

    #[test]
    fn what_belongs_to_the_question_stays() {
        for typed in [
            "so where?",
            "and who did it?",
            "hey",
            "thanks",
            "",
            "?!",
            "who starred in Cheers?",
            "will she run again?",
            "can you tell me when it opened",
            "did the articles say when the vote is?",
            "how much is it?",
            "what is the bot?",
        ] {
            assert_eq!(without(typed), typed);
        }
    }
}
