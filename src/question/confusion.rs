//! Words that are right in themselves and wrong where they stand: "were is it", "a taxi form Rome".

use crate::lexicon::Lexicon;
use crate::text::{fold, numerals};

/// `question` with such words set right.
pub(super) fn mend(question: &str) -> String {
    let words: Vec<&str> = question.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mended = (0..words.len()).map(|at| {
        let meant = meant(&folded, &words, at);
        meant.map_or_else(|| words[at].to_owned(), |meant| meant.to_owned())
    });
    with_ages(&mended.collect::<Vec<_>>())
}

/// The words of a question in one; "five year old" as "five-year-old".
fn with_ages(words: &[String]) -> String {
    let is = |at: usize, word: &str| words.get(at).is_some_and(|own| fold(own) == word);
    let number = |at: usize| {
        words[at].parse::<u32>().is_ok() || numerals::value(&fold(&words[at])).is_some()
    };
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        let begins = |first: usize| {
            let old = words.get(first + 2).map_or("", String::as_str);
            is(first + 1, "year") && old.trim_end_matches(['s', '?', ',']) == "old" && number(first)
        };
        let joins = at > 0 && begins(at - 1) || at > 1 && begins(at - 2);
        text.push_str(if at == 0 {
            ""
        } else if joins {
            "-"
        } else {
            " "
        });
        text.push_str(word);
    }
    text
}

/// "Ex *president*", "ex *prime minister*".
fn is_role(word: &str, next: &str) -> bool {
    let title = |words: &str| Lexicon::builtin().title(words).is_some();
    title(word) || title(&format!("{word} {next}"))
}

fn meant(folded: &[String], typed: &[&str], at: usize) -> Option<&'static str> {
    let word = |at: usize| folded.get(at).map_or("", String::as_str);
    let before = || at.checked_sub(1).map_or("", word);
    let capital = |at: usize| {
        typed.get(at).is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase))
    };
    match word(at) {
        "were" | "wear" | "ware" if at == 0 && (is_auxiliary(word(1)) || asks_place(folded)) => {
            Some("where")
        }
        "witch" if at == 0 && !is_auxiliary(word(1)) => Some("which"),
        "how" if at == 0 && is_done(word(1)) && !is_auxiliary(word(2)) => Some("who"),
        _ if at == 1 && asks_beside(word(0)) => auxiliary(word(1)),
        "4" if takes(word(at + 1)) => Some("for"),
        "2" if takes(word(at + 1)) && at > 0 => Some("to"),
        "form"
            if is_place(word(at + 1), capital(at + 1))
                && !forms(before())
                && !at.checked_sub(1).is_some_and(capital) =>
        {
            Some("from")
        }
        "form" if at + 1 == folded.len() && at > 2 && !forms(before()) => Some("from"),
        "ex" if is_role(word(at + 1), word(at + 2)) => Some("former"),
        "us" if before() == "the" => Some("US"),
        "un" if before() == "the" => Some("UN"),
        "form" if word(at + 1) == "the" && !forms(before()) && !asks_verb(&folded[..at]) => {
            Some("from")
        }
        "dose" if at > 0 && asks(word(0)) && at < 4 && !counts_doses(before(), word(at + 1)) => {
            Some("does")
        }
        "dose" if at == 0 && word(1) != "of" && !is_auxiliary(word(1)) => Some("does"),
        "loose" if asks_verb(&folded[..at]) => Some("lose"),
        "dye" if asks_verb(&folded[..at]) && !opens_noun(before()) => Some("die"),
        "rite" | "wright" if asks_verb(&folded[..at]) => Some("write"),
        "of" | "of?" if at + 1 == folded.len() && goes_off(before()) => Some("off"),
        _ => None,
    }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "is"
            | "are"
            | "was"
            | "were"
            | "did"
            | "does"
            | "do"
            | "has"
            | "can"
            | "should"
            | "had"
            | "have"
            | "would"
            | "could"
            | "must"
            | "may"
    )
}

/// What stands before an auxiliary and nothing else.
fn asks_beside(word: &str) -> bool {
    matches!(word, "when" | "where" | "why")
}

