//! Points and stretches with a place in the calendar, put together from their pieces.
//!
//! A date may be framed by a larger one ("March last year") and may carry a time of day, before it
//! ("5 pm on Friday") or after it ("Friday at 5 pm").

use super::super::expression::{Base, Counted, Date, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::timed::evening_of;
use super::{Found, Reader, longest};

/// How deep expressions may hold one another: "two days after two days after ...".
const DEEPEST: u8 = 3;

impl Reader<'_> {
    /// A point inside another expression; nothing where they nest too deep.
    pub(super) fn nested(&self, at: usize) -> Found {
        self.deeper(|| self.point(at))
    }

    /// A date inside another expression, which need not be followed by a time.
    pub(super) fn nested_dates(&self, at: usize) -> Found {
        self.deeper(|| longest([self.point(at)]))
    }

    /// What a rule finds one level further down; nothing where that is too deep.
    pub(super) fn deeper(&self, rule: impl FnOnce() -> Found) -> Found {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let found = rule();
        self.depth.set(depth);
        found
    }

    /// A date, a time, or both.
    pub(super) fn point(&self, at: usize) -> Found {
        longest([self.dated_time(at), self.timed_date(at)])
    }

    /// A date with its frame, and the time that follows it.
    pub(super) fn dated_time(&self, at: usize) -> Found {
        let (day, end) = self.calendar_point(at)?;
        if !is_single_day(&day) {
            return Some((day, end));
        }
        let (mut timed, mut end) = self.with_time(day, end);
        if evening_of(&timed).is_some() {
            (timed, end) = self.with_time(timed, end);
        }
        Some(self.framed_time(timed, end))
    }

    /// "Wednesday evening next week": the frame of the day after the time.
    pub(super) fn framed_time(&self, timed: Expression, end: usize) -> (Expression, usize) {
        match timed {
            Expression::At { day, time } => {
                let (day, end) = self.framed(*day, end);
                (Expression::At { day: Box::new(day), time }, end)
            }
            other => (other, end),
        }
    }

    /// A date with its frame.
    pub(super) fn calendar_point(&self, at: usize) -> Found {
        let base = longest([
            self.large_first(at),
            self.nth(at),
            self.date(at),
            self.day_word(at),
            self.turned(at),
            self.number_first_window(at),
            self.measured(at),
            self.rough(at),
            self.around(at),
            self.quarter(at),
            self.season(at),
            self.feast(at),
        ])?;
        let (point, end) = self.framed(base.0, base.1);
        let lost = matches!(
            point,
            Expression::Nth { what: Counted::Unit(_), .. } | Expression::Nth { n: -1, .. }
        );
        // "Last week in Cairo", "last Friday in Cairo": a place is no time that has weeks.
        if lost { self.turned(at) } else { Some((point, end)) }
    }

    /// The date with the larger one that follows it: "of last year", "next week", ", 2016".
    pub(super) fn framed(&self, inner: Expression, end: usize) -> (Expression, usize) {
        let (mut whole, mut end) = (inner, end);
        for _ in 0..2 {
            let Some((outer, after)) = self.frame(&whole, end) else { break };
            whole = Expression::Within { inner: Box::new(whole), outer: Box::new(outer) };
            end = after;
        }
        (whole, end)
    }

    /// The larger date behind a smaller one: "2015" of "March, 2015", "next week" of "Friday next
    /// week".
    pub(super) fn frame(&self, inner: &Expression, end: usize) -> Found {
        if !takes_frame(inner) {
            return None;
        }
        let comma = self.skip_mark(self.skip_mark(end, b','), b'-');
        let word = self.skip(comma, &[Key::Of, Key::In]);
        let of = word > comma;
        let unit = || {
            let (unit, end) =
                self.unit(self.is(word, Key::The).then_some(word + 1)?).filter(|_| of)?;
            Some((Expression::Shift { unit, by: 0, base: Base::Publication }, end))
        };
        let plain = |found: &(Expression, usize)| is_frame_for(inner, &found.0);
        let week = |found: &(Expression, usize)| {
            comma == end || of || matches!(found.0, Expression::Date(_))
        };
        longest([
            self.turned(word).filter(plain),
            self.date(word).or_else(|| self.year_frame(word)).filter(plain).filter(week),
            unit().filter(plain),
        ])
    }

    /// A year of four digits.
    pub(super) fn year_frame(&self, at: usize) -> Found {
        let Term::Digits { value, digits: 4 } = self.term(at) else { return None };
        let year = i16::try_from(value)
            .ok()
            .filter(|year| (1000..2200).contains(year) && self.is_whole(at))?;
        Some((Expression::Date(Date::year(year)), at + 1))
    }

    /// "next week Monday", "2017 Q3": a larger date with the smaller one after it.
    pub(super) fn large_first(&self, at: usize) -> Found {
        let outer = longest([self.turned(at), self.year_frame(at)])?;
        let mut word = self.skip_mark(self.skip_mark(outer.1, b','), b'-');
        word = self.skip(word, &[Key::On]);
        let inner = match (&outer.0, self.term(word)) {
            (Expression::Shift { unit: Unit::Week, .. }, Term::Weekday(weekday)) => {
                Some((Expression::Date(Date::weekday(weekday)), word + 1))
            }
            (Expression::Date(_), _) => self.quarter(word),
            _ => None,
        }?;
        let (whole, end) =
            (Expression::Within { inner: Box::new(inner.0), outer: Box::new(outer.0) }, inner.1);
        Some((whole, end))
    }
}

