//! Whether question and passage name the same figure, or one of them another of the same form.

use super::quantity;

/// What the figures of two texts have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    /// The question has none, or the passage none of that form.
    None,
    /// One is the same.
    Same,
    /// The passage has only others of the same form.
    Others,
}

/// How a figure is written: years, scores and plain numbers are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    Year,
    /// "4-2", "2.14".
    Parted,
}

fn form(word: &str) -> Option<Form> {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits == 0 {
        quantity::value(word).map(|_| Form::Plain)
    } else if word.len() == 4 && digits == 4 {
        Some(Form::Year)
    } else if word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['-', '–', ':']) {
        Some(Form::Parted)
    } else {
        quantity::value(word).map(|_| Form::Plain)
    }
}

/// Compares the figures of a question with those of a passage, word by word.
pub(super) fn compare(asked: &[String], found: &[String]) -> Figures {
    let mut result = Figures::None;
    for word in asked.iter().enumerate().filter(|(at, _)| !is_bound(asked, *at)).map(|(_, w)| w) {
        let Some(kind) = form(word).filter(|_| word != "one") else { continue };
        for other in found.iter().filter(|other| form(other) == Some(kind)) {
            if other == word
                || quantity::value(other).is_some_and(|v| quantity::value(word) == Some(v))
            {
                return Figures::Same;
            }
            result = Figures::Others;
        }
    }
    result
}

/// "More than 100", "before 2000": another figure may well fit.
fn is_bound(words: &[String], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    (1..=3).filter_map(before).any(|word| {
        matches!(
            word.as_str(),
            "than"
                | "over"
                | "under"
                | "least"
                | "most"
                | "before"
                | "after"
                | "since"
                | "until"
                | "above"
                | "below"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_compared_with_those_of_their_form() {
        let compared = |asked: &str, found: &str| {
            let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
            compare(&words(asked), &words(found))
        };
        assert_eq!(compared("did it win 4-2", "it won 3-1 in 1994"), Figures::Others);
        assert_eq!(compared("did three men go", "the 3 men left"), Figures::Same);
        assert_eq!(compared("more than 100 people", "the 80 people"), Figures::None);
        assert_eq!(compared("in 1994", "with 12 others"), Figures::None);
    }
}
