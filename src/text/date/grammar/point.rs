//! Points and stretches with a place in the calendar, put together from their pieces.
//!
//! A date may be framed by a larger one ("March last year") and may carry a time of day, before it
//! ("5 pm on Friday") or after it ("Friday at 5 pm").

use super::super::expression::{Amount, Clock, Date, DayPart, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::range::range_in_part;
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

    fn deeper(&self, rule: impl FnOnce() -> Found) -> Found {
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
    fn dated_time(&self, at: usize) -> Found {
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
    fn framed_time(&self, timed: Expression, end: usize) -> (Expression, usize) {
        match timed {
            Expression::At { day, time } => {
                let (day, end) = self.framed(*day, end);
                (Expression::At { day: Box::new(day), time }, end)
            }
            other => (other, end),
        }
    }

    /// A date with its frame.
    fn calendar_point(&self, at: usize) -> Found {
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
        let lost = matches!(point, Expression::Nth { what: super::super::Counted::Unit(_), .. });
        (!lost).then_some((point, end))
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

    fn frame(&self, inner: &Expression, end: usize) -> Found {
        if !takes_frame(inner) {
            return self.framing_weekday(inner, end);
        }
        let comma = self.skip_mark(self.skip_mark(end, b','), b'-');
        let word = self.skip(comma, &[Key::Of, Key::In]);
        let of = word > comma;
        let unit = || {
            let (unit, end) = self.unit(self.is(word, Key::The).then_some(word + 1)?).filter(|_| of)?;
            Some((Expression::Shift { unit, by: 0, base: super::super::Base::Publication }, end))
        };
        let plain = |found: &(Expression, usize)| is_frame_for(inner, &found.0);
        let week = |found: &(Expression, usize)| comma == end || of || matches!(found.0, Expression::Date(_));
        longest([
            self.turned(word).filter(plain),
            self.date(word).or_else(|| self.year_frame(word)).filter(plain).filter(week),
            unit().filter(plain),
        ])
    }

    fn year_frame(&self, at: usize) -> Found {
        let Term::Digits { value, digits: 4 } = self.term(at) else { return None };
        let year = i16::try_from(value).ok().filter(|year| (1000..2200).contains(year) && self.is_whole(at))?;
        Some((Expression::Date(Date::year(year)), at + 1))
    }

    /// "next week on Tuesday", "this week Friday": the smaller date after the larger.
    fn framing_weekday(&self, _outer: &Expression, _end: usize) -> Found {
        None
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
        let (whole, end) = (Expression::Within { inner: Box::new(inner.0), outer: Box::new(outer.0) }, inner.1);
        Some((whole, end))
    }

    /// The day with the part of the day that follows it: "tomorrow evening".
    pub(super) fn with_day_part(&self, day: Expression, end: usize) -> (Expression, usize) {
        match self.day_part(end).filter(|_| is_single_day(&day) && evening_of(&day).is_none()) {
            Some((time, end)) => (Expression::At { day: Box::new(day), time: Box::new(time) }, end),
            None => (day, end),
        }
    }

    /// The day with the time of day that follows it.
    fn with_time(&self, day: Expression, end: usize) -> (Expression, usize) {
        let mut joined = self.skip_mark(self.skip_mark(end, b','), b'-');
        joined = self.skip_mark(joined, b'@');
        let word = self.skip(joined, &[Key::At, Key::On, Key::For, Key::In]);
        let part = evening_of(&day);
        let called = self.is_any(joined, &[Key::At, Key::On]) || joined > end && self.is_mark(joined - 1, b'@');
        let bare = || self.bare_time(self.skip(word, &[Key::At])).filter(|_| called || self.is(end, Key::Around));
        let bare = || bare().map(|(clock, end)| (Expression::Clock(clock), end));
        let time = longest([
            self.time_range(joined, true).or_else(|| self.time_range(word, true)),
            self.timed_stretch(joined),
            self.time(word),
            self.day_part(joined),
            self.timed_bound(joined),
            bare(),
        ]);
        let Some((time, after)) = time.filter(|&(_, after)| self.time_ends_well(after)) else { return (day, end) };
        let time = part.map_or(time.clone(), |part| range_in_part(time, part));
        let day = unparted(day, &time);
        (Expression::At { day: Box::new(day), time: Box::new(time) }, after)
    }

    /// A time must not be the beginning of a longer number, a plural or an amount.
    fn time_ends_well(&self, end: usize) -> bool {
        !(self.glued(end) && matches!(self.term(end), Term::Other | Term::Digits { .. }))
            && !matches!(self.term(end), Term::Unit(_) | Term::Scale(_) | Term::Parts(_))
    }

    /// "from 9:30am for 7 hours" after a day.
    fn timed_stretch(&self, at: usize) -> Found {
        self.lasting(at).filter(|(found, _)| match found {
            Expression::Lasting { from, .. } => matches!(**from, Expression::Clock(_)),
            _ => false,
        })
    }

    /// "before 4pm", "after 2:00" after a day.
    fn timed_bound(&self, at: usize) -> Found {
        let (bound, found) = self.deeper(|| self.bounded(at)).and_then(|(found, end)| match found {
            Expression::Bounded { bound, of } if matches!(*of, Expression::Clock(_)) => Some((bound, (*of, end))),
            _ => None,
        })?;
        Some((Expression::Bounded { bound, of: Box::new(found.0) }, found.1))
    }

    /// A time with the day that follows it, or a time alone.
    fn timed_date(&self, at: usize) -> Found {
        let time = longest([self.time(at), self.time_range(at, false), self.day_part(at)]);
        let alone = time.clone().filter(|(time, _)| self.time_stands_alone(at, time));
        let alone = alone.map(|(time, end)| (self.race_time(at, time), end));
        longest([alone, self.with_day(at)])
    }

    /// "2:14:04" that nothing makes a time of day is how long a race took.
    fn race_time(&self, at: usize, time: Expression) -> Expression {
        let called = self.is_any(at, &[Key::Around]) || at > 0 && self.is_any(at - 1, &[Key::At, Key::By, Key::Until]);
        match time {
            Expression::Clock(Clock { hour, minute: Some(minute), second: Some(second), zone: None, sure: false, .. }) if !called => {
                let parts = [(hour, Unit::Hour), (minute, Unit::Minute), (second, Unit::Second)];
                let parts = parts.into_iter().map(|(count, unit)| (f64::from(count), unit)).collect();
                Expression::Duration(Amount { parts, vague: false })
            }
            time => time,
        }
    }

    /// Whether a time without a day is worth a mention: a part of the day only after "in the", "at" or "early".
    fn time_stands_alone(&self, at: usize, time: &Expression) -> bool {
        match time {
            Expression::Range { .. } | Expression::Clock(_) => true,
            Expression::DayPart(_) => self.is_any(at, &[Key::In, Key::At, Key::During, Key::By]),
            Expression::Part { .. } => true,
            _ => false,
        }
    }

    fn with_day(&self, at: usize) -> Found {
        let bare = || self.bare_time(at).map(|(clock, end)| (Expression::Clock(clock), end));
        let (time, rest) = longest([self.time(at), self.time_range(at, true), self.day_part(at), bare()])?;
        let comma = self.skip_mark(rest, b',');
        let word = self.skip(comma, &[Key::On, Key::Of]);
        let (day, end) = longest([self.calendar_point(word), self.day_word(word)])?;
        let (day, end) = self.with_day_part(day, end);
        let part = evening_of(&day);
        let day_found = is_single_day(&day) || part.is_some();
        let hinted = matches!(&time, Expression::Clock(clock) if !clock.sure && clock.minute.is_none());
        if !day_found || (hinted && part.is_none() && comma == rest) || at > 0 && self.glued(at) && self.is_mark(at - 1, b'$') {
            return None;
        }
        let mut time = part.map_or(time.clone(), |part| range_in_part(time, part));
        let mut end = end;
        if let (Expression::Clock(clock), Some((utc, after))) = (&mut time, self.bracketed(end)) {
            (clock.utc, end) = (Some(utc), after);
        }
        let day = unparted(day, &time);
        Some((Expression::At { day: Box::new(day), time: Box::new(time) }, end))
    }
}

/// Whether the expression is one day, so that a time of day can follow it.
fn is_single_day(day: &Expression) -> bool {
    match day {
        Expression::Date(date) => date.has_day(),
        Expression::Shift { unit, .. } => *unit == Unit::Day,
        Expression::Holiday(_) => true,
        Expression::Chosen { named, .. } => is_single_day(named),
        Expression::Within { inner, .. } => is_single_day(inner),
        Expression::Nth { what: super::super::Counted::Weekday(_), .. } => true,
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
        Expression::At { day, time } => takes_frame(day) && matches!(**time, Expression::DayPart(_)),
        _ => false,
    }
}

/// Whether `outer` is the kind of stretch that `inner` is counted in.
fn is_frame_for(inner: &Expression, outer: &Expression) -> bool {
    use super::super::expression::Unit::{Century, Decade, Month, Quarter, Week, Weekend, Workweek, Year};
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
        Expression::Date(date) if date.weekday.is_some() && date.day.is_none() => matches!(unit, Week | Workweek | Weekend),
        Expression::Date(date) if date.month.is_some() => unit == Year,
        Expression::Date(_) => unit == Month,
        Expression::Nth { what: super::super::Counted::Weekday(_), .. } => matches!(unit, Month | Year | Week),
        Expression::Nth { what: super::super::Counted::Unit(smaller), .. } => *smaller < unit && matches!(unit, Month | Quarter | Year | Decade | Century | Week),
        Expression::At { day, .. } => is_frame_for(day, outer),
        _ => unit == Year,
    }
}

/// The part of the day that the day already says: "tonight", "last night", "yesterday afternoon".
fn evening_of(day: &Expression) -> Option<DayPart> {
    match day {
        Expression::At { time, .. } => match **time {
            Expression::DayPart(part) => Some(part),
            _ => None,
        },
        _ => None,
    }
}

/// The day without its part, where a time says it more exactly.
fn unparted(day: Expression, time: &Expression) -> Expression {
    match day {
        Expression::At { day, .. } if !matches!(time, Expression::DayPart(_)) => *day,
        other => other,
    }
}
