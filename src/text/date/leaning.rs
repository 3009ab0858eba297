//! Which way to look for a date that leaves out its year or week.

/// Which of the Fridays, Marches or Christmases is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaning {
    /// The last one, today's included: what the past tense means.
    #[default]
    Past,
    /// The last one, but the next one where that is within two months and the last more than ten
    /// months back: a report would name the year of a day so long ago.
    Report,
    /// The next one, today's included: what an announcement means.
    Future,
    /// The nearer of the two.
    Nearest,
}

/// Words that speak of what is to come.
const FUTURE: [&str; 13] = [
    "will",
    "ll",
    "shall",
    "slated",
    "scheduled",
    "plans",
    "upcoming",
    "hopes",
    "intends",
    "aims",
    "expects",
    "tickets",
    "gonna",
];
/// Pairs of words that do so.
const FUTURE_PAIRS: [(&[&str], &[&str]); 2] = [
    (&["is", "are", "be"], &["to", "set", "due", "expected", "planned", "going"]),
    (&["to"], &["be", "take"]),
];
/// Words after "was" and "were" that speak of what was then to come, and may be past by now.
const ONCE_FUTURE: [&str; 7] = ["to", "set", "due", "expected", "planned", "slated", "scheduled"];
/// So many words after the expression may show what tense its clause has.
const NEAR: usize = 8;
/// Where a clause begins, besides the marks of punctuation.
const JOINTS: [&str; 4] = [", but ", ", and ", " but ", ", which "];
/// A clause with more words than this before the expression is judged by those words alone.
const OPENING: usize = 3;

impl Leaning {
    /// A guess from the words of the same clause alone: `before` and `after` the expression.
    ///
    /// "will", "is to", "scheduled" and their like look ahead; a past tense, or no sign at all,
    /// looks back. What comes after counts only where the expression opens its clause. A tagger
    /// that knows tenses does better.
    pub fn of_context(before: &str, after: &str) -> Leaning {
        let before = last_clause(before).to_lowercase();
        let after = first_clause(after).to_lowercase();
        let near: Vec<&str> = after.split_whitespace().take(NEAR).collect();
        let opens = before.split_whitespace().count() <= OPENING;
        if looked_ahead(&before) {
            Leaning::Nearest
        } else if looks_ahead(&before) || (opens && looks_ahead(&near.join(" "))) {
            Leaning::Future
        } else {
            Leaning::Report
        }
    }
}

/// Whether the clause tells what was to come at some time in the past: "was to open", "had been
/// scheduled".
fn looked_ahead(clause: &str) -> bool {
    let words: Vec<&str> = words_of(clause);
    let was = |word: &str| matches!(word, "was" | "were" | "been");
    words.windows(2).any(|pair| was(pair[0]) && ONCE_FUTURE.contains(&pair[1]))
}

fn words_of(clause: &str) -> Vec<&str> {
    clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn looks_ahead(clause: &str) -> bool {
    let words = words_of(clause);
    let paired = |pair: &[&str]| {
        FUTURE_PAIRS
            .iter()
            .any(|(first, second)| first.contains(&pair[0]) && second.contains(&pair[1]))
    };
    words.windows(2).any(paired)
        || words.iter().any(|word| FUTURE.contains(word))
        // "Its next meeting is on 3 March."
        || words.contains(&"next") && words.iter().any(|word| matches!(*word, "is" | "are"))
}

fn last_clause(text: &str) -> &str {
    let sentence = text
        .rsplit(['.', ';', '!', '?', '"', '\n'])
        .find(|piece| !piece.trim().is_empty())
        .unwrap_or_default();
    JOINTS.iter().fold(sentence, |clause, joint| clause.rsplit(joint).next().unwrap_or(clause))
}

fn first_clause(text: &str) -> &str {
    text.trim_start_matches([',', ' '])
        .split(['.', ';', '!', '?', '"', '\n'])
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements_look_ahead() {
        for (before, after) in [
            ("The ministers will meet on ", "."),
            ("The launch is scheduled for ", " at noon."),
            ("The king is to visit Oslo on ", "."),
            ("The election to be held on ", " is the first since the war."),
            ("The council's next meeting is on ", "."),
            ("On ", ", the two sides will meet again."),
        ] {
            assert_eq!(Leaning::of_context(before, after), Leaning::Future, "{before}");
        }
    }

    #[test]
    fn what_was_to_come_may_be_past() {
        assert_eq!(
            Leaning::of_context("The bridge was to open on ", " but did not."),
            Leaning::Nearest
        );
    }

    #[test]
    fn reports_look_back() {
        for (before, after) in [
            ("Police arrested two men on ", "."),
            ("They will pay. He died on ", " in Rome."),
            ("The port authority said late on ", " that it would close."),
            ("It was to end on the 5th, but on ", " it was extended."),
        ] {
            assert_eq!(Leaning::of_context(before, after), Leaning::Report, "{before}");
        }
    }
}
