//! What somebody chooses who was asked "which one do you mean?": "the first", "the one in Oslo".

use crate::answer::Choice;
use crate::text::fold;

/// What the first choice is called, the second, and so on.
const ORDER: [&[&str]; 4] = [
    &["first", "1", "1st", "one", "former"],
    &["second", "2", "2nd", "two"],
    &["third", "3", "3rd", "three"],
    &["fourth", "4", "4th", "four"],
];
/// What the last one is called.
const LAST: [&str; 2] = ["last", "latter"];
/// Words that choose nothing.
const LIGHT: [&str; 20] = [
    "the", "one", "in", "on", "at", "of", "about", "with", "from", "a", "i", "mean", "please",
    "that", "number", "no", "i'd", "to", "for", "by",
];

/// The question that stands for the choice that `typed` makes; `None` where it makes none, or
/// says more than that.
pub(super) fn chosen<'a>(typed: &str, choices: &'a [Choice]) -> Option<&'a str> {
    if choices.is_empty() || typed.contains('?') && typed.split_whitespace().count() > 4 {
        return None;
    }
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let content: Vec<&str> = words.iter().copied().filter(|word| !LIGHT.contains(word)).collect();
    let at = match content.as_slice() {
        [] => by_order(words.last()?, choices.len())?,
        [word] if by_order(word, choices.len()).is_some() => by_order(word, choices.len())?,
        _ => by_words(&content, choices)?,
    };
    choices.get(at).map(|choice| choice.question.as_str())
}

fn by_order(word: &str, count: usize) -> Option<usize> {
    let last = LAST.contains(&word).then(|| count - 1);
    last.or_else(|| ORDER.iter().position(|names| names.contains(&word)))
}

/// The only choice whose label has all of these words.
fn by_words(content: &[&str], choices: &[Choice]) -> Option<usize> {
    let has_all = |choice: &Choice| {
        let label = fold(&choice.label);
        let has = |word: &&str| label.split(|c: char| !c.is_alphanumeric()).any(|own| own == *word);
        content.iter().all(has)
    };
    let mut fitting = (0..choices.len()).filter(|&at| has_all(&choices[at]));
    fitting.next().filter(|_| fitting.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_made_by_its_place_or_by_its_words() {
        let choice = |label: &str| Choice { label: label.into(), question: format!("{label}?") };
        let choices = [choice("Fire in Oslo harbour"), choice("Fire in a Bergen school")];
        assert_eq!(chosen("the second one", &choices), Some("Fire in a Bergen school?"));
        assert_eq!(chosen("the one in Oslo", &choices), Some("Fire in Oslo harbour?"));
        assert_eq!(chosen("the latter", &choices), Some("Fire in a Bergen school?"));
        assert_eq!(chosen("the fire", &choices), None);
        assert_eq!(chosen("who put out the fire in Oslo?", &choices), None);
    }
}
