//! Days with a name, read once from `data/holidays.txt`.
//!
//! In: the words at some place of the text. Out: the rule that gives the day. It knows no years.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::expression::Holiday;

/// The longest name, in words.
pub(super) const LONGEST: usize = 5;

/// The holiday whose name is `words`, in lower case, without apostrophes, one blank between two.
pub(super) fn named(words: &str) -> Option<Holiday> {
    names().get(words).copied()
}

/// The words that names begin with, some more than once; without the s of a possessive as well.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    let first = names().keys().filter_map(|name| name.split(' ').next());
    first.flat_map(|word| [Some(word), word.strip_suffix('s')]).flatten()
}

fn names() -> &'static HashMap<&'static str, Holiday> {
    static NAMES: LazyLock<HashMap<&'static str, Holiday>> = LazyLock::new(|| {
        include_str!("data/holidays.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(": "))
            .filter_map(|(rule, names)| Some((rule_of(rule)?, names)))
            .flat_map(|(rule, names)| names.split("; ").map(move |name| (name, rule)))
            .collect()
    });
    &NAMES
}

fn rule_of(rule: &str) -> Option<Holiday> {
    if let Some(plus) = rule.strip_prefix("easter ") {
        return Some(Holiday::Easter { plus: plus.parse().ok()? });
    }
    if let Some((month, day)) = rule.split_once('-') {
        return Some(Holiday::Fixed { month: month.parse().ok()?, day: day.parse().ok()? });
    }
    let mut numbers = rule.split(' ').map(|number| number.parse::<i8>().ok());
    let (month, weekday, n) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let plus = numbers.next().flatten().unwrap_or_default().into();
    Some(Holiday::Weekday { month, weekday, n, plus })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_has_a_rule_that_can_be_read() {
        for line in include_str!("data/holidays.txt").lines().filter(|line| !line.starts_with('#'))
        {
            let (rule, names) = line.split_once(": ").expect(line);
            assert!(rule_of(rule).is_some(), "{line}");
            assert!(names.split("; ").all(|name| name.split(' ').count() <= LONGEST), "{line}");
        }
    }

    #[test]
    fn names_are_found_without_their_apostrophes() {
        assert_eq!(named("new years day"), Some(Holiday::Fixed { month: 1, day: 1 }));
        assert_eq!(named("good friday"), Some(Holiday::Easter { plus: -2 }));
        assert!(
            first_words().any(|word| word == "boxing")
                && first_words().all(|word| word != "tuesday")
        );
    }
}
