//! Ranges, and intervals that are open on one side.

use jiff::civil::DateTime;

use super::super::expression::{Bound, Expression, Part};
use super::super::leaning::Leaning;
use super::super::when::{Precision, Shape, When};
use super::Context;

impl Context {
    /// From one end to the other, both included.
    pub(super) fn range(&self, from: &Expression, to: &Expression) -> Option<When> {
        let first = self.first_end(from)?;
        let last = self.last_end(&first, from, to)?;
        (first.start < last.end).then(|| {
            let shape =
                Shape::Range { last: last.start, of: last.precision, first: first.precision };
            let precision = run_precision(&first, &last);
            When {
                start: first.start,
                end: last.end,
                precision,
                approximate: first.approximate || last.approximate,
                shape,
                ..first
            }
        })
    }

    /// The beginning; "the end of 2007" as a beginning is where 2007 ends.
    fn first_end(&self, from: &Expression) -> Option<When> {
        self.resolve(from)
    }

    /// The end: a time on the same day, the next such date, or what it says.
    fn last_end(&self, first: &When, from: &Expression, to: &Expression) -> Option<When> {
        if let Expression::Clock(clock) = to {
            return first.at_clock(clock);
        }
        let recurs = matches!(to, Expression::Date(date) if date.year.is_none());
        let after =
            Context { anchor: Some(first.start), leaning: Leaning::Future, frame: self.frame };
        match (from, to) {
            (_, Expression::Part { whole, .. }) if is_recurring(whole) => after.resolve(to),
            _ if recurs && self.anchor.is_some() => after.resolve(to),
            _ => self.resolve(to),
        }
    }

    /// Open on one side.
    pub(super) fn bounded(&self, bound: Bound, of: &Expression) -> Option<When> {
        let late = matches!(of, Expression::Part { part: Part::End, .. });
        let ahead = matches!(bound, Bound::Until | Bound::By) && self.leaning == Leaning::Past;
        let leaning = if ahead { Leaning::Nearest } else { self.leaning };
        let at = Context { leaning, ..*self }.resolve(of)?;
        let bound = if late && bound == Bound::Before { Bound::By } else { bound };
        Some(opened(bound, at))
    }
}

/// The interval on one side of another.
pub(super) fn opened(bound: Bound, of: When) -> When {
    let instant = of.precision < Precision::PartOfDay;
    let (start, end) = match bound {
        Bound::Since | Bound::NotBefore => (of.start, DateTime::MAX),
        Bound::After if instant => (of.start, DateTime::MAX),
        Bound::After => (of.end, DateTime::MAX),
        Bound::Before => (DateTime::MIN, of.start),
        Bound::By | Bound::Until if instant => (DateTime::MIN, of.start),
        Bound::By | Bound::Until => (DateTime::MIN, of.end),
    };
    let shape = Shape::Range { last: of.start, of: of.precision, first: of.precision };
    let shape = if of.shape.is_plain() { shape } else { of.shape };
    When { start, end, bound: Some(bound), shape, ..of }
}

fn is_recurring(whole: &Expression) -> bool {
    matches!(whole, Expression::Date(date) if date.year.is_none())
}

/// How exact a run from one interval to another is.
fn run_precision(first: &When, last: &When) -> Precision {
    match first.precision.max(last.precision) {
        Precision::Second | Precision::Minute | Precision::Hour | Precision::PartOfDay => {
            Precision::PartOfDay
        }
        Precision::Day | Precision::Days | Precision::Week => Precision::Days,
        Precision::PartOfMonth | Precision::Month | Precision::PartOfYear => Precision::PartOfYear,
        _ => Precision::Years,
    }
}
