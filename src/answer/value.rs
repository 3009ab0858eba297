//! What an answer comes to, however it is worded: a time, a number, a name.

use crate::fact::{Base, DateKind, Passage};
use crate::lexicon::Lexicon;
use crate::question::{AnswerType, Query};
use crate::text::date::When;
use crate::text::{fold, numerals};

use super::candidate::Candidate;
use super::wording;

/// What an answer comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A point or stretch of time.
    Time(When),
    /// A number, its multiplier counted in.
    Number(f64),
    /// A name.
    Name(String),
    /// Anything else, folded.
    Words(String),
}

/// What a candidate comes to as an answer to `query`.
pub(super) fn of(query: &Query, base: &Base, candidate: &Candidate) -> Value {
    let passage = base.passage(candidate.passage);
    let date = passage.date_at(candidate.head.into());
    let point = date.filter(|date| matches!(date.kind, DateKind::Calendar | DateKind::Clock));
    if let Some(when) = point.and_then(|date| date.when.clone())
        && matches!(query.expects, AnswerType::Date | AnswerType::Clock)
    {
        return Value::Time(when);
    }
    let asks_number = matches!(
        query.expects,
        AnswerType::Number
            | AnswerType::Money
            | AnswerType::Percent
            | AnswerType::Age
            | AnswerType::Measure
    );
    if let Some(number) = number(wording::span(passage, candidate)).filter(|_| asks_number) {
        return Value::Number(number);
    }
    let shown = wording::brief(query, base, candidate);
    if is_name(passage, candidate) { Value::Name(shown) } else { Value::Words(fold(&shown)) }
}

fn is_name(passage: &Passage, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    passage.grammar.entity_at(head).is_some() || passage.referent_at(head).is_some()
}

/// The first number in `text`, in figures or in one word, with its multiplier.
pub(super) fn number(text: &str) -> Option<f64> {
    let words: Vec<String> = text.split([' ', '-', '\u{a0}']).map(fold).collect();
    let read = |word: &String| -> Option<f64> {
        let figures: String = word.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let spelt = || numerals::value(word).map(f64::from);
        figures.trim_end_matches('.').parse().ok().or_else(spelt)
    };
    let (at, value) = words.iter().enumerate().find_map(|(at, word)| Some((at, read(word)?)))?;
    let multiplier = match words.get(at + 1).map(String::as_str) {
        Some("hundred") => 1e2,
        Some("thousand") => 1e3,
        Some("million" | "m") => 1e6,
        Some("billion" | "bn") => 1e9,
        Some("trillion") => 1e12,
        _ => 1.0,
    };
    Some(value * multiplier)
}

/// Whether two answers say the same.
pub(super) fn agree(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time(a), Value::Time(b)) => wording::agree(a, b),
        (Value::Number(a), Value::Number(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        (Value::Name(a), Value::Name(b)) => same_name(a, b),
        (Value::Words(a), Value::Words(b)) => a == b || a.contains(b) || b.contains(a),
        _ => false,
    }
}

/// "Archer" and "Tom Archer", "Washington" and "the United States".
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let key = |name: &str| {
        let country = lexicon.country(name).map(|found| found.country.name.to_owned());
        country.or_else(|| lexicon.organisation(name).map(|found| found.name.to_string()))
    };
    if key(a).is_some_and(|key_of_a| Some(key_of_a) == key(b)) {
        return true;
    }
    if is_initials(a, b) || is_initials(b, a) {
        return true;
    }
    let words = |name: &str| -> Vec<String> {
        let folded = fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1);
        words.filter(|word| *word != "the").map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let within = |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
    !a.is_empty() && !b.is_empty() && (within(&a, &b) || within(&b, &a))
}

/// Whether a name is made of the first letters of another: "EPA" of "the U.S. Environmental
/// Protection Agency".
fn is_initials(short: &str, long: &str) -> bool {
    const LEAST: usize = 3;
    let letters = short.trim_start_matches("the ").replace('.', "");
    let is_short = (LEAST..=6).contains(&letters.len());
    if !is_short || !letters.chars().all(|letter| letter.is_ascii_uppercase()) {
        return false;
    }
    let named = long.split([' ', '-']).filter_map(|word| word.chars().next());
    let initials: String = named.filter(|letter| letter.is_ascii_uppercase()).collect();
    initials.ends_with(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_figures_and_in_words() {
        assert_eq!(number("at least 1,200 people"), Some(1200.0));
        assert_eq!(number("twelve"), Some(12.0));
        assert_eq!(number("US$4.2 billion"), Some(4.2e9));
        assert_eq!(number("nobody"), None);
    }

    #[test]
    fn names_agree_in_part_and_under_another_form() {
        assert!(same_name("Park", "Park Jiwon"));
        assert!(same_name("ROK", "South Korea"));
        assert!(same_name("EPA", "The U.S. Environmental Protection Agency"));
        assert!(!same_name("EPA", "the European Parliament"));
        assert!(!same_name("Ann Lee", "Ann Smith"));
        assert!(!same_name("the", "Ann"));
    }
}
