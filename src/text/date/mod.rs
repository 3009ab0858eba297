//! Date and time expressions, and the intervals that they stand for.
//!
//! [`find`] reads a text and says where it speaks of time and what it says, as syntax;
//! [`resolve()`] turns that into an interval, given the day the text was published. The two are
//! apart because the same words mean another day in another article, and because a question has no
//! day of its own. Neither ever asks a clock, and neither fails: what they do not understand they
//! leave out.
//!
//! The way through the files: `token` and `lexicon` cut the text into words with a meaning,
//! `grammar` puts them together into an [`Expression`], `resolve` makes a [`When`] of it, `written`
//! tells it in words.
//!
//! ```
//! use dateline::text::date::{Leaning, find, resolve};
//!
//! let text = "The talks, held last November, resume later this month.";
//! let published = "2015-03-07T00:00".parse().ok();
//! let written: Vec<String> = find(text)
//!     .iter()
//!     .filter_map(|mention| resolve(&mention.expression, published, Leaning::Past))
//!     .map(|when| when.written())
//!     .collect();
//! assert_eq!(written, ["November 2014", "the rest of March 2015"]);
//! ```

mod expression;
mod grammar;
mod holiday;
mod leaning;
mod lexicon;
mod month;
mod resolve;
mod token;
mod unit;
mod when;
mod written;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::cell::Cell;

use super::Span;

pub use expression::{
    Amount, Base, Bound, Clock, Counted, Date, DayPart, Expression, Holiday, Part, Season, Side,
    Turn, Unit,
};
pub use leaning::Leaning;
pub use month::{month_called, month_meant, month_name};
pub use resolve::resolve;
pub use when::{Precision, When};
pub use written::written_day;

/// An expression of time and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// What it says.
    pub expression: Expression,
}

/// How dates that are all numbers are read where both ways are possible: "5/12/2019".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The fifth of December.
    #[default]
    DayFirst,
    /// May the twelfth, as in the United States.
    MonthFirst,
}

/// Every expression of time in `text`, from left to right, the longest at each place, none
/// overlapping.
pub fn find(text: &str) -> Vec<Mention> {
    find_ordered(text, Order::DayFirst)
}

/// As [`find`], where a date in numbers that can be read both ways is the one within a month of the
/// day `near`: "10/1/2008" in an article of 4 October 2008 is 1 October.
pub fn find_near(text: &str, near: Option<jiff::civil::Date>) -> Vec<Mention> {
    /// The most days between a report and what a date in numbers is likely to be of.
    const LATELY: i32 = 31;
    let mut mentions = find(text);
    let is_of_numbers = |mention: &Mention| {
        let words = mention.span.of(text).bytes();
        let marks = words.clone().filter(|byte| matches!(byte, b'/' | b'-' | b'.')).count();
        marks == 2
            && words.clone().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.'))
    };
    let Some(day) = near.filter(|_| mentions.iter().any(is_of_numbers)) else { return mentions };
    let is_lately = |mention: &Mention| {
        let when = resolve(&mention.expression, None, Leaning::Past);
        let since = when.and_then(|when| day.since(when.last_day()).ok());
        since.is_some_and(|since| since.get_days().abs() <= LATELY)
    };
    for other in find_ordered(text, Order::MonthFirst).into_iter().filter(is_lately) {
        let own = mentions.iter_mut().find(|own| own.span == other.span);
        if let Some(own) = own.filter(|own| is_of_numbers(own) && !is_lately(own)) {
            *own = other;
        }
    }
    mentions
}

/// The most tokens that stand before the first word that only expressions of time have.
const LONGEST_OPENING: usize = 5;

/// As [`find`], with dates in numbers read in that order.
pub fn find_ordered(text: &str, order: Order) -> Vec<Mention> {
    let tokens = token::tokens(text);
    let reader = grammar::Reader { text, tokens: &tokens, order, depth: Cell::new(0) };
    let mut mentions = Vec::new();
    let (mut at, mut core) = (0, 0);
    while at < tokens.len() {
        core = core.max(at);
        core += tokens[core..].iter().take_while(|token| !token.term.is_core()).count();
        at = at.max(core.saturating_sub(LONGEST_OPENING));
        if core >= tokens.len() {
            break;
        }
        match reader.expression(at) {
            Some((expression, end)) if end > at => {
                let span = Span { start: tokens[at].start, end: tokens[end - 1].end };
                mentions.push(Mention { span, expression });
                at = end;
            }
            _ => at += 1,
        }
    }
    mentions
}
