//! A statement that denies something: "she did *not* sign", "the talks are*n't* in Lima".
//!
//! Articles seldom deny what people ask about, and tell that it was so instead. Such a statement is
//! read as the one that it denies, and what the articles say to that is turned round.

use crate::text::syntax::{Relation, Sentence};

use super::typed::Typed;

/// What is left of a statement or question without the word that denies it.
pub(super) struct Affirmed {
    /// The same with nothing denied.
    pub(super) text: String,
    /// Whether it says the opposite. "Isn't it open?" asks for no more than "is it open?"
    pub(super) is_opposite: bool,
}

/// What a statement is said to be.
const TRUE: [&str; 4] = ["true", "correct", "right", "fact"];

/// Takes the denial from what is asked or claimed from token `start` on; `None` where nothing is
/// denied, or only a part of it is: "not only", "not until May", "not in Lima but in Oslo".
pub(super) fn affirmed(typed: &Typed, start: usize) -> Option<Affirmed> {
    const OF_A_PART: [&str; 10] = [
        "only",
        "just",
        "merely",
        "simply",
        "all",
        "every",
        "everyone",
        "everybody",
        "both",
        "even",
    ];
    const GOES_ON: [&str; 11] = [
        "but", "rather", "instead", "until", "till", "because", "due", "unless", "anymore",
        "longer", "more",
    ];
    let grammar = &typed.grammar;
    let words = typed.words();
    let mut denials = (start..words.len()).filter(|&at| is_denying(grammar, at));
    let at = denials.next().filter(|&at| at > start)?;
    let is_alone = denials.next().is_none();
    let is_part = words.is_one_of(at + 1, &OF_A_PART)
        || (at + 1..words.len()).any(|other| words.is_one_of(other, &GOES_ON));
    let opens = words.is_auxiliary(start)
        && (at == start + 1 || at == start + 2 && words.is_one_of(at + 1, &TRUE));
    if !is_alone || is_part || !(opens || denies_the_whole(grammar, at, start)) {
        return None;
    }
    let until = |token: usize| &typed.text[..grammar.tokens[token].span.start as usize];
    let behind = typed.text[grammar.tokens[at].span.end as usize..].trim_start();
    let kept = match words.word(at - 1) {
        "wo" => format!("{}will", until(at - 1)),
        "ca" => format!("{}can", until(at - 1)),
        _ => until(at).trim_end().to_owned(),
    };
    let space = if behind.starts_with(char::is_alphanumeric) { " " } else { "" };
    Some(Affirmed { text: format!("{kept}{space}{behind}"), is_opposite: !opens })
}

/// "Not", "n't", "never".
fn is_denying(grammar: &Sentence, at: usize) -> bool {
    matches!(grammar.lemma(at), "not" | "n't" | "never")
}

/// Whether the word at `at` denies the main clause of what begins at `start`, or the one that is
/// said to be true.
fn denies_the_whole(grammar: &Sentence, at: usize, start: usize) -> bool {
    let above = grammar.head(at).and_then(|above| match grammar.tokens[above].relation {
        Relation::Aux | Relation::AuxPass | Relation::Cop => grammar.head(above),
        _ => Some(above),
    });
    let is_main = |verb: usize| match grammar.head(verb) {
        Some(above) => above < start || TRUE.contains(&grammar.lemma(above)),
        None => true,
    };
    above.is_some_and(is_main)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn affirmed(text: &str, start: usize) -> Option<(String, bool)> {
        let found = super::affirmed(&Typed::parsed(text.to_owned()), start)?;
        Some((found.text, found.is_opposite))
    }

    #[test]
    fn the_denial_of_the_main_clause_is_taken_away() {
        let cases = [
            ("Jane Doe did not sign the contract", "Jane Doe did sign the contract"),
            ("The bridge won't be cheap.", "The bridge will be cheap."),
            ("the talks arent in Lima", "the talks are in Lima"),
            ("The mayor can't stand again", "The mayor can stand again"),
            ("She never signed it", "She signed it"),
            ("Did one of the slides not work?", "Did one of the slides work?"),
        ];
        for (denied, said) in cases {
            assert_eq!(affirmed(denied, 0), Some((said.to_owned(), true)), "{denied}");
        }
        let (said, is_opposite) = affirmed("Is it true that she did not sign?", 0).unwrap();
        assert_eq!((said.as_str(), is_opposite), ("Is it true that she did sign?", true));
    }

    #[test]
    fn a_question_that_opens_with_a_denial_asks_for_no_more_than_one_without() {
        let asked = affirmed("Isn't Peru a member of the union?", 0);
        assert_eq!(asked, Some(("Is Peru a member of the union?".to_owned(), false)));
        let asked = affirmed("Is it not true that she signed?", 0);
        assert_eq!(asked, Some(("Is it true that she signed?".to_owned(), false)));
    }

    #[test]
    fn what_denies_only_a_part_is_left() {
        let parts = [
            "Not all of the miners were saved",
            "The fire was not only in Lima",
            "The talks are not in Lima but in Oslo",
            "Ann Lee said that she would not run",
            "The bridge that was not built was to be cheap",
            "The bridge will not open until May",
        ];
        for part in parts {
            assert_eq!(affirmed(part, 0), None, "{part}");
        }
    }
}
