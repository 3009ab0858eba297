//! Where a word ends that began here: which marks belong inside it.

use std::sync::LazyLock;

use super::parts::packed;
use crate::text::quick::QuickSet;

/// Words that end in a period of their own.
static ABBREVIATIONS: LazyLock<QuickSet<u64>> = LazyLock::new(|| {
    include_str!("../model/abbreviations.txt").lines().filter_map(packed).collect()
});

/// The longest abbreviation that is looked up, in bytes.
const LONGEST_ABBREVIATION: usize = 7;

/// Whether a character can begin a word.
pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether a character only decorates the one before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}' | '\u{ad}')
}

/// The length in bytes of the word that `rest` begins with.
pub(super) fn length(rest: &str) -> usize {
    if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") {
        return address_length(rest);
    }
    let mut word = Word::default();
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        match word.step(c, next, &rest[at..], &rest[..at]) {
            Step::Take => {}
            Step::TakeAndEnd => return at + c.len_utf8(),
            Step::End => return at,
        }
    }
    rest.len()
}

fn address_length(rest: &str) -> usize {
    let stop = |c: char| c.is_whitespace() || "\"<>()[]“”’".contains(c);
    let address = &rest[..rest.find(stop).unwrap_or(rest.len())];
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len().max(1)
}

enum Step {
    Take,
    TakeAndEnd,
    End,
}

/// What was seen of the word so far.
#[derive(Default)]
struct Word {
    /// The last character taken.
    last: Option<char>,
    /// Characters since the last period.
    since_period: usize,
    /// Whether there were periods, and only single letters between them: "U.S".
    dotted: bool,
    /// Whether a part was longer than one letter.
    long: bool,
}

impl Word {
    fn step(&mut self, c: char, next: Option<char>, rest: &str, before: &str) -> Step {
        let step = if is_part(c) || is_mark(c) {
            Step::Take
        } else if c == '.' {
            self.period(next, rest, before)
        } else {
            self.mark(c, next, before)
        };
        self.last = Some(c);
        self.since_period = if c == '.' { 0 } else { self.since_period + 1 };
        self.long |= self.since_period > 1;
        step
    }

    /// A period inside a word, after an initial, or after an abbreviation.
    fn period(&mut self, next: Option<char>, rest: &str, before: &str) -> Step {
        let letter = self.last.is_some_and(char::is_alphabetic);
        let acronym = !self.long && letter && self.since_period == 1;
        let inside = match next {
            Some(next) if next.is_ascii_digit() => self.last.is_some_and(|c| c.is_ascii_digit()),
            Some(next) if next.is_alphabetic() => letter && (acronym || next.is_lowercase()),
            Some('-') => acronym && self.dotted,
            _ => false,
        };
        let ends = !inside
            && ((acronym && (self.dotted || !ends_sentence(rest)))
                || is_abbreviation(before, rest));
        self.dotted |= acronym && inside;
        match (inside, ends) {
            (true, _) => Step::Take,
            (_, true) => Step::TakeAndEnd,
            _ => Step::End,
        }
    }

    /// Any other mark inside a word.
    fn mark(&self, c: char, next: Option<char>, before: &str) -> Step {
        let (Some(last), Some(next)) = (self.last, next) else { return Step::End };
        let digits = last.is_ascii_digit() && next.is_ascii_digit();
        let letters = last.is_alphabetic() && next.is_alphabetic();
        let inside = match c {
            '-' | '‐' | '‑' => is_part(next) && (is_part(last) || last == '.'),
            '\'' | '’' => letters,
            ',' | ':' | '/' | '–' => digits,
            '&' | '_' | '@' => is_part(last) && is_part(next),
            '$' if is_currency_prefix(before) && next.is_ascii_digit() => return Step::TakeAndEnd,
            _ => false,
        };
        if inside { Step::Take } else { Step::End }
    }
}

/// "US" of "US$", "A" of "A$".
fn is_currency_prefix(before: &str) -> bool {
    before.len() <= 3 && before.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether nothing but closing marks follows the period that `rest` begins with.
fn ends_sentence(rest: &str) -> bool {
    rest.chars().skip(1).all(|c| c.is_whitespace() || "\"'”’)]".contains(c))
}

/// Whether `before` keeps the period that `rest` begins with.
fn is_abbreviation(before: &str, rest: &str) -> bool {
    if before.len() > LONGEST_ABBREVIATION {
        return false;
    }
    let after = rest[1..].trim_start().chars().next();
    if before.eq_ignore_ascii_case("no") || before.eq_ignore_ascii_case("nos") {
        return after.is_some_and(|c| c.is_ascii_digit());
    }
    packed(before).is_some_and(|before| ABBREVIATIONS.contains(&before))
}
