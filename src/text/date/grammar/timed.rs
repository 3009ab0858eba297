//! A day with a time: "Friday at 5 pm", "5 pm on Friday", "tomorrow evening"; and times alone.

use super::super::expression::{Amount, Clock, DayPart, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::hours::range_in_part;
use super::point::is_single_day;
use super::{Found, Reader, longest};

/// The words of the grammar that a time of day may begin with.
const TIME_OPENINGS: [Key; 18] = [
    Key::In,
    Key::At,
    Key::The,
    Key::Around,
    Key::Early,
    Key::Late,
    Key::Mid,
    Key::Earlier,
    Key::Later,
    Key::Noon,
    Key::Midnight,
    Key::A,
    Key::Half,
    Key::During,
    Key::By,
    Key::From,
    Key::Between,
    Key::O,
];

impl Reader<'_> {
    /// The day with the part of the day that follows it: "tomorrow evening".
    pub(super) fn with_day_part(&self, day: Expression, end: usize) -> (Expression, usize) {
        match self.day_part(end).filter(|_| is_single_day(&day) && evening_of(&day).is_none()) {
            Some((time, end)) => (Expression::At { day: Box::new(day), time: Box::new(time) }, end),
            None => (day, end),
        }
    }

    /// The day with the time of day that follows it.
    pub(super) fn with_time(&self, day: Expression, end: usize) -> (Expression, usize) {
        let mut joined = self.skip_mark(self.skip_mark(end, b','), b'-');
        joined = self.skip_mark(joined, b'@');
        let word = self.skip(joined, &[Key::At, Key::On, Key::For, Key::In]);
        let part = evening_of(&day);
        let called = self.is_any(joined, &[Key::At, Key::On])
            || joined > end && self.is_mark(joined - 1, b'@');
        let bare = || {
            self.bare_time(self.skip(word, &[Key::At]))
                .filter(|_| called || self.is(end, Key::Around))
        };
        let bare = || bare().map(|(clock, end)| (Expression::Clock(clock), end));
        let time = longest([
            self.time_range(joined, true).or_else(|| self.time_range(word, true)),
            self.timed_stretch(joined),
            self.time(word),
            self.day_part(joined),
            self.timed_bound(joined),
            bare(),
        ]);
        let Some((time, after)) = time.filter(|&(_, after)| self.time_ends_well(after)) else {
            return (day, end);
        };
        let time = part.map_or(time.clone(), |part| range_in_part(time, part));
        let day = unparted(day, &time);
        (Expression::At { day: Box::new(day), time: Box::new(time) }, after)
    }

    /// A time must not be the beginning of a longer number, a plural or an amount.
    pub(super) fn time_ends_well(&self, end: usize) -> bool {
        let longer = self.glued(end) && matches!(self.term(end), Term::Other | Term::Digits { .. });
        let counts = matches!(self.term(end), Term::Unit(_) | Term::Scale(_) | Term::Parts(_));
        !(longer || counts)
    }

    /// "from 9:30am for 7 hours" after a day.
    pub(super) fn timed_stretch(&self, at: usize) -> Found {
        self.lasting(at).filter(|(found, _)| match found {
            Expression::Lasting { from, .. } => matches!(**from, Expression::Clock(_)),
            _ => false,
        })
    }

    /// "before 4pm", "after 2:00" after a day.
    pub(super) fn timed_bound(&self, at: usize) -> Found {
        let (bound, found) =
            self.deeper(|| self.bounded(at)).and_then(|(found, end)| match found {
                Expression::Bounded { bound, of } if matches!(*of, Expression::Clock(_)) => {
                    Some((bound, (*of, end)))
                }
                _ => None,
            })?;
        Some((Expression::Bounded { bound, of: Box::new(found.0) }, found.1))
    }

    /// A time with the day that follows it, or a time alone.
    pub(super) fn timed_date(&self, at: usize) -> Found {
        if !self.may_be_time(at) {
            return None;
        }
        let time = longest([self.time(at), self.time_range(at, false), self.day_part(at)]);
        let alone = time.clone().filter(|(time, _)| self.time_stands_alone(at, time));
        let alone = alone.map(|(time, end)| (self.race_time(at, time), end));
        longest([alone, self.with_day(at, time)])
    }

    /// A quick look whether a time of day could begin here.
    fn may_be_time(&self, at: usize) -> bool {
        match self.term(at) {
            Term::Digits { .. } | Term::Card(_) | Term::Part(_) | Term::Unit(_) => true,
            Term::Key(key) => TIME_OPENINGS.contains(&key),
            _ => false,
        }
    }

    /// "2:14:04" that nothing makes a time of day is how long a race took.
    pub(super) fn race_time(&self, at: usize, time: Expression) -> Expression {
        let called = self.is_any(at, &[Key::Around])
            || at > 0 && self.is_any(at - 1, &[Key::At, Key::By, Key::Until]);
        match time {
            Expression::Clock(Clock {
                hour,
                minute: Some(minute),
                second: Some(second),
                zone: None,
                sure: false,
                ..
            }) if !called => {
                let parts = [(hour, Unit::Hour), (minute, Unit::Minute), (second, Unit::Second)];
                let parts =
                    parts.into_iter().map(|(count, unit)| (f64::from(count), unit)).collect();
                Expression::Duration(Amount { parts, vague: false })
            }
            time => time,
        }
    }

    /// Whether a time without a day is worth a mention: a part of the day only after "in the", "at"
    /// or "early".
    pub(super) fn time_stands_alone(&self, at: usize, time: &Expression) -> bool {
        match time {
            Expression::Range { .. } | Expression::Clock(_) => true,
            Expression::DayPart(_) => self.is_any(at, &[Key::In, Key::At, Key::During, Key::By]),
            Expression::Part { .. } => true,
            _ => false,
        }
    }

    /// The day that follows a time: the `time` found before, or a bare hour.
    fn with_day(&self, at: usize, time: Found) -> Found {
        let bare = || self.bare_time(at).map(|(clock, end)| (Expression::Clock(clock), end));
        let (time, rest) = longest([time, self.time_range(at, true), bare()])?;
        let comma = self.skip_mark(rest, b',');
        let word = self.skip(comma, &[Key::On, Key::Of]);
        let (day, end) = longest([self.calendar_point(word), self.day_word(word)])?;
        let (day, end) = self.with_day_part(day, end);
        let part = evening_of(&day);
        let day_found = is_single_day(&day) || part.is_some();
        let hinted =
            matches!(&time, Expression::Clock(clock) if !clock.sure && clock.minute.is_none());
        if !day_found
            || (hinted && part.is_none() && comma == rest)
            || at > 0 && self.glued(at) && self.is_mark(at - 1, b'$')
        {
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

/// The part of the day that the day already says: "tonight", "last night", "yesterday afternoon".
pub(super) fn evening_of(day: &Expression) -> Option<DayPart> {
    match day {
        Expression::At { time, .. } => match **time {
            Expression::DayPart(part) => Some(part),
            _ => None,
        },
        _ => None,
    }
}

/// The day without its part, where a time says it more exactly.
pub(super) fn unparted(day: Expression, time: &Expression) -> Expression {
    match day {
        Expression::At { day, .. } if !matches!(time, Expression::DayPart(_)) => *day,
        other => other,
    }
}
