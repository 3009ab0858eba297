//! How many: whether a passage's numbers bear out "all", "most", "over 100", "three" of a
//! question.

use crate::text::syntax::{Relation, Sentence, Tag};
use crate::text::{fold, numerals};

/// What a question says of a number of things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Quantity {
    /// All of them, without exception.
    All,
    /// More than half of them.
    Most,
    /// Just so many.
    Exactly(f64),
    /// So many or more.
    AtLeast(f64),
    /// So many or fewer.
    AtMost(f64),
}

/// What a question says of a number, with the noun that is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Asked {
    /// How many.
    pub(super) quantity: Quantity,
    /// The token of the noun.
    pub(super) noun: usize,
    /// The token of the quantity.
    pub(super) token: usize,
}

/// A number of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its first token.
    pub(super) token: usize,
    /// The noun that it counts, or itself.
    pub(super) noun: usize,
    /// Its value; a share as a part of one.
    pub(super) value: f64,
    /// The number as it is written: of "two of the five" 2.
    pub(super) written: f64,
    /// Whether it is a part of a whole: "80 percent", "two of the five".
    pub(super) is_share: bool,
    /// "Only 27".
    pub(super) is_only: bool,
    /// "All but one".
    pub(super) is_exception: bool,
}

/// What the question says of a number, if it does.
pub(super) fn asked(
    grammar: &Sentence,
    text: &str,
    is_date: impl Fn(usize) -> bool,
) -> Option<Asked> {
    let word = |at: usize| grammar.tokens.get(at).map_or(String::new(), |t| fold(t.span.of(text)));
    for token in 0..grammar.tokens.len() {
        let noun = counted(grammar, token);
        let found = |quantity| Some(Asked { quantity, noun, token });
        match word(token).as_str() {
            "all" if is_emphatic(&word(token.wrapping_sub(1))) => {}
            "all" | "both" | "every" | "everyone" | "everybody" | "unanimous" | "unanimously"
            | "entire" => {
                return found(Quantity::All);
            }
            "most" if grammar.tokens[token].tag != Tag::RBS || noun != token => {
                return found(Quantity::Most);
            }
            "majority" => return found(Quantity::Most),
            "half" if is_more(&word(token.wrapping_sub(2)), &word(token.wrapping_sub(1))) => {
                return found(Quantity::Most);
            }
            _ => {}
        }
        let is_number = grammar.tokens[token].tag == Tag::CD;
        if is_date(token) || is_year(&word(token)) {
            continue;
        }
        let found_figure = figure(grammar, text, token);
        let Some(figure) = found_figure.filter(|figure| is_number || figure.is_share) else {
            continue;
        };
        let before = (word(token.wrapping_sub(2)), word(token.wrapping_sub(1)));
        let quantity = if is_more(&before.0, &before.1) {
            Quantity::AtLeast(figure.value)
        } else if is_less(&before.0, &before.1) {
            Quantity::AtMost(figure.value)
        } else {
            Quantity::Exactly(figure.value)
        };
        return found(quantity);
    }
    None
}

/// "At all", "after all", "above all": nothing is counted.
pub(super) fn is_emphatic(before: &str) -> bool {
    matches!(before, "at" | "after" | "above")
}

/// Whether a number is more likely a year than a count.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

fn is_more(first: &str, second: &str) -> bool {
    matches!(second, "over" | "above" | "exceed" | "least")
        || (second == "than" && matches!(first, "more" | "greater" | "higher"))
}

fn is_less(first: &str, second: &str) -> bool {
    matches!(second, "under" | "below")
        || (second == "than" && matches!(first, "less" | "fewer" | "lower"))
        || (second == "to" && first == "up")
}

/// The noun that a quantity counts: "all *countries*", "most of the *seats*".
fn counted(grammar: &Sentence, token: usize) -> usize {
    use Relation::{Advmod, Amod, Compound, Det, DetPredet, Nummod};
    let below = grammar.child(token, Relation::Nmod);
    let relation = grammar.tokens[token].relation;
    let counts = matches!(relation, Nummod | Det | DetPredet | Amod | Advmod | Compound);
    let above = grammar.head(token).filter(|&head| counts && grammar.tokens[head].tag.is_noun());
    let unit = above.filter(|&noun| is_percent(grammar.lemma(noun)));
    let of_unit = unit.and_then(|unit| grammar.child(unit, Relation::Nmod));
    of_unit.or(above).or(below).unwrap_or(token)
}

