//! From what was said to the interval it stands for, given the day it was said.
//!
//! In: an expression, the date and time of publication if there is one, and which way to lean
//! where the year or week is left out. Out: an interval, or nothing where the expression has no
//! place in the calendar or would need an anchor that is missing. It never asks a clock.

mod cycle;
mod offset;
mod piece;
mod stretch;
mod time;
pub(super) mod units;

use jiff::civil::DateTime;

use super::expression::{Base, Counted, Expression, Turn, Unit};
use super::leaning::Leaning;
use super::when::{Precision, Shape, When};

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) anchor: Option<DateTime>,
    pub(super) leaning: Leaning,
    /// The larger interval that the expression was said to lie in.
    pub(super) frame: Option<(DateTime, DateTime)>,
}

/// The interval that `expression` stands for.
///
/// `anchor` is the day of publication, with its time where that is known, or, for expressions of
/// the story ([`Expression::story_unit`]), the point that the story has reached. Without one only
/// absolute expressions resolve. `leaning` decides among the Fridays, Marches and Christmases.
pub fn resolve(
    expression: &Expression,
    anchor: Option<DateTime>,
    leaning: Leaning,
) -> Option<When> {
    Context { anchor, leaning, frame: None }.resolve(expression)
}

/// From how many days back on "last Monday" is the nearest Monday, though that is of this week.
const LONG_PAST: i32 = 5;

impl Context {
    pub(super) fn resolve(&self, expression: &Expression) -> Option<When> {
        match expression {
            Expression::Date(date) => self.date(*date),
            Expression::Decade(start) => units::years(*start, 10, Precision::Decade),
            Expression::Century(number) => {
                units::years(number.checked_sub(1)?.checked_mul(100)?, 100, Precision::Century)
            }
            Expression::WeekNumber(_) if self.frame.is_none() => {
                self.chosen(Turn::This, expression)
            }
            Expression::WeekNumber(n) => self.nth(*n, 1, Counted::Unit(Unit::Week)),
            Expression::Quarter(_)
            | Expression::HalfYear(_)
            | Expression::Season(_)
            | Expression::Holiday(_) => self.yearly(expression),
            Expression::Shift { unit: Unit::Weekend, by: 0, .. } => self.this_weekend(),
            Expression::Shift { unit, by, .. } => units::around(*unit, self.anchor?, *by),
            Expression::Chosen { turn, named } => self.chosen(*turn, named),
            Expression::Window { amount, side, base } => self.window(amount, *side, base),
            Expression::Offset { amount, side, base } => self.offset(amount, *side, base),
            Expression::Nth { n, count, what } => self.nth(*n, *count, *what),
            Expression::Within { inner, outer } => self.within(inner, outer),
            Expression::Around { unit: Unit::Weekend, day } => {
                units::weekend_of(self.resolve(day)?.start.date())
            }
            Expression::Around { unit, day } => units::around(*unit, self.resolve(day)?.start, 0),
            Expression::Part { part, whole } => self.part(*part, whole),
            Expression::At { day, time } => self.at(day, time),
            Expression::Range { from, to } => self.range(from, to),
            Expression::Lasting { from, amount } => self.lasting(from, amount),
            Expression::Bounded { bound, of } => self.bounded(*bound, of),
            Expression::Now => units::around(Unit::Day, self.anchor?, 0).map(When::roughly),
            Expression::DayPart(_)
            | Expression::Clock(_)
            | Expression::Duration(_)
            | Expression::Set
            | Expression::Soon
            | Expression::Recently => None,
        }
    }

    /// The smaller expression in the frame of the larger.
    fn within(&self, inner: &Expression, outer: &Expression) -> Option<When> {
        let outer = self.resolve(outer)?;
        Context { frame: Some((outer.start, outer.end)), ..*self }.resolve(inner)
    }

    /// The weekend of this week; where what is told has been and that has not begun, the one
    /// before.
    fn this_weekend(&self) -> Option<When> {
        let anchor = self.anchor?;
        let own = units::around(Unit::Weekend, anchor, 0)?;
        let is_to_come = own.start > anchor && self.leaning == Leaning::Past;
        if is_to_come { units::around(Unit::Weekend, anchor, -1) } else { Some(own) }
    }

