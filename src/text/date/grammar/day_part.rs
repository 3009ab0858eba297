//! What stands around a time of day: the part of the day, and the time zone.

use super::super::expression::{Clock, DayPart, Expression, Part};
use super::super::lexicon::{Key, Term};
use super::super::token::Case;
use super::{Found, Reader};

impl Reader<'_> {
    /// The clock, made sure by "in the evening" or "at night" after it.
    pub(super) fn in_part(&self, clock: Clock, end: usize) -> (Clock, usize) {
        match self.part_of_day(end) {
            Some((part, after)) if !self.term_is_plural_noun(after) => {
                (in_day_part(clock, part), after)
            }
            _ => (clock, end),
        }
    }

    pub(super) fn term_is_plural_noun(&self, at: usize) -> bool {
        self.term(at) == Term::Other && self.glued(at)
    }

    /// "in the morning", "at night", "early morning", "in the late evening": the part alone.
    pub(super) fn part_of_day(&self, at: usize) -> Found<DayPart> {
        match self.day_part(at)? {
            (Expression::DayPart(part), end) => Some((part, end)),
            (Expression::Part { whole, .. }, end) => match *whole {
                Expression::DayPart(part) => Some((part, end)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A part of some day, early or late in it: "morning", "in the late afternoon", "later in the
    /// evening".
    pub(super) fn day_part(&self, at: usize) -> Found {
        let early = self.rough_word(at).map(|(part, end)| (part, self.skip(end, &[Key::In])));
        let opening = early.map_or(at, |(_, end)| end);
        let word =
            self.skip(self.skip(opening, &[Key::In, Key::At, Key::During, Key::By]), &[Key::The]);
        let late = self.rough_word(word);
        let noun = self.skip_mark(late.map_or(word, |(_, end)| end), b'-');
        let (part, end) = self.part_noun(noun, word > at)?;
        let whole = Expression::DayPart(part);
        Some((
            match early.or(late) {
                Some((part, _)) => Expression::Part { part, whole: Box::new(whole) },
                None => whole,
            },
            end,
        ))
    }

    pub(super) fn part_noun(&self, at: usize, called: bool) -> Found<DayPart> {
        match self.term(at) {
            Term::Part(DayPart::Night)
                if self.is_mark(at + 1, b'-') && self.is(at + 2, Key::Time) =>
            {
                Some((DayPart::Night, at + 3))
            }
            Term::Part(_)
                if self.is(at.saturating_sub(1), Key::Mid)
                    && !self.is(at, Key::Moment)
                    && self.word(at).eq_ignore_ascii_case("night") =>
            {
                None
            }
            Term::Part(part) => Some((part, at + 1)),
            Term::Parts(part) if called => Some((part, at + 1)),
            _ => None,
        }
    }

    /// "early", "late", "later", with a hyphen or without.
    pub(super) fn rough_word(&self, at: usize) -> Found<Part> {
        let part = match self.term(at) {
            Term::Key(Key::Early | Key::Earlier) => Part::Early,
            Term::Key(Key::Late | Key::Later) => Part::Late,
            Term::Key(Key::Mid) => Part::Mid,
            _ => return None,
        };
        Some((part, self.skip_mark(at + 1, b'-')))
    }

    /// The clock with its time zone and, in brackets, the same time in another.
    pub(super) fn zoned(&self, mut clock: Clock, end: usize) -> (Clock, usize) {
        let Some((zone, mut end)) = self.zone(end) else { return (clock, end) };
        clock.utc = is_utc(&zone).then_some((clock.hour, clock.minute.unwrap_or(0)));
        clock.zone = Some(zone);
        if let Some((utc, after)) = self.bracketed(end) {
            (clock.utc, end) = (Some(utc), after);
        }
        (clock, end)
    }

    /// "(1430 UTC)", "(7:49 a.m. UTC)".
    pub(super) fn bracketed(&self, at: usize) -> Found<(i8, i8)> {
        let inside = self.is_mark(at, b'(').then_some(at + 1)?;
        let (time, end) = self.digital(inside)?;
        let (zone, end) = self.zone(end)?;
        let closed = self.is_mark(end, b')') && is_utc(&zone);
        closed.then_some(((time.hour, time.minute.unwrap_or(0)), end + 1))
    }

    /// "local time", "UTC", "Beijing time", "p.m. ET" as written.
    pub(super) fn zone(&self, at: usize) -> Found<String> {
        let at = self.skip_mark(at, b',');
        let span = |from: usize, to: usize| {
            (from..to).map(|at| self.word(at)).collect::<Vec<_>>().join(" ")
        };
        match self.term(at) {
            Term::Zone if self.case(at) == Case::Upper => Some((self.word(at).to_owned(), at + 1)),
            Term::Key(Key::Local) if self.is(at + 1, Key::Time) => Some((span(at, at + 2), at + 2)),
            Term::Other if self.case(at) == Case::Capital && self.is(at + 1, Key::Time) => {
                Some((span(at, at + 2), at + 2))
            }
            _ => None,
        }
    }
}

pub(super) fn is_utc(zone: &str) -> bool {
    matches!(zone, "UTC" | "GMT")
}

/// The clock read as a time of that part of the day: "8 in the evening" is 20:00.
pub(super) fn in_day_part(clock: Clock, part: DayPart) -> Clock {
    let late = match part {
        DayPart::Afternoon | DayPart::Evening | DayPart::Dinner | DayPart::Dusk => {
            clock.hour != 12 || part == DayPart::Afternoon
        }
        DayPart::Night => (5..12).contains(&clock.hour),
        DayPart::Lunch => clock.hour < 5,
        _ => false,
    };
    if clock.sure {
        return clock;
    }
    Clock { hour: if late { clock.hour % 12 + 12 } else { clock.hour }, sure: true, ..clock }
}
