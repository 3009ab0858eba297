//! What somebody tells before they ask: "The mayor is leaving. Do we know who comes next?",
//! "I read about the fire, but where was it?"

use crate::text::sentence;

use super::cut::{self, AUXILIARIES};
use super::phrase::{QUESTION_WORDS, is_lead_in};

/// The fewest words that tell something, and the fewest that ask for Yes or No behind them: "they
/// won, didn't they?" only asks for assent.
const FEWEST_TOLD: usize = 3;
const FEWEST_ASKED: usize = 4;

/// Words that join a question to what was told.
const LINKS: [&str; 7] = ["and", "but", "so", "or", "yet", "then", "now"];

/// Whether a word opens a question to be answered by Yes or No.
fn opens(word: &str) -> bool {
    AUXILIARIES.contains(&word) || matches!(word, "isn't" | "didn't")
}

/// What is told before a question, and the question; `None` where nothing is.
pub fn preamble(typed: &str) -> Option<(&str, &str)> {
    let spans = sentence::split(typed);
    if let [told @ .., asked] = spans.as_slice()
        && let [first, ..] = told
    {
        let told = typed.get(first.start as usize..asked.start as usize)?.trim_end();
        let asked = asked.of(typed);
        let tells = !told.ends_with('?') && words(told).len() >= FEWEST_TOLD;
        return (tells && (asked.ends_with('?') || asks(asked))).then_some((told, asked));
    }
    let marks =
        typed.char_indices().filter(|(_, mark)| matches!(mark, ',' | ':' | ';' | '–' | '—'));
    let mut parts = marks.map(|(at, mark)| (&typed[..at], &typed[at + mark.len_utf8()..]));
    let tells = |told: &[String]| {
        let is_asked = |word: &String| matches!(word.as_str(), "who" | "whose" | "whom" | "which");
        told.len() > FEWEST_TOLD && !told.first().is_some_and(is_asked)
    };
    parts
        .find(|(told, asked)| tells(&words(told)) && asks(asked))
        .map(|(told, asked)| (told.trim_end(), asked.trim_start()))
}

fn words(text: &str) -> Vec<String> {
    cut::words(text).into_iter().map(|word| word.folded).collect()
}

/// Whether a question begins here, with a question word behind nothing but words that lead to it,
/// or with a verb that asks for Yes or No.
fn asks(text: &str) -> bool {
    let words = words(text);
    let behind_links = words.iter().skip_while(|word| LINKS.contains(&word.as_str()));
    let rest: Vec<&str> = behind_links.map(String::as_str).collect();
    let led = rest.iter().position(|word| !is_lead_in(word));
    let by_word = led.is_some_and(|at| QUESTION_WORDS.contains(&rest[at]) && rest.len() > at + 1);
    let is_linked = rest.len() < words.len();
    let relative = !is_linked && led == Some(0) && rest.get(1).is_some_and(|next| !opens(next));
    let by_verb = rest.first().is_some_and(|word| opens(word)) && rest.len() >= FEWEST_ASKED;
    by_word && !(relative && matches!(rest[0], "which" | "who" | "where" | "when" | "whose"))
        || by_verb && text.trim_end().ends_with('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_apart_from_what_is_asked() {
        for (typed, told, asked) in [
            (
                "The mayor is leaving. Do we know who comes next?",
                "The mayor is leaving.",
                "Do we know who comes next?",
            ),
            (
                "I read about the fire, but where was it?",
                "I read about the fire",
                "but where was it?",
            ),
            (
                "The dam has burst, so is it known how many died?",
                "The dam has burst",
                "so is it known how many died?",
            ),
            (
                "I am not sure about the treaty: has it been signed by now?",
                "I am not sure about the treaty",
                "has it been signed by now?",
            ),
        ] {
            assert_eq!(preamble(typed), Some((told, asked)), "{typed}");
        }
    }

    #[test]
    fn questions_alone_have_none() {
        for typed in [
            "",
            "?",
            "who won?",
            "The ship sank, didn't it?",
            "Is Ann Lee, who won the race, ill?",
            "Where is the ship, which sank in May, now?",
            "Who won? Where was it?",
            "ok, when is it?",
            "What did the mayor, Ann Lee, say?",
            "Who, out of the three from Oslo, was hurt in the fall?",
            "Which of the three from Oslo, if any, was hurt in the fall?",
        ] {
            assert_eq!(preamble(typed), None, "{typed}");
        }
    }
}
