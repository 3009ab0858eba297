//! Times of day put on a day.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::super::expression::{Clock, Expression, Part, Side};
use super::super::when::{Precision, Shape, When};
use super::piece::day_part_hours;
use super::{Context, units};

impl Context {
    /// A day and a time on it.
    pub(super) fn at(&self, day: &Expression, time: &Expression) -> Option<When> {
        let day = self.resolve(day)?.start.date();
        self.on_day(day, time)
    }

    fn on_day(&self, day: Date, time: &Expression) -> Option<When> {
        match time {
            Expression::Clock(clock) => on_clock(day, clock),
            Expression::DayPart(part) => {
                let (from, to) = day_part_hours(*part, None);
                hours(day, from, to, Shape::DayPart(*part, None))
            }
            Expression::Part { part, whole } => self.part_of_day(day, *part, whole),
            Expression::Range { from, to } => {
                let (from, to) = (self.on_day(day, from)?, self.on_day(day, to)?);
                let to_start = if to.start > from.start {
                    to.start
                } else {
                    to.start.checked_add(1.day()).ok()?
                };
                let shape =
                    Shape::Range { last: to_start, of: to.precision, first: from.precision };
                Some(When { end: to_start, precision: Precision::PartOfDay, shape, ..from })
            }
            Expression::Lasting { from, amount } => {
                let start = self.on_day(day, from)?;
                let end = super::offset::moved(start.start, amount, Side::After)?;
                Some(When { end, precision: Precision::PartOfDay, shape: Shape::Window, ..start })
            }
            Expression::Bounded { bound, of } => {
                let at = self.on_day(day, of)?;
                Some(super::stretch::opened(*bound, at))
            }
            _ => None,
        }
    }

    fn part_of_day(&self, day: Date, piece: Part, whole: &Expression) -> Option<When> {
        let Expression::DayPart(part) = whole else { return None };
        let (from, to) = day_part_hours(*part, Some(piece));
        hours(day, from, to, Shape::DayPart(*part, Some(piece)))
    }
}

impl When {
    /// The time of day on the (first) day of this interval.
    pub fn at_clock(&self, clock: &Clock) -> Option<When> {
        on_clock(self.start.date(), clock)
    }
}

fn on_clock(day: Date, clock: &Clock) -> Option<When> {
    let start = moment(day, clock)?;
    let (length, precision) = match (clock.minute, clock.second) {
        (_, Some(_)) => (1.second(), Precision::Second),
        (Some(_), None) => (1.minute(), Precision::Minute),
        (None, None) => (1.hour(), Precision::Hour),
    };
    let when = When::unit(start, start.checked_add(length).ok()?, precision);
    Some(When { approximate: clock.approximate || !clock.sure, zone: clock.zone.clone(), ..when })
}

fn moment(day: Date, clock: &Clock) -> Option<DateTime> {
    let (minute, second) = (clock.minute.unwrap_or(0), clock.second.unwrap_or(0));
    Some(day.to_datetime(jiff::civil::Time::new(clock.hour, minute, second, 0).ok()?))
}

fn hours(day: Date, from: i8, to: i8, shape: Shape) -> Option<When> {
    let at = |hour: i8| units::midnight(day).checked_add(i64::from(hour).hours()).ok();
    Some(When::unit(at(from)?, at(to)?, Precision::PartOfDay).shaped(shape).roughly())
}
