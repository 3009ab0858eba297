//! Ranges of times of day, and stretches told by their length: "5 to 6pm", "for three days from
//! Monday".

use super::super::expression::{Clock, DayPart, Expression};
use super::super::lexicon::Key;
use super::day_part::in_day_part;
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// "5 to 6pm", "between 9:30 and 3:00 pm", "from 3 in the morning until 5pm"; `called` where a
    /// day leads up to it.
    pub(super) fn time_range(&self, at: usize, called: bool) -> Found {
        let opening = self.is_any(at, &[Key::From, Key::Between]);
        let between = self.is(at, Key::Between);
        let start = at + usize::from(opening);
        let (from, from_stated, rest) = self.time_end(start)?;
        let (_, rest) = self.joint(rest, between)?;
        let (mut to, to_stated, end) = self.time_end(rest)?;
        if !(from_stated || to_stated || called) {
            return None;
        }
        let from = halved_like(from, &to);
        if !to.sure && (from.hour, from.minute) >= (to.hour, to.minute) && to.hour < 12 {
            to.hour += 12;
        }
        let (from, to) = (Expression::Clock(from), Expression::Clock(to));
        Some((Expression::Range { from: Box::new(from), to: Box::new(to) }, end))
    }

    /// One end of a range of times, and whether it is one for certain.
    pub(super) fn time_end(&self, at: usize) -> Option<(Clock, bool, usize)> {
        let bare = self.bare_time(at).map(|(clock, end)| ((clock, false), end));
        let stated = self.time(at).and_then(|(time, end)| match time {
            Expression::Clock(clock) => Some(((clock, true), end)),
            _ => None,
        });
        let ((clock, stated), end) = longest([stated, bare])?;
        Some((clock, stated, end))
    }

    /// "for three days from Monday", "2 weeks starting May 20th", "from 2pm for 2 hours".
    pub(super) fn lasting(&self, at: usize) -> Found {
        longest([self.amount_from(at), self.stretch_for(at)])
    }

    /// "for three days from Monday": the length, then where it begins.
    pub(super) fn amount_from(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::For]);
        let (amount, rest) = self.amount(word)?;
        let comma = self.skip_mark(rest, b',');
        let starting = self.skip(comma, &[Key::Starting, Key::Beginning]);
        let from = self.skip(starting, &[Key::From, Key::On]);
        let called = starting > comma || (word > at && self.is(starting, Key::From));
        let (from, end) = called.then(|| self.start_of_stretch(from)).flatten()?;
        Some((Expression::Lasting { from: Box::new(from), amount }, end))
    }

    /// "from 2pm for 2 hours": where it begins, then the length.
    pub(super) fn stretch_for(&self, at: usize) -> Found {
        let start = self.is(at, Key::From).then_some(at + 1)?;
        let (from, rest) = self.start_of_stretch(start)?;
        let (amount, end) = self.is(rest, Key::For).then(|| self.amount(rest + 1)).flatten()?;
        Some((Expression::Lasting { from: Box::new(from), amount }, end))
    }

    /// The day or time at which a stretch begins.
    pub(super) fn start_of_stretch(&self, at: usize) -> Found {
        let bare = || self.bare_time(at).map(|(clock, end)| (Expression::Clock(clock), end));
        self.nested(at).or_else(bare)
    }
}

/// The first time of a range in the half of the day of the second: "5 to 6pm", "10 to 2pm".
pub(super) fn halved_like(from: Clock, to: &Clock) -> Clock {
    if from.sure || !to.sure {
        return from;
    }
    let late = Clock { hour: from.hour % 12 + 12, sure: true, ..from.clone() };
    let early = Clock { sure: true, ..from };
    let before = (late.hour, late.minute.unwrap_or(0)) < (to.hour, to.minute.unwrap_or(0));
    if before { late } else { early }
}

/// The times of a range as times of a part of the day.
pub(super) fn range_in_part(time: Expression, part: DayPart) -> Expression {
    match time {
        Expression::Clock(clock) => Expression::Clock(in_day_part(clock, part)),
        Expression::Range { from, to } => Expression::Range {
            from: Box::new(range_in_part(*from, part)),
            to: Box::new(range_in_part(*to, part)),
        },
        other => other,
    }
}
