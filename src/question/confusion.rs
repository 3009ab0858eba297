//! Words that are right in themselves and wrong where they stand: "were is it", "a taxi form Rome".

use crate::text::fold;

/// `question` with such words set right.
pub(super) fn mend(question: &str) -> String {
    let words: Vec<&str> = question.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mended = (0..words.len()).map(|at| {
        let meant = meant(&folded, &words, at);
        meant.map_or_else(|| words[at].to_owned(), |meant| meant.to_owned())
    });
    mended.collect::<Vec<_>>().join(" ")
}

fn meant(folded: &[String], typed: &[&str], at: usize) -> Option<&'static str> {
    let word = |at: usize| folded.get(at).map_or("", String::as_str);
    let before = || at.checked_sub(1).map_or("", word);
    let capital = |at: usize| {
        typed.get(at).is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase))
    };
    match word(at) {
        "were" | "wear" | "ware" if at == 0 && is_auxiliary(word(1)) => Some("where"),
        "form"
            if is_place(word(at + 1), capital(at + 1))
                && !forms(before())
                && !at.checked_sub(1).is_some_and(capital) =>
        {
            Some("from")
        }
        "form" if word(at + 1) == "the" && !forms(before()) && !asks_verb(&folded[..at]) => {
            Some("from")
        }
        "dose" if at > 0 && asks(word(0)) && at < 4 && !counts_doses(before(), word(at + 1)) => {
            Some("does")
        }
        "loose" if asks_verb(&folded[..at]) => Some("lose"),
        "dye" if asks_verb(&folded[..at]) => Some("die"),
        "rite" | "wright" if asks_verb(&folded[..at]) => Some("write"),
        "of" | "of?" if at + 1 == folded.len() && goes_off(before()) => Some("off"),
        _ => None,
    }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "will" | "is" | "are" | "was" | "were" | "did" | "does" | "do" | "has" | "can" | "should"
    )
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

    #[test]
    fn a_word_out_of_place_is_set_right() {
        let cases = [
            ("were will it be", "where will it be"),
            ("how much is a taxi form Rome", "how much is a taxi from Rome"),
            ("which team dose she drive for", "which team does she drive for"),
            ("how much did the railway loose", "how much did the railway lose"),
            ("what time did it lift of", "what time did it lift off"),
        ];
        for (typed, meant) in cases {
            assert_eq!(mend(typed), meant);
        }
    }

    #[test]
    fn a_word_in_its_place_stays() {
        for typed in ["were they there", "did Greece form Aegean units", "who took the first dose"]
        {
            assert_eq!(mend(typed), typed);
        }
    }
}
