//! Points and stretches counted from an anchor.

use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

use super::super::expression::{Amount, Base, Expression, Side, Unit};
use super::super::when::{Precision, Shape, When};
use super::{Context, units};

impl Context {
    /// What a relative expression is counted from.
    fn base(&self, base: &Base) -> Option<DateTime> {
        match base {
            Base::Publication | Base::Story => self.anchor,
            Base::Point(point) if **point == Expression::Now => self.anchor,
            Base::Point(point) => Some(self.resolve(point)?.start),
        }
    }

    /// "three days ago", "in two weeks", "two years after 2011".
    pub(super) fn offset(&self, amount: &Amount, side: Side, base: &Base) -> Option<When> {
        let from = self.base(base)?;
        let unit = amount.finest();
        if unit < Unit::Day {
            let start = moved(from, amount, side)?;
            let precision =
                if unit == Unit::Second { Precision::Second } else { Precision::Minute };
            let end = start
                .checked_add(if unit == Unit::Second { 1.second() } else { 1.minute() })
                .ok()?;
            return Some(When { approximate: amount.vague, ..When::unit(start, end, precision) });
        }
        let day = units::day(moved(units::midnight(from.date()), amount, side)?.date())?;
        let rough = amount.vague || unit > Unit::BusinessDay && !matches!(base, Base::Point(_));
        Some(if rough { day.shaped(Shape::Offset(unit)).roughly() } else { day })
    }

    /// "the past four years", "next 3 days", "within 48 hours".
    pub(super) fn window(&self, amount: &Amount, side: Side, base: &Base) -> Option<When> {
        let from = self.base(base)?;
        let unit = amount.finest();
        let (near, precision) = match (unit, base, side) {
            (Unit::Second | Unit::Minute | Unit::Hour, ..) => (from, Precision::PartOfDay),
            (Unit::Quarter, ..) => return aligned(amount, from, side),
            (_, Base::Point(_), _) | (_, _, Side::Before) => {
                (units::midnight(from.date()), run_of(unit))
            }
            (_, _, Side::After) => (units::midnight(from.date().tomorrow().ok()?), run_of(unit)),
        };
        let business = unit == Unit::BusinessDay && side == Side::After;
        let far = match business {
            true => units::midnight(moved(from, amount, side)?.date().tomorrow().ok()?),
            false => moved(near, amount, side)?,
        };
        let when = When::unit(near.min(far), near.max(far), precision).shaped(Shape::Window);
        Some(When { approximate: amount.vague || unit > Unit::Day, ..when })
    }

    /// "for three days from Monday".
    pub(super) fn lasting(&self, from: &Expression, amount: &Amount) -> Option<When> {
        let start = match from {
            Expression::Now => self.anchor?,
            _ => self.resolve(from)?.start,
        };
        let end = moved(start, amount, Side::After)?;
        let precision = if amount.finest() < Unit::Day {
            Precision::PartOfDay
        } else {
            run_of(amount.finest())
        };
        Some(When::unit(start, end, precision).shaped(Shape::Window))
    }
}

/// The last or next so many calendar quarters.
fn aligned(amount: &Amount, from: DateTime, side: Side) -> Option<When> {
    let count = amount.parts.first().map(|part| part.0 as i32)?;
    let (first, last) = match side {
        Side::Before => (-count, -1),
        Side::After => (1, count),
    };
    let first = units::around(Unit::Quarter, from, first)?;
    let last = units::around(Unit::Quarter, from, last)?;
    Some(When::unit(first.start, last.end, Precision::PartOfYear).shaped(Shape::Window))
}

/// How exact a run of such units is.
fn run_of(unit: Unit) -> Precision {
    match unit {
        Unit::Month | Unit::Quarter => Precision::PartOfYear,
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => Precision::Years,
        _ => Precision::Days,
    }
}

/// A moment moved by an amount, unit by unit.
pub(super) fn moved(from: DateTime, amount: &Amount, side: Side) -> Option<DateTime> {
    amount.parts.iter().try_fold(from, |at, &(count, unit)| {
        if unit == Unit::BusinessDay {
            return Some(units::midnight(business_days(at.date(), count, side)?));
        }
        let span = span_of(count, unit)?;
        match side {
            Side::Before => at.checked_sub(span).ok(),
            Side::After => at.checked_add(span).ok(),
        }
    })
}

/// A count of units as a span; a fraction of a unit becomes whole smaller units.
fn span_of(count: f64, unit: Unit) -> Option<Span> {
    let whole = |factor: f64| (count * factor).trunc() as i64;
    let span = Span::new();
    match unit {
        Unit::Second => span.try_seconds(whole(1.0)),
        Unit::Minute => span.try_seconds(whole(60.0)),
        Unit::Hour => span.try_seconds(whole(3600.0)),
        Unit::Day | Unit::BusinessDay => span.try_days(whole(1.0)),
        Unit::Week | Unit::Weekend | Unit::Workweek => span.try_days(whole(7.0)),
        Unit::Fortnight => span.try_days(whole(14.0)),
        Unit::Month => span.try_months(whole(1.0)),
        Unit::Quarter => span.try_months(whole(3.0)),
        Unit::Year => span.try_months(whole(12.0)),
        Unit::Decade => span.try_months(whole(120.0)),
        Unit::Century => span.try_months(whole(1200.0)),
        Unit::Millennium => span.try_months(whole(12_000.0)),
    }
    .ok()
}

/// A day moved by so many days from Monday to Friday, at most a year of them.
fn business_days(from: Date, count: f64, side: Side) -> Option<Date> {
    let mut day = from;
    let mut left = count.clamp(0.0, 260.0) as i32;
    while left > 0 {
        day = match side {
            Side::Before => day.yesterday().ok()?,
            Side::After => day.tomorrow().ok()?,
        };
        left -= i32::from(day.weekday().to_monday_zero_offset() < 5);
    }
    Some(day)
}
