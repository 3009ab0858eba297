//! The calendar units around a moment: its day, its week, its year, and those before and after.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, ToSpan};

use super::super::expression::Unit;
use super::super::when::{Precision, Shape, When};

/// The unit that holds `moment`, moved by so many units.
pub(in super::super) fn around(unit: Unit, moment: DateTime, by: i32) -> Option<When> {
    let day = moment.date();
    let (start, length, precision) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return small(unit, moment, by),
        Unit::Day | Unit::BusinessDay => (day, 1.day(), Precision::Day),
        Unit::Week => (monday(day)?, 1.week(), Precision::Week),
        Unit::Workweek => (monday(day)?, 5.days(), Precision::Days),
        Unit::Weekend => (monday(day)?.checked_add(5.days()).ok()?, 2.days(), Precision::Days),
        Unit::Fortnight => (monday(day)?, 2.weeks(), Precision::Days),
        Unit::Month => (day.first_of_month(), 1.month(), Precision::Month),
        Unit::Quarter => (
            first_of(day.year(), (day.month() - 1) / 3 * 3 + 1)?,
            3.months(),
            Precision::PartOfYear,
        ),
        Unit::Year => (day.first_of_year(), 1.year(), Precision::Year),
        Unit::Decade => {
            (first_of(day.year().div_euclid(10) * 10, 1)?, 10.years(), Precision::Decade)
        }
        Unit::Century => {
            (first_of(day.year().div_euclid(100) * 100, 1)?, 100.years(), Precision::Century)
        }
        Unit::Millennium => {
            (first_of(day.year().div_euclid(1000) * 1000, 1)?, 1000.years(), Precision::Century)
        }
    };
    let step = if matches!(unit, Unit::Weekend | Unit::Workweek) { 1.week() } else { length };
    let start = start.checked_add(step.checked_mul(by.into()).ok()?).ok()?;
    let end = start.checked_add(length).ok()?;
    Some(days(start, end, precision).shaped(shape_of(unit, start)))
}

/// The weekend of a day, made long by a day that is next to it or a Thursday.
pub(super) fn weekend_of(day: Date) -> Option<When> {
    let monday = monday(day)?;
    let (first, last) = match day.weekday().to_monday_one_offset() {
        1 => (-2, 1),
        4 => (3, 7),
        5 => (4, 7),
        _ => (5, 7),
    };
    let (start, end) =
        (moved(monday, i64::from(first).days())?, moved(monday, i64::from(last).days())?);
    Some(days(start, end, Precision::Days).shaped(Shape::Weekend))
}

fn shape_of(unit: Unit, start: Date) -> Shape {
    match unit {
        Unit::Weekend => Shape::Weekend,
        Unit::Quarter => Shape::YearPart((start.month() - 1) / 3 + 1, 4),
        Unit::Fortnight | Unit::Workweek => Shape::Window,
        _ => Shape::Unit,
    }
}

fn small(unit: Unit, moment: DateTime, by: i32) -> Option<When> {
    let (step, precision) = match unit {
        Unit::Second => (1.second(), Precision::Second),
        Unit::Minute => (1.minute(), Precision::Minute),
        _ => (1.hour(), Precision::Hour),
    };
    let start = moment.checked_add(step.checked_mul(by.into()).ok()?).ok()?;
    Some(When::unit(start, start.checked_add(step).ok()?, precision))
}

/// Whole days from `start` to before `end`.
pub(super) fn days(start: Date, end: Date, precision: Precision) -> When {
    When::unit(midnight(start), midnight(end), precision)
}

/// One day.
pub(super) fn day(day: Date) -> Option<When> {
    Some(days(day, day.tomorrow().ok()?, Precision::Day))
}

/// One month of a year.
pub(super) fn month(year: i16, month: i8) -> Option<When> {
    let start = first_of(year, month)?;
    Some(days(start, start.checked_add(1.month()).ok()?, Precision::Month))
}

/// So many years from the first of January of `start` on.
pub(super) fn years(start: i16, count: i16, precision: Precision) -> Option<When> {
    let end = start.checked_add(count)?;
    Some(days(first_of(start, 1)?, first_of(end, 1)?, precision))
}

/// The first day of a month.
pub(super) fn first_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

/// The Monday of the week of a day.
pub(super) fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms,
/// chapter 8).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (n / 31, n % 31 + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The moment a day begins.
pub(super) fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

/// A day moved by a span, where the calendar goes that far.
pub(super) fn moved(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as known;

    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in
            [(2015, 4, 5), (2019, 4, 21), (2020, 4, 12), (2024, 3, 31), (2000, 4, 23)]
        {
            assert_eq!(easter(year), Some(known(year, month, day)));
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(monday(known(2015, 3, 8)), Some(known(2015, 3, 2)));
        assert_eq!(monday(known(2015, 3, 2)), Some(known(2015, 3, 2)));
    }
}