fn is_percent(word: &str) -> bool {
    matches!(word, "percent" | "%" | "per" | "percentage" | "cent")
}

/// The numbers of a sentence that are no dates.
pub(super) fn figures(
    grammar: &Sentence,
    text: &str,
    is_date: impl Fn(usize) -> bool,
) -> Vec<Figure> {
    (0..grammar.tokens.len())
        .filter(|&token| !is_date(token))
        .filter_map(|token| figure(grammar, text, token))
        .collect()
}

fn figure(grammar: &Sentence, text: &str, token: usize) -> Option<Figure> {
    let word = |at: usize| grammar.tokens.get(at).map_or(String::new(), |t| fold(t.span.of(text)));
    let own = word(token);
    let before = word(token.wrapping_sub(1));
    let next = word(token + 1);
    let is_only = (token.saturating_sub(2)..token)
        .any(|at| matches!(word(at).as_str(), "only" | "just" | "barely" | "merely"));
    let is_exception =
        before == "but" || (token >= 2 && before == "for" && word(token - 2) == "except");
    let figure = |value: f64, is_share, written: f64| Figure {
        token,
        noun: counted(grammar, token),
        value,
        written,
        is_share,
        is_only,
        is_exception,
    };
    let share = match own.as_str() {
        "half" => Some(0.5),
        "quarter" | "quarters" => Some(0.25),
        "third" | "thirds" => Some(1.0 / 3.0),
        "fifths" => Some(0.2),
        _ => None,
    };
    if let Some(part) = share {
        let parts = value(&before).unwrap_or(1.0);
        let countable =
            own == "half" || own.ends_with('s') || matches!(before.as_str(), "a" | "one");
        return countable.then(|| figure(part * parts, true, part * parts));
    }
    let plain = value(&own)?;
    if grammar.tokens[token].tag != Tag::CD && !own.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if matches!(next.as_str(), "thirds" | "quarters" | "fifths")
        || value(&before).is_some_and(|v| v < 1000.0) && scale(&own).is_some()
    {
        return None;
    }
    if own.ends_with('%') || is_percent(&next) {
        return Some(figure(plain / 100.0, true, plain));
    }
    let scaled = scale(&next).map_or(plain, |scale| plain * scale);
    let of = (token + 1..token + 4).find(|&at| matches!(word(at).as_str(), "of" | "out"));
    let whole = of.and_then(|of| (of + 1..of + 5).find_map(|at| value(&word(at))));
    let whole = whole.or_else(|| {
        let opens = (0..token.min(3)).any(|at| word(at) == "of");
        (0..token.saturating_sub(2)).filter(|_| opens).find_map(|at| value(&word(at)))
    });
    match whole {
        Some(whole) if whole >= scaled && whole > 0.0 => Some(figure(scaled / whole, true, scaled)),
        _ => Some(figure(scaled, false, scaled)),
    }
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "mln" | "m" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// The value of a number in figures or one word.
pub(super) fn value(word: &str) -> Option<f64> {
    if let Some(value) = numerals::value(word) {
        return Some(value.into());
    }
    if let Some(scale) = scale(word).filter(|_| word.len() > 3) {
        return Some(scale);
    }
    let bare = word.trim_start_matches(['$', '£', '€']).trim_end_matches('%').replace(',', "");
    bare.parse()
        .ok()
        .filter(|value: &f64| value.is_finite() && bare.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the passage's figures bear the question's out; `None` where they say nothing of it.
/// `counts` tells whether a noun of the passage is what the question counts.
pub(super) fn borne_out(
    asked: Quantity,
    grammar: &Sentence,
    text: &str,
    figures: &[Figure],
    counts: impl Fn(usize) -> bool,
) -> Option<bool> {
    match asked {
        Quantity::All => all_borne_out(grammar, text, figures, counts),
        Quantity::Most => most_borne_out(grammar, text, figures, counts),
        Quantity::Exactly(value) => {
            compare(figures, counts, |found| (found - value).abs() <= value.abs() * 0.005)
        }
        Quantity::AtLeast(value) => compare(figures, counts, |found| found >= value),
        Quantity::AtMost(value) => compare(figures, counts, |found| found <= value),
    }
}

/// Whether a passage tells that it was all of them.
fn all_borne_out(
    grammar: &Sentence,
    text: &str,
    figures: &[Figure],
    counts: impl Fn(usize) -> bool,
) -> Option<bool> {
    const VOTING: [&str; 7] =
        ["voted", "votes", "members", "judges", "justices", "jurors", "opinion"];
    const LESS: [&str; 8] =
        ["except", "some", "most", "excluding", "part", "portion", "partly", "partially"];
    const ALL: [&str; 5] = ["all", "every", "unanimous", "unanimously", "entire"];
    let named = (0..grammar.tokens.len()).any(counts);
    let only = figures.iter().any(|figure| figure.is_only);
    let share = share(figures).filter(|_| named || has(grammar, text, &VOTING));
    let less = named && (only || figures.iter().any(|figure| figure.is_exception))
        || share.is_some_and(|share| share.value < 0.995)
        || has(grammar, text, &LESS);
    match (less, has(grammar, text, &ALL)) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => None,
    }
}

/// Whether a passage tells that it was most of them.
fn most_borne_out(
    grammar: &Sentence,
    text: &str,
    figures: &[Figure],
    counts: impl Fn(usize) -> bool,
) -> Option<bool> {
    if !(0..grammar.tokens.len()).any(counts) {
        return None;
    }
    if let Some(share) = share(figures) {
        let half = share.value == 0.5 && more_before(grammar, text, share.token);
        return Some(share.value > 0.5 || half);
    }
    let only = figures.iter().any(|figure| figure.is_only);
    if only || has(grammar, text, &["few", "minority"]) {
        return Some(false);
    }
    has(grammar, text, &["most", "majority", "mostly", "overwhelmingly"]).then_some(true)
}

/// The first share of a whole that is told of no exception.
fn share(figures: &[Figure]) -> Option<&Figure> {
    figures.iter().find(|figure| figure.is_share && !figure.is_exception)
}

/// Whether a sentence has one of these words.
fn has(grammar: &Sentence, text: &str, words: &[&str]) -> bool {
    grammar.tokens.iter().any(|token| words.contains(&fold(token.span.of(text)).as_str()))
}

fn more_before(grammar: &Sentence, text: &str, token: usize) -> bool {
    let word = |at: usize| grammar.tokens.get(at).map_or(String::new(), |t| fold(t.span.of(text)));
    is_more(&word(token.wrapping_sub(2)), &word(token.wrapping_sub(1)))
}

fn compare(
    figures: &[Figure],
    counts: impl Fn(usize) -> bool,
    fits: impl Fn(f64) -> bool,
) -> Option<bool> {
    let mut counted = figures.iter().filter(|figure| counts(figure.noun)).peekable();
    counted.peek()?;
    Some(
        counted
            .any(|figure| fits(figure.written) || (figure.is_share && fits(figure.value * 100.0))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    fn asks(text: &str) -> Option<Quantity> {
        let grammar = sentence(text);
        asked(&grammar, text, |_| false).map(|asked| asked.quantity)
    }

    fn first(text: &str) -> Option<(f64, bool)> {
        let grammar = sentence(text);
        let found = figures(&grammar, text, |_| false);
        found.first().map(|figure| (figure.value, figure.is_share))
    }

    #[test]
    fn a_question_may_ask_for_a_share_or_a_bound() {
        assert_eq!(asks("Did all members vote for it?"), Some(Quantity::All));
        assert_eq!(asks("Did most members vote for it?"), Some(Quantity::Most));
        assert_eq!(asks("Were more than 100 people hurt?"), Some(Quantity::AtLeast(100.0)));
        assert_eq!(asks("Did three men escape?"), Some(Quantity::Exactly(3.0)));
        assert_eq!(asks("Did the men escape?"), None);
    }

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        assert_eq!(first("It destroyed 1,200 houses."), Some((1200.0, false)));
        assert_eq!(first("They won 80 percent of the seats."), Some((0.8, true)));
        assert_eq!(first("Five of the ten members agreed."), Some((0.5, true)));
        assert_eq!(first("It cost 3 million euros."), Some((3e6, false)));
    }

    #[test]
    fn hostile_numbers_are_none() {
        assert_eq!(value("1e999"), None);
        assert_eq!(value("\u{661}"), None);
        assert_eq!(value(""), None);
    }
}
