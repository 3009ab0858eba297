//! Intervals of civil time, how exact they are, and how two of them compare.
//!
//! An interval is half open: `start` is its first moment and `end` the first moment after it. Times
//! are civil: those on the clocks of the place that the article speaks of.

use jiff::civil::DateTime;

use super::expression::{Bound, DayPart, Part, Season, Unit};

/// A stretch of civil time that an expression stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// The first moment; [`DateTime::MIN`] where the stretch has no beginning.
    pub start: DateTime,
    /// The first moment after it; [`DateTime::MAX`] where it has no end.
    pub end: DateTime,
    /// How exact the text is: the calendar unit that the interval fills.
    pub precision: Precision,
    /// Whether its edges are a convention ("early", "morning", "two years ago") and not what was
    /// said.
    pub approximate: bool,
    /// Whether, and how, it is open on one side.
    pub bound: Option<Bound>,
    /// The time zone as the text gives it: "local time", "UTC". Times are never converted.
    pub zone: Option<String>,
    pub(super) shape: Shape,
}

/// The calendar unit that an interval fills, the finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One second.
    Second,
    /// One minute.
    Minute,
    /// One hour.
    Hour,
    /// A morning, a night, or some other run of hours.
    PartOfDay,
    /// One day.
    Day,
    /// A run of days: a weekend, or from one day to another.
    Days,
    /// One week, Monday to Sunday.
    Week,
    /// Early, mid or late in a month.
    PartOfMonth,
    /// One month.
    Month,
    /// A season, a quarter, a half, early or late in a year, a run of months.
    PartOfYear,
    /// One year.
    Year,
    /// A run of years, early or late in a decade.
    Years,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// What an interval was made of, for the words that tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One calendar unit.
    Unit,
    /// A season.
    Season(Season),
    /// A quarter (of 4) or half (of 2) of a year: its number and of how many.
    YearPart(i8, i8),
    /// A weekend.
    Weekend,
    /// A piece of a larger interval that begins at `whole`, of that precision.
    Part { part: Part, whole: DateTime, of: Precision },
    /// A part of a day.
    DayPart(DayPart, Option<Part>),
    /// A day reached by counting units from another.
    Offset(Unit),
    /// A run counted from or to an anchor.
    Window,
    /// From one interval to another: where the last one begins, how exact it is, and how exact the
    /// first is.
    Range { last: DateTime, of: Precision, first: Precision },
}

impl When {
    /// An exact interval of one unit.
    pub(super) fn unit(start: DateTime, end: DateTime, precision: Precision) -> When {
        When {
            start,
            end,
            precision,
            approximate: false,
            bound: None,
            zone: None,
            shape: Shape::Unit,
        }
    }

    /// The same days, told by another shape.
    pub(super) fn shaped(self, shape: Shape) -> When {
        When { shape, ..self }
    }

    /// The same days, but only about then.
    pub(super) fn roughly(self) -> When {
        When { approximate: true, ..self }
    }

    /// Whether the interval has no beginning or no end.
    pub fn is_open(&self) -> bool {
        self.bound.is_some()
    }

    /// The last day that has a moment of the interval.
    pub fn last_day(&self) -> jiff::civil::Date {
        self.end.checked_sub(jiff::Span::new().nanoseconds(1)).unwrap_or(self.start).date()
    }

    /// Where the last piece of a range begins: of "from March to May" the beginning of May, of "the
    /// rest of the week" its last day. `None` for intervals that were not put together from two
    /// ends.
    pub fn last_piece(&self) -> Option<DateTime> {
        match self.shape {
            Shape::Range { last, .. } => Some(last),
            Shape::Part { part: Part::Later, .. } => Some(self.last_day().at(0, 0, 0, 0)),
            _ => None,
        }
    }

    /// Whether the two share a moment. Edges that are a convention are taken widely: a part of a
    /// day as that day, "two years ago" as the calendar year.
    pub fn overlaps(&self, other: &When) -> bool {
        let ((a, b), (c, d)) = (self.widened(), other.widened());
        a < d && c < b
    }

    /// Whether every moment of `other` lies in this one, edges taken as in [`When::overlaps`].
    pub fn contains(&self, other: &When) -> bool {
        let ((a, b), (c, d)) = (self.widened(), (other.start, other.end));
        a <= c && d <= b
    }

    /// The interval with edges that are a convention moved out as far as the words allow.
    fn widened(&self) -> (DateTime, DateTime) {
        use super::resolve::units::around;
        let unit = match self.shape {
            Shape::DayPart(..) => Unit::Day,
            Shape::Offset(unit) => unit.clamp(Unit::Day, Unit::Century),
            Shape::Part { of: Precision::Month, .. } => Unit::Month,
            Shape::Part { of: Precision::Year, .. } => Unit::Year,
            _ => return (self.start, self.end),
        };
        around(unit, self.start, 0).map_or((self.start, self.end), |wide| {
            (wide.start.min(self.start), wide.end.max(self.end))
        })
    }
}
