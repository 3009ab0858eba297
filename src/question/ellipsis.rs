//! Hurried questions with the words that they leave out: "the fair when?" for "when is the fair",
//! "any survivors found?" for "were any survivors found", "ferry fire date?" for "when was it".
//!
//! Told by the tags of the words; where these leave it open, a question stays as it was typed.

mod behind;
mod nouns;
mod verdict;

use crate::text::syntax::Tag;

use super::exchange;
use super::phrase::{self, QUESTION_WORDS};
use super::question_type::{self, QuestionType};
use super::words::Words;

/// The question in full, where it is told that words are left out.
pub(super) fn filled(words: Words) -> Option<String> {
    let last = words.last().filter(|&last| last > 0)?;
    let is_linked = exchange::is_linked(words) && !words.is_one_of(0, &["so"]);
    if is_linked || phrase::opens_with_auxiliary(words) || phrase::is_imperative(words) {
        return None;
    }
    let question_word = (0..=last).find(|&at| words.is_one_of(at, &QUESTION_WORDS));
    match question_word {
        Some(0) => opened(words, last),
        Some(1) if words.tag(0) == Tag::IN => None,
        Some(at) => behind::behind(words, at, last),
        None => nouns::of_noun(words, last)
            .or_else(|| nouns::opinion(words, last))
            .or_else(|| verdict::verdict(words, last)),
    }
}

/// Whether a question in full got its tense only from "was", which may have been "is" as well.
pub(super) fn is_tense_open(whole: &str) -> bool {
    ["when was ", "when were ", "where was ", "where were "]
        .iter()
        .any(|opening| whole.starts_with(opening))
}

fn is_verb(words: Words, at: usize) -> bool {
    words.tag(at).is_verb() || words.is_auxiliary(at)
}

/// "is", "are", "was" or "were", as the words from `first` to `last` want it.
fn be(words: Words, first: usize, last: usize, is_past: bool) -> &'static str {
    let edge =
        (first..=last).find(|&at| matches!(words.tag(at), Tag::IN | Tag::TO)).unwrap_or(last + 1);
    let is_plural = (first..edge).any(|at| words.is_one_of(at, &["and", "they", "we", "you"]))
        || matches!(words.tag(edge.saturating_sub(1)), Tag::NNS | Tag::NNPS | Tag::VBZ);
    match (is_past, is_plural) {
        (false, false) => "is",
        (false, true) => "are",
        (true, false) => "was",
        (true, true) => "were",
    }
}

/// "How many on the plane", "where they signing it", "why no vote": no verb behind the phrase.
fn opened(words: Words, last: usize) -> Option<String> {
    // As nearly all questions do: nothing is left out.
    if words.is_auxiliary(1) && words.word(2) != "by" {
        return None;
    }
    let (asks, phrase) = question_type::of(words);
    let (_, end) = phrase?;
    let next = end + 1;
    let is_passive = words.word(next + 1) == "by";
    if next > last || is_verb(words, next) && words.tag(next) != Tag::VBN && !is_passive {
        return None;
    }
    let with = |helper: &str| {
        Some(format!("{} {helper} {}?", words.stretch(0, end), words.stretch(next, last)))
    };
    let verb = (next..=last).find(|&at| is_verb(words, at));
    match asks {
        QuestionType::HowMany if words.word(end) == "many" => {
            let stands = words.tag(next) == Tag::IN && words.word(next) != "of" && verb.is_none();
            if stands { with("people were") } else { None }
        }
        QuestionType::HowMany if words.word(next + 1) == "by" => with("were"),
        QuestionType::When | QuestionType::Where | QuestionType::Why
            if words.word(next) == "no" && verb.is_none() =>
        {
            with("is there")
        }
        QuestionType::When | QuestionType::Where | QuestionType::Why => {
            let noun = (next..=last).any(|at| words.tag(at).is_noun() || words.tag(at) == Tag::PRP);
            let begins = !matches!(words.tag(next), Tag::IN | Tag::TO | Tag::Comma);
            let ing = |at: usize| words.tag(at) == Tag::VBG || words.word(at).ends_with("ing");
            match verb.filter(|&verb| verb > next) {
                _ if !noun || !begins || words.word(0) == "how" => None,
                Some(verb) if ing(verb) => with(be(words, next, verb - 1, false)),
                Some(verb) if words.tag(verb) == Tag::VBN => with(be(words, next, verb - 1, true)),
                Some(_) => None,
                None if words.tag(next).is_noun() || words.tag(next) == Tag::DT => {
                    with(be(words, next, last, asks == QuestionType::When))
                }
                None => None,
            }
        }
        QuestionType::Who if verb.is_none() && words.tag(next).is_noun() => with("is"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::typed::Typed;

    fn check(cases: &[(&str, &str)]) {
        for (typed, whole) in cases {
            let found = filled(Typed::parsed((*typed).to_owned()).words());
            assert_eq!(found.as_deref(), Some(*whole), "{typed}");
        }
    }

    #[test]
    fn a_question_phrase_behind_goes_before() {
        check(&[
            ("Oslo ferry fire started when", "when did Oslo ferry fire start?"),
            ("second debate cancelled when?", "when was second debate cancelled?"),
            ("next Norway election when", "when is next Norway election?"),
            ("union leader who", "who is union leader?"),
            ("tomb wine jar which island", "which island is tomb wine jar?"),
            ("Ann Lee who's that", "who is Ann Lee?"),
            ("Larvik lost to who in the rugby", "to who did Larvik lose in the rugby?"),
            ("mall bombing, how many dead", "how many dead in mall bombing?"),
        ]);
    }

    #[test]
    fn verbs_that_help_are_put_in() {
        check(&[
            ("when they fixing the station", "when are they fixing the station?"),
            ("how many cars hit by the fire", "how many cars were hit by the fire?"),
            ("how many on the plane", "how many people were on the plane?"),
            ("why no vote", "why is there no vote?"),
            ("any shots fired by the robbers", "were any shots fired by the robbers?"),
            ("any new cases in Malawi", "is there any new cases in Malawi?"),
            ("deal ratified by the house?", "was deal ratified by the house?"),
            ("pact meant to end the war?", "was pact meant to end the war?"),
            ("Brazil a member?", "is Brazil a member?"),
            ("Ana Lopes used to work at the fair?", "did Ana Lopes work at the fair?"),
            ("Brazil in the travel ban?", "is Brazil in the travel ban?"),
            ("raining during the landing?", "was it raining during the landing?"),
        ]);
    }

    #[test]
    fn what_is_asked_of_a_thing_is_asked_in_full() {
        check(&[
            ("ferry fire date?", "when was ferry fire?"),
            ("venue of the harbour fair", "where was the harbour fair?"),
            ("Ana Lopes birthplace", "where was Ana Lopes born?"),
            ("Oslo marathon winner", "who won Oslo marathon?"),
            ("Peru quake death toll", "how many people died in Peru quake?"),
            ("the mayor's view on the bridge", "what does the mayor think of the bridge?"),
        ]);
    }

    #[test]
    fn whole_questions_and_follow_ups_stay() {
        for typed in [
            "When was the ferry fire?",
            "who won?",
            "and the date?",
            "attendees?",
            "the nine-point agreement",
            "do you know when it is",
            "what about Greece?",
            "how many people were hurt?",
            "The man who won is ill",
            "tell me the date",
            "in which year did it start?",
            "the date and time",
            "",
        ] {
            assert_eq!(filled(Typed::parsed(typed.to_owned()).words()), None, "{typed}");
        }
    }
}
