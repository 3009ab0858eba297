//! Which way to look for a date that leaves out its year or week.

/// Which of the Fridays, Marches or Christmases is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaning {
    /// The last one, today's included: what a report means.
    #[default]
    Past,
    /// The next one, today's included: what an announcement means.
    Future,
    /// The nearer of the two.
    Nearest,
}

/// Words that speak of what is to come.
const FUTURE: [&str; 26] = [
    "will", "'ll", "shall", "slated", "scheduled", "plans", "planned", "planning", "expected", "due", "set", "upcoming",
    "going", "would", "hopes", "intends", "aims", "until", "won't", "ahead", "can", "must", "should", "tickets", "may",
    "might",
];
/// Words after "is", "are" or "be" that do so.
const TO_BE: [&str; 5] = ["is", "are", "was", "were", "be"];

impl Leaning {
    /// A guess from the words of the same clause alone: `before` and `after` the expression.
    ///
    /// "will", "is to", "scheduled" and their like look ahead; a past tense right before the expression, or no
    /// sign at all, looks back. A tagger that knows tenses does better.
    pub fn of_context(before: &str, after: &str) -> Leaning {
        let clause = |text: &str| text.to_lowercase();
        let (before, after) = (clause(last_clause(before)), clause(first_clause(after)));
        let looks_ahead = |text: &str| {
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
            let to_be = words.windows(2).any(|pair| TO_BE.contains(&pair[0]) && pair[1] == "to");
            to_be || words.iter().any(|word| FUTURE.contains(word) || word.ends_with("'ll"))
        };
        let reported = after.split_whitespace().next().is_some_and(|word| word.ends_with("ed"));
        if looks_ahead(&before) || (!reported && looks_ahead(&after)) { Leaning::Future } else { Leaning::Past }
    }
}

fn last_clause(text: &str) -> &str {
    text.rsplit(['.', ';', '!', '?', '"', '\n']).find(|piece| !piece.trim().is_empty()).unwrap_or_default()
}

fn first_clause(text: &str) -> &str {
    text.split(['.', ';', '!', '?', '"', '\n', ',']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements_look_ahead_and_reports_look_back() {
        assert_eq!(Leaning::of_context("The ministers will meet on ", "."), Leaning::Future);
        assert_eq!(Leaning::of_context("The launch is scheduled for ", " at noon."), Leaning::Future);
        assert_eq!(Leaning::of_context("The king is to visit Oslo on ", "."), Leaning::Future);
        assert_eq!(Leaning::of_context("Police arrested two men on ", "."), Leaning::Past);
        assert_eq!(Leaning::of_context("They will pay. He died on ", " in Rome."), Leaning::Past);
    }
}