/// Whether the expression is one day, so that a time of day can follow it.
pub(super) fn is_single_day(day: &Expression) -> bool {
    match day {
        Expression::Date(date) => date.has_day(),
        Expression::Shift { unit, .. } => *unit == Unit::Day,
        Expression::Holiday(_) => true,
        Expression::Chosen { named, .. } => is_single_day(named),
        Expression::Within { inner, .. } => is_single_day(inner),
        Expression::Nth { what: Counted::Weekday(_), .. } => true,
        Expression::At { time, .. } => matches!(**time, Expression::DayPart(_)),
        _ => false,
    }
}

/// Whether a larger date can follow and hold this one.
fn takes_frame(inner: &Expression) -> bool {
    match inner {
        Expression::Date(date) => date.year.is_none(),
        Expression::Nth { .. }
        | Expression::Season(_)
        | Expression::Quarter(_)
        | Expression::HalfYear(_)
        | Expression::Holiday(_)
        | Expression::WeekNumber(_) => true,
        Expression::Within { inner, outer } => {
            takes_frame(inner) && matches!(**outer, Expression::Date(Date { year: None, .. }))
        }
        Expression::At { day, time } => {
            takes_frame(day) && matches!(**time, Expression::DayPart(_))
        }
        _ => false,
    }
}

/// Whether `outer` is the kind of stretch that `inner` is counted in.
fn is_frame_for(inner: &Expression, outer: &Expression) -> bool {
    use super::super::expression::Unit::{
        Century, Decade, Month, Quarter, Week, Weekend, Workweek, Year,
    };
    let unit = match outer {
        Expression::Shift { unit, .. } => *unit,
        Expression::Date(date) if date.has_day() => return false,
        Expression::Date(Date { month: Some(_), .. }) => Month,
        Expression::Date(_) => Year,
        Expression::Chosen { named, .. } => match **named {
            Expression::Date(date) if date.month.is_some() && !date.has_day() => Month,
            _ => return false,
        },
        Expression::Decade(_) => Decade,
        Expression::Century(_) => Century,
        _ => return false,
    };
    match inner {
        Expression::Date(date) if date.weekday.is_some() && date.day.is_none() => {
            matches!(unit, Week | Workweek | Weekend)
        }
        Expression::Date(date) if date.month.is_some() => unit == Year,
        Expression::Date(_) => unit == Month,
        Expression::Nth { what: Counted::Weekday(_), .. } => {
            matches!(unit, Month | Year | Week)
        }
        Expression::Nth { what: Counted::Unit(smaller), .. } => {
            *smaller < unit && matches!(unit, Month | Quarter | Year | Decade | Century | Week)
        }
        Expression::At { day, .. } => is_frame_for(day, outer),
        _ => unit == Year,
    }
}
