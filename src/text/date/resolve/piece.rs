//! Pieces of intervals: early, mid, late; the nth week, the last two months.

use jiff::civil::{DateTime, Weekday};
use jiff::{Span, ToSpan};

use super::super::expression::{Counted, DayPart, Expression, Part, Unit};
use super::super::when::{Precision, Shape, When};
use super::{Context, units};

impl Context {
    /// A rough piece of an expression.
    pub(super) fn part(&self, part: Part, whole: &Expression) -> Option<When> {
        let whole = self.resolve(whole)?;
        let (start, end) = self.piece(part, &whole)?;
        let shape = Shape::Part { part, whole: whole.start, of: whole.precision };
        let precision = piece_precision(whole.precision);
        Some(When { start, end, precision, shape, approximate: true, ..whole })
    }

    /// Where a piece begins and ends. Halves for "early" and "late", thirds for "the beginning" and
    /// "the end" of years and more; the anchor divides "earlier" from "later".
    fn piece(&self, part: Part, whole: &When) -> Option<(DateTime, DateTime)> {
        let (start, end) = (whole.start, whole.end);
        let anchor = self.anchor.filter(|&anchor| start <= anchor && anchor < end);
        let today = anchor.map(|anchor| units::midnight(anchor.date()));
        match (part, today) {
            (Part::Earlier, Some(today)) if today > start => return Some((start, today)),
            (Part::Later, Some(today)) => return Some((today, end)),
            _ => {}
        }
        let (first, second) = cuts(whole, part)?;
        Some(match part {
            Part::Early | Part::Beginning | Part::Earlier => (start, first),
            Part::Mid => (first, second),
            Part::Late | Part::End | Part::Later => (second, end),
        })
    }

    /// "the third week of 2027", "the first Friday of July", "the last two months of 2021".
    pub(super) fn nth(&self, n: i8, count: i8, what: Counted) -> Option<When> {
        let (start, end) = match self.frame {
            Some(frame) => frame,
            None => {
                let month = units::around(Unit::Month, self.anchor?, 0)?;
                (month.start, month.end)
            }
        };
        match what {
            Counted::Weekday(weekday) => nth_weekday(n, weekday, start, end),
            Counted::Unit(unit) => nth_unit(n, count, unit, start, end),
        }
    }
}

/// The two moments that cut an interval into early, mid and late for a piece of that kind.
fn cuts(whole: &When, part: Part) -> Option<(DateTime, DateTime)> {
    let at = |span: Span| whole.start.checked_add(span).ok();
    let thirds = matches!(part, Part::Beginning | Part::Mid | Part::End);
    match whole.precision {
        Precision::Century => Some((at(33.years())?, at(67.years())?)),
        Precision::Decade | Precision::Years => Some((at(4.years())?, at(7.years())?)),
        Precision::Year if thirds => Some((at(4.months())?, at(8.months())?)),
        Precision::Year => Some((at(6.months())?, at(6.months())?)),
        Precision::PartOfYear => Some((at(1.month())?, at(2.months())?)),
        Precision::Month if part == Part::Mid => Some((at(9.days())?, at(20.days())?)),
        Precision::Month => Some((at(15.days())?, at(15.days())?)),
        Precision::Week if part == Part::Mid => Some((at(1.day())?, at(5.days())?)),
        Precision::Week => Some((at(3.days())?, at(3.days())?)),
        Precision::Day if part == Part::Mid => Some((at(10.hours())?, at(14.hours())?)),
        Precision::Day if part == Part::End => {
            Some((at(12.hours())?, whole.end.checked_sub(1.second()).ok()?))
        }
        Precision::Day => Some((at(12.hours())?, at(12.hours())?)),
        _ => {
            let middle = whole.start.checked_add(whole.end.duration_since(whole.start) / 2).ok()?;
            Some((middle, middle))
        }
    }
}

fn piece_precision(whole: Precision) -> Precision {
    match whole {
        Precision::Century | Precision::Decade | Precision::Years => Precision::Years,
        Precision::Year | Precision::PartOfYear => Precision::PartOfYear,
        Precision::Month | Precision::PartOfMonth => Precision::PartOfMonth,
        Precision::Week | Precision::Days => Precision::Days,
        _ => Precision::PartOfDay,
    }
}

/// The nth such weekday from the beginning or, negative, from the end of a frame.
fn nth_weekday(n: i8, weekday: i8, start: DateTime, end: DateTime) -> Option<When> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let day = if n > 0 {
        start.date().yesterday().ok()?.nth_weekday(n.into(), weekday).ok()?
    } else {
        end.date().nth_weekday(n.into(), weekday).ok()?
    };
    let inside = (start..end).contains(&units::midnight(day));
    inside.then(|| units::day(day))?
}

/// The nth unit, and those that follow it, in a frame.
fn nth_unit(n: i8, count: i8, unit: Unit, start: DateTime, end: DateTime) -> Option<When> {
    let inside = |when: &When| (start..end).contains(&representative(unit, when));
    let from_end = n < 0;
    let edge = if from_end { end.checked_sub(1.second()).ok()? } else { start };
    let step = if from_end { -1 } else { 1 };
    let outermost =
        [0, step].into_iter().find_map(|by| units::around(unit, edge, by).filter(inside))?;
    let skipped = if from_end { -i32::from(count - 1) } else { i32::from(n - 1) };
    let first = units::around(unit, outermost.start, skipped).filter(inside)?;
    let last = units::around(unit, first.start, i32::from(count - 1)).filter(inside)?;
    if count == 1 {
        return Some(first);
    }
    Some(
        When::unit(first.start, last.end, Precision::Days.max(first.precision))
            .shaped(Shape::Window),
    )
}

/// The moment that decides where a unit belongs: a week belongs to the month and year of its
/// Thursday.
fn representative(unit: Unit, when: &When) -> DateTime {
    match unit {
        Unit::Week => when.start.checked_add(3.days()).unwrap_or(when.start),
        _ => when.start,
    }
}

/// A part of a day, early or late in it, as hours.
pub(super) fn day_part_hours(part: DayPart, piece: Option<Part>) -> (i8, i8) {
    let (start, end) = part.hours();
    let middle = start + (end - start) / 2;
    match piece {
        Some(Part::Early | Part::Earlier | Part::Beginning) => (start, middle),
        Some(Part::Late | Part::Later | Part::End) => (middle, end),
        _ => (start, end),
    }
}