    /// "last Friday", "this summer", "next Easter". Told on a weekend, "last Monday" is the one of
    /// the week that ends.
    fn chosen(&self, turn: Turn, named: &Expression) -> Option<When> {
        let anchor = self.anchor?;
        let cycle = cycle::unit_of(named);
        let in_unit = |by| {
            let unit = units::around(cycle, anchor, by)?;
            Context { frame: Some((unit.start, unit.end)), ..*self }.resolve(named)
        };
        match (turn, cycle) {
            (Turn::This, _) => in_unit(0),
            (Turn::Last, Unit::Week) => {
                let long_past = |when: &When| {
                    let since = when.start.date().until(anchor.date());
                    since.is_ok_and(|since| since.get_days() >= LONG_PAST)
                };
                in_unit(0).filter(long_past).or_else(|| in_unit(-1))
            }
            (Turn::Next, Unit::Week) => in_unit(1),
            (Turn::Last | Turn::Past, _) => self.nearest(
                named,
                |when| when.start.date() < anchor.date() && when.end <= anchor,
                true,
            ),
            (Turn::Next | Turn::Coming, _) => {
                self.nearest(named, |when| when.start.date() > anchor.date(), false)
            }
        }
    }

    /// The last (or first) of the recurring intervals around the anchor that meet a condition.
    fn nearest(
        &self,
        named: &Expression,
        meets: impl Fn(&When) -> bool,
        last: bool,
    ) -> Option<When> {
        let all = self.instances(named)?;
        let mut fitting = all.into_iter().filter(|when| meets(when));
        if last { fitting.next_back() } else { fitting.next() }
    }
}

impl Expression {
    /// The unit in which the expression goes on from a point of the story ("the following day",
    /// "two years later"), so that its anchor is that point and not the day of publication.
    pub fn story_unit(&self) -> Option<Unit> {
        let counted = |unit: Unit, base: &Base| match base {
            Base::Story => Some(unit),
            Base::Publication => None,
            Base::Point(point) => point.story_unit(),
        };
        match self {
            Expression::Shift { unit, base, .. } => counted(*unit, base),
            Expression::Window { amount, base, .. } | Expression::Offset { amount, base, .. } => {
                counted(amount.finest(), base)
            }
            Expression::Within { inner, outer } => inner.story_unit().or(outer.story_unit()),
            Expression::Part { whole: of, .. }
            | Expression::Around { day: of, .. }
            | Expression::At { day: of, .. }
            | Expression::Lasting { from: of, .. }
            | Expression::Bounded { of, .. } => of.story_unit(),
            Expression::Range { from, to } => from.story_unit().or(to.story_unit()),
            _ => None,
        }
    }

    /// Whether the expression can be resolved without an anchor.
    pub fn is_absolute(&self) -> bool {
        resolve(self, None, Leaning::Past).is_some()
    }

    /// Whether `when` may be the time that this expression, without a year or an anchor of its
    /// own, means: "in November" fits 12 November 2014, "on 8 January" does not. `None` where the
    /// words cannot tell.
    pub fn fits(&self, when: &When, anchor: Option<DateTime>) -> Option<bool> {
        if let Some(own) = resolve(self, anchor.filter(|_| !self.recurs()), Leaning::Past) {
            return Some(own.overlaps(when));
        }
        if !self.recurs() || when.is_open() {
            return None;
        }
        let readings = [Leaning::Past, Leaning::Future]
            .map(|leaning| resolve(self, Some(when.start), leaning));
        let known = readings.iter().any(Option::is_some);
        known.then(|| readings.iter().flatten().any(|reading| reading.overlaps(when)))
    }

    /// Whether the expression names something that comes every week, month or year.
    fn recurs(&self) -> bool {
        match self {
            Expression::Date(date) => date.year.is_none(),
            Expression::Quarter(_)
            | Expression::HalfYear(_)
            | Expression::Season(_)
            | Expression::Holiday(_) => true,
            Expression::Part { whole: of, .. }
            | Expression::At { day: of, .. }
            | Expression::Bounded { of, .. } => of.recurs(),
            Expression::Range { from, .. } => from.recurs(),
            Expression::Within { inner, outer } => inner.recurs() && outer.recurs(),
            _ => false,
        }
    }
}

impl Shape {
    /// Whether the shape is a plain calendar unit.
    pub(super) fn is_plain(self) -> bool {
        self == Shape::Unit
    }
}
