//! Date expressions: the English specifications of Microsoft's Recognizers-Text.
//!
//! What is counted: inputs whose every expected result has one right reading for news, that is one
//! value, or several of which exactly one begins at or before the reference time (the past reading).
//! Left out are inputs with no result, with values the specification does not resolve (sets,
//! seasons, fiscal years), and with several past values ("at 5": morning or evening?). An input is
//! right when every expected result is met by a found expression that overlaps it and has its value:
//!
//! - a date: the same day; a date with a time: the same beginning, to the second;
//! - a range: the same beginning and end. Our ends are the first moment after; the specification
//!   writes the end of "from X to Y" and of "the rest of X" as the beginning (or the day) of its last
//!   piece, so that is taken too, and 23:59:59 is taken as midnight;
//! - "since", "before" and the like: the one edge it gives, which it writes as either end of the day
//!   or month named;
//! - a time of day: the same times on any day; a duration: the same number of seconds.
//!
//! Dates in numbers are read as in the United States here, as the specification does.

mod case;
mod value;

use std::fs;

use dateline::text::date::{Mention, Order, find_ordered};

use super::figure::{Figure, share};
use super::shared::shared;
use case::{Case, Gold, Reading};

/// The share of inputs that are right, in per cent; every miss is printed where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    let Some(path) = shared("benchmarks/dates.jsonl") else { return Vec::new() };
    let lines = fs::read_to_string(path).expect("the benchmark is text");
    let cases: Vec<Case> = lines.lines().filter_map(Case::read).collect();
    let verdicts: Vec<bool> = cases.iter().filter_map(|case| is_right(case, verbose)).collect();
    let right = verdicts.iter().filter(|right| **right).count();
    vec![Figure::new("dates", share(right, verdicts.len()))]
}

/// Whether all that is expected was found; `None` where an input has more than one reading.
fn is_right(case: &Case, verbose: bool) -> Option<bool> {
    let expected = case.expected()?;
    let found = find_ordered(&case.input, Order::MonthFirst);
    let missed = expected.iter().filter(|(gold, reading)| !is_met(case, gold, reading, &found));
    let missed = missed.inspect(|(gold, reading)| {
        if verbose {
            let Case { spec, input, reference, .. } = case;
            let texts: Vec<_> = found.iter().map(|mention| mention.span.of(input)).collect();
            println!(
                "dates: {spec}: {input:?} on {reference:?}: {:?} is {reading:?}; found {texts:?}",
                gold.text
            );
        }
    });
    Some(missed.count() == 0)
}

fn is_met(case: &Case, gold: &Gold, reading: &Reading, found: &[Mention]) -> bool {
    let overlaps = |mention: &&Mention| {
        let range = mention.span.range();
        range.start < gold.span.1 && gold.span.0 < range.end
    };
    found.iter().filter(overlaps).any(|it| value::meets(gold, reading, it, case.reference))
}