/// The auxiliary that a word was meant to be that can be none: "where *wee* the talks".
fn auxiliary(word: &str) -> Option<&'static str> {
    const AUXILIARIES: [&str; 12] =
        ["were", "was", "did", "does", "will", "are", "is", "has", "have", "had", "would", "could"];
    const OTHERS: [&str; 9] =
        ["do", "can", "should", "must", "may", "might", "else", "exactly", "in"];
    let is_short = (2..=5).contains(&word.len());
    if !is_short || is_auxiliary(word) || OTHERS.contains(&word) {
        return None;
    }
    AUXILIARIES.into_iter().find(|meant| strsim::osa_distance(word, meant) == 1)
}

/// "Were on the grid *did* he start": a place is asked for where another auxiliary comes soon.
fn asks_place(folded: &[String]) -> bool {
    let opens = |word: &String| matches!(word.as_str(), "in" | "on" | "at" | "else" | "exactly");
    folded.get(1).is_some_and(opens)
        && folded.iter().skip(2).take(5).any(|word| matches!(word.as_str(), "did" | "does" | "do"))
}

/// What "for" and "to" often stand before, where they are typed as figures.
fn takes(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "him" | "their" | "them" | "its" | "it")
}

/// Whether a word says what somebody did or does, which nothing can be that is asked for with
/// "how": "*how* kept the gate".
fn is_done(word: &str) -> bool {
    use crate::text::syntax::{Tag, lemma};
    let past = lemma::irregular(word)
        .is_some_and(|base| lemma::inflected(base, Tag::VBD) == word && base != word);
    past && !is_auxiliary(word)
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !is_auxiliary(word)
        || word.len() > 5 && word.ends_with("ed")
}

fn opens_noun(before: &str) -> bool {
    matches!(before, "the" | "a" | "an" | "of" | "this" | "red" | "blue" | "green" | "black")
}

fn asks(word: &str) -> bool {
    matches!(word, "what" | "which" | "who" | "when" | "where" | "how" | "why")
}

/// What follows "from" rather than "form": a name, "the", "there".
fn is_place(word: &str, capital: bool) -> bool {
    capital || matches!(word, "there" | "here" | "where")
}

/// What "form" may follow as a verb or noun.
fn forms(before: &str) -> bool {
    matches!(
        before,
        "to" | "will" | "did" | "would" | "can" | "could" | "a" | "the" | "what" | "which" | "this"
    )
}

fn counts_doses(before: &str, after: &str) -> bool {
    matches!(
        before,
        "a" | "the" | "one" | "first" | "second" | "third" | "each" | "every" | "booster"
    ) || is_auxiliary(after)
}

fn asks_verb(before: &[String]) -> bool {
    before.iter().any(|word| matches!(word.as_str(), "did" | "does" | "do" | "will" | "to"))
}

fn goes_off(before: &str) -> bool {
    matches!(before, "lift" | "lifted" | "take" | "took" | "set" | "call" | "called" | "blast")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, &str)]) {
        for (typed, meant) in cases {
            assert_eq!(mend(typed), *meant);
        }
    }

    #[test]
    fn a_word_out_of_place_is_set_right() {
        check(&[
            ("were will it be", "where will it be"),
            ("how much is a taxi form Rome", "how much is a taxi from Rome"),
            ("which team dose she drive for", "which team does she drive for"),
            ("how much did the railway loose", "how much did the railway lose"),
            ("what time did it lift of", "what time did it lift off"),
            ("what did the five year old find", "what did the five-year-old find"),
        ]);
    }

    #[test]
    fn question_words_and_auxiliaries_are_set_right() {
        check(&[
            ("how kept the gate", "who kept the gate"),
            ("where wee the talks", "where were the talks"),
            ("witch door is open", "which door is open"),
            ("dose she drive", "does she drive"),
            ("who played 4 the club", "who played for the club"),
        ]);
    }

    #[test]
    fn a_word_in_its_place_stays() {
        for typed in [
            "were they there",
            "did Greece form Aegean units",
            "who took the first dose",
            "is the school year old news",
            "is he 5 years old",
        ] {
            assert_eq!(mend(typed), typed);
        }
    }
}
